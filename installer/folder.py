"""What the one-folder program leaves out: what no page of Recoup uses.

Qt brings plugins for phones, databases and televisions, and packages bring tests and tools.
Kept are the screens xcb, wayland, windows, offscreen and minimal, and the pictures svg, png, jpg.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterable
from pathlib import Path, PurePosixPath

# (name inside the folder, file on this machine, kind), as PyInstaller lists them.
Entry = tuple[str, str, str]

# What PyInstaller would do before the window's first line, which takes as long as the window: it
# loads all of PySide6 to tell it where its plugins are (that of the wheel knows), and what reads
# source text, lists packages and starts processes, which the window never does. Windows keeps the
# first, for a build there was not tried without.
_NOT_FOR_THE_WINDOW = (
    "pyi_rth_inspect",
    "pyi_rth_multiprocessing",
    "pyi_rth_pkgutil",
    *(() if sys.platform == "win32" else ("pyi_rth_pyside6",)),
)

# Stripping halves the encrypted driver; Windows libraries carry nothing to strip.
STRIP = sys.platform == "linux"

LEFT_OUT = (
    "tkinter",
    "unittest",
    "pydoc",
    "doctest",
    "test",
    "lib2to3",
    "numpy",
    "pandas",
    "pip",
    "setuptools",
    "pytest",
    "_pytest",
    "hypothesis",
    "IPython",
    "PySide6.QtNetwork",
    "PySide6.QtQml",
    "PySide6.QtQuick",
    "PySide6.QtOpenGL",
    "PySide6.QtDesigner",
)

_UNUSED = re.compile(
    r"""
      /plugins/(egldeviceintegrations|generic|networkinformation|qmltooling|qmllint|sqldrivers|tls
        |designer|vectorimageformats|wayland-graphics-integration-server)/
    | /plugins/platforms/(lib)?q(eglfs|linuxfb|minimalegl|vkkhrdisplay|vnc|direct2d)\b
    | /plugins/platformthemes/libqgtk3\b
    | /plugins/platforminputcontexts/(lib)?qtvirtualkeyboard
    | /plugins/imageformats/(lib)?q(gif|icns|tga|tiff|wbmp|webp|pdf)\b
    | /PySide6/(Qt/)?translations/
    | /PySide6/(opengl32sw|d3dcompiler_\d+)[.]dll$   # drawing here is Qt's own, on every machine
    | /PIL/_(avif|imagingtk|imagingcms|imagingft)\b
    | /reportlab/fonts/                              # letters bring their own; one here is GPL
    | /tzdata/zoneinfo/(?!Europe/(London|__init__))
    | /tests?/
    | [.]pyi$
    """,
    re.VERBOSE | re.IGNORECASE,
)
_LINKED_KINDS = ("BINARY", "EXTENSION")
_LIBRARY = re.compile(r"[.]so([.]\d+)*$|[.](dll|dylib)$", re.IGNORECASE)

Needs = Callable[[str], Iterable[str]]


def trimmed(entries: Iterable[Entry]) -> list[Entry]:
    """The entries that Recoup uses."""
    return [entry for entry in entries if not _UNUSED.search(f"/{_posix(entry[0])}")]


def scripts_of(name: str, scripts: Iterable[Entry]) -> list[Entry]:
    """One program's start and the preparations before it; the command prepares no Qt."""
    without = _NOT_FOR_THE_WINDOW if name == "recoup-desk" else ("pyi_rth_pyside6",)
    return [
        entry
        for entry in scripts
        if entry[0] == name or (entry[0].startswith("pyi") and entry[0] not in without)
    ]


def without_orphans(entries: Iterable[Entry], needs: Needs | None = None) -> list[Entry]:
    """The entries without libraries that only left-out plugins asked for.

    `needs` names the libraries a file is linked with; PyInstaller's own reading by default.
    """
    kept = list(entries)
    by_name = {_base(entry): entry for entry in kept if entry[2] == "BINARY" and _is_shared(entry)}
    wanted: set[str] = set()
    waiting = [e for e in kept if e[2] in _LINKED_KINDS and _base(e) not in by_name]
    while waiting:
        for name in (needs or _linked)(waiting.pop()[1]):
            if name in by_name and name not in wanted:
                wanted.add(name)
                waiting.append(by_name[name])
    left_out = by_name.keys() - wanted
    return [entry for entry in kept if _base(entry) not in left_out]


def _is_shared(entry: Entry) -> bool:
    """A library others link with; plugins, pdfium and Python itself are opened by name instead."""
    place = PurePosixPath(_posix(entry[0]))
    opened_by_name = {"plugins", "pypdfium2_raw"} & set(place.parts)
    if opened_by_name or re.match(r"(lib)?python3", place.name):
        return False
    return _LIBRARY.search(place.name) is not None


def _linked(file: str) -> set[str]:
    from PyInstaller.depend.bindepend import get_imports

    return {Path(name).name for name, _ in get_imports(file)}


def _base(entry: Entry) -> str:
    return PurePosixPath(_posix(entry[0])).name


def _posix(name: str) -> str:
    return name.replace("\\", "/")
