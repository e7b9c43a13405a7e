"""Pictures of names as people have them: very long, of one letter, in other scripts, and long sums.

python -m tests.pictures.names /tmp/names [light dark contrast] [100 200 1024]
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from PySide6.QtTest import QTest

from app.core.people import Patient
from app.services import finding
from tests.pictures import desk, officer
from tests.pictures.looks import asked_for, looks
from tests.ui.desk_window import KEY, DeskWindow
from tests.ui.officer_cases import invoice, make_billable
from tests.ui.officer_window import OfficerWindow, settle

LONG = ("Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh", "Hubert Blaine Maximilian")
PEOPLE = (
    LONG,
    ("Ó", "É"),
    ("عبد الرحمن المهيري", "فاطمة الزهراء"),
    ("Nguyễn Phúc Tôn Nữ", "Thị Hồng Ngọc"),
    ("Raghavendra Venkatanarasimharajuvaripeta", "Lakshmi"),
    ("Ọláyínká-Ẹ̀ṣọ́", "Adéṣọlá"),
)


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    for look in looks(folder, wanted):
        with desk.open_window(look.width, look.height) as room:
            look.shoot(room.shell, _desk(room), folder)
        with officer.open_window(look.width, look.height) as office:
            look.shoot(office.shell, _office(office), folder)


def _desk(room: DeskWindow) -> Iterator[str]:
    for family, given in PEOPLE:
        finding.add_patient(
            room.desk,
            Patient(patient_id="", family_name=family, given_names=given, born=date(1990, 3, 2)),
        )
    room.shell.show_page("desk")
    room.press(f"{LONG[0]} 2/3/1990")
    QTest.qWait(200)  # the page settles once somebody pauses
    yield "names-found"
    room.press(KEY.Key_Down, KEY.Key_Return)
    settle()
    if not room.shell.banner.isVisible():
        room.press(KEY.Key_Return)
    yield "names-ladder"
    room.press(KEY.Key_F2)
    settle()
    yield "names-still-open"


def _office(room: OfficerWindow) -> Iterator[str]:
    cases = room.registered(*PEOPLE)
    room.sit_down("officer", "queue")
    yield "names-queue"
    for one in cases:
        make_billable(room.desk, one)
    room.case.open(cases[0])
    room.shell.show_page("case")
    settle()
    yield "names-case"
    issued = [invoice(room.desk, one) for one in cases[:4]]
    room.sit_down("finance", "money")
    room.money.open_panel("accounts")
    yield "names-accounts"
    room.accounts.open_account(issued[0])
    room.accounts.page.buttons["promise"].click()
    yield "names-promise"


if __name__ == "__main__":
    main(*asked_for(__doc__))
