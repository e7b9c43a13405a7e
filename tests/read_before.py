"""What every desk reads of the library, read before a process is forked off to be killed."""

from __future__ import annotations

from app.library.access import denied_passwords, load_matrix
from app.library.casework import load_review_terms
from app.library.desk import load_visitor_page
from app.library.law import load_law
from app.library.tariffs import load_market_forces, load_shelf


def read_the_library() -> None:
    """A death then costs milliseconds: whoever is forked off finds it read."""
    load_law()
    load_shelf()
    load_market_forces()
    load_matrix()
    load_review_terms()
    load_visitor_page()
    denied_passwords()
