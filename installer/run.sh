#!/bin/sh
# Open the window; on a machine with no screen do the same morning's work headless and say so.
set -eu
cd "$(dirname "$0")/.."
if [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ]; then
    exec .venv/bin/python -m ui
fi
place="${RECOUP_DEMO:-demo}"
if [ -e "$place" ]; then
    place="demo-$(date +%Y%m%d-%H%M%S)"
fi
echo "No screen here, so this runs the demo: one made-up morning at the desk, in $place/"
.venv/bin/recoup demo --data "$place/data" --share "$place/share" --out "$place/out"
echo "Made: $place/out (PDFs), $place/share (the finance batch and its acknowledgement), $place/data (the encrypted store)"
