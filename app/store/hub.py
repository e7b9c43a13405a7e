"""The embedded finance ledger: what desks have sent, loaded once, encrypted, in one file.

It fulfils `app.billing.book.LedgerBook`. Its key lies beside it, sealed by a passphrase when the
ledger is live and open when it holds made-up data.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass, fields
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Self, TypeVar

from app.billing.book import Answered, Tip
from app.billing.records import CustomerRecord, InvoiceRecord, ReceiptRecord, columns
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.ports import Clock, Ids, stamp
from app.core.trust import Mode
from app.store import crypto, failures, key_file, meta
from app.store.database import Database, Row, create_file, open_file
from app.store.hub_schema import LEDGER
from app.store.key_file import Ask, Protection
from app.store.small_files import SetAside

_Record = TypeVar("_Record", CustomerRecord, InvoiceRecord, ReceiptRecord)
_PENCE = frozenset(("unit_price", "net_amount", "vat_amount", "gross_amount", "amount"))
_FIRST_DAY = date(2015, 4, 6)  # the Regulations charge for nothing before it
_AS_ADDED = {"record_no": 1, "action": "A"}  # a customer as kept has no place in a batch
_SCHEME = "sqlite:///"

_CUSTOMER_COLUMNS = columns(CustomerRecord)[2:]
_LINE_COLUMNS = (*columns(InvoiceRecord), "ledger_batch_no")
_RECEIPT_COLUMNS = (*columns(ReceiptRecord), "ledger_batch_no")
_ANSWER_COLUMNS = tuple(field.name for field in fields(Answered))


def _insert(table: str, names: Sequence[str]) -> str:
    values = ", ".join(f":{name}" for name in names)
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({values})"


_ADD_ANSWER = _insert("batches", _ANSWER_COLUMNS)
_ADD_LINE = _insert("documents", _LINE_COLUMNS)
_ADD_RECEIPT = _insert("receipts", _RECEIPT_COLUMNS)
_KEEP_CUSTOMER = (
    f"{_insert('customers', _CUSTOMER_COLUMNS)} ON CONFLICT (customer_ref) DO UPDATE SET "
    + ", ".join(f"{name} = excluded.{name}" for name in _CUSTOMER_COLUMNS[1:])
)
_ADVANCE = """INSERT INTO chains (provider_code, device_code, sequence_no, manifest_sha256)
    VALUES (?, ?, ?, ?) ON CONFLICT (provider_code, device_code) DO UPDATE
    SET sequence_no = excluded.sequence_no, manifest_sha256 = excluded.manifest_sha256"""
_NEXT_NUMBER = """INSERT INTO batch_numbers (year, last) VALUES (?, 1)
    ON CONFLICT (year) DO UPDATE SET last = last + 1 RETURNING last"""
_CODE_ALLOWED = """SELECT NOT EXISTS (SELECT 1 FROM codes WHERE field = ?)
    OR EXISTS (SELECT 1 FROM codes WHERE field = ? AND code = ?)"""
_TOTALS = """SELECT
    (SELECT count(*) FROM batches WHERE ledger_batch_no IS NOT NULL) AS batches,
    (SELECT count(*) FROM customers) AS customers,
    (SELECT count(DISTINCT doc_no) FROM documents) AS documents,
    (SELECT count(*) FROM documents) AS lines,
    (SELECT count(*) FROM receipts) AS receipts,
    (SELECT coalesce(sum(gross_amount), 0) FROM documents WHERE doc_type = 'INV') AS charged,
    (SELECT coalesce(sum(gross_amount), 0) FROM documents WHERE doc_type = 'CRN') AS credited,
    (SELECT coalesce(sum(amount), 0) FROM receipts WHERE receipt_type = 'RECEIPT') AS received,
    (SELECT coalesce(sum(amount), 0) FROM receipts WHERE receipt_type = 'REFUND') AS refunded"""


@dataclass(frozen=True, slots=True)
class LedgerTotals:
    """What the ledger holds; money in pence, credits and refunds negative."""

    batches: int
    customers: int
    documents: int
    lines: int
    receipts: int
    charged_pence: int
    credited_pence: int
    received_pence: int
    refunded_pence: int


class Ledger:
    """The ledger while it is open, for the thread that opened it."""

    def __init__(self, database: Database) -> None:
        self._db = database

    @property
    def mode(self) -> Mode:
        """Live, demo or test, for good."""
        return meta.mode(self._db)

    def atomic(self) -> AbstractContextManager[None]:
        """One transaction; the ledger is shut to other programs while it is open."""
        return self._db.atomic()

    def answered(self, stem: str) -> Answered | None:
        """The answer given under that name, if any."""
        row = self._db.one("SELECT * FROM batches WHERE stem = ?", (stem,))
        return Answered(**row) if row else None

    def knows_batch(self, batch_id: str) -> bool:
        """Whether that identifier was answered under any name."""
        return bool(self._db.scalar("SELECT 1 FROM batches WHERE batch_id = ?", (batch_id,)))

    def keep_answer(self, answered: Answered) -> None:
        """Remember an answer for good."""
        self._db.execute(_ADD_ANSWER, dict(zip(_ANSWER_COLUMNS, astuple(answered), strict=True)))

    def tip(self, provider: str, device: str) -> Tip:
        """Where a device's chain stands."""
        row = self._db.one(
            "SELECT sequence_no, manifest_sha256 FROM chains "
            "WHERE provider_code = ? AND device_code = ?",
            (provider, device),
        )
        return Tip(**row) if row else Tip()

    def advance(self, provider: str, device: str, tip: Tip) -> None:
        """Move a device's chain on by one, or begin it where another ledger left off."""
        self._db.execute(_ADVANCE, (provider, device, tip.sequence_no, tip.manifest_sha256))

    def next_batch_no(self, year: int) -> str:
        """`SL2026-000918`: the ledger's own number for a batch, without gaps."""
        number = self._db.execute(_NEXT_NUMBER, (year,)).fetchone()[0]
        return f"SL{year}-{number:06d}"

    def customer(self, customer_ref: str) -> CustomerRecord | None:
        """A customer as last kept."""
        row = self._db.one("SELECT * FROM customers WHERE customer_ref = ?", (customer_ref,))
        return _record(CustomerRecord, _AS_ADDED | row) if row else None

    def keep_customer(self, record: CustomerRecord) -> None:
        """Add a customer, or put new particulars in place of the old."""
        self._db.execute(_KEEP_CUSTOMER, _values(record))

    def document(self, doc_no: str) -> tuple[InvoiceRecord, ...]:
        """The lines of a document in order; none where it is not on the ledger."""
        rows = self._db.rows("SELECT * FROM documents WHERE doc_no = ? ORDER BY line_no", (doc_no,))
        return tuple(_record(InvoiceRecord, row) for row in rows)

    def credited(self, doc_no: str) -> Money:
        """What credit notes have taken off a document so far: zero or below."""
        return self._sum("SELECT sum(gross_amount) FROM documents WHERE related_doc_no = ?", doc_no)

    def add_document(self, lines: Sequence[InvoiceRecord], ledger_batch_no: str) -> None:
        """Append a document that is not there yet."""
        for line in lines:
            self._db.execute(_ADD_LINE, _values(line) | {"ledger_batch_no": ledger_batch_no})

    def receipt(self, receipt_no: str) -> ReceiptRecord | None:
        """A receipt or refund."""
        row = self._db.one("SELECT * FROM receipts WHERE receipt_no = ?", (receipt_no,))
        return _record(ReceiptRecord, row) if row else None

    def refunded(self, receipt_no: str) -> Money:
        """What refunds have given back of a receipt so far: zero or below."""
        return self._sum(
            "SELECT sum(amount) FROM receipts WHERE original_receipt_no = ?", receipt_no
        )

    def add_receipt(self, record: ReceiptRecord, ledger_batch_no: str) -> None:
        """Append a receipt or refund that is not there yet."""
        self._db.execute(_ADD_RECEIPT, _values(record) | {"ledger_batch_no": ledger_batch_no})

    def code_allowed(self, field: str, code: str) -> bool:
        """Whether a column may hold that code; until codes are listed for it, any may stand."""
        return bool(self._db.scalar(_CODE_ALLOWED, (field, field, code)))

    def allow_code(self, field: str, code: str) -> None:
        """List a code of the chart of accounts; what is not listed is then refused (E205)."""
        self._db.execute("INSERT OR IGNORE INTO codes (field, code) VALUES (?, ?)", (field, code))

    def period_open(self, day: date) -> bool:
        """Whether entries of that day are taken: from 6 April 2015 until periods are listed."""
        if not self._db.scalar("SELECT 1 FROM periods"):
            return day >= _FIRST_DAY
        return bool(
            self._db.scalar(
                "SELECT 1 FROM periods WHERE ? BETWEEN first_day AND last_day", (day.isoformat(),)
            )
        )

    def open_period(self, first_day: date, last_day: date) -> None:
        """List an open period; days outside every listed one are then refused (E206)."""
        self._db.execute(
            "INSERT INTO periods (first_day, last_day) VALUES (?, ?)",
            (first_day.isoformat(), last_day.isoformat()),
        )

    def totals(self) -> LedgerTotals:
        """What the ledger holds, counted and summed."""
        row = self._db.one(_TOTALS) or {}
        return LedgerTotals(*row.values())

    def check_integrity(self) -> tuple[str, ...]:
        """Read every page; an empty answer means sound."""
        return self._db.check_integrity()

    def close(self) -> None:
        """Finish; the file is free for another program."""
        self._db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _sum(self, sql: str, number: str) -> Money:
        return Money(self._db.scalar(sql, (number,)) or 0)


