"""Keys of signers on the command line: their files and their passphrases."""

from __future__ import annotations

import getpass
import os
import sys
from pathlib import Path

from app.core.errors import BadInput, NotFound
from app.store.crypto import check_passphrase

PASSPHRASE = "RECOUP_KEY_PASSPHRASE"
_LARGEST = 64 * 1024


def read_key(name: str) -> bytes:
    """A key file's bytes; raises NotFound or BadInput."""
    try:
        with Path(name).open("rb") as file:
            return file.read(_LARGEST)
    except FileNotFoundError:
        raise NotFound(f"There is no file {name}. Check the name.", "key") from None
    except OSError as refused:
        raise BadInput("bad_file", f"{name} cannot be read: {refused.strerror}.", "key") from None


def ask_key_passphrase(key: bytes) -> str | None:
    """The passphrase of a sealed key, from the environment or a prompt; None where unsealed."""
    if b"ENCRYPTED" not in key:
        return None
    given = os.environ.get(PASSPHRASE)
    if given is not None or not sys.stdin.isatty():
        return given
    return getpass.getpass("Passphrase of the key: ")


def new_key_passphrase() -> str:
    """A passphrase for a new key of a signer; raises BadInput as `new_passphrase` does."""
    return new_passphrase(PASSPHRASE, "the key")


def new_passphrase(variable: str, of: str) -> str:
    """A passphrase for a new file, from the environment or typed twice at a prompt.

    Raises BadInput `no_passphrase`, `bad_passphrase` or `weak_passphrase`.
    """
    given = os.environ.get(variable)
    if given is None:
        if not sys.stdin.isatty():
            raise BadInput(
                "no_passphrase", f"Set {variable}, or run this in a terminal.", "passphrase"
            )
        given = getpass.getpass(f"New passphrase of {of}: ")
        if getpass.getpass("The same again: ") != given:
            raise BadInput("bad_passphrase", "The two differ. Type it again.", "passphrase")
    check_passphrase(given)
    return given
