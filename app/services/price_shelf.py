"""What this desk prices with: what came with the program and what the trust took in or entered."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.core.dates import show
from app.core.errors import NotFound
from app.core.money import ZERO
from app.core.wording import Phrase, phrases
from app.pricing.currencies import Attendance, ItemPrice, Kind, PriceList, PriceSource
from app.pricing.kept import KeptPrices, from_text
from app.pricing.market_forces import MarketForces, ProviderFactor
from app.pricing.own_prices import Entered, laid_out
from app.pricing.tariff import Currency, Edition
from app.services.desk import Desk, service
from app.store import own_prices, price_lists, users
from app.store.own_prices import EnteredPrice
from app.store.price_lists import KeptList

EDITION, FACTORS, LOCAL, GUIDE = "edition", "factors", "local", "guide"
OWN = {LOCAL: PriceSource.LOCAL, GUIDE: PriceSource.GUIDE_PRICE}
OWN_NAMES = phrases(
    {
        PriceSource.LOCAL: "The trust’s own prices",
        PriceSource.GUIDE_PRICE: "Guide prices of the trust",
    }
)
LICENCE = "Contains public sector information licensed under the Open Government Licence v3.0."


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionShown:
    """One edition of the scheme's prices; `accepted_by` is empty for what came with Recoup."""

    tariff_year: str
    edition: str
    published_on: date
    effective_from: date
    effective_to: date
    source: str
    note: str
    in_force: bool  # the one that prices its year today
    accepted_by: str
    accepted_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FactorShown:
    """A year's factors, and that of this trust where one is known."""

    tariff_year: str
    providers: int
    own: ProviderFactor | None


@dataclass(frozen=True, slots=True, kw_only=True)
class PricesShown:
    """All that this desk prices with."""

    editions: tuple[EditionShown, ...]  # the newest year first
    factors: tuple[FactorShown, ...]
    own_factor: str  # the setting that stands in for years without one; empty where there is none
    own: tuple[ItemPrice, ...]  # the trust's own prices and guide prices, all days
    lists: tuple[PriceList, ...]  # upfront list, national average costs
    licence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PricesOf:
    """What is known of one code on one day."""

    edition: Edition
    hrg: Currency | None
    attendances: tuple[Attendance, ...]
    items: tuple[ItemPrice, ...]


def take_up_prices(desk: Desk) -> None:
    """Put what the store holds on the desk's shelf; what was accepted last stands first."""
    kept = price_lists.everything(desk.db)
    texts = {one.list_id: price_lists.squeezed(desk.db, one.list_id) for one in kept}
    editions = tuple(
        _edition(one, texts[one.list_id]) for one in reversed(kept) if one.kind == EDITION
    )
    changes = len(kept) + len(own_prices.prices(desk.db))
    own = tuple(
        _own_list(source, items, changes)
        for kind, source in OWN.items()
        if (items := own_items(desk, kind))
    )
    desk.shelf = replace(
        desk.shipped,
        editions=(*editions, *desk.shipped.editions),
        lists=(*desk.shipped.lists, *own),
    )
    desk.forces = _forces(desk, kept, texts)


def own_items(desk: Desk, kind: str) -> tuple[ItemPrice, ...]:
    """The trust's own prices of one kind with the days each holds, whatever they came in by."""
    accepted = [
        (one.accepted_at, Entered(item))
        for one in price_lists.everything(desk.db)
        if one.kind == kind
        for item in _opened(price_lists.squeezed(desk.db, one.list_id)).further.items
    ]
    single = [
        (one.entered_at, _entered(one))
        for one in own_prices.prices(desk.db)
        if one.source == OWN[kind].value
    ]
    ordered = sorted((*accepted, *single), key=lambda one: one[0])
    return laid_out(one for _, one in ordered)


@service(Act.SEE_PRICES)
def shown(desk: Desk) -> PricesShown:
    """Every list, factor and price at this desk."""
    kept = {
        (one.tariff_year, one.name): one
        for one in price_lists.everything(desk.db)
        if one.kind == EDITION
    }
    editions = sorted(
        desk.shelf.editions, key=lambda one: (one.tariff_year, one.published_on), reverse=True
    )
    setting = desk.trust.market_forces_factor
    return PricesShown(
        editions=tuple(
            _edition_shown(desk, one, kept.get((one.tariff_year, one.edition))) for one in editions
        ),
        factors=tuple(
            FactorShown(
                tariff_year=year,
                providers=len(by_code),
                own=by_code.get(desk.trust.provider_code),
            )
            for year, by_code in sorted(desk.forces.by_year.items(), reverse=True)
        ),
        own_factor="" if setting is None else f"{setting:f}",
        own=tuple(item for kind in OWN for item in own_items(desk, kind)),
        lists=desk.shipped.lists,
        licence=LICENCE,
    )


