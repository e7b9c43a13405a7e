"""Payments in, by keys: a file looked at and taken in, what waits matched or set aside."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from app.billing.payment import Method
from app.core.money import ZERO, Money
from app.services import payments_waiting, receiving, two_people
from app.services.posting import standing
from app.services.receiving import Unallocated
from app.store import invoices
from tests.desks import sign_in
from tests.services.statements import Line, bank_csv, reference_of
from tests.ui.held_lane import HeldLane
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


def test_a_file_says_how_many_payments_it_holds_and_what_to_do_where_it_holds_none(
    at: Payments,
) -> None:
    preview = at.panel.preview
    at.look([at.line("Somebody", Money(700))])
    assert preview.card.title.text() == "Bank statement (CSV): 1 payment"
    at.room.press(KEY.Key_Escape)
    empty = (
        b'<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02">'
        b"<BkToCstmrStmt></BkToCstmrStmt></Document>"
    )
    at.look([], raw=empty)
    assert preview.card.title.text() == "Bank statement (camt.053): 0 payments"
    assert preview.said.text() == (
        "No payment stands in this file, so there is nothing to take in. Choose another."
    )
    assert not preview.take.isVisible()


def test_money_of_another_currency_has_no_pound_sign_and_is_in_no_total(at: Payments) -> None:
    said = b"Date,Description,Amount,Currency\n"
    rows = b"09/03/2026,Somebody,7.00,GBP\n09/03/2026,Somebody else,10.00,USD\n"
    panel = at.panel
    at.look([], raw=said + rows)
    assert "Would wait for a person: 2, £7.00" in panel.preview.facts.text()
    at.room.press_alt(KEY.Key_T)
    at.wait()
    assert panel.headline.text() == "2 payments wait, £7.00"
    shown = [panel.line_of(one) for one in payments_waiting.waiting(at.room.desk)]
    assert {line.cells[-1].text for line in shown} == {"£7.00", "10.00"}
    assert any(line.said.startswith("09-Mar-2026, 10.00, Somebody else") for line in shown)


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
    assert "There is no estimate" in panel.match.field.problem()
    assert panel.match.field.input.text() == "nonsense"
    panel.match.field.input.selectAll()
    at.room.press(at.doc_no.lower(), KEY.Key_Return)
    at.room.press_alt(KEY.Key_M)
    assert panel.said.text() == f"Matched: £7.00 for {at.doc_no}."
    at.room.press_alt(KEY.Key_N)
    at.room.press(at.doc_no, KEY.Key_Return)
    assert "Undoes" in panel.check.facts.text()
    at.room.press(KEY.Key_Escape)
    assert panel.match.field.input.text() == at.doc_no
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


def test_ux_stop_is_heard_while_a_file_is_still_being_read(tmp_path: Path) -> None:
    """One of 100,000 rows takes seconds, or lies on a share that hangs."""
    files = HeldLane()
    window = OfficerWindow(tmp_path, Inline(), files=files)
    window.shell.show()
    window.shell.activateWindow()
    at = Payments(window, tmp_path)
    try:
        at.look([at.line("Somebody", Money(700))])
        assert at.panel.preview.cancel.hasFocus()
        at.room.press(KEY.Key_Return)
        assert at.panel.file.file.problem() == "Stopped. Nothing was taken in."
        files.let_go()
        assert at.panel.file.isVisible(), "what was stopped is not shown once it was read"
        assert at.panel.file.file.problem() == "Stopped. Nothing was taken in."
        at.room.press_alt(KEY.Key_L)
        files.let_go()
        assert at.panel.preview.card.title.text() == "Bank statement (CSV): 1 payment"
        assert payments_waiting.sums(at.room.desk) == {}
    finally:
        window.close()


def test_a_file_nobody_waits_for_any_more_keeps_the_records_from_nobody(at: Payments) -> None:
    """Who locks meanwhile leaves the records to whoever comes."""
    model, looked = at.panel.model, list[int]()
    file = at.folder / "statement.csv"
    file.write_bytes(bank_csv([at.line(f"Somebody {n}", Money(n + 1)) for n in range(6)]))

    def leave(done: int, _of: int) -> None:
        looked.append(done)
        delete(at.panel)

    model.progressed.connect(leave)
    model.read_file(str(file))
    assert looked == [0]
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


def put_too_much(at: Payments) -> Unallocated:
    """An invoice paid with £7.00 too much; what is on no invoice then, its refund drafted."""
    at.take_in([at.line("MRS ADA OKAFOR", TOTAL + Money(700))])
    at.room.press_alt(KEY.Key_N)
    at.room.press(at.doc_no)
    at.room.press_alt(KEY.Key_G)
    at.room.press_alt(KEY.Key_M)
    (one,) = receiving.unallocated_money(at.room.desk)
    return one


def came(at: Payments, amount: Money) -> str:
    """Money of the invoice's payer that names nothing; its receipt."""
    payer = invoices.get(at.room.desk.db, at.doc_no).customer_ref
    done = receiving.take_unallocated(at.room.desk, payer, amount=amount, method=Method.FPS)
    at.panel.opened()
    settle()
    return done.doc_no


