"""Single prices of the trust and a provider's factor, entered by hand.

Local prices carry no market forces factor unless the trust says so (finance.md 1.4).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal

from app.access.roles import Act
from app.core.errors import BadInput, NotFound
from app.core.money import ZERO, Money
from app.core.people import clean_line
from app.core.wording import Phrase
from app.pricing.cells import HIGHEST_PRICE
from app.pricing.currencies import ItemPrice, Kind
from app.pricing.market_forces import PROVIDER
from app.pricing.own_prices import Entered, require_future
from app.pricing.own_reader import LONGEST_CODE
from app.pricing.request import HIGHEST_FACTOR, LOWEST_FACTOR
from app.pricing.years import year_bounds
from app.services.desk import Desk, service
from app.services.price_shelf import LOCAL, OWN, own_items, take_up_prices
from app.store import own_prices
from app.store.own_prices import EnteredFactor, EnteredPrice

_SIX_DECIMALS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPrice:
    """A price as it is typed; without a first day it counts from today."""

    name: str
    price: Money
    code: str = ""
    unit: str = ""
    kind: Kind = Kind.OTHER
    factor_applies: bool = False
    effective_from: date | None = None
    effective_to: date | None = None


@service(Act.ADMINISTER)
def enter_price(desk: Desk, price: OwnPrice, *, kind: str = LOCAL) -> ItemPrice:
    """Add a local or guide price, or change one from a day on; used at once.

    Raises BadInput `no_name`, `bad_text`, `bad_amount` or `bad_date`; Known `price_in_force`
    where a day gone by would get another price than it had.
    """
    since = price.effective_from or desk.today
    if price.effective_to is not None and price.effective_to < since:
        raise BadInput("bad_date", "The last day is before the first. Correct it.", "effective_to")
    if not ZERO <= price.price <= HIGHEST_PRICE:
        raise BadInput(
            "bad_amount", Phrase("Enter a price from 0 to {most}.", most=HIGHEST_PRICE), "price"
        )
    item = ItemPrice(
        kind=price.kind,
        code=_code(price.code),
        name=_name(price.name),
        price=price.price,
        unit=clean_line(price.unit, "unit"),
        source=OWN[kind],
        confirmed=False,
        factor_applies=price.factor_applies,
        effective_from=since,
        effective_to=price.effective_to,
    )
    require_future(own_items(desk, kind), Entered(item), today=desk.today)
    _keep(desk, item, ended=False)
    return item


@service(Act.ADMINISTER)
def end_price(desk: Desk, *, code: str = "", name: str = "", kind: str = LOCAL) -> ItemPrice:
    """Let a price end: from tomorrow there is none; raises NotFound."""
    held = [
        item
        for item in own_items(desk, kind)
        if (item.code == code if code else item.name == name)
        if item.effective_to is None or item.effective_to > desk.today
    ]
    if not held:
        raise NotFound(
            Phrase("There is no price of {name} to end. Check the code.", name=code or name), "code"
        )
    last = replace(held[-1], effective_from=desk.today + timedelta(days=1), effective_to=None)
    _keep(desk, last, ended=True)
    return last


@service(Act.ADMINISTER)
def enter_factor(
    desk: Desk, tariff_year: str, factor: Decimal, *, provider: str | None = None
) -> None:
    """Say what the market forces factor of a year is, of this trust unless another is named.

    Estimates already given keep the factor they were worked out with. Raises BadInput `bad_mff`
    or `bad_tariff_year`.
    """
    year_bounds(tariff_year)
    code = (provider or desk.trust.provider_code).strip().upper()
    if not PROVIDER.fullmatch(code):
        raise BadInput("bad_mff", "A provider code is like R1H. Correct it.", "provider")
    if not (
        factor.is_finite()
        and LOWEST_FACTOR <= factor <= HIGHEST_FACTOR
        and factor == round(factor, _SIX_DECIMALS)
    ):
        raise BadInput(
            "bad_mff", Phrase("Enter the factor like 1.148886, not {factor}.", factor=factor), "mff"
        )
    entered = EnteredFactor(
        tariff_year=tariff_year,
        provider=code,
        factor=factor,
        entered_by=desk.person.user_id,
        entered_at=desk.moment,
    )
    with desk.db.atomic():
        own_prices.add_factor(desk.db, entered)
        desk.audit("factor_entered", code, {"tariff_year": tariff_year, "factor": f"{factor:.6f}"})
    take_up_prices(desk)


def _keep(desk: Desk, item: ItemPrice, *, ended: bool) -> None:
    entered = EnteredPrice(
        source=item.source.value,
        kind=item.kind.value,
        code=item.code,
        name=item.name,
        unit=item.unit,
        price=None if ended else item.price,
        factor_applies=item.factor_applies,
        effective_from=item.effective_from or desk.today,
        effective_to=item.effective_to,
        entered_by=desk.person.user_id,
        entered_at=desk.moment,
    )
    with desk.db.atomic():
        own_prices.add_price(desk.db, entered)
        desk.audit(
            "price_ended" if ended else "price_entered",
            item.code or item.name,
            {
                "source": item.source.value,
                "from": entered.effective_from.isoformat(),
                **({} if ended else {"pence": item.price.pence}),
            },
        )
    take_up_prices(desk)


def _name(text: str) -> str:
    name = clean_line(text, "name")
    if not name:
        raise BadInput("no_name", "Say what this price is of.", "name")
    return name


def _code(text: str) -> str:
    code = clean_line(text, "code")
    if len(code) > LONGEST_CODE:
        raise BadInput(
            "bad_text", Phrase("A code has at most {most} letters.", most=LONGEST_CODE), "code"
        )
    return code
