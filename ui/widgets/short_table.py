"""A table inside a page that scrolls: as high as its rows, so that it never scrolls by itself.

table = ShortTable("People", [160, None, 240])
table.setModel(listing)
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ui.theme import current
from ui.widgets.table import Table

_MOST = 14


class ShortTable(Table):
    """At most fourteen rows high; more of them scroll."""

    def __init__(
        self, name: str, widths: Sequence[int | None], parent: QWidget | None = None
    ) -> None:
        super().__init__(name, widths, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def setModel(self, model: QAbstractItemModel | None) -> None:
        """Show a model, and follow how many rows it has."""
        super().setModel(model)
        if model is not None:
            model.modelReset.connect(self._fit)
        self._fit()

    def restyle(self) -> None:
        """Take row heights of the current theme."""
        super().restyle()
        self._fit()

    def _fit(self) -> None:
        theme, model = current(), self.model()
        rows = min(max(model.rowCount() if model is not None else 0, 1), _MOST)
        high = theme.size("table_header") + rows * theme.size("table_row_dense") + theme.px(18)
        self.setFixedHeight(high)
