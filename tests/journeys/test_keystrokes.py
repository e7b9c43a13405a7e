"""What tasks cost in keys and, by a keystroke-level model, in seconds; in the real window."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.journeys import tasks
from tests.journeys.effort import Effort, Person
from tests.journeys.keyboard import at_the_sign_in_page
from ui.main import Window

pytestmark = [pytest.mark.journey, pytest.mark.slow]


@pytest.fixture
def person(real_window: Window) -> Person:
    return at_the_sign_in_page(Person(real_window))


def test_ux_8_tasks_take_no_more_keys_and_seconds_than_they_may(
    person: Person, proof: Callable[[str], None]
) -> None:
    done = {one.task: one for one in tasks.work(person)}
    for one in done.values():
        proof(f"{one.task}: {one.keys} keys, {one.letters} letters, {one.seconds} s")
    assert done[tasks.RESIDENT].keys == 5
    for task, most in tasks.MOST_KEYS.items():
        assert done[task].keys <= most, task
    for task, limit in tasks.MOST_SECONDS.items():
        assert done[task].seconds <= limit, task
    assert done[tasks.COULD_NOT_ASK].keys == 2
    assert done[tasks.PAYMENT].keys < done[tasks.DECISION].keys


def test_the_model_counts_keys_thoughts_and_spoken_answers() -> None:
    effort = Effort(task="any", keys=5, letters=10, thoughts=5, spoken=3)
    assert effort.seconds == pytest.approx(15 * 0.28 + 5 * 1.35 + 3 * 3, abs=0.1)
