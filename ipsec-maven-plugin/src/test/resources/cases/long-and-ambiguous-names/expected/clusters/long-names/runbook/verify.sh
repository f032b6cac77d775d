#!/bin/bash
# Verifies IPsec on cluster long-names.
set -u

CLUSTER='long-names'
MODE='External'
MODE_FIELD=yes
ROUTING_VIA_HOST=true
CLUSTER_MTU=''
# each line: a pool, and the MachineConfigs that it has to have
POOLS=(
    'master 80-ipsec-master-extensions'
    'worker 80-ipsec-worker-extensions 99-worker-ipsec-import 99-worker-ipsec-certs'
)
# each line: a node, and a name that it has to resolve
NAMES=(
    'a worker-0.prod.example.com'
    'a-b worker-1.prod.example.com'
    'compute-node-with-a-rather-long-name.rack-17 worker-2.prod.example.com'
)
# each line: a node, and the nickname of its certificate
IMPORTS=(
    'a worker-0'
    'a-b worker-1'
    'compute-node-with-a-rather-long-name.rack-17 worker-2'
)
# each line: a policy, its node, its interface and its state
CONNECTIONS=(
    'ipsec-a-b-c-b88f83c8 a b-c present'
    'ipsec-a-b-c-4e84717d a-b c present'
    'ipsec-compute-node-with-a-rather-long-name.rack-17-sto-1a0d8b2b compute-node-with-a-rather-long-name.rack-17 storage-array-of-the-archive present'
)

# Each check of the published procedure, one line each: pass, FAIL, or n/a with the reason.
# Needs `oc`, logged in with the rights of cluster-admin. Changes nothing. Exit status 0: nothing failed.

failures=0

report() { printf '%-5s %s\n' "$1" "$2"; }
pass() { report pass "$1"; }
fail() { report FAIL "$1"; failures=$((failures + 1)); }
not_applicable() { report n/a "$1"; }

# expect WANTED WHAT COMMAND...: the command prints exactly what is wanted.
expect() {
    local wanted=$1 what=$2 got
    shift 2
    if ! got=$("$@" 2>&1); then
        fail "$what: ${got##*$'\n'}"
    elif [[ $got != "$wanted" ]]; then
        fail "$what: is '$got', not '$wanted'"
    else
        pass "$what"
    fi
}

check_network() {
    local path='.spec.defaultNetwork.ovnKubernetesConfig'
    if [[ $MODE_FIELD == yes ]]; then
        expect "$MODE" "Network/cluster has mode $MODE" \
            oc get networks.operator.openshift.io cluster -o "jsonpath={$path.ipsecConfig.mode}"
    else
        not_applicable "mode of Network/cluster: this release has no such field"
    fi
    if [[ -n $ROUTING_VIA_HOST ]]; then
        expect "$ROUTING_VIA_HOST" "Network/cluster has routingViaHost $ROUTING_VIA_HOST" \
            oc get networks.operator.openshift.io cluster -o "jsonpath={$path.gatewayConfig.routingViaHost}"
    else
        not_applicable "routingViaHost: the spec has no tunnels"
    fi
    expect 'True' "ClusterOperator network is available" \
        oc get clusteroperator network -o 'jsonpath={.status.conditions[?(@.type=="Available")].status}'
    expect 'False' "ClusterOperator network is not degraded" \
        oc get clusteroperator network -o 'jsonpath={.status.conditions[?(@.type=="Degraded")].status}'
}

check_mtu() {
    if [[ -z $CLUSTER_MTU ]]; then
        not_applicable "MTU: the spec names none"
        return
    fi
    expect "$CLUSTER_MTU" "the cluster network's MTU is $CLUSTER_MTU" \
        oc get networks.config.openshift.io cluster -o 'jsonpath={.status.clusterNetworkMTU}'
}

ovnkube_pods() {
    oc get pods -n openshift-ovn-kubernetes -l=app=ovnkube-node -o name
}

check_pod_to_pod() {
    local pod pods unready
    if ! pods=$(ovnkube_pods) || [[ -z $pods ]]; then
        fail "no ovnkube-node pod was found"
        return
    fi
    for pod in $pods; do
        unready=$(oc get -n openshift-ovn-kubernetes "$pod" \
            -o 'jsonpath={.status.containerStatuses[?(@.ready==false)].name}' 2>&1)
        if [[ -z $unready ]]; then
            pass "$pod: all containers are ready"
        else
            fail "$pod: not ready: $unready"
        fi
        if [[ $MODE == Full ]]; then
            expect 'true' "$pod: pod-to-pod traffic is encrypted" \
                oc -n openshift-ovn-kubernetes rsh "$pod" ovn-nbctl --no-leader-only get nb_global . ipsec
        fi
    done
    [[ $MODE == Full ]] || not_applicable "pod-to-pod encryption: the mode is $MODE"
}

