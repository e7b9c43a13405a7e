"""`key.json`: the database's key, beside the database, sealed by what people know."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from app.core.errors import Known
from app.core.trust import Mode
from app.core.wording import Phrase
from app.store import crypto, failures, key_store
from app.store.crypto import STANDARD, Cost
from app.store.driver import KEY_BYTES
from app.store.small_files import write_whole

KEY_FILE = "key.json"
PRIVATE = 0o600
_FORMAT, _VERSION = "recoup-key", 1
_BY_PASSPHRASE, _BY_RECOVERY = "passphrase", "recovery"
_LARGEST = 64 * 1024
_AWAY, _WIPED = "away", "wiped"

Ask = Callable[[], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Protection:
    """What shall open the key. Without a passphrase the key lies open: made-up data only."""

    passphrase: str | None = None
    recovery_key: str | None = None
    key_store: bool = False
    cost: Cost = STANDARD


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The file as read: which store it belongs to, and how its key is kept."""

    path: Path
    body: dict[str, Any]

    @property
    def store_id(self) -> str:
        """The store this key belongs to; also its account in the key store."""
        return str(self.body["store_id"])

    @property
    def salt(self) -> bytes:
        """The first bytes of the database it was made with."""
        return bytes.fromhex(self.body["salt"])

    @property
    def is_open(self) -> bool:
        """Whether the key lies here unprotected, as a demo's does."""
        return bool(self.body["protection"] == "none")

    @property
    def is_wiped(self) -> bool:
        """Whether its store was wiped."""
        return bool(self.body.get(_WIPED))

    def unlock(self, ask: Ask) -> bytes:
        """The key: from the key store, else by the passphrase or recovery key `ask` returns.

        Raises Known `passphrase_needed`, `wrong_passphrase` or `key_file_damaged`, `locked_away`
        or `wiped`.
        """
        self.require_in_use()
        try:
            if self.is_open:
                return _of_length(bytes.fromhex(self.body["key"]))
            return self._from_key_store() or self._by_secret(ask())
        except (ValueError, KeyError, TypeError):
            raise _damaged(self.path) from None

    def require_in_use(self) -> None:
        """Raise Known `locked_away` or `wiped` where the store was shut for good reason."""
        if self.is_wiped:
            raise wiped()
        if self.body.get(_AWAY):
            raise locked_away()

    def put_away(self) -> KeyFile:
        """The file of a store that was too long away from the share, not yet written.

        The key leaves this machine's key store at once, and only the printed recovery key, where
        there is one, opens what is left.
        """
        key_store.forget(self.store_id)
        recovery = [one for one in self.body["wrapped"] if one["by"] == _BY_RECOVERY]
        left = {"key_store": False, "wrapped": recovery or self.body["wrapped"], _AWAY: True}
        return KeyFile(self.path, self.body | left)

    def taken_back(self, secret: str, passphrase: str, *, cost: Cost = STANDARD) -> KeyFile:
        """The file of a store put away, under a new passphrase, not yet written.

        Raises Known `not_away` or `wrong_passphrase`, BadInput `weak_passphrase`.
        """
        if self.is_wiped:
            raise wiped()
        if not self.body.get(_AWAY):
            raise Known("not_away", "This folder is not locked. Open it as usual.", "data")
        crypto.check_passphrase(passphrase)
        try:
            key = self._by_secret(secret)
        except (ValueError, KeyError, TypeError):
            raise _damaged(self.path) from None
        fresh = _wrapped(_BY_PASSPHRASE, passphrase, key, self.store_id, cost)
        kept = [one for one in self.body["wrapped"] if one["by"] == _BY_RECOVERY]
        body = {name: value for name, value in self.body.items() if name != _AWAY}
        return KeyFile(self.path, body | {"wrapped": [fresh, *kept]})

    def without_keys(self) -> KeyFile:
        """The file of a store that was wiped, not yet written: nothing in it opens anything."""
        key_store.forget(self.store_id)
        kept = ("format", "version", "protection", "mode", "store_id", "salt")
        left = {name: self.body[name] for name in kept if name in self.body}
        return KeyFile(
            self.path,
            left | {"protection": "passphrase", "key_store": False, "wrapped": [], _WIPED: True},
        )

    def _from_key_store(self) -> bytes | None:
        if not self.body["key_store"]:
            return None
        key = key_store.recall(self.store_id)
        return key if key and crypto.fingerprint(key) == self.body["fingerprint"] else None

    def _by_secret(self, secret: str | None) -> bytes:
        if not secret:
            raise Known(
                "passphrase_needed",
                "This folder is locked. Give its passphrase at the prompt, "
                "or set RECOUP_PASSPHRASE.",
                "passphrase",
            )
        spoken = {_BY_PASSPHRASE: secret, _BY_RECOVERY: crypto.read_recovery_key(secret)}
        for wrapped in self.body["wrapped"]:
            context = f"{self.store_id} {wrapped['by']}"
            key = crypto.unwrap(wrapped, spoken[wrapped["by"]], context=context)
            if key is not None:
                return _of_length(key)
        raise crypto.wrong_passphrase()


