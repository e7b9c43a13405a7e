"""Above a case: that it has two versions, in a few words, with the way to compare and choose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.services.disputes import Conflict
from ui.language import tr
from ui.views.conflict_card import said_by
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Column, Icon, Label, Row

HEAD = tr("Two versions of this case")
WHAT = tr("{what}: {versions}")
OR, SIDE = tr(" or "), tr("{words} ({by})")
MORE = tr("{count} more")
HOLD = tr("Nothing is charged until somebody chooses. Care goes on as it does.")
COMPARE = tr("Co&mpare and choose")


class VersionsBar(Card):
    """Hidden while there is one version of everything."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(ground="tint", margins=(16, 8, 14, 8), gap=4, parent=parent)
        self.words = Label("", wrap=True)
        self.compare = Button(COMPARE, icon="table", small=True)
        told = Column(gap=2).holding(
            Label(HEAD, weight="strong"), self.words, Label(HOLD, scale="small", wrap=True)
        )
        row = Row(gap=12)
        row.addWidget(Icon("alert-triangle", role="warn_text"))
        row.addLayout(told, 1)
        row.addWidget(self.compare)
        self.body.addLayout(row)
        self.setAccessibleName(HEAD)
        self.hide()

    def show_conflicts(self, found: Sequence[Conflict]) -> None:
        """Say what differs: the first whole, of the others how many."""
        self.setVisible(bool(found))
        if not found:
            return
        first = found[0]
        sides = (SIDE.format(words=one.words, by=said_by(one)) for one in first.sides)
        said = WHAT.format(what=first.label, versions=OR.join(sides))
        more = f" + {MORE.format(count=len(found) - 1)}" if len(found) > 1 else ""
        self.words.setText(said + more)
