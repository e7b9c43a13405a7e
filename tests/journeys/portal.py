"""The desktop's settings as Linux has them: a portal of a test's own says dark and high contrast.

    with Bus() as bus, Portal(bus.environment) as system:
        with Screen(folder, environment=bus.environment | system.environment) as screen:
            screen.start("-m", "ui")
            system.prefers("color-scheme", DARK)

It runs in the system's own Python, which has the bindings, as `outside.py` does.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import TracebackType
from typing import Self

from tests.journeys.outside import PYTHON, begun, close, end

DARK, LIGHT = 1, 2  # of `color-scheme`
HIGH, USUAL = 1, 0  # of `contrast`
_ANSWER = """
import sys
from gi.repository import Gio, GLib
SPACE, PLACE = "org.freedesktop.appearance", "/org/freedesktop/portal/desktop"
SETTINGS = "org.freedesktop.portal.Settings"
ABOUT = Gio.DBusNodeInfo.new_for_xml('<node><interface name="org.freedesktop.portal.Settings">'
    '<method name="ReadAll"><arg type="as" direction="in"/>'
    '<arg type="a{sa{sv}}" direction="out"/></method>'
    '<signal name="SettingChanged"><arg type="s"/><arg type="s"/><arg type="v"/></signal>'
    '</interface></node>').interfaces[0]
wanted = {"color-scheme": 0, "contrast": 0}
def tell(bus, sender, path, interface, method, asked, answer):
    told = {key: GLib.Variant("u", value) for key, value in wanted.items()}
    answer.return_value(GLib.Variant("(a{sa{sv}})", ({SPACE: told},)))
def begin(bus, name):
    bus.register_object(PLACE, ABOUT, tell, None, None)
    def heard(channel, condition):
        key, value = sys.stdin.readline().split()
        wanted[key] = int(value)
        changed = GLib.Variant("(ssv)", (SPACE, key, GLib.Variant("u", wanted[key])))
        bus.emit_signal(None, PLACE, SETTINGS, "SettingChanged", changed)
        return True
    GLib.io_add_watch(sys.stdin, GLib.IO_IN, heard)
    print("ready", flush=True)
flags = Gio.BusNameOwnerFlags.NONE
Gio.bus_own_name(
    Gio.BusType.SESSION, "org.freedesktop.portal.Desktop", flags, begin, None, None)
loop = GLib.MainLoop()
loop.run()
"""


class Portal:
    """Says what the system prefers, and tells at once when that changes."""

    def __init__(self, bus: Mapping[str, str]) -> None:
        self._bus = bus
        self.environment = {"XDG_CURRENT_DESKTOP": "GNOME", "QT_QPA_PLATFORMTHEME": "gnome"}

    def __enter__(self) -> Self:
        self._answers, said = begun(PYTHON, "-c", _ANSWER, environment=self._bus)
        assert said == "ready"
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        end(self._answers)
        close(self._answers)

    def prefers(self, setting: str, value: int) -> None:
        """Another preference, told to every program there is."""
        assert self._answers.stdin is not None
        self._answers.stdin.write(f"{setting} {value}\n")
        self._answers.stdin.flush()
