"""The end of a run: what every machine has, held against what people wrote."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from hashlib import sha256

from app.hub.travel import HubTravel
from app.replica.record import Subject
from app.services.desk import Desk
from app.store import audit, disputes, emergencies, journal, outbox, quarantine, travelling
from tests.proof.travel_book import Book
from tests.proof.travel_machine import Machine
from tests.proof.travel_world import World
from tests.store.test_replica import picture

_MARKS = {
    "answers": "value",
    "evidence": "evidence_id",
    "diary": "kind",
    "urgency_records": "clinician_name",
    "snoozes": "reason",
    "decisions": "decision_id",
    "patient_merges": "reason",
    "emergency_accesses": "reason",
    "emergency_looks": "note",
}
_STANDING = {
    "patient": "SELECT patient_id, {column} FROM patients",
    "case": "SELECT registration_id, {column} FROM registrations",
}
# Each machine knows its own people with their passwords, and its own day of keeping a pack of law.
_AT_HOME = (Subject.PERSON, Subject.PACK)


@dataclass(frozen=True, slots=True)
class Verdict:
    """What came out. Everything in `faults` must be empty."""

    faults: tuple[str, ...]
    counts: dict[str, int]
    digest: str


def judge(world: World) -> Verdict:
    """Compare all machines with each other and with the book."""
    one, other = (officer.desk for officer in world.officers)
    faults: list[str] = []
    faults += _same_everywhere(world, one, other)
    lost, told = _overwritten(world.book, one)
    faults += [f"overwritten without a word: {cell} {value}" for cell, value in lost]
    faults += _rows_once(world.book, [one, other])
    faults += _decided_apart(world.book, one)
    faults += [fault for each in world.machines for fault in _at_rest(each)]
    faults += _ledger(world)
    counts = dict(sorted(world.book.counts.items())) | {
        "values written": sum(map(len, world.book.seen_under.values())),
        "values told in disputes": told,
        "rows added": sum(map(len, world.book.rows.values())),
        "records": one.db.scalar("SELECT count(*) FROM journal"),
        "open disputes": len(disputes.told(one.db, open_ones=True)),
        "settled disputes": len(disputes.told(one.db, open_ones=False)),
        "put aside": sum(len(quarantine.aside(each.desk.db)) for each in world.machines),
        "invoices": len(world.invoices),
        "silent overwrites": len(lost),
    }
    return Verdict(tuple(faults), counts, digest(one))


def digest(desk: Desk) -> str:
    """One hash over what all records add up to, subject by subject."""
    hashed = sha256()
    for subject, about in _subjects(desk):
        state = journal.state_of(desk.db, subject, about)
        hashed.update(
            repr(
                (
                    subject.value,
                    about,
                    state.rows,
                    sorted(state.cells.items()),
                    state.open,
                    state.settled,
                    state.held,
                    state.heads,
                    state.gone,
                )
            ).encode()
        )
    return hashed.hexdigest()


def _subjects(desk: Desk) -> list[tuple[Subject, str]]:
    found = sorted(journal.subjects_since(desk.db, 0))
    return [(Subject(subject), about) for subject, about in found]


def _same_everywhere(world: World, one: Desk, other: Desk) -> list[str]:
    faults = []
    if digest(one) != digest(other):
        faults.append("the officers' journals add up to different states")
    for subject, about in _subjects(one):
        if subject not in _AT_HOME and picture(one, subject, about) != picture(
            other, subject, about
        ):
            faults.append(f"{subject} {about} stands differently in the officers' tables")
    for query in (
        "SELECT patient_id, survivor_id, read_as FROM patient_aliases ORDER BY 1",
        "SELECT nhs_number, patient_id FROM shared_nhs_numbers ORDER BY 1, 2",
    ):
        if one.db.tuples(query) != other.db.tuples(query):
            faults.append(f"differs between officers: {query}")
    kept = sorted(written.body for _, written in journal.every(one.db))
    with world.ledger() as ledger:
        if sorted(HubTravel(ledger, world.hub.trust).records()) != kept:
            faults.append("finance holds other records than the officers")
    seen_by_officers = {one.access_id for one in emergencies.waiting(one.db)}
    for each in world.desks:
        here = {one.access_id for one in emergencies.waiting(each.desk.db)}
        if not here <= seen_by_officers:
            faults.append(f"{each.code} was not told that an emergency access was looked at")
    registers = {
        tuple(each.desk.db.tuples("SELECT * FROM register ORDER BY 1")) for each in world.desks
    }
    if len(registers) > 1:
        faults.append("the desks' registers differ")
    return faults


def _overwritten(book: Book, desk: Desk) -> tuple[list[tuple[object, str]], int]:
    """Values that neither stand, nor were written over in sight, nor are told; and those told."""
    told: dict[tuple[str, str, str], set[object]] = {}
    for kept in (
        *disputes.told(desk.db, open_ones=True),
        *disputes.told(desk.db, open_ones=False),
    ):
        key = (kept.subject.value, kept.about, kept.dispute.column)
        told.setdefault(key, set()).update(side.value for side in kept.dispute.sides)
    standing = {
        (kind, column): dict(desk.db.tuples(_STANDING[kind].format(column=column)))
        for kind, column in {(kind, column) for kind, _, column in book.seen_under}
    }
    lost: list[tuple[object, str]] = []
    count = 0
    for cell, values in book.seen_under.items():
        kind, about, column = cell
        stands, over = standing[kind, column].get(about), book.superseded(cell)
        for value in values:
            if value in told.get(cell, ()):
                count += 1
            elif value != stands and value not in over:
                lost.append((cell, value))
    return lost, count


def _rows_once(book: Book, officers: list[Desk]) -> list[str]:
    faults = []
    for table, marks in book.rows.items():
        for desk in officers:
            found = Counter(
                str(row[0]) for row in desk.db.each(f"SELECT {_MARKS[table]} FROM {table}")
            )
            faults += [
                f"{desk.device}: {table} {mark} is there {found[mark]} times"
                for mark in marks
                if found[mark] != 1
            ]
    return faults


def _decided_apart(book: Book, desk: Desk) -> list[str]:
    told: dict[str, set[str]] = {}
    for open_ones in (True, False):
        for kept in disputes.told(desk.db, open_ones=open_ones):
            if kept.dispute.table == "decisions":
                for side in kept.dispute.sides:
                    record = journal.record_at(desk.db, side.dot)
                    rows = record.rows.get("decisions", ()) if record else ()
                    told.setdefault(kept.about, set()).update(str(row[0]) for row in rows)
    return [
        f"decisions made apart were not told: {case} {sorted(untold)}"
        for case in book.decisions
        if (untold := book.untold(case, told.get(case, set())))
    ]


def _at_rest(machine: Machine) -> list[str]:
    db, code = machine.desk.db, machine.code
    faults = []
    if machine.officer and journal.unplaced(db):
        faults.append(f"{code}: not laid down: {journal.unplaced(db)[:3]}")
    if travelling.untaken(db):
        faults.append(f"{code}: {len(travelling.untaken(db))} envelopes without a receipt")
    if not audit.verify(db).sound:
        faults.append(f"{code}: the audit trail is broken")
    return faults


def _ledger(world: World) -> list[str]:
    with world.ledger() as ledger:
        totals, broken = ledger.totals(), ledger.check_integrity()
    faults = [f"ledger: {one}" for one in broken]
    if totals.documents != len(world.invoices):
        faults.append(f"{totals.documents} invoices in the ledger, {len(world.invoices)} issued")
    if totals.charged_pence != sum(world.invoices.values()):
        faults.append(f"{totals.charged_pence} pence charged of {sum(world.invoices.values())}")
    for officer in world.officers:
        counts = outbox.counts(officer.desk.db)
        waiting = {state: count for state, count in counts.items() if state != "accepted" and count}
        if waiting:
            faults.append(f"{officer.code}: rows not accepted: {waiting}")
    return faults
