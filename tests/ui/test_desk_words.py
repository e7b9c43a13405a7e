"""The small words of the desk: minutes, days, steps left."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from ui.views.aside import about_minutes
from ui.views.desk_cards import SHOW_ALL, LineList, minutes, since
from ui.widgets.button import Button


@pytest.mark.parametrize(
    ("steps", "words"), [(1, "about 1 minute"), (4, "about 1 minute"), (8, "about 2 minutes")]
)
def test_steps_left_say_about_how_long(steps: int, words: str) -> None:
    assert about_minutes(steps) == words


def test_waiting_is_told_in_minutes_hours_and_days() -> None:
    assert (minutes(6), minutes(125)) == ("6 min", "2 h 5 min")
    assert (since(0), since(1), since(4)) == ("today", "yesterday", "4 days ago")


def test_a_long_list_is_folded_until_all_are_wanted(qtbot: QtBot) -> None:
    card = LineList("Ask before discharge", icon="clock", button="Open", short=2)
    qtbot.addWidget(card)
    card.show_lines([(str(one), "AB", "Not asked: Too unwell", "today") for one in range(4)])
    assert len(card.buttons) == 2
    wanted = [one for one in card.findChildren(Button) if one.text() == SHOW_ALL.format(count=4)]
    wanted[0].click()
    assert len(card.buttons) == 4
