"""How an estimate came about, line by line, wherever one is told."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from datetime import date
from functools import partial

from app.core.dates import long
from app.core.money import ZERO, Money
from app.documents.flow import Flow
from app.documents.sheet import SECOND
from app.documents.words import LetterWords, Words
from app.documents.working import working
from app.pricing.currencies import PriceSource
from app.pricing.estimate import Estimate, PricedLine

_OWN_WORDS = {
    PriceSource.LOCAL: "local",
    PriceSource.AVERAGE_COST: "average",
    PriceSource.UPFRONT: "average_visitor",
}


@dataclass(frozen=True, slots=True)
class FreeDays:
    """Days of care that are not charged; why is nobody's business but the patient's."""

    first: date
    last: date


def estimate_working(
    flow: Flow,
    found: Estimate,
    words: LetterWords,
    *,
    free: Sequence[FreeDays] = (),
    no_charge: bool = False,
) -> None:
    """Each line with its sum, what is free beside it, the total, and whose prices these are."""
    say = words.estimate
    flow.heading(say.say("no_charge_working" if no_charge else "working"))
    if not no_charge:
        flow.paragraph(say.say("rule"))
    told = [
        *(partial(_line, flow, line, words) for line in found.lines),
        *(partial(_free_days, flow, days, say) for days in free),
    ]
    for tell in told:
        flow.gap(8)
        # The total stands on the page of the sum above it.
        with flow.leads_on() if tell is told[-1] and not no_charge else nullcontext():
            tell()
    if no_charge:
        return
    flow.keep(4)
    flow.rule()
    total = "total" if found.low == found.high else "total_likely"
    flow.money(say.say(total), str(found.total), bold=True)
    flow.gap(2)
    flow.paragraph(found.licence, size=flow.style.small, ink=SECOND)


def _line(flow: Flow, line: PricedLine, words: LetterWords) -> None:
    say = words.estimate
    named = say.say(
        "line" if line.root is None else "line_root",
        name=line.name,
        code=line.hrg,
        root=line.root,
        admission=line.admission.words,
    )
    flow.keep(5)
    flow.paragraph(named, bold=True, leads=True)
    if line.free:
        _free(flow, say)
        return
    if line.given_with is not None:
        flow.money(say.say("given_with"), str(ZERO), ink=SECOND, amount_bold=True)
        return
    if line.units > 1:
        one, name = Money(line.base.pence // line.units), "per_unit" if line.unit else "per_each"
        flow.paragraph(say.say(name, units=line.units, price=one, unit=line.unit), ink=SECOND)
    if line.origin in _OWN_WORDS:
        _local(flow, line, say)
    else:
        working(
            flow, line, words.common, result=line.charge, edition=line.edition, trim=line.trim_days
        )
    if line.low != line.high:
        spread = say.say("range", low=line.low, high=line.high)
        flow.money(say.say("spread"), spread, ink=SECOND)


def _local(flow: Flow, line: PricedLine, say: Words) -> None:
    """A price that is not the scheme's: no factor is added, and it may hold the rate already."""
    label = say.say(_OWN_WORDS[line.origin], year=line.tariff_year)
    if line.rate_in_price:
        flow.money(label, str(line.charge), ink=SECOND, amount_bold=True)
        flow.paragraph(say.say("rate_in_price"), ink=SECOND)
        return
    flow.money(label, str(line.base), ink=SECOND)
    times = say.say("times_local", rate=line.rate_percent)
    flow.money(times, str(line.charge), ink=SECOND, amount_bold=True)
    if line.provisional:
        flow.paragraph(say.say("provisional"), ink=SECOND)


def _free_days(flow: Flow, days: FreeDays, say: Words) -> None:
    flow.keep(3)
    first, last = long(days.first), long(days.last)
    name = "free_day" if days.first == days.last else "free_days"
    flow.paragraph(say.say(name, first=first, last=last), bold=True, leads=True)
    _free(flow, say)


def _free(flow: Flow, say: Words) -> None:
    flow.money(say.say("free_line"), str(ZERO), ink=SECOND, amount_bold=True)
