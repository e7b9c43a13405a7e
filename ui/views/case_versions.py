"""Above a case: that it has two versions, in a few words, with the way to compare and choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.services.disputes import Conflict
from ui.language import tr
from ui.views.conflict_card import said_by
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Column, Icon, Label, Row, is_narrow

HEAD = tr("Two versions of this case")
WHAT = tr("{what}: {versions}")
OR, SIDE = tr(" or "), tr("{words} ({by})")
MORE = tr("{count} more")
HOLD = tr("Nothing is charged until somebody chooses. Care goes on as it does.")
COMPARE = tr("Compare and ch&oose")


class VersionsBar(Card):
    """Hidden while there is one version of everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ground="tint", margins=(16, 8, 14, 8), gap=4, parent=parent)
        self._conflicts: Sequence[Conflict] = ()
        self.words = Label("", wrap=True)
        self.hold = Label(HOLD, scale="small", wrap=True)
        self.compare = Button(COMPARE, icon="table", small=True)
        told = Column(gap=2).holding(Label(HEAD, weight="strong"), self.words, self.hold)
        row = Row(gap=12)
        row.addWidget(Icon("alert-triangle", role="warn_text"))
        row.addLayout(told, 1)
        row.addWidget(self.compare)
        self.body.addLayout(row)
        self.setAccessibleName(HEAD)
        self.hide()

    def show_conflicts(self, found: Sequence[Conflict]) -> None:
        """Say what differs: the first whole, of the others how many."""
        self._conflicts = found
        self.setVisible(bool(found))
        self.restyle()

    def restyle(self) -> None:
        """Where room is short, what differs alone; both sides stand on the card."""
        super().restyle()
        if not getattr(self, "_conflicts", ()):
            return
        narrow = is_narrow(self)
        self.hold.setVisible(not narrow)
        first = self._conflicts[0]
        sides = (SIDE.format(words=one.words, by=said_by(one)) for one in first.sides)
        said = WHAT.format(what=first.label, versions=OR.join(sides))
        others = len(self._conflicts) - 1
        more = f" + {MORE.format(count=others)}" if others else ""
        self.words.setText((first.label if narrow else said) + more)
