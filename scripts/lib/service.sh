# shellcheck shell=bash
# The service itself: started, awaited and stopped. Needs say.sh.

service_pid=

# Started at the root of the clone, where it finds Config. In a session of its own, so that Ctrl-C reaches the script
# alone; should the script be killed, the kernel tells the service to stop.
start_service() {
    local root=$1 binary=$2
    setsid env --chdir "$root" setpriv --pdeathsig TERM "$binary" serve </dev/null 9>&- &
    service_pid=$!
}

stop_service() {
    [[ -n $service_pid ]] || return 0
    kill -TERM "$service_pid" 2>/dev/null || true
    wait "$service_pid" 2>/dev/null || true
    service_pid=
}

wait_until_ready() {
    local port=$1 tries
    for ((tries = 0; tries < 300; tries++)); do
        kill -0 "$service_pid" 2>/dev/null || fail "the service ended while starting; see above."
        is_ready "$port" && return 0
        sleep 0.2
    done
    fail "the service does not answer 200 at /ready."
}

# Bash's own sockets, since a bare machine has no curl. Hears the answer out: hanging up early is an error to log.
is_ready() {
    # shellcheck disable=SC2016 # $1 and $line belong to the inner shell
    timeout 5 bash -c 'exec 3<>"/dev/tcp/127.0.0.1/$1"
        printf "GET /ready HTTP/1.1\r\nHost: 127.0.0.1:%s\r\nConnection: close\r\n\r\n" "$1" >&3
        read -r line <&3 && timeout 1 cat <&3 >/dev/null
        [[ $line == "HTTP/1.1 200"* ]]' ready "$1" 2>/dev/null
}

port_is_free() {
    ! (: <>"/dev/tcp/127.0.0.1/$1") 2>/dev/null
}
