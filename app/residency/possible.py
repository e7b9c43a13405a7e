"""Facts that cannot be so together, so that no explanation proposes them.

Not law, but sense: a day cannot come before another, a British citizen is not subject to
immigration control. What the law makes of such facts is the rules' business all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from app.residency.facts import FactValue

Known = Mapping[str, FactValue | None]
_NO_LEAVE_NEEDED = ("not_subject", "none", "ilr_ile")


@dataclass(frozen=True, slots=True)
class Clash:
    """Two facts that exclude each other when both are known and `excluded` says so."""

    one: str
    other: str
    excluded: Callable[[Any, Any], bool]

    def happens(self, known: Known) -> bool:
        """Whether it does here."""
        one, other = known.get(self.one), known.get(self.other)
        return one is not None and other is not None and self.excluded(one, other)


def _later(one: Any, other: Any) -> bool:
    return bool(one > other)


def _both(one: object, other: object) -> bool:
    return one is True and other is True


CLASHES = (
    Clash("date_of_birth", "service_date", _later),
    Clash("date_of_birth", "leave_valid_from", _later),
    Clash("date_of_birth", "euss_application_date", _later),
    Clash("leave_valid_from", "leave_valid_to", _later),
    Clash("is_british_citizen", "subject_to_immigration_control", _both),
    Clash("is_irish_citizen", "subject_to_immigration_control", _both),
    Clash("is_british_citizen", "overseas_visitor_by_s39", _both),
    Clash(
        "is_british_citizen",
        "immigration_status",
        lambda british, status: british is True and status not in _NO_LEAVE_NEEDED,
    ),
    Clash("asylum_application_undetermined", "asylum_application_rejected", _both),
    Clash("admitted_as_inpatient", "service_is_outpatient_appointment", _both),
)


def new_clash(before: Known, after: Known) -> Clash | None:
    """The first clash that a change brings about, or None."""
    return next(
        (clash for clash in CLASHES if clash.happens(after) and not clash.happens(before)), None
    )
