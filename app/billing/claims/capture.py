"""A card looked at while the patient stands at the desk (charging-rules.md 3.3 and 9.2).

Nothing found here stops anything: it says what to ask for while it can still be asked, and the
officer decides. What finance's report needs besides is `checks`.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from app.billing.claims.checks import Finding, check
from app.billing.claims.claim import Claim, Entitlement
from app.billing.claims.terms import CaptureTerms, ClaimTerms, ClaimType
from app.core.dates import show
from app.core.people import Patient, search_key
from app.core.wording import Phrase
from app.residency.rules import Country, Side

ASK_REPLACEMENT = Phrase("Ask for a replacement certificate (PRC), or note “Will bring later”.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Whose card it is said to be, when care begins, and who issued it where that is known."""

    patient: Patient
    on: date
    issuer: Country | None


def look_at(card: Entitlement, seen: Seen, terms: ClaimTerms) -> tuple[Finding, ...]:
    """What to put right or ask, field by field; none of it stops anything."""
    type_ = terms.types[card.type]
    claim = Claim(ref="", category="", entitlement=card, treatment=None)
    of_card = {field.id for field in type_.fields}
    found = [
        *_issuer(seen, terms.capture),
        *_days(card, type_, seen.on),
        *_holder(card, seen.patient),
        *_number(card, type_, terms.capture),
        *(one for one in check(claim, terms) if one.field in of_card),
    ]
    first = {one.field: one for one in reversed(found)}
    return tuple(
        Finding(field.id, first[field.id].sentence, stops=False)
        for field in type_.fields
        if field.id in first
    )


def in_the_scheme(country: Country, on: date, terms: CaptureTerms) -> bool:
    """Whether cards of a state count on a day: EU members, and those with an agreement then."""
    if country.eu_member or country.in_schedule_2(on):
        return True
    return country.eea_or_swiss and on <= terms.eea_under_eu_rules_to


def _issuer(seen: Seen, terms: CaptureTerms) -> Iterator[Finding]:
    issuer = seen.issuer
    if issuer is None:
        return
    if issuer.side is Side.UK:
        yield Finding(
            "state",
            Phrase(
                "A card issued by the UK proves nothing here by itself. Keep it as a UK GHIC or UK "
                "EHIC; the overseas visitor team asks where they live."
            ),
        )
    elif not in_the_scheme(issuer, seen.on, terms):
        yield Finding(
            "state",
            Phrase(
                "Cards of {state} were in no scheme on {day}. Keep it all the same; the overseas "
                "visitor team looks at it.",
                state=issuer.name,
                day=show(seen.on),
            ),
        )


def _days(card: Entitlement, type_: ClaimType, on: date) -> Iterator[Finding]:
    ends = card.day(type_.expires) if type_.expires else None
    if ends is not None and ends < on:
        yield Finding(
            type_.expires,
            Phrase("It ran out on {day}. {ask}", day=show(ends), ask=ASK_REPLACEMENT),
        )
    if type_.encloses is None:
        return
    first, last = (card.day(name) for name in type_.encloses)
    if first is not None and first > on:
        yield Finding(
            type_.encloses[0],
            Phrase("It holds only from {day}. Ask for one that covers today.", day=show(first)),
        )
    if last is not None and last < on:
        yield Finding(
            type_.encloses[1],
            Phrase("It held only to {day}. Ask for one that covers today.", day=show(last)),
        )


def _holder(card: Entitlement, patient: Patient) -> Iterator[Finding]:
    """A hint only: marriage, spelling and the order of names explain most differences."""
    for field, name in (("family_name", patient.family_name), ("given_names", patient.given_names)):
        printed = card.text(field)
        if printed and name and not _names_agree(printed, name):
            yield Finding(
                field,
                Phrase(
                    "The card says {printed} and the record {name}. Check that it is their card; "
                    "marriage or spelling may explain it.",
                    printed=printed,
                    name=name,
                ),
            )
    born = card.day("born")
    if born is not None and patient.born is not None and born != patient.born:
        yield Finding(
            "born",
            Phrase(
                "The card says {printed} and the record {born}. Check whose card it is.",
                printed=show(born),
                born=show(patient.born),
            ),
        )


def _names_agree(one: str, other: str) -> bool:
    """Whether two names share a word, however written."""
    return bool(set(_words(one)) & set(_words(other)))


def _words(name: str) -> list[str]:
    plain = "".join(letter if letter.isalnum() else " " for letter in search_key(name))
    return plain.split()


def _number(card: Entitlement, type_: ClaimType, terms: CaptureTerms) -> Iterator[Finding]:
    number = card.text(type_.card) if type_.card else ""
    expected = terms.numbers.get(card.text("state"), "")
    if number.isdigit() and number.startswith("80") and expected and number[2:5] != expected:
        yield Finding(
            type_.card,
            Phrase(
                "Card numbers of {state} mostly begin with 80{digits}. Look again at the number "
                "and at the state on the card.",
                state=card.text("state"),
                digits=expected,
            ),
        )
