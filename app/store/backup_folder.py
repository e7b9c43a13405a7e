"""A backup as it lies on a disk: one folder, which has its name only once all of it is there.

recoup-D01-018f2c3a-20260309T090000Z/
    backup.json    what it holds, in figures; readable, without a patient's data
    recoup.db      the records, encrypted as they always are
    key.json       their key, sealed under passphrase and recovery key
    trust.toml     and the trust's other settings
    read_back.py   reads it all without Recoup
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from app.core.errors import Known, NotFound
from app.core.ports import stamp
from app.core.wording import Phrase
from app.store import failures
from app.store.backup_terms import BackupTerms, to_keep
from app.store.contents import Contents, from_dict

HEADER = "backup.json"
PART = ".part"  # the ending of a folder that is being made or taken away: it never counts
_FORMAT, _VERSION = "recoup-backup", 1
_LARGEST = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Header:
    """What `backup.json` says: whose it is, of when, what it holds, the hash of every file."""

    made_at: str
    database: str
    key_file: str
    files: Mapping[str, str]  # SHA-256 by name
    contents: Contents

    @property
    def moment(self) -> datetime:
        """When it was made."""
        return datetime.fromisoformat(self.made_at)

    def text(self) -> str:
        """The file."""
        said: dict[str, Any] = {
            "format": _FORMAT,
            "version": _VERSION,
            "made_at": self.made_at,
            "database": self.database,
            "key_file": self.key_file,
            "files": dict(self.files),
        }
        return json.dumps(said | self.contents.as_dict(), indent=2) + "\n"


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup: its folder and its header."""

    folder: Path
    header: Header


def read_header(folder: Path) -> Header:
    """What a backup says of itself; raises NotFound, or Known `bad_backup`."""
    path = folder / HEADER
    try:
        with path.open("rb") as file:
            said = json.loads(file.read(_LARGEST))
        if (said["format"], said["version"]) != (_FORMAT, _VERSION):
            raise ValueError("not such a file")
        header = Header(
            made_at=str(said["made_at"]),
            database=_plain(said["database"]),
            key_file=_plain(said["key_file"]),
            files={_plain(name): str(digest) for name, digest in said["files"].items()},
            contents=from_dict(said),
        )
        if header.moment.tzinfo is None or header.database not in header.files:
            raise ValueError("not a moment, or no database")
    except FileNotFoundError:
        raise NotFound(
            Phrase(
                "There is no backup in {folder}. Name a folder that holds {header}.",
                folder=folder,
                header=HEADER,
            ),
            "from",
        ) from None
    except OSError as refused:
        raise failures.unreadable(path, refused) from None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        raise bad_backup(folder) from None
    return header


def backups_in(place: Path, store_id: str) -> tuple[Backup, ...]:
    """The whole backups of one store in a folder, the newest first; others are passed over.

    Raises Known `backup_away` where the folder cannot be read.
    """
    found: list[Backup] = []
    for folder in _folders(place):
        if folder.name.endswith(PART):
            continue
        with suppress(Known):
            header = read_header(folder)
            if header.contents.store_id == store_id and _is_whole(folder, header):
                found.append(Backup(folder, header))
    return tuple(sorted(found, key=lambda one: one.header.made_at, reverse=True))


def drop_old(place: Path, store_id: str, now: datetime, terms: BackupTerms) -> int:
    """Take away the backups whose time is over; never the newest. Returns how many went.

    Each first loses its name, so that one half taken away is no backup. One that the disk will
    not give up stays until the next time.
    """
    found = backups_in(place, store_id)
    kept = to_keep((one.header.moment for one in found), now, terms)
    old = [one for one in found if one.header.moment not in kept]
    for one in old:
        with suppress(OSError):
            going = one.folder.with_name(one.folder.name + PART)
            one.folder.rename(going)
            shutil.rmtree(going)
    return len(old)


def sweep(place: Path, store_id: str) -> None:
    """Take away what earlier attempts of this store left half made."""
    for folder in _folders(place):
        if folder.name.endswith(PART) and _short(store_id) in folder.name:
            shutil.rmtree(folder, ignore_errors=True)


def name_of(store_id: str, device: str, now: datetime) -> str:
    """The name of a backup of this store, made now."""
    moment = stamp(now).replace("-", "").replace(":", "")
    return "-".join(part for part in ("recoup", device, _short(store_id), moment) if part)


def bad_backup(folder: Path) -> Known:
    """The folder is no whole backup."""
    return Known(
        "bad_backup",
        Phrase(
            "The backup in {folder} is damaged or not one of Recoup. Use another, older or newer.",
            folder=folder,
        ),
        "from",
    )


def away(place: Path) -> Known:
    """The folder for backups is not there, or cannot be read."""
    return Known(
        "backup_away",
        Phrase(
            "The folder for backups, {place}, is not there. Connect its disk, or choose another "
            "folder under Settings, Backup.",
            place=place,
        ),
        "folder",
    )


def _folders(place: Path) -> list[Path]:
    try:
        return [one for one in place.iterdir() if one.is_dir() and one.name.startswith("recoup-")]
    except OSError:
        raise away(place) from None


def _is_whole(folder: Path, header: Header) -> bool:
    return all((folder / name).is_file() for name in header.files)


def _short(store_id: str) -> str:
    """Enough of a store's identifier for a name: its end, which is random."""
    return store_id.replace("-", "")[-8:]


def _plain(name: object) -> str:
    """A file's bare name: nothing in a header leads out of its folder."""
    if not isinstance(name, str) or Path(name).name != name or name in ("", ".", ".."):
        raise ValueError("not a file's name")
    return name