def test_money_on_no_invoice_stays_in_the_list_until_it_is_for_something(at: Payments) -> None:
    one = put_too_much(at)
    panel = at.panel
    assert panel.headline.text() == "1 receipt with £7.00 on no invoice"
    assert panel.listing.rowCount() == 1
    assert QApplication.focusWidget() is panel.table
    assert panel.detail.name.text() == "Mrs Ada Okafor"
    assert panel.detail.what.text() == f"Receipt {one.receipt_no}"
    assert panel.detail.note.text() == "A refund of £7.00 waits for a second person."
    assert len(panel.detail.buttons) == 1  # it goes back already
    at.take_in([at.line("Somebody", Money(300))])
    assert panel.headline.text() == "1 payment waits, £3.00"
    assert panel.counts.text() == "1 receipt with £7.00 on no invoice"


def test_money_is_put_on_an_invoice_by_keys_and_the_rest_stays_in_the_list(at: Payments) -> None:
    receipt_no = came(at, Money(1_000))
    panel, form = at.panel, at.panel.place
    at.room.press(KEY.Key_Return)
    assert QApplication.focusWidget() is panel.detail.buttons[0]
    at.room.press(KEY.Key_Return)
    assert QApplication.focusWidget() is form.which.input
    assert form.which.input.value() == at.doc_no  # the only one there is
    assert not form.number.isVisible()
    assert form.amount.input.text() == "10.00"
    at.room.press(KEY.Key_Tab, "8.50", KEY.Key_Return)
    said = panel.check.facts.text()
    assert f"Receipt: {receipt_no}" in said
    assert "Paid by: Mrs Ada Okafor" in said
    assert f"Invoice: {at.doc_no}" in said
    assert "Case: R-1001" in said
    assert "On no invoice: £10.00 now, £1.50 afterwards" in said
    assert "Owed on the invoice: £12,495.86 now, £12,487.36 afterwards" in said
    at.room.press(KEY.Key_Return)  # out of habit: nothing happens
    assert standing(at.room.desk, at.doc_no).received == ZERO
    at.room.press_alt(KEY.Key_P)
    assert standing(at.room.desk, at.doc_no).received == Money(850)
    assert panel.said.text() == (
        f"Put on invoice {at.doc_no}: £8.50 of receipt {receipt_no}. £1.50 is on no invoice."
    )
    assert panel.headline.text() == "1 receipt with £1.50 on no invoice"
    assert QApplication.focusWidget() is panel.table
    at.room.press_alt(KEY.Key_P)
    at.room.press_alt(KEY.Key_G)
    at.room.press_alt(KEY.Key_P)
    assert panel.said.text() == (
        f"Put on invoice {at.doc_no}: £1.50 of receipt {receipt_no}. Nothing of it is left."
    )
    assert panel.empty.isVisible()


