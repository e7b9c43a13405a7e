"""The officer's queue as it is kept ready: pages of a view, what stands beside a case, tallies.

The order is `queue_cases.rank` (migration 18); `keep_day` brings the rows to today first.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from app.core.dates import add_months
from app.store.database import Database
from app.store.migration_0018_queue import NEVER
from app.store.values import to_day, to_json


class View(StrEnum):
    """The tabs of the queue; `mine` is what is assigned to the person looking."""

    ALL = "all"
    NEW = "new"
    DUE = "due"
    LATE = "late"
    URGENCY_MISSING = "urgency_missing"
    CARDS = "cards"
    SECOND_CHECK = "second_check"
    MINE = "mine"
    SNOOZED = "snoozed"


class Sort(StrEnum):
    """What a page is sorted by; `rank` is the order of the queue itself."""

    RANK = "rank"
    REF = "ref"
    PATIENT = "patient"
    TREATMENT = "treatment"
    DUE = "due"


CARD_ROUTE = "document"
NOBODY = "nobody"  # a name no person has: cases nobody has taken on
# Word for word the conditions of the partial indexes, or SQLite would not use them.
_VIEWS: Mapping[View, tuple[str, str]] = {
    View.ALL: ("queue_by_rank", "NOT snoozed"),
    View.NEW: ("queue_new", "NOT snoozed AND finished_on IS NOT NULL AND finished_on = :today"),
    View.DUE: ("queue_due", "NOT snoozed AND lateness >= 1"),
    View.LATE: ("queue_late", "NOT snoozed AND lateness = 2"),
    View.URGENCY_MISSING: ("queue_unformed", "NOT snoozed AND urgency_missing"),
    View.CARDS: ("queue_cards", f"NOT snoozed AND route = '{CARD_ROUTE}'"),
    View.SECOND_CHECK: ("queue_checks", "NOT snoozed AND review = 'second_check'"),
    View.MINE: (
        "queue_mine",
        "NOT snoozed AND assigned_to IS NOT NULL AND assigned_to = :user_id",
    ),
    View.SNOOZED: ("queue_snoozed", "snoozed"),
}
_SORTED = {
    Sort.RANK: "rank",
    Sort.REF: "number",
    Sort.PATIENT: "name_key",
    Sort.TREATMENT: f"ifnull(treated_on, '{NEVER}')",
    Sort.DUE: f"ifnull(due_on, '{NEVER}')",
}
_FILTERS = {
    "site": "site = :site",
    "service": "service_type = :service",
    "route": "route = :route",
    "assigned": f"(assigned_to = :assigned OR (:assigned = '{NOBODY}' AND assigned_to IS NULL))",
    "adult": "born <= :grown_up_since",
    "child": "born > :grown_up_since",
    "late": "lateness = 2",
}
# Among the cases that are due, what a second person returned comes first.
_DUE_RANK = "((flag_reason <> 'returned') << 61 | rank)"
# A reference as it is written, words at the beginning of a name, or a case found otherwise.
_SEARCH = """(number = :ref OR instr(' ' || name_key, ' ' || :words)
    OR number IN (SELECT value FROM json_each(:found)))"""
_COLUMNS, _BETWEEN = "number, shown", "\x1f"
_PAGE = "SELECT {columns} FROM queue_cases {index} WHERE {where} ORDER BY {order}"
_TALLIES = "SELECT mark, name, cases FROM queue_tallies WHERE mark IN ({marks}) AND cases > 0"
# Marks by name: without them every day and every person that has a tally would be read too.
_WHOLE = ", ".join(f"'{view}'" for view in View if view not in (View.NEW, View.MINE))
_SUMS = f"""
    SELECT mark, cases FROM queue_tallies WHERE mark IN ({_WHOLE}) AND name = ''
    UNION ALL SELECT mark, cases FROM queue_tallies WHERE mark = 'new' AND name = :today
    UNION ALL SELECT mark, cases FROM queue_tallies WHERE mark = 'mine' AND name = :user_id"""
_DAY = "SELECT today, soon_days, prompts_weigh, urgency_weighs, soon_weighs FROM queue_day"
_NEW_DAY = """
    UPDATE queue_day SET today = ?, soon_days = ?, prompts_weigh = ?, urgency_weighs = ?,
        soon_weighs = ?"""
_CHANGED = "SELECT number FROM queue_cases WHERE changes_on <= ?"
_EVERY = "SELECT number FROM queue_cases"
_OUT = "DELETE FROM queue_cases WHERE number = ?"
_IN = "INSERT INTO queue_cases SELECT * FROM queue_source WHERE number = ?"
_FACTS = """
    INSERT INTO queue_facts (number, prompts_open, ask_again, leaves_uk_on, discharged_on)
    VALUES (:number, :prompts_open, :ask_again, :leaves_uk_on, :discharged_on)
    ON CONFLICT (number) DO UPDATE SET prompts_open = excluded.prompts_open,
        ask_again = excluded.ask_again, leaves_uk_on = excluded.leaves_uk_on,
        discharged_on = excluded.discharged_on
    WHERE (prompts_open, ask_again, leaves_uk_on, discharged_on) IS NOT
        (excluded.prompts_open, excluded.ask_again, excluded.leaves_uk_on,
            excluded.discharged_on)"""
_WAITING = """
    SELECT number, registration_id FROM queue_cases WHERE number > ? ORDER BY number LIMIT ?"""
_ADULT_AT = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Looking:
    """Who looks, and on what day: `today` dates the new and the grown-up."""

    today: date
    user_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What ranks a case first: weights 4, 2 and 1, and how many days ahead treatment is soon."""

    soon_days: int
    prompts: int
    urgency: int
    soon: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """Which rows, in which order. `filters` are names of a filter with its value.

    `site`, `service`, `route`, `assigned` (a user id, or `nobody`) are equal to their value;
    `adult`, `child` and `late` hold whatever it is. `words` are folded as names are; `found` are
    the numbers of cases that answer to them in another way.
    """

    view: View = View.ALL
    filters: Mapping[str, str] = field(default_factory=dict)
    words: str = ""
    found: tuple[int, ...] = ()
    sort: Sort = Sort.RANK
    descending: bool = False

    @property
    def is_bare(self) -> bool:
        """Whether the view's own tally counts it."""
        return not self.filters and not self.words


