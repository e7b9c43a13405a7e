"""Copies of papers whose time has come, found a stretch of cases at a time, and those of a list."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from app.store import due_cases
from app.store.database import Database
from app.store.due_cases import START, Place
from app.store.removals import FINAL
from app.store.values import to_day

_DUE = f"""
    WITH looked AS MATERIALIZED ({{looked}})
    SELECT r.registration_id, r.ref, r.patient_id, r.assigned_to, count(*) AS copies,
        sum(i.page_count) AS pages, date(max({FINAL}, max(i.added_at))) AS final_on
    FROM looked r JOIN document_images i USING (registration_id)
    WHERE NOT EXISTS (SELECT 1 FROM image_removals g WHERE g.image_id = i.image_id)
    GROUP BY r.registration_id
    HAVING final_on <= :before
    ORDER BY r.review, r.finished_at, r.number"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CopiesOfCase:
    """The copies still kept of a case, and the day its final word was said."""

    registration_id: str
    ref: str
    patient_id: str
    assigned_to: str | None
    copies: int
    pages: int
    final_on: date


@dataclass(frozen=True, slots=True)
class Stretch:
    """The copies that are due of a stretch of cases, and where the next begins."""

    cases: tuple[CopiesOfCase, ...]
    then: Place | None


def stretch(db: Database, before: date, *, after: Place = START, most: int) -> Stretch:
    """Which of so many settled cases, finished the longest ago first, have copies to go.

    Their final word was said by `before`. What it costs is bounded by `most`.
    """
    asked = due_cases.along(after, soonest=before, most=most)
    cases = _cases(db, due_cases.ALONG, before, asked)
    return Stretch(cases, due_cases.following(db, after, asked))


def among(db: Database, before: date, cases: Iterable[str]) -> tuple[CopiesOfCase, ...]:
    """Those of some cases that have copies to go."""
    return _cases(db, due_cases.AMONG, before, {"cases": json.dumps(list(cases))})


def _cases(
    db: Database, looked: str, before: date, asked: Mapping[str, Any]
) -> tuple[CopiesOfCase, ...]:
    rows = db.rows(_DUE.format(looked=looked), {**asked, "before": to_day(before)})
    return tuple(
        CopiesOfCase(**row | {"final_on": date.fromisoformat(row["final_on"])}) for row in rows
    )
