"""Passwords of accounts on share servers, in the operating system's key store.

Where the machine has none, a password is remembered until the program ends, and is never written
anywhere.
"""

from __future__ import annotations

from app.store import key_store

_until_the_end: dict[str, str] = {}


def keep(account: str, password: str) -> bool:
    """Remember the password of an account; False where it will be asked again next time."""
    if key_store.remember(_named(account), password.encode()):
        _until_the_end.pop(account, None)
        return True
    _until_the_end[account] = password
    return False


def known(account: str) -> str | None:
    """The password that was kept, or None."""
    if account in _until_the_end:
        return _until_the_end[account]
    kept = key_store.recall(_named(account))
    return None if kept is None else kept.decode("utf-8", "replace")


def _named(account: str) -> str:
    return f"share {account}"