def open_ledger(
    url: str, *, mode: Mode | None, ids: Ids, clock: Clock, ask: Ask = lambda: None
) -> Ledger:
    """Open the ledger at `sqlite:///path` or a plain path, making it where there is none.

    A new ledger needs its `mode` said, and a live one a passphrase from `ask`. Raises Known
    `mode_needed` or `wrong_mode`, BadInput `bad_ledger`, and what opening a database raises.
    As with SQLAlchemy, `sqlite:////srv/x.db` is an absolute path and `sqlite:///x.db` a relative.
    """
    path = _path(url)
    key_path = path.with_name(f"{path.name}.key.json")
    if not _is_there(path):
        return Ledger(_create(path, key_path, mode=mode, ids=ids, clock=clock, ask=ask))
    keys = key_file.read(key_path)
    ledger = Ledger(open_file(path, keys.unlock(ask), LEDGER, salt=keys.salt))
    if mode not in (None, ledger.mode):
        own = ledger.mode
        ledger.close()
        raise Known(
            "wrong_mode",
            f"The ledger {path} is for {own} batches, not {mode}. Name another ledger.",
            "mode",
        )
    return ledger


def _create(
    path: Path, key_path: Path, *, mode: Mode | None, ids: Ids, clock: Clock, ask: Ask
) -> Database:
    if mode is None:
        raise Known(
            "mode_needed",
            f"There is no ledger {path} yet. To make it, say what it is for: "
            "--mode demo, --mode test or --mode live.",
            "mode",
        )
    key, salt, store_id = crypto.new_key(), crypto.new_salt(), ids.new()
    keys = key_file.make(
        key_path,
        key,
        mode=mode,
        store_id=store_id,
        salt=salt,
        protection=Protection(passphrase=ask() if mode is Mode.LIVE else None),
    )

    def introduce(database: Database) -> None:
        meta.put(database, meta.STORE_ID, store_id)
        meta.put(database, meta.MODE, mode.value)
        meta.put(database, meta.CREATED_AT, stamp(clock.now()))

    def keep_key() -> None:
        old.replace(key_path, key_file.text(keys), mode=key_file.PRIVATE)

    old = SetAside()
    try:
        return create_file(path, key, LEDGER, fill=introduce, salt=salt, then=keep_key)
    except BaseException:
        old.undo()
        raise


