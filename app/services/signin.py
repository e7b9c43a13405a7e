"""Signing in by name and password, and the people who may."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from app.access.credentials import check_password
from app.access.roles import Act, Role
from app.core.errors import BadInput, Known, NotAllowed
from app.core.people import clean_name
from app.core.wording import Phrase
from app.services.desk import Desk, User, service
from app.services.packs import take_up
from app.store import pins, users
from app.store.users import NewUser


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who may sign in at this desk."""

    name: str
    display_name: str
    roles: tuple[Role, ...]


def people(desk: Desk) -> tuple[Person, ...]:
    """Everybody who may sign in, by name; no secret is shown."""
    return tuple(_person(row) for row in _active(desk))


@service(Act.ADMINISTER)
def stopped_people(desk: Desk) -> tuple[Person, ...]:
    """Everybody who was stopped here and may be let in again, by name."""
    return tuple(_person(row) for row in users.everyone(desk.db) if not row.active)


def sign_in(desk: Desk, name: str, password: str) -> User:
    """Take the seat; raises Known, in the same words whether name or password is wrong.

    Ten wrong tries in five minutes make the name wait (safety-and-security 3.2).
    """
    with desk.db.atomic():
        row = users.try_password(desk.db, name, password, desk.clock.now())
        if row is None:
            desk.seat(None)
            desk.audit("sign_in_refused", "")
        else:
            desk.seat(User(row.user_id, row.name, row.display_name, row.roles))
            pins.begin_shift(desk.db, row.user_id, at=desk.moment)
            desk.audit("signed_in", row.user_id)
    if row is None:
        raise Known("wrong_password", "Name or password is not right. Type both again.", "password")
    take_up(desk)  # a pack whose first day has come since this desk was opened
    return desk.person


def act_as(desk: Desk, name: str) -> User:
    """Act as somebody from the command line, whose key to the store has opened it already.

    Raises NotFound for an unknown name and NotAllowed for somebody who has left.
    """
    row = users.by_name(desk.db, name)
    if not row.active:
        raise NotAllowed(
            Phrase("{name} may no longer act here. Name somebody else.", name=name), "user"
        )
    desk.seat(User(row.user_id, row.name, row.display_name, row.roles))
    with desk.db.atomic():
        desk.audit("acted_from_command_line", row.user_id)
    return desk.person


def sign_out(desk: Desk) -> None:
    """Leave the seat; drafts stay as they are."""
    if desk.user is not None:
        with desk.db.atomic():
            desk.audit("signed_out", desk.user.user_id)
        desk.seat(None)


@service(Act.ADMINISTER)
def add_person(
    desk: Desk, *, name: str, display_name: str, password: str, roles: Iterable[Role]
) -> Person:
    """Let somebody in; nobody raises their own role. Raises BadInput or Known `name_taken`."""
    return _add(desk, name=name, display_name=display_name, password=password, roles=tuple(roles))


@service(Act.ADMINISTER)
def set_roles(desk: Desk, name: str, roles: Iterable[Role]) -> Person:
    """Change what somebody may do; never one's own, and the last administrator stays."""
    row = users.by_name(desk.db, name)
    wanted = tuple(sorted(set(roles)))
    if row.user_id == desk.person.user_id:
        raise NotAllowed("You cannot change your own roles. Ask another administrator.")
    if not wanted:
        raise BadInput("no_role", "Name at least one role.", "roles")
    _check_named(row.display_name, wanted)
    if Role.ADMIN in row.roles and Role.ADMIN not in wanted:
        _keep_an_administrator(desk, row.user_id)
    with desk.db.atomic():
        users.set_roles(desk.db, row.user_id, wanted)
        desk.audit("roles_set", row.user_id, {"roles": list(wanted)})
    return Person(row.name, row.display_name, wanted)


