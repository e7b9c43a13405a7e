"""Who may sign in here, and as what, for an administrator."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act, Role
from app.core.errors import Known
from app.core.money import Money
from app.services import signin, writing_off
from app.services.desk import Desk
from app.services.signin import Person
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

ADDED = tr("{name} may sign in now. Tell them their password; they change it themselves.")
ROLES_SET = tr("{name} has other roles from their next sign-in.")
RESET = tr("{name} has a new password. Tell them; they change it themselves.")
LIMIT_SET = tr("{name} may approve write-offs up to {limit}.")
STOPPED = tr("{name} can sign in no more. What they did stays.")
RETURNED = tr("{name} may sign in again. Tell them their password; they change it themselves.")
ROLE_NAMES: dict[Role, str] = {
    Role.CLERK: tr("Clerk"),
    Role.OFFICER: tr("Officer"),
    Role.SENIOR: tr("Senior officer"),
    Role.FINANCE: tr("Finance"),
    Role.CLINICIAN: tr("Clinician"),
    Role.ADMIN: tr("Administrator"),
    Role.AUDITOR: tr("Auditor"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonRow:
    """Somebody, up to which sum they approve write-offs, and how they stand here."""

    person: Person
    limit: Money | None  # None where their roles approve none
    own: bool  # whoever looks
    stopped: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NewPerson:
    """Somebody to be let in, as typed."""

    name: str
    display_name: str
    password: str
    roles: tuple[Role, ...]


class PeopleModel(LaneModel):
    """`shown(tuple[PersonRow, ...])` after opening and after each act, `told` what was done."""

    shown = Signal(object)
    told = Signal(str)
    refused = Signal(object)  # Known

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(desk, lane, parent=parent)

    def refresh(self) -> None:
        """Read who may sign in."""
        self._lane.run(partial(_people, self._desk), self._tell, self._refuse)

    def add(self, new: NewPerson) -> None:
        """Let somebody in."""
        job = partial(
            signin.add_person,
            self._desk,
            name=new.name,
            display_name=new.display_name,
            password=new.password,
            roles=new.roles,
        )
        self._do(job, ADDED.format(name=new.display_name.strip() or new.name))

    def set_roles(self, person: Person, roles: tuple[Role, ...]) -> None:
        """Let somebody do other things."""
        job = partial(signin.set_roles, self._desk, person.name, roles)
        self._do(job, ROLES_SET.format(name=person.display_name))

    def reset_password(self, person: Person, password: str) -> None:
        """Give somebody a new password."""
        job = partial(signin.reset_password, self._desk, person.name, password)
        self._do(job, RESET.format(name=person.display_name))

    def set_limit(self, person: Person, pounds: str) -> None:
        """Up to which sum somebody approves write-offs."""

        def job() -> Money:
            limit = Money.parse(pounds, "limit")
            writing_off.set_approval_limit(self._desk, person.name, limit)
            return limit

        self._run_once(
            job,
            lambda limit: self._done(LIMIT_SET.format(name=person.display_name, limit=limit)),
            self._refuse,
        )

    def stop(self, person: Person) -> None:
        """Let somebody in no more."""
        job = partial(signin.stop_person, self._desk, person.name)
        self._do(job, STOPPED.format(name=person.display_name))

    def let_back_in(self, person: Person, password: str) -> None:
        """Let somebody in again who was stopped."""
        job = partial(signin.let_back_in, self._desk, person.name, password)
        self._do(job, RETURNED.format(name=person.display_name))

    def _do(self, job: Callable[[], object], words: str) -> None:
        self._run_once(job, lambda _: self._done(words), self._refuse)

    def _done(self, words: str) -> None:
        self.told.emit(words)
        self.refresh()

    def _tell(self, rows: tuple[PersonRow, ...]) -> None:
        self.shown.emit(rows)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


def _people(desk: Desk) -> tuple[PersonRow, ...]:
    here = tuple(
        PersonRow(
            person=one,
            limit=_limit(desk, one),
            own=one.name == desk.person.name,
        )
        for one in signin.people(desk)
    )
    gone = tuple(
        PersonRow(person=one, limit=None, own=False, stopped=True)
        for one in signin.stopped_people(desk)
    )
    return here + gone


def _limit(desk: Desk, person: Person) -> Money | None:
    if desk.matrix.extent(person.roles, Act.APPROVE_CREDIT) is None:
        return None
    return writing_off.approval_limit(desk, person.name)


def roles_in_words(roles: tuple[Role, ...]) -> str:
    """`Clerk, Officer`, in the order of the matrix."""
    return ", ".join(words for role, words in ROLE_NAMES.items() if role in roles)
