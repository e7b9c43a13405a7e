"""How good estimates were: kept when the final bill is known, told, and used for the next ones."""

from __future__ import annotations

from dataclasses import dataclass

from app.access.roles import Act
from app.core.money import Money
from app.core.wording import Phrase
from app.pricing.calibration import Outcome, Past, Record, past_of, records
from app.pricing.estimate import estimate
from app.services.desk import Desk, service
from app.services.estimate_requests import request_from
from app.store import estimate_outcomes, estimates
from app.store.estimate_outcomes import StoredOutcome


@dataclass(frozen=True, slots=True)
class Calibration:
    """What the estimates of one specialty were worth, under its name."""

    name: str
    record: Record

    @property
    def words(self) -> str:
        """“The range held 17 of 20 times in Orthopaedic Non-Trauma Procedures.”"""
        once = self.record.finals == 1
        return Phrase(
            "The range held {held} of {finals} time in {name}."
            if once
            else "The range held {held} of {finals} times in {name}.",
            held=self.record.held,
            finals=self.record.finals,
            name=self.name,
        )


@service(Act.VIEW_ESTIMATE)
def calibration(desk: Desk) -> tuple[Calibration, ...]:
    """By specialty: how often the range held, and how far final bills lay from the likely sum."""
    return tuple(
        Calibration(desk.shelf.guide.specialty_name(one.specialty), one)
        for one in records(_outcomes(desk))
    )


def past(desk: Desk) -> Past:
    """What final bills say of estimates to come."""
    return past_of(_outcomes(desk))


def record(desk: Desk, registration_id: str) -> None:
    """Keep how the estimate first given for a case compares with its final bill.

    The first is what the patient knew when treatment was agreed; the last holds what is billed.
    To be called in the transaction that issues the invoice.
    """
    given = estimates.of(desk.db, registration_id)
    first, last = given[0], given[-1]
    final = estimate(request_from(dict(last.body)), desk.shelf, desk.forces)
    body = first.body["estimate"]
    main = max(final.billed, key=lambda line: line.charge)
    root = main.hrg[:4] if main.tfc is None and main.admission.kind is None else ""
    estimate_outcomes.add(
        desk.db,
        StoredOutcome(
            registration_id=registration_id,
            estimate_no=first.estimate_no,
            specialty=main.specialty,
            root=root,
            hrg=main.hrg,
            length_of_stay=sum(line.length_of_stay for line in final.billed),
            low=Money.parse(body["low"]),
            likely=first.total,
            high=Money.parse(body["high"]),
            final=final.total,
            recorded_at=desk.moment,
        ),
    )


def _outcomes(desk: Desk) -> tuple[Outcome, ...]:
    return tuple(
        Outcome(
            estimate_no=one.estimate_no,
            specialty=one.specialty,
            root=one.root,
            hrg=one.hrg,
            length_of_stay=one.length_of_stay,
            low=one.low,
            likely=one.likely,
            high=one.high,
            final=one.final,
        )
        for one in estimate_outcomes.newest(desk.db)
    )