@service(Act.ADMINISTER)
def stop_person(desk: Desk, name: str) -> None:
    """Let somebody in no more; what they did stays. The last administrator stays."""
    row = users.by_name(desk.db, name)
    if row.user_id == desk.person.user_id:
        raise NotAllowed("You cannot stop yourself. Ask another administrator.")
    if Role.ADMIN in row.roles:
        _keep_an_administrator(desk, row.user_id)
    with desk.db.atomic():
        users.set_active(desk.db, row.user_id, False)
        pins.drop(desk.db, row.user_id)
        pins.end_shift(desk.db, row.user_id)
        desk.audit("person_stopped", row.user_id)


@service(Act.ADMINISTER)
def let_back_in(desk: Desk, name: str, password: str) -> Person:
    """Let somebody in again who was stopped, with the roles they had and another password.

    They are the same person in every record. Raises Known `not_stopped` for whoever is here.
    """
    row = users.by_name(desk.db, name)
    if row.active:
        raise Known("not_stopped", Phrase("{name} is not stopped.", name=row.name), "name")
    check_password(password, desk.denied_passwords)
    with desk.db.atomic():
        users.set_password(desk.db, row.user_id, password, cost=desk.password_cost)
        users.set_active(desk.db, row.user_id, True)
        desk.audit("person_let_back_in", row.user_id, {"roles": sorted(row.roles)})
    return _person(row)


@service(Act.ADMINISTER)
def reset_password(desk: Desk, name: str, password: str) -> None:
    """Give somebody a new password, to be told to them; their PIN goes. Never one's own."""
    row = users.by_name(desk.db, name)
    if row.user_id == desk.person.user_id:
        raise NotAllowed("Change your own password under “Your sign-in”, with the one you have.")
    check_password(password, desk.denied_passwords)
    with desk.db.atomic():
        users.set_password(desk.db, row.user_id, password, cost=desk.password_cost)
        pins.drop(desk.db, row.user_id)
        pins.end_shift(desk.db, row.user_id)
        desk.audit("password_reset", row.user_id)


def first_administrator(desk: Desk, *, name: str, display_name: str, password: str) -> Person:
    """Let the first person into a new store; raises NotAllowed once anybody is in it."""
    if _active(desk):
        raise NotAllowed("This store has an administrator already. Sign in as that person.")
    return _add(desk, name=name, display_name=display_name, password=password, roles=(Role.ADMIN,))


def _add(
    desk: Desk, *, name: str, display_name: str, password: str, roles: tuple[Role, ...]
) -> Person:
    name = clean_name(name, "name")
    if not name or " " in name:
        raise BadInput("bad_name", "Choose a sign-in name of one word, such as jpatel.", "name")
    if not roles:
        raise BadInput("no_role", "Name at least one role.", "roles")
    shown = clean_name(display_name, "display_name") or name
    _check_named(shown, roles)
    check_password(password, desk.denied_passwords)
    with desk.db.atomic():
        user_id = desk.ids.new()
        users.add(
            desk.db,
            NewUser(
                user_id=user_id,
                name=name,
                display_name=shown,
                password=password,
                roles=roles,
                created_at=desk.moment,
            ),
            cost=desk.password_cost,
        )
        desk.audit("person_added", user_id, {"roles": list(roles)})
    return Person(name, shown, roles)


def _check_named(display_name: str, roles: Iterable[Role]) -> None:
    """A clinician signs forms with the name shown, so it is one to know a person by (H3)."""
    if Role.CLINICIAN in roles and len(display_name.split()) < 2:
        raise BadInput(
            "no_full_name",
            "Give a clinician's name as signed on forms, such as Dr A. Roy.",
            "display_name",
        )


def _person(row: users.User) -> Person:
    return Person(row.name, row.display_name, tuple(sorted(row.roles)))


def _keep_an_administrator(desk: Desk, besides: str) -> None:
    others = [row for row in _active(desk) if Role.ADMIN in row.roles and row.user_id != besides]
    if not others:
        raise NotAllowed("This is the last administrator. Name another one first.")


def _active(desk: Desk) -> tuple[users.User, ...]:
    return tuple(row for row in users.everyone(desk.db) if row.active)
