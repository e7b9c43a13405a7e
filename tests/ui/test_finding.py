"""The one search box: matches as one types, why each, by keys alone, and nothing left behind."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.core.match import Reason
from app.services import signin
from tests.desks import PASSWORD, add_visitor
from tests.ui.desk_window import ADAS_NUMBER, KEY, DeskWindow, add_ada, settle
from tests.ui.held_lane import HeldLane
from ui import theme
from ui.models.finder import TypeAhead
from ui.theme import Theme
from ui.views.find_card import HELP, FindCard
from ui.widgets.patient_words import REASONS
from ui.work import Inline


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    yield one
    one.desk.db.close()


def finder(window: DeskWindow) -> FindCard:
    window.shell.show_page("desk")
    return window.page.start.finder


def names(card: FindCard) -> list[str]:
    if not card.results.isVisible():
        return []
    return [row.match.banner_name for row in card.results.rows if row.match]


def officer(window: DeskWindow) -> FindCard:
    signin.sign_in(window.desk, "officer", PASSWORD)
    return finder(window)


def test_an_officer_sees_matches_as_they_type_and_opens_one_by_keys(window: DeskWindow) -> None:
    add_ada(window.desk)
    add_visitor(window.desk, family_name="Okoye", given_names="Ngozi")
    card = officer(window)
    window.press("ok")
    assert names(card) == ["OKAFOR, Ada (Mrs)", "OKOYE, Ngozi (Mrs)"]
    assert card.search.hasFocus()
    assert card.words.text() == "2 patients found"
    window.press("o")
    assert names(card) == ["OKOYE, Ngozi (Mrs)"]
    window.press("xx")
    assert names(card) == []
    assert card.search.text() == "okoxx"
    window.press(KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Backspace, KEY.Key_Down)
    assert card.results.rows[0].hasFocus()
    window.press(KEY.Key_Down, KEY.Key_Up, KEY.Key_Up)
    assert card.search.hasFocus()
    window.press(KEY.Key_Down, KEY.Key_Return)
    assert window.registration.step is not None
    assert window.registration.step.patient.family_name == "Okafor"


def test_h4_a_clerk_sees_nobody_before_what_is_typed_names_one_person(window: DeskWindow) -> None:
    add_ada(window.desk)
    card = finder(window)
    for letter in "okafor 2/3/199":
        window.press(letter)
        assert names(card) == []
    window.press("0")
    assert names(card) == ["OKAFOR, Ada (Mrs)"]
    window.press(KEY.Key_Escape)
    assert names(card) == []
    assert card.search.text() == "okafor 2/3/1990"


def test_each_row_says_why_it_is_there(window: DeskWindow, qtbot: QtBot) -> None:
    add_ada(window.desk)
    card = finder(window)
    window.press(ADAS_NUMBER)
    (row,) = card.results.rows
    qtbot.waitUntil(lambda: row.accessibleName().endswith(", NHS number"))
    card.fresh()
    card.search.setFocus()
    window.press("ada okafor 2/3/1990", KEY.Key_Return)
    (row,) = card.results.rows
    assert row.accessibleName().endswith("given and family name the other way round")


def test_the_page_rests_while_somebody_types_and_settles_when_they_pause(
    window: DeskWindow, qtbot: QtBot
) -> None:
    add_ada(window.desk)
    add_visitor(window.desk, family_name="Okoye", given_names="Ngozi")
    card = officer(window)
    window.press("ok")
    first, second = card.results.rows
    QApplication.processEvents()
    height = card.height()
    window.press("a")
    QApplication.processEvents()
    assert card.results.rows == [first]
    assert (second.match, second.accessibleName()) == (None, "")  # at once, though it keeps room
    assert card.height() == height
    with qtbot.waitSignal(card.results.settled):
        pass
    assert second.isHidden()
    window.press("xx")
    assert names(card) == []
    assert card.words.text() == HELP
    with qtbot.waitSignal(card.results.settled):
        pass
    assert not card.results.isVisible()


def test_rows_out_of_sight_are_put_into_words_when_somebody_pauses(
    window: DeskWindow, qtbot: QtBot
) -> None:
    for number in range(12):
        add_visitor(window.desk, family_name=f"Okoye{'abcdefghijkl'[number]}", given_names="Ngozi")
    card = officer(window)
    window.press("okoye")
    assert len(card.results.rows) == 12
    with qtbot.waitSignal(card.results.settled):
        pass
    told = [row.accessibleName().partition(",")[0] for row in card.results.rows]
    assert told == [f"OKOYE{letter}" for letter in "ABCDEFGHIJKL"]


def test_every_reason_has_its_words_in_the_window() -> None:
    assert set(REASONS) == set(Reason)
    for reason, words in REASONS.items():
        assert words.format(name="X") == (f"{reason} X" if reason is Reason.MERGED else reason)


def test_the_amber_line_says_who_is_similar_and_why(window: DeskWindow) -> None:
    add_ada(window.desk)
    add_visitor(window.desk)
    card = finder(window)
    window.press(ADAS_NUMBER, KEY.Key_Return)
    assert "OKAFOR, Ada (Mrs) (name and date of birth)" in card.similar.text()


@pytest.mark.parametrize(
    ("typed", "family", "first", "born", "number"),
    [
        ("adeyemi", "Adeyemi", "", "", ""),
        ("o'neill bola 14/7/1985", "O'Neill", "Bola", "14-Jul-1985", ""),
        ("McNeill, Bola", "McNeill", "Bola", "", ""),
        ("van der berg jan unknown", "Van Der Berg", "Jan", "", ""),
        ("999 000 0018", "", "", "", "999 000 0018"),
        ("P0123456", "", "", "", ""),
    ],
)
def test_what_was_typed_is_not_typed_again_for_a_new_patient(
    window: DeskWindow, typed: str, family: str, first: str, born: str, number: str
) -> None:
    card = finder(window)
    card.search.setText(typed)
    card.new_button.click()
    panel = card.new_patient
    fields = (panel.family, panel.given, panel.born, panel.number)
    assert [field.input.text() for field in fields] == [family, first, born, number]


def test_the_newest_letters_win_and_nothing_comes_after_stop(window: DeskWindow) -> None:
    add_ada(window.desk)
    signin.sign_in(window.desk, "officer", PASSWORD)
    lane = HeldLane()
    look = TypeAhead(window.desk, lane)
    came: list[str] = []
    look.came.connect(lambda text, _found: came.append(text))
    for text in ("o", "ok", "oka"):
        look.look(text)
    lane.let_go()
    assert came == ["oka"]
    look.look("okaf")
    look.stop()
    lane.let_go()
    look.look("9993177424")  # a number that cannot be right is said at Enter, not while typing
    lane.let_go()
    assert came == ["oka", "9993177424"]


def test_h4_once_the_desk_is_locked_nobody_is_shown_any_more(window: DeskWindow) -> None:
    add_ada(window.desk)
    came: list[object] = []
    waiting, handing_back = HeldLane(), HeldLane(meanwhile=lambda: signin.sign_out(window.desk))
    for lane in (waiting, handing_back):
        signin.sign_in(window.desk, "officer", PASSWORD)
        look = TypeAhead(window.desk, lane)
        look.came.connect(lambda *found: came.append(found))
        look.look("oka")
        if lane is waiting:
            signin.sign_out(window.desk)
        lane.let_go()
        assert came == []


def test_h4_rows_that_show_nobody_hold_nobody(window: DeskWindow) -> None:
    add_ada(window.desk)
    card = officer(window)
    window.press("oka")
    kept = card.results.rows[0]
    window.press(KEY.Key_Return, KEY.Key_Return, *[KEY.Key_1] * 3, KEY.Key_Return, KEY.Key_F2)
    assert (kept.match, kept.accessibleName()) == (None, "")
    said = [one.accessibleName() for one in card.findChildren(QWidget)]
    assert not [words for words in said if "OKAFOR" in words]
    QApplication.processEvents()


def test_every_row_is_painted_to_its_edge_at_any_width(window: DeskWindow) -> None:
    add_ada(window.desk)
    add_visitor(window.desk, family_name="Okoye", given_names="Ngozi")
    card = officer(window)
    window.press("ok")
    edge = theme.current().colour("edge").rgb()
    for width in (1300, 1000, 1300):
        window.shell.resize(width, 800)
        QApplication.processEvents()
        painted = card.results.grab().toImage()
        for row in card.results.rows:
            spot = row.geometry()
            for height in (spot.top(), spot.bottom()):
                assert painted.pixel(spot.center().x(), height) == edge


@pytest.mark.slow
def test_ux_7_5_a_row_whose_words_wrap_when_text_grows_is_as_high_as_they_are(
    window: DeskWindow, qapp: QApplication
) -> None:
    add_ada(window.desk)
    add_visitor(window.desk)
    add_visitor(window.desk, given_names="Ada Chidinma Oluwaseun")
    signin.sign_in(window.desk, "officer", PASSWORD)
    window.shell.resize(1366, 768)
    window.find_ada()
    worn = theme.current()
    window.tab_to(window.page.start.finder.records)
    window.press(KEY.Key_Return)
    try:
        theme.apply(qapp, Theme("light", 2.0, motion=False))
        settle()
        rows = window.page.records.similar.rows
        assert rows
        assert [row.height() for row in rows] == [row.planned().height for row in rows]
    finally:
        theme.apply(qapp, worn)
