"""Backups as services, and reading one back with the script alone (security 10)."""

from __future__ import annotations

import csv
import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import BadInput, Known
from app.core.trust import Mode
from app.library.backup import load_backup_terms
from app.machine import FixedClock
from app.opening import open_desk
from app.services import backing_up, dispatching, meeting
from app.services.desk import Desk
from app.spool.roster import Duty
from app.store import disputes, journal, quarantine, restoring, trust_keys
from app.store.key_file import Protection
from tests.desks import MORNING, QUICK, add_visitor, make_desk, register_visitor, sign_in
from tests.services.sealed import MadeUpTrust, machine, made_up_trust
from tests.services.work import invoiced, later, visitor

PASSPHRASE, RECOVERY = "four quiet words here", "0123-4567-89AB-CDEF-GHJK-MNPQ-RSTV-WXYZ"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    protection = Protection(passphrase=PASSPHRASE, recovery_key=RECOVERY, cost=QUICK)
    made = make_desk(tmp_path, user="admin", mode=Mode.LIVE, protection=protection)
    yield made
    made.db.close()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


def run_script(script: Path, *words: str, secret: str = "") -> subprocess.CompletedProcess[str]:
    """The script as IT has it: no program of ours on the path, no site of ours in the folder."""
    return subprocess.run(
        [sys.executable, "-I", str(script), *words],
        cwd=script.parent,
        env={"PATH": os.environ["PATH"], "RECOUP_PASSPHRASE": secret},
        capture_output=True,
        text=True,
        check=False,
    )


def rows_of(path: Path) -> list[list[str]]:
    before = csv.field_size_limit(2**30)  # of the whole process
    try:
        with path.open(encoding="utf-8", newline="") as file:
            return list(csv.reader(file))
    finally:
        csv.field_size_limit(before)


def as_cell(value: Any, folder: Path, cell: str) -> str:
    """What a cell must be for a value; a file's content is compared by its own bytes."""
    if value is None:
        return "\\N"
    if not isinstance(value, bytes):
        return str(value)
    return value.hex() if len(value) <= 64 else cell * ((folder / cell).read_bytes() == value)


@pytest.mark.parametrize("secret", [PASSPHRASE, RECOVERY.lower().replace("-", " ")])
def test_security_10_it_reads_everything_back_without_the_program(
    desk: Desk, place: Path, tmp_path: Path, secret: str
) -> None:
    invoiced(desk)
    done = backing_up.job(desk, place=place).run()
    out = tmp_path / "out"
    script = done.folder / "read_back.py"
    ran = run_script(script, "records", str(done.folder), "--out", str(out), secret=secret)
    assert ran.returncode == 0, ran.stderr
    report = json.loads((out / "report.json").read_text())
    header = json.loads((done.folder / "backup.json").read_text())
    assert report["tables"] == header["counts"]
    assert report["audit"]["sound"]
    assert report["audit"]["head"] == header["audit_head"]
    assert report["damaged_pages"] == 0
    for table in header["counts"]:
        names, *cells = rows_of(out / f"{table}.csv")
        stored = desk.db.tuples(f'SELECT * FROM "{table}"')
        columns = desk.db.rows(f"PRAGMA table_xinfo({table})")  # with those worked out
        assert names == [column["name"] for column in columns]
        assert len(cells) == len(stored)
        for row, kept in zip(cells, stored, strict=True):
            assert row == [as_cell(value, out, cell) for value, cell in zip(kept, row, strict=True)]
    pdfs = list(out.glob("files/*.pdf"))
    assert pdfs
    assert sorted(sha256(pdf.read_bytes()).hexdigest() for pdf in pdfs) == sorted(
        str(row[0]) for row in desk.db.each("SELECT sha256 FROM files")
    )
    wrong = run_script(script, "records", str(done.folder), "--out", f"{out}2", secret="no")
    assert wrong.returncode == 2
    assert "Traceback" not in wrong.stderr


def test_security_10_an_altered_audit_is_found_by_the_script(
    desk: Desk, place: Path, tmp_path: Path
) -> None:
    with desk.db.atomic():
        desk.db.execute("DROP TRIGGER audit_refuses_update")
        desk.db.execute("UPDATE audit SET act = 'nothing' WHERE seq = 2")
    done = backing_up.job(desk, place=place).run()
    out = tmp_path / "out"
    script = done.folder / "read_back.py"
    ran = run_script(script, "records", str(done.folder), "--out", str(out), secret=PASSPHRASE)
    assert ran.returncode == 1
    assert json.loads((out / "report.json").read_text())["audit"]["first_bad_seq"] == 2
    with pytest.raises(Known) as refused:
        restoring.restore(
            done.folder,
            tmp_path / "new",
            ask=lambda: PASSPHRASE,
            now=MORNING,
            terms=load_backup_terms(),
        )
    assert refused.value.code == "bad_backup"


