"""The officer's queue, worked by keys over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication, QLabel

from app.casework.review import Choice
from app.residency.questions import AnswerState
from app.services import review
from tests.desks import sign_in
from tests.services.work import chargeable, decide
from tests.ui.officer_window import KEY, OfficerWindow, settle
from tests.ui.tray import Tray
from ui.cells import CELL, ROW_TEXT, Cell
from ui.models.queue import QueueModel
from ui.models.queue_letters import QueueLetters
from ui.office import Office
from ui.shell import Shell
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def texts(room: OfficerWindow, column: int) -> list[str]:
    rows = room.queue.rows
    cells = [rows.data(rows.index(row, column), CELL) for row in range(rows.rowCount())]
    return [cell.text for cell in cells if isinstance(cell, Cell)]


def narrow(room: OfficerWindow, *words: str) -> None:
    """Add a filter by keys: what by, then to what."""
    room.press_alt(KEY.Key_F)
    for word in words:
        room.press(word, KEY.Key_Tab)
    room.press(KEY.Key_Return)


def test_the_queue_shows_who_waits_and_why(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    assert texts(room, 1) == ["R-1001", "R-1002"]
    assert texts(room, 2) == ["OKAFOR, Ada", "LEE, Min"]
    assert texts(room, 4) == ["Today", "Today"]
    assert room.queue.tabs.key() == "all"
    assert room.queue.tabs.accessibleTabName(0) == "All open, 2"
    assert room.queue.acts.place.text() == "1 to 2 of 2"


def test_enter_opens_the_case_and_esc_comes_back(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Down, KEY.Key_Return)
    assert room.shell.page() == "case"
    assert room.patients[-1].family_name == "Lee"
    room.press(KEY.Key_Escape)
    assert room.shell.page() == "queue"


def test_lists_of_several_patients_show_no_banner(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    assert not room.shell.banner.isVisible()
    room.press(KEY.Key_Return)
    assert room.shell.banner.isVisible()
    room.press(KEY.Key_Escape)
    assert not room.shell.banner.isVisible()
    room.sit_down("finance", "money")
    assert not room.shell.banner.isVisible()


def test_a_protected_reason_is_never_on_a_list(room: OfficerWindow) -> None:
    one = room.registered(("Nguyễn", "Thị Hoa"))[0]
    sign_in(room.desk, "officer")
    review.answer(room.desk, one, "s2_nrm", "positive_reasonable_grounds")
    room.sit_down("officer", "queue")
    assert texts(room, 3) == ["Private, open to see"]
    shown = [label.text() for label in room.shell.findChildren(QLabel)]
    assert not any("slavery" in words.lower() or "traffick" in words.lower() for words in shown)


@pytest.mark.slow
def test_lateness_is_told_in_words_and_not_by_colour_alone(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    later = room.desk.clock
    room.sit_down("officer", "queue")
    assert texts(room, 5) == ["11-Mar"]
    from datetime import timedelta

    from app.machine import FixedClock

    room.desk.clock = FixedClock(later.now() + timedelta(days=4))
    room.changes.changed.emit()
    rows = room.queue.rows
    cell = rows.data(rows.index(0, 5), CELL)
    assert (cell.text, cell.chip, cell.icon) == ("2 days late", "late", "alert-triangle")
    assert "2 days late" in str(rows.data(rows.index(0, 0), ROW_TEXT))
    assert room.queue.rows.place_of(one) == 0


def test_space_ticks_and_the_ticked_are_assigned_and_taken_back(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"), ("Silva", "João"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Space, KEY.Key_Down, KEY.Key_Down, KEY.Key_Space)
    assert room.queue.acts.selected.text() == "2 selected"
    room.press_alt(KEY.Key_A)
    room.press(KEY.Key_Return)
    assert texts(room, 6) == ["Me", "—", "Me"]
    assert not room.queue.acts.selected.isVisible()
    assert room.shell.undo.words.text() == "2 cases assigned to M. Adeyemi"
    assert room.queue.table.hasFocus()
    room.press_ctrl(KEY.Key_Z)
    assert texts(room, 6) == ["—", "—", "—"]


def test_whoever_assigns_or_snoozes_reads_which_cases_it_is_for(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"), ("Silva", "João"))
    room.sit_down("officer", "queue")
    assign, snooze = room.queue.asking.assign, room.queue.asking.snooze
    room.press(KEY.Key_Down)
    room.press_alt(KEY.Key_A)
    assert assign.whom.text() == "R-1002, LEE, Min"
    room.press(KEY.Key_Escape, KEY.Key_Up, KEY.Key_Space, KEY.Key_Down)
    room.press_alt(KEY.Key_N)
    assert snooze.whom.isVisible()
    assert snooze.whom.text() == "R-1001, OKAFOR, Ada"  # the one ticked, not the current one
    room.press(KEY.Key_Escape, KEY.Key_Space)
    room.press_alt(KEY.Key_A)
    assert assign.whom.text() == "The 2 cases that are ticked"
    assert assign.act.accessibleDescription() == assign.whom.text()


@pytest.mark.slow
def test_without_ticks_the_current_case_is_given_to_a_colleague(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Down)
    room.press_alt(KEY.Key_A)
    room.press(KEY.Key_Down, KEY.Key_Return)
    assert texts(room, 6) == ["—", "S. Byrne"]
    assert room.queue.table.row() == 1


@pytest.mark.slow
def test_a_case_is_put_away_with_day_and_reason_and_seen_among_the_snoozed(
    room: OfficerWindow,
) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press_alt(KEY.Key_N)
    room.press("+40d", KEY.Key_Tab, "Letter sent", KEY.Key_Return)
    assert "from tomorrow to" in room.queue.asking.snooze.problem.text()
    room.press_alt(KEY.Key_N)
    room.press("+3d", KEY.Key_Tab, "Letter sent", KEY.Key_Return)
    assert texts(room, 2) == ["LEE, Min"]
    assert room.shell.undo.words.text() == "1 case put away until 12-Mar-2026"
    narrow(room, "Snoozed")
    assert texts(room, 2) == ["OKAFOR, Ada"]
    assert texts(room, 5) == ["Back 12-Mar"]
    room.press_alt(KEY.Key_N)
    assert texts(room, 2) == []
    assert room.queue.empty.text() == "No case has all of this. Take a filter away to see more."
    room.tab_to(room.queue.filters.chips["snoozed"])
    room.press(KEY.Key_Delete)
    assert texts(room, 2) == ["OKAFOR, Ada", "LEE, Min"]


@pytest.mark.slow
def test_filters_are_chips_and_a_view_of_ones_own_keeps_them(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Space)
    room.press_alt(KEY.Key_A)
    room.press(KEY.Key_Return)
    narrow(room, "Assigned", "me")
    chip = room.queue.filters.chips["assigned"]
    assert (chip.text(), chip.accessibleName()) == (
        "Assigned: me",
        "Remove the filter Assigned: me",
    )
    assert texts(room, 2) == ["OKAFOR, Ada"]
    room.press_alt(KEY.Key_V)
    room.press("Due", KEY.Key_Return)
    assert room.queue.asking.save.problem.text().startswith("There is a view called Due.")
    room.press_alt(KEY.Key_V)
    room.press("Mine", KEY.Key_Return)
    assert room.queue.tabs.accessibleTabName(7) == "Mine, 1"
    assert room.queue.tabs.currentIndex() == 7
    room.press_ctrl(KEY.Key_1)
    assert len(texts(room, 2)) == 2
    room.press_ctrl(KEY.Key_8)
    assert texts(room, 2) == ["OKAFOR, Ada"]
    room.press_alt(KEY.Key_R)
    room.press("Only mine", KEY.Key_Return)
    assert room.queue.tabs.tabText(7) == "Only mine"
    room.press_alt(KEY.Key_E)
    room.press(KEY.Key_Return)
    assert room.queue.tabs.count() == 7
    assert room.queue.tabs.key() == "all"


@pytest.mark.slow
def test_the_order_is_said_in_words_and_chosen_by_keys(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    assert room.queue.filters.sorted.text() == (
        "Sorted by protection, who leaves first, treatment, then age"
    )
    first = room.queue.rows.index(0, 0)
    assert "placed here: Questions of protection still to ask" in str(first.data(ROW_TEXT))
    room.press_alt(KEY.Key_O)
    room.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Down, KEY.Key_Return)
    assert room.queue.filters.sorted.text() == "Sorted by name"
    assert texts(room, 2) == ["LEE, Min", "OKAFOR, Ada"]
    heads = [room.queue.rows.headerData(column, Qt.Orientation.Horizontal) for column in range(7)]
    assert heads[2] == "Patient ↑"


@pytest.mark.slow
def test_letters_of_several_cases_say_what_stays_and_why(
    room: OfficerWindow, tmp_path: Path
) -> None:
    one, _ = room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    sign_in(room.desk, "officer")
    review.answer(room.desk, one, "s2_british_or_irish", "british")
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Space, KEY.Key_Down, KEY.Key_Space)
    room.press_alt(KEY.Key_D)
    letters = room.queue.letters
    assert letters.words.text() == "1 letter written, dated today and kept in its case."
    assert letters.stays.text() == "1 case stays as it is:"
    assert "R-1002" in letters.why.text()
    assert QApplication.focusWidget() is letters.print_button
    (line,) = [str(letters.rows.data(letters.rows.index(0, 0), ROW_TEXT))]
    assert line == "R-1001, OKAFOR, Ada (Mrs), born 2 March 1990, Request for information"
    room.press_alt(KEY.Key_L)
    assert letters.preview.isVisible()
    assert letters.preview.title.text() == "Request for information, R-1001"
    assert letters.preview.words.text() == "OKAFOR, Ada (Mrs), born 02-Mar-1990"
    assert len(letters.preview.sheets()) >= 1
    room.press(KEY.Key_Escape)
    assert letters.table.hasFocus()
    letters.print_on(Tray(tmp_path / "out.pdf"))
    settle()
    assert letters.words.text().startswith("1 letter sent to the printer.")
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "again.pdf"))
    letters.print_on(printer)
    settle()
    assert letters.words.text().startswith("1 letter saved, not printed.")
    rows = room.desk.db.rows("SELECT detail FROM audit WHERE act = 'document_copied'")
    assert ["saved" in row["detail"] for row in rows] == [False, True]
    room.press(KEY.Key_Escape)
    assert room.queue.table.hasFocus()


def test_h4_a_letter_with_two_marks_is_whole_in_the_row_that_has_the_ring(
    room: OfficerWindow,
) -> None:
    room.registered(("Nguyễn", "Ada"), ("Nguyên", "Ada"))
    room.sit_down("officer", "queue")
    table = room.queue.table

    def lightness() -> list[list[int]]:
        """Of each row's pixels in the patient's column, row after row."""
        settle()
        image, high = table.viewport().grab().toImage(), table.rowHeight(0)
        left, wide = table.columnViewportPosition(2), table.columnWidth(2)
        return [
            [
                image.pixelColor(x, y).lightness()
                for y in range(row * high, row * high + high // 2)
                for x in range(left, left + wide)
            ]
            for row in range(2)
        ]

    table.clearFocus()
    two_marks, one = lightness()
    upper = [
        place
        for place, (dark, other) in enumerate(zip(two_marks, one, strict=True))
        if dark < 130 < 200 < other
    ]
    assert upper
    table.go_to(0)
    room.tab_to(table)
    ringed, _ = lightness()
    assert [place for place in upper if ringed[place] > 128] == []


def test_letters_can_be_stopped_between_two_cases(room: OfficerWindow) -> None:
    cases = tuple(room.registered(("Okafor", "Ada"), ("Lee", "Min"), ("Silva", "João")))
    room.sit_down("officer", "queue")
    model = QueueLetters(room.desk, Inline(), Inline())
    found: list[tuple[object, ...]] = []
    model.gathered.connect(found.append)
    model.progress.connect(lambda done, _total: model.stop() if done == 2 else None)
    model.gather("ask", cases)
    assert [len(one) for one in found] == [2]
    model.gather("ask", cases[:1])
    assert [len(one) for one in found] == [2, 1]


@pytest.mark.slow
def test_rows_come_as_they_are_seen_and_next_goes_past_what_was_read(
    room: OfficerWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("queue", "queue_rows"):
        monkeypatch.setattr(f"ui.models.{module}.ROWS_A_PAGE", 2)
    people = [(f"Visitor{number}", "Ada") for number in range(9)]
    cases = room.registered(*people)
    room.sit_down("officer", "queue")
    rows = room.queue.rows
    assert rows.rowCount() == 9
    settle()
    room.queue.table.go_to(2)
    room.press(KEY.Key_Return)
    assert room.case.steps.words.text() == "Case R-1003, 3 of 9"
    for place in range(4, 10):
        room.press_ctrl(KEY.Key_PageDown)
        assert room.case.steps.words.text() == f"Case R-100{place}, {place} of 9"
    assert room.case_model.case is not None
    assert room.case_model.case.registration_id == cases[-1]
    assert not room.case.steps.after.isEnabled()
    room.press_ctrl(KEY.Key_PageUp)
    assert room.case.steps.words.text() == "Case R-1008, 8 of 9"


@pytest.mark.slow
def test_views_open_by_their_number_and_the_search_by_ctrl_f(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    room.sit_down("officer", "queue")
    room.press_ctrl(KEY.Key_4)
    assert room.queue.tabs.key() == "urgency_missing"
    room.press_ctrl(KEY.Key_1)
    room.press_ctrl(KEY.Key_F)
    room.press("lee", KEY.Key_Return)
    assert texts(room, 2) == ["LEE, Min"]
    room.press(KEY.Key_Down, KEY.Key_Return)
    assert room.shell.page() == "case"


@pytest.mark.slow
def test_an_empty_view_says_where_the_work_is(room: OfficerWindow) -> None:
    room.registered(("Okafor", "Ada"))
    room.sit_down("officer", "queue")
    room.press_ctrl(KEY.Key_3)
    assert room.queue.empty.text() == "No cases due. 1 new today: press Ctrl+2."
    assert room.queue.empty.isVisible()
    assert QApplication.focusWidget() is room.queue.tabs


def test_a_list_of_none_has_no_next_page(room: OfficerWindow) -> None:
    room.sit_down("officer", "queue")
    for button in (room.queue.acts.before, room.queue.acts.after):
        assert not button.isEnabled()
        assert not button.isVisible()


def test_h3_a_clerks_window_offers_no_queue_money_or_urgency(
    room: OfficerWindow, tmp_path: Path
) -> None:
    sign_in(room.desk, "clerk")
    assert room.desk.user is not None
    shell = Shell()
    office = Office(room.desk, room.desk.user, shell, records=Inline(), share=Inline())
    assert not {"queue", "money", "clinician"} & set(shell.rail.buttons)
    refused: list[object] = []
    model = QueueModel(room.desk, Inline())
    model.refused.connect(refused.append)
    model.show_view("all")
    assert len(refused) == 1  # the service says no as well, not only the window
    room.case.open(room.registered(("Okafor", "Ada"))[0])
    assert room.case_model.case is None
    office.leave()
    shell.deleteLater()
    settle()


@pytest.mark.slow
def test_a_case_marked_not_asked_is_no_private_ground(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    sign_in(room.desk, "officer")
    review.answer(room.desk, one, "s2_nrm", None, AnswerState.NOT_ASKED)
    room.sit_down("officer", "queue")
    assert texts(room, 3) == ["Visitor, to speak to"]


def test_the_diary_is_a_view_of_its_own_with_due_days_in_words(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"), ("Lee", "Min"))[0]
    sign_in(room.desk, "officer")
    review.answer(room.desk, one, "s2_permission_dates", ["2025-06-01", "2026-06-01"])
    room.sit_down("officer", "queue")
    place = [name for name, _ in room.queue_model.views()].index("diary")
    room.press_ctrl(KEY(KEY.Key_1.value + place))
    assert room.queue.tabs.key() == "diary"
    assert room.queue.tabs.accessibleTabName(place) == "Diary, 1"
    assert texts(room, 2) == ["OKAFOR, Ada"]
    assert texts(room, 3) == ["Leave to be in the UK ends on 01-Jun-2026"]
    assert texts(room, 5) == ["18-May"]


def test_h12_the_queue_says_how_often_the_team_chose_otherwise(room: OfficerWindow) -> None:
    room.sit_down("officer", "queue")
    assert not room.queue.overridden.isVisible()
    decide(room.desk, chargeable(room.desk), Choice.EXEMPT)
    decide(room.desk, chargeable(room.desk))
    room.changes.changed.emit()
    assert room.queue.overridden.isVisible()
    assert room.queue.overridden.text() == (
        "The team chose otherwise in 1 of 2 decisions this month."
    )
