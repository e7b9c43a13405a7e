"""Letters in the window, by keys: chosen, seen first, written, marked, saved and printed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QWidget

from app.casework.letter_kinds import LetterKind
from app.documents.told import told
from app.documents.web_page import web_page
from app.services.letters import LetterChoices
from app.store import patients
from tests.documents.reading import texts
from tests.services.work import credit, invoice
from tests.ui.officer_cases import make_billable
from tests.ui.officer_window import KEY, OfficerWindow, settle
from tests.ui.tray import Tray
from ui.models.letters import LettersModel
from ui.views.letters import CHOOSE, LettersPanel
from ui.views.pdf_out import PdfOut
from ui.widgets.button import Button
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def on_the_letters(room: OfficerWindow) -> LettersPanel:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    room.press_ctrl(KEY.Key_4)
    panel = room.case.work.letters
    room.tab_to(panel.which.input)
    return panel


def choose(room: OfficerWindow, panel: LettersPanel, kind: LetterKind) -> None:
    box = panel.which.input
    places = [place for place in range(box.count()) if box.itemData(place) == kind]
    room.tab_to(box)
    while box.currentIndex() != places[0]:
        room.press(KEY.Key_Down if box.currentIndex() < places[0] else KEY.Key_Up)
    settle()


def has_written_an_undertaking(room: OfficerWindow) -> PdfOut:
    panel = on_the_letters(room)
    choose(room, panel, LetterKind.UNDERTAKING)
    room.press_alt(KEY.Key_W)
    return room.case.letter.out


def words_of(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_a_letter_is_chosen_seen_first_and_written_by_keys(room: OfficerWindow) -> None:
    panel = on_the_letters(room)
    choose(room, panel, LetterKind.REQUEST_FOR_INFORMATION)
    assert panel.missing.isVisible()
    assert not panel.signer.isVisible()
    room.tab_to(panel.missing.input)
    room.press("Your passport")
    room.press_alt(KEY.Key_L)
    letter = room.case.letter
    assert letter.isVisible()
    assert letter.title.text() == "Request for information"
    assert "Not written yet" in letter.words.text()
    assert not letter.out.isVisible()  # what is not kept goes to no printer
    room.press(KEY.Key_Escape)
    assert "Nothing has been given out yet." in words_of(panel)
    room.tab_to(panel.write)
    room.press(KEY.Key_Return)
    assert "Say under Letters when it has gone out" in letter.words.text()
    assert letter.out.isVisible()
    room.press(KEY.Key_Escape)
    assert "To the patient, 09-Mar-2026. Not marked as sent." in words_of(panel)


def test_a_paper_is_marked_as_posted_and_read_again(room: OfficerWindow) -> None:
    panel = on_the_letters(room)
    choose(room, panel, LetterKind.UNDERTAKING)
    assert panel.signer.isVisible()
    room.press_alt(KEY.Key_W)
    room.press(KEY.Key_Escape)
    room.tab_to(button(panel, "Posted: Undertaking to pay"))
    room.press(KEY.Key_Return)
    settle()
    assert "Posted 09-Mar-2026" in words_of(panel)
    assert QApplication.focusWidget() is button(panel, "See: Undertaking to pay")
    button(panel, "See: Undertaking to pay").click()
    assert room.case.letter.title.text() == "Undertaking to pay"


def test_h8_posting_is_refused_in_words_where_nothing_may_be_posted(room: OfficerWindow) -> None:
    panel = on_the_letters(room)
    case = room.case_model.case
    assert case is not None
    with room.desk.db.atomic():
        patients.update(room.desk.db, replace(case.patient, safe_contact="do_not_post"))
    choose(room, panel, LetterKind.UNDERTAKING)
    room.press_alt(KEY.Key_W)
    assert "hand it over" in room.case.letter.words.text()
    room.press(KEY.Key_Escape)
    button(panel, "Posted: Undertaking to pay").click()
    assert "Nothing may be posted to this patient. Hand it over." in words_of(panel)


def test_what_is_not_true_or_not_said_is_refused_beside_its_field(room: OfficerWindow) -> None:
    panel = on_the_letters(room)
    room.press_alt(KEY.Key_W)
    assert panel.which.problem() == CHOOSE
    choose(room, panel, LetterKind.CHARGEABLE)
    room.press_alt(KEY.Key_W)
    assert panel.problem.text() == "No officer has decided that this care is charged."
    choose(room, panel, LetterKind.UNDERTAKING)
    room.tab_to(panel.signer.input)
    room.press("Ngozi Eze")
    room.press_alt(KEY.Key_W)
    assert panel.relation.problem() == "Say how they are related to the patient."
    choose(room, panel, LetterKind.ADVICE_REQUEST)
    room.tab_to(panel.reply_by.input)
    room.press("nonsense")
    room.press_alt(KEY.Key_W)
    assert panel.reply_by.problem()
    assert QApplication.focusWidget() is panel.reply_by.input


def test_h5_whoever_was_told_and_told_again_stands_among_the_papers(room: OfficerWindow) -> None:
    (case,) = room.registered(("Okafor", "Ada"))
    make_billable(room.desk, case)
    issued = invoice(room.desk, case)
    credit(room.desk, issued.doc_no)
    room.sit_down("officer", "queue")
    room.case.open(case)
    room.shell.show_page("case")
    room.case.work.show_tab("letters")
    settle()
    panel = room.case.work.letters
    assert "Explanation: charge taken off To the patient, 09-Mar-2026" in words_of(panel)
    assert not panel.still.isVisible()
    panel._model.told.emit((), ("patient", "P000000009"))
    assert panel.still.text().endswith("not told so yet: the patient, payer P000000009.")


def test_a_written_letter_is_saved_and_printed_and_both_are_audited(
    room: OfficerWindow, tmp_path: Path
) -> None:
    out = has_written_an_undertaking(room)
    copy = tmp_path / "copy.pdf"
    out.save_to(str(copy))
    assert copy.read_bytes().startswith(b"%PDF")
    assert "Saved." in room.case.letter.words.text()
    paper = tmp_path / "paper.pdf"
    out.print_on(Tray(paper))
    assert "Sent to the printer." in room.case.letter.words.text()
    assert len(texts(paper.read_bytes())) == len(texts(copy.read_bytes()))
    rows = room.desk.db.rows("SELECT detail FROM audit WHERE act = 'document_copied'")
    assert ["saved" in row["detail"] for row in rows] == [True, False]
    out.save_to(str(tmp_path / "nowhere" / "copy.pdf"))
    assert "It could not be saved there" in room.case.letter.words.text()
    assert not list(tmp_path.glob("**/*.part"))


def test_a_letter_printed_into_a_file_is_saved_and_nothing_went_to_a_printer(
    room: OfficerWindow, tmp_path: Path
) -> None:
    """Where no printer is installed, the system's dialog offers a file in its place."""
    out = has_written_an_undertaking(room)
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "paper.pdf"))
    out.print_on(printer)
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")
    said = room.case.letter.words.text()
    assert "Saved. Keep the copy where only your team can read it." in said
    (row,) = room.desk.db.rows("SELECT detail FROM audit WHERE act = 'document_copied'")
    assert "saved" in row["detail"]


