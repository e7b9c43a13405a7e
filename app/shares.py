"""Opening the finance share with all it takes: its deadline, its part marks, its password.

The password comes from the key store, else from RECOUP_SHARE_PASSWORD, else from whoever can be
asked. It is never part of the address or of a command's arguments.
"""

from __future__ import annotations

import os
from collections.abc import Callable

from app.library.share import load_share_terms
from app.machine import SystemRandomness
from app.spool.share import Means, Share, SharePassword
from app.spool.share import open_share as open_share_with
from app.spool.smb_address import SmbAddress, is_smb, smb_address
from app.store import share_keys

PASSWORD = "RECOUP_SHARE_PASSWORD"


def open_share(
    url: str, *, password: str | None = None, ask: Callable[[str], str | None] | None = None
) -> Share:
    """The share at this address; raises BadInput `bad_share`.

    A password given here is used as it is, and not kept. `ask` is asked once, with the address,
    where no password is known; without it the first use raises SharePassword.
    """
    if password is None and ask is not None and is_smb(url):
        address = smb_address(url)
        password = _known(address) or ask(str(address))
    means = Means(
        terms=load_share_terms(),
        chance=SystemRandomness(),
        password=lambda address: password or _wanted(address),
    )
    return open_share_with(url, means)


def _wanted(address: SmbAddress) -> str:
    password = _known(address)
    if not password:
        raise SharePassword
    return password


def _known(address: SmbAddress) -> str | None:
    return share_keys.known(address.server_account) or os.environ.get(PASSWORD)
