"""The officer's queue, worked by keys over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.casework.review import Choice
from app.residency.questions import AnswerState
from app.services import review
from tests.desks import sign_in
from tests.services.work import chargeable, decide
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.cells import CELL, ROW_TEXT, Cell
from ui.models.queue import QueueModel
from ui.office import Office
from ui.shell import Shell
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def texts(room: OfficerWindow, column: int) -> list[str]:
    rows = room.queue.rows
    cells = [rows.data(rows.index(row, column), CELL) for row in range(rows.rowCount())]
    return [cell.text for cell in cells if isinstance(cell, Cell)]


def test_the_queue_shows_who_waits_and_why(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    assert texts(room, 1) == ["R-1001", "R-1002"]
    assert texts(room, 2) == ["OKAFOR, Ada", "LEE, Min"]
    assert texts(room, 4) == ["Today", "Today"]
    assert room.queue.tabs.key() == "all"
    assert room.queue.tabs.accessibleTabName(0) == "All open, 2"
    assert room.queue.place.text() == "1 to 2 of 2"


def test_enter_opens_the_case_and_esc_comes_back(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Down, KEY.Key_Return)
    assert room.shell.page() == "case"
    assert room.patients[-1].family_name == "Lee"
    room.press(KEY.Key_Escape)
    assert room.shell.page() == "queue"


def test_lists_of_several_patients_show_no_banner(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    assert not room.shell.banner.isVisible()
    room.press(KEY.Key_Return)
    assert room.shell.banner.isVisible()
    room.press(KEY.Key_Escape)
    assert not room.shell.banner.isVisible()
    room.sit_down("finance", "money")
    assert not room.shell.banner.isVisible()


def test_a_protected_reason_is_never_on_a_list(room: OfficerWindow) -> None:
    one = room.registered(("Nguyễn", "Thị Hoa"))[0]
    sign_in(room.desk, "officer")
    review.answer(room.desk, one, "s2_nrm", "positive_reasonable_grounds")
    room.sit_down("officer", "queue")
    assert texts(room, 3) == ["Private, open to see"]
    shown = [label.text() for label in room.shell.findChildren(QLabel)]
    assert not any("slavery" in words.lower() or "traffick" in words.lower() for words in shown)


@pytest.mark.slow
def test_lateness_is_told_in_words_and_not_by_colour_alone(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    later = room.desk.clock
    room.sit_down("officer", "queue")
    assert texts(room, 5) == ["11-Mar"]
    from datetime import timedelta

    from app.machine import FixedClock

    room.desk.clock = FixedClock(later.now() + timedelta(days=4))
    room.changes.changed.emit()
    rows = room.queue.rows
    cell = rows.data(rows.index(0, 5), CELL)
    assert (cell.text, cell.chip, cell.icon) == ("2 days late", "late", "alert-triangle")
    assert "2 days late" in str(rows.data(rows.index(0, 0), ROW_TEXT))
    assert room.queue.rows.place_of(one) == 0


def test_space_ticks_and_assigning_takes_the_ticked_cases_on(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"), ("Silva", "João"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Space, KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
    assert room.queue.selected.text() == "2 selected"
    room.press_alt(KEY.Key_A)
    assert texts(room, 6) == ["Me", "—", "Me"]
    assert not room.queue.selected.isVisible()


@pytest.mark.slow
def test_without_ticks_the_current_case_is_taken_on(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Down)
    room.press_alt(KEY.Key_A)
    assert texts(room, 6) == ["—", "Me"]
    assert room.queue.table.row() == 1


@pytest.mark.slow
def test_views_open_by_their_number_and_the_search_by_ctrl_f(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press_ctrl(KEY.Key_4)
    assert room.queue.tabs.key() == "urgency_missing"
    room.press_ctrl(KEY.Key_1)
    room.press_ctrl(KEY.Key_F)
    room.press("lee", KEY.Key_Return)
    assert texts(room, 2) == ["LEE, Min"]
    room.press(KEY.Key_Down, KEY.Key_Return)
    assert room.shell.page() == "case"


@pytest.mark.slow
def test_an_empty_view_says_where_the_work_is(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    room.press_ctrl(KEY.Key_3)
    assert room.queue.empty.text() == "No cases here. 1 new today: press Ctrl+2."
    assert room.queue.empty.isVisible()
    assert QApplication.focusWidget() is room.queue.tabs


def test_h3_a_clerks_window_offers_no_queue_money_or_urgency(
    room: OfficerWindow, tmp_path: Path
) -> None:
    sign_in(room.desk, "clerk")
    assert room.desk.user is not None
    shell = Shell()
    office = Office(room.desk, room.desk.user, shell, records=Inline(), share=Inline())
    assert list(shell.rail.buttons) == ["desk", "guide"]
    refused: list[object] = []
    model = QueueModel(room.desk, Inline())
    model.refused.connect(refused.append)
    model.show_view("all")
    assert len(refused) == 1  # the service says no as well, not only the window
    room.case.open(room.registered(("Okafor", "Ada"))[0])
    assert room.case_model.case is None
    office.leave()
    shell.deleteLater()
    settle()


@pytest.mark.slow
def test_a_page_of_the_queue_holds_so_many_rows_and_turns(
    room: OfficerWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.models.queue.ROWS_A_PAGE", 2)
    monkeypatch.setattr("ui.views.queue.ROWS_A_PAGE", 2)
    room.registered(("Okafor", "Ada"), ("Lee", "Min"), ("Silva", "João"))
    room.sit_down("officer", "queue")
    assert texts(room, 1) == ["R-1001", "R-1002"]
    assert room.queue.place.text() == "1 to 2 of 3"
    room.tab_to(room.queue.after)
    room.press(KEY.Key_Return)
    assert texts(room, 1) == ["R-1003"]
    assert room.queue.place.text() == "3 to 3 of 3"
    assert len(room.queue_model.order()) == 3
    room.queue_model.turn(1)
    assert texts(room, 1) == ["R-1003"]
    room.tab_to(room.queue.before)
    room.press(KEY.Key_Return)
    assert texts(room, 1) == ["R-1001", "R-1002"]


@pytest.mark.slow
def test_a_case_marked_not_asked_is_no_private_ground(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    sign_in(room.desk, "officer")
    review.answer(room.desk, one, "s2_nrm", None, AnswerState.NOT_ASKED)
    room.sit_down("officer", "queue")
    assert texts(room, 3) == ["Visitor, to speak to"]


def test_the_diary_is_a_view_of_its_own_with_due_days_in_words(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"), ("Lee", "Min"))[0]
    sign_in(room.desk, "officer")
    review.answer(room.desk, one, "s2_permission_dates", ["2025-06-01", "2026-06-01"])
    room.sit_down("officer", "queue")
    place = [name for name, _ in room.queue_model.views()].index("diary")
    room.press_ctrl(KEY(KEY.Key_1.value + place))
    assert room.queue.tabs.key() == "diary"
    assert room.queue.tabs.accessibleTabName(place) == "Diary, 1"
    assert texts(room, 2) == ["OKAFOR, Ada"]
    assert texts(room, 3) == ["Leave to be in the UK ends on 01-Jun-2026"]
    assert texts(room, 5) == ["18-May"]


def test_h12_the_queue_says_how_often_the_team_chose_otherwise(room: OfficerWindow) -> None:
    room.sit_down("officer", "queue")
    assert not room.queue.overridden.isVisible()
    decide(room.desk, chargeable(room.desk), Choice.EXEMPT)
    decide(room.desk, chargeable(room.desk))
    room.changes.changed.emit()
    assert room.queue.overridden.isVisible()
    assert room.queue.overridden.text() == (
        "The team chose otherwise in 1 of 2 decisions this month."
    )
