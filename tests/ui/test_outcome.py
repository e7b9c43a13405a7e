"""The outcome: “Book in as normal.” first, in every one of the six, and never a verdict."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from app.residency.outcomes import DeskOutcome, words
from tests.ui.desk_window import KEY, DeskWindow, add_ada, settle
from ui.models.registration import Showing
from ui.widgets.button import Button
from ui.work import Inline


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    add_ada(one.desk)
    one.find_ada()
    yield one
    one.desk.db.close()


def finish(window: DeskWindow, booking: str, *keys: KEY) -> None:
    """Book Ada in for something and press keys to the end."""
    window.model.set_booking(booking)
    window.press(KEY.Key_Return, *keys)
    if window.page.visitor.isVisible():
        window.tab_to(window.page.visitor.go_on)
        window.press(KEY.Key_Return)


@pytest.mark.parametrize(
    ("booking", "keys", "title"),
    [
        ("outpatient", (KEY.Key_1, KEY.Key_1, KEY.Key_1, KEY.Key_Return), "No follow-up"),
        ("outpatient", (KEY.Key_1, KEY.Key_2, KEY.Key_1), "Show a document"),
        ("outpatient", (KEY.Key_4, KEY.Key_7, KEY.Key_1), "Team will call"),
        ("sexual_health", (KEY.Key_4, KEY.Key_7, KEY.Key_1), "Service is free"),
        ("outpatient", (KEY.Key_F9, KEY.Key_5), "Ask later"),
        ("maternity", (KEY.Key_F9, KEY.Key_1), "Treat first"),
    ],
)
def test_every_outcome_begins_book_in_as_normal(
    window: DeskWindow, booking: str, keys: tuple[KEY, ...], title: str
) -> None:
    finish(window, booking, *keys)
    outcome = window.page.outcome
    assert window.page.stack.currentWidget() is outcome
    assert outcome.band.figure.text() == "Book in as normal."
    assert outcome.band.title.text() == title
    assert outcome.band.accessibleName() == f"{title}. Book in as normal."


def test_h1_no_outcome_can_tell_anyone_to_hold_care_back(window: DeskWindow) -> None:
    finish(window, "outpatient", KEY.Key_1, KEY.Key_1, KEY.Key_1, KEY.Key_Return)
    step = window.registration.step
    assert step is not None
    view = window.page.outcome
    for outcome in DeskOutcome:
        found = words(outcome, window.desk.law)
        view.show_step(Showing(step=replace(step, outcome=found), before=(), after=(), number=1))
        said = " ".join(label.text() for label in view.findChildren(QLabel)).lower()
        assert "book in as normal." in said
        for one in step.answered:  # the rules' own question names the national banner
            said = said.replace(one.question.text.lower(), "")
        for word in ("chargeable", "refuse", "stop", "£", "hold", "pay first", "not entitled"):
            assert word not in said


def test_what_was_answered_stands_beside(window: DeskWindow) -> None:
    finish(window, "outpatient", KEY.Key_1, KEY.Key_1, KEY.Key_1, KEY.Key_Return)
    shown = [label.text() for label in window.page.outcome.answers.findChildren(QLabel)]
    assert "In the UK all the time" in shown
    assert window.page.outcome.saved.text() == "Saved here 09:00"


def test_why_it_was_not_asked_stands_beside(window: DeskWindow) -> None:
    finish(window, "outpatient", KEY.Key_F9, KEY.Key_5)
    shown = [label.text() for label in window.page.outcome.answers.findChildren(QLabel)]
    assert "Interpreter needed" in shown


def test_h4_no_answer_of_the_last_patient_stays_with_the_next(window: DeskWindow) -> None:
    card = window.page.outcome.answers
    card.show_answers([("Here for", "Outpatients"), ("Lives in", "Spain")])
    card.show_answers([("Here for", "Maternity")])
    said = {label.text() for label in card.findChildren(QLabel)}
    assert {"Here for", "Maternity"} <= said
    assert not said & {"Outpatients", "Lives in", "Spain"}
    card.show_answers([])
    assert card.isHidden()


def test_the_leaflet_is_printed_beside_its_step_in_any_language(
    window: DeskWindow, qtbot: QtBot
) -> None:
    finish(window, "outpatient", KEY.Key_4, KEY.Key_7, KEY.Key_1)
    step, view = window.registration.step, window.page.outcome
    assert step is not None
    assert step.outcome is not None
    steps = ("Das Team spricht mit ihnen.", "Blatt B mitgeben.", "Kein Wort von Geld.")
    german = replace(step, outcome=replace(step.outcome, steps=steps))
    view.show_step(Showing(step=german, before=(), after=(), number=1))
    settle()
    prints = [one for one in view.steps.findChildren(Button) if one.isVisible()]
    assert [one.accessibleName() for one in prints] == ["Print the leaflet"]
    beside = next(one for one in view.steps.findChildren(QLabel) if one.text() == steps[1])
    assert abs(beside.geometry().center().y() - prints[0].geometry().center().y()) <= 2
    with qtbot.waitSignal(view.leaflet_wanted):
        prints[0].click()


def test_back_to_the_answers_opens_the_same_registration(window: DeskWindow) -> None:
    finish(window, "outpatient", KEY.Key_1, KEY.Key_1, KEY.Key_1, KEY.Key_Return)
    before = window.registration.step
    window.press_alt(KEY.Key_Up)
    after = window.registration.step
    assert before is not None
    assert after is not None
    assert after.registration_id == before.registration_id
    assert [one.shown for one in after.answered] == [one.shown for one in before.answered]
    assert window.page.ladder.ready.finish.hasFocus()
    window.press(KEY.Key_Return)
    assert window.page.stack.currentWidget() is window.page.outcome


def test_enter_goes_on_to_the_next_patient_in_any_window(window: DeskWindow) -> None:
    window.shell.resize(1024, 640)
    finish(window, "outpatient", KEY.Key_1, KEY.Key_1, KEY.Key_1, KEY.Key_Return)
    window.press(KEY.Key_Return)
    assert window.page.stack.currentWidget() is window.page.start
    assert window.banner[-1] is None
