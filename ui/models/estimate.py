"""An estimate in the making: found care, lines, the sum as the legal rule gives it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.core.errors import BadInput, Known
from app.core.wording import within
from app.pricing.care import Care
from app.pricing.estimate import Estimate, LineRequest
from app.pricing.priced import PricedLine
from app.pricing.tariff import Admission
from app.services import calibrating, care_search, estimate_standing, estimating
from app.services.calibrating import Calibration
from app.services.desk import Desk
from app.services.estimating import IssuedEstimate
from ui.changes import Changes
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

R = TypeVar("R")
EMERGENCY = "21"  # the method of an emergency admission through the emergency department


@dataclass(frozen=True, slots=True, kw_only=True)
class LineDraft:
    """A line as it was filled in; figures are still text."""

    care: Care
    admission: Admission
    nights: str = "0"
    longest: str = ""
    first: bool = True
    several_professionals: bool = False
    units: str = "1"
    same_visit: bool = False
    emergency: bool = False
    free: bool = False


class EstimateModel(LaneModel):
    """Holds the lines of one case; every change is priced again before it stands."""

    found = Signal(object)  # tuple[Care, ...]
    priced = Signal(object)  # Estimate, or None without lines
    planned = Signal(object)  # Care the patient was booked for, before there is any line
    begun = Signal(str)  # the treatment in words, as the estimate before said it
    ready = Signal(object)  # the lines it begins with, once they are known
    drafted = Signal(bytes)  # the letter as it would be issued
    issued = Signal(object)  # IssuedEstimate
    confirmed = Signal()  # a provisional price
    calibrated = Signal(object)  # tuple[Calibration, ...]
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._registration_id = ""
        self._lines: tuple[LineRequest, ...] = ()
        self._asked = 0

    def may_issue(self) -> bool:
        """Whether to offer an estimate; the services check again."""
        return self._desk.may(Act.MAKE_ESTIMATE)

    def may_confirm(self) -> bool:
        """Whether to offer the confirming of a provisional price."""
        return self._desk.may(Act.SECOND_CHECK)

    def open(self, registration_id: str) -> None:
        """Begin with what the case's last estimate held, or afresh."""
        self._registration_id, self._lines = registration_id, ()
        self.priced.emit(None)
        if not self.may_issue():
            return

        def show(begun: tuple[tuple[LineRequest, ...], str]) -> None:
            if self._registration_id != registration_id:
                return
            lines, treatment = ((), "") if self._lines else begun
            if lines:
                self.begun.emit(treatment)
                self._price(lines)
            self.ready.emit(lines)

        def offer(care: Care | None) -> None:
            if care is not None and self._registration_id == registration_id and not self._lines:
                self.planned.emit(care)

        self._lane.run(
            partial(estimating.begun, self._desk, registration_id), show, self.refused.emit
        )
        self._lane.run(
            partial(care_search.planned, self._desk, registration_id), offer, self.refused.emit
        )
        # The first search lays out the index of every list: before anybody types.
        self._lane.run(
            partial(care_search.care, self._desk, registration_id, ""), _nothing, self.refused.emit
        )
        self._lane.run(
            partial(calibrating.calibration, self._desk), self._calibrated, self.refused.emit
        )

    def lines(self) -> tuple[LineRequest, ...]:
        """The lines as they stand."""
        return self._lines

    def take_up(self, lines: tuple[LineRequest, ...]) -> None:
        """Go on with lines that stood before."""
        self._price(lines)

    def search(self, words: str) -> None:
        """Care by words, specialty or code, in the lists of the day of the service."""
        self._asked += 1
        number = self._asked
        if not words.strip():
            self.found.emit(())
            return

        def show(found: tuple[Care, ...]) -> None:
            if number == self._asked:
                self.found.emit(found)

        self._lane.run(
            partial(care_search.care, self._desk, self._registration_id, words),
            show,
            self.refused.emit,
        )

    def add(self, draft: LineDraft) -> None:
        """Add a line; raises nothing, but `refused` says what to put right."""
        number = max((int(line.id) for line in self._lines), default=0) + 1
        try:
            line = _request(draft, str(number))
        except BadInput as wrong:
            self._refuse(wrong)
            return
        together = _in_one_visit if draft.same_visit and line.admission.is_outpatient else _apart
        self._price(together(self._lines, line))

    def remove(self, line_id: str) -> None:
        """Take a line away."""
        self._price(tuple(line for line in self._lines if line.id != line_id))

    def draft(self, treatment: str) -> None:
        """Make the letter to be read before it is issued."""
        job = partial(
            estimating.draft,
            self._desk,
            self._registration_id,
            lines=self._lines,
            treatment=treatment,
        )
        self._lane.run(job, self.drafted.emit, self._refuse)

    def issue(self, treatment: str) -> None:
        """Issue the letter; a second press while the first is made does nothing."""
        here, lines = self._registration_id, self._lines
        self._once(
            lambda: estimating.issue(self._desk, here, lines=lines, treatment=treatment),
            self._made,
        )

    def confirm_provisional(self, estimate_no: str, note: str) -> None:
        """Let the average cost of an estimate be billed."""

        def done(_: None) -> None:
            self.confirmed.emit()
            self._changes.changed.emit()

        self._once(
            lambda: estimate_standing.confirm_provisional(self._desk, estimate_no, note), done
        )

    def _once(self, act: Callable[[], R], then: Callable[[R], None]) -> None:
        self._run_once(act, then, self._refuse)

    def _price(self, lines: tuple[LineRequest, ...]) -> None:
        here = self._registration_id
        if not lines:
            self._lines = ()
            self.priced.emit(None)
            return

        def show(priced: Estimate) -> None:
            if self._registration_id == here:
                self._lines = lines
                self.priced.emit(priced)

        job = partial(estimating.preview, self._desk, here, lines)
        self._lane.run(job, show, self._refuse)

    def _calibrated(self, found: tuple[Calibration, ...]) -> None:
        self.calibrated.emit(found)

    def _made(self, issued: IssuedEstimate) -> None:
        self._lines = ()
        self.priced.emit(None)
        self.issued.emit(issued)
        self._changes.changed.emit()

    def _refuse(self, known: Known) -> None:
        self.refused.emit(_without_number(known))


