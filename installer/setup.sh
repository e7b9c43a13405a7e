#!/bin/sh
# Make .venv from the hash-locked requirements: `setup.sh run` to run, `setup.sh dev` to test too.
# Missing Debian packages are installed where this user may; otherwise the exact line is printed.
set -eu
cd "$(dirname "$0")/.."
want="${1:-run}"

has_library() { ldconfig -p 2>/dev/null | grep -q "$1" || /sbin/ldconfig -p 2>/dev/null | grep -q "$1"; }

missing=""
need() { case " $missing " in *" $1 "*) ;; *) missing="$missing $1" ;; esac; }

command -v python3 >/dev/null 2>&1 || need python3
python3 -c 'import venv, ensurepip' 2>/dev/null || need python3-venv
if [ "$(uname -s)" = Linux ]; then
    has_library libEGL.so.1 || need libegl1
    has_library libGL.so.1 || need libgl1
    has_library libxkbcommon.so.0 || need libxkbcommon0
    has_library libdbus-1.so.3 || need libdbus-1-3
    has_library libfontconfig.so.1 || need libfontconfig1
    has_library libglib-2.0.so.0 || need libglib2.0-0
    if [ -n "${DISPLAY:-}" ] || [ "$want" = dev ]; then # a real window, or the tests that open one
        has_library libxcb-cursor.so.0 || need libxcb-cursor0
        has_library libxkbcommon-x11.so.0 || need libxkbcommon-x11-0
        has_library libxcb-icccm.so.4 || need libxcb-icccm4
        has_library libxcb-image.so.0 || need libxcb-image0
        has_library libxcb-keysyms.so.1 || need libxcb-keysyms1
        has_library libxcb-randr.so.0 || need libxcb-randr0
        has_library libxcb-render-util.so.0 || need libxcb-render-util0
        has_library libxcb-shape.so.0 || need libxcb-shape0
        has_library libxcb-xkb.so.1 || need libxcb-xkb1
        has_library libxcb-sync.so.1 || need libxcb-sync1
        has_library libxcb-xfixes.so.0 || need libxcb-xfixes0
        has_library libX11-xcb.so.1 || need libx11-xcb1
    fi
    if [ "$want" = dev ]; then
        command -v Xvfb >/dev/null 2>&1 || need xvfb
        command -v xdotool >/dev/null 2>&1 || need xdotool
        command -v objdump >/dev/null 2>&1 || need binutils # PyInstaller reads libraries with it
    fi
fi

if [ -n "$missing" ]; then
    line="apt-get update && apt-get install -y --no-install-recommends$missing"
    if command -v apt-get >/dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        echo "Installing Debian packages:$missing"
        if ! { apt-get update -qq && DEBIAN_FRONTEND=noninteractive \
            apt-get install -y -qq --no-install-recommends $missing >/dev/null; }; then
            echo "That did not work. Type this yourself, then the same command again:" >&2
            echo "  $line" >&2
            exit 1
        fi
    else
        echo "Recoup needs Debian packages that only an administrator can install. Type:" >&2
        echo "  sudo sh -c '$line'" >&2
        echo "then the same command again." >&2
        exit 1
    fi
fi

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Recoup needs Python 3.11 or newer; this is $(python3 --version)." >&2
    exit 1
}

if [ "$want" = dev ]; then lock=requirements-dev.lock; else lock=requirements.lock; fi
stamp() { cat "$1" pyproject.toml | cksum; }
if [ -x .venv/bin/recoup ]; then
    if [ "$(cat .venv/.made-dev 2>/dev/null)" = "$(stamp requirements-dev.lock)" ]; then exit 0; fi
    if [ "$want" = run ] && [ "$(cat .venv/.made-run 2>/dev/null)" = "$(stamp $lock)" ]; then exit 0; fi
fi

echo "Making the environment .venv (once, about a minute)"
[ -x .venv/bin/python ] || python3 -m venv .venv
pip=".venv/bin/python -m pip --disable-pip-version-check --no-input -q"
$pip install --require-hashes -r "$lock"
$pip install --no-deps --no-build-isolation -e .
stamp "$lock" >".venv/.made-$want"
