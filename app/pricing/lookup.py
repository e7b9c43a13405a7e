"""Which published or local price stands for a line, and which stands in where there is none."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from app.core.errors import Known
from app.core.money import Money
from app.core.wording import Phrase
from app.pricing.currencies import Attendance, ItemPrice, Kind, PriceList, PriceSource
from app.pricing.request import LineRequest
from app.pricing.rules import RuleId
from app.pricing.tariff import Admission, BasePrice, Currency, Edition, Shelf

_STAND_INS = (PriceSource.GUIDE_PRICE, PriceSource.LOCAL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One price a line may be charged at, with all that decides how it becomes a charge."""

    code: str
    name: str
    price: BasePrice
    origin: PriceSource = PriceSource.UNIT_PRICE
    citation: str = ""  # of a list beside the scheme's; empty: the edition's own
    unit: str = ""
    factor_applies: bool = True
    rate_in_price: bool = False
    confirmed: bool = True  # whether the figure was read at its publisher
    rules: tuple[RuleId, ...] = ()


def offers(line: LineRequest, edition: Edition, shelf: Shelf) -> tuple[Offer, ...]:
    """Every price the line may turn out to have; raises Known `no_price` where there is none.

    Unit price first, then guide price, then the trust's own; a national average cost only where
    the line lets it (finance.md 2.2). Nothing is taken from another year's list.
    """
    if line.root is not None:
        found = edition.priced_under(line.root, line.admission)
        return tuple(_of_hrg(row, price, line, edition, shelf) for row, price in found)
    own = _of_edition(line, edition, shelf)
    if own is not None:
        return (own,)
    day = line.on or edition.effective_from
    further = (PriceSource.AVERAGE_COST,) if line.provisional else ()
    sources: tuple[PriceSource, ...] = (*_STAND_INS, *further)
    if line.admission is Admission.SPECIALTY:
        sources = (PriceSource.UPFRONT, *sources)
    for source in sources:
        for item in _stock(shelf.lists, source, day).get(_code(line), ()):
            if _suits(item, line.admission):
                return (_of_item(item, _citation(shelf.lists, source, day)),)
    raise _no_price(line, edition)


def _of_edition(line: LineRequest, edition: Edition, shelf: Shelf) -> Offer | None:
    if line.tfc is not None:
        return _of_attendance(line, edition)
    code = _code(line)
    row = edition.currencies.get(code)
    price = row.price(line.admission) if row is not None else None
    if row is not None and price is not None:
        return _of_hrg(row, price, line, edition, shelf)
    for item in edition.further.items:
        if item.code == code and _suits(item, line.admission):
            return _of_item(item, "")
    return None


def _of_hrg(
    row: Currency, price: BasePrice, line: LineRequest, edition: Edition, shelf: Shelf
) -> Offer:
    rules: tuple[RuleId, ...] = ()
    reduced = _reduced(row, line, edition, shelf)
    if reduced is not None:
        price, rules = BasePrice(reduced), (RuleId.SHORT_STAY,)
    return Offer(code=row.code, name=row.name, price=price, origin=edition.source_kind, rules=rules)


def _reduced(row: Currency, line: LineRequest, edition: Edition, shelf: Shelf) -> Money | None:
    """The reduced short-stay price, where list, rule and stay all say it applies."""
    if line.admission is not Admission.NON_ELECTIVE or not row.short_stay_applies:
        return None
    rule = shelf.guide.rules.short_stay_on(line.on or edition.effective_from)
    if rule is None or not rule.takes_in(line.length_of_stay, line.age, line.admission_method):
        return None
    return row.short_stay


def _of_attendance(line: LineRequest, edition: Edition) -> Offer | None:
    if line.admission is not Admission.OUTPATIENT_ATTENDANCE:
        return None
    for one in edition.further.attendances:
        if _is_that_visit(one, line):
            rules = () if one.face_to_face else (RuleId.AT_A_DISTANCE,)
            return Offer(
                code=one.code,
                name=one.name,
                price=BasePrice(one.price),
                origin=one.source,
                confirmed=one.confirmed,
                rules=(*rules, RuleId.ATTENDANCES_APART),
            )
    return None


def _is_that_visit(one: Attendance, line: LineRequest) -> bool:
    return (
        one.treatment_function == line.tfc
        and one.first is line.first
        and one.multi_professional is line.multi_professional
        and one.face_to_face is line.face_to_face
    )


def _of_item(item: ItemPrice, citation: str) -> Offer:
    return Offer(
        code=item.code,
        name=item.name,
        price=BasePrice(item.price),
        origin=item.source,
        citation=citation,
        unit=item.unit,
        factor_applies=item.factor_applies and not item.uplift_included,
        rate_in_price=item.uplift_included,
        confirmed=item.confirmed,
        rules=_rules_of(item),
    )


def _rules_of(item: ItemPrice) -> tuple[RuleId, ...]:
    if item.uplift_included:
        return (RuleId.RATE_IN_UPFRONT,)
    if item.source is PriceSource.UNIT_PRICE:
        return ()
    if item.factor_applies:
        return (RuleId.STAND_IN,)
    return RuleId.STAND_IN, RuleId.NO_FACTOR_ON_LOCAL, RuleId.RATE_ON_LOCAL


def _suits(item: ItemPrice, admission: Admission) -> bool:
    """Whether an item is priced for this way of coming in.

    One without an admission of its own holds for its kind, and an HRG of tab 4b for any
    admission that picks a column, since that tab prices what tab 1 leaves out.
    """
    if item.admission:
        return item.admission == admission.value
    if admission.kind is not None:
        return item.kind is admission.kind
    return item.kind in (Kind.OTHER_UNIT_PRICE, Kind.OTHER)


def _code(line: LineRequest) -> str:
    return line.hrg or line.tfc or line.item or ""


@lru_cache(maxsize=64)
def _stock(
    lists: tuple[PriceList, ...], source: PriceSource, day: date
) -> Mapping[str, tuple[ItemPrice, ...]]:
    found: dict[str, tuple[ItemPrice, ...]] = {}
    for item in Shelf((), lists).items(source, on=day):
        for key in {item.code, item.code or item.name}:
            found[key] = (*found.get(key, ()), item)
    return found


def _citation(lists: Iterable[PriceList], source: PriceSource, day: date) -> str:
    held = [one for one in lists if one.source is source and one.holds_on(day)]
    return max(held, key=lambda one: one.effective_from).citation


def _no_price(line: LineRequest, edition: Edition) -> Known:
    if line.tfc is not None:
        which = Phrase("first") if line.first else Phrase("follow-up")
        what = Phrase(
            "Treatment function {tfc} has no {which} {admission} price in",
            tfc=line.tfc,
            which=which,
            admission=line.admission.words,
        )
        return edition.no_price(what, "tfc")
    code, field = _code(line), "hrg" if line.hrg is not None else "item"
    if code not in edition.currencies and line.admission.kind is None:
        return edition.no_price(Phrase("{code} is not in", code=code), field)
    return edition.no_price(
        Phrase("{code} has no {admission} price in", code=code, admission=line.admission.words),
        field,
    )