# check_pool POOL MACHINE_CONFIG...: the pool is updated, and its configuration has what it should have.
check_pool() {
    local pool=$1 config
    shift
    expect 'True False False' "pool $pool: UPDATED=true, UPDATING=false, DEGRADED=false" \
        oc get mcp "$pool" -o 'jsonpath={.status.conditions[?(@.type=="Updated")].status} {.status.conditions[?(@.type=="Updating")].status} {.status.conditions[?(@.type=="Degraded")].status}'
    for config in "$@"; do
        # Once in what the pool is to have, and once in what its nodes do have.
        expect "$config $config" "pool $pool: $config is rolled out" \
            oc get mcp "$pool" -o "jsonpath={.spec.configuration.source[?(@.name==\"$config\")].name} {.status.configuration.source[?(@.name==\"$config\")].name}"
    done
}

check_operator() {
    if [[ ${#CONNECTIONS[@]} == 0 ]]; then
        not_applicable "NMState operator: the spec has no connections"
        return
    fi
    expect 'AtLatestKnown' "the NMState operator is installed" \
        oc get subscriptions.operators.coreos.com kubernetes-nmstate-operator -n openshift-nmstate -o 'jsonpath={.status.state}'
}

# on_node NODE COMMAND...: what the command prints on the node.
on_node() {
    local node=$1
    shift
    oc debug -q "node/$node" -- chroot /host "$@" </dev/null
}

check_import() {
    local node=$1 nickname=$2
    expect 'success' "node $node: ipsec-import.service has succeeded" \
        on_node "$node" systemctl show -p Result --value ipsec-import.service
    if on_node "$node" certutil -K -d sql:/var/lib/ipsec/nss -n "$nickname" >/dev/null 2>&1; then
        pass "node $node: certificate $nickname and its key are in the NSS database"
    else
        fail "node $node: certificate $nickname has no key in the NSS database"
    fi
}

check_name() {
    local node=$1 name=$2
    if on_node "$node" getent hosts "$name" >/dev/null 2>&1; then
        pass "node $node: $name resolves"
    else
        fail "node $node: $name does not resolve"
    fi
}

# check_connection POLICY NODE INTERFACE STATE
check_connection() {
    local policy=$1 node=$2 interface=$3 state=$4 uuid status
    expect 'True' "$policy: applied on node $node" \
        oc get nnce "$node.$policy" -o 'jsonpath={.status.conditions[?(@.type=="Available")].status}'
    uuid=$(on_node "$node" nmcli -g connection.uuid connection show "$interface" 2>/dev/null)
    if [[ $state == absent ]]; then
        if [[ -z $uuid ]]; then
            pass "$policy: $interface is gone from node $node"
        else
            fail "$policy: $interface is still on node $node"
        fi
        return
    fi
    # libreswan knows the connection by NetworkManager's UUID.
    status=$(on_node "$node" ipsec trafficstatus 2>/dev/null)
    if [[ -n $uuid && $status == *"$uuid"* ]]; then
        pass "$policy: the tunnel is up on node $node"
    else
        fail "$policy: no tunnel is up on node $node"
    fi
}

main() {
    local line
    command -v oc >/dev/null || { echo "oc is not on the PATH" >&2; exit 2; }
    echo "cluster $CLUSTER"
    check_network
    check_mtu
    check_pod_to_pod
    for line in "${POOLS[@]}"; do
        # shellcheck disable=SC2086 # a line is a pool and its configs
        check_pool $line
    done
    check_operator
    for line in "${NAMES[@]}"; do
        # shellcheck disable=SC2086 # a line is a node and a name
        check_name $line
    done
    for line in "${IMPORTS[@]}"; do
        # shellcheck disable=SC2086 # a line is a node and a nickname
        check_import $line
    done
    for line in "${CONNECTIONS[@]}"; do
        # shellcheck disable=SC2086 # a line is a policy, its node, its interface and its state
        check_connection $line
    done
    if [[ $failures -gt 0 ]]; then
        echo "$failures failed"
        exit 1
    fi
    echo "nothing failed"
}

main
