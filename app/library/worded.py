"""What of `resources/` the window says in its own language: every such text, each once, in order.

`Desk.speak` puts the same terms into another language; the catalogue of the window is gathered from
here. What is not here stays English by design: `docs/window.md`, “Words”, says what and why.
"""

from __future__ import annotations

from pathlib import Path
from typing import Protocol

from app.access.roles import Act, Role
from app.casework.status import State
from app.core.wording import Say, said
from app.library.casework import load_review_terms
from app.library.claims import load_claim_terms
from app.library.desk import load_desk_terms, load_visitor_page
from app.library.finance import load_finance_terms
from app.library.insight import read_insight_terms
from app.library.payments import load_payment_terms
from app.library.retention import load_retention
from app.library.safety import load_hazards
from app.library.scans import load_paper_terms


class Worded(Protocol):
    """Terms that can say themselves in another language."""

    def in_words_of(self, tr: Say) -> object:
        """The same in another language."""
        ...


def worded(folder: Path) -> tuple[str, ...]:
    """Every text that ships; `folder` is one without a trust's own settings."""
    found: dict[str, None] = {}

    def note(text: str) -> str:
        found.setdefault(text)
        return text

    every: tuple[Worded, ...] = (
        read_insight_terms(folder),
        load_finance_terms(),
        load_review_terms(),
        load_paper_terms(),
        load_retention(),
        load_payment_terms(),
        load_desk_terms(),
        *load_visitor_page(),
        *load_hazards(),
    )
    for terms in every:
        terms.in_words_of(note)
    said(load_desk_terms().formats, note)
    said(load_claim_terms().words, note)
    for one in (*Act, *Role):
        note(one.words)
    for state in State:
        note(state.value)
    return tuple(filter(None, found))
