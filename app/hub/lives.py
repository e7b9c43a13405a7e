"""The lives of finance's side as a writer of envelopes, each with a chain of its own.

A new one begins where its database came back from a copy: what the old one sent since then is
taken by others and not known here, so its chain cannot be gone on with.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from sqlalchemy import func, select, update

from app.hub import notes
from app.hub.ledger import Ledger
from app.hub.travel_tables import travel_actors, travel_out
from app.store.crypto import new_key


@dataclass(frozen=True, slots=True)
class Lives:
    """Those of one trust's hub; another intake may begin a new one at any time."""

    ledger: Ledger
    provider: str

    def introduce(self) -> None:
        """Begin the first; the caller owns the turn."""
        if self._present() is None:
            row = (self.provider, _new_actor())
            self.ledger.engine.add(travel_actors, [row])

    @property
    def actor(self) -> str:
        """The present one."""
        return self._present() or ""

    @property
    def before(self) -> int:
        """How many envelopes the ended ones made."""
        return self._ended()[0]

    def every(self) -> frozenset[str]:
        """The present one and those that ended."""
        return frozenset((self.actor, *self._ended()[1]))

    def begin(self, ended: str) -> None:
        """End a life and begin another, unless it has ended already; the caller owns the turn."""
        if self.actor != ended:
            return
        run, out, actors = self.ledger.engine.connection.execute, travel_out.c, travel_actors.c
        run(
            update(travel_actors)
            .where(actors.provider_code == self.provider)
            .values(actor=_new_actor())
        )
        last = select(func.max(out.sequence_no)).where(out.provider_code == self.provider)
        made = run(last).scalar_one() or 0
        notes.put(self.ledger, self._key, json.dumps([made, [*self._ended()[1], ended]]))

    def _present(self) -> str | None:
        of = travel_actors.c
        wanted = select(of.actor).where(of.provider_code == self.provider)
        with self.ledger.atomic():
            found: str | None = self.ledger.engine.connection.execute(wanted).scalar_one_or_none()
        return found

    def _ended(self) -> tuple[int, tuple[str, ...]]:
        made, actors = json.loads(notes.get(self.ledger, self._key) or "[0, []]")
        return int(made), tuple(actors)

    @property
    def _key(self) -> str:
        return f"lives {self.provider}"


def _new_actor() -> str:
    return new_key()[:8].hex()
