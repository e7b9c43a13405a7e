"""Papers at the desk and beside the case: attached, looked at, weighed and taken out, by keys."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QGraphicsPixmapItem, QLineEdit
from pytestqt.qtbot import QtBot

from app.casework.papers import PaperState
from app.demo import specimens
from app.scans.taking_in import take_in
from app.services import documents, review
from app.services.documents import PaperShown
from app.store import audit
from tests.desks import sign_in
from tests.scans.samples import jpeg, pdf
from tests.ui.case_steps import choose_to_charge, give_reason_and_note, kept, opened
from tests.ui.desk_window import DeskWindow, add_ada
from tests.ui.officer_cases import NO_GROUND, record_form
from tests.ui.officer_window import CTRL, KEY, OfficerWindow, settle
from ui.models.documents import MOST_PAGES_HELD, DocumentsModel
from ui.office import Office
from ui.views.case import CasePage
from ui.widgets.facts import MarkButton
from ui.widgets.stage import Stage
from ui.work import Inline, Lane

PASSPORT = PaperShown(type_code="passport", number="A01234567", expires="11/9/29")


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def shown(room: OfficerWindow, *papers: tuple[PaperShown, bytes]) -> str:
    """A case with these papers, open on its evidence."""
    one = opened(room)
    for paper, content in papers:
        scan = take_in(content, room.desk.scans) if content else None
        documents.note(room.desk, one, paper, scan)
    room.case.open(one)
    settle()
    return one


def acts(room: OfficerWindow, case: str) -> list[str]:
    return [row.happening.act for row in audit.latest(room.desk.db, subject=case)]


def choose_in_dialog(path: Path) -> None:
    """Type a file's name into the dialog that is open, and take it."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    owner, name = dialog.parentWidget(), dialog.findChild(QLineEdit)
    assert owner is not None
    assert name is not None
    window = owner.window()
    name.setText(str(path))
    QTest.keyClick(name, KEY.Key_Return)
    settle()
    window.activateWindow()  # as a window manager does once a dialog is gone
    settle()


@pytest.mark.slow
@pytest.mark.journey
def test_a_case_is_decided_on_a_copied_passport_and_a_pdf_by_keyboard_alone(
    room: OfficerWindow, tmp_path: Path
) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    record_form(room.desk, one, by="clinician")
    sign_in(room.desk, "officer")
    for question_id, value in NO_GROUND:
        review.answer(room.desk, one, question_id, value)
    photo, bill = tmp_path / "IMG_1.dat", tmp_path / "bill.pdf"
    photo.write_bytes(jpeg(1200, 800))
    bill.write_bytes(specimens.letter("Harbour Light", ("A made-up firm",)))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    panel = room.case.evidence
    form, viewer = panel.form, panel.viewer

    room.tab_to(form.what.input)
    room.press("passport", KEY.Key_Down, KEY.Key_Return)
    room.tab_to(form.number.input)
    room.press("a01234567")
    room.tab_to(form.expires.input)
    room.press("11/9/29")
    room.tab_to(form.copy.attach)
    room.press(KEY.Key_Return)
    choose_in_dialog(photo)
    assert form.ready.text() == "1 page ready to keep."
    assert form.how.value() is PaperState.COPIED
    room.press_alt(KEY.Key_D)
    assert viewer.title.text() == "Passport"
    assert viewer.details.text().startswith("Number ends 4567. Expires 11-Sep-2029.")
    assert viewer.stage.has_picture()

    room.tab_to(panel.another)
    room.press(KEY.Key_Return)
    room.press("driving licence", KEY.Key_Down, KEY.Key_Return)
    room.tab_to(form.copy.attach)
    room.press(KEY.Key_Return)
    choose_in_dialog(bill)
    room.tab_to(form.relied_on)
    room.press(KEY.Key_Space)
    room.press_alt(KEY.Key_D)
    assert viewer.place.text() in ("1 of 2", "2 of 2")

    room.tab_to(viewer.stage)
    room.press(KEY.Key_Plus, KEY.Key_R, KEY.Key_Down, KEY.Key_Right)
    assert (viewer.stage.zoom(), viewer.stage.turned()) == (1.5, 90)
    room.press(KEY.Key_Minus)
    assert viewer.stage.zoom() == 1.0
    assert [line.relied_on for line in kept(room).evidence].count(True) == 1

    room.tab_to(viewer.relied_on)
    room.press(KEY.Key_Space)
    assert all(line.relied_on for line in kept(room).evidence)
    choose_to_charge(room)
    give_reason_and_note(room)
    room.press_alt(KEY.Key_S)
    room.press_alt(KEY.Key_S)  # on the check page
    assert kept(room).decision is not None
    assert "document_viewed" in acts(room, one)


