"""What the books hold that a payment may be for: open invoices, and receipts typed by hand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.core.money import Money
from app.store.database import Database
from app.store.values import to_json

# The lists come as JSON, so that one statement serves any number of them.
_OF_CUSTOMERS = """
    SELECT doc_no FROM invoices WHERE doc_type = 'INV'
      AND customer_ref IN (SELECT value FROM json_each(?)) ORDER BY issued_on, doc_no"""
_OF_BALANCES = """
    SELECT doc_no, sum(debit_pence) - sum(credit_pence) AS owed FROM entries
    WHERE account = 'receivables' GROUP BY doc_no
    HAVING owed IN (SELECT value FROM json_each(?)) AND owed > 0 ORDER BY doc_no"""
_UNCLAIMED = """
    SELECT receipt_no, doc_no, received_on, amount_pence, provider_ref FROM receipts r
    WHERE amount_pence = :pence
      AND NOT EXISTS (SELECT 1 FROM payment_rulings u WHERE u.receipt_no = r.receipt_no)
      AND (doc_no IN (SELECT value FROM json_each(:numbers))
           OR receipt_no IN (SELECT value FROM json_each(:numbers)))
    ORDER BY recorded_at, receipt_no"""
_BY_PROVIDER = """
    SELECT receipt_no, doc_no, received_on, amount_pence, provider_ref FROM receipts r
    WHERE provider_ref <> '' AND provider_ref IN (SELECT value FROM json_each(:numbers))
      AND method = :method AND received_on BETWEEN :first AND :last
      AND NOT EXISTS (SELECT 1 FROM payment_rulings u WHERE u.receipt_no = r.receipt_no)
    ORDER BY recorded_at, receipt_no"""
# A receipt that nothing of has gone back yet.
_WHOLE = """
    SELECT receipt_no, doc_no, received_on, amount_pence, provider_ref FROM receipts r
    WHERE receipt_type = 'RECEIPT' AND amount_pence = :pence
      AND NOT EXISTS (SELECT 1 FROM receipts b WHERE b.original_receipt_no = r.receipt_no)
      AND received_on <= :last
    ORDER BY received_on DESC, receipt_no DESC LIMIT 20"""


@dataclass(frozen=True, slots=True)
class ReceiptNear:
    """A receipt or refund that a payment may be."""

    receipt_no: str
    doc_no: str
    received_on: date
    amount: Money
    provider_ref: str


def invoices_of(db: Database, customer_refs: Iterable[str]) -> tuple[str, ...]:
    """The invoices of these customers, oldest first."""
    return tuple(str(one) for (one,) in db.each(_OF_CUSTOMERS, (to_json(list(customer_refs)),)))


def invoices_owing(db: Database, amounts: Iterable[Money]) -> tuple[tuple[str, Money], ...]:
    """The invoices whose balance is one of these amounts: one pass over the entries."""
    pence = to_json([amount.pence for amount in amounts])
    return tuple((str(one), Money(owed)) for one, owed in db.each(_OF_BALANCES, (pence,)))


def unclaimed(db: Database, numbers: Iterable[str], amount: Money) -> tuple[ReceiptNear, ...]:
    """Receipts or refunds of that sum by or about these numbers that no payment stands for yet."""
    values = {"numbers": to_json(list(numbers)), "pence": amount.pence}
    return tuple(_near(row) for row in db.each(_UNCLAIMED, values))


def by_provider(
    db: Database, provider_refs: Iterable[str], *, method: str, first: date, last: date
) -> tuple[ReceiptNear, ...]:
    """Receipts of those days on which somebody typed one of these numbers of the provider."""
    values = {
        "numbers": to_json(list(provider_refs)),
        "method": method,
        "first": first.isoformat(),
        "last": last.isoformat(),
    }
    return tuple(_near(row) for row in db.each(_BY_PROVIDER, values))


def whole_receipts(db: Database, amount: Money, *, until: date) -> tuple[ReceiptNear, ...]:
    """Receipts of that sum that nothing has gone back of, the latest first, at most twenty."""
    values = {"pence": amount.pence, "last": until.isoformat()}
    return tuple(_near(row) for row in db.each(_WHOLE, values))


def _near(row: tuple[str, str, str, int, str]) -> ReceiptNear:
    receipt_no, doc_no, day, pence, provider_ref = row
    return ReceiptNear(receipt_no, doc_no, date.fromisoformat(day), Money(pence), provider_ref)
