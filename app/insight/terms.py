"""What a trust may set about its dashboard; the words and numbers are `resources/insight.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.billing.reports.terms import ReportWords
from app.core.wording import Say, filled, said


@dataclass(frozen=True, slots=True)
class Shift:
    """A part of the day, from an hour (0 to 23, London) until the next one begins."""

    label: str
    from_hour: int


@dataclass(frozen=True, slots=True, kw_only=True)
class InsightTerms:
    """Goals, bounds and words. Raises ValueError where the shifts do not go round the clock."""

    months: int  # how far back the line goes
    line_from: int  # per cent, where its axis begins
    suppress_below: int  # a group under this is not broken down
    asked_goal: int  # per cent of everybody booked in
    recovery_goal: int  # per cent, the national benchmark
    watch_free_above: int  # per cent of the flagged that were found free
    shifts: tuple[Shift, ...]
    charts: Mapping[str, ReportWords]
    words: Mapping[str, str]

    def __post_init__(self) -> None:
        hours = [shift.from_hour for shift in self.shifts]
        if not hours or hours != sorted(set(hours)) or not 0 <= hours[0] <= hours[-1] < 24:
            raise ValueError("the shifts do not follow on each other within one day")

    def in_words_of(self, tr: Say) -> InsightTerms:
        """The same in another language: each text as `tr` says it, its places still unfilled."""
        return replace(
            self,
            shifts=tuple(replace(shift, label=tr(shift.label)) for shift in self.shifts),
            charts={name: chart.in_words_of(tr) for name, chart in self.charts.items()},
            words=said(self.words, tr),
        )

    def shift_of(self, hour: int) -> str:
        """The shift an hour of the day lies in; what is before the first belongs to the last."""
        begun = [shift.label for shift in self.shifts if shift.from_hour <= hour]
        return begun[-1] if begun else self.shifts[-1].label

    def say(self, name: str, /, **values: object) -> str:
        """Words with their places filled; a name that is not there is a fault of the program."""
        return filled(self.words[name], **values)