def test_pages_are_turned_over_by_keys_and_few_are_held(room: OfficerWindow) -> None:
    shown(room, (PASSPORT, pdf(6)))
    viewer = room.case.evidence.viewer
    viewer.stage.setFocus()
    assert viewer.title.text() == "Passport, page 1 of 6"
    room.press(*[KEY.Key_PageDown] * 9)
    assert viewer.title.text() == "Passport, page 6 of 6"
    assert viewer.stage.accessibleName() == "Passport, page 6 of 6"
    room.press(KEY.Key_PageUp)
    assert viewer.title.text() == "Passport, page 5 of 6"
    assert room.documents.held() == MOST_PAGES_HELD


def test_ux_1_the_stages_single_keys_work_only_while_it_has_the_focus(room: OfficerWindow) -> None:
    shown(room, (PASSPORT, jpeg()))
    stage = room.case.evidence.viewer.stage
    room.case.evidence.viewer.relied_on.setFocus()
    room.press(KEY.Key_R, KEY.Key_Plus)
    assert (stage.turned(), stage.zoom()) == (0, 1.0)
    stage.setFocus()
    QTest.keyClick(stage, KEY.Key_R, CTRL)
    assert stage.turned() == 0
    room.press(KEY.Key_R, KEY.Key_R, KEY.Key_R, KEY.Key_R, *[KEY.Key_Plus] * 9)
    assert (stage.turned(), stage.zoom()) == (0, 6.0)
    before = stage.horizontalScrollBar().value()
    assert stage.accessibleDescription().startswith("Zoom 600 %. Not turned. Plus and minus zoom")
    room.press(KEY.Key_R)
    assert "Zoom 600 %. Turned 90 degrees to the right." in stage.accessibleDescription()
    room.press(KEY.Key_R, KEY.Key_R, KEY.Key_R, KEY.Key_Right)
    assert stage.horizontalScrollBar().value() > before
    room.press(KEY.Key_Home)
    assert stage.zoom() == 1.0
    assert stage.accessibleDescription().startswith("The whole page. Not turned.")


