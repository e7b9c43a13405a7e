"""The re-decision diary: told ahead, acted on when the day comes, never lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from app.casework.review import Choice
from app.machine import FixedClock
from app.services import diary, review, stays
from app.services.desk import Desk
from app.services.diary import DiaryEntry
from app.services.queue import PRIVATE, QueueRow, queue, queue_counts
from app.store import audit, meta, registrations
from app.store import diary as stored
from tests.services.test_redetermining import asylum_seeker, resident
from tests.services.work import answer, chargeable, decide, interview, seated, visitor

TODAY = date(2026, 3, 9)
LAST_DAY = date(2026, 6, 1)


def with_leave(desk: Desk, until: date = LAST_DAY) -> str:
    case = visitor(desk)
    interview(desk, case)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_permission_dates", ["2025-06-01", until.isoformat()])
    return case


def on(desk: Desk, day: date) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + (day - desk.today))


def entries(desk: Desk, until: date | None = None) -> tuple[DiaryEntry, ...]:
    with seated(desk, "officer"):
        return diary.diary(desk, until)


def rows(desk: Desk, view: str = "all") -> tuple[QueueRow, ...]:
    with seated(desk, "officer"):
        return queue(desk, view)


def test_leave_that_ends_is_told_ahead_with_its_day_in_plain_words(desk: Desk) -> None:
    with_leave(desk)
    (entry,) = entries(desk)
    assert (entry.ref, entry.due_on, entry.about_on) == ("R-1001", date(2026, 5, 18), LAST_DAY)
    assert entry.why == "Leave to be in the UK ends on 01-Jun-2026"
    assert not entry.due
    assert entries(desk, until=date(2026, 5, 17)) == ()


def test_the_view_holds_the_next_day_of_each_case(desk: Desk) -> None:
    with_leave(desk, date(2026, 8, 1))
    with_leave(desk)
    resident(desk)
    view = rows(desk, "diary")
    assert [row.ref for row in view] == ["R-1002", "R-1001"]
    assert [row.due for row in view] == [date(2026, 5, 18), date(2026, 7, 18)]
    assert view[0].reason == "Leave to be in the UK ends on 01-Jun-2026"
    with seated(desk, "officer"):
        assert queue_counts(desk)["diary"] == 2
        assert [row.ref for row in queue(desk, "diary", "r-1001")] == ["R-1001"]


def test_a_due_entry_brings_a_decided_case_back_to_the_queue(desk: Desk) -> None:
    case = with_leave(desk)
    decide(desk, case, Choice.EXEMPT)
    assert rows(desk) == ()
    on(desk, date(2026, 5, 17))
    assert rows(desk) == ()
    on(desk, date(2026, 5, 18))
    (row,) = rows(desk)
    assert (row.registration_id, row.reason) == (case, "A day in the diary has come")
    assert row in rows(desk, "due")
    assert [entry.due for entry in entries(desk)] == [True]
    assert audit.latest(desk.db, subject=case, limit=1)[0].happening.act == "brought_back"


def test_a_decision_answers_what_is_due_and_the_day_itself_is_told_too(desk: Desk) -> None:
    case = with_leave(desk)
    decide(desk, case, Choice.EXEMPT)
    on(desk, date(2026, 5, 18))
    assert len(rows(desk)) == 1
    decide(desk, case, Choice.EXEMPT)
    assert rows(desk) == ()
    assert [entry.due_on for entry in entries(desk)] == [LAST_DAY]
    on(desk, LAST_DAY)
    assert len(rows(desk)) == 1
    decide(desk, case, Choice.EXEMPT)
    assert (rows(desk), entries(desk)) == ((), ())
    assert [row.mark for row in stored.of(desk.db, case)] == ["done", "done"]


def test_a_case_is_brought_back_once_for_a_day(desk: Desk) -> None:
    case = with_leave(desk)
    decide(desk, case, Choice.EXEMPT)
    on(desk, LAST_DAY)
    rows(desk)
    before = audit.latest(desk.db, subject=case)
    rows(desk)
    assert audit.latest(desk.db, subject=case) == before


def test_another_day_takes_the_place_of_the_one_that_no_longer_stands(desk: Desk) -> None:
    case = with_leave(desk)
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_permission_dates", ["2025-06-01", "2026-09-01"])
    assert [entry.about_on for entry in entries(desk)] == [date(2026, 9, 1)]
    with seated(desk, "officer"):
        review.answer(desk, case, "s2_permission_dates", ["2025-06-01", LAST_DAY.isoformat()])
    assert [entry.about_on for entry in entries(desk)] == [LAST_DAY]
    assert [row.mark for row in stored.of(desk.db, case)].count("lapsed") == 2


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("ehic", "European card ends on 01-Jun-2026"),
        ("prc", "Replacement certificate ends on 01-Jun-2026"),
        ("s1_non_uk", "S1 ends on 01-Jun-2026"),
        ("s2_certificate", "S2 or E112 ends on 01-Jun-2026"),
        ("nrm_decision_letter", "A document relied on ends on 01-Jun-2026"),
    ],
)
def test_h8_a_paper_that_ends_is_told_and_none_that_names_a_ground(
    desk: Desk, kind: str, words: str
) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        review.add_evidence(desk, case, type_code=kind, expires="1/6/26")
    (entry,) = entries(desk)
    assert entry.why == words
    with seated(desk, "officer"):
        (seen,) = review.open_case(desk, case).evidence
        review.rely_on(desk, case, seen.evidence_id, False)
    assert entries(desk) == ()


def test_h8_an_answer_awaited_is_asked_for_again_and_its_ground_named_nowhere(desk: Desk) -> None:
    asylum_seeker(desk)
    (entry,) = entries(desk)
    assert entry.due_on == TODAY + timedelta(days=28)
    assert entry.why == "Ask whether the answer awaited has come"
    (row,) = rows(desk, "diary")
    assert (row.reason, row.private) == (PRIVATE, True)
    on(desk, entry.due_on)
    assert [row.reason for row in rows(desk)] == [PRIVATE]


def test_a_referral_and_an_application_are_awaited(desk: Desk) -> None:
    referred, applied = visitor(desk), visitor(desk)
    with seated(desk, "officer"):
        answer(desk, referred, "s2_nrm", "referred")
        answer(desk, applied, "s2_permission", "euss_pending_late")
    found = {entry.ref: entry.why for entry in entries(desk)}
    assert found == {
        "R-1001": "Ask whether the answer awaited has come",
        "R-1002": "Ask for the Home Office answer on the settlement scheme",
    }


def test_a_child_in_hospital_who_turns_18_is_told(desk: Desk) -> None:
    visitor(desk, born_years_ago=18)  # on 2 March: already 18
    child = chargeable(desk, born_years_ago=17)
    assert entries(desk) == ()
    with seated(desk, "officer"):
        stays.set_stay(desk, child, first="9/3/26")
    (entry,) = (one for one in entries(desk) if "18" in one.why)
    assert (entry.ref, entry.about_on) == ("R-1002", date(2027, 3, 2))
    assert entry.why.startswith("Turns 18 on 02-Mar-2027")


def test_rules_that_end_during_a_stay_are_told(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first="9/3/26")
    (entry,) = entries(desk)
    assert (entry.about_on, entry.why) == (
        desk.pack.manifest.valid_to,
        "The rules used hold until 31-Mar-2027, and the stay may go on",
    )
    with seated(desk, "officer"):
        stays.set_stay(desk, case, first="9/3/26", last="14/3/26")
    assert entries(desk) == ()


def test_a_store_from_before_the_diary_is_worked_out_once(desk: Desk) -> None:
    case = with_leave(desk)
    with desk.db.atomic():  # as after an upgrade: the entries are not there
        for act in ("update", "delete"):
            desk.db.execute(f"DROP TRIGGER diary_refuses_{act}")
        desk.db.execute("DELETE FROM diary")
        desk.db.execute("DELETE FROM meta WHERE key = ?", (diary.WRITTEN_FOR,))
    assert [entry.registration_id for entry in entries(desk)] == [case]
    assert (meta.get(desk.db, diary.WRITTEN_FOR) or "").startswith(desk.law.pack.rules_version)


def test_a_resident_with_nothing_to_follow_up_has_no_diary(desk: Desk) -> None:
    case = resident(desk)
    assert entries(desk) == ()
    assert not registrations.get(desk.db, case).flagged
