"""What a case's check pages say before an act: who, what, how much, and what follows."""

from __future__ import annotations

from app.pricing.estimate import Estimate
from app.services.casefile import CaseFile, DecisionShown
from ui.models.decision import Decision
from ui.widgets.check import Check

CHECK_DECISION = "Check before you save the decision"
SAVE_IT = "&Save this decision"
DECISION_THEN = (
    "The decision is kept with your name. Where the rules ask for it, a second person looks "
    "before anything follows from it."
)
CHECK_ESTIMATE = "Check before you issue the estimate"
ISSUE_IT = "&Issue this estimate"
ESTIMATE_THEN = "A letter is made and kept with the case. It is an estimate, not a bill."
REPLACES = "It replaces {no}."
NO_CHARGE = "No charge to this patient"
CHECK_SECOND = "Check before you give your word"
AGREE_IT, RETURN_IT = "&Agree", "&Return it to the officer"
AGREE_THEN = "What follows from the decision may go on."
RETURN_THEN = "The case goes back to the top of the queue, with your note."
YES, NO = "Yes", "No"


def decision_check(case: CaseFile, decision: Decision, *, choice: str, reason: str) -> Check:
    """A decision about to be saved."""
    return Check(
        title=CHECK_DECISION,
        facts=(
            *_who(case),
            ("Decision", choice),
            ("Reason", reason),
            ("Note", decision.note.strip()),
            ("Other grounds put", YES if decision.certified else NO),
            ("Urgency", case.standing_words),
            ("Leaves the UK", case.leaving),
        ),
        then=DECISION_THEN,
        confirm=SAVE_IT,
    )


def second_check(case: CaseFile, decision: DecisionShown, *, agree: bool, note: str) -> Check:
    """A second person's word about to be given."""
    return Check(
        title=CHECK_SECOND,
        facts=(
            *_who(case),
            ("Decision", decision.choice_label),
            ("Decided by", decision.by),
            ("Your word", "Agreed" if agree else "Returned"),
            ("Your note", note.strip() or "None"),
        ),
        then=AGREE_THEN if agree else RETURN_THEN,
        confirm=AGREE_IT if agree else RETURN_IT,
    )


def estimate_check(case: CaseFile, estimate: Estimate, treatment: str) -> Check:
    """An estimate about to be issued."""
    lines = tuple(
        (f"{line.hrg}, {line.admission.words}", str(line.charge)) for line in estimate.lines
    )
    total = [("Total", str(estimate.total) if estimate.billed else NO_CHARGE)]
    if estimate.low != estimate.high:
        total.append(("From", f"{estimate.low} to {estimate.high}"))
    before = [one.no for one in case.estimates[-1:]]
    return Check(
        title=CHECK_ESTIMATE,
        facts=(*_who(case), ("The care", treatment), *lines, *total),
        then=f"{ESTIMATE_THEN} {REPLACES.format(no=before[0])}" if before else ESTIMATE_THEN,
        confirm=ISSUE_IT,
        icon="receipt",
    )


def _who(case: CaseFile) -> tuple[tuple[str, str], ...]:
    return (("Case", case.ref), ("Patient", case.patient.banner_name))
