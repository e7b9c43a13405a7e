"""Setting up a desk for real patients, step by step: what is checked, and what is made.

Nothing is made before everything is known: the store, its key under the passphrase and the
recovery key, and two administrators come into being together. What was typed so far, secrets
apart, can be kept to go on another day.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from app.access.credentials import check_password
from app.access.roles import Role
from app.billing.blocks import blocks_of
from app.core.errors import BadInput
from app.core.people import clean_name
from app.core.ports import Clock
from app.core.trust import Mode, Trust
from app.core.wording import Phrase
from app.documents.logo import clean_logo
from app.documents.recovery_sheet import (
    RecoverySheet,
    TrustKeySheet,
    recovery_sheet_pdf,
    trust_key_sheet_pdf,
)
from app.library.access import denied_passwords
from app.library.fonts import load_fonts
from app.library.templates import load_letter_words
from app.opening import create_desk
from app.services import signin, trust_settings
from app.services.desk import Desk
from app.spool.keys import spoken
from app.store import crypto
from app.store.crypto import STANDARD, Cost
from app.store.key_file import Protection
from app.store.small_files import write_whole

# Folders that other programs copy to other machines: a store there is opened by two at once.
_SYNCED = ("onedrive", "dropbox", "google drive", "googledrive", "icloud", "nextcloud", "box sync")
_LARGEST_DRAFT = 64 * 1024
LARGEST_LOGO = 10 * 1024 * 1024  # bytes read of a picture; what it may be is for `clean_logo`
SHOWN_AGAIN = 4  # letters and digits of the recovery key typed back: its last group


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """An administrator, as typed."""

    display_name: str = ""
    name: str = ""
    password: str = ""
    password_again: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDesk:
    """What setting up a desk asks for, as typed; `recovery_key` is made, not typed."""

    trust_name: str = ""
    provider_code: str = ""
    desk: str = ""
    device: str = ""
    logo_file: str = ""  # a picture for letters; empty: none yet
    passphrase: str = ""
    passphrase_again: str = ""
    key_store: bool = True
    recovery_key: str = ""
    recovery_again: str = ""
    administrators: tuple[NewPerson, NewPerson] = (NewPerson(), NewPerson())

    @property
    def trust(self) -> Trust:
        """The trust so far."""
        code = self.provider_code.strip().upper()
        return Trust(name=self.trust_name.strip(), provider_code=code, reference_code=code[:3])


@dataclass(frozen=True, slots=True)
class Place:
    """A folder to keep records in: `free` bytes left on its disk; `problem` says what to do."""

    folder: Path
    free: int
    problem: str = ""


def look_at(folder: Path) -> Place:
    """Whether records can be kept in a folder that need not be there yet."""
    there = next(place for place in (folder, *folder.parents) if place.exists())
    try:
        free = shutil.disk_usage(there).free
    except OSError:
        free = 0
    parts = [part.casefold() for part in folder.parts]
    if any(name in part for part in parts for name in _SYNCED):
        problem = Phrase(
            "This folder is copied elsewhere by another program. Choose one that is not."
        )
        return Place(folder, free, problem)
    if not there.is_dir() or not _can_write(there):
        problem = Phrase("Nothing can be written there. Choose another folder.")
        return Place(folder, free, problem)
    return Place(folder, free)


def check_trust(new: NewDesk) -> None:
    """The trust and its desk; raises BadInput beside its field."""
    if not new.trust_name.strip():
        raise BadInput("missing", "Enter the name of the trust.", "trust_name")
    code = new.provider_code.strip().upper()
    if not (3 <= len(code) <= 5 and code.isascii() and code.isalnum()):
        raise BadInput("bad_code", "Enter the trust’s ODS code, such as R1H.", "provider_code")
    blocks_of(new.device.strip().upper())
    _logo_of(new)


def check_key(new: NewDesk) -> None:
    """The passphrase, typed twice; raises BadInput."""
    crypto.check_passphrase(new.passphrase)
    if new.passphrase != new.passphrase_again:
        raise BadInput(
            "not_the_same", "The two passphrases differ. Type both again.", "passphrase_again"
        )


def check_recovery(new: NewDesk) -> None:
    """Whether the last group of the recovery key was typed back; raises BadInput."""
    require_typed_back(new.recovery_key, new.recovery_again, "recovery_again")


def require_typed_back(recovery_key: str, typed: str, field: str) -> None:
    """Raise BadInput `not_kept` unless this is the last group of a recovery key, from its sheet."""
    if crypto.read_recovery_key(typed) != crypto.read_recovery_key(recovery_key)[-SHOWN_AGAIN:]:
        raise BadInput(
            "not_kept",
            "Print or save the sheet, then type the last four letters and digits of the key.",
            field,
        )


def check_people(new: NewDesk) -> None:
    """Two administrators with sign-in names and passwords of their own; raises BadInput.

    Fields are named `name_1`, `password_2` and so on.
    """
    for number, one in enumerate(new.administrators, start=1):
        name = clean_name(one.name, f"name_{number}")
        if not name or " " in name:
            raise BadInput(
                "bad_name",
                "Choose a sign-in name of one word, such as jpatel.",
                f"name_{number}",
            )
        try:
            check_password(one.password, denied_passwords())
        except BadInput as weak:
            raise BadInput(weak.code, weak.message, f"password_{number}") from None
        if one.password != one.password_again:
            raise BadInput(
                "not_the_same",
                "The two passwords differ. Type both again.",
                f"password_again_{number}",
            )
    first, second = (one.name.strip().casefold() for one in new.administrators)
    if first == second:
        raise BadInput(
            "same_person",
            "Name two people: one can let the other in again.",
            "name_2",
        )


def set_up(folder: Path, new: NewDesk, *, clock: Clock, cost: Cost = STANDARD) -> Desk:
    """Make the desk with its two administrators, the first of them signed in.

    Raises BadInput as the checks do, or Known as `app.opening.create_desk` does; a folder is then
    as it was before.
    """
    for check in (check_trust, check_key, check_people):
        check(new)
    desk = create_desk(
        folder,
        mode=Mode.LIVE,
        trust=new.trust,
        device=new.device.strip().upper(),
        place=new.desk.strip() or "Desk 1",
        clock=clock,
        protection=Protection(
            passphrase=new.passphrase,
            recovery_key=new.recovery_key or None,
            key_store=new.key_store,
            cost=cost,
        ),
        password_cost=cost,
    )
    first, second = new.administrators
    signin.first_administrator(
        desk, name=first.name, display_name=first.display_name, password=first.password
    )
    signin.sign_in(desk, first.name.strip(), first.password)
    signin.add_person(
        desk,
        name=second.name,
        display_name=second.display_name,
        password=second.password,
        roles=(Role.ADMIN,),
    )
    picture = _logo_of(new)
    if picture is not None:
        trust_settings.set_logo(desk, picture)
    return desk


def new_recovery_key() -> str:
    """A key to print and lock away."""
    return crypto.new_recovery_key()


def recovery_sheet(new: NewDesk, today: date) -> bytes:
    """The sheet of the recovery key as PDF."""
    sheet = RecoverySheet(
        key=new.recovery_key,
        trust=new.trust,
        desk=new.desk.strip() or "Desk 1",
        device=new.device.strip().upper(),
        printed_on=today,
    )
    return recovery_sheet_pdf(sheet, load_fonts(), load_letter_words())


def trust_key_sheet(trust: Trust, key: str, root: bytes, today: date) -> bytes:
    """The sheet of the recovery key of a trust's own keys, as PDF; `root` is its public key."""
    sheet = TrustKeySheet(key=key, trust=trust, fingerprint=spoken(root), printed_on=today)
    return trust_key_sheet_pdf(sheet, load_fonts(), load_letter_words())


