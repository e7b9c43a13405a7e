"""The records that finance's side keeps for one trust, as they came, until their time is over."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update

from app.hub.ledger import Ledger
from app.hub.travel_tables import travel_records
from app.replica.fold import fold, outlived
from app.replica.record import Dot, Record, Subject, read_record
from app.store.replicated import TAKES_OUT

_AT_ONCE = 500  # records looked up in one statement
_OF = travel_records.c


class KeptRecords:
    """One trust's records in the ledger's database; within the caller's turn."""

    def __init__(self, ledger: Ledger, provider: str) -> None:
        self._ledger = ledger
        self._engine = ledger.engine
        self._provider = provider

    def keep(self, records: Sequence[tuple[Record, bytes]]) -> None:
        """Keep those that are not kept yet, and let go of what they say is over."""
        known = self._known([one for one, _ in records])
        new = {
            one.dot: (
                self._provider,
                one.actor,
                one.number,
                str(one.subject),
                one.about,
                one.stamp,
                body,
            )
            for one, body in records
            if one.dot not in known
        }
        if new:
            self._engine.add(travel_records, list(new.values()))
        # A removal may come before what it takes out: both bring the two together.
        for subject, about in sorted(
            {
                (one.subject, one.about)
                for one, _ in records
                if one.dot in new and (one.gone or one.subject == Subject.DOCUMENT)
            }
        ):
            self._let_go(subject, about)

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
        for left in outlived(records, fold(records), takes_out=TAKES_OUT):
            self._engine.connection.execute(
                update(travel_records)
                .where(
                    _OF.provider_code == self._provider,
                    _OF.actor == left.actor,
                    _OF.number == left.number,
                )
                .values(body=left.to_bytes())
            )

    def _known(self, records: Sequence[Record]) -> set[Dot]:
        known: set[Dot] = set()
        by_actor: dict[str, list[int]] = {}
        for record in records:
            by_actor.setdefault(record.actor, []).append(record.number)
        for actor, numbers in by_actor.items():
            for at in range(0, len(numbers), _AT_ONCE):
                rows = self._all(
                    select(_OF.actor, _OF.number).where(
                        _OF.provider_code == self._provider,
                        _OF.actor == actor,
                        _OF.number.in_(numbers[at : at + _AT_ONCE]),
                    )
                )
                known.update((str(row[0]), int(row[1])) for row in rows)
        return known

    def _all(self, statement: Select[Any]) -> list[tuple[Any, ...]]:
        with self._ledger.atomic():
            return [tuple(row) for row in self._engine.connection.execute(statement)]
