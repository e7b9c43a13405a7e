"""Ed25519 signatures: whether one holds, and the short name its key is known by.

The one home of what the store's law packs and the share's envelopes both rest on, who do not know
each other. Nothing of our own making: `cryptography`, loaded when a signature is first checked.
"""

from __future__ import annotations

from hashlib import sha256

KEY_BYTES, SIGNATURE_BYTES = 32, 64
_NAME_LETTERS = 32  # 128 bits: nobody makes a second key of the same name


def fingerprint(public_key: bytes) -> str:
    """The name of a public key: 32 letters and digits, the same everywhere."""
    return sha256(public_key).hexdigest()[:_NAME_LETTERS]


def is_signed(public_key: bytes, signature: bytes, message: bytes) -> bool:
    """Whether the key's holder signed exactly this message."""
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

    try:
        Ed25519PublicKey.from_public_bytes(public_key).verify(signature, message)
    except (InvalidSignature, ValueError):
        return False
    return True
