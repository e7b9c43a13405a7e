"""The sealed envelope: what crosses the share so that nobody on the way can read or change it.

Content is packed, sealed to those it is for, and signed by the device that sends it. The header
stays readable and is bound to the content: whoever checks needs no key to see who sent how much,
in which place of which chain. One file:

    RCPENV1\\n | length of the header, 4 bytes | header, canonical JSON | sealed content | signature

The content key is fresh for each envelope. It is sealed by HPKE (RFC 9180) to each receiver's key,
so a desk that is no receiver of what it sends cannot read it again.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from typing import Any

from app.core.trust import Mode
from app.core.wording import phrases
from app.signatures import SIGNATURE_BYTES, fingerprint, is_signed
from app.spool import keys
from app.spool.keys import PrivateKeys
from app.spool.shapes import code, digest, moment, number, text

MAGIC = b"RCPENV1\n"
FORMAT, VERSION = "recoup-envelope", 1
FIRST = "0" * 64  # what the first envelope of a chain follows
LARGEST_HEADER = 256 * 1024
LARGEST_CONTENT = 64 * 1024 * 1024  # unpacked; nothing larger is ever unpacked
LARGEST_FILE = LARGEST_CONTENT + LARGEST_HEADER + 1024
_LENGTH_BYTES, _TAG_BYTES = 4, 16
_NONCE = bytes(12)  # each content key seals once, so no nonce can be used twice
_CONTENT_KEY_BYTES = 32
_LEVEL = 1  # of zstd: a stronger one costs more time than it saves on a wire of this kind
_HEX = re.compile(r"(?:[0-9a-f]{2})+", re.ASCII)
_AUDIT = re.compile(r"(?:[0-9]{1,12}:[0-9a-f]{64})?", re.ASCII)
_PACK = re.compile(r"[ -~]{0,80}", re.ASCII)
_ACTOR = re.compile(r"[0-9a-f]{16}", re.ASCII)
_HIGHEST = 10**9
_MOST_RECEIVERS = 500


class Content(StrEnum):
    """What an envelope holds; each kind is for other receivers."""

    CASES = "cases"  # records of cases: for officers and the trust
    FINANCE = "finance"  # a batch of plain ledger files: for the trust
    REGISTER = "register"  # what desks need to know again of patients: for desks
    ANSWERS = "answers"  # receipts, answers of finance, payments: for one device
    AGAIN = "again"  # records of other devices, for one that has joined later


class Fault(StrEnum):
    """Why an envelope is put aside. The texts are in `WORDS`."""

    DAMAGED = "S101"
    UNSIGNED = "S102"
    STRANGER = "S103"
    REVOKED = "S104"
    OTHER_TRUST = "S105"
    OTHER_MODE = "S106"
    REPLAYED = "S107"
    FORKED = "S108"
    UNREADABLE = "S109"
    TOO_LARGE = "S110"
    MISCOUNTED = "S111"
    NOT_ENTITLED = "S112"
    CONTRADICTED = "S113"
    DAMAGED_HERE = "S114"


WORDS: Mapping[Fault, str] = phrases(
    {
        Fault.DAMAGED: "The file is not a whole envelope.",
        Fault.UNSIGNED: (
            "The signature does not fit: the file was altered, or another device made it."
        ),
        Fault.STRANGER: "No device of this trust has the key that signed it.",
        Fault.REVOKED: "The device that sent it has been taken off the list.",
        Fault.OTHER_TRUST: "It belongs to another trust.",
        Fault.OTHER_MODE: "It holds made-up records, or this store does.",
        Fault.REPLAYED: "It repeats a number that was taken with other content.",
        Fault.FORKED: "It does not follow the one before it.",
        Fault.UNREADABLE: "It was sealed to this machine and does not open.",
        Fault.TOO_LARGE: "It unpacks to more than its header says, or than any envelope may.",
        Fault.MISCOUNTED: "It holds another number of records than its header says.",
        Fault.NOT_ENTITLED: "Its sender may not send such records.",
        Fault.CONTRADICTED: (
            "It says something else of a record than the machine that wrote it. "
            "The rest of it was taken."
        ),
        Fault.DAMAGED_HERE: (
            "A record kept on this machine cannot be read any more. Restore the last backup of its "
            "folder: what was sent since comes back by the share."
        ),
    }
)


class Refused(Exception):
    """An envelope that must not be believed; `fault` says why."""

    def __init__(self, fault: Fault) -> None:
        super().__init__(f"{fault}: {WORDS[fault]}")
        self.fault = fault


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What the header says, all of it bound to the content and under the signature."""

    trust: str
    mode: Mode
    device: str
    actor: str  # the life of the device's store: a restored one begins a chain of its own
    sequence: int
    previous: str  # hash of the file before it in this chain
    content: Content
    rows: int
    schema: int  # the sender's number of migrations
    pack: str  # the law it determines with
    created: str
    audit: str = ""  # row and hash where the sender's audit chain stood; empty for a hub

    def core(self) -> dict[str, Any]:
        """The header without its sealing."""
        return {
            "format": FORMAT,
            "version": VERSION,
            "trust": self.trust,
            "mode": self.mode.value,
            "device": self.device,
            "actor": self.actor,
            "sequence": self.sequence,
            "previous": self.previous,
            "content": self.content.value,
            "rows": self.rows,
            "schema": self.schema,
            "pack": self.pack,
            "created": self.created,
            "audit": self.audit,
        }


