"""The fields themselves: a line, several lines, a date with its echo, a list, a lookup.

Put each into a `Field` (ui/widgets/field.py), which gives it label, error and accessible name.

    LineEdit(placeholder="NHS number")
    DateEdit(clock.today)                      .value() -> date | None; raises BadInput
    Choice([("no_card", "No card"), ("ehic", "EHIC")])   .value() -> object | None
    Lookup([Option("NG", "Nigeria", ("NGA", "Nigerian"))])  .value() -> object | None
    Notes(lines=3)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6 import QtCore, QtWidgets
from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPaintEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from app.core.errors import BadInput
from app.core.unbroken import aloud
from ui.language import spoken, tr
from ui.theme import current
from ui.widgets import paint

if TYPE_CHECKING:
    from datetime import date


_PLAIN_INSET = 10
_ROW_GAP = 29  # px between two fields of a form, the label of the lower one among them


SUCH_AS = tr("Such as {example}")


def _as_example(hint: str) -> str:
    """A bare figure says that it is an example: where every ink is one, it would look typed."""
    return SUCH_AS.format(example=hint) if hint[:1].isdigit() or hint.startswith("+") else hint


class LineEdit(QLineEdit):
    """One line of text in any script; nothing is refused while it is typed."""

    _inset = _PLAIN_INSET  # px at the end of the field, before the small words there

    def __init__(
        self,
        text: str = "",
        *,
        placeholder: str = "",
        dense: bool = False,
        password: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._dense = dense
        self._mark = ""
        self.setPlaceholderText(_as_example(placeholder))
        if password:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        self.textEdited.connect(lambda _text: self.set_mark(""))
        self.restyle()

    def mark(self) -> str:
        """Where the text came from, such as `from passport`; empty once it was typed in."""
        return self._mark

    def set_mark(self, words: str) -> None:
        """Say at the end of the field where its text came from, until somebody types in it."""
        if words != self._mark:
            self._mark = words
            self.setAccessibleDescription(aloud(words))
            self._leave_room()
            self.update()

    def restyle(self) -> None:
        """Take height and font of the current theme."""
        theme = current()
        self.setFont(theme.font())
        self.setFixedHeight(theme.size("field_dense" if self._dense else "field"))
        self._leave_room()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter held down is pressed once: what it asks for is asked for once."""
        if not (event.isAutoRepeat() and is_enter(event)):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then the small words at its end."""
        super().paintEvent(event)
        words = self._at_the_end()
        if not words:
            return
        theme = current()
        painter = paint.begin(self)
        paint.draw_text(
            painter,
            self._before_the_end(theme.px(self._inset)),
            words,
            font=theme.font("small"),
            ink=theme.colour("text2" if self.isEnabled() else "disabled"),
            flags=paint.TRAILING,
        )
        painter.end()

    def _at_the_end(self) -> str:
        """The small words at the end of the field."""
        return self._mark

    def _leave_room(self) -> None:
        """Keep what is typed off what stands at the end."""
        words = self._at_the_end()
        if not words and self._inset == _PLAIN_INSET and self.textMargins().isNull():
            return
        theme = current()
        small = QFontMetrics(theme.font("small"))
        room = small.horizontalAdvance(words) + theme.px(6) if words else 0
        room += theme.px(self._inset - 4) if self._inset != _PLAIN_INSET else 0
        if paint.is_mirrored(self):
            self.setTextMargins(room, 0, 0, 0)
        else:
            self.setTextMargins(0, 0, room, 0)

    def _before_the_end(self, inset: int) -> QRect:
        """The field without its last pixels."""
        if paint.is_mirrored(self):
            return self.rect().adjusted(inset, 0, 0, 0)
        return self.rect().adjusted(0, 0, -inset, 0)


class DateEdit(LineEdit):
    """A date as people type it: `14/7/26`, `140726`, `+3w`, `July 2026`, or `Unknown`.

    While typing, the day understood stands at the right of the field; on leaving, the field
    takes the form `14-Jul-2026`. Nothing is called wrong before Continue.
    """

    _inset = 34
    UNKNOWN = frozenset({"unknown", "u", "?", tr("Unknown").casefold(), tr("not known").casefold()})

    def __init__(
        self,
        today: Callable[[], date],
        *,
        past: bool = False,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        self._echo = ""
        super().__init__(placeholder=placeholder, parent=parent)
        self._today, self._past = today, past
        self.textChanged.connect(self._understand)
        self.editingFinished.connect(self._settle)

    def value(self) -> date | None:
        """The day, or None where empty or unknown; raises BadInput with what to enter."""
        if not self.text().strip() or self.is_unknown():
            return None
        from app.core.dates import parse_date

        return parse_date(self.text(), self._today(), past=self._past)

    def set_value(self, day: date | None) -> None:
        """Show a day."""
        self.setText(_shown(day))

    def is_unknown(self) -> bool:
        """Whether the person said that nobody knows."""
        typed = self.text().strip().casefold()
        return typed in self.UNKNOWN or typed == _not_known().casefold()

    def said(self) -> str:
        """What stands there as the services read it, in any language of the window."""
        return _not_known() if self.is_unknown() else self.text()

    def as_typed(self, text: str) -> str:
        """What the services keep as it stands in the field: a day, or that nobody knows."""
        from app.core.dates import parse_date

        if not text or text == _not_known():
            return text
        try:
            return _shown(parse_date(text, self._today(), past=self._past))
        except BadInput:
            return text

    def show_said(self, text: str) -> None:
        """Show what the services keep."""
        self.setText(self.as_typed(text))
        self._settle()

    def echo(self) -> str:
        """What the field understands so far, such as `14-Jul-2026`."""
        return self._echo

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field with the day understood, then the drawing."""
        super().paintEvent(event)
        theme = current()
        painter = paint.begin(self)
        ink = "text2" if self.isEnabled() else "disabled"
        spot = self._before_the_end(theme.px(8))
        if not paint.is_mirrored(self):
            spot.setLeft(spot.right() + 1 - theme.px(20))
        else:
            spot.setRight(spot.left() - 1 + theme.px(20))
        paint.draw_icon(painter, theme.pixmap("calendar", role=ink, size=16), spot)
        painter.end()

    def _at_the_end(self) -> str:
        """The day understood, while it is not what was typed; else where it came from."""
        return self._echo or super()._at_the_end()

    def _understand(self) -> None:
        try:
            day = self.value()
        except BadInput:
            day = None
        echo = _shown(day)
        self._echo = "" if echo.lower() == self.text().strip().lower() else echo
        self.setAccessibleDescription(aloud(self._at_the_end()))
        self.restyle()

    def _settle(self) -> None:
        if self._echo:
            self.setText(self._echo)
        elif self.is_unknown():
            self.setText(tr("Unknown"))


