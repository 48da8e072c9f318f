# shellcheck shell=bash
# What the scripts say while they work. Every step bears the seconds since the script began.

# One step, said when it begins.
say() {
    printf '[%4d s] %s\n' "$SECONDS" "$*"
}

# The reason why the script cannot go on. Goes to standard error: standard output may be read by a program.
fail() {
    printf '%s: %s\n' "${0##*/}" "$*" >&2
    exit 1
}
