"""What is missing, contradictory or odd in a claim: a sentence each (charging-rules.md 9.2)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from app.billing.claims.claim import Claim, Entitlement, Treatment
from app.billing.claims.terms import ClaimField, ClaimRules, ClaimTerms, ClaimType, FieldKind
from app.core.dates import add_months, show
from app.core.money import Money
from app.core.wording import Phrase

NO_ENTITLEMENT = Phrase(
    "The card or certificate was not taken down. An officer enters it with the case."
)
NO_TREATMENT = Phrase("Enter the treatment: its dates and the care that was given.")
STILL_GOING_ON = Phrase("The treatment has no end date. It is reported once it has ended.")


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing about a field. `stops`: the claim is not ready while it stands."""

    field: str
    sentence: Phrase
    stops: bool = True


def check(claim: Claim, terms: ClaimTerms) -> tuple[Finding, ...]:
    """Everything to say of one claim, what stops it first."""
    if claim.entitlement is None:
        return (Finding("type", NO_ENTITLEMENT),)
    type_ = terms.types[claim.entitlement.type]
    found = [*_entitlement(claim.entitlement, type_, terms.rules)]
    if claim.treatment is None:
        found.append(Finding("started", NO_TREATMENT))
    else:
        found += _treatment(claim.treatment, terms.rules)
        found += _together(claim.entitlement, claim.treatment, type_)
    return tuple(sorted(found, key=lambda one: not one.stops))


def check_against(claim: Claim, others: Iterable[Claim], terms: ClaimTerms) -> tuple[Finding, ...]:
    """What the portal would call a duplicate: the same entitlement, or the same treatment."""
    mine = claim.entitlement
    whose = holder_of(mine, terms) if mine else None
    if mine is None or whose is None:
        return ()
    same = [
        (other, theirs)
        for other in others
        if other.ref != claim.ref
        and (theirs := other.entitlement) is not None
        and holder_of(theirs, terms) == whose
    ]
    holder = terms.types[mine.type].holder
    found: list[Finding] = []
    if len(same) + 1 >= terms.rules.many_treatments:
        many = Phrase(
            "{count} treatments on this entitlement. Ask an officer whether the person lives here "
            "by now.",
            count=len(same) + 1,
        )
        found.append(Finding(holder, many, stops=False))
    for other, theirs in same:
        if _same_days(claim.treatment, other.treatment):
            twice = Phrase(
                "{ref} reports the same treatment on the same entitlement. Keep one of the two.",
                ref=other.ref,
            )
            found.append(Finding("started", twice))
        elif _named(mine) != _named(theirs):
            unlike = Phrase(
                "{ref} has this number with another name. Look at both cards.", ref=other.ref
            )
            found.append(Finding(holder, unlike, stops=False))
    return tuple(found)


def holder_of(entitlement: Entitlement, terms: ClaimTerms) -> tuple[str, ...] | None:
    """What tells one holder of a type from another; None where that was not taken down."""
    holder = terms.types[entitlement.type].holder
    names = (holder,) if holder else ("family_name", "given_names", "born")
    told = tuple(entitlement.text(name) for name in names)
    return (entitlement.type, entitlement.text("state"), *told) if told[0] else None


def is_ready(findings: Iterable[Finding]) -> bool:
    """Whether nothing stops the claim."""
    return not any(one.stops for one in findings)


def _entitlement(
    entitlement: Entitlement, type_: ClaimType, rules: ClaimRules
) -> Iterator[Finding]:
    for field in type_.fields:
        if field.needed and not entitlement.text(field.id):
            yield Finding(field.id, _lacks(field))
    state = entitlement.text("state")
    if state and state not in type_.states:
        yield Finding(
            "state", Phrase("A document of this type is not issued by {state}.", state=state)
        )
    if entitlement.text("copy") == "no":
        yield Finding("copy", Phrase("No copy was taken. The portal asks for one."), stops=False)
    yield from _numbers(entitlement, type_, rules)
    yield from _order_of_days(entitlement, type_)


def _lacks(field: ClaimField) -> Phrase:
    if field.kind is FieldKind.YES_NO:
        return Phrase("{field}: answer yes or no.", field=field.label)
    return Phrase("{field}: copy it from the document, or ask for it.", field=field.title)


