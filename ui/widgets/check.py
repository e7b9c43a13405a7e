"""The check page: what is about to be committed, to whom, how much, before it happens.

check = CheckPage()
check.ask(Check("Check before you issue", facts, "An invoice is never changed afterwards.",
                "&Issue the invoice"), on_confirm)
check.back.connect(...)                  # Back or Esc: nothing happened

The confirming button has no bare key: its letter with Alt, or Tab and Enter. The focus starts on
the facts, so that Enter pressed out of habit confirms nothing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QPaintEvent
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.theme import current
from ui.widgets import paint
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.scroll import Scroll

GO_BACK = tr("&Back, nothing is saved")
_WIDEST = 760


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """What a check page says: title, facts, what follows, and the words that confirm it."""

    title: str
    facts: tuple[tuple[str, str], ...]
    then: str
    confirm: str
    icon: str = "check"


class CheckPage(QWidget):
    """One card in the middle; `back` when the person turns round."""

    back = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asked: Callable[[], object] | None = None
        self._confirmed: Callable[[], object] | None = None
        self.card = Card(" ", scale="screen", gap=16, margins=(32, 28, 32, 28))
        self.facts = _Reading(tr("What is about to be saved"))
        self.then = Label("", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.confirm = Button("", kind="primary", icon="check", main=True)
        self.go_back = Button(GO_BACK, main=True)
        note = Row(gap=10)
        note.addWidget(Icon("info-circle", role="text2"), 0, Qt.AlignmentFlag.AlignTop)
        note.addWidget(self.then, 1)
        self.card.body.addWidget(self.facts)
        self.card.body.addLayout(note)
        self.card.body.addWidget(self.problem)
        acts = Flow(gap=(12, 8))
        acts.addWidget(self.confirm)
        acts.addWidget(self.go_back)
        self.card.body.addLayout(acts)
        inside = QWidget()
        row = Row(inside, margins=(24, 24, 24, 4))
        row.addStretch(1)
        row.addLayout(Column().holding(self.card, None), 40)  # all there is, up to its width
        row.addStretch(1)
        Column(self).addWidget(Scroll(inside))
        self.confirm.clicked.connect(self._confirm)
        self.go_back.clicked.connect(self.back)
        self.restyle()

    def ask(self, check: Check, confirmed: Callable[[], object]) -> None:
        """Show what is about to happen; `confirmed` is called once, and again after a refusal."""
        self._asked = self._confirmed = confirmed
        self.card.set_title(check.title)
        self.facts.show_facts(check.facts)
        self.then.setText(check.then)
        self.refuse("")
        self.confirm.set_words(check.confirm, check.icon)
        self.confirm.setEnabled(True)
        self.facts.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{check.title}. {self.facts.text()}. {check.then}")

    def refuse(self, words: str) -> None:
        """Say why it could not be done; it may be tried again, or left."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            self._confirmed = self._asked
            self.confirm.setEnabled(True)
            announce(self, words, assertive=True)

    def restyle(self) -> None:
        """As wide as a page to be read."""
        self.card.setMaximumWidth(current().px(_WIDEST))

    def _confirm(self) -> None:
        confirmed, self._confirmed = self._confirmed, None
        if confirmed is not None:
            self.confirm.setEnabled(False)
            confirmed()


class _Reading(Facts):
    """Facts that can be focused, so that they are read before anything is confirmed."""

    def __init__(self, name: str) -> None:
        super().__init__(name, label_width=190, gap=10, margins=(14, 12, 14, 12))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ring around the facts while they are read."""
        super().paintEvent(event)
        if self.hasFocus():
            painter = paint.begin(self)
            paint.ring(painter, self.rect(), current().radius("control"))
            painter.end()
