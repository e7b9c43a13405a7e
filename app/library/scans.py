"""The shelf of what is taken in of papers shown."""

from __future__ import annotations

import tomllib
from functools import cache

from app.casework.papers import PaperTerms
from app.library import resource
from app.scans.terms import ScanTerms


@cache
def load_scan_terms() -> ScanTerms:
    """The bounds of resources/scans.toml."""
    bounds = tomllib.loads(resource("scans.toml").read_text(encoding="utf-8"))["bounds"]
    return ScanTerms(**bounds | {"qualities": tuple(bounds["qualities"])})


@cache
def load_paper_terms() -> PaperTerms:
    """How long a promise runs and why a copy may be taken out, from resources/scans.toml."""
    table = tomllib.loads(resource("scans.toml").read_text(encoding="utf-8"))
    return PaperTerms(
        usual_days=table["promises"]["usual_days"],
        removals=table["removals"],
        removed=table["removed"],
        short=table["short"],
        others=table["others"],
    )
