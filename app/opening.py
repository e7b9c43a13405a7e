"""Opening a data folder: its store, its trust and everything a service needs, as one desk."""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from app.core.errors import BadInput, Known
from app.core.ports import Clock, Ids, stamp
from app.core.trust import Mode, Trust
from app.library.access import denied_passwords, load_matrix
from app.library.casework import load_review_terms
from app.library.desk import load_visitor_page
from app.library.fonts import load_fonts
from app.library.law import load_law
from app.library.tariffs import load_market_forces, load_shelf
from app.library.templates import load_letter_words
from app.machine import SystemIds
from app.services.desk import Desk
from app.services.press import Press
from app.store import meta, numbers
from app.store.crypto import STANDARD, Cost
from app.store.database import Database
from app.store.folder import DATABASE_FILE, NewStore, create_store, open_store
from app.store.key_file import Protection
from app.store.lock import LOCK_NAME

TRUST_FILE = "trust.toml"
_BLOCKS = {"invoice": 1, "credit_note": 900_000, "receipt": 1, "estimate": 1, "customer": 1}
_BLOCK = 1_000


def create_desk(
    folder: Path,
    *,
    mode: Mode,
    trust: Trust,
    device: str,
    place: str,
    clock: Clock,
    ids: Ids | None = None,
    protection: Protection | None = None,
    password_cost: Cost = STANDARD,
) -> Desk:
    """Make a new store in a folder and sit down at it; leaves no half-made folder behind.

    The device gets its first blocks of document numbers (finance.md 7.4). Raises Known as
    `app.store.folder.create_store` does.
    """
    ids = ids or SystemIds()
    new = NewStore(store_id=ids.new(), mode=mode, created_at=stamp(clock.now()))
    with _trust_written_first(folder, _trust_text(trust, place)):
        db = create_store(folder, new, protection or Protection())
    try:
        with db.atomic():
            meta.put(db, meta.DEVICE_CODE, device)
            for kind, first in _BLOCKS.items():
                numbers.grant(db, kind, first=first, last=first + _BLOCK - 2)
    except BaseException:
        db.close()
        raise
    return _desk(db, trust=trust, place=place, clock=clock, ids=ids, password_cost=password_cost)


def open_desk(
    folder: Path,
    *,
    clock: Clock,
    ids: Ids | None = None,
    ask: Callable[[], str | None] = lambda: None,
) -> Desk:
    """Sit down at an existing store; nobody is signed in yet.

    `ask` gives the passphrase when the key needs one. Raises Known as
    `app.store.folder.open_store` does, or BadInput `bad_trust` for a damaged trust.toml.
    """
    trust, place = read_trust(folder)
    db = open_store(folder, ask)
    if meta.get(db, meta.DEVICE_CODE) is None:
        db.close()
        raise Known(
            "half_made",
            f"The desk in {folder} was never finished. Move that folder away and make it again.",
        )
    return _desk(db, trust=trust, place=place, clock=clock, ids=ids or SystemIds())


def read_trust(folder: Path) -> tuple[Trust, str]:
    """The trust's names and codes, and the name of this desk, from trust.toml."""
    path = folder / TRUST_FILE
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
        return _trust_from(table), str(table.get("desk", "Desk 1"))
    except (FileNotFoundError, NotADirectoryError):
        raise Known(
            "no_trust", f"There is no Recoup desk in {folder}. Check the name of the folder."
        ) from None
    except OSError as refused:
        raise Known(
            "unreadable", f"{path} cannot be read: {refused.strerror}. Ask IT for the right to."
        ) from None
    except (ValueError, KeyError, TypeError, InvalidOperation):  # bad TOML or UTF-8 included
        raise BadInput(
            "bad_trust", f"{path} is damaged. Put back the copy from your last backup.", "trust"
        ) from None


