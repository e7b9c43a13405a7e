"""How an estimate came about, line by line, wherever one is told."""

from __future__ import annotations

from app.documents.flow import Flow
from app.documents.sheet import SECOND
from app.documents.words import LetterWords
from app.documents.working import working
from app.pricing.estimate import Estimate, PricedLine


def estimate_working(flow: Flow, found: Estimate, words: LetterWords) -> None:
    """Each line with its sum, the total, and whose prices these are."""
    say = words.estimate
    flow.heading(say.say("working"))
    flow.paragraph(say.say("rule"))
    for line in found.lines:
        flow.gap(8)
        _line(flow, line, words)
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
    flow.paragraph(named, bold=True)
    working(flow, line, words.common, result=line.charge, edition=line.edition, trim=line.trim_days)
    if line.low != line.high:
        spread = say.say("range", low=line.low, high=line.high)
        flow.money(say.say("spread"), spread, ink=SECOND)