def test_arrows_go_from_paper_to_paper_with_one_stop_of_tab(room: OfficerWindow) -> None:
    later = PaperShown(type_code="ehic", state=PaperState.PROMISED)
    shown(room, (PASSPORT, jpeg()), (later, b""))
    viewer = room.case.evidence.viewer
    first, second = viewer.cards.cards
    viewer.open(first.paper.evidence_id)
    first.setFocus()
    room.press(KEY.Key_Right)
    assert second.isChecked()
    assert second.hasFocus()
    stops = [card for card in (first, second) if card.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [second]


def test_security_8_the_number_is_masked_until_it_is_asked_for_and_again_after(
    room: OfficerWindow,
) -> None:
    one = shown(room, (PASSPORT, jpeg()))
    viewer = room.case.evidence.viewer
    assert "A0123" not in viewer.details.text()
    room.tab_to(viewer.number)
    room.press(KEY.Key_Return)
    assert "Number A01234567." in viewer.details.text()
    assert acts(room, one)[0] == "number_shown"
    room.press(KEY.Key_Return)
    assert viewer.details.text().startswith("Number ends 4567.")


def test_what_was_promised_is_told_with_its_day_and_has_come_by_a_key(room: OfficerWindow) -> None:
    shown(room, (PaperShown(type_code="ehic", state=PaperState.PROMISED), b""))
    viewer = room.case.evidence.viewer
    (card,) = viewer.cards.cards
    assert card.accessibleName() == "European card: Due 16 March 2026"
    assert not viewer.relied_on.isVisible()
    room.tab_to(viewer.has_come)
    room.press(KEY.Key_Return)
    assert kept(room).evidence[0].state is PaperState.SEEN
    assert not viewer.has_come.isVisible()


def test_a_copy_is_taken_out_only_with_a_reason_and_esc_goes_back(room: OfficerWindow) -> None:
    shown(room, (PASSPORT, jpeg()))
    panel = room.case.evidence
    room.tab_to(panel.viewer.take_out)
    room.press(KEY.Key_Return)
    room.tab_to(panel.removal.do_it)
    room.press(KEY.Key_Return)
    assert panel.removal.problem.text() == "Choose why the copy is taken out."
    room.press(KEY.Key_Escape)
    assert panel.viewer.isVisible()
    assert kept(room).evidence[0].pages == 1
    room.tab_to(panel.viewer.take_out)
    room.press(KEY.Key_Return, KEY.Key_Space)
    room.tab_to(panel.removal.do_it)
    room.press(KEY.Key_Return)
    assert kept(room).evidence[0].pages == 0
    assert not panel.viewer.stage.has_picture()
    assert "another patient" in panel.viewer.stage.accessibleName()


def test_a_file_that_is_no_document_is_refused_in_one_sentence_beside_the_button(
    room: OfficerWindow, tmp_path: Path
) -> None:
    opened(room)
    form = room.case.evidence.form
    program = tmp_path / "passport.jpg"
    program.write_bytes(b"MZ" + b"\0" * 99)
    for path in (str(program), str(tmp_path / "gone.jpg")):
        form.copy.take(path)
        assert form.copy.problem.isVisible()
        assert form.copy.problem.text().endswith(".")
    good = tmp_path / "good.png"
    QImage(40, 30, QImage.Format.Format_RGB32).save(str(good))
    form.copy.take(str(good))
    assert not form.copy.problem.isVisible()
    assert form.ready.isVisible()


def test_copied_without_a_copy_says_what_to_do(room: OfficerWindow) -> None:
    opened(room)
    form = room.case.evidence.form
    form.what.input.set_value("passport")
    room.tab_to(form.how.buttons[0])
    room.press(KEY.Key_Down, KEY.Key_Space)
    room.press_alt(KEY.Key_D)
    assert form.copy.problem.text() == "Attach the copy, or choose “Seen”."
    assert kept(room).evidence == ()


def test_a_picture_is_pasted_by_its_key_and_an_empty_clipboard_says_so(
    room: OfficerWindow,
) -> None:
    opened(room)
    form = room.case.evidence.form
    form.copy.attach.setFocus()
    QGuiApplication.clipboard().clear()
    room.press_ctrl(KEY.Key_V)
    assert "no picture to paste" in form.copy.problem.text()
    picture = QImage(80, 60, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.white)
    QGuiApplication.clipboard().setImage(picture)
    room.press_ctrl(KEY.Key_V)
    assert form.ready.text() == "1 page ready to keep."


def test_a_file_dropped_on_the_paper_becomes_its_copy(room: OfficerWindow, tmp_path: Path) -> None:
    shown(room, (PASSPORT, b""))
    viewer = room.case.evidence.viewer
    file = tmp_path / "page.jpg"
    file.write_bytes(jpeg())
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(file))])
    drop = QDropEvent(
        QPointF(QPoint(20, 20)),
        Qt.DropAction.CopyAction,
        held,
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.NoModifier,
    )
    viewer.dropEvent(drop)
    assert kept(room).evidence[0].pages == 1
    assert viewer.stage.has_picture()


