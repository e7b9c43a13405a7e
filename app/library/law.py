"""The shelf of the law: rules, questions and countries as typed values, read when first needed."""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from types import MappingProxyType
from typing import Any

from app.library import resource
from app.residency.conditions import Condition, parse
from app.residency.facts import DecidedBy, Fact, FactBook, FactType
from app.residency.law import Law
from app.residency.outcomes import DeskOutcome, Outcomes, OutcomeWords
from app.residency.questions import (
    ASKED,
    Option,
    Question,
    QuestionBook,
    QuestionType,
    Routing,
)
from app.residency.rules import (
    Country,
    Disease,
    Group,
    Kind,
    LookBack,
    Reason,
    RulePack,
    ServiceExemption,
    Side,
    Standing,
)

Table = dict[str, Any]
_DISEASES = "@diseases"
_YES_NO = (Option("yes", "Yes"), Option("no", "No"), Option("unknown", "Not sure"))


@cache
def load_law() -> Law:
    """The law as shipped; each shelf is read once, when it is first asked for."""
    return Law(facts=_facts, questions=_questions, pack=_pack, outcomes=_outcomes)


@cache
def load_countries() -> Mapping[str, Country]:
    """Every country and territory by its two-letter code. Read as text: NA is Namibia."""
    text = resource("countries", "countries.csv").read_text("utf-8")
    rows = csv.DictReader(text.splitlines())
    return MappingProxyType({row["alpha2"]: _country(row) for row in rows})


@cache
def load_diseases() -> tuple[Disease, ...]:
    """The diseases of Schedule 1."""
    return tuple(
        Disease(**{**row, "aliases": tuple(row.get("aliases", ()))})
        for row in _toml("rules", "diseases.toml")["disease"]
    )


def _facts() -> FactBook:
    tables = _toml("rules", "facts.toml")["fact"]
    return FactBook(tuple(_fact(name, row) for name, row in tables.items()), load_countries())


def _fact(name: str, row: Table) -> Fact:
    return Fact(
        name=name,
        type=FactType(row["type"]),
        meaning=row["meaning"],
        decided_by=DecidedBy(row["decided_by"]),
        values=tuple(row.get("values", ())),
        unknown_values=tuple(row.get("unknown_values", ())),
        pending_values=tuple(row.get("pending_values", ())),
        least=row.get("least"),
        most=row.get("most"),
        label=row["label"],
        words=row.get("words", {}),
    )


def _pack(facts: FactBook) -> RulePack:
    standing = _toml("rules", "pack.toml")
    widths = {scope: place for place, scope in enumerate(standing["scopes"])}
    services = _toml("rules", "services.toml")
    return RulePack(
        _standing(standing),
        facts,
        groups=tuple(_group(row, widths) for row in _toml("rules", "groups.toml")["group"]),
        services=tuple(_service(row) for row in services["service"]),
        diseases=load_diseases(),
        countries=load_countries(),
    )


def _standing(pack: Table) -> Standing:
    words = _toml("rules", "statements.toml")
    since, until = pack["valid_from"], pack.get("valid_to")
    charge, outside = pack["charge"], pack["outside"]
    return Standing(
        rules_version=pack["rules_version"],
        valid_from=since,
        valid_to=until,
        review_by=pack["review_by"],
        checked=pack["checked"],
        charge=Reason("charge", charge["regulation"], charge["text"], since, until),
        default_rate_percent=charge["rate_percent"],
        outside=Reason("outside", outside["regulation"], outside["text"], since, until),
        payment_first_from=pack["payment_first"]["in_force_from"],
        category_codes=pack["category_codes"],
        status_codes=pack["status_classification_codes"],
        evidence=_toml("rules", "evidence.toml")["evidence"],
        patient_words=words["patient"],
        flag_words=words["flags"],
    )


def _group(row: Table, widths: Mapping[str, int]) -> Group:
    return Group(
        **_rule(row),
        text=row["explanation"],
        kind=Kind(row["kind"]),
        scope=row["scope"],
        width=widths[row["scope"]],
        charging_category=row["charging_category"],
        status_classification=row["status_classification"],
        rate_percent=row.get("rate_percent"),
        claim_route=row.get("claim_route"),
        course_of_treatment_protection=row["course_of_treatment_protection"],
        confirmation_note=row.get("confirmation_note", ""),
        excludes=tuple(row.get("excludes", ())),
        evidence=tuple(row.get("evidence", ())),
        covers_family_through=tuple(row.get("covers_family_through", ())),
        ends_when=tuple(row.get("ends_when", ())),
    )


