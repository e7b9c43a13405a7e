"""What the desk hears of the cases it flagged: that somebody looked, and never what they found.

No sentence is a verdict, a sum or a ground, and the plain one is said of charge and freedom
alike, so that nothing can be read from it (hazards H1 and H8). Where a ground is protected, the
plain one is all there is.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.access.roles import Act
from app.casework import flags
from app.casework.review import Choice
from app.core.errors import NotFound
from app.services.answers import answers_of
from app.services.casefile import prompt_line
from app.services.desk import Desk, service
from app.store import decisions, determinations, evidence, registrations
from app.store import feedback as kept
from app.store.feedback import Told
from app.store.registrations import Registration

SEEN, CARD, PAPERS = "seen", "card", "papers"  # ids of the sentences in casework.toml
_HARMLESS = ("", "No", "Not asked")


@dataclass(frozen=True, slots=True)
class BecameOf:
    """One case: its reference and a sentence. No name, for several are shown together."""

    ref: str
    words: str


@dataclass(frozen=True, slots=True)
class Feedback:
    """The newest of them, how many more there are, and the moment they were read up to."""

    lines: tuple[BecameOf, ...]
    more: int
    until: str


@service(Act.REGISTER)
def became_of(desk: Desk) -> Feedback:
    """What became of the cases the person flagged, as far as they have not read it yet."""
    mine = desk.person.user_id
    told = kept.unread(desk.db, mine, desk.terms.feedback_most)
    return Feedback(
        lines=tuple(BecameOf(one.ref, desk.terms.feedback[_kind(desk, one)]) for one in told),
        more=kept.count(desk.db, mine) - len(told),
        until=told[0].told_at if told else "",
    )


@service(Act.REGISTER)
def mark_read(desk: Desk, until: str) -> None:
    """They have read what was told up to that moment; what came since stays."""
    with desk.db.atomic():
        kept.mark_read(desk.db, desk.person.user_id, until=until, at=desk.moment)


def tell_the_desk(desk: Desk, registration_id: str) -> None:
    """Let whoever registered a patient hear of it, once a case is decided and checked.

    Nobody is told of their own decision. The caller owns the transaction.
    """
    registration = registrations.get(desk.db, registration_id)
    if registration.flagged and registration.opened_by != desk.person.user_id:
        kept.tell(desk.db, registration_id, user_id=registration.opened_by, at=desk.moment)


def tell_from_register(desk: Desk, registration_ids: Iterable[str]) -> None:
    """The same, of cases that were decided on another machine; the caller owns the transaction.

    No more than that comes with it, so the plain sentence is all that can be said.
    """
    for registration_id in registration_ids:
        try:
            registration = registrations.get(desk.db, registration_id)
        except NotFound:
            continue  # another desk's case
        if registration.flagged:
            kept.tell(desk.db, registration_id, user_id=registration.opened_by, at=desk.moment)


def _kind(desk: Desk, told: Told) -> str:
    """Which sentence; the plain one wherever a ground is, or may be, protected."""
    registration = registrations.get(desk.db, told.registration_id)
    if _is_protected(desk, registration):
        return SEEN
    decision = decisions.latest(desk.db, told.registration_id)
    if decision is not None and decision.choice == Choice.EUROPEAN_CARD.value:
        return CARD
    seen = evidence.of(desk.db, told.registration_id)
    if any(one.relied_on and one.seen_by == registration.opened_by for one in seen):
        return PAPERS
    return SEEN


def _is_protected(desk: Desk, registration: Registration) -> bool:
    if registration.flag_reason == flags.PRIVATE:
        return True
    answers = answers_of(desk, registration.registration_id)
    prompts = (prompt_line(desk, one, answers) for one in desk.terms.prompts)
    if any(one.shown not in _HARMLESS for one in prompts):
        return True
    private = {rule.id for rule in desk.law.pack.rules if rule.sensitive}
    found = determinations.latest(desk.db, registration.registration_id)
    groups = found.result["groups"] if found is not None else ()
    return any(group["code"] in private for group in groups)
