"""A made-up morning through the very services the window uses (docs/cli.md, `demo`)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from app.access.roles import Role
from app.billing.payment import Method
from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.money import Money
from app.core.nhs_number import NHSNumber, check_digit
from app.core.people import Address, Patient
from app.core.trust import Mode, Trust
from app.machine import FixedClock, SeededIds
from app.opening import create_desk
from app.pricing.made_up import made_up_edition
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission, tariff_year_of
from app.residency.questions import AnswerState
from app.services import (
    claiming,
    estimating,
    finding,
    invoicing,
    particulars,
    receiving,
    registration,
    review,
    signin,
)
from app.services.desk import Desk
from app.store.crypto import Cost

DEFAULT_MOMENT = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
PASSWORD = "demo demo demo"
PRICED_YEAR = "2025/26"
_COST = Cost(iterations=1, memory_kib=1024)  # a demo protects nobody (docs/decisions/0004)
_BETWEEN_ACTS = timedelta(seconds=40)

PEOPLE = (
    ("clerk", "J. Patel", (Role.CLERK,)),
    ("officer", "M. Adeyemi", (Role.OFFICER,)),
    ("senior", "S. Byrne", (Role.OFFICER, Role.SENIOR)),
    ("finance", "F. Marsh", (Role.FINANCE,)),
    ("clinician", "Dr A. Roy", (Role.CLINICIAN,)),
    ("auditor", "U. Okoye", (Role.AUDITOR,)),
)
TRUST = Trust(
    name="Harbour Made-up Hospitals",
    provider_code="R1H",
    reference_code="R1H",
    address_lines=("1 Test Street", "London", "E1 1ZZ"),
    phone="020 7946 0000",
    email="overseas@example.org",
    payment_details=("By bank transfer: sort code 00-00-00, account 00000000",),
    market_forces_factor=Decimal("1.148886"),
)


@dataclass(slots=True)
class Morning:
    """What the morning made, in the order it happened."""

    estimates: list[estimating.IssuedEstimate] = field(default_factory=list)
    invoices: list[invoicing.Issued] = field(default_factory=list)
    receipts: list[invoicing.Issued] = field(default_factory=list)


def make_demo_desk(folder: Path, *, moment: datetime, seed: int, device: str = "D01") -> Desk:
    """A demo store with one person of every role; `PASSWORD` signs each of them in.

    Where no shipped price list holds on that day, the made-up trust brings a made-up edition.
    """
    clock = FixedClock(moment)
    desk = create_desk(
        folder,
        mode=Mode.DEMO,
        trust=TRUST,
        device=device,
        place="Desk 3",
        clock=clock,
        ids=SeededIds(seed, clock),
        password_cost=_COST,
    )
    bring_prices(desk)
    signin.first_administrator(desk, name="admin", display_name="A. Admin", password=PASSWORD)
    with _as(desk, "admin"):
        for name, shown, roles in PEOPLE:
            signin.add_person(desk, name=name, display_name=shown, password=PASSWORD, roles=roles)
    return desk


def bring_prices(desk: Desk) -> None:
    """Give a demo desk a made-up edition for its own year, labelled so, where none ships."""
    year = tariff_year_of(desk.today)
    if year not in {edition.tariff_year for edition in desk.shelf.editions}:
        made_up = made_up_edition(desk.shelf.edition(PRICED_YEAR), year)
        desk.shipped = desk.shipped.with_edition(made_up)
        desk.shelf = desk.shelf.with_edition(made_up)


def live_the_morning(desk: Desk, *, seed: int) -> Morning:
    """Register, decide, estimate, invoice and take a payment; everybody acts as themselves."""
    made = Morning()
    cast = _Cast(seed)
    with _as(desk, "clerk"):
        _resident(desk, cast)
        visitor = _visitor(desk, cast)
        card = _card_holder(desk, cast)
        asylum = _newcomer(desk, cast)
        french = _without_card(desk, cast)
        _unconscious(desk, cast)
    with _as(desk, "clinician"):
        _form(desk, visitor, Urgency.NON_URGENT, need_arose="no", necessary="no")
        _form(desk, card, Urgency.URGENT, need_arose="yes", necessary="yes")
        _form(desk, french, Urgency.URGENT, need_arose="yes", necessary="no")
    with _as(desk, "officer"):
        _charge_visitor(desk, visitor)
        _free_card_holder(desk, card)
        _enter_card(desk, card)
        _free_asylum_seeker(desk, asylum)
        _charge_french(desk, french)
        made.estimates.append(
            _estimate(desk, visitor, "HN12F", Admission.ELECTIVE, 3, "Planned hip operation")
        )
        made.estimates.append(
            _estimate(desk, french, "HC72A", Admission.ELECTIVE, 0, "Treatment of the back")
        )
    with _as(desk, "senior"):
        review.second_check(desk, visitor, agree=True, note="Agreed with the officer.")
    with _as(desk, "finance"):
        for case in (visitor, french):
            made.invoices.append(invoicing.issue(desk, case))
        paid = made.invoices[0]
        made.receipts.append(
            receiving.take_payment(
                desk,
                paid.doc_no,
                amount=Money(500_000),
                method=Method.CARD_TERMINAL,
                provider_ref="TID12345678-0099",
            )
        )
        _enter_treatment(desk, card)
    return made


def leave_some_waiting(desk: Desk, *, seed: int) -> None:
    """A few more arrivals whom nobody has looked at yet, so that there is work to try."""
    cast = _Cast(seed + 1)
    with _as(desk, "clerk"):
        for family, given, born, country, code, document in _WAITING:
            patient = Patient(
                patient_id="",
                family_name=family,
                given_names=given,
                born=born,
                nhs_number=cast.nhs_number(),
                phone="07700 900456",
            )
            _abroad(
                desk,
                patient,
                "outpatient",
                country=country,
                code=code,
                leaving="+2w",
                document=document,
            )


_WAITING = (
    ("Kowalska", "Łucja", date(1994, 2, 11), "Poland", "PL", "ehic"),
    ("Nguyễn", "Thị Hoa", date(1959, 9, 3), "Vietnam", "VN", "none"),
    ("陈", "伟", date(1988, 12, 30), "China", "CN", "none"),
    ("शर्मा", "अनिता", date(1971, 4, 17), "India", "IN", "none"),
    ("O'Neill", "Ciara", date(2003, 6, 21), "Ireland", "IE", "none"),
)


class _Cast:
    """Made-up numbers in the range that is never issued."""

    def __init__(self, seed: int) -> None:
        self._next = 999_100_000 + seed % 100_000 * 8

    def nhs_number(self) -> NHSNumber:
        while check_digit(str(self._next)) is None:
            self._next += 1
        digits = f"{self._next}{check_digit(str(self._next))}"
        self._next += 1
        return NHSNumber.parse(digits)


@contextmanager
def _as(desk: Desk, name: str) -> Iterator[None]:
    signin.sign_in(desk, name, PASSWORD)
    try:
        yield
    finally:
        signin.sign_out(desk)


def _tick(desk: Desk) -> None:
    """Time passes between acts, on a clock that was set; the machine's own needs no help."""
    if isinstance(desk.clock, FixedClock):
        desk.clock.set(desk.clock.now() + _BETWEEN_ACTS)


