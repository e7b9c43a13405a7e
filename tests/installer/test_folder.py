"""What the one-folder program leaves out, told from names alone."""

from __future__ import annotations

from collections.abc import Iterable

from installer.folder import Entry, scripts_of, trimmed, without_orphans

PLUGINS = "PySide6/Qt/plugins"


def entry(name: str, kind: str = "BINARY") -> Entry:
    return (name, f"/from/{name}", kind)


def names(entries: Iterable[Entry]) -> list[str]:
    return [name for name, _, _ in entries]


def test_screens_of_a_desk_stay_and_those_of_televisions_go() -> None:
    kept = [f"{PLUGINS}/platforms/libq{name}.so" for name in ("xcb", "offscreen", "minimal")]
    gone = [f"{PLUGINS}/platforms/libq{name}.so" for name in ("eglfs", "vnc", "minimalegl")]
    assert names(trimmed(map(entry, [*kept, *gone]))) == kept


def test_windows_keeps_its_own_screen() -> None:
    window = r"PySide6\plugins\platforms\qwindows.dll"
    unused = r"PySide6\plugins\platforms\qdirect2d.dll"
    assert names(trimmed([entry(window), entry(unused)])) == [window]


def test_only_the_time_zone_of_england_stays() -> None:
    london, paris = "tzdata/zoneinfo/Europe/London", "tzdata/zoneinfo/Europe/Paris"
    assert names(trimmed([entry(london, "DATA"), entry(paris, "DATA")])) == [london]


def test_tests_and_a_gpl_font_of_packages_go_but_our_fonts_stay() -> None:
    ours = "resources/fonts/LiberationSans-Regular.ttf"
    theirs = ["reportlab/fonts/DarkGardenMK.pfb", "click/tests/data.txt"]
    assert names(trimmed(map(entry, [ours, *theirs]))) == [ours]


def test_pictures_that_patients_bring_can_be_read_and_others_need_no_reader() -> None:
    kept = [f"PIL/_{name}.cpython-311-x86_64-linux-gnu.so" for name in ("imaging", "webp")]
    gone = ["PIL/_avif.cpython-311-x86_64-linux-gnu.so", "PIL/_imagingft.cpython-311.so"]
    assert names(trimmed(map(entry, [*kept, *gone]))) == kept


def test_a_library_that_nothing_left_needs_goes_with_its_links() -> None:
    plugin = entry(f"{PLUGINS}/platforms/libqxcb.so")
    used, deeper, orphan = entry("libxcb.so.1"), entry("libXau.so.6"), entry("libgtk-3.so.0")
    link = entry("pillow.libs/libgtk-3.so.0", "SYMLINK")
    page = entry("resources/style/tokens.json", "DATA")
    needs = {plugin[1]: ["libxcb.so.1", "libc.so.6"], used[1]: ["libXau.so.6", "libxcb.so.1"]}
    left = without_orphans(
        [plugin, used, deeper, orphan, link, page], needs=lambda file: needs.get(file, [])
    )
    assert left == [plugin, used, deeper, page]


def test_what_is_opened_by_name_stays_though_nothing_links_to_it() -> None:
    opened = [entry("pypdfium2_raw/libpdfium.so"), entry("libpython3.11.so.1.0")]
    assert without_orphans(opened, needs=lambda _file: []) == opened


def test_the_command_prepares_no_qt_and_the_window_nothing_it_does_without() -> None:
    scripts = [
        entry("pyiboot01_bootstrap", "PYSOURCE"),
        entry("pyi_rth_inspect", "PYSOURCE"),
        entry("pyi_rth_cryptography_openssl", "PYSOURCE"),
        entry("recoup", "PYSOURCE"),
        entry("recoup-desk", "PYSOURCE"),
    ]
    whole = [*scripts, entry("pyi_rth_pyside6", "PYSOURCE")]
    assert names(scripts_of("recoup", whole)) == names(scripts[:4])
    assert names(scripts_of("recoup-desk", scripts)) == [
        "pyiboot01_bootstrap",
        "pyi_rth_cryptography_openssl",
        "recoup-desk",
    ]
