"""An officer hands a case to finance to be invoiced; invoicing is finance's act in the matrix."""

from __future__ import annotations

from app.access.roles import Act
from app.core.errors import Known
from app.services.desk import Desk, service
from app.services.estimate_standing import to_bill_from
from app.services.estimating import charge_that_stands
from app.services.posting import invoice_of, open_invoices_of
from app.services.resting import require_no_rest
from app.store import billing_requests, decisions, estimates, registrations


@service(Act.MAKE_ESTIMATE)
def hand_over(desk: Desk, registration_id: str) -> str:
    """Put a case at the head of finance's list of what to invoice; returns its reference.

    One that is there already stays there.

    Raises Known for what it still lacks, in the order an officer would see to it: a decision to
    charge, the second person's word, an estimate that stands, an end to what lets charging rest.
    """
    charge_that_stands(desk, registration_id)
    registration = registrations.get(desk.db, registration_id)
    issued = estimates.of(desk.db, registration_id)
    if not issued:
        raise Known("no_estimate", "Make the estimate first: it holds what is charged and why.")
    to_bill_from(desk, issued[-1], registration.service_date or desk.today)
    require_no_rest(desk, registration_id)
    if any(not invoice_of(desk, one).interim for one in open_invoices_of(desk, registration_id)):
        raise Known("already_invoiced", "An invoice is out for this case already.")
    decision = decisions.latest(desk.db, registration_id)
    if decision and billing_requests.asked_at(desk.db, registration_id) >= decision.decided_at:
        return registration.ref
    with desk.db.atomic():
        billing_requests.add(desk.db, registration_id, by=desk.person.user_id, at=desk.moment)
        desk.audit("sent_to_finance", registration_id)
    return registration.ref
