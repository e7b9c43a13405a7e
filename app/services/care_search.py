"""Picking care by words: for whoever books it and whoever prices it, and without a price."""

from __future__ import annotations

from datetime import date

from app.access.roles import Act
from app.core.errors import Known
from app.pricing.care import Care, find_care
from app.pricing.tariff import Edition, tariff_year_of
from app.services.desk import Desk, service
from app.store import registrations

MOST_FOUND = 50


@service(Act.REGISTER)
def care(desk: Desk, registration_id: str, words: str) -> tuple[Care, ...]:
    """Care by its words, specialty or code, in the lists that hold on the day of the service.

    Where there is no price list for that day, treatment functions and the trust's own prices are
    found all the same: what is booked need not be priced yet.
    """
    registration = registrations.get(desk.db, registration_id)
    return find_care(desk.shelf, _edition(desk, registration.service_date), words, MOST_FOUND)


def _edition(desk: Desk, day: date | None) -> Edition | None:
    try:
        return desk.shelf.edition(tariff_year_of(day or desk.today), on=day or desk.today)
    except Known:
        return None
