"""Opening a store from the command line: its key, and whose rights the command has."""

from __future__ import annotations

import argparse
import getpass
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.access.roles import Act, Extent
from app.cli.frame import add_now, clock_of
from app.core.errors import BadInput, Known
from app.core.ports import Ids
from app.core.trust import Mode
from app.demo import bring_prices
from app.machine import FixedClock, SeededIds
from app.opening import open_desk
from app.services import signin
from app.services.desk import Desk
from app.store import audit

PASSPHRASE = "RECOUP_PASSPHRASE"
RECOVERY_KEY = "RECOUP_RECOVERY_KEY"
TRUST_PASSPHRASE = "RECOUP_TRUST_PASSPHRASE"
NEW_TRUST_PASSPHRASE = "RECOUP_NEW_TRUST_PASSPHRASE"
HUB_PASSPHRASE = "RECOUP_HUB_PASSPHRASE"


def add_store(parser: argparse.ArgumentParser, *, required: bool = True) -> None:
    """`--data`, `--user` and `--now`: which store, with whose rights, at what moment."""
    parser.add_argument(
        "--data", metavar="DIR", required=required, help="the folder that holds store and keys"
    )
    parser.add_argument(
        "--user",
        metavar="NAME",
        help="act as this person, with their rights; a folder made by demo needs no name",
    )
    add_now(parser)


@contextmanager
def opened(args: argparse.Namespace, act: Act) -> Iterator[Desk]:
    """The desk of `--data`, with somebody signed in who may do `act`; closed afterwards.

    Raises NotAllowed where `--user` may not.
    """
    desk = open_desk(Path(args.data), clock=clock_of(args), ask=ask_passphrase)
    try:
        if desk.mode is Mode.DEMO:
            bring_prices(desk)
        if isinstance(desk.clock, FixedClock) and desk.mode is not Mode.LIVE:
            desk.ids = _repeatable_ids(desk, desk.clock)
        signin.act_as(desk, args.user or _anybody_who_may(desk, act))
        desk.extent(act)
        yield desk
    finally:
        desk.db.close()


def _repeatable_ids(desk: Desk, clock: FixedClock) -> Ids:
    """With `--now`, the same identifiers for the same act on the same store (rule 4)."""
    return SeededIds(int(audit.head(desk.db), 16), clock)


def ask_passphrase() -> str | None:
    """The passphrase from RECOUP_PASSPHRASE, else from a prompt where there is a terminal."""
    given = os.environ.get(PASSPHRASE)
    if given is not None:
        return given
    if not sys.stdin.isatty():
        return None
    return getpass.getpass("Passphrase of this folder: ")


def ask_recovery_key() -> str | None:
    """The printed recovery key, from RECOUP_RECOVERY_KEY or a prompt."""
    given = os.environ.get(RECOVERY_KEY)
    if given is not None or not sys.stdin.isatty():
        return given
    return getpass.getpass("Recovery key of this folder: ")


def ask_trust_passphrase() -> str | None:
    """The passphrase of a trust's key file, from the environment or a prompt."""
    return _key_file_passphrase(os.environ.get(TRUST_PASSPHRASE))


def ask_hub_passphrase() -> str | None:
    """The passphrase of a hub's key file, which may be that of the trust's."""
    return _key_file_passphrase(os.environ.get(HUB_PASSPHRASE) or os.environ.get(TRUST_PASSPHRASE))


def _key_file_passphrase(given: str | None) -> str | None:
    if given is not None or not sys.stdin.isatty():
        return given
    return getpass.getpass("Passphrase of the key file: ")


def ask_share_password(address: str) -> str | None:
    """The password of a share's account, from a prompt where there is a terminal."""
    if not sys.stdin.isatty():
        return None
    return getpass.getpass(f"Password for {address}: ")


@contextmanager
def new_folders(*names: str) -> Iterator[tuple[Path, ...]]:
    """Folders to write to, made where they are missing; what was made goes again on failure.

    Raises Known `unwritable` before anything else is done.
    """
    made: list[Path] = []
    try:
        yield tuple(_writable(Path(name), made) for name in names)
    except BaseException:
        for folder in reversed(made):
            shutil.rmtree(folder, ignore_errors=True)
        raise


def require_empty(name: str) -> None:
    """Raise Known `exists` where a folder already holds something."""
    folder = Path(name)
    try:
        in_use = folder.is_dir() and any(folder.iterdir())
    except OSError as refused:
        raise _unwritable(folder, refused) from refused
    if in_use:
        raise Known("exists", f"The folder {name} is not empty. Name a new one.", "data")


def _writable(folder: Path, made: list[Path]) -> Path:
    """The folder, made if need be and tried with a file; the topmost one made is noted."""
    try:
        missing = [one for one in (folder, *folder.parents) if not one.exists()]
        folder.mkdir(parents=True, exist_ok=True)
        made.extend(missing[-1:])
        with tempfile.TemporaryFile(dir=folder):
            pass
    except OSError as refused:
        raise _unwritable(folder, refused) from refused
    return folder


def _unwritable(folder: Path, refused: OSError) -> Known:
    return Known(
        "unwritable", f"{folder} cannot be written to: {refused.strerror}. Name another folder."
    )


def write_file(path: Path, content: bytes) -> None:
    """A file written aside and renamed, so that it is whole or not there; raises Known."""
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except OSError as refused:
        beside.unlink(missing_ok=True)
        raise Known(
            "unwritable", f"{path} cannot be written: {refused.strerror}. Make room, try again."
        ) from refused


def _anybody_who_may(desk: Desk, act: Act) -> str:
    if desk.mode is not Mode.DEMO:
        raise BadInput("no_user", "Say who acts: --user NAME.", "user")
    able = {person.name: desk.matrix.extent(person.roles, act) for person in signin.people(desk)}
    for wanted in (Extent.FULL, Extent.LIMITED):
        for name, extent in able.items():
            if extent is wanted:
                return name
    raise BadInput("no_user", "Nobody in this demo may do that. Say who acts: --user NAME.", "user")
