"""The accounts as one page, by keys: the strip, the list it filters, the plan, the statement."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from app.billing.payment import Method
from app.casework.letter_kinds import LetterKind
from app.core.money import Money
from app.services import holding, plans, receiving
from app.services.account import InstalmentLine
from tests.desks import sign_in
from tests.services.owing import days_pass
from tests.services.work import credit
from tests.ui.held_lane import HeldLane
from tests.ui.officer_cases import invoice
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui import theme
from ui.theme import Theme
from ui.views.account_plan import PlanPart
from ui.widgets.age_strip import AgeStrip, StripBand, said
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


def two_ages(room: OfficerWindow) -> tuple[str, str]:
    """An invoice of 70 days ago and one of today, at the accounts."""
    old, new = room.registered(("Okafor", "Ada"), ("Lee", "Min"))
    first = invoice(room.desk, old)
    days_pass(room.desk, 70)
    second = invoice(room.desk, new)
    at_accounts(room)
    return first, second


def at_accounts(room: OfficerWindow) -> None:
    room.sit_down("finance", "money")
    room.money.open_panel("accounts")
    settle()


def refs(room: OfficerWindow) -> list[str]:
    rows = room.accounts.listing
    return [str(rows.index(row, 0).data()) for row in range(rows.rowCount())]


def test_a_band_filters_the_list_by_keys_and_its_cross_shows_all_again(room: OfficerWindow) -> None:
    two_ages(room)
    panel = room.accounts
    assert len(refs(room)) == 2
    bands = panel.strip.buttons
    assert bands[2].accessibleName() == "61 to 90 days: £12,495.86, 1 invoice"
    room.tab_to(bands[0])
    room.press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Space)
    assert refs(room) == ["R-1001"]
    assert panel.filter.text() == "61 to 90 days"
    assert panel.listed.text() == "1 account"
    assert panel.strip.band() == 2
    assert panel.headline.text() == "£24,991.72 owed"  # all of it, whatever is listed
    room.tab_to(panel.all_again)
    room.press(KEY.Key_Space)
    assert len(refs(room)) == 2
    assert panel.strip.band() == -1
    assert QApplication.focusWidget() is panel.table


def test_a_band_chosen_again_shows_everything_and_an_empty_one_says_so(
    room: OfficerWindow,
) -> None:
    two_ages(room)
    panel = room.accounts
    room.tab_to(panel.strip.buttons[0])
    room.press(KEY.Key_Right, KEY.Key_Return)
    assert panel.empty.isVisible()
    assert panel.empty.text() == "Nothing of this age is owed."
    assert not panel.pay.isEnabled()
    room.press(KEY.Key_Return)
    assert len(refs(room)) == 2


def test_ux_7_2_tab_goes_from_the_list_to_what_is_read_after_it(room: OfficerWindow) -> None:
    two_ages(room)
    room.tab_to(room.accounts.table)
    room.press(KEY.Key_Down, KEY.Key_Tab)
    hold = QApplication.focusWidget()
    assert isinstance(hold, Button)
    assert hold.text().replace("&", "") == "Add a hold"


def test_the_head_counts_accounts_plans_and_holds(room: OfficerWindow) -> None:
    first, second = two_ages(room)
    sign_in(room.desk, "finance")
    wanted = plans.PlanWanted(
        first_on=room.desk.today + timedelta(days=7),
        amount=Money(125_000),
        every="month",
        band="over_500",
    )
    plans.agree_plan(room.desk, first, wanted)
    holding.place_hold(room.desk, second, "insurer", "Wrote to Lagoon Assurance")
    at_accounts(room)
    assert room.accounts.counts.text() == "2 accounts, 1 on a plan, 1 on hold"


def test_h13_an_account_on_hold_says_so_whoever_let_its_letters_rest(room: OfficerWindow) -> None:
    cases = room.registered(("Okafor", "Ada"), ("Lee", "Min"), ("Silva", "Rosa"))
    mine, _, _ = (invoice(room.desk, case) for case in cases)
    sign_in(room.desk, "finance")
    holding.place_hold(room.desk, mine, "dispute", "Says she lives here")
    sign_in(room.desk, "officer")
    holding.rest_letters(room.desk, cases[1], "dispute", "Paid the surcharge")
    holding.rest_letters(room.desk, cases[2], "vulnerable", "Is in a refuge")
    at_accounts(room)
    listing = room.accounts.listing
    told = {listing.index(row, 0).data(): listing.index(row, 3).data() for row in range(3)}
    assert told == {"R-1001": "Disputed", "R-1002": "Disputed", "R-1003": "On hold"}
    assert room.accounts.counts.text() == "3 accounts, 3 on hold"


def test_an_account_credited_in_full_is_cancelled_and_no_longer_on_hold(
    room: OfficerWindow,
) -> None:
    (case,) = room.registered(("Okafor", "Ada"))
    doc_no = invoice(room.desk, case)
    sign_in(room.desk, "finance")
    holding.place_hold(room.desk, doc_no, "dispute", "Says she lives here")
    credit(room.desk, doc_no)
    at_accounts(room)
    assert room.accounts.listing.index(0, 3).data() == "Cancelled"
    assert "on hold" not in room.accounts.counts.text()


def test_a_plan_is_shown_with_what_is_paid_and_what_is_next(room: OfficerWindow) -> None:
    (case,) = room.registered(("Okafor", "Ada"))
    doc_no = invoice(room.desk, case)
    sign_in(room.desk, "finance")
    wanted = plans.PlanWanted(
        first_on=room.desk.today + timedelta(days=7),
        amount=Money(125_000),
        every="month",
        band="over_500",
    )
    plans.agree_plan(room.desk, doc_no, wanted)
    receiving.take_payment(room.desk, doc_no, amount=Money(125_000), method=Method.BACS)
    days_pass(room.desk, 10)
    at_accounts(room)
    part = room.accounts.page.plan
    assert part.title.text() == "Plan: £1,250.00 every month"
    assert part.paid.text() == "1 of 10 paid"
    assert part.rows.index(0, 3).data() == "Paid"
    assert part.rows.index(1, 3).data() == "Due in 28 days"
    assert part.rows.index(2, 3).data() == "Planned"
    assert "plan" in room.accounts.page.buttons
    assert "end_plan" in room.accounts.page.buttons


def test_a_plan_says_today_tomorrow_and_missed(qtbot: QtBot) -> None:
    part = PlanPart()
    qtbot.addWidget(part)
    day, amount = date(2026, 3, 9), Money(100)
    for ahead, words in ((0, "Due today"), (1, "Due tomorrow"), (6, "Due in 6 days")):
        lines = [
            InstalmentLine(day - timedelta(days=30), amount, "missed"),
            InstalmentLine(day + timedelta(days=ahead), amount, "next"),
        ]
        part.show_plan("£1.00 every month", lines, day)
        assert [part.rows.index(row, 3).data() for row in (0, 1)] == ["Missed", words]
    many = [InstalmentLine(day, amount, "planned")] * 60
    part.show_plan("£1.00 every week", many, day)
    assert part.bar.isHidden()  # no dash could be told from the next


def test_a_statement_is_two_keys_away(room: OfficerWindow) -> None:
    two_ages(room)
    room.press_alt(KEY.Key_A)
    panel = room.accounts.letters.panel
    assert panel.isVisible()
    assert panel.which.input.value() == LetterKind.STATEMENT
    room.press_alt(KEY.Key_W)
    assert room.accounts.letter.title.text() == "Statement of account"


def test_h4_an_act_keeps_to_the_account_it_was_begun_for(room: OfficerWindow) -> None:
    """The list moves under an open form: what was typed still goes to whom it was typed for."""
    first, second = two_ages(room)
    panel = room.accounts
    room.tab_to(panel.strip.buttons[0])
    room.press(KEY.Key_Right, KEY.Key_Right, KEY.Key_Space)
    assert panel.page.file is not None
    assert panel.page.file.doc_no == first
    room.press_alt(KEY.Key_M)
    room.press("500")
    panel._choose_band(0)  # as another desk's payment would take the account out of the list
    settle()
    assert panel.page.file.doc_no == second
    form = panel.forms["promise"]
    room.tab_to(form.fields["by"].input)
    room.press("+2w")
    room.press_alt(KEY.Key_G)
    assert f"Invoice: {first}" in panel.check.facts.text()


def test_after_a_proposal_the_focus_is_where_it_began_and_the_account_says_what_waits(
    room: OfficerWindow,
) -> None:
    two_ages(room)
    room.press(KEY.Key_Down)
    page, account = room.accounts.page, room.accounts.page.file
    room.press_alt(KEY.Key_C)
    QTest.keyClicks(room.accounts.forms["credit"].fields["reason"].input, "Exempt after all")
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_P)
    assert QApplication.focusWidget() is page.buttons["credit"]
    assert page.file is not None
    assert account is not None
    assert page.file.doc_no == account.doc_no
    waits = f"Credit note of {page.file.charged}, proposed by F. Marsh"
    assert f"Waits for approval: {waits}" in page.facts.text()


def test_ux_1_esc_and_back_on_a_check_page_lead_to_the_form_with_all_that_was_typed(
    room: OfficerWindow,
) -> None:
    _, other = two_ages(room)
    panel = room.accounts
    room.press_alt(KEY.Key_H)
    form = panel.forms["hold"]
    form.fields["kind"].input.set_value("dispute")
    reason = form.fields["reason"].input
    reason.setFocus()
    room.press("Says she lives here")
    room.press_alt(KEY.Key_G)
    room.press(KEY.Key_Escape)
    assert panel.pages.currentWidget() is form
    assert form.typed() == {"kind": "dispute", "reason": "Says she lives here"}
    assert QApplication.focusWidget() is reason, "where one was"
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_B)
    assert panel.pages.currentWidget() is form
    room.press(KEY.Key_Escape)
    assert panel.pages.currentWidget() is panel.own_page
    room.press_alt(KEY.Key_H)
    assert form.typed()["reason"] == "Says she lives here", "closing discards nothing"
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_L)
    assert "Disputed" in panel.page.facts.text()
    room.press_alt(KEY.Key_H)
    assert form.typed() == {"kind": "", "reason": ""}, "what is saved is typed no more"
    room.press("x", KEY.Key_Escape)
    panel.open_account(other)
    room.press_alt(KEY.Key_H)
    assert form.typed() == {"kind": "", "reason": ""}, "another account asks"


def test_ux_1_a_payment_turned_back_from_its_check_is_still_typed_until_it_is_taken(
    room: OfficerWindow,
) -> None:
    two_ages(room)
    panel = room.accounts
    room.press_alt(KEY.Key_P)
    room.press("1,000")
    panel.payment.method.input.set_value("BACS")
    panel.payment.reference.input.setText("B 4711")
    room.press_alt(KEY.Key_G)
    room.press(KEY.Key_Escape, KEY.Key_Escape)
    assert panel.pages.currentWidget() is panel.own_page
    room.press_alt(KEY.Key_P)
    assert panel.payment.amount.input.text() == "1,000"
    assert panel.payment.reference.input.text() == "B 4711"
    room.press_alt(KEY.Key_G)
    room.press_alt(KEY.Key_R)
    assert panel.letter.title.text().startswith("Receipt R1HR")
    room.press(KEY.Key_Escape)
    room.press_alt(KEY.Key_P)
    assert panel.payment.amount.input.text() == ""
    assert panel.payment.reference.input.text() == ""


def test_ux_7_2_tab_reads_an_account_that_was_read_after_its_line_in_order(
    tmp_path: Path,
) -> None:
    lane = HeldLane(holds=False)
    room = OfficerWindow(tmp_path, lane)
    room.shell.show()
    room.shell.activateWindow()
    both = two_ages(room)
    sign_in(room.desk, "finance")
    for one in both:
        holding.place_hold(room.desk, one, "dispute", "Says she lives here")
    lane.holds = True
    at_accounts(room)
    lane.let_go()
    settle()
    room.tab_to(room.accounts.table)
    names = []
    for _ in range(4):
        room.press(KEY.Key_Tab)
        names.append(room.shell.focusWidget().accessibleName().replace("&", ""))
    assert names == ["End this hold: Dispute", "Add a hold", "Add a note", "An undertaking"]
    room.close()


def test_focus_goes_back_to_the_button_that_led_away(room: OfficerWindow) -> None:
    two_ages(room)
    room.press(KEY.Key_Return)
    room.press_alt(KEY.Key_U)
    room.press(KEY.Key_Escape)
    assert QApplication.focusWidget() is room.accounts.page.buttons["undertaking"]


def test_ux_7_3_the_keys_of_the_accounts_are_used_once(room: OfficerWindow) -> None:
    two_ages(room)
    sign_in(room.desk, "finance")
    marks = [
        button.text().replace("&&", "").partition("&")[2][:1].lower()
        for button in room.shell.findChildren(Button)
        if button.isVisible() and "&" in button.text().replace("&&", "")
    ]
    assert len(marks) == len(set(marks)), sorted(marks)


LOOKS = [
    (scheme, width, height, size)
    for scheme in theme.schemes()
    for width, height, size in (
        (1366, 768, 1.0),
        (1366, 768, 2.0),
        (1024, 640, 1.0),
        (1024, 640, 2.0),
    )
]


def test_ux_7_5_nothing_of_the_accounts_is_clipped_in_any_look(room: OfficerWindow) -> None:
    two_ages(room)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    panel = room.accounts
    for scheme, width, height, size in LOOKS:
        theme.apply(app, Theme(scheme, size, motion=False))
        room.shell.resize(width, height)
        settle()
        assert panel.own_page.horizontalScrollBar().maximum() == 0
        for part in panel.own_page.findChildren(QLabel):
            if part.isVisible():
                assert part.width() >= part.minimumSizeHint().width(), part.text()
        for band in panel.strip.buttons:
            assert band.width() >= band.sizeHint().width()
            assert band.height() >= 24


BANDS = [
    StripBand("0–30 days", "£48,210", 4_821_000, said("0 to 30 days", "£48,210", 12)),
    StripBand("Over a year", "£0", 0, said("Over a year", "£0", 0)),
]


def test_the_strip_keeps_choice_and_focus_when_its_sums_change(qtbot: QtBot) -> None:
    strip = AgeStrip("Debt by age")
    qtbot.addWidget(strip)
    strip.resize(1_200, 92)
    strip.show_bands(BANDS)
    strip.show()
    chosen: list[int] = []
    strip.chosen.connect(chosen.append)
    strip.buttons[0].setFocus()
    QTest.keyClick(strip.buttons[0], Qt.Key.Key_Left)  # the first stays the first
    QTest.keyClick(strip.buttons[0], Qt.Key.Key_Space)
    strip.show_bands(BANDS)
    assert strip.band() == 0
    assert chosen == [0]
    assert strip.buttons[0].accessibleName() == "0 to 30 days: £48,210, 12 invoices"


def test_from_right_to_left_the_arrows_turn_too(qtbot: QtBot) -> None:
    strip = AgeStrip("Debt by age")
    qtbot.addWidget(strip)
    strip.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    strip.show_bands(BANDS)
    strip.show()
    strip.buttons[0].setFocus()
    QTest.keyClick(strip.buttons[0], Qt.Key.Key_Left)
    assert strip.focusWidget() is strip.buttons[1]


@pytest.mark.parametrize("scheme", theme.schemes())
def test_ux_7_7_the_band_chosen_is_told_without_colour(qtbot: QtBot, scheme: theme.Scheme) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.apply(app, Theme(scheme, 1.0, motion=False))
    strip = AgeStrip("Debt by age")
    qtbot.addWidget(strip)
    strip.resize(1_200, 92)
    strip.show_bands(BANDS)
    button = strip.buttons[0]
    button.resize(button.sizeHint())
    before = button.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    button.setChecked(True)
    after = button.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
    assert before != after
