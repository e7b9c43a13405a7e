"""Encrypted stores for benchmarks, made once in the cache and kept for the next run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from platformdirs import user_cache_path

from app.store import driver
from app.store.database import Database

KEY = b"k" * 32


def made_store(name: str, fill: Callable[[Database], None]) -> Path:
    """Where the store of that name lies; `fill` makes its tables and rows where there is none.

    A name says what it holds and which edition of it: change it where `fill` changes.
    """
    path = user_cache_path("recoup-benchmarks") / name / "recoup.db"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name("making.db")
        beside.unlink(missing_ok=True)
        with Database(driver.connect(beside, KEY), beside) as db:
            fill(db)
        beside.replace(path)
    return path
