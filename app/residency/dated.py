"""Reading the time inside a case: the last day of a line, and facts that change on a day."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.wording import Phrase
from app.residency.facts import FactBook, FactValue, printable
from app.residency.findings import Days
from app.residency.line import Line
from app.residency.spell import DatedFacts, Spells, Stay

LAST_DAY = "service_date_to"
CHANGES = "changes"
CHARGED = "charged_before"
NO_FACTS = frozenset({"id", LAST_DAY, CHANGES, CHARGED})
"""The keys of a line that are no facts."""
_MOST = 1000


def read_spells(
    document: Mapping[str, object], lines: Sequence[Line], facts: FactBook
) -> tuple[Spells | None, set[str]]:
    """What lasts or changes in a document, None where nothing does, and keys that are no facts.

    `lines` are the document's own, read. Raises BadInput for days and changes that make no sense.
    """
    changes, ignored = _changes(document.get(CHANGES), facts)
    stays: dict[str, Stay] = {}
    entries = document.get("lines")
    for line, entry in zip(lines, entries if isinstance(entries, list) else (), strict=True):
        last_day, own = entry.get(LAST_DAY), entry.get(CHANGES)
        charged = _charged(entry.get(CHARGED))
        if last_day is None and own is None and not charged:
            continue
        if last_day is not None and not isinstance(last_day, str):
            raise BadInput(
                "bad_date", Phrase("{name} takes a day as YYYY-MM-DD.", name=LAST_DAY), LAST_DAY
            )
        own_changes, more = _changes(own, facts)
        ignored |= more
        until = None if last_day is None else parse_iso(last_day, LAST_DAY)
        stays[line.id] = Stay(until, own_changes, charged)
    if not changes and not stays:
        return None, ignored
    _check_ids(lines, stays)
    _check_reach(changes, lines)
    return Spells(changes=changes, stays=stays), ignored


def _charged(given: object) -> tuple[Days, ...]:
    """The days for which a charge was made before."""
    if given is None:
        return ()
    if not isinstance(given, list) or len(given) > _MOST:
        raise BadInput(
            "bad_value",
            Phrase("{name} takes a list of at most {most} spans.", name=CHARGED, most=_MOST),
            CHARGED,
        )
    charged = []
    for one in given:
        ends = (one.get("from"), one.get("to")) if isinstance(one, dict) else ()
        days = [parse_iso(end, CHARGED) for end in ends if isinstance(end, str)]
        if len(days) != 2 or days[0] > days[1]:
            raise BadInput(
                "bad_value",
                Phrase(
                    '{name} takes a first and a last day: {{"from": "2026-03-02", "to": '
                    '"2026-03-05"}}.',
                    name=CHARGED,
                ),
                CHARGED,
            )
        charged.append(Days(*days))
    return tuple(charged)


def _changes(given: object, facts: FactBook) -> tuple[tuple[DatedFacts, ...], set[str]]:
    if given is None:
        return (), set()
    if not isinstance(given, list) or len(given) > _MOST:
        raise BadInput(
            "bad_value",
            Phrase("{name} takes a list of at most {most} changes.", name=CHANGES, most=_MOST),
            CHANGES,
        )
    changes: list[DatedFacts] = []
    ignored: set[str] = set()
    for entry in given:
        change, unknown = _change(entry, facts)
        ignored |= unknown
        changes.append(change)
    _check_twice(changes)
    return tuple(changes), ignored


def _change(entry: object, facts: FactBook) -> tuple[DatedFacts, set[str]]:
    if not isinstance(entry, dict) or not isinstance(entry.get("facts"), dict):
        raise BadInput(
            "bad_value",
            'A change takes a day and facts: {"from": "2026-03-04", "facts": {...}}.',
            CHANGES,
        )
    day = entry.get("from")
    if not isinstance(day, str):
        raise BadInput("bad_date", "A change takes its first day as YYYY-MM-DD in from.", "from")
    given = entry["facts"]
    if "service_date" in given:
        raise BadInput(
            "bad_value",
            "A change cannot move service_date. Give the line its first and last day.",
            CHANGES,
        )
    known, unknown = facts.read(given)
    taken_back: dict[str, FactValue | None] = {
        name: None for name in given if name in facts and name not in known
    }
    return DatedFacts(parse_iso(day, "from"), {**taken_back, **known}), (
        unknown | (entry.keys() - {"from", "facts"})
    )


def _check_twice(changes: Sequence[DatedFacts]) -> None:
    """Two words on one fact from one day on cannot both hold."""
    said = set()
    for change in changes:
        for name in change.facts:
            if (change.since, name) in said:
                raise BadInput(
                    "bad_value",
                    Phrase(
                        "{name} changes twice on {day}. Keep one of the two.",
                        name=name,
                        day=change.since.isoformat(),
                    ),
                    CHANGES,
                )
            said.add((change.since, name))


def _check_ids(lines: Sequence[Line], stays: Mapping[str, Stay]) -> None:
    """No other line may be called what a part of a stay will be called."""
    for line in lines:
        of, _, number = line.id.rpartition("/")
        if of in stays and number.isdecimal():
            raise BadInput(
                "bad_value",
                Phrase(
                    "Line {line} could be mistaken for a part of line {of}. Give it another id.",
                    line=line.id,
                    of=of,
                ),
                "id",
            )


def _check_reach(changes: Sequence[DatedFacts], lines: Sequence[Line]) -> None:
    """A line's own facts lie over the case's, so a change under them would be lost unsaid."""
    changing = {name for change in changes for name in change.facts}
    for line in lines:
        hidden = sorted(changing & line.facts.keys())
        if hidden:
            raise BadInput(
                "bad_value",
                Phrase(
                    "Line {line} has its own {name}, which a change of the case cannot alter. Put "
                    "the change under the line.",
                    line=printable(line.id),
                    name=hidden[0],
                ),
                CHANGES,
            )