def test_a_further_copy_is_shown_from_its_own_first_page(
    room: OfficerWindow, tmp_path: Path
) -> None:
    shown(room, (PASSPORT, pdf(2)))
    viewer = room.case.evidence.viewer
    further = tmp_path / "further.pdf"
    further.write_bytes(pdf(3))
    viewer.copy.file_chosen.emit(str(further))
    settle()
    assert kept(room).evidence[0].pages == 5
    assert viewer.title.text() == "Passport, page 3 of 5"
    assert viewer.stage.has_picture()


def test_cancel_keeps_nothing_of_a_long_file(room: OfficerWindow, tmp_path: Path) -> None:
    opened(room)
    form = room.case.evidence.form
    file = tmp_path / "long.pdf"
    file.write_bytes(pdf(8))
    told: list[int] = []

    def stop_at_two(done: int, _count: int) -> None:
        told.append(done)
        if done == 2:
            form.copy.cancel.click()

    room.documents.progressed.connect(stop_at_two)
    form.copy.take(str(file))
    assert told == [0, 1, 2]
    assert not form.ready.isVisible()
    assert not form.copy.problem.isVisible()


def test_a_long_file_is_drawn_beside_the_window_and_stops_when_asked(
    room: OfficerWindow, qtbot: QtBot, tmp_path: Path
) -> None:
    file = tmp_path / "long.pdf"
    file.write_bytes(pdf(12))
    faults: list[BaseException] = []
    lane = Lane("papers", faults=faults.append)
    model = DocumentsModel(room.desk, Inline(), lane)
    model.open("any")
    told: list[tuple[int, int]] = []
    model.progressed.connect(lambda done, count: told.append((done, count)))
    with qtbot.waitSignal(model.drawn, timeout=60_000) as drawn:
        model.draw_file(str(file))
    assert len(drawn.args[0].pages) == 12
    assert told == [(done, 12) for done in range(13)]
    model.progressed.connect(lambda _done, _count: model.cancel())
    with qtbot.waitSignal(model.refused, timeout=60_000) as refused:
        model.draw_file(str(file))
    assert refused.args[0].code == "stopped"
    lane.close()
    assert faults == []


def test_what_is_drawn_for_one_registration_never_reaches_the_next(
    room: OfficerWindow, tmp_path: Path
) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf(2))
    model = room.documents
    model.open("one")
    model.progressed.connect(lambda _done, _count: model.open("another"))
    told: list[object] = []
    for signal in (model.drawn, model.refused):
        signal.connect(told.append)
    model.draw_file(str(file))
    assert told == []


def test_a_paper_stands_beside_the_answer_it_supports_and_opens_by_a_key(
    room: OfficerWindow,
) -> None:
    shown(room, (PASSPORT, jpeg()))
    room.case.facts.all_answers.click()
    settle()
    (mark, *_) = room.case.facts.answers.findChildren(MarkButton)
    assert mark.accessibleName().endswith(": 1 paper shown")
    room.case.work.show_tab("interview")
    room.tab_to(mark)
    room.press(KEY.Key_Return)
    assert room.case.evidence.viewer.stage.hasFocus()
    assert room.case.evidence.viewer.stage.has_picture()


def test_no_page_is_left_after_the_case_is_closed_or_another_part_is_shown(
    room: OfficerWindow,
) -> None:
    shown(room, (PASSPORT, pdf(2)))
    stage = room.case.evidence.viewer.stage
    room.case.work.show_tab("interview")
    assert not stage.has_picture()
    room.case.work.show_tab("evidence")
    assert stage.has_picture()
    room.press(KEY.Key_Escape)
    settle()
    assert not stage.has_picture()
    assert room.documents.held() == 0
    gc.collect()
    left = [one for one in gc.get_objects() if isinstance(one, QGraphicsPixmapItem)]
    assert left == []


