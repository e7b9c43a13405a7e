"""Keys and passwords: random raw keys, wrapped by what a person knows; hashed passwords.

Argon2id and AES-256-GCM from `cryptography`, nothing of our own making.
"""

from __future__ import annotations

import os
import secrets
import unicodedata
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from typing import Any

from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.store.driver import KEY_BYTES, SALT_BYTES

SHORTEST_PASSPHRASE = 12
_NONCE_BYTES = 12
_ACTOR_BYTES = 8
_RECOVERY_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # none that is misread on paper
_RECOVERY_GROUPS = 8
_MOST_ITERATIONS, _MOST_LANES, _MOST_MEMORY_KIB = 64, 64, 4 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """How dear one guess at a passphrase is (Argon2id)."""

    iterations: int = 3
    lanes: int = 4
    memory_kib: int = 64 * 1024


STANDARD = Cost()


def new_key() -> bytes:
    """A fresh raw key for a database."""
    return secrets.token_bytes(KEY_BYTES)


def new_salt() -> bytes:
    """What a new database file begins with."""
    return secrets.token_bytes(SALT_BYTES)


def noise(length: int) -> bytes:
    """Random bytes to write over what must not be read again."""
    return secrets.token_bytes(length)


def new_actor() -> str:
    """The name of a new life of a store: 16 hexadecimal digits."""
    return secrets.token_hex(_ACTOR_BYTES)


def new_recovery_key() -> str:
    """160 random bits to print and lock away: eight groups of four letters and digits."""
    letters = [secrets.choice(_RECOVERY_LETTERS) for _ in range(_RECOVERY_GROUPS * 4)]
    return "-".join("".join(letters[at : at + 4]) for at in range(0, len(letters), 4))


def read_recovery_key(text: str) -> str:
    """A recovery key as typed from paper: any case, with or without dashes."""
    plain = "".join(letter for letter in text.upper() if letter.isalnum())
    plain = plain.replace("O", "0").replace("I", "1").replace("L", "1")
    return "-".join(plain[at : at + 4] for at in range(0, len(plain), 4))


def check_passphrase(passphrase: str) -> None:
    """Raise BadInput where a passphrase is too short to protect a key."""
    if len(passphrase) < SHORTEST_PASSPHRASE:
        raise BadInput(
            "weak_passphrase",
            Phrase(
                "Choose a passphrase of at least {count} characters, such as four words.",
                count=SHORTEST_PASSPHRASE,
            ),
            "passphrase",
        )


def fingerprint(key: bytes) -> str:
    """Tells whether a key is the right one, and nothing about it."""
    return sha256(b"recoup key fingerprint\x00" + key).hexdigest()


def wrap(key: bytes, secret: str, *, context: str, cost: Cost = STANDARD) -> dict[str, Any]:
    """The key sealed under a secret, as JSON-able values with all that opening needs.

    `context` is bound in: the same sealed bytes open nowhere else.
    """
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = os.urandom(SALT_BYTES), os.urandom(_NONCE_BYTES)
    sealing = AESGCM(_derive(secret, salt, cost))
    return {
        "kdf": "argon2id",
        "iterations": cost.iterations,
        "lanes": cost.lanes,
        "memory_kib": cost.memory_kib,
        "salt": salt.hex(),
        "cipher": "aes-256-gcm",
        "nonce": nonce.hex(),
        "sealed": sealing.encrypt(nonce, key, context.encode()).hex(),
    }


def unwrap(wrapped: dict[str, Any], secret: str, *, context: str) -> bytes | None:
    """The key, or None where the secret is not the right one.

    Raises ValueError, KeyError or TypeError where the wrapping is not one of ours.
    """
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if (wrapped["kdf"], wrapped["cipher"]) != ("argon2id", "aes-256-gcm"):
        raise ValueError("an unknown way of wrapping")
    cost = Cost(int(wrapped["iterations"]), int(wrapped["lanes"]), int(wrapped["memory_kib"]))
    if not _is_bearable(cost):
        raise ValueError("a cost no honest file asks for")
    opening = AESGCM(_derive(secret, bytes.fromhex(wrapped["salt"]), cost))
    nonce, sealed = bytes.fromhex(wrapped["nonce"]), bytes.fromhex(wrapped["sealed"])
    try:
        return opening.decrypt(nonce, sealed, context.encode())
    except InvalidTag:
        return None


def hash_password(password: str, *, cost: Cost = STANDARD) -> str:
    """A password as the PHC string of Argon2id, parameters and salt included."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    hasher = Argon2id(
        salt=os.urandom(SALT_BYTES),
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return hasher.derive_phc_encoded(_as_typed(password))


def verify_password(password: str, encoded: str) -> bool:
    """Whether the password is the one that was hashed."""
    from cryptography.exceptions import InvalidKey
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    try:
        Argon2id.verify_phc_encoded(_as_typed(password), encoded)
    except InvalidKey:
        return False
    return True


@cache
def nobodys_hash() -> str:
    """A hash no password answers to, so that an unknown name takes as long as a known one."""
    return hash_password(secrets.token_urlsafe(KEY_BYTES))


def wrong_passphrase() -> Known:
    """The passphrase, or the recovery key, did not open the key file."""
    return Known(
        "wrong_passphrase",
        "That passphrase does not open this folder. Type it again, or use the recovery key.",
        "passphrase",
    )


def _derive(secret: str, salt: bytes, cost: Cost) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    deriving = Argon2id(
        salt=salt,
        length=KEY_BYTES,
        iterations=cost.iterations,
        lanes=cost.lanes,
        memory_cost=cost.memory_kib,
    )
    return deriving.derive(_as_typed(secret))


def _is_bearable(cost: Cost) -> bool:
    return (
        1 <= cost.iterations <= _MOST_ITERATIONS
        and 1 <= cost.lanes <= _MOST_LANES
        and 8 * cost.lanes <= cost.memory_kib <= _MOST_MEMORY_KIB
    )


def _as_typed(secret: str) -> bytes:
    """The same bytes whichever keyboard typed the marks (NFKC, as NIST SP 800-63B advises)."""
    return unicodedata.normalize("NFKC", secret).encode()
