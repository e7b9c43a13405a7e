"""The records that finance's side keeps for one trust, as they came, until their time is over."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, delete, func, or_, select, update

from app.hub.ledger import Ledger
from app.hub.record_origins import RecordOrigins, Told
from app.hub.travel_tables import travel_records
from app.replica.fold import fold, outlived
from app.replica.one_dot import (
    Brought,
    Contradiction,
    Envelope,
    Kept,
    Origin,
    dots_claimed,
    settle,
)
from app.replica.record import Dot, Record, Subject, read_record
from app.store.replicated import TAKES_OUT

_AT_ONCE = 500  # records looked up in one statement
_OF = travel_records.c
_OUT = frozenset(TAKES_OUT.values())


class KeptRecords:
    """One trust's records in the ledger's database; within the caller's turn."""

    def __init__(self, ledger: Ledger, provider: str) -> None:
        self._ledger = ledger
        self._engine = ledger.engine
        self._provider = provider
        self._origins = RecordOrigins(ledger, provider)

    def keep(
        self, records: Sequence[Brought], origin: Origin, envelope: Envelope
    ) -> Sequence[Contradiction]:
        """Keep those that are not kept yet, and let go of what they say is over.

        Of two contents under one dot the writer's own is kept; returns where there were two.
        """
        here = self._here(dots_claimed(records))
        settled = settle(records, here, origin=origin, envelope=envelope, out=_OUT)
        for record, _ in settled.instead:
            self._take_out(record.dot)
        new = {one.dot: (one, body) for one, body in (*settled.fresh, *settled.instead)}
        if new:
            self._engine.add(travel_records, [self._row(*one) for one in new.values()])
        if origin is not Origin.WRITER:
            self._origins.note(new, origin, envelope)
        self._origins.note([dot for dot in settled.confirmed if dot not in new], origin, envelope)
        # A removal may come before what it takes out: both bring the two together.
        for subject, about in sorted(
            {
                (one.subject, one.about)
                for one, _ in new.values()
                if one.gone or one.subject == Subject.DOCUMENT
            }
        ):
            self._let_go(subject, about)
        return settled.contradicted

    def bodies(self, dots: Collection[Dot]) -> list[bytes]:
        """The records of those dots that are kept, as they came."""
        return [body for _, body in self._kept(dots)]

    def _row(self, one: Record, body: bytes) -> tuple[object, ...]:
        return (
            self._provider,
            one.actor,
            one.number,
            str(one.subject),
            one.about,
            one.stamp,
            body,
        )

    def _here(self, dots: Collection[Dot]) -> dict[Dot, Kept]:
        kept = self._kept(dots)
        told = self._origins.of([dot for dot, _ in kept])
        here = {}
        for dot, body in kept:
            of = told.get(dot, Told())
            here[dot] = Kept(read_record(body), of.origin, of.brought_in, of.was)
        return here

    def _take_out(self, dot: Dot) -> None:
        self._engine.connection.execute(delete(travel_records).where(self._one(dot)))
        self._origins.forget(dot)

    def every(self) -> tuple[bytes, ...]:
        """Every record kept, in the order of writing."""
        rows = self._all(
            select(_OF.body)
            .where(_OF.provider_code == self._provider)
            .order_by(_OF.stamp, _OF.actor, _OF.number)
        )
        return tuple(bytes(row[0]) for row in rows)

    def after(self, last: Dot, most: int) -> tuple[tuple[Dot, bytes], ...]:
        """The next records by actor and number, up to so many bytes; at least one where any is."""
        sizes = self._all(
            select(func.length(_OF.body))
            .where(*self._behind(last))
            .order_by(_OF.actor, _OF.number)
            .limit(_AT_ONCE)
        )
        count, total = 0, 0
        for (size,) in sizes:
            total += int(size)
            if count and total > most:
                break
            count += 1
        rows = self._all(
            select(_OF.actor, _OF.number, _OF.body)
            .where(*self._behind(last))
            .order_by(_OF.actor, _OF.number)
            .limit(count)
        )
        return tuple(((str(actor), int(number)), bytes(body)) for actor, number, body in rows)

    def _behind(self, last: Dot) -> tuple[ColumnElement[bool], ...]:
        actor, number = last
        behind = or_(_OF.actor > actor, and_(_OF.actor == actor, _OF.number > number))
        return (_OF.provider_code == self._provider, behind)

    def _let_go(self, subject: str, about: str) -> None:
        of_subject = (
            _OF.provider_code == self._provider,
            _OF.subject == str(subject),
            _OF.about == about,
        )
        ((count,),) = self._all(select(func.count()).where(*of_subject))
        if count < 2:
            return  # nothing here that another record could take out
        rows = self._all(select(_OF.body).where(*of_subject))
        records = [read_record(bytes(row[0])) for row in rows]
        was = {one.dot: one for one in records}
        for left in outlived(records, fold(records), takes_out=TAKES_OUT):
            self._origins.let_go(was[left.dot], out=_OUT)
            self._engine.connection.execute(
                update(travel_records).where(self._one(left.dot)).values(body=left.to_bytes())
            )

    def _one(self, dot: Dot) -> ColumnElement[bool]:
        actor, number = dot
        return and_(_OF.provider_code == self._provider, _OF.actor == actor, _OF.number == number)

    def _kept(self, dots: Collection[Dot]) -> list[tuple[Dot, bytes]]:
        found: list[tuple[Dot, bytes]] = []
        by_actor: dict[str, list[int]] = {}
        for actor, number in dots:
            by_actor.setdefault(actor, []).append(number)
        for actor, numbers in by_actor.items():
            for at in range(0, len(numbers), _AT_ONCE):
                rows = self._all(
                    select(_OF.number, _OF.body).where(
                        _OF.provider_code == self._provider,
                        _OF.actor == actor,
                        _OF.number.in_(numbers[at : at + _AT_ONCE]),
                    )
                )
                found.extend(((actor, int(number)), bytes(body)) for number, body in rows)
        return found

    def _all(self, statement: Select[Any]) -> list[tuple[Any, ...]]:
        with self._ledger.atomic():
            return [tuple(row) for row in self._engine.connection.execute(statement)]
