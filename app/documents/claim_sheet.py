"""A sheet for the desk: one case to report, field by field, for whoever keys it into the portal.

It goes to no patient: it asks for no money and says so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from app.billing.claims.claim import Claim, Entitlement, Treatment, Worth
from app.billing.claims.terms import ClaimField, ClaimType, FieldKind
from app.core.dates import long, parse_iso
from app.core.trust import Mode, Trust
from app.documents import page
from app.documents.flow import Flow
from app.documents.fonts import Fonts
from app.documents.words import LetterWords


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimSheet:
    """A claim with what is said of it; `look` are the things to look at before keying."""

    claim: Claim
    type: ClaimType
    worth: Worth
    look: Sequence[str]
    made_on: date
    trust: Trust
    mode: Mode
    logo: bytes | None = None


def claim_sheet_pdf(
    sheet: ClaimSheet,
    *,
    fonts: Fonts,
    words: LetterWords,
    say: Mapping[str, str],
    states: Mapping[str, str],
) -> bytes:
    """The sheet as PDF. `say` holds its words, `states` the names of countries by code.

    Raises Known `no_letters` where a name has letters that no face here holds.
    """
    claim, common = sheet.claim, words.common
    entitlement, treatment = claim.entitlement, claim.treatment
    if entitlement is None or treatment is None:
        raise ValueError(f"{claim.ref} is not ready")
    head = page.Letterhead(trust=sheet.trust, mode=sheet.mode, logo=sheet.logo)
    flow = page.begin(head, fonts, common)
    flow.gap(14)
    page.title(flow, say["title"].format(type=sheet.type.label))
    flow.fields(((say["ref"], claim.ref), (say["made"], long(sheet.made_on))))
    flow.gap(4)
    flow.paragraph(say["portal"])
    if sheet.look:
        flow.heading(say["look"])
        flow.bullets(sheet.look)
    flow.heading(say["entitlement"])
    flow.fields(_fields(entitlement, sheet.type.fields, say, states))
    flow.heading(say["treatment"])
    flow.fields(_of_treatment(treatment, say))
    _worth(flow, sheet.worth, say)
    flow.gap(10)
    flow.fields(((say["portal_id"], claim.portal_id or "\u2026" * 12),))
    document = say["document"].format(ref=claim.ref)
    return page.finish(flow, head, common, document=document, dated=sheet.made_on)


def _fields(
    entitlement: Entitlement,
    fields: Sequence[ClaimField],
    say: Mapping[str, str],
    states: Mapping[str, str],
) -> tuple[tuple[str, str], ...]:
    return tuple(
        (field.title, shown(entitlement.text(field.id), field.kind, say=say, states=states))
        for field in fields
    )


def shown(text: str, kind: FieldKind, *, say: Mapping[str, str], states: Mapping[str, str]) -> str:
    """A kept value as a person reads it: a long date, a state with its code, a yes."""
    match kind:
        case _ if not text:
            return ""
        case FieldKind.DATE:
            return long(parse_iso(text))
        case FieldKind.STATE:
            return f"{states.get(text, text)} ({text})"
        case FieldKind.YES_NO:
            return say[text]
        case FieldKind.LINES:
            return ", ".join(text.splitlines())
        case FieldKind.TEXT:
            return text


def _of_treatment(treatment: Treatment, say: Mapping[str, str]) -> tuple[tuple[str, str], ...]:
    return (
        (say["start"], long(treatment.started)),
        (say["end"], long(treatment.ended) if treatment.ended else ""),
        *((say["care"], line) for line in treatment.care),
        (say["cost"], str(treatment.cost)),
        (say["reason"], treatment.reason),
    )


def _worth(flow: Flow, worth: Worth, say: Mapping[str, str]) -> None:
    flow.heading(say["value"])
    flow.money(say["state_value"], str(worth.state_value), amount_bold=True)
    flow.money(say["trust_income"], str(worth.trust_income), amount_bold=True)
    flow.gap(4)
    flow.paragraph(say["value_note"])
