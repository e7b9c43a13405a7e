"""Why the letters of an account rest: a chip each, taken off by its cross; another added."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.unbroken import aloud
from app.services.account import HoldLine
from ui.days import show
from ui.language import spoken, tr
from ui.widgets.button import Button, IconButton
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Label, Row, clear

REST, NONE_REST = tr("Letters stop while:"), tr("Nothing stops the letters.")
ADD = tr("Add a &hold")
END = tr("End this hold: {hold}")
BY_RECORD = tr("Set by the record of the case; it ends there")


class HoldsPart(QWidget):
    """`added` asks for a new hold, `ended` that one be lifted; both go through their forms."""

    added = Signal()
    ended = Signal(str)  # kind

    def __init__(self) -> None:
        super().__init__()
        self.crosses: dict[str, IconButton] = {}
        self.chips: dict[str, Chip] = {}
        self.words = Label("", role="text2")
        self.add = Button(ADD, kind="text", icon="plus", small=True)
        self.reasons = Label("", scale="small", role="text2", wrap=True)
        self._flow = Flow(gap=(10, 6))
        whole = Column(self, gap=4)
        whole.addLayout(self._flow)
        whole.addWidget(self.reasons)
        self._flow.addWidget(self.words)
        self._flow.addWidget(self.add)
        self.add.clicked.connect(self.added)

    def show_holds(self, holds: Sequence[HoldLine]) -> None:
        """What holds today, each with its days and its reason under it."""
        on = [line for line in holds if line.is_on]
        had = next((kind for kind, cross in self.crosses.items() if cross.hasFocus()), "")
        clear(self._flow)
        self.words = Label(REST if on else NONE_REST, role="text2")
        self.add = Button(ADD, kind="text", icon="plus", small=True)
        self.add.clicked.connect(self.added)
        self._flow.addWidget(self.words)
        self.crosses, self.chips = {}, {}
        for line in on:
            self._flow.addWidget(self._chip(line))
        self._flow.addWidget(self.add)
        self.reasons.setText("\n".join(f"{line.label}, {_detail(line)}" for line in on))
        self.reasons.setVisible(bool(on))
        if had:
            cross = self.crosses.get(had, self.add)
            cross.show()  # what is hidden takes no focus
            cross.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chip(self, line: HoldLine) -> QWidget:
        part = QWidget()
        row = Row(part, gap=0)
        chip = self.chips[line.kind] = Chip(line.label, "on_hold")
        chip.setAccessibleDescription(aloud(_detail(line)))
        row.addWidget(chip)
        if line.is_own:
            cross = IconButton("x", END.format(hold=line.label), kind="text")
            cross.clicked.connect(lambda: self.ended.emit(line.kind))
            self.crosses[line.kind] = cross
            row.addWidget(cross)
        return part


def _detail(line: HoldLine) -> str:
    if not line.is_own:
        return f"{spoken(line.reason)}. {BY_RECORD}."
    since = "" if line.since is None else tr("since {day}").format(day=show(line.since))
    until = "" if line.until is None else tr(" until {day}").format(day=show(line.until))
    return f"{since}{until}: {spoken(line.reason)}"
