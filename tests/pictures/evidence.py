"""Pictures of papers: beside the case and at the desk, with made-up ones to look at.

    python -m tests.pictures.evidence /tmp/evidence [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png` for the empty form, the viewer, the page nearer
and turned, a refusal, a copy to be taken out, and the clerk's papers.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from app.casework.papers import PaperState
from app.core.people import Patient
from app.demo import papers
from app.services import documents
from app.services.documents import PaperShown
from tests.desks import sign_in
from tests.pictures import desk, officer
from tests.pictures.looks import asked_for, looks
from tests.ui.desk_window import DeskWindow
from tests.ui.officer_window import KEY, OfficerWindow, settle

ADA = Patient(patient_id="", family_name="Okafor", given_names="Ada")
LATER = PaperShown(type_code="ehic", state=PaperState.PROMISED)


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    for look in looks(folder, wanted):
        with officer.open_window(look.width, look.height) as room:
            look.shoot(room.shell, _beside_the_case(room), folder)
        with desk.open_window(look.width, look.height) as one:
            look.shoot(one.shell, _at_the_desk(one), folder)


def _beside_the_case(room: OfficerWindow) -> Iterator[str]:
    case = room.registered(("Okafor", "Ada"))[0]
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    room.case.work.show_tab("evidence")
    settle()
    yield "evidence-empty"
    sign_in(room.desk, "officer")
    papers.show_passport(room.desk, case, ADA, "NG")
    papers.show_home_abroad(room.desk, case, ADA)
    documents.note(room.desk, case, LATER)
    room.case.open(case)
    room.case.work.show_tab("evidence")
    settle()
    viewer = room.case.evidence.viewer
    viewer.relied_on.click()
    yield "evidence"
    viewer.take_focus()
    room.press(KEY.Key_Plus, KEY.Key_R)
    yield "evidence-nearer-and-turned"
    viewer.copy.refuse("That file is larger than 10 MB. Scan it at 200 dots to the inch.")
    yield "evidence-refused"
    viewer.copy.refuse("")
    viewer.copy.started()
    viewer.copy.show_progress(3, 12)
    viewer.copy.show_going(going=True)
    yield "evidence-going"
    viewer.copy.ended()
    room.case.evidence.another.click()
    yield "evidence-form"
    room.case.evidence.form.go_back.click()
    viewer.take_out.click()
    yield "evidence-removal"


def _at_the_desk(room: DeskWindow) -> Iterator[str]:
    desk.to_the_visitor_page(room)
    yield "visitor-with-papers"
    step = room.registration.step
    assert step is not None
    room.page.papers.openers[0].click()
    yield "papers-empty"
    papers.show_passport(room.desk, step.registration_id, ADA, "NG")
    documents.note(room.desk, step.registration_id, LATER)
    room.documents.refresh()
    yield "papers"
    room.press(KEY.Key_Escape)
    room.page.visitor.go_on.click()
    yield "outcome-with-papers"


if __name__ == "__main__":
    main(*asked_for(__doc__))
