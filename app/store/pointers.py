"""How rows name rows of other tables: by a local number here, by record and place on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from app.replica.fold import Row, State
from app.replica.record import Scalar, Values
from app.store.replicated_shape import Table

Place = tuple[str, int, int]  # actor, number, place in the record's rows of the table

__all__ = ["Place", "Row", "inward", "outward", "standing"]


def standing(table: Table, state: State) -> tuple[Row, ...]:
    """The rows of a table that stand, in order: of rows that are the same, the first.

    Where their own content tells which of them are true, the first that is.
    """
    found = state.rows.get(table.name, ())
    if table.numbered or table.counted:
        return found
    return tuple(_one_of_each(table, found))


def outward(
    table: Table, values: Sequence[Scalar], places: Mapping[str, Mapping[Scalar, Place]]
) -> Values:
    """A row as it travels: each local number as the record and place of the row it means."""
    if not table.points_to:
        return tuple(values)
    told = list(values)
    for column, target in table.points_to:
        at = table.names.index(column)
        if told[at] is not None:
            actor, number, index = places[target][told[at]]
            told[at] = f"{actor}:{number}:{index}"
    return tuple(told)


def inward(table: Table, values: Values, keys: Mapping[str, Mapping[Place, Scalar]]) -> Values:
    """A row as it stands here; raises KeyError where what it points to is not here."""
    if not table.points_to:
        return values
    told = list(values)
    for column, target in table.points_to:
        at = table.names.index(column)
        if at < len(told) and told[at] is not None:
            actor, number, index = str(told[at]).split(":")
            told[at] = keys[target][actor, int(number), int(index)]
    return tuple(told)


def _one_of_each(table: Table, rows: Sequence[Row]) -> Iterator[Row]:
    alike: dict[tuple[Scalar, ...], list[Row]] = {}
    for row in rows:
        alike.setdefault(tuple(row.values[at] for at in table.same_by), []).append(row)
    for first, *others in alike.values():
        if others and table.bears_out is not None:
            true = (one for one in (first, *others) if table.bears_out(one.values))
            yield next(true, first)
        else:
            yield first
