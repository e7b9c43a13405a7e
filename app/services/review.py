"""The officer's work on a case: interview, evidence, urgency, suggestion, decision."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from app.access.roles import Act, Role
from app.casework import flags
from app.casework.review import Choice, Draft, check, suggestion
from app.casework.urgency import Urgency, check_signed_by, check_signed_on
from app.core.dates import parse_date, parse_iso
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.residency.determination import Determination
from app.residency.questions import Answer, AnswerState
from app.scans.page import Scan
from app.services.answers import (
    LEAVING,
    answers_of,
    ask_law,
    find_out,
    given,
    leaving_date,
    save,
)
from app.services.casefile import CaseFile, case_file, prompt_line
from app.services.certifying import certify, take_back
from app.services.clinical_record import CLINICAL_NONE, answered_by_clinician
from app.services.crediting import propose_after_reversal
from app.services.desk import Desk, service
from app.services.determining import keep
from app.services.diary_keeping import dealt_with, write_up
from app.services.explaining import Explanation, explain
from app.services.feedback import tell_the_desk
from app.services.reopening import take_in
from app.services.second_look import drops_charges, looks_wanted, reverses, state_after
from app.services.signed_forms import keep_signed_form
from app.store import decisions, evidence, registrations, urgency
from app.store.decisions import StoredDecision
from app.store.evidence import Evidence
from app.store.urgency import StoredUrgency


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What the rules say, told only after the officer has chosen (hazard H12)."""

    choice: Choice
    choice_label: str
    agrees: bool
    words: str
    regulations: str
    missing: tuple[str, ...]
    explanation: Explanation


@service(Act.READ_CASE, whole=True)
def open_case(desk: Desk, registration_id: str) -> CaseFile:
    """The whole case; the opening itself is audited. A clinician has a page of their own."""
    with desk.db.atomic():
        desk.audit("case_opened", registration_id)
    return case_file(desk, registration_id)


@service(Act.DECIDE_STATUS)
def answer(
    desk: Desk,
    registration_id: str,
    question_id: str,
    value: object,
    state: AnswerState = AnswerState.ANSWERED,
) -> CaseFile:
    """Keep an answer of the interview, or that it was not known, refused or not asked.

    A clinician's question is the clinician's: an officer may mark it not asked, no more, and
    what a clinician has answered stands.
    """
    question = desk.law.questions.get(question_id)
    if question.asked_by == "clinician":
        if state is not AnswerState.NOT_ASKED:
            raise NotAllowed("Only a clinician answers this. Mark it not asked, or ask for a form.")
        if question_id in answered_by_clinician(desk, registration_id):
            raise NotAllowed("A clinician has answered this, and the answer stands.")
    if state is AnswerState.ANSWERED:
        question, kept = given(desk, question_id, value)
    else:
        kept = Answer(state, None)
    with desk.db.atomic():
        save(desk, registration_id, question, kept)
        take_in(desk, registration_id)
    return case_file(desk, registration_id)


@service(Act.DECIDE_STATUS)
def set_leaving_date(desk: Desk, registration_id: str, text: str) -> CaseFile:
    """Keep the expected leaving date, or “Unknown”; a change reopens the urgency form."""
    question = desk.law.questions.get(LEAVING)
    before = leaving_date(answers_of(desk, registration_id))
    if text.strip().casefold() in ("", "unknown", "not known"):
        kept = Answer(AnswerState.UNKNOWN, None)
    else:
        day = parse_date(text, desk.today, field="leaving_date")
        question, kept = given(desk, LEAVING, day.isoformat())
    with desk.db.atomic():
        save(desk, registration_id, question, kept)
        if leaving_date(answers_of(desk, registration_id)) != before:
            desk.audit("leaving_date_changed", registration_id)
        take_in(desk, registration_id)
    return case_file(desk, registration_id)


