"""What a trust may set about its reports; the words and numbers are `resources/reports.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from app.core.wording import Say, filled, said


@dataclass(frozen=True, slots=True)
class Bucket:
    """An age of debt in days since the due day, both included; the last one has no end.

    `share` is the part of such debt that is expected not to be paid (finance.md 4.5), 0 to 1.
    Debt that is not due yet is a bucket that ends before day 0.
    """

    label: str
    first_day: int | None
    last_day: int | None
    share: Decimal

    def holds(self, days: int) -> bool:
        """Whether a debt that fell due so many days ago belongs here."""
        after = self.first_day is None or days >= self.first_day
        return after and (self.last_day is None or days <= self.last_day)


@dataclass(frozen=True, slots=True)
class Band:
    """A part of the strip over the accounts: up to how many days since the due day it reaches.

    The first holds what is not due yet as well; the last has no end.
    """

    label: str
    title: str
    last_day: int | None


@dataclass(frozen=True, slots=True)
class ReportWords:
    """The words of one report: its name in a list, its title, the sentence under it, the rest."""

    label: str
    title: str
    sentence: str
    columns: tuple[str, ...]
    phrases: Mapping[str, str]
    notes: tuple[str, ...] = ()

    def in_words_of(self, tr: Say) -> ReportWords:
        """The same in another language: each text as `tr` says it, its places still unfilled."""
        return ReportWords(
            tr(self.label),
            tr(self.title),
            tr(self.sentence),
            tuple(map(tr, self.columns)),
            said(self.phrases, tr),
            tuple(map(tr, self.notes)),
        )

    def say(self, name: str, /, **values: object) -> str:
        """A phrase with its places filled; a name that is not there is a fault of the program."""
        return filled(self.phrases[name], **values)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportTerms:
    """Buckets, bands, horizons and words.

    Raises ValueError where buckets or bands leave a day out.
    """

    buckets: tuple[Bucket, ...]
    bands: tuple[Band, ...]
    horizons: tuple[int, ...]  # months after the invoice, for cohorts
    cohorts: int  # how many months back a cohort table goes
    forecast_months: int
    suppress_below: int  # a count under this is not published
    accounts: Mapping[str, str]  # labels by account
    reports: Mapping[str, ReportWords]

    def __post_init__(self) -> None:
        expected: int | None = None
        for bucket in self.buckets:
            if bucket.first_day != expected:
                raise ValueError(f"the bucket {bucket.label!r} does not follow on the one before")
            if not 0 <= bucket.share <= 1:
                raise ValueError(f"the share of {bucket.label!r} is not between 0 and 1")
            expected = None if bucket.last_day is None else bucket.last_day + 1
        if expected is not None or not self.buckets:
            raise ValueError("the last bucket has an end")
        ends = [band.last_day for band in self.bands]
        days = [end for end in ends[:-1] if end is not None]
        if (
            not ends
            or ends[-1] is not None
            or len(days) < len(ends) - 1
            or days != sorted(set(days))
        ):
            raise ValueError("the bands do not follow on each other to one without an end")

    def in_words_of(self, tr: Say) -> ReportTerms:
        """The same in another language: ages, accounts and every word of the reports."""
        return replace(
            self,
            buckets=tuple(replace(one, label=tr(one.label)) for one in self.buckets),
            bands=tuple(
                replace(one, label=tr(one.label), title=tr(one.title)) for one in self.bands
            ),
            accounts=said(self.accounts, tr),
            reports={name: words.in_words_of(tr) for name, words in self.reports.items()},
        )

    def bucket_of(self, days: int) -> Bucket:
        """Where a debt that fell due so many days ago belongs; less than 0 is not due yet."""
        return next(bucket for bucket in self.buckets if bucket.holds(days))

    def band_of(self, days: int) -> int:
        """The place in the strip of a debt that fell due so many days ago."""
        ends = (band.last_day for band in self.bands)
        return next(place for place, end in enumerate(ends) if end is None or days <= end)
