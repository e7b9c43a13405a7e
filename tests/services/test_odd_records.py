"""Records that a machine of the trust may send by fault or on purpose: nothing else suffers."""

from __future__ import annotations

import json
import zlib
from dataclasses import fields
from datetime import timedelta
from hashlib import sha256
from typing import Any

import pytest

from app.core.errors import Known
from app.library.packs import read_pack
from app.machine import FixedClock
from app.replica.bringing_back import CARRIED
from app.replica.record import HIGHEST_STAMP, Record, Subject
from app.services import (
    desk_lists,
    diary,
    disputes,
    enrolling,
    meeting,
    queue,
    retention,
    review,
    signin,
    travel_state,
)
from app.services.desk import Desk
from app.spool.reach import receivers_of
from app.spool.roster import Duty
from app.spool.sealed import FIRST, Content, Fault, Heading, read, seal
from app.spool.travel_content import pack_lines
from app.spool.travel_names import name_of
from app.store import journal, law_packs, placing, quarantine, register, registrations
from tests.desks import PASSWORD, add_visitor, register_visitor
from tests.packs import PackKey, edited_pack, trust_signer
from tests.services.sealed import AT, MadeUpTrust, machine
from tests.services.work import seated


def say(desk: Desk, about: str, **said: Any) -> Record:
    """A record as a machine with a fault would write it, straight into its journal."""
    own = journal.actor(desk.db)
    values: dict[str, Any] = {
        "subject": Subject.CASE,
        "stamp": journal.last_stamp(desk.db) + 1,
        "after": journal.state_of(desk.db, Subject.CASE, about).heads,
        "rows": {},
        "cells": {},
        "gone": False,
    }
    record = Record(
        actor=own,
        number=journal.last_number(desk.db, own) + 1,
        about=about,
        schema=journal.SCHEMA,
        **values | said,
    )
    with desk.db.atomic():
        journal.add(desk.db, [(record, record.to_bytes())])
    return record


def registered(desk: Desk, trust: MadeUpTrust, name: str = "Okafor") -> str:
    """A case that everybody has."""
    case = register_visitor(desk, add_visitor(desk, family_name=name))
    meeting.meet(desk, trust.share)
    return case


def is_put_aside(trust: MadeUpTrust, desk: Desk, officer: Desk) -> bool:
    """Whether an officer believes nothing of what this machine was not entitled to say."""
    meeting.meet(desk, trust.share)
    aside = meeting.meet(officer, trust.share).put_aside
    faults = [one.fault for one in quarantine.aside(officer.db)]
    return (aside, faults) == (1, [Fault.NOT_ENTITLED.value])


