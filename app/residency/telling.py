"""The findings on the parts of a stay, told so that neighbours with one answer are one part."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby
from typing import NamedTuple

from app.residency.findings import NOT_RETROSPECTIVE, Charged, Days, LineFinding, Retrospective
from app.residency.line import LineTest
from app.residency.looking_back import look_back, wrongly_charged
from app.residency.rules import RulePack
from app.residency.spell import Part, Spells


class Told(NamedTuple):
    """The findings as they are shown, and what they do to charges made before."""

    lines: tuple[LineFinding, ...]
    retrospective: Retrospective


class _Found(NamedTuple):
    part: Part
    finding: LineFinding
    back: Retrospective | None


def tell(
    parts: Sequence[Part],
    findings: Sequence[LineFinding],
    *,
    tests: Sequence[LineTest],
    pack: RulePack,
) -> Told:
    """Join neighbours that have one answer, `tests` being those behind the findings.

    A line in one part keeps its id, the parts of another are numbered, as in `1/2`.
    """
    found = [
        _Found(part, finding, _look_back(test, part, pack))
        for part, finding, test in zip(parts, findings, tests, strict=True)
    ]
    lines: list[LineFinding] = []
    for of, of_line in groupby(found, key=lambda one: one.part.of):
        runs = _runs(of_line)
        whole = len(runs) == 1
        lines += [
            run._replace(id=of if whole else f"{of}/{number}")
            for number, run in enumerate(runs, start=1)
        ]
    return Told(tuple(lines), _gathered(found))


def frees_charged_days(lines: Sequence[LineFinding], spells: Spells, on: date) -> bool:
    """Whether a day of a line that was charged before is found free now."""
    for line in lines:
        stay = spells.stays.get(line.id) or spells.stays.get(line.id.rpartition("/")[0])
        days = line.days or Days(on, on)
        if stay is not None and line.charged is Charged.NO and any(map(days.meet, stay.charged)):
            return True
    return False


def _look_back(test: LineTest, part: Part, pack: RulePack) -> Retrospective | None:
    """What becomes of charges made for these days, by a rule that looks back or by reg 5.

    Its days are told once the parts are joined.
    """
    back = look_back(test, pack)
    if back is None and any(part.days.meet(one) for one in part.charged):
        back = wrongly_charged(test, pack)
    return None if back is None else back._replace(since=None, until=None)


def _runs(found: Iterable[_Found]) -> list[LineFinding]:
    """The parts of one line, neighbours with one answer joined; a single day is told as ever."""
    runs: list[LineFinding] = []
    for part, finding, back in found:
        if not part.lasts:
            return [finding]
        one = finding._replace(id="", days=part.days, retrospective=back)
        if runs and runs[-1]._replace(days=part.days) == one:
            runs[-1] = _joined(runs[-1], part.days.last)
        else:
            runs.append(one)
    return [_reaching(run) for run in runs]


def _joined(run: LineFinding, last: date) -> LineFinding:
    assert run.days is not None
    return run._replace(days=Days(run.days.first, last))


def _reaching(run: LineFinding) -> LineFinding:
    back, days = run.retrospective, run.days
    if back is None or days is None:
        return run
    return run._replace(retrospective=back._replace(since=days.first, until=days.last))


def _gathered(found: Sequence[_Found]) -> Retrospective:
    """The first look-back, from the first day to the last that it reaches."""
    first = next((one.back for one in found if one.back is not None), None)
    if first is None:
        return NOT_RETROSPECTIVE
    days = [one.part.days for one in found if one.back == first]
    return first._replace(since=min(one.first for one in days), until=max(one.last for one in days))