@service(Act.SEE_PRICES)
def price_of(desk: Desk, code: str, *, on: date) -> PricesOf:
    """Everything this desk would price a code with on a day, best source first.

    Raises Known `no_price` where no list of that year is here; NotFound where no list has it.
    """
    edition = desk.shelf.for_day(on)
    further = edition.further
    found = PricesOf(
        edition=edition,
        hrg=edition.currencies.get(code),
        attendances=tuple(
            one for one in further.attendances if code in (one.treatment_function, one.code)
        ),
        items=tuple(one for one in further.items if one.code == code)
        + tuple(
            item
            for source in PriceSource
            for item in desk.shelf.items(source, on=on)
            if code in (item.code, item.name)
        ),
    )
    if found.hrg is None and not found.attendances and not found.items:
        raise NotFound(
            Phrase("No list here prices {code} on {day}. Check the code.", code=code, day=show(on)),
            "code",
        )
    return found


def _edition(kept: KeptList, squeezed: bytes) -> Edition:
    """An accepted list; its rows are opened when first asked for, in whatever thread."""
    return Edition(
        tariff_year=kept.tariff_year,
        edition=kept.name,
        published_on=kept.published_on,
        effective_from=kept.effective_from,
        effective_to=kept.effective_to or date.max,
        source=f"{kept.publisher}, {kept.name}, as imported by the trust.",
        licence=LICENCE,
        rows=lambda: _opened(squeezed).currencies,
        others=lambda: _opened(squeezed).further,
    )


def _own_list(source: PriceSource, items: tuple[ItemPrice, ...], changes: int) -> PriceList:
    """One list of all; it is another list, and known as such, with every change."""
    return PriceList(
        name=OWN_NAMES[source],
        source=source,
        effective_from=min(item.effective_from or date.min for item in items),
        effective_to=None,
        citation=f"{OWN_NAMES[source]}.",
        note=f"After {changes} changes.",
        rows=lambda: items,
    )


def _forces(desk: Desk, kept: tuple[KeptList, ...], texts: Mapping[str, bytes]) -> MarketForces:
    """The factors that shipped, then each list's, then those entered: the last one counts."""
    years = {year: dict(by_code) for year, by_code in desk.shipped_forces.by_year.items()}
    for one in kept:
        if one.kind == FACTORS:
            factors = _opened(texts[one.list_id]).factors
            years.setdefault(one.tariff_year, {}).update(factors)
    for entered in own_prices.factors(desk.db):
        known = years.setdefault(entered.tariff_year, {})
        name = known[entered.provider].name if entered.provider in known else entered.provider
        known[entered.provider] = ProviderFactor(entered.provider, name, entered.factor)
    return MarketForces(years)


def _entered(kept: EnteredPrice) -> Entered:
    item = ItemPrice(
        kind=Kind(kept.kind),
        code=kept.code,
        name=kept.name,
        price=kept.price or ZERO,
        unit=kept.unit,
        source=PriceSource(kept.source),
        confirmed=False,
        factor_applies=kept.factor_applies,
        effective_from=kept.effective_from,
        effective_to=kept.effective_to,
    )
    return Entered(item, ended=kept.price is None)


def _opened(squeezed: bytes) -> KeptPrices:
    return from_text(price_lists.text_of(squeezed))


def _edition_shown(desk: Desk, one: Edition, kept: KeptList | None) -> EditionShown:
    return EditionShown(
        tariff_year=one.tariff_year,
        edition=one.edition,
        published_on=one.published_on,
        effective_from=one.effective_from,
        effective_to=one.effective_to,
        source=one.source,
        note=one.note,
        in_force=desk.shelf.edition(one.tariff_year) is one,
        accepted_by=users.get(desk.db, kept.accepted_by).display_name if kept else "",
        accepted_at=kept.accepted_at if kept else "",
    )
