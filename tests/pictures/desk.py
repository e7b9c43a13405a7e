"""Pictures of the desk's screens, with the real services, to compare by eye with the design.

    python -m tests.pictures.desk /tmp/desk [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png` for sign-in, start, search, new patient,
ladder, countries, reasons, visitor page, outcomes and the page between two patients.
"""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget

from app.core.errors import Known
from app.residency.questions import AnswerState
from app.services import finding, passports, registration
from app.services.desk import Desk
from tests.desks import PASSWORD, add_visitor
from tests.pictures.looks import asked_for, looks
from tests.services.test_passports import passport
from tests.ui.desk_window import KEY, DeskWindow, add_ada
from ui.work import Inline


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    walks = (
        *(_sign_in, _start, _search, _ladder, _language, _needs, _visitor, _finish),
        *(_passport, _outcomes, _between),
    )
    for look in looks(folder, wanted):
        for walk in walks:
            with open_window(look.width, look.height) as room:
                look.shoot(room.shell, walk(room), folder)


@contextmanager
def open_window(width: int, height: int) -> Iterator[DeskWindow]:
    """A desk in its window, for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        room = DeskWindow(Path(folder), Inline(), booking="outpatient", demo_password=PASSWORD)
        room.shell.resize(width, height)
        room.shell.show()
        room.shell.activateWindow()
        QApplication.processEvents()
        try:
            yield room
        finally:
            room.shell.close()
            room.shell.deleteLater()
            QApplication.processEvents()
            room.desk.db.close()


def a_morning(desk: Desk) -> None:
    """A few finished, two parked, two to ask before discharge."""
    for given in ("Ann", "Ben", "Cy", "Dee"):
        patient = add_visitor(desk, family_name="Smith", given_names=given)
        one = registration.begin(desk, patient.patient_id, "outpatient").registration_id
        registration.answer(desk, one, "s1_residence_12m", "uk_all")
        registration.answer(desk, one, "s1_document", "none")
        registration.answer(desk, one, "s1_existing_banner", "no")
        registration.finish(desk, one)
    for family, given, reason in (("Hale", "Tom", "too_unwell"), ("Stone", "May", "emergency")):
        patient = add_visitor(desk, family_name=family, given_names=given)
        one = registration.begin(desk, patient.patient_id, "outpatient").registration_id
        registration.could_not_ask(desk, one, reason)
    for family, given in (("Kaur", "Amrit"), ("Rao", "Bela")):
        patient = add_visitor(desk, family_name=family, given_names=given)
        one = registration.begin(desk, patient.patient_id, "outpatient").registration_id
        registration.set_aside(desk, one, "s1_residence_12m", AnswerState.UNKNOWN)
        registration.park(desk, one)


def _sign_in(room: DeskWindow) -> Iterator[str]:
    room.shell.set_user("")
    room.shell.show_page("signin")
    yield "sign-in"
    room.press("jpatel", KEY.Key_Return, "wrong", KEY.Key_Return)
    yield "sign-in-refused"


def _start(room: DeskWindow) -> Iterator[str]:
    room.shell.show_page("desk")
    yield "start-empty"
    a_morning(room.desk)
    room.shell.show_page("desk")
    yield "start"


def _search(room: DeskWindow) -> Iterator[str]:
    a_morning(room.desk)
    add_ada(room.desk)
    add_visitor(room.desk)
    room.shell.show_page("desk")
    room.press("9993177423", KEY.Key_Return)
    yield "found"
    room.press(KEY.Key_F2, "nobody 1/1/2000", KEY.Key_Return)
    yield "nobody"
    room.page.start.finder.new_button.click()
    yield "new-patient"
    room.press(KEY.Key_Escape)
    room.page.start.finder.new_button.click()
    yield "new-patient-kept"
    panel = room.page.start.finder.new_patient
    panel.family.input.setText("")
    panel.born.input.setText("31/2/1990")
    panel.save.click()
    yield "new-patient-problems"
    panel.family.input.setText("Okafor")
    panel.given.input.setText("Ada")
    panel.born.input.setText("2/3/1990")
    panel.save.click()
    yield "new-patient-similar"


def _open_ada(room: DeskWindow) -> None:
    a_morning(room.desk)
    add_ada(room.desk)
    room.shell.show_page("desk")
    room.press("9993177423", KEY.Key_Return, KEY.Key_Return)


def _ladder(room: DeskWindow) -> Iterator[str]:
    _open_ada(room)
    yield "ladder-1"
    room.press(KEY.Key_3)
    room.press("nig")
    yield "ladder-countries"
    room.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    room.press("fr", KEY.Key_Down, KEY.Key_Return)
    yield "ladder-countries-taken"
    room.press(KEY.Key_Return)
    yield "ladder-3"
    room.press(KEY.Key_F1)
    yield "ladder-why"
    room.press(KEY.Key_F1, KEY.Key_F9)
    yield "ladder-could-not-ask"
    room.press(KEY.Key_Escape)
    room.press_alt(KEY.Key_Up)
    room.press_alt(KEY.Key_Up)
    yield "ladder-reopened"
    room.press(KEY.Key_1, KEY.Key_1, KEY.Key_1)
    yield "ladder-ready"


def _language(room: DeskWindow) -> Iterator[str]:
    a_morning(room.desk)
    room.shell.show_page("desk")
    room.page.on_key("Ctrl+L")
    yield "language"
    room.press("ar")
    yield "language-typed"
    room.press(KEY.Key_Return)
    yield "language-call"


def _needs(room: DeskWindow) -> Iterator[str]:
    _open_ada(room)
    room.press_alt(KEY.Key_N)
    yield "needs"


def _finish(room: DeskWindow) -> Iterator[str]:
    to_the_visitor_page(room)
    room.press_alt(KEY.Key_V)
    room.press_alt(KEY.Key_G)
    yield "finish"
    room.page.beside.finish.signature.how.buttons[2].click()
    yield "finish-drawn"


def to_the_visitor_page(room: DeskWindow) -> None:
    """Ada has lived abroad: the page of her particulars."""
    _open_ada(room)
    room.press(KEY.Key_3, "nigeria", KEY.Key_Return, KEY.Key_Return, KEY.Key_1, KEY.Key_1)


def _visitor(room: DeskWindow) -> Iterator[str]:
    to_the_visitor_page(room)
    yield "visitor"
    typed = {
        "nationalities": "Nigeria",
        "country": "Nigeria",
        "address_abroad": "14 Marina Road\nApapa\nLagos",
        "arrived": "2/3/26",
        "leaving": "1/3/26",
    }
    for name, text in typed.items():
        go_to(room, name)
        for number, line in enumerate(text.split("\n")):
            room.press(*([KEY.Key_Return] if number else []), line)
    go_to(room, "care")
    room.press("hip repl")
    yield "visitor-care"
    room.press(KEY.Key_Down, KEY.Key_Return, KEY.Key_Tab)
    yield "visitor-filled"
    room.page.visitor.go_on.click()
    yield "visitor-problem"


def _passport(room: DeskWindow) -> Iterator[str]:
    """A passport at the search, one typed on the visitor page, and a card taken down."""
    a_morning(room.desk)
    room.shell.show_page("desk")
    room.page.take_passport(passport())
    QApplication.processEvents()
    yield "passport-new-patient"
    room.press(KEY.Key_F2)
    room.page.start.finder.refuse_passport(_wrong_digit(room))
    yield "passport-refused"
    add_ada(room.desk)
    room.press(KEY.Key_F2, "9993177423", KEY.Key_Return, KEY.Key_Return)
    room.press(KEY.Key_3, "nigeria", KEY.Key_Return, KEY.Key_Return, KEY.Key_1, KEY.Key_1)
    visitor = room.page.visitor
    visitor.passport_button.click()
    yield "passport-typed"
    room.page.take_passport(passport())
    yield "passport-filled"
    assert visitor.card_button is not None
    visitor.card_button.click()
    form = room.page.card.form
    form.type.input.set_value("ehic")
    form.type.input.chosen.emit("ehic")
    for name, typed in (
        ("state", "ger"),
        ("card_number", "80276 00001 12345 67890"),
        ("expires", "31/1/26"),
    ):
        form.fields[name].input.setFocus()
        room.press(typed)
    form.save.click()
    yield "card"


def _wrong_digit(room: DeskWindow) -> Known:
    try:
        passports.read_passport(room.desk, passport().replace("900302", "900303"))
    except Known as known:
        return known
    raise AssertionError("a wrong digit was taken")


def go_to(room: DeskWindow, field: str) -> None:
    """Tab to a field of the visitor page, as a person does."""
    room.tab_to(room.page.visitor.fields[field].input)


def _outcomes(room: DeskWindow) -> Iterator[str]:
    to_the_visitor_page(room)
    visitor = room.page.visitor
    go_to(room, "phone")
    room.press("0113 496 0000")
    visitor.go_on.click()
    yield "outcome-team"
    room.press(KEY.Key_F2)
    walks: tuple[tuple[str, str, Callable[[], None]], ...] = (
        ("outcome-none", "outpatient", lambda: room.press(*[KEY.Key_1] * 3, KEY.Key_Return)),
        ("outcome-later", "outpatient", lambda: room.press(KEY.Key_F9, KEY.Key_5)),
        ("outcome-treat", "maternity", lambda: room.press(KEY.Key_F9, KEY.Key_1)),
        ("outcome-document", "outpatient", lambda: _hold_a_card(room)),
    )
    patient = finding.find(room.desk, "9993177423")[0]
    for name, booking, walk in walks:
        room.registration.begin(patient.patient_id, booking)
        QApplication.processEvents()
        walk()
        yield name
        room.press(KEY.Key_F2)


def _hold_a_card(room: DeskWindow) -> None:
    room.press(KEY.Key_1, KEY.Key_2, KEY.Key_1)
    go_to(room, "phone")
    room.press("0113 496 0000")
    room.page.visitor.go_on.click()


def _between(room: DeskWindow) -> Iterator[str]:
    _open_ada(room)
    room.press(KEY.Key_F2)
    yield "still-open"
    room.press(KEY.Key_Return)
    lists: QWidget = room.page.start.parked
    assert lists.isVisible()
    room.page.start.parked.buttons[0].click()
    yield "resumed"


if __name__ == "__main__":
    main(*asked_for(__doc__))
