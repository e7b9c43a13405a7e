"""Money in finance's hands, by keys: every act goes through its check page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from app.core.people import Address
from app.machine import FixedClock
from app.services import crediting, invoicing
from tests.desks import sign_in
from tests.ui.held_lane import HeldLane
from tests.ui.officer_cases import ON_THE_WARD, invoice, make_billable
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.models.money_invoicing import TypedPayer
from ui.work import Inline

pytestmark = pytest.mark.ui
TOTAL = "£12,495.86"


@pytest.fixture
def room(tmp_path: Path) -> Iterator[OfficerWindow]:
    window = OfficerWindow(tmp_path, Inline())
    window.shell.show()
    window.shell.activateWindow()
    yield window
    window.close()


def with_invoice(room: OfficerWindow) -> str:
    """One invoice out, finance at the page, its list shown."""
    doc_no = invoice(room.desk, room.registered(("Okafor", "Ada"))[0])
    room.sit_down("finance", "money")
    room.press_ctrl(KEY.Key_2)
    room.tab_to(room.accounts.table)
    return doc_no


WaitedFor = tuple[OfficerWindow, HeldLane]


@pytest.fixture
def waited_for(tmp_path: Path) -> Iterator[WaitedFor]:
    """A window whose lane answers when it is let go."""
    lane = HeldLane(holds=False)
    room = OfficerWindow(tmp_path, lane)
    room.shell.show()
    room.shell.activateWindow()
    yield room, lane
    room.close()


def test_the_focus_that_waited_for_the_list_stands_on_its_first_line(waited_for: WaitedFor) -> None:
    room, lane = waited_for
    make_billable(room.desk, room.registered(("Okafor", "Ada"))[0])
    lane.holds = True
    room.sit_down("finance", "money")
    assert room.money.sections.has_focus()  # its lines are still being read
    lane.holds = False
    lane.let_go()
    settle()
    assert room.invoicing.table.hasFocus()


def test_with_nothing_to_invoice_money_opens_on_the_accounts(waited_for: WaitedFor) -> None:
    room, lane = waited_for
    invoice(room.desk, room.registered(("Okafor", "Ada"))[0])
    lane.holds = True
    room.sit_down("finance", "money")
    lane.holds = False
    lane.let_go()
    settle()
    assert room.money.sections.key() == "accounts"
    assert room.accounts.table.hasFocus()
    room.press_ctrl(KEY.Key_1)
    assert room.money.sections.key() == "to_invoice"  # it stays where somebody goes


def test_whoever_moved_on_while_the_list_was_read_stays_where_they_are(
    waited_for: WaitedFor,
) -> None:
    room, lane = waited_for
    make_billable(room.desk, room.registered(("Okafor", "Ada"))[0])
    lane.holds = True
    room.sit_down("finance", "money")
    room.press(KEY.Key_Right)  # along the tabs
    room.press(KEY.Key_Left)
    lane.holds = False
    lane.let_go()
    settle()
    assert room.money.sections.has_focus()


def test_an_invoice_is_checked_issued_and_shown_by_keys(room: OfficerWindow) -> None:
    make_billable(room.desk, room.registered(("Okafor", "Ada"))[0])
    room.sit_down("finance", "money")
    page = room.invoicing
    assert QApplication.focusWidget() is page.table
    assert page.detail.figure.text() == TOTAL
    room.press_alt(KEY.Key_M)
    facts = page.check.facts.text()
    assert "Made out to: Mrs Ada Okafor" in facts
    assert "Hospital treatment" in facts
    assert f"To pay: {TOTAL}" in facts
    room.press(KEY.Key_Return)  # out of habit: nothing happens
    sign_in(room.desk, "finance")
    assert invoicing.accounts(room.desk) == ()
    room.press_alt(KEY.Key_I)
    assert page.letter.isVisible()
    assert page.letter.title.text().startswith("Invoice R1H")
    assert len(page.letter.sheets()) >= 1
    assert not room.shell.banner.isVisible()
    room.press(KEY.Key_Escape)
    assert page.letter.sheets() == []
    assert page.empty.isVisible()
    assert not page.detail.isVisible()
    room.press_ctrl(KEY.Key_2)
    assert room.accounts.headline.text() == f"{TOTAL} owed"
    assert room.accounts.counts.text() == "1 account"


def test_a_case_waiting_for_a_second_check_cannot_be_invoiced(room: OfficerWindow) -> None:
    make_billable(room.desk, room.registered(("Okafor", "Ada"))[0], checked=False)
    room.sit_down("finance", "money")
    assert not room.invoicing.detail.buttons[0].isEnabled()
    assert "second person" in room.invoicing.detail.note.text()
    room.press_alt(KEY.Key_M)
    assert not room.invoicing.check.isVisible()


def test_somebody_else_pays_only_by_a_written_promise(room: OfficerWindow) -> None:
    make_billable(room.desk, room.registered(("Okafor", "Ada"))[0])
    room.sit_down("finance", "money")
    page = room.invoicing
    room.press_alt(KEY.Key_E)
    assert "promised in writing" in page.payer.words.text()
    assert "The patient stays liable" in page.payer.words.text()
    page.payer.liable.input.set_value("INSURER")
    room.tab_to(page.payer.name.input)
    room.press("Lagoon Assurance")
    room.tab_to(page.payer.address.input)
    room.press("1 Broad Street")
    room.press_alt(KEY.Key_G)
    assert "Made out to: Lagoon Assurance" in page.check.facts.text()
    room.press_alt(KEY.Key_I)
    sign_in(room.desk, "finance")
    (kept,) = invoicing.accounts(room.desk)
    assert kept.payer == "Lagoon Assurance"


def test_a_payment_in_advance_is_held_and_leaves_less_to_pay(room: OfficerWindow) -> None:
    make_billable(room.desk, room.registered(("Okafor", "Ada"))[0])
    room.sit_down("finance", "money")
    page = room.invoicing
    room.press_alt(KEY.Key_A)
    assert f"{TOTAL} of estimate" in page.advance.words.text()
    room.press("99,999", KEY.Key_Return)
    assert "is left" in page.advance.amount.problem()
    page.advance.amount.input.clear()
    room.press("2,495.86")
    page.advance.method.input.set_value("CARD_TERMINAL")
    room.press_alt(KEY.Key_G)
    assert "Not paid afterwards: £10,000.00" in page.check.facts.text()
    room.press_alt(KEY.Key_R)
    assert page.letter.title.text().startswith("Receipt R1HR")
    room.press(KEY.Key_Escape)
    assert "Paid in advance: £2,495.86" in page.detail.facts.text()
    room.press_alt(KEY.Key_M)
    assert "To pay: £10,000.00" in page.check.facts.text()


@pytest.mark.slow
def test_a_long_stay_gets_an_interim_invoice_once_it_is_due(room: OfficerWindow) -> None:
    make_billable(room.desk, room.registered(("Okafor", "Ada"))[0], line=ON_THE_WARD)
    room.sit_down("finance", "money")
    page = room.invoicing
    room.press_alt(KEY.Key_N)
    assert "The next interim invoice of this stay is due on" in page.problem.text()
    assert isinstance(room.desk.clock, FixedClock)
    room.desk.clock.set(room.desk.clock.now() + timedelta(days=8))
    room.press_alt(KEY.Key_N)
    assert "Interim, up to:" in page.check.facts.text()
    room.press_alt(KEY.Key_I)
    assert page.letter.isVisible()
    room.press(KEY.Key_Escape)
    assert "On interim invoices" in page.detail.facts.text()


def test_a_payment_is_checked_and_gives_a_receipt(room: OfficerWindow) -> None:
    with_invoice(room)
    page = room.accounts
    room.press_alt(KEY.Key_P)
    assert QApplication.focusWidget() is page.payment.amount.input
    room.press("1,000")
    room.tab_to(page.payment.method.input)
    room.press(KEY.Key_Down)
    room.tab_to(page.payment.reference.input)
    room.press("8812", KEY.Key_Return)
    assert "Still owed afterwards: £11,495.86" in page.check.facts.text()
    room.press_alt(KEY.Key_R)
    assert page.letter.title.text().startswith("Receipt")
    room.press_alt(KEY.Key_C)
    assert page.page.figure.text() == "£11,495.86"
    assert "Part paid" in str(page.listing.data(page.listing.index(0, 3)))


@pytest.mark.parametrize(
    ("amount", "says"),
    [
        ("99,999", "is owed on this invoice"),
        ("0", "above zero"),
        ("12,5", "Enter an amount such as"),
        ("", "Enter an amount such as"),
    ],
)
@pytest.mark.slow
def test_an_amount_that_cannot_be_is_said_beside_it(
    room: OfficerWindow, amount: str, says: str
) -> None:
    with_invoice(room)
    room.press_alt(KEY.Key_P)
    room.press(amount, KEY.Key_Return) if amount else room.press(KEY.Key_Return)
    assert says in room.accounts.payment.amount.problem()
    assert room.accounts.payment.amount.input.text() == amount
    assert not room.accounts.check.isVisible()


@pytest.mark.slow
def test_how_the_money_came_is_asked_for(room: OfficerWindow) -> None:
    with_invoice(room)
    room.press_alt(KEY.Key_P)
    room.press("100", KEY.Key_Return)
    assert room.accounts.payment.method.problem() == "Choose how the money came."


def test_a_credit_note_takes_two_people(room: OfficerWindow) -> None:
    doc_no = with_invoice(room)
    page = room.accounts
    room.press_alt(KEY.Key_C)
    room.press_alt(KEY.Key_G)
    assert page.forms["credit"].fields["reason"].problem() == "Say why, in a few words."
    room.press("Card found, charge not due")
    room.press_alt(KEY.Key_G)
    assert doc_no in page.check.facts.text()
    room.press_alt(KEY.Key_P)
    assert page.said.text().startswith("Proposed.")
    assert page.page.figure.text() == TOTAL  # nothing has changed yet
    room.sit_down("senior", "money")
    waiting = room.approvals
    assert "Card found" in waiting.detail.facts.text()
    assert "Account: Mrs Ada Okafor" in waiting.detail.facts.text()
    room.press_alt(KEY.Key_A)
    for fact in ("Account: Mrs Ada Okafor", "Case: R-1001", "Proposed by: F. Marsh"):
        assert fact in waiting.check.facts.text()
    room.press_alt(KEY.Key_A)
    assert waiting.letter.title.text().startswith("Credit note")
    room.press(KEY.Key_Escape)
    room.sit_down("finance", "money")
    room.press_ctrl(KEY.Key_2)
    assert room.accounts.page.figure.text() == "£0.00"


@pytest.mark.slow
def test_nobody_approves_their_own_credit(room: OfficerWindow) -> None:
    from app.access.roles import Role
    from app.services import signin
    from tests.desks import PASSWORD

    doc_no = invoice(room.desk, room.registered(("Okafor", "Ada"))[0])
    sign_in(room.desk, "admin")
    signin.add_person(
        room.desk,
        name="both",
        display_name="B. Both",
        password=PASSWORD,
        roles=(Role.FINANCE, Role.SENIOR),
    )
    sign_in(room.desk, "both")
    crediting.propose_credit(room.desk, doc_no, "Not due after all")
    room.sit_down("both", "money")
    room.money.open_panel("approvals")
    settle()
    assert not room.approvals.detail.buttons[0].isEnabled()
    assert "You proposed this" in room.approvals.detail.note.text()


def test_the_lists_are_those_of_the_role(room: OfficerWindow) -> None:
    room.sit_down("finance", "money")
    names = room.money.names()
    assert names[:3] == ("to_invoice", "accounts", "reminders")
    assert "approvals" not in names
    room.sit_down("senior", "money")
    assert room.money.names()[0] == "approvals"
    assert "accounts" not in room.money.names()
    room.sit_down("clerk", "money")
    assert room.money.names() == ()
    assert "finance" in room.money.problem.text()


@pytest.mark.slow
def test_an_invoice_can_be_read_again(room: OfficerWindow) -> None:
    doc_no = with_invoice(room)
    room.press_alt(KEY.Key_I)
    assert room.accounts.letter.title.text() == f"Invoice {doc_no}"
    assert room.accounts.letter.sheets()
    before = room.accounts.letter.sheets()[0].width()
    room.press_ctrl(KEY.Key_Minus)
    assert room.accounts.letter.sheets()[0].width() < before


@pytest.mark.slow
def test_the_payer_the_law_makes_liable_is_asked_for_by_name(room: OfficerWindow) -> None:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one)
    room.sit_down("finance", "money")
    page = room.invoicing
    case = page.listing.thing_at(0)
    assert isinstance(case, invoicing.ToInvoice)
    typed = TypedPayer(payer_type="PARENT", name="", address="", postcode="")
    page.model.prepare_invoice(case, typed)
    settle()
    assert page.payer.name.problem().startswith("Enter the name")
    room.press("Grace Okafor")
    room.tab_to(page.payer.address.input)
    room.press("14 Marina Road", KEY.Key_Return, "Lagos")
    room.tab_to(page.payer.liable.input)
    room.press(KEY.Key_Down)
    room.press_alt(KEY.Key_G)
    assert "Made out to: Grace Okafor" in page.check.facts.text()
    room.press_alt(KEY.Key_I)
    kept = invoicing.accounts(room.desk)[0]
    assert kept.payer == "Grace Okafor"
    assert Address(("14 Marina Road", "Lagos")).lines == ("14 Marina Road", "Lagos")


@pytest.mark.slow
def test_esc_leaves_a_check_and_nothing_was_done(room: OfficerWindow) -> None:
    make_billable(room.desk, room.registered(("Okafor", "Ada"))[0])
    room.sit_down("finance", "money")
    room.press_alt(KEY.Key_M)
    room.press(KEY.Key_Escape)
    assert not room.invoicing.check.isVisible()
    assert invoicing.accounts(room.desk) == ()
