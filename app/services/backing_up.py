"""Backups of this desk's records: where they go, how old the newest is, making and testing one.

What reads and writes files is a job of its own, handed to a lane that owns nothing else; the desk
goes on meanwhile. It is the machine's own errand and shows nobody a patient.
"""

from __future__ import annotations

import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path

from app.access.roles import Act
from app.core.errors import BadInput, Known
from app.core.trust import Mode
from app.core.wording import Phrase
from app.documents.reading_back import ReadingBack, reading_back_pdf
from app.services.desk import Desk, service
from app.services.press import sha256
from app.services.ward import is_ward
from app.store import backup, meta
from app.store.backup import Source, Stopped, Told
from app.store.backup_folder import Backup, backups_in, drop_old
from app.store.backup_terms import BackupTerms
from app.store.contents import Contents

__all__ = ["BackupJob", "BackupState", "Contents", "Done", "Stopped", "Tested"]

_FOLDER, _LAST, _WHERE = "backup_folder", "backup_last_at", "backup_last_folder"
_FAILED, _PROBLEM = "backup_failed_at", "backup_problem"
_NOWHERE = Phrase("no folder is set")
READ_BACK = "read_back.py"


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupState:
    """Where backups go and how they stand; `problem` is what came in the way of the last try.

    `last_at` is the moment of the newest good one, None where there is none yet. `is_late` is for
    the status: nothing good within the terms, and these are no made-up records.
    """

    folder: str
    last_at: datetime | None
    last_folder: str
    problem: str
    is_late: bool
    is_due: bool


@dataclass(frozen=True, slots=True)
class Done:
    """A backup that was made and looked through: where, of when, its size, how many old went."""

    folder: Path
    made_at: str
    size: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Tested:
    """A backup that was opened and held against its header."""

    folder: Path
    made_at: str
    contents: Contents


@dataclass(frozen=True, slots=True, repr=False)
class BackupJob:
    """All that making a backup needs; run in any thread, it touches nothing of the desk's own."""

    source: Source
    store_id: str
    place: Path
    now: datetime
    extra: Mapping[str, bytes]
    terms: BackupTerms

    def run(self, told: Told = lambda _done, _of: None) -> Done:
        """Make one, then let old ones go; raises Known, or Stopped where `told` raised it."""
        made = backup.make(
            self.source,
            self.place,
            self.now,
            extra=self.extra,
            pages_at_once=self.terms.pages_at_once,
            told=told,
        )
        dropped = drop_old(self.place, self.store_id, self.now, self.terms)
        return Done(made.folder, made.header.made_at, _size(made), dropped)

    def test(self) -> Tested:
        """Open the newest one there is and compare; raises Known."""
        newest = next(iter(backups_in(self.place, self.store_id)), None)
        if newest is None:
            raise Known(
                "no_backup",
                Phrase("There is no backup in {place} yet. Make one first.", place=self.place),
                "folder",
            )
        contents = backup.test(newest.folder, self.source.key)
        return Tested(newest.folder, newest.header.made_at, contents)


@service(Act.EXCHANGE)
def state(desk: Desk) -> BackupState:
    """How backups stand."""
    now, terms = desk.clock.now(), desk.backup_terms
    folder, last = meta.get(desk.db, _FOLDER) or "", _moment(desk, _LAST)
    began = last or _moment(desk, meta.CREATED_AT)
    ward = is_ward(desk)
    old = began is None or now - began > terms.warn_after
    return BackupState(
        folder=folder,
        last_at=last,
        last_folder=meta.get(desk.db, _WHERE) or "",
        problem=meta.get(desk.db, _PROBLEM) or "",
        is_late=old and not ward and (bool(folder) or desk.mode is Mode.LIVE),
        is_due=bool(folder) and not ward and _is_due(now, last, terms.every),
    )


@service(Act.ADMINISTER)
def set_folder(desk: Desk, folder: str) -> None:
    """Put backups there from now on; nothing typed makes none.

    Raises BadInput `bad_folder`, or Known `ward_laptop`.
    """
    wanted = folder.strip()
    if wanted and is_ward(desk):
        raise _for_no_ward()
    if wanted:
        _require_fit(Path(wanted), desk.db.path.parent)
    with desk.db.atomic():
        meta.put(desk.db, _FOLDER, wanted)
        meta.put(desk.db, _PROBLEM, "")
        desk.audit("backup_folder_set", "", {"folder": wanted})


