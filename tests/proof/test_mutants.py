"""Ten thousand files gone wrong: nothing falls over, nothing is half taken, nobody else waits."""

from __future__ import annotations

import json
import tracemalloc
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path
from random import Random
from typing import Any

import pytest
import zstandard
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from app.billing.records import Kind
from app.core.errors import Known
from app.core.trust import Mode
from app.replica.record import NotARecord, read_record
from app.services import enrolling, meeting
from app.services.desk import Desk
from app.signatures import fingerprint
from app.spool import keys
from app.spool.acknowledgement import Answer, Reject, Status
from app.spool.device_request import read_request
from app.spool.envelope import to_csv
from app.spool.keys import PrivateKeys, new_keys
from app.spool.manifest import NotAsWritten, read_manifest
from app.spool.names import Stem
from app.spool.roster import Duty, read_roster
from app.spool.sealed import (
    FIRST,
    LARGEST_CONTENT,
    MAGIC,
    Content,
    Fault,
    Heading,
    Refused,
    canonical,
    read,
    seal,
)
from app.spool.travel_content import (
    PAYMENTS,
    RECEIPTS,
    files_of,
    lines_of,
    pack_files,
    pack_lines,
)
from app.spool.travel_names import name_of, roster_number
from app.store import batches, journal, quarantine, travelling
from tests.desks import add_visitor, register_visitor
from tests.proof.mutants import bent, bent_json, bent_line, times
from tests.services.sealed import MadeUpTrust, machine, made_up_trust
from tests.spool.made import Sender, receipt

pytestmark = pytest.mark.slow


@dataclass(slots=True)
class Street:
    """A clerk's machine and an officer's, and what the clerk has sent."""

    trust: MadeUpTrust
    clerk: Desk
    officer: Desk

    @property
    def key(self) -> PrivateKeys:
        """What the clerk's machine signs with: somebody who has stolen it signs with it too."""
        return enrolling.own_keys(self.clerk)[0]

    def heading(self, **changes: Any) -> Heading:
        """That of the clerk's next envelope."""
        sequence, previous = travelling.next_link(self.clerk.db)
        usual = Heading(
            trust="R1H",
            mode=Mode.TEST,
            device="D01",
            actor=journal.actor(self.clerk.db),
            sequence=sequence,
            previous=previous,
            content=Content.CASES,
            rows=1,
            schema=journal.SCHEMA,
            pack="",
            created="2026-03-09T09:00:00Z",
        )
        return replace(usual, **changes)

    def receivers(self) -> list[bytes]:
        """The officer, and the trust."""
        own = enrolling.own_keys(self.officer)[0].public.seal
        return [own, self.trust.keys.openers[0].public.seal]

    def put(self, heading: Heading, file: bytes) -> str:
        """Lay a file down under the name that it ought to have."""
        name = name_of(heading, sha256(file).hexdigest())
        (self.trust.folder / "share" / name).write_bytes(file)
        return name

    def put_signed(self, heading: Heading, content: bytes, *, signer: PrivateKeys) -> str:
        """A whole envelope, signed by whoever has that key."""
        return self.put(heading, seal(heading, content, sender=signer, receivers=self.receivers()))

    def put_next(self, heading: Heading, content: bytes) -> None:
        """The clerk's next envelope, taken up into the clerk's own chain."""
        file = seal(heading, content, sender=self.key, receivers=self.receivers())
        name, digest = self.put(heading, file), sha256(file).hexdigest()
        made = travelling.Sealed(
            sequence=heading.sequence,
            name=name,
            content=heading.content.value,
            rows=heading.rows,
            first_record=0,
            last_record=0,
            batch=None,
            sha256=digest,
            made_at=self.clerk.moment,
        )
        with self.clerk.db.atomic():
            travelling.put(self.clerk.db, made, file)

    def faults(self) -> dict[str, str]:
        """The code that each file put aside got."""
        return {one.name: one.fault for one in quarantine.aside(self.officer.db)}


