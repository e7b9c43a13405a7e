"""A machine of the trust whose program was tampered with: it hands on what others never wrote."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from hashlib import sha256

from app.replica.record import Record, Subject, read_record
from app.services import enrolling
from app.services.desk import Desk
from app.spool.sealed import Content, Heading, seal
from app.spool.travel_content import pack_lines
from app.spool.travel_names import name_of
from app.store import journal, patients, registrations, travelling
from app.store.travelling import Sealed
from tests.services.sealed import MadeUpTrust


def hand_on(trust: MadeUpTrust, liar: Desk, to: Desk, records: Sequence[Record]) -> str:
    """Seal records to one machine as if they were owed to it; the name of the file."""
    roster, device, own = enrolling.require_joined(liar)
    receiver = enrolling.require_joined(to)[1]
    sequence, previous = travelling.next_link(liar.db)
    heading = Heading(
        trust=roster.trust,
        mode=liar.mode,
        device=device.code,
        actor=journal.actor(liar.db),
        sequence=travelling.in_chain(liar.db, sequence),
        previous=previous,
        content=Content.AGAIN,
        rows=len(records),
        schema=journal.SCHEMA,
        pack="",
        created=liar.moment,
    )
    file = seal(
        heading,
        pack_lines(one.to_bytes() for one in records),
        sender=own,
        receivers=(roster.sealing[0], receiver.keys.seal),
    )
    digest = sha256(file).hexdigest()
    name = name_of(heading, digest)
    sealed = Sealed(
        sequence=sequence,
        name=name,
        content=heading.content.value,
        rows=len(records),
        first_record=0,
        last_record=0,
        batch=None,
        sha256=digest,
        made_at=liar.moment,
    )
    with liar.db.atomic():
        travelling.put(liar.db, sealed, file)
        travelling.mark_sent(liar.db, sequence, liar.moment)
    trust.share.write_new(name, file)
    return name


def records_of(desk: Desk) -> list[Record]:
    """All that a machine has, as it was written."""
    return [read_record(one.body) for _, one in journal.every(desk.db)]


def altered(records: Sequence[Record], name: str = "Forged") -> list[Record]:
    """The same records, under the same dots, of a patient of another name."""
    return [
        replace(one, cells={"patients": {**one.cells["patients"], "family_name": name}})
        if one.subject is Subject.PATIENT and "patients" in one.cells
        else one
        for one in records
    ]


def name_at(desk: Desk, case: str) -> str:
    """Under which name a machine shows the patient of a case."""
    return patients.get(desk.db, registrations.get(desk.db, case).patient_id).family_name