class QueueLine(NamedTuple):
    """One row of the queue as it is kept: days as ISO text, what is unknown as no text.

    A tuple, and texts: a screen's rows are read by the hundred.
    """

    number: int
    registration_id: str
    family_name: str
    given_names: str
    treated_on: str
    due_on: str
    flag_reason: str
    outcome: str
    assigned_to: str
    protection: str  # the sum of the weights of `Order` that hold
    leaves_on: str
    gone: str  # 1 for who has left
    snoozed_until: str


class Key(NamedTuple):
    """Where a row stands in an order: what it is sorted by, then its number."""

    value: int | str
    number: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """What only the law and the answers know of a case; see `put_facts`."""

    number: int
    prompts_open: bool  # free-care prompts that nobody has put yet
    ask_again: bool  # the clinician's word no longer counts
    leaves_uk_on: date | None
    discharged_on: date | None


def keep_day(db: Database, today: date, order: Order) -> None:
    """Bring every row to a day, and to how a trust ranks; free when nothing has changed."""
    wanted = (to_day(today), order.soon_days, order.prompts, order.urgency, order.soon)
    kept = db.first(_DAY)
    if kept == wanted:
        return
    forward = kept is not None and kept[1:] == wanted[1:] and kept[0] < str(wanted[0])
    with db.atomic():
        db.execute(_NEW_DAY, wanted)
        rows = db.each(_CHANGED, (wanted[0],)) if forward else db.each(_EVERY)
        for number in list(rows):
            db.execute(_OUT, number)
            db.execute(_IN, number)


def put_facts(db: Database, facts: Facts) -> None:
    """Note what ranks a case; writes nothing where it is as before. The caller's transaction."""
    db.execute(
        _FACTS,
        {
            "number": facts.number,
            "prompts_open": facts.prompts_open,
            "ask_again": facts.ask_again,
            "leaves_uk_on": to_day(facts.leaves_uk_on),
            "discharged_on": to_day(facts.discharged_on),
        },
    )


def lines(
    db: Database, looking: Looking, asked: Asked, *, limit: int = 50, offset: int = 0
) -> tuple[QueueLine, ...]:
    """A page of a view."""
    sql = _statement(asked, _COLUMNS) + " LIMIT :limit OFFSET :offset"
    values = _values(looking, asked) | {"limit": limit, "offset": offset}
    rows = db.tuples(sql, values)
    return tuple(map(QueueLine._make, [(number, *shown.split(_BETWEEN)) for number, shown in rows]))