@dataclass(frozen=True, slots=True)
class Envelope:
    """An envelope as read: its header believed by nobody until `verify` has passed."""

    heading: Heading
    size: int  # of the content, unpacked
    sealed_to: Mapping[str, bytes]  # the content key, by fingerprint of the receiver's key
    header: bytes
    sealed: bytes
    signature: bytes
    sha256: str

    def verify(self, public_key: bytes) -> None:
        """Raises Refused where the key did not sign this file."""
        if not self.is_by(public_key):
            raise Refused(Fault.UNSIGNED)

    def is_by(self, public_key: bytes) -> bool:
        """Whether the key signed this file."""
        return is_signed(public_key, self.signature, _digest(self.header, self.sealed))

    def is_for(self, public_key: bytes) -> bool:
        """Whether it is sealed to that key."""
        return fingerprint(public_key) in self.sealed_to

    def open(self, receiver: PrivateKeys) -> bytes:
        """The content; verify first. Raises Refused, or KeyError where it is for others."""
        wrapped = self.sealed_to[fingerprint(receiver.public.seal)]
        about = _about(self.heading)
        content_key = keys.open_sealed(receiver.open, wrapped, about=about)
        if content_key is None or len(content_key) != _CONTENT_KEY_BYTES:
            raise Refused(Fault.UNREADABLE)
        return _unpack(_decrypt(content_key, self.header, self.sealed), self.size)


def seal(
    heading: Heading,
    content: bytes | bytearray,
    *,
    sender: PrivateKeys,
    receivers: Sequence[bytes],
) -> bytes:
    """A whole file of the share; `receivers` are public X25519 keys.

    Raises ValueError where there is nobody it is for, or more content than one envelope takes.
    """
    import zstandard
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    if not receivers or len(content) > LARGEST_CONTENT:
        raise ValueError("an envelope has receivers and bounded content")
    content_key = AESGCM.generate_key(8 * _CONTENT_KEY_BYTES)
    about = _about(heading)
    header = canonical(
        heading.core()
        | {
            "size": len(content),
            "for": {
                fingerprint(key): keys.seal_to(key, content_key, about=about).hex()
                for key in receivers
            },
        }
    )
    packed = zstandard.ZstdCompressor(level=_LEVEL).compress(content)
    sealed = AESGCM(content_key).encrypt(_NONCE, packed, header)
    signature = keys.sign(sender.sign, _digest(header, sealed))
    return MAGIC + len(header).to_bytes(_LENGTH_BYTES) + header + sealed + signature