@service(Act.DECIDE_STATUS)
def add_evidence(
    desk: Desk,
    registration_id: str,
    *,
    type_code: str,
    detail: str = "",
    relied_on: bool = True,
    expires: str = "",
) -> CaseFile:
    """Record a document seen today: its kind, its dates, who saw it; no image is kept."""
    if type_code not in desk.law.pack.standing.evidence:
        raise BadInput("unknown_evidence", "Choose what was shown.", "type_code")
    expires_on = parse_date(expires, desk.today, field="expires") if expires.strip() else None
    with desk.db.atomic():
        evidence.add(
            desk.db,
            Evidence(
                evidence_id=desk.ids.new(),
                registration_id=registration_id,
                type_code=type_code,
                detail=detail.strip(),
                seen_on=desk.today,
                seen_by=desk.person.user_id,
                expires_on=expires_on,
                relied_on=relied_on,
                recorded_at=desk.moment,
            ),
        )
        desk.audit("evidence_added", registration_id, {"type": type_code})
        write_up(desk, registration_id)
    return case_file(desk, registration_id)


@service(Act.DECIDE_STATUS)
def rely_on(desk: Desk, registration_id: str, evidence_id: str, relied_on: bool) -> CaseFile:
    """Mark a document relied on, or no longer; the earlier mark stays in history."""
    known = {row.evidence_id: row for row in evidence.of(desk.db, registration_id)}
    if evidence_id not in known:
        raise NotFound("That document is not in this case. Open the case again.")
    with desk.db.atomic():
        weighed = replace(known[evidence_id], relied_on=relied_on, recorded_at=desk.moment)
        evidence.add(desk.db, weighed)
        desk.audit("evidence_weighed", registration_id, {"relied_on": relied_on})
        write_up(desk, registration_id)
    return case_file(desk, registration_id)


@dataclass(frozen=True, slots=True)
class Beside:
    """The leaving date that a paper form showed beside the choice; None where it was not known."""

    leaving: date | None


@service(Act.RECORD_URGENCY)
def record_urgency(
    desk: Desk,
    registration_id: str,
    *,
    urgency_value: Urgency,
    clinician_name: str,
    decided_on: str,
    none_of_these: bool = False,
    need_arose: str = "",
    necessary: str = "",
    signed_form: Scan | str | None = None,
    clinical: Mapping[str, object] = MappingProxyType({}),
    beside: Beside | None = None,
) -> None:
    """Keep the clinician's form. An officer transcribes a named, dated, attached one (H3):
    `signed_form` is its copy, to be kept with the case, or the id of a paper copied before.

    `none_of_these` answers condition, violence, termination and detention at once; it never
    answers urgency, need, necessity or course. `clinical` holds answers to single questions of
    the clinician's, by id, and outweighs it. The leaving date that lay beside the choice, on
    screen or on paper, is kept with it, so that a later change reopens the form (H2).
    """
    transcribed = Role.CLINICIAN not in desk.person.roles
    signed = clinician_name if transcribed else desk.person.display_name
    check_signed_by(signed)
    if transcribed and not decided_on.strip():
        raise BadInput("undated", "Enter the day the form was signed, as on it.", "decided_on")
    day = parse_date(decided_on, desk.today, field="decided_on") if decided_on else desk.today
    check_signed_on(day, desk.today)
    if urgency_value is Urgency.NOT_ASSESSED:
        raise BadInput("no_urgency", "Choose how urgent the care is.", "urgency")
    answers = answers_of(desk, registration_id)
    with desk.db.atomic():
        kept_form = keep_signed_form(desk, registration_id, signed_form) if transcribed else ""
        known = leaving_date(answers)
        shown = beside or Beside(parse_iso(known) if known else None)
        urgency.add(
            desk.db,
            StoredUrgency(
                registration_id=registration_id,
                urgency=urgency_value.value,
                clinician_name=signed,
                decided_at=day.isoformat(),
                leaving_date=shown.leaving,
                transcribed=transcribed,
                document_ref=kept_form,
                recorded_by=desk.person.user_id,
                recorded_at=desk.moment,
            ),
        )
        form: dict[str, object] = dict(CLINICAL_NONE) if none_of_these else {}
        form |= {"s2_c_arose": need_arose} if need_arose else {}
        form |= {"s2_c_necessary": necessary} if necessary else {}
        for question_id, value in (form | dict(clinical)).items():
            question, kept = given(desk, question_id, value)
            if question.asked_by != "clinician":
                raise BadInput("not_clinical", "This is not on the clinician's form.", question_id)
            save(desk, registration_id, question, kept)
        take_in(desk, registration_id)
        desk.audit("urgency_recorded", registration_id, {"urgency": urgency_value.value})


