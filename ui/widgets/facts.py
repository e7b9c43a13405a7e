"""Facts under each other: a label, its value; for answers, checks and accounts.

facts = Facts("Answers")
facts.show_facts([("Lives in", "Nigeria"), ("Leaves the UK", "04-Aug-2026")])
facts.text()                             # every line, as read out
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from ui.theme import current
from ui.widgets.layout import NONE, Column, Label, Margins, Row, clear

_LABEL = 126
_LONG = 24  # letters; a longer label stands above its value


class Facts(QWidget):
    """Labels in one column, values in the next; a long label goes above its value."""

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

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Other facts."""
        clear(self._column)
        self._facts = tuple(facts)
        self._labels = []
        for label, value in self._facts:
            words = Label(label, scale="small", role="text2", wrap=True)
            said = Label(value, weight="strong", wrap=True)
            said.setAccessibleName(f"{label}: {value}")
            if len(label) > _LONG:
                self._column.addLayout(Column().holding(words, said))
                continue
            row = Row(gap=0)
            row.addWidget(words, 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(said, 1)
            self._labels.append(words)
            self._column.addLayout(row)
        self.setAccessibleName(f"{self._name}. {self.text()}")
        self.restyle()

    def text(self) -> str:
        """Every line, as read out."""
        return "; ".join(f"{label}: {value}" for label, value in self._facts)

    def restyle(self) -> None:
        """Labels as wide as the column, first lines level."""
        theme = current()
        for label in self._labels:
            label.setFixedWidth(theme.px(self._label_width))
            label.setContentsMargins(0, theme.px(2), theme.px(8), 0)
