"""A page that lies over another in a stack, and the way back to where the person was.

over = LaidOver(stack)
over.lay(needs)
page = over.uncover()          # the page under it again, the focus where it stood
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget


class LaidOver:
    """One page at a time lies over one other."""

    def __init__(self, stack: QStackedWidget) -> None:
        self._stack = stack
        self._under: QWidget | None = None
        self._focus: QWidget | None = None

    @property
    def is_covered(self) -> bool:
        """Whether a page lies over another now."""
        return self._under is not None

    def lay(self, page: QWidget) -> None:
        """Show a page over the one shown."""
        self._under, self._focus = self._stack.currentWidget(), QApplication.focusWidget()
        self._stack.setCurrentWidget(page)

    def forget(self) -> None:
        """There is no way back any more: the person has gone on."""
        self._under = self._focus = None

    def uncover(self) -> tuple[QWidget | None, bool]:
        """Show the page under it; it, and whether the focus found its place there again."""
        page, focus = self._under, self._focus
        self.forget()
        if page is not None:
            self._stack.setCurrentWidget(page)
        found = focus is not None and shiboken6.isValid(focus) and focus.isVisible()
        if found and focus is not None:
            focus.setFocus(Qt.FocusReason.OtherFocusReason)
        return page, found
