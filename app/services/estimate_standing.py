"""Which estimate of a case stands, which has run out, and which may be billed from."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from app.access.roles import Act
from app.core.dates import show
from app.core.errors import BadInput, Known, NotAllowed
from app.core.people import clean_line
from app.core.wording import Phrase
from app.pricing.estimate import Estimate, estimate
from app.services.desk import Desk, service
from app.services.estimate_requests import request_from
from app.store import estimate_outcomes, estimates
from app.store.estimates import StoredEstimate


class EstimateState(StrEnum):
    """How an estimate that was given out stands today."""

    STANDS = "stands"
    EXPIRED = "expired"
    REPLACED = "replaced"


def state_of(given: StoredEstimate, *, newest: bool, today: date) -> EstimateState:
    """Only the newest of a case stands, and only to the last day it says."""
    if not newest:
        return EstimateState.REPLACED
    return EstimateState.EXPIRED if given.valid_until < today else EstimateState.STANDS


def to_pay_against(desk: Desk, estimate_no: str) -> StoredEstimate:
    """The estimate a payment in advance may be taken for; raises Known where it does not stand."""
    given = estimates.get(desk.db, estimate_no)
    newest = estimates.of(desk.db, given.registration_id)[-1]
    match state_of(given, newest=newest.estimate_no == estimate_no, today=desk.today):
        case EstimateState.REPLACED:
            raise Known(
                "estimate_replaced",
                Phrase(
                    "Estimate {number} was replaced by {newest}. Use that one.",
                    number=estimate_no,
                    newest=newest.estimate_no,
                ),
            )
        case EstimateState.EXPIRED:
            raise _expired(given)
        case EstimateState.STANDS:
            return given


def to_bill_from(desk: Desk, given: StoredEstimate, day_of_care: date) -> Estimate:
    """The estimate priced again for its bill.

    Raises Known `estimate_expired` where it had run out on the day of care, and
    `provisional_price` where it rests on an average cost that no manager let stand.
    """
    if given.valid_until < min(day_of_care, desk.today):
        raise _expired(given)
    priced = estimate(request_from(dict(given.body)), desk.shelf, desk.forces)
    provisional = any(line.provisional for line in priced.billed)
    if provisional and not estimate_outcomes.is_confirmed(desk.db, given.estimate_no):
        raise Known(
            "provisional_price",
            Phrase(
                "Estimate {number} holds a national average cost, which is provisional. A senior "
                "officer confirms it before it is billed.",
                number=given.estimate_no,
            ),
        )
    return priced


@service(Act.SECOND_CHECK)
def confirm_provisional(desk: Desk, estimate_no: str, note: str) -> None:
    """Let a provisional price be billed; never one's own estimate.

    Raises BadInput `no_note` without a reason, NotAllowed for one's own, Known where there is
    nothing to confirm.
    """
    said = clean_line(note, "note")
    if not said:
        raise BadInput("no_note", "Say why the average cost may be billed.", "note")
    given = estimates.get(desk.db, estimate_no)
    if given.issued_by == desk.person.user_id:
        raise NotAllowed("You made this estimate. Another senior officer confirms its price.")
    priced = estimate(request_from(dict(given.body)), desk.shelf, desk.forces)
    if not any(line.provisional for line in priced.lines):
        raise Known("nothing_provisional", "No price of this estimate is provisional.")
    if estimate_outcomes.is_confirmed(desk.db, estimate_no):
        raise Known("confirmed_already", "Somebody has confirmed the price of this estimate.")
    with desk.db.atomic():
        estimate_outcomes.confirm(
            desk.db, estimate_no, note=said, by=desk.person.user_id, at=desk.moment
        )
        desk.audit("provisional_confirmed", given.registration_id, {"estimate_no": estimate_no})


def _expired(given: StoredEstimate) -> Known:
    return Known(
        "estimate_expired",
        Phrase(
            "Estimate {number} was valid until {day}. Make the estimate again: prices or plans may "
            "have changed.",
            number=given.estimate_no,
            day=show(given.valid_until),
        ),
    )
