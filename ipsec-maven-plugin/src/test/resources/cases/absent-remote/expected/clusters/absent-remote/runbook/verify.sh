#!/bin/bash
# Verifies IPsec on cluster absent-remote.
set -u

CLUSTER='absent-remote'
MODE='External'
MODE_FIELD='yes'
ENCAPSULATION=''
ROUTING_VIA_HOST='true'
CLUSTER_MTU=''
HOSTED='no'
# each line: pool that the spec says is paused: what its nodes hold is not looked at
PAUSED=()
# each line: pool, MachineConfig that it has to have, whose
CONFIGS=(
    'master' '80-ipsec-master-extensions' 'operator'
    'worker' '80-ipsec-worker-extensions' 'operator'
    'worker' '99-worker-ipsec-import' 'tree'
    'worker' '99-worker-ipsec-certs' 'tree'
)
# each line: node to look at, its kubernetes.io/hostname label
NODES=(
    'worker-0'
    'worker-1'
)
# each line: node, name that it has to resolve
NAMES=(
    'worker-0' 'worker-0.prod.example.com'
    'worker-0' 'nas.example.com'
    'worker-1' 'worker-1.prod.example.com'
    'worker-1' 'nas.example.com'
)
# each line: node, nickname, SHA-256 of the certificate, key or anchor
CERTIFICATES=(
    'worker-0' 'worker-0' '0a02f23eb54cc5f8c54ac43384358d8331126852e7ce0c7b061034014e40dc05' 'key'
    'worker-0' 'CA' '3a0eb589ca5a0093c6a9bb26712995c4cf9473970274513aaa3d5daac989a4a4' 'anchor'
    'worker-1' 'worker-1' '350dd6c2a965f36707e64be18c8179a0709b1e060d7310be4360b522b9095365' 'key'
    'worker-1' 'CA' '3a0eb589ca5a0093c6a9bb26712995c4cf9473970274513aaa3d5daac989a4a4' 'anchor'
)
# each line: policy, node, interface, state
CONNECTIONS=(
    'ipsec-worker-0-nas' 'worker-0' 'nas' 'present'
    'ipsec-worker-0-old-site' 'worker-0' 'old-site' 'absent'
    'ipsec-worker-1-nas' 'worker-1' 'nas' 'present'
    'ipsec-worker-1-old-site' 'worker-1' 'old-site' 'absent'
)
# each line: policy of a tunnel without which its traffic is dropped
CLOSED=()
# each line: node, network to which clear text is dropped; none where the guard is taken away
GUARDS=()
# each line: policy, node, interface whose hardware must not process ESP
OFFLOADS=()

# Each check of the published procedure, one line each: pass, FAIL, or n/a with the reason.
# Needs `oc`, logged in with the rights of cluster-admin. Changes nothing; `oc debug` starts one pod for each node.
# Exit status 0: nothing failed. 1: something failed. 2: nothing could be checked.

failures=0
errors=$(mktemp) || exit 2
trap 'rm -f "$errors"' EXIT

pass() { printf 'pass  %s\n' "$1"; }
fail() {
    printf 'FAIL  %s\n' "$1"
    failures=$((failures + 1))
}
not_applicable() { printf 'n/a   %s\n' "$1"; }

