"""Counts of a store, for the people who run it."""

from __future__ import annotations

from app.services.desk import Desk
from app.store import registrations


def categories(desk: Desk) -> dict[str, int]:
    """Finished registrations by charging category, in the order of the letters; no patient data."""
    return registrations.categories(desk.db)