def _is_there(path: Path) -> bool:
    try:
        if path.exists() and not path.is_file():
            raise failures.not_a_database(path)
        return path.exists()
    except OSError as refused:
        raise failures.unreadable(path, refused) from None


def _path(url: str) -> Path:
    plain = url[len(_SCHEME) :] if url.startswith(_SCHEME) else url
    if not plain.strip() or "://" in plain:
        raise BadInput(
            "bad_ledger",
            f"Name the ledger as a file or as sqlite:///file, not “{url}”.",
            "ledger",
        )
    return Path(plain)


def _values(record: CustomerRecord | InvoiceRecord | ReceiptRecord) -> dict[str, Any]:
    return {name: _kept(getattr(record, name)) for name in columns(record)}


def _kept(value: Money | Decimal | date | str | int) -> str | int:
    if isinstance(value, Money):
        return value.pence
    if isinstance(value, int):
        return value
    return f"{value:f}" if isinstance(value, Decimal) else str(value)


def _record(kind: type[_Record], row: Row) -> _Record:
    cells = (Money(row[name]).plain if name in _PENCE else str(row[name]) for name in columns(kind))
    read = kind.from_row(list(cells))
    if not isinstance(read, kind):
        raise TypeError(f"a row of the ledger is no {kind.__name__}")
    return read
