"""The made-up trust: its people, its prices, and who acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from pathlib import Path

from app.access.roles import Role
from app.core.trust import Mode, Trust
from app.machine import FixedClock, SeededIds
from app.opening import create_desk
from app.pricing.made_up import made_up_edition
from app.pricing.tariff import tariff_year_of
from app.services import (
    signin,
)
from app.services.desk import Desk
from app.store.crypto import Cost

DEFAULT_MOMENT = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
PASSWORD = "demo demo demo"
PRICED_YEAR = "2025/26"
_COST = Cost(iterations=1, memory_kib=1024)  # a demo protects nobody (docs/decisions/0004)
_BETWEEN_ACTS = timedelta(seconds=40)

PEOPLE = (
    ("clerk", "J. Patel", (Role.CLERK,)),
    ("officer", "M. Adeyemi", (Role.OFFICER,)),
    ("senior", "S. Byrne", (Role.OFFICER, Role.SENIOR)),
    ("finance", "F. Marsh", (Role.FINANCE,)),
    ("clinician", "Dr A. Roy", (Role.CLINICIAN,)),
    ("auditor", "U. Okoye", (Role.AUDITOR,)),
)
TRUST = Trust(
    name="Harbour Made-up Hospitals",
    provider_code="R1H",
    reference_code="R1H",
    address_lines=("1 Test Street", "London", "E1 1ZZ"),
    phone="020 7946 0000",
    email="overseas@example.org",
    payment_details=("By bank transfer: sort code 00-00-00, account 00000000",),
    market_forces_factor=Decimal("1.148886"),
)


def make_demo_desk(folder: Path, *, moment: datetime, seed: int, device: str = "D01") -> Desk:
    """A demo store with one person of every role; `PASSWORD` signs each of them in.

    Where no shipped price list holds on that day, the made-up trust brings a made-up edition.
    """
    clock = FixedClock(moment)
    desk = create_desk(
        folder,
        mode=Mode.DEMO,
        trust=TRUST,
        device=device,
        place="Desk 3",
        clock=clock,
        ids=SeededIds(seed, clock),
        password_cost=_COST,
    )
    bring_prices(desk)
    signin.first_administrator(desk, name="admin", display_name="A. Admin", password=PASSWORD)
    with acting_as(desk, "admin"):
        for name, shown, roles in PEOPLE:
            signin.add_person(desk, name=name, display_name=shown, password=PASSWORD, roles=roles)
    return desk


def bring_prices(desk: Desk) -> None:
    """Give a demo desk a made-up edition for its own year, labelled so, where none ships."""
    year = tariff_year_of(desk.today)
    if year not in {edition.tariff_year for edition in desk.shelf.editions}:
        made_up = made_up_edition(desk.shelf.edition(PRICED_YEAR), year)
        desk.shipped = desk.shipped.with_edition(made_up)
        desk.shelf = desk.shelf.with_edition(made_up)


@contextmanager
def acting_as(desk: Desk, name: str) -> Iterator[None]:
    """Sit at the desk as somebody for a while."""
    signin.sign_in(desk, name, PASSWORD)
    try:
        yield
    finally:
        signin.sign_out(desk)


def tick(desk: Desk) -> None:
    """Time passes between acts, on a clock that was set; the machine's own needs no help."""
    if isinstance(desk.clock, FixedClock):
        desk.clock.set(desk.clock.now() + _BETWEEN_ACTS)
