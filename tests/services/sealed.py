"""A made-up trust whose machines have joined it, over a folder for a share."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.services import enrolling, trust_keys
from app.services.desk import Desk
from app.services.trust_keys import TrustKeys
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty, read_roster
from app.spool.share import FolderShare
from app.spool.travel_names import roster_name
from tests.desks import QUICK, make_desk, sign_in

PASSPHRASE = "four quiet words here"
AT = "2026-03-09T08:00:00Z"


@dataclass(slots=True)
class MadeUpTrust:
    """The administrator's side: keys, the list of devices, the share."""

    folder: Path
    keys: TrustKeys
    roster: bytes
    share: FolderShare

    def let_in(self, desk: Desk, *duties: Duty, name: str = "A machine") -> None:
        """The whole way: request, grant, list on the share, join."""
        user = desk.person.name
        sign_in(desk, "admin")
        asked = enrolling.request(desk, name)
        self.roster = trust_keys.grant(self.keys, self.roster, asked, frozenset(duties), AT)
        self.publish()
        enrolling.join(desk, self.roster)
        sign_in(desk, user)

    def hub(self) -> HubKeys:
        """Finance's side, let in."""
        file, self.roster = trust_keys.let_hub_in(
            self.keys,
            self.roster,
            code="HUB",
            name="Finance",
            passphrase=PASSPHRASE,
            at=AT,
            cost=QUICK,
        )
        self.publish()
        return trust_keys.unlock_hub(file, PASSPHRASE)

    def revoke(self, code: str) -> None:
        """Take a device off the list."""
        self.roster = trust_keys.revoke(self.keys, self.roster, code, "lost", AT)
        self.publish()

    def publish(self) -> None:
        """Put the newest list on the share."""
        self.share.write_new(roster_name(read_roster(self.roster)), self.roster)


def made_up_trust(folder: Path) -> MadeUpTrust:
    """A trust with keys and no devices."""
    (folder / "share").mkdir(parents=True)
    file, roster = trust_keys.new_trust(
        "R1H", passphrase=PASSPHRASE, recovery_key=None, at=AT, cost=QUICK
    )
    share = FolderShare(folder / "share")
    return MadeUpTrust(folder, trust_keys.unlock(file, PASSPHRASE), roster, share)


def machine(trust: MadeUpTrust, device: str, *duties: Duty, user: str = "clerk") -> Desk:
    """A machine of the trust that has joined it."""
    desk = make_desk(trust.folder / device, device=device, user=user)
    trust.let_in(desk, *duties)
    return desk
