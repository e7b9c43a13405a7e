"""A store from before emergency accesses travelled: each gets an identity, and goes out."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from app.replica.record import Subject
from app.services.desk import Desk
from app.store import emergencies, journal, meta, renewing, users
from app.store.database import Database, create_file, open_file
from app.store.driver import IntegrityError
from app.store.emergencies import NewAccess
from app.store.migrations import STORE
from app.store.schema import Schema
from tests.desks import add_visitor, register_visitor
from tests.store.machines import machines
from tests.store.samples import AT, CHEAP, with_registration
from tests.store.test_replica import NOW, absorb, bring, picture

KEY = b"k" * 32
BEFORE = Schema(STORE.name, tuple(one for one in STORE.steps if one.name < "0029"))
_OPENED = """
    INSERT INTO emergency_accesses (registration_id, reason, opened_by, opened_at)
    VALUES ('r-1', ?, 'u-clerk', ?)"""
_LOOKED = "INSERT INTO emergency_looks VALUES (1, 'It was right.', 'u-officer', ?)"


def _fill(db: Database) -> None:
    with_registration(db)
    for user_id, display_name in (("u-clerk", "J. Patel"), ("u-officer", "A. Okoro")):
        person = users.NewUser(
            user_id=user_id,
            name=user_id,
            display_name=display_name,
            password="correct horse battery",
            roles=[],
            created_at=AT,
        )
        users.add(db, person, cost=CHEAP)
    meta.put(db, meta.DEVICE_CODE, "D07")
    for reason in ("The ward asks.", "The ward asks again."):
        db.execute(_OPENED, (reason, AT))
    db.execute(_LOOKED, (AT,))


def _told(db: Database) -> Sequence[tuple[object, ...]]:
    return db.tuples("SELECT * FROM emergency_accesses") + db.tuples(
        "SELECT * FROM emergency_looks"
    )


def test_accesses_of_before_are_carried_over_and_a_copy_of_the_store_names_them_alike(
    tmp_path: Path,
) -> None:
    create_file(tmp_path / "one.db", KEY, BEFORE, fill=_fill).close()
    (tmp_path / "copy.db").write_bytes((tmp_path / "one.db").read_bytes())
    with open_file(tmp_path / "copy.db", KEY, STORE) as copy:
        named = _told(copy)
    with open_file(tmp_path / "one.db", KEY, STORE) as db:
        assert _told(db) == named
        (left,) = emergencies.waiting(db)
        assert (left.reason, left.device, left.looked_at) == ("The ward asks again.", "D07", False)
        (seen, _) = emergencies.of(db, "r-1")
        assert (seen.reason, seen.opener, seen.looked_at) == ("The ward asks.", "J. Patel", True)
        assert db.first("SELECT 1 FROM touched WHERE subject = 'case' AND about = 'r-1'")
        with pytest.raises(IntegrityError, match="their own"), db.atomic():
            emergencies.look(db, left.access_id, look_id="l", note="Fine", by="u-clerk", at=AT)


def test_after_an_upgrade_what_was_opened_here_goes_out_and_what_came_meanwhile_stands() -> None:
    """The older program kept its own accesses at home, and could lay down none of a newer one."""
    with machines(2) as (newer, upgraded):
        case = register_visitor(newer, add_visitor(newer))
        bring(newer, upgraded)
        _open(newer, case, "a-newer")
        bring(newer, upgraded)
        with upgraded.db.atomic():  # as the older program and the step left it
            upgraded.db.execute("INSERT INTO laying_down (one) VALUES (1)")
            upgraded.db.execute("DELETE FROM emergency_accesses")
            upgraded.db.execute("DELETE FROM laying_down")
        _open(upgraded, case, "a-here")
        with upgraded.db.atomic():
            knew = renewing.shape()
            del knew["emergency_accesses"], knew["emergency_looks"]
            meta.put(upgraded.db, "laid_down_shape", json.dumps(knew))
            meta.put(upgraded.db, "laid_down_schema", str(journal.SCHEMA - 1))
        assert renewing.lay_down_news(upgraded.db, now=NOW) > 0
        assert {one.access_id for one in emergencies.of(upgraded.db, case)} == {"a-newer", "a-here"}
        bring(upgraded, newer)
        assert picture(newer, Subject.CASE, case) == picture(upgraded, Subject.CASE, case)
        assert len(emergencies.of(newer.db, case)) == 2
        assert absorb(newer) == absorb(upgraded) == 0


def _open(desk: Desk, case: str, access_id: str) -> None:
    opened = NewAccess(
        access_id=access_id,
        registration_id=case,
        reason="The ward asks.",
        opened_by="u-clerk",
        opened_at=AT,
        device=desk.device,
    )
    with desk.db.atomic():
        emergencies.add(desk.db, opened)
