"""Who knew of what, held against its plain definition; and subjects with very many records."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.replica.fold import fold
from app.replica.record import Dot, Record
from app.replica.sight import Sight
from tests.replica.histories import ACTORS, CASE, histories

MANY = 10_000


@given(histories(), st.data())
@settings(max_examples=200, deadline=None)
def test_sight_is_what_its_plain_definition_says(
    records: list[Record], data: st.DataObject
) -> None:
    ordered = sorted(records, key=lambda record: record.place)
    seen: dict[Dot, set[Dot]] = {}
    for record in ordered:
        seen[record.dot] = set(record.after).union(*(seen[dot] for dot in record.after))
    sight = Sight(ordered)
    assert [sight.dots_of(some) for some in sight.seen] == [seen[one.dot] for one in ordered]
    dots = data.draw(st.sets(st.integers(0, len(ordered))))
    some = {one.dot for place, one in enumerate(ordered) if place in dots}
    newest = [
        place
        for place, record in enumerate(ordered)
        if record.dot in some and not any(record.dot in seen[other] for other in some)
    ]
    assert sight.newest(sight.some(some)) == newest


def test_what_is_not_here_is_in_no_set() -> None:
    assert Sight([CASE]).some([(ACTORS[4], 9)]) == 0


def test_ten_thousand_records_of_one_subject_one_after_another() -> None:
    records = [_decided(ACTORS[0], 1, ())]
    for number in range(2, MANY + 1):
        records.append(_decided(ACTORS[0], number, (records[-1].dot,)))
    state = fold(reversed(records), rivals=("decisions",))
    assert state.values("decisions") == tuple((number,) for number in range(1, MANY + 1))
    assert state.cells["registrations", "review"] == f"{ACTORS[0]}:{MANY}"
    assert (state.heads, state.held) == ((records[-1].dot,), ())
    assert (state.open, state.settled) == ((), ())


def test_ten_thousand_records_of_one_subject_two_at_a_time() -> None:
    """Two machines that write at once and meet after each: all forks but the last are closed."""
    heads: tuple[Dot, ...] = ()
    records: list[Record] = []
    for number in range(1, MANY // 2 + 1):
        both = [_decided(actor, number, heads) for actor in ACTORS[:2]]
        heads = tuple(one.dot for one in both)
        records.extend(both)
    state = fold(records, rivals=("decisions",))
    assert state.heads == heads
    assert len(state.rows["decisions"]) == MANY
    told = {one.column: one for one in state.open}
    assert [side.dot for side in told["review"].sides] == list(heads)
    assert len(state.open) == 2
    assert len(state.settled) == 2 * (MANY // 2 - 1)
    assert {one.settled_by for one in state.settled} == {
        record.dot for record in records if record.number > 1 and record.actor == ACTORS[0]
    }


def _decided(actor: str, number: int, after: tuple[Dot, ...]) -> Record:
    return replace(
        CASE,
        actor=actor,
        number=number,
        stamp=number,
        after=after,
        rows={"decisions": ((number,),)},
        cells={"registrations": {"review": f"{actor}:{number}"}},
    )
