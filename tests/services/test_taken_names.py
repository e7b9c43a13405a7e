"""Other bytes under an envelope's name: of a server that lost what it took, or of somebody else.

They are left as they are, the envelope goes under a copy's name, and nobody is held up.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from app.services import away, dispatching, meeting
from app.services.desk import Desk
from app.spool.hub_keys import HubKeys
from app.spool.share import AlreadyThere, FolderShare
from app.store import registrations, sealed_files, travelling
from tests.desks import add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust
from tests.services.sealed_fixtures import clerk as clerk
from tests.services.sealed_fixtures import hub as hub
from tests.services.sealed_fixtures import officer as officer
from tests.services.sealed_fixtures import trust as trust
from tests.services.sealed_hub import run

LOST = b"\x00" * 100  # what a server may keep of a file it had not written when its power went


def take_name(trust: MadeUpTrust, desk: Desk, sequence: int) -> Path:
    """Put other bytes where an envelope is to go."""
    envelope = dispatching.to_send(desk, sequence)
    assert envelope is not None
    path = trust.folder / "share" / envelope.name
    path.write_bytes(LOST)
    return path


def test_h10_other_bytes_under_an_envelopes_name_hold_up_nothing(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    meeting.meet(clerk, trust.share)
    cases = []
    for name in ("Okafor", "Adeleke"):
        cases.append(register_visitor(clerk, add_visitor(clerk, family_name=name)))
        dispatching.seal_waiting(clerk)
    lost = take_name(trust, clerk, dispatching.unsent(clerk)[0])
    assert meeting.meet(clerk, trust.share).sent == 2
    assert lost.read_bytes() == LOST
    assert dispatching.unsent(clerk) == ()
    assert meeting.meet(officer, trust.share).put_aside == 1
    assert [registrations.get(officer.db, case).review for case in cases] == ["waiting"] * 2
    assert meeting.meet(clerk, trust.share).spoilt == 0  # it is looked after where it lies


def test_h10_a_name_that_is_always_taken_is_told_in_the_end(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    with pytest.raises(AlreadyThere):
        meeting.meet(clerk, _TakingNames(trust.folder / "share"))
    assert dispatching.unsent(clerk) != ()
    for taken in (trust.folder / "share").glob("*.env"):
        taken.unlink()
    assert meeting.meet(clerk, trust.share).sent == 1
    assert dispatching.unsent(clerk) == ()


class _TakingNames(FolderShare):
    """A share on which somebody is always quicker."""

    def write_new(self, name: str, data: bytes) -> None:
        (self._folder / name).write_bytes(LOST)
        super().write_new(name, data)


def test_h10_other_bytes_under_the_name_of_finances_answer_hold_up_nothing(
    trust: MadeUpTrust, hub: HubKeys, clerk: Desk
) -> None:
    register_visitor(clerk, add_visitor(clerk))
    meeting.meet(clerk, trust.share)
    whole = trust.share
    trust.share = _TakingFirst(trust.folder / "share")
    assert run(trust, hub).sent == 1
    trust.share = whole
    assert [one.read_bytes() for one in _answers(trust)][:1] == [LOST]
    meeting.meet(clerk, trust.share)
    assert travelling.untaken(clerk.db) == ()
    assert run(trust, hub).sent == 0
    assert len(_answers(trust)) == 2


def _answers(trust: MadeUpTrust) -> list[Path]:
    return sorted((trust.folder / "share").glob("*_HUB_*.env"))


class _TakingFirst(FolderShare):
    """A share on which somebody is quicker once."""

    _is_taken = False

    def write_new(self, name: str, data: bytes) -> None:
        if not self._is_taken:
            (self._folder / name).write_bytes(LOST)
            self._is_taken = True
        super().write_new(name, data)


def test_h10_what_a_locked_laptop_sends_goes_where_one_of_its_names_is_taken(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    meeting.meet(clerk, trust.share)
    case = register_visitor(clerk, add_visitor(clerk))
    dispatching.seal_waiting(clerk)
    waiting = dispatching.unsent(clerk)
    envelopes = [dispatching.to_send(clerk, one) for one in waiting]
    folder = clerk.db.path.parent
    sealed_files.put(folder, [(one.name, one.file) for one in envelopes if one is not None])
    take_name(trust, clerk, waiting[0])
    assert away.send_sealed(folder, trust.share) == len(waiting)
    meeting.meet(officer, trust.share)
    assert registrations.get(officer.db, case).review == "waiting"
