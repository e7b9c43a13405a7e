from __future__ import annotations

from itertools import product

from hypothesis import given, settings
from hypothesis import strategies as st

from app.residency.conditions import NO_DAY, All, Any, Atom, Condition, Op
from app.residency.first_hit import DONE, FirstHit

VALUES = (0, 1, 2, None)
FIELDS = ("a", "b", "c", "d")


def atom(field: str, op: Op, value: int) -> Atom:
    return Atom(field, op, value)


def plainly(rows: list[tuple[Condition, str]], values: dict[str, int | None]) -> str:
    def holds(condition: Condition) -> bool:
        match condition:
            case Atom(name):
                value = values[name]
                return value is not None and condition.holds(value, NO_DAY)
            case All(parts):
                return all(map(holds, parts))
            case _:
                return any(map(holds, condition.parts))

    return next(outcome for when, outcome in rows if holds(when))


ATOMS = st.builds(
    atom,
    st.sampled_from(FIELDS),
    st.sampled_from((Op.EQ, Op.NE, Op.LT, Op.GTE)),
    st.sampled_from((0, 1, 2)),
)
CONDITIONS = st.one_of(
    st.lists(ATOMS, min_size=1, max_size=3).map(lambda parts: All(tuple(parts))),
    st.lists(ATOMS, min_size=1, max_size=2).map(lambda parts: Any(tuple(parts))),
)
TABLES = st.lists(st.tuples(CONDITIONS, st.sampled_from("xyz")), max_size=6).map(
    lambda rows: [*rows, (All(()), "else")]
)


@settings(max_examples=60, deadline=None)
@given(rows=TABLES)
def test_the_first_row_that_holds_wins_for_every_set_of_answers(
    rows: list[tuple[Condition, str]],
) -> None:
    table = FirstHit(rows, FIELDS)
    for values in product(VALUES, repeat=len(FIELDS)):
        expected = plainly(rows, dict(zip(FIELDS, values, strict=True)))
        assert table.find(values).outcome == expected


@settings(max_examples=60, deadline=None)
@given(rows=TABLES, values=st.tuples(*[st.sampled_from(VALUES)] * len(FIELDS)))
def test_no_field_is_asked_that_cannot_matter_and_none_twice(
    rows: list[tuple[Condition, str]], values: tuple[int | None, ...]
) -> None:
    table = FirstHit(rows, FIELDS)
    node, asked = table.start, []
    while node.place != DONE:
        asked.append(node.place)
        assert any(part.fact == FIELDS[node.place] for row in table.rows for part in row.when)
        node = node[values[node.place]]
    assert len(set(asked)) == len(asked)


def test_a_row_names_the_comparisons_that_made_it_win() -> None:
    rows: list[tuple[Condition, str]] = [(atom("a", Op.EQ, 1), "one"), (All(()), "else")]
    table, values = FirstHit(rows, FIELDS), (1, None, None, None)
    assert table.because(table.find(values), values) == ((atom("a", Op.EQ, 1), 1),)


def test_rows_that_lead_to_the_same_outcome_are_not_told_apart() -> None:
    rows: list[tuple[Condition, str]] = [(atom("a", Op.EQ, 1), "same"), (All(()), "same")]
    assert FirstHit(rows, FIELDS).start.place == DONE


def test_the_same_state_is_the_same_node_whichever_way_it_was_reached() -> None:
    rows: list[tuple[Condition, str]] = [
        (All((atom("a", Op.EQ, 1), atom("b", Op.EQ, 1))), "both"),
        (All(()), "else"),
    ]
    table = FirstHit(rows, FIELDS)
    assert table.start[0] is table.start[2]


def test_of_rows_with_the_same_outcome_the_first_in_the_order_of_asking_will_do() -> None:
    rows: list[tuple[Condition, str]] = [
        (atom("c", Op.EQ, 1), "free"),
        (atom("a", Op.EQ, 1), "free"),
        (All(()), "else"),
    ]
    table = FirstHit(rows, FIELDS)
    assert FIELDS[table.start.place] == "a"
    assert table.start[1].place == DONE
