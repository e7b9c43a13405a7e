"""The charts of the dashboard, each made once from what was counted: shape, twin and sentence."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from decimal import Decimal

from app.billing.reports.report import Cell, Column, Kind, Report
from app.core.dates import LONDON, long
from app.core.money import ZERO, Money
from app.core.wording import filled
from app.insight.charts import Bar, Bars, Chart, Interval, Line, Point, Strip
from app.insight.counts import Counted, Stage
from app.insight.opportunity import Outlook
from app.insight.rates import Group, months_before, share, told, trailing_rate
from app.insight.terms import InsightTerms

WAY, RECOVERY, DESKS, SHIFTS, AGES = "way", "recovery", "desks", "shifts", "ages"
OPPORTUNITY = "opportunity"
OLD = 90  # days: what is older is seldom paid
_MOST_DESKS = 8
_COUNTS = (Kind.TEXT, Kind.COUNT, Kind.COUNT, Kind.RATE)


def brief(amount: Money) -> str:
    """Pounds as a chart has room for: `£950`, `£212k`, `£1.2m`, half up."""
    pounds = (abs(amount.pence) + 50) // 100
    sign = "-" if amount < ZERO else ""
    if pounds < 1_000:
        return f"{sign}£{pounds}"
    if (thousands := (pounds + 500) // 1_000) < 1_000:
        return f"{sign}£{thousands}k"
    tenths = (pounds + 50_000) // 100_000
    return f"{sign}£{tenths // 10}.{tenths % 10}m"


def people(count: int, terms: InsightTerms) -> str:
    """`1 person`, `61 people`."""
    return terms.say("one_person") if count == 1 else terms.say("people", count=f"{count:,}")


def way(counted: Counted, terms: InsightTerms) -> Chart:
    """From identified to paid, in people and pounds; of a few people only how many they are."""
    words, found = terms.charts[WAY], counted.way
    stages = {
        "identified": found.identified,
        "assessed": found.assessed,
        "charged": found.charged,
        "paid": found.paid,
    }
    full = found.identified.people
    few = 0 < full < terms.suppress_below
    notes = list(words.notes)
    if found.unpriced and not few:
        notes.append(words.say("unpriced", count=found.unpriced))
    return Chart(
        Bars(
            rows=tuple(
                _few_bar(name, stage, terms) if few else _stage_bar(name, stage, full, terms)
                for name, stage in stages.items()
            ),
            full=full,
        ),
        _twin(
            counted,
            terms,
            WAY,
            _way_sentence(counted, terms, few=few),
            (Kind.TEXT, Kind.COUNT, Kind.MONEY, Kind.RATE),
            tuple(
                _few_row(name, stage, terms) if few else _stage_row(name, stage, full, terms)
                for name, stage in stages.items()
            ),
            tuple(note.format(below=terms.suppress_below) for note in notes),
        ),
    )


def recovery(counted: Counted, terms: InsightTerms) -> Chart:
    """The accounts rate at the end of each month, against the benchmark."""
    words = terms.charts[RECOVERY]
    months = months_before(counted.month, terms.months)
    rates = {one: trailing_rate(one, counted.cash, counted.income) for one in months}
    rate = rates[counted.month]
    sentence = (
        words.say("none", month=counted.month.words)
        if rate is None
        else filled(
            words.sentence,
            month=counted.month.words,
            rate=rate,
            goal=terms.recovery_goal,
            change=_change(rate, rates.get(months[-2]) if len(months) > 1 else None, words.say),
        )
    )
    return Chart(
        Line(
            points=tuple(Point(one.words[:1], rates[one]) for one in months),
            foot=terms.line_from,
            goal=terms.recovery_goal,
            goal_label=words.say("goal", goal=terms.recovery_goal),
        ),
        _twin(
            counted,
            terms,
            RECOVERY,
            sentence,
            (Kind.TEXT, Kind.MONEY, Kind.MONEY, Kind.RATE),
            tuple(
                (
                    one.words,
                    counted.income.get(one, ZERO),
                    counted.cash.get(one, ZERO),
                    _rate(rates[one], terms),
                )
                for one in months
            ),
            words.notes,
        ),
    )


def desks(counted: Counted, terms: InsightTerms) -> Chart:
    """The share asked at each desk; beyond the busiest few the rest stand together."""
    words = terms.charts[DESKS]
    found: defaultdict[str, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for one in counted.booked:
        label = one.desk or words.say("unnamed")
        if not counted.site and one.site:
            label = f"{label}, {one.site}"
        asked, booked = found[label]
        found[label] = (asked + one.asked, booked + one.booked)
    busiest = sorted(found, key=lambda label: (-found[label][1], label))
    kept = {label: found[label] for label in sorted(busiest[:_MOST_DESKS])}
    if rest := busiest[_MOST_DESKS:]:
        kept[terms.say("rest")] = (
            sum(found[label][0] for label in rest),
            sum(found[label][1] for label in rest),
        )
    return _asked(DESKS, kept, counted, terms)


def shifts(counted: Counted, terms: InsightTerms) -> Chart:
    """The share asked in each shift."""
    found = {shift.label: (0, 0) for shift in terms.shifts}
    for one in counted.booked:
        label = terms.shift_of(one.hour.astimezone(LONDON).hour)
        asked, booked = found[label]
        found[label] = (asked + one.asked, booked + one.booked)
    kept = {label: figures for label, figures in found.items() if figures[1]}
    return _asked(SHIFTS, kept, counted, terms)


def ages(counted: Counted, terms: InsightTerms) -> Chart:
    """What is owed by age, the ages the ledger's own reports have."""
    words, found = terms.charts[AGES], counted.ages
    owed = found.owed
    old = Money.total(
        one.owed
        for one in found.aged
        if one.bucket.first_day is not None and one.bucket.first_day > OLD
    )
    sentence = (
        filled(words.sentence, owed=owed, old=old, days=OLD) if owed > ZERO else words.say("none")
    )
    parts = tuple(
        Bar(
            label=one.bucket.label,
            length=one.owed.pence,
            amount=brief(one.owed),
            share=percent(share(one.owed.pence, owed.pence), terms),
        )
        for one in found.aged
        if one.owed > ZERO
    )
    return Chart(
        Strip(parts=parts, full=max((part.length or 0 for part in parts), default=0)),
        _twin(
            counted,
            terms,
            AGES,
            sentence,
            (Kind.TEXT, Kind.COUNT, Kind.MONEY, Kind.RATE),
            tuple(
                (
                    one.bucket.label,
                    one.invoices,
                    one.owed,
                    _rate(share(one.owed.pence, owed.pence), terms),
                )
                for one in found.aged
            ),
            tuple(filled(note, day=long(found.as_of)) for note in words.notes),
        ),
    )


