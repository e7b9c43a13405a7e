"""A trust in a folder whose officers are about to remove a case, copied for each death.

What a store holds of the case is told as a whole: all of it, or nothing of it anywhere.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.replica.record import Subject, kept_record
from app.services import emergency, retention
from app.services.desk import Desk
from app.spool.roster import Duty
from app.store import audit, journal, quarantine, travelling
from app.store.database import Database
from app.store.folder import open_store
from tests.services.sealed import MadeUpTrust, machine, made_up_trust
from tests.services.test_removal_travels import decided, meet_all, two_years_on
from tests.services.work import add_second_admin, ref_of, seated
from tests.spool.copied_world import CopiedWorld
from tests.spool.killer import Killer, Run

CLERK, REMOVER, OTHER = "D01", "D02", "D03"
FIRST, LATER = "2028-03-11T12:00:00+00:00", "2028-03-12T08:00:00+00:00"
WORD = "Quartzberry"
_USERS = {CLERK: "clerk", REMOVER: "officer", OTHER: "officer"}
_OF_CASES = (
    "registrations",
    "patients",
    "answers",
    "decisions",
    "evidence",
    "document_images",
    "document_pages",
    "emergency_accesses",
    "emergency_looks",
    "queue_cases",
    "register",
)


@dataclass(frozen=True)
class Place(CopiedWorld):
    """A clerk's folder, two officers', and the share."""

    def folder(self, code: str) -> Path:
        """A machine's."""
        return self.root / code / "desk"

    def remove(self, killer: Killer, now: str, **death: Any) -> Run:
        """The removal and the exchange after it, killed as `Killer.run` has it."""
        return killer.run("remove", *self._meeting(REMOVER, now), **death)

    def meet(self, killer: Killer, code: str, now: str, **death: Any) -> Run:
        """One exchange of a machine, killed as `Killer.run` has it."""
        return killer.run("meet", *self._meeting(code, now), **death)

    def warm(self, killer: Killer) -> None:
        """One whole removal in the killer itself: later runs find read what it read."""
        killer.warm("remove", *self._meeting(REMOVER, FIRST))
        for code in (OTHER, CLERK):
            killer.warm("meet", *self._meeting(code, FIRST))

    def meet_all(self, killer: Killer, now: str) -> None:
        """All meet until each has heard of the others."""
        for code in (REMOVER, OTHER, CLERK) * 2:
            assert not self.meet(killer, code, now).killed

    def without_the_others(self, code: str) -> Place:
        """The same with one machine alone, and the share."""
        for other in {*_USERS} - {code}:
            shutil.rmtree(self.root / other)
        return self

    @contextmanager
    def store(self, code: str) -> Iterator[Database]:
        """A machine's store, to look into."""
        db = open_store(self.folder(code))
        try:
            yield db
        finally:
            db.close()

    def _meeting(self, code: str, now: str) -> tuple[object, ...]:
        return (self.folder(code), self.share, _USERS[code], now)


def new_place(root: Path) -> Place:
    """A decided case with a copy of a paper and an emergency access, listed for removal."""
    trust = made_up_trust(root)
    clerk = machine(trust, CLERK, Duty.DESK)
    officers = [machine(trust, code, Duty.OFFICER, user="officer") for code in (REMOVER, OTHER)]
    add_second_admin(officers[0])
    case = decided(trust, clerk, *officers, name=WORD)
    _open_in_emergency(trust, clerk, officers, case)
    two_years_on(*officers)
    with seated(officers[0], "admin"):
        assert retention.propose_cases(officers[0]) == 1
    for desk in (clerk, *officers):
        desk.db.close()
    return Place(root)


def _open_in_emergency(trust: MadeUpTrust, clerk: Desk, officers: list[Desk], case: str) -> None:
    with seated(clerk, "finance"):
        emergency.open_in_emergency(
            clerk, ref_of(clerk, case), "The ward asks whom to ring tonight."
        )
    meet_all(trust, clerk, *officers, rounds=1)
    with seated(officers[1], "auditor"):
        (waits,) = emergency.accesses_to_look_at(officers[1])
        emergency.mark_looked_at(officers[1], waits.access_id, "The ward confirms it.")
    meet_all(trust, *reversed(officers), clerk, rounds=1)


def held(db: Database) -> dict[str, int]:
    """How many rows of each table of a case there are."""
    return {name: int(db.scalar(f"SELECT count(*) FROM {name}")) for name in _OF_CASES}


def is_whole_or_gone(place: Place, code: str, before: dict[str, int]) -> bool:
    """Whether the case is gone; raises AssertionError where it is neither gone nor as before.

    One that stands here is told as gone by nothing of this machine, to nobody.
    """
    with place.store(code) as db:
        now = held(db)
        own = journal.actor(db)
        said = [kept_record(one.body) for one in journal.written_after(db, own, 0)]
        told = [one for one in said if one.gone]
        ruled = db.scalar("SELECT count(*) FROM removal_rulings WHERE approved")
        assert db.rows("PRAGMA foreign_key_check") == []
        assert db.check_integrity() == ()
        assert audit.verify(db).sound
        gone = not now["registrations"]
        if gone:
            assert not any(now.values()), now
            assert _words_left(db) == []
        else:
            assert now == before
            assert told == []
        assert (ruled, bool(told)) == ((1, True) if gone and code == REMOVER else (0, False))
        return gone


def all_gone(place: Place) -> tuple[object, ...]:
    """What is left on all machines, without moments; raises AssertionError for anything of it."""
    left: list[tuple[object, ...]] = []
    for code in (CLERK, REMOVER, OTHER):
        with place.store(code) as db:
            assert not any(held(db).values()), (code, held(db))
            assert _words_left(db) == []
            assert db.rows("PRAGMA foreign_key_check") == []
            assert audit.verify(db).sound
            assert (journal.unplaced(db), quarantine.aside(db)) == ((), ())
            left.append(tuple(sorted((one.actor, one.sequence) for one in travelling.came(db))))
            left.append(tuple(sorted(_hollow(db))))
    assert list(place.share.glob("*.part")) == []
    return tuple(left)


def _words_left(db: Database) -> list[str]:
    """The tables in which the patient's name is found, in whatever column."""
    found = []
    for (table,) in db.tuples("SELECT name FROM sqlite_master WHERE type = 'table'"):
        for row in db.each(f"SELECT * FROM {table}"):
            if any(WORD.casefold() in _text(value).casefold() for value in row):
                found.append(table)
                break
    bodies = (written.body for _, written in journal.every(db))
    return found + ["journal"] * any(WORD.encode() in body for body in bodies)


def _hollow(db: Database) -> Iterator[tuple[str, int, str, bool]]:
    """The places of the records of cases, papers and patients, and which of them take away."""
    kinds = (Subject.CASE, Subject.DOCUMENT, Subject.PATIENT)
    for actor, written in journal.every(db):
        record = kept_record(written.body)
        if record.subject in kinds:
            yield actor, record.number, record.about, record.gone


def _text(value: object) -> str:
    return value.decode("utf-8", "replace") if isinstance(value, bytes) else str(value)
