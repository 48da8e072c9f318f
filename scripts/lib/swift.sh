# shellcheck shell=bash
# The Swift toolchain, which Debian does not package. Needs say.sh.

need_swift() {
    command -v swift >/dev/null ||
        fail "no swift in PATH. Install Swift 6.2 or newer for Debian 12 (https://www.swift.org/install/linux/)."
    local version
    version=$(swift --version 2>/dev/null | grep --only-matching --max-count 1 -E 'version [0-9]+\.[0-9]+')
    printf '%s\n' 6.2 "${version#version }" | sort --version-sort --check=silent ||
        fail "Swift ${version#version } is too old; install 6.2 or newer."
}