@pytest.fixture
def street(tmp_path: Path) -> Iterator[Street]:
    trust = made_up_trust(tmp_path)
    clerk = machine(trust, "D01", Duty.DESK)
    officer = machine(trust, "D02", Duty.OFFICER, user="officer")
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    yield Street(trust, clerk, officer)
    clerk.db.close()
    officer.db.close()


@contextmanager
def _refused(code: str) -> Iterator[None]:
    """What is in here may be refused, and with this code alone."""
    try:
        yield
    except Known as refused:
        if refused.code != code:
            raise


def sample(street: Street) -> bytes:
    (file,) = (one for one in (street.trust.folder / "share").glob("*.env") if "_D01_" in one.name)
    return file.read_bytes()


def test_security_4_no_bent_envelope_opens_as_anything_else(street: Street) -> None:
    whole, opener = sample(street), street.trust.keys.openers[0]
    content = read(whole).open(opener)
    codes: Counter[str] = Counter()

    def one(chance: Random) -> None:
        data = whole
        for _ in range(1 + chance.randrange(2)):
            data = bent(data, chance)
        try:
            envelope = read(data)
            envelope.verify(street.key.public.verify)
            assert envelope.open(opener) == content
            assert data == whole
        except Refused as refused:
            codes[refused.fault] += 1

    times(3_000, 1, one)
    assert codes[Fault.DAMAGED] > 100
    assert codes[Fault.UNSIGNED] > 100


def test_security_4_a_bent_header_signed_anew_is_refused_or_opens_whole(street: Street) -> None:
    whole, opener = sample(street), street.trust.keys.openers[0]
    good = read(whole)
    said = json.loads(good.header)

    def one(chance: Random) -> None:
        try:
            header = canonical(bent_json(said, chance))
        except ValueError:
            return  # not even JSON can hold it
        data = _assembled(header, good.sealed, street.key)
        try:
            envelope = read(data)
            envelope.verify(street.key.public.verify)
            envelope.open(opener)
            assert envelope.header == good.header
        except (Refused, KeyError):
            pass

    times(2_000, 2, one)


def _assembled(header: bytes, sealed: bytes, signer: PrivateKeys) -> bytes:
    length = len(header).to_bytes(4)
    hashed = sha256(b"recoup envelope\x00" + length + header + sealed).digest()
    return MAGIC + length + header + sealed + keys.sign(signer.sign, hashed)


def test_security_4_no_bent_list_of_devices_is_believed(street: Street) -> None:
    whole = street.trust.roster
    root = read_roster(whole).root

    def one(chance: Random) -> None:
        if chance.random() < 0.5:
            data = bent(whole, chance)
        else:
            data = json.dumps(bent_json(json.loads(whole), chance)).encode()
        with _refused("bad_roster"):
            assert read_roster(data, root=root) == read_roster(whole)

    times(2_000, 3, one)


def test_security_4_no_bent_request_of_a_device_is_granted(street: Street) -> None:
    from tests.desks import sign_in

    sign_in(street.clerk, "admin")
    whole = enrolling.request(street.clerk, "Desk 3")

    def one(chance: Random) -> None:
        if chance.random() < 0.5:
            data = bent(whole, chance)
        else:
            data = json.dumps(bent_json(json.loads(whole), chance)).encode()
        with _refused("bad_request"):
            assert read_request(data) == read_request(whole)

    times(1_000, 4, one)


def test_h10_no_bent_manifest_reads_as_another(street: Street) -> None:
    batch = Sender().usual(1)
    whole = dict(batch.all_files)[batch.stem.manifest]

    def one(chance: Random) -> None:
        if chance.random() < 0.5:
            data = bent(whole, chance)
        else:
            data = json.dumps(bent_json(json.loads(whole), chance)).encode()
        with suppress(NotAsWritten):
            assert data == whole or read_manifest(data) != read_manifest(whole)

    times(1_000, 5, one)


def test_h10_bent_records_and_files_inside_are_read_or_refused(street: Street) -> None:
    lines = [written.body for _, written in journal.every(street.clerk.db)]
    files = pack_files([("receipts.json", b'{"actor":"","taken":[]}'), ("a.csv", b"1,2\n")])

    def one(chance: Random) -> None:
        try:
            record = read_record(bent_line(chance.choice(lines), chance))
            assert read_record(record.to_bytes()) == record
        except NotARecord:
            pass
        for read_content in (lines_of, files_of):
            with suppress(Refused):
                read_content(bent(files, chance), chance.randrange(4))

    times(1_000, 6, one)


