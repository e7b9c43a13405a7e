"""The ledger's inbox behind sealed envelopes, and on a server."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from app.cli.intake_errand import Errand, run_errand
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.library.ledgers import load_mapping
from app.machine import FixedClock, SeededIds
from app.services import meeting
from app.spool.intake import intake
from app.spool.roster import Duty
from app.spool.share import FolderShare
from tests.desks import MORNING
from tests.services.sealed import MadeUpTrust, machine, made_up_trust
from tests.services.sealed_hub import run
from tests.services.work import invoiced
from tests.spool.inboxes import Inbox
from tests.spool.made import Sender, clock, put


@dataclass
class Place:
    """Finance's side of a made-up trust, with an inbox."""

    trust: MadeUpTrust
    folder: Path
    clock: FixedClock = field(default_factory=lambda: FixedClock(MORNING))

    def bring(self) -> list[str]:
        errand = Errand(
            share=self.trust.share,
            keys=self.hub,
            inbox=FolderShare(self.folder),
            mapping=load_mapping("oracle_autoinvoice"),
        )
        with open_ledger(
            f"sqlite:///{self.trust.folder / 'ledger.db'}",
            mode=Mode.TEST,
            ids=SeededIds(99, self.clock),
            clock=self.clock,
        ) as ledger:
            done = run_errand(errand, ledger, self.clock)
        assert done.inbox is not None
        assert done.inbox.left == []
        return done.inbox.written

    def __post_init__(self) -> None:
        self.folder.mkdir()
        self.hub = self.trust.hub()


def test_what_came_sealed_is_written_plain_for_the_ledger_once(tmp_path: Path) -> None:
    place = Place(made_up_trust(tmp_path), tmp_path / "inbox")
    desk = machine(place.trust, "D01", Duty.OFFICER)
    invoiced(desk)
    meeting.meet(desk, place.trust.share)
    assert len(place.bring()) == 1
    assert len(list(place.folder.iterdir())) == 4
    assert place.bring() == []
    desk.db.close()


def test_h10_an_envelope_taken_by_a_run_without_the_inbox_still_reaches_it(tmp_path: Path) -> None:
    place = Place(made_up_trust(tmp_path), tmp_path / "inbox")
    desk = machine(place.trust, "D01", Duty.OFFICER)
    assert place.bring() == []
    _, bill = invoiced(desk)
    meeting.meet(desk, place.trust.share)
    run(place.trust, place.hub)
    assert place.bring() == []
    place.clock.set(place.clock.now() + timedelta(minutes=11))
    assert len(place.bring()) == 1
    (lines,) = place.folder.glob("*_RA_INTERFACE_LINES_ALL.csv")
    assert bill.doc_no in lines.read_text(encoding="utf-8")
    desk.db.close()


def test_a_ledger_of_either_kind_remembers_its_inbox(
    ledger: Ledger, share: FolderShare, tmp_path: Path
) -> None:
    (tmp_path / "inbox").mkdir()
    place = Inbox(share, tmp_path / "inbox", ledger)
    sender = Sender()
    put(sender.usual(1), share)
    intake(share, ledger, clock())
    assert place.run().written == []  # from before there was an inbox
    second, third = sender.usual(2), sender.usual(3)
    put(second, share)
    assert place.run("fixed_position").written == [str(second.stem)]
    place.empty()
    assert place.run("fixed_position").written == []
    put(third, share)
    intake(share, ledger, clock())
    (share._folder / third.stem.manifest).unlink()
    assert place.run(later=11).written == [str(third.stem)]
