"""Every money task of ux.md 4 from first key to last, by the keyboard alone, over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.billing.payment import Method
from app.core.money import Money
from app.services import account, letter_register, receiving, writing_off
from app.store import invoices, receipts
from tests.desks import sign_in
from tests.services.owing import days_pass
from tests.ui.officer_cases import invoice
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui import theme
from ui.theme import Theme
from ui.views.money_accounts import AccountsPanel
from ui.work import Inline

pytestmark = [pytest.mark.ui, pytest.mark.journey, pytest.mark.slow]
PEOPLE = (("Okafor", "Ada"), ("Lee", "Min"))


@pytest.fixture
def room(tmp_path: Path, qapp: QApplication) -> Iterator[OfficerWindow]:
    theme.apply(qapp, Theme())
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def accounts(room: OfficerWindow) -> AccountsPanel:
    """Finance at the accounts, the list in hand."""
    room.sit_down("finance", "money")
    room.press_ctrl(KEY.Key_2)
    settle()
    room.tab_to(room.accounts.table)
    return room.accounts


def owing(room: OfficerWindow, *, days: int = 0) -> tuple[str, str]:
    """Two invoices of so many days ago."""
    first, second = (invoice(room.desk, case) for case in room.registered(*PEOPLE))
    days_pass(room.desk, days)
    return first, second


def file_of(room: OfficerWindow, doc_no: str) -> account.AccountFile:
    sign_in(room.desk, "finance")
    return account.account(room.desk, doc_no)


def test_ux_7_2_aged_debt_and_a_statement(room: OfficerWindow) -> None:
    owing(room, days=100)
    panel = accounts(room)
    room.tab_to(panel.strip.buttons[0])
    room.press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Right, KEY.Key_Space)  # 91 to 180 days
    assert panel.listing.rowCount() == 2
    room.press_alt(KEY.Key_A)
    room.press_alt(KEY.Key_L)  # looked at first; nothing is written
    assert panel.letter.isVisible()
    room.press(KEY.Key_Escape)
    room.press_alt(KEY.Key_W)
    assert panel.letter.title.text() == "Statement of account"
    assert panel.page.file is not None
    told = letter_register.told(room.desk, file_of(room, panel.page.file.doc_no).ref)
    assert "Statement of account" in [one.title for one in told]


def test_ux_7_2_a_payment_in_part_with_method_and_reference(room: OfficerWindow) -> None:
    both = owing(room)
    panel = accounts(room)
    room.press_alt(KEY.Key_P)
    room.press("1,000", KEY.Key_Tab, KEY.Key_Down, KEY.Key_Tab, "8812", KEY.Key_Return)
    assert "Reference: 8812" in panel.check.facts.text()
    room.press_alt(KEY.Key_R)
    assert panel.letter.title.text().startswith("Receipt")
    room.press(KEY.Key_Escape)
    paid = [file_of(room, one).received.pence for one in both]
    assert sorted(paid) == [0, 100_000]


def test_ux_7_2_a_promise_that_is_broken_raises_a_task_and_no_letter(room: OfficerWindow) -> None:
    owing(room, days=10)
    panel = accounts(room)
    assert panel.page.file is not None
    doc_no = panel.page.file.doc_no
    room.press_alt(KEY.Key_M)
    room.press("500", KEY.Key_Tab, "+1w")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_R)
    days_pass(room.desk, 8)
    broken = file_of(room, doc_no)
    assert broken.tasks == ("Promise not kept: call",)
    assert broken.steps == ()  # nobody is written to before somebody has looked
    panel = accounts(room)
    rows = [str(panel.listing.index(row, 3).data()) for row in range(2)]
    room.press(*[KEY.Key_Down] * rows.index("To look at"))
    room.press_alt(KEY.Key_F)
    room.press("Called, will pay on Friday")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_K)
    assert file_of(room, doc_no).tasks == ()
    assert file_of(room, doc_no).steps


def test_ux_7_2_instalments_are_agreed_and_the_plan_shows(room: OfficerWindow) -> None:
    owing(room)
    panel = accounts(room)
    room.press_alt(KEY.Key_L)
    room.press("1,250", KEY.Key_Tab, "+1w", KEY.Key_Tab)
    room.press(*[KEY.Key_Down] * 3, KEY.Key_Tab, KEY.Key_Down)
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_A)
    assert panel.letter.isVisible()  # the agreement
    room.press(KEY.Key_Escape)
    assert panel.page.plan.paid.text() == "0 of 10 paid"
    assert "1 on a plan" in panel.counts.text()


def test_ux_7_2_reminders_climb_with_a_look_first_and_a_dispute_stops_them(
    room: OfficerWindow,
) -> None:
    owing(room, days=7)
    panel = accounts(room)
    assert panel.page.file is not None
    doc_no = panel.page.file.doc_no
    room.press_alt(KEY.Key_S)
    assert panel.letter.isVisible()
    room.press(KEY.Key_Escape)
    room.press_alt(KEY.Key_R)
    room.press_alt(KEY.Key_W)
    room.press(KEY.Key_Escape)
    assert "First reminder" in [one.what for one in file_of(room, doc_no).history]
    days_pass(room.desk, 14)
    assert [label for _, label in file_of(room, doc_no).steps] == ["Second reminder"]
    panel = accounts(room)
    while panel.page.file is None or panel.page.file.doc_no != doc_no:
        room.press(KEY.Key_Down)
    room.press_alt(KEY.Key_H)
    room.press(KEY.Key_Down, KEY.Key_Tab, "Says the card covers it")  # the first: a dispute
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_L)
    held = file_of(room, doc_no)
    assert held.state == "Disputed"
    assert held.steps == ()
    room.tab_to(panel.page.holds.crosses["dispute"])
    room.press(KEY.Key_Space, "It does not cover it")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_E)
    assert file_of(room, doc_no).steps


def test_ux_7_2_a_credit_note_and_a_write_off_take_a_second_person(room: OfficerWindow) -> None:
    owing(room)
    panel = accounts(room)
    assert panel.page.file is not None
    credited = panel.page.file.doc_no
    room.press_alt(KEY.Key_C)
    room.press("Card found, charge not due")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_P)
    room.press(KEY.Key_Escape)
    room.press(KEY.Key_Down)
    written_off = panel.page.file.doc_no
    assert written_off != credited
    room.press_alt(KEY.Key_O)
    room.press(KEY.Key_Down, KEY.Key_Tab, "Letters came back")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_P)
    for doc_no in (credited, written_off):
        assert file_of(room, doc_no).state == "To pay"  # nothing changes by one person alone
    sign_in(room.desk, "admin")
    writing_off.set_approval_limit(room.desk, "senior", Money(2_000_000))
    room.sit_down("senior", "money")
    for _ in range(2):
        room.tab_to(room.approvals.table)
        room.press_alt(KEY.Key_A)
        room.press_alt(KEY.Key_A)
        room.press(KEY.Key_Escape)
    assert file_of(room, credited).state == "Cancelled"
    assert file_of(room, written_off).state == "Written off"


def test_ux_7_2_money_on_no_invoice_is_put_on_one_and_what_is_left_is_paid_back(
    room: OfficerWindow,
) -> None:
    """In part on the invoice that is offered; the rest goes back by a second person."""
    doc_no, _ = owing(room)
    payer = invoices.get(room.desk.db, doc_no).customer_ref
    came = receiving.take_unallocated(room.desk, payer, amount=Money(70_000), method=Method.FPS)
    room.sit_down("finance", "money")
    room.press_ctrl(KEY(KEY.Key_1.value + room.money.names().index("payments")))
    panel = room.payments
    assert panel.table.hasFocus()
    room.press(KEY.Key_Return, KEY.Key_Return)  # to what can be done, and the first of it
    assert panel.place.which.input.value() == doc_no
    room.press(KEY.Key_Tab, "450", KEY.Key_Return)
    assert "On no invoice: £700.00 now, £250.00 afterwards" in panel.check.facts.text()
    room.press_alt(KEY.Key_P)
    assert file_of(room, doc_no).received == Money(45_000)
    assert panel.headline.text() == "1 receipt with £250.00 on no invoice"
    room.press_alt(KEY.Key_B)
    room.press("The payer asks for it")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_P)
    assert panel.detail.note.text() == "A refund of £250.00 waits for a second person."
    room.sit_down("senior", "money")
    room.tab_to(room.approvals.table)
    room.press_alt(KEY.Key_A)
    room.press_alt(KEY.Key_A)
    sign_in(room.desk, "finance")
    assert receiving.unallocated_money(room.desk) == ()
    assert receipts.given_back(room.desk.db, came.doc_no) == Money(25_000)
