"""One made-up world in a folder that can be copied: machines, share and finance of travel_kill.py.

What is in it is told without moments, so that a world in which somebody died and was started again
later can be held against one in which nobody did.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from app.core.trust import Mode
from app.hub.figures import LedgerTotals
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.hub.travel import HubTravel
from app.machine import FixedClock, SeededIds
from app.replica.record import Subject, kept_record
from app.spool.roster import Duty
from app.store import audit, batches, journal, quarantine, travelling
from app.store.database import Database
from app.store.folder import open_store
from tests.desks import add_visitor, register_visitor
from tests.proof.travel_steps import keep_keys, read_keys
from tests.services.sealed import machine, made_up_trust
from tests.services.work import invoiced
from tests.spool.copied_world import CopiedWorld
from tests.spool.killer import Killer, Run

FIRST, LATER = "2026-03-09T12:00:00+00:00", "2026-03-10T08:00:00+00:00"
CLERK, OFFICER = "D01", "D02"
_USERS = {CLERK: "clerk", OFFICER: "officer"}


@dataclass(frozen=True)
class Place(CopiedWorld):
    """A clerk's folder, an officer's, the share, and finance."""

    @property
    def inbox(self) -> Path:
        """Where the trust's own ledger picks up what was taken."""
        return self.root / "inbox"

    def meet(self, killer: Killer, code: str, now: str, **death: Any) -> Run:
        """One exchange of a machine, killed as `Killer.run` has it."""
        return killer.run("meet", *self._meeting(code, now), **death)

    def take(self, killer: Killer, now: str, **death: Any) -> Run:
        """One run of finance, killed as `Killer.run` has it."""
        return killer.run("take", *self._taking(now), **death)

    def warm(self, killer: Killer) -> None:
        """One whole round in the killer itself: later runs find read what it read."""
        for code in (CLERK, OFFICER):
            killer.warm("meet", *self._meeting(code, FIRST))
        killer.warm("take", *self._taking(FIRST))
        for code in (CLERK, OFFICER):
            killer.warm("meet", *self._meeting(code, FIRST))

    def envelopes(self, code: str) -> dict[str, bytes]:
        """Those of one machine on the share."""
        return {path.name: path.read_bytes() for path in self.share.glob(f"*_{code}_*.env")}

    @contextmanager
    def store(self, code: str) -> Iterator[Database]:
        """A machine's store, to look into."""
        db = open_store(self._folder(code))
        try:
            yield db
        finally:
            db.close()

    @contextmanager
    def finance(self) -> Iterator[tuple[Ledger, HubTravel]]:
        """Finance's database, to look into."""
        clock = FixedClock(datetime.fromisoformat(LATER))
        with open_ledger(self._url, mode=Mode.TEST, ids=SeededIds(8, clock), clock=clock) as ledger:
            yield ledger, HubTravel(ledger, read_keys(self._keys).trust)

    def _folder(self, code: str) -> Path:
        return self.root / code / "desk"

    def _meeting(self, code: str, now: str) -> tuple[object, ...]:
        return (self._folder(code), self.share, _USERS[code], now)

    def _taking(self, now: str) -> tuple[object, ...]:
        return (self.share, self.inbox, self._url, self._keys, now)

    @property
    def _keys(self) -> Path:
        return self.root / "keys.json"

    @property
    def _url(self) -> str:
        return f"sqlite:///{self.root / 'ledger.db'}"


def new_place(root: Path) -> Place:
    """A registration at the clerk's and an invoice at the officer's; nothing was sent."""
    trust = made_up_trust(root)
    (root / "inbox").mkdir()
    keep_keys(root / "keys.json", trust.hub())
    clerk = machine(trust, CLERK, Duty.DESK)
    officer = machine(trust, OFFICER, Duty.OFFICER, user="officer")
    register_visitor(clerk, add_visitor(clerk))
    invoiced(officer)
    clerk.db.close()
    officer.db.close()
    return Place(root)