def _stage_1(desk: Desk, patient: Patient, booking: str, **answers: str) -> registration.Step:
    kept = finding.add_patient(desk, patient)
    step = registration.begin(desk, kept.patient_id, booking)
    while step.question is not None:
        _tick(desk)
        given = answers[step.question.id]
        value = (given,) if step.question.id == "s1_countries_12m" else given
        step = registration.answer(desk, step.registration_id, step.question.id, value)
    return step


def _resident(desk: Desk, cast: _Cast) -> str:
    patient = Patient(
        patient_id="",
        family_name="Smith",
        given_names="Jane",
        title="Ms",
        gender="Female",
        born=date(1985, 7, 14),
        nhs_number=cast.nhs_number(),
        address=Address(("4 Made-up Road", "London"), "E1 1ZZ", "GB"),
    )
    step = _stage_1(
        desk,
        patient,
        "outpatient",
        s1_residence_12m="uk_all",
        s1_document="none",
        s1_existing_banner="no",
    )
    return registration.finish(desk, step.registration_id).registration_id


def _visitor(desk: Desk, cast: _Cast) -> str:
    patient = Patient(
        patient_id="",
        family_name="Ọláìyá",
        given_names="Adaọra",
        title="Mrs",
        gender="Female",
        born=date(1990, 3, 2),
        nhs_number=cast.nhs_number(),
        phone="+234 803 555 0142",
        address_abroad=Address(("14 Marina Road", "Lagos"), "", "NG"),
        interpreter="Yoruba",
    )
    return _abroad(desk, patient, "admission", country="Nigeria", code="NG", leaving="+3w")


