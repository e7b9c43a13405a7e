"""People at the desk: what they answer, and what the booking tells of them beforehand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from random import Random

from app.library.law import load_law
from app.residency.facts import FactValue
from app.residency.line import Line
from app.residency.questions import Answer, AnswerState, Question, QuestionType

LAW = load_law()
TODAY = date(2026, 3, 9)
Facts = Mapping[str, FactValue]
CLINIC: Facts = {
    "service_is_relevant": True,
    "service_type": "other",
    "admitted_as_inpatient": False,
    "service_is_outpatient_appointment": True,
    "provider_type": "nhs_trust",
    "earlier_exemption_in_course": "none",
}
MATERNITY: Facts = {**CLINIC, "service_type": "maternity"}
CASUALTY: Facts = {
    **CLINIC,
    "service_type": "a_and_e",
    "service_is_outpatient_appointment": False,
}
ADULT: Facts = {"date_of_birth": date(1980, 1, 1), "patient_deceased": False}
NO = ("no", "none", "neither", "not_needed", "abroad", "visitor", "holiday", "not_paid")
LIVES_HERE: Mapping[str, object] = {
    "s1_residence_12m": "uk_part",
    "s2_country_of_residence": "GB",
    "s2_f_settled": "yes",
    "s2_f_voluntary": "yes",
    "s2_f_lawful_residence": "yes",
    "s2_f_lawfully_present": "yes",
}


@dataclass(frozen=True, slots=True)
class Persona:
    """Somebody who comes often: what is not said here is answered as a plain visitor does."""

    name: str
    share: int  # of a hundred walks
    says: Mapping[str, object] = field(default_factory=dict)
    knows: Facts = field(default_factory=dict)
    booking: Facts = field(default_factory=lambda: CLINIC)
    on: date = TODAY
    lines: tuple[Line, ...] = (Line("1"),)
    odd: float = 0.03  # how often they answer otherwise than most people like them do

    def facts(self) -> Facts:
        """What is known before the first question."""
        return {**self.booking, **ADULT, **self.knows}

    def answer(self, question: Question) -> object:
        """What this person answers."""
        return self.says.get(question.id, usual(question))


def usual(question: Question) -> object:
    """The answer of most visitors: no."""
    match question.type:
        case QuestionType.COUNTRY:
            return "US"
        case QuestionType.COUNTRIES:
            return ("US",)
        case QuestionType.DATE:
            return None
    offered = [option.value for option in question.options]
    value = next((word for word in NO if word in offered), offered[0])
    return (value,) if question.type is QuestionType.MULTI_CHOICE else value


def anything(question: Question, chance: Random) -> object:
    """An answer that anybody might give, "not sure" and "rather not say" among them."""
    if chance.random() < 0.15:
        return chance.choice((AnswerState.UNKNOWN, AnswerState.REFUSED))
    countries = ("US", "DE", "GB", "AU", "NG", "CH", "NO", "UA")
    match question.type:
        case QuestionType.COUNTRY:
            return chance.choice(countries)
        case QuestionType.COUNTRIES:
            return tuple(chance.sample(countries, chance.choice((1, 2))))
        case QuestionType.DATE if question.is_range:
            return ("2014-01-01", chance.choice(("2030-01-01", "2015-06-01")))
        case QuestionType.DATE:
            return chance.choice(("1950-05-05", "2015-05-01", "2020-12-31", "2021-07-01"))
    if question.type is QuestionType.MULTI_CHOICE:
        free = [option.value for option in question.options if not option.alone]
        return tuple(chance.sample(free, chance.choice((1, 2))))
    return chance.choice(question.options).value


def given(question: Question, value: object) -> Answer:
    """An answer as the desk keeps it; None is "not sure"."""
    if value is None:
        return Answer(AnswerState.UNKNOWN)
    if isinstance(value, AnswerState):
        return Answer(value)
    return Answer(AnswerState.ANSWERED, LAW.questions.check(question.id, value))


def counted(question: Question) -> bool:
    """Whether clerk or officer asks or finds it; particulars and the banner check are apart."""
    return question.asked_by != "clinician" and bool(question.sets)


SURCHARGE: Mapping[str, object] = {
    "s2_permission": "visa_more_than_6_months",
    "s2_permission_dates": ("2025-09-01", "2028-01-31"),
    "s2_f_control": "yes",
    "s2_ihs": "paid",
}
CARD: Mapping[str, object] = {
    "s1_document": "ehic",
    "s1_countries_12m": ("DE",),
    "s2_doc_kind": "ehic",
    "s2_doc_issuer": "DE",
    "s2_doc_valid": "yes",
    "s2_country_of_residence": "DE",
    "s2_c_necessary": "yes",
}
PERSONAS = (
    Persona("plain UK resident", 29, {"s1_residence_12m": "uk_all"}),
    Persona("holiday visitor with a European card", 10, CARD),
    Persona("tourist", 10),
    Persona(
        "student on the surcharge",
        8,
        {**LIVES_HERE, **SURCHARGE, "s2_purpose": "study"},
    ),
    Persona(
        "settled EU citizen",
        6,
        {**LIVES_HERE, "s2_nationalities": ("PL",), "s2_permission": "settled_status"},
    ),
    Persona(
        "asylum seeker",
        5,
        {
            "s1_countries_12m": ("NG",),
            "s2_permission": "protection_applied_for",
            "s2_f_control": "yes",
            "s2_protection": ("claimed_pending",),
        },
    ),
    Persona(
        "refugee",
        2,
        {**LIVES_HERE, "s2_permission": "refugee", "s2_f_settled": "yes", "s2_f_control": "yes"},
    ),
    Persona(
        "returning Briton",
        4,
        {
            **LIVES_HERE,
            "s2_british_or_irish": "british",
            "s2_purpose": "returned_to_live",
            "s2_permission": "not_needed",
        },
    ),
    Persona(
        "British citizen living abroad",
        3,
        {"s2_british_or_irish": "british", "s2_permission": "not_needed"},
    ),
    Persona(
        "baby born here to a surcharge payer",
        3,
        {"s2_born_here": "yes", "s2_baby_left": "no", "s2_family": "child"},
        {"date_of_birth": date(2026, 2, 1), "parent_group": "ihs_paid"},
    ),
    Persona(
        "visiting forces, NATO",
        2,
        {"s2_forces": ("nato",), "s2_f_forces_medical": "no"},
    ),
    Persona(
        "visitor from Australia",
        3,
        {
            "s1_countries_12m": ("AU",),
            "s2_country_of_residence": "AU",
            "s2_f_agreement_scope": "yes",
        },
    ),
    Persona(
        "pensioner with a UK S1",
        2,
        {
            "s1_document": "s1_non_uk",
            "s2_doc_kind": "uk_s1",
            "s2_doc_issuer": "GB",
            "s2_doc_valid": "yes",
            "s2_uk_pension": "yes",
            "s2_eea_home_since": "yes",
            "s2_country_of_residence": "ES",
        },
    ),
    Persona(
        "from Ukraine",
        2,
        {
            "s2_ukraine": "yes",
            "s2_f_lawfully_present": "yes",
            "s2_permission": "visa_more_than_6_months",
        },
    ),
    Persona("crew of a ship", 2, {"s2_crew": "ship"}),
    Persona("mother at a maternity clinic", 2, booking=MATERNITY),
    Persona("visitor in the emergency department", 2, booking=CASUALTY),
    Persona("visitor before 2021 with a European card", 2, CARD, on=date(2019, 6, 3)),
    Persona(
        "competitor at the Birmingham Games",
        1,
        {"s2_games": "participant", "s2_c_arose": "yes"},
        on=date(2022, 7, 20),
    ),
    Persona(
        "visitor admitted from the emergency department",
        1,
        booking=CASUALTY,
        lines=(
            Line("emergency"),
            Line("ward", {"service_type": "other", "admitted_as_inpatient": True}),
        ),
    ),
    Persona("anybody at all", 1, odd=1.0),
)
