"""What the records of one subject add up to: the same on every machine that has the same records.

The outcome is a function of the *set* of records. In which order they came, how often, and how the
clocks of their writers stood makes no difference:

- rows of all records stand in one order: each record after what it was written over, and as far as
  that leaves it open in that of `Record.place`;
- a cell has the value of the newest record that set it; where two set it differently without
  either knowing of the other it is in dispute: both sides are told, and a person chooses;
- a record whose forerunners have not come is held, and counts for nothing until they have;
- a record that takes its subject away takes what it has seen, and no more;
- one that brings a subject back makes the removals void that it has seen (`bringing_back`).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from heapq import heapify, heappop, heappush
from itertools import pairwise
from operator import attrgetter
from typing import Any

from app.replica.bringing_back import (
    CARRIED,
    Believes,
    believe_all,
    is_hollow,
    moves_subjects,
    returned,
    says_nothing,
    without,
)
from app.replica.disputes import Cell, Cells, Dispute, said_apart, said_last
from app.replica.record import Dot, Record, Values
from app.replica.sight import Sight


@dataclass(frozen=True, slots=True)
class Row:
    """A row that was added, with the record it came in and its place there."""

    dot: Dot
    index: int
    values: Values


class Rows(Mapping[str, tuple[Row, ...]]):
    """The rows that records add up to, by table; put together when a table is asked for."""

    def __init__(self, alive: Iterable[Record]) -> None:
        """Take the records whose content counts, in order."""
        self._alive = tuple(alive)

    @cached_property
    def _writers(self) -> Mapping[str, list[Record]]:
        writers: dict[str, list[Record]] = {}
        for record in self._alive:
            for table in record.rows:
                if table != CARRIED:
                    writers.setdefault(table, []).append(record)
        return writers

    def __getitem__(self, table: str) -> tuple[Row, ...]:
        return tuple(
            Row(record.dot, index, values)
            for record in self._writers[table]
            for index, values in enumerate(record.rows[table])
        )

    def __contains__(self, table: object) -> bool:
        return table in self._writers

    def get(self, table: str, default: Any = None, /) -> Any:
        """As of any mapping; most tables asked for have no rows, and that costs no exception."""
        return self[table] if table in self._writers else default

    def __iter__(self) -> Iterator[str]:
        return iter(sorted(self._writers))

    def __len__(self) -> int:
        return len(self._writers)

    def __repr__(self) -> str:
        return repr(dict(self))


@dataclass(frozen=True, slots=True)
class State:
    """What is so. `held` are records that wait for an earlier one; `heads` are the newest.

    `taken` are the records that a removal took and nothing brought back; `brought_back` is the
    stamp of the newest record that did bring the subject back, 0 where none has.
    """

    rows: Mapping[str, tuple[Row, ...]]
    cells: Cells
    open: tuple[Dispute, ...]
    settled: tuple[Dispute, ...]
    held: tuple[Dot, ...]
    heads: tuple[Dot, ...]
    gone: bool
    taken: frozenset[Dot] = field(default=frozenset(), compare=False)
    brought_back: int = 0

    def values(self, table: str) -> tuple[Values, ...]:
        """The rows of a table, in order."""
        return tuple(row.values for row in self.rows.get(table, ()))


def fold(
    records: Iterable[Record],
    *,
    rivals: Collection[str] = (),
    quiet: Collection[Cell] = (),
    rulings: str = "",
    believes: Believes = believe_all,
) -> State:
    """The state that records of one subject add up to.

    `rivals` are tables of which two rows written unknowing of each other are a dispute; `quiet`
    are cells that follow from others, of which the newest stands without a word. `rulings` is the
    table whose rows settle a dispute of rows; the second value of each names the table it is about.
    What is brought back and not believed stays away.
    """
    known = {record.dot: record for record in records}
    ordered, held = _in_order(known)
    if any(map(moves_subjects, ordered)):
        return _with_removals(ordered, held, believes, rivals, quiet, rulings)
    in_a_row = _is_one_after_another(ordered)
    alive = dict(enumerate(ordered))
    cells, disputes = (
        (said_last(ordered), []) if in_a_row else said_apart(alive, ordered, rivals, quiet, rulings)
    )
    return State(
        rows=Rows(ordered),
        cells=cells,
        open=_open(disputes),
        settled=_settled(disputes),
        held=held,
        heads=(ordered[-1].dot,) if ordered and in_a_row else _heads(ordered),
        gone=False,
    )


def fold_upon(
    first: Dot,
    later: Sequence[Record],
    *,
    rivals: Collection[str] = (),
    quiet: Collection[Cell] = (),
    rulings: str = "",
) -> tuple[Cells, Sequence[Dispute]] | None:
    """The cells that records set who all had seen one, and what of it is in dispute, without that.

    What everybody had seen is on no side of a dispute and stands in no cell that was set again: so
    of these cells this tells what `fold` tells of all. None where one of them had not seen it,
    stands before what it saw, rests on something else or moves the subject.
    """
    ordered = sorted(later, key=attrgetter("place")) if len(later) > 1 else later
    seen = {first}
    for record in ordered:
        if not record.after or not seen.issuperset(record.after) or moves_subjects(record):
            return None
        seen.add(record.dot)
    if _is_one_after_another(ordered):
        return said_last(ordered), ()
    return said_apart(dict(enumerate(ordered)), ordered, rivals, quiet, rulings, seen_by_all=first)


def _with_removals(
    ordered: Sequence[Record],
    held: tuple[Dot, ...],
    believes: Believes,
    rivals: Collection[str],
    quiet: Collection[Cell],
    rulings: str,
) -> State:
    """The state where some record takes the subject away, or brings it back."""
    sight = Sight(ordered)
    void, contents = returned(ordered, sight, believes)
    taken = _taken(ordered, sight, void)
    alive = {
        place: contents.get(one.dot, one) if is_hollow(one) else one
        for place, one in enumerate(ordered)
        if one.dot not in taken and not one.gone
    }
    cells, disputes = said_apart(alive, ordered, rivals, quiet, rulings)
    return State(
        rows=Rows(alive.values()),
        cells=cells,
        open=_open(disputes),
        settled=_settled(disputes),
        held=held,
        heads=_heads(ordered),
        gone=any(one.gone and one.dot not in void for one in ordered)
        and all(map(says_nothing, alive.values())),
        taken=taken,
        brought_back=max((one.stamp for one in alive.values() if CARRIED in one.rows), default=0),
    )


def _open(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    return tuple([one for one in disputes if one.settled_by is None])


def _settled(disputes: Iterable[Dispute]) -> tuple[Dispute, ...]:
    return tuple([one for one in disputes if one.settled_by is not None])


def outlived(
    records: Iterable[Record], state: State, *, takes_out: Mapping[str, str]
) -> tuple[Record, ...]:
    """Records whose content has had its time, as they are to be left: their places stay.

    All of them where their subject is gone. Where `takes_out` says that rows of one table take out
    those of another (a removal the pages of a copy), those rows alone.
    """
    left = []
    out = {taken for table, taken in takes_out.items() if state.rows.get(table)}
    for record in records:
        if state.gone and (record.rows or record.cells):
            left.append(replace(record, rows={}, cells={}))
        elif out & set(record.rows):
            kept = {table: rows for table, rows in record.rows.items() if table not in out}
            left.append(replace(record, rows=kept))
        elif out and CARRIED in record.rows:
            lighter = without(record, out)
            if lighter != record:
                left.append(lighter)
    return tuple(left)


def _in_order(known: Mapping[Dot, Record]) -> tuple[list[Record], tuple[Dot, ...]]:
    """The records whose forerunners are all there, in their one order, and the others.

    A record never comes before what it was written over, even where its stamp says so.
    """
    by_place = list(known.values())
    if len(by_place) > 1:
        by_place.sort(key=attrgetter("place"))
    if _is_in_order(by_place):
        return by_place, ()
    missing = {dot: len(set(record.after)) for dot, record in known.items()}
    followers: dict[Dot, list[Record]] = {}
    for record in known.values():
        for dot in set(record.after):
            followers.setdefault(dot, []).append(record)
    ready = [(record.place, record.dot) for record in known.values() if not missing[record.dot]]
    heapify(ready)
    ordered: list[Record] = []
    while ready:
        _, dot = heappop(ready)
        ordered.append(known[dot])
        for follower in followers.get(dot, ()):
            missing[follower.dot] -= 1
            if not missing[follower.dot]:
                heappush(ready, (follower.place, follower.dot))
    held = (record for record in known.values() if missing[record.dot])
    return ordered, tuple(one.dot for one in sorted(held, key=lambda record: record.place))


def _is_in_order(records: Iterable[Record]) -> bool:
    """Whether each stands after all it was written over, as it mostly does."""
    before: set[Dot] = set()
    for record in records:
        if not before.issuperset(record.after):
            return False
        before.add(record.dot)
    return True


def _taken(ordered: Sequence[Record], sight: Sight, void: Collection[Dot]) -> frozenset[Dot]:
    """What a removal saw, where nothing made it void."""
    taken = 0
    for place, record in enumerate(ordered):
        if record.gone and record.dot not in void:
            taken |= sight.seen[place]
    return sight.dots_of(taken) if taken else frozenset()


def _heads(ordered: Sequence[Record]) -> tuple[Dot, ...]:
    covered = {dot for record in ordered for dot in record.after}
    return tuple(sorted(record.dot for record in ordered if record.dot not in covered))


def _is_one_after_another(ordered: Sequence[Record]) -> bool:
    """Whether each was written in sight of all before it: then nothing was ever in dispute."""
    return all(later.after == (one.dot,) for one, later in pairwise(ordered))
