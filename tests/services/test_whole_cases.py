"""Whole cases removed when their time has come, on one machine (safety section 4)."""

from __future__ import annotations

import ast
from dataclasses import replace
from pathlib import Path

import pytest

from app.casework.review import Choice
from app.core.errors import Known, NotAllowed
from app.opening import open_desk
from app.services import (
    auditing,
    documents,
    due_cases,
    emergency,
    holding,
    paper,
    record_holds,
    retention,
    review,
)
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.store import audit, journal, registrations
from app.store import due_cases as stored
from tests.desks import MORNING, add_visitor, register_visitor
from tests.services.removing import anywhere, approve, is_here
from tests.services.test_damaged_records import damage
from tests.services.test_redetermining import resident
from tests.services.work import (
    SECOND_ADMIN,
    SIGNED_COPY,
    add_second_admin,
    days_later,
    decide,
    form,
    interview,
    invoiced,
    ref_of,
    seated,
    visitor,
)

TWO_YEARS, SIX_YEARS = 730, 2191
ROOT = Path(__file__).parents[2]
PASSPORT = PaperShown(type_code="passport", number="ZX0123QQ", detail="Nigerian")
WHY = "The ward asks whom to ring tonight."


@pytest.fixture(autouse=True)
def another_administrator(desk: Desk) -> None:
    add_second_admin(desk)


def free(desk: Desk, family_name: str = "Quartzberry") -> str:
    """A decided case that is not charged, with a copy of a paper."""
    case = visitor(desk, family_name=family_name)
    interview(desk, case)
    with seated(desk, "officer"):
        documents.note(desk, case, PASSPORT, SIGNED_COPY)
    decide(desk, case, Choice.LIVES_HERE)
    assert registrations.get(desk.db, case).review == "decided"
    return case


def due(desk: Desk) -> dict[str, str]:
    with seated(desk, "admin"):
        return {one.ref: one.held_for for one in retention.retention(desk).cases}


def listed(desk: Desk) -> int:
    with seated(desk, "admin"):
        return retention.propose_cases(desk)


def test_retention_a_case_that_is_not_charged_is_due_after_two_years_and_no_day_before(
    desk: Desk,
) -> None:
    case = free(desk)
    days_later(desk, TWO_YEARS - 1)
    assert due(desk) == {}
    days_later(desk, 1)
    with seated(desk, "admin"):
        (line,) = retention.retention(desk).cases
    assert (line.ref, line.why, line.held_for) == (
        ref_of(desk, case),
        "Not charged",
        "",
    )
    assert (line.due_on, (line.due_on - line.last_on).days) == (desk.today, TWO_YEARS)


def test_retention_answers_with_nothing_to_follow_up_are_due_after_twelve_months(
    desk: Desk,
) -> None:
    case = resident(desk)
    days_later(desk, 364)
    assert due(desk) == {}
    days_later(desk, 1)
    assert due(desk) == {ref_of(desk, case): ""}


def test_retention_a_case_with_money_has_the_time_of_its_money_and_its_ledger_stays(
    desk: Desk,
) -> None:
    case = invoiced(desk)[0]
    days_later(desk, SIX_YEARS - 1)
    assert due(desk) == {}
    days_later(desk, 1)
    assert due(desk) == {ref_of(desk, case): due_cases.INVOICED}
    with seated(desk, "admin"), pytest.raises(Known, match="nothing to remove"):
        retention.propose_cases(desk)


def test_retention_whatever_happens_with_a_case_begins_its_time_anew(desk: Desk) -> None:
    case = free(desk)
    days_later(desk, TWO_YEARS)
    with seated(desk, "officer"):
        documents.note(desk, case, PASSPORT, SIGNED_COPY)
    assert due(desk) == {}
    days_later(desk, TWO_YEARS)
    assert due(desk) == {ref_of(desk, case): ""}


def test_retention_the_dry_run_of_cases_lists_and_removes_nothing(desk: Desk) -> None:
    case = free(desk)
    days_later(desk, TWO_YEARS)
    listed(desk)
    with seated(desk, "admin"):
        (waits,) = retention.retention(desk).waiting
        assert (waits.whole, waits.cases, waits.own) == (True, 1, True)
        for propose in (retention.propose_cases, retention.propose_removal):
            with pytest.raises(Known, match="waits for approval already"):
                propose(desk)
    assert is_here(desk, case)


def test_retention_a_second_person_approves_the_removal_of_cases_and_never_ones_own(
    desk: Desk,
) -> None:
    case = free(desk)
    days_later(desk, TWO_YEARS)
    number = listed(desk)
    with seated(desk, "admin"), pytest.raises(NotAllowed, match="Another administrator"):
        retention.approve_removal(desk, number)
    assert is_here(desk, case)
    approve(desk, number)
    assert not is_here(desk, case)


