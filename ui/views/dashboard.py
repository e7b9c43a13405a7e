"""The dashboard: four figures, five charts with their tables, what must not happen; print, CSV."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QStackedWidget, QWidget

from app.billing.reports.years import Month
from app.core.errors import Known
from app.insight.board import Board
from app.services.dashboard import OwnCount, ToChoose
from ui.bound import bound
from ui.language import spoken, told, tr
from ui.models.dashboard import DashboardModel
from ui.models.pdf import PdfModel
from ui.theme import current
from ui.views.dashboard_cards import ChartCard, TileCard, WatchCard
from ui.views.dashboard_opportunity import OpportunityCard
from ui.views.pdf_preview import PdfPreview
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.flow import Flow
from ui.widgets.inputs import Choice
from ui.widgets.layout import Column, Grid, Label, Row
from ui.widgets.page import Page
from ui.widgets.scroll import Scroll
from ui.wording import DASHBOARD

MONTH, SITE, ALL_SITES = tr("Month"), tr("Site"), tr("All sites")
AS_TABLES, AS_CHARTS = tr("Show as &tables"), tr("Show as char&ts")
PRINT, CSV = tr("&Print"), tr("CS&V")
PEOPLE, MUST_NOT, WATCH = tr("people, pounds, share"), tr("what must not happen"), tr("Harm watch")
ALSO, BESIDES = tr("Also counted"), tr("of the month")
PER_DESK = tr("never per person")
SAVE_TITLE, FORMS = tr("Save the figures"), tr("Spreadsheet (*.csv)")
SAVED = tr("Saved as {place}.")
OWN_TITLE = tr("Your own count")
OWN = tr("You booked in {booked} this month. {asked} of them were asked.")
OWN_NONE = tr("You have booked in nobody yet this month.")
READING = tr("Reading the figures…")
TILES = ("asked", "identified", "recovered", "at_desk")
_TWO_FROM, _FOUR_FROM = 760, 900
_CHOICE, _CHART = 136, 262


class DashboardPage(Page):
    """One month at one site or at all; nothing per person, no patient's name."""

    def __init__(self, model: DashboardModel, pdf: PdfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.board: Board | None = None
        self._as_tables = False
        self.title = Label(DASHBOARD, scale="screen", weight="strong")
        self.month, self.site = Choice([]), Choice([])
        self.as_tables = Button(AS_TABLES, icon="table")
        self.print = Button(PRINT, icon="printer", key="Ctrl+P")
        self.csv = Button(CSV, icon="download")
        self.said = Label(READING, weight="label", role="text2", wrap=True)
        self.tiles = {name: TileCard(name) for name in TILES}
        self.way, self.recovery = ChartCard(PEOPLE), ChartCard()
        self.desks, self.shifts = ChartCard(PER_DESK), ChartCard(PER_DESK)
        self.ages = ChartCard()
        self.watch = WatchCard(WATCH, MUST_NOT)
        self.also = WatchCard(ALSO, BESIDES)
        self.opportunity = OpportunityCard()
        self.own = Card(OWN_TITLE)
        self.own_words = Label("", wrap=True)
        self.letter = PdfPreview(pdf)
        self.pages = QStackedWidget()
        self._build()
        self._wire()
        self.restyle()

    def opened(self) -> None:
        """The figures, read again; the focus goes to the month."""
        self._model.watched = True
        self.pages.setCurrentWidget(self.area)
        only_own = self._model.counts_only_own()
        self._all.setVisible(not only_own)
        self._own_place.setVisible(only_own)
        for part in (self.month, self.site, self.as_tables, self.print, self.csv):
            part.setVisible(not only_own)
        self._model.refresh()
        if only_own:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.month.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_key(self, key: str) -> bool:
        """Esc closes the printed page."""
        if key == "Esc" and self.pages.currentWidget() is self.letter:
            self.letter.close_letter()
            return True
        return False

    def hideEvent(self, event: QHideEvent) -> None:
        """Nobody looks."""
        super().hideEvent(event)
        self._model.watched = False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """As many cards beside each other as there is room for."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Four tiles and two columns; two and one where it is narrow."""
        theme = current()
        width = self.width()
        across = 4 if width >= theme.px(_FOUR_FROM) else 2
        for place, tile in enumerate(self.tiles.values()):
            self._tiles.addWidget(tile, place // across, place % across)
        for column in range(4):
            self._tiles.setColumnStretch(column, 1 if column < across else 0)
        columns = 2 if width >= theme.px(_TWO_FROM) else 1
        for place, card in enumerate(self._cards):
            self._grid.addWidget(card, place // columns, place % columns)
        self._grid.setColumnStretch(0, 1)
        self._grid.setColumnStretch(1, 1 if columns == 2 else 0)
        down, beside = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._top.setDirection(beside if width >= theme.px(_FOUR_FROM) else down)
        for chart in (self.way, self.recovery):
            chart.view.setMinimumHeight(theme.px(_CHART))
        for choice in (self.month, self.site):
            choice.setMinimumWidth(max(theme.px(_CHOICE), choice.sizeHint().width()))

    # Inside

    def _build(self) -> None:
        self._charts = (self.way, self.recovery, self.desks, self.shifts, self.ages)
        self._cards: tuple[Card, ...] = (
            self.way,
            self.recovery,
            self.watch,
            self.opportunity,
            self.desks,
            self.shifts,
            self.ages,
            self.also,
        )
        self.month.setAccessibleName(MONTH)
        self.site.setAccessibleName(SITE)
        self.own.body.addWidget(self.own_words)
        self._own_place = QWidget()
        Column(self._own_place).holding(self.own, None)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(DASHBOARD)
        head = Flow(gap=(10, 8))
        for part in (self.title, self.month, self.site):
            head.addWidget(part)
        acts = Flow(gap=(8, 8))
        for button in (self.as_tables, self.print, self.csv):
            acts.addWidget(button)
        top = self._top = Row(gap=16)
        top.addLayout(head, 1)
        top.addLayout(acts)
        self._tiles, self._grid = Grid(gap=(14, 14)), Grid(gap=(14, 14))
        self._all = QWidget()
        figures = Column(self._all, gap=14)
        figures.addLayout(self._tiles)
        figures.addLayout(self._grid, 1)
        inside = QWidget()
        whole = Column(inside, gap=14, margins=(24, 14, 24, 14))
        whole.addLayout(top)
        whole.addWidget(self.said)
        whole.addWidget(self._own_place, 1)
        whole.addWidget(self._all, 1)
        self.area = Scroll(inside)
        for page in (self.area, self.letter):
            self.pages.addWidget(page)
        Column(self).addWidget(self.pages)

    def _wire(self) -> None:
        model = self._model
        model.offered.connect(self._offer)
        model.drawn.connect(self._show)
        model.own.connect(self._show_own)
        model.printed.connect(self._show_pdf)
        model.saved.connect(bound(self, lambda place: self._tell(SAVED.format(place=place))))
        model.refused.connect(self._refuse)
        self.month.chosen.connect(lambda _month: self._choose())
        self.site.chosen.connect(lambda _site: self._choose())
        self.as_tables.clicked.connect(self._turn)
        self.print.clicked.connect(self._print)
        self.csv.clicked.connect(self._choose_place)
        self.letter.closed.connect(self._back)

    def _offer(self, found: ToChoose) -> None:
        """What can be chosen; what was chosen before stays."""
        month, site = self.month.value() or found.months[0], self.site.value() or ""
        self.month.set_choices([(one, spoken(one.words)) for one in found.months])
        self.month.set_value(month)
        self.site.set_choices([("", ALL_SITES), *((one, one) for one in found.sites)])
        self.site.set_value(site)
        self.restyle()

    def _choose(self) -> None:
        month, site = self.month.value(), self.site.value()
        if isinstance(month, Month):
            self._model.choose(month, str(site or ""))

    def _show(self, board: Board) -> None:
        self.board = board
        self._tell("")
        for tile in board.tiles:
            self.tiles[tile.name].show_tile(tile)
        for card, chart in zip(self._charts, board.charts, strict=True):
            card.show_chart(chart)
        self.watch.show_watch(board.watched)
        self.also.show_watch(board.also_counted)
        self.opportunity.show_opportunity(board.opportunity)

    def _show_own(self, count: OwnCount) -> None:
        self._tell("")
        words = OWN.format(booked=count.booked, asked=count.asked) if count.booked else OWN_NONE
        self.own_words.setText(words)
        announce(self, words)

    def _turn(self) -> None:
        self._as_tables = not self._as_tables
        self.as_tables.set_words(AS_CHARTS if self._as_tables else AS_TABLES)
        for card in self._charts:
            card.show_as_table(self._as_tables)
        self.opportunity.show_as_table(self._as_tables)

    def _print(self) -> None:
        if self.board is not None:
            self._model.print_it(self.board)

    def _show_pdf(self, title: str, pdf: bytes) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(title, pdf)

    def _back(self) -> None:
        self.pages.setCurrentWidget(self.area)
        self.print.setFocus(Qt.FocusReason.OtherFocusReason)

    def _choose_place(self) -> None:
        if self.board is None:
            return
        board = self.board
        dialog = QFileDialog(self, SAVE_TITLE, str(Path.home()), FORMS)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{board.stem}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda place: self._model.save_to(board, place))
        dialog.open()

    def _tell(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        if words:
            announce(self, words)

    def _refuse(self, known: Known) -> None:
        self.said.setText(told(known))
        self.said.setVisible(True)
        announce(self, told(known), assertive=True)
