"""How the patient is reached, and a note of each call for whoever works on the case next."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.core.people import NOT_KNOWN
from app.services.reach import Reach
from ui.language import as_shown, tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.flow import Flow
from ui.widgets.layout import Label

REACH = tr("How to reach them")
PHONE, EMAIL, IN_UK, ABROAD = (
    tr("Telephone"),
    tr("Email"),
    tr("In the UK"),
    tr("Home abroad"),
)
NOTE_A_CALL = tr("Note a call")
HOW_IT_WENT = (
    ("spoke", tr("Spoke with them")),
    ("no_answer", tr("No answer")),
    ("wrong_number", tr("Wrong number")),
)
NOTED = tr("The call is in the timeline.")
_SIDE = (16, 12, 16, 12)


def reach_facts(reach: Reach) -> list[tuple[str, str]]:
    """Each way with its label; the telephone always, also where none is known or safe."""
    ways = (
        (PHONE, reach.phone or as_shown(NOT_KNOWN)),
        (EMAIL, reach.email),
        (IN_UK, reach.address),
        (ABROAD, reach.address_abroad),
    )
    return [(label, way) for label, way in ways if way]


class ReachCard(Card):
    """`called(how)`: somebody called, and it went so."""

    called = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(REACH, scale="body", margins=_SIDE, gap=6, parent=parent)
        self.ways = Facts(REACH, label_width=104, gap=4)
        self.notes = [
            Button(words, kind="text", icon="phone", scale="small", small=True)
            for _, words in HOW_IT_WENT
        ]
        calls = Flow(gap=(4, 2))
        for (how, words), button in zip(HOW_IT_WENT, self.notes, strict=True):
            button.setAccessibleName(f"{NOTE_A_CALL}: {words}")
            button.clicked.connect(partial(self.called.emit, how))
            calls.addWidget(button)
        self.body.holding(self.ways, Label(NOTE_A_CALL, scale="small", role="text2"))
        self.body.addLayout(calls)

    def show_reach(self, reach: Reach) -> None:
        """The ways that are safe for the patient who is open."""
        self.ways.show_facts(reach_facts(reach))

    def was_noted(self) -> None:
        """Say so; the focus stays on the button."""
        announce(self, NOTED)
