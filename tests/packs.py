"""Rule packs for tests: the program's own law under another version, with an edit, signed."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from typing import Any

from app.core.errors import Known
from app.library.packs import built_in, sealed
from app.services import packs, signin
from app.services.desk import Desk
from app.signatures import fingerprint
from app.store import signing
from tests.desks import PASSWORD
from tests.services.work import SECOND_ADMIN, add_second_admin

Edit = Callable[[dict[str, Any]], object]


@dataclass(frozen=True)
class PackKey:
    """A signer's key."""

    private: bytes = field(default_factory=lambda: signing.new_private_key(PASSWORD))

    @property
    def public(self) -> bytes:
        """The half that is handed out, as PEM."""
        return signing.public_pem(self.private, PASSWORD)

    @property
    def signer(self) -> str:
        """The key's name."""
        return fingerprint(signing.read_public_key(self.public))

    def signed(self, body: bytes) -> bytes:
        """A pack file."""
        return sealed(body, signing.sign(body, self.private, PASSWORD))


@cache
def _law() -> str:
    return built_in().raw.decode()


def edited_pack(
    version: str,
    edit: Edit | None = None,
    *,
    used_from: date = date(2026, 3, 9),
    review_by: date = date(2027, 3, 31),
) -> bytes:
    """The program's own law with a version and days of its own, and `edit` done to its shelves."""
    document = json.loads(_law())
    pack = document["shelves"]["rules/pack"]
    pack["rules_version"] = document["manifest"]["version"] = version
    pack["used_from"] = document["manifest"]["valid_from"] = used_from.isoformat()
    pack["review_by"] = document["manifest"]["valid_to"] = review_by.isoformat()
    document["manifest"]["made_by"] = "Tests"
    if edit is not None:
        edit(document["shelves"])
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode()


def group(shelves: dict[str, Any], code: str) -> dict[str, Any]:
    """One group of a pack being edited."""
    found: dict[str, Any] = next(
        row for row in shelves["rules/groups"]["group"] if row["id"] == code
    )
    return found


def trust_signer(desk: Desk, key: PackKey, name: str = "Law team") -> None:
    """Two administrators make a key count at this desk; whoever sat there sits there again."""
    before = desk.person.name
    signin.act_as(desk, "admin")
    with suppress(Known):  # here already
        add_second_admin(desk)
    signer = packs.propose_signer(desk, name, key.public).signer
    signin.act_as(desk, SECOND_ADMIN)
    packs.confirm_signer(desk, signer)
    signin.act_as(desk, before)
