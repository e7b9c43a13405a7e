"""Laptops too long away, and machines taken off the list: nothing readable, nothing lost."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from app.core.errors import Known
from app.machine import FixedClock
from app.opening import open_desk, take_back_desk
from app.replica.record import Subject, read_record
from app.services import away, enrolling, meeting, own_signin, registration, taking_in
from app.services.desk import Desk
from app.spool.roster import Duty
from app.spool.sealed import read
from app.spool.share import FolderShare, ShareFault
from app.spool.travel_content import lines_of
from app.store import key_store, registrations, sealed_files
from app.store.folder import protection_of
from app.store.key_file import Protection
from tests.desks import MORNING, PASSWORD, QUICK, add_visitor, make_desk, register_visitor, sign_in
from tests.services.sealed import MadeUpTrust, machine

PASSPHRASE = "four quiet words here"
RECOVERY = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-6789"
NEW_PASSPHRASE = "another four quiet words"
WORDS = ("Quartzberry", "Obsidianne", "Marina Road")
DAYS = timedelta(days=1)


@pytest.fixture
def kept(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """A key store of this machine, in memory."""
    keys: dict[str, bytes] = {}

    def remember(account: str, key: bytes) -> bool:
        keys[account] = key
        return True

    monkeypatch.setattr(key_store, "remember", remember)
    monkeypatch.setattr(key_store, "recall", keys.get)
    monkeypatch.setattr(key_store, "forget", lambda account: keys.pop(account, None))
    return keys


@pytest.fixture
def laptop(trust: MadeUpTrust, kept: dict[str, bytes]) -> Iterator[Desk]:
    desk = make_desk(
        trust.folder / "D01",
        protection=Protection(
            passphrase=PASSPHRASE, recovery_key=RECOVERY, key_store=True, cost=QUICK
        ),
    )
    trust.let_in(desk, Duty.WARD)
    yield desk
    desk.db.close()


def folder_of(desk: Desk) -> Path:
    return desk.db.path.parent


def opened(folder: Path, at: datetime) -> Desk:
    return open_desk(folder, clock=FixedClock(at))


def records_in(folder: Path, trust: MadeUpTrust) -> dict[tuple[str, str], int]:
    """How many records of each subject the trust reads out of the sealed files."""
    found: dict[tuple[str, str], int] = {}
    for path in sorted((folder / sealed_files.FOLDER).iterdir()):
        envelope = read(path.read_bytes())
        content = envelope.open(trust.keys.openers[0])
        for line in lines_of(content, envelope.heading.rows):
            record = read_record(line)
            found[record.subject, record.about] = found.get((record.subject, record.about), 0) + 1
    return found


def traces(folder: Path, words: tuple[bytes, ...]) -> list[str]:
    return [
        path.name
        for path in folder.rglob("*")
        if path.is_file() and any(word in path.read_bytes() for word in words)
    ]


def work(desk: Desk) -> tuple[str, str]:
    """A finished registration and a draft; their ids."""
    finished = register_visitor(desk, add_visitor(desk, family_name=WORDS[0]))
    patient = add_visitor(desk, family_name=WORDS[1])
    draft = registration.begin(desk, patient.patient_id, "admission").registration_id
    registration.answer(desk, draft, "s1_residence_12m", "abroad")
    return finished, draft


def test_security_5_eight_days_away_nothing_is_readable_and_nothing_lost(
    trust: MadeUpTrust, laptop: Desk, kept: dict[str, bytes]
) -> None:
    meeting.meet(laptop, trust.share)
    finished, draft = work(laptop)
    folder = folder_of(laptop)
    key = next(iter(kept.values()))
    laptop.db.close()
    opened(folder, MORNING + 6 * DAYS).db.close()
    with pytest.raises(Known) as told:
        opened(folder, MORNING + 8 * DAYS)
    assert told.value.code == "locked_away"
    with pytest.raises(Known) as told:
        opened(folder, MORNING)  # the clock set back opens it no more
    assert told.value.code == "locked_away"
    # Nothing readable: no patient, no key, and neither the passphrase nor the key store opens it.
    assert traces(folder, tuple(word.encode() for word in WORDS)) == []
    assert traces(folder, (key, key.hex().encode())) == []
    assert kept == {}
    assert [one["by"] for one in protection_of(folder).body["wrapped"]] == ["recovery"]
    # Nothing lost: the trust's key opens every record, the draft's too.
    found = records_in(folder, trust)
    assert found[Subject.CASE, finished] == 1
    assert found[Subject.CASE, draft] == 1
    # It is sent without the key, and an officer's machine has all of it.
    assert away.send_sealed(folder, trust.share) == len(sealed_files.names(folder))
    officer = machine(trust, "D02", Duty.OFFICER, user="officer")
    meeting.meet(officer, trust.share)
    away.send_sealed(folder, trust.share)
    trust_reads = {one.name for one in (trust.folder / "share").glob("*_D01_*.env")}
    assert trust_reads >= set(sealed_files.names(folder))
    officer.db.close()
    # The administrator opens it again, and everything is where it was.
    take_back_desk(folder, RECOVERY, NEW_PASSPHRASE, clock=FixedClock(MORNING + 8 * DAYS))
    again = open_desk(folder, clock=FixedClock(MORNING + 9 * DAYS), ask=lambda: NEW_PASSPHRASE)
    assert registrations.get(again.db, finished).state == "finished"
    assert registrations.get(again.db, draft).could_not_ask == "unfinished"
    again.db.close()
    with pytest.raises(Known):
        open_desk(folder, clock=FixedClock(MORNING + 9 * DAYS), ask=lambda: PASSPHRASE)


def test_security_5_a_clock_set_back_makes_the_time_away_no_shorter(
    trust: MadeUpTrust, laptop: Desk
) -> None:
    meeting.meet(laptop, trust.share)
    laptop.clock = FixedClock(MORNING + 8 * DAYS)
    finished, draft = work(laptop)  # the audit has seen that day
    folder = folder_of(laptop)
    laptop.db.close()
    with pytest.raises(Known) as told:
        opened(folder, MORNING + DAYS)
    assert told.value.code == "locked_away"
    found = records_in(folder, trust)
    assert (found[Subject.CASE, finished], found[Subject.CASE, draft]) == (1, 1)


def test_a_laptop_that_stays_open_locks_when_the_share_fails_once_more(
    trust: MadeUpTrust, laptop: Desk
) -> None:
    meeting.meet(laptop, trust.share)
    work(laptop)
    laptop.clock = FixedClock(MORNING + 8 * DAYS)
    with pytest.raises(Known) as told:
        meeting.meet(laptop, FolderShare(trust.folder / "no such share"))
    assert told.value.code == "locked_away"
    with pytest.raises(Known) as told:
        registrations.get(laptop.db, "any")
    assert told.value.code == "locked_away"


def test_a_laptop_left_open_locks_before_anybody_sits_down_at_it(
    trust: MadeUpTrust, laptop: Desk
) -> None:
    meeting.meet(laptop, trust.share)
    own_signin.let_in(laptop, "clerk", PASSWORD)
    laptop.clock = FixedClock(MORNING + 8 * DAYS)
    with pytest.raises(Known) as told:
        own_signin.let_in(laptop, "clerk", PASSWORD)
    assert told.value.code == "locked_away"


def test_contact_begins_the_days_anew_and_other_machines_never_lock(
    trust: MadeUpTrust, laptop: Desk
) -> None:
    laptop.clock = FixedClock(MORNING + 6 * DAYS)
    meeting.meet(laptop, trust.share)
    folder = folder_of(laptop)
    laptop.db.close()
    opened(folder, MORNING + 12 * DAYS).db.close()
    desk = machine(trust, "D02", Duty.DESK)
    meeting.meet(desk, trust.share)
    desk.clock = FixedClock(MORNING + 90 * DAYS)
    with pytest.raises(ShareFault):
        meeting.meet(desk, FolderShare(trust.folder / "no such share"))
    assert desk.db.scalar("SELECT count(*) FROM users") > 0
    desk.db.close()


def test_sealed_files_go_once_their_receipts_have_come(trust: MadeUpTrust, laptop: Desk) -> None:
    meeting.meet(laptop, trust.share)
    work(laptop)
    folder = folder_of(laptop)
    laptop.clock = FixedClock(MORNING + 8 * DAYS)
    with pytest.raises(Known):
        taking_in.note_away(laptop)
    lying = sealed_files.names(folder)
    assert lying
    take_back_desk(folder, RECOVERY, NEW_PASSPHRASE, clock=FixedClock(MORNING + 8 * DAYS))
    again = open_desk(folder, clock=FixedClock(MORNING + 8 * DAYS), ask=lambda: NEW_PASSPHRASE)
    sign_in(again, "clerk")
    away.clear_taken(again)
    assert sealed_files.names(folder) == lying
    with again.db.atomic():
        again.db.execute("UPDATE envelopes_out SET taken_at = made_at, file = NULL")
    away.clear_taken(again)
    assert sealed_files.names(folder) == ()
    again.db.close()


@pytest.mark.parametrize("duty", [Duty.DESK, Duty.WARD])
def test_security_5_a_machine_off_the_list_wipes_itself_at_next_contact(
    trust: MadeUpTrust, duty: Duty
) -> None:
    desk = machine(trust, "D01", duty)
    meeting.meet(desk, trust.share)
    finished, draft = work(desk)
    folder = folder_of(desk)
    key = protection_of(folder).unlock(lambda: None)
    trust.revoke("D01")
    with pytest.raises(Known) as told:
        meeting.meet(desk, trust.share)
    assert told.value.code == "wiped"
    with pytest.raises(Known) as told:
        opened(folder, MORNING)
    assert told.value.code == "wiped"
    assert (folder / "recoup.db").stat().st_size == 0
    (folder / "recoup.db").write_bytes(b"what a power cut left")
    with pytest.raises(Known):
        opened(folder, MORNING)
    assert (folder / "recoup.db").stat().st_size == 0
    assert traces(folder, (key, key.hex().encode())) == []
    assert traces(folder, tuple(word.encode() for word in WORDS)) == []
    found = records_in(folder, trust)
    assert (found[Subject.CASE, finished], found[Subject.CASE, draft]) == (1, 1)
    with pytest.raises(Known) as told:
        away.send_sealed(folder, trust.share)
    assert told.value.code == "wiped"


def test_new_keys_of_a_machine_wipe_nothing(trust: MadeUpTrust) -> None:
    desk = machine(trust, "D01", Duty.WARD)
    register_visitor(desk, add_visitor(desk))
    sign_in(desk, "admin")
    enrolling.renew_keys(desk, "The same")
    trust.let_in(desk, Duty.WARD)
    assert meeting.meet(desk, trust.share).sent == 1
    desk.db.close()


def test_only_what_was_put_away_is_taken_back(trust: MadeUpTrust, laptop: Desk) -> None:
    folder = folder_of(laptop)
    with pytest.raises(Known) as told:
        take_back_desk(folder, RECOVERY, NEW_PASSPHRASE, clock=laptop.clock)
    assert told.value.code == "not_away"
