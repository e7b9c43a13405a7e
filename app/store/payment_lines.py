"""Payments that came in by file: each once, known again by its marks, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.money import Money
from app.store.database import Database, Row
from app.store.values import from_json, to_json

FINANCE = "finance"
"""The kind of file, and the numbering, of payments that finance took and told this desk of."""

_ADD_FILE = """
    INSERT INTO payment_files (sha256, kind, line_count, total_pence, imported_by, imported_at)
    VALUES (:sha256, :kind, :line_count, :total_pence, :imported_by, :imported_at)
    ON CONFLICT (sha256) DO NOTHING"""
_FILE_NO = "SELECT file_no FROM payment_files WHERE sha256 = ?"
_ADD = """
    INSERT INTO payment_lines (fingerprint, likeness, file_no, on_date, amount_pence, channel,
        method, said, payer, provider_refs, payer_account, held, taken_at)
    VALUES (:fingerprint, :likeness, :file_no, :on_date, :amount_pence, :channel, :method, :said,
        :payer, :provider_refs, :payer_account, :held, :taken_at)"""
_LAST = "SELECT last_insert_rowid()"
_ADD_MARK = "INSERT INTO payment_marks (mark, line_no, space, account) VALUES (?, ?, ?, ?)"
_KNOWN = """
    SELECT l.taken_at FROM payment_marks m JOIN payment_lines l USING (line_no) WHERE m.mark = ?"""
# Payments that this numbering has not named yet, of the same account as far as both are known.
_FREE = """
    NOT EXISTS (SELECT 1 FROM payment_marks m WHERE m.line_no = l.line_no AND (
        m.space = :space OR
        (m.account <> '' AND :account <> '' AND m.account <> :account)))"""
_ALIKE = f"""
    SELECT l.line_no, l.taken_at FROM payment_lines l
    WHERE l.likeness = :likeness AND {_FREE} ORDER BY l.line_no LIMIT 1"""
_SAME_SUM = f"""
    SELECT 1 FROM payment_lines l
    WHERE l.on_date = :on_date AND l.amount_pence = :amount_pence AND l.channel = :channel
      AND {_FREE} LIMIT 1"""
_STATE = """
    CASE WHEN EXISTS (SELECT 1 FROM payment_rulings r
                      WHERE r.line_no = l.line_no AND r.state = 'matched') THEN 'matched'
         WHEN EXISTS (SELECT 1 FROM payment_rulings r WHERE r.line_no = l.line_no)
         THEN 'set_aside' ELSE 'waiting' END"""
# Finance names each of its payments once, by a number of its own: that is the line's first mark.
_OF_FINANCE = f"""
    EXISTS (SELECT 1 FROM payment_marks m
            WHERE m.mark = l.fingerprint AND m.space = '{FINANCE}')"""
_LINES = f"SELECT l.*, {_STATE} AS state, {_OF_FINANCE} AS of_finance FROM payment_lines l"
_BY_FINGERPRINT = f"{_LINES} WHERE l.fingerprint = ?"
_IN_STATE = f"SELECT * FROM ({_LINES}) WHERE state = ? ORDER BY on_date, line_no"
_RULE = """
    INSERT INTO payment_rulings (line_no, state, matched_to, matched_by, receipt_no, why,
        ruled_by, ruled_at)
    VALUES (:line_no, :state, :matched_to, :matched_by, :receipt_no, :why, :ruled_by, :ruled_at)"""
_RULINGS = "SELECT * FROM payment_rulings WHERE line_no = ? ORDER BY ruling_no"
_SUMS = f"""
    SELECT state, count(*), sum(amount_pence) FROM ({_LINES}) GROUP BY state"""
_PAYERS = """
    SELECT DISTINCT r.customer_ref FROM payment_lines l
    JOIN payment_rulings u ON u.line_no = l.line_no AND u.state = 'matched'
    JOIN receipts r ON r.receipt_no = u.receipt_no
    WHERE l.payer_account = ? AND l.payer_account <> '' ORDER BY r.customer_ref"""
_STANDS = "SELECT 1 FROM payment_rulings WHERE receipt_no = ? AND state = 'matched'"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file of which some payment was new; never its name."""

    sha256: str
    kind: str
    line_count: int
    total: Money
    imported_by: str
    imported_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredMark:
    """What one numbering knows a payment by."""

    mark: str
    space: str
    account: str
    likeness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredPayment:
    """One payment; `payer_account` is a salted hash, `state` what its rulings come to.

    One `of_finance` was taken by finance and stands on its ledger under `provider_refs[0]`.
    """

    line_no: int = 0
    fingerprint: str
    likeness: str
    file_no: int
    on_date: date
    amount: Money
    channel: str
    method: str
    said: str
    payer: str
    provider_refs: tuple[str, ...]
    payer_account: str
    held: str
    taken_at: str
    state: str = "waiting"
    of_finance: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredRuling:
    """What was decided of a payment: matched to a document with its receipt, or set aside."""

    line_no: int
    state: str
    matched_to: str = ""
    matched_by: str = ""
    receipt_no: str | None = None
    why: str = ""
    ruled_by: str
    ruled_at: str