def sent_once(place: Place, code: str) -> tuple[object, ...]:
    """What a machine made and sent; raises AssertionError where it is not all there once."""
    with place.store(code) as db:
        made = sorted(travelling.untaken(db), key=lambda one: one.sequence)
        assert [one.sequence for one in made] == list(range(1, len(made) + 1))
        assert all(one.sent_at for one in made)
        sealed = {one.name: travelling.file_of(db, one.sequence) or b"" for one in made}
        assert [one.sha256 for one in made] == [
            sha256(sealed[one.name]).hexdigest() for one in made
        ]
        own = journal.actor(db)
        written = [kept_record(one.body) for one in journal.written_after(db, own, 0)]
        assert _numbers_of(made) == [one.number for one in written] != []
        kept = batches.newest(db)
        assert [one.batch for one in made if one.batch] == [one.sequence_no for one in kept]
        assert audit.verify(db).sound
        told = (
            [(one.content, one.rows, one.first_record, one.last_record) for one in made],
            [(one.number, one.subject, one.about, one.rows, one.cells) for one in written],
            [(one.sequence_no, one.state) for one in kept],
        )
    assert place.envelopes(code) == sealed
    assert list(place.share.glob("*.part")) == []
    return told


def taken_once(place: Place, code: str) -> tuple[object, ...]:
    """What a machine holds of others; raises AssertionError where something is there twice."""
    with place.store(code) as db:
        cases = db.tuples("SELECT about FROM journal WHERE subject = ?", (Subject.CASE.value,))
        came = sorted((one.actor, one.sequence, one.sha256) for one in travelling.came(db))
        assert len(cases) == len(set(cases))
        assert len(came) == len({(actor, sequence) for actor, sequence, _ in came})
        assert audit.verify(db).sound
        return (
            sorted(cases),
            came,
            journal.unplaced(db),
            quarantine.aside(db),
            db.tuples("SELECT registration_id, review FROM registrations ORDER BY 1"),
            db.tuples("SELECT registration_id FROM queue_cases ORDER BY 1"),
            db.tuples("SELECT * FROM register ORDER BY 1"),
            [(one.sequence_no, one.state) for one in batches.newest(db)],
            db.tuples("SELECT state, count(*) FROM outbox GROUP BY 1 ORDER BY 1"),
        )


@dataclass(frozen=True, slots=True)
class Loaded:
    """What finance holds, what it answered, and what it wrote for the trust's own ledger."""

    totals: LedgerTotals
    records: tuple[bytes, ...]
    answers: int
    written: dict[str, bytes]


def loaded_once(place: Place) -> Loaded:
    """All that; raises AssertionError where it is not whole, or not answered once."""
    with place.finance() as (ledger, hub):
        assert ledger.check_integrity() == ()
        assert (hub.unanswered(), hub.unsent()) == ((), ())
        answered = {name: digest for _, name, digest in hub.sent()}
        totals, records = ledger.totals(), hub.records()
    there = place.envelopes("HUB")
    assert {name: sha256(file).hexdigest() for name, file in there.items()} == answered
    written = {path.name: path.read_bytes() for path in place.inbox.iterdir()}
    assert list(place.share.glob("*.part")) == []
    return Loaded(totals, records, len(answered), written)


def all_there(place: Place) -> None:
    """Raise AssertionError where finance or the officer has not every record of both machines."""
    written = []
    for code in (CLERK, OFFICER):
        with place.store(code) as db:
            own = journal.written_after(db, journal.actor(db), 0)
            written += [one.body for one in own]
    loaded = loaded_once(place)
    assert sorted(loaded.records) == sorted(written)
    assert (loaded.totals.documents, len(loaded.written) > 0) == (1, True)
    with place.store(OFFICER) as db:
        assert sorted(body.body for _, body in journal.every(db)) == sorted(written)


def at_rest(place: Place, code: str) -> None:
    """Raise AssertionError where something that a machine sent the day before has no receipt."""
    with place.store(code) as db:
        assert [one for one in travelling.untaken(db) if one.made_at < LATER[:10]] == []
        assert {one.state for one in batches.newest(db)} <= {batches.ACKNOWLEDGED}


def _numbers_of(made: list[travelling.Sealed]) -> list[int]:
    return [
        number
        for one in made
        if one.content == "cases"
        for number in range(one.first_record, one.last_record + 1)
    ]
