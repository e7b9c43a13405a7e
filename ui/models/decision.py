"""A decision as filled in on screen, and all that it still lacks at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from app.casework.review import Choice, Draft, ReviewTerms, check
from app.core.errors import Known
from app.services.casefile import CaseFile
from ui.language import tr

# How each thing a decision lacks is taken as given, so that the next lack can be named too.
_TAKEN_AS_GIVEN: Mapping[str, Mapping[str, object]] = {
    "prompts": {"unanswered_prompts": ()},
    "evidence": {"no_evidence_offered": True},
    "leaving_date": {"leaving_date_answered": True},
    "note": {"note": tr("given here")},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Decision:
    """A decision as filled in on screen."""

    choice: Choice
    reason_code: str
    note: str
    certified: bool
    no_evidence_offered: bool


def lacks(case: CaseFile, decision: Decision, terms: ReviewTerms) -> tuple[Known, ...]:
    """Everything a decision still lacks, in the sentences of the rule; empty when it can go.

    The service checks again, and it alone knows whether the answers support a charge.
    """
    draft = Draft(
        choice=decision.choice,
        reason_code=decision.reason_code,
        note=decision.note,
        evidence_relied_on=sum(line.relied_on for line in case.evidence),
        no_evidence_offered=decision.no_evidence_offered,
        leaving_date_answered=case.leaving_answered,
        unanswered_prompts=[one.label for one in case.prompts if not one.shown],
        chargeable="yes",
    )
    fitting = [one.code for one in terms.reasons if decision.choice in one.choices]
    found: list[Known] = []
    while (lack := _first_lack(draft, terms)) is not None:
        found.append(lack)
        given: Any = _TAKEN_AS_GIVEN.get(lack.field or "") or {"reason_code": fitting[0]}
        draft = replace(draft, **given)
    return tuple(found)


def _first_lack(draft: Draft, terms: ReviewTerms) -> Known | None:
    try:
        check(draft, terms)
    except Known as lack:
        return lack
    return None
