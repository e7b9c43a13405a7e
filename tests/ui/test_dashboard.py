"""The dashboard in the window, by keys: months, tables, paper, CSV; in every look."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.insight.board import board
from app.insight.charts import Chart, Interval
from app.insight.drawing import draw, mirrored
from app.insight.opportunity import outlook
from app.services.desk import Desk
from tests.desks import add_visitor, make_desk, register_visitor, sign_in
from tests.insight.made_up import busy, nothing, terms
from tests.insight.test_opportunity import PEERS
from ui import theme
from ui.changes import Changes
from ui.models.dashboard import DashboardModel
from ui.models.pdf import PdfModel
from ui.shell import Shell
from ui.theme import Theme
from ui.views.dashboard import AS_CHARTS, AS_TABLES, DashboardPage
from ui.widgets.chart import ChartView
from ui.widgets.rail import RailItem
from ui.work import Inline

KEY = Qt.Key
CHARTS = board(busy(), terms()).charts
OPPORTUNITY = Chart(
    Interval(low=310, middle=404, high=520, words=("£310k", "£404k", "£520k")), CHARTS[0].twin
)


class Room:
    """A window with the dashboard alone, over a store with six visitors."""

    def __init__(self, folder: Path, name: str) -> None:
        self.desk: Desk = make_desk(folder)
        for _ in range(6):
            register_visitor(self.desk, add_visitor(self.desk))
        sign_in(self.desk, name)
        self.changes = Changes()
        model = DashboardModel(self.desk, Inline(), self.changes)
        self.page = DashboardPage(model, PdfModel(self.desk, Inline(), Inline()))
        self.shell = Shell()
        item = RailItem("dashboard", "Dashboard", "chart-bar")
        self.shell.add_page("dashboard", self.page, rail=item)
        self.shell.show()
        self.shell.activateWindow()
        QTest.qWaitForWindowActive(self.shell)
        self.shell.show_page("dashboard")
        settle()

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self.shell, key, modifier)
        QTest.qWait(150)
        settle()

    def close(self) -> None:
        self.shell.close()
        self.shell.deleteLater()
        settle()
        self.desk.db.close()


def settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


@pytest.fixture
def room(qtbot: QtBot, tmp_path: Path) -> Iterator[Room]:
    made = Room(tmp_path, "auditor")
    yield made
    made.close()


def test_the_figures_are_there_and_month_and_site_can_be_chosen(room: Room) -> None:
    page = room.page
    assert page.tiles["asked"].figure.text() == "100 %"
    assert page.tiles["identified"].figure.text() == "6"
    assert page.month.currentText() == "March 2026"
    assert page.month.hasFocus()
    page.site.setFocus()
    QTest.keyClick(page.site, KEY.Key_Down)
    settle()
    assert page.board is not None
    assert page.board.site == "R1H"


def test_every_chart_has_a_table_twin_behind_one_button(room: Room) -> None:
    page = room.page
    card = page.way
    assert card.view.isVisible()
    room.press(KEY.Key_T, Qt.KeyboardModifier.AltModifier)
    assert page.as_tables.text() == AS_CHARTS
    assert not card.view.isVisible()
    rows = card.twin.table.model()
    assert rows.index(0, 1).data() == "6"
    assert card.sentence.text() == card.view.accessibleDescription()
    room.press(KEY.Key_T, Qt.KeyboardModifier.AltModifier)
    assert page.as_tables.text() == AS_TABLES
    assert card.view.isVisible()


def test_it_is_printed_by_ctrl_p_and_esc_leads_back(room: Room) -> None:
    room.press(KEY.Key_P, Qt.KeyboardModifier.ControlModifier)
    page = room.page
    assert page.pages.currentWidget() is page.letter
    room.press(KEY.Key_Escape, Qt.KeyboardModifier.NoModifier)
    assert page.pages.currentWidget() is page.area
    assert page.print.hasFocus()


def test_it_is_saved_as_csv(room: Room, tmp_path: Path) -> None:
    room.press(KEY.Key_V, Qt.KeyboardModifier.AltModifier)
    (dialog,) = room.page.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "july"))
    dialog.close()
    settle()
    kept = (tmp_path / "july.csv").read_text("utf-8")
    assert kept.startswith("Table,Row,Measure,Figure\n")
    assert "july.csv" in room.page.said.text()


def test_how_the_opportunity_would_be_worked_out_is_one_press_away(room: Room) -> None:
    card = room.page.opportunity
    assert "Not worked out" in card.words.text()
    assert card.how.isHidden()
    room.press(KEY.Key_H, Qt.KeyboardModifier.AltModifier)
    assert card.how.isVisible()


def test_an_opportunity_that_is_told_has_its_interval_and_its_table(room: Room) -> None:
    room.page._show(board(busy(outlook=outlook(PEERS, "B")), terms()))
    card = room.page.opportunity
    assert card.figure.text() == "£579k"
    assert card.view.isVisible()
    room.press(KEY.Key_T, Qt.KeyboardModifier.AltModifier)
    assert not card.view.isVisible()
    assert card.twin.table.model().rowCount() == 5


def test_a_change_at_another_page_is_shown_at_once(room: Room) -> None:
    sign_in(room.desk, "clerk")
    register_visitor(room.desk, add_visitor(room.desk))
    sign_in(room.desk, "auditor")
    room.changes.changed.emit()
    settle()
    assert room.page.tiles["identified"].figure.text() == "7"


@pytest.mark.parametrize("text", [1.0, 2.0])
def test_the_own_count_stands_under_the_title_after_a_change_of_text_size(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, text: float
) -> None:
    room = Room(tmp_path, "clerk")
    theme.apply(qapp, Theme("light", text))
    settle()
    title, own = room.page.title, room.page.own
    foot = title.mapTo(room.page, title.rect().bottomLeft()).y()
    head = own.mapTo(room.page, own.rect().topLeft()).y()
    assert 0 < head - foot < 24 * text
    room.close()


def test_a_clerk_sees_their_own_count_and_no_money(qtbot: QtBot, tmp_path: Path) -> None:
    room = Room(tmp_path, "clerk")
    shown = [one.text() for one in room.page.findChildren(QLabel) if one.isVisible()]
    assert "You booked in 6 this month. 6 of them were asked." in shown
    assert not any("£" in words or "%" in words for words in shown)
    assert not room.page.print.isVisible()
    room.close()


LOOKS = [
    (scheme, width, height, size)
    for scheme in theme.schemes()
    for width, height, size in ((1366, 768, 1.0), (1366, 768, 2.0), (1024, 640, 1.0))
]


def test_ux_7_5_nothing_is_clipped_and_nothing_scrolls_sideways_in_any_look(room: Room) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    room.page._show(board(busy(), terms()))
    for scheme, width, height, size in LOOKS:
        theme.apply(app, Theme(scheme, size, motion=False))
        room.shell.resize(width, height)
        settle()
        assert room.page.area.horizontalScrollBar().maximum() == 0
        for part in room.page.findChildren(QWidget):
            if isinstance(part, QLabel | ChartView) and part.isVisible():
                assert part.width() >= part.minimumSizeHint().width(), part.accessibleName()
                assert part.height() >= part.minimumSizeHint().height(), part.accessibleName()


def drawn(chart: Chart, scheme: theme.Scheme = "light") -> QImage:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Theme(scheme, 1.0, motion=False))
    view = ChartView()
    view.resize(576, 272)
    view.show_chart(chart)
    image = view.grab().toImage()
    theme.apply(app, Theme())
    return image


@pytest.mark.parametrize("chart", [*CHARTS, OPPORTUNITY], ids=lambda one: one.title)
def test_the_window_paints_the_marks_that_paper_draws(qtbot: QtBot, chart: Chart) -> None:
    view = ChartView()
    qtbot.addWidget(view)
    view.resize(576, 272)
    view.show_chart(chart)
    assert view.marks() == draw(chart.shape, 564, 260)
    assert (view.accessibleName(), view.accessibleDescription()) == (chart.title, chart.sentence)


def test_bars_turn_with_the_language_and_months_run_on(qtbot: QtBot) -> None:
    for chart in (CHARTS[0], CHARTS[1]):
        view = ChartView()
        qtbot.addWidget(view)
        view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        view.resize(576, 272)
        view.show_chart(chart)
        marks = draw(chart.shape, 564, 260)
        assert view.marks() == (mirrored(marks, 564) if chart is CHARTS[0] else marks)


@pytest.mark.parametrize("scheme", theme.schemes())
@pytest.mark.parametrize("chart", [*CHARTS, OPPORTUNITY], ids=lambda one: one.title)
def test_ux_7_7_a_chart_in_grey_keeps_its_marks_apart(
    qtbot: QtBot, chart: Chart, scheme: theme.Scheme
) -> None:
    """Bar, track and ground differ in lightness, and so does every line: no colour is needed."""
    grey = drawn(chart, scheme).convertToFormat(QImage.Format.Format_Grayscale8)
    tones = {grey.pixelColor(x, y).lightness() for x in range(0, 576, 2) for y in range(0, 272, 2)}
    assert max(tones) - min(tones) > 120
    if scheme != "contrast":  # there tracks are told by their edges
        assert len(tones) >= 3


def test_a_chart_of_nothing_is_painted_as_nothing(qtbot: QtBot) -> None:
    for chart in board(nothing(), terms()).charts:
        assert not drawn(chart).isNull()
    assert ChartView().marks() == ()
