"""What is to be priced: the services, the provider and the year."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.errors import BadInput
from app.core.wording import Phrase
from app.pricing.tariff import Admission
from app.pricing.uplift import RATES, Rounding

HRG = re.compile(r"^[A-Z]{2}[0-9]{2}[A-Z]$")
ROOT = re.compile(r"^[A-Z]{2}[0-9]{2}$")
TREATMENT_FUNCTION = re.compile(r"^[0-9]{3}$")
ITEM = re.compile(r"^\S(.{0,78}\S)?$")
METHOD = re.compile(r"^[0-9][0-9A-D]$")
MOST_UNITS = 3_650
OLDEST = 130  # years
LONGEST_STAY = 3_650  # nights; beyond ten years a stay is a slip of the hand
_HRG = Phrase("An HRG code is like AA22C")
_ROOT = Phrase("A root is the first four characters, AA22")
_TFC = Phrase("A treatment function is like 330")
_ITEM = Phrase("An item is called by its code in the list")
_METHOD = Phrase("A method is like 21")
LOWEST_FACTOR, HIGHEST_FACTOR = Decimal("0.5"), Decimal(2)  # published ones: 1.0 to 1.3


@dataclass(frozen=True, slots=True, kw_only=True)
class LineRequest:
    """One service to price: by HRG, by its first four characters, by treatment function, or by
    the code of an item such as a drug.

    `rate_percent` 0 is care that is free: it is shown, and costs nothing. `longest_stay` is how
    long the stay may last, `units` how many days of critical care, scans or packs. Procedures
    and attendances of one `visit` give one price. `provisional` lets the national average cost
    stand in where there is no price. Raises BadInput where it contradicts itself.
    """

    id: str
    admission: Admission
    hrg: str | None = None
    root: str | None = None
    tfc: str | None = None
    item: str | None = None
    rate_percent: int = 150
    length_of_stay: int = 0  # nights, less those in critical care or rehabilitation
    longest_stay: int | None = None
    on: date | None = None
    first: bool = True  # of an attendance: the first, or a follow-up
    multi_professional: bool = False
    face_to_face: bool = True
    units: int = 1
    visit: str = ""
    age: int | None = None  # on admission
    admission_method: str | None = None  # as the data dictionary codes it, such as 21 or 2A
    provisional: bool = False

    def __post_init__(self) -> None:
        given = (self.hrg, self.root, self.tfc, self.item)
        if sum(code is not None for code in given) != 1:
            raise self._bad(Phrase("Give exactly one of hrg, root, tfc and item."), "hrg")
        self._check_code(self.hrg, HRG, _HRG, "hrg")
        self._check_code(self.root, ROOT, _ROOT, "root")
        self._check_code(self.tfc, TREATMENT_FUNCTION, _TFC, "tfc")
        self._check_code(self.item, ITEM, _ITEM, "item")
        if self.rate_percent not in (*RATES, 0):
            raise self._bad(
                Phrase(
                    "The rate is 150 or 100 per cent, or 0 for care that is free, not {rate}. "
                    "Correct the rate.",
                    rate=self.rate_percent,
                ),
                "rate_percent",
            )
        self._check_stay()
        if not 1 <= self.units <= MOST_UNITS:
            raise self._bad(
                Phrase("Enter a number of units from 1 to {most}.", most=MOST_UNITS), "units"
            )
        if self.units > 1 and self.admission.kind is None:
            raise self._bad(Phrase("Only items priced each or by the day have units."), "units")
        if self.visit and not self.admission.is_outpatient:
            raise self._bad(Phrase("Only outpatient care is given in one visit."), "visit")
        if self.age is not None and not 0 <= self.age <= OLDEST:
            raise self._bad(Phrase("Enter an age from 0 to {oldest}.", oldest=OLDEST), "age")
        self._check_code(self.admission_method, METHOD, _METHOD, "admission_method")

    def _check_stay(self) -> None:
        longest = self.length_of_stay if self.longest_stay is None else self.longest_stay
        if not 0 <= self.length_of_stay <= LONGEST_STAY or not 0 <= longest <= LONGEST_STAY:
            raise self._bad(
                Phrase("Enter a length of stay from 0 to {most} nights.", most=LONGEST_STAY),
                "length_of_stay",
            )
        if longest < self.length_of_stay:
            raise self._bad(
                Phrase("The longest stay is shorter than the stay itself."), "longest_stay"
            )
        if longest and not self.admission.stays_overnight:
            raise self._bad(
                Phrase(
                    "A stay with nights is elective or non-elective, not {admission}. "
                    "Correct the admission or the length of stay.",
                    admission=self.admission.words,
                ),
                "length_of_stay",
            )

    def _check_code(
        self, code: str | None, shape: re.Pattern[str], example: Phrase, field: str
    ) -> None:
        if code is not None and not shape.fullmatch(code):
            raise self._bad(
                Phrase("{example}, not “{code}”. Check the code.", example=example, code=code),
                field,
            )

    def _bad(self, sentence: Phrase, field: str) -> BadInput:
        return BadInput(
            "bad_line", Phrase("Line {number}: {what}", number=self.id, what=sentence), field
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class EstimateRequest:
    """What to price, for which provider, with which year's list.

    `mff` None takes the provider's published factor of the year, `edition` None the latest.
    Raises BadInput for no line, a line named twice, or a factor that cannot be one.
    """

    provider: str
    tariff_year: str
    lines: tuple[LineRequest, ...]
    mff: Decimal | None = None
    edition: str | None = None
    rounding: Rounding = Rounding.PENCE

    def __post_init__(self) -> None:
        if not self.lines:
            raise BadInput("bad_request", "An estimate needs at least one line. Add one.", "lines")
        ids = [line.id for line in self.lines]
        twice = next((one for one in ids if ids.count(one) > 1), None)
        if twice is not None:
            raise BadInput(
                "bad_request",
                Phrase("Two lines are called “{twice}”. Rename one.", twice=twice),
                "lines",
            )
        if self.mff is not None and not _is_factor(self.mff):
            raise BadInput(
                "bad_mff",
                Phrase("Enter the market forces factor like 1.148886, not {mff}.", mff=self.mff),
                "mff",
            )


def _is_factor(mff: Decimal) -> bool:
    return (
        mff.is_finite()
        and LOWEST_FACTOR <= mff <= HIGHEST_FACTOR
        and mff == round(mff, 6)  # six decimals are published and kept (finance.md 1.4)
    )
