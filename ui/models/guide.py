"""The guide: its pages, read once, and the list of those looked for."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
    Signal,
)

from app.core.errors import Known
from app.services import reference
from app.services.desk import Desk
from app.services.reference import Page, found
from ui.work import Runner

Index = QModelIndex | QPersistentModelIndex
HEADING = Qt.ItemDataRole.UserRole + 20
_NO_INDEX = QModelIndex()
_OF = "{title}, {chapter}"


class GuideModel(QObject):
    """`shown(pages, words)` after opening and after each search."""

    shown = Signal(object, str)
    refused = Signal(object)  # Known

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lane = desk, lane
        self._pages: tuple[Page, ...] = ()
        self._words, self._version = "", ""

    def load(self) -> None:
        """Read the law of this desk, where it has not been read yet or another pack holds now."""
        version = self._desk.law.pack.rules_version
        if self._pages and version == self._version:
            self.search(self._words)
            return
        self._version = version
        self._lane.run(partial(reference.guide, self._desk), self._take, self._refuse)

    def search(self, words: str) -> None:
        """The pages that all the words lead to; every page of the contents for none."""
        self._words = words
        self.shown.emit(found(self._pages, words), words)

    def page(self, key: str) -> Page | None:
        """A page by its key, or None."""
        return next((page for page in self._pages if page.key == key), None)

    def _take(self, pages: tuple[Page, ...]) -> None:
        self._pages = pages
        self.search(self._words)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


class Contents(QAbstractListModel):
    """Titles under the headings of their chapters; a search has no headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: list[Page | str] = []

    def show_pages(self, pages: Sequence[Page], *, chapters: bool) -> None:
        """Other pages, in their order."""
        self.beginResetModel()
        self._rows = []
        chapter = ""
        for page in pages:
            if chapters and page.chapter != chapter:
                chapter = page.chapter
                self._rows.append(chapter)
            self._rows.append(page)
        self.endResetModel()

    def page_at(self, row: int) -> Page | None:
        """The page in a row; None for a heading or no row."""
        here = self._rows[row] if 0 <= row < len(self._rows) else None
        return here if isinstance(here, Page) else None

    def place_of(self, key: str) -> int:
        """The row of a page, or -1."""
        for place, row in enumerate(self._rows):
            if isinstance(row, Page) and row.key == key:
                return place
        return -1

    def first(self) -> int:
        """The first row that is a page, or -1."""
        return next((place for place, row in enumerate(self._rows) if isinstance(row, Page)), -1)

    def rowCount(self, parent: Index = _NO_INDEX) -> int:
        """Titles and headings."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A heading cannot be gone to."""
        if self.page_at(index.row()) is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The words, and whether they are a heading."""
        row = self._rows[index.row()]
        if role == HEADING:
            return isinstance(row, str)
        title = row if isinstance(row, str) else row.title
        if role == Qt.ItemDataRole.DisplayRole:
            return title
        if role == Qt.ItemDataRole.AccessibleTextRole and isinstance(row, Page):
            return _OF.format(title=title, chapter=row.chapter)
        return None
