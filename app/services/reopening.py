"""What new answers do to a case: a protected ground is hidden, a charge in doubt is reopened."""

from __future__ import annotations

from app.casework.review import Choice
from app.residency.findings import Charged
from app.residency.path import relied_on
from app.residency.questions import Answer
from app.services.answers import answers_of, find_out
from app.services.casefile import prompt_line
from app.services.desk import Desk
from app.services.queue import PRIVATE_FLAG
from app.store import decisions, registrations


def take_in(desk: Desk, registration_id: str) -> None:
    """Look at a case again after an answer was kept; the caller owns the transaction."""
    _reopen_a_charge_in_doubt(desk, registration_id)
    if any_prompt_yes(desk, answers_of(desk, registration_id)):
        _hide_ground(desk, registration_id)


def any_prompt_yes(desk: Desk, answers: dict[str, Answer]) -> bool:
    """Whether any of the protected grounds was answered with yes."""
    counting = relied_on(answers, desk.law)
    return any(prompt_line(desk, one, counting).shown == "Yes" for one in desk.terms.prompts)


def _hide_ground(desk: Desk, registration_id: str) -> None:
    """A case with a protected ground shows no reason on any list."""
    registration = registrations.get(desk.db, registration_id)
    if registration.review == "waiting" and registration.flag_reason != PRIVATE_FLAG:
        registrations.flag(
            desk.db, registration_id, reason=PRIVATE_FLAG, due_on=registration.due_on
        )


def _reopen_a_charge_in_doubt(desk: Desk, registration_id: str) -> None:
    """A charge that the answers no longer support goes back to the officers' queue (H5)."""
    decision = decisions.latest(desk.db, registration_id)
    if decision is None or Choice(decision.choice) is not Choice.CHARGE:
        return
    if registrations.get(desk.db, registration_id).review == "waiting":
        return
    found = find_out(desk, registration_id, certified=decision.certified)
    if found.chargeable not in (Charged.YES, Charged.PARTLY):
        registrations.set_review(desk.db, registration_id, "waiting")
        desk.audit("reopened", registration_id)
