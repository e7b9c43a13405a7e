"""Five desks and wards, two officers and finance over one share, and a run of what befalls them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random

from app.core.errors import NotFound
from app.core.people import Patient
from app.hub.ledger import Ledger
from app.hub.travel import HubTravel
from app.machine import FixedClock
from app.services import disputes
from app.spool.roster import Duty
from app.spool.sealed_intake import SealedReport, sealed_intake
from app.spool.share import FolderShare, ShareFault
from tests.desks import MORNING
from tests.proof.travel_attacker import Attacker
from tests.proof.travel_book import Book
from tests.proof.travel_machine import FAULTS, Machine, made_up_number
from tests.proof.travel_share import Crash, FickleShare, Mood
from tests.services.sealed import machine, made_up_trust
from tests.services.sealed_hub import ledger_of
from tests.services.work import invoiced

_DUTIES = (Duty.DESK, Duty.DESK, Duty.DESK, Duty.WARD, Duty.WARD, Duty.OFFICER, Duty.OFFICER)
_YEARS = (-3, 4, 0, 1, -1, 2, 0)  # by which each machine's clock is wrong
_QUIET_ROUNDS = 60
Roads = Callable[[Path, Random, Counter[str]], FickleShare]


def by_folder(folder: Path, chance: Random, _: Counter[str]) -> FickleShare:
    """A machine's way to a share in a folder."""
    return FickleShare(FolderShare(folder), folder, chance)


class World:
    """The whole trust. Everything is drawn from one seed.

    `roads` makes each machine's way to the share; at `busy` times the usual it is used.
    """

    def __init__(self, folder: Path, seed: int, *, roads: Roads = by_folder, busy: int = 1) -> None:
        self.chance = Random(seed)
        self._roads, self._busy = roads, busy
        self.book = Book()
        self.trust = made_up_trust(folder)
        self.hub = self.trust.hub()
        self.invoices: dict[str, int] = {}  # number: pence
        self.machines = [self._machine(f"D{at:02d}", duty) for at, duty in enumerate(_DUTIES, 1)]
        for one, years in zip(self.machines, _YEARS, strict=True):
            clock = one.desk.clock
            assert isinstance(clock, FixedClock)
            clock.set(MORNING + timedelta(days=365 * years))
        self.attacker = Attacker(folder / "share", self.chance, self._taken, self.book.counts)
        self._hub_share = self._share()

    @property
    def officers(self) -> list[Machine]:
        """Those who have every case."""
        return [one for one in self.machines if one.officer]

    @property
    def desks(self) -> list[Machine]:
        """The others."""
        return [one for one in self.machines if not one.officer]

    def run(self, operations: int) -> None:
        """So many acts of people, and all that befalls them meanwhile."""
        for number in range(1, operations + 1):
            one = self.chance.choice(self.machines)
            drawn = self.chance.random()
            if drawn < 0.004:
                self._twins(number)
            else:
                one.act(number)
            self._befall(one, number, operations)

    def settle(self) -> None:
        """All meet until nothing moves any more; raises AssertionError where that never comes."""
        self.attacker.put_all_back()
        for _ in range(_QUIET_ROUNDS):
            moved = 0
            for one in self.machines:
                met = one.meet()
                assert met is not None
                moved += met.made + met.sent + sum(took.envelopes for took in met.took)
            report = self.intake()
            assert report is not None
            moved += report.envelopes + report.answered + report.sent
            if not moved:
                return
        raise AssertionError("the machines never come to rest")

    def intake(self) -> SealedReport | None:
        """Finance takes in what has come; None where the share failed or the process died."""
        try:
            with self.ledger() as ledger:
                clock = FixedClock(MORNING)
                book = HubTravel(ledger, self.hub.trust)
                return sealed_intake(self._hub_share, self.hub, ledger, book, clock)
        except (ShareFault, Crash) as fault:
            self.book.counts[f"finance: {getattr(fault, 'code', 'crash')}"] += 1
            return None
        finally:
            self._hub_share.be(Mood.WELL)

    def ledger(self) -> AbstractContextManager[Ledger]:
        """Finance's database."""
        return ledger_of(self.trust)

    def close(self) -> None:
        """Everybody goes home."""
        for one in self.machines:
            one.desk.db.close()

    def _befall(self, one: Machine, number: int, operations: int) -> None:
        if self.chance.random() < 0.03 * self._busy:
            self._visit(one, number)
        if self.chance.random() < 0.008 * self._busy:
            if self.chance.random() < 0.4:
                self._hub_share.be(self.chance.choice(FAULTS), self.chance.randrange(12))
            self.intake()
        if self.chance.random() < 0.01:
            self.attacker.act()
        if self.chance.random() < 0.0008:
            one.crash(-number)
        if self.chance.random() < 0.0006:
            one.away_until = number + self.chance.randrange(operations // 4 + 1)
            self.book.counts["off the network"] += 1
        if self.chance.random() < 0.0008:
            self._choose(self.chance.choice(self.officers))
        if number % max(operations // 8, 1) == 0:
            self._invoice(self.chance.choice(self.officers))

    def _visit(self, one: Machine, number: int) -> None:
        self.book.counts["exchanges"] += 1
        if number < one.away_until:
            one.share.be(Mood.AWAY)
        elif self.chance.random() < 0.3:
            one.share.be(self.chance.choice(FAULTS), self.chance.randrange(12))
        elif self.chance.random() < 0.3:
            one.share.be(Mood.MUDDLED)
        try:
            one.meet()
        except Crash:
            one.crash(-number)

    def _twins(self, number: int) -> None:
        """One person, put in at two desks that do not know of each other."""
        one, other = self.chance.sample(self.desks, 2)
        person = Patient(
            patient_id="",
            family_name=f"Twin{number}",
            given_names="Chidi",
            born=datetime(1980, 1, 1, tzinfo=UTC).date() + timedelta(days=number % 9_000),
            nhs_number=made_up_number(100 + number) if self.chance.random() < 0.5 else None,
        )
        first = one.register(number, person)
        second = other.register(-number, person)
        self.book.twins.append((first.patient_id, second.patient_id))

    def _choose(self, officer: Machine) -> None:
        for card in disputes.open_conflicts(officer.desk)[:3]:
            try:
                disputes.choose(officer.desk, card, card.sides[0].dot, "We looked at it together.")
                self.book.counts["choices"] += 1
            except NotFound:  # by what the officer did since, or by the choice before this one
                assert card not in disputes.open_conflicts(officer.desk)
                self.book.counts["settled meanwhile"] += 1

    def _invoice(self, officer: Machine) -> None:
        clock = officer.desk.clock
        assert isinstance(clock, FixedClock)
        before = clock.now()
        clock.set(MORNING + timedelta(hours=len(self.invoices)))  # prices are of a day
        _, issued = invoiced(officer.desk, family_name=f"Bill{len(self.invoices)}")
        clock.set(before)
        self.invoices[issued.doc_no] = issued.total.pence

    def _taken(self, actor: str, sequence: int) -> bool:
        with self.ledger() as ledger:
            return HubTravel(ledger, self.hub.trust).link(actor).sequence >= sequence

    def _machine(self, code: str, duty: Duty) -> Machine:
        officer = duty is Duty.OFFICER
        desk = machine(self.trust, code, duty, user="officer" if officer else "clerk")
        return Machine(desk, self._share(), self.book, self.chance, officer)

    def _share(self) -> FickleShare:
        return self._roads(self.trust.folder / "share", self.chance, self.book.counts)
