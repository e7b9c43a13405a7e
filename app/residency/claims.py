"""Whether answers say something new to a case closed by the officer's certificate.

Under the certificate what nobody claimed reads as not claimed (charging-rules.md 10.2). Learning
a plain no on such a fact changes nothing. Anything that reads otherwise is a later claim; so is an
answer taken back, for silence on it was not what was certified (10.8).
"""

from __future__ import annotations

from collections.abc import Mapping

from app.residency.conditions import Atom, Day
from app.residency.facts import Fact, FactValue
from app.residency.law import Law

Facts = Mapping[str, FactValue]


def later_claims(before: Facts, now: Facts, law: Law, day: Day) -> tuple[str, ...]:
    """The facts on which the answers now say more, or less, than was certified."""
    return tuple(
        fact.name
        for fact in law.facts.all
        if fact.lapses_unclaimed
        and _is_new(fact, before.get(fact.name), now.get(fact.name), law, day)
    )


def _is_new(
    fact: Fact, before: FactValue | None, now: FactValue | None, law: Law, day: Day
) -> bool:
    if now is None:
        return before is not None  # taken back
    atoms = law.pack.tables.atoms(fact.name)
    return any(_reads(fact, atom, before, day) != _reads(fact, atom, now, day) for atom in atoms)


def _reads(fact: Fact, atom: Atom, value: FactValue | None, day: Day) -> bool | None:
    """True, false, or None where the value itself says that it is not settled yet."""
    if value is None:
        return atom.holds_unclaimed()
    return None if value in fact.pending_values else atom.holds(value, day)
