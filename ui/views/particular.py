"""One field of the visitor page, of the kind the services say."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.casework.particulars import Kind
from app.core.places import NOT_KNOWN, STATELESS
from app.services.countries import CountryName
from app.services.particulars import PageField
from ui.language import tr
from ui.widgets.address import AddressLines, Postcode
from ui.widgets.announce import announce
from ui.widgets.care_field import CareField
from ui.widgets.countries import CountriesField
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit, Notes
from ui.widgets.lookup import Lookup, Option


class Particular(QObject):
    """`left(id)` when the person goes on; what was typed stays until it is understood."""

    left = Signal(str)
    searched = Signal(str)  # of a field for care: what was typed

    def __init__(self, field: PageField, today: Callable[[], date]) -> None:
        super().__init__()
        self.name = field.id
        self.input: QWidget = _input(field, today)
        self.field = Field(field.label.replace("&", "&&"), self.input)
        self._kept = ""  # what the store holds, as shown
        self._sent = ""  # what was last handed over, understood or not
        self.setParent(self.field)
        watched = self.input.typing if isinstance(self.input, CountriesField) else self.input
        watched.installEventFilter(self)
        if isinstance(self.input, Choice):
            self.input.chosen.connect(self._leave)
        elif isinstance(self.input, CountriesField):
            self.input.changed.connect(self._leave)
            self.input.not_found.connect(self._say_what_to_do)
        elif isinstance(self.input, Lookup):
            self.input.chosen.connect(self._leave)
        if isinstance(self.input, CareField):
            self.input.wanted.connect(self.searched)
        elif isinstance(self.input, AddressLines):
            self.input.town_added.connect(self._leave)

    def text(self) -> str:
        """What stands in the field, as the services read it."""
        if isinstance(self.input, Choice):
            value = self.input.value()
            return "" if value is None else str(value)
        if isinstance(self.input, DateEdit):
            return self.input.said()
        assert isinstance(self.input, LineEdit | Notes | CountriesField)
        return self.input.text()

    def show_kept(self, text: str) -> None:
        """Show what the store holds, unless something newer stands in the field."""
        text = self._as_typed(text)
        if self.is_unsaved() and self._kept == text:
            return
        self._kept = self._sent = text
        self._show(text)

    def show_understood(self, text: str) -> None:
        """What was typed, as kept; a field being typed in is left alone."""
        self._kept = text = self._as_typed(text)
        if not self._has_focus():
            self._show(text)
            self._sent = self.text()

    def unsaved(self) -> tuple[str, str] | None:
        """What stands here and the store does not hold, beside what it holds."""
        return (self.text(), self._kept) if self.is_unsaved() else None

    def go_on_with(self, text: str, kept: str) -> None:
        """What had been typed beside what the store held, where it still holds the same."""
        if self._kept == kept:
            self._show(text)

    def sent(self) -> None:
        """What stands here was handed over to be kept."""
        self._sent = self.text()

    def is_changed(self) -> bool:
        """Whether something stands here that was not handed over yet."""
        return self.text() != self._sent

    def is_unsaved(self) -> bool:
        """Whether something stands here that the store does not hold."""
        return self.text() != self._kept

    def focus(self) -> None:
        """Put the keys into the field."""
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def fill(self, text: str, mark: str) -> None:
        """Put in what was read elsewhere; the mark stays until somebody types."""
        self._show(text)
        if isinstance(self.input, LineEdit | CountriesField):
            self.input.set_mark(mark)

    def set_error(self, words: str) -> None:
        """Say beside the field what to put right."""
        self.field.set_error(words)

    def set_countries(self, names: Sequence[CountryName]) -> None:
        """The countries, where the field asks for one; nationality may be of none."""
        if isinstance(self.input, CountriesField):
            options = [Option(one.code, one.name, one.also) for one in names]
            none = [Option(word, word) for word in (STATELESS, NOT_KNOWN)]
            self.input.set_options([*options, *none], alone=(STATELESS, NOT_KNOWN))
            self.input.set_text(self.input.text())
        elif isinstance(self.input, Lookup) and not isinstance(self.input, CareField):
            options = [Option(one.name, one.name, one.also) for one in names]
            self.input.set_options([*options, Option(NOT_KNOWN, NOT_KNOWN)])

    def go_with(self, others: Iterable[Particular]) -> None:
        """A UK address and its postcode help each other."""
        for other in others:
            if isinstance(self.input, AddressLines) and isinstance(other.input, Postcode):
                self.input.beside(other.input)

    def offer_care(self, found: Sequence[Option]) -> None:
        """Care that answers to what was typed, where the field asks for it."""
        if isinstance(self.input, CareField):
            self.input.offer(found)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The focus goes elsewhere."""
        if event.type() == QEvent.Type.FocusOut:
            self._leave()
        return False

    def _leave(self, *_value: object) -> None:
        self.left.emit(self.name)

    def _say_what_to_do(self, words: str) -> None:
        self.set_error(words)
        if words:
            announce(self.input, words, assertive=True)

    def _has_focus(self) -> bool:
        inside = self.input.typing if isinstance(self.input, CountriesField) else self.input
        return inside.hasFocus()

    def _as_typed(self, text: str) -> str:
        """A day as its field writes it."""
        return self.input.as_typed(text) if isinstance(self.input, DateEdit) else text

    def _show(self, text: str) -> None:
        if isinstance(self.input, Choice):
            self.input.set_value(text or None)
        elif isinstance(self.input, Notes):
            self.input.setPlainText(text)
        elif isinstance(self.input, CountriesField):
            self.input.set_text(text)
        elif isinstance(self.input, DateEdit):
            self.input.show_said(text)
        elif isinstance(self.input, LineEdit):
            self.input.setText(text)


def _input(field: PageField, today: Callable[[], date]) -> QWidget:
    match field.kind:
        case Kind.LINES:
            return Notes(rows=2)
        case Kind.UK_LINES:
            return AddressLines(lines=2)
        case Kind.POSTCODE:
            return Postcode()
        case Kind.DATE:
            return DateEdit(today)
        case Kind.BIRTH:
            return DateEdit(today, past=True)
        case Kind.COUNTRY:
            return Lookup(placeholder=tr("Name or code"))
        case Kind.COUNTRIES:
            return CountriesField()
        case Kind.CARE:
            return CareField(placeholder=tr("Words, specialty or code"))
        case Kind.CHOICE:
            return Choice([(option.value, option.label) for option in field.options])
        case Kind.TEXT:
            return LineEdit()
