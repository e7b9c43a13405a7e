"""Secrets that the system hands to a service in files of its own (systemd's LoadCredential).

They stand in memory alone, in a folder that only the service can read, and never in its
environment, where every program that it starts would find them.
"""

from __future__ import annotations

import os
from pathlib import Path

from app.core.errors import BadInput

FOLDER = "CREDENTIALS_DIRECTORY"  # set by systemd
HUB_PASSPHRASE = "hub-passphrase"
LEDGER_PASSPHRASE = "ledger-passphrase"
SHARE_PASSWORD = "share-password"
_LARGEST = 4096


def secret(name: str) -> str | None:
    """The secret without the line's end; None where the system gave none of that name.

    Raises BadInput `bad_secret` for one that cannot be read as text.
    """
    folder = os.environ.get(FOLDER)
    if not folder:
        return None
    try:
        with Path(folder, name).open("rb") as file:
            found = file.read(_LARGEST + 1)
        if len(found) > _LARGEST:
            raise ValueError
        return found.decode("utf-8").rstrip("\r\n")
    except FileNotFoundError:
        return None
    except (OSError, ValueError):
        raise BadInput(
            "bad_secret", f"The credential {name} could not be read as a line of text.", name
        ) from None
