"""Two versions of a case: the bar above it that says so, and the card over it to choose by."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.services.disputes import Conflict
from ui.bound import bound
from ui.language import as_shown, spoken, tr
from ui.models.case import CaseModel
from ui.views.conflict_card import CHOSEN, ConflictCard, said_by
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Column, Icon, Label, Row, is_narrow
from ui.widgets.scroll import on_page

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
        sides = (SIDE.format(words=spoken(one.words), by=said_by(one)) for one in first.sides)
        label = as_shown(first.label)
        said = WHAT.format(what=label, versions=OR.join(sides))
        others = len(self._conflicts) - 1
        more = f" + {MORE.format(count=others)}" if others else ""
        self.words.setText((label if narrow else said) + more)


class CaseVersions(QObject):
    """Bar and card of one case page: `bar` stands above the case, `page` lies among its `pages`.

    `all_chosen()` after the last conflict, while the card lies open.
    """

    all_chosen = Signal()

    def __init__(self, model: CaseModel, pages: QStackedWidget) -> None:
        super().__init__(pages)
        self._pages = pages
        self.bar = VersionsBar()
        self.card = ConflictCard(model.choose_version)
        self.page, _ = on_page(self.card)
        pages.addWidget(self.page)
        model.versions.connect(self._show)
        model.version_chosen.connect(bound(self, lambda: announce(pages, CHOSEN)))
        self.bar.compare.clicked.connect(self._compare)

    def _show(self, found: tuple[Conflict, ...]) -> None:
        """Above the case; where the card lies open, the next one, and after the last the case."""
        self.bar.show_conflicts(found)
        self.card.show_conflict(found[0] if found else None)
        if self._pages.currentWidget() is self.page:
            if found:
                self.card.take_focus()
            else:
                self.all_chosen.emit()

    def _compare(self) -> None:
        self._pages.setCurrentWidget(self.page)
        self.card.take_focus()
