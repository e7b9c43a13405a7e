"""The administrator's desk: editions in a row, keys that changed, machines taken off."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import BadInput, Known
from app.services import admitting, dispatching, enrolling, meeting, own_standing, trust_keys
from app.services.admitting import Edition, Office
from app.spool.device_request import read_request
from app.spool.keys import spoken
from app.spool.listing import publish, put_back, trusts_on
from app.spool.roster import RENEWED, Duty, read_roster
from app.spool.sealed import Fault
from app.spool.share import FolderShare
from app.store import quarantine
from tests.desks import QUICK, add_visitor, make_desk, register_visitor, sign_in
from tests.services.sealed import AT, PASSPHRASE, MadeUpTrust, machine, made_up_trust
from tests.services.sealed_hub import run as _intake

LATER = "2026-03-09T10:00:00Z"


@pytest.fixture
def trust(tmp_path: Path) -> MadeUpTrust:
    found = made_up_trust(tmp_path)
    found.publish()
    return found


def office(trust: MadeUpTrust) -> Office:
    return Office(own=trust.keys, share=trust.share)


def turn(trust: MadeUpTrust) -> Edition:
    """A new key of the trust, from now on the one in use."""
    kept: list[bytes] = []
    edition = office(trust).rotate(
        passphrase=PASSPHRASE, at=LATER, keep=lambda keys, _: kept.append(keys), cost=QUICK
    )
    trust.keys, trust.roster = trust_keys.unlock(kept[0], PASSPHRASE), edition.file
    return edition


def _hub_again(trust: MadeUpTrust) -> bytes:
    kept: list[bytes] = []
    office(trust).let_hub_in(
        code="HUB", name="Finance", passphrase=PASSPHRASE, at=LATER, keep=kept.append, cost=QUICK
    )
    return kept[0]


@pytest.fixture
def listed(trust: MadeUpTrust) -> MadeUpTrust:
    """With one desk on the list, D01."""
    machine(trust, "D01", Duty.DESK).db.close()
    return trust


def asked(trust: MadeUpTrust, device: str) -> bytes:
    desk = make_desk(trust.folder / device, device=device, user="admin")
    try:
        return enrolling.request(desk, f"Machine {device}")
    finally:
        desk.db.close()


def test_two_administrators_at_one_time_do_not_undo_each_other(trust: MadeUpTrust) -> None:
    behind = trust_keys.grant(
        trust.keys, trust.roster, asked(trust, "D02"), frozenset((Duty.DESK,)), LATER
    )
    first = office(trust).let_in(asked(trust, "D01"), frozenset((Duty.DESK,)), LATER)
    assert first.published == "RECOUP_R1H_ROSTER_000002.json"
    with pytest.raises(Known) as refused:
        publish(trust.share, behind)
    assert refused.value.code == "number_taken"
    assert trust.share.read(first.published) == first.file
    assert publish(trust.share, first.file) == first.published, "the same twice is done"


def test_the_newest_of_share_and_file_is_followed(trust: MadeUpTrust, tmp_path: Path) -> None:
    newer = trust_keys.rotate(
        trust.keys, trust.roster, passphrase=PASSPHRASE, recovery_key=None, at=AT, cost=QUICK
    )
    keys = trust_keys.unlock(newer[0], PASSPHRASE)
    assert Office(own=keys, share=trust.share, kept=newer[1]).newest().roster.number == 2
    assert Office(own=keys, share=trust.share).newest().roster.number == 1
    with pytest.raises(BadInput) as nowhere:
        Office(own=keys).newest()
    assert nowhere.value.code == "no_list"
    (tmp_path / "empty").mkdir()
    with pytest.raises(Known) as nothing:
        Office(own=keys, share=FolderShare(tmp_path / "empty")).newest()
    assert nothing.value.code == "no_roster"


def test_a_trust_is_founded_once_on_a_share(trust: MadeUpTrust) -> None:
    with pytest.raises(Known) as refused:
        admitting.found(
            "R1H", passphrase=PASSPHRASE, recovery_key="", at=AT, share=trust.share, cost=QUICK
        )
    assert refused.value.code == "trust_founded"
    with pytest.raises(BadInput) as odd:
        admitting.found("r1-h", passphrase=PASSPHRASE, recovery_key="", at=AT, cost=QUICK)
    assert odd.value.code == "bad_code"


def test_an_older_key_file_changes_no_list(trust: MadeUpTrust) -> None:
    older = office(trust)
    turn(trust)
    asking = asked(trust, "D01")
    with pytest.raises(Known) as refused:
        older.let_in(asking, frozenset((Duty.DESK,)), LATER)
    assert refused.value.code == "older_keys"
    granted = office(trust).let_in(asking, frozenset((Duty.DESK,)), LATER)
    assert granted.published == "RECOUP_R1H_ROSTER_000003.json"


def test_the_key_file_is_kept_before_anybody_can_seal_to_it(trust: MadeUpTrust) -> None:
    def fails(*_: object) -> None:
        raise Known("disk_full", "No room.")

    with pytest.raises(Known):
        office(trust).rotate(passphrase=PASSPHRASE, at=LATER, keep=fails, cost=QUICK)
    with pytest.raises(Known):
        office(trust).let_hub_in(
            code="HUB", name="Finance", passphrase=PASSPHRASE, at=LATER, keep=fails, cost=QUICK
        )
    assert office(trust).newest().roster.number == 1


@pytest.mark.parametrize("said", ["", "  ", "new keys", "New Keys ", "x" * 81])
def test_a_reason_that_is_none_takes_no_machine_off(listed: MadeUpTrust, said: str) -> None:
    with pytest.raises(BadInput) as refused:
        office(listed).revoke("D01", said, LATER)
    assert refused.value.code == "no_reason"


@pytest.mark.parametrize(("code", "wanted"), [("D01", "code_in_use"), ("hub 1", "bad_code")])
def test_a_desks_code_is_not_the_hubs(listed: MadeUpTrust, code: str, wanted: str) -> None:
    with pytest.raises(BadInput) as refused:
        office(listed).let_hub_in(
            code=code, name="F", passphrase=PASSPHRASE, at=LATER, keep=len, cost=QUICK
        )
    assert refused.value.code == wanted


def test_security_3_4_keys_that_a_taken_off_machine_had_before_count_no_more(
    trust: MadeUpTrust,
) -> None:
    thief = machine(trust, "D01", Duty.DESK)
    officer = machine(trust, "D02", Duty.OFFICER, user="officer")
    try:
        register_visitor(thief, add_visitor(thief))
        dispatching.seal_waiting(thief)  # signed with its first keys
        sign_in(thief, "admin")
        renewed = enrolling.renew_keys(thief, "Ward laptop")
        trust.roster = office(trust).let_in(renewed, frozenset((Duty.DESK,)), LATER).file
        trust.revoke("D01")
        roster = read_roster(trust.roster)
        assert all(one.is_revoked for one in roster.of_code("D01"))
        assert not any(one.revoked_because == RENEWED for one in roster.of_code("D01"))
        for sequence in dispatching.unsent(thief):
            envelope = dispatching.to_send(thief, sequence)
            assert envelope is not None
            trust.share.write_new(envelope.name, envelope.file)
        took = meeting.meet(officer, trust.share).took
        assert sum(one.put_aside for one in took) == 1
        assert [one.fault for one in quarantine.aside(officer.db)] == [Fault.REVOKED.value]
    finally:
        thief.db.close()
        officer.db.close()


def test_a_hub_with_older_keys_takes_nothing_and_says_what_to_do(trust: MadeUpTrust) -> None:
    hub = trust.hub()
    turn(trust)
    with pytest.raises(Known) as refused:
        _intake(trust, hub)
    assert refused.value.code == "older_keys"


def test_an_envelope_the_hub_cannot_open_waits_without_a_receipt(trust: MadeUpTrust) -> None:
    hub = trust.hub()
    desk = machine(trust, "D01", Duty.OFFICER)
    try:
        register_visitor(desk, add_visitor(desk))
        meeting.meet(desk, trust.share)
        rotated = turn(trust)
        meeting.meet(desk, trust.share)  # hears of the new key
        register_visitor(desk, add_visitor(desk, family_name="Mbeki"))
        meeting.meet(desk, trust.share)
    finally:
        desk.db.close()
    # As an intake sees it that read the list a moment before.
    (trust.folder / "share" / rotated.published).unlink()
    report = _intake(trust, hub)
    assert report.missing[0].device == "D01"
    first = report.missing[0].wanted
    assert report.envelopes == first - 1
    trust.share.write_new(rotated.published, rotated.file)
    fresh = trust_keys.unlock_hub(_hub_again(trust), PASSPHRASE)
    assert _intake(trust, fresh).envelopes >= 1


def test_the_list_is_put_back_where_the_share_has_lost_it(trust: MadeUpTrust) -> None:
    desk = machine(trust, "D01", Duty.DESK)
    try:
        for path in (trust.folder / "share").iterdir():
            path.unlink()
        meeting.meet(desk, trust.share)
        assert trusts_on(trust.share) == ("R1H",)
        assert admitting.listed_on(trust.share).number == 2
        put_back(trust.share, trust.roster, frozenset())  # there already: nothing happens
    finally:
        desk.db.close()


def test_how_a_machine_stands_from_before_its_request_to_its_end(trust: MadeUpTrust) -> None:
    desk = make_desk(trust.folder / "D01", user="admin")
    try:
        stands = own_standing.standing(desk)
        assert (stands.asked, stands.joined, stands.listed, stands.root) == (False, False, None, "")
        asking = enrolling.request(desk, "Desk 3")
        stands = own_standing.standing(desk)
        assert (stands.asked, stands.joined) == (True, False)
        assert stands.fingerprint
        granted = office(trust).let_in(asking, frozenset((Duty.DESK, Duty.OFFICER)), LATER)
        enrolling.join(desk, granted.file)
        stands = own_standing.standing(desk)
        assert (stands.joined, stands.since, stands.name) == (True, LATER, "Desk 3")
        assert stands.duties == (Duty.DESK, Duty.OFFICER)
        enrolling.renew_keys(desk, "Desk 3")
        assert own_standing.standing(desk).renewing
        gone = office(trust).revoke("D01", "lost", LATER)
        enrolling.keep_roster(desk, gone.roster, gone.file)
        stands = own_standing.standing(desk)
        assert (stands.joined, stands.since) == (False, "")
    finally:
        desk.db.close()


def test_a_request_is_held_to_the_fingerprint_read_out(trust: MadeUpTrust) -> None:
    asking = asked(trust, "D01")
    said = spoken(read_request(asking).keys.verify)
    assert admitting.read_asked(asking, said.upper()).code == "D01"
    assert admitting.read_asked(asking).code == "D01"
    with pytest.raises(BadInput) as refused:
        admitting.read_asked(asking, said[:-1] + ("0" if said[-1] != "0" else "1"))
    assert (refused.value.code, refused.value.field) == ("other_fingerprint", "fingerprint")


def test_a_request_that_would_take_a_machines_place_is_told(trust: MadeUpTrust) -> None:
    asking = asked(trust, "D01")
    edition = office(trust).let_in(asking, frozenset((Duty.DESK,)), LATER)
    replaced = admitting.replaced_by(edition.roster, read_request(asking))
    assert replaced is not None
    assert replaced.name == "Machine D01"
