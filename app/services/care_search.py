"""Picking care by words: for whoever books it and whoever prices it, and without a price."""

from __future__ import annotations

from datetime import date

from app.access.roles import Act
from app.core.errors import BadInput, Known
from app.pricing.care import Care, care_named, find_care
from app.pricing.tariff import Edition, tariff_year_of
from app.services.desk import Desk, service
from app.store import planned_care, registrations

MOST_FOUND = 50


@service(Act.REGISTER)
def care(desk: Desk, registration_id: str, words: str) -> tuple[Care, ...]:
    """Care by its words, specialty or code, in the lists that hold on the day of the service.

    Where there is no price list for that day, treatment functions and the trust's own prices are
    found all the same: what is booked need not be priced yet.
    """
    registration = registrations.get(desk.db, registration_id)
    return find_care(desk.shelf, _edition(desk, registration.service_date), words, MOST_FOUND)


@service(Act.REGISTER)
def planned(desk: Desk, registration_id: str) -> Care | None:
    """The care the patient was booked for, where somebody picked it and a list still names it."""
    code = planned_care.code_of(desk.db, registration_id)
    return _named(desk, registration_id, code) if code else None


def plan(desk: Desk, registration_id: str, words: str) -> str:
    """Keep the care picked, by code or as it was shown; returns it as understood.

    Empty words take it back. The caller has checked who may. Raises BadInput `unknown_care`.
    """
    found = _named(desk, registration_id, words) if words else None
    if words and found is None:
        raise BadInput("unknown_care", "Choose the care from the list, or leave it empty.", "care")
    code = found.code if found is not None else ""
    if code != planned_care.code_of(desk.db, registration_id):
        with desk.db.atomic():
            planned_care.add(desk.db, registration_id, code, by=desk.person.user_id, at=desk.moment)
            desk.audit("care_planned", registration_id, {"code": code})
    return found.words if found is not None else ""


def _named(desk: Desk, registration_id: str, words: str) -> Care | None:
    day = registrations.get(desk.db, registration_id).service_date
    return care_named(desk.shelf, _edition(desk, day), words)


def _edition(desk: Desk, day: date | None) -> Edition | None:
    try:
        return desk.shelf.edition(tariff_year_of(day or desk.today), on=day or desk.today)
    except Known:
        return None
