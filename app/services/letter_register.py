"""Who was told what about a case, when, and how it reached them; and who has yet to be put right.

When a charge turns out not to have been due, everybody who was told of it is told that (H5).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from app.access.roles import Act
from app.billing.payer import PayerType
from app.casework.letter_kinds import TELLS_OF_A_CHARGE, LetterKind
from app.core.dates import parse_date
from app.core.errors import BadInput, Known, NotFound
from app.core.wording import phrases
from app.services.desk import Desk, service
from app.services.filing import require_reader
from app.store import estimates, invoices, letters, patients, registrations
from app.store.letters import DOCTOR, PATIENT, WAYS, Sent
from app.store.registrations import Registration

_ESTIMATE, _INVOICE, _CREDIT_NOTE = "estimate", "invoice", "credit_note"
_CHARGES = (*TELLS_OF_A_CHARGE, _ESTIMATE, _INVOICE)
_DAY_BEGINS = "T00:00:00Z"  # documents know their day alone, and come before its letters
_UNSAFE = {  # by safe-contact rule: what must not be done
    "do_not_post": ("posted",),
    "phone_only": ("posted", "emailed"),
    "post_only": ("emailed",),
}
_INSTEAD = phrases(
    {
        "do_not_post": "Nothing may be posted to this patient. Hand it over.",
        "phone_only": "This patient is reached by phone alone. Hand it over when they come.",
        "post_only": "This patient is written to by post alone.",
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """One paper. `to_whom` is `patient`, `doctor`, or the account number of another payer.

    `put_right`: the same reader has since had an explanation that the charge was taken off.
    """

    kind: str
    title: str
    doc_no: str | None
    to_whom: str
    at: str
    file_id: str
    sent: tuple[Sent, ...] = ()
    put_right: bool = False

    @property
    def tells_of_a_charge(self) -> bool:
        """Whether its reader was told that care is charged."""
        return self.kind in _CHARGES


@service(Act.VIEW_ESTIMATE)
def told(desk: Desk, ref: str) -> tuple[Told, ...]:
    """Every paper about a case that went to its patient, payer or clinician, oldest first."""
    return _told(desk, registrations.by_ref(desk.db, ref).registration_id)


@service(Act.VIEW_ESTIMATE)
def still_to_tell(desk: Desk, ref: str) -> tuple[str, ...]:
    """Readers told of a charge that was taken off, who have had no explanation since (H5)."""
    return readers_to_tell(desk, registrations.by_ref(desk.db, ref))


@service(Act.VIEW_ESTIMATE)
def mark_sent(desk: Desk, ref: str, file_id: str, how: str, on: str = "today") -> None:
    """Say that a paper of a case was posted, handed over or emailed, and on which day.

    Raises Known `not_this_way` for posting where nothing may be posted, and so on (hazard H8),
    NotAllowed for a paper that is another team's.
    """
    registration = registrations.by_ref(desk.db, ref)
    paper = next(
        (one for one in _told(desk, registration.registration_id) if one.file_id == file_id), None
    )
    if paper is None:
        raise NotFound("There is no such paper in this case. Open the case and look for it there.")
    require_reader(desk, paper.kind)
    if how not in WAYS:
        raise BadInput("bad_way", "Say whether it was posted, handed over or emailed.", "how")
    day = parse_date(on, desk.today, past=True, field="on")
    if not paper.at[:10] <= day.isoformat() <= desk.today.isoformat():
        raise BadInput("bad_date", "Enter a day from when it was written up to today.", "on")
    rule = patients.get(desk.db, registration.patient_id).safe_contact
    if how in _UNSAFE.get(rule, ()) and paper.to_whom != DOCTOR:
        raise Known("not_this_way", _INSTEAD[rule], "how")
    with desk.db.atomic():
        letters.mark_sent(
            desk.db,
            Sent(
                file_id=file_id,
                how=how,
                sent_on=day,
                marked_by=desk.person.user_id,
                marked_at=desk.moment,
            ),
        )
        desk.audit("paper_sent", registration.registration_id, {"file": file_id, "how": how})


def readers_to_tell(desk: Desk, registration: Registration) -> tuple[str, ...]:
    """The same for a case at hand; the caller has checked who may."""
    credited = {
        row.related_doc_no
        for row in invoices.of(desk.db, registration.registration_id)
        if row.doc_type == invoices.CREDIT_NOTE
    }
    papers = _told(desk, registration.registration_id) if credited else ()
    waiting = (
        one.to_whom
        for one in papers
        if one.tells_of_a_charge and not one.put_right and one.doc_no in (None, *credited)
    )
    return tuple(dict.fromkeys(waiting))


def _told(desk: Desk, registration_id: str) -> tuple[Told, ...]:
    papers = sorted(
        (*_documents(desk, registration_id), *_letters(desk, registration_id)),
        key=lambda one: one.at,
    )
    explained = [one for one in papers if one.kind == LetterKind.EXPLANATION]
    return tuple(
        replace(
            one,
            sent=letters.sent(desk.db, one.file_id),
            put_right=any(_puts_right(later, one) for later in explained),
        )
        for one in papers
    )


def _puts_right(explanation: Told, paper: Told) -> bool:
    return (
        explanation.to_whom == paper.to_whom
        and explanation.at >= paper.at
        and paper.doc_no in (None, explanation.doc_no)
    )


def _documents(desk: Desk, registration_id: str) -> Iterator[Told]:
    words = desk.press.words
    for estimate in estimates.of(desk.db, registration_id):
        yield Told(
            kind=_ESTIMATE,
            title=words.estimate.say("document", number=estimate.estimate_no),
            doc_no=None,
            to_whom=PATIENT,
            at=estimate.issued_on.isoformat() + _DAY_BEGINS,
            file_id=estimate.file_id or "",
        )
    for row in invoices.of(desk.db, registration_id):
        is_invoice = row.doc_type == invoices.INVOICE
        say = words.invoice if is_invoice else words.credit_note
        yield Told(
            kind=_INVOICE if is_invoice else _CREDIT_NOTE,
            title=say.say("document", number=row.doc_no),
            doc_no=row.doc_no if is_invoice else row.related_doc_no,
            to_whom=_payer(row.body["payer"]["payer_type"], row.customer_ref),
            at=row.issued_on.isoformat() + _DAY_BEGINS,
            file_id=row.file_id or "",
        )


def _payer(payer_type: str, customer_ref: str) -> str:
    return PATIENT if payer_type == PayerType.PATIENT else customer_ref


def _letters(desk: Desk, registration_id: str) -> Iterator[Told]:
    plans = desk.press.words.letters
    for row in letters.of(desk.db, registration_id):
        yield Told(
            kind=row.kind,
            title=plans[row.kind].name,
            doc_no=row.doc_no,
            to_whom=row.to_whom,
            at=row.made_at,
            file_id=row.file_id,
        )
