"""Any order, any repetition, any clock: the same state, and no value loses in silence."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.replica.disputes import Cells
from app.replica.fold import State, fold
from app.replica.record import NotARecord, Record, read_record
from tests.replica.histories import ACTORS, CASE, Machine, histories

RIVALS = ("decisions",)


def state_of(records: list[Record]) -> State:
    return fold(records, rivals=RIVALS)


@given(histories(ends=True), st.randoms(use_true_random=False))
@settings(max_examples=400, deadline=None)
def test_h10_any_order_and_repetition_gives_the_same_state(
    records: list[Record], chance: Random
) -> None:
    shuffled = [*records, *chance.choices(records, k=len(records))] if records else []
    chance.shuffle(shuffled)
    assert state_of(shuffled) == state_of(records)


def test_h10_every_order_of_six_records_gives_the_same_state() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 10**9)
    one.write(1, cells={"review": "waiting"}, rows=1)
    two.meet(one)
    one.write(2, cells={"review": "decided"}, rows=1)
    two.write(3, cells={"review": "second_check"}, rows=1)
    two.write(4, cells={"assigned_to": "m"}, rows=0)
    one.meet(two)
    one.write(5, cells={"review": "decided"}, rows=1)
    one.write(6, cells={"due_on": "2026-03-09"}, rows=0)
    records = list(one.known.values())
    assert len(records) == 6
    states = {repr(state_of(list(order))) for order in permutations(records)}
    assert len(states) == 1


@given(histories())
@settings(max_examples=400, deadline=None)
def test_h10_no_value_loses_in_silence(records: list[Record]) -> None:
    """Each value stands, was replaced by somebody who had seen it, or is told as a side."""
    state = state_of(records)
    told = {
        (dispute.table, dispute.column, side.dot)
        for dispute in (*state.open, *state.settled)
        for side in dispute.sides
    }
    seen = _seen(records)
    for record in records:
        for column, value in record.cells.get("registrations", {}).items():
            if value in (None, "") and not record.after:
                continue
            replaced = any(
                record.dot in seen[other.dot]
                for other in records
                if column in other.cells.get("registrations", {})
            )
            stands = state.cells["registrations", column] == value
            assert stands or replaced or ("registrations", column, record.dot) in told


@given(histories())
@settings(max_examples=200, deadline=None)
def test_every_row_is_there_once_and_in_one_order(records: list[Record]) -> None:
    state = state_of(records)
    rows = state.rows.get("decisions", ())
    assert len({(row.dot, row.index) for row in rows}) == len(rows)
    assert len(rows) == sum(len(record.rows.get("decisions", ())) for record in records)
    by_dot = {record.dot: record for record in records}
    places = [(by_dot[row.dot].place, row.index) for row in rows]
    assert places == sorted(places)


@given(histories())
@settings(max_examples=200, deadline=None)
def test_a_record_in_sight_of_all_sides_settles_every_dispute(records: list[Record]) -> None:
    officer = Machine("f" * 16, 0)
    officer.known = {record.dot: record for record in records}
    cells = {cell[1]: "chosen" for cell in state_of(records).cells}
    officer.write(0, cells=dict(cells), rows=1)
    after = state_of(list(officer.known.values()))
    assert after.open == ()
    assert all(dispute.settled_by in officer.known for dispute in after.settled)
    assert set(after.cells.values()) <= {"chosen"}


def test_two_decisions_unknown_to_each_other_are_a_dispute() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    begun = one.write(1, cells={"review": "waiting"}, rows=0)
    two.meet(one)
    first = one.write(2, cells={"review": "decided"}, rows=1)
    second = two.write(2, cells={"review": "decided"}, rows=1)
    (dispute,) = state_of([begun, first, second]).open
    assert (dispute.table, dispute.column) == ("decisions", "")
    assert {side.dot for side in dispute.sides} == {first.dot, second.dot}


def test_a_ruling_on_it_settles_a_dispute_of_rows_and_no_other_does() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    one.write(2, cells={}, rows=1)
    two.write(2, cells={}, rows=1)
    one.meet(two)
    heads = tuple(sorted(one.known))
    other, ruling = (
        replace(
            CASE,
            actor="f" * 16,
            number=number,
            stamp=10,
            after=heads,
            rows={"dispute_rulings": (("case", table, "", "[]"),)},
        )
        for number, table in ((1, "second_checks"), (2, "decisions"))
    )
    records = list(one.known.values())
    assert fold([*records, other], rivals=RIVALS, rulings="dispute_rulings").open != ()
    state = fold([*records, ruling], rivals=RIVALS, rulings="dispute_rulings")
    assert state.open == ()
    assert [one.settled_by for one in state.settled] == [ruling.dot]


def test_a_fork_that_two_people_settle_apart_is_told_once_and_they_are_asked_again() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    begun = one.write(1, cells={"review": "waiting"}, rows=0)
    two.meet(one)
    sides = (
        one.write(2, cells={"review": "decided"}, rows=0),
        two.write(2, cells={"review": "second_check"}, rows=0),
    )
    one.meet(two)
    two.meet(one)
    settlers = (
        one.write(3, cells={"review": "decided"}, rows=0),
        two.write(3, cells={"review": "waiting"}, rows=0),
    )
    one.meet(two)
    state = state_of([begun, *sides, *settlers])
    (settled,) = state.settled
    assert {side.dot for side in settled.sides} == {record.dot for record in sides}
    assert settled.settled_by == min(settlers, key=lambda record: record.place).dot
    (still,) = state.open
    assert {side.dot for side in still.sides} == {record.dot for record in settlers}


def test_a_value_set_in_sight_of_the_other_is_no_dispute() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    one.write(1, cells={"assigned_to": "a"}, rows=1)
    two.meet(one)
    two.write(2, cells={"assigned_to": "b"}, rows=1)
    state = state_of(list(two.known.values()))
    assert (state.open, state.settled) == ((), ())
    assert state.cells["registrations", "assigned_to"] == "b"


def test_clearing_a_value_is_a_side_like_any_other() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    one.write(1, cells={"assigned_to": "a"}, rows=0)
    two.meet(one)
    one.write(2, cells={"assigned_to": None}, rows=0)
    two.write(2, cells={"assigned_to": "b"}, rows=0)
    one.meet(two)
    (dispute,) = state_of(list(one.known.values())).open
    assert {side.value for side in dispute.sides} == {None, "b"}


def test_a_field_left_empty_at_the_start_disputes_nothing() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    one.write(1, cells={"assigned_to": "a"}, rows=0)
    two.write(1, cells={"assigned_to": ""}, rows=0)
    one.meet(two)
    state = state_of(list(one.known.values()))
    assert state.open == ()
    assert state.cells["registrations", "assigned_to"] == "a"


def test_a_quiet_cell_follows_the_newest_without_a_word() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    one.write(1, cells={"due_on": "2026-03-09"}, rows=0)
    two.write(2, cells={"due_on": "2026-03-10"}, rows=0)
    one.meet(two)
    state = fold(one.known.values(), quiet={("registrations", "due_on")})
    assert (state.open, state.cells["registrations", "due_on"]) == ((), "2026-03-10")


def test_a_record_waits_for_the_one_it_was_written_over() -> None:
    one = Machine(ACTORS[0], 0)
    first = one.write(1, cells={"review": "waiting"}, rows=0)
    second = one.write(2, cells={"review": "decided"}, rows=1)
    alone = state_of([second])
    assert (alone.held, dict(alone.cells), alone.rows) == ((second.dot,), {}, {})
    assert state_of([second, first]).cells["registrations", "review"] == "decided"


def test_what_was_taken_away_is_gone_everywhere_and_later_work_is_kept() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    one.write(1, cells={"review": "waiting"}, rows=1)
    two.meet(one)
    gone = one.write(2, cells={}, rows=0, gone=True)
    assert state_of(list(one.known.values())) == State(
        rows={}, cells=Cells({}), open=(), settled=(), held=(), heads=(gone.dot,), gone=True
    )
    kept = two.write(3, cells={}, rows=1)
    two.meet(one)
    after = state_of(list(two.known.values()))
    assert not after.gone
    assert [row.dot for row in after.rows["decisions"]] == [kept.dot]


@given(histories(ends=True))
@settings(max_examples=100, deadline=None)
def test_a_record_reads_back_as_it_was_written(records: list[Record]) -> None:
    for record in records:
        assert read_record(record.to_bytes()) == record
        assert read_record(record.to_bytes()).to_bytes() == record.to_bytes()


_WRITTEN = replace(
    CASE,
    stamp=5,
    rows={"answers": (("s1", "abroad", 1, None),)},
    cells={"registrations": {"review": "waiting"}},
).to_bytes()


@given(st.data())
@settings(max_examples=500, deadline=None)
def test_altered_bytes_are_a_record_or_refused(data: st.DataObject) -> None:
    at = data.draw(st.integers(0, len(_WRITTEN) - 1))
    put = data.draw(st.binary(max_size=6))
    cut = data.draw(st.integers(0, 8))
    changed = _WRITTEN[:at] + put + _WRITTEN[at + cut :]
    try:
        read = read_record(changed)
    except NotARecord:
        return
    assert read_record(read.to_bytes()) == read


@pytest.mark.parametrize(
    "odd",
    [
        b"",
        b"[]",
        b"[" * 100_000,
        _WRITTEN.replace(b'"n":1', b'"n":0'),
        _WRITTEN.replace(b'"n":1', b'"n":true'),
        _WRITTEN.replace(b'"n":1', b'"n":99999999999999999999'),
        _WRITTEN.replace(b'"e":"case"', b'"e":"Else; DROP"'),
        _WRITTEN.replace(b'"c":"case"', b'"c":""'),
        _WRITTEN.replace(b'"a":"0', b'"a":"g'),
        _WRITTEN.replace(b'"answers":[[', b'"answers":[{"a":1},['),
        _WRITTEN.replace(b'"answers":', b'"Answers; DROP":'),
        _WRITTEN.replace(b'"answers":[', b'"answers":{"a":[').replace(b"]]}", b"]]}}"),
        _WRITTEN.replace(b"1,null", b"1.5,null"),
        _WRITTEN.replace(b'"v":1', b'"v":2'),
        _WRITTEN + _WRITTEN,
    ],
)
def test_what_no_machine_wrote_is_refused(odd: bytes) -> None:
    with pytest.raises(NotARecord):
        read_record(odd)


@pytest.mark.parametrize("around", [b" %b", b"%b\n", b"\r\n%b\t"])
def test_blanks_around_a_record_say_nothing(around: bytes) -> None:
    assert read_record(around % _WRITTEN) == read_record(_WRITTEN)


def test_a_record_too_large_to_be_one_is_not_read() -> None:
    with pytest.raises(NotARecord):
        read_record(b" " * (48 * 1024 * 1024 + 1))


def _seen(records: list[Record]) -> dict[tuple[str, int], set[tuple[str, int]]]:
    """What each writer had seen, worked out another way than the fold does: by walking."""
    by_dot = {record.dot: record for record in records}
    seen = {}
    for record in records:
        found: set[tuple[str, int]] = set()
        todo = list(record.after)
        while todo:
            dot = todo.pop()
            if dot not in found:
                found.add(dot)
                todo.extend(by_dot[dot].after)
        seen[record.dot] = found
    return seen


def test_a_record_stands_after_what_it_was_written_over_whatever_its_stamp_says() -> None:
    first = replace(
        CASE,
        stamp=900,
        cells={"registrations": {"review": "waiting"}},
        rows={"decisions": ((1, 1),)},
    )
    second = replace(
        CASE,
        actor=ACTORS[1],
        stamp=3,
        after=(first.dot,),
        cells={"registrations": {"review": "decided"}},
        rows={"decisions": ((2, 1),)},
    )
    for order in ([first, second], [second, first]):
        state = state_of(order)
        assert (state.held, state.open) == ((), ())
        assert state.cells["registrations", "review"] == "decided"
        assert state.values("decisions") == ((1, 1), (2, 1))


def test_records_that_claim_to_follow_each_other_are_held() -> None:
    one = replace(CASE, after=((ACTORS[1], 1),))
    two = replace(CASE, actor=ACTORS[1], after=((ACTORS[0], 1),))
    assert set(state_of([one, two]).held) == {one.dot, two.dot}
