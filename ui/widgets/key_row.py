"""One number of a paper form as it is keyed: number, short words, field, what it means.

    row = KeyRow(13, "Last 12 months", "Where have you lived during the last 12 months?", boxes)
    row.said.connect(next_row.take_focus)            # Enter
    row.set_error("Question 13 takes a number from 1 to 4.")

Without boxes to tick it takes words. A row made with `closed` has no field, only these words.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.theme import current
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Grid, Label, is_narrow

_NUMBER, _LEAST = 30, 110


class KeyRow(QWidget):
    """Side by side in a wide window, in two lines in a narrow one."""

    said = Signal()

    def __init__(
        self,
        number: int,
        short: str,
        question: str,
        boxes: Sequence[str],
        *,
        means: Callable[[str], str] = lambda _typed: "",
        closed: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._means = means
        self._narrow: bool | None = None
        self.number = number
        self.count = Label(str(number), weight="strong", right=True)
        self.short = Label(short, wrap=True)
        self.short.setToolTip(question)
        self.input = LineEdit(dense=True)
        self.meaning = Label(closed or means(""), scale="small", role="text2", wrap=True)
        self.error = Label("", scale="small", weight="strong", role="error", wrap=True)
        self.error.hide()
        self.is_closed = bool(closed)
        self.input.setAccessibleName(f"{number} {question}")
        self._spoken = ", ".join(f"{place} {words}" for place, words in enumerate(boxes, 1))
        self.input.setAccessibleDescription(self._spoken)
        self.short.setBuddy(self.input)
        self._grid = Grid(self, gap=(12, 2))
        self.input.textChanged.connect(lambda typed: self.meaning.setText(self._means(typed)))
        self.input.returnPressed.connect(self.said)
        if not closed:  # handing the keys to a field that is not there would stop Tab
            self.setFocusProxy(self.input)
        self._arrange()
        self.input.setVisible(not closed)  # in its grid: alone it would flash up as a window

    def text(self) -> str:
        """What was typed."""
        return self.input.text()

    def take_focus(self) -> None:
        """The keys go here."""
        self.input.setFocus(Qt.FocusReason.TabFocusReason)

    def set_error(self, words: str) -> None:
        """Say what to put right; an empty text takes it away."""
        self.error.setText(words)
        self.error.setVisible(bool(words))
        self.input.setAccessibleDescription(words or self._spoken)
        self.input.setProperty("wrong", "true" if words else "false")
        style = self.input.style()
        style.unpolish(self.input)
        style.polish(self.input)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two lines where the window is narrow for its text."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        self._narrow = None
        self._arrange()

    def _arrange(self) -> None:
        narrow = is_narrow(self)
        if narrow == self._narrow:
            return
        self._narrow = narrow
        theme, grid = current(), self._grid
        for widget in (self.count, self.short, self.input, self.meaning, self.error):
            grid.removeWidget(widget)
        self.count.setFixedWidth(theme.px(_NUMBER))
        top = Qt.AlignmentFlag.AlignVCenter
        grid.addWidget(self.count, 0, 0, top)
        if narrow:
            grid.addWidget(self.short, 0, 1, 1, 2)
            grid.addWidget(self.error, 1, 1, 1, 2)
            grid.addWidget(self.input, 2, 1)
            grid.addWidget(self.meaning, 2, 2)
            stretches = (0, 1, 1, 0)
        else:
            grid.addWidget(self.short, 0, 1)
            grid.addWidget(self.input, 0, 2)
            grid.addWidget(self.meaning, 0, 3)
            grid.addWidget(self.error, 1, 1, 1, 3)
            stretches = (0, 5, 4, 4)
        for column, stretch in enumerate(stretches):
            grid.setColumnStretch(column, stretch)
        self.input.setMinimumWidth(theme.px(_LEAST))