def test_h10_a_bent_record_signed_by_a_device_of_ours_falls_nobody_and_keeps_nobody_waiting(
    street: Street,
) -> None:
    """A desk gone mad, or one whose key was stolen: what it sends is ours by its signature."""
    lines = [written.body for _, written in journal.every(street.clerk.db)]

    def one(chance: Random) -> None:
        line = bent_line(chance.choice(lines), chance)
        if chance.random() < 0.7:  # as something new, not as what is known already
            line = _numbered(line, 1_000_000 + chance.randrange(10**9))
        street.put_next(street.heading(), pack_lines([line]))
        met = meeting.meet(street.officer, street.trust.share)
        assert sum(took.envelopes for took in met.took) == 1

    times(150, 7, one)
    register_visitor(street.clerk, add_visitor(street.clerk, family_name="Adeleke"))
    meeting.meet(street.clerk, street.trust.share)
    meeting.meet(street.officer, street.trust.share)
    found = street.officer.db.scalar(
        "SELECT count(*) FROM patients p JOIN registrations r USING (patient_id)"
        " WHERE p.family_name = 'Adeleke' AND r.finished_at IS NOT NULL"
    )
    assert found == 1


def _numbered(line: bytes, number: int) -> bytes:
    try:
        said = json.loads(line)
        said["n"] = number
        said["p"] = []
    except (ValueError, TypeError, RecursionError):
        return line
    return json.dumps(said).encode()


@pytest.mark.parametrize("at", ["officer", "desk"])
@pytest.mark.parametrize("content", [Content.REGISTER, Content.ANSWERS, Content.AGAIN])
def test_h10_bent_content_of_any_kind_is_put_aside_and_the_chain_goes_on(
    street: Street, content: Content, at: str
) -> None:
    """An officer's or the hub's machine gone mad, and whoever hears it."""
    duties = {Content.ANSWERS: Duty.HUB}.get(content, Duty.OFFICER)
    mad = machine(street.trust, "D05", duties, user="officer")
    meeting_place = street.trust.share
    hearer = street.officer if at == "officer" else street.clerk
    meeting.meet(hearer, meeting_place)
    case, patient = street.clerk.db.tuples("SELECT registration_id, patient_id FROM registrations")[
        0
    ]
    record, own = next((written.body, actor) for actor, written in journal.every(street.clerk.db))
    told = [
        _REGISTER_LINE,
        *(
            {"removed": {"subject": kind, "about": about, "stamp": 5, "seen": {own: 1}}}
            for kind, about in (("case", case), ("patient", patient), ("document", "0190-copy"))
        ),
        {"looked_at": {"access_id": "a", "registration_id": case, "looked_at": _MOMENT}},
    ]

    def inside(chance: Random) -> tuple[bytes, int]:
        if content is Content.ANSWERS:
            files = _answers(hearer, chance)
            return pack_files(files), len(files)
        known = json.dumps(chance.choice(told)).encode() if content is Content.REGISTER else record
        return pack_lines([bent_line(known, chance)]), 1

    other = Street(street.trust, mad, hearer)

    def one(chance: Random) -> None:
        plain, rows = inside(chance)
        other.put_next(other.heading(device="D05", content=content, rows=rows), plain)
        met = meeting.meet(hearer, meeting_place)
        assert sum(took.envelopes for took in met.took) == 1

    times(90, 8, one)
    mad.db.close()


