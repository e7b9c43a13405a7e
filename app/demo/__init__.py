"""A made-up morning through the very services the window uses (docs/cli.md, `demo`)."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from app.billing.payment import Method
from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.money import Money
from app.core.people import Patient
from app.demo import acts, arrivals, papers
from app.demo.arrivals import Cast
from app.demo.months import FIRST, live_the_months_before
from app.demo.people import (
    DEFAULT_MOMENT,
    PASSWORD,
    acting_as,
    bring_prices,
    make_demo_desk,
)
from app.pricing.tariff import Admission
from app.services import checking, estimating, invoicing, receiving
from app.services.desk import Desk

__all__ = [
    "DEFAULT_MOMENT",
    "FIRST",
    "MORNING",
    "PASSWORD",
    "Morning",
    "bring_prices",
    "leave_some_waiting",
    "live_the_months_before",
    "live_the_morning",
    "make_demo_desk",
]

MORNING = timedelta(hours=1)  # the made-up morning is over by then, those left waiting included


@dataclass(slots=True)
class Morning:
    """What the morning made, in the order it happened."""

    estimates: list[estimating.IssuedEstimate] = field(default_factory=list)
    invoices: list[invoicing.Issued] = field(default_factory=list)
    receipts: list[invoicing.Issued] = field(default_factory=list)


def live_the_morning(desk: Desk, *, seed: int) -> Morning:
    """Register, decide, estimate, invoice and take a payment; everybody acts as themselves."""
    made = Morning()
    cast = Cast(seed)
    with acting_as(desk, "clerk"):
        arrivals.a_resident(desk, cast)
        visitor = arrivals.a_visitor(desk, cast)
        card = arrivals.a_card_holder(desk, cast)
        asylum = arrivals.a_newcomer(desk, cast)
        french = arrivals.one_without_a_card(desk, cast)
        arrivals.an_unconscious_one(desk, cast)
    with acting_as(desk, "clinician"):
        acts.record_form(desk, visitor, Urgency.NON_URGENT, need_arose="no", necessary="no")
        acts.record_form(desk, card, Urgency.URGENT, need_arose="yes", necessary="yes")
        acts.record_form(desk, french, Urgency.URGENT, need_arose="yes", necessary="no")
    with acting_as(desk, "officer"):
        acts.charge_visitor(desk, visitor)
        acts.free_card_holder(desk, card)
        acts.enter_card(desk, card)
        acts.free_asylum_seeker(desk, asylum)
        acts.charge_french(desk, french)
        made.estimates.append(
            acts.estimate(desk, visitor, "HN12F", Admission.ELECTIVE, 3, "Planned hip operation")
        )
        made.estimates.append(
            acts.estimate(desk, french, "HC72A", Admission.ELECTIVE, 0, "Treatment of the back")
        )
    with acting_as(desk, "senior"):
        checking.look(desk, visitor, Choice.CHARGE)
        checking.second_check(desk, visitor, agree=True, note="Agreed with the officer.")
    with acting_as(desk, "finance"):
        for case in (visitor, french):
            made.invoices.append(invoicing.issue(desk, case))
        paid = made.invoices[0]
        made.receipts.append(
            receiving.take_payment(
                desk,
                paid.doc_no,
                amount=Money(500_000),
                method=Method.CARD_TERMINAL,
                provider_ref="TID12345678-0099",
            )
        )
        acts.enter_treatment(desk, card)
    return made


def leave_some_waiting(desk: Desk, *, seed: int) -> None:
    """A few more arrivals whom nobody has looked at yet, so that there is work to try."""
    cast = Cast(seed + 1)
    with acting_as(desk, "clerk"):
        for family, given, born, country, code, document in _WAITING:
            patient = Patient(
                patient_id="",
                family_name=family,
                given_names=given,
                born=born,
                nhs_number=cast.nhs_number(),
                phone="07700 900456",
            )
            case = arrivals.from_abroad(
                desk,
                patient,
                "outpatient",
                country=country,
                code=code,
                leaving="+2w",
                document=document,
            )
            if code not in _WITH_PAPERS:
                continue
            papers.show_passport(desk, case, patient, code)
            if document == "ehic":
                papers.promise_card(desk, case)
            else:
                papers.show_home_abroad(desk, case, patient)
                papers.show_ticket(desk, case, patient)


_WITH_PAPERS = ("PL", "VN")  # two are enough to try: each page takes its time to draw
_WAITING = (
    ("Kowalska", "Łucja", date(1994, 2, 11), "Poland", "PL", "ehic"),
    ("Nguyễn", "Thị Hoa", date(1959, 9, 3), "Vietnam", "VN", "none"),
    ("陈", "伟", date(1988, 12, 30), "China", "CN", "none"),
    ("शर्मा", "अनिता", date(1971, 4, 17), "India", "IN", "none"),
    ("O'Neill", "Ciara", date(2003, 6, 21), "Ireland", "IE", "none"),
)
