"""How the desk's part was finished: notice, form and signature; the last row of each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from app.store.database import Database
from app.store.values import from_json, to_json

NOTICE, FORM, SIGNATURE = "notice", "form", "signature"
_ADD = """
    INSERT INTO desk_finish (registration_id, step, how, detail, done_by, done_at)
    VALUES (:registration_id, :step, :how, :detail, :done_by, :done_at)"""
_LATEST = """
    SELECT registration_id, step, how, detail, done_by, done_at FROM desk_finish
    WHERE entry_id IN (
        SELECT max(entry_id) FROM desk_finish WHERE registration_id = ? GROUP BY step)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class FinishStep:
    """One step done: what, how, by whom and when; `detail` holds versions and names."""

    registration_id: str
    step: str
    how: str
    detail: Mapping[str, Any]
    done_by: str
    done_at: str


def add(db: Database, done: FinishStep) -> None:
    """Append; the caller owns the transaction."""
    db.execute(
        _ADD,
        {
            "registration_id": done.registration_id,
            "step": done.step,
            "how": done.how,
            "detail": to_json(dict(done.detail)),
            "done_by": done.done_by,
            "done_at": done.done_at,
        },
    )


def of(db: Database, registration_id: str) -> dict[str, FinishStep]:
    """What stands for a registration, by step."""
    rows = db.rows(_LATEST, (registration_id,))
    return {row["step"]: FinishStep(**row | {"detail": from_json(row["detail"])}) for row in rows}
