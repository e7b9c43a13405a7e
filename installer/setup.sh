#!/bin/sh
# Make .venv from the hash-locked requirements: `setup.sh run` to run, `setup.sh dev` to test too.
# Missing Debian packages are installed where this user may; otherwise the exact line is printed.
set -eu
cd "$(dirname "$0")/.."
want="${1:-run}"
if [ "$want" = dev ]; then lock=requirements-dev.lock; else lock=requirements.lock; fi

# The environment fits when it was made here, from these requirements. One for tests also runs.
stamp() { { pwd && cat "$1" pyproject.toml; } | cksum; }
fits() { [ "$(cat ".venv/.made-$1" 2>/dev/null)" = "$(stamp "$2")" ]; }

libraries=$(ldconfig -p 2>/dev/null || /sbin/ldconfig -p 2>/dev/null || true)
missing=""
need() { case " $missing " in *" $1 "*) ;; *) missing="$missing $1" ;; esac; }
need_library() { case "$libraries" in *"$1 "*) ;; *) need "$2" ;; esac; }
need_command() { command -v "$1" >/dev/null 2>&1 || need "$2"; }

need_command python3 python3
python3 -c 'import venv, ensurepip' 2>/dev/null || need python3-venv
if [ "$(uname -s)" = Linux ]; then
    # Qt links these whatever the screen.
    need_library libEGL.so.1 libegl1
    need_library libGL.so.1 libgl1
    need_library libxkbcommon.so.0 libxkbcommon0
    need_library libdbus-1.so.3 libdbus-1-3
    need_library libfontconfig.so.1 libfontconfig1
    need_library libglib-2.0.so.0 libglib2.0-0
    if [ -n "${DISPLAY:-}" ] || [ "$want" = dev ]; then # a real window, or the tests that open one
        need_library libxcb-cursor.so.0 libxcb-cursor0
        need_library libxkbcommon-x11.so.0 libxkbcommon-x11-0
        need_library libxcb-icccm.so.4 libxcb-icccm4
        need_library libxcb-image.so.0 libxcb-image0
        need_library libxcb-keysyms.so.1 libxcb-keysyms1
        need_library libxcb-randr.so.0 libxcb-randr0
        need_library libxcb-render-util.so.0 libxcb-render-util0
        need_library libxcb-shape.so.0 libxcb-shape0
        need_library libxcb-xkb.so.1 libxcb-xkb1
        need_library libxcb-sync.so.1 libxcb-sync1
        need_library libxcb-xfixes.so.0 libxcb-xfixes0
        need_library libX11-xcb.so.1 libx11-xcb1
    fi
    if [ "$want" = dev ]; then
        need_command Xvfb xvfb
        # The finance share and the hub's database are real servers in the tests.
        command -v smbd >/dev/null 2>&1 || [ -x /usr/sbin/smbd ] || need samba
        ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 || need postgresql
        need_command xdotool xdotool
        # What a screen reader sees is read over the accessibility bus, by the system's own Python.
        need_command dbus-daemon dbus
        [ -x /usr/libexec/at-spi-bus-launcher ] || need at-spi2-core
        /usr/bin/python3 -c 'import gi; gi.require_version("Atspi", "2.0")' 2>/dev/null || {
            need python3-gi
            need gir1.2-atspi-2.0
        }
        # PyInstaller reads libraries with objdump, and freezes Python's own, which Debian splits off.
        need_command objdump binutils
        version=$(python3 -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null || true)
        case "$(command -v python3)" in
            /usr/bin/python3 | /bin/python3) need_library "libpython$version.so.1.0" "libpython$version" ;;
        esac
    fi
fi

if [ -n "$missing" ]; then
    line="apt-get update && apt-get install -y --no-install-recommends$missing"
    if ! command -v apt-get >/dev/null 2>&1; then
        echo "Recoup needs what Debian calls:$missing" >&2
        echo "Install these the way of this system, then give the same command again." >&2
        exit 1
    elif [ "$(id -u)" != 0 ]; then
        if command -v sudo >/dev/null 2>&1; then as_root="sudo sh -c"; else as_root="su -c"; fi
        echo "Recoup needs Debian packages that only an administrator can install. Type:" >&2
        echo "  $as_root '$line'" >&2
        echo "then the same command again." >&2
        exit 1
    fi
    echo "Installing Debian packages:$missing"
    log=$(mktemp)
    if ! DEBIAN_FRONTEND=noninteractive sh -c "$line" >"$log" 2>&1 </dev/null; then
        tail -n 20 "$log" >&2
        echo "That did not work. Type this yourself, then the same command again:" >&2
        echo "  $line" >&2
        exit 1
    fi
    rm -f "$log"
fi

python3 -c 'import sys; sys.exit(sys.version_info < (3, 11))' || {
    echo "Recoup needs Python 3.11 or newer; this is $(python3 --version)." >&2
    exit 1
}

if [ -x .venv/bin/recoup ]; then
    if fits dev requirements-dev.lock; then exit 0; fi
    if [ "$want" = run ] && fits run requirements.lock; then exit 0; fi
fi

echo "Making the environment .venv (once, about a minute)"
.venv/bin/python -m pip --version >/dev/null 2>&1 || python3 -m venv --clear .venv
pip=".venv/bin/python -m pip --disable-pip-version-check --no-input -q"
$pip install --require-hashes -r "$lock" || {
    echo "The packages of $lock could not be fetched. Connect, then the same command again." >&2
    exit 1
}
# The build tool warns about its own workings here; a failure still stops and is shown.
PYTHONWARNINGS=ignore $pip install --no-deps --no-build-isolation -e .
stamp "$lock" >".venv/.made-$want"
