"""How each person wants the window."""

from __future__ import annotations

from app.core.look import Look
from app.store.database import Database

_PUT = """
    INSERT INTO looks (user_id, scheme, text_percent, motion, auto_advance, roomy, lock_minutes,
        set_at)
    VALUES (:user_id, :scheme, :text_percent, :motion, :auto_advance, :roomy, :lock_minutes,
        :set_at)
    ON CONFLICT (user_id) DO UPDATE SET scheme = excluded.scheme,
        text_percent = excluded.text_percent, motion = excluded.motion,
        auto_advance = excluded.auto_advance, roomy = excluded.roomy,
        lock_minutes = excluded.lock_minutes, set_at = excluded.set_at"""
_GET = """
    SELECT scheme, text_percent, motion, auto_advance, roomy, lock_minutes FROM looks
    WHERE user_id = ?"""


def put(db: Database, user_id: str, look: Look, *, at: str) -> None:
    """Keep a person's look in place of the one before; the caller owns the transaction."""
    values = {
        "user_id": user_id,
        "scheme": look.scheme,
        "text_percent": look.text_percent,
        "motion": look.motion,
        "auto_advance": look.auto_advance,
        "roomy": look.roomy,
        "lock_minutes": look.lock_minutes,
        "set_at": at,
    }
    db.execute(_PUT, values)


def get(db: Database, user_id: str) -> Look | None:
    """A person's look, or None where they never chose one."""
    row = db.one(_GET, (user_id,))
    if row is None:
        return None
    return Look(
        scheme=row["scheme"],
        text_percent=row["text_percent"],
        motion=bool(row["motion"]),
        auto_advance=bool(row["auto_advance"]),
        roomy=bool(row["roomy"]),
        lock_minutes=row["lock_minutes"],
    )
