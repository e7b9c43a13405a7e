"""Needs and safe contact: recorded once, kept whole, refused in words."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.errors import BadInput
from app.core.people import Patient
from app.services import needs
from app.services.desk import Desk
from app.services.needs import Needs
from app.store import audit, patients
from tests.desks import add_visitor


@pytest.fixture
def ada(desk: Desk) -> Patient:
    return add_visitor(desk)


ALL = Needs(
    interpreter="Yoruba",
    formats=("BSL interpreter", "Large print letters"),
    safe_contact="do_not_post",
    safe_number="0113 496 0000",
    not_to="partner",
)


def test_needs_are_recorded_once_and_shown_again(desk: Desk, ada: Patient) -> None:
    kept = needs.record(desk, ada.patient_id, ALL)
    assert patients.get(desk.db, ada.patient_id) == kept
    assert needs.needs_page(desk, ada.patient_id).needs == ALL
    assert kept.reads_large_print
    assert kept.not_by_post


def test_the_same_needs_again_are_no_second_entry(desk: Desk, ada: Patient) -> None:
    needs.record(desk, ada.patient_id, ALL)
    before = _recorded(desk)
    needs.record(desk, ada.patient_id, ALL)
    assert _recorded(desk) == before == 1


def test_a_format_the_record_brought_along_is_not_lost(desk: Desk, ada: Patient) -> None:
    _change(desk, replace(ada, needs=("Moon letters",)))
    page = needs.needs_page(desk, ada.patient_id)
    assert page.formats[-1] == "Moon letters"
    kept = needs.record(
        desk, ada.patient_id, replace(page.needs, formats=("Moon letters", "Easy Read letters"))
    )
    assert kept.needs == ("Easy Read letters", "Moon letters")


def test_the_language_picked_on_the_card_changes_nothing_else(desk: Desk, ada: Patient) -> None:
    needs.record(desk, ada.patient_id, ALL)
    kept = needs.record_interpreter(desk, ada.patient_id, "Tigrinya")
    assert needs.needs_of(kept) == replace(ALL, interpreter="Tigrinya")


def test_any_way_of_contact_is_no_rule(desk: Desk, ada: Patient) -> None:
    kept = needs.record(desk, ada.patient_id, Needs(safe_contact="any"))
    assert kept.safe_contact == ""


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        (Needs(safe_number="ask her"), "safe_number"),
        (Needs(safe_number="12"), "safe_number"),
        (Needs(safe_contact="pigeon"), "safe_contact"),
        (Needs(not_to="cat"), "not_to"),
        (Needs(formats=("Semaphore",)), "formats"),
        (Needs(interpreter="x" * 200), "interpreter"),
    ],
)
def test_what_cannot_be_kept_is_said_and_nothing_is_changed(
    desk: Desk, ada: Patient, wrong: Needs, field: str
) -> None:
    with pytest.raises(BadInput) as said:
        needs.record(desk, ada.patient_id, wrong)
    assert said.value.field == field
    assert patients.get(desk.db, ada.patient_id) == ada


def test_the_rule_of_interpreters_comes_with_the_page(desk: Desk, ada: Patient) -> None:
    assert "never a child" in needs.needs_page(desk, ada.patient_id).interpreter_rule


def _recorded(desk: Desk) -> int:
    return sum(row.happening.act == "needs_recorded" for row in audit.latest(desk.db))


def _change(desk: Desk, patient: Patient) -> None:
    with desk.db.atomic():
        patients.update(desk.db, patient)
