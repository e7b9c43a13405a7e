"""Where two machines said different things of one case: both sides, and a person's choice.

Neither side ever wins by itself. Until somebody has chosen, nobody is charged on such a case.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.access.roles import Act
from app.core.errors import BadInput, Known, NotFound
from app.core.ports import stamp
from app.replica.disputes import Dispute, Side
from app.replica.record import Dot, Record, Subject, moment_of
from app.services.desk import Desk, service
from app.services.dispatching import record
from app.services.dispute_words import label_of, words_of
from app.store import (
    absorbing,
    decisions,
    journal,
    merges,
    patients,
    registrations,
    rulings,
    shared_numbers,
    travelling,
    users,
)
from app.store import disputes as kept_disputes
from app.store.disputes import KeptDispute
from app.store.merges import StoredMerge
from app.store.replicated import CASE, PATIENT
from app.store.rulings import Ruling


@dataclass(frozen=True, slots=True)
class Said:
    """One side: what was said, by whom as far as the record tells, at which device, and when.

    `value` is the cell's; of a decision, its choice, reason and note; `words` is the same for
    people. `dot` names the side.
    """

    dot: Dot
    value: Any
    words: str
    who: str
    device: str
    at: str


@dataclass(frozen=True, slots=True)
class Conflict:
    """A dispute as a card shows it: of which case or patient, about what, the sides in order.

    `column` is empty where whole rows stand against each other; `label` says what differs.
    `settled_by` is who chose, if somebody has (the device, where the record names nobody), and
    `reason` why.
    """

    subject: Subject
    about: str
    ref: str
    patient: str
    table: str
    column: str
    sides: tuple[Said, ...]
    label: str = ""
    settled_by: str = ""
    settled_at: str = ""
    reason: str = ""

    @property
    def is_open(self) -> bool:
        """Whether it waits for a person's choice."""
        return not self.settled_at


@service(Act.DECIDE_STATUS)
def open_conflicts(desk: Desk) -> tuple[Conflict, ...]:
    """What waits for a person's choice."""
    return tuple(_card(desk, one) for one in kept_disputes.told(desk.db, open_ones=True))


@service(Act.DECIDE_STATUS)
def count_conflicts(desk: Desk) -> tuple[int, int]:
    """How many wait for a choice, and how many were settled."""
    return kept_disputes.count(desk.db)


@service(Act.DECIDE_STATUS)
def settled_conflicts(desk: Desk) -> tuple[Conflict, ...]:
    """What was in dispute, and who chose: the report afterwards."""
    return tuple(_card(desk, one) for one in kept_disputes.told(desk.db, open_ones=False))


@service(Act.DECIDE_STATUS)
def conflicts_of(desk: Desk, registration_id: str) -> tuple[Conflict, ...]:
    """What of one case, or of its patient, waits for a person's choice."""
    patient_id = registrations.get(desk.db, registration_id).patient_id
    about = (registration_id, patient_id)
    kept = kept_disputes.told(desk.db, open_ones=True)
    return tuple(_card(desk, one) for one in kept if one.about in about)


@service(Act.DECIDE_STATUS)
def choose(desk: Desk, conflict: Conflict, dot: Dot, reason: str) -> None:
    """Let one side stand, with a reason in own words; both stay on record.

    Of decisions, the one chosen is entered again as the newest, by who chose. Raises BadInput,
    NotFound where the dispute is settled meanwhile, or NotAllowed.
    """
    words = reason.strip()
    if not words:
        raise BadInput("no_reason", "Say in a few words why this side stands.", "reason")
    record(desk)
    dispute = _open(desk, conflict)
    side = next((one for one in dispute.sides if one.dot == dot), None)
    if side is None:
        raise _settled()
    with desk.db.atomic():
        if conflict.subject is Subject.CASE:
            _rule_case(desk, conflict, side, words)
        elif conflict.subject is Subject.JOINS:
            _rule_joins(desk, side.dot, words)
        else:
            _rule_patient(desk, conflict, side)
        if conflict.column:
            chosen = {conflict.table: {conflict.column: side.value}}
            now = int(desk.clock.now().timestamp() * 1000)
            absorbing.say(desk.db, conflict.subject, conflict.about, chosen, now=now)
        detail = {
            "table": conflict.table,
            "column": conflict.column,
            "chosen": list(side.dot),
        }
        if conflict.subject is Subject.PATIENT:  # of the others it stands with what was chosen
            detail["reason"] = words
        desk.audit("dispute_settled", conflict.about, detail)
    record(desk)


def require_undisputed(desk: Desk, registration_id: str) -> None:
    """Raise Known `in_dispute` where two machines said different things of a case."""
    if kept_disputes.open_of(desk.db, registration_id):
        raise Known(
            "in_dispute",
            "Two people worked on this case without knowing of each other. "
            "Compare both sides and choose, then go on.",
            "case",
        )


def _rule_case(desk: Desk, conflict: Conflict, side: Side, reason: str) -> None:
    if conflict.table == "decisions":
        _enter_again(desk, conflict.about, side.dot)
    elif conflict.table == "registrations" and conflict.column in CASE.rows[0].names:
        rulings.set_registration(desk.db, conflict.about, conflict.column, side.value)
    rulings.add(
        desk.db,
        Ruling(
            registration_id=conflict.about,
            about_table=conflict.table,
            about_column=conflict.column,
            chosen=side.value,
            reason=reason,
            ruled_by=desk.person.user_id,
            ruled_at=desk.moment,
        ),
    )