def _card_holder(desk: Desk, cast: _Cast) -> str:
    patient = Patient(
        patient_id="",
        family_name="García López",
        given_names="Inés",
        gender="Female",
        born=date(1978, 11, 23),
        nhs_number=cast.nhs_number(),
        email="ines@example.org",
        address_abroad=Address(("Calle Inventada 3", "Sevilla"), "41001", "ES"),
    )
    return _abroad(
        desk, patient, "admission", country="Spain", code="ES", leaving="+1w", document="ehic"
    )


def _newcomer(desk: Desk, cast: _Cast) -> str:
    patient = Patient(
        patient_id="",
        family_name="حداد",
        given_names="رامي",
        gender="Male",
        born=date(2001, 5, 30),
        nhs_number=cast.nhs_number(),
        address=Address(("House 9, Made-up Lane", "Leeds"), "LS9 7TF", "GB"),
        interpreter="Arabic",
        safe_contact="phone_only",
        phone="07700 900123",
    )
    return _abroad(desk, patient, "outpatient", country="Syria", code="SY", leaving="unknown")


def _without_card(desk: Desk, cast: _Cast) -> str:
    patient = Patient(
        patient_id="",
        family_name="Lefèvre",
        given_names="Anaïs",
        gender="Female",
        born=date(1969, 1, 8),
        nhs_number=cast.nhs_number(),
        email="anais@example.org",
        address_abroad=Address(("3 rue Inventée", "Lille"), "59000", "FR"),
    )
    return _abroad(desk, patient, "admission", country="France", code="FR", leaving="+4d")


def _unconscious(desk: Desk, cast: _Cast) -> str:
    kept = finding.add_patient(
        desk,
        Patient(
            patient_id="",
            family_name="Unknown",
            given_names="",
            gender="Male",
            hospital_number=f"H{cast.nhs_number().digits[3:9]}",
        ),
    )
    step = registration.begin(desk, kept.patient_id, "emergency")
    _tick(desk)
    return registration.could_not_ask(desk, step.registration_id, "unconscious").registration_id


def _abroad(
    desk: Desk,
    patient: Patient,
    booking: str,
    *,
    country: str,
    code: str,
    leaving: str,
    document: str = "none",
) -> str:
    step = _stage_1(
        desk,
        patient,
        booking,
        s1_residence_12m="abroad",
        s1_countries_12m=code,
        s1_document=document,
        s1_existing_banner="no",
    )
    given = {"country": country, "nationalities": country, "arrived": "today", "leaving": leaving}
    if document != "none":
        given |= {"document": document, "issuer": country}
    _tick(desk)
    particulars.save_particulars(desk, step.registration_id, given)
    return particulars.continue_visitor(desk, step.registration_id).registration_id


def _form(desk: Desk, case: str, urgency: Urgency, *, need_arose: str, necessary: str) -> None:
    _tick(desk)
    review.record_urgency(
        desk,
        case,
        urgency_value=urgency,
        clinician_name="",
        decided_on="today",
        none_of_these=True,
        need_arose=need_arose,
        necessary=necessary,
    )


