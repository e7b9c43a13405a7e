"""An order of variables in which those that are asked together stand near each other.

The size of a diagram turns on the order. The rule of thumb is the centre of gravity (FORCE, Aloul,
Markov and Sakallah 2003): every variable moves to the middle of the clusters it is in, again and
again, until the spread stops shrinking. Where that ends hangs on where it began, so it is begun
from many places and the narrowest end is taken. Same input, same order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

_STARTS = 16
_LARGE_PRIME = 7919


@lru_cache(maxsize=8)
def near_each_other(
    names: tuple[str, ...], clusters: tuple[tuple[str, ...], ...], *, late: tuple[str, ...]
) -> tuple[str, ...]:
    """The names, ordered; `clusters` are those that rules ask together.

    `late` are those that are looked at once the rest is known: the order, which may be read from
    either end, is turned so that they come late.
    """
    together = [cluster for cluster in clusters if cluster]
    named = dict.fromkeys((*(name for cluster in together for name in cluster), *names))
    ends = [_drawn(start, together) for start in _starts(tuple(named))]
    narrowest = min(ends, key=lambda order: _spread(order, together))
    turned = narrowest[::-1]
    return tuple(turned if _depth(turned, late) > _depth(narrowest, late) else narrowest)


def _starts(names: Sequence[str]) -> Iterator[list[str]]:
    """The names in orders that have little to do with each other; the first is as given."""
    for stride in range(1, _STARTS + 1):
        places = {name: place * stride**5 % _LARGE_PRIME for place, name in enumerate(names)}
        yield sorted(names, key=places.__getitem__)


def _drawn(order: list[str], clusters: Sequence[Sequence[str]]) -> list[str]:
    """The order drawn together until it gets no narrower."""
    while True:
        moved = _moved(order, clusters)
        if _spread(moved, clusters) >= _spread(order, clusters):
            return order
        order = moved


def _moved(order: Sequence[str], clusters: Sequence[Sequence[str]]) -> list[str]:
    place = {name: number for number, name in enumerate(order)}
    pulls: dict[str, list[float]] = {name: [] for name in order}
    for cluster in clusters:
        centre = sum(place[name] for name in cluster) / len(cluster)
        for name in cluster:
            pulls[name].append(centre)
    middles = {name: sum(some) / len(some) if some else place[name] for name, some in pulls.items()}
    return sorted(order, key=middles.__getitem__)


def _depth(order: Sequence[str], names: Sequence[str]) -> int:
    return sum(order.index(name) for name in names)


def _spread(order: Sequence[str], clusters: Sequence[Sequence[str]]) -> int:
    """How far the clusters reach, all together."""
    place = {name: number for number, name in enumerate(order)}
    spread = 0
    for cluster in clusters:
        places = [place[name] for name in cluster]
        spread += max(places) - min(places)
    return spread