def opportunity(outlook: Outlook, counted: Counted, terms: InsightTerms) -> tuple[Interval, Chart]:
    """What may be missed in a year: between two bounds, and again with the weak input moved."""
    words, found = terms.charts[OPPORTUNITY], outlook.found
    low, middle, high = (_money(one) for one in (found.low, found.pounds, found.high))
    shape = Interval(
        low=low.pence,
        middle=middle.pence,
        high=high.pence,
        words=(brief(low), brief(middle), brief(high)),
    )
    twin = _twin(
        counted,
        terms,
        OPPORTUNITY,
        filled(
            words.sentence,
            figure=brief(middle),
            low=brief(low),
            high=brief(high),
            peers=outlook.peers,
        ),
        (Kind.TEXT, Kind.MONEY, Kind.MONEY, Kind.MONEY),
        tuple(
            (words.say(name), _money(one.pounds), _money(one.low), _money(one.high))
            for name, one in (("found", found), *outlook.moved)
        ),
        words.notes,
    )
    return shape, Chart(shape, twin)


def _money(pounds: float) -> Money:
    """Whole pounds: no estimate is truer than that."""
    return Money(round(pounds) * 100)


def percent(figure: int | None, terms: InsightTerms) -> str:
    """`98 %`, or nothing of nothing."""
    return "" if figure is None else terms.say("percent", share=figure)


def everybody(counted: Counted) -> tuple[int, int]:
    """How many were asked, of how many booked in."""
    return sum(one.asked for one in counted.booked), sum(one.booked for one in counted.booked)


