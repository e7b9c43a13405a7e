"""The keys that travel rests on: what a device signs and opens with, and the trust's own.

Ed25519 to sign and X25519 to be sealed to, from `cryptography`, loaded when first used. A key is
known by its fingerprint, short enough to be read out over the telephone.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from app.signatures import fingerprint

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.hpke import Suite


@dataclass(frozen=True, slots=True)
class PublicKeys:
    """What others know of a device, or of the trust: 32 raw bytes each."""

    verify: bytes  # Ed25519: checks its signatures
    seal: bytes  # X25519: what is sealed to it, only it opens


_public_halves: dict[bytes, PublicKeys] = {}
_MOST_HALVES = 32


@dataclass(frozen=True, slots=True, repr=False)
class PrivateKeys:
    """What stays inside the encrypted store, or under the trust's passphrase."""

    sign: bytes  # Ed25519
    open: bytes  # X25519

    @property
    def public(self) -> PublicKeys:
        """The halves that may be shown to everybody; worked out once, and no secret kept for it."""
        name = sha256(self.sign + self.open).digest()
        if name not in _public_halves:
            if len(_public_halves) >= _MOST_HALVES:
                _public_halves.clear()
            _public_halves[name] = PublicKeys(_ed25519_public(self.sign), _x25519_public(self.open))
        return _public_halves[name]


def new_keys() -> PrivateKeys:
    """Fresh keys from the system's source of chance."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return PrivateKeys(
        Ed25519PrivateKey.generate().private_bytes_raw(),
        X25519PrivateKey.generate().private_bytes_raw(),
    )


def spoken(public_key: bytes) -> str:
    """The fingerprint in groups of four, to be compared by two people."""
    name = fingerprint(public_key)
    return " ".join(name[at : at + 4] for at in range(0, len(name), 4))


def sign(private_key: bytes, message: bytes) -> bytes:
    """64 bytes that only the holder of the key can make for this message."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private_key).sign(message)


def seal_to(public_key: bytes, secret: bytes, *, about: bytes) -> bytes:
    """A secret that only the holder of the key can read, bound to what it is about (RFC 9180)."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey

    return _suite().encrypt(secret, X25519PublicKey.from_public_bytes(public_key), about)


def open_sealed(private_key: bytes, sealed: bytes, *, about: bytes) -> bytes | None:
    """The secret, or None where it was sealed to another key or about something else."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    try:
        return _suite().decrypt(sealed, X25519PrivateKey.from_private_bytes(private_key), about)
    except (InvalidTag, ValueError):
        return None


def _suite() -> Suite:
    from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite

    return Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)


def _ed25519_public(private_key: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()


def _x25519_public(private_key: bytes) -> bytes:
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    return X25519PrivateKey.from_private_bytes(private_key).public_key().public_bytes_raw()
