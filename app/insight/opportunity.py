"""What a trust may be missing beside its peers, with chance taken out (finance.md 6.2).

Finding and billing what is due is the trust's; it is no target for a person, a ward or a
nationality, and a trust that finds few among many checked is not failing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp2, lgamma, log

from app.insight.gamma import below, quantile

BENCHMARK = 0.70  # the level that three peers in ten reach
LEAST, MOST = 0.25, 4.0  # of the exposure index, which is the weak input
_PRIOR_INVOICES = 20  # how many invoices the peers' mean charge weighs
_LOW, _HIGH = 0.10, 0.90


@dataclass(frozen=True, slots=True, kw_only=True)
class Peer:
    """A trust in a year: activity as weighted by specialty, and visitors beside the national 1."""

    trust: str
    activity: float
    exposure: float
    identified: int
    mean_charge: float  # pounds
    invoiced: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What one trust may be missing in a year, in pounds: eight times in ten between two bounds."""

    trust: str
    expected: float  # cases
    raw: float  # found over expected
    shrunken: float
    shortfall: float
    mean_charge: float
    pounds: float
    low: float
    high: float


def opportunity(
    peers: Sequence[Peer], *, benchmark: float = BENCHMARK, exposed: float = 1.0
) -> tuple[Found, ...]:
    """Every trust beside all of them; `exposed` multiplies what is expected, to show its weight.

    Raises ValueError where nothing was found or invoiced by anybody, or cases without activity.
    """
    weights = [peer.activity * min(max(peer.exposure, LEAST), MOST) for peer in peers]
    found, weight = sum(peer.identified for peer in peers), sum(weights)
    invoiced = sum(peer.invoiced for peer in peers)
    if found <= 0 or weight <= 0 or invoiced <= 0:
        raise ValueError("no trust has activity, cases and invoices")
    if any(peer.identified and not one for peer, one in zip(peers, weights, strict=True)):
        raise ValueError("a trust has cases and no activity")
    fair = [one * found / weight for one in weights]
    spread = _spread([peer.identified for peer in peers], fair)
    level = quantile(benchmark, spread, spread)
    charge = sum(peer.invoiced * peer.mean_charge for peer in peers) / invoiced
    return tuple(
        _found(peer, one * exposed, spread=spread, level=level, charge=charge)
        for peer, one in zip(peers, fair, strict=True)
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlook:
    """One trust beside its peers, and the same with the weak input and the level moved."""

    found: Found
    moved: tuple[tuple[str, Found], ...]  # by the name of its words
    peers: int


_MOVED: Mapping[str, tuple[float, float]] = {
    "less_exposed": (BENCHMARK, 0.8),
    "more_exposed": (BENCHMARK, 1.25),
    "lower_level": (0.60, 1.0),
    "higher_level": (0.75, 1.0),
}


def outlook(peers: Sequence[Peer], trust: str) -> Outlook:
    """What one of these trusts may be missing; raises ValueError where it is not among them."""
    place = next((at for at, peer in enumerate(peers) if peer.trust == trust), None)
    if place is None:
        raise ValueError(f"{trust} is not among the trusts")
    return Outlook(
        found=opportunity(peers)[place],
        moved=tuple(
            (name, opportunity(peers, benchmark=level, exposed=exposed)[place])
            for name, (level, exposed) in _MOVED.items()
        ),
        peers=len(peers),
    )


def _found(peer: Peer, expected: float, *, spread: float, level: float, charge: float) -> Found:
    shape, rate = spread + peer.identified, spread + expected
    shortfall = level * below(level, shape, rate) - shape / rate * below(level, shape + 1, rate)
    own = peer.invoiced * peer.mean_charge + _PRIOR_INVOICES * charge
    mean = own / (peer.invoiced + _PRIOR_INVOICES)
    worth = expected * mean
    return Found(
        trust=peer.trust,
        expected=expected,
        raw=peer.identified / expected if expected else 0.0,
        shrunken=shape / rate,
        shortfall=shortfall,
        mean_charge=mean,
        pounds=max(shortfall, 0.0) * worth,
        low=max(level - quantile(_HIGH, shape, rate), 0.0) * worth,
        high=max(level - quantile(_LOW, shape, rate), 0.0) * worth,
    )


def _spread(found: Sequence[int], expected: Sequence[float]) -> float:
    """How alike the trusts are once chance is out: the shape that makes what they found likeliest.

    Searched by thirds over its logarithm, between trusts that share nothing and trusts all alike.
    """

    def likely(exponent: float) -> float:
        shape = exp2(exponent)
        return sum(
            lgamma(count + shape)
            - lgamma(shape)
            + shape * log(shape / (shape + fair))
            + (count * log(fair / (shape + fair)) if count else 0.0)
            for count, fair in zip(found, expected, strict=True)
        )

    low, high = -10.0, 20.0
    while high - low > 1e-9:
        third = (high - low) / 3
        if likely(low + third) < likely(high - third):
            low += third
        else:
            high -= third
    return exp2((low + high) / 2)
