"""What a machine says of a pack of law that is not so, and the pack that is really meant."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from app.core.errors import Known
from app.library.packs import read_pack
from app.replica.record import Record, Subject
from app.services import meeting, packs, signin
from app.services.desk import Desk
from app.services.replaying import replay
from app.spool.roster import Duty
from app.store import determinations, journal, law_packs, placing
from app.store.database import create_file, open_file
from app.store.migrations import STORE
from app.store.schema import Schema
from tests.desks import PASSWORD, add_visitor, register_visitor
from tests.packs import PackKey, edited_pack, trust_signer
from tests.services.sealed import AT, MadeUpTrust, machine
from tests.services.test_odd_records import say
from tests.services.work import chargeable, seated

KEY = PackKey()
VERSION = "2026.12.1"
REAL = KEY.signed(edited_pack(VERSION))
PACK_ID = read_pack(REAL).id
LIES = ("version", "bytes", "bomb", "signer", "unsigned", "day", "odd", "short_key")
DAYS = (date(2026, 3, 9), date(2027, 3, 31))
STORE_KEY = b"k" * 32
BEFORE = Schema(STORE.name, tuple(one for one in STORE.steps if one.name < "0033"))


def row_of(kind: str) -> tuple[str, ...]:
    """What a machine says that is at fault or hostile, and with `true` what is so."""
    told = {
        "pack_id": PACK_ID,
        "version": VERSION,
        "valid_from": "2026-03-09",
        "valid_to": "2027-03-31",
        "signer": KEY.signer,
        "squeezed": zlib.compress(REAL).hex(),
        "kept_by": "u-9",
        "kept_at": AT,
    }
    told |= {
        "true": {},
        "version": {"pack_id": "f" * 64, "signer": "0" * 32, "squeezed": b"none".hex()},
        "bytes": {"squeezed": zlib.compress(KEY.signed(edited_pack("2026.12.2"))).hex()},
        "bomb": {"squeezed": zlib.compress(bytes(32 * 1024 * 1024)).hex()},
        "signer": {"signer": "0" * 32},
        "unsigned": {"signer": ""},
        "day": {"valid_from": "2027-03-01"},
        "odd": {"version": "2099.1", "squeezed": zlib.compress(b"[]\n{}").hex()},
        "short_key": {"squeezed": zlib.compress(b'{"manifest": 1}\n7').hex()},
    }[kind]
    return tuple(told.values())


def tell(desk: Desk, row: tuple[str, ...]) -> None:
    """Say it of a pack, straight into the journal of a machine."""
    say(desk, row[0], subject=Subject.PACK, after=(), rows={"law_packs": (row,)})


@dataclass(frozen=True)
class Machines:
    """One that tells what is not so, one with the real pack, and an officer's."""

    trust: MadeUpTrust
    false: Desk
    real: Desk
    officer: Desk

    def install(self) -> None:
        """The administrators of a machine take the real pack in, and a case is made with it."""
        trust_signer(self.real, KEY)
        with seated(self.real, "admin"):
            packs.install(self.real, REAL)
        register_visitor(self.real, add_visitor(self.real))

    def bring(self, desk: Desk) -> None:
        """What a machine has reaches the officer's."""
        meeting.meet(desk, self.trust.share)
        meeting.meet(self.officer, self.trust.share)


@pytest.fixture
def machines(trust: MadeUpTrust, clerk: Desk, officer: Desk) -> Iterator[Machines]:
    real = machine(trust, "D04", Duty.OFFICER, user="officer")
    trust_signer(officer, KEY)
    yield Machines(trust, clerk, real, officer)
    real.db.close()


def signed_in(desk: Desk) -> str:
    signin.sign_in(desk, "officer", PASSWORD)
    return desk.pack.manifest.version


