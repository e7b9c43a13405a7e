"""H5: a case is closed by an officer's certificate, and a later claim opens it again."""

from __future__ import annotations

import pytest

from app.casework.review import Choice
from app.core.errors import Known
from app.residency.questions import AnswerState
from app.services import registration, review, stays
from app.services.desk import Desk
from app.services.queue import PRIVATE, queue
from app.store import audit, certificates, decisions, registrations
from tests.services.work import (
    answer,
    chargeable,
    decide,
    estimate,
    form,
    invoice,
    seated,
)


def standing(desk: Desk, case: str) -> bool:
    latest = certificates.latest(desk.db, case)
    return latest is not None and latest.standing


def timeline(desk: Desk, case: str) -> list[tuple[str, str]]:
    with seated(desk, "officer"):
        return [(event.words, event.who) for event in review.open_case(desk, case).timeline]


def closed(desk: Desk) -> str:
    case = chargeable(desk)
    decide(desk, case)
    return case


def test_h5_the_certificate_is_an_act_of_its_own_who_when_and_in_which_words(desk: Desk) -> None:
    case = closed(desk)
    kept = certificates.latest(desk.db, case)
    assert kept is not None
    assert (kept.standing, kept.statement) == (True, desk.terms.certificate)
    assert "in general terms" in kept.statement
    decision = decisions.latest(desk.db, case)
    assert decision is not None
    assert (kept.made_by, kept.made_at) == (decision.decided_by, decision.decided_at)
    assert ("Closed: no other ground is claimed", "M. Adeyemi") in timeline(desk, case)


def test_h5_a_later_claim_takes_the_certificate_back_and_opens_the_case(desk: Desk) -> None:
    case = closed(desk)
    estimate(desk, case)
    with seated(desk, "officer"):
        answer(desk, case, "s2_protection", "claimed_pending")
        (row,) = queue(desk)
    assert not standing(desk, case)
    assert (row.registration_id, row.reason) == (case, PRIVATE)
    told = [words for words, _ in timeline(desk, case)]
    assert told.index("Closed: no other ground is claimed") < told.index("Certificate taken back")
    assert "Case opened again" in told
    with pytest.raises(Known) as refused:
        invoice(desk, case)
    assert refused.value.code == "review_due"


def test_h5_a_claim_that_names_no_protected_ground_says_so_on_the_list(desk: Desk) -> None:
    case = closed(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_permission", "indefinite_leave")
        (row,) = queue(desk)
    assert row.reason == "New answer since the case was closed"


def test_h5_an_answer_taken_back_opens_a_closed_case_and_never_closes_it_by_itself(
    desk: Desk,
) -> None:
    case = closed(desk)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_protection", None, AnswerState.REFUSED)
    assert not standing(desk, case)
    assert registrations.get(desk.db, case).review == "waiting"
    with seated(desk, "officer"):
        answer(desk, case, "s2_protection", "none")
    assert not standing(desk, case), "only an officer's act certifies"


def test_h5_learning_a_plain_no_after_the_certificate_changes_nothing(desk: Desk) -> None:
    case = closed(desk)
    with seated(desk, "officer"):
        answer(desk, case, "s2_crew", "none")
        assert queue(desk) == ()
    assert standing(desk, case)


def test_h5_a_later_claim_never_counts_against_the_patient(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT)
    category = registrations.get(desk.db, case).category
    with seated(desk, "officer"):
        answer(desk, case, "s2_protection", "refused_final")
    kept = registrations.get(desk.db, case)
    assert (kept.category, kept.basis) == (category, "decision")
    latest = decisions.latest(desk.db, case)
    assert latest is not None
    assert Choice(latest.choice) is Choice.EXEMPT


def test_h5_a_clinicians_word_leaves_the_certificate_as_it_is(desk: Desk) -> None:
    case = closed(desk)
    form(desk, case, need_arose="yes")
    assert standing(desk, case)


def test_h5_a_claim_made_at_the_desk_opens_the_case_too(desk: Desk) -> None:
    case = closed(desk)
    registration.resume(desk, case)
    registration.answer(desk, case, "s1_document", "ehic")
    registration.finish(desk, case)
    assert not standing(desk, case)
    assert registrations.get(desk.db, case).review == "waiting"


def test_h5_a_decision_without_the_certificate_takes_one_that_stood_back(desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT)
    assert standing(desk, case)
    decide(desk, case, Choice.CANNOT_TELL, certified=False)
    assert not standing(desk, case)
    acts = [row.happening.act for row in audit.latest(desk.db, subject=case, limit=3)]
    assert "certificate_withdrawn" in acts


def test_h5_a_decision_from_before_certificates_were_kept_still_reopens(desk: Desk) -> None:
    case = closed(desk)
    with desk.db.atomic():  # as after an upgrade: the decision alone says it was certified
        desk.db.execute("DROP TRIGGER certificates_refuses_delete")
        desk.db.execute("DELETE FROM certificates")
    with seated(desk, "officer"):
        answer(desk, case, "s2_protection", "claimed_pending")
    assert registrations.get(desk.db, case).review == "waiting"


def test_h5_a_case_nobody_has_decided_has_no_certificate(desk: Desk) -> None:
    case = chargeable(desk)
    assert certificates.latest(desk.db, case) is None
    with seated(desk, "officer"):
        answer(desk, case, "s2_protection", "claimed_pending")
    assert "Case opened again" not in [words for words, _ in timeline(desk, case)]


def test_h5_a_claim_that_holds_from_a_day_of_the_stay_opens_the_case(desk: Desk) -> None:
    case = closed(desk)
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first="9/3/26", last="14/3/26")
    assert standing(desk, case), "the days of a stay are no claim"
    with seated(desk, "officer"):
        stays.answer_from(desk, case, "s2_protection", "claimed_pending", since="11/3/26")
    assert not standing(desk, case)
    assert registrations.get(desk.db, case).review == "waiting"
