"""Payment files in: matched where certain, waiting for a person where not, each payment once.

Every payment is a transaction of its own, with its receipt: a file whose taking in was cut short,
or that comes again, is simply taken in again. See docs/money.md, "Payments in".
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.billing.matching import By, Match, Outcome, Reason, State, Suggestion, Wait, match
from app.core.errors import BadInput, Known, NotFound
from app.core.money import Money
from app.core.people import clean_line
from app.interop.remittance.identity import Identity, account_key, hashed
from app.interop.remittance.line import PaymentLine
from app.interop.remittance.payment_file import PaymentFile, open_payments
from app.services.desk import Desk, service
from app.services.near_payment import Expected, around, incoming
from app.services.settling import settle
from app.store import invoices, meta, near_payments, payment_lines
from app.store.payment_lines import (
    StoredFile,
    StoredMark,
    StoredPayment,
    StoredRuling,
)

GoingOn = Callable[[int, int], bool]
_MOST_FAULTS = 3
_MOST_EQUAL = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentIn:
    """One payment as shown.

    `to` is what it was, or in a preview would be, matched to; `why` says by what, or why it waits.
    """

    fingerprint: str
    on: date
    amount: Money
    said: str
    payer: str
    state: State
    to: str = ""
    why: str = ""
    suggestions: tuple[Suggestion, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Preview:
    """What taking in a file would do. `known_at` is when the last of its known payments came."""

    file: PaymentFile
    kind: str
    payments: tuple[PaymentIn, ...]
    known_at: str

    def of(self, state: State) -> tuple[PaymentIn, ...]:
        """Its payments in a state."""
        return tuple(one for one in self.payments if one.state == state)


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    """What became of the payments of a file up to `done` of `of`; `known_at` as in a preview."""

    payments: tuple[PaymentIn, ...]
    known_at: str
    done: int
    of: int

    @property
    def finished(self) -> bool:
        """Whether the file is through."""
        return self.done >= self.of


@dataclass(frozen=True, slots=True)
class _Taken:
    """One payment dealt with; `known_at` is when it had come before, "" for a new one."""

    shown: PaymentIn
    known_at: str = ""


class _Undone(Exception):
    """Takes a preview's writes back."""


@service(Act.INVOICE)
def preview(desk: Desk, raw: bytes, *, going_on: GoingOn = lambda _done, _of: True) -> Preview:
    """What taking in this file would do, found by doing it and taking it back; nothing is kept.

    `going_on(done, of)` is asked before each payment whether to. Raises BadInput for a file that
    cannot be read, see `app.interop.remittance.reading`, Known `stopped`.
    """
    file = open_payments(raw, desk.payments)
    lines = file.statement.lines
    expected = Expected()
    found: list[_Taken] = []
    try:
        with desk.db.atomic():
            for done, (line, identity) in enumerate(zip(lines, file.identities, strict=True)):
                if not going_on(done, len(lines)):
                    raise Known("stopped", "Stopped. Nothing was taken in.", "file")
                found.append(_take_one(desk, file, line, identity, expected))
            raise _Undone
    except _Undone:
        pass
    return Preview(
        file=file,
        kind=desk.payments.formats[file.statement.kind],
        payments=tuple(one.shown for one in found),
        known_at=max((one.known_at for one in found), default=""),
    )


@service(Act.INVOICE)
def take_in(
    desk: Desk, file: PaymentFile, *, first: int = 0, at_most: int | None = None
) -> TakenIn:
    """Take in the payments of a file from the `first` on, each in a transaction of its own.

    What is certain is posted with its receipt, dated the day of the payment; the rest waits. With
    `at_most` the caller can say how far it is, or stop. Raises BadInput `bad_rows` where a row
    cannot be read: a statement is taken in whole or not at all.
    """
    _require_sound(file)
    lines = file.statement.lines
    last = len(lines) if at_most is None else min(len(lines), first + at_most)
    found: list[_Taken] = []
    for place in range(first, last):
        with desk.db.atomic():
            found.append(_take_one(desk, file, lines[place], file.identities[place]))
    return TakenIn(
        payments=tuple(one.shown for one in found),
        known_at=max((one.known_at for one in found), default=""),
        done=last,
        of=len(lines),
    )


@service(Act.INVOICE)
def waiting(desk: Desk) -> tuple[PaymentIn, ...]:
    """The payments that wait for a person, each with the reason as the books stand now."""
    return tuple(_judged(desk, payment_lines.in_state(desk.db, State.WAITING)))


