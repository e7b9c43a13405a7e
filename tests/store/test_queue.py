from __future__ import annotations

from datetime import date

import pytest

from app.store import queue, registrations, snoozes, urgency
from app.store.database import Database
from app.store.queue import Asked, Facts, Looking, Order, Sort, View
from app.store.registrations import Finish
from app.store.snoozes import Snooze
from app.store.urgency import StoredUrgency
from tests.store.samples import AT, TODAY, with_registration

LOOKING = Looking(today=TODAY, user_id="u-officer")
ORDER = Order(soon_days=3, prompts=4, urgency=2, soon=1)
SOON, LATE = date(2026, 3, 10), date(2026, 4, 1)


@pytest.fixture
def waiting(db: Database) -> Database:
    """Five cases: r-soon first, then r-due, r-old, r-new, and r-undated last."""
    queue.keep_day(db, TODAY, ORDER)
    for name, day, due, opened in (
        ("r-undated", None, SOON, AT),
        ("r-new", LATE, LATE, "2026-03-09T10:00:00Z"),
        ("r-old", LATE, LATE, AT),
        ("r-due", date(2026, 3, 20), TODAY, AT),
        ("r-soon", SOON, None, AT),
    ):
        with_registration(db, name, service_date=day, opened_at=opened)
        with db.atomic():
            registrations.flag(db, name, reason="Visitor, no card", due_on=due)
    with_registration(db, "r-unflagged")
    return db


def ids(db: Database, view: View = View.ALL, **page: int) -> list[str]:
    found = queue.lines(db, LOOKING, Asked(view=view), **page)
    return [line.registration_id for line in found]


def asked_for(db: Database, asked: Asked) -> list[str]:
    return [line.registration_id for line in queue.lines(db, LOOKING, asked)]


def know(
    db: Database,
    registration_id: str,
    *,
    prompts_open: bool = True,
    leaves_uk_on: date | None = None,
    discharged_on: date | None = None,
) -> None:
    facts = Facts(
        number=registrations.get(db, registration_id).number,
        prompts_open=prompts_open,
        ask_again=False,
        leaves_uk_on=leaves_uk_on,
        discharged_on=discharged_on,
    )
    with db.atomic():
        queue.put_facts(db, facts)


def snooze(db: Database, registration_id: str, until: date | None) -> None:
    one = Snooze(
        registration_id=registration_id,
        until=until,
        reason="Letter sent",
        snoozed_by="u-officer",
        snoozed_at=AT,
    )
    with db.atomic():
        snoozes.add(db, [one])


def test_treatment_soon_first_then_treatment_then_longest_open(waiting: Database) -> None:
    assert ids(waiting) == ["r-soon", "r-due", "r-old", "r-new", "r-undated"]


def test_whoever_leaves_first_comes_before_the_date_of_treatment(waiting: Database) -> None:
    know(waiting, "r-new", leaves_uk_on=date(2026, 3, 12))
    know(waiting, "r-undated", discharged_on=date(2026, 3, 11))
    assert ids(waiting) == ["r-soon", "r-undated", "r-new", "r-due", "r-old"]


def test_who_has_left_comes_last_among_their_like(waiting: Database) -> None:
    know(waiting, "r-due", leaves_uk_on=date(2026, 3, 8))
    assert ids(waiting)[-1] == "r-due"


def test_protection_comes_before_who_leaves_first(waiting: Database) -> None:
    for name in ("r-soon", "r-due", "r-new", "r-undated"):
        know(waiting, name, prompts_open=False, leaves_uk_on=SOON)
    assert ids(waiting)[0] == "r-old"


def test_pages_follow_one_another(waiting: Database) -> None:
    assert ids(waiting, limit=2) + ids(waiting, limit=2, offset=2) == ids(waiting)[:4]


def test_a_line_names_the_patient_and_why(waiting: Database) -> None:
    line = queue.lines(waiting, LOOKING, Asked())[0]
    assert (line.number, line.family_name, line.given_names) == (1005, "Okafor", "Ada")
    assert (line.flag_reason, line.treated_on, line.due_on) == (
        "Visitor, no card",
        "2026-03-10",
        "",
    )
    assert (line.protection, line.gone) == ("7", "0")


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
    snooze(waiting, "r-due", SOON)
    assert ids(waiting, View.NEW) == ["r-old"]
    assert ids(waiting, View.DUE) == []
    assert ids(waiting, View.SNOOZED) == ["r-due"]
    assert ids(waiting, View.URGENCY_MISSING) == ["r-old", "r-new", "r-undated"]
    assert ids(waiting, View.CARDS) == ["r-old"]
    assert ids(waiting, View.SECOND_CHECK) == ["r-new"]
    assert ids(waiting, View.MINE) == ["r-undated"]
    snooze(waiting, "r-due", None)
    assert ids(waiting, View.DUE) == ["r-due"]
    assert queue.counts(waiting, LOOKING) == {view: len(ids(waiting, view)) for view in View}


