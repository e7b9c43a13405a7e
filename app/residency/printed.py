"""A determination as the JSON document of the command line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from app.residency.conditions import All, Atom, Condition
from app.residency.findings import Change, EvidenceWanted, Settles, shown
from app.residency.grounds import Relied, facts_behind
from app.residency.law import Law
from app.residency.questions import ASKED, Question
from app.residency.rules import Group, Reason

if TYPE_CHECKING:
    from app.residency.asking import Next
    from app.residency.determination import Determination

CONTRACT_VERSION = 1


def printed(found: Determination) -> dict[str, object]:
    """Every key of the contract, in its order."""
    return {
        "contract_version": CONTRACT_VERSION,
        "rules_version": found.rules_version,
        "on": shown(found.on),
        "ordinarily_resident": found.ordinarily_resident.value,
        "groups": [print_group(group) for group in found.groups],
        "lines": [line.as_json() for line in found.lines],
        "chargeable": found.chargeable.value,
        "charging_category": found.charging_category.value,
        "status_classification": str(found.status_classification),
        "liable_party": found.liable_party.value if found.liable_party else None,
        "statement_for_staff": found.statement_for_staff,
        "statement_for_patient": found.statement_for_patient,
        "flag_officer": found.flag_officer,
        "flags": [flag._asdict() for flag in found.flags],
        "missing": list(found.missing),
        "would_settle": [_settles(one) for one in found.would_settle],
        "evidence_wanted": [_evidence(one) for one in found.evidence_wanted],
        "reasons": [_reason(one, relied) for one, relied in facts_behind(found).items()],
        "nearest_other_outcome": _change(found.nearest_other_outcome),
        "retrospective": found.retrospective.as_json(),
        "ignored": list(found.ignored),
    }


def print_group(group: Group) -> dict[str, object]:
    """A group as it stands in a finding."""
    return {
        "code": group.id,
        "regulation": group.regulation,
        "scope": group.scope,
        "valid_from": shown(group.in_force_from),
        "valid_to": shown(group.in_force_to),
        "confirmed": group.confirmed,
    }


def print_questionnaire(law: Law, on: date | None) -> dict[str, object]:
    """Every question and every group, or the groups in force on a day."""
    standing = law.pack.standing
    return {
        "contract_version": CONTRACT_VERSION,
        "rules_version": standing.rules_version,
        "valid_from": shown(standing.valid_from),
        "valid_to": shown(standing.valid_to),
        "questions": [_question(question) for question in law.questions.all],
        "groups": [
            {"code": group.id, "label": group.label, **_rest(print_group(group))}
            for group in law.pack.groups
            if on is None or group.holds_on(on)
        ],
    }


def print_next(found: Next, law: Law) -> dict[str, object]:
    """The next question as `recoup next` prints it."""
    return {
        "contract_version": CONTRACT_VERSION,
        "rules_version": law.pack.rules_version,
        "question": _question(found.question) if found.question else None,
        "why": found.why,
        "left": {"at_least": found.left.at_least, "at_most": found.left.at_most},
        "settled": found.settled,
        "ending": found.ending.value,
        "waits_for": [
            {"role": wait.role, "questions": list(wait.questions)} for wait in found.waits_for
        ],
    }


def _rest(printed_group: dict[str, object]) -> dict[str, object]:
    return {key: value for key, value in printed_group.items() if key != "code"}


def _question(question: Question) -> dict[str, object]:
    return {
        "id": question.id,
        "stage": question.stage,
        "asked_by": question.asked_by,
        "text": question.text,
        "help": question.help,
        "type": question.type.value,
        "options": [{"value": one.value, "label": one.label} for one in question.options],
        "required": question.required,
        "allows": ["unknown", "refused"],
        "sets": list(question.sets),
        "section": question.section,
        "finding": question.finding,
        "sensitive": question.sensitive,
        "show_when": print_condition(question.show_when) if question.show_when else None,
    }


def print_condition(condition: Condition) -> dict[str, object]:
    """A condition as the rule files write it."""
    match condition:
        case Atom(name, op, value):
            asked = "question" if name.startswith(ASKED) else "fact"
            return {asked: name.removeprefix(ASKED), "op": op.value, "value": shown(value)}
        case _:
            word = "all" if isinstance(condition, All) else "any"
            return {word: [print_condition(part) for part in condition.parts]}


def _reason(reason: Reason, relied: Sequence[Relied]) -> dict[str, object]:
    return {
        "rule": reason.rule,
        "regulation": reason.regulation,
        "text": reason.text,
        "valid_from": shown(reason.valid_from),
        "valid_to": shown(reason.valid_to),
        "facts": [one.as_json() for one in relied],
    }


def _settles(one: Settles) -> dict[str, object]:
    return {"fact": one.fact, "value": shown(one.value), "then": one.then.as_json()}


def _evidence(one: EvidenceWanted) -> dict[str, object]:
    return {"code": one.code, "label": one.label, "any_of": list(one.any_of)}


def _change(change: Change | None) -> dict[str, object] | None:
    if change is None:
        return None
    facts = [
        {"fact": one.fact, "from": shown(one.before), "to": shown(one.after)}
        for one in change.facts
    ]
    return {"change": facts, "then": change.then.as_json()}
