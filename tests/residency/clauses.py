"""One case told to the document reader, for tests named after the clause they try.

The American tourist of the published cases, at a planned clinic on 10 March 2025 with everything
known and nothing that frees her, is charged. A test changes what its clause turns on: once so that
the clause holds, and once so that it just does not.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from app.library.law import load_law
from app.residency.contract import read_case
from app.residency.determination import Determination, determine
from app.residency.findings import Charged, Resident
from tests.residency.given import TODAY, tourist

LAW = load_law()
SETTLED: Mapping[str, object] = {
    "residence_uk_settled_purpose": True,
    "residence_uk_voluntary": True,
    "residence_uk_lawful": True,
    "country_of_residence": "GB",
}
"""Living here for a settled purpose, by choice and lawfully."""


def found(*lines: Mapping[str, object], **facts: object) -> Determination:
    """What the law makes of the tourist with some facts otherwise; None leaves one out.

    `certified=True` is the officer's certificate, beside the facts.
    """
    certified = bool(facts.pop("certified", False))
    told = {**tourist(), **facts}
    document = {"facts": told, "lines": list(lines) or None, "certified": certified}
    return determine(read_case(json.loads(json.dumps(document, default=str)), LAW), LAW, TODAY)


def holding(result: Determination) -> set[str]:
    """Every group and every free service that holds."""
    services = (code for line in result.lines for code in line.service_exemptions)
    return {group.id for group in result.groups} | set(services)


def free(rule: str, **facts: object) -> Determination:
    """The case is free, and by that rule among others."""
    result = found(**facts)
    assert result.chargeable is Charged.NO, result.reasons
    assert rule in holding(result)
    return result


def charged(**facts: object) -> Determination:
    """The case is charged: nothing frees it and nothing is open."""
    result = found(**facts)
    assert result.chargeable is Charged.YES, (holding(result), result.missing)
    return result


def waits(**facts: object) -> Determination:
    """The case is not decided, and waits."""
    result = found(**facts)
    assert result.chargeable is Charged.UNDETERMINED, holding(result)
    return result


def resident(rule: str, **facts: object) -> Determination:
    """The person lives here, and by that rule."""
    result = free(rule, **facts)
    assert result.ordinarily_resident is Resident.YES
    assert result.charging_category.value == "A"
    return result


def overseas(**facts: object) -> Determination:
    """The person is an overseas visitor and charged."""
    result = charged(**facts)
    assert result.ordinarily_resident is Resident.NO
    return result
