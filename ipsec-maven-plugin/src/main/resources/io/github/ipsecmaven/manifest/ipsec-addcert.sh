#!/bin/bash
# Brings libreswan's NSS database in line with the files that the machine configs put on this node.
#
# Wanted: each anchor /etc/pki/certs/ca.pem (nickname CA) and ca-<key>.pem (CA-<key>), and each bundle that a line of
# /etc/pki/certs/ipsec-import.list promises to this node. A line has four fields, one tab between them:
#   <node, or * for every node>  <bundle's file name>  <nickname>  <password file, or - for the empty password>
# A list without such a line: the pool is purged, anchors too. No list: nothing to do yet.
# This node is the one of the list that has the kernel's host name, else the only one with its first label, where one
# of the two names is short. A host that the list does not name gets what * promises, which may be nothing. A host name
# that fits several nodes, or does not come in two minutes although the list names nodes, is a failure.
# Exit 0: the database holds just what is wanted, with its keys, and pluto knows, or is not running, not installed yet,
# or held (below). Else the certificates in use are as before, or the next run mends them.
# Removed is only what a run recorded in /var/lib/ipsec/nss-import.managed, never a name that starts with ovs_.
# A changed anchor restarts ipsec.service under libreswan 4; a new subject, and an older certificate than the one before,
# reconnect: both drop tunnels, the restart those between pods too. /etc/ipsec-import.hold puts them off, until it is
# gone and this unit is restarted.
set -euo pipefail
shopt -s inherit_errexit nullglob
umask 077
export LC_ALL=C

readonly certs=/etc/pki/certs list=/etc/pki/certs/ipsec-import.list
readonly live=/var/lib/ipsec/nss record=/var/lib/ipsec/nss-import.managed
readonly hold=/etc/ipsec-import.hold
readonly run=/run/ipsec-import scratch=/run/ipsec-import/scratch # in memory: the scratch databases hold keys
readonly clean=$scratch/clean rehearsal=$scratch/rehearsal no_password=$scratch/no-password

declare -A anchors=() bundles=() passwords=() # by nickname
recorded='' wanted='' outdated='' obsolete='' # nicknames, one per line

main() {
    tools_are_here || return 0
    if [[ ! -f $list ]]; then
        echo "there is no $list yet: nothing to do"
        return
    fi
    take_the_lock
    read_the_list
    try_the_files
    roll_back
    compare_with "$live"
    if [[ -n $outdated$obsolete ]]; then
        change_the_database
    else
        echo "unchanged: ${#anchors[@]} anchors, ${#bundles[@]} bundles"
    fi
    # Also what was there already, from the published procedure: it is ours from now on.
    recorded=$(printf '%s\n' "$recorded" "${!anchors[@]}" "${!bundles[@]}")
    remember "$(common "$recorded" "$(nicknames "$live" 2>/dev/null)")"
    tell_pluto
}

fail() {
    echo "FAILED: $*" >&2
    exit 1
}

# Also where a command failed that no line here expects to.
finish() {
    local status=$?
    rm -rf "$scratch"
    [[ $status == 0 ]] || echo "FAILED with status $status: the certificates in use are as before, or the next run mends them"
}

# try <what has failed if it fails> <command>; only then the command's output matters.
try() {
    local output
    output=$("${@:2}" 2>&1) || fail "$1: $output"
}

installed() { command -v "$1" >/dev/null; }

lines() { { grep . || true; } <<<"$1" | sort -u; }
common() { comm -12 <(lines "$1") <(lines "$2"); }
without() { comm -23 <(lines "$1") <(lines "$2"); }
has_line() { grep -qxF -e "$2" <<<"$1"; }

tools_are_here() {
    ! installed certutil || ! installed pk12util || return 0
    ! installed ipsec || fail "libreswan is installed, but certutil or pk12util is missing"
    echo "libreswan is not installed yet: nothing imported, the boot that brings it will"
    return 1
}

take_the_lock() {
    mkdir -p "$run"
    exec 9>"$run/lock"
    flock -w 240 9 || fail "another import does not end"
    trap finish EXIT
    rm -rf "$scratch"
    mkdir "$scratch"
    echo >"$no_password"
    [[ ! -f $record ]] || recorded=$(<"$record")
}

