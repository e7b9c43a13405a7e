"""The dashboard as one value: window, printed page and CSV file are all drawn from it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.billing.reports.report import Column, Kind, Report
from app.billing.reports.years import Month
from app.core.money import ZERO
from app.insight import pictures
from app.insight.charts import Chart
from app.insight.counts import Counted, Waited
from app.insight.pictures import brief, everybody, percent
from app.insight.rates import months_before, share, trailing_rate
from app.insight.terms import InsightTerms

WATCH, ALSO = "watch", "also"
_MINUTE, _HOUR, _DAY = 60, 3_600, 86_400


class State(StrEnum):
    """What a figure of the harm watch asks for; its words stand beside it."""

    GOOD = "good"
    WATCH, ALSO = "watch", "also"
    LOOK = "look"
    TOLD = "told"  # a figure that is neither


@dataclass(frozen=True, slots=True)
class Tile:
    """One large figure: what it is, how much, and what it is held to."""

    name: str
    label: str
    figure: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Watched:
    """One line of the harm watch."""

    name: str
    label: str
    note: str
    figure: str
    state: State
    state_words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Opportunity:
    """What may be missed in a year, or why that is not told; and how it is worked out.

    With a `chart` its figure and bounds are told; else what is `missing` and what it `lacks`.
    """

    title: str
    how: str
    figure: str = ""
    between: str = ""
    chart: Chart | None = None
    missing: str = ""
    lacks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """Everything the dashboard shows of a month, at a site or at all of them (`site` empty)."""

    title: str
    month: Month
    site: str
    site_words: str
    tiles: tuple[Tile, ...]
    way: Chart
    recovery: Chart
    desks: Chart
    shifts: Chart
    ages: Chart
    watched: tuple[Watched, ...]
    watch: Report
    also_counted: tuple[Watched, ...]
    also: Report
    opportunity: Opportunity
    flat_columns: tuple[str, ...]

    @property
    def charts(self) -> tuple[Chart, ...]:
        """All of them, in reading order."""
        return (self.way, self.recovery, self.desks, self.shifts, self.ages)

    @property
    def tables(self) -> tuple[Report, ...]:
        """The table twins, the harm watch, and what is counted besides."""
        told = self.opportunity.chart
        twins = [chart.twin for chart in (*self.charts, *([told] if told else []))]
        return (*twins, self.watch, self.also)

    @property
    def flat(self) -> Report:
        """Every figure of every table on a line of its own, for a spreadsheet."""
        return Report(
            name="dashboard",
            title=self.watch.title,
            sentence="",
            as_of=self.watch.as_of,
            columns=tuple(Column(label, Kind.TEXT) for label in self.flat_columns),
            rows=tuple(
                (table.title, str(row[0]), column.label, cell)
                for table in self.tables
                for row in table.lines
                for column, cell in zip(table.columns[1:], row[1:], strict=True)
            ),
        )

    @property
    def stem(self) -> str:
        """The name of its files."""
        return f"dashboard_{self.month}"


def board(counted: Counted, terms: InsightTerms) -> Board:
    """Draw up everything from what was counted."""
    watched, also = tuple(_watched(counted, terms)), tuple(_also(counted, terms))
    return Board(
        title=terms.say("title"),
        month=counted.month,
        site=counted.site,
        site_words=counted.site or terms.say("every_site"),
        tiles=(
            _asked(counted, terms),
            _identified(counted, terms),
            _recovered(counted, terms),
            _at_the_desk(counted, terms),
        ),
        way=pictures.way(counted, terms),
        recovery=pictures.recovery(counted, terms),
        desks=pictures.desks(counted, terms),
        shifts=pictures.shifts(counted, terms),
        ages=pictures.ages(counted, terms),
        watched=watched,
        watch=_lines(WATCH, watched, counted, terms),
        also_counted=also,
        also=_lines(ALSO, also, counted, terms),
        opportunity=_opportunity(counted, terms),
        flat_columns=tuple(terms.say("flat_columns").split(", ")),
    )


def lasted(seconds: int, terms: InsightTerms) -> str:
    """A length of time in the largest unit that tells it: `52 s`, `9 min`, `3 h`, `2 days`."""
    if seconds < 2 * _MINUTE:
        return terms.say("seconds", count=seconds)
    if seconds < 2 * _HOUR:
        return terms.say("minutes", count=(seconds + 30) // _MINUTE)
    if seconds < 2 * _DAY:
        return terms.say("hours", count=(seconds + _HOUR // 2) // _HOUR)
    return terms.say("days", count=(seconds + _DAY // 2) // _DAY)


def _asked(counted: Counted, terms: InsightTerms) -> Tile:
    part, whole = everybody(counted)
    note = (
        terms.say("asked_note", part=f"{part:,}", whole=f"{whole:,}", goal=terms.asked_goal)
        if whole
        else terms.say("asked_none", goal=terms.asked_goal)
    )
    figure = percent(share(part, whole), terms) or terms.say("none")
    return Tile("asked", terms.say("asked"), figure, note)


def _identified(counted: Counted, terms: InsightTerms) -> Tile:
    found = counted.way.identified
    told = found.people >= terms.suppress_below and found.pounds > ZERO
    note = terms.say("identified_note" if told else "identified_none", pounds=brief(found.pounds))
    return Tile("identified", terms.say("identified"), f"{found.people:,}", note)


def _recovered(counted: Counted, terms: InsightTerms) -> Tile:
    last = months_before(counted.month, 2)[0]
    rate = trailing_rate(counted.month, counted.cash, counted.income)
    before = trailing_rate(last, counted.cash, counted.income)
    name, points = "recovered_note", 0
    if rate is not None and before is not None:
        points = abs(rate - before)
        name = "recovered_same" if rate == before else "recovered_up"
        if rate < before:
            name = "recovered_down"
    return Tile(
        "recovered",
        terms.say("recovered"),
        percent(rate, terms) or terms.say("none"),
        terms.say(name, goal=terms.recovery_goal, points=points, month=last.words.split()[0]),
    )


def _at_the_desk(counted: Counted, terms: InsightTerms) -> Tile:
    """The median of everybody; beside it each site's, where there are several large enough."""
    sites = [one for one in counted.at_each_site if one.count >= terms.suppress_below]
    if counted.site or len(sites) < 2:
        note = terms.say("at_desk_note", site=counted.site or terms.say("at_desk_all"))
    else:
        note = ". ".join(
            terms.say(
                "at_desk_site", site=one.label or terms.say("no_site"), time=_time(one, terms)
            )
            for one in sites
        )
    figure = _time(counted.at_the_desk, terms) or terms.say("none")
    return Tile("at_desk", terms.say("at_desk"), figure, note)


