from __future__ import annotations

from datetime import date
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from app.library.law import load_law
from app.residency.line import Line, try_line
from tests.residency.given import TODAY, by_chance
from tests.residency.reference import true_and_unknown

PACK = load_law().pack
SEEDS = st.integers(min_value=0, max_value=2**32)


@settings(max_examples=150, deadline=None)
@given(seed=SEEDS, certified=st.booleans())
def test_the_bit_tables_say_what_the_trees_say(seed: int, *, certified: bool) -> None:
    chance = Random(seed)
    for _ in range(4):
        test = try_line(Line("1"), by_chance(chance), PACK, on=TODAY, certified=certified)
        true, unknown = true_and_unknown(test.facts, test.day.service_date, certified=certified)
        assert [rule.id for rule in PACK.rules_of(test.reading.true)] == true
        left_open = [rule.id for rule in PACK.rules_of(test.reading.unknown)]
        assert [rule for rule in left_open if rule not in true] == unknown


def test_rules_start_and_end_on_their_days() -> None:
    easement = PACK.tables.mask(
        place for place, rule in enumerate(PACK.rules) if rule.id == "commonwealth_games_2022"
    )
    days = (date(2022, 7, 13), date(2022, 7, 14), date(2022, 8, 17), date(2022, 8, 18))
    assert [bool(PACK.tables.in_force(day) & easement) for day in days] == [
        False,
        True,
        True,
        False,
    ]


def test_a_word_no_rule_names_fails_every_equality() -> None:
    named = try_line(Line("1"), {"parent_group": "ihs_paid"}, PACK, on=TODAY, certified=False)
    other = try_line(Line("1"), {"parent_group": "a_new_group"}, PACK, on=TODAY, certified=False)
    open_to = {rule.id for rule in PACK.rules_of(named.reading.unknown)}
    assert "child_born_uk_to_ihs_parent" in open_to
    assert "child_born_uk_to_ihs_parent" not in {
        rule.id for rule in PACK.rules_of(other.reading.unknown | other.reading.true)
    }


def test_a_fact_no_rule_asks_for_kills_nothing() -> None:
    assert PACK.tables.kills("names", "Ada", PACK.day(TODAY)) == 0
    assert PACK.tables.bits_of("names") == PACK.tables.speaks_for("names") == 0
