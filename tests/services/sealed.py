"""A made-up trust whose machines have joined it, over a folder for a share."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from app.core.trust import Mode
from app.services import enrolling, meeting, trust_keys
from app.services.desk import Desk
from app.services.trust_keys import TrustKeys
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty, read_roster
from app.spool.sealed import Content, Heading, seal
from app.spool.share import FolderShare
from app.spool.travel_names import name_of, roster_name
from app.store import journal, travelling
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


def send_as(
    trust: MadeUpTrust, desk: Desk, content: Content, plain: bytes, rows: int, *to: Desk
) -> None:
    """A machine's next envelope, with anything in it: whoever has its keys can make it."""
    roster, device, own = enrolling.require_joined(desk)
    sequence, previous = travelling.next_link(desk.db)
    heading = Heading(
        trust=roster.trust,
        mode=Mode.TEST,
        device=device.code,
        actor=journal.actor(desk.db),
        sequence=sequence,
        previous=previous,
        content=content,
        rows=rows,
        schema=journal.SCHEMA,
        pack="",
        created=desk.moment,
    )
    receivers = [roster.sealing[0], *(enrolling.own_keys(one)[0].public.seal for one in to)]
    file = seal(heading, plain, sender=own, receivers=receivers)
    sealed = travelling.Sealed(
        sequence=sequence,
        name=name_of(heading, sha256(file).hexdigest()),
        content=content.value,
        rows=rows,
        first_record=0,
        last_record=0,
        batch=None,
        sha256=sha256(file).hexdigest(),
        made_at=desk.moment,
    )
    with desk.db.atomic():
        travelling.put(desk.db, sealed, file)
    meeting.send(desk, trust.share)
