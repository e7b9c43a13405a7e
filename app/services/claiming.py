"""Claims: an officer takes down the entitlement, finance the treatment, and the state is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.billing.claims.checks import Finding, check, check_against, holder_of, is_ready
from app.billing.claims.claim import Claim, Entitlement, Treatment, Worth, worth_of
from app.billing.claims.terms import ClaimType, Reporting
from app.casework.review import Choice
from app.core.dates import age_in_years, parse_date
from app.core.errors import BadInput, Known
from app.core.people import clean_line
from app.core.wording import Phrase
from app.pricing.estimate import Estimate, EstimateRequest, LineRequest, estimate
from app.pricing.tariff import tariff_year_of
from app.services.desk import Desk, service
from app.services.entitlements import EntitlementForm, form_of, keep_form, read_form
from app.services.estimate_requests import factor_of
from app.services.estimating import request_from
from app.store import claims as store
from app.store import estimates, patients, registrations
from app.store.claims import ClaimCase, StoredReport, StoredTreatment

FULL_RATE = 100  # per cent of the price: a claim carries no 150 (charging-rules.md 6.1)
_WAITING = ("waiting", "second_check")


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimFile:
    """One claim as it stands. `worth` is None until there is a treatment."""

    registration_id: str
    patient: str
    claim: Claim
    type_label: str
    type_short: str
    reporting: Reporting
    findings: tuple[Finding, ...]
    worth: Worth | None
    versions: tuple[int, int]  # of entitlement and treatment, 0 where there is none
    reported_at: str = ""
    changed_since: bool = False  # something was entered after it was reported

    @property
    def ready(self) -> bool:
        """Whether it goes into the next pack."""
        reported = bool(self.claim.portal_id) and not self.changed_since
        return self.reporting.goes_into_a_pack and is_ready(self.findings) and not reported


@service(Act.DECIDE_STATUS)
def entitlement_form(desk: Desk, registration_id: str) -> EntitlementForm:
    """The form with what is known already: the last entry, else the patient and the answers."""
    return form_of(desk, registration_id)


@service(Act.DECIDE_STATUS)
def keep_entitlement(
    desk: Desk, registration_id: str, type_id: str, typed: Mapping[str, str]
) -> tuple[Finding, ...]:
    """Keep a card or certificate as typed; returns what is still missing or odd about it.

    What is missing can be entered later. Raises BadInput for a value no such field can hold.
    """
    terms = desk.claims
    entitlement = read_form(desk, type_id, typed)
    with desk.db.atomic():
        keep_form(desk, registration_id, entitlement)
    of_card = {field.id for field in terms.types[type_id].fields}
    claim = Claim(ref="", category="", entitlement=entitlement, treatment=None)
    return tuple(one for one in check(claim, terms) if one.field in of_card)


@service(Act.INVOICE)
def claims(desk: Desk) -> tuple[ClaimFile, ...]:
    """Every case with a card or certificate, and every one decided to be covered by one."""
    return _all(desk)


@service(Act.INVOICE)
def estimated_lines(desk: Desk, registration_id: str) -> tuple[LineRequest, ...]:
    """The care as last estimated, to begin the treatment from; none where nothing was."""
    issued = estimates.of(desk.db, registration_id)
    return request_from(dict(issued[-1].body)).lines if issued else ()


@service(Act.INVOICE)
def keep_treatment(
    desk: Desk,
    registration_id: str,
    *,
    started: str,
    ended: str,
    lines: tuple[LineRequest, ...],
    reason: str = "",
) -> ClaimFile:
    """Keep what was done and its full cost: every line at 100 per cent, in its own year's prices.

    Days as people type them; `ended` may be empty while the treatment lasts. Raises Known as
    pricing does, and BadInput for days that cannot be.
    """
    began = parse_date(started, desk.today, field="started")
    over = parse_date(ended, desk.today, field="ended") if ended.strip() else None
    if over is not None and over < began:
        raise BadInput("bad_date", "The end is before the start. Check both days.", "ended")
    if began > desk.today or (over is not None and over > desk.today):
        field = "started" if began > desk.today else "ended"
        raise BadInput("bad_date", "A treatment is reported after it was given.", field)
    patient = patients.get(desk.db, registrations.get(desk.db, registration_id).patient_id)
    priced = _priced(desk, lines, on=over or began, born=patient.born)
    with desk.db.atomic():
        store.add_treatment(
            desk.db,
            StoredTreatment(
                registration_id=registration_id,
                started_on=began,
                ended_on=over,
                cost=priced.total,
                body={"estimate": priced.as_json(), "reason": clean_line(reason, "reason")},
                entered_by=desk.person.user_id,
                entered_at=desk.moment,
            ),
        )
        desk.audit("treatment_entered", registration_id, {"cost": priced.total.plain})
    return _file_of(desk, registration_id)


@service(Act.INVOICE)
def mark_reported(desk: Desk, registration_id: str, portal_id: str) -> ClaimFile:
    """Keep the id that the portal gave a treatment; raises Known where it was not ready."""
    number = clean_line(portal_id, "portal_id")
    if not number:
        raise BadInput("no_portal_id", "Enter the treatment id from the portal.", "portal_id")
    found = _file_of(desk, registration_id)
    if not found.ready:
        raise Known("not_ready", _why_not(found))
    entitlement, treatment = found.versions
    with desk.db.atomic():
        store.add_report(
            desk.db,
            StoredReport(
                registration_id=registration_id,
                portal_id=number,
                entitlement_version=entitlement,
                treatment_version=treatment,
                reported_by=desk.person.user_id,
                reported_at=desk.moment,
            ),
        )
        desk.audit("claim_reported", registration_id, {"portal_id": number})
    return _file_of(desk, registration_id)


def claim_files(desk: Desk) -> tuple[ClaimFile, ...]:
    """Every claim as it stands, for the services that checked who asks."""
    return _all(desk)


def _all(desk: Desk) -> tuple[ClaimFile, ...]:
    cases = store.cases(desk.db, Choice.EUROPEAN_CARD.value)
    made = [(case, _claim(desk, case)) for case in cases]
    others = _by_holder(desk, [claim for _, claim in made])
    return tuple(_file(desk, case, claim, others) for case, claim in made)


def _by_holder(desk: Desk, made: list[Claim]) -> dict[tuple[str, ...], list[Claim]]:
    """Claims on one entitlement together, so that each is held against these alone."""
    found: dict[tuple[str, ...], list[Claim]] = {}
    for claim in made:
        if claim.entitlement and (holder := holder_of(claim.entitlement, desk.claims)):
            found.setdefault(holder, []).append(claim)
    return found


def _file_of(desk: Desk, registration_id: str) -> ClaimFile:
    found = [one for one in _all(desk) if one.registration_id == registration_id]
    if not found:
        raise Known("no_claim", "Nobody has entered a card or certificate for this case.")
    return found[0]


def _file(
    desk: Desk, case: ClaimCase, claim: Claim, others: Mapping[tuple[str, ...], list[Claim]]
) -> ClaimFile:
    terms = desk.claims
    type_ = terms.types[claim.entitlement.type] if claim.entitlement else None
    reporting = _reporting(desk, case, type_)
    report = store.report_of(desk.db, case.registration_id)
    now = _versions(desk, case.registration_id)
    known = (report.entitlement_version, report.treatment_version) if report else now
    holder = holder_of(claim.entitlement, terms) if claim.entitlement else None
    same = others.get(holder, []) if holder else []
    findings = (*check(claim, terms), *check_against(claim, same, terms))
    return ClaimFile(
        registration_id=case.registration_id,
        patient=f"{case.family_name.upper()}, {case.given_names}".rstrip(", "),
        claim=claim,
        type_label=type_.label if type_ else "",
        type_short=type_.short if type_ else "",
        reporting=reporting,
        findings=tuple(sorted(findings, key=lambda one: not one.stops)),
        worth=worth_of(claim.treatment.cost, terms.trust_share) if claim.treatment else None,
        versions=now,
        reported_at=report.reported_at if report else "",
        changed_since=known != now,
    )


def _claim(desk: Desk, case: ClaimCase) -> Claim:
    entitlement = store.entitlement_of(desk.db, case.registration_id)
    treatment = store.treatment_of(desk.db, case.registration_id)
    report = store.report_of(desk.db, case.registration_id)
    return Claim(
        ref=case.ref,
        category=case.category,
        entitlement=Entitlement(entitlement.type, entitlement.body) if entitlement else None,
        treatment=_treatment(treatment) if treatment else None,
        portal_id=report.portal_id if report else "",
    )


def _treatment(kept: StoredTreatment) -> Treatment:
    lines = kept.body["estimate"]["lines"]
    return Treatment(
        started=kept.started_on,
        ended=kept.ended_on,
        cost=kept.cost,
        care=tuple(f"{line['hrg'] or line['tfc'] or ''} {line['name']}".strip() for line in lines),
        reason=kept.body["reason"],
    )


def _versions(desk: Desk, registration_id: str) -> tuple[int, int]:
    entitlement = store.entitlement_of(desk.db, registration_id)
    treatment = store.treatment_of(desk.db, registration_id)
    return (
        entitlement.version if entitlement else 0,
        treatment.version if treatment else 0,
    )


def _reporting(desk: Desk, case: ClaimCase, type_: ClaimType | None) -> Reporting:
    waits = registrations.get(desk.db, case.registration_id).review in _WAITING
    if waits or type_ is None:
        return Reporting.UNDECIDED if waits else Reporting.REPORT
    return type_.reporting_for(case.category)


def _priced(desk: Desk, lines: tuple[LineRequest, ...], *, on: date, born: date | None) -> Estimate:
    if not lines:
        raise BadInput("no_lines", "Enter the care that was given.", "lines")
    if any(line.root is not None for line in lines):
        raise BadInput("no_hrg", "Enter the HRG as coded, such as HN12F, not its group.", "lines")
    request = EstimateRequest(
        provider=desk.trust.provider_code,
        tariff_year=tariff_year_of(on),
        mff=factor_of(desk, tariff_year_of(on)),
        rounding=desk.finance.rounding,
        lines=tuple(_in_full(line, on=on, born=born) for line in lines),
    )
    return estimate(request, desk.shelf, desk.forces)


def _in_full(line: LineRequest, *, on: date, born: date | None) -> LineRequest:
    """A line at its whole price; a national average is no price to claim by."""
    return replace(
        line,
        rate_percent=FULL_RATE,
        on=on,
        longest_stay=None,
        provisional=False,
        age=age_in_years(born, on) if born is not None and born <= on else None,
    )


def _why_not(found: ClaimFile) -> Phrase:
    if found.claim.portal_id and not found.changed_since:
        return Phrase(
            "This treatment was reported already. Correct it first, then report it again."
        )
    stops = [one.sentence for one in found.findings if one.stops]
    return stops[0] if stops else Phrase("This case is not one to report. Look at its category.")
