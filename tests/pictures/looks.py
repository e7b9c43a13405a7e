"""Every look a screen is taken in: scheme, text size and width of the window."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
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
