"""Cases by chance that aim at a rule, so that rare grounds hold, nearly hold, or stay open."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from random import Random
from typing import Any

from app.library.law import load_law
from app.residency.determination import Case
from app.residency.line import Line
from tests.residency.given import Facts, baseline, value_of
from tests.residency.reference import Tree, shelves
from tests.residency.whole_case import countries

BEGUN = date(2015, 4, 6)
ONE_DAY = timedelta(days=1)
OF_A_LINE = (
    "service_type", "urgency", "admitted_as_inpatient", "service_is_outpatient_appointment",
    "service_is_termination", "provider_type", "condition_id", "condition_caused_by_violence",
    "course_start_date", "service_is_relevant", "need_arose_during_visit",
    "medically_necessary_during_stay", "treatment_matches_authorisation",
    "travelled_to_uk_for_this_treatment", "same_course_as_exempt_line",
)  # fmt: skip
WORKED_OUT = (
    "tca_entitlement", "schedule2_listed", "is_eea_or_swiss_citizen", "ecsma_or_charter_national",
    "service_is_assisted_conception", "residence_charging_side", "earlier_exemption_in_course",
    "age_years", "age_months",
)  # fmt: skip


@cache
def turning_days() -> list[date]:
    """The days on which a rule, a disease or an agreement begins or ends, and their neighbours."""
    days = {date(2017, 10, 23), date(2026, 3, 9)}
    for rule in (*_rules(), *shelves()["diseases"]["disease"]):
        days |= {rule["in_force_from"], rule.get("in_force_to", rule["in_force_from"])}
    for row in countries().values():
        spans = ("schedule2_from", "schedule2_to", "agreement_in_force_from")
        days |= {date.fromisoformat(row[key]) for key in spans if row[key]}
    beside = {day + step * ONE_DAY for day in days for step in (-1, 0, 1)}
    return sorted(day for day in beside if day >= BEGUN)


def likely_case(chance: Random) -> Case:
    """A tourist, or a person of whom little is known, in whose case a rule or two may hold."""
    on = chance.choice(turning_days())
    facts = _person(chance)
    for _ in range(chance.choice((0, 1, 1, 2, 3))):
        rule = chance.choice(_rules())
        facts |= _meeting(rule["when"], on, chance)
        if chance.random() < 0.3:
            edge = chance.choice((rule["in_force_from"], rule.get("in_force_to", on)))
            on = max(BEGUN, edge + chance.choice((-1, 0, 1)) * ONE_DAY)
    for name in chance.sample([fact.name for fact in load_law().facts.all], chance.randint(0, 4)):
        if chance.random() < 0.6:
            facts.pop(name, None)
        else:
            facts[name] = value_of(load_law().facts[name], chance)
    lines = [_line(f"L{number}", on, chance) for number in range(chance.choice((0, 0, 1, 2, 4)))]
    facts["service_date"] = on
    return Case(facts, tuple(lines), chance.random() < 0.4)


def _rules() -> list[dict[str, Any]]:
    return [*shelves()["services"]["service"], *shelves()["groups"]["group"]]


def _person(chance: Random) -> Facts:
    if chance.random() < 0.3:
        known = chance.sample(sorted(baseline()), 25)
        return {"service_is_relevant": True} | {name: baseline()[name] for name in known}
    facts = dict(baseline())
    if chance.random() < 0.6:
        for name in WORKED_OUT:
            facts.pop(name, None)
        facts["country_of_residence"] = chance.choice(sorted(countries()))
        facts["date_of_birth"] = chance.choice(turning_days())
    return facts


def _line(line_id: str, on: date, chance: Random) -> Line:
    drawn = {
        name: value_of(load_law().facts[name], chance)
        for name in OF_A_LINE
        if chance.random() < 0.15
    }
    if chance.random() < 0.5:
        drawn["service_date"] = chance.choice((on, chance.choice(turning_days())))
    return Line(line_id, drawn)


def _meeting(tree: Tree, on: date, chance: Random) -> Facts:
    """Facts under which a condition holds, or misses by a day or a month."""
    if "all" in tree:
        found: Facts = {}
        for part in tree["all"]:
            found |= _meeting(part, on, chance)
        return found
    if "any" in tree:
        return _meeting(chance.choice(tree["any"]), on, chance)
    name: str = tree["fact"]
    wanted: Any = tree.get("value")
    if name == "service_date":
        return {}
    if wanted == "@diseases":
        wanted = [row["id"] for row in shelves()["diseases"]["disease"]]
    if wanted == "@service_date":
        wanted = on
    match tree["op"]:
        case "is_true" | "is_false":
            return {name: tree["op"] == "is_true"}
        case "in":
            return {name: chance.choice(wanted)}
        case "eq":
            return {name: wanted}
        case _ if isinstance(wanted, date):
            return {name: wanted + chance.choice((-30, -1, 0, 1, 30)) * ONE_DAY}
        case _:
            return {name: max(0, wanted + chance.choice((-1, 0, 1)))}
