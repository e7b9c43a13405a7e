"""What stands around the pages: built when the first page that wants it is there.

The first window is a sign-in page alone; rail, banner and bars would be half of its cost.
"""

from __future__ import annotations

from PySide6.QtWidgets import QBoxLayout, QWidget

from ui.theme import catch_up
from ui.widgets.banner import PatientBanner
from ui.widgets.notice import Edged, Notice
from ui.widgets.rail import Rail
from ui.widgets.rules_strip import RulesStrip
from ui.widgets.status import StatusBar
from ui.widgets.undo import UndoBar


class Frame:
    """Strip of the rules, patient banner, rail, undo bar, notice and status bar."""

    def __init__(self) -> None:
        self.rules = RulesStrip()
        self.banner = PatientBanner()
        self.rail = Rail([])
        self.undo = UndoBar()
        self.notice = Notice()
        self.status = StatusBar()

    def parts(self) -> tuple[QWidget, ...]:
        """All that stands around the pages."""
        return (self.rules, self.banner, self.rail, self.undo, self.notice, self.status)

    def stand_around(
        self, whole: QBoxLayout, *, across: QBoxLayout, beside: QBoxLayout, top: int
    ) -> None:
        """Take the places around the pages; `top` is the first below a demo's strip."""
        whole.insertWidget(top, self.rules)
        whole.insertWidget(top + 1, self.banner)
        across.insertWidget(0, self.rail)
        for bar in (self.notice, self.undo):
            beside.addWidget(Edged(bar))
        whole.addWidget(self.status)
        for part in (self.rail, self.banner, self.rules):
            part.lower()  # a reader meets children from the lowest up: these before the page

    def set_narrow(self, narrow: bool) -> None:
        """Narrow or wide, as the window is for its text."""
        self.rail.set_narrow(narrow)
        self.banner.set_narrow(narrow)
        self.status.set_narrow(narrow)

    def hidden_by_bare(self) -> tuple[QWidget, ...]:
        """What never stands around a bare page."""
        return (self.rail, self.banner, self.status)

    def set_bare(self, bare: bool) -> None:
        """A bare page (sign-in, first run) has neither rail nor status bar."""
        if not bare:
            for part in self.hidden_by_bare():
                catch_up(part)
        self.rail.setVisible(not bare)
        self.status.setVisible(not bare)
