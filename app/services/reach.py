"""How a patient may be reached: by the ways that are safe for them, and by no other (hazard H8)."""

from __future__ import annotations

from dataclasses import dataclass

from app.core.people import Address, Patient
from app.services.desk import Desk


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """Text of each way, empty where it is not known or not safe."""

    phone: str
    email: str
    address: str
    address_abroad: str


def reach_of(desk: Desk, patient: Patient) -> Reach:
    """A number named as safe is the only one; who is written to by post alone is not called."""
    by_post_alone = patient.safe_contact == "post_only"
    by_phone_alone = patient.safe_contact == "phone_only"
    return Reach(
        phone="" if by_post_alone else patient.safe_number or patient.phone,
        email="" if by_post_alone or by_phone_alone else patient.email,
        address=_lines(desk, patient.address),
        address_abroad=_lines(desk, patient.address_abroad),
    )


def _lines(desk: Desk, address: Address) -> str:
    known = desk.law.pack.countries
    country = known[address.country].name if address.country in known else address.country
    return ", ".join(part for part in (*address.lines, address.postcode, country) if part)
