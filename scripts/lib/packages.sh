# shellcheck shell=bash
# Debian packages: what is missing, and installing it. Needs say.sh.

# shellcheck disable=SC2034 # each list is read by the script that needs it
{
    packages_to_build=(ca-certificates g++ git libpq-dev pkg-config zlib1g-dev)
    # Recommended packages are left out, so the fonts that letters are printed with are named, and below what Chromium needs.
    packages_to_serve=(postgresql weasyprint fonts-dejavu-core)
    packages_to_test=(chromium chromium-sandbox fonts-dejavu-core fonts-liberation libical3 python3-venv)
}

# Installs those of the named packages that are missing, or says which they are and how to install them.
need_packages() {
    local missing=() package
    for package in "$@"; do
        package_is_there "$package" || missing+=("$package")
    done
    ((${#missing[@]})) || return 0
    command -v apt-get >/dev/null ||
        fail "this script installs packages on Debian only. Install what corresponds to: ${missing[*]}"
    may_install || fail "these packages are missing: ${missing[*]}
Install them as root, then start again:
    apt-get update && apt-get install --no-install-recommends ${missing[*]}"
    say "Installing from Debian: ${missing[*]}"
    debian_install "${missing[@]}"
}

package_is_there() {
    case $1 in
    # Any version will do, also one that does not come from the package named "postgresql".
    postgresql) compgen -G '/usr/lib/postgresql/*/bin/initdb' >/dev/null ;;
    *) [[ $(dpkg-query --show --showformat='${db:Status-Status}' "$1" 2>/dev/null) == installed ]] ;;
    esac
}

# Root may; others by sudo, which may ask for a password only where someone can type it.
may_install() {
    ((EUID == 0)) && return 0
    command -v sudo >/dev/null || return 1
    sudo --non-interactive true 2>/dev/null && return 0
    [[ -t 0 && ${CI:-} != true ]] && sudo --validate
}

debian_install() {
    apt_get update -qq || say "The package lists could not be renewed; trying with those that are there"
    if [[ " $* " == *" postgresql "* ]]; then
        keep_debian_from_starting_a_cluster
    fi
    apt_get install -qq --yes --no-install-recommends "$@"
}

# Debian's postgresql package makes a cluster "main" and starts it on port 5432. We use none of it, so where
# PostgreSQL was never installed the package is told not to. Where it was, its settings are left as they are.
keep_debian_from_starting_a_cluster() {
    [[ -e /etc/postgresql-common/createcluster.conf ]] && return 0
    apt_get install -qq --yes --no-install-recommends postgresql-common
    as_root sed -i -E 's/^#? *create_main_cluster *=.*/create_main_cluster = false/' \
        /etc/postgresql-common/createcluster.conf
    say "Told Debian not to start a PostgreSQL of its own (/etc/postgresql-common/createcluster.conf)"
}

# apt-get that waits for another one to finish, never asks, and draws no progress bars.
apt_get() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -o Dpkg::Use-Pty=0 "$@" </dev/null
}

as_root() {
    if ((EUID == 0)); then "$@"; else sudo "$@"; fi
}
