"""Finance's ledger from a backup, and a restored desk before finance (security 10)."""

from __future__ import annotations

import shutil
import subprocess
from datetime import timedelta
from pathlib import Path

import pytest

from app.core.errors import BadInput, NotFound
from app.core.trust import Mode
from app.hub.backing_up import back_up_ledger, restore_ledger
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.hub.travel import HubTravel
from app.library.backup import load_backup_terms
from app.machine import FixedClock, SeededIds
from app.opening import open_desk
from app.services import backing_up, dispatching, exchange, meeting, taking_in
from app.services.desk import Desk
from app.spool.hub_book import Outgoing
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from app.spool.sealed import FIRST
from app.spool.sealed_intake import sealed_intake
from app.spool.travel import gather
from app.store import batches, restoring, travelling
from tests.desks import MORNING, QUICK, add_visitor, register_visitor, sign_in
from tests.hub.postgres import USER, Server, programs
from tests.services.sealed import MadeUpTrust, machine
from tests.services.sealed_hub import has_heard_all, ledger_of, one_registration_taken, run
from tests.services.work import invoiced

TERMS = load_backup_terms()
ROOT = Path(__file__).parents[2]


@pytest.fixture
def place(tmp_path: Path) -> Path:
    made = tmp_path / "backups"
    made.mkdir()
    return made


def restored(desk: Desk, place: Path, to: Path) -> Desk:
    """The desk made again from a backup of this moment, an hour later; the old one is closed."""
    done = backing_up.job(desk, place=place).run()
    later = MORNING + timedelta(hours=1)
    restoring.restore(done.folder, to, ask=lambda: None, now=later, terms=TERMS)
    new = open_desk(to, clock=FixedClock(later))
    new.password_cost = QUICK
    sign_in(new, "clerk")
    return new


def test_security_10_a_ledger_in_use_is_copied_and_comes_back_the_same(
    trust: MadeUpTrust, place: Path, tmp_path: Path
) -> None:
    hub = trust.hub()
    desk = machine(trust, "D01", Duty.OFFICER)
    register_visitor(desk, add_visitor(desk))
    invoiced(desk)
    meeting.meet(desk, trust.share)
    run(trust, hub)
    url = f"sqlite:///{trust.folder / 'ledger.db'}"
    with ledger_of(trust):  # an intake has it meanwhile
        made, dropped = back_up_ledger(
            url, place, now=MORNING, script=b"", terms=TERMS, ask=lambda: None
        )
    assert dropped == 0
    assert made.header.contents.totals["documents"] > 0
    found = restore_ledger(made.folder, tmp_path / "again", ask=lambda: None)
    assert found.found == made.header.contents
    assert found.life is None
    clock = FixedClock(MORNING)
    again = f"sqlite:///{tmp_path / 'again' / 'ledger.db'}"
    with open_ledger(again, mode=Mode.TEST, ids=SeededIds(1, clock), clock=clock) as ledger:
        assert ledger.check_integrity() == ()
    desk.db.close()


def test_security_10_a_ledger_on_a_server_and_a_missing_one_are_told(place: Path) -> None:
    def back_up(url: str) -> None:
        back_up_ledger(url, place, now=MORNING, script=b"", terms=TERMS, ask=lambda: None)

    with pytest.raises(BadInput) as server:
        back_up("postgresql://finance@127.0.0.1:5432/ledger")
    assert server.value.code == "ledger_on_server"
    with pytest.raises(NotFound):
        back_up(f"sqlite:///{place / 'none.db'}")


def test_security_10_receipts_for_envelopes_of_an_earlier_life_still_count(
    trust: MadeUpTrust, place: Path, tmp_path: Path
) -> None:
    hub = trust.hub()
    old = machine(trust, "D01", Duty.OFFICER)
    register_visitor(old, add_visitor(old))
    invoiced(old)
    meeting.meet(old, trust.share)
    new = restored(old, place, tmp_path / "again")
    waiting = {one.sequence for one in travelling.untaken(new.db)}
    assert waiting
    meeting.meet(new, trust.share)
    register_visitor(new, add_visitor(new, family_name="After"))
    report = run(trust, hub)
    assert report.put_aside == []
    for _ in range(2):
        meeting.meet(new, trust.share)
        assert run(trust, hub).put_aside == []
    meeting.meet(new, trust.share)
    assert not waiting & {one.sequence for one in travelling.untaken(new.db)}
    for desk in (old, new):
        desk.db.close()


