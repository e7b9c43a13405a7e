"""Saying out loud, for screen readers, what happened without a change of focus."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.core.unbroken import aloud
from ui.language import spoken


def announce(widget: QWidget, words: str, *, assertive: bool = False) -> None:
    """Speak `words`; assertive (it interrupts) only for errors and Treat first.

    The window speaks for a page that is not in sight yet: readers leave out what they cannot see.
    """
    # Imported here: making these types takes as long as a tenth of the start.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    speaker = widget if widget.isVisible() else widget.window()
    event = QAccessibleAnnouncementEvent(speaker, aloud(spoken(words)))
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if assertive else manner.Polite)
    QAccessible.updateAccessibility(event)