def add_file(db: Database, file: StoredFile) -> int:
    """The number of a file, kept now where it was not; the caller owns the transaction."""
    db.execute(
        _ADD_FILE,
        {
            "sha256": file.sha256,
            "kind": file.kind,
            "line_count": file.line_count,
            "total_pence": file.total.pence,
            "imported_by": file.imported_by,
            "imported_at": file.imported_at,
        },
    )
    return int(db.scalar(_FILE_NO, (file.sha256,)))


def recognise(db: Database, mark: StoredMark) -> str | None:
    """When a payment was taken in, by its mark or by its likeness in another numbering; else None.

    A likeness found takes the mark, so that it is found by it from now on. The caller owns the
    transaction.
    """
    taken_at = db.scalar(_KNOWN, (mark.mark,))
    if taken_at is not None:
        return str(taken_at)
    alike = db.first(
        _ALIKE, {"likeness": mark.likeness, "space": mark.space, "account": mark.account}
    )
    if alike is None:
        return None
    db.execute(_ADD_MARK, (mark.mark, alike[0], mark.space, mark.account))
    return str(alike[1])


def of_same_sum(db: Database, payment: StoredPayment, mark: StoredMark) -> bool:
    """Whether another numbering has a payment of that day, sum and channel this one has not."""
    values = {
        "on_date": payment.on_date.isoformat(),
        "amount_pence": payment.amount.pence,
        "channel": payment.channel,
        "space": mark.space,
        "account": mark.account,
    }
    return db.first(_SAME_SUM, values) is not None


def add(db: Database, payment: StoredPayment, mark: StoredMark) -> int:
    """Append a payment with its first mark; returns its number. The caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "fingerprint": payment.fingerprint,
            "likeness": payment.likeness,
            "file_no": payment.file_no,
            "on_date": payment.on_date.isoformat(),
            "amount_pence": payment.amount.pence,
            "channel": payment.channel,
            "method": payment.method,
            "said": payment.said,
            "payer": payment.payer,
            "provider_refs": to_json(payment.provider_refs),
            "payer_account": payment.payer_account,
            "held": payment.held,
            "taken_at": payment.taken_at,
        },
    )
    line_no = int(db.scalar(_LAST))
    db.execute(_ADD_MARK, (mark.mark, line_no, mark.space, mark.account))
    return line_no


def find(db: Database, fingerprint: str) -> StoredPayment | None:
    """A payment, or None."""
    row = db.one(_BY_FINGERPRINT, (fingerprint,))
    return None if row is None else _from_row(row)


def in_state(db: Database, state: str) -> tuple[StoredPayment, ...]:
    """The payments that are matched, waiting or set aside, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_IN_STATE, (state,)))


def rule(db: Database, ruling: StoredRuling) -> None:
    """Append what was decided; the caller owns the transaction."""
    db.execute(
        _RULE,
        {
            "line_no": ruling.line_no,
            "state": ruling.state,
            "matched_to": ruling.matched_to,
            "matched_by": ruling.matched_by,
            "receipt_no": ruling.receipt_no,
            "why": ruling.why,
            "ruled_by": ruling.ruled_by,
            "ruled_at": ruling.ruled_at,
        },
    )


def rulings_of(db: Database, line_no: int) -> tuple[StoredRuling, ...]:
    """What was decided of a payment, in order."""
    found: list[StoredRuling] = []
    for row in db.rows(_RULINGS, (line_no,)):
        del row["ruling_no"]
        found.append(StoredRuling(**row))
    return tuple(found)


def sums(db: Database) -> dict[str, tuple[int, Money]]:
    """How many payments are in each state, and what they come to."""
    return {state: (count, Money(pence)) for state, count, pence in db.each(_SUMS)}


def payers_of(db: Database, payer_account: str) -> tuple[str, ...]:
    """The customers whose earlier payments came from an account."""
    return tuple(str(ref) for (ref,) in db.each(_PAYERS, (payer_account,)))


def stands(db: Database, receipt_no: str) -> bool:
    """Whether some payment of a file is this receipt."""
    return db.first(_STANDS, (receipt_no,)) is not None


def _from_row(row: Row) -> StoredPayment:
    refs: Sequence[str] = from_json(row["provider_refs"])
    return StoredPayment(
        amount=Money(row.pop("amount_pence")),
        of_finance=bool(row.pop("of_finance")),
        **row | {"on_date": date.fromisoformat(row["on_date"]), "provider_refs": tuple(refs)},
    )
