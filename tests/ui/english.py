"""What of `resources/*.toml` stays English whatever the window speaks, and why."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path

from tests.ui.words import is_read

SHELF = Path(__file__).resolve().parents[2] / "resources"
BY_DESIGN = {  # what a path begins with
    "casework.certificate": "certified word for word, and kept",
    "claims.sheet": "the sheet from which the portal of the state is keyed",
    "claims.type": "the fields of that portal, by its own names",
    "debt.home_office.columns": "the list goes to the Home Office",
    "debt.home_office.printed": "the list goes to the Home Office",
    "languages": "languages by name, and texts that a named translator approved",
    "needs.notice": "told to the patient word for word, and its version kept",
    "payments.bank": "headings as files have them",
    "payments.card": "headings as files have them",
    "payments.govuk": "headings as files have them",
    "payments.kept": "begins a text of the records",
    "payments.methods": "words as files have them",
    "payments.words": "words as files have them",
}


def texts() -> Iterator[tuple[str, str]]:
    """`debt.life` and `To pay`: every text of the window's data that a person would read."""
    for path in sorted(SHELF.glob("*.toml")):
        yield from _leaves(tomllib.loads(path.read_text("utf-8")), path.stem)


def by_design(where: str) -> Sequence[str]:
    """The lines of the list that a path falls under."""
    return [name for name in BY_DESIGN if where == name or where.startswith(f"{name}.")]


def _leaves(value: object, where: str) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for name, inner in value.items():
            yield from _leaves(inner, f"{where}.{name}")
    elif isinstance(value, list):
        for inner in value:
            yield from _leaves(inner, where)
    elif isinstance(value, str) and is_read(value):
        yield where, value
