"""Backup and restore of a ledger kept in a file; of one on a server, its own tools (scale.md)."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

from app.core.errors import BadInput, NotFound
from app.hub.address import ServerAddress, read_address
from app.hub.sqlite_steps import LEDGER
from app.store import backup, key_file, restoring
from app.store.backup import Source
from app.store.backup_folder import Backup, drop_old
from app.store.backup_terms import BackupTerms
from app.store.key_file import Ask
from app.store.restoring import Restored


def back_up_ledger(
    url: str, place: Path, *, now: datetime, script: bytes, terms: BackupTerms, ask: Ask
) -> tuple[Backup, int]:
    """Copy a ledger while intakes go on; returns the backup and how many old ones went.

    Raises BadInput `ledger_on_server`, NotFound, or Known as `app.store.backup.make` does.
    """
    path = read_address(url)
    if isinstance(path, ServerAddress):
        raise BadInput(
            "ledger_on_server",
            "A ledger on a server is backed up by the server: pg_dump, as docs/scale.md says.",
            "ledger",
        )
    if not path.is_file():
        raise NotFound(f"There is no ledger {path}. Check the name.", "ledger")
    keys = key_file.read(path.with_name(f"{path.name}.key.json"))
    source = Source(path, keys.unlock(ask), key_file=keys.path.name, settings=False)
    extra = {"read_back.py": script}
    made = backup.make(source, place, now, extra=extra, pages_at_once=terms.pages_at_once)
    return made, drop_old(place, made.header.contents.store_id, now, terms)


def restore_ledger(folder: Path, new: Path, *, ask: Ask) -> Restored:
    """Make a ledger again from a backup, in a new folder; raises Known as a store's restore."""
    return restoring.restore_ledger(folder, new, ask=ask, schema=LEDGER)
