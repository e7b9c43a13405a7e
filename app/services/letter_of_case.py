"""The letters of a case: what the team asks, what it decided, what it asks of clinicians."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from app.casework.letter_kinds import LetterKind
from app.casework.review import Choice
from app.casework.urgency import Standing, Urgency
from app.core.dates import long, parse_iso
from app.core.errors import BadInput, Known
from app.pricing.estimate import Estimate
from app.residency.paper_kinds import open_kinds
from app.services.answers import answers_of, booking_of, find_out, leaving_date
from app.services.answers import standing_of as urgency_of
from app.services.casefile import second_check_state
from app.services.desk import Desk
from app.services.estimating import charge_that_stands
from app.services.letter_parts import (
    Contents,
    Drafted,
    LetterChoices,
    drafted,
    person,
    plan_of,
    reply_by,
    tidied,
    to_clinician,
    to_patient,
    whom,
)
from app.services.undertaking_letter import issued_estimate, undertaking
from app.store import decisions, diary, evidence, letters, patients
from app.store.letters import DOCTOR
from app.store.registrations import Registration

_MOST_PAPERS = 6
_UNTIL = ("leave", "paper", "ground", "age")  # days of the diary that a patient is told of
_WHY_FREE = {
    Choice.LIVES_HERE: "resident",
    Choice.EUROPEAN_CARD: "covered",
    Choice.EXEMPT: "exempt",
}


@dataclass(frozen=True, slots=True)
class _Case:
    """What is asked for: a letter of a kind about a registration."""

    desk: Desk
    kind: LetterKind
    registration: Registration
    choices: LetterChoices


def letter_of_case(
    desk: Desk, kind: LetterKind, registration: Registration, choices: LetterChoices
) -> Drafted:
    """One letter about a case, from what is on file; raises Known where it would not be true."""
    patient = patients.get(desk.db, registration.patient_id)
    contents = _CONTENTS[kind](_Case(desk, kind, registration, choices))
    about = person(desk, registration, patient)
    doctor = whom(kind) == DOCTOR
    return drafted(
        desk,
        kind,
        registration,
        choices,
        Contents(
            values={**about, **contents.values}, lists=contents.lists, estimate=contents.estimate
        ),
        to=to_clinician(desk) if doctor else to_patient(desk, patient),
        to_whom=whom(kind),
        number=registration.ref,
    )


def usually_missing(desk: Desk, registration: Registration) -> tuple[str, ...]:
    """Papers still to be brought, or that would settle the case; none of a protected ground."""
    promised = [
        row.type_code
        for row in evidence.of(desk.db, registration.registration_id)
        if row.seen_on is None
    ]
    private = {rule.id for rule in desk.law.pack.rules if rule.sensitive}
    wanted = find_out(desk, registration.registration_id).evidence_wanted
    asked = (code for one in wanted if one.code not in private for code in one.any_of)
    codes, kinds = dict.fromkeys((*promised, *asked)), open_kinds(desk.law.pack)
    return tuple(kinds[code] for code in codes if code in kinds)[:_MOST_PAPERS]


def _request(case: _Case) -> Contents:
    missing, _, _ = tidied(case.choices)
    missing = missing or usually_missing(case.desk, case.registration)
    if not missing:
        raise BadInput("nothing_missing", "Say what the patient is asked to send.", "missing")
    return Contents(
        values={"reply_by": reply_by(case.desk, case.kind, case.choices)},
        lists={"missing": missing},
    )


def _request_again(case: _Case) -> Contents:
    before = [
        one
        for one in letters.of(case.desk.db, case.registration.registration_id)
        if one.kind == LetterKind.REQUEST_FOR_INFORMATION
    ]
    if not before:
        raise Known("not_asked_yet", "Nobody has asked yet. Write the request itself first.")
    asked = _request(case)
    first = parse_iso(before[0].made_at[:10])
    return Contents(values={**asked.values, "first_asked": first}, lists=asked.lists)


def _not_chargeable(case: _Case) -> Contents:
    decision = decisions.latest(case.desk.db, case.registration.registration_id)
    free = None if decision is None else _WHY_FREE.get(Choice(decision.choice))
    if decision is None or free is None:
        raise Known("not_decided_free", "No officer has decided that this care is free.")
    if second_check_state(case.desk, decision) in ("needed", "returned"):
        raise Known("second_check_due", "A second person has yet to check this decision.")
    kinds = open_kinds(case.desk.law.pack)
    seen = tuple(
        f"{kinds[row.type_code]}, {long(row.seen_on)}"
        for row in evidence.of(case.desk.db, case.registration.registration_id)
        if row.seen_on is not None and row.type_code in kinds
    )
    say = plan_of(case.desk, case.kind).phrases
    days = [
        entry.about_on
        for entry in diary.of(case.desk.db, case.registration.registration_id)
        if not entry.mark
        and entry.kind.partition(".")[0] in _UNTIL
        and entry.about_on > case.desk.today
    ]
    until = say["until"].format(until=long(min(days))) if days else say["open"]
    return Contents(
        values={"reason": say[free], "seen": bool(seen), "until_words": until},
        lists={"seen": seen},
    )


def _chargeable(case: _Case) -> Contents:
    charge_that_stands(case.desk, case.registration.registration_id)
    decision = decisions.latest(case.desk.db, case.registration.registration_id)
    assert decision is not None  # a charge stands on one
    known = issued_estimate(case.desk, case.registration.registration_id)
    standing = urgency_of(
        case.desk, case.registration, answers_of(case.desk, case.registration.registration_id)
    )
    return Contents(
        values={
            "decided_on": parse_iso(decision.decided_at[:10]),
            "estimate_no": known[0] if known else "",
            "estimated": _sum(case, known[1]) if known else "",
            "urgency": _urgency(standing, plan_of(case.desk, case.kind).phrases),
            "may_wait": standing.may_wait,
        },
        lists={"ways_to_pay": case.desk.trust.payment_details},
        estimate=known[1] if known else None,
    )


def _sum(case: _Case, found: Estimate) -> str:
    """The sum, or from the lowest to the highest where it ranges."""
    say = case.desk.press.words.estimate
    ranges = found.low != found.high
    return say.say("range", low=found.low, high=found.high) if ranges else str(found.total)


def _urgency(standing: Standing, say: Mapping[str, str]) -> str:
    """The clinician's standing word; what awaits a clinician counts as not assessed."""
    urgency = Urgency.NOT_ASSESSED if standing.review_needed else standing.urgency
    record = standing.record
    return say[urgency.value].format(
        clinician=record.clinician_name if record else "",
        decided=long(parse_iso(record.decided_at[:10])) if record else "",
    )


def _advice(case: _Case) -> Contents:
    leaves = leaving_date(answers_of(case.desk, case.registration.registration_id))
    unknown = case.desk.press.words.common.say("not_known")
    return Contents(
        values={
            "reply_by": reply_by(case.desk, case.kind, case.choices),
            "care": booking_of(case.desk, case.registration).in_letters,
            "service_date": case.registration.service_date or unknown,
            "leaving": parse_iso(leaves) if leaves else unknown,
        }
    )


def _undertaking(case: _Case) -> Contents:
    return undertaking(case.desk, case.registration, case.choices)


_Contents = Callable[[_Case], Contents]
_CONTENTS: Mapping[LetterKind, _Contents] = {
    LetterKind.REQUEST_FOR_INFORMATION: _request,
    LetterKind.REQUEST_REMINDER: _request_again,
    LetterKind.NOT_CHARGEABLE: _not_chargeable,
    LetterKind.CHARGEABLE: _chargeable,
    LetterKind.ADVICE_REQUEST: _advice,
    LetterKind.ASSISTED_CONCEPTION: lambda _: Contents(values={}),
    LetterKind.UNDERTAKING: _undertaking,
}
