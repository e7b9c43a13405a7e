"""What officers do on a case, again and again, by keys."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QWidget

from app.services.casefile import CaseFile
from tests.ui.officer_cases import (
    make_ready,
)
from tests.ui.officer_window import KEY, OfficerWindow
from ui.views.case_suggestion import SuggestionPanel

CHARGE = 3  # the fourth choice of the list


def opened(
    room: OfficerWindow,
    *,
    ready: bool = False,
    who: str = "officer",
    booking: str = "admission",
) -> str:
    """One case, open on the page."""
    one = room.registered(("Okafor", "Ada"), booking=booking)[0]
    if ready:
        make_ready(room.desk, one)
    room.sit_down(who, "queue")
    room.press(KEY.Key_Return)
    return one


def kept(room: OfficerWindow) -> CaseFile:
    assert room.case_model.case is not None
    return room.case_model.case


def suggestion_widgets(room: OfficerWindow) -> list[SuggestionPanel]:
    return room.case.findChildren(SuggestionPanel)


def choose_to_charge(room: OfficerWindow, *, certified: bool = True) -> None:
    room.choose(room.case.decision.choices, CHARGE)
    if certified:
        room.tab_to(room.case.decision.certified)
        room.press(KEY.Key_Space)


def give_reason_and_note(room: OfficerWindow) -> None:
    room.tab_to(room.case.decision.reason.input)
    room.press(KEY.Key_Down, KEY.Key_Down)
    room.tab_to(room.case.decision.words.input)
    room.press("Here to visit family until March")


def text_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel))


def look_first(room: OfficerWindow, place: int = CHARGE) -> None:
    """A second person says what they find, then the first decision shows."""
    room.choose(room.case.decision.choices, place)
    room.press_alt(KEY.Key_S)
