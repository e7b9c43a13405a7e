"""Pictures of the guide, with the real services.

    python -m tests.pictures.guide /tmp/guide [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png` for its contents, a search, a page.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from tests.pictures.looks import asked_for, looks
from tests.ui.guide_window import GuideWindow
from tests.ui.officer_window import KEY
from ui.work import Inline


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    for look in looks(folder, wanted):
        with tempfile.TemporaryDirectory() as place:
            room = GuideWindow(Path(place), Inline())
            room.shell.resize(look.width, look.height)
            room.open("officer")
            look.shoot(room.shell, _walk(room), folder)
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
    main(*asked_for(__doc__))
