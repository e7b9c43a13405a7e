"""One part of the settings: its title, its cards, and a check page that may lie over them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Known
from ui.language import told
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.check import Check, CheckPage
from ui.widgets.field import Field
from ui.widgets.layout import Column, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll

WIDEST, WIDE = 820, 1120  # to be read; with tables that say much, where no list stands beside


class SettingsPanel(Page):
    """A part of this kind puts its cards into `body` and says where the focus goes.

    `shown` reads anew what the part tells, `opened` also takes the focus; `left` gives it back to
    the list.
    """

    left = Signal()
    widest = WIDEST

    def __init__(self, title: str, lead: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.fields: Mapping[str, Field[Any]] = {}
        self._before: QWidget | None = None
        self._inside = QWidget()
        self.body = Column(self._inside, gap=14, margins=(24, 20, 24, 24))
        self.title = Label(title, scale="screen", weight="strong", wrap=True)
        self.lead = Label(lead, role="text2", wrap=True)
        self.said = Label("", weight="label", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.body.holding(self.title, self.lead)
        self.lead.setVisible(bool(lead))
        self.check = CheckPage()
        self.check.back.connect(self.back)
        beside = QWidget()
        row = Row(beside)
        row.addWidget(self._inside, 1)
        row.addStretch(0)
        self.pages = QStackedWidget()
        self.sheet = Scroll(beside)
        self.own_page = QWidget()
        Column(self.own_page).holding(self._lay_told(), self.sheet)
        self.pages.addWidget(self.own_page)
        self.pages.addWidget(self.check)
        Column(self).addWidget(self.pages)
        self.restyle()

    def refresh(self) -> None:
        """Read what the part tells; a part that tells nothing of the store has nothing to do."""

    def take_focus(self) -> None:
        """The focus goes to what the part is worked by."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def shown(self) -> None:
        """The part is in sight."""
        self.refresh()

    def opened(self) -> None:
        """The part is to be worked on."""
        self.pages.setCurrentWidget(self.own_page)
        self.refresh()
        self.take_focus()

    def on_key(self, key: str) -> bool:
        """Esc closes what lies over the part; nothing was done."""
        if key != "Esc" or self.pages.currentWidget() is self.own_page:
            return False
        self.back()
        return True

    def _lay_told(self) -> QWidget:
        """What was said stands above what scrolls: the act may be at the foot of a long part."""
        self._told = QWidget()
        words = Column(self._told, margins=(24, 14, 24, 10))
        words.holding(self.said, self.problem)
        for one in (self.said, self.problem, self._told):
            one.hide()
        return self._told

    def ask(self, check: Check, confirmed: Callable[[], object]) -> None:
        """Show what is about to be saved; `confirmed` runs where the person agrees."""
        self._before = self.window().focusWidget()
        self.pages.setCurrentWidget(self.check)
        self.check.ask(check, confirmed)

    def back(self) -> None:
        """To the part's own page, where one was on it."""
        self.pages.setCurrentWidget(self.own_page)
        if self._before is not None and self._inside.isAncestorOf(self._before):
            self._before.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.take_focus()

    def tell(self, words: str) -> None:
        """Say what was done."""
        self.clear_problems()
        if words:
            self._say(self.said, words)
            announce(self, words)

    def refuse(self, known: Known) -> None:
        """Say why something was not done: beside its field, else at the head of the part."""
        self.clear_problems()
        if self.pages.currentWidget() is self.check:
            self.back()
        field = self.fields.get(known.field or "")
        if field is not None:
            field.set_error(told(known))
            field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self._say(self.problem, told(known))
        announce(self, told(known), assertive=True)

    def clear_problems(self) -> None:
        """There is no problem any more, and nothing was done yet."""
        for one in (self.said, self.problem, self._told):
            one.hide()
        for field in self.fields.values():
            field.set_error("")

    def _say(self, label: Label, words: str) -> None:
        label.setText(words)
        label.show()
        self._told.show()

    def restyle(self) -> None:
        """As wide as a page to be read."""
        for one in (self._inside, self._told):
            one.setMaximumWidth(current().px(self.widest))
