# shellcheck shell=bash
# A private PostgreSQL: its own cluster, reachable over a unix socket by its owner only, stopped with the script.
# Debian's own cluster is never touched. Needs say.sh and lock.sh.

postgres_pid=
postgres_socket=
# The command that gives up root's rights where we have them; it also ties what it starts to the script's life.
database_rights=(setpriv)

# Starts PostgreSQL on the cluster in a folder, made when missing; further words are settings (name=value).
start_postgres() {
    local folder log cluster
    ((EUID != 0)) ||
        database_rights+=(--reuid "$(database_user)" --regid "$(id --group "$(database_user)")" --init-groups)
    folder=$(database_folder "$1")
    log=$1/postgresql.log
    cluster=$folder/postgresql
    shift
    [[ $log == "$folder"/* ]] || say "PostgreSQL runs as $(database_user), who cannot reach ${log%/*}: data in $folder"
    end_leftover_postgres "$cluster"
    [[ -d $cluster ]] || make_cluster "$cluster" "$log"
    make_socket_folder "$folder"
    launch_postgres "$cluster" "$log" "$@"
    wait_for_postgres "$log"
}

# Stops the PostgreSQL that this script started, for its EXIT trap.
stop_postgres() {
    [[ -n $postgres_pid ]] || return 0
    # SIGINT is PostgreSQL's fast shutdown: it ends connections and writes everything down.
    kill -INT "$postgres_pid" 2>/dev/null || true
    wait "$postgres_pid" 2>/dev/null || true
    rm -rf "$postgres_socket"
    postgres_pid=
}

# How to connect to a database of that PostgreSQL as a role (libpq's conninfo).
connection() {
    printf 'host=%s port=5432 dbname=%s user=%s' "$postgres_socket" "$1" "$2"
}

# Runs SQL from standard input; prints bare values, stops at the first error.
psql_at() {
    psql --no-psqlrc --quiet --tuples-only --no-align --set ON_ERROR_STOP=1 --dbname "$1"
}

# The folder that holds the cluster: the one asked for or, where its owner cannot reach that (root's clone in a home
# of mode 0700), one under /var/tmp. What was once put there stays there, or the data would seem to be lost.
database_folder() {
    local fallback
    fallback=/var/tmp/samlyft-$(short_name "$1")
    if [[ ! -e $fallback ]] && as_database_user test -x "$1"; then
        printf '%s' "$1"
        return
    fi
    mkdir -p "$fallback"
    # Anyone may make a folder in /var/tmp: one that is not ours is not trusted.
    [[ -O $fallback && ! -L $fallback ]] || fail "$fallback belongs to someone else; remove it or use --data DIR."
    printf '%s' "$fallback"
}

# Removes all that a private PostgreSQL kept for a folder.
remove_database() {
    rm -rf "$1/postgresql" "$1/postgresql.new" "/var/tmp/samlyft-$(short_name "$1")"
}

# A cluster is built aside and renamed when complete, so that a start cut short leaves no half of one.
make_cluster() {
    local cluster=$1 log=$2
    say "Making a PostgreSQL cluster in $cluster"
    rm -rf "$cluster.new"
    mkdir -m 0700 "$cluster.new"
    ((EUID != 0)) || chown "$(database_user)": "$cluster.new"
    # Anyone who reaches the socket is trusted; its folder lets nobody but the owner (and root) reach it.
    as_database_user "$(postgres_programs)/initdb" --pgdata "$cluster.new" --username postgres --auth-local trust \
        --auth-host reject --encoding UTF8 --locale C.UTF-8 >"$log" 2>&1 ||
        fail "initdb failed: $(tail -n 5 "$log")"
    mv "$cluster.new" "$cluster"
}

# A socket's path may have 107 bytes (unix(7)), less than many a clone's, so it lies in /tmp under a short name.
make_socket_folder() {
    postgres_socket=/tmp/samlyft-$(short_name "$1")
    rm -rf "$postgres_socket" 2>/dev/null || true
    mkdir -m 0700 "$postgres_socket" || fail "$postgres_socket belongs to someone else; remove it."
    ((EUID != 0)) || chown "$(database_user)": "$postgres_socket"
}

launch_postgres() {
    local cluster=$1 log=$2 program options=() setting
    program=$(postgres_programs "$cluster")/postgres
    shift 2
    for setting in listen_addresses= port=5432 "unix_socket_directories=$postgres_socket" \
        unix_socket_permissions=0700 timezone=UTC log_timezone=UTC "$@"; do
        options+=(-c "$setting")
    done
    # A session of its own: Ctrl-C reaches the script alone, which stops the service first. Should the script be
    # killed, the kernel sends PostgreSQL the signal of a fast shutdown.
    setsid env --chdir / "${database_rights[@]}" --pdeathsig INT "$program" -D "$cluster" "${options[@]}" \
        </dev/null >>"$log" 2>&1 9>&- &
    postgres_pid=$!
}

wait_for_postgres() {
    local log=$1 tries
    for ((tries = 0; tries < 600; tries++)); do
        kill -0 "$postgres_pid" 2>/dev/null || break
        "$(postgres_programs)/pg_isready" --quiet --dbname "$(connection postgres postgres)" && return 0
        sleep 0.1
    done
    fail "PostgreSQL did not start; $log ends with:
$(tail -n 10 "$log")"
}

# A PostgreSQL that outlived its script is stopped. A pid file whose process is gone, or is another program by now, is
# removed, since PostgreSQL would take that program for itself.
end_leftover_postgres() {
    local file=$1/postmaster.pid pid tries
    [[ -e $file ]] || return 0
    pid=$(head -n 1 "$file")
    for ((tries = 0; tries < 300; tries++)); do
        is_postgres_on "$1" "$pid" || break
        ((tries)) || say "Stopping a PostgreSQL left from an earlier start (process $pid)"
        ((tries)) || kill -INT "$pid"
        sleep 0.1
    done
    is_postgres_on "$1" "$pid" && fail "process $pid still uses $1 and does not stop; stop it first."
    rm -f "$file"
}

is_postgres_on() {
    tr '\0' '\n' 2>/dev/null <"/proc/$2/cmdline" | grep --quiet --fixed-strings --line-regexp -e "$1"
} 2>/dev/null

# The folder with PostgreSQL's programs: of the version that made the cluster, else the newest.
postgres_programs() {
    local version=
    [[ -z ${1:-} ]] || version=$(cat "$1/PG_VERSION")
    local programs
    programs=$(compgen -G "/usr/lib/postgresql/${version:-*}/bin" | sort --version-sort | tail -n 1)
    [[ -n $programs ]] ||
        fail "$1 was made by PostgreSQL $version, which is not installed. Install it, or remove that folder."
    printf '%s' "$programs"
}

# PostgreSQL refuses to run as root.
database_user() {
    if ((EUID != 0)); then
        id --user --name
    elif id postgres >/dev/null 2>&1; then
        printf postgres
    else
        printf nobody
    fi
}

as_database_user() {
    env --chdir / "${database_rights[@]}" --pdeathsig TERM "$@"
}

short_name() {
    printf '%s:%s' "$EUID" "$1" | sha256sum | cut -c 1-12
}