read_the_list() {
    local line number=0 entries=() names='' node=''
    local entry=$'^([^\t]+)\t([^\t/]+)\t([^\t]+)\t(-|/[^\t]+)$'
    while IFS= read -r line || [[ -n $line ]]; do
        number=$((number + 1))
        [[ -n $line && $line != \#* ]] || continue
        [[ $line =~ $entry ]] || fail "$list, line $number: not <node> <bundle> <nickname> <password file or ->"
        entries+=("$line")
        [[ ${BASH_REMATCH[1]} == '*' ]] || names+=${BASH_REMATCH[1]}$'\n'
    done <"$list"
    [[ ${#entries[@]} -gt 0 ]] || return 0

    want_anchors
    [[ -z $names ]] || node=$(this_node "$names")
    for line in "${entries[@]}"; do
        [[ $line =~ $entry && (${BASH_REMATCH[1]} == '*' || ${BASH_REMATCH[1]} == "$node") ]] || continue
        want_bundle "${BASH_REMATCH[@]:2}"
    done
    [[ -n $node || -z $names ]] || echo "$list does not name $(host_name): ${#bundles[@]} bundles for it"
}

want_anchors() {
    local file key
    [[ ! -f $certs/ca.pem ]] || anchors[CA]=$certs/ca.pem
    for file in "$certs"/ca-*.pem; do
        key=${file##*/ca-}
        anchors[CA-${key%.pem}]=$file
    done
}

want_bundle() {
    local file=$certs/$1 nickname=$2 password=$3
    [[ $password != - ]] || password=$no_password
    [[ -f $file && -f $password ]] || fail "$file, promised to this node, or its password file is missing"
    [[ ${bundles[$nickname]-$file} == "$file" ]] || fail "two bundles are promised under the nickname $nickname"
    bundles[$nickname]=$file
    passwords[$nickname]=$password
}

this_node() {
    local names=$1 host same_label fits
    host=$(host_name) || fail "this host has no name yet, and $list names nodes"
    if has_line "$names" "$host"; then
        echo "$host"
        return
    fi
    same_label=$(lines "$names" | awk -F. -v label="${host%%.*}" '$1 == label')
    fits=$same_label
    [[ $host != *.* ]] || fits=$(awk '!/\./' <<<"$same_label") # two different full names are two hosts
    [[ -z $fits || $fits == "$same_label" && $fits != *$'\n'* ]] || fail "$list names several nodes that $host may be"
    echo "$fits"
}

host_name() {
    local name
    for _ in {1..120}; do
        name=$(</proc/sys/kernel/hostname)
        case $name in
            '' | '(none)' | localhost | localhost.*) sleep 1 ;;
            *) echo "${name,,}" && return ;;
        esac
    done
    return 1
}

# The password of a database always comes from a file, libreswan's own or an empty line, so nothing can ask for it.
nss_password() {
    local file=/etc/ipsec.d/nsspassword
    [[ -f $file ]] || file=$no_password
    echo "$file"
}

nss() { certutil -d "sql:$1" -f "$(nss_password)" "${@:2}"; }

create() {
    [[ ! -f $1/cert9.db || ! -f $1/key4.db ]] || return 0
    mkdir -p "$1"
    ! installed restorecon || try "cannot label $1" restorecon "$1"
    try "cannot create the database $1" nss "$1" -N
}

# What a killed writer left half written is rolled back by opening for writing only, so this changes nothing that is.
roll_back() {
    local journals=("$live"/*.db-journal)
    [[ ${#journals[@]} == 0 ]] || nss "$live" -M -n 'nothing at all' -t ,, &>/dev/null || true
}

nicknames() { [[ ! -f $1/cert9.db ]] || nss "$1" -L | sed -nE 's/ +[A-Za-z]*,[A-Za-z]*,[A-Za-z]* *$//p' | sort -u; }

# All certificates of the nickname's subject, one PEM per line.
certificates() {
    { nss "$1" -L -a -n "$2" 2>/dev/null || true; } | tr -d '\r\n' | sed 's/-----END CERTIFICATE-----/&\n/g' | sort -u
}

all_certificates() {
    local nickname
    nicknames "$1" | while IFS= read -r nickname; do
        certificates "$1" "$nickname"
    done
}

has_key() { nss "$1" -K -n "$2" &>/dev/null; }

names_of() { { nss "$1" -L -n "$2" 2>/dev/null || true; } | sed -n "s/^ *$3: //p" | sort -u; }

# -F takes a certificate with its key, and does nothing, successfully, to one without.
drop() {
    local db=$1 nickname=$2 before
    [[ $nickname != ovs_* ]] || fail "$nickname is the cluster's own"
    for _ in {1..50}; do
        before=$(certificates "$db" "$nickname")
        [[ -n $before ]] || return 0
        ! has_key "$db" "$nickname" || try "cannot remove the key of $nickname" nss "$db" -F -n "$nickname"
        [[ $(certificates "$db" "$nickname") != "$before" ]] ||
            try "cannot remove $nickname" nss "$db" -D -n "$nickname"
    done
    fail "$nickname does not go away"
}

import_all() {
    local db=$1 nickname file
    for nickname in "${!anchors[@]}"; do
        file=${anchors[$nickname]}
        try "cannot import $file" nss "$db" -A -n "$nickname" -t CT,C,C -i "$file"
    done
    for nickname in "${!bundles[@]}"; do
        file=${bundles[$nickname]}
        try "cannot import $file" pk12util -d "sql:$db" -k "$(nss_password)" -i "$file" -w "${passwords[$nickname]}"
    done
}

# A database with nothing but the wanted files tells whether they are sound, and what a right one looks like.
try_the_files() {
    local nickname
    create "$clean"
    import_all "$clean"
    wanted=$(nicknames "$clean")
    for nickname in "${!bundles[@]}"; do
        if [[ $(certificates "$clean" "$nickname" | wc -l) != 1 ]] || ! has_key "$clean" "$nickname" ||
            ! has_line "$wanted" "$nickname"; then
            fail "${bundles[$nickname]} does not bring one certificate with its key under the nickname $nickname"
        fi
    done
    while IFS= read -r nickname; do
        [[ $nickname != ovs_* ]] || fail "the nickname $nickname is the cluster's own"
        [[ -z ${bundles[$nickname]-}${anchors[$nickname]-} ]] || continue
        ! has_key "$clean" "$nickname" || fail "a bundle brings a second key, $nickname"
        # libreswan trusts every self-signed authority of its database.
        [[ -z $(common "$(names_of "$clean" "$nickname" Subject)" "$(names_of "$clean" "$nickname" Issuer)") ]] ||
            fail "a bundle brings the root $nickname, which no ca*.pem names"
    done < <(lines "$wanted")
}

is_ours() { [[ -n ${bundles[$1]-}${anchors[$1]-} ]] || has_line "$recorded" "$1"; }

# An intermediate that came with a bundle may also lie under somebody else's nickname.
is_in_place() {
    local db=$1 nickname=$2 right
    right=$(certificates "$clean" "$nickname")
    if ! is_ours "$nickname"; then
        [[ -z $(without "$right" "$(all_certificates "$db")") ]]
        return
    fi
    [[ $(certificates "$db" "$nickname") == "$right" ]] || return 1
    [[ -z ${bundles[$nickname]-} ]] || has_key "$db" "$nickname"
}

# NSS files a wanted intermediate as "Issuing - Acme #2" where a nickname that is not ours has its subject.
is_numbered() {
    [[ $2 == *' #'+([0-9]) && -n $(common "$(certificates "$1" "$2")" "$(all_certificates "$clean")") ]]
}

compare_with() {
    local db=$1 present nickname
    # A database that was never initialised cannot be read; to import initialises it.
    present=$(nicknames "$db" 2>/dev/null) || [[ -n $wanted || -z $recorded ]] || fail "cannot read the database $db"
    obsolete=$(without "$(common "$recorded" "$present")" "$wanted" | while IFS= read -r nickname; do
        is_numbered "$db" "$nickname" || printf '%s\n' "$nickname"
    done)
    outdated=$(lines "$wanted" | while IFS= read -r nickname; do
        is_in_place "$db" "$nickname" || printf '%s\n' "$nickname"
    done)
}

# The live database is changed only after a copy of it took the same change.
change_the_database() {
    local leaving=$obsolete coming=$outdated before added
    before=$(nicknames "$live" 2>/dev/null) || before=''
    mkdir "$rehearsal"
    [[ ! -f $live/cert9.db ]] || cp "$live"/*.db "$rehearsal"
    bring_in_line "$rehearsal"
    added=$(without "$(nicknames "$rehearsal")" "$before")

    owe_pluto "$leaving"$'\n'"$coming"
    remember "$(printf '%s\n' "$recorded" "$added" "${!anchors[@]}" "${!bundles[@]}")"
    bring_in_line "$live"
    [[ -z $leaving ]] || echo "removed: ${leaving//$'\n'/, }"
    [[ -z $coming ]] || echo "imported: ${coming//$'\n'/, }"
}

bring_in_line() {
    local db=$1 nickname
    create "$db"
    compare_with "$db"
    while IFS= read -r nickname; do
        ! is_ours "$nickname" || drop "$db" "$nickname"
    done < <(lines "$obsolete"$'\n'"$outdated")
    import_all "$db"
    make_room "$db"
    compare_with "$db"
    [[ -z $outdated$obsolete ]] ||
        fail "cannot import ${outdated//$'\n'/, }: a nickname that is not ours has its subject"
}

# NSS files a certificate under the nickname that its subject has already. What the published procedure left gives way.
make_room() {
    local db=$1 nickname
    while IFS= read -r nickname; do
        ! has_line "$wanted" "$nickname" || continue
        is_left_over "$db" "$nickname" || continue
        [[ -n $(common "$(certificates "$db" "$nickname")" "$(all_certificates "$clean")") ]] || continue
        drop "$db" "$nickname"
        import_all "$db"
    done < <(nicknames "$db")
}

# Its nicknames, and that which NSS invents where another is taken: the common name, and " - " and the organisation.
is_left_over() {
    [[ $2 == CA || $2 == left_server || $(names_of "$1" "$2" Subject) == *CN="${2%% - *}"[,\"]* ]]
}

remember() {
    recorded=$(lines "$1")
    [[ -n $recorded || -f $record ]] || return 0
    mkdir -p "${record%/*}"
    echo "$recorded" >"$record.new"
    mv "$record.new" "$record"
}

# The unit is ordered before ipsec.service: what waits for that service from here waits for ever.
pluto_runs() { systemctl is-active --quiet ipsec.service; }

# Tells one start of ipsec.service from the next: what was owed to an earlier one is settled.
pluto_instance() { systemctl show --property=InvocationID --value ipsec.service || true; }

# Noted before the change, so that a run that is killed leaves the message to the next.
owe_pluto() {
    local nickname old
    pluto_runs || return 0
    pluto_instance >"$run/owed-reread"
    ! grep -qE '^CA(-|$)' <<<"$1" || pluto_instance >"$run/owed-restart"
    for nickname in "${!bundles[@]}"; do
        old=$(names_of "$live" "$nickname" Subject)
        [[ -z $old || $old == "$(names_of "$clean" "$nickname" Subject)" ]] || pluto_instance >"$run/owed-reconnect"
    done
}

is_owed() { [[ -f $run/owed-$1 && $(<"$run/owed-$1") == "$(pluto_instance)" ]]; }

# rereadcerts gives loaded connections their renewed certificates, but they keep the identity of the old subject.
tell_pluto() {
    local action=''
    pluto_runs || return 0
    ! is_owed reread || reread
    ! is_owed reconnect || action=reconnect
    ! is_owed restart || ! sees_anchors_only_at_start || action=restart
    [[ -n $action ]] || return 0
    if [[ -e $hold ]]; then
        echo "NOT IN USE: what changed waits for a $action, which $hold puts off"
        return
    fi
    echo "$action, as pluto cannot use what changed without: tunnels of this node drop for a moment"
    systemctl is-active --quiet ipsec-import-follow-up.service ||
        systemd-run --quiet --no-block --collect --unit=ipsec-import-follow-up "$0" "$action"
}

# Of all certificates of a nickname NSS gives out the latest, also one that is deleted while a connection holds it: so
# pluto finds no older one again before every connection has let go.
reread() {
    local output
    if output=$(timeout 30 ipsec whack --rereadcerts 2>&1); then
        echo "pluto has read the certificates again"
    elif [[ $output =~ reloading\ (left|right)cert=.*\ failed ]]; then
        echo "pluto cannot exchange a certificate in place: $output"
        pluto_instance >"$run/owed-reconnect"
    else
        fail "pluto does not read the certificates again: $output"
    fi
    rm "$run/owed-reread"
}

sees_anchors_only_at_start() { ! [[ $(ipsec --version) =~ Libreswan\ U?([0-9]+) ]] || ((BASH_REMATCH[1] < 5)); }

# In a unit of its own. NetworkManager's connections are in no file that pluto reads at its start. They are noted before
# they go down, so that a follow-up that is killed leaves them to the next, and all are down before one comes up.
follow_up() {
    local connection connections failed=''
    mkdir -p "$run"
    connections=$(libreswan_connections)
    echo "$connections" >"$run/connections"
    if [[ $1 == restart ]]; then
        try "ipsec.service does not restart" systemctl restart ipsec.service
    else
        while IFS= read -r connection; do
            nmcli --wait 60 connection down "$connection" || true
        done < <(lines "$connections")
    fi
    while IFS= read -r connection; do
        nmcli --wait 60 connection up "$connection" || failed+=" $connection"
    done < <(lines "$connections")
    [[ -z $failed ]] || fail "does not come up again:$failed"
    rm -f "$run/owed-reconnect" "$run/connections"
}

libreswan_connections() {
    local noted='' active='' connection
    installed nmcli || return 0
    [[ ! -f $run/connections ]] || noted=$(<"$run/connections")
    active=$(nmcli -t -f UUID,TYPE connection show --active | sed -n 's/:vpn$//p')
    while IFS= read -r connection; do
        [[ $(nmcli -g vpn.service-type connection show "$connection") != *.libreswan ]] || echo "$connection"
    done < <(lines "$noted"$'\n'"$active")
}

exec </dev/null 2>&1
case ${1-import} in
    import) main ;;
    restart | reconnect) follow_up "$1" ;;
    *) fail "unknown argument: $1" ;;
esac
