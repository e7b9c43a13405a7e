"""The list of devices: signed, followed forwards only, and nobody gets in but by a request."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BadInput, Known
from app.spool.device_request import Request, read_request
from app.spool.keys import PrivateKeys, new_keys, spoken
from app.spool.roster import Duty, Roster, found_trust, read_roster

AT = "2026-03-09T08:00:00Z"
ROOT, DESK, OTHER = new_keys(), new_keys(), new_keys()


def request(own: PrivateKeys = DESK, *, trust: str = "R1H", code: str = "D01") -> Request:
    return Request(trust, code, "Ward 7 laptop", own.public)


def founded() -> Roster:
    return found_trust("R1H", ROOT.public, at=AT)


def with_desk() -> Roster:
    return founded().with_device(request(), frozenset((Duty.WARD,)), at=AT)


def test_a_device_is_let_in_by_its_own_request_and_reads_back() -> None:
    asked = read_request(request().to_bytes(DESK))
    roster = founded().with_device(asked, frozenset((Duty.WARD,)), at=AT)
    read = read_roster(roster.to_bytes(ROOT), root=ROOT.public.verify)
    assert read == roster
    device = read.device("D01")
    assert device is not None
    assert (device.name, device.duties, device.keys) == (
        "Ward 7 laptop",
        frozenset((Duty.WARD,)),
        DESK.public,
    )
    assert read.follows(founded())
    assert not founded().follows(read)


def test_security_4_a_request_signed_with_another_key_is_refused() -> None:
    with pytest.raises(Known) as told:
        read_request(request().to_bytes(OTHER))
    assert told.value.code == "bad_request"


def test_security_4_a_list_of_another_trusts_making_is_refused() -> None:
    forged = replace(with_desk(), root=OTHER.public.verify).to_bytes(OTHER)
    assert read_roster(forged).root == OTHER.public.verify
    with pytest.raises(Known) as told:
        read_roster(forged, root=ROOT.public.verify)
    assert told.value.code == "bad_roster"
    with pytest.raises(ValueError, match="its own trust"):
        with_desk().to_bytes(OTHER)


@given(st.data())
def test_an_altered_list_or_request_is_refused(data: st.DataObject) -> None:
    for whole, read in (
        (with_desk().to_bytes(ROOT), lambda file: read_roster(file, root=ROOT.public.verify)),
        (request().to_bytes(DESK), read_request),
    ):
        at = data.draw(st.integers(0, len(whole) - 2))
        put = data.draw(st.binary(min_size=1, max_size=3))
        changed = whole[:at] + put + whole[at + data.draw(st.integers(0, 3)) :]
        try:
            found = read(changed)
        except Known:
            continue
        assert found == read(whole)  # only white space was changed


def test_new_keys_of_a_device_take_the_place_of_the_old_ones() -> None:
    roster = with_desk().with_device(request(OTHER), frozenset((Duty.WARD,)), at=AT)
    newest, before = roster.of_code("D01")
    assert (newest.keys, newest.is_revoked) == (OTHER.public, False)
    assert (before.keys, before.is_revoked) == (DESK.public, True)
    assert [one.keys for one in roster.at_work(Duty.WARD)] == [OTHER.public]


def test_a_device_taken_off_stays_on_record_and_at_work_no_more() -> None:
    roster = with_desk().without("D01", because="lost", at=AT)
    device = roster.device("D01")
    assert device is not None
    assert (device.revoked_at, device.revoked_because) == (AT, "lost")
    assert roster.at_work(Duty.WARD) == ()
    with pytest.raises(BadInput) as told:
        roster.without("D01", because="again", at=AT)
    assert told.value.code == "no_device"


@pytest.mark.parametrize(
    ("asked", "duties", "code"),
    [
        (request(trust="RXX"), {Duty.DESK}, "other_trust"),
        (request(), set(), "no_duty"),
        (request(code="D02"), {Duty.DESK}, "known_device"),
    ],
)
def test_what_is_wrong_with_a_request_is_said(asked: Request, duties: set[Duty], code: str) -> None:
    roster = with_desk() if code == "known_device" else founded()
    with pytest.raises(BadInput) as told:
        roster.with_device(asked, frozenset(duties), at=AT)
    assert told.value.code == code


def test_a_new_sealing_key_comes_first_and_the_old_one_stays() -> None:
    roster = with_desk().with_sealing(OTHER.public.seal, at=AT)
    assert roster.sealing == (OTHER.public.seal, ROOT.public.seal)
    assert read_roster(roster.to_bytes(ROOT)) == roster


def test_a_fingerprint_can_be_read_out() -> None:
    said = spoken(DESK.public.verify)
    assert len(said.split()) == 8
    assert spoken(OTHER.public.verify) != said


def test_what_is_no_list_is_refused() -> None:
    for odd in (b"", b"[]", b"{}", b"[" * 50_000, b" " * 600_000, json.dumps({"body": 1}).encode()):
        with pytest.raises(Known):
            read_roster(odd)
        with pytest.raises(Known):
            read_request(odd)
