"""H7 in the window: whoever is open, the ladder shows the same question in the same words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from random import Random

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.services.test_asked_alike import PATIENTS, made_up
from tests.ui.desk_window import KEY, DeskWindow, add_ada
from ui.models.registration import Showing
from ui.views.ladder import LadderView
from ui.work import Inline


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    add_ada(one.desk)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    one.find_ada()
    one.press(KEY.Key_Return)
    yield one
    one.desk.db.close()


@pytest.mark.slow
def test_h7_a_thousand_patients_see_the_same_opening_question_on_the_ladder(
    window: DeskWindow,
) -> None:
    chance = Random(7)
    step = window.registration.step
    assert step is not None
    shown = Showing(step=step, before=(), after=(), number=1)
    wanted = on_the_ladder(window.page.ladder)
    assert any("Where have you lived" in words for words in wanted)
    for _ in range(PATIENTS):
        other = replace(step, patient=made_up(chance))
        window.page.ladder.show_step(replace(shown, step=other))
        assert on_the_ladder(window.page.ladder) == wanted


def on_the_ladder(ladder: LadderView) -> list[str]:
    """What is asked, how it is said, every answer with its number, and where one is."""
    return [
        ladder.note.text(),
        *(label.text() for label in ladder.question.findChildren(QLabel)),
        *(f"{row.number} {row.accessibleName()}" for row in ladder.question.answers.rows),
        ladder.next.words.text(),
        ladder.next.left.text(),
    ]
