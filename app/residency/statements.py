"""The one plain sentence for staff and the one for the patient."""

from __future__ import annotations

from collections.abc import Sequence

from app.residency.findings import Category, Charged, LineFinding
from app.residency.flagging import has_foreign_document
from app.residency.law import Law
from app.residency.line import LineTest
from app.residency.outcomes import PROMPT_CARE, desk_outcome, words
from app.residency.rules import RulePack
from app.residency.walk import Route


def statement_for_staff(
    tests: Sequence[LineTest], lines: Sequence[LineFinding], law: Law, *, plain_resident: bool
) -> str:
    """The clerk's words. They say nothing of who pays, whatever was found."""
    last, line = tests[-1], _telling_line(lines)
    prompt = next((test.urgency for test in tests if test.urgency in PROMPT_CARE), last.urgency)
    emergency = any(test.facts.get("service_type") == "a_and_e" for test in tests)
    admitted = last.facts.get("admitted_as_inpatient")
    outcome = desk_outcome(
        route=_route(tests, plain_resident=plain_resident),
        could_not_ask=False,
        service_type="a_and_e" if emergency else None,
        admitted=admitted if isinstance(admitted, bool) else None,
        urgency=prompt,
        line=line,
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
    if all(test.frees == 0 for test in tests):
        return said["outside"]
    exempt = any(test.frees & pack.bits.exempt for test in tests)
    return said["exempt"] if exempt else said["service"]


def _route(tests: Sequence[LineTest], *, plain_resident: bool) -> Route:
    if plain_resident:
        return Route.STANDARD
    seen = tests[-1].facts.get("entitlement_document_valid_on_service_date")
    return Route.DOCUMENT if has_foreign_document(tests) and seen is None else Route.VISITOR


def _telling_line(lines: Sequence[LineFinding]) -> LineFinding | None:
    """A line that is free as a service, where every line is."""
    return lines[0] if all(line.service_exemptions for line in lines) else None