def test_h10_a_row_that_rests_on_nothing_holds_up_its_own_case_alone(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(clerk, trust)
    say(clerk, case, rows={"second_checks": (("no such decision", 1, "", "u-9", AT),)})
    other = register_visitor(clerk, add_visitor(clerk, family_name="Adeleke"))
    meeting.meet(clerk, trust.share)
    met = meeting.meet(officer, trust.share)
    assert met.put_aside == 0
    assert registrations.get(officer.db, other).review == "waiting"
    assert [(one.about, one.reason) for one in journal.unplaced(officer.db)] == [
        (case, placing.BROKEN)
    ]
    third = registered(clerk, trust, "Silva")
    meeting.meet(officer, trust.share)
    assert registrations.get(officer.db, third).review == "waiting"
    assert officer.db.scalar("SELECT count(*) FROM second_checks") == 0


def test_h10_a_word_about_a_case_whose_rows_wait_does_not_pass_for_its_rows(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(clerk, trust)
    say(clerk, case, rows={"second_checks": (("no such decision", 1, "", "u-9", AT),)})
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    say(clerk, case, cells={"registrations": {"site": "East wing"}})
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    assert [(one.about, one.reason) for one in journal.unplaced(officer.db)] == [
        (case, placing.BROKEN)
    ]


def test_h10_what_a_newer_program_knows_is_kept_for_the_day_this_one_does(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(clerk, trust)
    later = say(clerk, case, subject="appointment", after=(), cells={"appointments": {"on": "1"}})
    meeting.meet(clerk, trust.share)
    assert meeting.meet(officer, trust.share).put_aside == 0
    assert journal.record_at(officer.db, later.dot) == later
    assert [(one.subject, one.about) for one in journal.unplaced(officer.db)] == [
        ("appointment", case)
    ]
    assert registrations.get(officer.db, case).review == "waiting"
    assert meeting.meet(officer, trust.share).made == 0


@pytest.mark.parametrize(
    "said",
    [
        {"cells": {"registrations": {"service_type": "walk_in"}}},
        {"cells": {"registrations": {"outcome": "told_by_post"}}},
        {"cells": {"registrations": {"could_not_ask": "asleep"}}},
        {"rows": {"diary": (("{case}", "{new}", "2026-03-01", "2026-03-08", AT),)}},
    ],
    ids=["service_type", "outcome", "could_not_ask", "diary"],
)
def test_h10_a_word_that_only_another_machine_has_in_its_list_stops_no_list_and_no_envelope(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, said: dict[str, Any]
) -> None:
    case = registered(clerk, trust)
    rows = {
        table: tuple(tuple(case if one == "{case}" else one for one in row) for row in added)
        for table, added in said.get("rows", {}).items()
    }
    say(clerk, case, **said | {"rows": rows})
    other = registered(clerk, trust, "Adeleke")
    assert meeting.meet(officer, trust.share).put_aside == 0
    assert journal.unplaced(officer.db) == ()
    with seated(officer, "officer"):
        for view in (queue.EVERYTHING, queue.DIARY):
            for sort in queue.SORTS:
                assert queue.page(officer, queue.Wanted(view=view, sort=sort)) or rows == {}
        assert {one.registration_id for one in queue.queue(officer)} == {case, other}
        assert queue.queue_counts(officer)
    with seated(officer, "clerk"):
        assert len(desk_lists.ask_later(officer)) == ("could_not_ask" in str(said))
        assert desk_lists.today(officer).registered >= 0


def test_h10_a_case_booked_as_only_another_machine_knows_says_so_when_it_is_opened(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(clerk, trust)
    say(clerk, case, cells={"registrations": {"service_type": "walk_in"}})
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    with seated(officer, "officer"), pytest.raises(Known, match="“walk_in”") as told:
        review.open_case(officer, case)
    assert told.value.code == "unknown_booking"


@pytest.mark.parametrize("kind", ["damaged", "bomb", "unsigned", "own_key", "other_bytes", "sound"])
def test_security_4_what_a_machine_calls_signed_law_is_no_law_at_another(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, kind: str
) -> None:
    """A pack travels with the cases made with it: it is in use where its signature counts."""
    registered(clerk, trust)
    meeting.meet(officer, trust.share)
    key, law = PackKey(), edited_pack("2099.1")
    file = {
        "damaged": b"no pack",
        "bomb": zlib.compress(bytes(32 * 1024 * 1024)),
        "unsigned": zlib.compress(law),
        "own_key": zlib.compress(key.signed(law)),
        "other_bytes": zlib.compress(key.signed(edited_pack("2099.2"))),
        "sound": zlib.compress(signed := key.signed(law)),
    }[kind]
    pack_id = read_pack(signed).id
    if kind in ("other_bytes", "sound"):
        with seated(officer, "admin"):
            trust_signer(officer, key)
    day = officer.today.isoformat()
    row = (pack_id, "2099.1", day, "2027-03-31", key.signer, file.hex(), "u-1", AT)
    say(clerk, pack_id, subject=Subject.PACK, after=(), rows={"law_packs": (row,)})
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    assert law_packs.has(officer.db, pack_id)
    before = officer.pack.manifest.version
    signin.sign_in(officer, "officer", PASSWORD)
    assert officer.pack.manifest.version == ("2099.1" if kind == "sound" else before)


@pytest.mark.parametrize("kind", ["damaged", "forged", "later", "sound"])
def test_security_4_only_law_that_will_be_in_use_here_ends_the_rules_here(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, kind: str
) -> None:
    """Of a signer who counts here, and its bytes say what that machine says of them."""
    registered(clerk, trust)
    meeting.meet(officer, trust.share)
    key, tomorrow = PackKey(), officer.today + timedelta(days=1)
    law = edited_pack("2099.1", used_from=tomorrow + timedelta(days=kind == "later"))
    signed = key.signed(law)
    file = {
        "damaged": b"no pack",
        "forged": signed.replace(b"2099.1", b"2099.2"),
    }.get(kind, signed)
    pack_id = sha256(file).hexdigest()
    version = "2099.2" if kind == "forged" else "2099.1"
    squeezed = (file if kind == "damaged" else zlib.compress(file)).hex()
    said = (pack_id, version, tomorrow.isoformat(), "2027-03-31", key.signer, squeezed)
    row = (*said, "u-1", AT)
    with seated(officer, "officer"):
        end = diary.rules_until(officer)
    say(clerk, pack_id, subject=Subject.PACK, after=(), rows={"law_packs": (row,)})
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    assert law_packs.has(officer.db, pack_id)
    with seated(officer, "officer"):
        assert diary.rules_until(officer) == end
    with seated(officer, "admin"):
        trust_signer(officer, key)
    with seated(officer, "officer"):
        for _ in range(2):
            assert diary.rules_until(officer) == (officer.today if kind == "sound" else end)


def test_security_4_a_desk_cannot_take_a_case_away_everywhere(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(clerk, trust)
    meeting.meet(officer, trust.share)
    say(clerk, case, gone=True)
    assert is_put_aside(trust, clerk, officer)
    assert registrations.get(officer.db, case).review == "waiting"


def test_security_4_a_desk_cannot_bring_back_what_was_taken_away(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(clerk, trust)
    meeting.meet(officer, trust.share)
    (first,) = journal.records_of(clerk.db, Subject.CASE, case)
    say(clerk, case, rows={CARRIED: ((first.to_bytes().decode(),),)})
    assert is_put_aside(trust, clerk, officer)
    assert registrations.get(officer.db, case).review == "waiting"


def test_h10_what_carries_no_records_of_its_own_is_put_aside(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(clerk, trust)
    meeting.meet(officer, trust.share)
    other = machine(trust, "D04", Duty.OFFICER, user="officer")
    say(other, case, rows={CARRIED: (("no record",),)})
    meeting.meet(other, trust.share)
    assert meeting.meet(officer, trust.share).put_aside > 0  # sent on again, as to who joined late
    assert {one.fault for one in quarantine.aside(officer.db)} == {Fault.MISCOUNTED.value}
    assert registrations.get(officer.db, case).review == "waiting"
    other.db.close()


def test_h10_a_bent_line_of_the_register_falls_nobody(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    registered(clerk, trust)
    known = dict.fromkeys((one.name for one in fields(register.RegisterLine)), "x")
    lines = (
        {"removed": {"subject": "case"}},
        {"removed": 7},
        {"removed": {"seen": {"a": "b"}}},
        known | {"standing": "decided", "registered_on": "2026-03-09", "born": "0000-01-01"},
        known | {"standing": "decided", "registered_on": "9.3.26", "born": None},
    )
    roster, _, own = enrolling.require_joined(officer)
    for at, line in enumerate(lines):
        heading = Heading(
            trust="R1H",
            mode=officer.mode,
            device="D02",
            actor=f"{at + 1:016x}",
            sequence=1,
            previous=FIRST,
            content=Content.REGISTER,
            rows=1,
            schema=journal.SCHEMA,
            pack="",
            created=AT,
        )
        file = seal(
            heading,
            pack_lines([json.dumps(line).encode()]),
            sender=own,
            receivers=receivers_of(Content.REGISTER, roster),
        )
        trust.share.write_new(name_of(heading, read(file).sha256), file)
    assert meeting.meet(clerk, trust.share).put_aside == len(lines)
    assert {one.fault for one in quarantine.aside(clerk.db)} == {Fault.MISCOUNTED.value}


def test_security_4_no_machine_goes_on_with_another_ones_chain(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    registered(clerk, trust)
    meeting.meet(officer, trust.share)
    (first,) = (trust.folder / "share").glob("*_D01_*.env")
    thief = machine(trust, "D03", Duty.DESK)
    heading = Heading(
        trust="R1H",
        mode=thief.mode,
        device="D03",
        actor=journal.actor(clerk.db),
        sequence=2,
        previous=sha256(first.read_bytes()).hexdigest(),
        content=Content.CASES,
        rows=0,
        schema=journal.SCHEMA,
        pack="",
        created=AT,
    )
    roster, _, own = enrolling.require_joined(thief)
    file = seal(heading, pack_lines(()), sender=own, receivers=receivers_of(Content.CASES, roster))
    trust.share.write_new(name_of(heading, read(file).sha256), file)
    thief.db.close()
    assert meeting.meet(officer, trust.share).put_aside == 1
    assert [one.fault for one in quarantine.aside(officer.db)] == [Fault.NOT_ENTITLED.value]
    true = registered(clerk, trust, "Adeleke")
    meeting.meet(officer, trust.share)
    assert registrations.get(officer.db, true).review == "waiting"


def test_h10_a_clock_at_the_end_of_time_stops_nobody(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    case = registered(clerk, trust)
    say(clerk, case, stamp=HIGHEST_STAMP, cells={"registrations": {"site": "Elsewhere"}})
    meeting.meet(clerk, trust.share)
    meeting.meet(officer, trust.share)
    with officer.db.atomic():
        officer.db.execute("UPDATE registrations SET assigned_to = 'M' WHERE 1")
    meeting.meet(officer, trust.share)
    second = machine(trust, "D04", Duty.OFFICER, user="officer")
    for one in (officer, second, officer, second):
        meeting.meet(one, trust.share)
    for one in (officer, second):
        found = registrations.get(one.db, case)
        assert (found.site, found.assigned_to) == ("Elsewhere", "M")
        assert journal.unplaced(one.db) == ()
    second.db.close()


def test_h10_a_record_from_the_end_of_time_is_told_like_any_other(
    trust: MadeUpTrust, clerk: Desk, officer: Desk
) -> None:
    """Neither status nor conflict nor what is due falls over a clock that no calendar holds."""
    case = registered(clerk, trust)
    other = machine(trust, "D04", Duty.OFFICER, user="officer")
    for desk in (officer, other):
        meeting.meet(desk, trust.share)
    for desk, word in ((officer, "One"), (other, "Two")):
        say(desk, case, stamp=HIGHEST_STAMP, cells={"registrations": {"site": word}})
    (first,) = [one for one in journal.records_of(other.db, Subject.CASE, case) if not one.after]
    carried = {CARRIED: ((first.to_bytes().decode(),),)}
    say(other, case, stamp=HIGHEST_STAMP, rows=carried)
    assert travel_state.travel_state(officer).cases.waiting_since.startswith("9999")
    for desk in (officer, other, officer):
        meeting.meet(desk, trust.share)
    assert {said.at[:4] for one in disputes.open_conflicts(officer) for said in one.sides} == {
        "9999"
    }
    officer.clock = FixedClock(officer.clock.now() + timedelta(days=4000))
    with seated(officer, "admin"):
        assert retention.retention(officer).cases == ()
    other.db.close()
