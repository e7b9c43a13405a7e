"""Small things finance's side remembers beside the ledger: a text under a name."""

from __future__ import annotations

from sqlalchemy import select, update

from app.hub.ledger import Ledger
from app.hub.tables import meta


def get(ledger: Ledger, key: str) -> str | None:
    """What is remembered under a name."""
    with ledger.atomic():
        found = ledger.engine.connection.execute(select(meta.c.value).where(meta.c.key == key))
        value: str | None = found.scalar_one_or_none()
    return value


def put(ledger: Ledger, key: str, value: str) -> None:
    """Remember it; the caller owns the transaction."""
    if get(ledger, key) is None:
        ledger.engine.add(meta, [(key, value)])
    else:
        ledger.engine.connection.execute(update(meta).where(meta.c.key == key).values(value=value))
