# shellcheck shell=bash
# One start at a time on the same data. Needs say.sh.
#
# The kernel drops the lock when the script ends, however it ends, so no stale lock can be left behind. The lock is
# descriptor 9; whatever is started and may outlive the script must be started with 9>&-.

# Holds the lock of a folder until the script ends.
hold_lock() {
    exec 9>>"$1/lock"
    flock --nonblock 9 || fail "$2 is already working on $1 (process $(head -n 1 "$1/lock"))."
    printf '%s\n' "$$" >"$1/lock"
}

# Whether a script holds the lock of a folder now.
lock_is_held() {
    [[ -e $1/lock ]] && ! flock --nonblock "$1/lock" true
}
