"""A UK address: its lines, and its postcode; each offers the post town, and none has to be taken.

address, postcode = AddressLines(lines=3), Postcode()
address.beside(postcode)       # what one holds helps the other
address.town_added.connect(...)
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent, QTextCursor
from PySide6.QtWidgets import QWidget

from app.core.post_towns import PostTowns, town_key
from ui.widgets.inputs import LineEdit, Notes
from ui.widgets.matches import Matches


def _towns() -> PostTowns:
    from app.library.post_towns import load_post_towns  # read when the first address is typed

    return load_post_towns()


def _is_for_list(event: QEvent, matches: Matches | None) -> bool:
    """Whether a key takes what an arrow chose: then the field leaves it to the open list."""
    if matches is None or not isinstance(event, QKeyEvent) or not matches.takes(event):
        return False
    event.ignore()
    return True


class Postcode(LineEdit):
    """A postcode; a whole one offers the towns of its district that the address has not."""

    town_taken = Signal(str)
    _matches: Matches | None = None  # few postcodes are ever typed into

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._address: AddressLines | None = None
        self.textEdited.connect(self._look)

    def beside(self, address: AddressLines) -> None:
        """The lines that a town goes into."""
        self._address = address

    def event(self, event: QEvent) -> bool:
        """Enter on a town is no Enter of the form, and Tab on one leaves no field."""
        return _is_for_list(event, self._matches) or super().event(event)

    def _look(self, typed: str) -> None:
        towns = _towns().of(typed) if self._address is not None else ()
        if self._address is not None and self._address.names_one_of(towns):
            towns = ()
        if self._matches is None:
            if not towns:
                return
            self._matches = Matches(self)
            self._matches.taken.connect(self.town_taken)
        self._matches.set_words(towns)
        self._matches.open_under(self.rect())


class AddressLines(Notes):
    """Lines as somebody types them; below the first, or after a comma, towns are offered."""

    town_added = Signal()
    _matches: Matches | None = None

    def __init__(self, *, lines: int = 2, parent: QWidget | None = None) -> None:
        super().__init__(lines=lines, parent=parent)
        self._postcode: Postcode | None = None

    def beside(self, postcode: Postcode) -> None:
        """The postcode that says which towns come first."""
        self._postcode = postcode
        postcode.beside(self)
        postcode.town_taken.connect(self.add_town)

    def names_one_of(self, towns: tuple[str, ...]) -> bool:
        """Whether a line, or a part of it after a comma, is one of these towns."""
        keys = {town_key(town) for town in towns}
        parts = [part for line in self.text().splitlines() for part in line.split(",")]
        return any(town_key(part) in keys for part in parts)

    def add_town(self, town: str) -> None:
        """A line of its own below what was typed; where nothing was, the street is next."""
        typed = self.text()
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(town if typed.endswith("\n") else f"\n{town}")
        if not typed.strip():
            cursor.movePosition(QTextCursor.MoveOperation.Start)
            self.setTextCursor(cursor)
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self.town_added.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Look what answers, once something else stands there."""
        before = self.text()
        super().keyPressEvent(event)
        if self.text() != before:
            self._look()

    def event(self, event: QEvent) -> bool:
        """Enter on a town is no new line, and Tab on one leaves no field."""
        return _is_for_list(event, self._matches) or super().event(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """What an input method wrote was typed too."""
        super().inputMethodEvent(event)
        self._look()

    def _look(self) -> None:
        towns = self._offered()
        if self._matches is None:
            if not towns:
                return
            self._matches = Matches(self)
            self._matches.taken.connect(self._take)
        self._matches.set_words(towns)
        line = self.cursorRect()
        top = self.viewport().y() + line.y()
        self._matches.open_under(QRect(0, top, self.width(), line.height()))

    def _offered(self) -> tuple[str, ...]:
        cursor = self.textCursor()
        if not cursor.atBlockEnd():
            return ()
        line = cursor.block().text()
        part = line.rpartition(",")[2]
        if cursor.blockNumber() == 0 and part == line:
            return ()
        local = self._of_postcode()
        if not part.strip():
            return () if self.names_one_of(local) else local
        towns = _towns().of(part)
        if towns:
            return () if self.names_one_of(towns) else towns
        return _towns().like(part, first=local)

    def _of_postcode(self) -> tuple[str, ...]:
        return _towns().of(self._postcode.text()) if self._postcode is not None else ()

    def _take(self, town: str) -> None:
        cursor = self.textCursor()
        line = cursor.block().text()
        part = line.rpartition(",")[2]
        start = cursor.block().position() + len(line) - len(part)
        start += len(part) - len(part.lstrip())
        cursor.setPosition(start)
        if _towns().of(part):  # the postcode stays, below its town
            cursor.insertText(f"{town}\n")
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        else:
            cursor.movePosition(
                QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor
            )
            cursor.insertText(town)
        self.setTextCursor(cursor)
        self.town_added.emit()