def key_of(db: Database, asked: Asked, number: int) -> Key | None:
    """Where a case stands in the order of a view; None where it waits no more."""
    found = db.first(
        f"SELECT {_sorted_by(asked)}, number FROM queue_cases WHERE number = ?", (number,)
    )
    return None if found is None else Key(*found)


def beside(
    db: Database, looking: Looking, asked: Asked, key: Key, *, after: bool
) -> tuple[str, Key] | None:
    """The case next to a place of the order, or before it: its registration and its own place."""
    value = _sorted_by(asked)
    backwards = asked.descending is after
    where = f"({value}, number) {'<' if backwards else '>'} (:value, :number)"
    sql = _statement(asked, f"registration_id, {value}, number", where, turned=not after)
    values = _values(looking, asked) | {"value": key.value, "number": key.number}
    found = db.first(f"{sql} LIMIT 1", values)
    return None if found is None else (str(found[0]), Key(*found[1:]))


def count(db: Database, looking: Looking, asked: Asked) -> int:
    """How many rows: from the tallies where they know, else by looking."""
    if asked.is_bare:
        return counts(db, looking)[asked.view]
    where = " AND ".join(_where(asked))
    sql = f"SELECT count(*) FROM queue_cases WHERE {where}"
    return int(db.scalar(sql, _values(looking, asked)))


def counts(db: Database, looking: Looking) -> dict[View, int]:
    """How many cases each view holds, from the tallies."""
    values = {"today": to_day(looking.today), "user_id": looking.user_id}
    kept = dict(db.tuples(_SUMS, values))
    return {view: kept.get(view, 0) for view in View}


def names_of(db: Database, *marks: str) -> dict[str, tuple[str, ...]]:
    """The sites (`site`) and services (`service`) that cases of the queue have."""
    found: dict[str, list[str]] = {mark: [] for mark in marks}
    sql = _TALLIES.format(marks=", ".join("?" * len(marks)))
    for mark, name, _ in db.each(sql, marks):
        found[mark].append(name)
    return {mark: tuple(names) for mark, names in found.items()}


def waiting(db: Database, *, after: int, limit: int) -> tuple[tuple[int, str], ...]:
    """Numbers and registrations of the queue from a number on, oldest first."""
    return tuple((int(row[0]), str(row[1])) for row in db.each(_WAITING, (after, limit)))


def _statement(asked: Asked, columns: str, *more: str, turned: bool = False) -> str:
    way = "DESC" if asked.descending is not turned else "ASC"
    by_rank = asked.sort is Sort.RANK
    # Only its own partial index gives a view in rank order without sorting it first.
    index = f"INDEXED BY {_VIEWS[asked.view][0]}" if by_rank else ""
    return _written(columns, index, (*_where(asked), *more), _sorted_by(asked), way)


@lru_cache(maxsize=256)
def _written(columns: str, index: str, where: tuple[str, ...], by: str, way: str) -> str:
    order = ", ".join(f"{value} {way}" for value in dict.fromkeys((by, "number")))
    return _PAGE.format(columns=columns, index=index, where=" AND ".join(where), order=order)


def _sorted_by(asked: Asked) -> str:
    """The value a view is ordered by."""
    by_rank = asked.sort is Sort.RANK
    return _DUE_RANK if by_rank and asked.view is View.DUE else _SORTED[asked.sort]


def _where(asked: Asked) -> tuple[str, ...]:
    search = (_SEARCH,) if asked.words else ()
    return (_VIEWS[asked.view][1], *(_FILTERS[name] for name in asked.filters), *search)


def number_in(words: str) -> int:
    """The number of a case that words are the reference of, as it is written or bare; else 0."""
    digits = words.removeprefix("r").strip()
    is_ref = digits.isascii() and digits.isdigit() and len(digits) < 19
    return int(digits) if is_ref else 0


def _values(looking: Looking, asked: Asked) -> dict[str, Any]:
    return {
        **asked.filters,
        "today": to_day(looking.today),
        "user_id": looking.user_id,
        "grown_up_since": to_day(add_months(looking.today, -12 * _ADULT_AT)),
        "words": asked.words,
        "ref": number_in(asked.words),
        "found": to_json(asked.found),
    }
