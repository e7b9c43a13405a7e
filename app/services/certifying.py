"""Closing a case: the officer certifies that no other ground is claimed; a later claim undoes it.

The certificate is an act of its own (charging-rules.md 10.8): who, when, in which words. It is
never given again by itself, and nothing that comes in later counts against the patient (H5).
"""

from __future__ import annotations

from app.residency.claims import later_claims
from app.services.answers import as_answers
from app.services.desk import Desk
from app.store import answers as kept_answers
from app.store import certificates, decisions, registrations
from app.store.certificates import Certificate


def certified(desk: Desk, registration_id: str) -> bool:
    """Whether a certificate stands. Cases decided before it was an act rest on their decision."""
    latest = certificates.latest(desk.db, registration_id)
    if latest is not None:
        return latest.standing
    decision = decisions.latest(desk.db, registration_id)
    return decision is not None and decision.certified


def certify(desk: Desk, registration_id: str) -> None:
    """The officer's certificate on the answers as they are now; the caller's transaction."""
    _add(desk, registration_id, statement=desk.terms.certificate)
    desk.audit("certified", registration_id)


def take_back(desk: Desk, registration_id: str) -> None:
    """No certificate stands any more, where one did; the caller's transaction."""
    if certified(desk, registration_id):
        _add(desk, registration_id, statement="")
        desk.audit("certificate_withdrawn", registration_id)


def is_outdated(desk: Desk, registration_id: str) -> bool:
    """Whether something was claimed, or an answer taken back, since the certificate was given."""
    certificate = certificates.latest(desk.db, registration_id)
    if certificate is None or not certificate.standing:
        return False
    history = kept_answers.history(desk.db, registration_id)
    seen = history[: certificate.answers_seen]
    if len(seen) == len(history):
        return False
    law, registration = desk.law, registrations.get(desk.db, registration_id)
    day = law.pack.day(registration.service_date or desk.today)
    before, now = (
        law.questions.facts_from(as_answers(desk, kept_answers.standing(rows)))
        for rows in (seen, history)
    )
    return bool(later_claims(before, now, law, day))


def _add(desk: Desk, registration_id: str, *, statement: str) -> None:
    certificates.add(
        desk.db,
        Certificate(
            registration_id=registration_id,
            standing=bool(statement),
            statement=statement,
            answers_seen=len(kept_answers.history(desk.db, registration_id)),
            made_by=desk.person.user_id,
            made_at=desk.moment,
        ),
    )
