"""An officer's hour at the queue by keyboard alone: narrowed, kept as a view, put away, given
out, letters, and from case to case; then the store must say the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.services import letter_register, queue_filters, review
from app.services.queue import Wanted, page
from app.store import registrations, snoozes
from tests.desks import sign_in
from tests.ui.officer_window import KEY, OfficerWindow
from ui import theme
from ui.work import Inline

pytestmark = [pytest.mark.journey, pytest.mark.ui, pytest.mark.slow]
PEOPLE = (("Okafor", "Ada"), ("Lee", "Min"), ("Silva", "João"), ("Haddad", "Rami"))


@pytest.fixture
def room(qapp: QApplication, tmp_path: Path) -> Iterator[OfficerWindow]:
    theme.apply(qapp, theme.Theme(motion=False))
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def test_ux_7_2_the_queue_is_worked_by_keyboard_alone(room: OfficerWindow) -> None:
    ada, min_, joao, rami = room.registered(*PEOPLE)
    sign_in(room.desk, "officer")
    for case in (ada, joao):
        review.answer(room.desk, case, "s2_british_or_irish", "british")
    room.sit_down("officer", "queue")
    narrows_to_adults_and_keeps_the_view(room)
    ticks_three_and_puts_the_first_away(room)
    gives_two_to_a_colleague(room)
    asks_for_documents_and_sees_what_stays(room)
    goes_from_case_to_case(room)
    the_store_says_the_same(room, away=ada, given=(min_, joao), asked=joao, left=rami)


def narrows_to_adults_and_keeps_the_view(room: OfficerWindow) -> None:
    room.press_alt(KEY.Key_F)
    room.press("Age", KEY.Key_Tab, "adults", KEY.Key_Return)
    room.press_alt(KEY.Key_V)
    room.press("Adults", KEY.Key_Return)
    assert room.queue.tabs.tabText(room.queue.tabs.currentIndex()) == "Adults"
    room.press_ctrl(KEY.Key_1)
    room.press_ctrl(KEY.Key_8)
    assert list(room.queue.filters.chips) == ["age"]


def ticks_three_and_puts_the_first_away(room: OfficerWindow) -> None:
    room.tab_to(room.queue.table)
    room.press(KEY.Key_Home, *[KEY.Key_Space, KEY.Key_Down] * 3)
    assert room.queue.acts.selected.text() == "3 selected"
    room.press(KEY.Key_Up, KEY.Key_Space, KEY.Key_Up, KEY.Key_Space)
    assert room.queue.acts.selected.text() == "1 selected"
    room.press_alt(KEY.Key_N)
    room.press("+3d", KEY.Key_Tab, "Letter sent", KEY.Key_Return)
    assert room.queue.rows.rowCount() == 3


def gives_two_to_a_colleague(room: OfficerWindow) -> None:
    room.press(KEY.Key_Home, KEY.Key_Space, KEY.Key_Down, KEY.Key_Space)
    room.press_alt(KEY.Key_A)
    room.press(KEY.Key_Down, KEY.Key_Return)
    assert room.shell.undo.words.text() == "2 cases assigned to S. Byrne"


def asks_for_documents_and_sees_what_stays(room: OfficerWindow) -> None:
    room.press(KEY.Key_Home, *[KEY.Key_Space, KEY.Key_Down] * 2)
    room.press_alt(KEY.Key_D)
    letters = room.queue.letters
    assert letters.words.text() == "1 letter written, dated today and kept in its case."
    assert "Nothing is known to be missing" in letters.why.text()
    assert QApplication.focusWidget() is letters.print_button
    room.press_alt(KEY.Key_B)
    assert room.queue.table.hasFocus()


def goes_from_case_to_case(room: OfficerWindow) -> None:
    room.press(KEY.Key_Home, KEY.Key_Return)
    assert room.case.steps.words.text() == "Case R-1002, 1 of 3"
    room.press_ctrl(KEY.Key_PageDown)
    assert room.case.steps.words.text() == "Case R-1003, 2 of 3"
    room.press_ctrl(KEY.Key_PageUp)
    assert room.patients[-1].family_name == "Lee"
    room.press(KEY.Key_Escape)
    assert room.shell.page() == "queue"


def the_store_says_the_same(
    room: OfficerWindow, *, away: str, given: tuple[str, ...], asked: str, left: str
) -> None:
    desk = room.desk
    assert [one.name for one in queue_filters.own_views(desk)] == ["Adults"]
    assert [row.registration_id for row in page(desk, Wanted())] == [*given, left]
    assert [one.reason for one in snoozes.of(desk.db, away)] == ["Letter sent"]
    holders = {registrations.get(desk.db, one).assigned_to for one in given}
    sign_in(desk, "senior")
    assert desk.user is not None
    assert holders == {desk.user.user_id}
    (letter,) = letter_register.told(desk, registrations.get(desk.db, asked).ref)
    assert letter.kind == "request_for_information"
