"""How this machine stands with its trust: whether it has joined, as what, and by which keys."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.services.desk import Desk, service
from app.services.enrolling import is_revoked, own_device, own_keys, roster_of
from app.spool.keys import spoken
from app.spool.roster import Duty, Roster
from app.store import enrolled


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What an administrator sees of it; fingerprints are in groups of four, to be read out."""

    code: str
    trust: str
    asked: bool  # it has keys of its own
    fingerprint: str  # of its newest keys; empty where it has none
    joined: bool
    revoked: bool
    renewing: bool  # its newest keys are not on the list yet; the older ones still count
    since: str  # the moment of its grant, or empty
    name: str
    duties: tuple[Duty, ...]
    listed: Roster | None  # the list it believes
    list_file: bytes  # the same, as it was signed; empty for none

    @property
    def root(self) -> str:
        """The fingerprint of the trust it believes; empty where it believes none."""
        return "" if self.listed is None else spoken(self.listed.root)


@service(Act.ADMINISTER)
def standing(desk: Desk) -> Standing:
    """How this machine stands now."""
    keys, roster, device = own_keys(desk), roster_of(desk), own_device(desk)
    return Standing(
        code=desk.device,
        trust=desk.trust.provider_code,
        asked=bool(keys),
        fingerprint=spoken(keys[0].public.verify) if keys else "",
        joined=device is not None,
        revoked=is_revoked(desk),
        renewing=device is not None and device.keys != keys[0].public,
        since="" if device is None else device.granted_at,
        name="" if device is None else device.name,
        duties=() if device is None else tuple(sorted(device.duties)),
        listed=roster,
        list_file=enrolled.roster(desk.db) or b"",
    )
