"""An officer copies from the patient's record that none of the clinical grounds is true."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.ui.case_steps import kept, opened
from tests.ui.officer_window import KEY, OfficerWindow
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def test_h3_the_record_is_read_with_source_and_day_and_says_nothing_of_urgency(
    room: OfficerWindow,
) -> None:
    opened(room)
    room.press_alt(KEY.Key_U)
    record = room.case.urgency.record
    room.tab_to(record.source.input)
    room.press("clinic letter of Dr A. Roy, page 2", KEY.Key_Tab, "8/3/26")
    room.press_alt(KEY.Key_K)
    case = kept(room)
    assert [line.shown for line in case.prompts if line.by_clinician] == ["No"]
    assert case.standing.record is None
    assert "treat as urgent" in case.standing_words
    assert "Clinical record read" in [event.words for event in case.timeline]


def test_a_record_without_its_day_is_asked_for_beside_the_field(room: OfficerWindow) -> None:
    opened(room)
    room.press_alt(KEY.Key_U)
    record = room.case.urgency.record
    room.tab_to(record.source.input)
    room.press("clinic letter, page 2")
    room.press_alt(KEY.Key_K)
    assert record.dated.problem().startswith("Enter a date such as")
    assert record.source.input.text() == "clinic letter, page 2"
    assert room.case.urgency.summary.isVisible()


def test_h3_a_clinicians_own_form_offers_no_reading_in_their_place(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("clinician", "clinician")
    room.press("r-1001", KEY.Key_Return)
    assert room.clinician.form.save.isVisible()
    assert not room.clinician.form.record.isVisible()
