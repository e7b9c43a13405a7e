"""The start of the desk: finding the right patient, and what lies there."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.core import sought
from app.core.dates import LONDON, clock_time, parse_date
from app.core.errors import BadInput
from app.core.match import Match
from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from app.services import countries, desk_lists, finding
from app.services.desk import Desk
from app.services.desk_lists import AskLaterLine, ParkedLine, Today
from app.services.particulars import Problems
from ui.changes import Changes
from ui.days import long
from ui.language import tr
from ui.models.card_capture import CardCaptureModel
from ui.models.finder import TypeAhead
from ui.models.lane_model import LaneModel
from ui.models.merging import MergingModel
from ui.models.passport import PassportModel
from ui.work import Runner


@dataclass(frozen=True, slots=True)
class Found:
    """A patient who answers to the search, and others they could be mistaken for."""

    patient: Match
    similar: tuple[Match, ...]


@dataclass(frozen=True, slots=True)
class DeskLists:
    """What lies on the desk now."""

    today: Today
    parked: tuple[ParkedLine, ...]
    ask_later: tuple[AskLaterLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPatient:
    """The short panel as typed; text until `DeskModel.add` reads it."""

    given_names: str
    family_name: str
    title: str
    gender: str
    born: str
    nhs_number: str


class DeskModel(LaneModel):
    """Finds and adds patients, counts the day, remembers what this desk books for."""

    found = Signal(str, object)  # what was looked for, tuple[Found, ...]
    name_alone = Signal(str)  # a name nobody was looked for by: a day of birth is wanted with it
    added = Signal(object)  # Patient
    look_alikes = Signal(object)  # tuple[Match, ...]: the same person, perhaps
    lists = Signal(object)  # DeskLists
    countries = Signal(object)  # (CountryName, ...)
    refused = Signal(object)  # Known
    booking_changed = Signal(str)

    def __init__(
        self,
        desk: Desk,
        lane: Runner,
        changes: Changes | None = None,
        *,
        booking: str = "",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(desk, lane, changes, parent)
        self._changes.changed.connect(self.refresh)
        self.booking = booking if booking in desk.terms.bookings else ""
        self.type_ahead = TypeAhead(desk, lane, self)
        self.merging = MergingModel(desk, lane, self._changes, self)
        self.passports = PassportModel(desk, lane, parent=self)
        self.cards = CardCaptureModel(desk, lane, self._changes, parent=self)

    def hour(self) -> int:
        """The hour on the wall, for the greeting."""
        now: datetime = self._desk.clock.now()
        return now.astimezone(LONDON).hour

    def time(self) -> str:
        """The time on the wall."""
        return clock_time(self._desk.moment)

    def today(self) -> date:
        """Today's date at the hospital."""
        return self._desk.today

    def rules_words(self, words: str) -> str:
        """Which rules this desk asks by: `words` with `{version}` and `{on}`."""
        standing = self._desk.law.pack.standing
        return words.format(version=standing.rules_version, on=long(standing.review_by))

    def bookings(self) -> tuple[tuple[str, str], ...]:
        """What a patient can be here for: ids and labels."""
        return tuple((one.id, one.label) for one in self._desk.terms.bookings.values())

    def set_booking(self, booking_id: str) -> None:
        """Remember what this desk books for."""
        if booking_id != self.booking:
            self.booking = booking_id
            self.booking_changed.emit(booking_id)

    def find(self, text: str) -> None:
        """Look for a patient; `found` or `refused` follows."""
        self.type_ahead.stop()
        if text.strip():
            self._lane.run(partial(_find, self._desk, text), self._show_found, self.refused.emit)

    def add(self, typed: NewPatient, *, sure: bool = False) -> None:
        """Keep a new patient, once; without `sure`, `look_alikes` first shows who they may be."""
        job = partial(_add, self._desk, typed, sure)
        self._run_once(job, self._show_added, self.refused.emit)

    def refresh(self) -> None:
        """Read today's count and the lists again."""
        if self._desk.user is not None:
            self._lane.run(partial(_lists, self._desk), self.lists.emit, self.refused.emit)

    def load_countries(self) -> None:
        """Read the names for the type-ahead, once a screen needs them."""
        self._lane.run(
            partial(countries.country_names, self._desk), self.countries.emit, self.refused.emit
        )

    def _show_found(self, result: tuple[str, tuple[Found, ...] | None]) -> None:
        text, found = result
        if found is None:
            self.name_alone.emit(text)
        else:
            self.found.emit(text, found)

    def _show_added(self, result: Patient | tuple[Match, ...]) -> None:
        if isinstance(result, Patient):
            self.added.emit(result)
        else:
            self.look_alikes.emit(result)


def _find(desk: Desk, text: str) -> tuple[str, tuple[Found, ...] | None]:
    """None where a name alone finds nobody for whom it might be: only an officer browses by it."""
    patients = finding.find(desk, text)
    looked = patients or finding.reads_whole(desk, text)
    if not looked and sought.read(text, desk.today).is_name_alone:
        return text, None
    known = {one.patient_id for one in patients}
    return text, tuple(
        Found(
            one,
            tuple(
                other
                for other in finding.similar_to(desk, one.patient_id)
                if other.patient_id not in known
            ),
        )
        for one in patients
    )


def _add(desk: Desk, typed: NewPatient, sure: bool) -> Patient | tuple[Match, ...]:
    patient = _read(desk, typed)
    if not sure and (others := finding.similar(desk, patient)):
        return others
    return finding.add_patient(desk, patient)


def _read(desk: Desk, typed: NewPatient) -> Patient:
    """The patient as typed; raises Problems with every field that cannot be read."""
    problems: list[BadInput] = []
    born: date | None = None
    number: NHSNumber | None = None
    if not typed.family_name.strip():
        words = tr("Enter the family name, or “Unknown” until it is known.")
        problems.append(BadInput("no_name", words, "family_name"))
    try:
        if typed.born.strip():
            born = parse_date(typed.born, desk.today, past=True, field="born")
            if born > desk.today:
                words = tr("A date of birth cannot lie ahead. Check it.")
                raise BadInput("bad_date", words, "born")
    except BadInput as wrong:
        problems.append(wrong)
    try:
        if typed.nhs_number.strip():
            number = NHSNumber.parse(typed.nhs_number, "nhs_number")
    except BadInput as wrong:
        problems.append(wrong)
    if problems:
        raise Problems(tuple(problems))
    return Patient(
        patient_id="",
        family_name=typed.family_name,
        given_names=typed.given_names,
        title=" ".join(typed.title.split()),
        gender=typed.gender,
        born=born,
        nhs_number=number,
    )


def _lists(desk: Desk) -> DeskLists:
    return DeskLists(desk_lists.today(desk), desk_lists.parked(desk), desk_lists.ask_later(desk))
