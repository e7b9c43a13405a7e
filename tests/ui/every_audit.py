"""What ux.md 7 asks, of every screen in every dress, and from right to left.

    python -m tests.ui.every_audit [WALK ...] [--dress NAME ...] [--right-to-left] [--quick]
                                   [--words] [--pictures FOLDER]

prints a line for each fault and a count, and ends with 1 where there is one. A dress is `light`,
`dark` or `contrast` with `-100`, `-200` or `-1024`; without one they are the three of light. With a
folder each screen's picture is taken too. `--quick` leaves the Tab keys out. From right to left the
window speaks the pseudo language of `installer.translations`; `--words` asks there alone whether
anything is left in English that the catalogue has.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from installer import translations
from ui.language import speak

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from tests.ui.every_screen import Check, Dress


def main() -> int:
    """Walk, print, and end."""
    parser = argparse.ArgumentParser(description="Audit every screen in every dress.")
    parser.add_argument("walks", nargs="*", metavar="WALK")
    parser.add_argument("--dress", action="append", metavar="NAME")
    parser.add_argument("--right-to-left", action="store_true")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--words", action="store_true")
    parser.add_argument("--pictures", type=Path, metavar="FOLDER")
    wanted = parser.parse_args()
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory() as place:
        if wanted.right_to_left or wanted.words:
            speak_backwards(Path(place))
        from tests.ui import every_screen

        dresses = [every_screen.dress(name) for name in wanted.dress or every_screen.LIGHT]
        walks = tuple(wanted.walks) or every_screen.WALKS
        checks = _checks(words=wanted.words, quick=wanted.quick)
        return _walk(walks, dresses, wanted.pictures, checks)


def speak_backwards(place: Path) -> None:
    """The pseudo language, from now on; before the window's modules are imported."""
    speak("qps", translations.pseudo(place))


def _checks(*, words: bool, quick: bool) -> Sequence[Check]:
    from tests.ui import audit, spoken

    if words:
        return (spoken.past_catalogue,)
    usual = (
        *(audit.nameless, audit.small_targets, audit.shared_mnemonics),
        *(audit.clipped, audit.cut_figures, audit.overlapping, audit.unpainted),
        audit.needless_scrolling,
    )
    return usual if quick else (*usual, audit.tab_round)


def _walk(
    walks: Sequence[str],
    dresses: Sequence[Dress],
    pictures: Path | None,
    checks: Sequence[Check],
) -> int:
    from PySide6.QtCore import QLoggingCategory

    from tests.ui import every_screen
    from ui import theme

    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    app = theme.application()
    if pictures is not None:
        pictures.mkdir(parents=True, exist_ok=True)
    screens, faults = 0, 0
    for name in walks:
        look = _looking(every_screen.checking(*checks), pictures)
        with tempfile.TemporaryDirectory() as folder:
            met, told = every_screen.walk(name, Path(folder), dresses=dresses, look=look)
        screens, faults = screens + met, faults + len(told)
        print(f"{name}: {met} screens", *told, sep="\n  ", flush=True)
    print(f"{screens} screens in {len(dresses)} dresses: {faults} faults")
    app.quit()
    return 1 if faults else 0


def _looking(
    look: Callable[[Dress, QWidget, str], Iterable[str]], pictures: Path | None
) -> Callable[[Dress, QWidget, str], Iterable[str]]:
    """The checks, with a picture of what they were asked of."""

    def both(dress: Dress, window: QWidget, screen: str) -> Iterable[str]:
        if pictures is not None:
            window.grab().save(str(pictures / f"{screen}-{dress.name}.png"))
        return look(dress, window, screen)

    return both


if __name__ == "__main__":
    sys.exit(main())
