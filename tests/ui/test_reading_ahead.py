"""What is read and painted before a letter is typed: always what the records say, never more."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from app.core.match import Match
from app.services import finding, merging, signin
from app.services.desk import Desk
from tests.desks import PASSWORD, add_visitor, make_desk
from tests.ui.desk_window import KEY, DeskWindow
from tests.ui.held_lane import HeldLane
from ui import theme
from ui.models.finder import TypeAhead
from ui.widgets import patient_pages
from ui.widgets.patients import PAINTED_MOST, PatientList
from ui.work import Inline

NAMES = ("Okafor", "Okoye", "Okonkwo", "O'Neill", "Oko Ada", "Okolie", "Oakley", "Owen")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    one = make_desk(tmp_path)
    for name in NAMES:
        add_visitor(one, family_name=name)
    signin.sign_in(one, "officer", PASSWORD)
    yield one
    one.db.close()


def looking(desk: Desk, lane: HeldLane) -> tuple[TypeAhead, list[tuple[str, tuple[Match, ...]]]]:
    look = TypeAhead(desk, lane)
    came: list[tuple[str, tuple[Match, ...]]] = []
    look.came.connect(lambda text, found: came.append((text, found)))
    return look, came


def rest() -> None:
    """As long as a person needs from one letter to the next."""
    QTest.qWait(10)


def test_a_likely_letter_asks_the_lane_for_nothing(desk: Desk, qtbot: QtBot) -> None:
    lane = HeldLane(holds=False)
    look, came = looking(desk, lane)
    with qtbot.waitSignal(look.expected):
        look.look("o")
    asked = lane.asked
    look.look("ok")
    assert lane.asked == asked
    assert came[-1] == ("ok", finding.find(desk, "ok", typing=True))
    assert came[-1][1]


def test_the_letter_with_which_a_name_found_goes_on_is_read_first(desk: Desk, qtbot: QtBot) -> None:
    lane = HeldLane(holds=False)
    look, came = looking(desk, lane)
    look.look("oak")
    lane.holds = True
    qtbot.waitUntil(lambda: lane.waiting == 1)
    lane.let_one_go()  # a few letters are read, and no more
    asked = lane.asked
    look.look("oakl")
    assert lane.asked == asked
    assert [match.family_name for match in came[-1][1]] == ["Oakley"]


def test_after_any_act_on_the_records_the_lane_is_asked_anew(desk: Desk, qtbot: QtBot) -> None:
    lane = HeldLane(holds=False)
    look, came = looking(desk, lane)
    with qtbot.waitSignal(look.expected):
        look.look("o")
    add_visitor(desk, family_name="Okeke")
    look.look("ok")
    assert "Okeke" in [match.family_name for match in came[-1][1]]


def test_h4_nothing_read_ahead_outlasts_the_patient_or_the_person(desk: Desk, qtbot: QtBot) -> None:
    lane = HeldLane(holds=False)
    look, came = looking(desk, lane)
    with qtbot.waitSignal(look.expected):
        look.look("o")
    asked = lane.asked
    look.stop()
    look.look("ok")
    assert lane.asked == asked + 1
    rest()
    desk.seat(None)
    look.look("oko")
    rest()
    assert [text for text, _ in came] == ["o", "ok"]


def test_h4_nobody_is_read_ahead_for_a_clerk(desk: Desk) -> None:
    signin.sign_in(desk, "clerk", PASSWORD)
    look, came = looking(desk, HeldLane(holds=False))
    expected: list[object] = []
    look.expected.connect(expected.append)
    for text in ("o", "ok", "oko"):
        look.look(text)
        rest()
    assert [found for _, found in came] == [(), (), ()]
    assert not expected


STEPS = st.lists(
    st.one_of(
        st.sampled_from(["o", "k", "a", "f", "y", "e", "'", " "]),
        st.sampled_from(["rest", "rest", "back", "add", "merge", "stop"]),
    ),
    min_size=3,
    max_size=12,
)


@settings(
    max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(STEPS)
def test_after_every_letter_the_matches_are_those_of_the_records(
    desk: Desk, qtbot: QtBot, steps: list[str]
) -> None:
    """Whatever was read ahead, and whatever was added or merged meanwhile."""
    look, came = looking(desk, HeldLane(holds=False))
    text = ""
    for step in steps:
        if step == "rest":
            rest()
        elif step == "stop":
            look.stop()
        elif step == "add":
            add_visitor(desk, family_name="Okafor")
        elif step == "merge":
            others = finding.find(desk, "Okafor", typing=True)
            if len(others) > 1:
                one, other = (match.patient_id for match in others[:2])
                if one != other:
                    merging.merge(desk, one, into=other, reason="The same person.")
        else:
            text = text[:-1] if step == "back" else text + step
            look.look(text)
            whole = finding.reads_whole(desk, text)
            found = finding.find(desk, text, typing=True) if whole else ()
            assert came[-1] == (text, found)


def painted(window: DeskWindow) -> QImage:
    """What stands in the window, painted when it was."""
    QApplication.processEvents()
    results = window.page.start.finder.results
    shell = window.shell
    spot = results.visibleRegion().boundingRect().translated(results.mapTo(shell, QPoint()))
    return shell.screen().grabWindow(shell.winId()).toImage().copy(spot)


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_rows_painted_beforehand_look_as_if_painted_then(
    tmp_path: Path, qtbot: QtBot, qapp: QApplication, scheme: theme.Scheme
) -> None:
    window = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(window.shell)
    with qtbot.waitActive(window.shell):
        window.shell.show()
        window.shell.activateWindow()
    theme.apply(qapp, theme.Theme(scheme=scheme, motion=False))
    for letter in "abcdefgh":
        for second in "ae":
            add_visitor(window.desk, family_name=f"O{second}{letter}", given_names="Ngozi Ada")
    signin.sign_in(window.desk, "officer", PASSWORD)
    window.shell.show_page("desk")
    results = window.page.start.finder.results
    for typed in ("o", "a", KEY.Key_Backspace, "e"):
        window.press(typed)
        rest()
        before = painted(window)
        results.update()
        assert painted(window) == before
        assert before.width() > 300
    window.desk.db.close()


class Found(QWidget):
    """A list that shows patients, while the keys stand in a search field above it."""

    def __init__(self, qtbot: QtBot, found: tuple[Match, ...], today: date, most: int) -> None:
        super().__init__()
        qtbot.addWidget(self)
        self.resize(900, 900)
        self.field = QLineEdit(self)
        self.results = PatientList("Patients found", self, painted_most=most)
        self.results.setGeometry(0, 60, 900, 800)
        self.results.show_matches(found, today, typing=True)
        with qtbot.waitExposed(self):
            self.show()
        self.field.setFocus()
        QTest.qWait(200)  # the pause after which every row is in its place
        self.results.expect(())  # lets go of what an earlier letter was painted for


def test_pictures_of_who_may_be_shown_next_take_a_bounded_room(desk: Desk, qtbot: QtBot) -> None:
    for number in range(12):
        add_visitor(desk, family_name=f"Oke{number}", given_names="Ngozi")
    found = finding.find(desk, "Oke", typing=True)
    today = desk.clock.today()
    card = Found(qtbot, found, today, PAINTED_MOST)
    one = card.results
    page = patient_pages.painted(one, one.rows, found, today, room=PAINTED_MOST)
    assert page is not None
    assert page.size == page.picture.toImage().sizeInBytes()
    assert patient_pages.size_of(page.area, 2) == 4 * page.size  # at 200 %
    assert patient_pages.painted(one, one.rows, found, today, room=page.size - 1) is None
    other = Found(qtbot, found, today, 3 * page.size)
    few = other.results
    for _ in range(6):
        few.expect((*found[:-1], found[-1]))
    assert few.painted_bytes() == 3 * page.size
    few.hide()
    assert few.painted_bytes() == 0


def test_h4_a_row_out_of_sight_is_asked_of_whom_it_shows_now(desk: Desk, qtbot: QtBot) -> None:
    for number in range(16):
        add_visitor(desk, family_name=f"Oke{number:02}", given_names="Ngozi")
    found = finding.find(desk, "Oke", typing=True)
    turned = found[::-1]
    today = desk.clock.today()
    card = Found(qtbot, found, today, PAINTED_MOST)
    card.resize(900, 300)
    results = card.results
    last = results.rows[-1]
    assert not results.visibleRegion().intersects(last.geometry())
    picked: list[Match] = []
    results.picked.connect(picked.append)
    results.expect(turned)
    assert results.painted_bytes()  # so that it is shown from its picture
    results.show_matches(turned, today, typing=True)
    last.click()
    assert picked == [turned[-1]] != [found[-1]]
    assert tuple(row.match for row in results.rows) == turned
