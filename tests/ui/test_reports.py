"""Reports in the window, by keys: chosen, of another day and year, seen, saved; a month closed."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from app.billing.reports.report import Report, shown
from app.machine import FixedClock
from app.services import reporting
from app.store import periods
from tests.documents.reading import text
from tests.ui.officer_cases import invoice
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui import theme
from ui.cells import ROW_TEXT
from ui.theme import Theme
from ui.views.reports import NOTHING_TO_CLOSE, ReportsPanel
from ui.work import Inline

pytestmark = pytest.mark.ui
TOTAL = "£12,495.86"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path / "room", Inline())
    window.shell.resize(1366, 768)
    window.shell.show()
    window.shell.activateWindow()
    invoice(window.desk, window.registered(("Okafor", "Ada"))[0])
    yield window
    window.close()


def reports(room: OfficerWindow, user: str = "finance") -> ReportsPanel:
    room.sit_down(user, "money")
    room.money.open_panel("reports")
    settle()
    room.tab_to(room.reports.list)
    return room.reports


def figures(panel: ReportsPanel) -> list[list[str]]:
    """The words of the table, row by row."""
    model = panel.figures.model()
    return [
        [str(model.index(row, column).data()) for column in range(model.columnCount())]
        for row in range(model.rowCount())
    ]


def choose(room: OfficerWindow, label: str) -> None:
    panel = room.reports
    while panel.names.index(panel.list.row(), 0).data() != label:
        room.press(KEY.Key_Down)


def later(room: OfficerWindow, day: date) -> None:
    assert isinstance(room.desk.clock, FixedClock)
    room.desk.clock.set(datetime(day.year, day.month, day.day, 9, 0, tzinfo=UTC))


def test_the_arrows_go_from_report_to_report_and_the_figures_follow(room: OfficerWindow) -> None:
    panel = reports(room)
    assert panel.title.text() == "Debt by age, 9 March 2026"
    assert figures(panel)[-1] == ["Total", "1", TOTAL, "£0.00", "£0.00", TOTAL]
    assert not panel.year.isVisible()
    choose(room, "Accounts note")
    assert panel.year.isVisible()
    assert figures(panel)[0] == ["Income recognised this year", "12", "0"]
    row = panel.figures.model().index(0, 0)
    assert (
        row.data(ROW_TEXT) == "Line Income recognised this year, 2025/26, £000 12, 2024/25, £000 0"
    )
    choose(room, "Freedom of information")
    assert panel.small.isVisible()
    assert figures(panel)[1][2] == "fewer than 5"
    room.tab_to(panel.small)
    room.press(KEY.Key_Space)
    assert figures(panel)[1][2:] == ["1", TOTAL]
    assert panel.figures.accessibleName().startswith("Overseas visitors")


def test_another_day_and_year_make_other_figures(room: OfficerWindow) -> None:
    panel = reports(room)
    room.tab_to(panel.day)
    room.press("8/3/26", KEY.Key_Tab)
    assert figures(panel)[-1][2] == "£0.00"
    assert panel.title.text().endswith("8 March 2026")
    panel.day.input.setText("31/2/26")
    panel.day.input.editingFinished.emit()
    assert "no such day" in panel.day.problem()
    panel.day.input.setText("10/3/2026")
    panel.day.input.editingFinished.emit()
    assert "lies ahead" in panel.day.problem()
    assert figures(panel) == []
    assert not panel.save.isEnabled()
    panel.day.input.setText("")
    panel.day.input.editingFinished.emit()
    assert panel.day.problem() == ""
    room.tab_to(panel.list)
    choose(room, "Accounts note")
    room.tab_to(panel.year)
    room.press(KEY.Key_Down)
    assert panel.figures.model().headerData(1, Qt.Orientation.Horizontal) == "2024/25, £000"
    assert figures(panel)[0][1] == "0"


def test_what_is_seen_and_saved_are_the_figures_shown(room: OfficerWindow, tmp_path: Path) -> None:
    panel = reports(room)
    room.press_alt(KEY.Key_P)
    assert panel.letter.isVisible()
    assert len(panel.letter.sheets()) == 1
    room.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is panel.list
    room.press_alt(KEY.Key_S)
    (dialog,) = panel.findChildren(QFileDialog)
    assert dialog.acceptMode() == QFileDialog.AcceptMode.AcceptSave
    for name in ("debt.csv", "debt.pdf", "debt"):
        dialog.fileSelected.emit(str(tmp_path / name))
        assert panel.said.text().startswith("Saved as ")
    with (tmp_path / "debt.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert len(rows) == len(figures(panel)) + 1
    assert (tmp_path / "debt").exists() is False
    page = text((tmp_path / "debt.pdf").read_bytes())
    assert all(cell in page for row in figures(panel) for cell in row)
    dialog.fileSelected.emit(str(tmp_path / "no" / "such.csv"))
    assert "was not saved" in panel.problem.text()
    dialog.close()


def _report(room: OfficerWindow) -> Report:
    return reporting.report(room.desk, "aged-debt")


def test_a_month_is_checked_and_closed_by_keys(room: OfficerWindow) -> None:
    panel = reports(room)
    room.press_alt(KEY.Key_C)
    assert panel.said.text() == NOTHING_TO_CLOSE
    later(room, date(2026, 4, 3))
    room.press_alt(KEY.Key_C)
    facts = panel.check.facts.text()
    assert "Receivables at its end: " + TOTAL in facts
    assert "2025/26 income: " + TOTAL in facts
    room.press(KEY.Key_Return)  # out of habit: nothing happens
    assert periods.closed(room.desk.db) == ()
    room.press(KEY.Key_Escape)
    assert periods.closed(room.desk.db) == ()
    room.press_alt(KEY.Key_C)
    room.press_alt(KEY.Key_C)
    assert panel.said.text() == "March 2026 is closed."
    assert [one.period for one in periods.closed(room.desk.db)] == ["2026-03"]
    room.press_alt(KEY.Key_C)
    assert panel.said.text() == (
        f"{NOTHING_TO_CLOSE} March 2026 was closed by F. Marsh on 03-Apr-2026."
    )
    later(room, date(2026, 5, 2))
    room.press_alt(KEY.Key_C)
    assert "Closed last: March 2026, by F. Marsh on 03-Apr-2026" in panel.check.facts.text()


def test_an_officer_and_an_auditor_read_and_close_nothing(room: OfficerWindow) -> None:
    for user in ("officer", "auditor"):
        panel = reports(room, user)
        assert room.money.names() == ("reports",)
        assert figures(panel)[-1][2] == TOTAL
        assert not panel.close_month.isVisible()


def test_in_a_small_window_the_list_is_one_line(room: OfficerWindow) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    before = theme.current()
    theme.apply(app, Theme("light", 2.0, motion=False))
    try:
        room.sit_down("finance", "money")
        room.money.open_panel("reports")
        settle()
        panel = room.reports
        assert panel.pick.isVisible()
        assert panel.pick.input.currentText() == "Debt by age"
        assert not panel.list.isVisible()
        panel.pick.input.setCurrentIndex(3)
        panel.pick.input.activated.emit(3)
        settle()
        assert panel.title.text().startswith("Overseas visitors")
    finally:
        theme.apply(app, before)


def test_cells_are_those_of_the_report(room: OfficerWindow) -> None:
    panel = reports(room)
    made = _report(room)
    assert figures(panel) == [[shown(cell) for cell in row] for row in made.lines]


def test_a_ledger_that_does_not_reconcile_leaves_no_figure_on_the_screen(
    room: OfficerWindow,
) -> None:
    panel = reports(room)
    assert figures(panel)
    with room.desk.db.atomic():
        for account, debit, credit in (("receivables", 7, 0), ("income", 0, 7)):
            room.desk.db.execute(
                "INSERT INTO entries (on_date, doc_no, source_no, account, debit_pence,"
                " credit_pence, made_at) VALUES ('2026-03-09', 'stray', 'stray', ?, ?, ?, ?)",
                (account, debit, credit, room.desk.moment),
            )
    choose(room, "Accounts note")
    assert figures(panel)
    room.press(KEY.Key_Up)
    assert figures(panel) == []
    assert "so it is not shown" in panel.problem.text()
    room.press(KEY.Key_Down)
    assert figures(panel)
    assert not panel.problem.isVisible()
