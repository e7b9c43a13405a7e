"""Facts under each other: a label, its value; for answers, checks and accounts.

facts = Facts("Answers")
facts.show_facts([("Lives in", "Nigeria"), ("Leaves the UK", "04-Aug-2026")])
facts.text()                             # every line, as read out
facts.show_facts(lines, {"Lives in": Mark("1 paper", "e-1")})   # facts.opened("e-1") when pressed
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.core.unbroken import aloud
from ui.language import spoken
from ui.theme import current
from ui.widgets.button import IconButton
from ui.widgets.layout import NONE, Column, Label, Margins, Row, clear

_LABEL = 126
_MARK = 26
_LONG = 24  # letters in a column as usual, more in a wider; a longer label stands above its value


@dataclass(frozen=True, slots=True)
class Mark:
    """Something that stands beside a fact and can be opened by a press: its words, its key."""

    words: str
    key: str


class MarkButton(IconButton):
    """As low as a line of facts; its words are its hint and its accessible name."""

    def _height(self) -> int:
        return current().px(_MARK)


class Facts(QWidget):
    """Labels in one column, values in the next; a long label goes above its value.

    `opened(key)` when the mark beside a fact is pressed.
    """

    opened = Signal(str)

    def __init__(
        self,
        name: str,
        *,
        label_width: int = _LABEL,
        gap: int = 6,
        margins: Margins = NONE,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._name, self._label_width = name, label_width
        self._facts: tuple[tuple[str, str], ...] = ()
        self._labels: list[Label] = []
        self._column = Column(self, gap=gap, margins=margins)
        self.setAccessibleName(name)

    def show_facts(
        self, facts: Sequence[tuple[str, str]], marks: Mapping[str, Mark] | None = None
    ) -> None:
        """Other facts, phrases in the language of the window; `marks` by the label of the fact they
        stand beside."""
        clear(self._column)
        self._facts = tuple((spoken(label), spoken(value)) for label, value in facts)
        self._labels = []
        longest = _LONG * max(self._label_width / _LABEL, 1)
        for label, value in self._facts:
            words = Label(label, scale="small", role="text2", wrap=True)
            said = Label(value, weight="strong", wrap=True)
            # Qt goes by each text: a name in Arabic letters would stand apart from its label.
            said.setAlignment(said.alignment() | Qt.AlignmentFlag.AlignAbsolute)
            said.setAccessibleName(aloud(f"{label}: {value}"))
            mark = self._mark(label, (marks or {}).get(label))
            if len(label) > longest:
                self._column.addLayout(Column().holding(words, _beside(said, mark)))
                continue
            row = Row(gap=0)
            row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(_beside(said, mark), 1)
            self._labels.append(words)
            self._column.addLayout(row)
        self.setAccessibleName(aloud(f"{self._name}. {self.text()}"))
        self.restyle()

    def text(self) -> str:
        """Every line, as read out."""
        return "; ".join(f"{label}: {value}" for label, value in self._facts)

    def _mark(self, label: str, mark: Mark | None) -> MarkButton | None:
        if mark is None:
            return None
        button = MarkButton("file-text", f"{label}: {mark.words}", kind="text")
        button.clicked.connect(lambda _=False, key=mark.key: self.opened.emit(key))
        return button

    def restyle(self) -> None:
        """Labels as wide as the column, first lines level."""
        theme = current()
        for label in self._labels:
            label.setFixedWidth(theme.px(self._label_width))
            label.setContentsMargins(0, theme.px(2), theme.px(8), 0)


def _beside(said: Label, mark: MarkButton | None) -> Row:
    """A value, and at its end what speaks for it."""
    row = Row(gap=4)
    row.addWidget(said, 1)
    if mark is not None:
        row.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
    return row
