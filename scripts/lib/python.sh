# shellcheck shell=bash
# The Python environment of the contract and browser tests. Needs say.sh and steps.sh.

# Makes the environment in a folder from a list of requirements, or leaves it when it was made from the same list.
need_python_environment() {
    local folder=$1 requirements=$2
    # The mark is written last: an environment whose making was cut short has none.
    cmp --silent "$requirements" "$folder/made-from" && return 0
    say "Installing from PyPI: $(grep -v '^#' "$requirements" | paste -s -d ' ')"
    # Debian's Python, whatever else is first in PATH: the packages above are for it.
    run_step /usr/bin/python3 -m venv --clear "$folder"
    run_step "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$requirements"
    cp "$requirements" "$folder/made-from"
}
