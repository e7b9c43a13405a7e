"""One payment of a file dealt with: known, matched and posted, or kept to wait.

It checks no rights: `remitting` and `payments_waiting` are its doors.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from app.billing.matching import Match, Outcome, Reason, State, Suggestion, Wait, match
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.interop.remittance.identity import Identity, account_key, hashed
from app.interop.remittance.line import PaymentLine
from app.interop.remittance.payment_file import PaymentFile
from app.services.desk import Desk
from app.services.near_payment import Expected, around, incoming
from app.services.settling import settle
from app.store import meta, payment_lines
from app.store.payment_lines import StoredFile, StoredMark, StoredPayment, StoredRuling


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
    in_pounds: bool = True

    @property
    def sum(self) -> str:
        """In words: without a pound sign where it came in another currency."""
        return str(self.amount) if self.in_pounds else self.amount.plain

    @property
    def pounds(self) -> Money:
        """What it adds to a total; nothing where it came in another currency."""
        return self.amount if self.in_pounds else ZERO


@dataclass(frozen=True, slots=True)
class Taken:
    """One payment dealt with; `known_at` is when it had come before, "" for a new one."""

    shown: PaymentIn
    known_at: str = ""


def take_one(
    desk: Desk,
    file: PaymentFile,
    line: PaymentLine,
    identity: Identity,
    expected: Expected | None = None,
) -> Taken:
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
        return Taken(shown(payment, State.KNOWN), known_at)
    if not payment.held and payment_lines.of_same_sum(desk.db, payment, mark):
        payment = replace(payment, held=Reason.MAYBE_SAME.value)
    payment = replace(payment, file_no=_file_no(desk, file))
    payment = replace(payment, line_no=payment_lines.add(desk.db, payment, mark))
    outcome = outcome_of(desk, payment, expected=expected)
    if not isinstance(outcome, Match):
        return Taken(waits(desk, payment, outcome))
    if expected is not None:
        expected.paid[outcome.to] += payment.amount
        expected.claimed.add(outcome.to)
        return Taken(_as_matched(desk, payment, outcome))
    try:
        with desk.db.atomic():
            rule_matched(desk, payment, outcome, settle(desk, payment, outcome.to))
    except Known as refused:
        why = Phrase(desk.payments.reasons[Reason.NOT_TAKEN], why=refused.message)
        return Taken(replace(shown(payment, State.WAITING), why=why))
    return Taken(_as_matched(desk, payment, outcome))


def outcome_of(
    desk: Desk,
    payment: StoredPayment,
    *,
    equal: Iterable[str] = (),
    expected: Expected | None = None,
) -> Outcome:
    """What a payment is for, as the books stand; see `near_payment.around`."""
    return match(
        incoming(payment),
        around(desk, payment, equal=equal, expected=expected),
        today=desk.today,
        near_days=desk.payments.near_days,
    )


def rule_matched(desk: Desk, payment: StoredPayment, found: Match, receipt_no: str) -> None:
    """Keep for good what a payment was matched to; the caller owns the transaction."""
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


def _as_matched(desk: Desk, payment: StoredPayment, found: Match) -> PaymentIn:
    why = desk.payments.matched_by[found.by]
    return replace(shown(payment, State.MATCHED), to=found.to, why=why)


def waits(desk: Desk, payment: StoredPayment, found: Wait) -> PaymentIn:
    """A payment that waits, with the reason in words."""
    why = desk.payments.reasons[found.reason]
    return replace(shown(payment, State.WAITING), why=why, suggestions=found.suggestions)


def shown(payment: StoredPayment, state: State) -> PaymentIn:
    """A payment as the window and the command line show it."""
    return PaymentIn(
        fingerprint=payment.fingerprint,
        on=payment.on_date,
        amount=payment.amount,
        said=payment.said,
        payer=payment.payer,
        state=state,
        in_pounds=payment.held != Reason.OTHER_CURRENCY,
    )


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
