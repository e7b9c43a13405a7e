"""Emergency access (safety section 2): with a reason, one case, this sitting, looked at after."""

from __future__ import annotations

import pytest

from app.access.roles import Role
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.services import emergency, holding, registration, review, signin
from app.services.desk import Desk
from app.services.timeline import timeline_of
from app.store import audit, registrations
from tests.desks import PASSWORD, add_visitor
from tests.services.test_sensitive_grounds import _told
from tests.services.work import chargeable, decide, estimate, ref_of, seated

WHY = "The ward asks whom to ring tonight."


def acts(desk: Desk, case: str) -> list[str]:
    return [row.happening.act for row in audit.latest(desk.db, subject=case)]


@pytest.mark.parametrize("reason", ["", "   ", "urgent", "I need it"])
def test_section_2_emergency_access_needs_a_reason(desk: Desk, reason: str) -> None:
    case = chargeable(desk)
    with seated(desk, "clerk"), pytest.raises(BadInput, match="in your own words"):
        emergency.open_in_emergency(desk, ref_of(desk, case), reason)
    assert "emergency_opened" not in acts(desk, case)


@pytest.mark.parametrize("name", ["clerk", "finance", "clinician"])
def test_section_2_one_case_is_read_with_its_grounds_and_no_money(desk: Desk, name: str) -> None:
    case = chargeable(desk)
    decide(desk, case)
    told = estimate(desk, case)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_nrm", "positive_reasonable_grounds")
    with seated(desk, name):
        opened = emergency.open_in_emergency(desk, ref_of(desk, case), WHY)
        assert "Okafor" not in "".join(_told(opened)), "opening alone tells nothing"
        read = emergency.read_in_emergency(desk, opened.access_id)
        words = " ".join(_told(read))
        for money in (str(told.total), told.estimate_no, "To pay", "Charge"):
            assert money not in words, "no emergency turns on who pays (H1)"
        assert read.leaving == "30-Mar-2026"
        assert "Yes" in dict(read.prompts).values()
        assert acts(desk, case)[:2] == ["emergency_read", "emergency_opened"]
        with pytest.raises(NotAllowed):
            review.open_case(desk, case)
        with pytest.raises(NotAllowed):
            review.answer(desk, case, "s2_nrm", "none")


def test_section_2_why_the_desk_could_not_ask_is_read_too(desk: Desk) -> None:
    ada = add_visitor(desk)
    case = registration.begin(desk, ada.patient_id, "admission").registration_id
    registration.could_not_ask(desk, case, "safeguarding")
    opened = emergency.open_in_emergency(desk, ref_of(desk, case), WHY)
    read = emergency.read_in_emergency(desk, opened.access_id)
    assert read.answers[0] == ("Not asked", "Safeguarding")


def test_section_2_it_ends_with_the_sitting_and_is_nobody_elses(desk: Desk) -> None:
    case = chargeable(desk)
    signin.sign_in(desk, "clerk", PASSWORD)
    opened = emergency.open_in_emergency(desk, ref_of(desk, case), WHY)
    emergency.read_in_emergency(desk, opened.access_id)
    signin.sign_out(desk)
    for name in ("clerk", "finance"):
        signin.sign_in(desk, name, PASSWORD)
        with pytest.raises(NotAllowed, match="has ended"):
            emergency.read_in_emergency(desk, opened.access_id)
        with pytest.raises(NotFound):
            emergency.read_in_emergency(desk, f"{opened.access_id}-")


def test_who_opens_the_case_by_role_needs_no_emergency(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "admin"):
        signin.add_person(
            desk,
            name="both",
            display_name="B. Both",
            password=PASSWORD,
            roles=[Role.CLERK, Role.OFFICER],
        )
    with seated(desk, "both"), pytest.raises(Known) as refused:
        emergency.open_in_emergency(desk, ref_of(desk, case), WHY)
    assert refused.value.code == "not_needed"
    with seated(desk, "clerk"), pytest.raises(NotFound):
        emergency.open_in_emergency(desk, "R-9999", WHY)


@pytest.mark.parametrize("name", ["officer", "senior", "admin", "auditor"])
def test_section_2_the_matrix_gives_it_to_nobody_else(desk: Desk, name: str) -> None:
    case = chargeable(desk)
    with seated(desk, name), pytest.raises(NotAllowed):
        emergency.open_in_emergency(desk, ref_of(desk, case), WHY)


def test_section_2_emergency_access_heads_the_auditors_screen_until_looked_at(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "clerk"):
        first = emergency.open_in_emergency(desk, ref_of(desk, case), WHY).access_id
        emergency.open_in_emergency(desk, ref_of(desk, case), "Again, and another reason.")
    with seated(desk, "auditor"):
        line, _ = emergency.accesses_to_look_at(desk)
        assert (line.who, line.ref, line.reason) == ("J. Patel", ref_of(desk, case), WHY)
        assert (line.initials, line.own) == ("OA", False)
        with pytest.raises(BadInput, match="Say what you found"):
            emergency.mark_looked_at(desk, first, "")
        emergency.mark_looked_at(desk, first, "The ward confirms the call.")
        assert [one.reason for one in emergency.accesses_to_look_at(desk)] == [
            "Again, and another reason."
        ]
        assert emergency.count_to_look_at(desk) == 1
        with pytest.raises(Known) as refused:
            emergency.mark_looked_at(desk, first, "Looked at it twice.")
    assert refused.value.code == "looked_at"
    assert acts(desk, case)[0] == "emergency_looked_at"
    with seated(desk, "officer"):
        words = [event.words for event in timeline_of(desk, case)]
    assert "Opened in an emergency, with a reason" in words


def test_nobody_looks_at_their_own_emergency_access(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "admin"):
        signin.add_person(
            desk,
            name="both",
            display_name="B. Both",
            password=PASSWORD,
            roles=[Role.CLERK, Role.AUDITOR],
        )
    with seated(desk, "both"):
        opened = emergency.open_in_emergency(desk, ref_of(desk, case), WHY)
        (line,) = emergency.accesses_to_look_at(desk)
        assert line.own
        with pytest.raises(NotAllowed, match="Another auditor"):
            emergency.mark_looked_at(desk, opened.access_id, "It was right.")


def test_a_senior_officer_sees_those_of_their_own_cases_and_marks_none(desk: Desk) -> None:
    mine, other = chargeable(desk), chargeable(desk, family_name="Other")
    with seated(desk, "clerk"):
        for case in (mine, other):
            opened = emergency.open_in_emergency(desk, ref_of(desk, case), WHY)
    with seated(desk, "senior"):
        holding.rest_letters(desk, other, "dispute", "Asked for a review.")
        with desk.db.atomic():
            registrations.assign(desk.db, mine, desk.person.user_id)
        assert [one.ref for one in emergency.accesses_to_look_at(desk)] == [ref_of(desk, mine)]
        with pytest.raises(NotAllowed):
            emergency.mark_looked_at(desk, opened.access_id, "Looked at it.")
