"""The shelf of the law: rules, questions and countries as typed values, read when first needed."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import cache, cached_property
from types import MappingProxyType
from typing import TypeVar

from app.library import resource
from app.library.shelves import FolderShelves, Shelves, Table
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

Row = TypeVar("Row")
T = TypeVar("T")
_DISEASES = "@diseases"
_YES_NO = (Option("yes", "Yes"), Option("no", "No"), Option("unknown", "Not sure"))


@cache
def load_law() -> Law:
    """The law as shipped; each shelf is read once, when it is first asked for."""
    return shipped().law()


def load_countries() -> Mapping[str, Country]:
    """Every country and territory of the law as shipped, by its two-letter code."""
    return shipped().countries


def load_diseases() -> tuple[Disease, ...]:
    """The diseases of Schedule 1 of the law as shipped."""
    return shipped().diseases


@cache
def shipped() -> LawReader:
    """The reader of the law that came with the program."""
    return LawReader(FolderShelves(resource()))


class LawReader:
    """One edition of the law, read shelf by shelf from wherever it lies."""

    def __init__(self, shelves: Shelves) -> None:
        self.shelves = shelves

    def law(self) -> Law:
        """The law; nothing is read before it is asked for."""
        return Law(
            facts=self._facts, questions=self._questions, pack=self._pack, outcomes=self._outcomes
        )

    @cached_property
    def countries(self) -> Mapping[str, Country]:
        """Every country and territory by its two-letter code."""
        rows = self.shelves.rows("countries/countries")
        countries = _each("countries/countries", rows, _country)
        return MappingProxyType({country.alpha2: country for country in countries})

    @cached_property
    def diseases(self) -> tuple[Disease, ...]:
        """The diseases of Schedule 1."""
        return _each("rules/diseases", self.shelves.table("rules/diseases")["disease"], _disease)

    def _facts(self) -> FactBook:
        tables = self.shelves.table("rules/facts")["fact"]
        return FactBook(tuple(_fact(name, row) for name, row in tables.items()), self.countries)

    def _pack(self, facts: FactBook) -> RulePack:
        standing = self.shelves.table("rules/pack")
        widths = {scope: place for place, scope in enumerate(standing["scopes"])}
        services = self.shelves.table("rules/services")["service"]
        groups = self.shelves.table("rules/groups")["group"]
        return RulePack(
            self._standing(standing),
            facts,
            groups=_each("rules/groups", groups, lambda row: _group(row, widths)),
            services=_each("rules/services", services, _service),
            diseases=self.diseases,
            countries=self.countries,
        )

    def _standing(self, pack: Table) -> Standing:
        words = self.shelves.table("rules/statements")
        since, until = pack["valid_from"], pack.get("valid_to")
        charge, outside, wrongly = pack["charge"], pack["outside"], pack["wrongly_charged"]
        return Standing(
            rules_version=pack["rules_version"],
            valid_from=since,
            valid_to=until,
            review_by=pack["review_by"],
            checked=pack["checked"],
            charge=Reason.of("charge", charge["regulation"], charge["text"], since, until),
            default_rate_percent=charge["rate_percent"],
            outside=Reason.of("outside", outside["regulation"], outside["text"], since, until),
            wrongly_charged=Reason.of(
                "wrongly_charged", wrongly["regulation"], wrongly["text"], since, until
            ),
            payment_first_from=pack["payment_first"]["in_force_from"],
            unconfirmed_sides=frozenset(pack["letters"]["unconfirmed_sides"]),
            category_codes=pack["category_codes"],
            status_codes=pack["status_classification_codes"],
            evidence=self.shelves.table("rules/evidence")["evidence"],
            supports={
                code: tuple(facts)
                for code, facts in self.shelves.table("rules/evidence").get("supports", {}).items()
            },
            patient_words=words["patient"],
            flag_words=words["flags"],
            asking_words=words["asking"],
        )

    def _questions(self) -> QuestionBook:
        opening = self.shelves.table("questions/stage_1")
        rows = [
            *opening["question"],
            *self.shelves.table("questions/stage_2")["question"],
            *self.shelves.table("questions/clinician")["question"],
        ]
        routing = tuple(Routing(_asking(row["when"]), row["route"]) for row in opening["routing"])
        questions = _each("questions", rows, lambda row: _question(row, self.diseases))
        return QuestionBook(questions, routing, self.countries)

    def _outcomes(self) -> Outcomes:
        shelf = self.shelves.table("questions/outcomes")
        return {
            DeskOutcome(row["id"]): OutcomeWords(
                title=row["title"],
                heading=shelf["heading"],
                steps=tuple(row["steps"]),
                band=row["band"],
                icon=row["icon"],
                leaflet=row.get("leaflet", 0),
            )
            for row in shelf["outcome"]
        }


def _each(shelf: str, rows: Iterable[Row], read: Callable[[Row], T]) -> tuple[T, ...]:
    """The rows as values; a ValueError names the one that cannot be read."""
    values: list[T] = []
    for number, row in enumerate(rows, start=1):
        try:
            values.append(read(row))
        except KeyError as missing:
            raise ValueError(f"{shelf}, entry {number} lacks {missing}") from None
        except (ValueError, TypeError, AttributeError) as odd:
            raise ValueError(f"{shelf}, entry {number}: {odd}") from None
    return tuple(values)


def _disease(row: Table) -> Disease:
    return Disease(**{**row, "aliases": tuple(row.get("aliases", ()))})


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
        label=row.get("label") or row["meaning"],
        words=row.get("words", {}),
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
        course_protected_until=row.get("course_protected_until"),
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
        since_fact=row.get("from_fact", ""),
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


def _question(row: Table, diseases: tuple[Disease, ...]) -> Question:
    kind = QuestionType(row["type"])
    given = tuple(
        option for choice in row.get("options", ()) for option in _options(choice, diseases)
    )
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


def _options(row: Table, diseases: tuple[Disease, ...]) -> list[Option]:
    if row["value"] == _DISEASES:
        return [Option(d.id, d.name, {"condition_id": d.id}) for d in diseases]
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
