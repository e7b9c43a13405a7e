"""Who told finance's side a record where it was not its writer, and by what it is known since.

What `app.store.origins` is to a desk's store. Few records have a note here: those that officers'
machines handed on before their writer's own envelope came, and those whose time is over.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import delete, select, update

from app.hub.ledger import Ledger
from app.hub.tables import meta
from app.replica.one_dot import Envelope, Origin, hashes
from app.replica.record import Dot, Record

_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Told:
    """Who told a record, in which envelope where it was not its writer, and by what it is known."""

    origin: Origin = Origin.WRITER
    brought_in: Envelope = ("", 0)
    was: frozenset[str] = field(default=frozenset())


class RecordOrigins:
    """One trust's notes on its records; within the caller's turn."""

    def __init__(self, ledger: Ledger, provider: str) -> None:
        self._ledger = ledger
        self._engine = ledger.engine
        self._provider = provider

    def of(self, dots: Iterable[Dot]) -> dict[Dot, Told]:
        """The notes on records, where there are any."""
        keys = {self._key(dot): dot for dot in dots}
        every = list(keys)
        found: dict[Dot, Told] = {}
        for at in range(0, len(every), _AT_ONCE):
            statement = select(meta).where(meta.c.key.in_(every[at : at + _AT_ONCE]))
            with self._ledger.atomic():
                for key, value in self._engine.connection.execute(statement):
                    found[keys[key]] = _read(json.loads(value))
        return found

    def note(self, dots: Collection[Dot], origin: Origin, envelope: Envelope) -> None:
        """Remember who told records, and in which envelope."""
        known = self.of(dots)
        new = [dot for dot in dots if dot not in known]
        if new:
            told = _written(Told(origin, envelope))
            self._engine.add(meta, [(self._key(dot), told) for dot in new])
        for dot, before in known.items():
            self._put(dot, Told(origin, envelope, before.was))

    def let_go(self, record: Record, *, out: Collection[str]) -> None:
        """Some of a record is about to go: what it is known by stays."""
        before = self.of([record.dot]).get(record.dot)
        was = hashes(record, out=out)
        if before is None:
            if was:
                self._engine.add(meta, [(self._key(record.dot), _written(Told(was=was)))])
        elif not before.was:
            self._put(record.dot, Told(before.origin, before.brought_in, was))

    def forget(self, dot: Dot) -> None:
        """What was known of a content that is here no more."""
        self._engine.connection.execute(delete(meta).where(meta.c.key == self._key(dot)))

    def _put(self, dot: Dot, told: Told) -> None:
        self._engine.connection.execute(
            update(meta).where(meta.c.key == self._key(dot)).values(value=_written(told))
        )

    def _key(self, dot: Dot) -> str:
        actor, number = dot
        return f"told {self._provider} {actor} {number}"


def _written(told: Told) -> str:
    return json.dumps([int(told.origin), *told.brought_in, sorted(told.was)])


def _read(said: list[Any]) -> Told:
    origin, actor, number, was = said
    return Told(Origin(origin), (str(actor), int(number)), frozenset(was))
