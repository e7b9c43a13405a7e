"""A protected ground is hidden from everyone who need not know (charging-rules.md 8.1, H8).

Every service is called as every role that decides no case, on cases with a ground and with
officers' own words about it; no value and no page of a PDF that comes back says a word of either.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import fields, is_dataclass

import pytest

from app.access.roles import Role
from app.casework.review import Choice
from app.core.errors import Known
from app.services import checking, feedback, holding, queue, review, signin
from app.services.desk import SERVICES
from tests.documents.reading import text
from tests.services import test_access as access
from tests.services.calls import CALLS, World
from tests.services.work import seated

world = access.world

CANARY = "Canaryground"
GROUND = ("positive_reasonable_grounds", "claimed_pending", "Protection granted", "Trafficking")
# What speaks of the law, or asks everybody alike, and of no patient: it names every ground.
OF_THE_LAW = (
    "packs.",
    "paper.print_",
    "reference.",
    "replaying.",
    "redetermining.",
)
# Opened by name of one case, with a reason, and looked at afterwards (test_emergency.py).
AFTER_A_REASON = ("emergency.read_in_emergency",)
NEED_NOT_KNOW = (Role.CLERK, Role.FINANCE, Role.ADMIN, Role.CLINICIAN, Role.AUDITOR)


class _Undo(Exception):
    """Takes back what was written."""


def _told(found: object) -> Iterator[str]:
    """Every text in a result, those of its PDFs too."""
    if isinstance(found, str):
        yield found
    elif isinstance(found, bytes):
        yield text(found) if found.startswith(b"%PDF") else found.decode("utf-8", "replace")
    elif is_dataclass(found):
        for one in fields(found):
            yield from _told(getattr(found, one.name))
    elif isinstance(found, Mapping):
        for key, value in found.items():
            yield from _told(key)
            yield from _told(value)
    elif isinstance(found, list | tuple | set | frozenset):
        for one in found:
            yield from _told(one)


def _protect(world: World) -> None:
    """Grounds claimed, and written about, on the cases every call is about."""
    desk = world.desk
    with seated(desk, "officer"):
        for case in (world.ready, world.decided, world.to_check):
            review.answer(desk, case, "s2_nrm", "positive_reasonable_grounds")
            review.answer(desk, case, "s2_protection", ("claimed_pending",))
            review.add_evidence(desk, case, type_code="passport", detail=f"{CANARY} in her bag")
            holding.rest_letters(desk, case, "safeguarding", f"{CANARY} told the nurse")
            review.decide(
                desk,
                case,
                choice=Choice.EXEMPT,
                reason_code="E2",
                note=f"{CANARY} spoke of it alone.",
                certified=False,
                no_evidence_offered=False,
            )
    with seated(desk, "senior"):
        checking.look(desk, world.decided, Choice.EXEMPT)
        checking.second_check(desk, world.decided, agree=True, note=f"{CANARY} is plain here.")


@pytest.mark.slow
@pytest.mark.parametrize("role", NEED_NOT_KNOW)
def test_h8_no_service_tells_a_protected_ground_to_who_need_not_know(
    world: World, role: Role
) -> None:
    desk = world.desk
    with suppress(_Undo), desk.db.atomic():
        _protect(world)
        signin.act_as(desk, f"only_{role}")
        told: dict[str, list[str]] = {}
        for name in sorted(SERVICES):
            short = name.removeprefix("app.services.")
            if not access._may(desk, name, role) or short in AFTER_A_REASON:
                continue
            words: list[str] = []
            with suppress(_Undo), desk.db.atomic():
                try:
                    words = list(_told(CALLS[short](world)))
                except Known as known:
                    words = [known.message]
                raise _Undo
            secret = (CANARY,) if short.startswith(OF_THE_LAW) else (CANARY, *GROUND)
            found = [one for one in words if any(word in one for word in secret)]
            if found:
                told[short] = found
        assert told == {}
        raise _Undo


@pytest.mark.slow
def test_h8_lists_say_private_and_the_desk_hears_the_plain_sentence(world: World) -> None:
    desk = world.desk
    with suppress(_Undo), desk.db.atomic():
        _protect(world)
        with seated(desk, "officer"):
            rows = {row.registration_id: row for row in queue.queue(desk)}
        assert rows[world.ready].reason == queue.PRIVATE
        with seated(desk, "clerk"):
            heard = {one.words for one in feedback.became_of(desk).lines}
        assert heard == {desk.terms.feedback["seen"]}
        raise _Undo
