"""How far records reach: who may send which, and to whom they are sealed, by the list."""

from __future__ import annotations

from app.replica.one_dot import Origin
from app.spool.roster import Device, Duty, Roster
from app.spool.sealed import Content

_SENDERS = {
    Content.CASES: frozenset((Duty.DESK, Duty.WARD, Duty.OFFICER)),
    Content.FINANCE: frozenset((Duty.DESK, Duty.WARD, Duty.OFFICER)),
    Content.REGISTER: frozenset((Duty.OFFICER,)),
    Content.ANSWERS: frozenset((Duty.HUB,)),
    Content.AGAIN: frozenset((Duty.OFFICER, Duty.HUB)),
}
_READERS = {
    Content.CASES: (Duty.OFFICER,),
    Content.REGISTER: (Duty.DESK, Duty.WARD, Duty.OFFICER),
    Content.ANSWERS: (),
    Content.AGAIN: (Duty.OFFICER,),
}


def may_send(device: Device, content: Content) -> bool:
    """Whether a device of these duties sends such records."""
    return bool(device.duties & _SENDERS[content])


def may_take_away(device: Device) -> bool:
    """Whether a device's records may take a subject away everywhere, for its age."""
    return Duty.OFFICER in device.duties


def origin_of(
    content: Content, sender: Device, roster: Roster, receiver: Device | None = None
) -> Origin:
    """How far a receiver believes a sender's word on the records in such an envelope.

    Finance's side, which opens what every machine seals, is no receiver of the list.
    """
    if content is Content.CASES:
        return Origin.WRITER
    serves = Duty.HUB in sender.duties or receiver in served_by(roster, sender)
    return Origin.SERVED if serves else Origin.HEARD


def receivers_of(content: Content, roster: Roster) -> tuple[bytes, ...]:
    """The keys that an envelope of such records is sealed to, each once."""
    trust = roster.sealing[:1]
    if content is Content.FINANCE:
        return trust
    duties = _READERS[content]
    found = [device.keys.seal for device in roster.at_work(*duties)]
    return tuple(dict.fromkeys((*trust, *found)))


def served_by(roster: Roster, own: Device) -> tuple[Device, ...]:
    """The officers' machines that one sends earlier records to; none where a hub does.

    It is the officers' machine let in first that does. A laptop that lets go of records never is.
    """
    if roster.at_work(Duty.HUB):
        return ()
    officers = [one for one in roster.at_work(Duty.OFFICER) if one.keys != own.keys]
    mine = (own.granted_at, own.code)
    return tuple(
        device
        for device in officers
        if Duty.WARD not in own.duties
        and all(
            mine < (one.granted_at, one.code)
            for one in officers
            if one is not device and Duty.WARD not in one.duties
        )
    )
