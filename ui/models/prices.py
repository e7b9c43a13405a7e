"""What this desk prices with: lists taken in, single prices and factors entered."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import partial
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.core.dates import parse_date
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.library.workbook import price_bytes
from app.pricing.currencies import ItemPrice, Kind
from app.services import own_prices, price_lists, price_shelf
from app.services.desk import Desk
from app.services.own_prices import OwnPrice
from app.services.price_lists import Accepted, OwnPreview, Preview
from ui.changes import Changes
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

T = TypeVar("T")

SCHEME, LOCAL, GUIDE = "scheme", price_shelf.LOCAL, price_shelf.GUIDE
TAKEN = tr("“{name}” is in use from now on: {rows} prices.")
KNOWN = tr("“{name}” is here already with the same prices. Nothing changed.")
ENTERED, ENDED = tr("{name} is {price} from now on."), tr("{name} has no price from tomorrow on.")
FACTOR = tr("The factor of {year} is {factor} from now on.")


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedPrice:
    """A price as somebody typed it."""

    name: str
    code: str
    unit: str
    price: str
    kind: Kind
    factor_applies: bool


class PricesModel(LaneModel):
    """`shown(PricesShown)` after opening and after each act, `told` what was done.

    A file is read in the lane of files and PDFs, since a large workbook takes seconds and
    whoever works with records must not wait for it.
    """

    shown = Signal(object)
    read = Signal(object)  # Preview or OwnPreview
    busy = Signal(bool)  # a file is being read
    told = Signal(str)
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        records: Runner,
        files: Runner,
        changes: Changes,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, records, changes, parent)
        self._files = files
        self._asked = 0  # of several files asked for, the last one counts

    def may_change(self) -> bool:
        """Whether the person takes lists in, or only looks."""
        return self._desk.may(Act.ADMINISTER)

    def refresh(self) -> None:
        """Read what is priced with."""
        self._lane.run(partial(price_shelf.shown, self._desk), self.shown.emit, self._refuse)

    def open_file(self, path: str, holds: str, year: str) -> None:
        """Read a price file whole; `read` or `refused` follows, nothing is kept."""
        self._asked += 1
        self.busy.emit(True)
        asked = self._asked
        job = partial(self._open, asked, Path(path), holds, year.strip() or None)
        self._files.run(job, partial(self._opened, asked), partial(self._not_opened, asked))

    def leave(self) -> None:
        """Forget the file being read: its reading ends."""
        self._asked += 1
        self.busy.emit(False)

    def accept(self, preview: Preview, *, name: str, published: str, publisher: str) -> None:
        """Take a list in as it was shown."""

        def work() -> Accepted:
            published_on = parse_date(published, self._desk.today, field="published_on")
            return price_lists.accept(
                self._desk,
                preview,
                edition=name,
                published_on=published_on,
                publisher=publisher,
            )

        self._do(work, _taken)

    def accept_own(self, preview: OwnPreview, name: str) -> None:
        """Take the trust's own prices in as they were shown."""
        self._do(partial(price_lists.accept_own, self._desk, preview, name=name), _taken)

    def enter(self, typed: TypedPrice) -> None:
        """Add or change one price from today."""

        def work() -> ItemPrice:
            price = OwnPrice(
                name=typed.name,
                code=typed.code,
                unit=typed.unit,
                price=Money.parse(typed.price, "price"),
                kind=typed.kind,
                factor_applies=typed.factor_applies,
            )
            return own_prices.enter_price(self._desk, price)

        self._do(work, lambda item: ENTERED.format(name=item.name, price=item.price))

    def end(self, item: ItemPrice) -> None:
        """Let a price end today."""
        kind = next(kind for kind, source in price_shelf.OWN.items() if source is item.source)
        job = partial(own_prices.end_price, self._desk, code=item.code, name=item.name, kind=kind)
        self._do(job, lambda ended: ENDED.format(name=ended.name))

    def enter_factor(self, year: str, typed: str) -> None:
        """Say what the trust's factor of a year is."""

        def work() -> str:
            try:
                factor = Decimal(typed.strip())
            except InvalidOperation:
                raise BadInput("bad_mff", tr("Enter the factor like 1.148886."), "mff") from None
            own_prices.enter_factor(self._desk, year.strip(), factor)
            return FACTOR.format(year=year.strip(), factor=f"{factor:f}")

        self._do(work, str)

    def _open(self, asked: int, path: Path, holds: str, year: str | None) -> Preview | OwnPreview:
        def wanted() -> bool:
            return asked == self._asked

        raw, name = price_bytes(path), path.name
        if holds == SCHEME:
            return price_lists.read(
                self._desk, raw, file_name=name, tariff_year=year, wanted=wanted
            )
        since = self._desk.today
        return price_lists.read_own(
            self._desk, raw, kind=holds, since=since, file_name=name, wanted=wanted
        )

    def _opened(self, asked: int, preview: Preview | OwnPreview) -> None:
        if asked == self._asked:
            self.busy.emit(False)
            self.read.emit(preview)

    def _not_opened(self, asked: int, known: Known) -> None:
        if asked == self._asked:
            self._refuse(known)

    def _do(self, work: Callable[[], T], words: Callable[[T], str]) -> None:
        def done(result: T) -> None:
            self.told.emit(words(result))
            self._changes.changed.emit()
            self.refresh()

        self._run_once(work, done, self._refuse)

    def _refuse(self, known: object) -> None:
        self.busy.emit(False)
        self.refused.emit(known)


def _taken(accepted: Accepted) -> str:
    words = TAKEN if accepted.new else KNOWN
    return words.format(name=accepted.name, rows=f"{accepted.rows:,}")