@service(Act.EXCHANGE)
def job(desk: Desk, *, place: Path | None = None) -> BackupJob:
    """What making a backup needs, for the folder that is set or another.

    Raises Known `no_backup_folder` or `ward_laptop`.
    """
    if is_ward(desk):
        raise _for_no_ward()
    folder = place or Path(meta.get(desk.db, _FOLDER) or "")
    if folder == Path():
        raise Known(
            "no_backup_folder",
            "No folder for backups is set. Choose one under Settings, Backup.",
            "folder",
        )
    return BackupJob(
        source=Source.of(desk.db),
        store_id=meta.get(desk.db, meta.STORE_ID) or "",
        place=folder,
        now=desk.clock.now(),
        extra={READ_BACK: desk.read_back()},
        terms=desk.backup_terms,
    )


@service(Act.EXCHANGE)
def note_done(desk: Desk, done: Done) -> None:
    """Remember a good backup."""
    with desk.db.atomic():
        meta.put(desk.db, _LAST, done.made_at)
        meta.put(desk.db, _WHERE, str(done.folder))
        meta.put(desk.db, _PROBLEM, "")
        desk.audit("backup_made", "", {"folder": str(done.folder), "bytes": done.size})


@service(Act.EXCHANGE)
def note_failed(desk: Desk, known: Known) -> None:
    """Remember what came in the way; the last good backup stays, and the next try comes."""
    with desk.db.atomic():
        if meta.get(desk.db, _PROBLEM) != known.message:
            desk.audit("backup_failed", "", {"code": known.code})
        meta.put(desk.db, _PROBLEM, known.message)
        meta.put(desk.db, _FAILED, desk.moment)


@service(Act.ADMINISTER)
def note_tested(desk: Desk, folder: Path) -> None:
    """Remember that a backup was opened and holds what it says."""
    with desk.db.atomic():
        desk.audit("backup_tested", "", {"folder": str(folder)})


@service(Act.ADMINISTER)
def reading_back_page(desk: Desk) -> bytes:
    """How IT reads these records without Recoup, as PDF: to be kept with the recovery key."""
    wanted = ReadingBack(
        trust=desk.trust,
        mode=desk.mode,
        desk=desk.place,
        device=desk.device,
        data=str(desk.db.path.parent),
        backups=meta.get(desk.db, _FOLDER) or _NOWHERE,
        script=READ_BACK,
        sha256=sha256(desk.read_back()),
        printed_on=desk.today,
    )
    return desk.press.draw(partial(reading_back_pdf, wanted))


def _for_no_ward() -> Known:
    """A copy elsewhere would outlive the lock and the wipe of a laptop that is lost."""
    return Known(
        "ward_laptop",
        "No backup is made of a ward laptop: its records go to the trust sealed, and are locked "
        "here after a week away.",
        "folder",
    )


def _moment(desk: Desk, key: str) -> datetime | None:
    kept = meta.get(desk.db, key)
    return datetime.fromisoformat(kept).astimezone(UTC) if kept else None


def _is_due(now: datetime, last: datetime | None, every: timedelta) -> bool:
    """A clock that was set back makes no backup late, and none wait for ever."""
    return last is None or abs(now - last) >= every


def _require_fit(folder: Path, data: Path) -> None:
    if not folder.is_absolute() or not folder.is_dir():
        raise BadInput(
            "bad_folder",
            Phrase("{folder} is no folder here. Make it first, then name it whole.", folder=folder),
            "folder",
        )
    if folder.resolve() == data.resolve() or data.resolve() in folder.resolve().parents:
        raise BadInput(
            "bad_folder",
            "A backup inside the folder of the records is lost with them. Choose another disk "
            "or a folder of the share.",
            "folder",
        )
    try:
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as refused:
        raise BadInput(
            "bad_folder",
            Phrase(
                "{folder} cannot be written to: {reason}. Choose another folder.",
                folder=folder,
                reason=refused.strerror,
            ),
            "folder",
        ) from None


def _size(made: Backup) -> int:
    return sum((made.folder / name).stat().st_size for name in made.header.files)