def keep_draft(path: Path, new: NewDesk) -> None:
    """Keep what was typed so far, without a password, passphrase or key; raises Known."""
    people = [{"name": one.name, "display_name": one.display_name} for one in new.administrators]
    words = {name: getattr(new, name) for name in ("trust_name", "provider_code", "desk", "device")}
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, json.dumps(words | {"administrators": people}, indent=1))


def read_draft(path: Path) -> NewDesk:
    """What was kept; an empty one where nothing was, or nothing that can be read."""
    try:
        with path.open("rb") as file:
            kept = json.loads(file.read(_LARGEST_DRAFT))
        first, second = (_person(one) for one in kept["administrators"])
        return NewDesk(
            trust_name=_text(kept["trust_name"]),
            provider_code=_text(kept["provider_code"]),
            desk=_text(kept["desk"]),
            device=_text(kept["device"]),
            administrators=(first, second),
        )
    except (OSError, ValueError, KeyError, TypeError):
        return NewDesk()


def drop_draft(path: Path) -> None:
    """The desk is made: nothing is left to go on with."""
    path.unlink(missing_ok=True)


def _logo_of(new: NewDesk) -> bytes | None:
    """The picture chosen for letters, read and looked at; raises BadInput."""
    if not new.logo_file.strip():
        return None
    try:
        with Path(new.logo_file.strip()).open("rb") as file:
            raw = file.read(LARGEST_LOGO + 1)
    except OSError:
        raise BadInput(
            "no_picture",
            "That picture cannot be read. Choose another, or leave it empty for now.",
            "logo_file",
        ) from None
    try:
        clean_logo(raw)
    except BadInput as refused:
        raise BadInput(refused.code, refused.message, "logo_file") from None
    return raw


def _person(kept: Mapping[str, object]) -> NewPerson:
    return NewPerson(name=_text(kept["name"]), display_name=_text(kept["display_name"]))


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _can_write(folder: Path) -> bool:
    probe = folder / ".recoup-probe"
    try:
        probe.write_bytes(b"")
        probe.unlink()
    except OSError:
        return False
    return True
