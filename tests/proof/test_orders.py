"""Envelopes in every order there is, and thirty days without a share: the same in the end."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import timedelta

import pytest

from app.casework.review import Choice
from app.machine import FixedClock
from app.replica.record import Record, Subject, read_record
from app.services import dispatching, meeting, taking_in
from app.services.desk import Desk
from app.spool.roster import Duty
from app.spool.sealed import read
from app.spool.share import FolderShare, ShareUnavailable
from app.spool.travel import gather
from app.store import contact, disputes, journal
from tests.desks import MORNING, add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine
from tests.services.work import decide, interview
from tests.store.test_renewing import newer
from tests.store.test_replica import picture

pytestmark = pytest.mark.slow


class _Undone(Exception):
    """The next order begins where this one did."""


class Arriving(FolderShare):
    """A share of which only some files have arrived, told the last first and each twice."""

    arrived: tuple[str, ...] = ()

    def list(self, prefix: str = "") -> tuple[str, ...]:
        """Those alone."""
        here = [name for name in self.arrived if name.startswith(prefix)]
        return (*reversed(here), *here)


@dataclass(slots=True)
class Orders:
    """All orders in which files can arrive at one machine, each beginning walked once."""

    desk: Desk
    share: Arriving
    seen: dict[frozenset[str], set[str]] = field(default_factory=dict)  # by what has arrived
    orders: int = 0

    def walk(self, arrived: tuple[str, ...], left: tuple[str, ...]) -> None:
        """Let each of those left arrive next, one after the other, from the same state."""
        self.seen.setdefault(frozenset(arrived), set()).add(_all_of(self.desk))
        self.orders += not left
        for name in left:
            with suppress(_Undone), self.desk.db.atomic():
                self.arrive((*arrived, name))
                self.walk((*arrived, name), tuple(one for one in left if one != name))
                raise _Undone

    def arrive(self, names: tuple[str, ...]) -> None:
        """The machine looks, with these files there."""
        self.share.arrived = names
        look = taking_in.where_we_stand(self.desk)
        gathered = gather(self.share, look.receiver, look.roster, look.book)
        assert taking_in.take(self.desk, gathered).put_aside == 0


def _all_of(desk: Desk) -> str:
    """Every case as it stands, what waits, and what is in dispute."""
    cases = [str(row[0]) for row in desk.db.each("SELECT registration_id FROM registrations")]
    return repr(
        (
            [picture(desk, Subject.CASE, case) for case in sorted(cases)],
            journal.unplaced(desk.db),
            disputes.told(desk.db, open_ones=True),
        )
    )


@dataclass(frozen=True)
class Program:
    """Which program a machine runs, by the last step of its store, and how that writes."""

    step: int
    writes: Callable[[Record], Record] = lambda record: record

    def meet(self, desk: Desk, share: FolderShare, patch: pytest.MonkeyPatch) -> None:
        """An exchange of a machine that runs it: what people did is written its way."""
        actor = journal.actor(desk.db)
        with patch.context() as program:
            program.setattr(journal, "SCHEMA", self.step)
            before = journal.last_number(desk.db, actor)
            dispatching.record(desk)
            with desk.db.atomic():
                for one in journal.written_after(desk.db, actor, before):
                    body = self.writes(read_record(one.body)).to_bytes()
                    desk.db.execute(_WRITTEN, (body, actor, one.number))
            meeting.meet(desk, share)


_WRITTEN = "UPDATE journal SET body = ? WHERE actor = ? AND number = ?"
OLDER, THIS, NEWER = Program(31), Program(journal.SCHEMA), Program(journal.SCHEMA + 2, newer)


@pytest.mark.parametrize(
    "programs", [(THIS, THIS, THIS), (OLDER, THIS, NEWER)], ids=["one program", "three programs"]
)
def test_h10_every_order_of_six_envelopes_gives_the_same_store(
    trust: MadeUpTrust,
    clerk: Desk,
    monkeypatch: pytest.MonkeyPatch,
    programs: tuple[Program, ...],
) -> None:
    """And every order of fewer: what arrived tells what there is, each told twice and backwards."""
    officers = [machine(trust, f"D0{number}", Duty.OFFICER, user="officer") for number in (2, 3)]
    last = machine(trust, "D04", Duty.OFFICER, user="officer")
    runs = dict(zip((clerk.device, *(one.device for one in officers)), programs, strict=True))

    def meet(desk: Desk) -> None:
        runs[desk.device].meet(desk, trust.share, monkeypatch)

    case = register_visitor(clerk, add_visitor(clerk))
    meet(clerk)
    for one in officers:
        meet(one)
        interview(one, case)
        decide(one, case, Choice.CANNOT_TELL)
    for one in officers:
        meet(one)
    register_visitor(clerk, add_visitor(clerk, family_name="Adeleke"))
    meet(clerk)
    meet(officers[0])
    folder = trust.folder / "share"
    envelopes = tuple(
        path.name
        for number in (1, 2)
        for path in sorted(folder.glob(f"*_{number:06d}_*.env"))  # the first two of each machine
    )
    assert len(envelopes) == 6
    schemas = {read((folder / name).read_bytes()).heading.schema for name in envelopes}
    assert schemas == {program.step for program in programs}
    orders = Orders(last, Arriving(folder))
    orders.walk((), envelopes)
    assert orders.orders == 720
    assert len(orders.seen) == 2**6
    assert {len(ends) for ends in orders.seen.values()} == {1}
    (end,) = orders.seen[frozenset(envelopes)]
    assert "decisions" in end, "the two decisions are told as a dispute"
    for desk in (*officers, last):
        desk.db.close()


def test_h10_thirty_days_without_a_share_lose_nothing_and_tell_their_age(
    trust: MadeUpTrust, clerk: Desk
) -> None:
    officer = machine(trust, "D02", Duty.OFFICER, user="officer")
    assert isinstance(clerk.clock, FixedClock)
    away = trust.folder / "share"
    away.rename(trust.folder / "unplugged")
    cases = []
    for day in range(30):
        clerk.clock.set(MORNING + timedelta(days=day))
        person = add_visitor(clerk, family_name=f"Visitor{chr(65 + day % 26)}{'x' * (day // 26)}")
        cases.append(register_visitor(clerk, person))
        with pytest.raises(ShareUnavailable):
            meeting.meet(clerk, trust.share)
        assert contact.away_since(clerk.db).startswith("2026-03-09")
    (trust.folder / "unplugged").rename(away)
    meeting.meet(clerk, trust.share)
    assert contact.away_since(clerk.db) == ""
    assert meeting.meet(officer, trust.share).put_aside == 0
    found = officer.db.each("SELECT registration_id FROM registrations ORDER BY number")
    assert [str(row[0]) for row in found] == cases
    officer.db.close()
