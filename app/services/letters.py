"""Letters: seen before they are written, kept as they went out, and the register of who was told.

What a letter is about is a case (`R-1042`) or, for those of an account, an invoice's number.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from app.access.roles import Act
from app.billing.reference import is_document_number
from app.casework.letter_kinds import LetterKind
from app.core.errors import BadInput, Known, NotAllowed
from app.documents.letter import Letter, letter_pdf
from app.services.desk import Desk, service
from app.services.filing import keep_pdf
from app.services.letter_of_account import letter_of_account
from app.services.letter_of_case import letter_of_case, usually_missing
from app.services.letter_parts import NO_CHOICES, Drafted, LetterChoices, needs_large_print
from app.services.letter_register import readers_to_tell
from app.store import invoices, letters, patients, registrations
from app.store.letters import StoredLetter
from app.store.registrations import Registration

__all__ = ["LetterChoices", "LetterKind", "WrittenLetter", "preview", "write"]


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenLetter:
    """A letter that was written. `by_hand`: it is handed over and never posted (hazard H8)."""

    letter_id: str
    kind: LetterKind
    number: str
    by_hand: bool
    file_id: str
    pdf: bytes

    @property
    def name(self) -> str:
        """A file name that says no more than kind and number."""
        return f"{self.kind.value}-{self.number}.pdf"


@service(Act.READ_GUIDE)
def leaflet(
    desk: Desk, kind: LetterKind = LetterKind.LEAFLET, *, large_print: bool = False
) -> bytes:
    """The leaflet, the poster or a quick card for staff: it names nobody, and no copy is kept."""
    if not kind.is_for_everyone:
        raise BadInput("not_a_leaflet", "Choose the leaflet, the poster or a quick card.", "kind")
    letter = Letter(
        kind=kind,
        dated=desk.today,
        number="",
        trust=desk.trust,
        mode=desk.mode,
        logo=desk.logo,
        to=None,
        values={},
        large_print=large_print,
    )
    return desk.press.draw(partial(letter_pdf, letter))


@service(Act.VIEW_ESTIMATE)
def kinds(desk: Desk, *, of_account: bool) -> tuple[tuple[LetterKind, str], ...]:
    """The letters this person may write about a case or an account, and what staff call them."""
    plans = desk.press.words.letters
    return tuple(
        (kind, plans[kind.value].name)
        for kind in LetterKind
        if any(desk.may(act) for act in kind.acts)
        and not (kind.is_for_everyone or kind.follows_an_account)
        and (kind.is_about_an_account is of_account or kind is LetterKind.UNDERTAKING)
    )


@service(Act.VIEW_ESTIMATE)
def usual(desk: Desk, subject: str) -> LetterChoices:
    """What a letter about this case would hold unless somebody chooses otherwise."""
    registration = _registration(desk, subject)
    patient = patients.get(desk.db, registration.patient_id)
    missing = usually_missing(desk, registration) if desk.may(Act.DECIDE_STATUS) else ()
    return LetterChoices(missing=missing, large_print=needs_large_print(patient))


@service(Act.VIEW_ESTIMATE)
def preview(
    desk: Desk, kind: LetterKind, subject: str, choices: LetterChoices = NO_CHOICES
) -> bytes:
    """The letter as it would be written, as PDF; nothing is kept.

    Raises NotAllowed for a letter that is another's task, Known where it would not be true.
    """
    _require_task(desk, kind)
    letter = draft(desk, kind, subject, choices).letter
    return desk.press.draw(partial(letter_pdf, letter))


@service(Act.VIEW_ESTIMATE)
def write(
    desk: Desk, kind: LetterKind, subject: str, choices: LetterChoices = NO_CHOICES
) -> WrittenLetter:
    """Write the letter: kept as a file, in the register, audited; refused as `preview` is.

    Raises Known `from_account` for what asks for money: that goes out from the account, where
    nothing is written that rests or is not due (hazard H13).
    """
    _require_task(desk, kind)
    if kind.follows_an_account:
        raise Known(
            "from_account",
            "This letter goes out from the account, when it is due and nothing rests. "
            "Open the account under Money.",
        )
    with desk.db.atomic():
        return write_letter(desk, kind, subject, choices)


def draft(desk: Desk, kind: LetterKind, subject: str, choices: LetterChoices) -> Drafted:
    """A letter from what is on file; the caller has checked whose task it is."""
    if kind.is_for_everyone:
        raise BadInput("names_nobody", "This is about no case. Print it on its own.", "kind")
    about_document = is_document_number(subject.strip().upper())
    if kind.is_about_an_account or (kind is LetterKind.UNDERTAKING and about_document):
        return letter_of_account(desk, kind, _doc_no(desk, subject), choices)
    return letter_of_case(desk, kind, _registration(desk, subject), choices)


def write_letter(
    desk: Desk, kind: LetterKind, subject: str, choices: LetterChoices = NO_CHOICES
) -> WrittenLetter:
    """Write a letter that follows from another act; the caller owns the transaction."""
    made = draft(desk, kind, subject, choices)
    pdf = desk.press.draw(partial(letter_pdf, made.letter))
    letter_id, number = desk.ids.new(), made.letter.number
    file_id = keep_pdf(desk, kind=kind.value, name=f"{kind.value}-{number}.pdf", pdf=pdf)
    letters.add(
        desk.db,
        StoredLetter(
            letter_id=letter_id,
            kind=kind.value,
            registration_id=made.registration.registration_id,
            doc_no=made.doc_no,
            to_whom=made.to_whom,
            file_id=file_id,
            made_by=desk.person.user_id,
            made_at=desk.moment,
        ),
    )
    about = {"kind": kind.value, "letter": letter_id}
    desk.audit("letter_written", made.registration.registration_id, about)
    to = made.letter.to
    return WrittenLetter(
        letter_id=letter_id,
        kind=kind,
        number=number,
        by_hand=to is not None and to.by_hand,
        file_id=file_id,
        pdf=pdf,
    )


def explain(desk: Desk, doc_no: str, *, reported: bool) -> None:
    """Tell everybody who was told of a charge that it was taken off (H5); caller's transaction.

    That is the payer, and the patient where they had a notice, an estimate or the like and are not
    the payer. Nobody writes to a patient who has died; their estate is the payer then.
    """
    write_letter(desk, LetterKind.EXPLANATION, doc_no, LetterChoices(reported=reported))
    registration = _registration(desk, doc_no)
    patient = patients.get(desk.db, registration.patient_id)
    if letters.PATIENT in readers_to_tell(desk, registration) and patient.died is None:
        to_patient = LetterChoices(reported=reported, to_patient=True)
        write_letter(desk, LetterKind.EXPLANATION, doc_no, to_patient)


def _require_task(desk: Desk, kind: LetterKind) -> None:
    if not any(desk.may(act) for act in kind.acts):
        raise NotAllowed("This letter is another team's task. Ask a colleague whose it is.")


def _registration(desk: Desk, subject: str) -> Registration:
    number = subject.strip().upper()
    if is_document_number(number):
        registration_id = invoices.get(desk.db, number).registration_id
        return registrations.get(desk.db, registration_id)
    return registrations.by_ref(desk.db, subject)


def _doc_no(desk: Desk, subject: str) -> str:
    """The invoice meant: by its number, or the only one of a case."""
    number = subject.strip().upper()
    if is_document_number(number):
        return number
    of_case = _registration(desk, subject).registration_id
    out = [row for row in invoices.of(desk.db, of_case) if row.doc_type == invoices.INVOICE]
    if len(out) != 1:
        raise Known("which_invoice", "Name the invoice this letter is about, by its number.", "doc")
    return out[0].doc_no
