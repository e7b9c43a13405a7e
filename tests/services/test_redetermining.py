"""Stored cases under other rules or on another day: told in full, applied only when asked."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.errors import BadInput
from app.residency.findings import Category, Charged
from app.services import redetermining, registration, review
from app.services.desk import Desk
from app.services.queue import PRIVATE, queue
from app.services.redetermining import Redetermined
from app.store import audit, decisions, determinations, outbox, registrations
from tests.desks import add_visitor
from tests.editions import edition, pack_of, without_asylum
from tests.services.work import (
    chargeable,
    check,
    decide,
    estimate,
    interview,
    invoiced,
    seated,
    visitor,
)

RATE = ("rules/pack.toml", "rate_percent = 150", "rate_percent = 200")
OLD_RATE = ("rules/groups.toml", "rate_percent = 150", "rate_percent = 200")


def asylum_seeker(desk: Desk) -> str:
    case = visitor(desk)
    interview(desk, case, s2_protection="claimed_pending")
    decide(desk, case, Choice.EXEMPT)
    return case


def resident(desk: Desk) -> str:
    begun = registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
    one = begun.registration_id
    registration.answer(desk, one, "s1_residence_12m", "uk_all")
    registration.answer(desk, one, "s1_document", "none")
    registration.answer(desk, one, "s1_existing_banner", "no")
    registration.finish(desk, one)
    return one


def again(desk: Desk, folder: Path, *, apply: bool = False) -> Redetermined:
    with seated(desk, "officer"):
        return redetermining.redetermine(desk, pack_of(folder), apply=apply)


def everything(desk: Desk) -> list[object]:
    return [
        desk.db.rows(f"SELECT * FROM {row['name']}")
        for row in desk.db.rows("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
    ]


def test_under_the_rules_in_use_nothing_changes(desk: Desk) -> None:
    invoiced(desk)
    asylum_seeker(desk)
    resident(desk)
    with seated(desk, "officer"):
        found = redetermining.redetermine(desk, desk.pack)
    assert (found.cases, found.changed, found.not_determined) == (3, (), ())
    assert found.rules_version == desk.law.pack.rules_version


def test_a_ground_that_ends_is_told_with_the_case_from_and_to(desk: Desk, tmp_path: Path) -> None:
    case = asylum_seeker(desk)
    resident(desk)
    found = again(desk, without_asylum(tmp_path / "rules"))
    (change,) = found.changed
    assert (change.registration_id, change.ref, change.recorded) == (case, "R-1001", "E")
    assert (change.before.category, change.before.chargeable) == (Category.E, Charged.NO)
    assert (change.after.category, change.after.chargeable) == (
        Category.P,
        Charged.UNDETERMINED,
    )
    assert [line.charged for line in change.after.lines] == [Charged.UNDETERMINED]
    assert found.tallies == (("E", "P", 1),)
    assert found.people == 1
    assert [ref for _, ref in found.review_list] == ["R-1001"]


def test_money_at_stake_is_what_was_asked_for_and_stands(desk: Desk, tmp_path: Path) -> None:
    _, bill = invoiced(desk)
    estimated = chargeable(desk)
    decide(desk, estimated)
    offer = estimate(desk, estimated)
    found = again(desk, edition(tmp_path / "rules", RATE, OLD_RATE))
    assert len(found.changed) == found.people == 2
    assert found.invoiced == bill.total
    assert found.estimated == offer.total
    assert [one.before.lines[0].rate_percent for one in found.changed] == [150, 150]
    assert [one.after.lines[0].rate_percent for one in found.changed] == [200, 200]


def test_looking_writes_nothing(desk: Desk, tmp_path: Path) -> None:
    asylum_seeker(desk)
    other = pack_of(without_asylum(tmp_path / "rules"))
    with seated(desk, "officer"):
        before = everything(desk)
        assert redetermining.redetermine(desk, other).changed
        assert everything(desk) == before


def test_h9_applying_puts_cases_before_an_officer_and_changes_no_outcome(
    desk: Desk, tmp_path: Path
) -> None:
    case, _ = invoiced(desk)
    other = edition(tmp_path / "rules", RATE, OLD_RATE)
    kept = registrations.get(desk.db, case)
    decided = decisions.of(desk.db, case)
    findings, told = determinations.of(desk.db, case), outbox.waiting(desk.db)
    found = again(desk, other, apply=True)
    assert found.put_on_list == 1
    with seated(desk, "officer"):
        (row,) = queue(desk)
    assert (row.registration_id, row.reason) == (case, "The rules changed")
    now = registrations.get(desk.db, case)
    assert (now.outcome, now.category, now.basis) == (kept.outcome, kept.category, kept.basis)
    assert decisions.of(desk.db, case) == decided
    assert determinations.of(desk.db, case) == findings
    assert outbox.waiting(desk.db) == told
    acts = [one.happening.act for one in audit.latest(desk.db, subject=case, limit=2)]
    assert acts == ["put_on_review_list", "brought_back"]


def test_the_reason_goes_when_an_officer_has_decided_again(desk: Desk, tmp_path: Path) -> None:
    case = asylum_seeker(desk)
    again(desk, without_asylum(tmp_path / "rules"), apply=True)
    decide(desk, case, Choice.EXEMPT)
    check(desk, case, found=Choice.EXEMPT)  # a protected ground: a second person looks
    with seated(desk, "officer"):
        assert queue(desk) == ()
    assert registrations.get(desk.db, case).review == "decided"


def test_h8_a_protected_ground_outweighs_the_reason_on_the_list(desk: Desk, tmp_path: Path) -> None:
    asylum_seeker(desk)
    again(desk, without_asylum(tmp_path / "rules"), apply=True)
    with seated(desk, "officer"):
        (row,) = queue(desk)
    assert (row.reason, row.private) == (PRIVATE, True)


def test_a_case_waiting_for_its_second_check_goes_on_waiting_for_it(
    desk: Desk, tmp_path: Path
) -> None:
    case = chargeable(desk)
    decide(desk, case, Choice.EXEMPT)
    decide(desk, case)
    found = again(desk, edition(tmp_path / "rules", RATE, OLD_RATE), apply=True)
    assert found.put_on_list == 1
    assert registrations.get(desk.db, case).review == "second_check"


def test_on_another_day_the_pack_of_that_day_is_tried(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "clinician"):
        review.record_urgency(
            desk,
            case,
            urgency_value=Urgency.URGENT,
            clinician_name="",
            decided_on="today",
            none_of_these=True,
            need_arose="no",
            necessary="no",
            clinical={"s2_c_violence": "domestic_abuse"},
        )
    interview(desk, case)
    decide(desk, case, Choice.EXEMPT)
    pack = desk.pack
    with seated(desk, "officer"):
        listed_from = redetermining.redetermine(desk, pack, on=date(2022, 12, 28))
        the_day_before = redetermining.redetermine(desk, pack, on=date(2022, 12, 27))
    assert (listed_from.on, listed_from.changed) == (date(2022, 12, 28), ())
    (change,) = the_day_before.changed
    assert (change.before.chargeable, change.after.chargeable) == (Charged.NO, Charged.YES)


def test_h9_no_day_before_the_rules_begin_is_tried(desk: Desk) -> None:
    with seated(desk, "officer"), pytest.raises(BadInput) as refused:
        redetermining.redetermine(desk, desk.pack, on=date(2015, 4, 5))
    assert refused.value.code == "date_out_of_range"


def test_a_case_the_other_rules_cannot_be_asked_about_is_listed_with_its_reason(
    desk: Desk, tmp_path: Path
) -> None:
    asylum_seeker(desk)
    other = edition(
        tmp_path / "rules",
        ("questions/stage_2.toml", 'id = "s2_protection"', 'id = "s2_refuge"'),
    )
    found = again(desk, other, apply=True)
    (lost,) = found.not_determined
    assert (lost.ref, found.changed) == ("R-1001", ())
    assert "s2_protection" in lost.reason
    assert found.put_on_list == 1
    assert [ref for _, ref in found.review_list] == ["R-1001"]


def test_other_opening_questions_can_leave_a_resident_something_to_follow_up(
    desk: Desk, tmp_path: Path
) -> None:
    case = resident(desk)
    assert again(desk, edition(tmp_path / "the same")).changed == ()
    routed = edition(
        tmp_path / "stricter",
        ("questions/stage_1.toml", 'value = "uk_all" }', 'value = "uk_most" }'),
    )
    found = again(desk, routed)
    (change,) = found.changed
    assert change.registration_id == case
    assert (change.before.category, change.after.category) == (Category.A, Category.P)
