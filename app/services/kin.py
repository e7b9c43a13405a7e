"""What a principal or parent is, from their own record: only what an officer has decided."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from app.casework.review import Choice
from app.residency.determination import Case
from app.residency.established import Established, established, named_in_rules
from app.residency.findings import Charged, Days
from app.residency.spell import DatedFacts
from app.services.desk import Desk
from app.store import history, stays
from app.store.history import DecidedBefore

FACTS = {"principal": "family_principal_group", "parent": "parent_group"}
"""The fact that each relation tells."""
NO_GROUP = "none"
OwnCase = Callable[[str], Case]


def family_facts(
    desk: Desk, registration_id: str, days: Days, own_case: OwnCase
) -> tuple[DatedFacts, ...]:
    """The groups of the principal and the parent linked, from day to day.

    `own_case` makes the case of a registration without its own family, so that two people linked
    to each other are no circle. What nobody has decided, or what the decision does not cover on
    a day, is unknown.
    """
    changes: list[DatedFacts] = []
    for relation, patient_id in stays.links(desk.db, registration_id).items():
        fact = FACTS[relation]
        for since, group in _group_by_day(desk, patient_id, fact, days=days, own_case=own_case):
            changes.append(DatedFacts(since, {fact: group}))
    return tuple(changes)


def _group_by_day(
    desk: Desk, patient_id: str, fact: str, *, days: Days, own_case: OwnCase
) -> list[tuple[date, str | None]]:
    decided = [one for one in _standing(desk, patient_id) if one.agreed]
    cover = named_in_rules(fact, desk.law)
    told = [
        (one, established(_as_decided(one, own_case), desk.law, days)) for one in reversed(decided)
    ]
    starts = sorted({days.first} | {part.since for _, parts in told for part in parts})
    found: list[tuple[date, str | None]] = []
    for start in starts:
        groups = (_group(one, _at(parts, start), cover) for one, parts in told)
        group = next((one for one in groups if one is not None), None)
        if not found or found[-1][1] != group:
            found.append((start, group))
    return found


def _as_decided(decided: DecidedBefore, own_case: OwnCase) -> Case:
    return replace(own_case(decided.registration_id), certified=decided.certified)


def _standing(desk: Desk, patient_id: str) -> list[DecidedBefore]:
    """The last decision of each of a person's registrations, where nothing about it is open."""
    latest = {one.registration_id: one for one in history.of_patient(desk.db, patient_id)}
    return [one for one in latest.values() if one.review == "decided"]


def _at(parts: tuple[Established, ...], day: date) -> Established:
    return [part for part in parts if part.since <= day][-1]


def _group(decided: DecidedBefore, now: Established, cover: frozenset[str]) -> str | None:
    """A group that was decided and holds that day, one that covers family first; or None."""
    groups = {row["code"] for row in decided.result["groups"]}
    holding = [group for group in now.groups if group in groups]
    covering = [group for group in holding if group in cover]
    if covering or holding:
        return (covering or holding)[0]
    charged = decided.choice == Choice.CHARGE and now.charged is Charged.YES
    return NO_GROUP if charged else None
