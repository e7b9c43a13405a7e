"""Debts in the window by keys: an account whole, reminders, the debt list, two people."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog

from app.billing.payment import Method
from app.core.money import Money
from app.services import account, crediting, plans, receiving, refunding, two_people
from tests.desks import sign_in
from tests.services.owing import days_pass, switch_on, warn
from tests.ui.officer_cases import invoice
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.work import Inline

pytestmark = pytest.mark.ui


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def owing(room: OfficerWindow, *names: tuple[str, str], days: int = 0) -> list[str]:
    """Invoices of so many days ago."""
    found = [invoice(room.desk, case) for case in room.registered(*(names or (("Okafor", "Ada"),)))]
    days_pass(room.desk, days)
    return found


def at_panel(room: OfficerWindow, name: str, who: str = "finance") -> None:
    room.sit_down(who, "money")
    room.money.open_panel(name)
    settle()


def in_account(room: OfficerWindow) -> None:
    at_panel(room, "accounts")
    room.tab_to(room.accounts.table)
    room.press(KEY.Key_Return)


def test_an_account_says_where_it_stands_and_esc_leads_back(room: OfficerWindow) -> None:
    owing(room, days=7)
    in_account(room)
    page = room.accounts.page
    assert page.isVisible()
    assert "State: Overdue" in page.facts.text()
    assert "Next: First reminder is due" in page.facts.text()
    assert QApplication.focusWidget() is page.buttons["send-reminder_1"]
    room.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is room.accounts.table


def test_a_promise_is_typed_checked_and_stands_in_the_account(room: OfficerWindow) -> None:
    owing(room)
    in_account(room)
    room.press_alt(KEY.Key_M)
    form = room.accounts.forms["promise"]
    assert form.fields["amount"].input.hasFocus()
    room.press("99,999", KEY.Key_Return)
    assert "at most" in form.fields["amount"].problem()
    room.tab_to(form.fields["amount"].input)
    form.fields["amount"].input.clear()
    room.press("500")
    room.tab_to(form.fields["by"].input)
    room.press("+2w")
    room.press_alt(KEY.Key_G)
    assert "Promises: £500.00" in room.accounts.check.facts.text()
    assert "By: 23-Mar-2026" in room.accounts.check.facts.text()
    room.press(KEY.Key_Return)  # out of habit: nothing happens
    assert room.accounts.check.isVisible()
    room.press_alt(KEY.Key_R)
    page = room.accounts.page
    assert room.accounts.said.text() == "Promise recorded."
    assert "Promise: Promised £500.00 by 23-Mar-2026" in page.facts.text()
    assert room.accounts.page.isVisible()


def test_a_promise_too_far_off_comes_back_to_its_form(room: OfficerWindow) -> None:
    owing(room)
    in_account(room)
    room.press_alt(KEY.Key_M)
    form = room.accounts.forms["promise"]
    room.press("500")
    room.tab_to(form.fields["by"].input)
    room.press("+6m")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_R)
    assert form.isVisible()
    assert "agree a plan" in form.fields["by"].problem()
    assert form.fields["amount"].input.text() == "500"


def test_a_plan_is_seen_before_it_is_agreed_and_gives_its_letter(room: OfficerWindow) -> None:
    owing(room)
    in_account(room)
    room.press_alt(KEY.Key_L)
    form = room.accounts.forms["plan"]
    room.press("1,250")
    room.tab_to(form.fields["first_on"].input)
    room.press("+1w")
    room.press_alt(KEY.Key_G)
    assert form.fields["every"].problem() == "Choose how often an instalment falls due."
    room.press(KEY.Key_Down, KEY.Key_Down, KEY.Key_Down)
    room.tab_to(form.fields["band"].input)
    room.press(KEY.Key_Down)
    room.press_alt(KEY.Key_G)
    assert "Instalments: 10, every month" in room.accounts.check.facts.text()
    room.press_alt(KEY.Key_A)
    assert room.accounts.letter.isVisible()
    assert room.accounts.letter.sheets()
    room.press(KEY.Key_Escape)
    page = room.accounts.page
    assert "State: On a plan" in page.facts.text()
    assert "0 of 10 kept" in page.facts.text()
    assert "end_plan" in page.buttons


def test_a_hold_is_a_chip_with_its_reason_and_its_day_and_stops_letters(
    room: OfficerWindow,
) -> None:
    owing(room, days=7)
    in_account(room)
    page = room.accounts.page
    assert "send-reminder_1" in page.buttons
    room.press_alt(KEY.Key_H)
    form = room.accounts.forms["hold"]
    assert form.isVisible()
    room.press_alt(KEY.Key_G)
    assert form.fields["kind"].problem() == "Choose a hold from the list."
    room.press(*[KEY.Key_Down] * 4)
    room.tab_to(form.fields["reason"].input)
    room.press("Her sister told us")
    room.press_alt(KEY.Key_G)
    assert "Hold: Bereaved" in room.accounts.check.facts.text()
    assert "How long: 30 days, then look again" in room.accounts.check.facts.text()
    assert "For: All of this person" in room.accounts.check.facts.text()
    room.press_alt(KEY.Key_L)
    chip = page.holds.chips["bereavement"]
    assert chip.text() == "Bereaved"
    assert "15 April 2026" in chip.accessibleDescription()
    assert "Next: Letters rest: Bereaved" in page.facts.text()
    assert not any(name.startswith("send") for name in page.buttons)
    room.tab_to(page.holds.crosses["bereavement"])
    room.press(KEY.Key_Space)
    room.press("Was another family")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_E)
    assert not page.holds.chips
    assert "send-reminder_1" in page.buttons


def test_a_reminder_is_seen_checked_and_written(room: OfficerWindow) -> None:
    owing(room, days=7)
    in_account(room)
    room.press_alt(KEY.Key_S)
    letter = room.accounts.letter
    assert letter.isVisible()
    assert "Nothing was written" in letter.words.text() or letter.sheets()
    room.press(KEY.Key_Escape)
    assert "send-reminder_1" in room.accounts.page.buttons
    room.press_alt(KEY.Key_R)
    assert "Goes: First reminder" in room.accounts.check.facts.text()
    room.press_alt(KEY.Key_W)
    assert letter.isVisible()
    room.press(KEY.Key_Escape)
    assert "First reminder" in [one.what for one in _file(room).history]
    assert "Next: Second reminder on 30-Mar-2026" in room.accounts.page.facts.text()


def _file(room: OfficerWindow) -> account.AccountFile:
    sign_in(room.desk, "finance")
    assert room.accounts.page.file is not None
    return account.account(room.desk, room.accounts.page.file.doc_no)


@pytest.mark.slow
def test_every_other_act_of_an_account_has_its_form(room: OfficerWindow) -> None:
    owing(room, days=3)
    in_account(room)
    panel = room.accounts
    room.press_alt(KEY.Key_U)
    room.press_alt(KEY.Key_G)
    assert "name of the person" in panel.forms["undertaking"].fields["name"].problem()
    room.press("B. Okafor", KEY.Key_Return)
    room.press_alt(KEY.Key_R)
    assert "Undertaking signed by B. Okafor" in panel.page.facts.text()
    room.press_alt(KEY.Key_O)
    form = panel.forms["write_off"]
    room.press(KEY.Key_Down)
    room.tab_to(form.fields["evidence"].input)
    room.press("Letters came back")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_P)
    assert panel.said.text().startswith("Proposed.")
    room.press_alt(KEY.Key_T)
    room.press_alt(KEY.Key_R)
    assert "30 days after" in panel.problem.text()
    room.press_alt(KEY.Key_D)
    room.press("9/3/26", KEY.Key_Return)
    room.press_alt(KEY.Key_R)
    assert "Letters rest: Bereaved" in panel.page.facts.text()
    assert not panel.page.holds.crosses  # what the record says ends there
    assert "bereavement" in panel.page.holds.chips


def test_reminders_are_written_all_at_once_after_a_check(room: OfficerWindow) -> None:
    owing(room, ("Okafor", "Ada"), ("Lee", "Min"), days=7)
    at_panel(room, "reminders")
    room.tab_to(room.reminders.table)
    assert room.reminders.listing.rowCount() == 2
    room.press_alt(KEY.Key_A)
    assert "First reminder: 2" in room.reminders.check.facts.text()
    room.press_alt(KEY.Key_W)
    assert room.reminders.said.text() == "2 letters written."
    assert room.reminders.empty.isVisible()


def test_a_reminder_of_the_list_is_seen_and_written_and_leads_to_its_account(
    room: OfficerWindow,
) -> None:
    (doc_no,) = owing(room, days=7)
    at_panel(room, "reminders")
    room.tab_to(room.reminders.table)
    room.press_alt(KEY.Key_S)
    assert room.reminders.letter.isVisible()
    room.press(KEY.Key_Escape)
    room.press_alt(KEY.Key_W)
    room.press_alt(KEY.Key_W)
    assert room.reminders.letter.isVisible()
    room.press(KEY.Key_Escape)
    days_pass(room.desk, 14)
    at_panel(room, "reminders")
    room.tab_to(room.reminders.table)
    room.press_alt(KEY.Key_O)
    assert room.accounts.page.isVisible()
    assert room.accounts.page.file is not None
    assert room.accounts.page.file.doc_no == doc_no


def test_something_to_look_at_leads_to_the_account_where_it_is_followed_up(
    room: OfficerWindow,
) -> None:
    (doc_no,) = owing(room)
    sign_in(room.desk, "finance")
    by = room.desk.today + timedelta(days=3)
    plans.promise(room.desk, doc_no, amount=Money(100), by=by)
    days_pass(room.desk, 10)
    at_panel(room, "reminders")
    room.tab_to(room.reminders.table)
    assert "Promise not kept" in room.reminders.detail.facts.text()
    room.press_alt(KEY.Key_O)
    room.press_alt(KEY.Key_F)
    room.press("Called, will pay on Friday")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_K)
    assert "To look at" not in room.accounts.page.facts.text()


def test_the_debt_list_is_no_tab_unless_the_trust_uses_it(room: OfficerWindow) -> None:
    room.sit_down("finance", "money")
    assert "debt_list" not in room.money.names()
    switch_on(room.desk)
    room.sit_down("finance", "money")
    assert "debt_list" in room.money.names()
    room.sit_down("officer", "money")
    assert {"debt_list", "approvals"} <= set(room.money.names())
    room.sit_down("clinician", "money")
    assert "debt_list" not in room.money.names()


def test_a_debt_goes_on_the_list_through_two_people_and_an_export(room: OfficerWindow) -> None:
    switch_on(room.desk)
    (doc_no,) = owing(room, days=50)
    warn(room.desk, doc_no)
    days_pass(room.desk, 16)
    at_panel(room, "debt_list")
    room.tab_to(room.debt_list.table)
    assert "May be told" in room.debt_list.detail.facts.text()
    room.press_alt(KEY.Key_P)
    assert doc_no in room.debt_list.check.facts.text()
    room.press_alt(KEY.Key_P)
    assert room.debt_list.said.text().startswith("Prepared.")
    assert "On the list already" in room.debt_list.detail.facts.text()
    at_panel(room, "approvals", "officer")
    room.tab_to(room.approvals.table)
    assert "1 debt for the Home Office list" in room.approvals.detail.facts.text()
    room.press_alt(KEY.Key_A)
    assert f"{doc_no}: Mrs Ada Okafor" in room.approvals.check.facts.text()
    room.press_alt(KEY.Key_A)
    assert room.approvals.said.text().startswith("Approved:")
    at_panel(room, "debt_list", "officer")
    room.tab_to(room.debt_list.table)
    room.press_alt(KEY.Key_X)
    room.press_alt(KEY.Key_M)
    assert room.debt_list.said.text() == "File made. Rows: 1. Left out: 0."
    (dialog,) = room.debt_list.findChildren(QFileDialog)
    place = Path(str(room.desk.db.path)).parent / "list.csv"
    dialog.fileSelected.emit(str(place))
    settle()
    assert place.read_text("utf-8").startswith("Action,Full name")
    assert room.debt_list.said.text().startswith("Saved:")
    assert room.debt_list.letter.sheets()
    dialog.close()


@pytest.mark.slow
def test_a_proposal_is_declined_with_a_reason(room: OfficerWindow) -> None:
    (doc_no,) = owing(room)
    sign_in(room.desk, "finance")
    crediting.propose_credit(room.desk, doc_no, "Not due after all")
    at_panel(room, "approvals", "senior")
    room.tab_to(room.approvals.table)
    room.press_alt(KEY.Key_D)
    room.press_alt(KEY.Key_G)
    assert "why not" in room.approvals.decline.fields["note"].problem()
    room.press("It was due")
    room.press_alt(KEY.Key_G)
    assert room.approvals.said.text().startswith("Declined:")
    assert room.approvals.empty.isVisible()


@pytest.mark.slow
def test_money_paid_too_much_goes_back_through_two_people(room: OfficerWindow) -> None:
    (doc_no,) = owing(room)
    sign_in(room.desk, "finance")
    owed = account.account(room.desk, doc_no).owed
    receiving.take_payment(
        room.desk,
        doc_no,
        amount=owed,
        method=Method.BACS,
    )
    crediting.propose_credit(room.desk, doc_no, "Not due after all")
    sign_in(room.desk, "senior")
    crediting.approve_credit(room.desk, doc_no)
    (drafted,) = two_people.waiting(room.desk)
    two_people.decline(room.desk, drafted.proposal_id, "Ask for the account first")
    in_account(room)
    page = room.accounts.page
    assert f"To pay back: {owed}" in page.facts.text()
    room.press_alt(KEY.Key_E)
    room.press("Credited in full")
    room.press_alt(KEY.Key_G)
    (back,) = refunding.refundable(room.desk, doc_no)
    assert f"To whoever paid {back.receipt_no}: {owed}" in room.accounts.check.facts.text()
    room.press_alt(KEY.Key_P)
    assert room.accounts.said.text().startswith("Proposed.")
    at_panel(room, "approvals", "senior")
    room.tab_to(room.approvals.table)
    assert "Credited in full" in room.approvals.detail.facts.text()
    room.press_alt(KEY.Key_A)
    room.press_alt(KEY.Key_A)
    assert room.approvals.letter.isVisible()