@pytest.mark.parametrize("kind", LIES)
@pytest.mark.parametrize("first", ["false", "real"])
def test_h9_what_another_machine_says_of_a_pack_keeps_the_real_one_out_of_no_machine(
    machines: Machines, kind: str, first: str
) -> None:
    register_visitor(machines.false, add_visitor(machines.false, family_name="Silva"))
    tell(machines.false, row_of(kind))
    machines.install()
    order = (machines.false, machines.real)
    for desk in order if first == "false" else reversed(order):
        machines.bring(desk)
    assert journal.unplaced(machines.officer.db) == ()
    assert signed_in(machines.officer) == VERSION
    with seated(machines.officer, "auditor"):
        assert all(one.same for one in replay(machines.officer))
    meeting.meet(machines.real, machines.trust.share)
    assert signed_in(machines.real) == VERSION
    for desk in (machines.officer, machines.real):
        (kept,) = [one for one in law_packs.installed(desk.db) if one.pack_id == PACK_ID]
        assert kept.told == (VERSION, *DAYS, KEY.signer)


@pytest.mark.parametrize("kind", LIES)
def test_h9_an_administrator_installs_the_real_pack_where_another_machine_told_of_it_before(
    machines: Machines, kind: str
) -> None:
    tell(machines.false, row_of(kind))
    machines.bring(machines.false)
    before = machines.officer.pack.manifest.version
    assert signed_in(machines.officer) == before
    with seated(machines.officer, "admin"):
        assert packs.install(machines.officer, REAL).in_use
        with pytest.raises(Known, match="is here already"):
            packs.install(machines.officer, KEY.signed(edited_pack(VERSION, print)))
    machines.bring(machines.false)
    machines.bring(machines.real)
    assert journal.unplaced(machines.officer.db) == ()
    assert signed_in(machines.officer) == VERSION
    assert law_packs.raw(machines.officer.db, PACK_ID) == REAL


def test_h9_the_programs_own_law_is_kept_where_another_machine_says_it_were_other_bytes(
    machines: Machines,
) -> None:
    officer = machines.officer
    own = officer.packs.built_in()
    day = own.manifest.valid_from.isoformat()
    row = (own.id, "1", day, day, "", zlib.compress(b"{}").hex(), "u-9", AT)
    tell(machines.false, row)
    machines.bring(machines.false)
    case = chargeable(officer)
    assert determinations.of(officer.db, case)
    assert law_packs.raw(officer.db, own.id) == own.raw
    machines.bring(machines.false)
    with seated(officer, "auditor"):
        assert all(one.same for one in replay(officer))


def test_h9_an_older_pack_that_is_said_to_begin_today_is_not_the_law(machines: Machines) -> None:
    old = KEY.signed(edited_pack("2025.1", used_from=date(2025, 3, 9)))
    name, squeezed, late = read_pack(old).id, zlib.compress(old).hex(), "2026-03-09T23:00:00Z"
    machines.install()
    machines.bring(machines.real)
    tell(
        machines.false,
        (name, "2025.1", "2026-03-09", "2027-03-31", KEY.signer, squeezed, "u-9", late),
    )
    machines.bring(machines.false)
    assert law_packs.has(machines.officer.db, name)
    assert signed_in(machines.officer) == VERSION


@pytest.mark.parametrize("kind", LIES)
def test_h9_after_the_upgrade_the_real_pack_comes_in_that_was_kept_out_before(
    tmp_path: Path, kind: str
) -> None:
    false, real = (
        Record(
            actor=f"{at:016x}",
            number=1,
            stamp=at,
            subject=Subject.PACK,
            about=row[0],
            after=(),
            schema=32,
            rows={"law_packs": (row,)},
            cells={},
            gone=False,
        )
        for at, row in enumerate((row_of(kind), row_of("true")), start=1)
    )
    path = tmp_path / "store.db"
    with create_file(path, STORE_KEY, BEFORE, fill=lambda _: None) as db, db.atomic():
        placing.take_in(db, [(false, false.to_bytes())])
        if false.about != PACK_ID:
            placing.take_in(db, [(real, real.to_bytes())])
            assert [one.about for one in journal.unplaced(db)] == [PACK_ID]
        else:  # the first of two stood, true or not
            journal.add(db, [(real, real.to_bytes())])
    with open_file(path, STORE_KEY, STORE) as db:
        with db.atomic():
            placing.take_in(db, [])
        assert journal.unplaced(db) == ()
        assert law_packs.raw(db, PACK_ID) == REAL
        (kept,) = [one for one in law_packs.installed(db) if one.pack_id == PACK_ID]
        assert kept.told == (VERSION, *DAYS, KEY.signer)
