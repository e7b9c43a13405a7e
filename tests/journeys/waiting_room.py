"""The desk a journey starts from: made-up staff of every role, and one patient known already."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.core.people import Address, Patient
from app.demo import PASSWORD, make_demo_desk
from app.machine import SystemClock
from app.services import finding, signin


def make_desk_that_knows_jane_smith(folder: Path) -> Path:
    """An encrypted demo store of today, closed again; returns its folder."""
    desk = make_demo_desk(folder, moment=SystemClock().now(), seed=5)
    signin.sign_in(desk, "clerk", PASSWORD)
    finding.add_patient(
        desk,
        Patient(
            patient_id="",
            family_name="Smith",
            given_names="Jane",
            title="Ms",
            gender="Female",
            born=date(1985, 7, 14),
            address=Address(("4 Made-up Road", "London"), "E1 1ZZ", "GB"),
        ),
    )
    signin.sign_out(desk)
    desk.db.close()
    return folder
