"""One machine of the run: what somebody does at it, how it meets the share, and how it dies."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from random import Random

from app.core.nhs_number import NHSNumber, check_digit
from app.core.people import Patient
from app.machine import FixedClock
from app.opening import open_desk
from app.services import meeting
from app.services.desk import Desk
from app.services.meeting import Met
from app.spool.share import ShareFault
from app.store import (
    decisions,
    diary,
    emergencies,
    evidence,
    merges,
    patients,
    registrations,
    snoozes,
    urgency,
)
from app.store.answers import StoredAnswer, save_all
from app.store.decisions import StoredDecision
from app.store.emergencies import NewAccess
from app.store.evidence import Evidence
from app.store.merges import StoredMerge
from app.store.registrations import Finish, Opening
from app.store.snoozes import Snooze
from app.store.urgency import StoredUrgency
from tests.desks import QUICK
from tests.proof.travel_book import Book
from tests.proof.travel_share import Crash, FickleShare, Mood

_CORRECTIONS: Mapping[str, Callable[[Patient, str], Patient]] = {
    "phone": lambda patient, value: replace(patient, phone=value),
    "email": lambda patient, value: replace(patient, email=value),
    "interpreter": lambda patient, value: replace(patient, interpreter=value),
    "hospital_number": lambda patient, value: replace(patient, hospital_number=value),
}
_DAY = date(2026, 3, 9)
_CASES = "SELECT registration_id FROM registrations"
FAULTS = (Mood.AWAY, Mood.DENIED, Mood.FULL, Mood.CUT, Mood.LATE, Mood.CRASH)


@dataclass(slots=True)
class Machine:
    """A desk with its way to the share; everything that is done at it goes into the book."""

    desk: Desk
    share: FickleShare
    book: Book
    chance: Random
    officer: bool
    known: list[tuple[str, str]] = field(default_factory=list)  # case, patient
    away_until: int = 0
    _lives: int = 0

    @property
    def code(self) -> str:
        """The device."""
        return self.desk.device

    def act(self, number: int) -> None:
        """One thing that somebody does here, drawn by chance; `number` is used in no other act."""
        clock = self.desk.clock
        assert isinstance(clock, FixedClock)
        clock.set(clock.now() + timedelta(seconds=self.chance.randrange(90)))
        drawn = self._draw()
        with self.desk.db.atomic():
            done = drawn(number)
        done()
        self.book.counts[drawn.__name__.strip("_")] += 1

    def register(self, number: int, patient: Patient | None = None) -> Patient:
        """A patient nobody here knows, registered and flagged; returns who it is."""
        with self.desk.db.atomic():
            done = self._register(number, patient)
        done()
        self.book.counts["register"] += 1
        return patients.own(self.desk.db, self.known[-1][1])

    def meet(self) -> Met | None:
        """Exchange with the share; None where it failed. Raises Crash."""
        try:
            met = meeting.meet(self.desk, self.share)
        except ShareFault as fault:
            self.book.counts[fault.code] += 1
            return None
        finally:
            self.share.be(Mood.WELL)
            self._forget()
        if self.officer and any(took.envelopes for took in met.took):
            self.known = [
                (str(case), str(patient))
                for case, patient in self.desk.db.each(
                    "SELECT registration_id, patient_id FROM registrations"
                    " WHERE finished_at IS NOT NULL ORDER BY registration_id"
                )
            ]
        return met

    def crash(self, number: int) -> None:
        """Stop in the middle of an act, as the disk has it at that moment, and start again."""
        folder = self.desk.db.path.parent
        self._lives += 1
        image = folder.with_name(f"desk-{self._lives}")
        try:
            with self.desk.db.atomic():
                if self.known:
                    self._draw()(number)
                shutil.copytree(folder, image)  # what is on the disk, in the midst of a transaction
                raise Crash
        except Crash:
            self.book.counts["crashes"] += 1
        self.desk.db.close()
        shutil.rmtree(folder)
        again = open_desk(image, clock=self.desk.clock, ids=self.desk.ids)
        again.password_cost, again.user = QUICK, self.desk.user
        self.desk = again
        self._forget()

    def _forget(self) -> None:
        """A ward's laptop lets go of what is taken and three days old, whatever comes after."""
        if not self.officer:
            here = {str(case) for (case,) in self.desk.db.each(_CASES)}
            self.known = [pair for pair in self.known if pair[0] in here]

    def _draw(self) -> Callable[[int], Callable[[], None]]:
        if not self.known or self.chance.random() < (0.01 if self.officer else 0.12):
            return self._register
        acts, weights = zip(*(_OFFICERS if self.officer else _CLERKS).items(), strict=True)
        drawn: str = self.chance.choices(acts, weights)[0]
        found: Callable[[int], Callable[[], None]] = getattr(self, drawn)
        return found

    def _one(self) -> tuple[str, str]:
        # Mostly what came last: that is what two people work on at once.
        if self.chance.random() < 0.6:
            return self.known[-1 - self.chance.randrange(min(20, len(self.known)))]
        return self.chance.choice(self.known)

    def _register(self, number: int, patient: Patient | None = None) -> Callable[[], None]:
        db, ids, at = self.desk.db, self.desk.ids, self.desk.moment
        told = replace(
            patient or Patient(patient_id="", family_name=f"Family{number}", given_names="Ada"),
            patient_id=ids.new(),
            phone=f"v{number}",
            born=patient.born if patient else _DAY - timedelta(days=9_000 + number % 20_000),
        )
        if told.nhs_number and _holder(self.desk, told.nhs_number):
            told = replace(told, nhs_number=None)
        patients.add(db, told)
        case = ids.new()
        registrations.open_new(
            db,
            Opening(
                registration_id=case,
                patient_id=told.patient_id,
                opened_at=at,
                opened_by="u-clerk",
                desk="Desk 3",
                service_type="outpatient",
            ),
        )
        finish = Finish(finished_at=at, outcome="flag", category="F", basis=f"v{number}")
        registrations.finish(db, case, finish)
        registrations.flag(db, case, reason="Lives abroad", due_on=_DAY)

        def done() -> None:
            self.known.append((case, told.patient_id))
            self.book.wrote(("patient", told.patient_id, "phone"), f"v{number}", "")
            self.book.wrote(("case", case, "basis"), f"v{number}", "")

        return done

    def _correct(self, number: int) -> Callable[[], None]:
        _, patient_id = self._one()
        was = patients.own(self.desk.db, patient_id)
        column = self.chance.choice(tuple(_CORRECTIONS))
        patients.update(self.desk.db, _CORRECTIONS[column](was, f"v{number}"))
        before = str(getattr(was, column))
        return lambda: self.book.wrote(("patient", patient_id, column), f"v{number}", before)

    def _number(self, number: int) -> Callable[[], None]:
        """An NHS number of few, so that others have it too; or none."""
        _, patient_id = self._one()
        was = patients.own(self.desk.db, patient_id)
        drawn = made_up_number(self.chance.randrange(40))
        if number % 3 == 0:
            patients.update(self.desk.db, replace(was, nhs_number=None))
        elif not _holder(self.desk, drawn):
            patients.update(self.desk.db, replace(was, nhs_number=drawn))
        return lambda: None

    def _basis(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        before = registrations.get(self.desk.db, case).basis
        registrations.set_category(self.desk.db, case, category="F", basis=f"v{number}")
        return lambda: self.book.wrote(("case", case, "basis"), f"v{number}", before)

    def _assign(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        before = registrations.get(self.desk.db, case).assigned_to or ""
        registrations.assign(self.desk.db, case, f"v{number}")
        return lambda: self.book.wrote(("case", case, "assigned_to"), f"v{number}", before)

    def _answer(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        told = StoredAnswer("s2_purpose", "answered", f"v{number}", "u-clerk", self.desk.moment)
        save_all(self.desk.db, case, [told])
        return lambda: self.book.added("answers", f'"v{number}"', case)

    def _evidence(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        seen = Evidence(
            evidence_id=f"v{number}",
            registration_id=case,
            type_code="passport",
            seen_on=_DAY,
            seen_by="u-clerk",
            relied_on=False,
            recorded_at=self.desk.moment,
        )
        evidence.add(self.desk.db, seen)
        return lambda: self.book.added("evidence", f"v{number}", case)

    def _diary(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        diary.add(
            self.desk.db,
            case,
            kind=f"v{number}",
            about_on=_DAY,
            due_on=_DAY,
            at=self.desk.moment,
        )
        return lambda: self.book.added("diary", f"v{number}", case)

    def _urgency(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        form = StoredUrgency(
            registration_id=case,
            urgency="urgent",
            clinician_name=f"v{number}",
            decided_at="2026-03-09",
            leaving_date=None,
            transcribed=False,
            recorded_by="u-clerk",
            recorded_at=self.desk.moment,
        )
        urgency.add(self.desk.db, form)
        return lambda: self.book.added("urgency_records", f"v{number}", case)

    def _snooze(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        away = Snooze(
            registration_id=case,
            until=_DAY + timedelta(days=number % 30),
            reason=f"v{number}",
            snoozed_by="u-officer",
            snoozed_at=self.desk.moment,
        )
        snoozes.add(self.desk.db, [away])
        return lambda: self.book.added("snoozes", f"v{number}", case)

    def _decide(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        seen = frozenset(one.decision_id for one in decisions.of(self.desk.db, case))
        made = StoredDecision(
            decision_id=f"v{number}",
            registration_id=case,
            determination_id=None,
            choice="charge",
            category="F",
            reason_code="visitor",
            note="",
            suggested="",
            agreed=True,
            certified=True,
            decided_by="u-officer",
            decided_at=self.desk.moment,
        )
        decisions.add(self.desk.db, made)
        registrations.set_review(self.desk.db, case, "decided")

        def done() -> None:
            self.book.added("decisions", f"v{number}", case)
            self.book.decided(case, f"v{number}", seen)

        return done

    def _emergency(self, number: int) -> Callable[[], None]:
        case, _ = self._one()
        opened = NewAccess(
            access_id=self.desk.ids.new(),
            registration_id=case,
            reason=f"v{number}",
            opened_by=f"u-{self.code}",
            opened_at=self.desk.moment,
            device=self.code,
        )
        emergencies.add(self.desk.db, opened)
        return lambda: self.book.added("emergency_accesses", f"v{number}", case)

    def _look(self, number: int) -> Callable[[], None]:
        """Somebody looks at an emergency access of whatever machine, if one waits."""
        waiting = emergencies.waiting(self.desk.db)
        if not waiting:
            return lambda: None
        access = self.chance.choice(waiting)
        emergencies.look(
            self.desk.db,
            access.access_id,
            look_id=self.desk.ids.new(),
            note=f"v{number}",
            by="u-auditor",
            at=self.desk.moment,
        )
        return lambda: self.book.added("emergency_looks", f"v{number}", access.access_id)

    def _merge(self, number: int) -> Callable[[], None]:
        (_, one), (_, other) = self._one(), self._one()
        db = self.desk.db
        if merges.read_as(db, one) == merges.read_as(db, other) or merges.survivor_of(db, one):
            return lambda: None
        made = StoredMerge(
            act=merges.MERGED,
            patient_id=one,
            survivor_id=other,
            reason=f"v{number}",
            made_by="u-officer",
            made_at=self.desk.moment,
        )
        merges.merge(db, made)
        return lambda: self.book.added("patient_merges", f"v{number}", one)


_CLERKS = {
    "_correct": 20,
    "_number": 3,
    "_answer": 15,
    "_evidence": 15,
    "_diary": 12,
    "_urgency": 8,
    "_basis": 8,
    "_assign": 4,
    "_emergency": 3,
}
_OFFICERS = {
    "_correct": 10,
    "_number": 2,
    "_evidence": 8,
    "_answer": 8,
    "_decide": 14,
    "_assign": 14,
    "_snooze": 12,
    "_basis": 10,
    "_merge": 2,
    "_emergency": 1,
    "_look": 4,
}


def made_up_number(drawn: int) -> NHSNumber:
    """One of the numbers that no patient has."""
    while True:
        first = f"999{drawn:06d}"
        digit = check_digit(first)
        if digit is not None:
            return NHSNumber.parse(f"{first}{digit}")
        drawn += 1_000


def _holder(desk: Desk, number: NHSNumber) -> bool:
    found = desk.db.first("SELECT 1 FROM patients WHERE nhs_number = ?", (number.digits,))
    return found is not None