def _shown(day: date | None) -> str:
    from ui.days import typed  # the first window has no date and need not know time zones

    return typed(day) if day else ""


def _not_known() -> str:
    """The value, as the services keep it: no word of the window's language."""
    from app.core.people import NOT_KNOWN  # the first window has no date

    return NOT_KNOWN


class Notes(QPlainTextEdit):
    """Several lines; Tab leaves the field instead of being typed.

    With `rows` it is as high as that many fields with their labels, so that columns line up.
    """

    def __init__(
        self,
        text: str = "",
        *,
        lines: int = 2,
        rows: int = 0,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._lines, self._rows = lines, rows
        self.setPlaceholderText(placeholder)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.restyle()

    def text(self) -> str:
        """What was written."""
        return self.toPlainText()

    def sizeHint(self) -> QSize:
        """As high as its lines."""
        return QSize(current().px(160), self.minimumHeight())

    def restyle(self) -> None:
        """Take height and font of the current theme."""
        theme = current()
        self.setFont(theme.font())
        if self._rows:
            beside = theme.size("field") + theme.px(_ROW_GAP)
            self.setFixedHeight(beside * self._rows - theme.px(_ROW_GAP))
            return
        line = QFontMetrics(theme.font()).lineSpacing()
        self.setFixedHeight(line * self._lines + theme.px(22))


class Choice(QComboBox):
    """One of a short list, nothing chosen beforehand; letters jump, the wheel never changes it."""

    chosen = Signal(object)

    def __init__(
        self,
        choices: Sequence[tuple[object, str]] = (),
        *,
        placeholder: str = tr("Choose"),
        dense: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._dense = dense
        self._mark = ""
        self.setPlaceholderText(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.set_choices(choices)
        self.activated.connect(self._choose)
        self.restyle()

    def set_choices(self, choices: Sequence[tuple[object, str]]) -> None:
        """Other choices; none is chosen."""
        self.clear()
        for value, words in choices:
            self.addItem(spoken(words), value)
        self.setCurrentIndex(-1)

    def value(self) -> object | None:
        """The value chosen, or None."""
        value: object | None = self.currentData()
        return value

    def set_value(self, value: object | None) -> None:
        """Show a value given before, or none."""
        places = [place for place in range(self.count()) if self.itemData(place) == value]
        self.setCurrentIndex(places[0] if places and value is not None else -1)

    def mark(self) -> str:
        """Where the value came from, such as `from passport`; empty once it was chosen."""
        return self._mark

    def set_mark(self, words: str) -> None:
        """Say before the arrow where the value came from, until somebody chooses."""
        if words != self._mark:
            self._mark = words
            self.setAccessibleDescription(aloud(words))
            self.update()

    def sizeHint(self) -> QSize:
        """Room for the longest choice."""
        theme = current()
        words = [self.itemText(place) for place in range(self.count())]
        metrics = QFontMetrics(theme.font())
        longest = max(
            (metrics.horizontalAdvance(one) for one in [*words, self.placeholderText()]), default=0
        )
        return QSize(longest + theme.px(52), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        """A choice may be cut with a mark; its list shows it whole."""
        return QSize(current().px(120), self.minimumHeight())

    def initStyleOption(self, option: QtWidgets.QStyleOptionComboBox) -> None:
        """What finds no room before the arrow ends with a mark."""
        super().initStyleOption(option)
        room, end = self.width() - current().px(50), QtCore.Qt.TextElideMode.ElideRight
        option.currentText = option.fontMetrics.elidedText(option.currentText, end, room)

    def showPopup(self) -> None:
        """The list carries the field's name."""
        self.view().setAccessibleName(self.accessibleName())
        super().showPopup()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling the page never changes an answer."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The field, then its arrow."""
        super().paintEvent(event)
        theme = current()
        painter = paint.begin(self)
        ink = "text2" if self.isEnabled() else "disabled"
        spot = QRect(self.width() - theme.px(26), 0, theme.px(18), self.height())
        spot = paint.mirrored(self, spot)
        paint.draw_icon(painter, theme.pixmap("chevron-down", role=ink, size=18), spot)
        if self._mark:
            paint.draw_text(
                painter,
                self.rect().adjusted(theme.px(32), 0, -theme.px(32), 0),
                self._mark,
                font=theme.font("small"),
                ink=theme.colour("text2"),
                flags=paint.TRAILING,
            )
        painter.end()

    def _choose(self, _place: int) -> None:
        self.set_mark("")
        self.chosen.emit(self.value())

    def restyle(self) -> None:
        """Take height and font of the current theme."""
        theme = current()
        self.setFont(theme.font())
        self.setFixedHeight(theme.size("field_dense" if self._dense else "field"))


def is_enter(event: QKeyEvent) -> bool:
    """Whether a key press is Enter, on either side of the keyboard."""
    return event.key() in (QtCore.Qt.Key.Key_Return, QtCore.Qt.Key.Key_Enter)
