from __future__ import annotations

from datetime import date

import pytest

from app.store import queue, registrations, urgency
from app.store.database import Database
from app.store.queue import Looking, View
from app.store.registrations import Finish
from app.store.urgency import StoredUrgency
from tests.store.samples import AT, TODAY, with_registration

LOOKING = Looking(today=TODAY, user_id="u-officer")
SOON, LATE = date(2026, 3, 10), date(2026, 4, 1)


@pytest.fixture
def waiting(db: Database) -> Database:
    """Five cases: r-soon first, then r-due, r-old, r-new, and r-undated last."""
    for name, day, due, opened in (
        ("r-undated", None, SOON, AT),
        ("r-new", LATE, LATE, "2026-03-09T10:00:00Z"),
        ("r-old", LATE, LATE, AT),
        ("r-due", LATE, TODAY, AT),
        ("r-soon", SOON, None, AT),
    ):
        with_registration(db, name, service_date=day, opened_at=opened)
        with db.atomic():
            registrations.flag(db, name, reason="Visitor, no card", due_on=due)
    with_registration(db, "r-unflagged")
    return db


def ids(db: Database, view: View = View.ALL, **page: int) -> list[str]:
    return [line.registration_id for line in queue.lines(db, LOOKING, view, **page)]


def test_treatment_soonest_then_due_then_longest_open(waiting: Database) -> None:
    assert ids(waiting) == ["r-soon", "r-due", "r-old", "r-new", "r-undated"]


def test_pages_follow_one_another(waiting: Database) -> None:
    assert ids(waiting, limit=2) + ids(waiting, limit=2, offset=2) == ids(waiting)[:4]


def test_a_line_names_the_patient_and_why(waiting: Database) -> None:
    line = queue.lines(waiting, LOOKING)[0]
    assert (line.ref, line.family_name, line.given_names) == ("R-1005", "Okafor", "Ada")
    assert (line.flag_reason, line.service_date, line.due_on) == ("Visitor, no card", SOON, None)
    assert line.urgency_missing


def test_each_view_holds_what_it_says(waiting: Database) -> None:
    ending = Finish(
        finished_at="2026-03-09T23:59:59Z",
        outcome="show_document",
        category="P",
        basis="",
        route=queue.CARD_ROUTE,
    )
    form = StoredUrgency(
        registration_id="r-soon",
        urgency="urgent",
        clinician_name="Dr A. Roy",
        decided_at="2026-03-09",
        leaving_date=None,
        transcribed=False,
        recorded_by="u-doctor",
        recorded_at=AT,
    )
    with waiting.atomic():
        registrations.finish(waiting, "r-old", ending)
        registrations.set_review(waiting, "r-new", "second_check")
        registrations.assign(waiting, "r-undated", "u-officer")
        urgency.add(waiting, form)
    assert ids(waiting, View.NEW) == ["r-old"]
    assert ids(waiting, View.DUE) == ["r-due"]
    assert ids(waiting, View.URGENCY_MISSING) == ["r-due", "r-old", "r-new", "r-undated"]
    assert ids(waiting, View.CARDS) == ["r-old"]
    assert ids(waiting, View.SECOND_CHECK) == ["r-new"]
    assert ids(waiting, View.MINE) == ["r-undated"]
    assert queue.counts(waiting, LOOKING) == {view: len(ids(waiting, view)) for view in View}


def test_a_decided_case_leaves_the_queue(waiting: Database) -> None:
    with waiting.atomic():
        registrations.set_review(waiting, "r-soon", "decided")
    assert "r-soon" not in ids(waiting)
    assert queue.counts(waiting, LOOKING)[View.ALL] == 4


def test_the_order_comes_from_the_index(waiting: Database) -> None:
    seen: list[str] = []
    waiting.tools.conn.set_trace_callback(seen.append)
    ids(waiting)
    waiting.tools.conn.set_trace_callback(None)
    plan = " ".join(row["detail"] for row in waiting.rows(f"EXPLAIN QUERY PLAN {seen[-1]}"))
    assert "registrations_in_queue" in plan
    assert "TEMP B-TREE" not in plan


def test_an_empty_queue_counts_nothing(db: Database) -> None:
    assert ids(db) == []
    assert set(queue.counts(db, LOOKING).values()) == {0}