@service(Act.DECIDE_STATUS)
def choose(desk: Desk, registration_id: str, choice: Choice, certified: bool) -> Suggestion:
    """Keep the officer's own choice, then show what the rules say of the recorded answers."""
    found = find_out(desk, registration_id, certified=certified)
    with desk.db.atomic():
        desk.audit("chosen", registration_id, {"choice": choice.value, "certified": certified})
    return _suggestion(desk, registration_id, found, choice)


@service(Act.DECIDE_STATUS)
def decide(
    desk: Desk,
    registration_id: str,
    *,
    choice: Choice,
    reason_code: str,
    note: str,
    certified: bool,
    no_evidence_offered: bool,
) -> CaseFile:
    """Save a decision with the determination it rests on; raises Known for what it lacks.

    `certified`: the officer certifies with it that no other ground is claimed, an act of its own.
    A decision without takes back a certificate that stood.
    """
    registration = registrations.get(desk.db, registration_id)
    if not registration.finished_at:
        raise Known("not_registered", "The desk has not finished this registration yet.")
    answers = answers_of(desk, registration_id)
    asked = ask_law(desk, registration_id, certified=certified)
    found = asked.found
    relied = [row for row in evidence.of(desk.db, registration_id) if row.relied_on]
    check(
        Draft(
            choice=choice,
            reason_code=reason_code,
            note=note,
            evidence_relied_on=len(relied),
            no_evidence_offered=no_evidence_offered,
            leaving_date_answered=LEAVING in answers,
            unanswered_prompts=_unanswered(desk, answers),
            chargeable=found.chargeable,
        ),
        desk.terms,
    )
    suggested = suggestion(found.charging_category.value, found.chargeable)
    reversal = reverses(desk, registration_id, choice) is not None
    drops = drops_charges(desk, registration_id, found)
    second = bool(looks_wanted(desk, registration_id, choice))
    category = found.charging_category.value if suggested is choice else _category(choice, found)
    with desk.db.atomic():
        determination_id = keep(desk, registration_id, asked)
        decisions.add(
            desk.db,
            StoredDecision(
                decision_id=desk.ids.new(),
                registration_id=registration_id,
                determination_id=determination_id,
                choice=choice.value,
                category=category,
                reason_code=reason_code,
                note=note.strip(),
                suggested=suggested.value,
                agreed=suggested is choice,
                second_check=second,
                certified=certified,
                decided_by=desk.person.user_id,
                decided_at=desk.moment,
            ),
        )
        registrations.set_category(desk.db, registration_id, category=category, basis="decision")
        registrations.set_review(desk.db, registration_id, state_after(choice, second=second))
        registrations.looked_at(desk.db, registration_id, unless=flags.PRIVATE)
        if certified:
            certify(desk, registration_id, determination_id)
        else:
            take_back(desk, registration_id)
        dealt_with(desk, registration_id)
        if (reversal and choice is not Choice.CHARGE) or drops:
            propose_after_reversal(desk, registration_id, note.strip())
        desk.audit(
            "decided",
            registration_id,
            {"choice": choice.value, "category": category, "suggested": suggested.value},
        )
        if state_after(choice, second=second) == "decided":
            tell_the_desk(desk, registration_id)
    return case_file(desk, registration_id)


def _suggestion(
    desk: Desk, registration_id: str, found: Determination, choice: Choice
) -> Suggestion:
    suggested = suggestion(found.charging_category.value, found.chargeable)
    return Suggestion(
        choice=suggested,
        choice_label=desk.terms.labels[suggested],
        agrees=suggested is choice,
        words=" ".join(reason.text for reason in found.reasons[:3]) or found.lines[0].reason,
        regulations="; ".join(dict.fromkeys(reason.regulation for reason in found.reasons)),
        missing=tuple(found.missing),
        explanation=explain(desk, registration_id, found),
    )


def _category(choice: Choice, found: Determination) -> str:
    """The letter of a decision that differs from the rules: what the person stands behind."""
    match choice:
        case Choice.LIVES_HERE:
            return "A"
        case Choice.EUROPEAN_CARD:
            return "C"
        case Choice.EXEMPT:
            return "E"
        case Choice.CANNOT_TELL:
            return "P"
        case Choice.CHARGE:
            return found.charging_category.value


def _unanswered(desk: Desk, answers: dict[str, Answer]) -> tuple[str, ...]:
    lines = (prompt_line(desk, prompt, answers) for prompt in desk.terms.prompts)
    return tuple(line.label for line in lines if not line.shown)
