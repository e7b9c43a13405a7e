"""The letters of an account: reminders, agreements, what is paid back, how it all stands.

Nothing here says what the care was, nor why it is or was free: the reader may not be the patient.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.billing.invoice import Invoice
from app.billing.payer import PayerType
from app.billing.standing import Standing
from app.casework.letter_kinds import ASKS_FOR_MONEY, REMINDERS, TELLS_OF_A_CHARGE, LetterKind
from app.core.dates import add_months, long, parse_iso
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.documents.pay import grouped
from app.services.desk import Desk
from app.services.letter_parts import (
    Contents,
    Drafted,
    LetterChoices,
    drafted,
    plan_of,
    reply_by,
    to_patient,
    to_payer,
)
from app.services.posting import invoice_of, standing
from app.services.statement_rows import entries_of_account, refunds_of
from app.services.undertaking_letter import undertaking
from app.store import invoices, letters, patients, receipts, registrations
from app.store.letters import PATIENT
from app.store.registrations import Registration

_TWO_MONTHS = 2  # finance.md 4.4; the ladder of a debt may give a later day
_LATE = (*REMINDERS, LetterKind.LETTER_BEFORE_ACTION, LetterKind.DEBT_WARNING)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bill:
    """What is asked for: a letter of a kind about an invoice, as it stands now."""

    desk: Desk
    kind: LetterKind
    choices: LetterChoices
    invoice: Invoice
    standing: Standing
    registration: Registration
    own: bool  # made out to the patient

    @property
    def doc_no(self) -> str:
        return self.invoice.doc_no

    @property
    def for_payer(self) -> bool:
        return self.own or not self.choices.to_patient

    @property
    def to_whom(self) -> str:
        return self.invoice.payer.customer_ref if self.for_payer and not self.own else PATIENT


def letter_of_account(desk: Desk, kind: LetterKind, doc_no: str, choices: LetterChoices) -> Drafted:
    """One letter about an invoice, as it stands now; raises Known where it would not be true."""
    bill = _bill(desk, kind, doc_no, choices)
    _require_true(bill)
    contents = _CONTENTS[kind](bill)
    patient = patients.get(desk.db, bill.registration.patient_id)
    return drafted(
        desk,
        kind,
        bill.registration,
        choices,
        Contents(
            values={**_usual(bill), **contents.values},
            lists=contents.lists,
            rows=contents.rows,
            reference=contents.reference,
        ),
        to=to_payer(desk, bill.invoice.payer, patient)
        if bill.for_payer
        else to_patient(desk, patient),
        to_whom=bill.to_whom,
        number=doc_no,
        doc_no=doc_no,
    )


def _bill(desk: Desk, kind: LetterKind, doc_no: str, choices: LetterChoices) -> _Bill:
    invoice = invoice_of(desk, doc_no)
    registration_id = invoices.get(desk.db, doc_no).registration_id
    return _Bill(
        desk=desk,
        kind=kind,
        choices=choices,
        invoice=invoice,
        standing=standing(desk, doc_no),
        registration=registrations.get(desk.db, registration_id),
        own=invoice.payer.payer_type is PayerType.PATIENT,
    )


def _require_true(bill: _Bill) -> None:
    """Nobody is asked for what is not owed or not due, nor the dead or another for it."""
    if bill.kind not in (*ASKS_FOR_MONEY, LetterKind.UNDERTAKING):
        return
    if bill.standing.owed <= ZERO:
        raise Known("nothing_owed", "Nothing is owed on this invoice, so there is nothing to ask.")
    if bill.kind in _LATE and bill.invoice.due_on >= bill.desk.today:
        raise Known(
            "not_late",
            Phrase(
                "This invoice is to be paid by {day}. Nothing is called late before its day is "
                "over.",
                day=long(bill.invoice.due_on),
            ),
        )
    if bill.own and patients.get(bill.desk.db, bill.registration.patient_id).died is not None:
        raise Known(
            "patient_died",
            "This patient has died. The charge is the estate’s: credit the invoice, and make it "
            "out to the estate.",
        )
    if bill.kind is LetterKind.DEBT_WARNING and not bill.own:
        raise Known(
            "not_the_patient",
            "Only a patient’s own debt can be reported, and this invoice is another’s.",
        )


def _usual(bill: _Bill) -> dict[str, object]:
    invoice, stands = bill.invoice, bill.standing
    first = min(line.service_from for line in invoice.lines)
    last = max(line.service_to for line in invoice.lines)
    common = bill.desk.press.words.common
    days = (
        long(first) if first == last else common.say("from_to", first=long(first), last=long(last))
    )
    paid = stands.received - stands.refunded
    return {
        "ref": bill.registration.ref,
        "doc_no": invoice.doc_no,
        "payer_ref": invoice.payer.customer_ref if bill.for_payer else "",
        "service": common.say("hospital_treatment", dates=days),
        "issued_on": invoice.issued_on,
        "due_on": invoice.due_on,
        "total": invoice.total,
        "paid": paid if paid > ZERO else "",
        "credited": stands.credited if stands.credited > ZERO else "",
        "balance": stands.owed,
    }


def _asking(bill: _Bill) -> Contents:
    values = {"reply_by": reply_by(bill.desk, bill.kind, bill.choices)}
    return Contents(values=values, reference=bill.invoice.payment_reference)


def _instalments(bill: _Bill) -> Contents:
    if not bill.choices.schedule:
        raise Known("no_plan", "Agree on the plan first: its instalments are part of the letter.")
    total = Money.total(amount for _, amount in bill.choices.schedule)
    rows, left = [], total
    for number, (day, amount) in enumerate(bill.choices.schedule, start=1):
        left -= amount
        rows.append((str(number), long(day), str(amount), str(left)))
    return Contents(
        values={
            "total": total,
            "count": len(rows),
            "missed": bill.choices.missed,
            "late_days": bill.choices.late_days,
            "review_on": reply_by(bill.desk, bill.kind, bill.choices),
        },
        rows=tuple(rows),
        reference=bill.invoice.payment_reference,
    )


def _warning(bill: _Bill) -> Contents:
    two_months_on = add_months(bill.invoice.issued_on, _TWO_MONTHS)
    return Contents(
        values={
            "owed": bill.standing.owed,
            "report_from": bill.choices.report_from or max(two_months_on, bill.desk.today),
        },
        reference=bill.invoice.payment_reference,
    )


def _undertaking(bill: _Bill) -> Contents:
    owed = bill.standing.owed
    return undertaking(bill.desk, bill.registration, bill.choices, doc_no=bill.doc_no, amount=owed)


def _refund(bill: _Bill) -> Contents:
    back = refunds_of(bill.desk, receipts.of(bill.desk.db, bill.doc_no))
    amount = -back[-1].amount if back else bill.standing.to_pay_back
    if amount <= ZERO:
        raise Known("nothing_to_refund", "Nothing is to be paid back on this invoice.")
    came = receipts.lying_on(bill.desk.db, bill.doc_no)
    methods = bill.desk.press.words.receipt.lists
    phrases = plan_of(bill.desk, bill.kind).phrases
    return Contents(
        values={
            "refund_no": back[-1].receipt_no if back else "",
            "amount": amount,
            "ground": phrases[bill.choices.ground or _ground(bill)],
            "how": ", ".join(dict.fromkeys(methods[row.method][0] for row in came)),
            "receipts": ", ".join(row.receipt_no for row in came),
            "reference": grouped(bill.invoice.payment_reference),
        }
    )


def _ground(bill: _Bill) -> str:
    """Why money goes back, in the words of the law and of nothing else."""
    if bill.standing.credited > ZERO:
        return "not_due"
    return "advance" if bill.invoice.balance < ZERO else "overpaid"


def _explanation(bill: _Bill) -> Contents:
    notes = invoices.credits_of(bill.desk.db, bill.doc_no)
    if not notes:
        raise Known("nothing_taken_off", "Nothing was taken off this invoice. Credit it first.")
    say, stands = plan_of(bill.desk, bill.kind).phrases, bill.standing
    still = say["left" if stands.owed > ZERO else "nothing_left"].format(balance=stands.owed)
    if stands.to_pay_back > ZERO:
        refund = say["to_pay_back"].format(amount=stands.to_pay_back)
    else:
        refund = say["paid_back" if stands.refunded > ZERO else "set_off"]
    earlier = _told_before(bill)
    return Contents(
        values={
            "taken_off": Money.total(-note.total for note in notes),
            "still": still,
            "credit_note": ", ".join(note.doc_no for note in notes),
            "not_payer": not bill.for_payer,
            "money_came": bill.for_payer and stands.received > ZERO,
            "no_money": bill.for_payer and stands.received == ZERO,
            "paid": stands.received,
            "refund": refund,
            "earlier": bool(earlier),
            "reported": bill.choices.reported,
        },
        lists={"earlier": earlier},
    )


def _told_before(bill: _Bill) -> tuple[str, ...]:
    """What this payer had that asked for the charge: the invoice, and each letter about it."""
    plans = bill.desk.press.words.letters
    number = bill.desk.press.words.invoice.say("document", number=bill.doc_no)
    written = (
        f"{plans[one.kind].title}, {long(parse_iso(one.made_at[:10]))}"
        for one in letters.of(bill.desk.db, bill.registration.registration_id)
        if one.kind in TELLS_OF_A_CHARGE
        and one.to_whom == bill.to_whom
        and one.doc_no in (None, bill.doc_no)
    )
    asked = (f"{number}, {long(bill.invoice.issued_on)}",)
    return (*(asked if bill.for_payer else ()), *written)


def _statement(bill: _Bill) -> Contents:
    say = plan_of(bill.desk, bill.kind).phrases
    rows, balance = entries_of_account(bill.desk, bill.invoice.payer.customer_ref, say)
    caption = "owing" if balance > ZERO else "nothing" if balance == ZERO else "back"
    return Contents(
        values={
            "caption": say[caption],
            "balance": balance if balance >= ZERO else -balance,
            "owing": balance > ZERO,
        },
        rows=rows,
        reference=bill.invoice.payment_reference if balance > ZERO else "",
    )


_Contents = Callable[[_Bill], Contents]
_CONTENTS: Mapping[LetterKind, _Contents] = {
    **dict.fromkeys((*REMINDERS, LetterKind.LETTER_BEFORE_ACTION), _asking),
    LetterKind.INSTALMENT_AGREEMENT: _instalments,
    LetterKind.DEBT_WARNING: _warning,
    LetterKind.UNDERTAKING: _undertaking,
    LetterKind.REFUND_LETTER: _refund,
    LetterKind.EXPLANATION: _explanation,
    LetterKind.STATEMENT: _statement,
}
