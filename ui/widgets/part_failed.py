"""In the place of a part of a page that could not be made: what happened, and a way to try again.

failed = PartFailed()
failed.again.connect(page.open_it_again)
stack.setCurrentWidget(failed)
failed.tell()
"""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.page import Page

FAILED = tr(
    "This part does not open. Work on in the others, or try again; "
    "if it still does not, start Recoup again when you can."
)
TRY_AGAIN = tr("Try again")


class PartFailed(Page):
    """Many faults pass: the part is made again when it is chosen again, too."""

    again = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label(FAILED, weight="strong", wrap=True)
        self.button = Button(TRY_AGAIN, icon="refresh")
        said = Row(gap=12)
        said.addWidget(Icon("alert-circle", role="error"), 0, Qt.AlignmentFlag.AlignTop)
        said.addWidget(self.words, 1)
        whole = Column(self, gap=14, margins=(24, 20, 24, 24))
        whole.holding(said, Row().holding(self.button, None), None)
        self.button.clicked.connect(self.again)

    def opened(self) -> None:
        """The focus goes to trying again."""
        self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def tell(self) -> None:
        """Read it out; it is an error."""
        announce(self, FAILED, assertive=True)
