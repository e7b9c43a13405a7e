"""Pictures of an account, the reminders, the debt list and what waits for a second person.

    python -m tests.pictures.debt /tmp/debt [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png`, with the real services behind.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from app.billing.payment import Method
from app.core.money import Money
from app.services import (
    collection,
    crediting,
    holding,
    invoicing,
    plans,
    receiving,
    writing_off,
)
from tests.desks import sign_in
from tests.pictures.looks import asked_for, looks
from tests.services.owing import days_pass, switch_on, warn
from tests.ui.officer_cases import invoice
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.work import Inline


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    for look in looks(folder, wanted):
        with tempfile.TemporaryDirectory() as place:
            room = OfficerWindow(Path(place), Inline())
            room.shell.resize(look.width, look.height)
            room.shell.show()
            room.shell.activateWindow()
            look.shoot(room.shell, _walk(room), folder)
            room.close()


def _walk(room: OfficerWindow) -> Iterator[str]:
    _debts(room)
    room.sit_down("finance", "money")
    room.money.open_panel("accounts")
    settle()
    yield "account-list"
    room.tab_to(room.accounts.table)
    room.press(KEY.Key_Return)
    yield "account"
    room.press_alt(KEY.Key_M)
    yield "account-promise"
    room.press(KEY.Key_Escape, KEY.Key_Escape)
    room.press(KEY.Key_Down)
    room.press(KEY.Key_Return)
    yield "account-plan"
    room.press(KEY.Key_Escape)
    room.press(KEY.Key_Down)
    room.press(KEY.Key_Return)
    yield "account-due"
    room.press_alt(KEY.Key_L)
    yield "account-plan-form"
    room.press(KEY.Key_Escape, KEY.Key_Escape)
    room.money.open_panel("reminders")
    settle()
    room.tab_to(room.reminders.table)
    yield "reminders"
    room.press(KEY.Key_Down)  # a letter; the promise before it asks for a call
    room.press_alt(KEY.Key_W)
    yield "reminders-check"
    yield from _lists(room)


def _lists(room: OfficerWindow) -> Iterator[str]:
    """A debt on its way to the Home Office, with another that may not be told."""
    desk = room.desk
    doc_no = min(one.doc_no for one in invoicing.accounts(desk))  # the one only reminded of
    days_pass(desk, 30)
    warn(desk, doc_no)
    days_pass(desk, 20)
    room.sit_down("finance", "money")
    room.money.open_panel("debt_list")
    settle()
    room.tab_to(room.debt_list.table)
    yield "debt-list"
    room.press_alt(KEY.Key_P)
    yield "debt-list-check"
    room.press_alt(KEY.Key_P)
    crediting.propose_credit(desk, doc_no, "Paid by mistake at another hospital")
    writing_off.propose_write_off(
        desk, doc_no, reason_code="untraceable", evidence="Two letters came back"
    )
    room.sit_down("senior", "money")
    room.money.open_panel("approvals")
    settle()
    room.tab_to(room.approvals.table)
    yield "approvals"
    room.money.open_panel("debt_list")
    settle()
    room.tab_to(room.debt_list.table)
    yield "debt-list-officer"


def _debts(room: OfficerWindow) -> None:
    """One invoice disputed before and promised on, one on a plan, one only reminded of."""
    desk = room.desk
    switch_on(desk)
    people = (("Okafor", "Ada"), ("Nguyễn", "Thị Hoa"), ("Lee", "Min"))
    reminded, planned, disputed = (invoice(desk, one) for one in room.registered(*people))
    sign_in(desk, "finance")
    wanted = plans.PlanWanted(
        first_on=desk.today + timedelta(days=7),
        amount=Money(125_000),
        every="month",
        band="over_500",
    )
    plans.agree_plan(desk, planned, wanted)
    days_pass(desk, 7)
    for doc_no in (reminded, disputed):
        collection.send(desk, doc_no, "reminder_1")
    receiving.take_payment(desk, planned, amount=Money(125_000), method=Method.BACS)
    holding.place_hold(desk, disputed, "insurer", "Wrote to Lagoon Assurance")
    days_pass(desk, 4)
    holding.lift_hold(desk, disputed, "insurer", "They do not cover it")
    by = desk.today + timedelta(days=10)
    plans.promise(desk, disputed, amount=Money(50_000), by=by)
    receiving.take_payment(desk, disputed, amount=Money(50_000), method=Method.CARD_TERMINAL)
    plans.promise(desk, disputed, amount=Money(50_000), by=by)
    holding.place_hold(desk, disputed, "vulnerable", "Told us she is in hospital again")
    days_pass(desk, 12)


if __name__ == "__main__":
    main(*asked_for(__doc__))
