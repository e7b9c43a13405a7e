"""Pictures of the guide, with the real services.

    python -m tests.pictures.guide /tmp/guide [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png` for its contents, a search, a page.
"""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from tests.pictures.officer import SIZES
from tests.ui.guide_window import GuideWindow
from tests.ui.officer_window import KEY, settle
from ui import theme
from ui.theme import Theme
from ui.work import Inline


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    schemes = [name for name in theme.schemes() if name in wanted] or theme.schemes()
    sizes = [one for name, one in SIZES.items() if name in wanted] or SIZES.values()
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    for scheme in schemes:
        for width, height, size in sizes:
            theme.apply(app, Theme(scheme, size, motion=False))
            with tempfile.TemporaryDirectory() as place:
                room = GuideWindow(Path(place), Inline())
                room.shell.resize(width, height)
                room.open("officer")
                for name in _walk(room):
                    settle()
                    QTest.qWait(60)
                    percent = round(size * 100)
                    room.shell.grab().save(str(folder / f"{name}-{scheme}-{percent}-{width}.png"))
                room.close()


def _walk(room: GuideWindow) -> Iterator[str]:
    yield "guide"
    room.look_up("15(b)")
    yield "guide-search"
    room.press(KEY.Key_Return)
    yield "guide-page"
    room.press(KEY.Key_Escape, KEY.Key_Escape)
    room.look_up("european card")
    room.press(KEY.Key_Return)
    yield "guide-card"
    room.press(KEY.Key_Escape, KEY.Key_Escape)
    room.look_up("zebra")
    yield "guide-nothing"


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(Path(sys.argv[1]), tuple(sys.argv[2:]))
