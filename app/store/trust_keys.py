"""The trust's own keys in a file of their own: under a passphrase and a printed recovery key.

The file is made once, at the first run of the first machine, and afterwards lies where finance
takes envelopes in and where the administrator keeps the list of devices. No desk has it.
"""

from __future__ import annotations

import json
from typing import Any

from app.core.errors import Known
from app.store import crypto
from app.store.crypto import STANDARD, Cost

FORMAT, VERSION = "recoup-trust-keys", 1
LARGEST = 64 * 1024
_BYTES = 32
_PASSPHRASE, _RECOVERY = "passphrase", "recovery"


def sealed(
    trust: str,
    secrets: tuple[bytes, ...],
    *,
    root: bytes,
    passphrase: str,
    recovery_key: str | None,
    cost: Cost = STANDARD,
) -> bytes:
    """The file; `secrets` are the signing key and the opening keys, the newest first.

    `root` is the public key that signs the trust's list of devices: for the administrator's file
    that of its own signing key, for the hub's not.

    Raises BadInput `weak_passphrase`.
    """
    crypto.check_passphrase(passphrase)
    plain = b"".join(secrets)
    about = f"{trust} {root.hex()}"
    wrapped = [_wrap(about, _PASSPHRASE, passphrase, plain, cost)]
    if recovery_key is not None:
        spoken = crypto.read_recovery_key(recovery_key)
        wrapped.append(_wrap(about, _RECOVERY, spoken, plain, cost))
    body = {
        "format": FORMAT,
        "version": VERSION,
        "trust": trust,
        "root": root.hex(),
        "wrapped": wrapped,
    }
    return (json.dumps(body, indent=2) + "\n").encode()


def opened(file: bytes, secret: str | None) -> tuple[str, bytes, tuple[bytes, ...]]:
    """The trust's code, its root and the keys inside, by passphrase or recovery key.

    Raises Known `bad_trust_keys`, `passphrase_needed` or `wrong_passphrase`.
    """
    if not secret:
        raise Known(
            "passphrase_needed",
            "The trust’s keys are locked. Give their passphrase at the prompt, "
            "or set RECOUP_TRUST_PASSPHRASE.",
            "passphrase",
        )
    try:
        body = _body(file)
        trust, root = str(body["trust"]), bytes.fromhex(body["root"])
        spoken = {_PASSPHRASE: secret, _RECOVERY: crypto.read_recovery_key(secret)}
        for wrapped in body["wrapped"]:
            plain = crypto.unwrap(
                wrapped,
                spoken[wrapped["by"]],
                context=f"{trust} {root.hex()} trust keys {wrapped['by']}",
            )
            if plain is not None:
                return trust, root, _parts(plain)
    except (ValueError, KeyError, TypeError, RecursionError):
        raise _damaged() from None
    raise Known(
        "wrong_passphrase",
        "That passphrase does not open this key file. Type it again, or use the recovery key.",
        "passphrase",
    )


def _wrap(about: str, by: str, secret: str, plain: bytes, cost: Cost) -> dict[str, Any]:
    context = f"{about} trust keys {by}"
    return {"by": by, **crypto.wrap(plain, secret, context=context, cost=cost)}


def _body(file: bytes) -> dict[str, Any]:
    if len(file) > LARGEST:
        raise ValueError("larger than such a file is")
    body = json.loads(file)
    if (body["format"], body["version"]) != (FORMAT, VERSION):
        raise ValueError("not such a file")
    return dict(body)


def _parts(plain: bytes) -> tuple[bytes, ...]:
    if len(plain) < 2 * _BYTES or len(plain) % _BYTES:
        raise ValueError("keys of the wrong length")
    return tuple(plain[at : at + _BYTES] for at in range(0, len(plain), _BYTES))


def _damaged() -> Known:
    return Known(
        "bad_trust_keys",
        "That is not the trust’s key file, or it is damaged. Take it from its backup.",
        "keys",
    )
