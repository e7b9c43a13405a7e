"""The Home Office debt list: two people, allowed columns only, withdrawn when it should be."""

from __future__ import annotations

import csv
import io

import pytest

from app.access.roles import Role
from app.billing.invoice import Payer, PayerType
from app.casework.review import Choice
from app.core.errors import BadInput, Known, NotAllowed
from app.core.money import Money
from app.core.people import Address
from app.core.trust import Mode
from app.services import (
    debt_exporting,
    debt_reporting,
    filing,
    holding,
    invoicing,
    plans,
    signin,
    two_people,
)
from app.services.debts import debt_of
from app.services.desk import Desk
from app.store import audit, proposals
from app.store.proposals import DEBT_REPORT
from tests.documents.reading import text
from tests.services.owing import (
    approve_lists,
    days_pass,
    export,
    pay,
    switch_on,
    told,
    warn,
    warned,
    why_not,
)
from tests.services.work import (
    chargeable,
    check,
    credit,
    decide,
    estimate,
    invoiced,
    later,
    seated,
)

_ALLOWED = {
    "Action",
    "Full name",
    "Aliases",
    "Date of birth",
    "Gender",
    "Nationality",
    "Current address",
    "National Insurance number",
    "Home Office reference",
    "Other reference",
    "Debt reference",
    "Debt dated",
    "Amount unpaid",
}


def _rows(exported: debt_exporting.Exported) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported.content.decode("utf-8"))))


def _waiting(desk: Desk) -> list[str]:
    return [one.reason for one in proposals.waiting(desk.db, DEBT_REPORT)]


def _prepare(desk: Desk, doc_no: str) -> str:
    with seated(desk, "finance"):
        return debt_reporting.prepare(desk, [doc_no])


def test_a_list_is_prepared_approved_by_another_and_exported_by_an_officer(desk: Desk) -> None:
    doc_no = warned(desk)
    _prepare(desk, doc_no)
    with seated(desk, "officer"):
        (waiting,) = debt_reporting.lists(desk)
        assert not waiting.approved
        with pytest.raises(Known, match="No approved list"):
            debt_exporting.export(desk)
    approve_lists(desk)
    with seated(desk, "officer"):
        assert [one.approved for one in debt_reporting.lists(desk)] == [True]
    exported = export(desk)
    assert (exported.rows, exported.left_out) == (1, ())
    assert debt_of(desk, doc_no).position.is_reported
    with seated(desk, "officer"):
        assert debt_reporting.lists(desk) == ()
        with pytest.raises(Known, match="No approved list"):
            debt_exporting.export(desk)


def test_h8_outward_debt_file_has_only_the_allowed_columns(desk: Desk) -> None:
    doc_no = warned(desk)
    _prepare(desk, doc_no)
    approve_lists(desk)
    exported = export(desk)
    (row,) = _rows(exported)
    assert set(row) == _ALLOWED
    assert row["Full name"] == "Mrs Ada Okafor"
    assert row["Date of birth"] == "2 March 1990"
    assert row["Nationality"] == "Nigeria"
    assert row["Current address"] == "14 Marina Road, Lagos, NG"
    assert (row["Debt reference"], row["Debt dated"]) == (doc_no, "9 March 2026")
    assert row["Amount unpaid"] == debt_of(desk, doc_no).position.owed.plain
    assert [row[name] for name in ("Aliases", "National Insurance number")] == ["", ""]
    said = f"{exported.content.decode('utf-8')} {text(exported.pdf)}".lower()
    for word in ("hc72a", "operation", "treatment", "clinic", "non_urgent", "exempt"):
        assert word not in said


def test_every_list_takes_two_people(desk: Desk) -> None:
    doc_no = warned(desk)
    with seated(desk, "admin"):
        signin.set_roles(desk, "finance", [Role.FINANCE, Role.OFFICER])
    _prepare(desk, doc_no)
    (waiting,) = proposals.waiting(desk.db, DEBT_REPORT)
    with seated(desk, "finance"), pytest.raises(NotAllowed, match="You proposed this"):
        debt_reporting.approve(desk, waiting.proposal_id)


def test_the_list_is_off_by_default(desk: Desk) -> None:
    _, issued = invoiced(desk)
    days_pass(desk, 100)
    assert "The list is switched off" in why_not(desk)[issued.doc_no]
    with seated(desk, "finance"), pytest.raises(Known, match="switched off"):
        debt_reporting.prepare(desk, [issued.doc_no])


def test_a_debt_that_may_not_be_told_says_why(desk: Desk) -> None:
    switch_on(desk)
    _, issued = invoiced(desk)
    assert why_not(desk)[issued.doc_no] == ("Two months are not over", "No debt warning was sent")
    with seated(desk, "finance"), pytest.raises(BadInput):
        debt_reporting.prepare(desk, [])
    with seated(desk, "finance"), pytest.raises(Known, match="Nothing is owed"):
        debt_reporting.prepare(desk, ["R1H25OV999999"])


def test_a_debt_on_a_list_already_is_not_put_on_another(desk: Desk) -> None:
    doc_no = warned(desk)
    _prepare(desk, doc_no)
    assert why_not(desk)[doc_no] == ("On the list already",)
    approve_lists(desk)
    export(desk)
    assert why_not(desk)[doc_no] == ("On the list already",)


