"""Signing law packs by a key in a PEM file: making the key, reading it, signing.

Nothing of our own making: `cryptography` throughout, loaded when a key is first used.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from app.core.errors import BadInput
from app.signatures import fingerprint, is_signed

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey


@dataclass(frozen=True, slots=True)
class Signature:
    """A signature with the public key it holds under; whether that key is trusted is not said."""

    public_key: bytes
    value: bytes

    @property
    def signer(self) -> str:
        """The name of the key."""
        return fingerprint(self.public_key)

    def holds(self, signed: bytes) -> bool:
        """Whether the key signed exactly these bytes."""
        return is_signed(self.public_key, self.value, signed)


def new_private_key(passphrase: str) -> bytes:
    """A fresh private key as PEM text, sealed under the passphrase."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    return Ed25519PrivateKey.generate().private_bytes(
        serialization.Encoding.PEM,
        serialization.PrivateFormat.PKCS8,
        serialization.BestAvailableEncryption(passphrase.encode()),
    )


def public_pem(private_pem: bytes, passphrase: str | None) -> bytes:
    """The public half, which may be shown to everybody; raises BadInput `bad_key`."""
    from cryptography.hazmat.primitives import serialization

    return (
        _private(private_pem, passphrase)
        .public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
    )


def read_public_key(pem: bytes) -> bytes:
    """The key in a PEM file; raises BadInput `bad_key` for anything but a public Ed25519 key."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        key = serialization.load_pem_public_key(pem)
    except Exception:  # cryptography lets several kinds through
        key = None
    if not isinstance(key, Ed25519PublicKey):
        raise BadInput(
            "bad_key", "This is not a public Ed25519 key in PEM form. Name the .pub file.", "key"
        )
    return key.public_bytes_raw()


def sign(signed: bytes, private_pem: bytes, passphrase: str | None) -> Signature:
    """Sign some bytes; raises BadInput `bad_key` where the key or its passphrase is not right."""
    key = _private(private_pem, passphrase)
    return Signature(key.public_key().public_bytes_raw(), key.sign(signed))


def _private(pem: bytes, passphrase: str | None) -> Ed25519PrivateKey:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    sealed = b"ENCRYPTED" in pem
    if sealed and passphrase is None:
        raise BadInput("no_passphrase", "This key needs its passphrase.", "key")
    try:
        key = serialization.load_pem_private_key(
            pem, passphrase.encode() if sealed and passphrase is not None else None
        )
    except Exception:  # cryptography lets several kinds through
        key = None
    if not isinstance(key, Ed25519PrivateKey):
        raise BadInput(
            "bad_key",
            "This is not a private Ed25519 key, or the passphrase is another one. Check both.",
            "key",
        )
    return key
