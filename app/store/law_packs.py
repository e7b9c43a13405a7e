"""Packs of law, each with its exact bytes; kept once, never changed, never removed.

A pack may have come with another machine's cases, and with whatever that machine said of it. What
its bytes say of themselves counts: where they bear out none of what was told, a machine that has
the pack keeps it in place of what came.
"""

from __future__ import annotations

import json
import zlib
from base64 import b64decode
from dataclasses import dataclass
from datetime import date
from hashlib import sha256

from app.core.errors import Known
from app.replica.record import Values
from app.signatures import fingerprint
from app.store.database import Database, Row

_ADD = """
    INSERT INTO law_packs (pack_id, seq, version, valid_from, valid_to, signer, squeezed, kept_by,
        kept_at)
    SELECT :pack_id, ifnull(max(seq), 0) + 1, :version, :valid_from, :valid_to, :signer, :squeezed,
        :kept_by, :kept_at
    FROM law_packs"""
_COLUMNS = "pack_id, version, valid_from, valid_to, signer, kept_by, kept_at"
_ALL = f"SELECT {_COLUMNS} FROM law_packs WHERE signer <> '' ORDER BY seq"
_BEGUN = f"""
    SELECT {_COLUMNS} FROM law_packs WHERE signer <> '' AND valid_from <= ?
    ORDER BY valid_from DESC, kept_at DESC, seq DESC"""
_ONE = f"SELECT {_COLUMNS} FROM law_packs WHERE pack_id = ?"
_HAS = "SELECT 1 FROM law_packs WHERE pack_id = ?"
_BYTES = "SELECT squeezed FROM law_packs WHERE pack_id = ?"
_LARGEST = 8 * 1024 * 1024  # bytes of a pack; what would unpack to more is none


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptPack:
    """A pack in the store; `signer` is empty for the law of a program."""

    pack_id: str
    version: str
    valid_from: date
    valid_to: date
    signer: str
    kept_by: str
    kept_at: str

    @property
    def told(self) -> tuple[str, date, date, str]:
        """What the bytes say too, of a pack that is told truly."""
        return self.version, self.valid_from, self.valid_to, self.signer


def add(db: Database, pack: KeptPack, raw: bytes) -> None:
    """Keep a pack with its bytes; the caller owns the transaction and has asked `has`."""
    db.execute(
        _ADD,
        {
            "pack_id": pack.pack_id,
            "version": pack.version,
            "valid_from": pack.valid_from.isoformat(),
            "valid_to": pack.valid_to.isoformat(),
            "signer": pack.signer,
            "squeezed": zlib.compress(raw, 6),
            "kept_by": pack.kept_by,
            "kept_at": pack.kept_at,
        },
    )


def has(db: Database, pack_id: str) -> bool:
    """Whether something is kept under this name, true or not."""
    return db.first(_HAS, (pack_id,)) is not None


def stands(db: Database, pack: KeptPack) -> bool:
    """Whether this very pack is kept: its bytes, and what they say."""
    kept = [_from_row(row) for row in db.rows(_ONE, (pack.pack_id,))]
    if [one.told for one in kept] != [pack.told]:
        return False
    return _unpacked(db.scalar(_BYTES, (pack.pack_id,)), pack.pack_id) is not None


def is_told_truly(values: Values) -> bool:
    """Whether the bytes of a row, as it travels, bear out its name and what it says of them."""
    pack_id, version, valid_from, valid_to, signer, squeezed = values[:6]
    try:
        body = _unpacked(bytes.fromhex(str(squeezed)), str(pack_id))
        if body is None:
            return False
        law, _, tail = body.partition(b"\n")
        manifest = json.loads(law)["manifest"]
        key = b64decode(json.loads(tail)["public_key"]) if tail else None
        told = [manifest[name] for name in ("version", "valid_from", "valid_to")]
    except (ValueError, TypeError, KeyError, RecursionError):
        return False
    return [*told, "" if key is None else fingerprint(key)] == [
        version,
        valid_from,
        valid_to,
        signer,
    ]


def raw(db: Database, pack_id: str) -> bytes:
    """The exact bytes of a pack that a case refers to; raises Known `damaged_pack`."""
    body = _unpacked(db.scalar(_BYTES, (pack_id,)), pack_id)
    if body is None:
        raise Known(
            "damaged_pack",
            "The law that this was determined with cannot be read here. Ask your administrator "
            "for that rule pack, and restore the last backup if it was installed here.",
        )
    return body


def installed(db: Database) -> tuple[KeptPack, ...]:
    """Every pack somebody installed, oldest first."""
    return tuple(_from_row(row) for row in db.rows(_ALL))


def begun(db: Database, today: date) -> tuple[KeptPack, ...]:
    """The packs whose first day has come, the newest first."""
    return tuple(_from_row(row) for row in db.rows(_BEGUN, (today.isoformat(),)))


def _from_row(row: Row) -> KeptPack:
    days = {name: date.fromisoformat(row[name]) for name in ("valid_from", "valid_to")}
    return KeptPack(**row | days)


def _unpacked(squeezed: bytes, pack_id: str) -> bytes | None:
    """The bytes of a pack; None where they are not those it is named by."""
    unpacking = zlib.decompressobj()
    try:
        body = unpacking.decompress(squeezed, _LARGEST + 1)
    except zlib.error:
        return None
    return body if unpacking.eof and sha256(body).hexdigest() == pack_id else None
