"""The made-up months before the made-up morning: enough of a past for every figure to be told."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.demo import DEFAULT_MOMENT, FIRST, live_the_months_before, make_demo_desk
from app.demo.people import acting_as
from app.services import account, auditing, casefile, dashboard, queue
from ui.models.opening import OpeningModel
from ui.work import Inline

pytestmark = [pytest.mark.journey, pytest.mark.slow]


def test_the_months_leave_debt_of_every_age_a_plan_a_promise_and_a_rate(tmp_path: Path) -> None:
    desk = make_demo_desk(tmp_path / "desk", moment=DEFAULT_MOMENT - FIRST, seed=1)
    live_the_months_before(desk, until=DEFAULT_MOMENT, seed=1)
    with acting_as(desk, "finance"):
        owed = account.owed(desk)
        assert [band.invoices for band in owed.bands] == [1, 1, 1, 1, 1, 0]
        lives = {line.life for line in account.lines(desk)}
        assert {"plan", "promised", "disputed", "overdue"} <= lives
        board = dashboard.dashboard(desk)
        assert len(dashboard.to_choose(desk).months) == 12
    assert "of what was charged in twelve months had come in" in board.recovery.sentence
    assert desk.today == DEFAULT_MOMENT.date()
    with acting_as(desk, "auditor"):
        assert auditing.verify(desk).first_bad_seq is None
    desk.db.close()


def test_nothing_of_the_made_up_morning_is_still_to_come(tmp_path: Path) -> None:
    opening = OpeningModel(Inline(), tmp_path / "desk", tmp_path / "demo")
    opening.start_demo()
    desk = opening.desk()
    with acting_as(desk, "officer"):
        waiting = queue.queue(desk)
        assert {one.treatment for one in waiting} == {desk.today}
        happened = [
            one.at
            for row in waiting
            for one in casefile.case_file(desk, row.registration_id).timeline
        ]
    assert happened
    assert max(happened) <= desk.moment
    opening.close()
