"""Certificates and lines of the retention, as an administrator and an auditor read them alike."""

from __future__ import annotations

from collections.abc import Sequence

from app.services.retention import Certificate
from ui.cells import Cell
from ui.days import show
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.listing import Line, Listing
from ui.widgets.short_table import ShortTable

CERTIFICATES = tr("Certificates of removal")
CERTIFICATE_COLUMNS = (
    tr("Number"),
    tr("Removed on"),
    tr("What went"),
    tr("Copies"),
    tr("Cases"),
    tr("Held back"),
    tr("Listed by"),
    tr("Approved by"),
)
NO_CERTIFICATE = tr("Nothing was removed so far.")
COPIES_WENT, CASES_WENT = tr("Copies"), tr("Whole cases")
_WIDTHS: tuple[int | None, ...] = (68, 102, 98, 62, 58, 84, None, 110)


def table(name: str, widths: Sequence[int | None], listing: Listing) -> ShortTable:
    """A table as high as its rows."""
    made = ShortTable(name, list(widths))
    made.setItemDelegate(Rows(made))
    made.setModel(listing)
    return made


def certificates_table(listing: Listing) -> ShortTable:
    """The table of what was removed: figures, and who listed and approved."""
    return table(CERTIFICATES, _WIDTHS, listing)


def certificate_line(one: Certificate) -> Line:
    """A certificate as a row."""
    figures = (one.copies, one.cases, one.held + one.changed)
    texts = (
        str(one.number),
        show(one.removed_on),
        CASES_WENT if one.whole else COPIES_WENT,
        *map(str, figures),
        one.proposer,
        one.approver,
    )
    cells = tuple(
        Cell(text, strong=not place, right=3 <= place <= 5) for place, text in enumerate(texts)
    )
    said = ", ".join(
        f"{head} {text}" for head, text in zip(CERTIFICATE_COLUMNS, texts, strict=True)
    )
    return Line(one, cells, said)
