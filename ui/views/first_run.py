"""The first start: made-up patients to try it with, or this trust's own desk."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from ui.language import tr
from ui.models.new_desk import NewDesk
from ui.theme import current
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.errors import ErrorSummary
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column, Grid, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll

WELCOME = tr("Welcome to Recoup")
PURPOSE = tr("The same questions for everyone, and care is never held up by them.")
TRY = tr("Try it with made-up patients")
TRY_WHY = tr(
    "A file of its own with a hatched strip across the top. Nothing in it is real, "
    "and nothing is sent anywhere."
)
TRY_BUTTON = tr("Open the demo")
MAKING = tr("Making the demo, a moment…")
OWN = tr("Set up this desk")
OWN_WHY = tr("For real patients. Everything is encrypted under the passphrase you choose here.")
OWN_BUTTON = tr("Set up this desk")
FIELDS = (
    ("trust_name", tr("Name of the trust"), False),
    ("provider_code", tr("ODS code, such as R1H"), False),
    ("desk", tr("Name of this desk, such as Desk 3"), False),
    ("device", tr("Number of this computer, D01 to D80; no two alike"), False),
    ("display_name", tr("Your name, as others see it"), False),
    ("name", tr("Your sign-in name, such as jpatel"), False),
    ("password", tr("Your password, 12 characters or more"), True),
    ("passphrase", tr("Passphrase of this desk, 12 characters or more"), True),
    ("passphrase_again", tr("The passphrase again"), True),
)
KEEP = tr("Write the passphrase down and lock it away: without it nobody can open the records.")


class FirstRunView(Page):
    """Two cards beside each other; nothing is made before a button is pressed."""

    demo_wanted = Signal()
    desk_wanted = Signal(object)  # NewDesk

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.summary = ErrorSummary()
        self.demo = Button(TRY_BUTTON, kind="primary", main=True, icon="user-search")
        self.own = Button(OWN_BUTTON, main=True, icon="shield-check")
        self.fields = {
            name: Field(label, LineEdit(password=hidden)) for name, label, hidden in FIELDS
        }
        self._inside = QWidget()
        self._build()
        self.demo.clicked.connect(self._ask_for_demo)
        self.own.clicked.connect(self._ask_for_desk)
        self.restyle()

    def opened(self) -> None:
        """The page is shown: the first button has the focus, so Enter opens the demo."""
        self.demo.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, known: Known) -> None:
        """Say what is missing, beside its field."""
        self.demo.set_words(TRY_BUTTON)
        field = self.fields.get(known.field or "")
        if field is None:
            self.summary.show_problems([(known.message, self.demo)])
            return
        field.set_error(known.message)
        self.summary.show_problems([(known.message, field.input)])

    def restyle(self) -> None:
        """As wide as the text is large, up to the window."""
        self._inside.setFixedWidth(min(current().px(900), max(900, self.width() - 40)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Large text takes the width there is."""
        super().resizeEvent(event)
        self.restyle()

    def _build(self) -> None:
        first = Card(TRY, margins=(24, 20, 24, 24), gap=12, ground="tint")
        first.body.addWidget(Label(TRY_WHY, wrap=True))
        first.body.addLayout(Row().holding(self.demo, None))
        second = Card(OWN, margins=(24, 20, 24, 24), gap=12)
        second.body.addWidget(Label(OWN_WHY, role="text2", wrap=True))
        grid = Grid(gap=(16, 8))
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, place // 2, place % 2, Qt.AlignmentFlag.AlignBottom)
        second.body.addLayout(grid)
        second.body.addWidget(Label(KEEP, role="warn_text", wrap=True))
        second.body.addLayout(Row().holding(self.own, None))
        whole = Column(self._inside, gap=14, margins=(24, 24, 24, 24))
        whole.addWidget(Label(WELCOME, scale="screen", weight="strong"))
        whole.addWidget(Label(PURPOSE, role="text2"))
        whole.addWidget(self.summary)
        whole.addWidget(first)
        whole.addWidget(second)
        whole.addStretch(1)
        centred = QWidget()
        Row(centred).holding(None, self._inside, None)
        Column(self).addWidget(Scroll(centred))

    def _ask_for_demo(self) -> None:
        self._clear()
        self.demo.set_words(MAKING)
        self.demo_wanted.emit()

    def _ask_for_desk(self) -> None:
        self._clear()
        self.desk_wanted.emit(
            NewDesk(**{name: field.input.text() for name, field in self.fields.items()})
        )

    def _clear(self) -> None:
        self.summary.clear()
        for field in self.fields.values():
            field.set_error("")
