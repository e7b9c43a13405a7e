"""Facts worked out from other facts (charging-rules 10.1).

A fact that is given is taken as given; ages alone always follow a known date of birth. What is
worked out of something unknown stays unknown.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.core.dates import age_in_months, age_in_years
from app.residency.facts import FactValue
from app.residency.rules import Country

Facts = dict[str, FactValue | None]

_EUROPEAN_DOCUMENTS = ("ehic", "prc", "s1_non_uk", "s2", "e112")

SOURCES: Mapping[str, tuple[str, ...]] = {
    "age_years": ("date_of_birth",),
    "age_months": ("date_of_birth",),
    "residence_charging_side": ("country_of_residence",),
    "schedule2_listed": ("country_of_residence",),
    "ecsma_or_charter_national": ("nationalities",),
    "is_eea_or_swiss_citizen": ("nationalities",),
    "tca_entitlement": ("entitlement_document", "entitlement_document_issuer"),
    "service_is_assisted_conception": ("service_type",),
}
"""What to ask for, when a fact that is worked out is missing."""


def work_out(facts: Facts, service_date: date, countries: Mapping[str, Country]) -> None:
    """Add to one line's facts what follows from them on its service date."""
    facts["service_date"] = service_date
    _ages(facts, service_date)
    _from_residence(facts, service_date, countries)
    _from_nationalities(facts, countries)
    if facts.get("tca_entitlement") is None:
        facts["tca_entitlement"] = _european_right(facts, countries)
    if facts.get("service_is_assisted_conception") is None:
        service_type = facts.get("service_type")
        if service_type is not None and service_type != "assisted_conception":
            facts["service_is_assisted_conception"] = False
    if facts.get("earlier_exemption_in_course") is None:
        facts["earlier_exemption_in_course"] = "none"  # the history given holds nothing


def born_after_service(facts: Mapping[str, FactValue | None]) -> bool:
    """Whether the two dates contradict each other, so that no age can be told."""
    born, service_date = facts.get("date_of_birth"), facts.get("service_date")
    return isinstance(born, date) and isinstance(service_date, date) and born > service_date


def _ages(facts: Facts, service_date: date) -> None:
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


def _from_nationalities(facts: Facts, countries: Mapping[str, Country]) -> None:
    codes = facts.get("nationalities")
    if isinstance(codes, tuple):
        if facts.get("ecsma_or_charter_national") is None:
            facts["ecsma_or_charter_national"] = any(
                countries[code].convention_or_charter for code in codes
            )
        if facts.get("is_eea_or_swiss_citizen") is None:
            facts["is_eea_or_swiss_citizen"] = any(countries[code].eea_or_swiss for code in codes)


def _european_right(facts: Facts, countries: Mapping[str, Country]) -> bool | None:
    document, issuer = facts.get("entitlement_document"), facts.get("entitlement_document_issuer")
    if document is None:
        return None
    if document not in _EUROPEAN_DOCUMENTS:
        return False
    return countries[issuer].eu_member if isinstance(issuer, str) else None
