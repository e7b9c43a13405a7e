"""What new answers do to a case: a protected ground is hidden, a closed case is reopened."""

from __future__ import annotations

from datetime import date

from app.casework import flags
from app.casework.review import Choice
from app.core.dates import working_days_after
from app.residency.findings import Charged
from app.residency.path import relied_on
from app.residency.questions import Answer
from app.residency.telling import frees_charged_days
from app.services import certifying
from app.services.answers import answers_of, ask_law
from app.services.casefile import prompt_line
from app.services.desk import Desk
from app.services.diary_keeping import write_up
from app.services.queue_place import note
from app.store import decisions, registrations


def take_in(desk: Desk, registration_id: str) -> None:
    """Look at a case again after an answer was kept; the caller owns the transaction."""
    _undo_an_outdated_certificate(desk, registration_id)
    _reopen_a_charge_in_doubt(desk, registration_id)
    if is_private(desk, registration_id):
        _hide_ground(desk, registration_id)
    write_up(desk, registration_id)
    note(desk, registration_id)


def bring_back(desk: Desk, registration_id: str, reason: str, due_on: date) -> None:
    """Put a case before an officer again and say why; the caller owns the transaction.

    Its outcome stays what it is until a person decides. A protected ground outweighs the reason
    on every list.
    """
    shown = flags.PRIVATE if is_private(desk, registration_id) else reason
    registrations.bring_back(desk.db, registration_id, reason=shown, due_on=due_on)
    desk.audit("brought_back", registration_id, {"reason": reason})


def any_prompt_yes(desk: Desk, answers: dict[str, Answer]) -> bool:
    """Whether any of the protected grounds was answered with yes."""
    counting = relied_on(answers, desk.law)
    return any(prompt_line(desk, one, counting).shown == "Yes" for one in desk.terms.prompts)


def is_private(desk: Desk, registration_id: str) -> bool:
    """Whether lists hide why the case is here: a protected ground was, or is, claimed, or the
    desk could not ask for a reason that is the team's alone."""
    registration = registrations.get(desk.db, registration_id)
    kept = registration.flag_reason == flags.PRIVATE
    untold = registration.could_not_ask in desk.terms.private_reasons
    return kept or untold or any_prompt_yes(desk, answers_of(desk, registration_id))


def _hide_ground(desk: Desk, registration_id: str) -> None:
    """A case with a protected ground shows no reason on any list."""
    registration = registrations.get(desk.db, registration_id)
    if registration.review == "waiting" and registration.flag_reason != flags.PRIVATE:
        registrations.flag(
            desk.db, registration_id, reason=flags.PRIVATE, due_on=registration.due_on
        )


def _undo_an_outdated_certificate(desk: Desk, registration_id: str) -> None:
    """A later claim takes the certificate back and opens the case again (charging-rules 10.8)."""
    if not certifying.is_outdated(desk, registration_id):
        return
    certifying.take_back(desk, registration_id)
    if decisions.latest(desk.db, registration_id) is not None:
        due_on = working_days_after(desk.today, desk.terms.review_days)
        bring_back(desk, registration_id, flags.NEW_CLAIM, due_on)
        desk.audit("reopened", registration_id)


def _reopen_a_charge_in_doubt(desk: Desk, registration_id: str) -> None:
    """A charge that the answers no longer support goes back to the officers' queue (H5)."""
    decision = decisions.latest(desk.db, registration_id)
    if decision is None or Choice(decision.choice) is not Choice.CHARGE:
        return
    if registrations.get(desk.db, registration_id).review == "waiting":
        return
    asked = ask_law(desk, registration_id, certified=certifying.certified(desk, registration_id))
    found, spells = asked.found, asked.case.spells
    charges = found.chargeable in (Charged.YES, Charged.PARTLY)
    if not charges or (spells is not None and frees_charged_days(found.lines, spells, found.on)):
        registrations.set_review(desk.db, registration_id, "waiting")
        desk.audit("reopened", registration_id)