def test_a_list_that_was_declined_can_be_prepared_again(desk: Desk) -> None:
    doc_no = warned(desk)
    _prepare(desk, doc_no)
    (waiting,) = proposals.waiting(desk.db, DEBT_REPORT)
    with seated(desk, "officer"):
        two_people.decline(desk, waiting.proposal_id, "Look again first.")
        assert debt_reporting.lists(desk) == ()
    assert why_not(desk)[doc_no] == ()


def test_what_is_paid_down_below_the_sum_stays_off(desk: Desk) -> None:
    doc_no = warned(desk)
    owed = debt_of(desk, doc_no).position.owed
    pay(desk, doc_no, owed - Money(49_999))
    assert why_not(desk)[doc_no] == ("The total is below the threshold",)


def test_h13_a_childs_debt_is_never_told(desk: Desk) -> None:
    switch_on(desk)
    case = chargeable(desk, family_name="Adeyemi", given_names="Bisi", born_years_ago=9)
    decide(desk, case)
    check(desk, case)
    estimate(desk, case)
    parent = Payer(
        customer_ref="",
        payer_type=PayerType.PARENT,
        family_name="Adeyemi",
        given_names="Folu",
        address=Address(("2 Broad Street", "Lagos"), "", "NG"),
    )
    later(desk)
    with seated(desk, "finance"):
        doc_no = invoicing.issue(desk, case, parent).doc_no
    days_pass(desk, 50)
    warn(desk, doc_no)
    days_pass(desk, 16)
    assert why_not(desk)[doc_no] == (
        "Only a patient’s own debt is told",
        "A child is never a debtor",
    )
    with seated(desk, "finance"), pytest.raises(Known, match="own debt"):
        debt_reporting.prepare(desk, [doc_no])


def test_h13_what_speaks_for_the_debtor_after_approval_leaves_the_debt_out(desk: Desk) -> None:
    doc_no = warned(desk)
    _prepare(desk, doc_no)
    approve_lists(desk)
    with seated(desk, "finance"):
        holding.place_hold(desk, doc_no, "dispute", "Says the dates are wrong.")
    exported = export(desk)
    assert (exported.rows, exported.left_out) == (0, (doc_no,))
    assert not debt_of(desk, doc_no).position.is_reported


def test_a_payment_in_full_drafts_a_withdrawal_that_goes_with_the_next_export(desk: Desk) -> None:
    doc_no = told(desk)
    owed = debt_of(desk, doc_no).position.owed
    pay(desk, doc_no, Money(100))
    assert _waiting(desk) == []
    pay(desk, doc_no, owed - Money(100))
    assert _waiting(desk) == [f"Take {doc_no} off the debt list: paid"]
    approve_lists(desk)
    (row,) = _rows(export(desk))
    assert (row["Action"], row["Debt reference"], row["Amount unpaid"]) == ("Take off", doc_no, "")
    assert not debt_of(desk, doc_no).position.is_reported
    with seated(desk, "officer"), pytest.raises(Known):
        debt_exporting.export(desk)


def test_a_plan_drafts_a_withdrawal_once(desk: Desk) -> None:
    doc_no = told(desk)
    wanted = plans.PlanWanted(
        first_on=desk.today,
        amount=Money(10_000),
        every="month",
        band="under_200",
    )
    with seated(desk, "finance"):
        plans.agree_plan(desk, doc_no, wanted)
        plans.agree_plan(desk, doc_no, wanted)
    assert _waiting(desk) == [f"Take {doc_no} off the debt list: a plan was agreed"]


def test_h5_a_reversal_puts_a_withdrawal_in_the_next_export(desk: Desk) -> None:
    doc_no = told(desk)
    case = debt_of(desk, doc_no).kept.registration_id
    decide(desk, case, Choice.LIVES_HERE)
    check(desk, case)
    assert _waiting(desk) == []  # two people agreed on the reversal
    (row,) = _rows(export(desk))
    assert (row["Action"], row["Debt reference"]) == ("Take off", doc_no)


def test_a_credit_note_puts_a_withdrawal_in_the_next_export(desk: Desk) -> None:
    doc_no = told(desk)
    credit(desk, doc_no)
    (row,) = _rows(export(desk))
    assert (row["Action"], row["Debt reference"]) == ("Take off", doc_no)


def test_a_death_drafts_a_withdrawal_and_letters_rest(desk: Desk) -> None:
    doc_no = told(desk)
    with seated(desk, "finance"):
        holding.record_death(desk, doc_no, desk.today)
    assert _waiting(desk) == [f"Take {doc_no} off the debt list: the person has died"]


def test_the_copy_of_what_went_out_is_the_officers_to_read_and_the_export_is_audited(
    desk: Desk,
) -> None:
    told(desk)
    (line,) = [one for one in audit.latest(desk.db) if one.happening.act == "debt_list_exported"]
    assert line.happening.user_name == "officer"
    with seated(desk, "finance"), pytest.raises(NotAllowed):
        filing.document(desk, line.happening.subject)
    with seated(desk, "officer"):
        assert b"Okafor" in filing.document(desk, line.happening.subject)


def test_h14_the_demo_exports_no_list(desk: Desk) -> None:
    desk.mode = Mode.DEMO
    with seated(desk, "officer"), pytest.raises(Known, match="demo sends nothing"):
        debt_exporting.export(desk)
