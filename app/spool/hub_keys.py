"""What finance's side signs and opens with, and the list of devices it goes by."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.errors import Known
from app.spool.keys import PrivateKeys
from app.spool.listing import newest_list
from app.spool.roster import Duty, Roster, read_roster
from app.spool.share import Share


@dataclass(frozen=True, slots=True, kw_only=True)
class HubKeys:
    """What the hub signs with, what it opens with (newest first), and whose list it believes."""

    trust: str
    sign: bytes
    opening: tuple[bytes, ...]
    root: bytes

    @property
    def pairs(self) -> tuple[PrivateKeys, ...]:
        """The keys as pairs, the newest first."""
        return tuple(PrivateKeys(self.sign, one) for one in self.opening)


def newest_roster(share: Share, keys: HubKeys) -> Roster:
    """The newest list of devices on the share that the trust signed; raises Known `no_roster`."""
    file = newest_list(share, keys.trust, root=keys.root)
    if file is not None:
        return read_roster(file, root=keys.root)
    raise Known(
        "no_roster",
        "No list of this trust’s devices lies on the share. Put the newest one there "
        "(`recoup devices`), then run the same command again.",
        "share",
    )


def require_present_keys(keys: HubKeys, roster: Roster) -> None:
    """Raise Known where the trust seals to a key this hub does not have."""
    if roster.sealing[0] not in {one.public.seal for one in keys.pairs}:
        raise Known(
            "older_keys",
            "The trust has a newer key than this hub’s key file. Let the hub in again "
            "(`recoup devices let-hub-in`) and name its new file with --keys.",
            "keys",
        )


def own_code(keys: HubKeys, roster: Roster) -> str:
    """The code by which the list names this hub; raises Known `not_listed`."""
    own = roster.signer(keys.pairs[0].public.verify)
    if own is None or own.is_revoked or Duty.HUB not in own.duties:
        raise Known(
            "not_listed",
            "The list of devices does not name this hub with these keys. "
            "Let it in with `recoup devices`, then run the same command again.",
            "keys",
        )
    return own.code
