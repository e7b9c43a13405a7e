"""Evidence, urgency forms, determinations and decisions of one registration."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.core.errors import NotAllowed
from app.store import decisions, determinations, evidence, urgency
from app.store.database import Database
from app.store.decisions import SecondCheck
from app.store.driver import IntegrityError
from app.store.evidence import Evidence
from tests.store.samples import AT, TODAY, with_registration
from tests.store.whole_store import decision, determination, fill

PASSPORT = Evidence(
    evidence_id="e-1",
    registration_id="r-1",
    type_code="passport",
    detail="ending 1234",
    seen_on=TODAY,
    seen_by="u-officer",
    expires_on=date(2030, 1, 1),
    relied_on=False,
    recorded_at=AT,
)


def test_marking_evidence_as_relied_on_keeps_the_earlier_row(db: Database) -> None:
    with_registration(db)
    letter = replace(PASSPORT, evidence_id="e-2", seen_on=None, expires_on=None)
    relied = replace(PASSPORT, relied_on=True)
    with db.atomic():
        for row in (PASSPORT, letter, relied):
            evidence.add(db, row)
    assert evidence.of(db, "r-1") == (relied, letter)
    assert evidence.history(db, "r-1") == (PASSPORT, letter, relied)


def test_urgency_forms_come_in_the_order_they_were_recorded(db: Database) -> None:
    fill(db)
    first = urgency.of(db, "r-1")[0]
    changed = replace(first, urgency="non_urgent", leaving_date=None, transcribed=False)
    with db.atomic():
        urgency.add(db, changed)
    assert urgency.of(db, "r-1") == (first, changed)
    assert urgency.of(db, "r-2") == ()


def test_h1_no_urgency_can_say_stop_or_be_unsigned(db: Database) -> None:
    fill(db)
    form = urgency.of(db, "r-1")[0]
    for wrong in (replace(form, urgency="stop"), replace(form, clinician_name="")):
        with pytest.raises(IntegrityError), db.atomic():
            urgency.add(db, wrong)


def test_a_later_determination_supersedes_and_keeps_the_earlier(db: Database) -> None:
    with_registration(db)
    assert determinations.latest(db, "r-1") is None
    with db.atomic():
        determinations.add(db, determination("d-1", "P"))
        determinations.add(db, determination("d-2", "D"))
    latest = determinations.latest(db, "r-1")
    assert latest == replace(determination("d-2", "D"), seq=2)
    assert [found.seq for found in determinations.of(db, "r-1")] == [1, 2]


def test_h12_choice_and_suggestion_are_both_kept(db: Database) -> None:
    with_registration(db)
    assert decisions.latest(db, "r-1") is None
    disagreeing = replace(decision(), choice="exempt", suggested="charge", agreed=False)
    with db.atomic():
        determinations.add(db, determination())
        decisions.add(db, disagreeing)
        decisions.add(db, replace(decision("dec-2"), determination_id=None))
    assert decisions.of(db, "r-1")[0] == replace(disagreeing, seq=1)
    latest = decisions.latest(db, "r-1")
    assert latest is not None
    assert (latest.decision_id, latest.seq) == ("dec-2", 2)


def test_no_one_checks_their_own_decision(db: Database) -> None:
    with_registration(db)
    own = SecondCheck(
        decision_id="dec-1", agreed=True, note="", checked_by="u-officer", checked_at=AT
    )
    with db.atomic():
        determinations.add(db, determination())
        decisions.add(db, decision(decided_by="u-officer"))
        assert decisions.check_of(db, "dec-1") is None
        with pytest.raises(NotAllowed):
            decisions.add_check(db, own)
        decisions.add_check(db, replace(own, checked_by="u-senior", agreed=False))
    assert decisions.check_of(db, "dec-1") == replace(own, checked_by="u-senior", agreed=False)
    with pytest.raises(IntegrityError, match="own decision"), db.atomic():
        db.execute("INSERT INTO second_checks VALUES (9, 'dec-1', 1, '', 'u-officer', ?)", (AT,))