def _way_sentence(counted: Counted, terms: InsightTerms, *, few: bool) -> str:
    words, found, month = terms.charts[WAY], counted.way, counted.month.words
    full = found.identified.people
    if not full:
        return words.say("none", month=month)
    if few:
        who = people(full, terms)
        return words.say("few", people=who, month=month, below=terms.suppress_below)
    return filled(
        words.sentence,
        month=month,
        identified=people(full, terms),
        assessed=found.assessed.people,
        charged=found.charged.people,
        paid=found.paid.people,
        came=brief(found.paid.pounds),
        pounds=brief(found.identified.pounds),
    )


def _stage_bar(name: str, stage: Stage, full: int, terms: InsightTerms) -> Bar:
    return Bar(
        label=terms.charts[WAY].say(name),
        length=stage.people,
        inside=f"{stage.people:,}",
        amount=brief(stage.pounds),
        share=percent(share(stage.people, full), terms),
        is_last=name == "paid",
    )


def _stage_row(name: str, stage: Stage, full: int, terms: InsightTerms) -> tuple[Cell, ...]:
    found = share(stage.people, full)
    return (terms.charts[WAY].say(name), stage.people, stage.pounds, _rate(found, terms))


def _few_bar(name: str, stage: Stage, terms: InsightTerms) -> Bar:
    first = name == "identified"
    return Bar(
        label=terms.charts[WAY].say(name),
        length=stage.people if first else None,
        inside=f"{stage.people}" if first else _too_few(terms),
    )


def _few_row(name: str, stage: Stage, terms: InsightTerms) -> tuple[Cell, ...]:
    label = terms.charts[WAY].say(name)
    return (label, stage.people if name == "identified" else _too_few(terms), "", "")


def _asked(
    name: str, groups: Mapping[str, tuple[int, int]], counted: Counted, terms: InsightTerms
) -> Chart:
    words = terms.charts[name]
    part, whole = everybody(counted)
    month = counted.month.words
    sentence = (
        filled(
            words.sentence,
            month=month,
            share=share(part, whole),
            part=f"{part:,}",
            whole=f"{whole:,}",
            goal=terms.asked_goal,
        )
        if whole
        else words.say("none", month=month)
    )
    shown = told(groups, below=terms.suppress_below)
    return Chart(
        Bars(rows=tuple(_bar(one, terms) for one in shown), full=100, goal=terms.asked_goal),
        _twin(
            counted,
            terms,
            name,
            sentence,
            _COUNTS,
            tuple(_row(one, terms) for one in shown),
            tuple(note.format(below=terms.suppress_below) for note in words.notes),
        ),
    )


def _bar(group: Group, terms: InsightTerms) -> Bar:
    if group.part is None or group.whole is None:
        return Bar(label=group.label, length=None, inside=_too_few(terms))
    found = share(group.part, group.whole)
    return Bar(
        label=group.label,
        length=found,
        inside=percent(found, terms),
        share=terms.say("of", part=f"{group.part:,}", whole=f"{group.whole:,}"),
    )


def _row(group: Group, terms: InsightTerms) -> tuple[Cell, ...]:
    if group.part is None or group.whole is None:
        return (group.label, _too_few(terms), "", "")
    return (group.label, group.whole, group.part, _rate(share(group.part, group.whole), terms))


def _too_few(terms: InsightTerms) -> str:
    return terms.say("too_few", below=terms.suppress_below)


def _rate(figure: int | None, terms: InsightTerms) -> Cell:
    return terms.say("none") if figure is None else Decimal(figure)


def _change(rate: int, before: int | None, say: Callable[..., str]) -> str:
    if before is None:
        return ""
    if rate == before:
        return say("same")
    return say("up" if rate > before else "down", points=abs(rate - before))


def _twin(
    counted: Counted,
    terms: InsightTerms,
    name: str,
    sentence: str,
    kinds: tuple[Kind, ...],
    rows: tuple[tuple[Cell, ...], ...],
    notes: tuple[str, ...],
) -> Report:
    words = terms.charts[name]
    return Report(
        name=name,
        title=words.title,
        sentence=sentence,
        as_of=counted.as_of,
        columns=tuple(map(Column, words.columns, kinds)),
        rows=rows,
        notes=notes,
    )
