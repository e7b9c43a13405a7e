"""The months before the made-up morning, so that figures have a past: few people, real services.

Each visitor goes the whole way from the desk to an invoice on a day of their own; some pay, one
has promised, one pays by instalments, one disputes.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.billing.payment import Method
from app.casework.urgency import Urgency
from app.core.money import Money
from app.core.people import Address, Patient
from app.demo import acts, arrivals
from app.demo.arrivals import Cast
from app.demo.people import acting_as, bring_prices
from app.machine import FixedClock
from app.pricing.tariff import Admission
from app.services import holding, invoicing, plans, receiving
from app.services.desk import Desk

FIRST = timedelta(days=340)  # before the morning, the made-up trust begins


@dataclass(frozen=True, slots=True, kw_only=True)
class _Past:
    """A visitor of so many days ago, what has been paid since, and what was agreed."""

    days: int
    family: str
    given: str
    born: date
    paid: int = 0  # pence
    agreed: str = ""


_PAST = (
    _Past(days=330, family="Rossi", given="Giulia", born=date(1958, 3, 4), paid=40_000),
    _Past(days=160, family="Petrov", given="Ilya", born=date(1975, 1, 30), paid=30_000),
    _Past(days=75, family="Tran", given="Minh", born=date(1966, 11, 8), agreed="plan"),
    _Past(days=40, family="Lima", given="Paulo", born=date(1990, 6, 2), agreed="dispute"),
    _Past(days=12, family="Reyes", given="Ana", born=date(1994, 8, 17), agreed="promise"),
)


def live_the_months_before(desk: Desk, *, until: datetime, seed: int) -> None:
    """Live through them and arrive at `until`; the desk's clock is one that can be set."""
    clock, cast = desk.clock, Cast(seed + 2)
    assert isinstance(clock, FixedClock)
    with desk.db.atomic():  # nobody waits for the disk at each of a few hundred acts
        for past in _PAST:
            clock.set(until - timedelta(days=past.days))
            bring_prices(desk)
            _one_visitor(desk, cast, past)
    clock.set(until)
    bring_prices(desk)


def _one_visitor(desk: Desk, cast: Cast, past: _Past) -> None:
    with acting_as(desk, "clerk"):
        arrivals.a_resident(desk, cast)
        patient = Patient(
            patient_id="",
            family_name=past.family,
            given_names=past.given,
            born=past.born,
            nhs_number=cast.nhs_number(),
            email=f"{past.given.lower()}@example.org",
            address_abroad=Address(("3 rue Inventée", "Lille"), "59000", "FR"),
        )
        case = arrivals.from_abroad(
            desk, patient, "admission", country="France", code="FR", leaving="+4d"
        )
    with acting_as(desk, "clinician"):
        acts.record_form(desk, case, Urgency.URGENT, need_arose="yes", necessary="no")
    with acting_as(desk, "officer"):
        acts.charge_french(desk, case)
        acts.estimate(desk, case, "HC72A", Admission.ELECTIVE, 0, "Treatment of the back")
    with acting_as(desk, "finance"):
        doc_no = invoicing.issue(desk, case).doc_no
        if past.paid:
            receiving.take_payment(
                desk, doc_no, amount=Money(past.paid), method=Method.CARD_TERMINAL
            )
        _agree(desk, doc_no, past.agreed)


def _agree(desk: Desk, doc_no: str, what: str) -> None:
    match what:
        case "plan":
            monthly = plans.PlanWanted(
                first_on=desk.today, amount=Money(10_000), every="month", band="under_200"
            )
            plans.agree_plan(desk, doc_no, monthly)
            receiving.take_payment(desk, doc_no, amount=Money(30_000), method=Method.BACS)
        case "promise":
            by = desk.today + timedelta(days=20)
            plans.promise(desk, doc_no, amount=Money(20_000), by=by)
        case "dispute":
            holding.place_hold(desk, doc_no, "dispute", "Says that her card covers it")