def make(
    path: Path, key: bytes, *, mode: Mode, store_id: str, salt: bytes, protection: Protection
) -> KeyFile:
    """The key file of a new store, not yet written.

    Raises BadInput `weak_passphrase`, or Known `passphrase_needed` where live data would be left
    without one.
    """
    body: dict[str, Any] = {
        "format": _FORMAT,
        "version": _VERSION,
        "protection": "none" if protection.passphrase is None else "passphrase",
        "mode": mode.value,
        "store_id": store_id,
        "salt": salt.hex(),
    }
    if protection.passphrase is None:
        if mode is Mode.LIVE:
            raise Known(
                "passphrase_needed",
                "Real patients need protecting. Choose a passphrase for this folder.",
                "passphrase",
            )
        return KeyFile(path, body | {"key": key.hex()})
    crypto.check_passphrase(protection.passphrase)
    wrapped = [_wrapped(_BY_PASSPHRASE, protection.passphrase, key, store_id, protection.cost)]
    if protection.recovery_key is not None:
        spoken = crypto.read_recovery_key(protection.recovery_key)
        wrapped.append(_wrapped(_BY_RECOVERY, spoken, key, store_id, protection.cost))
    body |= {
        "fingerprint": crypto.fingerprint(key),
        "key_store": protection.key_store and key_store.remember(store_id, key),
        "wrapped": wrapped,
    }
    return KeyFile(path, body)


def text(key_file: KeyFile) -> str:
    """What the file holds."""
    return json.dumps(key_file.body, indent=2) + "\n"


def write(key_file: KeyFile) -> None:
    """Put it on disk whole, for this person only; raises Known `unwritable` or `disk_full`."""
    write_whole(key_file.path, text(key_file), mode=PRIVATE)


def read(path: Path) -> KeyFile:
    """The key file of a store.

    Raises Known `key_file_missing`, `key_file_damaged`, or `unreadable` where the system refuses.
    """
    if not path.is_file():
        raise Known(
            "key_file_missing",
            Phrase(
                "The file {path} is missing. Put it back from a backup of the folder: without it "
                "the database cannot be read.",
                path=path,
            ),
        )
    try:
        with path.open("rb") as file:
            body = json.loads(file.read(_LARGEST))
        found = KeyFile(path, body)
        known = (body["format"], body["version"]) == (_FORMAT, _VERSION)
        if not (known and found.store_id and found.salt):
            raise ValueError("not a key file of this version")
    except OSError as refused:
        raise failures.unreadable(path, refused) from None
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged(path) from None
    return found


def locked_away() -> Known:
    """The store has been too long away from the share."""
    return Known(
        "locked_away",
        "This laptop has been away from the finance share too long and is locked. Nothing is lost: "
        "connect it, and what is sealed goes by itself; your administrator opens it again with the "
        "recovery key and a new passphrase.",
    )


def wiped() -> Known:
    """The store was wiped: the administrator took its machine off the list of devices."""
    return Known(
        "wiped",
        "This machine was taken off the trust’s list of devices, and its records were removed from "
        "it. What nobody else had is kept sealed in its folder: hand the machine to your "
        "administrator.",
    )


def _wrapped(by: str, secret: str, key: bytes, store_id: str, cost: Cost) -> dict[str, Any]:
    return {"by": by, **crypto.wrap(key, secret, context=f"{store_id} {by}", cost=cost)}


def _of_length(key: bytes) -> bytes:
    if len(key) != KEY_BYTES:
        raise ValueError("a key of the wrong length")
    return key


def _damaged(path: Path) -> Known:
    return Known(
        "key_file_damaged",
        Phrase(
            "The file {path} is damaged or not a Recoup key file. Put it back from a backup of the "
            "folder.",
            path=path,
        ),
    )
