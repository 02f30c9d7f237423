#!/usr/bin/env bash
# Makes the checkout runnable: bootstrap.sh run | test
#
# Finds a Python, creates .venv, installs the program (and for "test" its tools) with the versions
# of constraints.txt, and sees to the system libraries that Qt opens. System packages are installed
# where that is possible without asking (root, apt); otherwise the exact command is printed and the
# script fails. A stamp in .venv makes the next call quick.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

profile=${1:-run}
package_list=packaging/dev/apt-packages.txt
oldest=3.11

say() { printf '%s\n' "$*" >&2; }
fail() { say "$*"; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }
have_apt() { have apt-get && have dpkg-query; }

# --- system packages ---------------------------------------------------------------------------

# Silent unless it fails.
apt_get() {
    local log
    log=$(mktemp)
    if DEBIAN_FRONTEND=noninteractive \
        apt-get -o DPkg::Lock::Timeout=300 -q -y "$@" >"$log" 2>&1 </dev/null; then
        rm -f "$log"
        return 0
    fi
    tail -n 20 "$log" >&2
    rm -f "$log"
    return 1
}

refreshed=
refresh_apt() {
    [ -n "$refreshed" ] || [ "$(id -u)" -ne 0 ] && return 0
    refreshed=yes
    apt_get update || say "apt-get update failed; trying with the package lists at hand."
}

is_installed() {
    [ "$(dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

is_available() {
    [ -n "$(apt-cache show --no-all-versions "$1" 2>/dev/null)" ]
}

# Prints the packages of the given purposes that are not installed, by the name used here.
missing_packages() {
    local purpose names name found
    while read -r purpose names; do
        case " $* " in *" $purpose "*) ;; *) continue ;; esac
        found=
        for name in ${names//|/ }; do is_installed "$name" && found=yes; done
        [ -z "$found" ] || continue
        for name in ${names//|/ }; do
            if is_available "$name"; then found=$name; break; fi
        done
        printf '%s\n' "${found:-${names##*|}}"
    done < <(grep -v '^#' "$package_list")
}

install_packages() {
    [ $# -gt 0 ] || return 0
    if [ "$(id -u)" -eq 0 ]; then
        say "Installing with apt: $*"
        refresh_apt
        apt_get install --no-install-recommends "$@" || fail "apt could not install: $*"
    else
        say "System packages are missing. Install them with:"
        say ""
        say "    sudo apt-get install --no-install-recommends $*"
        say ""
        fail "and give the command again."
    fi
}

# --- Python ------------------------------------------------------------------------------------

is_recent_python() {
    "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    local name
    for name in ${PYTHON:-} python3 python3.14 python3.13 python3.12 python3.11; do
        if have "$name" && is_recent_python "$name"; then command -v "$name"; return; fi
    done
    return 1
}

ensure_python() {
    python=$(find_python) && return
    have_apt || fail "Python $oldest or later is needed: https://www.python.org/downloads/"
    refresh_apt
    if is_available python3.11; then
        install_packages python3.11 python3.11-venv
    else
        install_packages python3 python3-venv
    fi
    python=$(find_python) || fail "Python $oldest or later is needed; this release of the system has only $(python3 -V)."
}

ensure_venv_module() {
    "$python" -c 'import ensurepip, venv' >/dev/null 2>&1 && return
    have_apt || fail "$python has no venv module. Install the one that belongs to it."
    refresh_apt
    local version
    version=$("$python" -c 'import sys; print("{}.{}".format(*sys.version_info))')
    if is_available "python$version-venv"; then
        install_packages "python$version-venv"
    else
        install_packages python3-venv
    fi
}

# What the environment was made from; any change installs anew.
fingerprint() {
    { pwd; cat pyproject.toml constraints.txt "$package_list" "${BASH_SOURCE[0]}"; } | cksum
}

venv_works() {
    [ -x .venv/bin/python ] && is_recent_python .venv/bin/python &&
        .venv/bin/python -m pip --version >/dev/null 2>&1
}

ensure_venv() {
    if ! venv_works; then
        ensure_python
        ensure_venv_module
        say "Creating .venv with $("$python" -V)"
        "$python" -m venv --clear .venv
    fi
    say "Installing QTML Companion into .venv"
    local extras=
    [ "$profile" = test ] && extras='[dev]'
    .venv/bin/python -m pip install --disable-pip-version-check -q -e ".$extras" -c constraints.txt
}

# --- Qt's libraries ----------------------------------------------------------------------------

qt_complaints() {
    .venv/bin/python packaging/dev/check_qt.py 2>&1
}

ensure_system_libraries() {
    [ "$(uname -s)" = Linux ] || return 0
    local complaints
    local -a purposes=(run) missing
    [ "$profile" = test ] && purposes+=(test)
    if have_apt && { [ "$profile" = test ] || [ "$(id -u)" -eq 0 ] || ! qt_complaints >/dev/null; }; then
        [ -z "$(missing_packages "${purposes[@]}")" ] || refresh_apt
        mapfile -t missing < <(missing_packages "${purposes[@]}")
        install_packages "${missing[@]}"
    fi
    complaints=$(qt_complaints) || fail "Qt cannot start on this machine: $complaints"
}

# --- Bytecode ------------------------------------------------------------------------------------

# Compiled once here; else each of the test processes would compile all tests at the same time.
compile_tests() {
    say "Compiling"
    env -u PYTHONDONTWRITEBYTECODE QT_QPA_PLATFORM=offscreen \
        .venv/bin/python -m pytest -q --collect-only >/dev/null 2>&1 || true
}

# -----------------------------------------------------------------------------------------------

case $profile in run | test) ;; *) fail "usage: bootstrap.sh run | test" ;; esac
current=$(fingerprint)
# What serves the tests serves the program too.
for stamp in .venv/.bootstrapped-"$profile" .venv/.bootstrapped-test; do
    if [ -x .venv/bin/qtml-companion ] && [ "$(cat "$stamp" 2>/dev/null)" = "$current" ]; then exit 0; fi
done
ensure_venv
ensure_system_libraries
[ "$profile" = run ] || compile_tests
printf '%s\n' "$current" >".venv/.bootstrapped-$profile"
