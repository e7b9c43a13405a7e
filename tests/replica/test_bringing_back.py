"""A removal that somebody worked against unknowing: it is made void, on every machine alike."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

from hypothesis import given, settings

from app.replica.bringing_back import CARRIED, carries_its_own, moves_subjects, rows_that_carry
from app.replica.fold import State, fold, outlived
from app.replica.record import Record, read_record
from tests.replica.histories import ACTORS, COPY, TAKES_OUT, Machine, histories


def state_of(records: list[Record]) -> State:
    return fold(records)


def hollowed(records: list[Record]) -> list[Record]:
    """As they stand on a machine that let go of what it was told is gone."""
    left = {one.dot: one for one in outlived(records, fold(records), takes_out=TAKES_OUT)}
    return [left.get(one.dot, one) for one in records]


def bring_back(machine: Machine, now: int) -> Record:
    """What a machine writes that needs what was taken."""
    records = list(machine.known.values())
    carried = rows_that_carry(records, fold(records).taken)
    record = replace(machine.write(now, cells={}, rows=0), rows=carried)
    machine.known[record.dot] = record
    return record


def taken_and_worked_on() -> tuple[Machine, Machine, Record, Record]:
    """One takes a case away, the other works on it, neither knowing of the other."""
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    one.write(1, cells={"review": "waiting", "due_on": "2026-03-10"}, rows=2)
    two.meet(one)
    gone = one.write(2, cells={}, rows=0, gone=True)
    work = two.write(3, cells={"review": "decided"}, rows=1)
    return one, two, gone, work


def test_what_comes_back_is_as_if_it_had_never_been_taken_away() -> None:
    one, two, gone, work = taken_and_worked_on()
    never = state_of(list(two.known.values()))
    one.known = {record.dot: record for record in hollowed(list(one.known.values()))}
    two.meet(Machine(ACTORS[0], 0))
    two.known[gone.dot] = gone
    back = bring_back(two, 4)
    after = state_of([*one.known.values(), work, back])
    assert (after.rows, after.cells, after.open) == (never.rows, never.cells, never.open)
    assert (after.gone, after.taken, after.brought_back) == (False, frozenset(), back.stamp)
    assert state_of(list(two.known.values())) == after


def test_it_makes_no_difference_how_many_bring_it_back() -> None:
    one, two, gone, work = taken_and_worked_on()
    three = Machine(ACTORS[2], 50)
    three.known = {**two.known, gone.dot: gone}
    two.known[gone.dot] = gone
    first, second = bring_back(two, 4), bring_back(three, 4)
    hollow = hollowed(list(one.known.values()))
    alone = state_of([*hollow, work, first])
    both = [*hollow, work, first, second]
    states = [state_of(list(order)) for order in permutations(both)]
    assert all(state == states[0] for state in states)
    assert (states[0].rows, states[0].cells) == (alone.rows, alone.cells)
    assert states[0].open == ()


def test_a_later_removal_takes_what_was_brought_back() -> None:
    _one, two, gone, _work = taken_and_worked_on()
    two.known[gone.dot] = gone
    bring_back(two, 4)
    two.write(5, cells={}, rows=0, gone=True)
    records = list(two.known.values())
    assert state_of(records).gone
    left = hollowed(records)
    assert state_of(left).gone
    assert all(not one.rows and not one.cells for one in left)


def test_what_is_brought_back_twice_is_whole() -> None:
    one, two, gone, _work = taken_and_worked_on()
    two.known[gone.dot] = gone
    bring_back(two, 4)
    before = state_of(list(two.known.values()))
    one.meet(two)
    one.known = {record.dot: record for record in one.known.values()}
    again = one.write(5, cells={}, rows=0, gone=True)
    two.write(5, cells={"due_on": "2026-04-01"}, rows=0)
    two.known[again.dot] = again
    bring_back(two, 6)
    hollow = hollowed(list(one.known.values()))
    after = state_of([*{one.dot: one for one in [*two.known.values(), *hollow]}.values()])
    assert after.rows == before.rows
    assert after.cells["registrations", "due_on"] == "2026-04-01"
    assert after.cells["registrations", "review"] == "decided"


def test_where_nothing_is_left_there_is_nothing_to_bring_back() -> None:
    one, _, _, _ = taken_and_worked_on()
    hollow = hollowed(list(one.known.values()))
    assert rows_that_carry(hollow, fold(hollow).taken) == {}


def test_retention_pages_taken_out_later_leave_what_carries_them_too() -> None:
    end = replace(COPY, number=2, stamp=2, after=(COPY.dot,), rows={}, gone=True)
    back = replace(
        end,
        actor=ACTORS[1],
        number=1,
        stamp=3,
        after=(end.dot,),
        gone=False,
        rows=rows_that_carry([COPY, end], {COPY.dot}),
    )
    removal = replace(
        back, number=2, stamp=4, after=(back.dot,), rows={"image_removals": (("i-1", "time"),)}
    )
    hollow = replace(COPY, rows={})
    (left,) = outlived(
        [hollow, end, back, removal], fold([hollow, end, back, removal]), takes_out=TAKES_OUT
    )
    assert left.dot == back.dot
    assert b"document_pages" not in left.to_bytes()
    assert b"document_images" in left.to_bytes()
    assert (
        outlived(
            [hollow, end, left, removal], fold([hollow, end, left, removal]), takes_out=TAKES_OUT
        )
        == ()
    )


@given(histories(ends=True))
@settings(max_examples=60, deadline=None)
def test_any_history_with_removals_comes_back_the_same_in_any_order(
    records: list[Record],
) -> None:
    """One machine that has everything, and needs it, brings it back; others may be hollow."""
    whole = state_of([replace(one, gone=False) for one in records])
    before = fold(records)
    keeper = Machine("f" * 16, 0)
    keeper.known = {one.dot: one for one in records}
    carried = rows_that_carry(records, before.taken)
    if not carried:
        return
    back = replace(keeper.write(99, cells={}, rows=0), rows=carried)
    mixed = [*hollowed(records), back]
    after = state_of(mixed)
    assert state_of(list(reversed(mixed))) == after == state_of([*records, back])
    assert after.taken == frozenset()
    assert {name: [row.values for row in rows] for name, rows in after.rows.items()} == {
        name: [row.values for row in rows] for name, rows in whole.rows.items()
    }


def test_only_records_of_its_own_subject_are_carried() -> None:
    _one, two, gone, _ = taken_and_worked_on()
    two.known[gone.dot] = gone
    back = bring_back(two, 4)
    assert carries_its_own(back)
    assert carries_its_own(gone)
    assert (moves_subjects(back), moves_subjects(gone)) == (True, True)
    assert read_record(back.to_bytes()) == back
    assert not carries_its_own(replace(back, about="another"))
    assert not carries_its_own(replace(back, rows={CARRIED: (("{}",),)}))
    assert not carries_its_own(replace(back, rows={CARRIED: ((),)}))
    nested = replace(back, rows={CARRIED: ((back.to_bytes().decode(),),)})
    assert not carries_its_own(nested)


def test_what_brings_back_alone_keeps_nothing_that_a_later_removal_saw() -> None:
    _one, two, gone, _work = taken_and_worked_on()
    three = Machine(ACTORS[2], 0)
    three.known = dict(two.known)
    two.known[gone.dot] = gone
    back = bring_back(two, 4)
    seen_work = three.write(5, cells={}, rows=0, gone=True)
    records = [*two.known.values(), seen_work]
    assert back in records
    assert state_of(records).gone
    assert state_of(hollowed(records)).gone


def test_what_came_back_once_is_carried_on_where_it_comes_back_again() -> None:
    one, two, gone, work = taken_and_worked_on()
    three = Machine(ACTORS[2], 0)
    three.known = {dot: record for dot, record in two.known.items() if record != work}
    two.known[gone.dot] = gone
    bring_back(two, 4)
    before = state_of(list(two.known.values()))
    other = three.write(5, cells={}, rows=0, gone=True)
    elsewhere = hollowed([*one.known.values(), other])
    more = two.write(6, cells={"due_on": "2026-04-01"}, rows=0)
    two.known[other.dot] = other
    last = bring_back(two, 7)
    after = state_of([*elsewhere, work, more, last, *two.known.values()])
    assert after.rows == before.rows
    lost = {one.dot for one in two.known.values() if CARRIED in one.rows and one != last}
    without_first = [
        replace(one, rows={}) if one.dot in lost else one for one in two.known.values()
    ]
    alike = state_of([*{one.dot: one for one in [*without_first, *elsewhere]}.values()])
    assert alike.rows == before.rows