@contextmanager
def _trust_written_first(folder: Path, text: str) -> Iterator[None]:
    """trust.toml lies there before the database does, and goes again where none is made.

    So a desk cut off while it is made is never a database whose trust nobody knows.
    """
    path = folder / TRUST_FILE
    if (folder / DATABASE_FILE).exists():
        yield  # making will be refused, and what lies here is somebody's
        return
    beside = path.with_name(f"{path.name}.part")
    made = not folder.exists()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(text, encoding="utf-8")
        beside.replace(path)
        yield
    except BaseException as fault:
        if isinstance(fault, Known) and fault.code == "locked":
            raise  # another is making a desk here at this moment: these files are theirs
        for leftover in (beside, path, *([folder / LOCK_NAME] if made else ())):
            with suppress(OSError):
                leftover.unlink(missing_ok=True)
        if made:
            with suppress(OSError):
                folder.rmdir()
        if isinstance(fault, OSError):
            raise Known(
                "unwritable", f"{folder} cannot be written to: {fault.strerror}. Choose another."
            ) from None
        raise


def _desk(
    db: Database,
    *,
    trust: Trust,
    place: str,
    clock: Clock,
    ids: Ids,
    password_cost: Cost = STANDARD,
) -> Desk:
    return Desk(
        db=db,
        law=load_law(),
        shelf=load_shelf(),
        forces=load_market_forces(),
        terms=load_review_terms(),
        page=load_visitor_page(),
        matrix=load_matrix(),
        press=Press(load_fonts, load_letter_words),
        clock=clock,
        ids=ids,
        trust=trust,
        mode=meta.mode(db),
        device=meta.get(db, meta.DEVICE_CODE) or "",
        place=place,
        denied_passwords=denied_passwords(),
        password_cost=password_cost,
    )


def _trust_from(table: Mapping[str, Any]) -> Trust:
    factor = table.get("market_forces_factor")
    return Trust(
        name=_text(table, "name"),
        provider_code=_text(table, "provider_code"),
        reference_code=_text(table, "reference_code"),
        provider_type=_text(table, "provider_type"),
        address_lines=_texts(table, "address_lines"),
        phone=_text(table, "phone"),
        email=_text(table, "email"),
        payment_details=_texts(table, "payment_details"),
        gl_account=_text(table, "gl_account"),
        gl_cost_centre=_text(table, "gl_cost_centre"),
        market_forces_factor=None if factor is None else Decimal(factor),
        estimate_valid_days=int(table["estimate_valid_days"]),
        second_check_from_pence=int(table["second_check_from_pence"]),
        share=str(table.get("share", "")),
    )


def _text(table: Mapping[str, Any], name: str) -> str:
    text = table[name]
    if not isinstance(text, str):
        raise TypeError(name)
    return text


def _texts(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    texts = table[name]
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise TypeError(name)
    return tuple(texts)


def _trust_text(trust: Trust, place: str) -> str:
    """trust.toml, which a trust's IT staff may edit while Recoup is closed."""
    lines = [
        "# The trust this desk serves. Change it while Recoup is closed.",
        f"desk = {_quoted(place)}",
        f"name = {_quoted(trust.name)}",
        f"provider_code = {_quoted(trust.provider_code)}",
        f"reference_code = {_quoted(trust.reference_code)}",
        f"provider_type = {_quoted(trust.provider_type)}",
        f"address_lines = {_list(trust.address_lines)}",
        f"phone = {_quoted(trust.phone)}",
        f"email = {_quoted(trust.email)}",
        f"payment_details = {_list(trust.payment_details)}",
        f"gl_account = {_quoted(trust.gl_account)}",
        f"gl_cost_centre = {_quoted(trust.gl_cost_centre)}",
        f"estimate_valid_days = {trust.estimate_valid_days}",
        f"second_check_from_pence = {trust.second_check_from_pence}",
        f"share = {_quoted(trust.share)}",
    ]
    if trust.market_forces_factor is not None:
        lines.append(f"market_forces_factor = {_quoted(f'{trust.market_forces_factor:f}')}")
    return "\n".join(lines) + "\n"


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ")
    return f'"{escaped}"'


def _list(texts: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(_quoted, texts)) + "]"
