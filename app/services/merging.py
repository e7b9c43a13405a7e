"""Two records of one person read as one, and as two again whenever that proves wrong (H4).

Nothing is moved and nothing deleted: each registration stays on the record it was made on, and
whoever reads it reads the person as the surviving record tells them. Joining and parting are for
those who decide on cases: it is they who see both cases whole.
"""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.core.dates import show
from app.core.errors import BadInput, Known
from app.core.people import NOT_KNOWN, Patient, clean_line
from app.core.wording import Phrase
from app.services.desk import Desk, service
from app.store import merges, patients, registrations, users
from app.store.merges import StoredMerge


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing both records say, or do not: which, what each says, whether they differ."""

    kind: str
    one: str
    other: str

    @property
    def differs(self) -> bool:
        """Whether both say something and not the same."""
        return self.one != self.other and NOT_KNOWN not in (self.one, self.other)


@dataclass(frozen=True, slots=True, kw_only=True)
class SideBySide:
    """Two records before they are joined, and what speaks against it."""

    one: Patient
    other: Patient
    facts: tuple[Fact, ...]
    against: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinedRecord:
    """A record that is read as another: whose it is, who joined it, when and why."""

    patient: Patient
    joined_on: str
    joined_by: str
    reason: str


@service(Act.DECIDE_STATUS)
def compare(desk: Desk, patient_id: str, other_id: str) -> SideBySide:
    """Both records as they are, side by side; raises Known where they are one already."""
    one, other = _two(desk, patient_id, other_id)
    facts = _facts(desk, one, other)
    against = []
    if one.nhs_number and other.nhs_number:
        against.append(Phrase("They have two NHS numbers. Two people are more likely than one."))
    if one.born and other.born and one.born != other.born:
        against.append(Phrase("Their dates of birth differ. Look at a paper before you join them."))
    if one.gender and other.gender and one.gender != other.gender:
        against.append(Phrase("Their genders differ."))
    return SideBySide(one=one, other=other, facts=facts, against=tuple(against))


@service(Act.DECIDE_STATUS)
def merge(desk: Desk, patient_id: str, *, into: str, reason: str) -> Patient:
    """Read a record as another from now on; gives the record that stays.

    Audited on both. `unmerge` takes it back at any time. Raises BadInput without a reason, Known
    `already_joined` where the two are one already, NotFound.
    """
    joined, survivor = _two(desk, patient_id, into)
    made = _made(desk, merges.MERGED, joined.patient_id, survivor.patient_id, reason)
    with desk.db.atomic():
        merges.merge(desk.db, made)
        _audit_both(desk, "patient_merged", made)
    return patients.get(desk.db, survivor.patient_id)


@service(Act.DECIDE_STATUS)
def unmerge(desk: Desk, patient_id: str, *, reason: str) -> Patient:
    """Read a record as itself again, with all that was joined to it before; gives that record.

    Raises BadInput without a reason, Known `not_joined` where it stands by itself.
    """
    survivor = merges.survivor_of(desk.db, patient_id)
    if survivor is None:
        raise Known("not_joined", "This record stands by itself. There is nothing to part.")
    made = _made(desk, merges.UNMERGED, patient_id, survivor, reason)
    with desk.db.atomic():
        merges.unmerge(desk.db, made)
        _audit_both(desk, "patient_unmerged", made)
    return patients.own(desk.db, patient_id)


@service(Act.DECIDE_STATUS)
def joined_to(desk: Desk, patient_id: str) -> tuple[JoinedRecord, ...]:
    """The records that were joined to this one and are read as it."""
    found = []
    for one in merges.merged_into(desk.db, merges.read_as(desk.db, patient_id)):
        made = merges.history(desk.db, one)
        last = next(each for each in reversed(made) if each.patient_id == one)
        found.append(
            JoinedRecord(
                patient=patients.own(desk.db, one),
                joined_on=last.made_at,
                joined_by=users.get(desk.db, last.made_by).display_name,
                reason=last.reason,
            )
        )
    return tuple(found)


def _two(desk: Desk, patient_id: str, other_id: str) -> tuple[Patient, Patient]:
    one = patients.get(desk.db, patient_id)
    other = patients.get(desk.db, other_id)
    if one.patient_id == other.patient_id:
        raise Known("already_joined", "These are one patient already. Choose two records.")
    return one, other


def _made(desk: Desk, act: str, patient_id: str, survivor_id: str, reason: str) -> StoredMerge:
    words = clean_line(reason, "reason")
    if not words:
        raise BadInput("no_reason", "Enter why, such as which paper you saw.", "reason")
    return StoredMerge(
        act=act,
        patient_id=patient_id,
        survivor_id=survivor_id,
        reason=words,
        made_by=desk.person.user_id,
        made_at=desk.moment,
    )


def _audit_both(desk: Desk, act: str, made: StoredMerge) -> None:
    for subject, with_whom in (
        (made.patient_id, {"survivor": made.survivor_id}),
        (made.survivor_id, {"record": made.patient_id}),
    ):
        desk.audit(act, subject, with_whom)


def _facts(desk: Desk, one: Patient, other: Patient) -> tuple[Fact, ...]:
    told = (
        ("family_name", lambda it: it.family_name),
        ("given_names", lambda it: it.given_names),
        ("born", lambda it: show(it.born) if it.born else ""),
        ("gender", lambda it: it.gender),
        ("nhs_number", lambda it: str(it.nhs_number or "")),
        ("hospital_number", lambda it: it.hospital_number),
        ("address", lambda it: ", ".join((*it.address.lines, it.address.postcode)).strip(", ")),
        ("phone", lambda it: it.phone),
        ("registrations", lambda it: _refs(desk, it)),
    )
    return tuple(Fact(kind, say(one) or NOT_KNOWN, say(other) or NOT_KNOWN) for kind, say in told)


def _refs(desk: Desk, patient: Patient) -> str:
    return ", ".join(one.ref for one in registrations.of_patient(desk.db, patient.patient_id))
