"""The shelf of the paper forms: which questions stand on which, and in what order."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType

from app.casework.form_code import FormKind
from app.casework.forms import FormPlan, Particular, PlannedSection
from app.library.law import shipped
from app.library.shelves import DocumentShelves, Shelves, Table
from app.residency.law_pack import LawPack

SHELF = "questions/forms"
Plans = Mapping[FormKind, FormPlan]
_TABLES = {
    FormKind.PRE_ATTENDANCE: "pre_attendance_form",
    FormKind.CLINICIAN: "clinician_form",
}


def form_plans(pack: LawPack) -> Plans:
    """The forms as the law in use has them: those of an installed pack, else those shipped."""
    if not pack.signer:
        return load_form_plans()
    document = json.loads(pack.raw.partition(b"\n")[0])
    return plans_of(DocumentShelves(document["shelves"]))


@cache
def load_form_plans() -> Plans:
    """The forms as shipped, `resources/questions/forms.toml`."""
    return plans_of(shipped().shelves)


def plans_of(shelves: Shelves) -> Plans:
    """The forms of one edition of the law; raises KeyError naming what is missing."""
    shelf = shelves.table(SHELF)
    return MappingProxyType({kind: _plan(kind, shelf[name]) for kind, name in _TABLES.items()})


def _plan(kind: FormKind, table: Table) -> FormPlan:
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