def _prompts(desk: Desk, case: str, **grounds: tuple[str, ...]) -> None:
    """Put the free-care prompts in general terms; what a clinician answered stands."""
    for prompt in desk.terms.prompts:
        question = desk.law.questions.get(prompt.question_id)
        if question.asked_by == "clinician":
            continue
        value = grounds.get(prompt.question_id, (prompt.none_value,))
        _answer(desk, case, prompt.question_id, *value)


def _answer(desk: Desk, case: str, question_id: str, *values: str) -> None:
    _tick(desk)
    several = desk.law.questions.get(question_id).type.value == "multi_choice"
    review.answer(desk, case, question_id, values if several else values[0])


def _charge_visitor(desk: Desk, case: str) -> None:
    _prompts(desk, case)
    _answer(desk, case, "s2_british_or_irish", "neither")
    _answer(desk, case, "s2_purpose", "visit_family")
    review.add_evidence(desk, case, type_code="passport", detail="Nigerian, number ends 4567")
    _decide(desk, case, Choice.CHARGE, "V2", "Visits her sister, returns in three weeks.")


def _free_card_holder(desk: Desk, case: str) -> None:
    _prompts(desk, case)
    _answer(desk, case, "s2_doc_valid", "yes")
    _answer(desk, case, "s2_came_for_treatment", "neither")
    review.add_evidence(desk, case, type_code="ehic", detail="Spanish card, in date")
    _decide(desk, case, Choice.EUROPEAN_CARD, "E1", "Card in date, care cannot wait.")


def _enter_card(desk: Desk, case: str) -> None:
    """A made-up card: its number is one that no state gives."""
    made_up = {
        "personal_id": "00000000T",
        "institution_id": "0000000000",
        "card_number": "80724000000000000000",
        "expires": "+1y",
        "student": "no",
        "copy": "yes",
    }
    form = claiming.entitlement_form(desk, case)
    (card,) = [one for one in form.types if one.id == "ehic"]
    known = {field.id: form.values.get(field.id, "") for field in card.fields}
    claiming.keep_entitlement(desk, case, card.id, {**known, **made_up})


def _enter_treatment(desk: Desk, case: str) -> None:
    puncture = LineRequest(id="1", admission=Admission.NON_ELECTIVE, hrg="HC72A")
    claiming.keep_treatment(desk, case, started="today", ended="today", lines=(puncture,))


def _free_asylum_seeker(desk: Desk, case: str) -> None:
    _prompts(desk, case, s2_protection=("claimed_pending",))
    review.answer(desk, case, "s2_c_violence", None, AnswerState.NOT_ASKED)
    review.add_evidence(desk, case, type_code="arc_card", detail="Card seen, in date")
    _decide(desk, case, Choice.EXEMPT, "E1", "Claim not yet decided, card seen.")


def _charge_french(desk: Desk, case: str) -> None:
    _prompts(desk, case)
    _answer(desk, case, "s2_british_or_irish", "neither")
    review.add_evidence(desk, case, type_code="passport", detail="French, number ends 0181")
    _decide(desk, case, Choice.CHARGE, "V1", "No card and no certificate; told how to ask for one.")


def _decide(desk: Desk, case: str, choice: Choice, reason: str, note: str) -> None:
    _tick(desk)
    review.choose(desk, case, choice, certified=True)
    review.decide(
        desk,
        case,
        choice=choice,
        reason_code=reason,
        note=note,
        certified=True,
        no_evidence_offered=False,
    )


def _estimate(
    desk: Desk, case: str, hrg: str, admission: Admission, nights: int, treatment: str
) -> estimating.IssuedEstimate:
    _tick(desk)
    line = LineRequest(id="1", admission=admission, hrg=hrg, length_of_stay=nights)
    return estimating.issue(desk, case, lines=(line,), treatment=treatment)
