"""The small words of the desk: minutes, days, steps left."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from app.services.desk_lists import AskLaterLine
from app.services.travel_state import Standing
from ui.views.aside import about_minutes
from ui.views.desk_cards import SHOW_ALL, LineList, WaitingLine, later_lines, minutes, since
from ui.widgets.button import Button
from ui.widgets.layout import Label


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
    card.show_lines(
        [WaitingLine(str(one), "AB", "Not asked: Too unwell", "today") for one in range(4)]
    )
    assert len(card.buttons) == 2
    wanted = [one for one in card.findChildren(Button) if one.text() == SHOW_ALL.format(count=4)]
    wanted[0].click()
    assert len(card.buttons) == 4


@pytest.mark.parametrize(
    ("standing", "words"),
    [
        (Standing.HERE, "Saved here"),
        (Standing.ON_SHARE, "On the share"),
        (Standing.TAKEN, "Taken"),
    ],
)
def test_h10_a_line_says_in_a_word_where_the_record_is(
    qtbot: QtBot, standing: Standing, words: str
) -> None:
    card = LineList("Ask before discharge", icon="clock", button="Open", short=2)
    qtbot.addWidget(card)
    card.show_lines(later_lines([AskLaterLine("1", "AB", "Not asked: Too unwell", 0, standing)]))
    assert words in [one.text() for one in card.findChildren(Label)]
    assert card.buttons[0].accessibleName() == f"Open AB: Not asked: Too unwell, {words}"
