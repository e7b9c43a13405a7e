"""A second opinion on a whole case, slow and plain, written from the text of the rules.

It reads the rule files through `reference` and knows nothing of the tables, lines and letters of
the engine. The order of scopes, and that D and F wait for an open exemption, are the engine's own
choices and are followed here.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from app.library import resource
from tests.residency.reference import shelves, true_and_unknown

Facts = dict[str, Any]
CONCEPTION = "assisted_conception_chargeable"
EUROPEAN = ("ehic", "prc", "s1_non_uk", "s2", "e112")
FOREIGN = (*EUROPEAN, "malta_quota", "reciprocal_proof")


@dataclass(frozen=True)
class LineOpinion:
    """One line: what the engine's finding must say of it."""

    charged: str
    services: list[str]
    rate: int | None
    liable: str | None
    asks_first: bool


@dataclass(frozen=True)
class Opinion:
    """The whole case."""

    resident: str
    chargeable: str
    letter: str
    digit: int
    groups: list[str]
    flagged: bool
    lines: list[LineOpinion]


@cache
def groups() -> dict[str, Any]:
    """Every group by its id, in file order."""
    return {group["id"]: group for group in shelves()["groups"]["group"]}


@cache
def countries() -> dict[str, dict[str, str]]:
    """Every row of the country list by its code."""
    text = resource("countries", "countries.csv").read_text("utf-8")
    return {row["alpha2"]: row for row in csv.DictReader(text.splitlines())}


@cache
def scopes() -> list[str]:
    """The scopes, the widest first."""
    return list(tomllib.loads(resource("rules", "pack.toml").read_text("utf-8"))["scopes"])


def second_opinion(shared: Facts, lines: Sequence[Facts], *, certified: bool, on: date) -> Opinion:
    """What the text of the rules makes of a case; `on` is the day of lines without one."""
    tried = [_Tried({**shared, **line}, certified=certified, on=on) for line in lines or [{}]]
    latest = max(one.on for one in tried)
    last = [one for one in tried if one.on == latest]
    said = {one.resident for one in last}
    resident = said.pop() if len(said) == 1 else "undetermined"
    charged = {one.charged for one in tried}
    chargeable = charged.pop() if len(charged) == 1 else "partly"
    if any(one.charged == "undetermined" for one in tried):
        chargeable = "undetermined"
    letter, digit = _letter(last, resident, chargeable)
    return Opinion(
        resident=resident,
        chargeable=chargeable,
        letter=letter,
        digit=digit,
        groups=[name for name in groups() if any(name in one.naming for one in tried)],
        flagged=letter != "A" or any(not one.plainly_resident for one in tried),
        lines=[one.opinion(settled=letter != "P") for one in tried],
    )


class _Tried:
    """One line under every rule of its day."""

    def __init__(self, given: Facts, *, certified: bool, on: date) -> None:
        self.on: date = given.get("service_date") or on
        self.facts = facts = _worked_out(given, self.on)
        true, unknown = true_and_unknown(facts, self.on, certified=certified)
        kinds = {name: group["kind"] for name, group in groups().items()}
        self.true = true
        self.services = [name for name in true if name not in kinds]
        self.naming = [n for n in true if kinds.get(n) in ("resident", "exempt", "historic")]
        self.residence = [name for name in true if kinds.get(name) == "resident"]
        self.exempt = [name for name in self.naming if name not in self.residence]
        self.open_exempt = [n for n in unknown if kinds.get(n) in ("exempt", "historic")]
        open_residence = any(kinds.get(name) == "resident" for name in unknown)
        self.resident = "yes" if self.residence else "undetermined" if open_residence else "no"
        conception = True if CONCEPTION in true else None if CONCEPTION in unknown else False
        self.freeing = [name for name in self.exempt if _covers(name, conception) is True]
        might = [
            name
            for name in (*self.exempt, *self.open_exempt)
            if name not in self.freeing and _covers(name, conception) is not False
        ]
        open_services = any(name not in kinds for name in unknown)
        relevant = facts.get("service_is_relevant")
        if self.residence or self.services or self.freeing or relevant is False:
            self.charged = "no"
        elif open_residence or open_services or might or relevant is None:
            self.charged = "undetermined"
        else:
            self.charged = "yes"

    @property
    def plainly_resident(self) -> bool:
        """A resident that day, not by immunity alone, and without a foreign document."""
        return self.residence not in ([], ["or_exempt_from_control"]) and (
            self.facts.get("entitlement_document") not in FOREIGN
        )

    def opinion(self, *, settled: bool) -> LineOpinion:
        """What the finding must say of this line."""
        rates = [groups()[name]["rate_percent"] for name in self.true if _charges(name)]
        owed = self.charged == "yes"
        urgency = self.facts.get("urgency")
        return LineOpinion(
            charged=self.charged,
            services=self.services,
            rate=min(rates, default=150) if owed else 0 if self.charged == "no" else None,
            liable=_liable(self.facts) if owed else None,
            asks_first=owed
            and settled
            and urgency == "non_urgent"
            and self.facts.get("service_type") != "maternity"
            and self.on >= date(2017, 10, 23),
        )