# ask COMMAND...: sets `got` to what it prints, or to its last word on why it fails. Warnings are not the answer.
ask() {
    if got=$("$@" </dev/null 2>"$errors"); then
        got=${got//$'\r'/}
        return 0
    fi
    got=$(tail -n 1 "$errors")
    [[ -n $got ]] || got="$1 failed"
    return 1
}

# judge WHAT WANTED GOT
judge() {
    if [[ $3 == "$2" ]]; then
        pass "$1"
    else
        fail "$1: is '$3', not '$2'"
    fi
}

# expect WHAT WANTED COMMAND...: the command prints exactly what is wanted.
expect() {
    local what=$1 wanted=$2
    shift 2
    if ask "$@"; then
        judge "$what" "$wanted" "$got"
    else
        fail "$what: $got"
    fi
}

# condition TYPE: the JSONPath of a condition's status.
condition() { printf '{.status.conditions[?(@.type=="%s")].status}' "$1"; }

check_network() {
    local path='.spec.defaultNetwork.ovnKubernetesConfig' operator
    if [[ $MODE_FIELD == yes ]]; then
        expect "Network/cluster: the mode is $MODE" "$MODE" \
            oc get networks.operator.openshift.io cluster -o "jsonpath={$path.ipsecConfig.mode}"
    else
        not_applicable 'Network/cluster: this release has no mode'
    fi
    if [[ -n $ENCAPSULATION ]]; then
        expect "Network/cluster: the encapsulation is $ENCAPSULATION" "$ENCAPSULATION" \
            oc get networks.operator.openshift.io cluster -o "jsonpath={$path.ipsecConfig.full.encapsulation}"
    else
        not_applicable 'Network/cluster: encapsulation is left to the platform'
    fi
    if [[ -n $ROUTING_VIA_HOST ]]; then
        expect "Network/cluster: routingViaHost is $ROUTING_VIA_HOST" "$ROUTING_VIA_HOST" \
            oc get networks.operator.openshift.io cluster -o "jsonpath={$path.gatewayConfig.routingViaHost}"
    else
        not_applicable 'Network/cluster: routingViaHost is left alone, there are no tunnels'
    fi
    if [[ -n $CLUSTER_MTU ]]; then
        expect "the cluster network's MTU is $CLUSTER_MTU" "$CLUSTER_MTU" \
            oc get networks.config.openshift.io cluster -o 'jsonpath={.status.clusterNetworkMTU}'
    else
        not_applicable "the cluster network's MTU: the spec does not say what it should be"
    fi
    # A degraded machine-config operator keeps the network operator from installing libreswan, without a word.
    for operator in network machine-config; do
        if [[ $operator == machine-config && $HOSTED == yes ]]; then
            not_applicable 'ClusterOperator machine-config: the control plane is hosted'
            continue
        fi
        expect "ClusterOperator $operator: available, not degraded" 'True False' \
            oc get clusteroperators.config.openshift.io "$operator" \
            -o "jsonpath=$(condition Available) $(condition Degraded)"
    done
}

check_pod_to_pod() {
    local nodes pods node name ready status rest
    if ! ask oc get nodes -o 'jsonpath={.items[*].metadata.name}'; then
        fail "the nodes cannot be listed: $got"
        return
    fi
    nodes=$got
    if ! ask oc get pods -n openshift-ovn-kubernetes -l=app=ovnkube-node -o 'jsonpath={.items[*].spec.nodeName}'; then
        fail "the ovnkube-node pods cannot be listed: $got"
        return
    fi
    for node in $nodes; do
        if [[ " $got " == *" $node "* ]]; then
            pass "node $node: has an ovnkube-node pod"
        else
            fail "node $node: has no ovnkube-node pod"
        fi
    done
    if ! ask oc get pods -n openshift-ovn-kubernetes -l=app=ovnkube-node --no-headers; then
        fail "the ovnkube-node pods cannot be listed: $got"
        return
    fi
    pods=$got
    while read -r name ready status rest; do
        if [[ ${ready%/*} == "${ready#*/}" && $status == Running ]]; then
            pass "pod $name: $ready Running"
        else
            fail "pod $name: is '$ready $status', not all containers running"
        fi
        if [[ $MODE == Full ]]; then
            expect "pod $name: pod-to-pod traffic is encrypted" 'true' \
                oc -n openshift-ovn-kubernetes rsh "$name" ovn-nbctl --no-leader-only get nb_global . ipsec
        fi
    done <<<"$pods"
    [[ $MODE == Full ]] || not_applicable "pod-to-pod encryption: the mode is $MODE"
}

# is_paused POOL: whether the spec says so.
is_paused() {
    local pool
    for pool in "${PAUSED[@]+"${PAUSED[@]}"}"; do
        [[ $pool != "$1" ]] || return 0
    done
    return 1
}

check_pools() {
    local name updated updating degraded paused i
    if [[ $HOSTED == yes ]]; then
        not_applicable 'machine config pools: the control plane is hosted'
        return
    fi
    if ! ask oc get mcp -o "jsonpath={range .items[*]}{.metadata.name} $(condition Updated) $(condition Updating) $(
        condition Degraded) {.spec.paused}{\"\\n\"}{end}"; then
        fail "the machine config pools cannot be listed: $got"
        return
    fi
    while read -r name updated updating degraded paused; do
        if is_paused "$name"; then
            judge "pool $name: paused, as the spec says" 'true' "${paused:-false}"
            judge "pool $name: DEGRADED=false" 'False' "$degraded"
            not_applicable "pool $name: it is paused, so its nodes may hold an older tree's certificates and guards"
            continue
        fi
        judge "pool $name: UPDATED=true, UPDATING=false, DEGRADED=false" \
            'True False False' "$updated $updating $degraded"
        judge "pool $name: not paused" 'false' "${paused:-false}"
    done <<<"$got"
    for ((i = 0; i < ${#CONFIGS[@]}; i += 3)); do
        check_config "${CONFIGS[i]}" "${CONFIGS[i + 1]}" "${CONFIGS[i + 2]}"
    done
    [[ ${#CONFIGS[@]} -gt 0 || ${#PAUSED[@]} -gt 0 ]] || not_applicable 'machine configs: the mode is Disabled, and nothing is imported'
}

# check_config POOL CONFIG WHOSE: what has to be rolled out stands in the pool twice: in what it wants, and in what it has.
check_config() {
    if [[ $3 == own ]]; then
        expect "machine config $2: exists, and says user-ipsec-machine-config" 'true' \
            oc get mc "$2" -o 'jsonpath={.metadata.annotations.user-ipsec-machine-config}'
    else
        expect "machine config $2: exists, with Ignition 3.2.0" '3.2.0' \
            oc get mc "$2" -o 'jsonpath={.spec.config.ignition.version}'
    fi
    if ask oc get mcp "$1" -o yaml; then
        judge "pool $1: $2 is rolled out" 2 "$(grep -c -E "name: ${2//./\\.}\$" <<<"$got")"
    else
        fail "pool $1: $2 is rolled out: $got"
    fi
}

check_operator() {
    local name phase found=''
    if [[ ${#CONNECTIONS[@]} == 0 && ${#OFFLOADS[@]} == 0 ]]; then
        not_applicable 'the NMState operator: nothing needs it'
        return
    fi
    if ! ask oc get clusterserviceversions.operators.coreos.com -n openshift-nmstate \
        -o 'jsonpath={range .items[*]}{.metadata.name} {.status.phase}{"\n"}{end}'; then
        fail "the NMState operator is installed: $got"
        return
    fi
    while read -r name phase; do
        [[ $name != kubernetes-nmstate-operator.* || $found == Succeeded ]] || found=$phase
    done <<<"$got"
    judge 'the NMState operator is installed' Succeeded "$found"
    # Two of them in one namespace fail every operator there, and the web console makes one by another name.
    expect 'the NMState operator: the one OperatorGroup is openshift-nmstate' openshift-nmstate \
        oc get operatorgroups.operators.coreos.com -n openshift-nmstate -o 'jsonpath={.items[*].metadata.name}'
}

# probe KIND NAME...: runs on the node, and answers each question by a line: kind, name, answer.
probe() {
    local nss=sql:/var/lib/ipsec/nss answer invocation feature
    while [[ $# -gt 0 ]]; do
        case $1 in
            unit) answer=$(systemctl is-active "$2") ;;
            import)
                invocation=$(systemctl show --property=InvocationID --value "$2")
                answer=$(journalctl --no-pager --output=cat "_SYSTEMD_INVOCATION_ID=$invocation" |
                    grep -E '^(FAILED|NOT IN USE):' | tail -n 1)
                ;;
            name) answer=$(getent hosts "$2" >/dev/null && echo yes) ;;
            certificate)
                answer=$(certutil -L -d "$nss" -n "$2" |
                    sed -n '/Fingerprint (SHA-256):/{n;s/[: ]//g;p;}' | tr 'A-F\n' 'a-f ')
                ;;
            key) answer=$(certutil -K -d "$nss" -n "$2" >/dev/null && echo yes) ;;
            connection) answer=$(nmcli -g connection.uuid connection show id "$2") ;;
            tunnels) answer=$(ipsec trafficstatus | tr '\n' ' ') ;;
            # The kernel may hold a network as a part of a wider one: it merges neighbours.
            guard) answer=$(nft get element inet ipsec_guard remote4 "{ $2 }" >/dev/null && echo closed) ;;
            table) answer=$(nft list table inet "$2" >/dev/null && echo loaded) ;;
            offload)
                answer=''
                for feature in tx-esp-segmentation esp-hw-offload esp-tx-csum-hw-offload; do
                    answer+=$(ethtool -k "$2" | sed -n "s/^$feature: on.*/$feature /p")
                done
                answer=${answer:-off}
                ;;
        esac
        printf '%s\t%s\t%s\n' "$1" "$2" "${answer% }"
        shift 2
    done 2>/dev/null
}

# answer KIND NAME: what the node of the moment said.
answer() { awk -F '\t' -v kind="$1" -v name="$2" '$1 == kind && $2 == name { print $3; exit }' <<<"$answers"; }

check_node() {
    local node=$1 object machine machines i answers questions=(tunnels all)
    if ! ask oc get nodes -l "kubernetes.io/hostname=$node" -o 'jsonpath={.items[*].metadata.name}'; then
        fail "node $node: $got"
        return
    fi
    if [[ -z $got ]]; then
        fail "node $node: no node has this kubernetes.io/hostname label"
        return
    fi
    object=$got
    if ! ask oc get nodes -o 'jsonpath={.items[*].metadata.labels.kubernetes\.io/hostname}'; then
        fail "node $node: the other nodes cannot be listed: $got"
        return
    fi
    machines=$got
    for machine in $machines; do
        questions+=(name "$machine")
    done
    for ((i = 0; i < ${#NAMES[@]}; i += 2)); do
        [[ ${NAMES[i]} != "$node" ]] || questions+=(name "${NAMES[i + 1]}")
    done
    questions+=(unit ipsec.service unit ipsec-import.service import ipsec-import.service)
    for ((i = 0; i < ${#CERTIFICATES[@]}; i += 4)); do
        [[ ${CERTIFICATES[i]} != "$node" ]] ||
            questions+=(certificate "${CERTIFICATES[i + 1]}" key "${CERTIFICATES[i + 1]}")
    done
    for ((i = 0; i < ${#CONNECTIONS[@]}; i += 4)); do
        [[ ${CONNECTIONS[i + 1]} != "$node" ]] || questions+=(connection "${CONNECTIONS[i + 2]}")
    done
    for ((i = 0; i < ${#GUARDS[@]}; i += 2)); do
        [[ ${GUARDS[i]} == "$node" ]] || continue
        questions+=(unit ipsec-guard.service)
        if [[ ${GUARDS[i + 1]} == none ]]; then
            questions+=(table ipsec_guard)
        else
            questions+=(guard "${GUARDS[i + 1]}")
        fi
    done
    for ((i = 0; i < ${#OFFLOADS[@]}; i += 3)); do
        [[ ${OFFLOADS[i + 1]} != "$node" ]] || questions+=(offload "${OFFLOADS[i + 2]}")
    done
    if ! ask oc debug --quiet "node/$object" -- \
        chroot /host bash -c "$(declare -f probe); probe \"\$@\"" probe "${questions[@]}"; then
        fail "node $node: cannot be looked at: $got"
        return
    fi
    answers=$got
    check_names "$node" "$machines"
    check_certificates "$node"
    check_connections "$node" "$object"
    check_guards "$node"
    check_offloads "$node" "$object"
}

check_names() {
    local node=$1 name i
    for name in $2; do
        judge "node $node: resolves machine $name" yes "$(answer name "$name")"
    done
    for ((i = 0; i < ${#NAMES[@]}; i += 2)); do
        [[ ${NAMES[i]} != "$node" ]] ||
            judge "node $node: resolves ${NAMES[i + 1]}" yes "$(answer name "${NAMES[i + 1]}")"
    done
}

check_certificates() {
    local node=$1 nickname i imports=no
    if [[ $MODE == Disabled ]]; then
        not_applicable "node $node: ipsec.service: the mode is Disabled"
    else
        judge "node $node: ipsec.service runs" active "$(answer unit ipsec.service)"
    fi
    for ((i = 0; i < ${#CERTIFICATES[@]}; i += 4)); do
        [[ ${CERTIFICATES[i]} == "$node" ]] || continue
        imports=yes
        nickname=${CERTIFICATES[i + 1]}
        judge "node $node: certificate $nickname is the one of this tree" \
            "${CERTIFICATES[i + 2]}" "$(answer certificate "$nickname")"
        [[ ${CERTIFICATES[i + 3]} != key ]] ||
            judge "node $node: certificate $nickname has its key" yes "$(answer key "$nickname")"
    done
    if [[ $imports == no ]]; then
        not_applicable "node $node: certificates: it imports none"
        return
    fi
    judge "node $node: ipsec-import.service has succeeded" active "$(answer unit ipsec-import.service)"
    judge "node $node: what was imported is in use" '' "$(answer import ipsec-import.service)"
}

check_connections() {
    local node=$1 object=$2 policy interface state uuid i
    for ((i = 0; i < ${#CONNECTIONS[@]}; i += 4)); do
        [[ ${CONNECTIONS[i + 1]} == "$node" ]] || continue
        policy=${CONNECTIONS[i]} interface=${CONNECTIONS[i + 2]} state=${CONNECTIONS[i + 3]}
        check_enactment "$policy" "$object"
        uuid=$(answer connection "$interface")
        if [[ $state == absent ]]; then
            judge "$policy: interface $interface is gone from node $node" '' "$uuid"
        # libreswan knows the connection by NetworkManager's UUID.
        elif [[ -n $uuid && $(answer tunnels all) == *"\"$uuid\""* ]]; then
            pass "$policy: the tunnel of node $node is up"
        else
            fail "$policy: the tunnel of node $node is not up: what it should protect $(fate "$policy")"
        fi
    done
}

# fate POLICY: what becomes of the traffic of a tunnel that is not up.
fate() {
    local policy
    for policy in "${CLOSED[@]}"; do
        if [[ $policy == "$1" ]]; then
            echo 'is dropped'
            return
        fi
    done
    echo 'leaves in clear text'
}

check_guards() {
    local node=$1 network i
    for ((i = 0; i < ${#GUARDS[@]}; i += 2)); do
        [[ ${GUARDS[i]} == "$node" ]] || continue
        network=${GUARDS[i + 1]}
        judge "node $node: ipsec-guard.service has succeeded" active "$(answer unit ipsec-guard.service)"
        if [[ $network == none ]]; then
            judge "node $node: the guard against clear text is gone" '' "$(answer table ipsec_guard)"
        else
            judge "node $node: clear text to $network is dropped" closed "$(answer guard "$network")"
        fi
    done
}

# check_enactment POLICY NODE: the policy as it now is has been applied.
check_enactment() {
    if ask oc get nncp "$1" -o 'jsonpath={.metadata.generation}'; then
        expect "$1: applied on node $2" "True $got" \
            oc get nnce "$2.$1" -o "jsonpath=$(condition Available) {.status.policyGeneration}"
    else
        fail "$1: applied on node $2: $got"
    fi
}

check_offloads() {
    local i
    for ((i = 0; i < ${#OFFLOADS[@]}; i += 3)); do
        [[ ${OFFLOADS[i + 1]} == "$1" ]] || continue
        check_enactment "${OFFLOADS[i]}" "$2"
        judge "node $1: ESP offload of ${OFFLOADS[i + 2]} is off" off "$(answer offload "${OFFLOADS[i + 2]}")"
    done
}

main() {
    local i
    if ! command -v oc >/dev/null; then
        echo 'oc is not on the PATH' >&2
        exit 2
    fi
    if ! ask oc whoami; then
        echo "oc cannot reach the cluster: $got" >&2
        exit 2
    fi
    echo "cluster $CLUSTER"
    check_network
    check_pod_to_pod
    check_pools
    check_operator
    for ((i = 0; i < ${#NODES[@]}; i++)); do
        check_node "${NODES[i]}"
    done
    [[ ${#NODES[@]} -gt 0 ]] || not_applicable 'names, certificates and tunnels: the spec names no node'
    [[ ${#GUARDS[@]} -gt 0 ]] || not_applicable 'guards against clear text: no remote is failClosed'
    [[ ${#OFFLOADS[@]} -gt 0 ]] || not_applicable 'ESP offload: the spec names no interface; those on OVS have it off'
    if [[ $failures -gt 0 ]]; then
        echo "$failures failed"
        exit 1
    fi
    echo 'nothing failed'
}

main
