"""Payments of files that wait for a person: why, what they may be for, and what is decided."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from app.access.roles import Act
from app.billing.matching import By, Match, Reason, State, Suggestion, Wait
from app.core.errors import BadInput, Known, NotFound
from app.core.money import Money
from app.core.people import clean_line
from app.services.arriving import PaymentIn, outcome_of, rule_matched, shown, waits
from app.services.desk import Desk, service
from app.services.settling import settle
from app.store import invoices, near_payments, payment_lines
from app.store.payment_lines import StoredPayment, StoredRuling

_MOST_EQUAL = 20


@service(Act.INVOICE)
def waiting(desk: Desk) -> tuple[PaymentIn, ...]:
    """The payments that wait for a person, each with the reason as the books stand now."""
    return tuple(_judged(desk, payment_lines.in_state(desk.db, State.WAITING)))


@service(Act.INVOICE)
def put_aside(desk: Desk) -> tuple[PaymentIn, ...]:
    """The payments that a person set aside, with the reason given; they can still be matched."""
    return tuple(
        replace(
            shown(one, State.SET_ASIDE), why=payment_lines.rulings_of(desk.db, one.line_no)[-1].why
        )
        for one in payment_lines.in_state(desk.db, State.SET_ASIDE)
    )


@service(Act.INVOICE)
def sums(desk: Desk) -> dict[str, tuple[int, Money]]:
    """How many payments are matched, waiting and set aside, and what each come to."""
    return payment_lines.sums(desk.db)


@service(Act.INVOICE)
def match_by_hand(desk: Desk, fingerprint: str, to: str) -> PaymentIn:
    """Match a payment to an invoice, an estimate, a customer or a receipt, by its number.

    Several invoices are given with spaces or commas between, and paid in that order.
    More than is owed waits under the receipt, and its refund is drafted. Money that came back is
    matched to the receipt it undoes. Raises Known `already_matched`, `other_currency`,
    `not_the_same`; NotFound; and what taking the payment raises.
    """
    payment = _open_payment(desk, fingerprint)
    if payment.held == Reason.OTHER_CURRENCY:
        raise Known("other_currency", desk.payments.reasons[Reason.OTHER_CURRENCY], "to")
    number = _number(desk, to)
    with desk.db.atomic():
        receipt_no = settle(desk, payment, number)
        rule_matched(desk, payment, Match(number, By.PERSON), receipt_no)
        desk.audit("payment_matched", fingerprint[:16], {"to": number, "receipt_no": receipt_no})
    return replace(
        shown(payment, State.MATCHED), to=number, why=desk.payments.matched_by[By.PERSON]
    )


@service(Act.INVOICE)
def set_aside(desk: Desk, fingerprint: str, reason: str) -> PaymentIn:
    """Say why a payment is none of ours, such as a lump sum of the card company; nothing is posted.

    Raises BadInput `no_reason`, Known `already_matched`.
    """
    payment = _open_payment(desk, fingerprint)
    why = clean_line(reason, "reason")
    if len(why.split()) < 2:
        raise BadInput("no_reason", "Say in a few words why it is set aside.", "reason")
    with desk.db.atomic():
        payment_lines.rule(
            desk.db,
            StoredRuling(
                line_no=payment.line_no,
                state=State.SET_ASIDE,
                why=why,
                ruled_by=desk.person.user_id,
                ruled_at=desk.moment,
            ),
        )
        desk.audit("payment_set_aside", fingerprint[:16])
    return replace(shown(payment, State.SET_ASIDE), why=why)


def _judged(desk: Desk, payments: tuple[StoredPayment, ...]) -> Iterator[PaymentIn]:
    amounts = {payment.amount for payment in payments}
    owing = near_payments.invoices_owing(desk.db, amounts) if amounts else ()
    for payment in payments:
        equal = [doc_no for doc_no, owed in owing if owed == payment.amount]
        outcome = outcome_of(desk, payment, equal=equal[:_MOST_EQUAL])
        if isinstance(outcome, Match):
            offered = (Suggestion(outcome.to, "", payment.amount),)
            outcome = Wait(Reason.READY, offered)
        yield waits(desk, payment, outcome)


def _open_payment(desk: Desk, fingerprint: str) -> StoredPayment:
    payment = payment_lines.find(desk.db, fingerprint)
    if payment is None:
        raise NotFound("There is no such payment here. Look at the list again.")
    if payment.state == State.MATCHED:
        raise Known("already_matched", "This payment is matched already, and stays so.")
    return payment


def _number(desk: Desk, typed: str) -> str:
    """A number as typed, spaces or not; several where each piece is an invoice."""
    pieces = typed.replace(",", " ").upper().split()
    if len(pieces) > 1 and all(invoices.exists(desk.db, piece) for piece in pieces):
        return " ".join(dict.fromkeys(pieces))
    return "".join(pieces)