@service(Act.INVOICE)
def put_aside(desk: Desk) -> tuple[PaymentIn, ...]:
    """The payments that a person set aside, with the reason given; they can still be matched."""
    return tuple(
        replace(
            _shown(one, State.SET_ASIDE), why=payment_lines.rulings_of(desk.db, one.line_no)[-1].why
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
        _rule_matched(desk, payment, Match(number, By.PERSON), receipt_no)
        desk.audit("payment_matched", fingerprint[:16], {"to": number, "receipt_no": receipt_no})
    return replace(
        _shown(payment, State.MATCHED), to=number, why=desk.payments.matched_by[By.PERSON]
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
        desk.audit("payment_set_aside", fingerprint[:16], {"reason": why})
    return replace(_shown(payment, State.SET_ASIDE), why=why)


def _require_sound(file: PaymentFile) -> None:
    faults = file.statement.faults
    if faults:
        said = " ".join(fault.message for fault in faults[:_MOST_FAULTS])
        more = f" {len(faults) - _MOST_FAULTS} more." if len(faults) > _MOST_FAULTS else ""
        raise BadInput(
            "bad_rows",
            f"Nothing of this file was taken in. {said}{more} Fetch the file again, or correct it.",
            "file",
        )


def _take_one(
    desk: Desk,
    file: PaymentFile,
    line: PaymentLine,
    identity: Identity,
    expected: Expected | None = None,
) -> _Taken:
    """Deal with one payment inside the caller's transaction; with `expected` nothing is posted."""
    mark = StoredMark(
        mark=identity.mark,
        space=identity.space,
        account=identity.account,
        likeness=identity.likeness,
    )
    payment = _stored(desk, line, identity)
    known_at = payment_lines.recognise(desk.db, mark)
    if known_at is not None:
        return _Taken(_shown(payment, State.KNOWN), known_at)
    if not payment.held and payment_lines.of_same_sum(desk.db, payment, mark):
        payment = replace(payment, held=Reason.MAYBE_SAME.value)
    payment = replace(payment, file_no=_file_no(desk, file))
    payment = replace(payment, line_no=payment_lines.add(desk.db, payment, mark))
    outcome = _outcome(desk, payment, expected=expected)
    if not isinstance(outcome, Match):
        return _Taken(_waits(desk, payment, outcome))
    if expected is not None:
        expected.paid[outcome.to] += payment.amount
        expected.claimed.add(outcome.to)
        return _Taken(_matched(desk, payment, outcome))
    try:
        with desk.db.atomic():
            _rule_matched(desk, payment, outcome, settle(desk, payment, outcome.to))
    except Known as refused:
        why = desk.payments.reasons[Reason.NOT_TAKEN].format(why=refused.message)
        return _Taken(replace(_shown(payment, State.WAITING), why=why))
    return _Taken(_matched(desk, payment, outcome))


def _outcome(
    desk: Desk,
    payment: StoredPayment,
    *,
    equal: Iterable[str] = (),
    expected: Expected | None = None,
) -> Outcome:
    return match(
        incoming(payment),
        around(desk, payment, equal=equal, expected=expected),
        today=desk.today,
        near_days=desk.payments.near_days,
    )


def _judged(desk: Desk, payments: tuple[StoredPayment, ...]) -> Iterator[PaymentIn]:
    amounts = {payment.amount for payment in payments}
    owing = near_payments.invoices_owing(desk.db, amounts) if amounts else ()
    for payment in payments:
        equal = [doc_no for doc_no, owed in owing if owed == payment.amount]
        outcome = _outcome(desk, payment, equal=equal[:_MOST_EQUAL])
        if isinstance(outcome, Match):
            offered = (Suggestion(outcome.to, "", payment.amount),)
            outcome = Wait(Reason.READY, offered)
        yield _waits(desk, payment, outcome)


def _stored(desk: Desk, line: PaymentLine, identity: Identity) -> StoredPayment:
    """A payment as kept: of the payer's account a salted hash, of the card nothing."""
    salt = meta.get(desk.db, meta.STORE_ID) or ""
    account = hashed("payer", salt, account_key(line.payer_account))
    return StoredPayment(
        fingerprint=identity.mark,
        likeness=identity.likeness,
        file_no=0,
        on_date=line.on,
        amount=line.amount,
        channel=line.channel.value,
        method=line.method,
        said=line.text,
        payer=line.payer,
        provider_refs=line.provider_refs,
        payer_account=account if line.payer_account else "",
        held=line.hold.value if line.hold else "",
        taken_at=desk.moment,
    )


def _file_no(desk: Desk, file: PaymentFile) -> int:
    return payment_lines.add_file(
        desk.db,
        StoredFile(
            sha256=file.sha256,
            kind=file.statement.kind,
            line_count=len(file.statement.lines),
            total=file.total,
            imported_by=desk.person.user_id,
            imported_at=desk.moment,
        ),
    )


def _rule_matched(desk: Desk, payment: StoredPayment, found: Match, receipt_no: str) -> None:
    payment_lines.rule(
        desk.db,
        StoredRuling(
            line_no=payment.line_no,
            state=State.MATCHED,
            matched_to=found.to,
            matched_by=found.by.value,
            receipt_no=receipt_no,
            ruled_by=desk.person.user_id,
            ruled_at=desk.moment,
        ),
    )


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


def _matched(desk: Desk, payment: StoredPayment, found: Match) -> PaymentIn:
    why = desk.payments.matched_by[found.by]
    return replace(_shown(payment, State.MATCHED), to=found.to, why=why)


def _waits(desk: Desk, payment: StoredPayment, found: Wait) -> PaymentIn:
    why = desk.payments.reasons[found.reason]
    return replace(_shown(payment, State.WAITING), why=why, suggestions=found.suggestions)


def _shown(payment: StoredPayment, state: State) -> PaymentIn:
    return PaymentIn(
        fingerprint=payment.fingerprint,
        on=payment.on_date,
        amount=payment.amount,
        said=payment.said,
        payer=payment.payer,
        state=state,
    )
