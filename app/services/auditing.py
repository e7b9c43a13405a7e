"""Reading the audit, and verifying its chain: in one go, or step by step with progress."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from app.access.roles import Act, Extent
from app.core.dates import parse_date
from app.core.errors import BadInput
from app.services.desk import Desk, service
from app.services.enrolling import roster_of
from app.services.timeline import words_of
from app.spool.sealed import LARGEST_FILE, Refused, read
from app.spool.share import Share
from app.spool.travel_names import own_prefix, read_name
from app.store import audit, emergencies, journal, patients, registrations, users
from app.store.audit import AuditReport, AuditRow, Sought, Walked

__all__ = [
    "AuditChoices",
    "AuditLine",
    "AuditPage",
    "AuditWanted",
    "Compared",
    "Walked",
    "cases_of",
    "choices",
    "compare_with_share",
    "rows",
    "verify",
    "verify_on",
]

ROWS_A_STEP = 5_000
PAGE_OF_ROWS = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditWanted:
    """What narrows the audit: who (a user id), which act, which case, from and until which day;
    empty where nothing does. Days as they are typed."""

    who: str = ""
    act: str = ""
    ref: str = ""
    since: str = ""
    until: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditLine:
    """One act as an auditor reads it: no name and no answer of a patient is in it."""

    seq: int
    at: str
    who: str
    what: str
    ref: str  # of the case, where it is about one
    why: str  # the reason in own words of an emergency access; empty for every other act
    device: str


@dataclass(frozen=True, slots=True)
class AuditPage:
    """Some rows, newest first, and whether older ones follow."""

    lines: tuple[AuditLine, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class AuditChoices:
    """What can be chosen from: people (id and name) and acts (code and words)."""

    people: tuple[tuple[str, str], ...]
    acts: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Compared:
    """How many ends of the chain lie on the share, and the files whose end is not in it."""

    ends: int
    differ: tuple[str, ...]


@service(Act.VERIFY_AUDIT)
def verify(desk: Desk) -> AuditReport:
    """Recompute every link of the chain; tells the first row that does not hold.

    Every page of the file is read too: raises Known `damaged` where a byte anywhere was altered.
    """
    desk.db.require_sound()
    return audit.verify(desk.db)


@service(Act.VERIFY_AUDIT)
def compare_with_share(desk: Desk, share: Share) -> Compared:
    """Hold the chain to the ends of it that this machine's envelopes carried to the share.

    Whoever altered the chain here and worked out every later hash anew cannot have altered those.
    An envelope whose signature does not hold says nothing. Raises ShareFault.
    """
    roster = roster_of(desk)
    own = () if roster is None else roster.of_code(desk.device)
    compared, differ = 0, []
    for name in share.list(own_prefix(desk.trust.provider_code, desk.device)):
        told = read_name(name)
        if told is None or told.actor != journal.actor(desk.db):
            continue
        try:
            envelope = read(share.read(name, LARGEST_FILE) or b"")
        except Refused:
            continue
        if envelope.heading.audit and any(envelope.is_by(one.keys.verify) for one in own):
            compared += 1
            if not audit.is_at(desk.db, envelope.heading.audit):
                differ.append(name)
    return Compared(compared, tuple(differ))


@service(Act.VERIFY_AUDIT)
def verify_on(desk: Desk, walked: Walked) -> Walked:
    """The next few thousand links of the chain; begin with `Walked()`, go on until it `is_done`.

    The last step reads every page of the file too: raises Known `damaged` as `verify` does.
    """
    further = audit.verify_on(desk.db, walked, limit=ROWS_A_STEP)
    if further.is_done and further.first_bad_seq is None:
        desk.db.require_sound()
        with desk.db.atomic():
            desk.audit("audit_verified", "", {"rows": further.rows})
    return further


@service(Act.READ_AUDIT)
def choices(desk: Desk) -> AuditChoices:
    """Who has acted here, and which acts there are in the audit."""
    return AuditChoices(
        tuple((row.user_id, row.display_name) for row in users.everyone(desk.db)),
        tuple(
            sorted(((act, words_of(act)) for act in audit.acts(desk.db)), key=lambda one: one[1])
        ),
    )


@service(Act.READ_AUDIT)
def rows(desk: Desk, wanted: AuditWanted, *, before: int | None = None) -> AuditPage:
    """The newest rows of what is wanted, older than the row `before`; an officer's own cases alone
    where the matrix says so. Raises BadInput for a day that cannot be read, NotFound for a case.
    """
    subject = registrations.by_ref(desk.db, wanted.ref).registration_id if wanted.ref else ""
    own = "" if desk.extent(Act.READ_AUDIT) is Extent.FULL else desk.person.user_id
    since, until = _day(desk, wanted.since, "since"), _day(desk, wanted.until, "until")
    if since and until and until < since:
        raise BadInput("bad_span", "The last day is before the first. Change one.", "until")
    found = audit.sought(
        desk.db,
        Sought(
            user_id=wanted.who,
            act=wanted.act,
            subject=subject,
            since=since,
            until=until,
            cases_of=own,
        ),
        before=before,
        limit=PAGE_OF_ROWS + 1,
    )
    names = {row.user_id: row.display_name for row in users.everyone(desk.db)}
    lines = tuple(_line(desk, row, names) for row in found[:PAGE_OF_ROWS])
    return AuditPage(lines, len(found) > PAGE_OF_ROWS)


@service(Act.READ_AUDIT, whole=True)
def cases_of(desk: Desk, patient_id: str) -> tuple[str, ...]:
    """The references of a patient's cases, newest first, for who sees the patient masked."""
    patients.get(desk.db, patient_id)
    return tuple(row.ref for row in reversed(registrations.of_patient(desk.db, patient_id)))


def _day(desk: Desk, typed: str, field: str) -> date | None:
    return parse_date(typed, desk.today, field=field) if typed.strip() else None


def _line(desk: Desk, row: AuditRow, names: dict[str, str]) -> AuditLine:
    one = row.happening
    detail = one.detail if isinstance(one.detail, dict) else {}
    return AuditLine(
        seq=row.seq,
        at=one.at,
        who=names.get(one.user_id, one.user_name),
        what=words_of(one.act),
        ref=audit.ref_of(desk.db, one.subject),
        why=_why(desk, detail) if one.act == "emergency_opened" else "",
        device=one.device,
    )


def _why(desk: Desk, detail: dict[str, Any]) -> str:
    """The reason for an access: it goes with its case, and stands in rows from before it did."""
    kept = emergencies.reason_of(desk.db, str(detail.get("access", "")))
    return kept or str(detail.get("reason", ""))
