"""Pre-attendance estimates: the legal charge worked out beforehand, as a letter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from app.access.roles import Act
from app.casework.review import Choice
from app.casework.urgency import Standing
from app.core.dates import parse_iso
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.documents.estimate_letter import EstimateLetter, estimate_pdf
from app.pricing.estimate import Estimate, EstimateRequest, LineRequest, estimate
from app.pricing.tariff import Admission, Currency, tariff_year_of
from app.pricing.uplift import Rounding
from app.residency.determination import Determination
from app.residency.findings import Charged, charged_lines
from app.services.answers import answers_of, find_out, standing_of
from app.services.casefile import second_check_state
from app.services.desk import Desk, service
from app.services.filing import keep_pdf
from app.store import decisions, estimates, numbers, patients, registrations
from app.store.estimates import StoredEstimate

VISITOR_RATE = 150  # per cent of the national price, where no rule gives another


@dataclass(frozen=True, slots=True)
class PricedChoice:
    """One HRG of a search, with which admissions it has a price for."""

    code: str
    name: str
    prices: str


@dataclass(frozen=True, slots=True)
class IssuedEstimate:
    """An estimate that was given out."""

    estimate_no: str
    total: Money
    file_id: str
    pdf: bytes


@service(Act.MAKE_ESTIMATE)
def search(desk: Desk, registration_id: str, words: str) -> tuple[PricedChoice, ...]:
    """HRGs by code or words in the price list that holds on the day of the case's service.

    Raises Known `no_price` where there is none: another year's is never used.
    """
    registration = registrations.get(desk.db, registration_id)
    edition = desk.shelf.edition(tariff_year_of(registration.service_date or desk.today))
    return tuple(_choice(row) for row in edition.search(words))


@service(Act.MAKE_ESTIMATE)
def preview(desk: Desk, registration_id: str, lines: tuple[LineRequest, ...]) -> Estimate:
    """The estimate as it would be issued; nothing is kept."""
    return estimate(_request(desk, registration_id, lines), desk.shelf, desk.forces)


@service(Act.MAKE_ESTIMATE)
def issue(
    desk: Desk, registration_id: str, *, lines: tuple[LineRequest, ...], treatment: str
) -> IssuedEstimate:
    """Issue the estimate as a letter, kept with its working; an earlier one stays in history."""
    if not treatment.strip():
        raise BadInput("no_treatment", "Say in plain words what the care is.", "treatment")
    request = _request(desk, registration_id, lines)
    priced = estimate(request, desk.shelf, desk.forces)
    valid_until = desk.today + timedelta(days=desk.trust.estimate_valid_days)
    with desk.db.atomic():
        number = numbers.take_next(desk.db, "estimate")
        estimate_no = f"{desk.trust.reference_code}E{number:06d}"
        letter = _letter(desk, registration_id, estimate_no, valid_until, priced, treatment.strip())
        pdf = estimate_pdf(letter, desk.press.fonts, desk.press.words)
        file_id = keep_pdf(desk, kind="estimate", name=f"{estimate_no}.pdf", pdf=pdf)
        estimates.add(
            desk.db,
            StoredEstimate(
                estimate_id=desk.ids.new(),
                estimate_no=estimate_no,
                registration_id=registration_id,
                body={
                    "request": _request_json(request, priced),
                    "estimate": priced.as_json(),
                    "treatment": treatment.strip(),
                    "payment_first": letter.payment_first,
                },
                total=priced.total,
                issued_on=desk.today,
                valid_until=valid_until,
                issued_by=desk.person.user_id,
                file_id=file_id,
            ),
        )
        desk.audit("estimate_issued", registration_id, {"estimate_no": estimate_no})
        decision = decisions.latest(desk.db, registration_id)
        if decision is not None and second_check_state(desk, decision) == "needed":
            registrations.set_review(desk.db, registration_id, "second_check")
    return IssuedEstimate(estimate_no, priced.total, file_id, pdf)


@service(Act.VIEW_ESTIMATE)
def payment_first_stands(desk: Desk, registration_id: str) -> bool:
    """Whether a request to be paid first may stand now; false the moment care may not wait.

    A leaving date changed after the clinician's form withdraws it (hazards H1, H2).
    """
    return _may_ask_first(desk, registration_id)[0]


def request_from(kept: dict[str, Any]) -> EstimateRequest:
    """The request an issued estimate was priced from, its edition pinned."""
    body = kept["request"]
    return EstimateRequest(
        provider=body["provider"],
        tariff_year=body["tariff_year"],
        edition=body["edition"],
        mff=Decimal(body["mff"]),
        rounding=Rounding(body["rounding"]),
        lines=tuple(_line(row) for row in body["lines"]),
    )


def _line(row: dict[str, Any]) -> LineRequest:
    return LineRequest(
        id=row["id"],
        admission=Admission(row["admission"]),
        hrg=row["hrg"],
        root=row["root"],
        rate_percent=row["rate_percent"],
        length_of_stay=row["length_of_stay"],
        on=parse_iso(row["on"]) if row["on"] else None,
    )


def _request_json(request: EstimateRequest, priced: Estimate) -> dict[str, Any]:
    return {
        "provider": request.provider,
        "tariff_year": request.tariff_year,
        "edition": priced.edition,
        "mff": f"{priced.mff:f}",
        "rounding": request.rounding.value,
        "lines": [
            {
                "id": line.id,
                "admission": line.admission.value,
                "hrg": line.hrg,
                "root": line.root,
                "rate_percent": line.rate_percent,
                "length_of_stay": line.length_of_stay,
                "on": line.on.isoformat() if line.on else None,
            }
            for line in request.lines
        ],
    }


def _request(desk: Desk, registration_id: str, lines: tuple[LineRequest, ...]) -> EstimateRequest:
    """Dates, year and rate come from the case, not from whoever asks for the estimate."""
    if not lines:
        raise BadInput("no_lines", "Add at least one line to estimate.", "lines")
    registration = registrations.get(desk.db, registration_id)
    on = registration.service_date or desk.today
    rate = _rate(desk, registration_id)
    return EstimateRequest(
        provider=desk.trust.provider_code,
        tariff_year=tariff_year_of(on),
        mff=desk.trust.market_forces_factor,
        lines=tuple(replace(line, on=line.on or on, rate_percent=rate) for line in lines),
    )


def _rate(desk: Desk, registration_id: str) -> int:
    """The rate of the case as decided; before a decision that of a visitor (finance.md 1)."""
    decision = decisions.latest(desk.db, registration_id)
    if decision is None:
        return VISITOR_RATE
    if Choice(decision.choice) not in (Choice.CHARGE, Choice.CANNOT_TELL):
        raise Known("decided_free", "This care was decided to be free. There is nothing to price.")
    found = find_out(desk, registration_id, certified=decision.certified)
    rates = {line.rate_percent for line in charged_lines(found.lines)}
    if len(rates) > 1:
        raise Known(
            "several_rates",
            "The days of this stay are charged at more than one rate, and an estimate has one. "
            "Register the days of each rate on their own.",
        )
    return next(iter(rates), None) or VISITOR_RATE


def _letter(
    desk: Desk,
    registration_id: str,
    estimate_no: str,
    valid_until: date,
    priced: Estimate,
    treatment: str,
) -> EstimateLetter:
    registration = registrations.get(desk.db, registration_id)
    payment_first, standing = _may_ask_first(desk, registration_id)
    record = standing.record
    return EstimateLetter(
        estimate_no=estimate_no,
        issued_on=desk.today,
        valid_until=valid_until,
        trust=desk.trust,
        mode=desk.mode,
        patient=patients.get(desk.db, registration.patient_id),
        estimate=priced,
        treatment=treatment,
        urgency=standing.urgency,
        payment_first=payment_first and not _needs_a_look(desk, registration_id, priced.total),
        clinician=record.clinician_name if record else "",
        decided_on=parse_iso(record.decided_at[:10]) if record else None,
        notices=_notices(desk),
    )


def _needs_a_look(desk: Desk, registration_id: str, total: Money) -> bool:
    """Whether this very sum calls for a second person, who has not looked yet."""
    decision = decisions.latest(desk.db, registration_id)
    looked = decision is not None and decisions.check_of(desk.db, decision.decision_id)
    return total.pence >= desk.trust.second_check_from_pence and not looked


def _may_ask_first(desk: Desk, registration_id: str) -> tuple[bool, Standing]:
    registration = registrations.get(desk.db, registration_id)
    standing = standing_of(desk, registration, answers_of(desk, registration_id))
    try:
        found = charge_that_stands(desk, registration_id)
    except Known:
        return False, standing
    owed = charged_lines(found.lines)
    asks = bool(owed) and all(line.may_ask_payment_first for line in owed)
    return standing.may_wait and asks, standing


def _notices(desk: Desk) -> tuple[str, ...]:
    """An expired rule pack stamps every estimate (hazard H9)."""
    if not desk.pack.manifest.has_expired(desk.today):
        return ()
    return ("The charging rules used here are due to be checked; the charge may change.",)


def _choice(row: Currency) -> PricedChoice:
    priced = [one.words for one in Admission if row.price(one) is not None]
    return PricedChoice(row.code, row.name, ", ".join(priced))


def charge_that_stands(desk: Desk, registration_id: str) -> Determination:
    """What the law says now of a case a person decided to charge (hazard H5).

    Raises Known unless a person decided to charge, any second look agreed, and the answers as
    they stand today still support it: what came in after the decision counts.
    """
    decision = decisions.latest(desk.db, registration_id)
    if decision is None or Choice(decision.choice) is not Choice.CHARGE:
        raise Known("not_decided", "No officer has decided that this care is charged.")
    if second_check_state(desk, decision) in ("needed", "returned"):
        raise Known("second_check_due", "A second person has yet to check this decision.")
    found = find_out(desk, registration_id, certified=decision.certified)
    waiting = registrations.get(desk.db, registration_id).review == "waiting"
    if waiting or found.chargeable not in (Charged.YES, Charged.PARTLY):
        raise Known(
            "review_due",
            "New answers came in after this decision. Ask the officer to decide again.",
        )
    return found
