"""Every look a screen is taken in: scheme, text size and width of the window.

main(*asked_for(__doc__))              # of a walk: the folder, and the looks wanted
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.officer_window import settle
from ui import theme
from ui.theme import Theme

SIZES = {"100": (1366, 768, 1.0), "200": (1366, 768, 2.0), "1024": (1024, 640, 1.0)}


Stop = Callable[[QWidget, str], None]
_stops: list[Stop] = []


@contextmanager
def stopping(stop: Stop) -> Iterator[None]:
    """Within the block no pictures are taken: `stop(window, name)` is called at each screen."""
    _stops.append(stop)
    try:
        yield
    finally:
        _stops.pop()


@dataclass(frozen=True)
class Look:
    """One of them, applied to the application."""

    scheme: str
    width: int
    height: int
    size: float

    def shoot(self, window: QWidget, names: Iterable[str], folder: Path) -> None:
        """Grab the window each time a walk through it stops at a screen."""
        for name in names:
            settle()
            if _stops:
                _stops[-1](window, name)
                continue
            QTest.qWait(60)
            picture = f"{name}-{self.scheme}-{round(self.size * 100)}-{self.width}.png"
            window.grab().save(str(folder / picture))


def folder_asked_for(words: str | None, default: str) -> Path:
    """The folder named on the command line, where a program takes nothing else."""
    parser = _parser(words)
    parser.add_argument("folder", nargs="?", type=Path, default=Path(default), metavar="FOLDER")
    folder = parser.parse_args().folder
    assert isinstance(folder, Path)
    return folder


def asked_for(
    words: str | None, names: Sequence[str] = (*theme.schemes(), *SIZES)
) -> tuple[Path, tuple[str, ...]]:
    """The folder named on the command line, and which of the names; all where there is none.

    `words` are the program's own, for `--help`.
    """
    parser = _parser(words)
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(names)}")
    given = parser.parse_args()
    for name in given.names:
        if name not in names:
            parser.error(f"There is no {name}: choose from {', '.join(names)}.")
    return given.folder, tuple(given.names)


def _parser(words: str | None) -> argparse.ArgumentParser:
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    whole = argparse.RawDescriptionHelpFormatter
    return argparse.ArgumentParser(description=words, formatter_class=whole)


def looks(folder: Path, wanted: tuple[str, ...]) -> Iterator[Look]:
    """Those of the schemes and sizes wanted; with none named, all. Makes the folder."""
    schemes = [name for name in theme.schemes() if name in wanted] or theme.schemes()
    sizes = [one for name, one in SIZES.items() if name in wanted] or SIZES.values()
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    for scheme in schemes:
        for width, height, size in sizes:
            theme.apply(app, Theme(scheme, size, motion=False))
            yield Look(scheme, width, height, size)