def read(data: bytes) -> Envelope:
    """A file of the share taken apart, nothing of it believed yet; raises Refused."""
    if len(data) > LARGEST_FILE:
        raise Refused(Fault.TOO_LARGE)
    start = len(MAGIC) + _LENGTH_BYTES
    if len(data) < start or data[: len(MAGIC)] != MAGIC:
        raise Refused(Fault.DAMAGED)
    length = int.from_bytes(data[len(MAGIC) : start])
    least = start + length + _TAG_BYTES + SIGNATURE_BYTES
    if length > LARGEST_HEADER or len(data) < least:
        raise Refused(Fault.DAMAGED)
    header = data[start : start + length]
    said = _said(header)
    return Envelope(
        heading=_heading(said),
        size=_size(said["size"]),
        sealed_to=_sealed_to(said["for"]),
        header=header,
        sealed=data[start + length : -SIGNATURE_BYTES],
        signature=data[-SIGNATURE_BYTES:],
        sha256=sha256(data).hexdigest(),
    )


def canonical(value: object) -> bytes:
    """JSON in the one form that is hashed and signed."""
    return json.dumps(
        value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False
    ).encode()


_MEMBERS = frozenset(
    (*Heading.__dataclass_fields__, "format", "version", "size", "for"),
)


def _said(header: bytes) -> dict[str, Any]:
    try:
        said = json.loads(header)
        sound = (
            isinstance(said, dict)
            and set(said) == _MEMBERS
            and (said["format"], said["version"]) == (FORMAT, VERSION)
            and canonical(said) == header
        )
    except (ValueError, RecursionError):
        sound = False
    if not sound:
        raise Refused(Fault.DAMAGED)
    return dict(said)


def _heading(said: Mapping[str, Any]) -> Heading:
    try:
        return Heading(
            trust=code(said["trust"]),
            mode=Mode(said["mode"]),
            device=code(said["device"]),
            actor=text(said["actor"], _ACTOR),
            sequence=number(said["sequence"], least=1, most=_HIGHEST),
            previous=digest(said["previous"]),
            content=Content(said["content"]),
            rows=number(said["rows"], least=0, most=_HIGHEST),
            schema=number(said["schema"], least=0, most=_HIGHEST),
            pack=text(said["pack"], _PACK),
            created=moment(said["created"]),
            audit=text(said["audit"], _AUDIT),
        )
    except ValueError:
        raise Refused(Fault.DAMAGED) from None


def _sealed_to(said: object) -> dict[str, bytes]:
    if not isinstance(said, dict) or not 1 <= len(said) <= _MOST_RECEIVERS:
        raise Refused(Fault.DAMAGED)
    try:
        return {str(name): bytes.fromhex(text(one, _HEX)) for name, one in said.items()}
    except ValueError:
        raise Refused(Fault.DAMAGED) from None


def _size(value: object) -> int:
    if type(value) is not int or value < 0:
        raise Refused(Fault.DAMAGED)
    if value > LARGEST_CONTENT:
        raise Refused(Fault.TOO_LARGE)
    return value


def _about(heading: Heading) -> bytes:
    return b"recoup envelope key\x00" + sha256(canonical(heading.core())).digest()


def _digest(header: bytes, sealed: bytes) -> bytes:
    hashed = sha256(b"recoup envelope\x00" + len(header).to_bytes(_LENGTH_BYTES) + header)
    hashed.update(sealed)
    return hashed.digest()


def _decrypt(content_key: bytes, header: bytes, sealed: bytes) -> bytes:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(content_key).decrypt(_NONCE, sealed, header)
    except InvalidTag:
        raise Refused(Fault.UNREADABLE) from None


def _unpack(packed: bytes, size: int) -> bytes:
    """Never more than the header says, whatever the packed bytes would grow to."""
    import zstandard

    try:
        with zstandard.ZstdDecompressor(max_window_size=2**27).stream_reader(packed) as reader:
            content = reader.read(size + 1)
    except (zstandard.ZstdError, MemoryError):
        raise Refused(Fault.UNREADABLE) from None
    if len(content) != size:
        raise Refused(Fault.TOO_LARGE if len(content) > size else Fault.MISCOUNTED)
    return bytes(content)