def _answers(hearer: Desk, chance: Random) -> list[tuple[str, bytes]]:
    """What finance answers of a batch that this store may never have made, one file of it bent."""
    number = batches.next_link(hearer.db).sequence_no - chance.randrange(2)
    stem = Stem("R1H", hearer.device, "20260309", max(number, 1))
    answer = Answer(
        batch_id=chance.choice((_BATCH, hearer.ids.new())),
        sequence_no=stem.sequence_no,
        manifest_sha256="a" * 64,
        status=chance.choice((Status.ACCEPTED, Status.PARTIAL, Status.REJECTED)),
        received_utc=chance.choice((_MOMENT, "0001-01-01T00:00:00Z")),
        ledger_batch_no=None,
        accepted=dict.fromkeys(Kind, 1),
        rejected=dict.fromkeys(Kind, 1),
        accepted_pence=dict.fromkeys(Kind, 1),
        reject_file=stem.rejects,
        rejects=(Reject("INV", chance.choice((1, 10**20)), "", "E201", "customer_ref", "=1\x00"),),
    )
    files = {
        RECEIPTS: _RECEIPTS,
        stem.acknowledgement: answer.ack_bytes(),
        stem.rejects: answer.rej_bytes() or b"",
        PAYMENTS: to_csv(Kind.RECEIPTS, [receipt(chance.randrange(1, 20))]),
    }
    if chance.random() < 0.5:
        which = chance.choice(list(files))
        files[which] = bent(files[which], chance)
    return list(files.items())


# Not said of an envelope: of one record in a good one, and of one that was damaged in this store.
OF_RECORDS = {Fault.CONTRADICTED, Fault.DAMAGED_HERE}  # test_false_records, test_damaged_records
_MOMENT, _BATCH = "2026-03-09T09:00:00Z", "019c0000-0000-7000-8000-000000000000"
_RECEIPTS = b'{"actor":"0123456789abcdef","taken":[[1,"00"]]}'
_REGISTER_LINE = {
    "registration_id": "r",
    "patient_id": "p",
    "family_name": "Okafor",
    "given_names": "Ada",
    "born": "1990-03-02",
    "nhs_number": None,
    "hospital_number": "",
    "ref": "R-1001",
    "standing": "waiting",
    "registered_on": "2026-03-09",
    "ask_again_on": None,
    "told_stamp": 1,
}


def test_security_4_each_wrong_envelope_gets_its_own_code_and_blocks_nothing(
    street: Street,
) -> None:
    line = next(written.body for _, written in journal.every(street.clerk.db))
    good = pack_lines([line])
    stranger = new_keys()
    first = sample(street)
    wanted: dict[str, Fault] = {}

    def expect(name: str, fault: Fault) -> None:
        wanted[name] = fault

    key = street.key
    next_up = street.heading()
    expect(street.put(next_up, first[:-9]), Fault.DAMAGED)
    expect(street.put_signed(next_up, good, signer=stranger), Fault.UNSIGNED)
    expect(street.put_signed(replace(next_up, device="D77"), good, signer=stranger), Fault.STRANGER)
    expect(street.put_signed(replace(next_up, trust="RX1"), good, signer=key), Fault.OTHER_TRUST)
    expect(street.put_signed(replace(next_up, mode=Mode.DEMO), good, signer=key), Fault.OTHER_MODE)
    again = replace(next_up, sequence=1, previous=FIRST)
    expect(street.put_signed(again, good, signer=key), Fault.REPLAYED)
    forked = replace(next_up, previous="1" * 64)
    expect(street.put_signed(forked, good, signer=key), Fault.FORKED)
    expect(
        street.put_signed(replace(next_up, content=Content.REGISTER), good, signer=key),
        Fault.NOT_ENTITLED,
    )
    expect(street.put(next_up, _lying_of_its_size(street, next_up, 10)), Fault.TOO_LARGE)
    expect(street.put(next_up, _lying_of_its_size(street, next_up, 10**6)), Fault.MISCOUNTED)
    expect(street.put(next_up, _unreadable(street, next_up)), Fault.UNREADABLE)
    gone = machine(street.trust, "D09", Duty.DESK)
    gone_street = Street(street.trust, gone, street.officer)
    heading = gone_street.heading(device="D09")
    revoked = gone_street.put_signed(heading, good, signer=gone_street.key)
    street.trust.revoke("D09")
    expect(revoked, Fault.REVOKED)
    gone.db.close()
    behind = replace(next_up, sequence=next_up.sequence + 5, previous="2" * 64)
    street.put_signed(behind, good, signer=key)  # out of its order: it waits, and is told

    meeting.meet(street.officer, street.trust.share)
    assert street.faults() == {name: fault.value for name, fault in wanted.items()}
    register_visitor(street.clerk, add_visitor(street.clerk, family_name="Adeleke"))
    meeting.meet(street.clerk, street.trust.share)
    met = meeting.meet(street.officer, street.trust.share)
    assert met.put_aside == 0
    assert set(wanted.values()) >= set(Fault) - OF_RECORDS
    assert [missing.behind for took in met.took for missing in took.missing][-1:] == [1]
    patients = street.officer.db.tuples("SELECT family_name FROM patients ORDER BY 1")
    assert patients == [("Adeleke",), ("Okafor",)]


