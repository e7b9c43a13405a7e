"""A small JSON file with its signature beside it: lists of machines, and what machines ask with."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from app.signatures import KEY_BYTES, SIGNATURE_BYTES, is_signed
from app.spool import keys
from app.spool.sealed import canonical

VERSION = 1


def signed(body: Mapping[str, Any], private_key: bytes) -> bytes:
    """The file of a body, signed."""
    signature = keys.sign(private_key, canonical(body))
    return canonical({"body": body, "signature": signature.hex()}) + b"\n"


def is_signed_by(data: bytes, public_key: bytes) -> bool:
    """Whether the key signed the body in this file, which `body_of` has read."""
    whole = json.loads(data)
    signature = bytes.fromhex(whole["signature"])
    return is_signed(public_key, signature, canonical(whole["body"]))


def body_of(data: bytes, largest: int, form: str) -> dict[str, Any]:
    """What the file says, believed by nobody yet; raises ValueError for a file of another form."""
    if len(data) > largest:
        raise ValueError("larger than such a file is")
    try:
        whole = json.loads(data)
        body = whole["body"]
        signature = bytes.fromhex(whole["signature"])
    except (RecursionError, TypeError, LookupError):
        raise ValueError("not such a file") from None
    if not isinstance(body, dict) or len(signature) != SIGNATURE_BYTES:
        raise ValueError("not such a file")
    if (body.get("format"), body.get("version")) != (form, VERSION):
        raise ValueError("not such a file")
    return body


def public_key(text: object) -> bytes:
    """The 32 bytes of a key as such files spell it; raises ValueError."""
    key = bytes.fromhex(text) if isinstance(text, str) else b""
    if len(key) != KEY_BYTES:
        raise ValueError("a key of the wrong length")
    return key
