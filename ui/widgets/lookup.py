"""A field that finds one of many, such as a country by name, code or demonym.

country = Lookup([Option("NG", "Nigeria", ("NGA", "Nigerian")), Option("xx", "Stateless")])
country.chosen.connect(...)          # chosen(value)
country.value()                      # None until what stands there is one of the options
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from app.core.people import search_key
from ui.widgets.inputs import LineEdit
from ui.widgets.matches import MOST_MATCHES, Matches


@dataclass(frozen=True, slots=True)
class Option:
    """A value, the words shown for it, and other words that find it."""

    value: object
    text: str
    also: tuple[str, ...] = ()


class Lookup(LineEdit):
    """Type a few letters, take a match with the arrows and Enter; at most eight are shown."""

    chosen = Signal(object)

    def __init__(
        self,
        options: Sequence[Option] = (),
        *,
        placeholder: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(placeholder=placeholder, parent=parent)
        self._options: list[tuple[Option, tuple[str, ...]]] = []
        self._matches = Matches(self)
        self.setCompleter(self._matches.completer)
        self._matches.taken.connect(self._take)
        self.textEdited.connect(self._offer)
        self.editingFinished.connect(self._settle)
        self.set_options(options)

    def set_options(self, options: Sequence[Option]) -> None:
        """Other options to find."""
        self._options = [
            (option, tuple(search_key(word) for word in (option.text, *option.also)))
            for option in options
        ]

    def put_matches_away(self) -> None:
        """Take the list of matches off the screen."""
        self._matches.popup.hide()

    def bring_matches_back(self) -> None:
        """Put the list for what stands here on the screen again."""
        completer = self.completer()
        if completer is not None:
            self._offer(self.text())
            completer.complete()

    def matches(self, typed: str) -> list[Option]:
        """The options that answer to what was typed: word starts first, then the middle."""
        wanted = search_key(typed.strip())
        if not wanted:
            return []
        ranked = [
            (rank, option)
            for option, keys in self._options
            if (rank := _rank(keys, wanted)) is not None
        ]
        ranked.sort(key=lambda pair: pair[0])
        return [option for _, option in ranked[:MOST_MATCHES]]

    def value(self) -> object | None:
        """The option whose words or code stand in the field; None too for what several go by."""
        standing = search_key(self.text().strip())
        if not standing:
            return None
        meant = [(option, keys) for option, keys in self._options if standing in keys]
        own = [option for option, keys in meant if keys[0] == standing]
        found = own or [option for option, _ in meant]
        return found[0].value if len(found) == 1 else None

    def set_value(self, value: object | None) -> None:
        """Show an option given before, or nothing."""
        words = [option.text for option, _ in self._options if option.value == value]
        self.setText(words[0] if words and value is not None else "")

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """On leaving, a code or demonym becomes the option's own words."""
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self._settle()

    def _offer(self, typed: str) -> None:
        self._matches.set_words([option.text for option in self.matches(typed)])

    def _take(self, words: str) -> None:
        self.setText(words)
        self.chosen.emit(self.value())

    def _settle(self) -> None:
        value = self.value()
        if value is not None:
            self.set_value(value)


def _rank(keys: tuple[str, ...], wanted: str) -> int | None:
    """0 whole, 1 at the start, 2 at the start of a word, 3 inside; None where not at all."""
    if wanted in keys:
        return 0
    if any(key.startswith(wanted) for key in keys):
        return 1
    if any(f" {wanted}" in key for key in keys):
        return 2
    return 3 if any(wanted in key for key in keys) and len(wanted) > 2 else None