def test_a_number_is_typed_and_what_is_wrong_stands_beside_its_field(at: Payments) -> None:
    other = invoice(at.room.desk, at.room.registered(("Lee", "Min"))[0])
    at.room.sit_down("finance", "money")
    at.room.money.open_panel("payments")
    at.panel = at.room.payments
    came(at, Money(1_000))
    form = at.panel.place
    at.room.press_alt(KEY.Key_P)
    at.room.press(KEY.Key_Down)
    assert form.number.isVisible()
    assert form.amount.input.text() == ""
    for typed, words in (
        ("", "Choose the invoice, or enter its number."),
        ("nonsense", "There is no invoice NONSENSE here. Check the number."),
        (other, f"Invoice {other} is another patient’s. Choose one of this patient."),
    ):
        at.room.tab_to(form.number.input)
        form.number.input.selectAll()
        at.room.press(typed or KEY.Key_Delete, KEY.Key_Return)
        assert form.number.problem() == words
        assert QApplication.focusWidget() is form.number.input
    form.number.input.selectAll()
    at.room.press(at.doc_no.lower(), KEY.Key_Tab, "11", KEY.Key_Return)
    assert form.number.problem() == ""
    assert form.amount.problem() == "£10.00 is on no invoice. Enter that or less."
    assert QApplication.focusWidget() is form.amount.input
    form.amount.input.selectAll()
    at.room.press(KEY.Key_Delete, KEY.Key_Return)
    assert "Amount: £10.00" in at.panel.check.facts.text()
    at.room.press(KEY.Key_Escape)
    assert form.number.input.text() == at.doc_no.lower()
    at.room.press(KEY.Key_Escape)
    assert at.panel.table.isVisible()


def test_an_invoice_paid_meanwhile_is_said_and_nothing_is_put_on_it(at: Payments) -> None:
    came(at, Money(1_000))
    at.room.press_alt(KEY.Key_P)
    at.room.press_alt(KEY.Key_G)
    receiving.take_payment(at.room.desk, at.doc_no, amount=TOTAL, method=Method.CASH)
    at.room.press_alt(KEY.Key_P)
    said = f"Nothing is owed on invoice {at.doc_no}. Choose another."
    assert at.panel.place.which.problem() == said
    at.room.press(KEY.Key_Escape)
    assert at.panel.headline.text() == "1 receipt with £10.00 on no invoice"
    at.room.press_alt(KEY.Key_P)
    assert QApplication.focusWidget() is at.panel.place.number.input  # none is offered


def test_money_whose_refund_was_declined_is_paid_back_by_two_people(at: Payments) -> None:
    one = put_too_much(at)
    desk, panel = at.room.desk, at.panel
    sign_in(desk, "senior")
    (drafted,) = two_people.waiting(desk)
    two_people.decline(desk, drafted.proposal_id, "Ask the payer first")
    sign_in(desk, "finance")
    panel.opened()
    settle()
    at.room.press_alt(KEY.Key_B)
    at.room.press("Payer")
    at.room.press_alt(KEY.Key_G)
    assert panel.refund.fields["reason"].problem() == "Say why, in a few words."
    at.room.press(" asks for it")
    at.room.press_alt(KEY.Key_G)
    said = panel.check.facts.text()
    assert f"Receipt: {one.receipt_no}" in said
    assert "To whoever paid it: Mrs Ada Okafor" in said
    assert "To pay back: £7.00" in said
    at.room.press_alt(KEY.Key_P)
    assert panel.said.text() == "Proposed. A senior officer approves the refund."
    assert panel.detail.note.text() == "A refund of £7.00 waits for a second person."
    (proposal,) = receiving.unallocated_money(desk)
    assert proposal.refund_waits == Money(700)
    at.room.press_alt(KEY.Key_P)
    at.room.press("R1H25OV000001", KEY.Key_Return)
    assert panel.place.number.problem().startswith("Nothing is owed on invoice")
