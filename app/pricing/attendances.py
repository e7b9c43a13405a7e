"""The sheet of clinic visits: by treatment function, first or follow-up, one profession or more.

Prices stand either in a column for each kind of visit, or in rows with an HRG such as WF01A
(finance.md 1.3). Non-face-to-face visits read as C and D are from general knowledge.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from app.core.wording import Phrase
from app.pricing.cells import Readers
from app.pricing.currencies import Attendance
from app.pricing.request import TREATMENT_FUNCTION
from app.pricing.sheets import Sheet, Table, fold

VISIT = re.compile(r"^wf0([12])([abcd])$")
FUNCTIONS = {"treatment function code", "tfc", "tfc code", "treatment function"}
_NAMES = {"treatment function name", "tfc name", "treatment function description", "name"}
_CODE = re.compile(r"\bwf0([12])([abcd])\b")
_AT_A_DISTANCE = re.compile(r"non face|non f2f|not face|telephone|remote|virtual")


@dataclass(frozen=True, slots=True)
class Visit:
    """A kind of attendance, as a header or a code tells it."""

    first: bool
    multi_professional: bool
    face_to_face: bool

    @classmethod
    def of_header(cls, folded: str) -> Visit | None:
        """The visit a column prices, or None."""
        if coded := _CODE.search(folded):
            return cls.of_code(coded)
        first, follow = "first" in folded, "follow" in folded
        if first is follow:
            return None
        return cls(first, "multi" in folded, _AT_A_DISTANCE.search(folded) is None)

    @classmethod
    def of_code(cls, code: re.Match[str]) -> Visit:
        """WF01A follow-up, B first; C and D the same at a distance; WF02 multi-professional."""
        return cls(code[2] in "bd", code[1] == "2", code[2] in "ab")


def attendance_table(sheet: Sheet) -> Table | None:
    """The table with treatment functions and a price for some kind of visit."""

    def is_header(header: Sequence[str]) -> bool:
        folded = [fold(cell) for cell in header]
        return bool(FUNCTIONS & {*folded}) and any(map(Visit.of_header, folded))

    return sheet.find_header(is_header)


def read_attendances(table: Table, readers: Readers) -> tuple[Attendance, ...]:
    """Every price of a clinic visit; raises BadInput `bad_tariff`."""
    table.require_whole()
    header = [fold(cell) for cell in table.header]
    functions = _functions(table, next(at for at, one in enumerate(header) if one in FUNCTIONS))
    named = next((at for at, one in enumerate(header) if one in _NAMES), None)
    names = table.texts(named, table.header[named]) if named is not None else functions
    found: list[Attendance] = []
    kinds: set[Visit] = set()
    for place, folded in enumerate(header):
        visit = Visit.of_header(folded)
        if visit is None:
            continue
        if visit in kinds:
            raise table.sheet.bad(
                Phrase("The column “{header}” stands in it twice", header=table.header[place])
            )
        kinds.add(visit)
        prices = table.read(place, table.header[place], readers.prices)
        found += [
            Attendance(
                treatment_function=function,
                name=name,
                first=visit.first,
                multi_professional=visit.multi_professional,
                face_to_face=visit.face_to_face,
                price=price,
                confirmed=visit.face_to_face,
            )
            for function, name, price in zip(functions, names, prices, strict=True)
            if price is not None
        ]
    return tuple(found)


def _functions(table: Table, place: int) -> Sequence[str]:
    column = table.header[place]
    functions = table.texts(place, column)
    seen: set[str] = set()
    for at, function in enumerate(functions):
        if not TREATMENT_FUNCTION.fullmatch(function):
            what = Phrase(
                "“{function}” is not a treatment function code such as 330", function=function
            )
            raise table.bad(what, at=at, column=column)
        if function in seen:
            raise table.bad(Phrase("{function} stands in the list twice", function=function), at=at)
        seen.add(function)
    return functions
