"""Sheets of single prices: maternity, unbundled services, emergency care, tab 4b and the like.

A sheet is known by what it holds: codes first, then the words above its header and of its tab.
Each column of prices gives one item a row; its header says for which admission it holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.core.money import Money
from app.core.wording import Phrase
from app.pricing.attendances import FUNCTIONS, VISIT, Visit
from app.pricing.cells import Readers, text_of
from app.pricing.currencies import Attendance, Further, ItemPrice, Kind, PriceSource
from app.pricing.request import TREATMENT_FUNCTION
from app.pricing.sheets import Sheet, Table, fold, shown

_CODES = {"hrg code", "code", "currency code", "hrg", "service code", "hrg root"}
_NAMES = {
    "hrg name",
    "hrg description",
    "name",
    "description",
    "currency",
    "currency name",
    "currency description",
    "service",
    "service name",
    "item",
    "phase",
    "pathway",
    "casemix level",
}
_UNITS = {"unit", "per", "unit of measure", "basis", "currency unit", "unit of payment"}
_PRICED = re.compile(r"price|tariff|payment|£|\bgbp\b")
_NOT_PRICES = re.compile(r"flag|applicable|automate|area|trim|%|year|code|name")

# By the first two letters of the code (finance.md 1.3; imaging and the rest are HRG chapters).
_KINDS: Mapping[str, Kind] = {
    "VB": Kind.EMERGENCY,
    "NZ": Kind.MATERNITY,
    "XA": Kind.CRITICAL_CARE,
    "XB": Kind.CRITICAL_CARE,
    "XC": Kind.CRITICAL_CARE,
    "XD": Kind.DRUG_OR_DEVICE,
    "RD": Kind.UNBUNDLED,
    "RN": Kind.UNBUNDLED,
    "SB": Kind.UNBUNDLED,
    "SC": Kind.UNBUNDLED,
    "VC": Kind.UNBUNDLED,
}
_WORDS: tuple[tuple[re.Pattern[str], Kind], ...] = (
    (re.compile(r"other unit price|\b4b\b"), Kind.OTHER_UNIT_PRICE),
    (re.compile(r"maternity|antenatal|postnatal"), Kind.MATERNITY),
    (re.compile(r"critical care"), Kind.CRITICAL_CARE),
    (re.compile(r"unbundled|imaging|chemotherapy|radiotherapy"), Kind.UNBUNDLED),
    (re.compile(r"emergency care|urgent and emergency|accident|\ba&e\b"), Kind.EMERGENCY),
)
# The tab and the codes were read in a source; the shape of the others is general knowledge.
_CONFIRMED = {Kind.OTHER_UNIT_PRICE, Kind.EMERGENCY}
_CODE = re.compile(r"[A-Z0-9][A-Z0-9./-]{0,19}")
_GUIDE = re.compile(r"guide price")
# A header names its admission; the first that fits counts, so the longer words stand first.
_ADMISSIONS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = (
    (re.compile(r"non elective"), ("non_elective",)),
    (re.compile(r"outpatient procedure"), ("outpatient_procedure",)),
    (re.compile(r"combined|(day ?case|\bdc\b).*(elective|\bel\b)"), ("day_case", "elective")),
    (re.compile(r"day ?case|\bdc\b"), ("day_case",)),
    (re.compile(r"elective|\bel\b"), ("elective",)),
)


def kind_of_code(code: str) -> Kind | None:
    """What a code tells by its first letters; None where it tells nothing."""
    return _KINDS.get(code[:2])


@dataclass(frozen=True, slots=True)
class _Places:
    code: int | None
    name: int | None
    unit: int | None
    function: int | None
    prices: tuple[int, ...]

    @classmethod
    def of(cls, header: Sequence[str]) -> _Places | None:
        """Where code, name, unit and prices stand; None where this is no header of prices."""
        folded = [fold(cell) for cell in header]
        code = next((at for at, one in enumerate(folded) if one in _CODES), None)
        name = next((at for at, one in enumerate(folded) if one in _NAMES), None)
        unit = next(
            (
                at
                for at, one in enumerate(folded)
                if one in _UNITS and not _PRICED.search(header[at].casefold())
            ),
            None,
        )
        function = next((at for at, one in enumerate(folded) if one in FUNCTIONS), None)
        prices = tuple(
            at
            for at, cell in enumerate(header)
            if at not in (code, name, unit, function)
            and _PRICED.search(cell.casefold())
            and not _NOT_PRICES.search(cell.casefold())
        )
        if not prices or (code is None and name is None):
            return None
        return cls(code, name, unit, function, prices)


@dataclass(frozen=True, slots=True)
class ItemTable:
    """A table of single prices, and what its sheet says they are for."""

    table: Table
    places: _Places
    kind: Kind | None  # None: only the codes tell
    guide: bool

    @classmethod
    def of(cls, sheet: Sheet) -> ItemTable | None:
        """The table with a code or a name and a price whose kind is told; else None."""
        table = sheet.find_header(lambda header: _Places.of(header) is not None)
        if table is None:
            return None
        places = _Places.of(table.header)
        assert places is not None
        words = " ".join((sheet.name, *sheet.titles(table.header_row))).casefold()
        kind = next((kind for told, kind in _WORDS if told.search(words)), None)
        found = cls(table, places, kind, _GUIDE.search(words) is not None)
        return found if kind is not None or found.all_coded() else None

    def all_coded(self) -> bool:
        """Whether every code tells its kind by itself."""
        if self.places.code is None or not self.table.rows:
            return False
        codes = self.table.texts(self.places.code, self.table.header[self.places.code])
        return all(VISIT.match(code.casefold()) or kind_of_code(code) for code in codes)

    def read(self, readers: Readers) -> Further:
        """Every price of the sheet; raises BadInput `bad_tariff`."""
        self.table.require_whole()
        rows = [self._row(at) for at in range(len(self.table.rows))]
        found: list[Attendance | ItemPrice] = []
        seen: set[tuple[object, ...]] = set()
        for place in self.places.prices:
            header = " ".join(self.table.header[place].split())
            prices = self.table.read(place, header, readers.prices)
            for at, (row, price) in enumerate(zip(rows, prices, strict=True)):
                if price is None:
                    continue
                for one in self._priced(row, price, header, at):
                    key = _key(one)
                    if key in seen:
                        raise self.table.bad(
                            Phrase("{name} stands in it twice", name=row.code or row.name), at=at
                        )
                    seen.add(key)
                    found.append(one)
        return Further(
            attendances=tuple(one for one in found if isinstance(one, Attendance)),
            items=tuple(one for one in found if isinstance(one, ItemPrice)),
        )

    def _row(self, at: int) -> _Row:
        def text(place: int | None) -> str:
            cells = self.table.rows[at]
            return "" if place is None or place >= len(cells) else text_of(cells[place])

        code, name = text(self.places.code), text(self.places.name)
        return _Row(code, name, text(self.places.unit), text(self.places.function))

    def _priced(
        self, row: _Row, price: Money, header: str, at: int
    ) -> Iterator[Attendance | ItemPrice]:
        source = PriceSource.GUIDE_PRICE if self._is_guide(header) else PriceSource.UNIT_PRICE
        visit = VISIT.match(row.code.casefold())
        if visit is not None:
            yield self._visit(row, Visit.of_code(visit), price, source, at)
            return
        if row.code and not _CODE.fullmatch(row.code):
            raise self.table.bad(
                Phrase("“{code}” is not a code such as RD01A", code=shown(row.code)), at=at
            )
        if not (row.code or row.name):
            raise self.table.bad(Phrase("a price stands here without a code and a name"), at=at)
        kind = kind_of_code(row.code) or self.kind or Kind.OTHER
        folded = fold(header)
        admissions = next((to for words, to in _ADMISSIONS if words.search(folded)), ("",))
        apart = len(self.places.prices) > 1 and admissions == ("",)
        name = row.name or row.code
        for admission in admissions:
            yield ItemPrice(
                kind=kind,
                code=row.code,
                name=f"{name}: {header}" if apart else name,
                price=price,
                unit=row.unit,
                admission=admission,
                source=source,
                confirmed=kind in _CONFIRMED,
            )

    def _visit(
        self, row: _Row, visit: Visit, price: Money, source: PriceSource, at: int
    ) -> Attendance:
        if row.function and not TREATMENT_FUNCTION.fullmatch(row.function):
            what = Phrase(
                "“{function}” is not a treatment function code such as 330",
                function=shown(row.function),
            )
            raise self.table.bad(what, at=at)
        return Attendance(
            treatment_function=row.function,
            name=row.name or row.code,
            first=visit.first,
            multi_professional=visit.multi_professional,
            face_to_face=visit.face_to_face,
            price=price,
            source=source,
            confirmed=visit.face_to_face,
        )

    def _is_guide(self, header: str) -> bool:
        return self.guide or _GUIDE.search(header.casefold()) is not None


@dataclass(frozen=True, slots=True)
class _Row:
    code: str
    name: str
    unit: str
    function: str


def _key(one: Attendance | ItemPrice) -> tuple[object, ...]:
    if isinstance(one, Attendance):
        return (one.treatment_function, one.code)
    return (one.code, one.name, one.admission)