def _nothing(_found: object) -> None:
    """Nothing is shown yet."""


def working(line: PricedLine) -> str:
    """The sum behind a line: `(£1,302.00 + 2 × £212.00) × 1.148886 × 150 %`."""
    if line.free:
        return tr("No charge to this patient")
    if line.given_with is not None:
        return tr("Included in the dearest procedure of the same visit")
    if line.rate_in_price:
        return tr("{base}, the upfront list's price for visitors").format(base=line.base)
    base = str(line.base)
    if line.excess_days and line.per_day is not None:
        base = f"({base} + {line.excess_days} × {line.per_day})"
    elif line.units > 1:
        base = tr("{base} for {units}").format(base=base, units=line.units)
    factor = f" × {line.mff:f}" if line.mff != 1 else ""
    return f"{base}{factor} × {line.rate_percent} %"


def _request(draft: LineDraft, line_id: str) -> LineRequest:
    way, care = draft.admission, draft.care
    overnight, clinic = way.stays_overnight, way is Admission.OUTPATIENT_ATTENDANCE
    longest = _whole(draft.longest, "longest_stay") if overnight and draft.longest.strip() else None
    code = {"root": care.group, "tfc": care.tfc, "item": care.item}
    named = next((name for name, holds in code.items() if holds), "hrg")
    return LineRequest(
        id=line_id,
        admission=way,
        hrg=care.code if named == "hrg" else None,
        root=care.code if named == "root" else None,
        tfc=care.code if named == "tfc" else None,
        item=care.code if named == "item" else None,
        rate_percent=0 if draft.free else 150,
        length_of_stay=_whole(draft.nights, "nights") if overnight else 0,
        longest_stay=longest,
        first=draft.first if clinic else True,
        multi_professional=clinic and draft.several_professionals,
        units=_whole(draft.units, "units") if way.kind is not None else 1,
        admission_method=EMERGENCY if draft.emergency else None,
        provisional=way in care.provisional,
    )


def _apart(lines: tuple[LineRequest, ...], line: LineRequest) -> tuple[LineRequest, ...]:
    return (*lines, line)


def _in_one_visit(lines: tuple[LineRequest, ...], line: LineRequest) -> tuple[LineRequest, ...]:
    """The line in one visit with the last outpatient line before it."""
    outpatient = [one for one in lines if one.admission.is_outpatient]
    if not outpatient:
        return (*lines, line)
    visit = outpatient[-1].visit or outpatient[-1].id
    joined = (replace(one, visit=visit) if one is outpatient[-1] else one for one in lines)
    return (*joined, replace(line, visit=visit))


def _without_number(known: Known) -> Known:
    """A refusal of a line, without the number nobody sees: `Line 3: …`."""
    return BadInput(known.code, within(known.message, "what"), known.field)


_WHAT = {"nights": "nights", "longest_stay": "nights", "units": "number"}


def _whole(text: str, field: str) -> int:
    plain = text.strip() or "0"
    if not plain.isascii() or not plain.isdecimal() or len(plain) > 4:
        what = _WHAT[field]
        raise BadInput(
            f"bad_{field}",
            tr("Enter the {what} as a whole number, such as 3.").format(what=what),
            field,
        )
    return int(plain)
