"""The trust's keys at work: founding the list of devices, letting one in, taking one off."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Known
from app.spool import keys
from app.spool.device_request import Request, hub_request, read_request
from app.spool.hub_keys import HubKeys
from app.spool.keys import PrivateKeys
from app.spool.roster import Duty, Roster, found_trust, read_roster
from app.store import trust_keys
from app.store.crypto import STANDARD, Cost


@dataclass(frozen=True, slots=True, repr=False)
class TrustKeys:
    """The trust's signing key, and its opening keys, the one in use first."""

    trust: str
    sign: bytes
    opening: tuple[bytes, ...]

    @property
    def root(self) -> PrivateKeys:
        """What signs the list of devices."""
        return PrivateKeys(self.sign, self.opening[0])

    @property
    def openers(self) -> tuple[PrivateKeys, ...]:
        """What opens envelopes, old ones too."""
        return tuple(PrivateKeys(self.sign, one) for one in self.opening)


def new_trust(
    trust: str, *, passphrase: str, recovery_key: str | None, at: str, cost: Cost = STANDARD
) -> tuple[bytes, bytes]:
    """The key file of a trust and the first edition of its list of devices.

    Raises BadInput `weak_passphrase`.
    """
    made = keys.new_keys()
    file = trust_keys.sealed(
        trust,
        (made.sign, made.open),
        root=made.public.verify,
        passphrase=passphrase,
        recovery_key=recovery_key,
        cost=cost,
    )
    return file, found_trust(trust, made.public, at=at).to_bytes(made)


def unlock(file: bytes, secret: str | None) -> TrustKeys:
    """The trust's keys; raises Known as `app.store.trust_keys.opened` does."""
    trust, _, (sign, *opening) = trust_keys.opened(file, secret)
    return TrustKeys(trust, sign, tuple(opening))


def unlock_hub(file: bytes, secret: str | None) -> HubKeys:
    """The hub's keys; raises Known as `app.store.trust_keys.opened` does."""
    trust, root, (sign, *opening) = trust_keys.opened(file, secret)
    return HubKeys(trust=trust, sign=sign, opening=tuple(opening), root=root)


def let_hub_in(
    own: TrustKeys,
    roster: bytes,
    *,
    code: str,
    name: str,
    passphrase: str,
    at: str,
    cost: Cost = STANDARD,
) -> tuple[bytes, bytes]:
    """A key file for finance's side, and the next edition of the list, which names it.

    The hub opens all that is sealed to the trust and signs its answers; it cannot change the list.
    """
    made = PrivateKeys(keys.new_keys().sign, own.opening[0])
    file = trust_keys.sealed(
        own.trust,
        (made.sign, *own.opening),
        root=own.root.public.verify,
        passphrase=passphrase,
        recovery_key=None,
        cost=cost,
    )
    asked = hub_request(own.trust, code, name, made.public)
    return file, _of(own, roster).with_device(asked, frozenset((Duty.HUB,)), at=at).to_bytes(
        own.root
    )


def grant(own: TrustKeys, roster: bytes, request: bytes, duties: frozenset[Duty], at: str) -> bytes:
    """The next edition of the list, with a device let in; raises Known or BadInput."""
    asked: Request = read_request(request)
    return _of(own, roster).with_device(asked, duties, at=at).to_bytes(own.root)


def revoke(own: TrustKeys, roster: bytes, code: str, because: str, at: str) -> bytes:
    """The next edition, with a device taken off; raises Known or BadInput."""
    return _of(own, roster).without(code, because=because, at=at).to_bytes(own.root)


def rotate(
    own: TrustKeys,
    roster: bytes,
    *,
    passphrase: str,
    recovery_key: str | None,
    at: str,
    cost: Cost = STANDARD,
) -> tuple[bytes, bytes]:
    """A new opening key: the key file that also holds the old ones, and the next edition."""
    fresh = keys.new_keys()
    file = trust_keys.sealed(
        own.trust,
        (own.sign, fresh.open, *own.opening),
        root=own.root.public.verify,
        passphrase=passphrase,
        recovery_key=recovery_key,
        cost=cost,
    )
    return file, _of(own, roster).with_sealing(fresh.public.seal, at=at).to_bytes(own.root)


def _of(own: TrustKeys, roster: bytes) -> Roster:
    found = read_roster(roster)
    if found.root != own.root.public.verify or found.trust != own.trust:
        raise Known(
            "other_trust_keys",
            "That list of devices was made with other keys. Use the key file of this trust.",
            "keys",
        )
    if found.sealing[0] not in {one.public.seal for one in own.openers}:
        raise Known(
            "older_keys",
            "The trust’s key was changed since this key file was made. Use the newest key file.",
            "keys",
        )
    return found
