"""What is kept ready of the queue is exactly what a recount from the records would give."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from app.store import merges, patients, queue, registrations, snoozes, urgency
from app.store.database import Database
from app.store.queue import Facts, Looking, Order, View
from app.store.registrations import Finish
from app.store.snoozes import Snooze
from app.store.urgency import StoredUrgency
from tests.store.samples import ADA, AT, TODAY, fresh_store, with_registration

CASES = ("r-1", "r-2", "r-3", "r-4")
DAYS = st.one_of(st.none(), st.integers(-3, 5).map(lambda days: TODAY + timedelta(days)))
CASE = st.sampled_from(CASES)
ORDERS = st.permutations((4, 2, 1)).map(
    lambda given: Order(soon_days=2, prompts=given[0], urgency=given[1], soon=given[2])
)
Act = Callable[[Database], None]


def _flag(case: str, due: date | None) -> Act:
    return lambda db: registrations.flag(db, case, reason="Visitor", due_on=due)


def _review(case: str, review: str) -> Act:
    return lambda db: registrations.set_review(db, case, review)


def _back(case: str, reason: str) -> Act:
    return lambda db: registrations.bring_back(db, case, reason=reason, due_on=TODAY)


def _assign(case: str, who: str | None) -> Act:
    return lambda db: registrations.assign(db, case, who)


def _treat(case: str, day: date | None) -> Act:
    return lambda db: registrations.set_service(
        db, case, service_type="maternity", admitted=False, service_date=day
    )


def _finish(case: str, day: date | None, route: str) -> Act:
    at = f"{day or TODAY}T09:14:00Z"
    ended = Finish(finished_at=at, outcome="ask_later", category="P", basis="", route=route)
    return lambda db: registrations.finish(db, case, ended)


def _form(case: str) -> Act:
    form = StoredUrgency(
        registration_id=case,
        urgency="urgent",
        clinician_name="Dr A. Roy",
        decided_at="2026-03-09",
        leaving_date=None,
        transcribed=False,
        recorded_by="u-doctor",
        recorded_at=AT,
    )
    return lambda db: urgency.add(db, form)


def _know(case: str, leaves: date | None, discharged: date | None, answered: bool) -> Act:
    def act(db: Database) -> None:
        number = registrations.get(db, case).number
        facts = Facts(
            number=number,
            prompts_open=not answered,
            ask_again=answered,
            leaves_uk_on=leaves,
            discharged_on=discharged,
        )
        queue.put_facts(db, facts)

    return act


def _snooze(case: str, until: date | None) -> Act:
    one = Snooze(
        registration_id=case, until=until, reason="Away", snoozed_by="u-officer", snoozed_at=AT
    )
    return lambda db: snoozes.add(db, [one])


def _rename(name: str) -> Act:
    return lambda db: patients.update(db, replace(ADA, family_name=name))


def _merge(act: str) -> Act:
    """Ada's record read as another, or parted from it again."""
    made = merges.StoredMerge(
        act=act,
        patient_id=ADA.patient_id,
        survivor_id="p-other",
        reason="One person",
        made_by="u-officer",
        made_at=AT,
    )

    def act_on(db: Database) -> None:
        if (merges.read_as(db, ADA.patient_id) == ADA.patient_id) is (act == merges.MERGED):
            (merges.merge if act == merges.MERGED else merges.unmerge)(db, made)

    return act_on


def _day(days: int, order: Order) -> Act:
    return lambda db: queue.keep_day(db, TODAY + timedelta(days), order)


ACTS = st.one_of(
    st.builds(_flag, CASE, DAYS),
    st.builds(_review, CASE, st.sampled_from(["waiting", "second_check", "decided"])),
    st.builds(_back, CASE, st.sampled_from(["diary", "new_claim"])),
    st.builds(_assign, CASE, st.sampled_from([None, "u-officer", "u-other"])),
    st.builds(_treat, CASE, DAYS),
    st.builds(_finish, CASE, DAYS, st.sampled_from(["document", "officer"])),
    st.builds(_form, CASE),
    st.builds(_know, CASE, DAYS, DAYS, st.booleans()),
    st.builds(_snooze, CASE, DAYS),
    st.builds(_rename, st.sampled_from(["Okafor", "Nguyễn"])),
    st.builds(_merge, st.sampled_from([merges.MERGED, merges.UNMERGED])),
    st.builds(_day, st.integers(-2, 5), ORDERS),
)


@settings(max_examples=60, deadline=None)
@given(st.lists(ACTS, min_size=5, max_size=40))
def test_rows_and_tallies_are_those_of_a_recount_after_any_acts(acts: list[Act]) -> None:
    db = fresh_store()
    for case in CASES:
        with_registration(db, case)
    with db.atomic():
        patients.add(db, replace(ADA, patient_id="p-other", given_names="Adaeze", nhs_number=None))
    for act in acts:
        with db.atomic():
            act(db)
    rows = db.rows("SELECT * FROM queue_cases ORDER BY number")
    assert rows == db.rows("SELECT * FROM queue_source ORDER BY number")
    today = db.scalar("SELECT today FROM queue_day")
    shown = [row for row in rows if not row["snoozed"]]
    looking = Looking(today=date.fromisoformat(today), user_id="u-officer")
    assert queue.counts(db, looking) == {
        View.ALL: len(shown),
        View.NEW: sum(row["finished_on"] == today for row in shown),
        View.DUE: sum(bool(row["due_on"] and row["due_on"] <= today) for row in shown),
        View.LATE: sum(bool(row["due_on"] and row["due_on"] < today) for row in shown),
        View.URGENCY_MISSING: sum(row["urgency_missing"] for row in shown),
        View.CARDS: sum(row["route"] == "document" for row in shown),
        View.SECOND_CHECK: sum(row["review"] == "second_check" for row in shown),
        View.MINE: sum(row["assigned_to"] == "u-officer" for row in shown),
        View.SNOOZED: len(rows) - len(shown),
    }
    places = Counter(row["service_type"] for row in rows)
    assert queue.names_of(db, "service") == {"service": tuple(sorted(places))}
    db.tools.conn.close()
