"""The quick reference: a list of contents with its search, and the page of what is current."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QWidget

from app.services.reference import Page as GuideText
from ui.delegates.contents import ContentsRows
from ui.language import tr
from ui.models.guide import Contents, GuideModel
from ui.theme import current
from ui.views.guide_page import GuidePageView
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.contents import ContentsList
from ui.widgets.layout import NONE, Column, Label, Margins, Row
from ui.widgets.page import Page
from ui.widgets.search import ListSearch

SEARCH = tr("Search the guide")
HINT = tr("Words or 15(b)")
CONTENTS = tr("Pages of the guide")
FOUND_ONE, FOUND_SOME = tr("One page found"), tr("{count} pages found")
NOTHING = tr("No page has all of these words. Try one of them, or a regulation such as 15(b).")
BACK_TO_LIST, BACK_TO_CASE = tr("Contents"), tr("Back to the case")
_LIST, _NARROW_LIST, _ONE_UNDER, _NARROW_UNDER = 270, 216, 540, 900


class GuidePage(Page):
    """`open_page(key)` shows a page, from a case if told so; Esc leads back to that case.

    `beside`: it lies beside a case, in a column of the case's own, and shows one part at a time.
    """

    left_for_case = Signal()

    def __init__(
        self, model: GuideModel, *, beside: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model, self._beside = model, beside
        self._wanted = ""
        self._from_case = False
        self._single: bool | None = None
        self.search = ListSearch(SEARCH, HINT, dense=True)
        self.contents = Contents(self)
        self.list = ContentsList(CONTENTS)
        self.list.setItemDelegate(ContentsRows(self.list))
        self.list.setModel(self.contents)
        self.count = Label("", scale="small", role="text2", wrap=True)
        self.to_list = Button(BACK_TO_LIST, icon="chevron-left", small=True)
        self.to_case = Button(BACK_TO_CASE, icon="chevron-left", key="Esc", small=True)
        self.page = GuidePageView(scale="title" if beside else "screen")
        self._build()
        self._wire()

    def open_page(self, key: str, *, from_case: bool = False) -> None:
        """Show a page, whatever was looked for before."""
        self._wanted, self._from_case = key, from_case
        self.search.setText("")
        self._model.search("")
        self._model.load()

    def opened(self) -> None:
        """Type to look something up; come from a case, read."""
        self._model.load()
        self.to_case.setVisible(self._from_case)
        if self._from_case:
            self._read()
        else:
            self._to_search()

    def begin_search(self) -> None:
        """Type to look something up."""
        self._to_search()

    def on_key(self, key: str) -> bool:
        """Esc goes back: to the case, from the page to the list, from the list to the search."""
        if key != "Esc":
            return False
        if self._from_case:
            self._to_case()
        elif self.page.reader.hasFocus():
            self._to_list()
        else:
            self._to_search()
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List and page beside each other, or one at a time."""
        super().resizeEvent(event)
        self._arrange()

    def restyle(self) -> None:
        """Measure again in the current theme."""
        self._single = None
        self._arrange()

    # What is shown

    def _show(self, pages: Sequence[GuideText], words: str) -> None:
        if not pages and not words:
            return  # nothing read yet
        self.contents.show_pages(pages, chapters=not words)
        self.count.setText(_count(len(pages)) if words else "")
        self.count.setVisible(bool(words))
        self.list.setVisible(bool(pages))
        place = self.contents.place_of(self._wanted) if not words else self.contents.first()
        self.list.go_to(place if place >= 0 else self.contents.first())
        if words:
            announce(self, self.count.text())

    def _show_row(self, row: int) -> None:
        page = self.contents.page_at(row)
        if page is not None:
            self._wanted = page.key
            self.page.show_page(page)

    # Where the focus goes

    def _read(self) -> None:
        self._show_side(reading=True)
        self.page.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_list(self) -> None:
        self._show_side(reading=False)
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _to_search(self) -> None:
        self._show_side(reading=False)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.search.selectAll()

    def _to_case(self) -> None:
        self._from_case = False
        self.left_for_case.emit()

    def _show_side(self, *, reading: bool) -> None:
        """Where there is room for one part only, the other makes way."""
        self._card.setVisible(not (self._single and reading))
        self._page_side.setVisible(not (self._single and not reading))
        apart = self._beside and reading
        self.to_list.setVisible(bool(self._single) and (apart or not self._from_case))

    # Building

    def _build(self) -> None:
        self._card = Card(margins=(16, 14, 12, 12), gap=8)
        self._card.body.holding(self.search, self.count)
        self._card.body.addWidget(self.list, 1)
        self._card.body.addStretch(0)  # without a list, the words stay under the search
        self._page_side = QWidget()
        buttons = Row(gap=8).holding(self.to_case, self.to_list, None)
        column = Column(self._page_side, gap=8)
        column.addLayout(buttons)
        column.addWidget(self.page, 1)
        around: Margins = NONE if self._beside else (24, 18, 16, 16)
        row = Row(self, gap=10, margins=around)
        row.addWidget(self._card)
        row.addWidget(self._page_side, 1)
        self.to_case.hide()
        self.to_list.hide()
        self.count.hide()

    def _wire(self) -> None:
        self._model.shown.connect(self._show)
        self.search.searched.connect(self._model.search)
        self.search.returnPressed.connect(self._read)
        self.search.left_downwards.connect(self._to_list)
        self.list.moved.connect(self._show_row)
        self.list.opened.connect(lambda _row: self._read())
        self.list.left_upwards.connect(self._to_search)
        self.to_list.clicked.connect(self._to_list)
        self.to_case.clicked.connect(self._to_case)
        find = QShortcut(QKeySequence("Ctrl+F"), self)
        find.activated.connect(self._to_search)

    def _arrange(self) -> None:
        theme = current()
        single = self._beside or self.width() < theme.px(_ONE_UNDER)
        narrow = self.width() < theme.px(_NARROW_UNDER)
        self._card.setMinimumWidth(0 if single else theme.px(_NARROW_LIST if narrow else _LIST))
        self._card.setMaximumWidth(16_777_215 if single else self._card.minimumWidth())
        if single != self._single:
            self._single = single
            self._show_side(reading=self.page.reader.hasFocus() or self._from_case)


def _count(pages: int) -> str:
    if not pages:
        return NOTHING
    return FOUND_ONE if pages == 1 else FOUND_SOME.format(count=pages)
