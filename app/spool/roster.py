"""The roster: which devices belong to a trust, with which keys, for what; signed by the trust.

One small file that everybody may read. Each edition follows the one before it and is signed with
the trust's own key, which a device learns once, when it is enrolled, and never changes by itself.
An older edition than the one known is not believed, so that nobody brings a revoked device back.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from hashlib import sha256
from typing import Any

from app.core.errors import BadInput, Known
from app.core.wording import Phrase
from app.spool.device_request import LONGEST_NAME, Request
from app.spool.keys import PrivateKeys, PublicKeys
from app.spool.sealed import FIRST, canonical
from app.spool.shapes import code, digest, moment, number
from app.spool.signed_file import VERSION, body_of, is_signed_by, public_key, signed

FORMAT = "recoup-roster"
LARGEST_ROSTER = 512 * 1024
MOST_DEVICES = 400
RENEWED = "new keys"  # why old keys of a device that is still at work are off the list


class Duty(StrEnum):
    """What a device is there for; it decides what is sealed to it and what it may send."""

    DESK = "desk"  # registers patients
    WARD = "ward"  # a laptop that may be lost: own drafts and the last days only
    OFFICER = "officer"  # sees every case
    HUB = "hub"  # finance's side


@dataclass(frozen=True, slots=True)
class Device:
    """One machine of the trust. Revoked for good once `revoked_at` is set."""

    code: str
    name: str
    duties: frozenset[Duty]
    keys: PublicKeys
    granted_at: str
    revoked_at: str = ""
    revoked_because: str = ""

    @property
    def is_revoked(self) -> bool:
        """Whether it has been taken off the list."""
        return bool(self.revoked_at)

    @property
    def may_have_signed(self) -> bool:
        """Whether what these keys signed counts: those in use, and those a change replaced.

        Keys of a machine that was taken off the list do not: whoever has it now has its keys.
        """
        return not self.is_revoked or self.revoked_because == RENEWED


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """One edition: `number` rises by one, `previous` is the hash of the edition before it."""

    trust: str
    number: int
    previous: str
    root: bytes  # the trust's Ed25519 key: signs every edition
    sealing: tuple[bytes, ...]  # the trust's X25519 keys, the one in use first
    devices: tuple[Device, ...]
    made_at: str

    def device(self, code: str) -> Device | None:
        """The device of that code, the newest where a code was given out again."""
        return next((one for one in reversed(self.devices) if one.code == code), None)

    def signer(self, verify_key: bytes) -> Device | None:
        """The device that signs with that key."""
        return next((one for one in self.devices if one.keys.verify == verify_key), None)

    def of_code(self, code: str) -> tuple[Device, ...]:
        """Every device that ever had a code, newest first: old envelopes keep their old keys."""
        return tuple(one for one in reversed(self.devices) if one.code == code)

    def at_work(self, *duties: Duty) -> tuple[Device, ...]:
        """The devices that have one of the duties and are not revoked."""
        return tuple(one for one in self.devices if not one.is_revoked and one.duties & set(duties))

    def gone(self) -> tuple[Device, ...]:
        """The machines that were taken off, each with the newest keys it had."""
        off = {one.code: one for one in self.devices if not one.may_have_signed}
        return tuple(off.values())

    def with_device(self, request: Request, duties: frozenset[Duty], *, at: str) -> Roster:
        """The next edition, with a device let in, or with its new keys in place of its old ones.

        Raises BadInput where the request is for another trust, its key is known already, or there
        is nothing the device would be there for; a code that finance's side has is not given to a
        desk, nor the other way round.
        """
        if request.trust != self.trust:
            raise BadInput(
                "other_trust",
                Phrase(
                    "That device asks to join {trust}; this is {here}. Make the request again on "
                    "the device, with the right trust.",
                    trust=request.trust,
                    here=self.trust,
                ),
                "request",
            )
        if not duties:
            raise BadInput("no_duty", "Say what the device is for: desk, ward, officer or hub.")
        if any(one.keys == request.keys for one in self.devices):
            raise BadInput("known_device", "That device is on the list already.", "request")
        before = self.device(request.code)
        if before and not before.is_revoked and (Duty.HUB in before.duties) != (Duty.HUB in duties):
            raise BadInput(
                "code_in_use",
                Phrase(
                    "{code} is the code of {name}. Choose another.",
                    code=request.code,
                    name=before.name,
                ),
                "code",
            )
        if len(self.devices) >= MOST_DEVICES:
            raise BadInput(
                "too_many",
                Phrase("A trust has up to {most} devices.", most=MOST_DEVICES),
                "request",
            )
        kept = tuple(
            replace(one, revoked_at=at, revoked_because=RENEWED)
            if one.code == request.code and not one.is_revoked
            else one
            for one in self.devices
        )
        added = Device(request.code, request.name, duties, request.keys, at)
        return self._next((*kept, added), at)

    def without(self, code: str, *, because: str, at: str) -> Roster:
        """The next edition, with a device taken off; raises BadInput where it is not on it.

        Its earlier keys go with it: whoever has the machine has those as well. The reason is for
        people; one that reads as a change of keys is none, for what was signed before such a
        change still counts.
        """
        reason = because.strip()
        if not 1 <= len(reason) <= LONGEST_NAME or reason.casefold() == RENEWED:
            raise BadInput(
                "no_reason",
                Phrase(
                    "Say in up to {most} letters why it is taken off, such as lost.",
                    most=LONGEST_NAME,
                ),
                "because",
            )
        found = self.device(code)
        if found is None or found.is_revoked:
            raise BadInput(
                "no_device", Phrase("There is no device {code} on the list.", code=code), "code"
            )
        gone = {one.keys for one in self.of_code(code) if one.may_have_signed}
        return self._next(
            tuple(
                replace(one, revoked_at=at, revoked_because=reason) if one.keys in gone else one
                for one in self.devices
            ),
            at,
        )

    def with_sealing(self, seal_key: bytes, *, at: str) -> Roster:
        """The next edition, sealing to a new key of the trust from now on."""
        return replace(self._next(self.devices, at), sealing=(seal_key, *self.sealing))

    def to_bytes(self, root: PrivateKeys) -> bytes:
        """The file, signed; raises ValueError for another key than the trust's."""
        if root.public.verify != self.root:
            raise ValueError("a roster is signed by its own trust")
        return signed(self._body(), root.sign)

    def _next(self, devices: tuple[Device, ...], at: str) -> Roster:
        return replace(
            self,
            number=self.number + 1,
            previous=sha256(canonical(self._body())).hexdigest(),
            devices=devices,
            made_at=at,
        )

    def follows(self, older: Roster) -> bool:
        """Whether this is the same trust's later edition, by any number of steps."""
        return self.root == older.root and self.trust == older.trust and self.number > older.number

    def _body(self) -> dict[str, Any]:
        return {
            "format": FORMAT,
            "version": VERSION,
            "trust": self.trust,
            "number": self.number,
            "previous": self.previous,
            "root": self.root.hex(),
            "sealing": [key.hex() for key in self.sealing],
            "made_at": self.made_at,
            "devices": [
                {
                    "code": one.code,
                    "name": one.name,
                    "duties": sorted(one.duties),
                    "verify": one.keys.verify.hex(),
                    "seal": one.keys.seal.hex(),
                    "granted_at": one.granted_at,
                    "revoked_at": one.revoked_at,
                    "revoked_because": one.revoked_because,
                }
                for one in self.devices
            ],
        }


