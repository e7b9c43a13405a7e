"""Which debts may be told to the Home Office (finance.md 4.4, charging-rules.md 8.3).

A list for people to look at: nothing goes out by itself, and whatever speaks for the debtor keeps
a debt off it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from app.billing.debt.ladder import is_too_old, report_from
from app.billing.debt.moves import Bill
from app.billing.debt.position import Life, Position
from app.billing.debt.terms import DebtTerms, HomeOfficeTerms, Threshold
from app.billing.payer import PayerType
from app.core.dates import age_in_years
from app.core.money import Money

_ADULT = 18


@dataclass(frozen=True, slots=True, kw_only=True)
class Debtor:
    """Who owes, and what was decided of the case, as far as reporting turns on it."""

    payer_type: PayerType
    category: str
    is_final: bool
    born: date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Owing:
    """One invoice of a person: the day the care began, and how the debt stands."""

    bill: Bill
    incurred_on: date
    position: Position
    debtor: Debtor


def why_not(one: Owing, day: date, terms: DebtTerms) -> tuple[str, ...]:
    """What keeps an invoice off the list, sums aside; nothing where it may go on it."""
    debtor, position, office = one.debtor, one.position, terms.home_office
    warned = position.warned_on
    reasons = (
        (not office.enabled, "off"),
        (debtor.category not in office.categories, "not_charged"),
        (not debtor.is_final, "not_final"),
        (debtor.payer_type is not PayerType.PATIENT, "not_the_patient"),
        (_is_child(debtor, day), "child"),
        (position.life in (Life.PAID, Life.CANCELLED), "settled"),
        (bool(position.held), "held"),
        (bool(position.tasks), "to_look_at"),
        (day < report_from(one.bill, position.holds, day, terms), "too_soon"),
        (is_too_old(one.bill, day, terms), "too_old"),
        (warned is None, "not_warned"),
        (
            warned is not None and day < warned + timedelta(days=office.warning_reply_days),
            "warned_lately",
        ),
    )
    return tuple(code for holds, code in reasons if holds)


def reaches_threshold(
    owing: Iterable[Owing], nationalities: Sequence[str], day: date, office: HomeOfficeTerms
) -> bool:
    """Whether what a person owes comes to a sum that counts, over care from that sum's day on."""
    owing = tuple(owing)
    return any(_sum_from(owing, one, day) >= one.amount for one in _side(nationalities, office))


def must_ask(nationalities: Sequence[str], office: HomeOfficeTerms) -> bool:
    """Whether the rule for this person is open: no nationality known, or one it does not name."""
    return not nationalities or any(one in office.ask_about for one in nationalities)


def _side(nationalities: Sequence[str], office: HomeOfficeTerms) -> Sequence[Threshold]:
    """The narrower rule of EEA nationals for whoever is one, or may be."""
    is_eea = not nationalities or any(one in office.eea_side for one in nationalities)
    return office.eea if is_eea else office.other


def _sum_from(owing: Iterable[Owing], threshold: Threshold, day: date) -> Money:
    return Money.total(
        one.bill.owed(day) for one in owing if one.incurred_on >= threshold.incurred_from
    )


def _is_child(debtor: Debtor, day: date) -> bool:
    """A child is nobody's debtor: whoever has parental responsibility is (reg 4)."""
    return debtor.born is None or age_in_years(debtor.born, day) < _ADULT
