"""The finance ledger: what desks have sent, loaded once. It fulfils `app.billing.book.LedgerBook`.

Many programs may write it at once. A trust's batches go in one after another: each turn begins by
writing the trust's own row, so that who comes second waits, and an engine that shows him an old
picture tells him to begin anew.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import astuple, dataclass, fields
from datetime import date
from typing import Any, Self, TypeVar

from sqlalchemy import Executable, Table
from sqlalchemy.exc import IntegrityError

from app.billing.book import Answered, Tip
from app.billing.page import Chart, Contents, Known, New, Page, Wanted
from app.billing.records import Kind, ReceiptRecord
from app.core.dates import long
from app.core.errors import BadInput
from app.core.trust import Mode
from app.core.wording import Phrase
from app.hub import statements as say
from app.hub.among import askable
from app.hub.engine import Engine, asking, atomic, cause
from app.hub.figures import LedgerTotals, TrustYear, by_trust_and_year, totals
from app.hub.rows import customer_of, customer_row, line_of, line_row, receipt_of, receipt_row
from app.hub.tables import (
    batch_numbers,
    batches,
    chains,
    codes,
    customers,
    documents,
    payments,
    periods,
    receipts,
)

_T = TypeVar("_T")
_MOST_TRIES = 1_000  # a turn that never comes is a fault, not a wait
_CONTENTS = {  # as neighbours, or one by one
    Kind.CUSTOMERS: (say.CUSTOMER_CONTENTS_NEAR, say.CUSTOMER_CONTENTS),
    Kind.INVOICES: (say.DOCUMENT_CONTENTS_NEAR, say.DOCUMENT_CONTENTS),
    Kind.RECEIPTS: (say.RECEIPT_CONTENTS_NEAR, say.RECEIPT_CONTENTS),
}
_NEAR = 2  # rows to a key that are read as neighbours; numbers given out in blocks mostly are
_ANSWER = tuple(field.name for field in fields(Answered))


@dataclass(frozen=True, slots=True)
class Payment:
    """Money that finance took, with its place in the trust's series of such payments."""

    number: int
    record: ReceiptRecord


class _Overtaken(Exception):
    """Another program made the trust's row at the same moment."""