def found_trust(trust: str, keys_of_trust: PublicKeys, *, at: str) -> Roster:
    """The first edition of a trust that has no devices yet."""
    return Roster(
        trust=trust,
        number=1,
        previous=FIRST,
        root=keys_of_trust.verify,
        sealing=(keys_of_trust.seal,),
        devices=(),
        made_at=at,
    )


def read_roster(data: bytes, *, root: bytes | None = None) -> Roster:
    """A roster file, its signature checked with the trust's key it names, or with `root`.

    Raises Known `bad_roster` for any file that this key did not sign, or that is none.
    """
    roster = _read(data)
    if root is not None and roster.root != root:
        raise _bad_roster()
    return roster


@lru_cache(maxsize=8)  # the same edition is asked for at every step of an exchange
def _read(data: bytes) -> Roster:
    try:
        body = body_of(data, LARGEST_ROSTER, FORMAT)
        roster = Roster(
            trust=code(body["trust"]),
            number=number(body["number"], least=1),
            previous=digest(body["previous"]),
            root=public_key(body["root"]),
            sealing=tuple(public_key(one) for one in body["sealing"]),
            devices=tuple(_device(one) for one in body["devices"]),
            made_at=moment(body["made_at"]),
        )
        if not roster.sealing or len(roster.devices) > MOST_DEVICES:
            raise ValueError("a roster has a key and bounded devices")
        sound = is_signed_by(data, roster.root) and canonical(roster._body()) == canonical(body)
    except (ValueError, KeyError, TypeError):
        raise _bad_roster() from None
    if not sound:
        raise _bad_roster()
    return roster


def _device(said: Mapping[str, Any]) -> Device:
    revoked_at = said["revoked_at"]
    return Device(
        code=code(said["code"]),
        name=str(said["name"])[:LONGEST_NAME],
        duties=frozenset(Duty(one) for one in said["duties"]),
        keys=PublicKeys(public_key(said["verify"]), public_key(said["seal"])),
        granted_at=moment(said["granted_at"]),
        revoked_at=moment(revoked_at) if revoked_at else "",
        revoked_because=str(said["revoked_because"])[:LONGEST_NAME],
    )


def _bad_roster() -> Known:
    return Known(
        "bad_roster",
        "That file is no list of this trust’s devices, or was altered. Take it from the "
        "administrator again.",
        "roster",
    )
