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
    returned,
    says_nothing,
    without,
)
from app.replica.record import Dot, Record, Scalar, Values
from app.replica.sight import Sight

Cell = tuple[str, str]  # table, column
_NOTHING_SAID: Mapping[str, Scalar] = {}
_NONE: frozenset[Dot] = frozenset()


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


class Cells(Mapping[Cell, Scalar]):
    """The cells that records add up to, by table and column."""

    def __init__(self, tables: Mapping[str, Mapping[str, Scalar]]) -> None:
        """Take the columns of each table."""
        self._tables = tables

    def of(self, table: str) -> Mapping[str, Scalar]:
        """The cells of one table, by column."""
        return self._tables.get(table, _NOTHING_SAID)

    def __getitem__(self, cell: Cell) -> Scalar:
        table, column = cell
        return self._tables[table][column]

    def __iter__(self) -> Iterator[Cell]:
        return iter(
            [(table, column) for table in sorted(self._tables) for column in self.of(table)]
        )

    def __len__(self) -> int:
        return sum(map(len, self._tables.values()))

    def __repr__(self) -> str:
        return repr(dict(self))


@dataclass(frozen=True, slots=True)
class Side:
    """One side of a dispute: who wrote it, and for a cell the value."""

    dot: Dot
    value: Scalar = None


Sides = Mapping[int, Side]
"""The sides of one cell, or of rows that exclude each other, by the places of their records."""


@dataclass(frozen=True, slots=True)
class Dispute:
    """Two or more records that changed the same thing without knowing of each other.

    `column` is empty for rows that exclude each other, such as two decisions of one case.
    `settled_by` is the record that was written in sight of all sides, once there is one.
    """

    table: str
    column: str
    sides: tuple[Side, ...]
    settled_by: Dot | None = None


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
    removed = any(one.gone for one in ordered)
    void, contents = returned(ordered, Sight(ordered), believes) if removed else (_NONE, {})
    taken = _taken(ordered, Sight(ordered), void) if removed else _NONE
    alive = {
        place: contents.get(one.dot, one) if is_hollow(one) else one
        for place, one in enumerate(ordered)
        if one.dot not in taken and not one.gone
    }
    cells, contested = _cells(alive, quiet)
    contested.extend(_rivals(alive, rivals, rulings))
    disputes = list(_told(contested, ordered))
    return State(
        rows=Rows(alive.values()),
        cells=cells,
        open=tuple(one for one in disputes if one.settled_by is None),
        settled=tuple(one for one in disputes if one.settled_by is not None),
        held=held,
        heads=_heads(ordered),
        gone=removed
        and any(one.gone and one.dot not in void for one in ordered)
        and all(map(says_nothing, alive.values())),
        taken=taken,
        brought_back=max((one.stamp for one in alive.values() if CARRIED in one.rows), default=0),
    )


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


def _cells(
    alive: Mapping[int, Record], quiet: Collection[Cell]
) -> tuple[Cells, list[tuple[Cell, Sides]]]:
    """What stands in each cell, and the sides of those that several records set.

    Most of a subject is said once, by whoever began it: that is taken over whole.
    """
    stands: dict[str, dict[str, Scalar]] = {}
    begun: dict[str, int] = {}
    setters: dict[Cell, list[int]] = {}
    for place, record in alive.items():
        for table, cells in record.cells.items():
            if table not in begun:
                begun[table], stands[table] = place, dict(cells)
                continue
            for column, value in cells.items():
                if _is_unsaid(record, value):
                    stands[table].setdefault(column, value)
                    continue
                if (table, column) not in setters:
                    first = alive[begun[table]]
                    before = first.cells[table]
                    said = column in before and not _is_unsaid(first, before[column])
                    setters[table, column] = [begun[table]] if said else []
                setters[table, column].append(place)
                stands[table][column] = value  # who stands last is among the newest
    contested: list[tuple[Cell, Sides]] = [
        (
            (table, column),
            {one: Side(alive[one].dot, alive[one].cells[table][column]) for one in places},
        )
        for (table, column), places in sorted(setters.items())
        if len(places) > 1 and (table, column) not in quiet
    ]
    return Cells(stands), contested


def _is_unsaid(record: Record, value: Scalar) -> bool:
    """Left empty by somebody who began the subject: nothing was said there."""
    return not record.after and value in (None, "")


def _rivals(
    alive: Mapping[int, Record], tables: Collection[str], rulings: str
) -> Iterator[tuple[Cell, Sides]]:
    with_rows = [(place, record) for place, record in alive.items() if record.rows]
    if len(with_rows) < 2:
        return
    writers: dict[str, dict[int, Side]] = {table: {} for table in sorted(tables)}
    for place, record in with_rows:
        ruled = {row[1] for row in record.rows.get(rulings, ()) if len(row) > 1}
        for table in (*record.rows, *ruled):
            if table in writers and (record.rows.get(table) or table in ruled):
                # The rows of two records always exclude each other: each is a value of its own.
                side = Side(record.dot, f"{record.actor}:{record.number}")
                writers[str(table)][place] = side
    for table, sides in writers.items():
        if len(sides) > 1:
            yield (table, ""), sides


def _told(contested: Sequence[tuple[Cell, Sides]], ordered: Sequence[Record]) -> Iterator[Dispute]:
    if contested and not _is_one_after_another(ordered):
        sight = Sight(ordered)
        for cell, sides in contested:
            yield from _disputes(cell, sides, sight)


def _is_one_after_another(ordered: Sequence[Record]) -> bool:
    """Whether each was written in sight of all before it: then nothing was ever in dispute."""
    return all(later.after == (one.dot,) for one, later in pairwise(ordered))


def _disputes(cell: Cell, sides: Sides, sight: Sight) -> list[Dispute]:
    """The forks that a later writer closed, each in sight of all its sides, and the open one."""
    closed: dict[tuple[Side, ...], Dot] = {}
    before = 0
    for place, side in sides.items():  # in order: what one saw of them stands before it
        fork = tuple(sides[one] for one in sight.newest(before & sight.seen[place]))
        if _differ(fork):
            # Closed by two who did not know of each other, it is told once, with the first.
            closed.setdefault(fork, side.dot)
        before |= 1 << place
    told = [Dispute(*cell, fork, by) for fork, by in closed.items()]
    newest = tuple(sides[one] for one in sight.newest(before))
    return [*told, Dispute(*cell, newest)] if _differ(newest) else told


def _differ(sides: Sequence[Side]) -> bool:
    return len({side.value for side in sides}) > 1
