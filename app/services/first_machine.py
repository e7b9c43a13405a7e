"""The first machine of a trust: it makes the trust's keys, and lets itself in."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from app.access.roles import Act
from app.core.errors import Known
from app.services import admitting, enrolling, trust_keys
from app.services.admitting import Office
from app.services.desk import Desk, service
from app.services.enrolling import roster_of
from app.spool.keys import spoken
from app.spool.roster import Duty
from app.store.crypto import STANDARD, Cost

DUTIES = frozenset((Duty.DESK, Duty.OFFICER))


@dataclass(frozen=True, slots=True)
class FirstMachine:
    """The trust's public key, by which its lists are believed, and its name to be read out."""

    root: bytes
    fingerprint: str


@service(Act.ADMINISTER)
def found_here(
    desk: Desk,
    *,
    name: str,
    passphrase: str,
    recovery_key: str,
    keep: Callable[[bytes], object],
    cost: Cost = STANDARD,
) -> FirstMachine:
    """Make the trust's keys, put them into `keep`, and let this machine in, for desk and officer.

    The list stays here until an exchange puts it on the share. Raises BadInput `weak_passphrase` or
    `no_name`, Known `has_joined` where this machine belongs to a trust, or what `keep` raises;
    nothing was kept then.
    """
    if roster_of(desk) is not None:
        raise Known("has_joined", "This machine belongs to its trust already.", "keys")
    made = admitting.found(
        desk.trust.provider_code,
        passphrase=passphrase,
        recovery_key=recovery_key,
        at=desk.moment,
        cost=cost,
    )
    asked = enrolling.request(desk, name)
    own = trust_keys.unlock(made.keys, passphrase)
    edition = Office(own=own, kept=made.edition.file).let_in(asked, DUTIES, desk.moment)
    keep(made.keys)
    enrolling.join(desk, edition.file)
    return FirstMachine(edition.roster.root, spoken(edition.roster.root))
