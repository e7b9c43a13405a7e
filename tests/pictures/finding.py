"""Pictures of finding: matches as one types, why each, the amber line, a new patient begun.

python -m tests.pictures.finding /tmp/finding [light dark contrast] [100 200 1024]
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest

from app.core.people import Patient
from app.services import finding, signin
from tests.desks import PASSWORD, add_visitor
from tests.pictures.desk import a_morning, open_window
from tests.pictures.looks import asked_for, looks
from tests.ui.desk_window import KEY, DeskWindow, add_ada

PEOPLE = (
    ("Nguyễn", "Thị Hoa", date(1984, 5, 6)),
    ("Nguyen", "Van An", date(1991, 12, 1)),
    ("Nguyen-Smith", "Lan", date(2001, 1, 30)),
    ("Al-Hassan", "Omar bin Khalid", date(1975, 3, 2)),
    ("Okafor", "Adaeze Chidinma Oluwaseun", date(1990, 2, 3)),
    ("Tran", "Nguyen", None),
)


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    walks: tuple[Callable[[DeskWindow], Iterator[str]], ...] = (_typing, _amber, _records)
    for look in looks(folder, wanted):
        for walk in walks:
            with open_window(look.width, look.height) as room:
                look.shoot(room.shell, walk(room), folder)


def _people(room: DeskWindow) -> None:
    a_morning(room.desk)
    add_ada(room.desk)
    for family, given, born in PEOPLE:
        finding.add_patient(
            room.desk,
            Patient(patient_id="", family_name=family, given_names=given, born=born),
        )


def _typing(room: DeskWindow) -> Iterator[str]:
    _people(room)
    signin.sign_in(room.desk, "officer", PASSWORD)
    room.shell.show_page("desk")
    room.press("nguyen")
    yield "typing"
    room.press(KEY.Key_Down, KEY.Key_Down)
    yield "typing-down"
    room.press(KEY.Key_Escape, "okafer")
    QTest.qWait(200)  # the page settles once somebody pauses
    yield "typing-sounds"


def _amber(room: DeskWindow) -> Iterator[str]:
    _people(room)
    add_visitor(room.desk)
    room.shell.show_page("desk")
    room.press("ada okafor 2/3/1990", KEY.Key_Return)
    yield "amber"
    room.press(KEY.Key_Escape)
    room.page.start.finder.search.setText("mensah kofi 4/5/1988")
    room.page.start.finder.new_button.click()
    yield "begun"


def _records(room: DeskWindow) -> Iterator[str]:
    _people(room)
    add_visitor(room.desk)
    signin.sign_in(room.desk, "senior", PASSWORD)
    room.find_ada()
    room.page.start.finder.records.click()
    yield "records"
    page = room.page.records
    page.similar.rows[0].click()
    yield "side-by-side"
    page.compare.stays.buttons[0].click()
    page.compare.reason.input.setText("Same passport seen, P01234567")
    page.compare.go_on.click()
    yield "join-check"
    page.check.confirm.click()
    yield "joined"


if __name__ == "__main__":
    main(*asked_for(__doc__))
