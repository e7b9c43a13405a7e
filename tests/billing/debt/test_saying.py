"""A debt in words, and the rows that leave for the Home Office."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from app.billing.debt.events import (
    DebtEvent,
    FollowedUp,
    HoldLifted,
    HoldPlaced,
    PlanAgreed,
    PlanEnded,
    PromiseMade,
    Reported,
    StepTaken,
    UndertakingSigned,
)
from app.billing.debt.moves import Bill, Move, bill_from
from app.billing.debt.outward import TAKE_OFF, Told, as_csv, as_report, row_of, taken_off
from app.billing.debt.plan import Interval
from app.billing.debt.saying import (
    money_moves,
    next_words,
    plan_standing_words,
    plan_title,
    promise_words,
    reason_of,
    task_words,
    what_happened,
)
from app.billing.debt.terms import HoldKind
from app.billing.ledger import Account, Entry
from app.core.money import Money
from app.core.people import Address, Patient
from tests.billing.debt.bills import ISSUED, TERMS, bill, on, plan, pounds, sent, stands

_HOLD = HoldPlaced(on=on(3), hold=HoldKind.BEREAVEMENT, reason="Her sister died", until=on(33))


@pytest.mark.parametrize(
    ("event", "words", "why"),
    [
        (_HOLD, "Bereaved: letters rest", "Her sister died"),
        (
            HoldLifted(on=ISSUED, hold=HoldKind.DISPUTE, reason="Settled"),
            "Dispute: lifted",
            "Settled",
        ),
        (PromiseMade(on=ISSUED, amount=pounds(5), by=on(1)), "Promised £5.00 by 10-Mar-2026", ""),
        (
            PlanAgreed(on=ISSUED, plan=plan()),
            "Plan: 4 x £300.00, every month, from 19-Mar-2026 to 19-Jun-2026",
            "",
        ),
        (PlanEnded(on=ISSUED, reason="Went home"), "Plan ended", "Went home"),
        (
            UndertakingSigned(on=ISSUED, name="B. Okafor", relation="brother"),
            "Undertaking signed by B. Okafor",
            "",
        ),
        (StepTaken(on=ISSUED, step="reminder_2"), "Second reminder", ""),
        (StepTaken(on=ISSUED, step="debt_warning"), "Debt warning", ""),
        (StepTaken(on=ISSUED, step="legal"), "Court claim", ""),
        (FollowedUp(on=ISSUED, note="Called her"), "Followed up", "Called her"),
        (Reported(on=ISSUED, report_id="1"), "Put on the Home Office debt list", ""),
    ],
)
def test_what_happened_is_one_line(event: DebtEvent, words: str, why: str) -> None:
    assert what_happened(event, TERMS) == words
    assert reason_of(event) == why


def test_what_comes_next_is_said_with_its_day_or_why_nothing_does() -> None:
    assert next_words(stands(bill(), day=1), TERMS) == "First reminder on 16-Mar-2026"
    assert next_words(stands(bill(), day=7), TERMS) == "First reminder is due"
    assert next_words(stands(bill(), _HOLD, day=7), TERMS) == "Letters rest: Bereaved"
    position = stands(bill(), _HOLD, day=40)
    assert next_words(position, TERMS) == "No letter goes before somebody looked"
    assert [task_words(task, TERMS) for task in position.tasks] == ["Look again: Bereaved"]
    assert next_words(stands(bill(), sent("agency", 80), day=90), TERMS) == "Nothing more is sent"
    assert next_words(stands(bill((1, 1000)), _HOLD, day=7), TERMS) == "Nothing more is sent"


def test_a_plan_is_told_with_what_was_kept_and_missed() -> None:
    agreed = PlanAgreed(on=on(5), plan=plan(every=Interval.WEEK))
    standing = stands(bill((9, 300)), agreed, day=26).plan
    assert standing is not None
    assert plan_standing_words(standing, TERMS) == (
        "4 x £300.00, every week, from 19-Mar-2026 to 09-Apr-2026, 1 of 4 kept, 2 missed, "
        "in default since 03-Apr-2026"
    )
    assert plan_title(standing.plan, TERMS) == "£300.00 every week"
    kept = stands(bill((9, 300)), agreed, day=12).plan
    assert kept is not None
    assert plan_standing_words(kept, TERMS).endswith("1 of 4 kept")


def test_promises_are_counted_and_those_replaced_are_not() -> None:
    def promise(made: int, by: int, received: int = 0) -> PromiseMade:
        return PromiseMade(on=on(made), amount=pounds(100), by=on(by), received=pounds(received))

    assert promise_words(stands(bill(), day=1), TERMS) == ""
    position = stands(
        bill((3, 100)), promise(1, 5), promise(6, 9, 100), promise(20, 30, 100), day=21
    )
    assert promise_words(position, TERMS) == "Promised £100.00 by 08-Apr-2026, kept 1 of 2"
    position = stands(bill(), promise(1, 5), promise(2, 9), day=3)
    assert promise_words(position, TERMS) == "Promised £100.00 by 18-Mar-2026"
    position = stands(bill((3, 100)), promise(1, 5), day=3)
    assert promise_words(position, TERMS) == "kept 1 of 1"


def test_the_money_of_an_account_is_told_with_its_days() -> None:
    one = replace(
        bill((3, 100), (9, -40)),
        credited=(Move(on(12), pounds(200)),),
        written_off=(Move(on(5), pounds(10)),),
    )
    assert money_moves(one, TERMS) == (
        (on(0), "invoiced", "Invoice of £1,000.00"),
        (on(3), "paid", "Paid £100.00"),
        (on(5), "written_off", "Written off £10.00: still owed"),
        (on(9), "paid_back", "Paid back £40.00"),
        (on(12), "credited", "Credited £200.00"),
    )


_ADA = Patient(
    patient_id="p-1",
    family_name="Okafor",
    given_names="Ada",
    title="Mrs",
    gender="Female",
    born=date(1990, 3, 2),
    address_abroad=Address(("14 Marina Road", "=Lagos"), "", "NG"),
)
_COLUMNS = TERMS.home_office.columns


def _told(patient: Patient = _ADA) -> dict[str, str]:
    return row_of(
        Told(
            patient=patient,
            nationalities=("Nigeria", "Ghana"),
            bill=bill(),
            owed=pounds("812.50"),
        )
    )


def test_a_row_holds_the_allowed_columns_and_no_other() -> None:
    row = _told()
    assert set(row) == set(_COLUMNS)
    assert row["nationality"] == "Nigeria, Ghana"
    assert (row["debt_amount"], row["debt_dated"]) == ("812.50", "9 March 2026")
    assert _told(replace(_ADA, born=None))["date_of_birth"] == ""


def test_a_row_taken_off_names_who_and_which_without_the_sum() -> None:
    row = taken_off(_told())
    assert (row["action"], row["debt_amount"]) == (TAKE_OFF, "")
    assert row["debt_reference"] == bill().doc_no


def test_the_file_has_its_columns_in_order_and_runs_in_no_spreadsheet() -> None:
    row = {**_told(), "full_name": "=2+2", "diagnosis": "never"}
    header, line, rest = as_csv([row], _COLUMNS).decode("utf-8").split("\r\n")
    assert header == ",".join(_COLUMNS.values())
    assert line.startswith("Add, =2+2,,")
    assert "never" not in line
    assert rest == ""


def test_the_printed_list_leaves_away_what_is_empty_on_every_row() -> None:
    rows = [_told(), taken_off(_told())]
    report = as_report(rows, _COLUMNS, TERMS.home_office.printed, on=ISSUED)
    labels = [column.label for column in report.columns]
    assert labels[:2] == ["Action", "Full name"]
    assert "Aliases" not in labels
    assert [row[0] for row in report.rows] == ["Add", "Take off"]
    assert report.stem == "debt-list_2026-03-09"
    nothing = as_report([], _COLUMNS, TERMS.home_office.printed, on=ISSUED)
    assert [column.label for column in nothing.columns] == ["Action", "Full name"]


def _entry(account: Account, source: str, day: int, pence: int) -> Entry:
    """A debit above zero, a credit below."""
    return Entry(
        account=account,
        doc_no="R1H25OV000001",
        source_no=source,
        on=on(day),
        debit=Money(max(pence, 0)),
        credit=Money(max(-pence, 0)),
        recognised_on=on(day) if account is Account.INCOME else None,
    )


def test_an_invoice_is_read_from_its_entries_each_move_on_its_day() -> None:
    receivables, income = Account.RECEIVABLES, Account.INCOME
    found = bill_from(
        "R1H25OV000001",
        [
            _entry(receivables, "R1H25OV000001", 0, 100_000),
            _entry(income, "R1H25OV000001", 0, -100_000),
            _entry(receivables, "R1H25OV000001", 0, -10_000),  # an advance deducted
            _entry(receivables, "R1HR000001", 9, -20_000),
            _entry(receivables, "R1HW000001", 30, -40_000),
            _entry(Account.WRITE_OFFS, "R1HW000001", 30, 40_000),
            _entry(receivables, "R1H25OV900001", 40, -30_000),
            _entry(income, "R1H25OV900001", 40, 30_000),
        ],
        issued_on=on(0),
        due_on=on(0),
        received_on={"R1HR000001": on(5)},
    )
    assert found == Bill(
        doc_no="R1H25OV000001",
        issued_on=on(0),
        due_on=on(0),
        total=Money(100_000),
        received=(Move(on(0), Money(10_000)), Move(on(5), Money(20_000))),
        credited=(Move(on(40), Money(30_000)),),
        written_off=(Move(on(30), Money(40_000)),),
    )