def test_security_10_after_what_the_old_store_sent_since_the_next_batch_follows(
    trust: MadeUpTrust, place: Path, tmp_path: Path
) -> None:
    """Finance's answers tell the restored store of batches that it never made."""
    hub = trust.hub()
    old = machine(trust, "D01", Duty.OFFICER)
    new = restored(old, place, tmp_path / "again")
    for _ in range(2):
        invoiced(old)
        meeting.meet(old, trust.share)
        assert [one.outcome.value for one in run(trust, hub).taken] == ["ACCEPTED"]
    meeting.meet(new, trust.share)
    assert batches.next_link(new.db).sequence_no == batches.next_link(old.db).sequence_no
    invoiced(new)
    meeting.meet(new, trust.share)
    assert [one.outcome.value for one in run(trust, hub).taken] == ["ACCEPTED"]
    meeting.meet(new, trust.share)
    assert has_heard_all(new)
    for desk in (old, new):
        desk.db.close()


def test_security_10_a_batch_the_old_store_sent_since_is_never_overwritten(
    trust: MadeUpTrust, place: Path, tmp_path: Path
) -> None:
    """Nobody knew of it yet: finance takes one, refuses the other whole, and both are kept."""
    hub = trust.hub()
    old = machine(trust, "D01", Duty.OFFICER)
    new = restored(old, place, tmp_path / "again")
    invoiced(old)
    meeting.meet(old, trust.share)
    invoiced(new)
    meeting.meet(new, trust.share)  # before finance has taken what the old one sent
    first, second = sorted(run(trust, hub).taken, key=lambda one: one.outcome.value)
    assert (first.outcome.value, second.outcome.value) == ("ACCEPTED", "REJECTED")
    assert [reason.reason_code for reason in second.reasons] == ["E107"]
    assert exchange.sync_state(new).sent > 0
    with ledger_of(trust) as ledger:
        assert ledger.check_integrity() == ()
    for desk in (old, new):
        desk.db.close()


@pytest.mark.parametrize("begin", [0, 1])
def test_security_10_a_batch_of_the_restored_store_waits_for_that_of_its_earlier_life(
    trust: MadeUpTrust, place: Path, tmp_path: Path, begin: int
) -> None:
    """Two chains of one machine, whichever of them finance looks at first."""
    hub = trust.hub()
    old = machine(trust, "D01", Duty.OFFICER)
    invoiced(old)
    meeting.meet(old, trust.share)
    new = restored(old, place, tmp_path / "again")
    invoiced(new)
    meeting.meet(new, trust.share)
    assert [one.outcome.value for one in run(trust, hub, begin=begin).taken] == ["ACCEPTED"] * 2
    meeting.meet(new, trust.share)
    assert has_heard_all(new)
    assert travelling.untaken(new.db) == ()
    for desk in (old, new):
        desk.db.close()


def test_h10_a_batch_behind_a_gap_is_told_and_loaded_once_the_gap_is_filled(
    trust: MadeUpTrust, place: Path, tmp_path: Path
) -> None:
    hub = trust.hub()
    old = machine(trust, "D01", Duty.OFFICER)
    invoiced(old)
    meeting.meet(old, trust.share)
    new = restored(old, place, tmp_path / "again")
    lost = {path: path.read_bytes() for path in (trust.folder / "share").glob("*_D01_*.env")}
    for path in lost:
        path.unlink()
    invoiced(new)
    dispatching.seal_waiting(new)
    meeting.send(new, trust.share)  # and looks after no file of before
    for _ in range(2):
        report = run(trust, hub)
        assert [one.outcome.value for one in report.taken] == ["HELD"]
        assert [one.reason_code for one in report.taken[0].reasons] == ["E106"]
    look = taking_in.where_we_stand(new)
    taking_in.take(new, gather(trust.share, look.receiver, look.roster, look.book))
    waiting = [one for one in travelling.untaken(new.db) if one.content == "finance"]
    assert [one.batch for one in waiting] == [1, 2]  # neither is said to be taken
    for path, data in lost.items():
        path.write_bytes(data)
    report = run(trust, hub)
    assert sorted(one.outcome.value for one in report.taken) == ["ACCEPTED"] * 2
    meeting.meet(new, trust.share)
    assert travelling.untaken(new.db) == ()
    assert run(trust, hub).taken == []
    for desk in (old, new):
        desk.db.close()


def put_back(trust: MadeUpTrust, made: Path, to: Path) -> None:
    """Finance's ledger as it was at a backup, in the place of the one that was lost."""
    restore_ledger(made, to, ask=lambda: None)
    for file in trust.folder.glob("ledger.db*"):
        file.unlink()
    for file in to.iterdir():
        shutil.copy(file, trust.folder)


