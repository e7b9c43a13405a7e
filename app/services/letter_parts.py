"""What the letters of a case and of an account have in common: choices, addressee, the person."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from app.billing.payer import Payer, PayerType
from app.casework.letter_kinds import LetterKind
from app.core.dates import age_in_years, long
from app.core.errors import BadInput, Known
from app.core.money import Money
from app.core.people import Address, Patient, clean_line, clean_name
from app.core.wording import Phrase
from app.documents.letter import Addressee, Letter
from app.documents.words import LetterPlan
from app.pricing.estimate import Estimate
from app.services.desk import Desk
from app.store import patients
from app.store.letters import DOCTOR, PATIENT
from app.store.registrations import Registration

_ADULT_AT = 18  # reg 4(4): until then whoever has parental responsibility is written to
_MOST_ITEMS = 12
WITH_HEALTH = (LetterKind.ADVICE_REQUEST, LetterKind.ASSISTED_CONCEPTION)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterChoices:
    """What only the person or act that asks for a letter knows; the rest is on file.

    `missing` is what a request asks for; `signer` and `relation` who undertakes to pay where that
    is not the patient; `schedule` the days and sums of a plan that ends after `missed` instalments
    or `late_days`; `report_from` the day a debt may be reported from; `ground` a name of
    money.toml's refund_letter.phrases; `reported` that the Home Office was told; `to_patient` that
    an explanation goes to the patient, who is not the payer. `large_print` None follows the
    patient's needs.
    """

    missing: tuple[str, ...] = ()
    reply_by: date | None = None
    signer: str = ""
    relation: str = ""
    schedule: tuple[tuple[date, Money], ...] = ()
    missed: int = 0
    late_days: int = 0
    report_from: date | None = None
    ground: str = ""
    reported: bool = False
    to_patient: bool = False
    large_print: bool | None = None


NO_CHOICES = LetterChoices()


@dataclass(frozen=True, slots=True, kw_only=True)
class Drafted:
    """A letter not kept yet, the case it is about, and to whom it goes in the register."""

    letter: Letter
    registration: Registration
    doc_no: str | None
    to_whom: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Contents:
    """What a kind of letter needs beside the trust's own: values, lists, rows, how to pay."""

    values: Mapping[str, object]
    lists: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    rows: tuple[tuple[str, ...], ...] = ()
    reference: str = ""
    estimate: Estimate | None = None


def plan_of(desk: Desk, kind: LetterKind) -> LetterPlan:
    """The words of a kind."""
    return desk.press.words.letters[kind.value]


def reply_by(desk: Desk, kind: LetterKind, choices: LetterChoices) -> date:
    """The day asked for, or the usual one; raises BadInput for one that has passed."""
    day = choices.reply_by or desk.today + timedelta(days=plan_of(desk, kind).reply_days)
    if day < desk.today:
        raise BadInput("bad_date", "Give a day to reply by that is still to come.", "reply_by")
    return day


def drafted(
    desk: Desk,
    kind: LetterKind,
    registration: Registration,
    choices: LetterChoices,
    contents: Contents,
    *,
    to: Addressee,
    to_whom: str,
    number: str,
    doc_no: str | None = None,
) -> Drafted:
    """The letter of these contents, on the trust's paper, dated today."""
    patient = patients.get(desk.db, registration.patient_id)
    letter = Letter(
        kind=kind,
        dated=desk.today,
        number=number,
        trust=desk.trust,
        mode=desk.mode,
        logo=desk.logo,
        to=to,
        values=contents.values,
        lists=contents.lists,
        rows=contents.rows,
        reference=contents.reference,
        estimate=contents.estimate,
        large_print=needs_large_print(patient, choices),
    )
    return Drafted(letter=letter, registration=registration, doc_no=doc_no, to_whom=to_whom)


def needs_large_print(patient: Patient, choices: LetterChoices = NO_CHOICES) -> bool:
    """As chosen, else as recorded among the patient's needs."""
    if choices.large_print is not None:
        return choices.large_print
    return patient.reads_large_print


def to_patient(desk: Desk, patient: Patient) -> Addressee:
    """The patient, or whoever is responsible for a child; by hand where nothing may be posted.

    Raises Known `patient_died`: nobody writes to the dead, nor to relatives as if they were liable.
    """
    if patient.died is not None:
        raise Known(
            "patient_died",
            "This patient has died. Write to whoever deals with the estate, and by name.",
        )
    name = " ".join(part for part in (patient.title, patient.name) if part)
    if patient.born is not None and age_in_years(patient.born, desk.today) < _ADULT_AT:
        name = desk.press.words.common.say("guardian_of", name=patient.name)
    return Addressee(name, patient.post_address, patient.not_by_post)


def to_clinician(desk: Desk) -> Addressee:
    """Whoever is in charge of the care; it stays inside the hospital."""
    name = desk.press.words.common.say("the_clinician")
    return Addressee(name, Address(desk.trust.address_lines))


def to_payer(desk: Desk, payer: Payer, patient: Patient) -> Addressee:
    """Whoever the invoice is made out to; the estate, where that is a patient who has died."""
    name = payer.name
    if payer.payer_type is PayerType.PATIENT and patient.died is not None:
        name = desk.press.words.common.say("estate_of", name=patient.name)
    return Addressee(name, payer.address, patient.not_by_post)


def whom(kind: LetterKind) -> str:
    """The addressee of a case's letter, as the register says it."""
    return DOCTOR if kind in WITH_HEALTH else PATIENT


def person(desk: Desk, registration: Registration, patient: Patient) -> dict[str, object]:
    """Who a letter is about, so that the right person's is in the right envelope (hazard H4)."""
    unknown = desk.press.words.common.say("not_known")
    return {
        "ref": registration.ref,
        "patient": patient.name,
        "born": long(patient.born) if patient.born else unknown,
        "nhs_number": str(patient.nhs_number) if patient.nhs_number else unknown,
        "hospital_number": patient.hospital_number,
    }


def one_line(address: Address, countries: Mapping[str, str]) -> str:
    """An address on one line, its country in full."""
    country = countries.get(address.country, address.country)
    return ", ".join(part for part in (*address.lines, address.postcode, country) if part)


def tidied(choices: LetterChoices) -> tuple[tuple[str, ...], str, str]:
    """What was typed, fit for a page: the items, the signer, the relation; raises BadInput."""
    items = tuple(clean_line(item, "missing") for item in choices.missing if item.strip())
    if len(items) > _MOST_ITEMS:
        raise BadInput(
            "too_many",
            Phrase("Ask for at most {most} things at once.", most=_MOST_ITEMS),
            "missing",
        )
    return items, clean_name(choices.signer, "signer"), clean_line(choices.relation, "relation")
