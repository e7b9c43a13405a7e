"""Settings: a list of parts at the side, the part that is current beside it.

page = SettingsPage([SectionPlan("look", "Appearance", "You", lambda: LookPanel(model)), ...])
page.open_section("about")
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.delegates.contents import ContentsRows
from ui.language import tr
from ui.models.sections import Section, SectionTitles
from ui.theme import current
from ui.views.settings_panel import SettingsPanel
from ui.widgets.announce import announce
from ui.widgets.card import Card
from ui.widgets.contents import ContentsList
from ui.widgets.inputs import Choice
from ui.widgets.layout import Column, Label, Row
from ui.widgets.page import Page
from ui.widgets.part_failed import PartFailed
from ui.wording import SETTINGS

PARTS = tr("Parts of the settings")
_LIST, _FOLDED_UNDER = 230, 860


@dataclass(frozen=True, slots=True)
class SectionPlan:
    """A part the person's roles allow; its widgets are built when it is first opened."""

    name: str
    label: str
    heading: str
    build: Callable[[], Page]


class SettingsPage(Page):
    """Up and Down go from part to part, Enter into it, Esc back to the list; Ctrl+1 to 9 jump.

    Where the window is too narrow for both, the list is one line above the part.
    """

    def __init__(
        self,
        plans: Sequence[SectionPlan],
        *,
        title: str = SETTINGS,
        parts: str = PARTS,
        parent: QWidget | None = None,
    ) -> None:
        """`title` heads the list; `parts` names it for who hears it. The audit has its own."""
        super().__init__(parent)
        self._title = title
        self._plans = {plan.name: plan for plan in plans}
        self._built: dict[str, Page] = {}
        self._name = plans[0].name
        self.titles = SectionTitles([Section(p.name, p.label, p.heading) for p in plans], self)
        self.list = ContentsList(parts)
        self.list.setItemDelegate(ContentsRows(self.list))
        self.list.setModel(self.titles)
        self.choice = Choice([(plan.name, plan.label) for plan in plans])
        self.choice.setAccessibleName(parts)
        self.stack = QStackedWidget()
        self._build()
        self.list.moved.connect(lambda row: self._show(self.titles.name_at(row)))
        self.list.opened.connect(lambda _row: self.enter())
        self.choice.chosen.connect(lambda name: self._show(str(name)))
        self._jumps = [self._jump(place, plan.name) for place, plan in enumerate(plans[:9])]

    def names(self) -> tuple[str, ...]:
        """The parts the person has, in the order of the list."""
        return tuple(self._plans)

    def section(self, name: str) -> Page:
        """A part, built now where it never was; raises KeyError for one that is not theirs."""
        if name not in self._built:
            built = self._built[name] = self._plans[name].build()
            if isinstance(built, SettingsPanel):
                built.left.connect(self.take_focus)
            self.stack.addWidget(built)
        return self._built[name]

    @cached_property
    def failed(self) -> PartFailed:
        """In the place of a part that could not be built; choosing it again tries again."""
        failed = PartFailed()
        failed.again.connect(lambda: self.open_section(self._name))
        self.stack.addWidget(failed)
        return failed

    def open_section(self, name: str) -> None:
        """Show a part and go into it, from elsewhere in the window."""
        self._show(name)
        self.enter()

    def opened(self) -> None:
        """The part last looked at, with the focus on the list."""
        self._show(self._name)
        self.take_focus()

    def enter(self) -> None:
        """The focus goes into the part shown."""
        self._shown().opened()

    def take_focus(self) -> None:
        """The focus goes to what chooses the part."""
        (self.choice if self.is_folded() else self.list).setFocus(Qt.FocusReason.OtherFocusReason)

    def is_folded(self) -> bool:
        """Whether the list is one line now."""
        return self.width() < current().px(_FOLDED_UNDER)

    def on_key(self, key: str) -> bool:
        """A key nothing took goes to the part shown; Esc it has no use for leads to the list."""
        if self._shown().on_key(key):
            return True
        if key == "Esc":
            self.take_focus()
            return True
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List beside or above."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Measure again in the current theme."""
        self._arrange()

    def _build(self) -> None:
        self._card = Card(margins=(12, 14, 12, 12), gap=8)
        self._card.body.addWidget(Label(self._title, scale="title", weight="strong"))
        self._card.body.addWidget(self.list, 1)
        self._side = QWidget()
        Column(self._side, margins=(24, 18, 0, 16)).addWidget(self._card)
        self._above = QWidget()
        Column(self._above, margins=(16, 10, 16, 0)).addWidget(self.choice)
        beside = Column()
        beside.addWidget(self._above)
        beside.addWidget(self.stack, 1)
        row = Row(self)
        row.addWidget(self._side)
        row.addLayout(beside, 1)
        self._arrange()

    def _arrange(self) -> None:
        folded = self.is_folded()
        moves = self.list.hasFocus() or self.choice.hasFocus()
        self._card.setFixedWidth(current().px(_LIST))
        self._side.setVisible(not folded)
        self._above.setVisible(folded)
        if moves:
            self.take_focus()

    def _show(self, name: str) -> None:
        if not name:
            return
        page = self._section_or_why_not(name)
        changed, self._name = name != self._name, name
        with QSignalBlocker(self.list):
            self.list.go_to(self.titles.place_of(name))
        self.choice.set_value(name)
        self.stack.setCurrentWidget(page)
        if isinstance(page, SettingsPanel):
            page.shown()
        if changed:
            announce(self, self._plans[name].label)
        if isinstance(page, PartFailed):
            page.tell()

    def _section_or_why_not(self, name: str) -> Page:
        try:
            return self.section(name)
        except Exception:  # whatever it is, the other parts open
            sys.excepthook(*sys.exc_info())
            return self.failed

    def _shown(self) -> Page:
        page = self.stack.currentWidget()
        return page if isinstance(page, Page) else self._section_or_why_not(self._name)

    def _jump(self, place: int, name: str) -> QShortcut:
        jump = QShortcut(QKeySequence(f"Ctrl+{place + 1}"), self)
        jump.activated.connect(lambda: self.open_section(name))
        return jump
