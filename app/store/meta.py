"""What a store knows about itself, and small settings of this device."""

from __future__ import annotations

from app.core.trust import Mode
from app.store.database import Database

STORE_ID = "store_id"
MODE = "mode"
CREATED_AT = "created_at"
DEVICE_CODE = "device_code"
FIRST_REFERENCE = "first_reference"  # where this device's case references begin
NEXT_REFERENCE = "next_reference"  # none below it is given again, whatever has left the store

_PUT = (
    "INSERT INTO meta (key, value) VALUES (:key, :value) "
    "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
)
_GET = "SELECT value FROM meta WHERE key = ?"


def put(db: Database, key: str, value: str) -> None:
    """Set a value; the store's own identity and mode are refused once set (by trigger)."""
    db.execute(_PUT, {"key": key, "value": value})


def get(db: Database, key: str) -> str | None:
    """A value, or None."""
    value: str | None = db.scalar(_GET, (key,))
    return value


def mode(db: Database) -> Mode:
    """What the store is for: live, demo or test; fixed when it was made."""
    return Mode(db.scalar(_GET, (MODE,)))
