"""What behind a finding is not confirmed law, told to the officer with its source."""

from __future__ import annotations

from collections.abc import Sequence

from app.residency.findings import Category, Charged
from app.residency.line import LineTest
from app.residency.rules import Country, RulePack


def doubted_agreements(tests: Sequence[LineTest], pack: RulePack) -> tuple[Country, ...]:
    """The places whose agreement frees a line although its scope is not confirmed."""
    places = dict.fromkeys(
        test.facts.get("country_of_residence")
        for test in tests
        if test.frees & pack.bits.by_agreement
    )
    countries = (pack.countries[place] for place in places if isinstance(place, str))
    return tuple(country for country in countries if not country.scope_confirmed)


def agreement_words(country: Country) -> str:
    """Who an agreement is thought to cover, and what the list says of it."""
    parts = (country.agreement_persons, country.agreement_evidence, country.notes)
    return f"{country.agreement_name}: {'; '.join(part for part in parts if part)}."


def letter_doubted(
    category: Category, charged: Charged, tests: Sequence[LineTest], pack: RulePack
) -> bool:
    """Whether the letter is a reading: D or F with nothing to pay, or a side nobody confirmed."""
    if charged is Charged.NO and category in (Category.D, Category.F):
        return True
    if category not in (Category.C, Category.D):
        return False
    doubted = pack.standing.unconfirmed_sides
    return any(test.facts.get("country_of_residence") in doubted for test in tests)
