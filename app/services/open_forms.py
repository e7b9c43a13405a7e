"""Finding a paper form again by its code: which case it is of, and what its numbers mean."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.casework.form_code import FormCode, FormKind, read_code
from app.casework.forms import Item, ItemKind, item_from
from app.core.dates import parse_iso
from app.core.errors import Known
from app.core.people import Patient
from app.core.wording import Phrase, phrases
from app.services.answers import answers_of, shown
from app.services.desk import Desk, service
from app.store import form_drafts, forms, patients, registrations
from app.store.forms import StoredForm
from app.store.registrations import Registration

ON_RECORD = Phrase("On record")
PRIVATE = Phrase("Other grounds")


@dataclass(frozen=True, slots=True, kw_only=True)
class FormLine:
    """One number of the form: its words, its boxes, and what is known already."""

    number: int
    text: str
    short: str
    kind: ItemKind
    boxes: tuple[str, ...]
    answered: str
    private: bool  # the overseas visitor team's to see and to key
    gone: bool  # no longer asked: what is keyed becomes a note


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenForm:
    """A printed form, ready to be keyed. `patient` is None until a blank one has its case.

    `typed` is what this person had typed when they last left it unsaved, by number and field.
    """

    form_id: str
    code: str
    kind: FormKind
    ref: str
    registration_id: str
    patient: Patient | None
    printed_on: date
    is_old: bool
    keyed_before: int
    typed: Mapping[str, str]
    lines: tuple[FormLine, ...]


@service(Act.REGISTER)
def open_form(desk: Desk, scanned: str, *, ref: str = "") -> OpenForm:
    """A pre-attendance form by its code; the opening is audited.

    `ref` names the case of one that was printed blank. Raises Known with one sentence where the
    code was misread, is another trust's, another desk's, or unknown here.
    """
    return _opened(desk, scanned, FormKind.PRE_ATTENDANCE, ref)


@service(Act.RECORD_URGENCY)
def open_clinical_form(desk: Desk, scanned: str) -> OpenForm:
    """A clinician's form by its code; raises Known as `open_form` does."""
    return _opened(desk, scanned, FormKind.CLINICIAN, "")


def printed_form(
    desk: Desk, scanned: str, kind: FormKind, ref: str
) -> tuple[StoredForm, Registration | None]:
    """The form that was printed under a code, and its case where it has one.

    Raises Known `another_trust`, `another_desk`, `unknown_form`, `other_form` or `other_case`.
    """
    code = read_code(scanned)
    if code.trust != desk.trust.reference_code:
        raise Known(
            "another_trust",
            "This form is another trust’s. Send it on to them; nothing was kept here.",
            "code",
        )
    form = forms.find(desk.db, code.form_id)
    if form is None or not _is_of(desk, form, code):
        raise _unknown(desk, code)
    if code.kind is not kind:
        raise Known("other_form", _OTHER[code.kind], "code")
    home = _case_of(desk, form)
    named = registrations.by_ref(desk.db, ref) if ref.strip() else None
    if home is not None and named is not None and home.number != named.number:
        raise Known(
            "other_case",
            Phrase(
                "This form belongs to {ref}. Key it in there, or check the reference.", ref=home.ref
            ),
            "ref",
        )
    return form, home or named


def items_of(form: StoredForm) -> tuple[Item, ...]:
    """What stood at each number when it was printed."""
    return tuple(item_from(row) for row in form.items)


_OTHER = phrases(
    {
        FormKind.CLINICIAN: "This is a clinician’s form. A clinician or an officer keys it in.",
        FormKind.PRE_ATTENDANCE: "This is a patient’s form. The desk or an officer keys it in.",
    }
)


def _opened(desk: Desk, scanned: str, kind: FormKind, ref: str) -> OpenForm:
    form, registration = printed_form(desk, scanned, kind, ref)
    with desk.db.atomic():
        subject = registration.registration_id if registration else form.form_id
        desk.audit("form_opened", subject, {"form": form.form_id})
    return OpenForm(
        form_id=form.form_id,
        code="".join(scanned.split()).upper(),
        kind=kind,
        ref=registration.ref if registration else "",
        registration_id=registration.registration_id if registration else "",
        patient=patients.get(desk.db, registration.patient_id) if registration else None,
        printed_on=parse_iso(form.printed_at[:10]),
        is_old=form.rules_version != desk.law.pack.standing.rules_version,
        keyed_before=len(forms.returns(desk.db, form.form_id)),
        typed=form_drafts.get(desk.db, form.form_id, by=desk.person.user_id),
        lines=_lines(
            desk,
            items_of(form),
            registration,
            reads_all=kind is FormKind.CLINICIAN or desk.may(Act.DECIDE_STATUS),
        ),
    )


def _lines(
    desk: Desk,
    items: tuple[Item, ...],
    registration: Registration | None,
    *,
    reads_all: bool,
) -> tuple[FormLine, ...]:
    book = desk.law.questions
    known = answers_of(desk, registration.registration_id) if registration else {}

    def answered(item: Item) -> str:
        if item.question not in known or item.question not in book:
            return ""
        question = book.get(item.question)
        if reads_all or question.asked_by == "clerk":
            return shown(desk, question, known[item.question])
        return ON_RECORD

    def line(item: Item) -> FormLine:
        private = item.sensitive and not reads_all
        return FormLine(
            number=item.number,
            text=PRIVATE if private else item.text,
            short=PRIVATE if private else item.short,
            kind=item.kind,
            boxes=() if private else tuple(box.label for box in item.boxes),
            answered="" if private else answered(item),
            private=private,
            gone=bool(item.question) and item.question not in book,
        )

    return tuple(map(line, items))


def _is_of(desk: Desk, form: StoredForm, code: FormCode) -> bool:
    """Whether the code is the one that was printed on this form."""
    ref = registrations.get(desk.db, form.registration_id).ref if form.registration_id else ""
    return (form.kind, ref) == (code.kind.value, code.ref)


def _case_of(desk: Desk, form: StoredForm) -> Registration | None:
    """The case it was printed for, or that a blank one was first keyed for."""
    if form.registration_id:
        return registrations.get(desk.db, form.registration_id)
    back = forms.returns(desk.db, form.form_id)
    return registrations.get(desk.db, back[0].registration_id) if back else None


def _unknown(desk: Desk, code: FormCode) -> Known:
    device = code.form_id.partition("-")[0]
    if device != desk.device:
        return Known(
            "another_desk",
            Phrase(
                "This form was printed at another desk ({device}). Key it in there.", device=device
            ),
            "code",
        )
    return Known(
        "unknown_form",
        "No such form was printed here. Check the code, or print the form again for the case.",
        "code",
    )
