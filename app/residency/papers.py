"""Which documents are worth asking for: those for what is true, and the fewest that would settle.

Each entry is a ground and the papers of which any one supports it. A case is settled by papers when
everything that waits (residence, a line, the letter) has a ground that would then hold. Of the open
grounds only those count that have papers, that something known already speaks for, and that no
known fact rules out: nobody is asked for the papers of a ground nobody mentioned. Smallest means
the fewest grounds; among sets of equal size the fewest facts still to be shown, then grounds that
need no private talk, then the order of the rules. Each ground counts by itself, even where one
paper would happen to prove another too, on another day under older law. What no papers could settle
is left aside, and the rest is settled as far as papers go.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, takewhile
from typing import NamedTuple

from app.residency.explanation import Basis
from app.residency.findings import EvidenceWanted
from app.residency.line import LineTest
from app.residency.mark_sheet import each_bit
from app.residency.rules import Group


class _Open(NamedTuple):
    """An open ground: what it would settle, and how much of it is still to be shown."""

    group: Group
    settles: frozenset[int]  # the places of the waits
    to_show: int


def evidence_wanted(basis: Basis) -> tuple[EvidenceWanted, ...]:
    """The papers for every true ground, and for the smallest set of open ones that settles."""
    true = 0
    for test in basis.tests:
        true |= test.reading.true & basis.pack.bits.freeing
    groups = [*basis.pack.groups_of(true), *_settling(basis)]
    wanted = {
        group.id: EvidenceWanted(group.id, group.label, group.evidence)
        for group in groups
        if group.evidence
    }
    return tuple(wanted.values())


def _settling(basis: Basis) -> Sequence[Group]:
    """The smallest set of open grounds that ends every wait that papers can end."""
    grounds = _open_grounds(basis)
    waits = frozenset[int]().union(*(ground.settles for ground in grounds))
    sets = (
        some
        for size in range(len(waits) + 1)
        for some in combinations(grounds, size)
        if waits <= frozenset[int]().union(*(ground.settles for ground in some))
    )
    first = next(sets)
    rivals = takewhile(lambda some: len(some) == len(first), sets)
    return [ground.group for ground in min((first, *rivals), key=_cost)]


def _cost(grounds: Sequence[_Open]) -> tuple[int, int]:
    return (
        sum(ground.to_show for ground in grounds),
        sum(ground.group.sensitive for ground in grounds),
    )


def _open_grounds(basis: Basis) -> list[_Open]:
    """The open grounds that something speaks for on some line, in the order of the rules; of
    several that would settle the same, one."""
    settles: dict[str, set[int]] = {}
    to_show: dict[str, int] = {}
    spoken_for: set[str] = set()
    for place, (test, mask) in enumerate(basis.open):
        spoken = _spoken_for(basis, test)
        for ground in each_bit(_provable(basis, test, mask)):
            (group,) = basis.pack.groups_of(ground)
            settles.setdefault(group.id, set()).add(place)
            shown = _to_show(basis, test, ground)
            to_show[group.id] = min(shown, to_show.get(group.id, shown))
            if ground & spoken:
                spoken_for.add(group.id)
    grounds = (
        _Open(group, frozenset(settles[group.id]), to_show[group.id])
        for group in basis.pack.groups
        if group.id in spoken_for
    )
    best: dict[frozenset[int], _Open] = {}
    for one in sorted(grounds, key=lambda one: _cost([one])):
        best.setdefault(one.settles, one)  # of those that settle the same, the nearest
    return sorted(best.values(), key=lambda one: basis.pack.groups.index(one.group))


def _spoken_for(basis: Basis, test: LineTest) -> int:
    """The grounds that a known fact of a line speaks for.

    What any case may tell, an age or a marriage, speaks for no ground that needs a private talk:
    only a fact does that such grounds alone ask about.
    """
    tables, private = basis.pack.tables, basis.pack.bits.sensitive
    spoken = 0
    for fact, value in test.facts.items():
        if value is not None:
            ordinary = tables.bits_of(fact) & ~private
            spoken |= tables.speaks_for(fact) & (~private if ordinary else -1)
    return spoken


def _provable(basis: Basis, test: LineTest, mask: int) -> int:
    """Of what waits the open grounds that have papers, and that would end the wait if they held."""
    bits, unknown = basis.pack.bits, test.reading.unknown
    provable = mask & unknown & (bits.resident | bits.exempt) & bits.with_papers
    if unknown & bits.conception:
        provable &= ~bits.except_conception  # it would wait on for what the service is
    return provable


def _to_show(basis: Basis, test: LineTest, ground: int) -> int:
    """How many facts leave one ground open."""
    tables = basis.pack.tables
    return len(tables.opened_by(test.facts, test.day, ground, certified=test.certified))