def test_a_day_later_what_was_due_is_late(waiting: Database) -> None:
    queue.keep_day(waiting, SOON, ORDER)
    assert ids(waiting, View.LATE) == ["r-due"]
    assert set(ids(waiting, View.DUE)) == {"r-due", "r-undated"}
    queue.keep_day(waiting, TODAY, ORDER)  # a clock put right
    assert ids(waiting, View.LATE) == []


def test_a_snooze_ends_on_its_day_or_when_the_case_comes_back(waiting: Database) -> None:
    snooze(waiting, "r-old", date(2026, 3, 11))
    snooze(waiting, "r-new", date(2026, 3, 11))
    assert "r-old" not in ids(waiting)
    with waiting.atomic():
        registrations.bring_back(waiting, "r-new", reason="new_claim", due_on=SOON)
    assert "r-new" in ids(waiting)
    queue.keep_day(waiting, date(2026, 3, 11), ORDER)
    assert "r-old" in ids(waiting)
    assert queue.counts(waiting, LOOKING)[View.SNOOZED] == 0


def test_h8_a_snooze_never_hides_a_late_question_of_protection(waiting: Database) -> None:
    know(waiting, "r-old", prompts_open=False)
    for name in ("r-due", "r-old"):
        snooze(waiting, name, LATE)
    queue.keep_day(waiting, SOON, ORDER)
    assert "r-due" in ids(waiting, View.LATE)
    assert ids(waiting, View.SNOOZED) == ["r-old"]


def test_a_trust_may_rank_otherwise(waiting: Database) -> None:
    know(waiting, "r-soon", prompts_open=False)
    assert ids(waiting)[0] == "r-due"
    queue.keep_day(waiting, TODAY, Order(soon_days=3, prompts=1, urgency=2, soon=4))
    assert ids(waiting)[0] == "r-soon"


def test_filters_and_words_narrow_a_view_and_are_counted(waiting: Database) -> None:
    with waiting.atomic():
        registrations.assign(waiting, "r-old", "u-other")
    for filters, words, found in (
        ({"assigned": "u-other"}, "", ["r-old"]),
        ({"assigned": queue.NOBODY}, "", ["r-soon", "r-due", "r-new", "r-undated"]),
        ({"site": "Main", "adult": ""}, "oka", ["r-soon", "r-due", "r-old", "r-new", "r-undated"]),
        ({"child": ""}, "", []),
        ({"service": "admission"}, "", []),
        ({"late": ""}, "", []),
        ({}, "r 1003", ["r-old"]),
        ({}, "ada", ["r-soon", "r-due", "r-old", "r-new", "r-undated"]),
        ({}, "kafor", []),
    ):
        asked = Asked(filters=filters, words=words)
        assert asked_for(waiting, asked) == found
        assert queue.count(waiting, LOOKING, asked) == len(found)
    assert queue.names_of(waiting, "site", "service") == {
        "site": ("Main",),
        "service": ("outpatient",),
    }


@pytest.mark.parametrize("sort", Sort)
@pytest.mark.parametrize("descending", [False, True])
def test_previous_and_next_walk_the_order_shown(
    waiting: Database, sort: Sort, descending: bool
) -> None:
    asked = Asked(sort=sort, descending=descending)
    shown = asked_for(waiting, asked)
    first = queue.lines(waiting, LOOKING, asked)[0]
    key = queue.key_of(waiting, asked, first.number)
    walked = [first.registration_id]
    while key is not None and (found := queue.beside(waiting, LOOKING, asked, key, after=True)):
        walked.append(found[0])
        key = found[1]
    assert walked == shown
    assert key is not None
    back = queue.beside(waiting, LOOKING, asked, key, after=False)
    assert back is not None
    assert back[0] == shown[-2]
    assert queue.key_of(waiting, asked, 999) is None


def test_a_decided_case_leaves_the_queue(waiting: Database) -> None:
    with waiting.atomic():
        registrations.set_review(waiting, "r-soon", "decided")
    assert "r-soon" not in ids(waiting)
    assert queue.counts(waiting, LOOKING)[View.ALL] == 4


@pytest.mark.parametrize("view", View)
def test_the_order_comes_from_the_index(waiting: Database, view: View) -> None:
    seen: list[str] = []
    waiting.tools.conn.set_trace_callback(seen.append)
    ids(waiting, view)
    waiting.tools.conn.set_trace_callback(None)
    plan = " ".join(row["detail"] for row in waiting.rows(f"EXPLAIN QUERY PLAN {seen[-1]}"))
    assert "USING INDEX queue_" in plan
    assert "TEMP B-TREE" not in plan


def test_an_empty_queue_counts_nothing(db: Database) -> None:
    assert ids(db) == []
    assert set(queue.counts(db, LOOKING).values()) == {0}
