"""An order of variables in which those that are asked together stand near each other.

The size of a diagram turns on the order. The rule of thumb is the centre of gravity (FORCE, Aloul,
Markov and Sakallah 2003): every variable moves to the middle of the clusters it is in, again and
again, until the spread stops shrinking. Same input, same order.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def near_each_other(names: Iterable[str], clusters: Sequence[Sequence[str]]) -> list[str]:
    """The names, ordered; `clusters` are those that rules ask together."""
    order = list(dict.fromkeys([name for cluster in clusters for name in cluster] + list(names)))
    while True:  # the spread shrinks every time round
        moved = _moved(order, clusters)
        if _spread(moved, clusters) >= _spread(order, clusters):
            return order
        order = moved


def _moved(order: Sequence[str], clusters: Sequence[Sequence[str]]) -> list[str]:
    place = {name: number for number, name in enumerate(order)}
    pulls: dict[str, list[float]] = {name: [] for name in order}
    for cluster in clusters:
        centre = sum(place[name] for name in cluster) / max(len(cluster), 1)
        for name in cluster:
            pulls[name].append(centre)
    return sorted(
        order, key=lambda name: sum(pulls[name]) / len(pulls[name]) if pulls[name] else place[name]
    )


def _spread(order: Sequence[str], clusters: Sequence[Sequence[str]]) -> int:
    place = {name: number for number, name in enumerate(order)}
    places = ([place[name] for name in cluster] for cluster in clusters)
    return sum(max(some) - min(some) for some in places if some)
