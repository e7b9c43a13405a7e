"""The re-decision diary: what the calendar brings, told before it comes and acted on when it does.

Entries are written with every change of a case (`diary_keeping`). When other rules are in use, or
are to come, all cases are worked through once; so no day of an older store is lost either.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.casework import flags
from app.services.desk import Desk, service
from app.services.diary_keeping import rules_end, write_up
from app.services.reopening import bring_back
from app.store import diary as stored
from app.store import meta, registrations
from app.store.diary import DiaryLine

WRITTEN_FOR = "diary_rules"  # the edition of the rules the diary was last worked out with


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryEntry:
    """One day ahead; its words name no protected ground."""

    registration_id: str
    ref: str
    due_on: date
    about_on: date
    why: str
    due: bool


@service(Act.DECIDE_STATUS, whole=True)
def diary(desk: Desk, until: date | None = None) -> tuple[DiaryEntry, ...]:
    """Every day still to be looked at, up to one, soonest first; what is due is brought back."""
    keep_up(desk)
    return tuple(
        DiaryEntry(
            registration_id=line.registration_id,
            ref=line.ref,
            due_on=line.due_on,
            about_on=line.about_on,
            why=why(desk, line),
            due=line.due_on <= desk.today,
        )
        for line in stored.lines(desk.db, until=until)
    )


@service(Act.DECIDE_STATUS, whole=True)
def rules_until(desk: Desk) -> date:
    """The last day on which the rules in use hold: others come, or these are to be read again."""
    return rules_end(desk)


def keep_up(desk: Desk) -> None:
    """Bring every case whose day has come before an officer, each in its own transaction."""
    _work_out_once(desk)
    for registration_id, due_on in stored.due(desk.db, desk.today):
        with desk.db.atomic():
            bring_back(desk, registration_id, flags.DIARY, due_on)


def why(desk: Desk, line: DiaryLine) -> str:
    """An entry in plain words, fit for a list of several patients."""
    return desk.terms.diary.why(line.kind, line.about_on)


def _work_out_once(desk: Desk) -> None:
    rules = f"{desk.law.pack.rules_version} to {rules_end(desk)}"
    if meta.get(desk.db, WRITTEN_FOR) == rules:
        return
    for registration_id, _ in registrations.ever_finished(desk.db, flagged=True):
        with desk.db.atomic():
            write_up(desk, registration_id)
    with desk.db.atomic():
        meta.put(desk.db, WRITTEN_FOR, rules)