def _lying_of_its_size(street: Street, heading: Heading, size: int) -> bytes:
    return _made(street, heading, zstandard.ZstdCompressor().compress(b"x" * 1000), size)


def _unreadable(street: Street, heading: Heading) -> bytes:
    return _made(street, heading, b"no zstd frame at all", 20)


def _made(street: Street, heading: Heading, packed: bytes, size: int) -> bytes:
    """An envelope made by hand, signed and sealed as it should be, with any insides."""
    content_key = AESGCM.generate_key(256)
    about = b"recoup envelope key\x00" + sha256(canonical(heading.core())).digest()
    sealed_to = {
        fingerprint(each): keys.seal_to(each, content_key, about=about).hex()
        for each in street.receivers()
    }
    header = canonical(heading.core() | {"size": size, "for": sealed_to})
    sealed = AESGCM(content_key).encrypt(bytes(12), packed, header)
    return _assembled(header, sealed, street.key)


@pytest.mark.parametrize("claimed", [1_000, LARGEST_CONTENT])
def test_security_4_a_bomb_of_gigabytes_is_refused_in_bounded_memory(
    street: Street, claimed: int
) -> None:
    bomb = _gigabytes(4)
    assert len(bomb) < 1024 * 1024
    heading = street.heading()
    name = street.put(heading, _made(street, heading, bomb, claimed))
    del bomb
    tracemalloc.start()
    meeting.meet(street.officer, street.trust.share)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert street.faults() == {name: Fault.TOO_LARGE.value}
    assert most < LARGEST_CONTENT * 2.5


def _gigabytes(count: int) -> bytes:
    squeezer = zstandard.ZstdCompressor(level=1).compressobj()
    block = bytes(64 * 1024 * 1024)
    return b"".join(squeezer.compress(block) for _ in range(16 * count)) + squeezer.flush()


def test_security_4_an_envelope_of_nothing_but_line_ends_is_refused_in_bounded_memory() -> None:
    content = b"ab\n" * (LARGEST_CONTENT // 3)
    tracemalloc.start()
    with pytest.raises(Refused) as told:
        lines_of(content, 1)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert told.value.fault is Fault.MISCOUNTED
    assert most < 1024 * 1024


def test_security_4_a_forged_list_of_devices_neither_falls_nor_holds_anybody_up(
    street: Street,
) -> None:
    """Anybody with the right to write may lay a list on the share; nobody else's is believed."""
    body = json.loads(street.trust.roster)
    body["body"]["devices"][0]["name"] = "\ud800"
    number = read_roster(street.trust.roster).number
    folder = street.trust.folder / "share"
    for higher in range(1, 4):
        name = f"RECOUP_R1H_ROSTER_{number + higher:06d}.json"
        assert roster_number(name, "R1H")
        (folder / name).write_text(json.dumps(body))
    behind = replace(street.heading(), sequence=9, previous="2" * 64)
    street.put_signed(behind, b"", signer=street.key)  # a gap, told at each look
    register_visitor(street.clerk, add_visitor(street.clerk, family_name="Adeleke"))
    for desk in (street.clerk, street.officer):
        met = meeting.meet(desk, street.trust.share)
        assert len(met.took) < 5
    assert street.officer.db.scalar("SELECT count(*) FROM registrations") == 2
