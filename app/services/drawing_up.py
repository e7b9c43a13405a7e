"""Drawing up an invoice of a case: what was decided and estimated, less what was billed before."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from app.billing.invoice import Invoice, Payer
from app.billing.invoice import issue as make_invoice
from app.billing.line import line_from
from app.core.dates import days_after, long
from app.core.errors import BadInput, Known
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.pricing.estimate import EstimateRequest, LineRequest, PricedLine, estimate
from app.pricing.tariff import Admission
from app.residency.findings import charged_lines
from app.services.desk import Desk
from app.services.estimate_standing import to_bill_from
from app.services.estimating import charge_that_stands, request_from
from app.services.payers import LIABLE, payer_of
from app.services.posting import open_invoices_of
from app.services.receiving import held
from app.services.resting import require_no_rest
from app.store import estimates, invoices, registrations
from app.store.registrations import Registration

_CARE = {
    Admission.ELECTIVE: "ELEC",
    Admission.DAY_CASE: "DAYC",
    Admission.NON_ELECTIVE: "NELC",
    Admission.OUTPATIENT_PROCEDURE: "OUTP",
    Admission.OUTPATIENT_ATTENDANCE: "OUTP",
    Admission.MATERNITY: "MATY",
    Admission.CRITICAL_CARE: "CRIT",
}
_CHARGE = {"D": "EEA_DIRECT", "F": "NONEEA"}


def draw_up(
    desk: Desk,
    registration_id: str,
    payer: Payer | None,
    *,
    doc_no: str,
    through: date | None = None,
) -> Invoice:
    """The invoice of a case; with `through`, an interim one for a stay up to that day.

    Raises Known where no one decided to charge, a second check is due, the team lets charging
    rest, there is no estimate or its price is another by now, it had run out on the day of care or
    holds a price nobody confirmed, an invoice is out already, or interim ones came to more.
    """
    found = charge_that_stands(desk, registration_id)
    require_no_rest(desk, registration_id)
    registration = registrations.get(desk.db, registration_id)
    issued = estimates.of(desk.db, registration_id)
    if not issued:
        raise Known("no_estimate", "Make the estimate first: it holds what is charged and why.")
    before = [
        Invoice.from_json(invoices.get(desk.db, doc_no).body)
        for doc_no in open_invoices_of(desk, registration_id)
    ]
    if any(not one.interim for one in before):
        raise Known("already_invoiced", "An invoice is out for this case. Credit it first.")
    kept = issued[-1]
    request = request_from(dict(kept.body))
    on = registration.service_date or desk.today
    priced = to_bill_from(desk, kept, on)
    rates = {line.rate_percent for line in request.lines if line.rate_percent}
    found_rates = {line.rate_percent for line in charged_lines(found.lines)}
    if rates != found_rates or priced.total != kept.total:
        raise Known(
            "estimate_outdated",
            "The rate or price of this case is another than when it was estimated. "
            "Make the estimate again.",
        )
    if through is not None:
        _require_due(desk, registration, before, through)
        priced = estimate(_so_far(request, registration, through), desk.shelf, desk.forces)
    billed = _spread(Money.total(one.total for one in before), priced.billed)
    total = priced.total - Money.total(billed)
    if through is not None and total <= ZERO:
        raise Known("nothing_new", "These days are billed already: nothing more is due for them.")
    in_advance = Money.total(held(desk, one.estimate_no) for one in issued)
    liable = found.liable_party.value if found.liable_party else "patient"
    return make_invoice(
        doc_no=doc_no,
        issued_on=desk.today,
        payer=payer_of(desk, registration, payer, LIABLE[liable]),
        patient_ref=registration.ref,
        lines=tuple(
            line_from(
                line,
                line_no=number,
                service_from=line.on or on,
                service_to=days_after(line.on or on, line.length_of_stay),
                billed_before=already,
                analysis1=_CHARGE.get(registration.category, "OTHER"),
                analysis2=_CARE.get(line.admission, ""),
            )
            for number, (line, already) in enumerate(
                zip(priced.billed, billed, strict=True), start=1
            )
        ),
        advance=in_advance if through is None else min(in_advance, total),
        estimate_no=kept.estimate_no,
        terms_days=desk.finance.terms_days,
        interim=through is not None,
        follows=tuple(one.doc_no for one in before),
    )


def _require_due(
    desk: Desk, registration: Registration, before: Sequence[Invoice], through: date
) -> None:
    """An interim invoice is for days that were, one interval after the last (finance.md 4.1)."""
    begun = registration.service_date or desk.today
    last = max((line.service_to for one in before for line in one.lines), default=begun)
    if through > desk.today:
        raise BadInput("bad_date", "Bill up to today or an earlier day.", "through")
    due = days_after(last, desk.finance.interim_every_days)
    if through < due:
        raise BadInput(
            "not_yet",
            Phrase("The next interim invoice of this stay is due on {day}.", day=long(due)),
            "through",
        )


def _so_far(request: EstimateRequest, registration: Registration, through: date) -> EstimateRequest:
    """The same care priced as if the stay had ended on that day."""
    return replace(
        request, lines=tuple(_until(line, registration, through) for line in request.lines)
    )


def _until(line: LineRequest, registration: Registration, through: date) -> LineRequest:
    begun = line.on or registration.service_date
    if not line.admission.stays_overnight or begun is None:
        return line
    return replace(line, length_of_stay=max(0, (through - begun).days))


def _spread(billed: Money, lines: Sequence[PricedLine]) -> tuple[Money, ...]:
    """What interim invoices came to, taken off the lines in order.

    Raises Known `less_than_interim` where they came to more than all of them.
    """
    found: list[Money] = []
    for line in lines:
        found.append(min(billed, line.charge))
        billed -= found[-1]
    if billed > ZERO:
        raise Known(
            "less_than_interim",
            Phrase(
                "The interim invoices come to {billed} more than the charge. Credit the last one "
                "first.",
                billed=billed,
            ),
        )
    return tuple(found)
