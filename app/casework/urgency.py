"""Whether care can wait: a clinician's word, bound to the leaving date it was given beside."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.core.errors import BadInput


class Urgency(StrEnum):
    """Regulation 3(7) of SI 2015/238; `not_assessed` behaves as urgent."""

    IMMEDIATELY_NECESSARY = "immediately_necessary"
    URGENT = "urgent"
    NON_URGENT = "non_urgent"
    NOT_ASSESSED = "not_assessed"


@dataclass(frozen=True, slots=True, kw_only=True)
class UrgencyRecord:
    """One clinician's form: named, dated, with the leaving date that lay beside the choice."""

    urgency: Urgency
    clinician_name: str
    decided_at: str
    recorded_at: str
    leaving_date: str | None  # as ISO text, None when not known
    transcribed: bool


def check_signed_by(clinician_name: str) -> None:
    """A form that names no clinician decides nothing; raises BadInput."""
    if len(clinician_name.split()) < 2:
        raise BadInput(
            "unnamed_clinician",
            "Enter the clinician's name as signed on the form, such as Dr A. Roy.",
            "clinician_name",
        )


def check_signed_on(decided_on: date, today: date) -> None:
    """A form dated ahead decides nothing; raises BadInput."""
    if decided_on > today:
        raise BadInput(
            "bad_date",
            "The form is dated in the future. Enter the day it was signed.",
            "decided_on",
        )


@dataclass(frozen=True, slots=True)
class Standing:
    """The urgency that counts now, and whether the clinician must look again."""

    urgency: Urgency
    review_needed: bool
    record: UrgencyRecord | None

    @property
    def may_wait(self) -> bool:
        """True only on a standing clinician's non-urgent record (hazard H1)."""
        return self.urgency is Urgency.NON_URGENT and not self.review_needed


def standing(
    records: Sequence[UrgencyRecord],
    leaving_date: str | None,
    *,
    maternity: bool,
    leaving_date_changed_at: str | None = None,
) -> Standing:
    """The latest record, unless the leaving date has changed since it was made (hazard H2).

    `records` in the order they were recorded. `leaving_date_changed_at` (a stamp) also reopens
    the form where the date went away and came back: a record must be newer than the last change
    (hazard H1), and so must the form it was transcribed from. Maternity is always immediately
    necessary (regulation 3(7)), whatever is recorded.
    """
    latest = records[-1] if records else None
    if maternity:
        return Standing(Urgency.IMMEDIATELY_NECESSARY, False, latest)
    if latest is None:
        return Standing(Urgency.NOT_ASSESSED, False, None)
    changed_at = leaving_date_changed_at or ""
    # A form is dated by the day: one signed on the day of the change may have been signed after.
    changed_since = changed_at > latest.recorded_at or changed_at[:10] > latest.decided_at[:10]
    if latest.leaving_date != leaving_date or changed_since:
        return Standing(Urgency.NOT_ASSESSED, True, latest)
    return Standing(latest.urgency, False, latest)
