#!/usr/bin/env bash
# Starts the program; without a display, the tour that does the whole job on the sample.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."

program=.venv/bin/qtml-companion
if [ $# -eq 0 ] && [ "$(uname -s)" = Linux ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    echo "There is no display here, so no window can be shown."
    echo "Running the same job without one, on the sample, into build/tour:"
    echo
    exec "$program" tour --output build/tour
fi
exec "$program" "$@"
