"""The hub's memory of sealed envelopes, for one trust. It fulfils `app.spool.hub_book.HubBook`."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, and_, select, update

from app.billing.records import ReceiptRecord
from app.hub import notes
from app.hub.ledger import Ledger
from app.hub.lives import Lives
from app.hub.travel_keeping import KeptRecords
from app.hub.travel_tables import (
    travel_aside,
    travel_links,
    travel_out,
    travel_payments,
    travel_receipts,
)
from app.replica.one_dot import Brought, Contradiction, Origin
from app.replica.record import Dot
from app.spool.hub_book import Outgoing, Receipt
from app.spool.sealed import FIRST
from app.spool.travel import Link, PutAside

_T = TypeVar("_T")
_HELD = 0  # in the place of the answer's number, while a receipt is kept back
_AT_ONCE = 500  # records looked up in one statement


@dataclass(frozen=True, slots=True)
class AsideFile:
    """A file of the share that was not believed; `device` is who signed it, where that is known."""

    name: str
    sha256: str
    fault: str
    device: str
    seen_utc: str


def aside_of(ledger: Ledger, provider: str) -> tuple[AsideFile, ...]:
    """The files of a trust that were put aside, the newest first."""
    of = travel_aside.c
    statement = (
        select(of.name, of.sha256, of.fault, of.device_code, of.seen_utc)
        .where(of.provider_code == provider)
        .order_by(of.seen_utc.desc(), of.name)
    )
    with ledger.atomic():
        return tuple(AsideFile(*row) for row in ledger.engine.connection.execute(statement))


class HubTravel:
    """One trust's chains, records, receipts and answers in the ledger's database."""

    def __init__(self, ledger: Ledger, provider: str) -> None:
        self._ledger = ledger
        self._engine = ledger.engine
        self._provider = provider
        self._records = KeptRecords(ledger, provider)
        self._lives = Lives(ledger, provider)
        self.in_turn(self._lives.introduce)

    @property
    def actor(self) -> str:
        """The life of this hub; another intake may have begun a new one."""
        return self._lives.actor

    def lives(self) -> frozenset[str]:
        """This life and those that ended."""
        return self._lives.every()

    def begin_life(self, ended: str) -> None:
        """Go on as another writer; the caller owns the turn."""
        self._lives.begin(ended)

    def chain(self) -> Mapping[int, str]:
        """The hash of every envelope of this life, by its number in the chain."""
        of, before = travel_out.c, self._lives.before
        rows = self._all(
            select(of.sequence_no, of.sha256).where(
                of.provider_code == self._provider, of.sequence_no > before
            )
        )
        return {int(number) - before: str(digest) for number, digest in rows}

    def newest(self) -> bytes | None:
        """The newest envelope of this life."""
        of = travel_out.c
        number, _ = self.last_out()
        found = self._first(
            select(of.file).where(
                of.provider_code == self._provider,
                of.sequence_no == number,
                of.sequence_no > self._lives.before,
            )
        )
        return bytes(found[0]) if found else None

    def answer_again(self) -> None:
        """Give out every receipt once more that was given out; the caller owns the turn."""
        of = travel_receipts.c
        self._engine.connection.execute(
            update(travel_receipts)
            .where(of.provider_code == self._provider, of.answered_in > _HELD)
            .values(answered_in=None)
        )

    def in_chain(self, sequence: int) -> int:
        """The number of this life's envelope in its own chain."""
        return sequence - self._lives.before

    def in_turn(self, act: Callable[[], _T]) -> _T:
        """One transaction, shut to other writers of the trust."""
        return self._ledger.in_turn(self._provider, act)

    def link(self, actor: str) -> Link:
        """Where an actor's chain stands."""
        found = self._first(
            select(
                travel_links.c.sequence_no, travel_links.c.sha256, travel_links.c.device_code
            ).where(travel_links.c.provider_code == self._provider, travel_links.c.actor == actor)
        )
        return Link(*found) if found else Link()

    def taken(self, actor: str) -> Mapping[int, str]:
        """The hash of every envelope of an actor that was taken, by its number."""
        of = travel_receipts.c
        rows = self._all(
            select(of.sequence_no, of.sha256).where(
                of.provider_code == self._provider, of.actor == actor
            )
        )
        return {int(number): str(digest) for number, digest in rows}

    def aside_as(self, name: str) -> str | None:
        """The hash of a file when it was put aside; None where it never was."""
        of = travel_aside.c
        found = self._first(
            select(of.sha256).where(of.provider_code == self._provider, of.name == name)
        )
        return str(found[0]) if found else None

    def take(
        self, receipt: Receipt, records: Sequence[Brought], origin: Origin
    ) -> Sequence[Contradiction] | None:
        """Keep an envelope's records and receipt; None where another intake was quicker."""
        if self.link(receipt.actor).sequence != receipt.sequence - 1:
            return None
        contradicted = self._records.keep(records, origin, (receipt.actor, receipt.sequence))
        self._move_on(receipt)
        row = (
            self._provider,
            receipt.actor,
            receipt.sequence,
            receipt.device,
            receipt.sha256,
            receipt.answers,
            _HELD if receipt.held else None,
        )
        self._engine.add(travel_receipts, [row])
        return contradicted

    def bodies(self, dots: Collection[Dot]) -> Sequence[bytes]:
        """The records of those dots that are kept, as they came."""
        return self._records.bodies(dots)

    def actors_of(self, device: str) -> tuple[str, ...]:
        """The lives of a machine of which something was taken, in order."""
        of = travel_links.c
        rows = self._all(
            select(of.actor)
            .where(of.provider_code == self._provider, of.device_code == device)
            .order_by(of.actor)
        )
        return tuple(str(actor) for (actor,) in rows)

    def came_as(self, actor: str, sequence: int) -> tuple[str, str] | None:
        """Device and hash of an envelope that was taken."""
        of = travel_receipts.c
        found = self._first(
            select(of.device_code, of.sha256).where(self._receipt_of(actor, sequence))
        )
        return (str(found[0]), str(found[1])) if found else None

    def put_aside(self, found: PutAside, at: str) -> None:
        """Remember a file that was not believed."""
        if self.aside_as(found.name) is None:
            row = (self._provider, found.name, found.sha256, found.fault.value, found.device, at)
            self._engine.add(travel_aside, [row])
            return
        of = travel_aside.c
        self._engine.connection.execute(
            update(travel_aside)
            .where(of.provider_code == self._provider, of.name == found.name)
            .values(sha256=found.sha256, fault=found.fault.value, seen_utc=at)
        )

    def unanswered(self) -> tuple[Receipt, ...]:
        """The receipts that no envelope carries yet."""
        rows = self._receipts(travel_receipts.c.answered_in.is_(None))
        return tuple(Receipt(*row) for row in rows)

    def held(self) -> tuple[Receipt, ...]:
        """The receipts that are kept back, in the order of their chains."""
        rows = self._receipts(travel_receipts.c.answered_in == _HELD)
        return tuple(replace(Receipt(*row), held=True) for row in rows)

    def release(self, receipt: Receipt) -> None:
        """Give out a receipt that was kept back; another intake may have been quicker."""
        self._engine.connection.execute(
            update(travel_receipts)
            .where(
                self._receipt_of(receipt.actor, receipt.sequence),
                travel_receipts.c.answered_in == _HELD,
            )
            .values(answers=receipt.answers, answered_in=None)
        )

    def _receipt_of(self, actor: str, sequence: int) -> ColumnElement[bool]:
        of = travel_receipts.c
        return and_(
            of.provider_code == self._provider, of.actor == actor, of.sequence_no == sequence
        )

    def _receipts(self, which: ColumnElement[bool]) -> list[tuple[Any, ...]]:
        of = travel_receipts.c
        return self._all(
            select(of.actor, of.device_code, of.sequence_no, of.sha256, of.answers)
            .where(of.provider_code == self._provider, which)
            .order_by(of.device_code, of.actor, of.sequence_no)
        )

    def last_out(self) -> tuple[int, str]:
        """The number of the hub's newest envelope, and the hash that the next one follows."""
        of, before = travel_out.c, self._lives.before
        found = self._first(
            select(of.sequence_no, of.sha256)
            .where(of.provider_code == self._provider, of.sequence_no > before)
            .order_by(of.sequence_no.desc())
            .limit(1)
        )
        return (int(found[0]), str(found[1])) if found else (before, FIRST)

    def put_out(self, outgoing: Outgoing, answered: Sequence[Receipt]) -> None:
        """Keep a new envelope of the hub with the receipts it carries."""
        row = (
            self._provider,
            outgoing.sequence,
            outgoing.name,
            outgoing.sha256,
            outgoing.file,
            None,
        )
        self._engine.add(travel_out, [row])
        for one in answered:
            self._engine.connection.execute(
                update(travel_receipts)
                .where(self._receipt_of(one.actor, one.sequence))
                .values(answered_in=outgoing.sequence)
            )

    def unsent(self) -> tuple[Outgoing, ...]:
        """The hub's envelopes that the share was not seen to hold."""
        of = travel_out.c
        rows = self._all(
            select(of.sequence_no, of.name, of.sha256, of.file)
            .where(of.provider_code == self._provider, of.sent_utc.is_(None))
            .order_by(of.sequence_no)
        )
        return tuple(Outgoing(int(n), name, digest, bytes(file)) for n, name, digest, file in rows)

    def sent(self) -> tuple[tuple[int, str, str], ...]:
        """Number, name and hash of the hub's envelopes that the share did hold, newest first."""
        of = travel_out.c
        rows = self._all(
            select(of.sequence_no, of.name, of.sha256)
            .where(of.provider_code == self._provider, of.sent_utc.is_not(None))
            .order_by(of.sequence_no.desc())
        )
        return tuple((int(number), str(name), str(digest)) for number, name, digest in rows)

    def send_under(self, sequence: int, name: str) -> None:
        """The file is gone or spoilt: it is to be sent again, under this name."""
        of = travel_out.c
        self._engine.connection.execute(
            update(travel_out)
            .where(of.provider_code == self._provider, of.sequence_no == sequence)
            .values(name=name, sent_utc=None)
        )

    def mark_sent(self, sequence: int, at: str) -> None:
        """The share gave it back as it was written."""
        of = travel_out.c
        self._engine.connection.execute(
            update(travel_out)
            .where(of.provider_code == self._provider, of.sequence_no == sequence)
            .values(sent_utc=at)
        )

    def payments_to_tell(self, device: str) -> tuple[tuple[int, ReceiptRecord], ...]:
        """What finance took itself and the device was not told, with its number."""
        after = self._told_to(device)
        found = self._ledger.payments_for(self._provider, device, after or 0)
        return tuple((one.number, one.record) for one in found)

    def told(self, device: str, number: int) -> None:
        """A device was told of payments up to a number."""
        of = travel_payments.c
        if self._told_to(device) is None:
            self._engine.add(travel_payments, [(self._provider, device, number)])
        else:
            self._engine.connection.execute(
                update(travel_payments)
                .where(of.provider_code == self._provider, of.device_code == device)
                .values(told_to=number)
            )

    def records(self) -> tuple[bytes, ...]:
        """Every record kept, as it came, in the order of writing."""
        return self._records.every()

    def records_after(self, last: Dot, most: int) -> tuple[tuple[Dot, bytes], ...]:
        """The next records by actor and number, up to so many bytes; at least one where any is."""
        return self._records.after(last, most)

    def served_to(self, key_print: str) -> Dot | None:
        """Up to which record a machine was sent what came before it; None: it was never met."""
        found = notes.get(self._ledger, self._served(key_print))
        if found is None:
            return None
        actor, number = json.loads(found)
        return str(actor), int(number)

    def note_served(self, key_print: str, last: Dot) -> None:
        """Remember up to which record a machine was sent what came before it."""
        notes.put(self._ledger, self._served(key_print), json.dumps(last))

    def _served(self, key_print: str) -> str:
        return f"served {self._provider} {key_print}"

    def _told_to(self, device: str) -> int | None:
        of = travel_payments.c
        found = self._first(
            select(of.told_to).where(of.provider_code == self._provider, of.device_code == device)
        )
        return int(found[0]) if found else None

    def _move_on(self, receipt: Receipt) -> None:
        of = travel_links.c
        if receipt.sequence == 1:
            row = (self._provider, receipt.actor, receipt.device, 1, receipt.sha256)
            self._engine.add(travel_links, [row])
            return
        self._engine.connection.execute(
            update(travel_links)
            .where(of.provider_code == self._provider, of.actor == receipt.actor)
            .values(sequence_no=receipt.sequence, sha256=receipt.sha256)
        )

    def _first(self, statement: Select[Any]) -> tuple[Any, ...] | None:
        rows = self._all(statement)
        return rows[0] if rows else None

    def _all(self, statement: Select[Any]) -> list[tuple[Any, ...]]:
        with self._ledger.atomic():
            return [tuple(row) for row in self._engine.connection.execute(statement)]