def test_security_3_no_page_and_no_paper_is_left_after_a_lock(
    room: OfficerWindow, qapp: QApplication
) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    sign_in(room.desk, "officer")
    documents.note(room.desk, one, PASSPORT, take_in(pdf(2), room.desk.scans))
    person = room.desk.person
    shell = room.shell
    office = Office(room.desk, person, shell, records=Inline(), share=Inline())
    page = shell.findChild(CasePage)
    assert page is not None
    shell.show_page("case")
    page.open(one)
    settle()
    assert page.evidence.viewer.stage.has_picture()
    del page
    office.leave()
    del office
    settle()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    gc.collect()
    assert [one for one in gc.get_objects() if isinstance(one, QGraphicsPixmapItem)] == []
    assert shell.findChildren(Stage) == []


# At the desk


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path) -> Iterator[DeskWindow]:
    one = DeskWindow(tmp_path, Inline(), booking="outpatient")
    qtbot.addWidget(one.shell)
    with qtbot.waitActive(one.shell):
        one.shell.show()
        one.shell.activateWindow()
    add_ada(one.desk)
    one.find_ada()
    yield one
    one.desk.db.close()


def test_a_clerk_notes_a_card_that_comes_later_from_the_outcome_by_keys(desk: DeskWindow) -> None:
    desk.press(KEY.Key_Return, KEY.Key_1, KEY.Key_2, KEY.Key_1)
    if desk.page.visitor.isVisible():
        desk.tab_to(desk.page.visitor.go_on)
        desk.press(KEY.Key_Return)
    assert desk.page.outcome.isVisible()
    papers = desk.page.papers
    opener = papers.openers[1]
    desk.tab_to(opener)
    desk.press(KEY.Key_Return)
    form = papers.papers.form
    desk.press("European", KEY.Key_Down, KEY.Key_Return)
    desk.tab_to(form.how.buttons[0])
    desk.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
    assert form.by.isVisible()
    assert not form.expires.isVisible()
    desk.tab_to(form.by.input)
    desk.press("+3d", KEY.Key_Return)
    assert opener.text() == "Papers shown: 1, 1 to come"
    desk.press(KEY.Key_Escape)
    assert desk.page.outcome.isVisible()


def test_a_clerk_copies_a_passport_on_the_visitor_page_and_sees_no_verdict(
    desk: DeskWindow, tmp_path: Path
) -> None:
    desk.press(KEY.Key_Return, KEY.Key_4, KEY.Key_7, KEY.Key_1)
    assert desk.page.visitor.isVisible()
    photo = tmp_path / "photo"
    photo.write_bytes(jpeg())
    papers = desk.page.papers
    papers.openers[0].click()
    papers.papers.form.what.input.set_value("passport")
    papers.papers.form.copy.take(str(photo))
    papers.papers.form.add.click()
    assert papers.papers.viewer.stage.has_picture()
    assert not papers.papers.viewer.relied_on.isVisible()
    assert papers.openers[0].text() == "Papers shown: 1"
    papers.back.click()
    assert desk.page.visitor.isVisible()
    assert not papers.papers.viewer.stage.has_picture()


def test_h4_the_papers_of_one_patient_are_gone_with_them(desk: DeskWindow) -> None:
    desk.press(KEY.Key_Return, KEY.Key_4, KEY.Key_7, KEY.Key_1)
    step = desk.registration.step
    assert step is not None
    documents.note(desk.desk, step.registration_id, PASSPORT, take_in(jpeg(), desk.desk.scans))
    desk.documents.refresh()
    desk.page.papers.openers[0].click()
    assert desk.documents.held() == 1
    desk.page.papers.back.click()
    desk.registration.park()
    assert desk.documents.held() == 0
    assert desk.page.papers.papers.viewer.lines == ()
    assert desk.page.papers.openers[0].text() == "Papers shown"


def test_a_colleagues_papers_are_refused_in_words_on_the_page(desk: DeskWindow) -> None:
    desk.press(KEY.Key_Return, KEY.Key_4, KEY.Key_7, KEY.Key_1)
    step = desk.registration.step
    assert step is not None
    sign_in(desk.desk, "admin")
    desk.documents.refresh()
    desk.page.papers.openers[0].click()
    assert desk.page.papers.papers.problem.isVisible()
