"""Two records of one person, joined and parted by keys alone, each behind a check page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from app.core.errors import Known
from app.services import finding, merging, signin
from tests.desks import PASSWORD, add_visitor
from tests.ui.desk_window import ADAS_NUMBER, KEY, DeskWindow, add_ada
from ui.views import records
from ui.views.records import RecordsPage
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


def side_by_side(window: DeskWindow) -> RecordsPage:
    """An officer has found Ada and looks at a record like hers."""
    signin.sign_in(window.desk, "officer", PASSWORD)
    window.find_ada()
    window.tab_to(window.page.start.finder.records)
    window.press(KEY.Key_Return)
    page = window.page.records
    assert page.isVisible()
    assert page.similar.rows[0].hasFocus()
    window.press(KEY.Key_Return)
    return page


def test_h4_two_records_are_joined_behind_a_check_page_and_found_as_one(
    window: DeskWindow,
) -> None:
    ada, other = add_ada(window.desk), add_visitor(window.desk)
    page = side_by_side(window)
    assert page.compare.shown is not None
    assert page.compare.stays.value() is None, "nothing is chosen beforehand"
    window.press(KEY.Key_Space)
    window.tab_to(page.compare.reason.input)
    window.press("Passport seen")
    window.tab_to(page.compare.go_on)
    window.press(KEY.Key_Return)
    assert page.currentWidget() is page.check
    told = page.check.facts.text().replace("\u00a0", " ")
    assert "OKAFOR, Ada (Mrs), born 02-Mar-1990 (36y), NHS No. 999 317 7423" in told
    assert "Passport seen" in told
    window.press(KEY.Key_Return)  # Enter out of habit confirms nothing
    assert finding.similar_to(window.desk, ada.patient_id) != ()
    window.tab_to(page.check.confirm)
    window.press(KEY.Key_Return)
    assert page.currentIndex() == 0
    assert len(page.part) == 1
    (found,) = finding.find(window.desk, "okafor ada 2/3/1990")
    assert found.patient_id == ada.patient_id
    assert other.patient_id != found.patient_id


def test_ux_5_what_was_refused_on_a_check_page_can_be_confirmed_again(
    window: DeskWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise Known("disk_full", "The disk is full. Make room, and try again.")

    ada = add_ada(window.desk)
    add_visitor(window.desk)
    page = side_by_side(window)
    window.press(KEY.Key_Space)
    page.compare.reason.input.setText("Passport seen")
    page.compare.go_on.click()
    with monkeypatch.context() as on_a_full_disk:
        on_a_full_disk.setattr(merging, "merge", full)
        page.check.confirm.click()
    assert page.check.problem.text() == "The disk is full. Make room, and try again."
    assert page.check.confirm.isEnabled()
    page.check.confirm.click()
    (found,) = finding.find(window.desk, "okafor ada 2/3/1990")
    assert (page.currentIndex(), found.patient_id) == (0, ada.patient_id)


def test_joined_records_are_parted_again_whenever_that_proves_wrong(window: DeskWindow) -> None:
    add_ada(window.desk)
    add_visitor(window.desk)
    page = side_by_side(window)
    window.press(KEY.Key_Space)
    page.compare.reason.input.setText("Passport seen")
    page.compare.go_on.click()
    page.check.confirm.click()
    window.tab_to(page.part[0])
    window.press(KEY.Key_Return)
    assert page.reason.problem() == records.NO_REASON
    assert page.reason.input.hasFocus()
    window.press("Two people after all")
    page.part[0].click()
    window.tab_to(page.check.confirm)
    window.press(KEY.Key_Return)
    assert page.part == []
    assert len(finding.find(window.desk, "okafor ada 2/3/1990")) == 2


def test_without_a_choice_and_a_reason_nothing_goes_on(window: DeskWindow) -> None:
    add_ada(window.desk)
    add_visitor(window.desk)
    page = side_by_side(window)
    page.compare.go_on.click()
    assert page.compare.problem.isVisible()
    assert page.compare.reason.problem() != ""
    assert page.currentIndex() == 1


def test_esc_goes_one_page_back_and_then_to_the_search(window: DeskWindow) -> None:
    add_ada(window.desk)
    add_visitor(window.desk)
    page = side_by_side(window)
    window.press(KEY.Key_Space)
    page.compare.reason.input.setText("Passport seen")
    page.compare.go_on.click()
    window.press(KEY.Key_Escape)
    assert page.currentIndex() == 1
    assert page.compare.reason.input.text() == "Passport seen"
    window.press(KEY.Key_Escape, KEY.Key_Escape)
    assert window.page.stack.currentWidget() is window.page.start
    assert window.page.start.finder.search.text() == ADAS_NUMBER
    assert page.compare.shown is None


def test_a_clerk_is_not_offered_it(window: DeskWindow) -> None:
    add_ada(window.desk)
    window.find_ada()
    assert not window.page.start.finder.records.isVisible()
