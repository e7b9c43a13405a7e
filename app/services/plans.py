"""What somebody who owes agrees to: a promise, instalments, an undertaking."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.billing.debt.events import PlanAgreed, PlanEnded, PromiseMade, UndertakingSigned
from app.billing.debt.plan import Interval, Plan, check_plan
from app.billing.debt.promise import check_promise
from app.casework.letter_kinds import LetterKind
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.people import clean_line, clean_name
from app.services.debt_reporting import withdraw_for
from app.services.debts import Debt, debt_of, note
from app.services.desk import Desk, service
from app.services.letters import LetterChoices, WrittenLetter, write_letter
from app.services.two_people import require_reason


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanWanted:
    """A plan as somebody proposes it: the whole debt in parts of `amount`, interest free."""

    first_on: date
    amount: Money
    every: str
    band: str


@service(Act.INVOICE)
def promise(desk: Desk, doc_no: str, *, amount: Money, by: date) -> None:
    """Record a promise to pay; letters rest until its day. Raises BadInput, Known `settled`."""
    debt = _open_debt(desk, doc_no)
    made = PromiseMade(
        on=desk.today, amount=amount, by=by, received=debt.bill.received_by(desk.today)
    )
    check_promise(made, debt.bill, within_days=desk.finance.debt.promise_within_days)
    with desk.db.atomic():
        note(desk, debt, made)


@service(Act.INVOICE)
def preview_plan(desk: Desk, doc_no: str, wanted: PlanWanted) -> Plan:
    """The instalments as they would be agreed; nothing is kept. Raises BadInput, Known."""
    return _plan(desk, _open_debt(desk, doc_no), wanted)


@service(Act.INVOICE)
def agree_plan(desk: Desk, doc_no: str, wanted: PlanWanted) -> WrittenLetter:
    """Agree instalments over all that is owed, and write the agreement.

    A debt told to the Home Office is taken off. Raises BadInput, Known.
    """
    debt = _open_debt(desk, doc_no)
    agreed, terms = _plan(desk, debt, wanted), desk.finance.debt.plan
    with desk.db.atomic():
        note(desk, debt, PlanAgreed(on=desk.today, plan=agreed))
        withdraw_for(desk, doc_no, "plan")
        return write_letter(
            desk,
            LetterKind.INSTALMENT_AGREEMENT,
            doc_no,
            LetterChoices(
                schedule=tuple((one.due_on, one.amount) for one in agreed.instalments),
                missed=terms.missed,
                late_days=terms.late_days,
            ),
        )


@service(Act.INVOICE)
def end_plan(desk: Desk, doc_no: str, reason: str) -> None:
    """End the plan that runs; raises Known where there is none."""
    debt = debt_of(desk, doc_no)
    if debt.position.plan is None:
        raise Known("no_plan", "No plan is agreed for this invoice.")
    with desk.db.atomic():
        note(desk, debt, PlanEnded(on=desk.today, reason=require_reason(reason)))


@service(Act.INVOICE)
def sign_undertaking(desk: Desk, doc_no: str, *, name: str, relation: str) -> None:
    """Record who signed an undertaking to pay; another than the patient by contract only."""
    debt = _open_debt(desk, doc_no)
    signed_by = clean_name(name, "name")
    if not signed_by:
        raise BadInput("no_name", "Enter the name of the person who signed.", "name")
    signed = UndertakingSigned(
        on=desk.today, name=signed_by, relation=clean_line(relation, "relation")
    )
    with desk.db.atomic():
        note(desk, debt, signed)


def _open_debt(desk: Desk, doc_no: str) -> Debt:
    debt = debt_of(desk, doc_no)
    if debt.position.owed.pence == 0:
        raise Known("settled", "Nothing is owed on this invoice.", "doc_no")
    return debt


def _plan(desk: Desk, debt: Debt, wanted: PlanWanted) -> Plan:
    terms = desk.finance.debt.plan
    if wanted.every not in terms.intervals:
        raise BadInput("bad_interval", "Choose how often an instalment falls due.", "every")
    agreed = Plan(
        total=debt.position.owed,
        first_on=wanted.first_on,
        amount=wanted.amount,
        every=Interval(wanted.every),
        band=wanted.band,
        received=debt.bill.received_by(desk.today),
        credited=debt.bill.credited_by(desk.today),
    )
    check_plan(agreed, debt.bill, agreed_on=desk.today, terms=terms)
    return agreed
