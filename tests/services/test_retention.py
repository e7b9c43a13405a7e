"""Copies of papers removed 90 days after the final decision (safety section 4)."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.casework.papers import PaperState
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.services import (
    documents,
    due_cases,
    due_copies,
    holding,
    record_holds,
    retention,
    review,
)
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.store import audit, registrations
from app.store.due_cases import START, Place
from app.store.folder import DATABASE_FILE
from tests.services.removing import approve
from tests.services.work import (
    SECOND_ADMIN,
    SIGNED_COPY,
    add_second_admin,
    chargeable,
    days_later,
    decide,
    ref_of,
    seated,
)
from ui.models.due_count import CopiesDue

DAYS = 90
PASSPORT = PaperShown(type_code="passport", number="A0123", expires="11/9/29", detail="Nigerian")


@pytest.fixture(autouse=True)
def another_administrator(desk: Desk) -> None:
    add_second_admin(desk)


def settled(desk: Desk, **patient: str) -> str:
    """A decided case with one copy of one page."""
    case = chargeable(desk, **patient)
    with seated(desk, "officer"):
        documents.note(desk, case, PASSPORT, SIGNED_COPY)
    decide(desk, case)
    return case


def due(desk: Desk) -> dict[str, str]:
    with seated(desk, "admin"):
        return {one.ref: one.held_for for one in retention.retention(desk).due}


def listed(desk: Desk) -> int:
    with seated(desk, "admin"):
        return retention.propose_removal(desk)


def pages(desk: Desk, case: str) -> list[int]:
    with seated(desk, "officer"):
        return [line.pages for line in documents.shown(desk, case)]


def test_retention_copies_are_due_90_days_after_the_final_decision_and_no_day_before(
    desk: Desk,
) -> None:
    case = settled(desk)
    days_later(desk, DAYS - 1)
    assert due(desk) == {}
    days_later(desk, 1)
    assert due(desk) == {ref_of(desk, case): ""}


def test_retention_what_is_not_finally_decided_is_never_due(desk: Desk) -> None:
    waiting = chargeable(desk)
    reopened = settled(desk, family_name="Again")
    with seated(desk, "officer"):
        documents.note(desk, waiting, PASSPORT, SIGNED_COPY)
        review.answer(desk, reopened, "s2_nrm", "positive_reasonable_grounds")
    assert registrations.get(desk.db, reopened).review != "decided"
    days_later(desk, 10 * DAYS)
    assert due(desk) == {}


def test_retention_a_later_decision_or_a_later_copy_begins_the_time_anew(desk: Desk) -> None:
    case = settled(desk)
    days_later(desk, DAYS)
    with seated(desk, "officer"):
        documents.note(desk, case, PASSPORT, SIGNED_COPY)
    assert due(desk) == {}
    days_later(desk, DAYS)
    assert due(desk) == {ref_of(desk, case): ""}


def test_retention_the_dry_run_lists_and_removes_nothing(desk: Desk) -> None:
    case = settled(desk)
    days_later(desk, DAYS)
    with seated(desk, "admin"):
        (line,) = retention.retention(desk).due
        assert (line.copies, line.pages, line.final_on.isoformat()) == (1, 1, "2026-03-09")
        retention.propose_removal(desk)
        (waits,) = retention.retention(desk).waiting
        assert (waits.cases, waits.own) == (1, True)
        with pytest.raises(Known, match="waits for approval already"):
            retention.propose_removal(desk)
    assert sum(pages(desk, case)) == 1


def test_retention_a_second_person_approves_and_never_ones_own(desk: Desk) -> None:
    settled(desk)
    days_later(desk, DAYS)
    number = listed(desk)
    with seated(desk, "admin"), pytest.raises(NotAllowed, match="Another administrator"):
        retention.approve_removal(desk, number)
    approve(desk, number)
    with seated(desk, SECOND_ADMIN), pytest.raises(NotFound):
        retention.approve_removal(desk, number)


def test_retention_the_details_stay_and_the_copy_says_why_it_went(desk: Desk) -> None:
    case = settled(desk)
    days_later(desk, DAYS)
    approve(desk, listed(desk))
    with seated(desk, "officer"):
        line = next(one for one in documents.shown(desk, case) if one.removed)
    assert (line.pages, line.state, line.removed) == (0, PaperState.SEEN, "Its time was over")
    assert (line.detail, line.seen, line.expires) == ("Nigerian", "09-Mar-2026", "11-Sep-2029")
    acts = [row.happening.act for row in audit.latest(desk.db, subject=case)]
    assert acts[0] == "copies_removed"
    assert due(desk) == {}
    with seated(desk, "admin"), pytest.raises(Known, match="nothing to remove"):
        retention.propose_removal(desk)


@pytest.mark.parametrize("kind", ["appeal", "litigation", "inquiry"])
def test_retention_a_hold_keeps_the_copies_until_it_ends(desk: Desk, kind: str) -> None:
    case = settled(desk)
    free = settled(desk, family_name="Free")
    days_later(desk, DAYS)
    number = listed(desk)
    with seated(desk, "officer"):
        record_holds.hold_records(desk, ref_of(desk, case), kind)
        with pytest.raises(Known, match="held for that already"):
            record_holds.hold_records(desk, ref_of(desk, case), kind)
        with pytest.raises(BadInput):
            record_holds.hold_records(desk, ref_of(desk, case), "whim")
    certificate = approve(desk, number)
    assert (certificate.cases, certificate.held) == (1, 1)
    assert sum(pages(desk, case)) == 1
    assert sum(pages(desk, free)) == 0
    assert due(desk) == {ref_of(desk, case): desk.retention.holds[kind]}
    with seated(desk, "admin"):
        with pytest.raises(Known, match="nothing to remove"):
            retention.propose_removal(desk)
        record_holds.release_records(desk, ref_of(desk, case), kind)
    assert approve(desk, listed(desk)).copies == 1


def test_retention_a_dispute_that_rests_the_letters_holds_the_copies(desk: Desk) -> None:
    case = settled(desk)
    days_later(desk, DAYS)
    with seated(desk, "officer"):
        holding.rest_letters(desk, case, "dispute", "The patient asked for a review.")
    assert due(desk) == {ref_of(desk, case): due_cases.RESTS}
    with seated(desk, "officer"):
        holding.let_letters_go(desk, case, "dispute", "The review is done.")
    assert due(desk) == {ref_of(desk, case): ""}


def test_retention_what_came_back_since_the_list_was_made_stays(desk: Desk) -> None:
    case = settled(desk)
    days_later(desk, DAYS)
    number = listed(desk)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_nrm", "positive_reasonable_grounds")
    certificate = approve(desk, number)
    assert (certificate.cases, certificate.copies, certificate.changed) == (0, 0, 1)
    assert sum(pages(desk, case)) == 1


def test_retention_a_list_may_be_declined_with_a_reason(desk: Desk) -> None:
    case = settled(desk)
    days_later(desk, DAYS)
    number = listed(desk)
    with seated(desk, SECOND_ADMIN):
        with pytest.raises(BadInput, match="Say why not"):
            retention.decline_removal(desk, number, "no")
        retention.decline_removal(desk, number, "An inquiry was announced.")
        assert retention.retention(desk).waiting == ()
        assert retention.retention(desk).certificates == ()
    assert sum(pages(desk, case)) == 1


def test_retention_the_certificate_holds_no_patient_data(desk: Desk) -> None:
    case = settled(desk)
    days_later(desk, DAYS)
    certificate = approve(desk, listed(desk))
    assert (certificate.cases, certificate.copies, certificate.pages) == (1, 1, 1)
    assert certificate.proposer != certificate.approver
    kept = desk.db.scalar("SELECT certificate FROM removal_rulings")
    for word in ("Okafor", "Ada", ref_of(desk, case), case, "passport", "A0123"):
        assert word not in str(certificate) + str(kept)
    with seated(desk, "auditor"):
        assert retention.report(desk).certificates == (certificate,)


def test_retention_pages_and_their_log_are_gone_and_what_they_stood_on_is_overwritten(
    desk: Desk,
) -> None:
    """That `secure_delete` leaves nothing behind is tests/store/test_documents.py."""
    settled(desk)
    days_later(desk, DAYS)
    assert desk.db.scalar("SELECT count(*) FROM document_pages") == 1
    approve(desk, listed(desk))
    assert desk.db.scalar("SELECT count(*) FROM document_pages") == 0
    assert desk.db.scalar("PRAGMA secure_delete") == 1
    assert desk.db.path.with_name(f"{DATABASE_FILE}-wal").stat().st_size == 0


def test_retention_the_report_counts_what_has_had_its_time(desk: Desk) -> None:
    settled(desk)
    days_later(desk, 8 * 365)
    with seated(desk, "auditor"):
        lines = {line.what: line for line in retention.report(desk).lines}
    assert lines["Pictures of documents"].due == 1
    assert (lines["The audit"].due or 0) > 10
    assert lines["Unfinished registrations"].due is None
    with seated(desk, "senior"):
        own = retention.report(desk)
    assert own.certificates == ()
    assert sum(line.due or 0 for line in own.lines) == 0


@pytest.mark.parametrize("most", [1, 2, 3])
def test_retention_copies_are_found_a_stretch_of_cases_at_a_time_each_once(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, most: int
) -> None:
    """The same as all at once, as those of a list alone, and as the report that counts them so."""
    monkeypatch.setattr(due_copies, "LOOKED_AT", most)
    cases = []
    for name in ("Okafor", "Adeleke", "Silva"):
        cases.append(settled(desk, family_name=name))
        days_later(desk, 1)
    without = chargeable(desk, family_name="Brook")
    decide(desk, without)
    days_later(desk, DAYS)
    late = settled(desk, family_name="Lima")
    with seated(desk, "officer"):
        record_holds.hold_records(desk, ref_of(desk, cases[1]), "appeal")
    with seated(desk, "admin"):
        found = list[due_copies.DueCopies]()
        after: Place | None = START
        sizes = []
        while after is not None:
            stretch = due_copies.stretch(desk, after)
            found += stretch.cases
            sizes.append(len(stretch.cases))
            after = stretch.then
        assert tuple(found) == retention.retention(desk).due
        assert retention.retention(desk, find_cases=False).due == ()
    assert [one.ref for one in found] == [ref_of(desk, case) for case in cases]
    assert [bool(one.held_for) for one in found] == [False, True, False]
    assert max(sizes) <= most
    among = due_copies.due_among(desk, [late, *reversed(cases), without])
    assert [told for _, told in among] == found
    with seated(desk, "auditor"):
        report, counted = retention.report(desk), retention.report(desk, count_cases=False)
        for count in (due_copies.count_stretch, due_cases.count_stretch):
            after = START
            while after is not None:
                some = count(desk, after)
                counted, after = counted.with_next(some), some.then
    assert counted.lines == report.lines
    lines = {line.what: (line.due, line.held) for line in report.lines}
    assert lines["Pictures of documents"] == (3, 1)


def test_retention_a_list_of_copies_holds_no_more_cases_than_it_may(desk: Desk) -> None:
    """The window says what the list would come to before it is made."""
    cases = [settled(desk, family_name=name) for name in ("Okafor", "Adeleke", "Silva")]
    days_later(desk, DAYS)
    desk.retention = replace(desk.retention, most=2)
    with seated(desk, "admin"):
        told, after = CopiesDue(), START
        while told.counting:
            stretch = due_copies.stretch(desk, after)
            told, after = told.with_next(stretch, most=2), stretch.then or after
        number = retention.propose_removal(desk)
        (waits,) = retention.retention(desk).waiting
    assert (told.count, told.free, told.listed, told.counting) == (3, 3, 2, False)
    assert waits.cases == 2
    assert approve(desk, number).copies == told.listed
    assert due(desk) == {ref_of(desk, cases[2]): ""}


def test_retention_finding_copies_goes_through_no_whole_table(desk: Desk) -> None:
    settled(desk)
    seen: list[str] = []
    desk.db.tools.conn.set_trace_callback(seen.append)
    with seated(desk, "admin"):
        due_copies.stretch(desk)
    desk.db.tools.conn.set_trace_callback(None)
    (asked,) = [one for one in seen if "page_count" in one and "looked" in one]
    plan = " ".join(row["detail"] for row in desk.db.rows(f"EXPLAIN QUERY PLAN {asked}"))
    assert "registrations_settled" in plan
    for table in ("registrations", "i", "g", "d", "c"):
        assert f"SCAN {table} " not in f"{plan} ", plan
