"""A key store in memory, standing in for the operating system's, or none at all."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import keyring
import keyring.backend
import keyring.backends.fail


class Cupboard(keyring.backend.KeyringBackend):
    """What was kept in it, by service and account."""

    priority = -1  # never chosen by itself, only where a test sets it

    kept: dict[tuple[str, str], str]

    def get_password(self, service: str, username: str) -> str | None:
        return self.kept.get((service, username))

    def set_password(self, service: str, username: str, password: str) -> None:
        self.kept[service, username] = password

    def delete_password(self, service: str, username: str) -> None:
        self.kept.pop((service, username), None)


def empty_cupboard() -> Cupboard:
    """One with nothing in it, made without a look at the machine."""
    empty = object.__new__(Cupboard)
    empty.kept = {}
    return empty


@contextmanager
def key_store(backend: keyring.backend.KeyringBackend | None) -> Iterator[None]:
    """A machine with this key store, or with none."""
    before = keyring.get_keyring()
    keyring.set_keyring(backend or object.__new__(keyring.backends.fail.Keyring))
    try:
        yield
    finally:
        keyring.set_keyring(before)
