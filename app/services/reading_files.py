"""Drawing the pages of a file anew before they are kept: long work, in a lane without the store."""

from __future__ import annotations

from app.core.aside import GoingOn
from app.scans.page import Scan
from app.scans.taking_in import take_in
from app.scans.terms import ScanTerms

__all__ = ["Scan", "read_file"]


def read_file(content: bytes, terms: ScanTerms, going_on: GoingOn) -> Scan:
    """The pages of a file; nothing is kept yet.

    `going_on(done, of)` hears of each page and may stop it. Raises BadInput with field `file`, or
    Stopped, as `app.scans.taking_in.take_in` does.
    """
    return take_in(content, terms, going_on)