def _numbers(entitlement: Entitlement, type_: ClaimType, rules: ClaimRules) -> Iterator[Finding]:
    card = entitlement.text(type_.card) if type_.card else ""
    plain = card.isdigit() and len(card) == rules.card_digits
    if card and not (plain and card.startswith(rules.card_starts)):
        yield Finding(
            type_.card,
            Phrase(
                "Most card numbers have {digits} digits and begin with {starts}. Look at the card "
                "again; some states number otherwise.",
                digits=rules.card_digits,
                starts=rules.card_starts,
            ),
            stops=False,
        )
    quota = entitlement.text(type_.quota) if type_.quota else ""
    if quota and not re.fullmatch(rules.quota_pattern, quota, re.ASCII):
        example = rules.quota_example
        yield Finding(
            type_.quota, Phrase("Enter the quota number like {example}.", example=example)
        )


def _order_of_days(entitlement: Entitlement, type_: ClaimType) -> Iterator[Finding]:
    if type_.encloses is None:
        return
    first, last = (entitlement.day(name) for name in type_.encloses)
    if first and last and last < first:
        ends = Phrase("It ends on {day}, before it begins.", day=show(last))
        yield Finding(type_.encloses[1], ends)
    born = entitlement.day("born")
    if born and first and born > first:
        after = Phrase("The date of birth is after {day}, when it begins.", day=show(first))
        yield Finding("born", after)


def _treatment(treatment: Treatment, rules: ClaimRules) -> Iterator[Finding]:
    started, ended = treatment.started, treatment.ended
    if ended is None:
        yield Finding("ended", STILL_GOING_ON)
    elif ended < started:
        yield Finding("ended", Phrase("It ends on {day}, before it starts.", day=show(ended)))
    elif ended > add_months(started, rules.long_after_months):
        yield Finding(
            "ended",
            Phrase(
                "It ends more than {months} months after its start. The portal asks whether that "
                "is right.",
                months=rules.long_after_months,
            ),
            stops=False,
        )
    if treatment.cost <= Money(0):
        yield Finding("cost", Phrase("The cost is nothing. Price the care first."))
    if treatment.cost.pence >= rules.reason_from_pence and not treatment.reason:
        most = Money(rules.reason_from_pence - 1)
        above = Phrase("The cost is above {most}. Say why, for the portal.", most=most)
        yield Finding("reason", above)


def _together(
    entitlement: Entitlement, treatment: Treatment, type_: ClaimType
) -> Iterator[Finding]:
    ends = treatment.ended or treatment.started
    expires = entitlement.day(type_.expires) if type_.expires else None
    if expires and expires < treatment.started:
        yield Finding(
            type_.expires,
            Phrase(
                "The card expired on {day}, before the treatment began. Ask for a replacement "
                "certificate.",
                day=show(expires),
            ),
        )
    if type_.encloses is not None:
        yield from _enclosed(entitlement, type_.encloses, treatment.started, ends)
    born = entitlement.day("born")
    if born and born > treatment.started:
        yield Finding("born", Phrase("The date of birth is after the treatment began."))


def _enclosed(
    entitlement: Entitlement, days: tuple[str, str], started: date, ended: date
) -> Iterator[Finding]:
    first, last = (entitlement.day(name) for name in days)
    if first and started < first:
        yield Finding(
            days[0],
            Phrase(
                "The treatment began on {day}, before this holds ({first}).",
                day=show(started),
                first=show(first),
            ),
        )
    if last and ended > last:
        yield Finding(
            days[1],
            Phrase(
                "The treatment ended on {day}, after this ceased ({last}).",
                day=show(ended),
                last=show(last),
            ),
        )


def _same_days(mine: Treatment | None, theirs: Treatment | None) -> bool:
    """Whether two treatments share a day; one still going on lasts."""
    if mine is None or theirs is None:
        return False
    my_end, their_end = (one.ended or date.max for one in (mine, theirs))
    return mine.started <= their_end and theirs.started <= my_end


def _named(entitlement: Entitlement) -> tuple[str, ...]:
    names = (entitlement.text(name).casefold() for name in ("family_name", "given_names"))
    return (*names, entitlement.text("born"))