def test_a_written_letter_is_saved_for_a_browser_by_keys_and_that_is_audited(
    room: OfficerWindow, tmp_path: Path
) -> None:
    out = has_written_an_undertaking(room)
    room.tab_to(out.page_button)
    room.press(KEY.Key_Return)
    (dialog,) = out.findChildren(QFileDialog)
    assert dialog.windowTitle() == "Save for a browser"
    assert Path(dialog.selectedFiles()[0]).suffix == ".html"
    page, copy = tmp_path / "page.html", tmp_path / "copy.pdf"
    dialog.fileSelected.emit(str(page))
    dialog.close()
    out.save_to(str(copy))
    assert page.read_text("utf-8") == web_page(told(copy.read_bytes()))
    assert "Saved." in room.case.letter.words.text()
    rows = room.desk.db.rows("SELECT detail FROM audit WHERE act = 'document_copied'")
    assert ["saved" in row["detail"] for row in rows] == [True, True]
    out.save_page_to(str(tmp_path / "nowhere" / "page.html"))
    assert "It could not be saved there" in room.case.letter.words.text()


def test_a_case_put_away_shows_nothing_of_the_one_before(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    model = LettersModel(room.desk, Inline())
    shown: list[object] = []
    model.told.connect(lambda papers, _waiting: shown.append(papers))
    model.open("R-1001")
    model.write(LetterKind.UNDERTAKING, LetterChoices())
    assert len(shown) == 2
    model.open("R-1002")
    assert shown[-1] == ()


def button(panel: QWidget, name: str) -> Button:
    buttons = [one for one in panel.findChildren(Button) if one.isVisible()]
    (found,) = [one for one in buttons if one.accessibleName() == name]
    return found


def test_finance_writes_a_statement_from_the_account_and_esc_leads_back_by_steps(
    room: OfficerWindow,
) -> None:
    (case,) = room.registered(("Okafor", "Ada"))
    make_billable(room.desk, case)
    issued = invoice(room.desk, case)
    room.sit_down("finance", "money")
    room.money.open_panel("accounts")
    settle()
    room.tab_to(room.accounts.table)
    room.press_alt(KEY.Key_W)
    page, panel = room.accounts.letters, room.accounts.letters.panel
    assert page.isVisible()
    assert QApplication.focusWidget() is panel.which.input
    assert page.who.text() == f"Mrs Ada Okafor, invoice {issued.doc_no}, case R-1001"
    assert f"Invoice {issued.doc_no}" in words_of(panel)
    assert panel.which.input.findData(LetterKind.REMINDER_1) == -1
    choose(room, panel, LetterKind.STATEMENT)
    room.press_alt(KEY.Key_W)
    assert room.accounts.letter.title.text() == "Statement of account"
    room.press(KEY.Key_Escape)
    assert "Statement of account To the patient, 09-Mar-2026" in words_of(panel)
    room.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is room.accounts.page.buttons["letters"]
    room.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is room.accounts.table
