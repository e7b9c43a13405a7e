"""Payments in, by keys: a file looked at and taken in, what waits matched or set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.core.money import Money
from app.services import payments_waiting, receiving
from tests.services.statements import Line, bank_csv, reference_of
from tests.ui.officer_cases import invoice
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.models import money_payments
from ui.work import Inline

pytestmark = pytest.mark.ui
TOTAL = Money(1_249_586)


class Payments:
    """The window at its Payments panel, and the one invoice there is."""

    def __init__(self, room: OfficerWindow, folder: Path) -> None:
        self.room, self.folder = room, folder
        self.doc_no = invoice(room.desk, room.registered(("Okafor", "Ada"))[0])
        room.sit_down("finance", "money")
        room.press_ctrl(KEY(KEY.Key_1.value + room.money.names().index("payments")))
        self.panel = room.payments

    def line(self, words: str, amount: Money) -> Line:
        return (self.room.desk.today, words, amount)

    def look(self, lines: Sequence[Line], *, raw: bytes = b"") -> None:
        """Write a file and look at it by keys."""
        file = self.folder / "statement.csv"
        file.write_bytes(raw or bank_csv(lines))
        self.room.press_alt(KEY.Key_F)
        self.room.press(str(file), KEY.Key_Return)

    def take_in(self, lines: Sequence[Line]) -> None:
        self.look(lines)
        self.room.press_alt(KEY.Key_T)
        self.wait()

    def wait(self) -> None:
        """Until the file is through."""
        for _ in range(50):
            QTest.qWait(2)
            settle()
            if not self.panel.preview.isVisible():
                return
        raise AssertionError("the file is never through")


@pytest.fixture
def at(tmp_path: Path) -> Iterator[Payments]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield Payments(window, tmp_path)
    window.close()


def test_a_file_is_looked_at_taken_in_and_nothing_new_the_second_time(at: Payments) -> None:
    lines = [at.line(reference_of(at.doc_no), TOTAL), at.line("Somebody", Money(700))]
    panel = at.panel
    at.look(lines)
    assert panel.preview.isVisible()
    assert "Would be matched: 1, £12,495.86" in panel.preview.facts.text()
    assert "Would wait for a person: 1, £7.00" in panel.preview.facts.text()
    at.room.press(KEY.Key_Down)
    assert panel.preview.why.text().startswith("It names no invoice")
    assert payments_waiting.sums(at.room.desk) == {}
    at.room.press_alt(KEY.Key_T)
    at.wait()
    assert panel.said.text() == "Taken in: 1 matched, 1 to look at, 0 known before."
    assert panel.headline.text() == "1 payment waits, £7.00"
    assert QApplication.focusWidget() is panel.table
    at.look(lines)
    words = "Nothing new: all 2 payments of this file were taken in on 09-Mar-2026."
    assert panel.preview.said.text() == words
    assert not panel.preview.take.isVisible()
    at.room.press_alt(KEY.Key_B)
    assert panel.table.isVisible()


def test_a_list_without_a_line_stands_where_one_with_lines_stands(at: Payments) -> None:
    at.room.shell.resize(1366, 768)
    panel = at.panel
    settle()
    begins = panel.empty.mapTo(panel, QPoint(0, 0)).x()
    at.take_in([at.line("MRS ADA OKAFOR", TOTAL)])
    assert abs(begins - panel.table.mapTo(panel, QPoint(0, 0)).x()) < 24


def test_what_waits_is_matched_by_keys_through_a_check(at: Payments) -> None:
    at.take_in([at.line("MRS ADA OKAFOR", TOTAL)])
    panel = at.panel
    assert f"{at.doc_no}, Mrs Ada Okafor" in panel.detail.facts.text()
    at.room.press(KEY.Key_Return)
    assert QApplication.focusWidget() is panel.detail.buttons[0]
    at.room.press_alt(KEY.Key_M)
    assert f"For: {at.doc_no}" in panel.check.facts.text()
    at.room.press(KEY.Key_Return)  # out of habit: nothing happens
    assert payments_waiting.sums(at.room.desk) == {"waiting": (1, TOTAL)}
    at.room.press_alt(KEY.Key_M)
    assert panel.said.text() == f"Matched: £12,495.86 for {at.doc_no}."
    assert panel.empty.isVisible()


def test_another_number_is_typed_and_a_wrong_one_is_said(at: Payments) -> None:
    at.take_in([at.line("Somebody", Money(700)), at.line("UNPAID", Money(-5))])
    panel = at.panel
    at.room.press_alt(KEY.Key_N)
    at.room.press(KEY.Key_Return)
    assert "Enter the number" in panel.match.field.problem()
    at.room.press("nonsense", KEY.Key_Return)
    at.room.press_alt(KEY.Key_M)
    assert "There is no estimate" in panel.problem.text()
    at.room.press_alt(KEY.Key_N)
    at.room.press(at.doc_no.lower(), KEY.Key_Return)
    at.room.press_alt(KEY.Key_M)
    assert panel.said.text() == f"Matched: £7.00 for {at.doc_no}."
    at.room.press_alt(KEY.Key_N)
    at.room.press(at.doc_no, KEY.Key_Return)
    assert "Undoes" in panel.check.facts.text()
    at.room.press(KEY.Key_Escape)
    assert panel.table.isVisible()


def test_what_is_set_aside_can_be_looked_at_again(at: Payments) -> None:
    at.take_in([at.line("WORLDPAY", Money(700))])
    panel = at.panel
    at.room.press_alt(KEY.Key_S)
    at.room.press(KEY.Key_Return)
    assert "few words" in panel.aside.field.problem()
    at.room.press("Lump sum of cards", KEY.Key_Return)
    assert panel.said.text() == "Set aside: £7.00 of 09-Mar-2026."
    assert panel.empty.isVisible()
    at.room.press_alt(KEY.Key_A)
    assert panel.headline.text() == "1 set aside, £7.00"
    assert panel.detail.note.text() == "Lump sum of cards"
    at.room.press_alt(KEY.Key_W)
    assert panel.empty.isVisible()


def test_a_file_that_cannot_be_read_is_said_beside_its_name_or_in_its_rows(at: Payments) -> None:
    panel = at.panel
    at.room.press_alt(KEY.Key_F)
    at.room.press(KEY.Key_Return)
    assert panel.file.file.problem() == "Name the file."
    at.room.press(str(at.folder / "none.csv"), KEY.Key_Return)
    assert "There is no file" in panel.file.file.problem()
    at.room.press(KEY.Key_Escape)
    at.look([], raw=b"Date,Description,Amount\nx,a,1.00\n09/03/2026,b,2.00\n")
    assert "Line 2" in panel.preview.problem.text()
    assert not panel.preview.take.isVisible()
    at.room.press(KEY.Key_Escape)
    at.look([], raw=b"Date,Description,Amount\n09/03/2026,4111 1111 1111 1111,2.00\n")
    assert "card number" in panel.file.file.problem()
    assert "4111" not in panel.file.file.problem()


def test_looking_is_stopped_and_nothing_was_taken_in(
    at: Payments, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(money_payments, "TELL_EVERY", 1)
    asked: list[int] = []

    def escape(done: int, _of: int) -> None:
        asked.append(done)
        if done == 2:
            at.room.press(KEY.Key_Escape)

    at.panel.model.progressed.connect(escape)
    at.look([at.line(f"Somebody {place}", Money(place + 1)) for place in range(6)])
    assert asked == [0, 1, 2]
    assert at.panel.file.file.problem() == "Stopped. Nothing was taken in."
    assert payments_waiting.sums(at.room.desk) == {}


def test_taking_in_is_stopped_and_gone_on_with_later(
    at: Payments, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(money_payments, "AT_ONCE", 1)
    lines = [at.line(f"Somebody {place}", Money(place + 1)) for place in range(6)]
    at.look(lines)

    def escape(done: int, _of: int) -> None:
        if done == 2:
            at.room.press(KEY.Key_Escape)

    at.panel.model.progressed.connect(escape)
    at.room.press_alt(KEY.Key_T)
    at.wait()
    assert at.panel.said.text().startswith("Stopped after 2 of 6.")
    assert payments_waiting.sums(at.room.desk)["waiting"][0] == 2
    at.panel.model.progressed.disconnect(escape)
    at.take_in(lines)
    assert payments_waiting.sums(at.room.desk)["waiting"][0] == 6


def test_money_on_no_invoice_stays_in_sight_until_it_is_for_something(at: Payments) -> None:
    assert not at.panel.lying.isVisible()
    at.take_in([at.line("MRS ADA OKAFOR", TOTAL + Money(700))])
    at.room.press_alt(KEY.Key_N)
    at.room.press(at.doc_no)
    at.room.press_alt(KEY.Key_G)
    at.room.press_alt(KEY.Key_M)
    (one,) = receiving.unallocated_money(at.room.desk)
    assert at.panel.lying.isVisible()
    assert at.panel.lying.text() == (
        f"£7.00 of receipt {one.receipt_no}, {one.payer}, is on no invoice."
    )
