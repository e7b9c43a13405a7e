"""An estimate in the making: found prices, lines, the sum as the legal rule gives it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.core.errors import BadInput, Known
from app.pricing.estimate import Estimate, LineRequest
from app.pricing.priced import PricedLine
from app.pricing.tariff import Admission
from app.services import estimating
from app.services.desk import Desk
from app.services.estimating import IssuedEstimate, PricedChoice
from ui.changes import Changes
from ui.work import Runner

MOST_FOUND = 50


class EstimateModel(QObject):
    """Holds the lines of one case; every change is priced again before it stands."""

    found = Signal(object)  # tuple[PricedChoice, ...]
    priced = Signal(object)  # Estimate, or None without lines
    issued = Signal(object)  # IssuedEstimate
    refused = Signal(object)  # Known

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._lane = desk, lane
        self._changes = changes or Changes(self)
        self._registration_id = ""
        self._lines: tuple[LineRequest, ...] = ()
        self._asked = 0
        self._waiting = False

    def may_issue(self) -> bool:
        """Whether to offer an estimate; the services check again."""
        return self._desk.may(Act.MAKE_ESTIMATE)

    def open(self, registration_id: str) -> None:
        """Begin afresh for a case."""
        self._registration_id, self._lines = registration_id, ()
        self.priced.emit(None)

    def search(self, words: str) -> None:
        """Prices by code or words, in the list of the day of the service."""
        self._asked += 1
        number = self._asked
        if not words.strip():
            self.found.emit(())
            return

        def show(choices: tuple[PricedChoice, ...]) -> None:
            if number == self._asked:
                self.found.emit(choices[:MOST_FOUND])

        self._lane.run(
            partial(estimating.search, self._desk, self._registration_id, words),
            show,
            self.refused.emit,
        )

    def add(self, code: str, admission: Admission, nights: str) -> None:
        """Add a line; raises nothing, but `refused` says what to put right."""
        try:
            stay = _nights(nights) if admission.stays_overnight else 0
            number = max((int(line.id) for line in self._lines), default=0) + 1
            line = LineRequest(id=str(number), hrg=code, admission=admission, length_of_stay=stay)
        except BadInput as wrong:
            self._refuse(wrong)
            return
        self._price((*self._lines, line))

    def remove(self, line_id: str) -> None:
        """Take a line away."""
        self._price(tuple(line for line in self._lines if line.id != line_id))

    def issue(self, treatment: str) -> None:
        """Issue the letter; a second press while the first is made does nothing."""
        if self._waiting:
            return
        self._waiting = True
        here, lines = self._registration_id, self._lines

        def make() -> IssuedEstimate:
            try:
                return estimating.issue(self._desk, here, lines=lines, treatment=treatment)
            finally:
                self._waiting = False

        self._lane.run(make, self._made, self._refuse)

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

    def _made(self, issued: IssuedEstimate) -> None:
        self._lines = ()
        self.priced.emit(None)
        self.issued.emit(issued)
        self._changes.changed.emit()

    def _refuse(self, known: Known) -> None:
        self.refused.emit(_without_number(known))


def working(line: PricedLine) -> str:
    """The sum behind a line: `(£1,302.00 + 2 × £212.00) × 1.148886 × 150 %`."""
    base = str(line.base)
    if line.excess_days and line.per_day is not None:
        base = f"({base} + {line.excess_days} × {line.per_day})"
    return f"{base} × {line.mff:f} × {line.rate_percent} %"


def admissions(choice: PricedChoice) -> tuple[Admission, ...]:
    """The ways of coming in that a price holds for."""
    words = choice.prices.split(", ")
    return tuple(one for one in Admission if one.words in words)


def _without_number(known: Known) -> Known:
    """A refusal of a line, without the number nobody sees: `Line 3: …`."""
    head, _, rest = known.message.partition(": ")
    if head.startswith("Line ") and rest:
        return BadInput(known.code, rest, known.field)
    return known


def _nights(text: str) -> int:
    plain = text.strip() or "0"
    if not plain.isascii() or not plain.isdecimal() or len(plain) > 4:
        raise BadInput("bad_nights", "Enter the nights as a whole number, such as 3.", "nights")
    return int(plain)
