"""Counts of a store, for the people who run it."""

from __future__ import annotations

from app.access.roles import Act
from app.services.desk import Desk, service
from app.store import registrations


@service(Act.EXPORT_BATCH, whole=True)
def categories(desk: Desk) -> dict[str, int]:
    """Finished registrations by charging category, in the order of the letters; no patient data."""
    return registrations.categories(desk.db)
