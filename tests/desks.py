"""A real desk for tests: encrypted store in a temp folder, made-up people, a fixed clock."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from app.access.roles import Role
from app.core.people import Address, Patient
from app.core.ports import Clock, Ids
from app.core.trust import Mode, Trust
from app.machine import FixedClock, SeededIds
from app.opening import create_desk, open_desk
from app.services import finding, registration, signin
from app.services.desk import Desk, User
from app.store.crypto import Cost
from app.store.key_file import Protection
from ui.language import give_words

MORNING = datetime(2026, 3, 9, 9, 0, tzinfo=UTC)
PASSWORD = "three quiet words"
QUICK = Cost(iterations=1, lanes=1, memory_kib=64)  # tests need no brute-force resistance
PEOPLE = {
    "admin": ("A. Admin", (Role.ADMIN,)),
    "clerk": ("J. Patel", (Role.CLERK,)),
    "officer": ("M. Adeyemi", (Role.OFFICER,)),
    "senior": ("S. Byrne", (Role.OFFICER, Role.SENIOR)),
    "finance": ("F. Marsh", (Role.FINANCE,)),
    "clinician": ("Dr A. Roy", (Role.CLINICIAN,)),
    "auditor": ("U. Audit", (Role.AUDITOR,)),
}
TRUST = Trust(
    name="St Anne's Made-up Hospitals",
    provider_code="R1H",
    reference_code="R1H",
    address_lines=("1 Test Street", "London", "E1 1ZZ"),
    phone="020 7946 0000",
    email="overseas@example.org",
    payment_details=("Bank transfer to 00-00-00, account 00000000",),
    market_forces_factor=Decimal("1.148886"),
)


def make_desk(
    folder: Path,
    *,
    user: str = "clerk",
    mode: Mode = Mode.TEST,
    protection: Protection | None = None,
    device: str = "D01",
) -> Desk:
    """A new desk with one person of every role (`PEOPLE`, `PASSWORD`), `user` signed in.

    Making one costs far more than opening a copy, so those without a protection of their own are
    copies of one that the process made once, with the same key; the next identifier is the same.
    """
    if protection is None:
        desk = _template(mode, device).copied_to(folder / "desk")
    else:
        desk = _made(folder / "desk", mode, device, protection)
    sign_in(desk, user)
    give_words(desk)  # as the office does
    return desk


@dataclass(frozen=True)
class _Template:
    """A desk as it lay on disk when it was closed, and where its identifiers stood."""

    files: dict[str, tuple[bytes, int]]  # by name: what it holds, its mode
    clock: Clock
    ids: Ids  # by that clock
    user: User

    def copied_to(self, folder: Path) -> Desk:
        folder.mkdir(parents=True)
        for name, (content, mode) in self.files.items():
            (folder / name).write_bytes(content)
            (folder / name).chmod(mode)
        clock, ids = deepcopy((self.clock, self.ids))
        desk = open_desk(folder, clock=clock, ids=ids)
        desk.password_cost, desk.user = QUICK, self.user
        return desk


@cache
def _template(mode: Mode, device: str) -> _Template:
    with TemporaryDirectory() as made:
        desk = _made(Path(made) / "desk", mode, device)
        desk.db.close()
        files = {
            path.name: (path.read_bytes(), path.stat().st_mode)
            for path in (Path(made) / "desk").iterdir()
        }
    return _Template(files, desk.clock, desk.ids, desk.person)


def _made(folder: Path, mode: Mode, device: str, protection: Protection | None = None) -> Desk:
    """A new desk with its people; the administrator sits at it."""
    clock = FixedClock(MORNING)
    desk = create_desk(
        folder,
        mode=mode,
        trust=TRUST,
        device=device,
        place="Desk 3",
        clock=clock,
        ids=SeededIds(int(device[1:]) + 6, clock),
        protection=protection,
        password_cost=QUICK,
    )
    shown, roles = PEOPLE["admin"]
    signin.first_administrator(desk, name="admin", display_name=shown, password=PASSWORD)
    sign_in(desk, "admin")
    for name, (shown, roles) in PEOPLE.items():
        if name != "admin":
            signin.add_person(desk, name=name, display_name=shown, password=PASSWORD, roles=roles)
    return desk


def sign_in(desk: Desk, name: str) -> None:
    """Change who sits at the desk."""
    signin.sign_in(desk, name, PASSWORD)


def add_visitor(
    desk: Desk,
    *,
    family_name: str = "Okafor",
    given_names: str = "Ada",
    born_years_ago: int = 36,
) -> Patient:
    """A made-up patient with a contact and a birthday, no NHS number."""
    return finding.add_patient(
        desk,
        Patient(
            patient_id="",
            family_name=family_name,
            given_names=given_names,
            title="Mrs",
            gender="Female",
            born=date(desk.today.year - born_years_ago, 3, 2),
            address_abroad=Address(("14 Marina Road", "Lagos"), "", "NG"),
            phone="+234 803 555 0142",
        ),
    )


def register_visitor(desk: Desk, patient: Patient, *, booking: str = "admission") -> str:
    """Through stage 1 and the visitor page to a flagged registration; returns its id."""
    from app.services import particulars  # kept local: most tests never leave stage 1

    step = registration.begin(desk, patient.patient_id, booking)
    one = step.registration_id
    registration.answer(desk, one, "s1_residence_12m", "abroad")
    registration.answer(desk, one, "s1_countries_12m", ("NG",))
    registration.answer(desk, one, "s1_document", "none")
    registration.answer(desk, one, "s1_existing_banner", "no")
    particulars.save_particulars(
        desk,
        one,
        {"country": "Nigeria", "nationalities": "Nigeria", "arrived": "2/3/26", "leaving": "+3w"},
    )
    particulars.continue_visitor(desk, one)
    return one
