"""One or several countries: type a few letters, take a match, see it as a chip that can go.

countries = CountriesField()
countries.set_options([Option("NG", "Nigeria", ("NGA",)), ...])
countries.changed.connect(...)           # changed(tuple of codes)
countries.entered.connect(...)           # Enter with nothing more typed: done
countries.not_found.connect(...)         # not_found(what to do, or an empty text once it is done)
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.inputs import is_enter
from ui.widgets.layout import Column, clear
from ui.widgets.lookup import Lookup, Option
from ui.widgets.reading import in_reading_order

REMOVE = tr("Remove")
NO_COUNTRY = tr("There is no country “{text}” on the list. Pick one.")
SEVERAL = tr("More than one country answers to “{text}”. Press ↓ and Enter to take one.")


class _Typing(Lookup):
    """The lookup inside: Enter keeps what stands there, and is not swallowed when empty."""

    entered = Signal()
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes a match, or says that there is nothing more."""
        if is_enter(event) and not event.isAutoRepeat():
            self.put_matches_away()  # the list keeps standing where the field takes its Enter
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """What stands there is kept on leaving."""
        super().focusOutEvent(event)
        self.left.emit()


class CountriesField(QWidget):
    """A type-ahead over the chips of what was taken. Never more than the list offers."""

    changed = Signal(object)
    entered = Signal()
    not_found = Signal(str)

    def __init__(
        self, *, placeholder: str = tr("Name or code"), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._names: dict[str, str] = {}
        self._codes: tuple[str, ...] = ()
        self._alone: frozenset[str] = frozenset()
        self._said = ""
        self.typing = _Typing(placeholder=placeholder)
        self.setFocusProxy(self.typing)
        self.typing.entered.connect(self._enter)
        self.typing.chosen.connect(self._take)
        self.typing.left.connect(self._take_standing)
        self.typing.textEdited.connect(lambda _typed: self._say_what_to_do(""))
        self._chips = QWidget()
        self._flow = Flow(self._chips, gap=(6, 6))
        Column(self, gap=6).holding(self.typing, self._chips)
        self._show()

    def set_options(self, options: Sequence[Option], *, alone: Collection[str] = ()) -> None:
        """The countries there are; the values of `alone` are never taken beside another."""
        self._alone = frozenset(alone)
        self._names = {str(option.value): option.text for option in options}
        self.typing.set_options(options)
        self._show()

    def setAccessibleName(self, name: str) -> None:
        """The name of the field that is typed into."""
        super().setAccessibleName(name)
        self.typing.setAccessibleName(name)

    def setAccessibleDescription(self, words: str) -> None:
        """What to put right, said with the field that is typed into."""
        super().setAccessibleDescription(words)
        self.typing.setAccessibleDescription(words)

    def value(self) -> tuple[str, ...]:
        """The codes taken, in the order of taking."""
        return self._codes

    def text(self) -> str:
        """The names taken, and what stands in the field besides; separated by commas."""
        names = [self._names.get(code, code) for code in self._codes]
        standing = self.typing.text().strip()
        return ", ".join([*names, standing] if standing else names)

    def set_text(self, names: str) -> None:
        """Show names given before; a name the list does not know stays to be put right."""
        codes = {name: code for code, name in self._names.items()}
        given = [name.strip() for name in names.split(",") if name.strip()]
        self._codes = tuple(dict.fromkeys(codes[name] for name in given if name in codes))
        self.typing.setText(", ".join(name for name in given if name not in codes))
        self._show()

    def set_mark(self, words: str) -> None:
        """Say where what was taken came from, until somebody types."""
        self.typing.set_mark(words)

    def _enter(self) -> None:
        if not self.typing.text().strip():
            self.entered.emit()
        elif self._standing() is not None:
            self._take_standing()
        else:
            self._say_what_to_do(self._what_to_do())

    def _what_to_do(self) -> str:
        """About a word that is no country, or that could be several: these stay in sight."""
        typed = self.typing.text()
        several = bool(self.typing.matches(typed))
        if several:  # below where the field is once the words stand over it
            QTimer.singleShot(0, self.typing, self.typing.bring_matches_back)
        return (SEVERAL if several else NO_COUNTRY).format(text=typed.strip())

    def _say_what_to_do(self, words: str) -> None:
        if words != self._said:
            self._said = words
            self.not_found.emit(words)

    def _standing(self) -> str | None:
        """The one country that what stands there can mean, or None."""
        typed = self.typing.text()
        exact = self.typing.value()
        if exact is not None:
            return str(exact)
        matches = self.typing.matches(typed)
        return str(matches[0].value) if len(matches) == 1 else None

    def _take_standing(self) -> None:
        code = self.typing.value()
        if code is None and self.typing.hasFocus():
            code = self._standing()
        if code is not None:
            self._take(code)

    def _take(self, code: object) -> None:
        if code is None:
            return
        taken = str(code)
        beside = (
            () if taken in self._alone else (one for one in self._codes if one not in self._alone)
        )
        self._codes = tuple(dict.fromkeys([*beside, taken]))
        self.typing.clear()
        self._say_what_to_do("")
        # The completer writes the whole name into the field once its own signal has been heard.
        QTimer.singleShot(0, self.typing, self._clear_taken)
        self._show()
        self.changed.emit(self._codes)

    def _clear_taken(self) -> None:
        code = self.typing.value()
        if code is not None and str(code) in self._codes:
            self.typing.clear()

    def _remove(self, code: str) -> None:
        self._codes = tuple(one for one in self._codes if one != code)
        self.typing.setFocus()
        self._show()
        self.changed.emit(self._codes)

    def _show(self) -> None:
        clear(self._flow)
        for code in self._codes:
            name = self._names.get(code, code)
            chip = Button(name, icon="x", small=True, trailing=True, scale="small")
            chip.setAccessibleName(f"{REMOVE} {name}")
            chip.clicked.connect(lambda _=False, code=code: self._remove(code))
            self._flow.addWidget(chip)
        self._chips.setVisible(bool(self._codes))
        in_reading_order(self)
        self.updateGeometry()
