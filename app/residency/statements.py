"""The one plain sentence for staff and the one for the patient."""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce
from operator import or_

from app.residency.findings import Category, Charged, LineFinding
from app.residency.flagging import has_foreign_document
from app.residency.law import Law
from app.residency.line import LineTest
from app.residency.outcomes import desk_outcome, needs_care_first, words
from app.residency.rules import RulePack
from app.residency.walk import Route


def statement_for_staff(
    tests: Sequence[LineTest], lines: Sequence[LineFinding], law: Law, *, plain_resident: bool
) -> str:
    """The clerk's words. They say nothing of who pays, whatever was found."""
    test = tests[0]
    if len(tests) > 1:
        test = next((one for one in tests if _comes_first(one)), tests[-1])
    outcome = desk_outcome(
        route=_route(tests, plain_resident=plain_resident),
        could_not_ask=False,
        service_type=_word(test.facts.get("service_type")),
        admitted=test.facts.get("admitted_as_inpatient") is True,
        urgency=test.urgency,
        line=_telling_line(lines),
    )
    return words(outcome, law).sentence


def statement_for_patient(
    category: Category, charged: Charged, tests: Sequence[LineTest], pack: RulePack
) -> str:
    """What the patient may be told. A protected ground is never named."""
    said = pack.standing.patient_words
    if charged is Charged.UNDETERMINED:
        return said["undetermined"]
    if charged is Charged.PARTLY:
        return said["partly"]
    if charged is Charged.YES:
        return said["charged"]
    if category is Category.P:
        return said["waiting"]
    if category is Category.A:
        return said["resident"]
    frees = reduce(or_, [test.frees for test in tests])
    if not frees:
        return said["outside"]
    return said["exempt"] if frees & pack.bits.exempt else said["service"]


def _route(tests: Sequence[LineTest], *, plain_resident: bool) -> Route:
    if plain_resident:
        return Route.STANDARD
    seen = tests[-1].facts.get("entitlement_document_valid_on_service_date")
    return Route.DOCUMENT if seen is None and has_foreign_document(tests) else Route.VISITOR


def _comes_first(test: LineTest) -> bool:
    """Whether the words for this line are "treat first"."""
    return needs_care_first(
        service_type=_word(test.facts.get("service_type")),
        admitted=test.facts.get("admitted_as_inpatient") is True,
        urgency=test.urgency,
    )


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _telling_line(lines: Sequence[LineFinding]) -> LineFinding | None:
    """A line that is free as a service, where every line is; of one line, that line."""
    if len(lines) == 1:
        return lines[0]
    return lines[0] if all(line.service_exemptions for line in lines) else None
