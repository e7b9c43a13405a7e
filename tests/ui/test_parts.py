"""Every part in every state: named, never cut, told by more than colour; tables and tabs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import get_args

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QAccessible, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QLabel,
    QLayout,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QToolButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.pictures import gallery
from tests.ui.desk_window import settle
from tests.ui.hands import opened, press
from ui import theme
from ui.cells import TICKED
from ui.delegates.rows import Rows
from ui.theme import Theme
from ui.widgets.band import Band, Outcome
from ui.widgets.card import Card
from ui.widgets.chip import Chip
from ui.widgets.choices import TickBox
from ui.widgets.layout import Column, Elided, Label
from ui.widgets.page import Page, SplitPage
from ui.widgets.progress import ProgressSteps, StepList
from ui.widgets.rail import Rail, RailItem
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table
from ui.widgets.tabs import Tab, Tabs
from ui.widgets.timeline import Event, Timeline

PAGES: list[Callable[[], QWidget]] = [gallery.controls, gallery.facts, gallery.bands]
LOOKS = [Theme(scheme, size) for scheme in theme.schemes() for size in (1.0, 2.0)]


def parts(root: QWidget) -> Iterator[QWidget]:
    yield root
    yield from root.findChildren(QWidget)


def shown(make: Callable[[], QWidget], qtbot: QtBot) -> QWidget:
    page = make()
    qtbot.addWidget(page)
    width = theme.current().px(900)
    page.resize(width, max(page.sizeHint().height(), page.heightForWidth(width)))
    page.show()
    QApplication.processEvents()
    page.resize(width, max(page.height(), page.heightForWidth(width)))
    QApplication.processEvents()
    return page


@pytest.mark.parametrize("make", PAGES)
def test_every_focusable_part_has_a_name(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    unnamed = []
    page = shown(make, qtbot)
    for part in parts(page):
        if part.focusPolicy() == Qt.FocusPolicy.NoFocus or part.objectName().startswith("qt_"):
            continue
        if part.window() is not page or isinstance(part.parent(), QComboBox):
            continue
        seen = QAccessible.queryAccessibleInterface(part)
        labels = [
            relation
            for relation in seen.relations()
            if relation[1] == QAccessible.RelationFlag.Label
        ]
        if not seen.text(QAccessible.Text.Name).strip() and not labels:
            unnamed.append(part)
    assert unnamed == []


@pytest.mark.parametrize("look", LOOKS, ids=lambda look: f"{look.scheme}-{look.text_size}")
@pytest.mark.parametrize("make", PAGES)
def test_no_words_are_cut_in_any_look(
    qtbot: QtBot, qapp: QApplication, make: Callable[[], QWidget], look: Theme
) -> None:
    theme.apply(qapp, look)
    page = shown(make, qtbot)
    cut = []
    for part in parts(page):
        if not part.isVisible() or isinstance(part, Elided) or not _worded(part):
            continue
        wanted = part.sizeHint()
        high = part.heightForWidth(part.width()) if part.hasHeightForWidth() else wanted.height()
        narrow = not part.hasHeightForWidth() and part.width() < wanted.width()
        if narrow or part.height() < high:
            cut.append((type(part).__name__, part.accessibleName(), part.size(), wanted))
    assert cut == []


def _worded(part: QWidget) -> bool:
    return isinstance(part, QAbstractButton | QLabel) and bool(part.text())


@pytest.mark.parametrize("make", PAGES)
def test_targets_are_at_least_24_by_24(qtbot: QtBot, make: Callable[[], QWidget]) -> None:
    page = shown(make, qtbot)
    small = [
        part
        for part in page.findChildren(QAbstractButton)
        if part.isVisible() and min(part.width(), part.height()) < 24
    ]
    assert small == []


@pytest.mark.parametrize("outcome", sorted(get_args(Outcome)))
def test_h1_every_outcome_says_book_in_as_normal_and_never_speaks_of_money(
    qtbot: QtBot, outcome: Outcome
) -> None:
    band = Band(outcome, "Title", "Book in as normal.")
    qtbot.addWidget(band)
    assert band.text().startswith("Book in as normal.")
    assert "charge" not in band.accessibleName().lower()
    band.show_outcome("treat_first", "Treat first", "Book in as normal.")
    assert band.accessibleName() == "Treat first. Book in as normal."


@pytest.mark.parametrize("scheme", theme.schemes())
def test_ux_7_7_outcomes_are_told_apart_in_grey_and_each_says_its_word(
    qtbot: QtBot, qapp: QApplication, scheme: theme.Scheme
) -> None:
    """Pictures with the same words, in grey: what is left apart is the icon, or how it stands out.

    The two that are free of any follow-up share a picture, and differ in their words.
    """
    theme.apply(qapp, Theme(scheme))
    pictures: dict[str, bytes] = {}
    for outcome in get_args(Outcome):
        band = Band(outcome, "A title", "Book in as normal.")
        qtbot.addWidget(band)
        theme.dress(band)
        band.resize(700, 144)
        band.show()
        settle()
        grey = band.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        pictures[outcome] = bytes(grey.constBits())
        assert band.accessibleName() == "A title. Book in as normal."
    assert pictures.pop("free_service") == pictures["no_follow_up"]
    assert len(set(pictures.values())) == len(pictures)


def test_a_chip_is_words_to_a_screen_reader(qtbot: QtBot) -> None:
    chip = Chip("2 days late", "late")
    qtbot.addWidget(chip)
    seen = QAccessible.queryAccessibleInterface(chip)
    assert seen.text(QAccessible.Text.Name) == "2 days late"
    assert seen.role() == QAccessible.Role.StaticText


def test_progress_is_told_in_words(qtbot: QtBot) -> None:
    dashes, steps = ProgressSteps(), StepList(["One", "Two"])
    qtbot.addWidget(dashes)
    qtbot.addWidget(steps)
    dashes.show_progress(2, 4)
    assert dashes.accessibleDescription() == "2 of 4 steps done"
    steps.go_to(1)
    assert steps.accessibleName() == "Step 2 of 2: Two"
    assert steps.minimumSizeHint().height() < steps.sizeHint().height(), "closer in a low window"


def test_a_tick_is_a_check_box_switched_by_space(qtbot: QtBot) -> None:
    tick = TickBox("&Relied on")
    qtbot.addWidget(tick)
    opened(qtbot, tick)
    tick.setFocus()
    press(Qt.Key.Key_Space)
    assert tick.isChecked()
    seen = QAccessible.queryAccessibleInterface(tick)
    assert seen.role() == QAccessible.Role.CheckBox
    assert seen.text(QAccessible.Text.Name) == "Relied on"


def test_an_event_is_read_out_as_one_line(qtbot: QtBot) -> None:
    timeline = Timeline([Event("flag", "Flagged at the desk", "11-Jul 09:02, J. Patel")])
    qtbot.addWidget(timeline)
    said = [part.accessibleName() for part in timeline.findChildren(QWidget)]
    assert "Flagged at the desk, 11 July 09:02, J. Patel" in said
    timeline.show_events([])
    QApplication.processEvents()


def test_tabs_tell_their_counts_and_jump_by_key(qtbot: QtBot) -> None:
    tabs = Tabs([Tab("all", "All open", 212), Tab("new", "New today", 14), Tab("due", "Due")])
    qtbot.addWidget(tabs)
    opened(qtbot, tabs)
    assert tabs.accessibleTabName(0) == "All open, 212"
    with qtbot.waitSignal(tabs.chosen) as chosen:
        press(Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier, on=tabs)
    assert chosen.args == ["new"]
    tabs.set_count("new", 15)
    assert tabs.accessibleTabName(1) == "New today, 15"
    tabs.show_view("due")
    assert tabs.key() == "due"
    with pytest.raises(ValueError, match="not in list"):
        tabs.show_view("unheard of")


def test_tabs_without_room_are_turned_by_arrows_of_the_window_s_own(qtbot: QtBot) -> None:
    tabs = Tabs([Tab(str(place), f"A view of some name, number {place}") for place in range(6)])
    qtbot.addWidget(tabs)
    tabs.resize(300, 44)
    opened(qtbot, tabs)
    tabs.resize(260, 44)
    turners = [one for one in tabs.findChildren(QToolButton) if one.isVisible()]
    assert len(turners) == 2
    assert all(one.arrowType() is Qt.ArrowType.NoArrow for one in turners)
    assert not any(one.icon().isNull() for one in turners)


class _Painted(QObject):
    """What is painted anew of a part."""

    def __init__(self) -> None:
        super().__init__()
        self.region = QRegion()

    def eventFilter(self, _part: QObject, event: QEvent) -> bool:
        if isinstance(event, QPaintEvent):
            self.region += event.region()
        return False


def test_the_bar_of_the_screen_shown_goes_from_one_to_the_next(qtbot: QtBot) -> None:
    rail = Rail([RailItem(name, "Queue", "inbox") for name in ("desk", "queue")])
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 400)
    opened(qtbot, rail)
    rail.open("desk")
    settle()
    painted = _Painted()
    rail.installEventFilter(painted)
    rail.open("queue")
    settle()
    for button in rail.buttons.values():
        middle = button.mapTo(rail, button.rect().center()).y()
        assert painted.region.contains(QPoint(1, middle))


def test_the_screen_shown_is_in_sight_on_a_rail_that_scrolls(qtbot: QtBot) -> None:
    rail = Rail([RailItem(str(place), "Queue", "inbox") for place in range(12)])
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 300)
    opened(qtbot, rail)
    last = rail.buttons["11"]

    def seen() -> bool:
        return last.mapTo(rail, last.rect().bottomLeft()).y() < rail.height()

    assert not seen()
    rail.open("11")
    qtbot.waitUntil(seen)


@pytest.fixture
def table(qtbot: QtBot) -> Table:
    made = Table("Cases", [48, 84, None, 170, 130, 150, 104])
    made.setItemDelegate(Rows(made))
    made.setModel(gallery.Cases())
    made.resize(1100, 300)
    qtbot.addWidget(made)
    opened(qtbot, made)
    made.setFocus()
    return made


def test_a_table_has_dense_rows_and_always_a_current_one(table: Table) -> None:
    assert table.rowHeight(0) == 25
    assert table.horizontalHeader().height() == 30
    assert table.row() == 0
    table.go_to(2)
    assert table.row() == 2
    table.go_to(99)
    assert table.row() == 2


@pytest.mark.parametrize("hidden", [False, True])
@pytest.mark.parametrize("way", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_bar_of_a_chosen_row_stands_where_its_reading_begins(
    table: Table, way: Qt.LayoutDirection, hidden: bool
) -> None:
    table.clearFocus()
    table.setLayoutDirection(way)
    table.setColumnHidden(0, hidden)
    table.set_widths([48, 84, None, 170, 130, 150, 104])
    image = table.viewport().grab().toImage()
    middle = table.rowViewportPosition(1) + 12
    action = theme.current().colour("action").rgba()
    barred = [x for x in range(image.width()) if image.pixelColor(x, middle).rgba() == action]
    start = 0 if way is Qt.LayoutDirection.LeftToRight else image.width() - 4
    assert set(range(start, start + 4)) <= set(barred)


def test_rows_follow_the_text_size_up_and_down(table: Table, qapp: QApplication) -> None:
    table.show()
    for size, height in ((2.0, 50), (1.0, 25)):
        theme.apply(qapp, Theme("light", size))
        qapp.processEvents()
        assert table.rowHeight(0) == height


def test_a_table_is_worked_by_keys(qtbot: QtBot, table: Table) -> None:
    press(Qt.Key.Key_Down)
    assert table.row() == 1
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Space)
    model = table.model()
    ticked = [Qt.CheckState(model.index(row, 0).data(TICKED)) for row in range(3)]
    assert ticked == [
        Qt.CheckState.Unchecked,
        Qt.CheckState.Unchecked,
        Qt.CheckState.Checked,
    ]
    with qtbot.waitSignal(table.opened) as row:
        press(Qt.Key.Key_Return)
    assert row.args == [2]


def test_the_flexible_column_takes_the_slack(qtbot: QtBot, table: Table) -> None:
    before = table.columnWidth(2)
    table.resize(1300, 300)
    assert table.columnWidth(2) == before + 200


def test_the_ring_is_painted_only_around_the_current_row(table: Table) -> None:
    focus = theme.current().colour("focus").rgb()

    def ringed() -> list[int]:
        image = table.viewport().grab().toImage()
        return [
            row
            for row in range(3)
            if any(
                image.pixel(image.width() // 2, y) == focus for y in range(25 * row, 25 * row + 25)
            )
        ]

    assert ringed() == [0]
    press(Qt.Key.Key_Down)
    assert ringed() == [1]
    table.clearFocus()
    assert ringed() == []


def test_a_split_page_with_no_panel_has_no_fold_line(qtbot: QtBot) -> None:
    page = SplitPage()
    qtbot.addWidget(page)
    page.content.addWidget(Card("Alone"))
    page.resize(900, 500)
    page.show()
    assert page.is_narrow()
    assert not page.fold.isVisible()


def test_trap_1_twenty_thousand_texts_do_not_wear_out_none(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    for number in range(20_000):
        label.setText(str(number))
    assert label.text() == "19999"


@pytest.mark.slow
def test_trap_1_twenty_thousand_rows_of_cells_do_not_wear_out_none(qtbot: QtBot) -> None:
    cells = QTableWidget(20_000, 8)
    qtbot.addWidget(cells)
    for row in range(20_000):
        for column in range(8):
            cells.setItem(row, column, QTableWidgetItem("x"))
    last = cells.item(19_999, 7)
    assert last is not None
    assert last.text() == "x"


def test_layouts_hold_their_gaps_in_every_size(qapp: QApplication) -> None:
    window = QWidget()
    column = Column(window, gap=14, margins=(24, 20, 24, 20))
    assert isinstance(window.layout(), QLayout)
    theme.apply(qapp, Theme(text_size=2.0))
    assert column.spacing() == 28
    assert column.contentsMargins().left() == 48


def test_a_card_is_roomy_again_when_its_window_is_wide_again(qtbot: QtBot) -> None:
    page, card = Page(), Card("Sign in")
    card.setFixedWidth(400)
    Column(page).addWidget(card)
    qtbot.addWidget(page)
    page.resize(1400, 500)
    opened(qtbot, page)
    roomy = card.sizeHint().height()
    page.resize(900, 500)
    assert card.sizeHint().height() < roomy
    page.resize(1400, 500)
    assert card.sizeHint().height() == roomy


def test_what_is_higher_than_its_area_is_read_from_its_head(qtbot: QtBot) -> None:
    """A check page in large text begins with what it asks, not in the middle of its facts."""
    inside = QWidget()
    above, facts, far = (QPushButton(words) for words in ("Title", "Facts", "Far below"))
    for part, height in ((above, 60), (facts, 900), (far, 900)):
        part.setFixedHeight(height)
    Column(inside).holding(above, facts, far, None)
    scroll = Scroll(inside)
    qtbot.addWidget(scroll)
    scroll.resize(300, 300)
    with qtbot.waitActive(scroll):
        scroll.show()
        scroll.activateWindow()
    facts.setFocus()
    qtbot.wait(10)
    assert scroll.verticalScrollBar().value() == 0
    far.setFocus()
    qtbot.wait(10)
    assert 0 <= far.y() - scroll.verticalScrollBar().value() <= 8


def test_h4_a_label_that_was_cleared_has_no_words_and_shows_the_same_ones_again(
    qtbot: QtBot,
) -> None:
    label = Label("Passport, page 1 of 2")
    qtbot.addWidget(label)
    label.clear()
    assert label.text() == ""
    label.setText("Passport, page 1 of 2")
    assert QLabel.text(label) == "Passport, page 1 of 2"
