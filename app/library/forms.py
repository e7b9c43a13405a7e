"""The shelf of the paper forms: which questions stand on which, and in what order."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from app.casework.form_code import FormKind
from app.casework.forms import FormPlan, Particular, PlannedSection
from app.library import resource

_TABLES = {
    FormKind.PRE_ATTENDANCE: "pre_attendance_form",
    FormKind.CLINICIAN: "clinician_form",
}


@cache
def load_form_plans() -> Mapping[FormKind, FormPlan]:
    """The plans of resources/questions/forms.toml."""
    shelf = tomllib.loads(resource("questions", "forms.toml").read_text("utf-8"))
    return MappingProxyType({kind: _plan(kind, shelf[name]) for kind, name in _TABLES.items()})


def _plan(kind: FormKind, table: dict[str, Any]) -> FormPlan:
    particulars = (
        Particular(row["id"], row["label"], row.get("tick", False)) for row in table["particular"]
    )
    return FormPlan(
        kind=kind,
        sections=tuple(
            PlannedSection(
                id=row["id"],
                title=row["title"],
                note=row.get("printed_note", ""),
                questions=tuple(row["from"]),
                particulars=tuple(row.get("plus", ())),
                none_of_these=row.get("none_of_these", False),
            )
            for row in table["section"]
            if not row.get("declaration")
        ),
        particulars={particular.id: particular for particular in particulars},
        hints=table["hints"],
        lines=table["lines"],
        declaration=tuple(row["text"] for row in table.get("declaration", ())),
    )