def test_retention_purge_removes_rows_blobs_search_index_and_free_pages(desk: Desk) -> None:
    case = free(desk)
    with seated(desk, "officer"):
        paper.print_clinician(desk, ref_of(desk, case))
    with seated(desk, "clerk"):
        access = emergency.open_in_emergency(desk, ref_of(desk, case), WHY).access_id
    with seated(desk, "auditor"):
        emergency.mark_looked_at(desk, access, "A nurse on the ward rang; it was right.")
    days_later(desk, TWO_YEARS)
    assert "patients" in anywhere(desk, "Quartzberry")
    certificate = approve(desk, listed(desk))
    assert (certificate.cases, certificate.copies, certificate.patients) == (1, 1, 1)
    assert anywhere(desk, "Quartzberry") == []
    assert anywhere(desk, "ZX0123QQ") == []
    tables = ("registrations", "patients", "answers", "document_pages", "patient_name_ways")
    for table in (*tables, "name_word_keys", "forms", "emergency_accesses", "queue_cases"):
        assert desk.db.scalar(f"SELECT count(*) FROM {table}") == 0, table
    assert desk.db.rows("PRAGMA foreign_key_check") == []
    assert desk.db.scalar("PRAGMA secure_delete") == 1
    assert audit.latest(desk.db, subject=case)[0].happening.act == "case_removed"


@pytest.mark.parametrize("kind", ["appeal", "litigation", "inquiry"])
def test_retention_purge_skips_cases_that_are_held(desk: Desk, kind: str) -> None:
    case, other = free(desk), free(desk, "Adeleke")
    days_later(desk, TWO_YEARS)
    number = listed(desk)
    with seated(desk, "officer"):
        record_holds.hold_records(desk, ref_of(desk, case), kind)
    certificate = approve(desk, number)
    assert (certificate.cases, certificate.held, certificate.changed) == (1, 0, 1)
    assert (is_here(desk, case), is_here(desk, other)) == (True, False)
    assert due(desk) == {ref_of(desk, case): desk.retention.holds[kind]}
    with seated(desk, "officer"):
        record_holds.release_records(desk, ref_of(desk, case), kind)
    assert approve(desk, listed(desk)).cases == 1


def test_retention_a_dispute_or_an_access_nobody_looked_at_keeps_the_case(desk: Desk) -> None:
    rests, opened = free(desk), free(desk, "Adeleke")
    with seated(desk, "officer"):
        holding.rest_letters(desk, rests, "dispute", "The patient asked for a review.")
    with seated(desk, "clerk"):
        emergency.open_in_emergency(desk, ref_of(desk, opened), WHY)
    days_later(desk, TWO_YEARS)
    assert due(desk) == {
        ref_of(desk, rests): due_cases.RESTS,
        ref_of(desk, opened): due_cases.UNSEEN,
    }


def test_retention_a_case_worked_on_since_the_list_was_made_stays(desk: Desk) -> None:
    case, other = free(desk), free(desk, "Adeleke")
    days_later(desk, TWO_YEARS)
    number = listed(desk)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_nrm", "positive_reasonable_grounds")
    certificate = approve(desk, number)
    assert (certificate.cases, certificate.changed) == (1, 1)
    assert (is_here(desk, case), is_here(desk, other)) == (True, False)


def test_retention_a_patient_with_another_case_stays_and_who_comes_back_is_registered(
    desk: Desk,
) -> None:
    patient = add_visitor(desk)
    old = register_visitor(desk, patient)
    interview(desk, old)
    decide(desk, old, Choice.LIVES_HERE)
    days_later(desk, TWO_YEARS)
    with seated(desk, "clerk"):
        newer = register_visitor(desk, patient)
    number = registrations.get(desk.db, newer).number
    certificate = approve(desk, listed(desk))
    assert (certificate.cases, certificate.patients) == (1, 0)
    assert (is_here(desk, old), is_here(desk, newer)) == (False, True)
    again = visitor(desk, family_name="Adeleke")
    assert registrations.get(desk.db, again).number == number + 1


def test_retention_the_certificate_of_cases_holds_no_patient_data(desk: Desk) -> None:
    case = free(desk)
    ref = ref_of(desk, case)
    days_later(desk, TWO_YEARS)
    certificate = approve(desk, listed(desk))
    assert certificate.whole
    assert certificate.proposer != certificate.approver
    kept = desk.db.scalar("SELECT certificate FROM removal_rulings")
    for word in ("Quartzberry", "Ada", ref, case, "passport", "ZX0123QQ"):
        assert word not in str(certificate) + str(kept)
    with seated(desk, "auditor"):
        assert retention.report(desk).certificates == (certificate,)