def _covers(name: str, conception: bool | None) -> bool | None:
    match groups()[name]["scope"]:
        case "none":
            return False
        case "all_except_assisted_conception":
            return None if conception is None else not conception
        case _:
            return True


def _charges(name: str) -> bool:
    return name in groups() and groups()[name]["kind"] == "chargeable"


def _letter(last: Sequence[_Tried], resident: str, chargeable: str) -> tuple[str, int]:
    if "undetermined" in (resident, chargeable):
        return "P", 9
    if resident == "yes":
        return "A", 8
    european = any(one.facts.get("residence_charging_side") == "EEA" for one in last)
    freeing = [name for one in last for name in one.freeing]
    named = freeing or [n for one in last for n in one.exempt if _covers(n, False)]
    if named:
        order = list(groups())
        best = min(named, key=lambda name: (*_place(name), order.index(name)))
        letter = groups()[best]["charging_category"]
        plain = "C" if european else "E"
        return plain if letter == "rule:exempt" else letter, groups()[best]["status_classification"]
    if any(_covers(name, False) for one in last for name in one.open_exempt):
        return "P", 9
    return ("D" if european else "F"), 4


def _place(name: str) -> tuple[int, bool]:
    group = groups()[name]
    return scopes().index(group["scope"]), group["sensitive"]


def _liable(facts: Mapping[str, Any]) -> str:
    for fact, who in (
        ("ship_crew", "ship_owner"),
        ("air_crew", "employer"),
        ("patient_deceased", "estate"),
    ):
        if facts.get(fact) is True:
            return who
    age = facts.get("age_years")
    return "parental_responsibility" if age is not None and age < 18 else "patient"


def _worked_out(given: Facts, on: date) -> Facts:
    facts = {name: value for name, value in given.items() if value is not None}
    facts["service_date"] = on
    if (born := facts.get("date_of_birth")) is not None:
        facts |= dict.fromkeys(("age_years", "age_months"))
        if born <= on:
            months = _whole_months(born, on)
            facts |= {"age_years": months // 12, "age_months": months}
    if (home := countries().get(facts.get("country_of_residence", ""))) is not None:
        facts.setdefault("residence_charging_side", home["charging_side"])
        facts.setdefault("schedule2_listed", _listed(home, on))
    if nations := [countries()[code] for code in facts.get("nationalities", ())]:
        parties = {one[key] for one in nations for key in ("ecsma_1953_party", "esc_1961_party")}
        facts.setdefault("ecsma_or_charter_national", "1" in parties)
        eea = any(one["eea_member"] == "1" or one["alpha2"] == "CH" for one in nations)
        facts.setdefault("is_eea_or_swiss_citizen", eea)
    document = facts.get("entitlement_document")
    issuer = countries().get(facts.get("entitlement_document_issuer", ""))
    if issuer is not None and issuer["eu_member"] != "1":
        facts.setdefault("tca_entitlement", False)  # of whatever kind the document is
    elif document is not None:
        if document not in EUROPEAN:
            facts.setdefault("tca_entitlement", False)
        elif issuer is not None:
            facts.setdefault("tca_entitlement", True)
    if facts.get("service_type") not in (None, "assisted_conception"):
        facts.setdefault("service_is_assisted_conception", False)
    facts.setdefault("earlier_exemption_in_course", "none")
    return facts


def _whole_months(born: date, on: date) -> int:
    months = (on.year - born.year) * 12 + on.month - born.month
    last_of_month = (on + timedelta(days=1)).month != on.month
    return months if on.day >= born.day or last_of_month else months - 1


def _listed(home: Mapping[str, str], on: date) -> bool:
    spans = (
        ("schedule2_from", "schedule2_to"),
        ("agreement_in_force_from", "agreement_in_force_to"),
    )
    return bool(home["schedule2_from"]) and all(
        (home[since] or "0001-01-01") <= on.isoformat() <= (home[until] or "9999-12-31")
        for since, until in spans
    )
