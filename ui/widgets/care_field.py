"""A field that finds care by words, specialty or code; the services do the finding.

field = CareField()
field.wanted.connect(model.search_care)          # each time something is typed
model.care_found.connect(field.offer)            # Option(code, "HN12 Very Major Hip ...")
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal

from ui.widgets.lookup import Lookup, Option
from ui.widgets.matches import MOST_MATCHES


class CareField(Lookup):
    """Type a few letters, take a match with the arrows and Enter."""

    wanted = Signal(str)

    def offer(self, found: Sequence[Option]) -> None:
        """What was found for what stands here; nothing is offered once the field was left."""
        self.set_options(found[:MOST_MATCHES])
        self._matches.set_words([option.text for option in found[:MOST_MATCHES]])
        completer = self.completer()
        if self.hasFocus() and completer is not None and found:
            completer.complete()

    def setText(self, text: str | None, /) -> None:
        """Show the code and how the name begins, where all of it finds no room."""
        super().setText(text)
        self.setCursorPosition(0)

    def _offer(self, typed: str) -> None:
        self.wanted.emit(typed)
