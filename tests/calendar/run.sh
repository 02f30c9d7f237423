#!/bin/sh
# Installs the judges into build/calendar, then lets them judge: tests/calendar/run.sh [PYTEST-ARGUMENTS]
set -eu
cd "$(dirname "$0")/../.."
place=build/calendar
mkdir -p "$place"

need() { # COMMAND-THAT-SUCCEEDS-IF-PRESENT PACKAGE...
    probe=$1
    shift
    sh -c "$probe" >/dev/null 2>&1 && return
    if [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; then
        apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >/dev/null
    else
        echo "Missing: $*. Install with: sudo apt-get install $*" >&2
        exit 1
    fi
}

need "pkg-config --exists libical && cc --version" gcc libc6-dev pkg-config libical-dev
need "node --version && npm --version" nodejs npm

cc -O1 -Wall -Wextra -Werror -o "$place/libical_judge" tests/calendar/libical_judge.c \
    $(pkg-config --cflags --libs libical)
[ -f "$place/node/node_modules/ical.js/dist/ical.js" ] ||
    npm install --silent --no-audit --no-fund --no-save --no-package-lock --prefix "$place/node" ical.js@2.2.1
# khal stands on another version of icalendar than ours, so it has an environment of its own
[ -x "$place/venv/bin/khal" ] || {
    python3 -m venv "$place/venv"
    "$place/venv/bin/pip" install --quiet 'khal>=0.11,<0.14' 'vdirsyncer>=0.19,<0.21' 'radicale>=3.5,<4'
}

exec .venv/bin/pytest -o python_files='check_*.py' -p no:randomly --timeout=900 tests/calendar "$@"
