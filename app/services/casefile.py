"""A case as the officer reads it: answers, prompts, evidence, urgency, timeline, decision."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.casework.review import Booking, Choice, Prompt
from app.casework.urgency import Standing, Urgency
from app.core.dates import parse_iso, show
from app.core.money import Money
from app.core.people import NOT_KNOWN, Patient
from app.core.wording import Phrase, phrases
from app.residency.questions import Answer, AnswerState, Question
from app.services.answer_lines import AnswerLine, answer_lines
from app.services.answers import (
    LEAVING,
    answers_of,
    booking_of,
    find_out,
    leaving_date,
    shown,
    standing_of,
)
from app.services.certifying import statement_of
from app.services.desk import Desk
from app.services.estimate_standing import EstimateState, state_of
from app.services.interviewing import InterviewLine, InterviewStep, step_of
from app.services.paper_lines import EvidenceLine, evidence_lines
from app.services.reach import Reach, reach_of
from app.services.timeline import Event, timeline_of
from app.store import (
    decisions,
    estimates,
    patients,
    registrations,
    second_choices,
    users,
)
from app.store.decisions import SecondCheck, StoredDecision

_TITLES = phrases(
    {
        "stage_1": "Stage 1",
        "identity": "Identity",
        "residence": "Residence",
        "immigration": "Immigration",
        "eea_and_agreements": "EEA and agreements",
        "service_and_family": "Service and family",
        "money": "Cover and payment",
        "evidence": "Evidence",
    }
)
_URGENCY_WORDS = phrases(
    {
        Urgency.IMMEDIATELY_NECESSARY: "Treat first: immediately necessary",
        Urgency.URGENT: "Treat first: urgent",
        Urgency.NON_URGENT: "Can wait, a clinician says",
        Urgency.NOT_ASSESSED: "Urgency not assessed: treat as urgent",
    }
)
_NOT_ASKED, _NOT_ANSWERED = Phrase("Not asked"), Phrase("Not answered")
_YES, _NO = Phrase("Yes"), Phrase("No")
_WAITS_FOR = phrases({"clinician": "A clinician's form", "ovm": "The officer", "clerk": "The desk"})


@dataclass(frozen=True, slots=True)
class PromptLine:
    """A free-care prompt: empty until answered or marked not asked."""

    question: Question
    label: str
    shown: str  # "", "No", "Yes", "Not answered", "Not asked"
    none_value: str
    by_clinician: bool


@dataclass(frozen=True, slots=True)
class Section:
    """A part of the officer's interview."""

    title: str
    lines: tuple[InterviewLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionShown:
    """The decision in force, with what the rules said."""

    decision_id: str
    choice: Choice
    choice_label: str
    reason: str
    note: str
    by: str
    at: str
    category: str
    suggested_label: str
    agreed: bool
    second_check: str  # "", "needed", "agreed", "returned"
    check_note: str
    checked_by: str
    second_found: str  # what the second person found by themselves
    certificate: str  # what the officer certified, empty where no certificate stands


@dataclass(frozen=True, slots=True)
class EstimateLine:
    """An estimate that was issued, and how it stands today."""

    no: str
    total: Money
    issued_on: date
    file_id: str
    valid_until: date
    state: EstimateState
    provisional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class CaseFile:
    """Everything an officer works from. The rules' suggestion is not here (hazard H12).

    `to_check`: a decision waits for this person's own look, and is not here before they said
    what they find.
    """

    registration_id: str
    ref: str
    patient: Patient
    reach: Reach
    booking: Booking
    not_asked: str  # why the desk could not ask, in words; empty where it asked
    answers: tuple[AnswerLine, ...]
    prompts: tuple[PromptLine, ...]
    evidence: tuple[EvidenceLine, ...]
    standing: Standing
    standing_words: str
    leaving: str
    leaving_answered: bool
    timeline: tuple[Event, ...]
    interview: tuple[Section, ...]
    step: InterviewStep
    decision: DecisionShown | None
    estimates: tuple[EstimateLine, ...]
    waits_for: tuple[str, ...]
    category: str  # empty until somebody has decided
    to_check: bool


def case_file(desk: Desk, registration_id: str) -> CaseFile:
    """Read a case whole; the caller has checked who may."""
    registration = registrations.get(desk.db, registration_id)
    patient = patients.get(desk.db, registration.patient_id)
    why_not = registration.could_not_ask
    answers = answers_of(desk, registration_id)
    to_check = waits_for_own_look(desk, registration_id)
    decision = None if to_check else decision_of(desk, registration_id)
    standing = standing_of(desk, registration, answers)
    step = step_of(desk, registration_id)
    off = frozenset(line.question.id for line in step.kept)
    seen = evidence_lines(desk, registration_id)
    return CaseFile(
        registration_id=registration_id,
        ref=registration.ref,
        patient=patient,
        reach=reach_of(desk, patient),
        booking=booking_of(desk, registration),
        not_asked=desk.terms.why_not_asked.get(why_not, why_not),
        answers=answer_lines(desk, registration_id, answers, off=off, seen=seen),
        prompts=tuple(prompt_line(desk, prompt, answers) for prompt in desk.terms.prompts),
        evidence=seen,
        standing=standing,
        standing_words=standing_words(standing),
        leaving=_leaving_words(answers),
        leaving_answered=LEAVING in answers,
        timeline=timeline_of(desk, registration_id, veiled=to_check),
        interview=_interview(desk, answers, off=off),
        step=step,
        decision=decision,
        estimates=_estimate_lines(desk, registration_id),
        waits_for=_waits_for(desk, registration_id),
        category=registration.category if decision else "",
        to_check=to_check,
    )


def waits_for_own_look(desk: Desk, registration_id: str) -> bool:
    """Whether the person is to check a decision and has not said yet what they find (H12)."""
    row = decisions.latest(desk.db, registration_id)
    if row is None or row.decided_by == desk.person.user_id or not desk.may(Act.SECOND_CHECK):
        return False
    if second_check_state(desk, row) != "needed":
        return False
    return not second_choices.of(desk.db, row.decision_id, desk.person.user_id)


def _estimate_lines(desk: Desk, registration_id: str) -> tuple[EstimateLine, ...]:
    """The estimates given out, oldest first; the last one stands unless it has run out."""
    given = estimates.of(desk.db, registration_id)
    return tuple(
        EstimateLine(
            no=row.estimate_no,
            total=row.total,
            issued_on=row.issued_on,
            file_id=row.file_id or "",
            valid_until=row.valid_until,
            state=state_of(row, newest=row is given[-1], today=desk.today),
            provisional=any(line.get("provisional") for line in row.body["estimate"]["lines"]),
        )
        for row in given
    )


def prompt_line(desk: Desk, prompt: Prompt, answers: dict[str, Answer]) -> PromptLine:
    """How a free-care prompt stands; only an answer that names no ground is a no."""
    question = desk.law.questions.get(prompt.question_id)
    answer = answers.get(prompt.question_id)
    return PromptLine(
        question,
        prompt.label,
        _yes_or_no(prompt, answer),
        prompt.none_value,
        question.asked_by == "clinician",
    )


def standing_words(standing: Standing) -> str:
    """The urgency band of the case page."""
    if standing.review_needed:
        return Phrase("Leaving date changed: ask the clinician again. Treat as urgent")
    return _URGENCY_WORDS[standing.urgency]


def decision_of(desk: Desk, registration_id: str) -> DecisionShown | None:
    """The latest decision, or None."""
    row = decisions.latest(desk.db, registration_id)
    if row is None:
        return None
    reasons = {reason.code: reason.label for reason in desk.terms.reasons}
    choice = Choice(row.choice)
    looked = decisions.check_of(desk.db, row.decision_id)
    return DecisionShown(
        decision_id=row.decision_id,
        choice=choice,
        choice_label=desk.terms.labels[choice],
        reason=reasons.get(row.reason_code, row.reason_code),
        note=row.note,
        by=_name(desk, row.decided_by),
        at=row.decided_at,
        category=row.category,
        suggested_label=desk.terms.labels[Choice(row.suggested)],
        agreed=row.agreed,
        second_check=second_check_state(desk, row),
        check_note=looked.note if looked else "",
        checked_by=_name(desk, looked.checked_by) if looked else "",
        second_found=_second_found(desk, row, looked),
        certificate=statement_of(desk, registration_id),
    )


def _second_found(desk: Desk, row: StoredDecision, looked: SecondCheck | None) -> str:
    """What whoever checked, or is about to, found by themselves."""
    who = looked.checked_by if looked else desk.person.user_id
    found = second_choices.of(desk.db, row.decision_id, who)
    return desk.terms.labels[Choice(found)] if found else ""


def second_check_state(desk: Desk, row: StoredDecision) -> str:
    """Where the second look at a decision stands; a large estimate asks for one later too."""
    issued = estimates.of(desk.db, row.registration_id)
    large = bool(issued) and issued[-1].total.pence >= desk.trust.second_check_from_pence
    asks_payment = Choice(row.choice) in (Choice.CHARGE, Choice.EUROPEAN_CARD)
    if not row.second_check and not (large and asks_payment):
        return ""
    looked = decisions.check_of(desk.db, row.decision_id)
    if looked is None:
        return "needed"
    return "agreed" if looked.agreed else "returned"


def _yes_or_no(prompt: Prompt, answer: Answer | None) -> str:
    if answer is None:
        return ""
    if answer.state is not AnswerState.ANSWERED:
        return _NOT_ASKED
    values = answer.value if isinstance(answer.value, tuple) else (answer.value,)
    if all(value in (prompt.none_value, False) for value in values):
        return _NO
    return _NOT_ANSWERED if all(value in prompt.silent_values for value in values) else _YES


def _interview(
    desk: Desk, answers: dict[str, Answer], *, off: frozenset[str]
) -> tuple[Section, ...]:
    book = desk.law.questions

    def line(question: Question) -> InterviewLine:
        said = shown(desk, question, answers.get(question.id))
        if question.id in off:
            said = Phrase("{said} (not relied on)", said=said)
        return InterviewLine(question, said)

    return tuple(
        Section(
            _TITLES.get(name) or name.replace("_", " ").capitalize(),
            tuple(
                line(question)
                for question in book.section(name)
                if question.asked_by in ("clerk", "officer")
            ),
        )
        for name in book.sections
        if any(one.asked_by in ("clerk", "officer") for one in book.section(name))
    )


def _leaving_words(answers: dict[str, Answer]) -> str:
    day = leaving_date(answers)
    if day is not None:
        return show(parse_iso(day))
    return NOT_KNOWN if LEAVING in answers else ""


def _waits_for(desk: Desk, registration_id: str) -> tuple[str, ...]:
    """Who must still say what: the role that decides each missing fact."""
    facts = desk.law.facts
    missing = find_out(desk, registration_id).missing
    roles = {facts[name].decided_by for name in missing if name in facts}
    return tuple(words for role, words in _WAITS_FOR.items() if role in roles)


def _name(desk: Desk, user_id: str) -> str:
    return users.get(desk.db, user_id).display_name