class Ledger:
    """The ledger while it is open, for the thread that opened it."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._turn: tuple[str, int] | None = None  # whose is open, and its number
        with atomic(engine):
            self._mode = Mode(engine.connection.execute(say.MODE).scalar_one())

    @property
    def mode(self) -> Mode:
        """Live, demo or test, for good."""
        return self._mode

    @property
    def engine(self) -> Engine:
        """Where the ledger is kept, for what is kept beside it."""
        return self._engine

    def atomic(self) -> AbstractContextManager[None]:
        """All of the block is kept, or none of it; several reads see one picture."""
        return atomic(self._engine)

    def in_turn(self, provider: str, act: Callable[[], _T]) -> _T:
        """Do an act as one transaction, shut to other writers of that trust from its beginning.

        It is begun anew as often as the engine asks for that. Raises Known for failures of the
        place, and what the act raises.
        """
        for _ in range(_MOST_TRIES):
            try:
                with self._engine.turn():
                    self._turn = provider, self._take_turn(provider)
                    return act()
            except Exception as fault:
                if self._may_be_begun_anew(fault):
                    continue
                known = self._engine.explain(cause(fault))
                if known is None:
                    raise
                raise known from fault
            finally:
                self._turn = None
        raise RuntimeError(f"the ledger gave {provider} no turn in {_MOST_TRIES} tries")

    def turns(self, provider: str) -> int:
        """How many turns a trust has had, an open one included."""
        if self._turn is not None and self._turn[0] == provider:
            return self._turn[1]
        found = self._tuples(say.TURNS, {"provider": provider})
        return found[0][0] if found else 0

    def answers(self, stems: Sequence[str]) -> dict[str, Answered]:
        """The answers given under those names, as far as there are any."""
        providers = sorted({stem.split("_")[1] for stem in stems})
        rows = self._tuples(say.ANSWERS, {say.PROVIDERS: providers, say.KEYS: list(stems)})
        found = (Answered(**row._mapping) for row in rows)
        return {answered.stem: answered for answered in found}

    def knows_batch(self, provider: str, batch_id: str) -> bool:
        """Whether that identifier was answered under any name."""
        given = {"provider": provider, "batch_id": batch_id}
        return bool(self._tuples(say.BATCH_OF_ID, given))

    def keep_answer(self, answered: Answered) -> None:
        """Remember an answer for good."""
        kept = dict(zip(_ANSWER, astuple(answered), strict=True))
        self._add(batches, [[kept[column.name] for column in batches.c]])

    def tip(self, provider: str, device: str) -> Tip:
        """Where a device's chain stands."""
        found = self._tuples(say.TIP, {"provider": provider, "device": device})
        return Tip(*found[0]) if found else Tip()

    def advance(self, provider: str, device: str, tip: Tip) -> None:
        """Move a device's chain on by one, or begin it where another ledger left off."""
        given = {"provider": provider, "device": device}
        moved = {"number": tip.sequence_no, "hash": tip.manifest_sha256}
        if not self._do(say.MOVE_ON, **given, **moved):
            self._add(chains, [(provider, device, tip.sequence_no, tip.manifest_sha256)])

    def next_batch_no(self, provider: str, year: int) -> str:
        """`SL2026-000918`: the trust's ledger's own number for a batch, without gaps."""
        counted = self._tuples(say.COUNT_ON, {"provider": provider, "of_year": year})
        number = counted[0][0] if counted else 1
        if not counted:
            self._add(batch_numbers, [(provider, year, number)])
        return f"SL{year}-{number:06d}"

    def contents(self, provider: str, keys: Mapping[Kind, Collection[str]]) -> Contents:
        """The rows that stand under those keys, by their hashes."""
        found: dict[Kind, dict[str, tuple[bytes, ...]]] = {kind: {} for kind in keys}
        for kind, wanted in keys.items():
            of_kind = found[kind]
            for key, content in self._contents(kind, provider, wanted):
                if key in wanted:
                    before = of_kind.get(key)
                    of_kind[key] = tuple(sorted((*before, content))) if before else (content,)
        return found

    def _contents(
        self, kind: Kind, provider: str, wanted: Collection[str]
    ) -> Sequence[tuple[str, bytes]]:
        """Rows of those keys and perhaps others, in one walk along them if they lie together."""
        near, each = _CONTENTS[kind]
        most = _NEAR * len(wanted)
        found = [*self._about(near, provider, wanted, most=most + 1)]
        return found if len(found) <= most else [*self._about(each, provider, wanted)]

    def page(self, provider: str, wanted: Wanted) -> Page:
        """What the ledger knows of the things named, in one statement for each kind of thing."""
        lines: dict[str, list[Any]] = {}
        for row in self._about(say.DOCUMENTS, provider, wanted.documents):
            lines.setdefault(row.doc_no, []).append(line_of(row._mapping))
        return Page(
            Known(
                customers={
                    row.customer_ref: customer_of(row._mapping)
                    for row in self._about(say.CUSTOMERS, provider, wanted.customers)
                },
                payers=frozenset(
                    row.customer_ref for row in self._about(say.PAYERS, provider, wanted.payers)
                ),
                documents={doc_no: tuple(of_it) for doc_no, of_it in lines.items()},
                credited=self._sums(say.CREDITED, provider, wanted.credited),
                receipts={
                    row.receipt_no: receipt_of(row._mapping)
                    for row in self._about(say.RECEIPTS, provider, wanted.receipts)
                },
                refunded=self._sums(say.REFUNDED, provider, wanted.refunded),
                chart=self._chart(provider),
            )
        )

    def post(self, provider: str, new: New, ledger_batch_no: str) -> None:
        """Write what is new on a page, in one act; a server is left at work on the last of it."""
        self._add_each(customers, new.added, lambda kept: customer_row(provider, *kept))
        for record, content in new.changed:
            cells = customer_row(provider, record, content)
            named = dict(zip((f"new_{column.name}" for column in customers.c), cells, strict=True))
            del named["new_provider_code"], named["new_customer_ref"]
            self._do(say.CHANGE_CUSTOMER, provider=provider, ref=record.customer_ref, **named)
        batch_no = ledger_batch_no
        self._add_each(
            documents, new.lines, lambda kept: line_row(provider, *kept, batch_no=batch_no)
        )
        self._add_each(
            receipts, new.money, lambda kept: receipt_row(provider, *kept, batch_no=batch_no)
        )

    def trusts(self) -> tuple[str, ...]:
        """Those who have ever had a turn."""
        return tuple(provider for (provider,) in self._tuples(say.TRUSTS, {}))

    def number_payments(self, provider: str, taken: Sequence[tuple[str, str]]) -> None:
        """Give payments, each a document and a receipt number, their places in the series.

        A payment is for the desk that sent its document, and for every desk where none did.
        """
        found = self._about(say.DEVICES_OF_DOCUMENTS, provider, {doc_no for doc_no, _ in taken})
        devices = {row.doc_no: row.device_code or "" for row in found}
        last = self._tuples(say.LAST_PAYMENT, {"provider": provider})[0][0]
        self._add(
            payments,
            [
                (provider, number, devices.get(doc_no, ""), receipt_no)
                for number, (doc_no, receipt_no) in enumerate(taken, start=last + 1)
            ],
        )

    def payments_for(self, provider: str, device: str, after: int) -> tuple[Payment, ...]:
        """What finance took for a desk's documents and was numbered above `after`, in order."""
        given = {"provider": provider, "device": device, "after": after}
        return tuple(
            Payment(row.number, receipt_of(row._mapping))
            for row in self._tuples(say.PAYMENTS_AFTER, given)
        )

    def allow_code(self, provider: str, name: str, code: str) -> None:
        """List a code of a trust's chart; what is not listed is then refused (E205)."""
        if (name, code) not in self._tuples(say.CODES, {"provider": provider}):
            self._add(codes, [(provider, name, code)])

    def open_period(self, provider: str, first_day: date, last_day: date) -> None:
        """List an open period; days outside every listed one are then refused (E206).

        Raises BadInput `bad_period` where another one begins on its first day.
        """
        listed = dict(self._tuples(say.PERIODS, {"provider": provider}))
        ends = listed.get(first_day, last_day)
        if ends != last_day:
            raise BadInput(
                "bad_period",
                Phrase(
                    "A period that begins that day is listed already, to {day}.", day=long(ends)
                ),
                "period",
            )
        if first_day not in listed:
            self._add(periods, [(provider, first_day, last_day)])

    def totals(self) -> LedgerTotals:
        """What the ledger holds, counted and summed."""
        with self.atomic():
            return totals(self._engine.connection)

    def by_trust_and_year(self) -> tuple[TrustYear, ...]:
        """What each trust's ledger gained in each financial year."""
        with self.atomic():
            return by_trust_and_year(self._engine.connection)

    def check_integrity(self) -> tuple[str, ...]:
        """Read every page; an empty answer means sound."""
        return self._engine.check_integrity()

    def close(self) -> None:
        """Finish; a file is free for another program."""
        self._engine.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _take_turn(self, provider: str) -> int:
        do, given = self._engine.connection.execute, {"provider": provider}
        taken = do(say.TAKE_TURN, given).scalar_one_or_none()
        if taken is None:
            try:
                do(say.NEW_TRUST, given)
            except IntegrityError:
                raise _Overtaken from None
        return int(taken or 1)

    def _may_be_begun_anew(self, fault: Exception) -> bool:
        return isinstance(fault, _Overtaken) or self._engine.may_be_begun_anew(cause(fault))

    def _chart(self, provider: str) -> Chart:
        listed: dict[str, set[str]] = {}
        for name, code in self._tuples(say.CODES, {"provider": provider}):
            listed.setdefault(name, set()).add(code)
        return Chart(
            {name: frozenset(some) for name, some in listed.items()},
            tuple(
                (first, last) for first, last in self._tuples(say.PERIODS, {"provider": provider})
            ),
        )

    def _sums(self, statement: Executable, provider: str, keys: Collection[str]) -> dict[str, int]:
        return {key: int(pence) for key, pence in self._about(statement, provider, keys)}

    def _about(
        self, statement: Executable, provider: str, keys: Collection[str], **given: Any
    ) -> Iterator[Any]:
        asked = askable(keys)
        if asked:
            yield from self._tuples(statement, {"provider": provider, say.KEYS: asked, **given})

    def _tuples(self, statement: Executable, given: Mapping[str, Any]) -> Sequence[Any]:
        with asking(self._engine):
            return self._engine.connection.execute(statement, given).all()

    def _do(self, statement: Executable, **given: Any) -> int:
        """Change rows; how many there were."""
        with self.atomic():
            return int(self._engine.connection.execute(statement, given).rowcount)

    def _add_each(
        self, table: Table, records: Sequence[_T], row_of: Callable[[_T], Sequence[Any]]
    ) -> None:
        """Rows made as they are sent: a server takes in some while the next are made."""
        if records:
            with self.atomic():
                self._engine.add(table, map(row_of, records))

    def _add(self, table: Table, rows: Sequence[Sequence[Any]]) -> None:
        self._add_each(table, rows, lambda row: row)
