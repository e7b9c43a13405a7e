"""The shelf of backups: how often, how long, and the script that reads one without Recoup."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from functools import cache

from app.library import resource
from app.store.backup_terms import BackupTerms

READ_BACK = "read_back.py"


@cache
def load_backup_terms() -> BackupTerms:
    """The terms of resources/backup.toml."""
    table = tomllib.loads(resource("backup.toml").read_text(encoding="utf-8"))
    return BackupTerms(
        every=timedelta(minutes=table["every_minutes"]),
        hours=table["hours"],
        days=table["days"],
        weeks=table["weeks"],
        warn_after=timedelta(hours=table["warn_after_hours"]),
        days_a_block=table["days_a_block"],
        references=table["references"],
        pages_at_once=table["pages_at_once"],
    )


def read_back_script() -> bytes:
    """The script as it is put into each backup."""
    return resource("recovery", READ_BACK).read_bytes()
