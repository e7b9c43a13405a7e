"""The changes of the law, each with a case on the last day of the old and the first of the new.

A change is named by the words of its row in `resources/rules/amendments.csv`. Where it alters no
finding on who pays, `NO_FINDING` says why.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

Facts = Mapping[str, object]


@dataclass(frozen=True, kw_only=True)
class Boundary:
    """One change: facts, the two days, and what is seen on each.

    `old` and `new` are what the finding says: `yes` or `no` (charged), `repaid`, `150`, `asked
    first`, or the code of a group or service that holds. A leading `no ` denies it.
    """

    change: str
    facts: Facts
    last: date
    first: date
    old: str
    new: str


def day(text: str) -> date:
    return date.fromisoformat(text)


def on(first: str, change: str, old: str, new: str, **facts: Any) -> Boundary:
    """A change on a day."""
    begins = day(first)
    last = date.fromordinal(begins.toordinal() - 1)
    return Boundary(change=change, facts=facts, last=last, first=begins, old=old, new=new)


LIVES_HERE = {
    "country_of_residence": "GB",
    "residence_uk_settled_purpose": True,
    "immigration_status": "limited_leave",
    "leave_valid_from": "2015-04-06",
    "leave_valid_to": "2026-12-31",
}
LISTED: Facts = {"schedule2_listed": None, "service_within_agreement_scope": True}
CARD: Facts = {
    "country_of_residence": "ES",
    "tca_entitlement": None,
    "entitlement_document": "s1_non_uk",
    "entitlement_document_issuer": "ES",
    "entitlement_document_valid_on_service_date": True,
}
PENSION: Facts = {
    "country_of_residence": "ES",
    "resident_eea_ch_before_ip_completion": True,
    "receives_uk_state_pension": True,
    "entitlement_document": "uk_s1",
    "entitlement_document_valid_on_service_date": True,
}
SPOUSE = {"family_link": "spouse_or_civil_partner"}
CONCEPTION = {"service_type": "assisted_conception", "service_is_assisted_conception": True}
LATE: Facts = {
    "overseas_visitor_by_s39": True,
    "euss_eligible_to_apply": True,
    "euss_application_valid": True,
    "euss_application_finally_determined": False,
}
AGAIN: Facts = {
    "overseas_visitor_by_s39": True,
    "euss_limited_leave_expired_before_application": True,
    "euss_application_valid": True,
    "euss_application_date": "2020-12-01",
    "euss_application_finally_determined": False,
}
UKRAINE = {"residence_is_ukraine": True, "lawfully_present": True}
GAMES = {"games_accreditation_pass": True, "need_arose_during_visit": True}
HOUSED = {"asylum_application_rejected": True, "support_care_act_accommodation": True}
SLAVERY = {"modern_slavery_decision": "positive_conclusive"}
OLD_SOVIET = ("AM", "AZ", "BY", "GE", "KZ", "KG", "MD", "RU", "TJ", "TM", "UA", "UZ")

MODERN = "Modern slavery replaces trafficking"
SOVIET = "twelve ex-Soviet states removed from Sch 2"
CONCEIVED = "assisted conception chargeable for surcharge payers"
DEPENDANTS = "dependants of refugees and asylum seekers exempt"
WORKER = "Full refund to health and care workers keeps cover"
RIGHTS = "withdrawal agreement rights"
ADDED = "Guernsey Iceland Liechtenstein Malta added"

BOUNDARIES = (
    on(
        "2016-02-01",
        MODERN,
        "human_trafficking_victim_pre_2016",
        "modern_slavery_victim",
        **SLAVERY,
    ),
    on(
        "2016-02-01",
        "Care Act accommodated refused asylum seekers",
        "repaid",
        "no repaid",
        **HOUSED,
    ),
    on(
        "2016-02-01",
        "FGM abroad before 2003",
        "repaid",
        "no repaid",
        condition_caused_by_violence="fgm",
    ),
    on("2016-02-01", "MERS added", "yes", "no", condition_id="mers"),
    *(  # the agreements ended on 31 December 2015, a month before their entries left the list
        on("2016-01-01", SOVIET, "no", "yes", country_of_residence=place, **LISTED)
        for place in OLD_SOVIET
    ),
    on("2017-08-21", "NHS 111 exempt", "yes", "no", service_type="nhs_111"),
    on(
        "2017-08-21",
        "out-of-hospital exemption removed",
        "no",
        "yes",
        service_type="non_hospital_community",
    ),
    on("2017-08-21", CONCEIVED, "no", "yes", ihs_state="paid", **LIVES_HERE, **CONCEPTION),
    on("2017-08-21", DEPENDANTS, "yes", "no", is_dependant_of_protected=True),
    on("2017-08-21", DEPENDANTS, "yes", "no", is_treated_as_dependant_on_asylum_claim=True),
    on("2017-08-21", DEPENDANTS, "yes", "no", is_dependant_for_support=True),
    on(
        "2017-08-21",
        "UK-registered ship crew exemption removed",
        "no",
        "yes",
        ship_crew=True,
        ship_uk_registered=True,
    ),
    # the agreement ended on 30 September 2016, before its entry left the list
    on("2016-10-01", "Barbados removed", "no", "yes", country_of_residence="BB", **LISTED),
    on("2017-10-23", "advance payment duty", "no asked first", "asked first"),
    on(
        "2017-10-23",
        "charity palliative care exempt",
        "yes",
        "no",
        service_type="palliative",
        provider_type="palliative_care_charity",
    ),
    on(
        "2017-10-23",
        "definitions of immediately necessary and urgent",
        "no asked first",
        "no asked first",
        urgency="urgent",
    ),
    on("2020-01-29", "Wuhan novel coronavirus added", "yes", "no", condition_id="sars_cov_2"),
    on(
        "2020-10-27",
        "Health and Care visa exemption",
        "yes",
        "no",
        **LIVES_HERE,
        ihs_state="exempt_short_or_visitor",
        ihs_exempt_by_health_and_care_visa=True,
    ),
    on("2020-10-27", WORKER, "yes", "no", **LIVES_HERE, ihs_state="fully_refunded_health_care"),
    # at 23:00: that day is counted whole to the old price
    on("2021-01-01", "EEA visitors pay 150 per cent", "100", "150", country_of_residence="ES"),
    on(
        "2020-12-31",
        RIGHTS,
        "yes",
        "wa_citizens_rights",
        wa_entitlement=True,
        immigration_status="frontier_permit",
    ),
    on(
        "2020-12-31",
        RIGHTS,
        "yes",
        "ihs_s2_visa",
        **LIVES_HERE,
        s2_visa=True,
        treatment_matches_authorisation=True,
    ),
    on("2020-12-31", "UK S1 pensioners", "no uk_s1_pensioner", "uk_s1_pensioner", **PENSION),
    on(
        "2020-12-31",
        "UK S1 pensioners",
        "yes",
        "uk_s1_pensioner_family",
        **SPOUSE,
        family_principal_group="uk_s1_pensioner",
    ),
    on("2020-12-31", "late EUSS applicants", "yes", "no", **AGAIN),
    # in the regulations since 31 December 2020; nobody could be late before 1 July 2021
    on(
        "2021-07-01",
        "late EUSS applicants",
        "yes",
        "no",
        euss_application_date="2021-07-01",
        **LATE,
    ),
    on("2020-12-31", "Faroe Islands added", "yes", "no", country_of_residence="FO", **LISTED),
    on("2020-12-31", "Trade and cooperation agreement rights", "no tca_s1", "tca_s1", **CARD),
    on("2020-12-31", "Ireland and Norway added", "yes", "no", country_of_residence="IE", **LISTED),
    on("2020-12-31", "Ireland and Norway added", "yes", "no", country_of_residence="NO", **LISTED),
    on(
        "2021-11-01",
        "Swiss convention on social security coordination",
        "yes",
        "no",
        country_of_residence="CH",
        **LISTED,
    ),
    on("2022-07-14", "Commonwealth Games", "yes", "no", **GAMES),
    on("2022-08-18", "Commonwealth Games", "no", "yes", **GAMES),
    on(
        "2022-02-14",
        "SARS-CoV-2 replaces Wuhan entry",
        "schedule_1_condition",
        "schedule_1_condition",
        condition_id="sars_cov_2",
    ),
    on("2022-03-18", "Ukraine exemption from 17:00", "repaid", "no repaid", **UKRAINE),
    on(
        "2022-02-24",
        "charges since 24 February 2022 cancelled or repaid",
        "yes",
        "repaid",
        **UKRAINE,
    ),
    on(
        "2022-02-24",
        "charges since 24 February 2022 cancelled or repaid",
        "yes",
        "repaid",
        **SPOUSE,
        family_principal_group="ukraine_resident",
    ),
    on(
        "2022-06-08",
        "Monkeypox added",
        "no schedule_1_condition",
        "schedule_1_condition",
        condition_id="monkeypox",
    ),
    on(
        "2022-05-01",
        "services from 1 May 2022 relieved",
        "yes",
        "repaid",
        condition_id="monkeypox",
    ),
    on(
        "2022-07-01",
        "Integrated care boards and NHS England wording",
        "nhs_111",
        "nhs_111",
        service_type="nhs_111",
    ),
    on(
        "2022-12-28",
        "Domestic abuse",
        "yes",
        "no",
        condition_caused_by_violence="domestic_abuse",
    ),
    on(
        "2022-12-28",
        "modern slavery family need not be lawfully present",
        "yes",
        "no",
        **SPOUSE,
        family_principal_group="modern_slavery_victim",
        lawfully_present=False,
    ),
    on(
        "2022-12-28",
        ADDED,
        "yes",
        "malta_quota",
        country_of_residence="MT",
        entitlement_document="malta_quota",
        treatment_matches_authorisation=True,
    ),
    on("2022-12-28", ADDED, "yes", "no", country_of_residence="MT", **LISTED),
    # listed that day; in operation from 1 January 2023 and 1 January 2024
    on("2023-01-01", ADDED, "yes", "no", country_of_residence="GG", **LISTED),
    on("2024-01-01", ADDED, "yes", "no", country_of_residence="IS", **LISTED),
    on("2024-01-01", ADDED, "yes", "no", country_of_residence="LI", **LISTED),
    # it reaches back over the whole time of waiting, so the old answer is the new one
    on(
        "2023-02-18",
        "Refused late EUSS applicants are not charged for the waiting period",
        "repaid",
        "repaid",
        euss_application_date="2022-01-01",
        **LATE,
    ),
    on("2023-04-01", "National tariff replaced by NHS payment scheme", "150", "150"),
)

AMOUNTS: Mapping[str, str] = {
    "Creates the surcharge (200 pounds": "2015-04-06",
    "150 students and youth mobility)": "2015-04-06",
    "624 pounds (470 students youth mobility and under 18)": "2020-10-27",
    "1035 pounds (776 students youth mobility and under 18)": "2024-02-06",
}
"""Changes of the surcharge's amounts, tried in the table of rates by its days."""