def test_retention_the_report_counts_the_cases_that_have_had_their_time(desk: Desk) -> None:
    free(desk)
    held = free(desk, "Adeleke")
    with seated(desk, "officer"):
        record_holds.hold_records(desk, ref_of(desk, held), "inquiry")
    days_later(desk, TWO_YEARS)
    with seated(desk, "auditor"):
        lines = {line.what: (line.due, line.held) for line in retention.report(desk).lines}
    assert lines["Cases that are not charged"] == (2, 1)


def test_a_form_that_urgency_rests_on_goes_with_its_case(desk: Desk) -> None:
    case = visitor(desk)
    form(desk, case)
    interview(desk, case)
    decide(desk, case, Choice.LIVES_HERE)
    days_later(desk, TWO_YEARS)
    assert approve(desk, listed(desk)).cases == 1
    assert desk.db.scalar("SELECT count(*) FROM urgency_records") == 0
    assert desk.db.rows("PRAGMA foreign_key_check") == []


def test_retention_a_case_whose_rows_cannot_go_is_announced_nowhere_as_gone(desk: Desk) -> None:
    case = free(desk)
    days_later(desk, TWO_YEARS)
    number = listed(desk)
    before = journal.place(desk.db)
    with desk.db.atomic():
        desk.db.execute(
            "CREATE TRIGGER spoilt BEFORE DELETE ON registrations "
            "BEGIN SELECT RAISE(ABORT, 'disk I/O error'); END"
        )
    certificate = approve(desk, number)
    assert (certificate.cases, certificate.held) == (0, 1)
    assert is_here(desk, case)
    assert (journal.place(desk.db), journal.unplaced(desk.db)) == (before, ())
    with desk.db.atomic():
        desk.db.execute("DROP TRIGGER spoilt")
    assert approve(desk, listed(desk)).cases == 1
    assert not is_here(desk, case)


def test_retention_one_list_holds_so_many_cases_and_the_others_come_with_the_next(
    desk: Desk,
) -> None:
    names = ("Quartzberry", "Adeleke", "Silva")
    cases = [free(desk, name) for name in names]
    with seated(desk, "officer"):
        documents.note(desk, cases[0], PASSPORT, SIGNED_COPY)
        record_holds.hold_records(desk, ref_of(desk, cases[0]), "appeal")
    days_later(desk, TWO_YEARS)
    desk.retention = replace(desk.retention, most=1)
    assert len(due(desk)) == len(names)
    for case in cases[1:]:
        assert approve(desk, listed(desk)).cases == 1
        assert not is_here(desk, case)
    with seated(desk, "admin"), pytest.raises(Known, match="nothing to remove"):
        retention.propose_cases(desk)
    assert due(desk) == {ref_of(desk, cases[0]): desk.retention.holds["appeal"]}


@pytest.mark.parametrize("most", [1, 2, 3])
def test_retention_stretch_by_stretch_what_is_due_is_found_once_the_longest_ago_first(
    desk: Desk, most: int
) -> None:
    answered = resident(desk)
    charged = invoiced(desk)[0]
    decided = []
    for name in ("Quartzberry", "Adeleke", "Silva"):
        decided.append(free(desk, name))
        days_later(desk, 1)
    waiting = visitor(desk, family_name="Brook")
    interview(desk, waiting)
    days_later(desk, TWO_YEARS - 1)
    before = {line: desk.retention.line(line).before(desk.today) for line in stored.LINES}
    found: list[str] = []
    after: stored.Place | None = stored.START
    stretches = 0
    while after is not None:
        stretch = stored.stretch(desk.db, before, desk.today, after=after, most=most)
        found += [case.registration_id for case in stretch.cases]
        after, stretches = stretch.then, stretches + 1
    assert found == [answered, *decided]
    assert stretches >= len(found) // most
    everything = [answered, charged, *decided, waiting]
    among = stored.among(desk.db, before, desk.today, everything)
    assert [case.registration_id for case in among] == found


def test_retention_a_case_whose_records_cannot_be_read_stays_when_others_go(desk: Desk) -> None:
    bad, other = free(desk), free(desk, "Adeleke")
    days_later(desk, TWO_YEARS)
    number = listed(desk)
    damage(desk, bad)
    certificate = approve(desk, number)
    assert (certificate.cases, certificate.held + certificate.changed) == (1, 1)
    assert (is_here(desk, bad), is_here(desk, other)) == (True, False)


