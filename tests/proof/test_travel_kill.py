"""H10: sealed envelopes through the death of whoever makes, takes or answers them, at any write."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from tests.proof.travel_kill import Deaths, deaths
from tests.proof.travel_place import CLERK, OFFICER

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def dying() -> Iterator[Deaths]:
    with deaths() as worlds:
        yield worlds


@pytest.mark.parametrize("code", [CLERK, OFFICER])
def test_h10_a_sender_killed_at_any_write_sends_every_record_once(
    dying: Deaths, code: str, proof: Callable[[str], None]
) -> None:
    proof(f"{code} killed while it sent, all sent once: {dying.of_a_sender(code)}")


def test_h10_an_officer_killed_at_any_write_takes_every_envelope_once(
    dying: Deaths, proof: Callable[[str], None]
) -> None:
    proof(f"officer killed while it took in, all taken once: {dying.of_an_officer()}")


def test_h10_a_sealed_intake_killed_at_any_write_takes_and_answers_every_envelope_once(
    dying: Deaths, proof: Callable[[str], None]
) -> None:
    proof(f"finance killed in its intake, all taken and answered once: {dying.of_finance()}")