def _service(row: Table) -> ServiceExemption:
    return ServiceExemption(
        **_rule(row),
        text=row["plain"],
        confirmation_note=row.get("notes", ""),
        stops_when=tuple(row.get("stops_when", ())),
    )


def _rule(row: Table) -> Table:
    return {
        "id": row["id"],
        "label": row["label"],
        "when": parse(row["when"]),
        "regulation": row["regulation"],
        "in_force_from": row["in_force_from"],
        "in_force_to": row.get("in_force_to"),
        "sensitive": row["sensitive"],
        "confirmed": row["confirmed"],
        "source": row["source"],
        "checked": row["checked"],
        "look_back": _look_back(row.get("look_back")),
    }


def _look_back(row: Table | None) -> LookBack | None:
    if row is None:
        return None
    return LookBack(
        reason=row["reason"],
        regulation=row["regulation"],
        since=row.get("from"),
        until=row.get("to"),
        nhs_bodies_repay_only=row.get("nhs_bodies_repay_only", False),
    )


def _country(row: Mapping[str, str]) -> Country:
    return Country(
        alpha2=row["alpha2"],
        alpha3=row["alpha3"],
        name=row["name"],
        side=Side(row["charging_side"]),
        eu_member=row["eu_member"] == "1",
        eea_member=row["eea_member"] == "1",
        convention_or_charter="1" in (row["ecsma_1953_party"], row["esc_1961_party"]),
        listed=(
            _span(row["schedule2_from"], row["schedule2_to"]) if row["schedule2_from"] else None
        ),
        agreement=_span(row["agreement_in_force_from"], row["agreement_in_force_to"]),
        agreement_name=row["agreement_name"],
        agreement_scope=row["agreement_scope"],
        agreement_persons=row["agreement_persons"],
        agreement_evidence=row["agreement_evidence"],
        scope_confirmed=row["confirmed_scope"] == "1",
        notes=row["notes"],
    )


def _span(since: str, until: str) -> tuple[date, date]:
    return (
        date.fromisoformat(since) if since else date.min,
        date.fromisoformat(until) if until else date.max,
    )


def _questions() -> QuestionBook:
    opening = _toml("questions", "stage_1.toml")
    rows = [
        *opening["question"],
        *_toml("questions", "stage_2.toml")["question"],
        *_toml("questions", "clinician.toml")["question"],
    ]
    routing = tuple(Routing(_asking(row["when"]), row["route"]) for row in opening["routing"])
    return QuestionBook(tuple(_question(row) for row in rows), routing, load_countries())


def _question(row: Table) -> Question:
    kind = QuestionType(row["type"])
    given = tuple(option for choice in row.get("options", ()) for option in _options(choice))
    return Question(
        id=row["id"],
        rank=row["rank"],
        stage=row["stage"],
        section=row["section"],
        asked_by=row["asked_by"],
        text=row["text"],
        type=kind,
        help=row.get("help", ""),
        short=row.get("short", ""),
        options=given or (_YES_NO if kind is QuestionType.YES_NO_UNKNOWN else ()),
        required=row.get("required", False),
        sets=tuple(row.get("sets", ())),
        sensitive=row.get("sensitive", False),
        finding=row.get("finding", False),
        show_when=_asking(row["show_when"]) if "show_when" in row else None,
    )


def _options(row: Table) -> list[Option]:
    if row["value"] == _DISEASES:
        return [Option(d.id, d.name, {"condition_id": d.id}) for d in load_diseases()]
    return [
        Option(
            row["value"],
            row["label"],
            row.get("sets", {}),
            row.get("unticked", {}),
            row.get("alone", False),
        )
    ]


def _asking(tree: Table) -> Condition:
    return parse(_named(tree))


def _named(tree: Table) -> Table:
    """The tree with each question it asks about under a name that no fact has."""
    if "question" in tree:
        rest = {key: value for key, value in tree.items() if key != "question"}
        return {"fact": ASKED + tree["question"], **rest}
    return {
        key: [_named(part) for part in value] if key in ("all", "any") else value
        for key, value in tree.items()
    }


def _outcomes() -> Outcomes:
    shelf = _toml("questions", "outcomes.toml")
    return {
        DeskOutcome(row["id"]): OutcomeWords(
            title=row["title"],
            heading=shelf["heading"],
            steps=tuple(row["steps"]),
            band=row["band"],
            icon=row["icon"],
        )
        for row in shelf["outcome"]
    }


def _toml(*parts: str) -> Table:
    return tomllib.loads(resource(*parts).read_text("utf-8"))
