"""Finance's side of the sealed share: cases kept, batches loaded, desks answered, once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.hub.travel import HubTravel
from app.machine import FixedClock, SeededIds
from app.replica.record import read_record
from app.services import exchange, meeting
from app.services.desk import Desk
from app.spool.roster import Duty
from app.spool.sealed_intake import HubKeys, SealedReport, sealed_intake
from app.store import batches, journal, travelling
from tests.desks import MORNING, add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine, made_up_trust
from tests.services.work import invoiced


@pytest.fixture
def trust(tmp_path: Path) -> MadeUpTrust:
    return made_up_trust(tmp_path)


@pytest.fixture
def hub(trust: MadeUpTrust) -> HubKeys:
    return trust.hub()


@pytest.fixture
def desk(trust: MadeUpTrust, hub: HubKeys) -> Iterator[Desk]:
    found = machine(trust, "D01", Duty.OFFICER)
    yield found
    found.db.close()


@contextmanager
def ledger_of(trust: MadeUpTrust) -> Iterator[Ledger]:
    clock = FixedClock(MORNING)
    with open_ledger(
        f"sqlite:///{trust.folder / 'ledger.db'}",
        mode=Mode.TEST,
        ids=SeededIds(99, clock),
        clock=clock,
    ) as ledger:
        yield ledger


def run(trust: MadeUpTrust, hub: HubKeys) -> SealedReport:
    with ledger_of(trust) as ledger:
        return sealed_intake(
            trust.share, hub, ledger, HubTravel(ledger, hub.trust), FixedClock(MORNING)
        )


def test_what_a_desk_sends_is_taken_by_finance_and_told_so(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    register_visitor(desk, add_visitor(desk))
    invoiced(desk)
    meeting.meet(desk, trust.share)
    waiting = {one.sequence for one in travelling.untaken(desk.db)}
    assert waiting
    report = run(trust, hub)
    assert [one.outcome.value for one in report.taken] == ["ACCEPTED"]
    assert report.put_aside == []
    meeting.meet(desk, trust.share)
    assert {one.sequence for one in travelling.untaken(desk.db)} & waiting == set()
    assert [one.state for one in batches.newest(desk.db)] == [batches.ACKNOWLEDGED]
    state = exchange.sync_state(desk)
    assert (state.waiting, state.unsent, state.sent, state.attention) == (0, 0, 0, 0)
    assert state.acknowledged > 0


def test_finance_keeps_every_record_as_it_was_sealed(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    register_visitor(desk, add_visitor(desk))
    meeting.meet(desk, trust.share)
    run(trust, hub)
    with ledger_of(trust) as ledger:
        kept = HubTravel(ledger, hub.trust).records()
    own = [w.body for _, w in journal.every(desk.db)]
    assert sorted(kept) == sorted(own)
    assert {read_record(body).actor for body in kept} == {journal.actor(desk.db)}


def test_finance_passes_over_what_it_took_long_ago(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    for name in ("Okafor", "Adeleke", "Bello"):
        register_visitor(desk, add_visitor(desk, family_name=name))
        meeting.meet(desk, trust.share)
        assert run(trust, hub).put_aside == []
    assert run(trust, hub).put_aside == []


@pytest.mark.parametrize("spoil", [Path.unlink, lambda file: file.write_bytes(b"spoilt")])
def test_h10_an_answer_that_was_spoilt_on_the_share_is_sent_again_under_a_new_name(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, spoil: Callable[[Path], object]
) -> None:
    register_visitor(desk, add_visitor(desk))
    meeting.meet(desk, trust.share)
    run(trust, hub)
    (answer,) = (trust.folder / "share").glob("*_HUB_*.env")
    spoil(answer)
    meeting.meet(desk, trust.share)
    assert travelling.untaken(desk.db) != ()
    assert run(trust, hub).sent == 1
    meeting.meet(desk, trust.share)
    assert travelling.untaken(desk.db) == ()
    assert run(trust, hub).sent == 0


def test_taking_in_again_changes_nothing(trust: MadeUpTrust, hub: HubKeys, desk: Desk) -> None:
    register_visitor(desk, add_visitor(desk))
    meeting.meet(desk, trust.share)
    run(trust, hub)
    before = sorted(path.name for path in (trust.folder / "share").iterdir())
    again = run(trust, hub)
    assert (again.envelopes, again.records, again.answered, again.sent) == (0, 0, 0, 0)
    assert sorted(path.name for path in (trust.folder / "share").iterdir()) == before
