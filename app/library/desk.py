"""The shelf of the desk: its visitor page, the needs it asks after, the privacy notice."""

from __future__ import annotations

import tomllib
from functools import cache

from app.casework.desk_terms import DeskTerms, Notice
from app.casework.particulars import FieldSpec, GroupSpec, Kind
from app.library import resource


@cache
def load_visitor_page() -> tuple[GroupSpec, ...]:
    """The groups and fields of resources/desk.toml, in order."""
    table = tomllib.loads(resource("desk.toml").read_text(encoding="utf-8"))
    choices = table["choices"]
    return tuple(
        GroupSpec(
            group["title"],
            group["icon"],
            tuple(
                FieldSpec(
                    id=row["id"],
                    label=row["label"],
                    kind=Kind(row["kind"]),
                    patient=row.get("patient", ""),
                    question=row.get("question", ""),
                    number=row.get("number", ""),
                    required=row.get("required", False),
                    unless_known=row.get("unless_known", False),
                    choices=choices.get(row["id"]),
                )
                for row in group["fields"]
            ),
        )
        for group in table["group"]
    )


@cache
def load_desk_terms() -> DeskTerms:
    """The lists and words of resources/needs.toml."""
    table = tomllib.loads(resource("needs.toml").read_text(encoding="utf-8"))
    return DeskTerms(
        formats=table["formats"],
        not_to=table["not_to"],
        interpreter_rule=table["interpreter"]["rule"],
        notice=Notice(table["notice"]["version"], tuple(table["notice"]["lines"])),
    )
