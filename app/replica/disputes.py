"""What stands in the cells of a subject, and where records that set them are in dispute.

A cell has the value of the newest record that set it. Where two set it differently without either
knowing of the other it is in dispute: both sides are told, and a person chooses.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from app.replica.record import Dot, Record, Scalar
from app.replica.sight import Sight

Cell = tuple[str, str]  # table, column
_NOTHING_SAID: Mapping[str, Scalar] = {}


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


def said_last(ordered: Iterable[Record]) -> Cells:
    """The cells of records written one after another, each in sight of all before it.

    `said_apart` would tell the same of them, and that nothing is in dispute. Nearly every subject
    is like this, and takes a fraction of the time so; `tests/replica/test_disputes.py` holds both
    to the same.
    """
    stands: dict[str, dict[str, Scalar]] = {}
    for record in ordered:
        for table, cells in record.cells.items():
            if table in stands:
                stands[table].update(cells)
            else:
                stands[table] = dict(cells)
    return Cells(stands)


def said_apart(
    alive: Mapping[int, Record],
    ordered: Sequence[Record],
    rivals: Collection[str],
    quiet: Collection[Cell],
    rulings: str,
    *,
    seen_by_all: Dot | None = None,
) -> tuple[Cells, list[Dispute]]:
    """The cells of records some of which did not know of each other, and what is in dispute.

    One record may be left out: what was `seen_by_all`.
    """
    cells, setters = _cells(alive)
    again = {
        cell: places for cell, places in setters.items() if len(places) > 1 and cell not in quiet
    }
    rows = dict(_rivals(alive, rivals, rulings))
    if not again and not rows:
        return cells, []
    sight = Sight(ordered, seen_by_all=seen_by_all)
    contested = {
        (table, column): {
            one: Side(alive[one].dot, alive[one].cells[table][column]) for one in places
        }
        for (table, column), places in sorted(again.items())
        if not _in_a_row(places, sight)
    }
    return cells, [
        one for cell, sides in (contested | rows).items() for one in _disputes(cell, sides, sight)
    ]


def _in_a_row(places: Sequence[int], sight: Sight) -> bool:
    """Whether each was written in sight of the one before: then they were never in dispute."""
    return all(sight.seen[later] >> one & 1 for one, later in pairwise(places))


def _cells(alive: Mapping[int, Record]) -> tuple[Cells, Mapping[Cell, Sequence[int]]]:
    """What stands in each cell, and who set those that were set again, by place.

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
    return Cells(stands), setters


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


def _disputes(cell: Cell, sides: Sides, sight: Sight) -> list[Dispute]:
    """The forks that a later writer closed, each in sight of all its sides, and the open one."""
    closed: dict[tuple[Side, ...], Dot] = {}
    before = 0
    for place, side in sides.items():  # in order: what one saw of them stands before it
        seen = before & sight.seen[place]
        if seen & (seen - 1):  # of one alone nothing differs
            fork = tuple([sides[one] for one in sight.newest(seen)])
            if _differ(fork):
                # Closed by two who did not know of each other, it is told once, with the first.
                closed.setdefault(fork, side.dot)
        before |= 1 << place
    told = [Dispute(*cell, fork, by) for fork, by in closed.items()]
    newest = tuple([sides[one] for one in sight.newest(before)])
    return [*told, Dispute(*cell, newest)] if _differ(newest) else told


def _differ(sides: Sequence[Side]) -> bool:
    return len({side.value for side in sides}) > 1
