"""Printing the paper twin of the questions: the same form, with a code that ties it to its case."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.access.roles import Act
from app.casework.form_code import FormCode, FormKind
from app.casework.forms import build
from app.core.dates import parse_iso
from app.documents.clinician_form import URGENCY, ClinicianForm, clinician_pdf
from app.documents.form_issue import FormIssue
from app.documents.pre_attendance_form import PreAttendanceForm, pre_attendance_pdf
from app.services.answers import answers_of, booking_of, leaving_date
from app.services.desk import Desk, service
from app.services.filing import keep_pdf
from app.services.press import Sheet, sha256
from app.store import forms, patients, registrations
from app.store.forms import StoredForm
from app.store.registrations import Registration


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedForm:
    """A form that was printed. `by_hand` says that it is handed over and never posted."""

    form_id: str
    code: str
    kind: FormKind
    ref: str
    by_hand: bool
    file_id: str
    pdf: bytes

    @property
    def sha256(self) -> str:
        """The hash the kept PDF is known by."""
        return sha256(self.pdf)

    @property
    def name(self) -> str:
        """A file name that says no more than the form's number."""
        return f"form-{self.form_id}.pdf"


@service(Act.REGISTER)
def print_pre_attendance(desk: Desk, ref: str, *, large_print: bool = False) -> PrintedForm:
    """Print the questions before a visit for the case `R-1042`; kept, counted and audited.

    Where the patient needs large print, it is. An address that is not safe stays off the page,
    which is then handed over (hazard H8).
    """
    return _pre_attendance(desk, registrations.by_ref(desk.db, ref), large_print=large_print)


@service(Act.REGISTER)
def print_blank(desk: Desk, *, large_print: bool = False) -> PrintedForm:
    """Print the same form before there is a case: for the day the program is down (hazard H14)."""
    return _pre_attendance(desk, None, large_print=large_print)


@service(Act.RECORD_URGENCY)
def print_clinician(desk: Desk, ref: str, *, large_print: bool = False) -> PrintedForm:
    """Print the clinician's form of a case, with the leaving date beside the choice (hazard H2)."""
    registration = registrations.by_ref(desk.db, ref)
    patient = patients.get(desk.db, registration.patient_id)
    leaves = leaving_date(answers_of(desk, registration.registration_id))
    leaving = parse_iso(leaves) if leaves else None
    booking = booking_of(desk, registration)
    meanings = desk.law.questions.get(URGENCY).help.split(". ")

    def draw(issue: FormIssue) -> Sheet:
        form = ClinicianForm(
            issue=issue,
            patient=patient,
            care=booking.label,
            leaving=leaving,
            definitions=tuple(f"{part.rstrip('.')}." for part in meanings if part),
            maternity=booking.facts["service_type"] == "maternity",
        )
        return partial(clinician_pdf, form)

    issuing = _Issuing(FormKind.CLINICIAN, registration, large_print, leaving)
    return _print(desk, issuing, draw, by_hand=False)


def _pre_attendance(
    desk: Desk, registration: Registration | None, *, large_print: bool
) -> PrintedForm:
    patient = patients.get(desk.db, registration.patient_id) if registration else None
    large = large_print or (patient is not None and patient.reads_large_print)
    return _print(
        desk,
        _Issuing(FormKind.PRE_ATTENDANCE, registration, large, None),
        lambda issue: partial(pre_attendance_pdf, PreAttendanceForm(issue=issue, patient=patient)),
        by_hand=patient is not None and patient.not_by_post,
    )


@dataclass(frozen=True, slots=True)
class _Issuing:
    """Which form is printed, for which case, and the leaving date that stands on it."""

    kind: FormKind
    registration: Registration | None
    large_print: bool
    leaving: date | None


def _print(
    desk: Desk, issuing: _Issuing, draw: Callable[[FormIssue], Sheet], *, by_hand: bool
) -> PrintedForm:
    """Number, draw, keep and audit a form in one transaction."""
    form = build(desk.forms(desk.pack)[issuing.kind], desk.law.questions)
    with desk.db.atomic():
        number = forms.next_number(desk.db)
        code = _code(desk, number, issuing)
        issue = FormIssue(
            code=code,
            form=form,
            rules_version=_version(desk),
            printed_on=desk.today,
            trust=desk.trust,
            mode=desk.mode,
            logo=desk.logo,
            large_print=issuing.large_print,
        )
        pdf = desk.press.draw(draw(issue))
        file_id = _keep(desk, number, issuing, issue, pdf)
    return PrintedForm(
        form_id=code.form_id,
        code=str(code),
        kind=code.kind,
        ref=code.ref,
        by_hand=by_hand,
        file_id=file_id,
        pdf=pdf,
    )


def _keep(desk: Desk, number: int, issuing: _Issuing, issue: FormIssue, pdf: bytes) -> str:
    """File the PDF and note the form with its numbered questions; returns the file's id."""
    code, registration = issue.code, issuing.registration
    name = f"form-{code.form_id}.pdf"
    file_id = keep_pdf(desk, kind=code.kind.value, name=name, pdf=pdf)
    forms.add(
        desk.db,
        StoredForm(
            number=number,
            form_id=code.form_id,
            kind=code.kind.value,
            registration_id=registration.registration_id if registration else None,
            rules_version=issue.rules_version,
            items=tuple(item.as_json() for item in issue.form.items),
            leaving_date=issuing.leaving,
            file_id=file_id,
            printed_by=desk.person.user_id,
            printed_at=desk.moment,
        ),
    )
    subject = registration.registration_id if registration else code.form_id
    desk.audit("form_printed", subject, {"form": code.form_id, "kind": code.kind.value})
    return file_id


def _code(desk: Desk, number: int, issuing: _Issuing) -> FormCode:
    return FormCode(
        trust=desk.trust.reference_code,
        ref=issuing.registration.ref if issuing.registration else "",
        kind=issuing.kind,
        form_id=f"{desk.device}-{number}",
    )


def _version(desk: Desk) -> str:
    return desk.law.pack.standing.rules_version
