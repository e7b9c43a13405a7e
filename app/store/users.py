"""People who sign in: names, hashed passwords, roles, and tries at the door."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.access.credentials import MOST_TRIES, TRIES_WINDOW_SECONDS
from app.access.roles import Role
from app.core.errors import Known, NotFound
from app.core.ports import stamp
from app.core.wording import Phrase
from app.store import crypto
from app.store.crypto import STANDARD, Cost
from app.store.database import Database, Row

_ADD = """
    INSERT INTO users (user_id, name, display_name, password_hash, created_at)
    VALUES (?, ?, ?, ?, ?)"""
_SET_PASSWORD = "UPDATE users SET password_hash = ? WHERE user_id = ?"
_SET_ACTIVE = "UPDATE users SET active = ? WHERE user_id = ?"
_DROP_ROLES = "DELETE FROM user_roles WHERE user_id = ?"
_ADD_ROLE = "INSERT INTO user_roles (user_id, role) VALUES (?, ?)"
_COLUMNS = """
    user_id, name, display_name, active, created_at, password_hash,
    (SELECT group_concat(role) FROM user_roles r WHERE r.user_id = u.user_id) AS roles"""
_BY_ID = f"SELECT {_COLUMNS} FROM users u WHERE user_id = ?"
_COLLEAGUE = """
    SELECT user_id, name, display_name, 0 AS active, '' AS created_at, '' AS roles
    FROM colleagues WHERE user_id = ?"""
_BY_NAME = f"SELECT {_COLUMNS} FROM users u WHERE name = ?"
_ALL = f"SELECT {_COLUMNS} FROM users u ORDER BY name"
_ATTEMPT = "INSERT INTO sign_in_attempts (name, at, succeeded) VALUES (?, ?, ?)"
_FAILURES = """
    SELECT count(*) FROM sign_in_attempts
    WHERE name = :name AND at > :since AND NOT succeeded AND attempt_id > ifnull(
        (SELECT max(attempt_id) FROM sign_in_attempts WHERE name = :name AND succeeded), 0)"""


@dataclass(frozen=True, slots=True, kw_only=True)
class User:
    """A person who works here; the password's hash stays in the store."""

    user_id: str
    name: str
    display_name: str
    roles: frozenset[Role]
    active: bool
    created_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NewUser:
    """A person to be added; `created_at` is a stamp."""

    user_id: str
    name: str
    display_name: str
    password: str
    roles: Iterable[Role]
    created_at: str


def add(db: Database, new: NewUser, *, cost: Cost = STANDARD) -> None:
    """Add a person; raises Known `name_taken`. What a password must be is the caller's to check."""
    taken = db.one(_BY_NAME, (new.name,))
    if taken is not None:
        raise Known("name_taken", _taken(new.name, here=bool(taken["active"])), "name")
    hashed = crypto.hash_password(new.password, cost=cost)
    db.execute(_ADD, (new.user_id, new.name, new.display_name, hashed, new.created_at))
    set_roles(db, new.user_id, new.roles)


def get(db: Database, user_id: str) -> User:
    """One person; one who works at another machine has no role here. Raises NotFound."""
    row = db.one(_BY_ID, (user_id,)) or db.one(_COLLEAGUE, (user_id,))
    return _from_row(_found(row))


def by_name(db: Database, name: str) -> User:
    """One person by sign-in name, in any case; raises NotFound."""
    return _from_row(_found(db.one(_BY_NAME, (name,))))


def everyone(db: Database) -> tuple[User, ...]:
    """All people, those who have left included, by name."""
    return tuple(_from_row(row) for row in db.rows(_ALL))


def set_roles(db: Database, user_id: str, roles: Iterable[Role]) -> None:
    """Replace a person's roles."""
    db.execute(_DROP_ROLES, (user_id,))
    db.execute_many(_ADD_ROLE, [(user_id, role.value) for role in sorted(set(roles))])


def set_password(db: Database, user_id: str, password: str, *, cost: Cost = STANDARD) -> None:
    """Replace a person's password; raises NotFound."""
    hashed = crypto.hash_password(password, cost=cost)
    if db.execute(_SET_PASSWORD, (hashed, user_id)).rowcount != 1:
        _found(None)


def set_active(db: Database, user_id: str, active: bool) -> None:
    """Let a person in, or keep them out; what they did stays. Raises NotFound."""
    if db.execute(_SET_ACTIVE, (active, user_id)).rowcount != 1:
        _found(None)


def try_password(db: Database, name: str, password: str, now: datetime) -> User | None:
    """Whether name and password belong together, with the try recorded either way.

    The caller commits the try before it says anything. An unknown name and a wrong password
    take the same time and give the same None. Raises Known `too_many_tries` after ten failures
    within five minutes.
    """
    since = stamp(now - timedelta(seconds=TRIES_WINDOW_SECONDS))
    if int(db.scalar(_FAILURES, {"name": name, "since": since})) >= MOST_TRIES:
        raise Known(
            "too_many_tries",
            Phrase(
                "There were {count} wrong tries for this name. Wait five minutes, or ask your "
                "administrator for a new password.",
                count=MOST_TRIES,
            ),
            "password",
        )
    row = db.one(_BY_NAME, (name,))
    encoded = crypto.nobodys_hash() if row is None else row["password_hash"]
    matches = crypto.verify_password(password, encoded)
    welcome = row if row is not None and matches and row["active"] else None
    db.execute(_ATTEMPT, (name, stamp(now), welcome is not None))
    return None if welcome is None else _from_row(welcome)


def _taken(name: str, *, here: bool) -> Phrase:
    if here:
        return Phrase("There is already a user {name}. Choose another.", name=name)
    return Phrase(
        "{name} was here and was stopped. Let them in again from the list, or choose another name.",
        name=name,
    )


def _found(row: Row | None) -> Row:
    if row is None:
        raise NotFound("There is no user of that name here. Check the spelling.", "user")
    return row


def _from_row(row: Row) -> User:
    return User(
        user_id=row["user_id"],
        name=row["name"],
        display_name=row["display_name"],
        roles=frozenset(Role(role) for role in (row["roles"] or "").split(",") if role),
        active=bool(row["active"]),
        created_at=row["created_at"],
    )
