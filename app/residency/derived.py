"""Facts worked out from other facts (charging-rules 10.1).

A fact that is given is taken as given; ages alone always follow a known date of birth. What is
worked out of something unknown stays unknown.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from app.core.dates import age_in_months, age_in_years
from app.residency.facts import FactValue
from app.residency.rules import Country

Facts = dict[str, FactValue | None]

_EUROPEAN_DOCUMENTS = ("ehic", "prc", "s1_non_uk", "s2", "e112")

Work = Callable[[Facts, date, Mapping[str, Country]], None]


@dataclass(frozen=True, slots=True)
class Part:
    """One step of working out: what it looks at besides the service date, and what it may add."""

    sources: tuple[str, ...]
    gives: tuple[str, ...]
    work: Work


def work_out(facts: Facts, service_date: date, countries: Mapping[str, Country]) -> None:
    """Add to one line's facts what follows from them on its service date."""
    facts["service_date"] = service_date
    for work in _WORK:
        work(facts, service_date, countries)


def born_after_service(facts: Mapping[str, FactValue | None]) -> bool:
    """Whether the two dates contradict each other, so that no age can be told."""
    born, service_date = facts.get("date_of_birth"), facts.get("service_date")
    return isinstance(born, date) and isinstance(service_date, date) and born > service_date


def _ages(facts: Facts, service_date: date, _: Mapping[str, Country]) -> None:
    born = facts.get("date_of_birth")
    if isinstance(born, date):
        known = born <= service_date
        facts["age_years"] = age_in_years(born, service_date) if known else None
        facts["age_months"] = age_in_months(born, service_date) if known else None


def _from_residence(facts: Facts, on: date, countries: Mapping[str, Country]) -> None:
    code = facts.get("country_of_residence")
    if isinstance(code, str):
        country = countries[code]
        if facts.get("residence_charging_side") is None:
            facts["residence_charging_side"] = country.side.value
        if facts.get("schedule2_listed") is None:
            facts["schedule2_listed"] = country.in_schedule_2(on)


def _from_nationalities(facts: Facts, _: date, countries: Mapping[str, Country]) -> None:
    codes = facts.get("nationalities")
    if isinstance(codes, tuple):
        if facts.get("ecsma_or_charter_national") is None:
            facts["ecsma_or_charter_national"] = any(
                countries[code].convention_or_charter for code in codes
            )
        if facts.get("is_eea_or_swiss_citizen") is None:
            facts["is_eea_or_swiss_citizen"] = any(countries[code].eea_or_swiss for code in codes)


def _european_right(facts: Facts, _: date, countries: Mapping[str, Country]) -> None:
    if facts.get("tca_entitlement") is None:
        facts["tca_entitlement"] = _issued_in_the_union(facts, countries)


def _issued_in_the_union(facts: Facts, countries: Mapping[str, Country]) -> bool | None:
    document, issuer = facts.get("entitlement_document"), facts.get("entitlement_document_issuer")
    if isinstance(issuer, str) and not countries[issuer].eu_member:
        return False  # whichever document it is
    if document is None:
        return None
    if document not in _EUROPEAN_DOCUMENTS:
        return False
    return True if isinstance(issuer, str) else None


def _ordinary_service(facts: Facts, _: date, __: Mapping[str, Country]) -> None:
    if facts.get("service_is_assisted_conception") is None:
        service_type = facts.get("service_type")
        if service_type is not None and service_type != "assisted_conception":
            facts["service_is_assisted_conception"] = False


def _empty_history(facts: Facts, _: date, __: Mapping[str, Country]) -> None:
    if facts.get("earlier_exemption_in_course") is None:
        facts["earlier_exemption_in_course"] = "none"  # the history given holds nothing


PARTS = (
    Part(("date_of_birth",), ("age_years", "age_months"), _ages),
    Part(
        ("country_of_residence",), ("residence_charging_side", "schedule2_listed"), _from_residence
    ),
    Part(
        ("nationalities",),
        ("ecsma_or_charter_national", "is_eea_or_swiss_citizen"),
        _from_nationalities,
    ),
    Part(
        ("entitlement_document", "entitlement_document_issuer"),
        ("tca_entitlement",),
        _european_right,
    ),
    Part(("service_type",), ("service_is_assisted_conception",), _ordinary_service),
    Part((), ("earlier_exemption_in_course",), _empty_history),
)
"""Everything worked out; each part looks at facts that are given, and at the service date."""

_WORK = tuple(part.work for part in PARTS)

SOURCES: Mapping[str, tuple[str, ...]] = {
    fact: part.sources for part in PARTS if part.sources for fact in part.gives
}
"""What to ask for, when a fact that is worked out is missing."""
