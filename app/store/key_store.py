"""The operating system's key store, where the machine has one; silence where it has none."""

from __future__ import annotations

SERVICE = "Recoup"


def remember(account: str, key: bytes) -> bool:
    """Keep a key under an account name; False where there is nowhere to keep it."""
    import keyring  # a tenth of a second: paid only by stores that use it
    from keyring.errors import KeyringError

    try:
        keyring.set_password(SERVICE, account, key.hex())
    except (KeyringError, OSError):
        return False
    return recall(account) == key


def recall(account: str) -> bytes | None:
    """The key kept under an account name, or None; whatever is wrong, a passphrase still opens."""
    import keyring
    from keyring.errors import KeyringError

    try:
        kept = keyring.get_password(SERVICE, account)
        return bytes.fromhex(kept) if kept else None
    except (KeyringError, OSError, ValueError):
        return None


def forget(account: str) -> None:
    """Take a key out of the store, where it is there."""
    import keyring
    from keyring.errors import KeyringError

    try:
        keyring.delete_password(SERVICE, account)
    except (KeyringError, OSError):
        return
