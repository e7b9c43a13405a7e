"""What in a law does nothing, by trying every combination of answers on every legal epoch.

A pack says in rules/exceptions.toml what it keeps all the same, and why; then it is a note.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from app.library.remark import Remark, Severity
from app.library.shelves import Shelves
from app.residency.law import Law
from app.residency.rules import Group
from app.residency.soundness import Idle, Never, Soundness, examine

_OR_SAY_WHY = "or say in rules/exceptions.toml why it stays"
_CODES = {
    Never.APPLIES: "unreachable",
    Never.ADDS: "overlapping",
    Never.MATTERS: "unused_fact",
    Never.ASKED: "idle_question",
}
_SAYS = {
    Never.APPLIES: "No case can make it true, on any day since the scheme began.",
    Never.ADDS: "Wherever it is true, {by} says the same.",
    Never.MATTERS: "No outcome turns on it.",
    Never.ASKED: "No answer to it can change an outcome.",
}
_DO = {
    Never.APPLIES: f"Correct its condition or its dates, {_OR_SAY_WHY}.",
    Never.ADDS: f"Take it out, narrow one of the two, {_OR_SAY_WHY}.",
    Never.MATTERS: f"Take it out, {_OR_SAY_WHY}.",
    Never.ASKED: f"Take it out, let an option settle a fact, {_OR_SAY_WHY}.",
}
_KEPT = "It is kept: {reason}"


def idle_remarks(law: Law, shelves: Shelves) -> Iterator[Remark]:
    """Rules no case reaches, rules that add nothing, facts and questions that change nothing."""
    found, kept = examine(law), _reasons(shelves)
    for idle in found.idle:
        says = _SAYS[idle.kind].format(by=_by(idle, found))
        kind, reason = _kind(idle, law), kept.get(idle)
        if reason is not None:
            yield Remark(
                _CODES[idle.kind],
                Severity.NOTE,
                kind,
                idle.name,
                f"{says} {_KEPT.format(reason=reason)}",
                "Nothing, while the reason holds.",
            )
            continue
        unreachable = idle.kind is Never.APPLIES
        severity = Severity.REFUSAL if unreachable else Severity.WARNING
        yield Remark(_CODES[idle.kind], severity, kind, idle.name, says, _DO[idle.kind])
    idles = set(found.idle)
    for idle in (one for one in kept if one not in idles):
        yield Remark(
            "outdated_reason",
            Severity.WARNING,
            _kind(idle, law),
            idle.name,
            "rules/exceptions.toml excuses it, and it does its part.",
            "Take it out of that list.",
        )


def _reasons(shelves: Shelves) -> Mapping[Idle, str]:
    try:
        rows = shelves.table("rules/exceptions").get("exception", [])
    except KeyError:
        return {}
    return {Idle(Never(row["kind"]), name): row["reason"] for row in rows for name in row["names"]}


def _by(idle: Idle, found: Soundness) -> str:
    beside = {one.rule: one.by for one in found.subsumed}
    return " or ".join(beside.get(idle.name, ()))


def _kind(idle: Idle, law: Law) -> str:
    if idle.kind is Never.MATTERS:
        return "fact"
    if idle.kind is Never.ASKED:
        return "question"
    groups = {rule.id for rule in law.pack.rules if isinstance(rule, Group)}
    return "group" if idle.name in groups else "service"