def test_retention_no_word_in_anybodys_own_words_outlives_the_case_in_the_audit(
    desk: Desk,
) -> None:
    """The audit stays for years after the case and may not be altered: it tells who did what."""
    case = free(desk)
    ref = ref_of(desk, case)
    spoken = [
        f"The zygote of ward {word} asks whom to ring." for word in ("one", "two", "six", "ten")
    ]
    with seated(desk, "finance"):
        access = emergency.open_in_emergency(desk, ref, spoken[0]).access_id
    with seated(desk, "auditor"):
        emergency.mark_looked_at(desk, access, spoken[1])
        assert (
            auditing.rows(desk, auditing.AuditWanted(act="emergency_opened")).lines[0].why
            == (spoken[0])
        )
    with seated(desk, "officer"):
        holding.rest_letters(desk, case, "dispute", spoken[2])
        holding.let_letters_go(desk, case, "dispute", spoken[3])
    days_later(desk, TWO_YEARS)
    assert anywhere(desk, "zygote")
    approve(desk, listed(desk))
    assert anywhere(desk, "zygote") == []
    with seated(desk, "auditor"):
        (row,) = auditing.rows(desk, auditing.AuditWanted(act="emergency_opened")).lines
        assert (row.who, row.why) == ("F. Marsh", "")


def test_retention_the_audit_is_given_no_reason_in_own_words() -> None:
    """Whoever audits says what was done to whom; words typed by people stand with the case."""
    typed = {"reason", "note", "why", "said", "words", "text"}
    allowed = {
        # Of a file of machines, not of a case; of why a case came back, one of the codes.
        ("quarantine.py", "note"),
        ("reopening.py", "reason"),
        ("documents.py", "reason"),
    }
    found = set()
    for path in (ROOT / "app" / "services").glob("*.py"):
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(call, ast.Call) and ast.unparse(call.func) == "desk.audit":
                names = {
                    str(key.value)
                    for one in ast.walk(call)
                    if isinstance(one, ast.Dict)
                    for key in one.keys
                    if isinstance(key, ast.Constant)
                } | {word.arg for word in ast.walk(call) if isinstance(word, ast.keyword)}
                found |= {(path.name, name) for name in names & typed}
    assert found == allowed


def test_retention_a_long_list_goes_a_few_cases_at_a_time_and_its_certificate_counts_all(
    desk: Desk, tmp_path: Path
) -> None:
    """Whoever finishes it, and whatever happened in between; what is begun is not declined."""
    cases = [free(desk), *(resident(desk) for _ in range(23))]
    days_later(desk, TWO_YEARS)
    number = listed(desk)
    with seated(desk, "admin"), pytest.raises(NotAllowed, match="Another administrator"):
        retention.approve_some(desk, number)
    with seated(desk, SECOND_ADMIN):
        assert retention.approve_some(desk, number) is None
        left = [case for case in cases if is_here(desk, case)]
        assert 0 < len(left) < len(cases)
        with pytest.raises(Known, match="removed already") as begun:
            retention.decline_removal(desk, number, "Not now.")
        assert begun.value.code == "begun"
        (waits,) = retention.retention(desk).waiting
        assert waits.cases == len(left)
        assert retention.retention(desk).certificates == ()
    with seated(desk, "officer"):
        record_holds.hold_records(desk, ref_of(desk, left[-1]), "litigation")
    clock = desk.clock
    desk.db.close()
    again = open_desk(tmp_path / "desk", clock=clock)
    certificate = approve(again, number)
    assert [case for case in cases if is_here(again, case)] == [left[-1]]
    assert (certificate.cases, certificate.held + certificate.changed) == (len(cases) - 1, 1)
    assert (certificate.copies, certificate.pages) == (1, 1)
    assert certificate.patients == len(cases) - 1
    assert (certificate.oldest, certificate.newest) == (MORNING.date(), MORNING.date())
    with seated(again, "admin"):
        found = retention.retention(again)
        assert (found.waiting, len(found.certificates)) == ((), 1)
    again.db.close()


def test_retention_cases_of_a_list_are_looked_up_by_their_keys(desk: Desk) -> None:
    """However many settled cases there are beside them."""
    case = free(desk)
    before = {line: desk.retention.line(line).before(desk.today) for line in stored.LINES}
    seen: list[str] = []
    desk.db.tools.conn.set_trace_callback(seen.append)
    stored.among(desk.db, before, desk.today, [case])
    desk.db.tools.conn.set_trace_callback(None)
    (asked,) = [one for one in seen if "looked AS" in one]
    plan = " ".join(row["detail"] for row in desk.db.rows(f"EXPLAIN QUERY PLAN {asked}"))
    assert "registrations_settled" not in plan
    assert "SEARCH registrations USING INDEX sqlite_autoindex_registrations_1" in plan