def _time(waited: Waited, terms: InsightTerms) -> str:
    return "" if waited.median is None else lasted(waited.median, terms)


def _opportunity(counted: Counted, terms: InsightTerms) -> Opportunity:
    title, how = terms.say("opportunity"), terms.say("opportunity_how")
    if counted.outlook is None:
        lacks = (*terms.say("opportunity_lacks").splitlines(), terms.say("opportunity_file"))
        missing = counted.no_outlook or terms.say("opportunity_missing")
        return Opportunity(title=title, how=how, missing=missing, lacks=lacks)
    interval, chart = pictures.opportunity(counted.outlook, counted, terms)
    low, figure, high = interval.words
    between = terms.say("opportunity_between", low=low, high=high)
    return Opportunity(title=title, how=how, figure=figure, between=between, chart=chart)


def _lines(name: str, told: tuple[Watched, ...], counted: Counted, terms: InsightTerms) -> Report:
    words = terms.charts[name]
    return Report(
        name=name,
        title=words.title,
        sentence=words.sentence,
        as_of=counted.as_of,
        columns=tuple(Column(label, Kind.TEXT) for label in words.columns),
        rows=tuple((one.label, one.figure, one.state_words, one.note) for one in told),
        notes=words.notes,
    )


def _line(terms: InsightTerms, name: str, note: str, figure: str, state: State) -> Watched:
    return Watched(
        name=name,
        label=terms.say(name),
        note=note,
        figure=figure,
        state=state,
        state_words=terms.say(state.value),
    )


def _watched(counted: Counted, terms: InsightTerms) -> list[Watched]:
    harm = counted.harm
    free = share(harm.found_free, harm.decided)
    bound = terms.watch_free_above
    over = free is not None and free > bound
    longest = 0 if harm.unput_since is None else (counted.as_of - harm.unput_since).days
    days = terms.say("day") if longest == 1 else terms.say("days", count=longest)
    return [
        _line(
            terms,
            "delayed",
            terms.say("delayed_note"),
            f"{harm.asked_first:,}",
            State.LOOK if harm.asked_first else State.GOOD,
        ),
        _line(
            terms,
            "free",
            terms.say("free_none", bound=bound)
            if free is None
            else terms.say("free_note", part=harm.found_free, whole=harm.decided, bound=bound),
            percent(free, terms) or terms.say("none"),
            State.TOLD if free is None else State.WATCH if over else State.GOOD,
        ),
        _line(
            terms,
            "unput",
            terms.say("unput_note", days=days) if harm.unput else terms.say("unput_none"),
            f"{harm.unput:,}",
            State.LOOK if harm.unput else State.GOOD,
        ),
    ]


def _also(counted: Counted, terms: InsightTerms) -> list[Watched]:
    return [
        _line(
            terms,
            "form_lag",
            terms.say("form_lag_note", count=counted.forms.count, missing=counted.without_form),
            _time(counted.forms, terms) or terms.say("none"),
            State.TOLD,
        ),
        _line(
            terms,
            "cards",
            terms.say("cards_note", month=counted.month.words),
            f"{counted.cards_claimed:,}",
            State.TOLD,
        ),
    ]
