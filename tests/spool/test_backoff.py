"""Trying again for ever: sooner at first, ever less often, never all at once, its age known."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.library.share import load_share_terms
from app.machine import SeededRandomness
from app.spool.backoff import Standing
from app.spool.faults import ShareDenied, ShareFault, ShareSignIn, ShareTimeout, ShareUnavailable

NOON = datetime(2026, 3, 9, 13, 10, tzinfo=UTC)
TERMS = load_share_terms()
FAULTS = (ShareUnavailable, ShareTimeout, ShareDenied, ShareSignIn)


def after(faults: list[type[ShareFault]], seed: int = 1) -> tuple[Standing, list[timedelta]]:
    """Failures one after the other, each at the moment the last one said; and the waits."""
    standing, at, waits = Standing(), NOON, []
    chance = SeededRandomness(seed)
    for fault in faults:
        standing = standing.failed(fault(), at=at, terms=TERMS, chance=chance)
        assert standing.next_at is not None
        waits.append(standing.next_at - at)
        at = standing.next_at
    return standing, waits


def test_a_share_that_never_failed_is_tried_at_once() -> None:
    assert Standing().is_due(NOON)


def test_waits_double_up_to_the_longest_and_never_end() -> None:
    _, waits = after([ShareUnavailable] * 2_000)
    bare = [timedelta(seconds=15 * 2**step) for step in range(6)]
    for wait, middle in zip(waits, bare, strict=False):
        assert middle * 0.75 <= wait <= middle * 1.25
    longest = timedelta(seconds=TERMS.longest_wait)
    assert all(longest * 0.75 <= wait <= longest * 1.25 for wait in waits[6:])


def test_the_first_failure_is_remembered_until_something_works() -> None:
    standing, _ = after([ShareUnavailable, ShareTimeout, ShareDenied])
    assert standing.failing_since == NOON
    assert (standing.failures, standing.reason) == (3, "share_denied")
    assert standing.worked() == Standing()
    assert standing.worked().is_due(NOON)


def test_it_is_tried_when_the_wait_is_over_and_not_before() -> None:
    standing, (wait,) = after([ShareUnavailable])
    assert not standing.is_due(NOON)
    assert not standing.is_due(NOON + wait - timedelta(milliseconds=1))
    assert standing.is_due(NOON + wait)


def test_a_clock_set_back_does_not_hold_it_up() -> None:
    standing, _ = after([ShareUnavailable])
    assert standing.is_due(NOON - timedelta(days=30))


def test_a_refused_password_is_not_tried_until_it_can_lock_the_account() -> None:
    standing, (wait,) = after([ShareSignIn])
    assert wait == timedelta(seconds=TERMS.sign_in_wait)
    assert not standing.is_due(NOON + wait - timedelta(seconds=1))


def test_two_desks_that_fail_together_do_not_come_back_together() -> None:
    first, second = (after([ShareUnavailable] * 10, seed)[1] for seed in (1, 2))
    assert all(one != other for one, other in zip(first, second, strict=True))


def test_without_chance_and_growth_the_waits_are_all_the_first() -> None:
    terms = replace(TERMS, growth=1.0, spread=0.0)
    standing = Standing()
    for _ in range(3):
        standing = standing.failed(
            ShareUnavailable(), at=NOON, terms=terms, chance=SeededRandomness(1)
        )
        assert standing.next_at == NOON + timedelta(seconds=terms.first_wait)


@given(st.lists(st.sampled_from(FAULTS), min_size=1, max_size=60), st.integers(0, 2**32))
def test_whatever_fails_however_often_the_next_try_is_bounded(
    faults: list[type[ShareFault]], seed: int
) -> None:
    standing, waits = after(faults, seed)
    most = max(TERMS.sign_in_wait, TERMS.longest_wait * (1 + TERMS.spread))
    for fault, wait in zip(faults, waits, strict=True):
        assert timedelta(seconds=TERMS.first_wait * (1 - TERMS.spread)) <= wait
        assert wait <= timedelta(seconds=most)
        if fault is not ShareSignIn:
            assert wait <= timedelta(seconds=TERMS.longest_wait * (1 + TERMS.spread))
    assert standing.failing_since == NOON
    assert standing.failures == len(faults)
