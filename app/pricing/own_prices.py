"""The trust's own prices over time: what was entered last counts for the days it names.

Nothing is forgotten: a newer price cuts an older one of the same thing to the days around it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from app.core.dates import show
from app.core.errors import Known
from app.core.wording import Phrase
from app.pricing.currencies import ItemPrice

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Entered:
    """A price as it was entered or accepted; `ended`: from its first day on there is none."""

    item: ItemPrice
    ended: bool = False

    @property
    def since(self) -> date:
        """Its first day."""
        return self.item.effective_from or date.min

    @property
    def until(self) -> date:
        """Its last day."""
        return self.item.effective_to or date.max

    @property
    def key(self) -> tuple[str, str]:
        """What it prices, and for which admission."""
        return key_of(self.item)


def key_of(item: ItemPrice) -> tuple[str, str]:
    """Two prices are of the same thing by code, where there is one, else by name."""
    return (item.code or item.name.casefold(), item.admission)


def laid_out(entered: Iterable[Entered]) -> tuple[ItemPrice, ...]:
    """What holds when, given everything that was entered, oldest first."""
    held: dict[tuple[str, str], list[ItemPrice]] = {}
    for one in entered:
        pieces = [piece for item in held.get(one.key, ()) for piece in _around(item, one)]
        held[one.key] = pieces if one.ended else [*pieces, one.item]
    return tuple(item for pieces in held.values() for item in pieces)


def require_future(held: Iterable[ItemPrice], one: Entered, *, today: date) -> None:
    """Let a price in that changes nothing of the past.

    Raises Known `price_in_force` where days gone by would get another price than they had.

    An estimate given for such a day must come out as it did (hazard H9).
    """
    for item in held:
        if key_of(item) != one.key or _is_same(item, one):
            continue
        first = max(one.since, item.effective_from or date.min)
        last = min(one.until, item.effective_to or date.max)
        if first <= last and first < today:
            raise Known(
                "price_in_force",
                Phrase(
                    "{name} has the price {price} on {first} already. Days gone by keep theirs: "
                    "give the new one {today} or later as its first day.",
                    name=item.code or item.name,
                    price=item.price,
                    first=show(first),
                    today=show(today),
                ),
                "effective_from",
            )


def _is_same(item: ItemPrice, one: Entered) -> bool:
    told = one.item
    return not one.ended and (item.price, item.unit, item.factor_applies) == (
        told.price,
        told.unit,
        told.factor_applies,
    )


def _around(item: ItemPrice, one: Entered) -> tuple[ItemPrice, ...]:
    """The parts of an older price outside the days of a newer one."""
    since, until = item.effective_from or date.min, item.effective_to or date.max
    if until < one.since or one.until < since:
        return (item,)
    parts: list[ItemPrice] = []
    if since < one.since:
        parts.append(replace(item, effective_to=one.since - _DAY))
    if one.until < until:
        parts.append(replace(item, effective_from=one.until + _DAY))
    return tuple(parts)
