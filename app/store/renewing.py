"""After an upgrade of the program: what newer programs sent meanwhile is laid down in full.

Records of a newer program are kept as they came, and laid down without what this one does not
know. The first start of a program that knows more lays them down again. Before that, what people
did here is absorbed as the older program saw it: a column it did not have says nothing.
"""

from __future__ import annotations

from app.store import absorbing, journal, merges, meta, placing
from app.store.database import Database
from app.store.replicated import KINDS
from app.store.values import from_json, to_json

_SHAPE, _SCHEMA = "laid_down_shape", "laid_down_schema"
_NEWER = "SELECT DISTINCT subject, about FROM journal WHERE schema > ? ORDER BY subject, about"


def shape() -> dict[str, int]:
    """How many columns of each table this program knows."""
    known: dict[str, int] = {}
    for kind in KINDS.values():
        known |= {row.name: len(row.names) for row in kind.rows}
        known |= {table.name: len(table.names) for table in kind.tables}
    return known


def lay_down_news(db: Database, *, now: int) -> int:
    """Lay down again what the program before this one could not read whole; returns how many.

    `now` is the clock in milliseconds. Nothing is done where the program is the same.
    """
    before = meta.get(db, _SHAPE)
    if before is not None and from_json(before) == shape():
        return 0
    with db.atomic():
        changed = 0 if before is None else _renew(db, from_json(before), now)
        meta.put(db, _SHAPE, to_json(shape()))
        meta.put(db, _SCHEMA, str(journal.SCHEMA))
    return changed


def _renew(db: Database, before: dict[str, int], now: int) -> int:
    absorbing.absorb(db, now=now, knew=before)
    newer = [
        (str(subject), str(about))
        for subject, about in db.tuples(_NEWER, (int(meta.get(db, _SCHEMA) or 0),))
    ]
    done = 0
    for kind in KINDS.values():
        for subject, about in newer:
            if subject == kind.subject:
                done += placing.lay_down(db, kind.subject, about)
    merges.follow_all(db)
    return done
