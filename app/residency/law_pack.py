"""The law as a thing to be handed over: one pack, its dates, and who put it together."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from hashlib import sha256

from app.residency.law import Law


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """What a pack says of itself.

    From `valid_from` on new cases are determined with it; after `valid_to`, the day by which a
    person was to read the law again, it still works, and everything made with it says so. The
    days of the law itself, back to 2015, stand on its rules.
    """

    version: str
    valid_from: date
    valid_to: date
    made_at: str
    made_by: str

    def has_expired(self, today: date) -> bool:
        """Whether the law should have been read again by now."""
        return today > self.valid_to


class LawPack:
    """A pack that has been read: its law, its exact bytes, and whose key signed them."""

    def __init__(
        self, manifest: Manifest, law: Law, raw: Callable[[], bytes], *, signer: str = ""
    ) -> None:
        self.manifest = manifest
        self.law = law
        self.signer = signer
        """The fingerprint of the key; empty for the law that came with the program."""
        self._raw = raw

    @cached_property
    def raw(self) -> bytes:
        """The bytes by which it is kept, handed on and read again."""
        return self._raw()

    @cached_property
    def id(self) -> str:
        """Names these bytes and no others."""
        return sha256(self.raw).hexdigest()


def stamped(finding: dict[str, object], manifest: Manifest, today: date) -> dict[str, object]:
    """The finding as it is printed and kept: one made with an expired pack says so."""
    if not manifest.has_expired(today):
        return finding
    return {**finding, "rules_expired_on": manifest.valid_to.isoformat()}
