"""What stands in the cells of a subject, however it is added up."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from app.replica.disputes import Cells, said_apart, said_last
from app.replica.fold import fold
from app.replica.record import Record, Scalar
from tests.replica.histories import ACTORS, CELLS, VALUES, Machine

_SAID = st.dictionaries(st.sampled_from(CELLS), st.sampled_from(VALUES), max_size=3)


@given(st.lists(st.tuples(st.integers(0, 2), _SAID, st.integers(0, 1)), max_size=6))
@settings(max_examples=200, deadline=None)
def test_records_written_one_after_another_add_up_as_any_others(
    steps: list[tuple[int, dict[str, Scalar], int]],
) -> None:
    records = _in_a_row(steps)
    cells, disputes = said_apart(dict(enumerate(records)), records, ("decisions",), (), "rulings")
    assert disputes == []
    assert dict(said_last(records)) == dict(cells)
    state = fold(records, rivals=("decisions",))
    assert (state.cells, state.open, state.settled) == (cells, (), ())
    assert state.heads == tuple(one.dot for one in records[-1:])


def test_rows_of_tables_that_do_not_exclude_each_other_are_no_dispute() -> None:
    one, two = Machine(ACTORS[0], 0), Machine(ACTORS[1], 0)
    decided = one.write(1, cells={}, rows=1)
    checked = replace(two.write(1, cells={}, rows=0), rows={"second_checks": (("s-1",),)})
    state = fold([decided, checked], rivals=("decisions", "second_checks"))
    assert (state.open, state.settled) == ((), ())
    assert list(state.rows) == ["decisions", "second_checks"]


def test_cells_are_told_by_table_and_by_cell() -> None:
    cells = Cells({"registrations": {"review": "waiting"}, "feedback": {"for_user": None}})
    assert len(cells) == 2
    assert list(cells) == [("feedback", "for_user"), ("registrations", "review")]
    assert cells.of("registrations") == {"review": "waiting"}
    assert cells.of("patients") == {}
    assert ("registrations", "due_on") not in cells
    assert repr(cells) == repr(
        {("feedback", "for_user"): None, ("registrations", "review"): "waiting"}
    )


def _in_a_row(steps: list[tuple[int, dict[str, Scalar], int]]) -> list[Record]:
    machines = [Machine(actor, 0) for actor in ACTORS[:3]]
    for now, (who, said, rows) in enumerate(steps):
        written = machines[who].write(now, cells=said, rows=rows)
        for other in machines:
            other.known[written.dot] = written
    return sorted(machines[0].known.values(), key=lambda one: one.place)
