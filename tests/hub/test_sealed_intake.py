"""Finance's side of the sealed share: cases kept, batches loaded, desks answered, once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from app.hub.travel import HubTravel
from app.replica.one_dot import Origin
from app.replica.record import read_record
from app.services import dispatching, exchange, meeting
from app.services.desk import Desk
from app.spool.hub_book import Receipt
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from app.spool.travel_content import pack_files
from app.store import batches, documents, journal, travelling, whole_cases
from tests.desks import add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine
from tests.services.sealed_hub import has_heard_all, ledger_of, one_registration_taken, run
from tests.services.work import invoiced
from tests.store.whole_store import document, page


def with_copy(desk: Desk, case: str) -> str:
    """The copy of a paper with a case; its id."""
    copy = replace(document("0190-copy"), registration_id=case, added_at=desk.moment)
    with desk.db.atomic():
        documents.add(desk.db, copy, [page()])
    return copy.image_id


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
    assert has_heard_all(desk)
    assert exchange.sync_state(desk).acknowledged > 0


def test_finance_keeps_every_record_as_it_was_sealed(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    one_registration_taken(trust, hub, desk)
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
    one_registration_taken(trust, hub, desk)
    (answer,) = (trust.folder / "share").glob("*_HUB_*.env")
    spoil(answer)
    meeting.meet(desk, trust.share)
    assert travelling.untaken(desk.db) != ()
    assert run(trust, hub).sent == 1
    meeting.meet(desk, trust.share)
    assert travelling.untaken(desk.db) == ()
    assert run(trust, hub).sent == 0


def test_taking_in_again_changes_nothing(trust: MadeUpTrust, hub: HubKeys, desk: Desk) -> None:
    one_registration_taken(trust, hub, desk)
    before = sorted(path.name for path in (trust.folder / "share").iterdir())
    again = run(trust, hub)
    assert (again.envelopes, again.records, again.answered, again.sent) == (0, 0, 0, 0)
    assert sorted(path.name for path in (trust.folder / "share").iterdir()) == before


def test_an_officer_who_joins_later_gets_all_that_came_before_once(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    cases = [register_visitor(desk, add_visitor(desk)) for _ in range(2)]
    meeting.meet(desk, trust.share)
    run(trust, hub)
    late = machine(trust, "D05", Duty.OFFICER, user="officer")
    try:
        meeting.meet(late, trust.share)
        assert late.db.scalar("SELECT count(*) FROM registrations") == 0  # sealed before it came
        assert run(trust, hub).again == 1
        meeting.meet(late, trust.share)
        found = {row[0] for row in late.db.each("SELECT registration_id FROM registrations")}
        assert found == set(cases)
        assert run(trust, hub).again == 0
        # A desk that has not seen the new list yet seals to the officers it knows.
        cases.append(register_visitor(desk, add_visitor(desk)))
        dispatching.seal_waiting(desk)
        other = machine(trust, "D06", Duty.OFFICER, user="officer")
        other.db.close()
        meeting.meet(desk, trust.share)
        assert run(trust, hub).again >= 1
        meeting.meet(late, trust.share)
        found = {row[0] for row in late.db.each("SELECT registration_id FROM registrations")}
        assert found == set(cases)
        assert meeting.meet(late, trust.share).put_aside == 0
    finally:
        late.db.close()


def test_retention_finance_lets_go_of_the_pages_of_a_copy_that_was_taken_out(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    case = register_visitor(desk, add_visitor(desk))
    image = with_copy(desk, case)
    meeting.meet(desk, trust.share)
    run(trust, hub)
    with ledger_of(trust) as ledger:
        kept = [read_record(body) for body in HubTravel(ledger, hub.trust).records()]
    assert [one.about for one in kept if "document_pages" in one.rows] == [image]
    with desk.db.atomic():
        documents.remove(desk.db, image, reason="time", by="u-admin", at=desk.moment)
    meeting.meet(desk, trust.share)
    run(trust, hub)
    with ledger_of(trust) as ledger:
        kept = [read_record(body) for body in HubTravel(ledger, hub.trust).records()]
    assert [one.about for one in kept if "document_pages" in one.rows] == []
    assert [one.about for one in kept if "document_images" in one.rows] == [image]
    own = [read_record(one.body) for _, one in journal.every(desk.db)]
    assert [one.about for one in own if "document_pages" in one.rows] == []


def test_retention_finance_lets_go_of_a_case_that_was_removed(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    case = register_visitor(desk, add_visitor(desk, family_name="Quartzberry"))
    with_copy(desk, case)
    meeting.meet(desk, trust.share)
    run(trust, hub)
    assert b"Quartzberry" in kept_by_finance(trust, hub)
    with desk.db.atomic():
        assert whole_cases.take_away(desk.db, case, now=1_800_000_000_000)
    meeting.meet(desk, trust.share)
    run(trust, hub)
    kept = kept_by_finance(trust, hub)
    assert b"Quartzberry" not in kept
    assert b"document_pages" not in kept


def kept_by_finance(trust: MadeUpTrust, hub: HubKeys) -> bytes:
    with ledger_of(trust) as ledger:
        return b"".join(HubTravel(ledger, hub.trust).records())


def test_h10_answers_that_fill_more_than_an_envelope_go_in_several(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk
) -> None:
    """As after a long time without finance's side, with many rows that come back."""
    one_registration_taken(trust, hub, desk)
    with ledger_of(trust) as ledger:
        book = HubTravel(ledger, hub.trust)
        for number in range(1, 26):
            rows = pack_files([(f"{number}.csv", bytes(3 * 1024 * 1024))])
            receipt = Receipt("0" * 16, "D01", number, "f" * 64, rows)
            assert book.in_turn(partial(book.take, receipt, (), Origin.WRITER)) == []
    report = run(trust, hub)
    assert (report.answered, report.sent) == (25, 25)
    assert meeting.meet(desk, trust.share).put_aside == 0
    assert travelling.untaken(desk.db) == ()
    assert run(trust, hub).answered == 0