def _enter_again(desk: Desk, registration_id: str, dot: Dot) -> None:
    chosen = journal.record_at(desk.db, dot)
    made = {row[0] for row in chosen.rows.get("decisions", ())} if chosen else set()
    stands = [one for one in decisions.of(desk.db, registration_id) if one.decision_id in made]
    if not stands:
        raise NotFound("That decision is not on this machine yet. Try again later.")
    again = replace(
        stands[-1],
        decision_id=desk.ids.new(),
        decided_by=desk.person.user_id,
        decided_at=desk.moment,
    )
    decisions.add(desk.db, again)


def _rule_joins(desk: Desk, dot: Dot, reason: str) -> None:
    chosen = journal.record_at(desk.db, dot)
    made = chosen.rows.get("patient_merges", ()) if chosen else ()
    if not made:
        raise NotFound("That record is not on this machine yet. Try again later.")
    act, patient_id, survivor_id = (str(value) for value in made[-1][:3])
    again = StoredMerge(
        act=act,
        patient_id=patient_id,
        survivor_id=survivor_id,
        reason=reason,
        made_by=desk.person.user_id,
        made_at=desk.moment,
    )
    merges.enter_again(desk.db, again)


def _rule_patient(desk: Desk, conflict: Conflict, side: Side) -> None:
    if conflict.column not in PATIENT.rows[0].names:
        return
    own = journal.state_of(desk.db, Subject.PATIENT, conflict.about)
    said = own.cells.of("patients")
    told = {name: said.get(name) for name in PATIENT.rows[0].names}
    told[conflict.column] = side.value
    number = told["nhs_number"]  # which another record may hold as well
    shown = shared_numbers.admit(desk.db, conflict.about, None if number is None else str(number))
    patients.put(desk.db, conflict.about, told | {"nhs_number": shown})


def _open(desk: Desk, conflict: Conflict) -> Dispute:
    for kept in kept_disputes.told(desk.db, open_ones=True):
        if (kept.subject, kept.about, kept.dispute.table, kept.dispute.column) == (
            conflict.subject,
            conflict.about,
            conflict.table,
            conflict.column,
        ):
            return kept.dispute
    raise _settled()


def _card(desk: Desk, kept: KeptDispute) -> Conflict:
    ref, patient_id = "", kept.about
    if kept.subject is Subject.CASE:
        case = registrations.get(desk.db, kept.about)
        ref, patient_id = case.ref, case.patient_id
    settler = kept.dispute.settled_by
    closing = None if settler is None else _said(desk, kept, Side(settler))
    return Conflict(
        subject=kept.subject,
        about=kept.about,
        ref=ref,
        patient=_name_of(desk, kept.subject, patient_id),
        table=kept.dispute.table,
        column=kept.dispute.column,
        sides=tuple(_said(desk, kept, side) for side in kept.dispute.sides),
        label=label_of(kept.dispute.table, kept.dispute.column),
        settled_by="" if closing is None else closing.who or closing.device,
        settled_at="" if closing is None else closing.at,
        reason="" if closing is None else _reason(desk, kept),
    )


def _name_of(desk: Desk, subject: Subject, patient_id: str) -> str:
    """Whose record it is; nobody's, where it is of a member of staff or of the law."""
    if subject not in (Subject.CASE, Subject.PATIENT, Subject.JOINS):
        return ""
    who = patients.get(desk.db, patient_id)
    return f"{who.family_name.upper()}, {who.given_names}"


def _reason(desk: Desk, kept: KeptDispute) -> str:
    """The last ruling on what was in dispute; of a patient's record none is kept apart."""
    if kept.subject is not Subject.CASE:
        return ""
    about = (kept.dispute.table, kept.dispute.column)
    said = [
        one.reason
        for one in rulings.of(desk.db, kept.about)
        if (one.about_table, one.about_column) == about
    ]
    return said[-1] if said else ""


def _said(desk: Desk, kept: KeptDispute, side: Side) -> Said:
    written = journal.record_at(desk.db, side.dot)
    value: Any = side.value
    if written is not None and not kept.dispute.column:
        value = [list(row) for row in written.rows.get(kept.dispute.table, ())]
    moment = moment_of(written.stamp if written else 0)
    return Said(
        dot=side.dot,
        value=value,
        words=words_of(desk, kept.dispute.table, kept.dispute.column, value),
        who=_writer(desk, written),
        device=_device(desk, side.dot[0]),
        at=stamp(moment),
    )


# In which column of a table stands who did it, for telling who wrote a record.
_BY: Mapping[str, str] = {
    table.name: name
    for table in CASE.tables
    for name in table.names
    if name.endswith("_by") and name not in ("promised_by",)
}


def _writer(desk: Desk, written: Record | None) -> str:
    """The person named in what was written; a cell alone names nobody."""
    if written is None:
        return ""
    tables = {table.name: table for table in CASE.tables}
    for name in ("dispute_rulings", "decisions", *written.rows):
        rows = written.rows.get(name, ())
        if rows and name in _BY:
            who = str(rows[-1][tables[name].names.index(_BY[name])])
            try:
                return users.get(desk.db, who).display_name
            except NotFound:
                return who
    return ""


def _device(desk: Desk, actor: str) -> str:
    if actor == journal.actor(desk.db):
        return desk.device
    return travelling.device_of(desk.db, actor)


def _settled() -> NotFound:
    return NotFound("Somebody settled that meanwhile. Look at the case again.")
