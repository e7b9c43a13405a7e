"""The second person's look: what they find themselves first, then their word on the decision.

In the spirit of hazard H12 nobody is led: a case that waits for a second person is shown to them
without the first one's choice, reason or note, and without what the rules said, until they have
said what they find. Both are kept.
"""

from __future__ import annotations

from collections.abc import Mapping

from app.access.roles import Act
from app.casework import flags
from app.casework.review import Choice
from app.core.errors import BadInput, Known, NotAllowed
from app.services.casefile import CaseFile, case_file, second_check_state
from app.services.crediting import credit_after_reversal
from app.services.desk import Desk, service
from app.services.feedback import tell_the_desk
from app.services.reopening import bring_back
from app.services.second_look import looks_wanted, state_after
from app.store import decisions, registrations, second_choices
from app.store.decisions import SecondCheck, StoredDecision


@service(Act.DECIDE_STATUS)
def second_looks(desk: Desk, registration_id: str) -> Mapping[Choice, tuple[str, ...]]:
    """For each choice why a second person would look at it, in words; empty where nobody would.

    It rests on the estimate, prompts, evidence, age and earlier decisions alone, so it tells
    nothing of what the rules say (hazard H12).
    """
    words = desk.terms.second_looks
    return {
        choice: tuple(words[one] for one in looks_wanted(desk, registration_id, choice))
        for choice in Choice
    }


@service(Act.SECOND_CHECK)
def look(desk: Desk, registration_id: str, choice: Choice) -> CaseFile:
    """Keep what the second person finds by themselves; the first decision shows from then on."""
    row = _to_check(desk, registration_id)
    with desk.db.atomic():
        second_choices.add(
            desk.db, row.decision_id, choice.value, by=desk.person.user_id, at=desk.moment
        )
        desk.audit("second_looked", registration_id, {"choice": choice.value})
    return case_file(desk, registration_id)


@service(Act.SECOND_CHECK)
def second_check(desk: Desk, registration_id: str, *, agree: bool, note: str) -> CaseFile:
    """Another person's word; no one checks their own case. A return goes back to the top of Due.

    Who found otherwise may still agree, and says why. Agreeing that nothing is charged after all
    credits what was invoiced (hazard H5).
    """
    row = _to_check(desk, registration_id)
    found = second_choices.of(desk.db, row.decision_id, desk.person.user_id)
    if not found:
        raise Known(
            "look_first", "Say what you find yourself first. Then the decision shows.", "choice"
        )
    said = len(note.split()) >= 2
    if not agree and not said:
        raise BadInput("no_note", "Say what the officer should look at again.", "note")
    if agree and found != row.choice and not said:
        raise BadInput("no_note", "You found otherwise. Say why you agree all the same.", "note")
    with desk.db.atomic():
        decisions.add_check(
            desk.db,
            SecondCheck(
                decision_id=row.decision_id,
                agreed=agree,
                note=note.strip(),
                checked_by=desk.person.user_id,
                checked_at=desk.moment,
            ),
        )
        desk.audit("second_checked", registration_id, {"agreed": agree, "found": found})
        if agree:
            _go_on(desk, registration_id, Choice(row.choice))
        else:
            registrations.set_review(desk.db, registration_id, "waiting")
            bring_back(desk, registration_id, flags.RETURNED, desk.today)
    return case_file(desk, registration_id)


def _go_on(desk: Desk, registration_id: str, choice: Choice) -> None:
    state = state_after(choice, second=False)
    registrations.set_review(desk.db, registration_id, state)
    if choice is not Choice.CHARGE:
        credit_after_reversal(desk, registration_id)
    if state == "decided":
        tell_the_desk(desk, registration_id)


def _to_check(desk: Desk, registration_id: str) -> StoredDecision:
    row = decisions.latest(desk.db, registration_id)
    if row is None or second_check_state(desk, row) != "needed":
        raise Known("no_check_due", "No second check is waiting on this case.")
    if row.decided_by == desk.person.user_id:
        raise NotAllowed("You made this decision. Ask another senior officer to check it.")
    return row
