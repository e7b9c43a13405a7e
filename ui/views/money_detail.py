"""The right of the money page: the row chosen, its figures, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.facts import Facts
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll

NOTHING_CHOSEN = tr("Choose a line of the list.")


class DetailCard(Card):
    """Shows one thing at a time; each button asks, and a check page answers."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(margins=(22, 16, 22, 18), gap=12, parent=parent)
        self.name = Label("", scale="title", weight="strong", wrap=True)
        self.what = Label("", scale="small", role="text2", wrap=True)
        self.figure = Label("", scale="screen", weight="strong", right=True)
        self.of = Label("", scale="small", role="text2", right=True)
        self.facts = Facts(tr("Details"), label_width=150, gap=8)
        self.note = Label("", weight="label", wrap=True)
        self.buttons: list[Button] = []
        self._state = Row(gap=8)
        self._actions = Flow(gap=(10, 8))
        head = Row(gap=16)
        head.addLayout(Column(gap=2).holding(self.name, self.what), 1)
        head.addLayout(Column(gap=2).holding(self.figure, self.of))
        inside = QWidget()
        Column(inside, gap=12).holding(head, self._state, Rule(), self.facts, self.note, None)
        self.body.addWidget(Scroll(inside), 1)
        self.body.addLayout(self._actions)
        self.put(name=NOTHING_CHOSEN)

    def put(
        self,
        *,
        name: str,
        what: str = "",
        figure: str = "",
        of: str = "",
        facts: Sequence[tuple[str, str]] = (),
        note: str = "",
        chip: Chip | None = None,
        buttons: Sequence[Button] = (),
    ) -> None:
        """The thing chosen: its name, figure, facts and what can be done with it."""
        self.name.setText(name)
        self.what.setText(what)
        self.figure.setText(figure)
        self.of.setText(of)
        self.facts.show_facts(facts)
        self.note.setText(note)
        self.note.setVisible(bool(note))
        clear(self._state)
        if chip is not None:
            self._state.addWidget(chip, 0, Qt.AlignmentFlag.AlignLeft)
        had_focus = any(button.hasFocus() for button in self.buttons)
        clear(self._actions)
        self.buttons = list(buttons)
        for button in buttons:
            self._actions.addWidget(button)
        if had_focus and buttons:
            buttons[0].show()
            buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)
