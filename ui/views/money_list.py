"""A panel that is a list with the detail of the line chosen, and the pages its acts go through."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Generic, TypeVar, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QStackedWidget, QWidget

from app.core.errors import Known
from app.services.invoicing import Issued
from ui.delegates.rows import Rows
from ui.language import told, tr
from ui.models.listing import Line, Listing
from ui.models.money import PanelModel
from ui.models.pdf import PdfModel
from ui.theme import current
from ui.views.money_detail import DetailCard
from ui.views.money_forms import MoneyForm
from ui.views.money_pages import PagedPanel
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.layout import NONE, Column, Label, Row
from ui.widgets.reading import in_reading_order
from ui.widgets.table import Table

T = TypeVar("T")
_LIST = 520
_BESIDE_FROM, _LEAST_CARD = 760, 210


class ListPanel(PagedPanel, Generic[T]):
    """Lines at the left, the one chosen at the right; each act goes through its check page.

    A panel of this kind says how a thing becomes a line (`line_of`), what tells one thing from
    another (`key_of`), and what stands in the detail (`show_thing`).
    """

    def __init__(
        self,
        model: PanelModel,
        pdf: PdfModel,
        *,
        label: str,
        columns: Sequence[tuple[str, int | None]],
        nothing: str,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(model, pdf, parent)
        self.headline = Label("", scale="screen", weight="strong")
        self.counts = Label("", role="text2")
        self.table = Table(label, [width for _, width in columns], dense=False)
        self.listing = Listing([head for head, _ in columns], self)
        self.empty = Label(nothing, role="text2", wrap=True)
        self.tools = Flow(gap=(10, 8))  # what can be done with no line chosen
        self._laying = False  # other lines are being put into the list
        self._build()
        self._wire()
        for words in (self.headline, self.counts):
            words.hide()
        self.restyle()

    WIDE = _LIST  # of the list, in design pixels
    SHARE = 56  # per cent of the page, at most

    # What a panel of this kind gives

    @cached_property
    def detail(self) -> DetailCard:
        """What stands beside the list."""
        return DetailCard()

    def beside(self) -> Card:
        """The card at the right; a panel with one of its own gives that instead."""
        return self.detail

    def lay_head(self, whole: Column) -> None:
        """Put what stands over list and detail."""
        whole.addLayout(Column(gap=0).holding(self.headline, self.counts))
        whole.addLayout(self.tools)

    def lay_list(self, column: Column) -> None:
        """Put what stands over the lines, within their card; most lists have nothing there."""

    def line_of(self, thing: T) -> Line:
        """How a thing stands in the list."""
        raise NotImplementedError

    def key_of(self, thing: T) -> str:
        """What a thing is known by, so that a refresh keeps the current line."""
        raise NotImplementedError

    def show_thing(self, thing: T | None) -> None:
        """Put what was chosen, or nothing, into the detail."""
        raise NotImplementedError

    def show_head(self, things: tuple[T, ...]) -> None:
        """Say in the head what the list comes to; most lists say it by their tab alone."""

    # What the host asks

    def opened(self) -> None:
        """The list, read again; nothing is said of what was before."""
        self.say("")
        super().opened()

    def take_focus(self) -> None:
        """To the list where it has lines."""
        if self.listing.rowCount():
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def restyle(self) -> None:
        """The list is as wide as the design says; above its detail where there is no room."""
        theme = current()
        stacked = self.width() < theme.px(_BESIDE_FROM)
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if stacked else across)
        most = (self.width() - theme.px(62)) * self.SHARE // 100
        has_all = stacked or not self.listing.rowCount()
        self._list_card.setMinimumWidth(0)
        self._list_card.setMaximumWidth(self.width() if has_all else min(theme.px(self.WIDE), most))
        for card in (self._list_card, self.beside()):
            card.setMinimumHeight(theme.px(_LEAST_CARD))

    # What its acts use

    def add_page(self, form: MoneyForm) -> None:
        """Take in a form; its Back leads to the list."""
        self.pages.addWidget(form)
        form.back.connect(self.back)

    def open_page(self, page: QWidget) -> None:
        """Show a form or another page of the panel's own over the list."""
        self.tell("")
        self.pages.setCurrentWidget(page)

    def show_issued(self, title: str, issued: Issued) -> None:
        """Show a document that was given out."""
        self.checked()
        self.pages.setCurrentWidget(self.letter)
        said = tr("Issued. {title}, {total}.").format(title=title, total=issued.total)
        self.letter.show_pdf(title, issued.pdf, said, file_id=issued.file_id)

    def read_letter(self, title: str, file_id: str) -> None:
        """Show a document given out before."""
        self.pages.setCurrentWidget(self.letter)
        self.letter.open(title, file_id)

    def refuse(self, known: Known) -> None:
        """A refusal: in the form it belongs to, else over the list."""
        here = self.pages.currentWidget()
        if here is self.check and self._asked_by is not None:
            here = self._asked_by
            self.pages.setCurrentWidget(here)
        if isinstance(here, MoneyForm):
            here.come_back()
            here.refuse(known)
            return
        self.back()
        self.say(told(known))

    def put_head(self, headline: str, counts: str = "") -> None:
        """The figure over the list and the line under it."""
        for label, words in ((self.headline, headline), (self.counts, counts)):
            label.setText(words)
            label.setVisible(bool(words))

    def chosen_thing(self) -> T | None:
        """What the current line stands for."""
        return cast("T | None", self.listing.thing_at(self.table.row()))

    # Inside

    def _build(self) -> None:
        self._list_card = Card(margins=(2, 6, 10, 6), gap=0)
        self._list_card.body.set_margins(NONE)
        self._nothing = QWidget()
        Column(self._nothing, margins=(16, 12, 16, 12)).holding(self.empty, None)
        self._lists = QStackedWidget()
        for page in (self._nothing, self.table):
            self._lists.addWidget(page)
        self.table.setModel(self.listing)
        self.table.setItemDelegate(Rows(self.table))
        self.lay_list(self._list_card.body)
        self._list_card.body.addWidget(self._lists, 1)
        inside = QWidget()
        self._across = Row(gap=14)
        self._across.addWidget(self._list_card, 5)
        self._across.addWidget(self.beside(), 4)
        whole = Column(inside, gap=10, margins=(24, 10, 24, 12))
        self.lay_head(whole)
        whole.addWidget(self.said)
        whole.addWidget(self.problem)
        whole.addLayout(self._across, 1)
        self.lay(inside)

    def _wire(self) -> None:
        self._model.listed.connect(self.show_list)
        self._model.refused.connect(self.refuse)
        self.table.selectionModel().currentRowChanged.connect(self._row_changed)
        self.table.opened.connect(lambda _row: self.to_detail())

    def show_list(self, things: tuple[T, ...]) -> None:
        """Other lines; the current one stays where it is still there."""
        before = self.chosen_thing()
        key = self.key_of(before) if before is not None else ""
        self._laying = True
        self.listing.show_rows([self.line_of(one) for one in things])
        kept = [place for place, one in enumerate(things) if key and self.key_of(one) == key]
        self.table.go_to(kept[0] if kept else 0)
        self._laying = False
        self._lists.setCurrentWidget(self.table if things else self._nothing)
        self.beside().setVisible(bool(things))  # with no line there is nothing to choose
        self.restyle()  # and the list has all the width
        self.show_head(things)
        self.show_current()
        self.has_lines = bool(things)
        self.read.emit()

    def _row_changed(self) -> None:
        """Lines laid anew pass by others: what was open, and the focus in it, stays."""
        if not self._laying:
            self.show_current()

    def show_current(self) -> None:
        """The line chosen, beside the list."""
        self.show_thing(self.chosen_thing())
        in_reading_order(self.own_page)  # Tab would meet new buttons last

    def to_detail(self) -> None:
        """Enter on a line goes to what can be done with it; it does nothing by itself."""
        for button in self.detail.buttons:
            if button.isEnabled():
                button.setFocus(Qt.FocusReason.TabFocusReason)
                return
