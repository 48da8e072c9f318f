# shellcheck shell=bash
# Long steps that a signal ends at once, with all that they started. Needs lock.sh.

step_pid=

# Runs a command so that a signal to the script is heard during it: bash hears signals in `wait`, not behind a command.
# The command gets a process group of its own, which job control gives, to be ended as a whole.
run_step() {
    local status=0
    set -m
    "$@" </dev/null 9>&- &
    step_pid=$!
    set +m
    wait "$step_pid" || status=$?
    step_pid=
    return "$status"
}

# Ends the step under way, for the script's EXIT trap: SIGINT lets a test runner tidy up; ten seconds must do.
end_step() {
    [[ -n $step_pid ]] || return 0
    local tries
    kill -INT -- "-$step_pid" 2>/dev/null || return 0
    for ((tries = 0; tries < 100; tries++)); do
        kill -0 -- "-$step_pid" 2>/dev/null || return 0
        sleep 0.1
    done
    kill -KILL -- "-$step_pid" 2>/dev/null || true
}
