"""Prices in words: what a file holds, what is in force, what stands in."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice

from app.core.dates import parse_iso
from app.pricing.book import PriceBook
from app.pricing.currencies import Attendance, ItemPrice, PriceList
from app.pricing.tariff import Currency
from app.services.price_lists import OwnPreview, Preview
from app.services.price_shelf import EditionShown, FactorShown
from ui.days import long, show
from ui.language import tr

SAMPLE = 5
HOLDS = {
    "admitted": tr("admitted care and outpatient procedures"),
    "attendances": tr("outpatient attendances"),
    "maternity": "maternity",
    "unbundled": tr("unbundled services"),
    "emergency": tr("emergency care, for reports"),
    "critical_care": tr("critical care"),
    "other_unit_price": tr("other unit prices"),
    "drug_or_device": tr("drugs and devices"),
    "specialty": "specialties",
    "other": "other",
    "factors": tr("market forces factors"),
}
IN_FORCE = tr("{name}, published on {published}. In force for {since} to {until}.")
SUPERSEDED = tr("{name}, published on {published}. Superseded; kept for what was priced with it.")
ACCEPTED = tr("Accepted by {who} on {day}.")
CAME = tr("Came with the program.")
OWN_FACTOR, NO_FACTOR = tr("{year}: {factor} for this trust"), tr("{year}: none for this trust")
OF_MANY = tr("{line}, of {count} providers")
SETTING = tr("{factor} from the trust’s settings, for years without a factor below.")
WAYS = (
    ("combined", tr("day case or planned")),
    ("day_case", tr("day case")),
    ("ordinary_elective", "planned"),
    ("non_elective", "emergency"),
    ("outpatient_procedure", tr("in clinic")),
)
NO_PRICE = tr("no price on this sheet")


def found_facts(preview: Preview) -> list[tuple[str, str]]:
    """Year, sheets and counts of a file of the scheme."""
    return [
        (tr("Tariff year"), preview.tariff_year or ""),
        *(
            (one.sheet or preview.file_name, f"{_rows(one.rows)}: {HOLDS[one.holds]}")
            for one in preview.book.found
        ),
    ]


def _rows(count: int) -> str:
    return tr("1 row") if count == 1 else tr("{count:,} rows").format(count=count)


def own_facts(preview: OwnPreview) -> list[tuple[str, str]]:
    """How many prices of the trust's own."""
    return [(tr("Prices"), f"{len(preview.items):,}")]


def sample_facts(of: PriceBook | Iterable[ItemPrice]) -> list[tuple[str, str]]:
    """The first rows of a file, a line each."""
    if isinstance(of, PriceBook):
        rows = [hrg_fact(row) for row in of.currencies[:SAMPLE]]
        rows += [attendance_fact(one) for one in of.further.attendances[:SAMPLE]]
        rows += [item_fact(one) for one in of.further.items[:SAMPLE]]
        rows += [(one.code, f"{one.name}: {one.factor:f}") for one in of.factors.values()]
        return rows[:SAMPLE]
    return [item_fact(one) for one in islice(of, SAMPLE)]


def hrg_fact(row: Currency) -> tuple[str, str]:
    """An HRG and its prices."""
    prices = [
        f"{amount} {words}" for name, words in WAYS if (amount := getattr(row, name)) is not None
    ]
    return row.code, f"{row.name}: {', '.join(prices) or NO_PRICE}"


def attendance_fact(one: Attendance) -> tuple[str, str]:
    """A clinic visit and its price."""
    which = "first" if one.first else "follow-up"
    people = tr("several professions") if one.multi_professional else tr("one profession")
    return one.treatment_function or one.code, f"{one.name}, {which}, {people}: {one.price}"


def item_fact(one: ItemPrice) -> tuple[str, str]:
    """A single price, its unit and its days."""
    unit = f" a {one.unit}" if one.unit and one.unit != "each" else ""
    days = "".join(
        f" {word} {show(day)}"
        for word, day in (("from", one.effective_from), ("to", one.effective_to))
        if day is not None
    )
    factor = tr(", times the factor") if one.factor_applies and days else ""
    name = one.name if one.code else ""
    return one.code or one.name, f"{name}{': ' if name else ''}{one.price}{unit}{days}{factor}"


def edition_line(one: EditionShown) -> str:
    """One edition, and whether it is in force."""
    named = one.edition.startswith(one.tariff_year)
    return (IN_FORCE if one.in_force else SUPERSEDED).format(
        name=one.edition if named else f"{one.tariff_year}: {one.edition}",
        published=long(one.published_on),
        since=long(one.effective_from),
        until=long(one.effective_to),
    )


def edition_note(one: EditionShown) -> str:
    """Who brought it in, and what is known of it."""
    who = (
        ACCEPTED.format(who=one.accepted_by, day=long(parse_iso(one.accepted_at[:10])))
        if one.accepted_by
        else CAME
    )
    return f"{who} {one.note}".strip()


def factor_line(one: FactorShown) -> str:
    """A year's factors."""
    factor = "" if one.own is None else f"{one.own.factor:f}"
    line = (NO_FACTOR if one.own is None else OWN_FACTOR).format(
        year=one.tariff_year, factor=factor
    )
    return OF_MANY.format(line=line, count=one.providers) if one.providers > 1 else line


def list_line(one: PriceList) -> str:
    """A list beside the scheme's."""
    until = (
        tr(" to {effective_to}").format(effective_to=long(one.effective_to))
        if one.effective_to
        else ""
    )
    kind = f"{one.source.value[0].upper()}{one.source.value[1:]}"
    return tr("{kind}: {name}, from {effective_from}{until}.").format(
        kind=kind, name=one.name, effective_from=long(one.effective_from), until=until
    )
