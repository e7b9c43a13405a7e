"""What a machine of the trust seals as a batch and is none of its own: nothing of it is loaded."""

from __future__ import annotations

import pytest

from app.services.desk import Desk
from app.spool.hub_keys import HubKeys
from app.spool.intake import Outcome
from app.spool.roster import Duty
from app.spool.sealed import Content, Fault
from app.spool.travel_content import pack_files
from tests.services.sealed import MadeUpTrust, machine, send_as
from tests.services.sealed_hub import ledger_of, run
from tests.spool.made import Sender

_Files = tuple[tuple[str, bytes], ...]


def seal_batch(trust: MadeUpTrust, desk: Desk, files: _Files) -> None:
    """An envelope of a machine with these files for finance."""
    send_as(trust, desk, Content.FINANCE, pack_files(files), len(files))


@pytest.mark.parametrize(
    ("provider", "device"), [("R1H", "D02"), ("RX1", "D01")], ids=["another desk", "another trust"]
)
def test_security_4_a_batch_in_the_name_of_another_never_reaches_the_ledger(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, provider: str, device: str
) -> None:
    foreign = Sender(provider=provider, device=device)
    seal_batch(trust, desk, foreign.usual(1).all_files)
    report = run(trust, hub)
    assert [one.fault for one in report.put_aside] == [Fault.NOT_ENTITLED]
    assert report.taken == []
    with ledger_of(trust) as ledger:
        assert ledger.totals().documents == 0
        assert ledger.tip(provider, device).sequence_no == 0


@pytest.mark.parametrize("files", [(), (("notes.txt", b"no batch"),)], ids=["nothing", "no batch"])
def test_security_4_an_envelope_for_finance_without_a_batch_is_put_aside(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, files: _Files
) -> None:
    seal_batch(trust, desk, files)
    assert [one.fault for one in run(trust, hub).put_aside] == [Fault.NOT_ENTITLED]


def test_security_4_whose_name_was_used_is_held_up_by_nothing(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    seal_batch(trust, desk, Sender(device="D02").usual(1).all_files)
    seal_batch(trust, desk, Sender(device="D01").usual(2).all_files)
    other = machine(trust, "D02", Duty.DESK)
    seal_batch(trust, other, Sender(device="D02", seed=2).usual(3).all_files)
    other.db.close()
    report = run(trust, hub)
    assert [one.fault for one in report.put_aside] == [Fault.NOT_ENTITLED]
    assert [one.outcome for one in report.taken] == [Outcome.ACCEPTED] * 2
    assert [one.stem.device for one in report.taken] == ["D01", "D02"]