def test_security_10_a_restored_ledger_answers_machines_that_heard_more_of_it_before(
    trust: MadeUpTrust, place: Path, tmp_path: Path
) -> None:
    hub = trust.hub()
    desk = machine(trust, "D01", Duty.OFFICER)

    def bill_and_hear() -> None:
        invoiced(desk)
        meeting.meet(desk, trust.share)
        run(trust, hub)
        met = meeting.meet(desk, trust.share)
        assert met.put_aside == 0
        assert travelling.untaken(desk.db) == ()
        assert has_heard_all(desk)

    bill_and_hear()
    url = f"sqlite:///{trust.folder / 'ledger.db'}"
    made, _ = back_up_ledger(url, place, now=MORNING, script=b"", terms=TERMS, ask=lambda: None)
    for _ in range(2):
        bill_and_hear()
    for again in range(2):  # and once more, from the same copy
        put_back(trust, made.folder, tmp_path / f"again{again}")
        for _ in range(2):
            bill_and_hear()
    with ledger_of(trust) as ledger:
        assert ledger.totals().batches == 7
        assert len(HubTravel(ledger, hub.trust).lives()) == 2  # it was put back without the first
    assert run(trust, hub).put_aside == []
    desk.db.close()


def test_security_4_nobody_makes_finance_begin_anew_but_finance(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    """A file under the name of finance's next envelope, by somebody who may write on the share."""
    one_registration_taken(trust, hub, desk)
    (answer,) = (trust.folder / "share").glob("*_HUB_*.env")
    for name in (
        answer.name.replace("_000001_", "_000002_"),
        answer.name[:-16] + "0" * 12 + ".env",
    ):
        (trust.folder / "share" / name).write_bytes(answer.read_bytes())
    with ledger_of(trust) as ledger:
        before = HubTravel(ledger, hub.trust).actor
    run(trust, hub)
    with ledger_of(trust) as ledger:
        assert HubTravel(ledger, hub.trust).actor == before


def test_a_ledger_of_either_kind_goes_on_as_another_writer(ledger: Ledger) -> None:
    book = HubTravel(ledger, "R1H")
    first = book.actor

    def put_out(digest: str) -> None:
        number, previous = book.last_out()
        out = Outgoing(number + 1, f"{digest}.env", digest, previous.encode())
        book.in_turn(lambda: book.put_out(out, ()))

    for digest in ("a" * 64, "b" * 64):
        put_out(digest)
    assert book.chain() == {1: "a" * 64, 2: "b" * 64}
    for _ in range(2):  # another intake may have seen the same
        book.in_turn(lambda: book.begin_life(first))
    second = book.actor
    assert book.lives() == {first, second}
    assert book.last_out() == (2, FIRST)
    put_out("c" * 64)
    assert book.chain() == {1: "c" * 64}
    assert book.in_chain(3) == 1
    book.in_turn(lambda: book.begin_life(second))
    assert book.lives() == {first, second, book.actor}
    assert book.last_out() == (3, FIRST)
    assert [one.sha256[0] for one in book.unsent()] == ["a", "b", "c"]


def test_security_10_a_ledger_on_a_server_comes_back_by_the_commands_of_the_page(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, postgres: Server, tmp_path: Path
) -> None:
    """Word for word those of docs/scale.md; and the desk hears what the restored one answers."""
    url, clock = postgres.new_database(), FixedClock(MORNING)

    def taken(url: str) -> list[str]:
        with open_ledger(url, mode=Mode.TEST, ids=SeededIds(3, clock), clock=clock) as ledger:
            book = HubTravel(ledger, hub.trust)
            report = sealed_intake(trust.share, hub, ledger, book, clock)
        return [one.outcome.value for one in report.taken]

    def bill() -> None:
        invoiced(desk)
        meeting.meet(desk, trust.share)

    bill()
    assert taken(url) == ["ACCEPTED"]
    page = (ROOT / "docs" / "scale.md").read_text("utf-8")
    commands = [line.strip() for line in page.splitlines() if "ledger.dump" in line]
    assert len(commands) == 2
    where = programs()
    assert where is not None
    env = {
        "PATH": f"{where}:/usr/bin:/bin",
        "PGHOST": "127.0.0.1",
        "PGPORT": str(postgres.port),
        "PGUSER": USER,
        "URL": url,
    }
    subprocess.run(["sh", "-ec", "\n".join(commands)], cwd=tmp_path, env=env, check=True)
    for _ in range(2):  # what the lost one does since
        bill()
        assert taken(url) == ["ACCEPTED"]
        meeting.meet(desk, trust.share)
    bill()
    assert taken(postgres.url("ledger_check")) == ["ACCEPTED"] * 3
    assert meeting.meet(desk, trust.share).put_aside == 0
    assert travelling.untaken(desk.db) == ()
    assert exchange.sync_state(desk).acknowledged == 8
