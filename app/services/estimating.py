"""Pre-attendance estimates: the legal charge worked out beforehand, as a letter."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from app.access.roles import Act
from app.casework.review import Choice
from app.casework.urgency import Standing
from app.core.dates import parse_iso
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.wording import Phrase
from app.documents.estimate_letter import EstimateLetter, Replaced, estimate_pdf
from app.documents.estimate_working import FreeDays
from app.pricing.estimate import Estimate, EstimateRequest, LineRequest, estimate
from app.pricing.versions import Version, difference
from app.residency.determination import Determination
from app.residency.findings import Charged, charged_lines
from app.services.answers import answers_of, find_out, standing_of
from app.services.calibrating import past
from app.services.casefile import second_check_state
from app.services.desk import Desk, service
from app.services.disputes import require_undisputed
from app.services.estimate_requests import last_asked, request_from, request_json, request_of
from app.services.filing import keep_pdf
from app.store import decisions, estimates, numbers, patients, registrations
from app.store.estimates import StoredEstimate

__all__ = [
    "IssuedEstimate",
    "begun",
    "charge_that_stands",
    "draft",
    "issue",
    "payment_first_stands",
    "preview",
    "request_from",
]

_RULES_DUE = Phrase("The charging rules used here are due to be checked; the charge may change.")
NO_NUMBER = Phrase("not issued yet")
# Which words of the letter say who pays instead of the patient, by the group that was found.
_COVER = {
    "tca_ehic": "ehic",
    "tca_s1": "s1",
    "uk_s1_pensioner": "s1",
    "uk_s1_pensioner_family": "s1",
    "tca_s2": "s2",
    "ihs_s2_visa": "s2",
}


@dataclass(frozen=True, slots=True)
class IssuedEstimate:
    """An estimate that was given out."""

    estimate_no: str
    total: Money
    file_id: str
    pdf: bytes


@service(Act.MAKE_ESTIMATE)
def preview(desk: Desk, registration_id: str, lines: tuple[LineRequest, ...]) -> Estimate:
    """The estimate as it would be issued; nothing is kept."""
    return _priced(desk, request_of(desk, registration_id, lines))


@service(Act.MAKE_ESTIMATE)
def begun(desk: Desk, registration_id: str) -> tuple[tuple[LineRequest, ...], str]:
    """What the next estimate begins with: lines and words of the last one, none at first."""
    return last_asked(desk, registration_id)


@service(Act.MAKE_ESTIMATE)
def draft(
    desk: Desk, registration_id: str, *, lines: tuple[LineRequest, ...], treatment: str
) -> bytes:
    """The letter as it would be issued, to be read before it is; it has no number yet."""
    request = request_of(desk, registration_id, lines)
    letter = _letter(
        desk,
        registration_id,
        estimate_no=NO_NUMBER,
        priced=_priced(desk, request),
        treatment=_said(treatment),
    )
    return desk.press.draw(partial(estimate_pdf, letter))


@service(Act.MAKE_ESTIMATE)
def issue(
    desk: Desk, registration_id: str, *, lines: tuple[LineRequest, ...], treatment: str
) -> IssuedEstimate:
    """Issue the estimate as a letter, kept with its working; an earlier one stays in history.

    Raises Known `in_dispute` while the case has two versions: a letter is of one of them.
    """
    require_undisputed(desk, registration_id)
    said = _said(treatment)
    request = request_of(desk, registration_id, lines)
    priced = _priced(desk, request)
    with desk.db.atomic():
        number = numbers.take_next(desk.db, "estimate")
        estimate_no = f"{desk.trust.reference_code}E{number:06d}"
        letter = _letter(
            desk, registration_id, estimate_no=estimate_no, priced=priced, treatment=said
        )
        pdf = desk.press.draw(partial(estimate_pdf, letter))
        file_id = keep_pdf(desk, kind="estimate", name=f"{estimate_no}.pdf", pdf=pdf)
        estimates.add(
            desk.db,
            StoredEstimate(
                estimate_id=desk.ids.new(),
                estimate_no=estimate_no,
                registration_id=registration_id,
                body={
                    "request": request_json(request, priced),
                    "estimate": priced.as_json(),
                    "treatment": said,
                    "payment_first": letter.payment_first,
                    "no_charge": letter.no_charge,
                    "replaces": letter.replaces.estimate_no if letter.replaces else None,
                },
                total=priced.total,
                issued_on=desk.today,
                valid_until=letter.valid_until,
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

    A leaving date changed after the clinician's form withdraws it (hazards H1, H2), and so does
    the end of the estimate it was made with.
    """
    given = estimates.of(desk.db, registration_id)
    has_expired = bool(given) and given[-1].valid_until < desk.today
    return not has_expired and _may_ask_first(desk, registration_id)[0]


