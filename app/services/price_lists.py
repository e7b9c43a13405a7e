"""Taking in a price list of the trust: read, looked at, then accepted whole or left.

An accepted list is used at once and kept for good. What was estimated or billed with another
keeps that one; a list published later, such as after a pay award, applies from 1 April for what
is priced from then on (finance.md 1.5).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import sha256

from app.access.roles import Act
from app.core.aside import Wanted
from app.core.errors import BadInput, Known
from app.core.people import clean_line
from app.core.wording import Phrase
from app.pricing.book import PriceBook
from app.pricing.currencies import Further, ItemPrice
from app.pricing.kept import KeptPrices, to_text
from app.pricing.own_prices import Entered, require_future
from app.pricing.reader import Column
from app.pricing.years import year_bounds
from app.services.desk import Desk, service
from app.services.price_shelf import EDITION, FACTORS, OWN, own_items, take_up_prices
from app.store import price_lists
from app.store.price_lists import KeptList

PUBLISHER = "NHS England"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """A price file that was read and is not accepted yet."""

    file_name: str
    file_sha256: str
    asked_year: str | None  # the year it was read for, where somebody named one
    book: PriceBook

    @property
    def tariff_year(self) -> str | None:
        """The year it will be accepted for, None while nobody can tell."""
        return self.asked_year or self.book.tariff_year


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPreview:
    """The trust's own prices from a file, read and not accepted yet."""

    file_name: str
    file_sha256: str
    kind: str  # local or guide
    items: tuple[ItemPrice, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of a list: taken in, or here already with the very same rows."""

    name: str
    tariff_year: str
    rows: int
    new: bool


@service(Act.ADMINISTER)
def read(
    desk: Desk,
    raw: bytes,
    *,
    file_name: str = "",
    tariff_year: str | None = None,
    lacks: frozenset[Column] = frozenset(),
    wanted: Wanted | None = None,
) -> Preview:
    """Read a published price file whole; nothing is kept, and no record is touched.

    Raises BadInput `bad_file`, `bad_tariff`, `wrong_year` or `bad_tariff_year`; Stopped once it is
    no longer `wanted`.
    """
    reading = partial(desk.price_files.published, raw, file_name, tariff_year, lacks)
    book = desk.aside.do(reading, wanted)
    return Preview(
        file_name=file_name,
        file_sha256=sha256(raw).hexdigest(),
        asked_year=tariff_year,
        book=book,
    )


@service(Act.ADMINISTER)
def accept(
    desk: Desk,
    preview: Preview,
    *,
    edition: str,
    published_on: date,
    publisher: str = PUBLISHER,
) -> Accepted:
    """Take a list in and use it at once; the same list again changes nothing.

    Raises BadInput `no_year` where the file names several years and nobody said which,
    `no_name`, `bad_date`; Known `same_name` where another list has that year and name,
    `no_admitted` where it would leave its year without admitted care.
    """
    year = preview.tariff_year
    if year is None:
        raise BadInput(
            "no_year", "This file does not say of which year it is. Enter the year.", "tariff_year"
        )
    first, last = year_bounds(year)
    book = preview.book
    only_factors = not (book.currencies or book.further.attendances or book.further.items)
    if not (only_factors or book.currencies):
        raise Known(
            "no_admitted",
            "This file has no prices of admitted care, so it cannot stand for its year. Take in "
            "the whole workbook.",
            "file",
        )
    _require_day(desk, published_on)
    name, by = _name(edition), _publisher(publisher)
    if book.currencies and any(
        (one.tariff_year, one.edition) == (year, name) for one in desk.shipped.editions
    ):
        raise _same_name(year, name)
    # Factors are kept as a list of their own: a desk reads them as it starts, prices when asked.
    parts = (
        (EDITION, KeptPrices(currencies=book.currencies, further=book.further)),
        (FACTORS, KeptPrices(factors=book.factors)),
    )
    return _keep(
        desk,
        [
            (
                KeptList(
                    list_id=desk.ids.new(),
                    kind=kind,
                    tariff_year=year,
                    name=name,
                    published_on=published_on,
                    effective_from=first,
                    effective_to=last,
                    publisher=by,
                    file_sha256=preview.file_sha256,
                    content_sha256="",
                    row_count=prices.rows,
                    accepted_by=desk.person.user_id,
                    accepted_at=desk.moment,
                ),
                prices,
            )
            for kind, prices in parts
            if prices.rows
        ],
    )


@service(Act.ADMINISTER)
def read_own(
    desk: Desk,
    raw: bytes,
    *,
    kind: str,
    since: date,
    until: date | None = None,
    file_name: str = "",
    wanted: Wanted | None = None,
) -> OwnPreview:
    """Read the trust's own prices, `local` or `guide`.

    Raises BadInput `bad_file`, `bad_tariff`; Stopped once it is no longer `wanted`.
    """
    items = desk.aside.do(partial(desk.price_files.own, raw, OWN[kind], since, until), wanted)
    return OwnPreview(
        file_name=file_name, file_sha256=sha256(raw).hexdigest(), kind=kind, items=items
    )


@service(Act.ADMINISTER)
def accept_own(desk: Desk, preview: OwnPreview, *, name: str) -> Accepted:
    """Take the trust's own prices in; each counts for its days from now on.

    Raises Known `price_in_force` where a day gone by would get another price than it had, or
    `same_name`.
    """
    now = own_items(desk, preview.kind)
    for item in preview.items:
        require_future(now, Entered(item), today=desk.today)
    called = _name(name)
    noted = tuple(replace(item, note=called) for item in preview.items)
    prices = KeptPrices(further=Further(items=noted))
    kept = KeptList(
        list_id=desk.ids.new(),
        kind=preview.kind,
        tariff_year="",
        name=called,
        published_on=desk.today,
        effective_from=min(item.effective_from or desk.today for item in preview.items),
        effective_to=None,
        publisher=desk.trust.name,
        file_sha256=preview.file_sha256,
        content_sha256="",
        row_count=prices.rows,
        accepted_by=desk.person.user_id,
        accepted_at=desk.moment,
    )
    return _keep(desk, [(kept, prices)])


def _keep(desk: Desk, parts: list[tuple[KeptList, KeptPrices]]) -> Accepted:
    """Keep what is new of a file, all of it or nothing."""
    new: list[tuple[KeptList, str]] = []
    for kept, prices in parts:
        text = to_text(prices)
        kept = replace(kept, content_sha256=price_lists.digest(text))
        before = price_lists.named(desk.db, kept.kind, kept.tariff_year, kept.name)
        if before is None:
            new.append((kept, text))
        elif before.content_sha256 != kept.content_sha256:
            raise _same_name(kept.tariff_year, kept.name)
    if new:
        with desk.db.atomic():
            for kept, text in new:
                price_lists.add(desk.db, kept, text)
                desk.audit("prices_accepted", kept.list_id, _told(kept))
        take_up_prices(desk)
    first = parts[0][0]
    rows = sum(kept.row_count for kept, _ in parts)
    return Accepted(name=first.name, tariff_year=first.tariff_year, rows=rows, new=bool(new))


def _told(kept: KeptList) -> dict[str, object]:
    return {
        "kind": kept.kind,
        "tariff_year": kept.tariff_year,
        "name": kept.name,
        "rows": kept.row_count,
        "file_sha256": kept.file_sha256,
    }


def _same_name(tariff_year: str, name: str) -> Known:
    of = Phrase(" of {year}", year=tariff_year) if tariff_year else ""
    return Known(
        "same_name",
        Phrase(
            "A list{of} called “{name}” with other prices is here already, and estimates may rest "
            "on it. Give this one a name of its own, such as the day it was published.",
            of=of,
            name=name,
        ),
        "edition",
    )


def _name(text: str) -> str:
    name = clean_line(text, "edition")
    if not name:
        raise BadInput("no_name", "Name the list as it is printed on it.", "edition")
    return name


def _publisher(text: str) -> str:
    name = clean_line(text, "publisher")
    if not name:
        raise BadInput("no_name", "Say who published the list.", "publisher")
    return name


def _require_day(desk: Desk, published_on: date) -> None:
    if published_on > desk.today:
        raise BadInput(
            "bad_date", "A list is published on a day gone by. Enter that day.", "published_on"
        )
