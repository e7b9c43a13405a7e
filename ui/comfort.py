"""The look of whoever sits here, and that of the computer for when nobody does.

The computer's is a small file of colours and sizes, without a name in it: the sign-in page wears it
before any store is open. `Appearance` is told what to wear; the idle watch follows `worn`.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.core.errors import BadInput, Known
from app.core.look import Look
from ui.language import tr

if TYPE_CHECKING:
    from ui.appearance import Appearance

UNWRITABLE = tr("The look of the sign-in page could not be kept here: {why}.")


class Comfort(QObject):
    """`worn(Look)` when somebody's own look is put on; a test needs neither program nor file."""

    worn = Signal(object)

    def __init__(
        self,
        appearance: Appearance | None = None,
        file: Path | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._appearance, self._file = appearance, file
        self.look = appearance.look if appearance else Look()

    def wear(self, look: Look) -> None:
        """Put on a person's look."""
        self._put_on(look)
        self.worn.emit(look)

    def wear_computers(self) -> None:
        """Nobody sits here: the look of the sign-in page."""
        self._put_on(look_of_computer(self._file))

    def keep_for_computer(self, look: Look) -> None:
        """Let the sign-in page of this computer look so too; raises Known `unwritable`."""
        if self._file is None:
            return
        beside = self._file.with_name(f"{self._file.name}.part")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            beside.write_text(json.dumps(look._asdict()), encoding="utf-8")
            beside.replace(self._file)
        except OSError as refused:
            raise Known("unwritable", UNWRITABLE.format(why=refused.strerror)) from None

    def _put_on(self, look: Look) -> None:
        self.look = look
        if self._appearance is not None:
            self._appearance.choose(look)


def look_of_computer(file: Path | None) -> Look:
    """What the file says; the usual look where there is none, or what it says cannot be worn."""
    if file is None:
        return Look()
    try:
        return Look(**json.loads(file.read_text("utf-8")))
    except (OSError, ValueError, TypeError, BadInput):
        return Look()