def _said(treatment: str) -> str:
    """The care in plain words, as the letter says it; raises BadInput where nothing was said."""
    said = treatment.strip()
    if not said:
        raise BadInput("no_treatment", "Say in plain words what the care is.", "treatment")
    return said


def _priced(desk: Desk, request: EstimateRequest) -> Estimate:
    return estimate(request, desk.shelf, desk.forces, past(desk))


def _letter(
    desk: Desk, registration_id: str, *, estimate_no: str, priced: Estimate, treatment: str
) -> EstimateLetter:
    registration = registrations.get(desk.db, registration_id)
    patient = patients.get(desk.db, registration.patient_id)
    payment_first, standing = _may_ask_first(desk, registration_id)
    record = standing.record
    return EstimateLetter(
        estimate_no=estimate_no,
        issued_on=desk.today,
        valid_until=desk.today + timedelta(days=desk.trust.estimate_valid_days),
        trust=desk.trust,
        mode=desk.mode,
        logo=desk.logo,
        patient=patient,
        large_print=patient.reads_large_print,
        estimate=priced,
        treatment=treatment,
        urgency=standing.urgency,
        payment_first=payment_first and not _needs_a_look(desk, registration_id, priced.total),
        clinician=record.clinician_name if record else "",
        decided_on=parse_iso(record.decided_at[:10]) if record else None,
        notices=_notices(desk),
        no_charge=_no_charge(desk, registration_id),
        replaces=_replaced(desk, registration_id, priced),
        free=_free_days(desk, registration_id),
    )


def _replaced(desk: Desk, registration_id: str, priced: Estimate) -> Replaced | None:
    """The estimate that stood before, and how this one differs from it."""
    given = estimates.of(desk.db, registration_id)
    if not given:
        return None
    last = given[-1]
    before = Version.from_json(last.body["estimate"])
    return Replaced(last.estimate_no, last.issued_on, difference(before, Version.of(priced)))


def _no_charge(desk: Desk, registration_id: str) -> str:
    """Who pays instead of the patient, where another country does."""
    decision = decisions.latest(desk.db, registration_id)
    if decision is None or Choice(decision.choice) is not Choice.EUROPEAN_CARD:
        return ""
    found = find_out(desk, registration_id, certified=decision.certified)
    groups = (line.group for line in found.lines if line.group is not None)
    return next((_COVER[group] for group in groups if group in _COVER), "cover")


def _free_days(desk: Desk, registration_id: str) -> tuple[FreeDays, ...]:
    """The days of a stay that were decided to be free beside others that are charged."""
    decision = decisions.latest(desk.db, registration_id)
    if decision is None or Choice(decision.choice) is not Choice.CHARGE:
        return ()
    found = find_out(desk, registration_id, certified=decision.certified)
    return tuple(
        FreeDays(*line.days)
        for line in found.lines
        if line.charged is Charged.NO and line.days is not None
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
    return (_RULES_DUE,)


def charge_that_stands(desk: Desk, registration_id: str) -> Determination:
    """What the law says now of a case a person decided to charge (hazard H5).

    Raises Known unless a person decided to charge, any second look agreed, and the answers as
    they stand today still support it: what came in after the decision counts.
    """
    require_undisputed(desk, registration_id)
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
