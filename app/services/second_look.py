"""When another person must look at a decision before anything follows from it (hazard H5)."""

from __future__ import annotations

from app.casework.review import Choice, SecondLook, second_looks
from app.core.dates import age_in_years
from app.residency.determination import Determination
from app.services.answers import answers_of
from app.services.casefile import second_check_state
from app.services.desk import Desk
from app.services.reopening import any_prompt_yes
from app.store import decisions, determinations, estimates, evidence, patients, registrations


def looks_wanted(desk: Desk, registration_id: str, choice: Choice) -> tuple[SecondLook, ...]:
    """Why a decision for this choice would wait for a second person; empty where it would not."""
    registration = registrations.get(desk.db, registration_id)
    issued = estimates.of(desk.db, registration_id)
    born = patients.get(desk.db, registration.patient_id).born
    before = reverses(desk, registration_id, choice)
    return second_looks(
        choice,
        estimate_pence=issued[-1].total.pence if issued else None,
        bound_pence=desk.trust.second_check_from_pence,
        any_prompt_yes=any_prompt_yes(desk, answers_of(desk, registration_id)),
        reversal=before is SecondLook.REVERSAL,
        not_agreed=before is SecondLook.NOT_AGREED,
        child=born is not None and age_in_years(born, desk.today) < 18,
        no_evidence=not any(row.relied_on for row in evidence.of(desk.db, registration_id)),
    )


def state_after(choice: Choice, *, second: bool) -> str:
    """Where a case stands once somebody has decided it, or has agreed with who did."""
    if choice is Choice.CANNOT_TELL:
        return "waiting"
    return "second_check" if second else "decided"


def reverses(desk: Desk, registration_id: str, choice: Choice) -> SecondLook | None:
    """Whether this turns an earlier decision round, or repeats one nobody has agreed to yet."""
    before = decisions.latest(desk.db, registration_id)
    if before is None:
        return None
    if Choice(before.choice) is not choice:
        return SecondLook.REVERSAL
    stands = second_check_state(desk, before) not in ("needed", "returned")
    return None if stands else SecondLook.NOT_AGREED


def drops_charges(desk: Desk, registration_id: str, found: Determination) -> bool:
    """Whether this finding takes back a charge that the decision before it still stood by."""
    before = determinations.latest(desk.db, registration_id)
    if before is None or not found.retrospective.cancel:
        return False
    return not before.result["retrospective"]["cancel"]
