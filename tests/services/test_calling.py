"""How a patient is reached, and the calls that are noted (hazard H8)."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from app.core.errors import BadInput, NotFound
from app.services import calling, emergency, review
from app.services.desk import Desk
from app.services.reach import Reach
from app.store import patients, registrations
from tests.services.work import ref_of, seated, visitor


def reached(desk: Desk, case: str, **known: Any) -> Reach:
    patient = patients.get(desk.db, registrations.get(desk.db, case).patient_id)
    with desk.db.atomic():
        patients.update(desk.db, replace(patient, **known))
    with seated(desk, "officer"):
        return review.open_case(desk, case).reach


def test_the_team_that_is_to_call_reads_telephone_email_and_both_addresses(desk: Desk) -> None:
    found = reached(desk, visitor(desk), phone="+234 803 555 0142", email="ada@example.org")
    assert (found.phone, found.email) == ("+234 803 555 0142", "ada@example.org")
    assert (found.address, found.address_abroad) == ("", "14 Marina Road, Lagos, Nigeria")


def test_h8_a_number_named_as_safe_is_the_only_one_that_is_told(desk: Desk) -> None:
    case = visitor(desk)
    found = reached(desk, case, phone="020 7946 0001", safe_number="020 7946 0999")
    assert found.phone == "020 7946 0999"
    with seated(desk, "clerk"):
        opened = emergency.open_in_emergency(desk, ref_of(desk, case), "The ward rings tonight.")
        read = emergency.read_in_emergency(desk, opened.access_id)
    assert read.reach.phone == "020 7946 0999"


@pytest.mark.parametrize(
    ("rule", "phone", "email"),
    [("post_only", "", ""), ("phone_only", "020 7946 0001", ""), ("do_not_post", *["x"] * 2)],
)
def test_h8_a_way_that_is_not_safe_is_not_told(
    desk: Desk, rule: str, phone: str, email: str
) -> None:
    known = {"phone": phone or "020 7946 0001", "email": email or "ada@example.org"}
    found = reached(desk, visitor(desk), safe_contact=rule, **known)
    assert (found.phone, found.email) == (phone, email)


def test_a_call_stands_in_the_timeline_with_how_it_went_and_who_called(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        told = calling.note_call(desk, case, "no_answer").timeline[-1]
        assert (told.words, told.who, told.icon) == ("Called, no answer", "M. Adeyemi", "phone")
        with pytest.raises(BadInput):
            calling.note_call(desk, case, "shouted")
        with pytest.raises(NotFound):
            calling.note_call(desk, "nobody", "spoke")
