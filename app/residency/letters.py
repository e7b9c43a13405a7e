"""The letter and digit of a case, on its latest service date (charging-rules 10.4)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from app.residency.findings import Category, Charged, Outcome, Resident, Verdict
from app.residency.line import LineTest
from app.residency.rules import RulePack, Side

PENDING_DIGIT, RESIDENT_DIGIT, CHARGED_DIGIT = 9, 8, 4


class Letter(NamedTuple):
    """The category, its digit, and what is still open where the letter waits."""

    category: Category
    digit: int
    open: int = 0


def latest(tests: Sequence[LineTest]) -> list[LineTest]:
    """The lines of the latest service date."""
    if len(tests) == 1:
        return list(tests)
    last = max(test.day.service_date for test in tests)
    return [test for test in tests if test.day.service_date == last]


def verdict(tests: Sequence[LineTest], pack: RulePack) -> Verdict:
    """Residence, charge and letter of a case, without a word about why."""
    last = latest(tests)
    resident, charged = residence(last, pack), chargeable(tests)
    category = letter(last, resident, charged, pack).category
    return Verdict(resident, tuple(test.charged for test in tests), Outcome(charged, category))


def residence(tests: Sequence[LineTest], pack: RulePack) -> Resident:
    """Ordinary residence, from the lines of the latest day; lines that disagree leave it open."""
    if len(tests) == 1:
        return _residence(tests[0], pack)
    found = {_residence(test, pack) for test in tests}
    return found.pop() if len(found) == 1 else Resident.UNDETERMINED


def chargeable(tests: Sequence[LineTest]) -> Charged:
    """The whole case: undetermined if a line is, else what the lines agree on, else partly."""
    if len(tests) == 1:
        return tests[0].charged
    found = {test.charged for test in tests}
    if Charged.UNDETERMINED in found:
        return Charged.UNDETERMINED
    return found.pop() if len(found) == 1 else Charged.PARTLY


def letter(
    tests: Sequence[LineTest], resident: Resident, charged: Charged, pack: RulePack
) -> Letter:
    """The letter, from the lines of the latest day.

    D and F say "chargeable" of a person, so they are never given while a ground that would exempt
    the person is still open, even where the service is free for everyone.
    """
    if Resident.UNDETERMINED is resident or Charged.UNDETERMINED is charged:
        return Letter(Category.P, PENDING_DIGIT)
    if resident is Resident.YES:
        return Letter(Category.A, RESIDENT_DIGIT)
    exempt = pack.bits.exempt
    eea, freed, true, open_ = False, 0, 0, 0
    for test in tests:
        eea = eea or test.facts.get("residence_charging_side") == Side.EEA
        freed |= test.frees & exempt
        true |= test.reading.true & exempt
        open_ |= test.reading.unknown & exempt
    if freed or true:
        group = pack.best_of(freed or true)
        return Letter(category_of(group.charging_category, eea=eea), group.status_classification)
    if open_:
        return Letter(Category.P, PENDING_DIGIT, open_)
    return Letter(Category.D if eea else Category.F, CHARGED_DIGIT)


def _residence(test: LineTest, pack: RulePack) -> Resident:
    if test.reading.true & pack.bits.resident:
        return Resident.YES
    return Resident.UNDETERMINED if test.reading.unknown & pack.bits.resident else Resident.NO


def category_of(rule: str, *, eea: bool) -> Category:
    """A letter as written, or C and E by where the person lives."""
    if rule == "rule:exempt":
        return Category.C if eea else Category.E
    return Category(rule)
