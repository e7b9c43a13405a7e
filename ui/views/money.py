"""Money: a page of panels, each behind a tab, only those the person's roles allow."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import cached_property

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from ui.bound import bound
from ui.language import tr
from ui.views.money_panel import MoneyPanel, PanelPlan
from ui.widgets.layout import Column, Label, Row
from ui.widgets.page import Page
from ui.widgets.part_failed import PartFailed
from ui.widgets.sections import Sections
from ui.widgets.tabs import LEAD, Tab

PARTS = tr("Parts of Money")
NOT_YOURS = tr("Money is finance’s page. A senior officer approves credit notes here.")


class MoneyPage(Page):
    """Lists of several people: never a banner. A panel is built when it is first opened."""

    def __init__(self, plans: Sequence[PanelPlan], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._plans = {plan.name: plan for plan in plans}
        self._built: dict[str, MoneyPanel] = {}
        self._covering: set[str] = set()  # the panels that ask for something now
        self._awaited = ""  # the panel whose lines the focus waits for on its tab
        self._leads_on = False  # whether one without lines leads on to the next
        self.problem = Label("" if plans else NOT_YOURS, weight="strong", wrap=True)
        self.sections = Sections(PARTS, [Tab(plan.name, plan.label) for plan in plans])
        self._stack = QStackedWidget()
        head = Column(margins=(24 - LEAD, 8, 24, 4))
        head.addWidget(self.sections)
        head.addLayout(Row(margins=(LEAD, 0, 0, 0)).holding(self.problem))
        whole = Column(self)
        whole.addLayout(head)
        whole.addWidget(self._stack, 1)
        self.problem.setVisible(not plans)
        self.sections.setVisible(bool(plans))
        self.sections.chosen.connect(self._go_to)
        self.sections.jumped.connect(self._show)
        for plan in plans:
            if plan.counted is not None:
                plan.counted.connect(
                    bound(self, lambda count, name=plan.name: self.sections.set_count(name, count))
                )

    def names(self) -> tuple[str, ...]:
        """The panels the person has, in the order of their tabs."""
        return tuple(self._plans)

    def panel(self, name: str) -> MoneyPanel:
        """A panel, built now where it never was; raises KeyError for one that is not theirs."""
        if name not in self._built:
            built = self._built[name] = self._plans[name].build()
            built.account_wanted.connect(self._open_account)
            built.covering.connect(lambda covers: self._cover(name, covers=covers))
            built.read.connect(lambda: self._was_read(name))
            self._stack.addWidget(built)
        return self._built[name]

    @cached_property
    def failed(self) -> PartFailed:
        """In the place of a panel that could not be built; choosing it again tries again."""
        failed = PartFailed()
        failed.again.connect(lambda: self._show(self.sections.key()))
        self._stack.addWidget(failed)
        return failed

    def open_panel(self, name: str) -> None:
        """Show a panel from elsewhere in the window; raises ValueError for one not theirs."""
        with QSignalBlocker(self.sections):
            self.sections.show_view(name)
        self._show(name)

    def opened(self) -> None:
        """The panel last looked at, with what it holds now."""
        first = not self._built
        if self._plans:
            self._show(self.sections.key())
        if first and self._awaited:
            self._leads_on = True
            self._was_read(self._awaited)

    def on_key(self, key: str) -> bool:
        """A key nothing took goes to the panel shown."""
        shown = self._stack.currentWidget()
        return isinstance(shown, MoneyPanel) and shown.on_key(key)

    def _go_to(self, name: str) -> None:
        among_tabs = self.sections.has_focus()
        self._show(name)
        if among_tabs:  # whoever goes along the tabs by the arrows stays there
            self.sections.take_focus()
            self._awaited, self._leads_on = "", False

    def _cover(self, name: str, *, covers: bool) -> None:
        (self._covering.add if covers else self._covering.discard)(name)
        self.sections.setVisible(self.sections.key() not in self._covering)

    def _show(self, name: str) -> None:
        self._awaited, self._leads_on = "", False
        self.sections.setVisible(name not in self._covering)
        try:
            panel = self.panel(name)
        except Exception:  # whatever it is, the other panels open
            sys.excepthook(*sys.exc_info())
            self._stack.setCurrentWidget(self.failed)
            self.failed.opened()
            self.failed.tell()
            return
        self._stack.setCurrentWidget(panel)
        panel.opened()
        if not _is_worked(panel):
            self.sections.take_focus()  # its lines are still being read, or there are none
            self._awaited = name

    def _was_read(self, name: str) -> None:
        """The focus goes on to its lines where nobody moved it meanwhile.

        At the first opening a list of nothing leads on to the next: the work is there.
        """
        panel, names = self.panel(name), self.names()
        had = self.window().focusWidget()
        if self._awaited != name or (had is not None and not self.sections.isAncestorOf(had)):
            return
        if panel.has_lines:
            self._awaited = ""
            panel.take_focus()
        elif panel.has_lines is False and self._leads_on and name != names[-1]:
            self.open_panel(names[names.index(name) + 1])

    def _open_account(self, doc_no: str) -> None:
        self.open_panel("accounts")
        if "accounts" in self._built:
            self.panel("accounts").open_account(doc_no)


def _is_worked(panel: MoneyPanel) -> bool:
    """Whether the focus is on a part of it; a stack gives a page it shows the focus by itself."""
    had = panel.window().focusWidget()
    if had is None or not panel.isAncestorOf(had) or not had.isVisible():
        return False
    return had.focusPolicy() is not Qt.FocusPolicy.NoFocus
