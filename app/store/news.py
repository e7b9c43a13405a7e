"""What stands here of a subject and is in no record of it yet; nothing is read or written.

A row is known by its values, so that one that travelled here and one that people made are told
apart; a column by what the records add up to.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.replica.fold import State
from app.replica.record import Dot, Scalar, Values
from app.store import pointers
from app.store.local_rows import LocalRow, Rows
from app.store.pointers import Place
from app.store.replicated_shape import Kind, Row, Table

NOTHING = (None, "", "[]")
_UNSAID = object()  # nothing a cell can hold


def new_rows(
    kind: Kind, here: Rows, state: State, dot: Dot, knew: Mapping[str, int] | None
) -> dict[str, tuple[Values, ...]]:
    """Rows of a subject that stand here and not in what was recorded, by table.

    `dot` is the record they go into; `knew` says of each table how many columns an older program
    knew that put the rows here.
    """
    rows: dict[str, tuple[Values, ...]] = {}
    places: dict[str, dict[Scalar, Place]] = {}
    for table in kind.tables:
        # Of a table the older program let stay at home, the rows are as this one's steps put them.
        known = (knew or {}).get(table.name, len(table.names))
        new = tuple(_of_table(table, here[table.name], state, places, dot, known))
        if new:
            rows[table.name] = new
    return rows


def _of_table(
    table: Table,
    here: Sequence[LocalRow],
    state: State,
    places: dict[str, dict[Scalar, Place]],
    dot: tuple[str, int],
    known: int,
) -> Iterator[Values]:
    """Rows here that the journal lacks; `places` learns where every row stands in it.

    `known` is how many columns the program knew that put the rows here.
    """
    there = pointers.standing(table, state)
    if known == len(table.names) and _is_all_there(table, here, there):
        places[table.name] = {
            local.key: (*row.dot, row.index) for local, row in zip(here, there, strict=True)
        }
        return
    left: dict[Values, list[pointers.Row]] = {}
    for row in there:
        left.setdefault(row.values, []).append(row)
    index = 0
    mine: dict[Scalar, Place] = {}
    for local in here:
        values = pointers.outward(table, local.values, places)
        same = _same(left, values, known)
        if same is None:
            mine[local.key] = (*dot, index)
            index += 1
            yield values
        else:
            mine[local.key] = (*same.dot, same.index)
    places[table.name] = mine


def _is_all_there(table: Table, here: Sequence[LocalRow], there: Sequence[pointers.Row]) -> bool:
    """Whether the journal has the very rows that stand here, as it mostly does."""
    if table.points_to or len(here) != len(there):
        return False
    return all(local.values == row.values for local, row in zip(here, there, strict=True))


def _same(
    left: dict[Values, list[pointers.Row]], values: Values, columns: int
) -> pointers.Row | None:
    """Take out the row of the journal that a local row is, however many columns each knows."""
    others = (one for one in left if len(one) != len(values) or columns < len(values))
    for known in (values, *others):
        shared = min(len(known), len(values), columns)
        if left.get(known) and known[:shared] == values[:shared]:
            return left[known].pop(0)
    return None


def new_cells(
    row: Row, here: Mapping[str, Scalar], state: State, knew: Mapping[str, int] | None
) -> dict[str, Scalar]:
    """Columns of a subject's own row whose values here are not what was recorded."""
    said = state.cells.of(row.name)
    other = {name: value for name, value in here.items() if said.get(name, _UNSAID) != value}
    unknown = frozenset(() if knew is None else row.names[knew.get(row.name, 0) :])
    # What was never said and is not said now is no word against who says something.
    return {
        name: value
        for name, value in other.items()
        if name not in unknown and (name in said or value not in NOTHING)
    }