SCHEME = (
    "Replaces the 2011 Regulations",
    "150 per cent for non-EEA",
    "immigration health charge exemption",
    "drops former-resident style exemptions",
)
"""The first day of the scheme: there is no day before it to find anything on."""

NO_FINDING: Mapping[str, str] = {
    "Duty to record against the NHS number": "a record a person makes, no finding",
    "All providers of relevant services in scope": "the booking says what is a relevant service",
    "refunds": "what a claim for repayment must bring; the account knows it",
    "reciprocal cases lose course protection": "the history says it: Group.protects_course, below",
    "No-deal text": "never took effect",
    "revoked by SI 2020/1423 before taking effect": "never took effect",
    "Bosnia and Macedonia renamed": "two names; the places and their agreements stayed",
    "date from general knowledge": "says how sure the row is",
    "Unit prices": "which price is payable, not who pays: tests/pricing",
    "review due before 17 September 2022": "a duty of the Secretary of State",
    "healthcare agreements": "a wider word in reg 14; the list of places decides",
    "dependants and family look-back": "reg 6(1A) does not limit how old the service is",
    "UK-born dependants of refugees": "the officer's word, with the day in its question's help",
    "paras 3B to 3H": "which price is payable, not who pays: tests/pricing",
    "paras 4 to 12 gone": "which price is payable, not who pays: tests/pricing",
    "new exemptions including Ukraine Scheme and statelessness": "the Home Office's: `ihs_exempt`",
    "No amending instrument found in the material searched": "nothing to try",
    "a stored copy of reg 10 15 24 and 25 shows no outstanding effects but is undated": (
        "nothing to try"
    ),
    "the DHSC page of 24 December 2024 names the 2023 Regulations as the latest": "nothing to try",
}
"""Changes that alter no finding on who pays, each with its reason."""