def test_security_10_sealed_envelopes_open_with_the_trusts_key_file(
    tmp_path: Path, place: Path
) -> None:
    trust = made_up_trust(tmp_path)
    clerk = machine(trust, "D01", Duty.DESK)
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    keys = tmp_path / "trust-keys.json"
    secrets = (trust.keys.sign, *trust.keys.opening)
    keys.write_bytes(
        trust_keys.sealed(
            trust.keys.trust,
            secrets,
            root=trust.keys.root.public.verify,
            passphrase=PASSPHRASE,
            recovery_key=RECOVERY,
            cost=QUICK,
        )
    )
    script = place / "read_back.py"
    script.write_bytes(clerk.read_back())
    words = ("envelopes", str(tmp_path / "share"), "--keys", str(keys))
    ran = run_script(script, *words, "--out", str(tmp_path / "out"), secret=RECOVERY)
    assert ran.returncode == 0, ran.stderr
    lines = b"".join(one.read_bytes() for one in (tmp_path / "out").glob("*.cases")).splitlines()
    own = [one.body for one in journal.written_after(clerk.db, journal.actor(clerk.db), 0)]
    assert lines == own
    clerk.db.close()


def test_security_10_late_and_due_are_told(desk: Desk, place: Path) -> None:
    fresh = backing_up.state(desk)
    assert (fresh.is_due, fresh.is_late, fresh.last_at) == (False, False, None)
    later(desk, 25 * 60)
    assert backing_up.state(desk).is_late  # live, and nowhere to put one
    backing_up.set_folder(desk, str(place))
    assert backing_up.state(desk).is_due
    backing_up.note_done(desk, backing_up.job(desk).run())
    good = backing_up.state(desk)
    assert (good.is_due, good.is_late, good.last_at) == (False, False, desk.clock.now())
    later(desk, 60)
    assert backing_up.state(desk).is_due
    backing_up.note_failed(desk, Known("disk_full", "The disk is full."))
    assert backing_up.state(desk).problem == "The disk is full."
    assert backing_up.job(desk).test().contents.audit_rows > 0


def test_security_10_a_folder_that_would_be_lost_with_the_records_is_refused(
    desk: Desk, tmp_path: Path
) -> None:
    inside = desk.db.path.parent / "backups"
    inside.mkdir()
    for folder in (inside, desk.db.path.parent, tmp_path / "missing", Path("relative")):
        with pytest.raises(BadInput) as refused:
            backing_up.set_folder(desk, str(folder))
        assert refused.value.code == "bad_folder"
    with pytest.raises(Known) as none_set:
        backing_up.job(desk)
    assert none_set.value.code == "no_backup_folder"


def test_security_10_what_a_restored_machine_sends_arrives_once(
    trust: MadeUpTrust, tmp_path: Path, place: Path
) -> None:
    """The old store sent more after the copy; the restored one goes on under another name."""
    old, officer = machine(trust, "D01", Duty.DESK), machine(trust, "D02", Duty.OFFICER)
    first = visitor(old)
    meeting.meet(old, trust.share)
    recorded = visitor(old, family_name="Recorded")
    dispatching.record(old)
    done = backing_up.job(old, place=place).run()
    meeting.meet(old, trust.share)
    lost = visitor(old, family_name="Later")
    meeting.meet(old, trust.share)
    old.db.close()

    folder = tmp_path / "again"
    restoring.restore(
        done.folder,
        folder,
        ask=lambda: None,
        now=MORNING + timedelta(hours=2),
        terms=load_backup_terms(),
    )
    new = open_desk(folder, clock=FixedClock(MORNING + timedelta(hours=2)))
    new.password_cost = QUICK
    sign_in(new, "clerk")
    after = visitor(new, family_name="After")
    for _ in range(2):
        meeting.meet(new, trust.share)
        meeting.meet(officer, trust.share)
    refs = dict(officer.db.tuples("SELECT registration_id, ref FROM registrations"))
    assert {first, recorded, lost, after} <= refs.keys()
    assert len(set(refs.values())) == len(refs)
    assert quarantine.aside(officer.db) == ()
    assert disputes.told(officer.db, open_ones=True) == ()
    new.db.close()
    officer.db.close()


def test_security_5_a_ward_laptop_leaves_no_copy_that_outlives_its_lock(
    trust: MadeUpTrust, place: Path
) -> None:
    ward = machine(trust, "D05", Duty.WARD, user="admin")
    for act in (
        lambda: backing_up.set_folder(ward, str(place)),
        lambda: backing_up.job(ward, place=place),
    ):
        with pytest.raises(Known) as refused:
            act()
        assert refused.value.code == "ward_laptop"
    later(ward, 30 * 60)
    assert not backing_up.state(ward).is_late
    ward.db.close()
