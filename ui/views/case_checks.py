"""What a case's check pages say before an act: who, what, how much, and what follows."""

from __future__ import annotations

from app.pricing.estimate import Estimate
from app.services.casefile import CaseFile, DecisionShown
from ui.language import as_shown, tr
from ui.models.decision import Decision
from ui.widgets.check import Check

CHECK_DECISION = tr("Check before you save the decision")
SAVE_IT = tr("&Save this decision")
DECISION_THEN = tr(
    "The decision is kept with your name. Where the rules ask for it, a second person looks "
    "before anything follows from it."
)
CHECK_ESTIMATE = tr("Check before you issue the estimate")
ISSUE_IT = tr("&Issue this estimate")
ESTIMATE_THEN = tr("A letter is made and kept with the case. It is an estimate, not a bill.")
REPLACES = tr("It replaces {no}.")
NO_CHARGE = tr("No charge to this patient")
CHECK_SECOND = tr("Check before you give your word")
AGREE_IT, RETURN_IT = tr("&Agree"), tr("&Return it to the officer")
AGREE_THEN = tr("What follows from the decision may go on.")
RETURN_THEN = tr("The case goes back to the top of “Due”, with your note.")
CHECK_FINANCE = tr("Check before it goes to finance")
SEND_IT = tr("&Send to finance")
FINANCE_THEN = tr("The case goes to the head of finance’s list. They make the invoice.")
NOT_GIVEN = tr("Not given")


def decision_check(
    case: CaseFile, decision: Decision, *, choice: str, reason: str, certificate: str
) -> Check:
    """A decision about to be saved, with the words its officer certifies."""
    return Check(
        title=CHECK_DECISION,
        facts=(
            *_who(case),
            (tr("Decision"), choice),
            (tr("Reason"), reason),
            (tr("Note"), decision.note.strip()),
            (tr("Certificate"), certificate if decision.certified else NOT_GIVEN),
            (tr("Urgency"), case.standing_words),
            (tr("Leaves the UK"), case.leaving),
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
            (tr("Decision"), decision.choice_label),
            (tr("Decided by"), decision.by),
            (tr("Your word"), tr("Agreed") if agree else tr("Returned")),
            (tr("Your note"), note.strip() or tr("None")),
        ),
        then=AGREE_THEN if agree else RETURN_THEN,
        confirm=AGREE_IT if agree else RETURN_IT,
    )


def estimate_check(case: CaseFile, estimate: Estimate, treatment: str) -> Check:
    """An estimate about to be issued."""
    lines = tuple(
        (f"{line.hrg}, {as_shown(line.admission.words)}", str(line.charge))
        for line in estimate.lines
    )
    total = [(tr("Total"), str(estimate.total) if estimate.billed else NO_CHARGE)]
    if estimate.low != estimate.high:
        total.append(
            (tr("From"), tr("{low} to {high}").format(low=estimate.low, high=estimate.high))
        )
    before = [one.no for one in case.estimates[-1:]]
    return Check(
        title=CHECK_ESTIMATE,
        facts=(*_who(case), (tr("The care"), treatment), *lines, *total),
        then=f"{ESTIMATE_THEN} {REPLACES.format(no=before[0])}" if before else ESTIMATE_THEN,
        confirm=ISSUE_IT,
        icon="receipt",
    )


def finance_check(case: CaseFile) -> Check:
    """A case about to be handed to finance."""
    newest = case.estimates[-1:]
    return Check(
        title=CHECK_FINANCE,
        facts=(
            *_who(case),
            (tr("Decision"), case.decision.choice_label if case.decision else ""),
            *((tr("Estimate {no}").format(no=one.no), str(one.total)) for one in newest),
        ),
        then=FINANCE_THEN,
        confirm=SEND_IT,
        icon="cash",
    )


def _who(case: CaseFile) -> tuple[tuple[str, str], ...]:
    return ((tr("Case"), case.ref), (tr("Patient"), case.patient.banner_name))
