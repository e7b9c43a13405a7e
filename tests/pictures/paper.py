"""Pictures of the screens for paper forms, and of the forms' own pages.

    python -m tests.pictures.paper /tmp/paper [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png` for the scan, the form being keyed, what is to
be put right, what was kept and the preview, and `page-<form>-<number>.png` at 100 dpi.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pypdfium2

from app.services import paper, registration
from tests.pictures.desk import open_window
from tests.pictures.looks import asked_for, looks
from tests.services.work import seated
from tests.ui.desk_window import KEY, DeskWindow, add_ada, settle

DPI = 100


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    for look in looks(folder, wanted):
        with open_window(look.width, look.height) as room:
            look.shoot(room.shell, _screens(room), folder)
    with open_window(1366, 768) as room:
        _pages(room, folder)


def _screens(room: DeskWindow) -> Iterator[str]:
    step = registration.begin(room.desk, add_ada(room.desk).patient_id, "outpatient")
    registration.answer(room.desk, step.registration_id, "s1_residence_12m", "uk_part")
    code = paper.print_pre_attendance(room.desk, step.ref).code
    registration.park(room.desk, step.registration_id)
    room.shell.show_page("desk")
    room.page.start.key_form.click()
    yield "form-scan"
    room.press(code[:-2] + "00", KEY.Key_Return)
    yield "form-misread"
    room.press(code, KEY.Key_Return)
    settle()
    yield "form-open"
    room.press("Ada Okafor", KEY.Key_Return, "2/3/90", KEY.Key_Return, "Nigeria", KEY.Key_Return)
    rows = room.page.key_form.rows
    rows["13"].take_focus()
    room.press("3", KEY.Key_Return, "Nigeria, France", KEY.Key_Return, "Narnia", KEY.Key_Return)
    room.press("31/2/26", KEY.Key_Return, "99", KEY.Key_Return)
    yield "form-typed"
    room.page.key_form.save.click()
    yield "form-problems"
    for number, text in (("15", "Nigeria"), ("16", "14/2/26"), ("17", "6")):
        rows[number].input.setText(text)
    room.page.key_form.signed_by.input.setFocus()
    yield "form-signed"
    room.page.key_form.save.click()
    yield "form-kept"
    room.page.key_form.another.click()
    room.page.key_form.blank.click()
    settle()
    yield "form-preview"


def _pages(room: DeskWindow, folder: Path) -> None:
    step = registration.begin(room.desk, add_ada(room.desk).patient_id, "outpatient")
    with seated(room.desk, "officer"):
        forms = {
            "patient": paper.print_pre_attendance(room.desk, step.ref).pdf,
            "clinician": paper.print_clinician(room.desk, step.ref).pdf,
            "patient-large": paper.print_pre_attendance(room.desk, step.ref, large_print=True).pdf,
            "clinician-large": paper.print_clinician(room.desk, step.ref, large_print=True).pdf,
        }
    for name, pdf in forms.items():
        with pypdfium2.PdfDocument(pdf) as document:
            for number, page in enumerate(document, 1):
                picture = page.render(scale=DPI / 72).to_pil()
                picture.save(folder / f"page-{name}-{number}.png")


if __name__ == "__main__":
    main(*asked_for(__doc__))
