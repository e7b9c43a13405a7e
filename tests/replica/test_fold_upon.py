"""What records change who were all written in sight of one: the same with it and without."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from app.replica.fold import fold, fold_upon
from app.replica.record import Record
from app.replica.sight import Sight
from tests.replica.histories import ACTORS, CASE, histories

RIVALS, QUIET = ("decisions",), (("registrations", "due_on"),)
_CHANGE = replace(
    CASE, number=2, stamp=2, after=(CASE.dot,), cells={"registrations": {"review": "waiting"}}
)


@given(histories(begun=True))
@settings(max_examples=400, deadline=None)
def test_h10_what_all_had_seen_changes_nothing_of_what_came_later(records: list[Record]) -> None:
    first, *later = records
    told = fold_upon(first.dot, later, rivals=RIVALS, quiet=QUIET)
    by_clock = all(one.place < other.place for other in later for one in _seen_by(other, later))
    assert (told is not None) == by_clock
    if told is not None:
        cells, disputes = told
        whole = fold(records, rivals=RIVALS, quiet=QUIET)
        assert dict(cells) == {cell: whole.cells[cell] for cell in cells}
        assert set(cells) == {
            (table, column) for one in later for table, said in one.cells.items() for column in said
        }
        assert set(disputes) == {*whole.open, *whole.settled}
        assert len(disputes) == len(whole.open) + len(whole.settled)


@pytest.mark.parametrize(
    "odd",
    [
        replace(_CHANGE, after=()),
        replace(_CHANGE, after=((ACTORS[4], 9),)),
        replace(_CHANGE, gone=True),
        replace(_CHANGE, rows={"carried": ((CASE.to_bytes().decode(),),)}),
    ],
    ids=["had not seen it", "rests on another", "takes away", "brings back"],
)
def test_h10_what_is_more_than_a_change_in_sight_of_the_first_is_not_told_without_it(
    odd: Record,
) -> None:
    assert fold_upon(CASE.dot, [_CHANGE]) is not None
    assert fold_upon(CASE.dot, [odd]) is None


def _seen_by(record: Record, records: list[Record]) -> list[Record]:
    return [one for one in records if one.dot in record.after]


def test_who_saw_what_is_told_without_what_all_saw() -> None:
    two = [replace(CASE, actor=actor, after=((ACTORS[4], 1),)) for actor in ACTORS[:2]]
    third = replace(CASE, number=2, stamp=2, after=(two[0].dot, (ACTORS[4], 1)))
    sight = Sight([*two, third], seen_by_all=(ACTORS[4], 1))
    assert [sight.dots_of(some) for some in sight.seen] == [
        frozenset(),
        frozenset(),
        {two[0].dot},
    ]
