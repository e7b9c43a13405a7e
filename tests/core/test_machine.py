"""Clock and identifiers: London's day, and version 7 UUIDs that sort by time of making."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.ports import Clock, Ids, stamp
from app.machine import FixedClock, SeededIds, SystemClock, SystemIds

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
NINE = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
LAYOUT = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
moments = st.integers(0, 10**12).map(lambda tenths: EPOCH + tenths * timedelta(seconds=0.1))


def milliseconds(identifier: str) -> int:
    return UUID(identifier).int >> 80


@settings(deadline=None)
@given(st.integers(), moments)
def test_an_identifier_is_a_version_7_uuid_of_its_moment(seed: int, moment: datetime) -> None:
    identifier = SeededIds(seed, FixedClock(moment)).new()
    assert LAYOUT.fullmatch(identifier)
    assert UUID(identifier).version == 7
    assert UUID(identifier).variant == "specified in RFC 4122"
    made = EPOCH + timedelta(milliseconds=milliseconds(identifier))
    assert abs(made - moment) <= timedelta(milliseconds=1)


@settings(deadline=None)
@given(st.integers(), moments, st.integers(2, 10**9))
def test_identifiers_sort_by_time_of_making(seed: int, moment: datetime, later: int) -> None:
    clock = FixedClock(moment)
    ids = SeededIds(seed, clock)
    first = ids.new()
    clock.set(moment + timedelta(milliseconds=later))
    assert first < ids.new()


@settings(deadline=None)
@given(st.integers(0), st.integers(1, 50))
def test_seeded_identifiers_repeat(seed: int, count: int) -> None:
    one, other = SeededIds(seed, FixedClock(NINE)), SeededIds(seed, FixedClock(NINE))
    made = [one.new() for _ in range(count)]
    assert made == [other.new() for _ in range(count)]
    assert len(set(made)) == count


def test_another_seed_gives_other_identifiers() -> None:
    assert SeededIds(1, FixedClock(NINE)).new() != SeededIds(2, FixedClock(NINE)).new()


def test_this_machine_never_hands_out_an_identifier_twice() -> None:
    ids: Ids = SystemIds()
    made = [ids.new() for _ in range(5_000)]
    assert len(set(made)) == len(made)
    assert all(LAYOUT.fullmatch(identifier) for identifier in made)
    assert [milliseconds(one) for one in made] == sorted(milliseconds(one) for one in made)


def test_this_machines_clock_tells_utc_and_londons_day() -> None:
    clock: Clock = SystemClock()
    before = datetime.now(UTC)
    told = clock.now()
    assert told.tzinfo is UTC
    assert before <= told <= datetime.now(UTC)
    assert abs(clock.today() - told.date()) <= timedelta(days=1)


def test_today_is_londons_day_in_summer_time() -> None:
    clock = FixedClock(datetime(2026, 7, 1, 23, 30, tzinfo=UTC))
    assert clock.today() == date(2026, 7, 2)
    clock.set(datetime(2026, 1, 1, 23, 30, tzinfo=UTC))
    assert clock.today() == date(2026, 1, 1)


def test_a_fixed_clock_stands_still_and_tells_utc() -> None:
    clock = FixedClock(datetime(2026, 3, 9, 14, 30, tzinfo=timezone(timedelta(hours=5.5))))
    assert clock.now() == clock.now() == NINE
    assert clock.now().tzinfo is UTC


def test_a_stamp_is_whole_seconds_of_utc() -> None:
    abroad = datetime(2026, 3, 9, 14, 44, 5, 999_999, timezone(timedelta(hours=5.5)))
    assert stamp(abroad) == "2026-03-09T09:14:05Z"
