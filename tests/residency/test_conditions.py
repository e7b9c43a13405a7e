from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.residency.conditions import (
    All,
    Any,
    Atom,
    Clause,
    Condition,
    Day,
    Op,
    Truth,
    all_of,
    any_of,
    clauses,
    parse,
    truth,
)

DAY = Day(date(2026, 3, 9), frozenset({"malaria"}))
ATOMS = st.integers(min_value=0, max_value=5).map(lambda n: Atom(f"fact_{n}", Op.IS_TRUE))
TREES: st.SearchStrategy[Condition] = st.recursive(
    ATOMS,
    lambda parts: st.one_of(
        st.lists(parts, min_size=1, max_size=3).map(lambda some: All(tuple(some))),
        st.lists(parts, min_size=1, max_size=3).map(lambda some: Any(tuple(some))),
    ),
    max_leaves=10,
)
TRUTHS = st.fixed_dictionaries({f"fact_{n}": st.sampled_from(Truth) for n in range(6)})


@given(tree=TREES, known=TRUTHS)
def test_alternatives_are_true_false_and_unknown_where_the_tree_is(
    tree: Condition, known: dict[str, Truth]
) -> None:
    def of(atom: Atom) -> Truth:
        return known[atom.fact]

    def clause(atoms: Clause) -> Truth:
        return all_of(of(atom) for atom in atoms)

    assert any_of(clause(atoms) for atoms in clauses(tree)) is truth(tree, of)


@pytest.mark.parametrize(
    ("op", "value", "given_value", "holds"),
    [
        ("is_true", None, True, True),
        ("is_true", None, False, False),
        ("is_false", None, False, True),
        ("eq", "paid", "paid", True),
        ("eq", "paid", "waived", False),
        ("ne", "paid", "waived", True),
        ("in", ["paid", "waived"], "waived", True),
        ("in", ["paid", "waived"], "reduced", False),
        ("lt", 18, 17, True),
        ("lt", 18, 18, False),
        ("lte", 3, 3, True),
        ("gt", date(2021, 6, 30), date(2021, 7, 1), True),
        ("gte", "@service_date", date(2026, 3, 9), True),
        ("gte", "@service_date", date(2026, 3, 8), False),
        ("eq", "@service_date", date(2026, 3, 9), True),
        ("in", "@diseases", "malaria", True),
        ("in", "@diseases", "broken_leg", False),
    ],
)
def test_each_word_compares_as_it_says(
    op: str, value: object, given_value: bool | int | str | date, holds: bool
) -> None:
    tree = {"fact": "x", "op": op} if value is None else {"fact": "x", "op": op, "value": value}
    atom = parse(tree)
    assert isinstance(atom, Atom)
    assert atom.holds(given_value, DAY) is holds
    assert atom.compiled()(given_value, DAY) is holds


@pytest.mark.parametrize(
    "tree",
    [
        {"fact": "x", "op": "matches", "value": "a.*"},
        {"fact": "x"},
        {"fact": "x", "op": "eq"},
        {"fact": "x", "op": "is_true", "value": True},
        {"fact": "x", "op": "eq", "value": {"y": 1}},
        {"fact": 3, "op": "is_true"},
        {"none": []},
        {"all": {"fact": "x"}},
        {"all": [], "any": []},
    ],
)
def test_a_word_outside_the_vocabulary_is_refused(tree: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r"not |matches|take"):
        parse(tree)


def test_unknown_never_means_false() -> None:
    assert all_of([Truth.TRUE, Truth.UNKNOWN]) is Truth.UNKNOWN
    assert all_of([Truth.FALSE, Truth.UNKNOWN]) is Truth.FALSE
    assert any_of([Truth.FALSE, Truth.UNKNOWN]) is Truth.UNKNOWN
    assert any_of([Truth.TRUE, Truth.UNKNOWN]) is Truth.TRUE
    assert all_of([]) is Truth.TRUE
    assert any_of([]) is Truth.FALSE
