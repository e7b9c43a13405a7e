from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.access.roles import Role
from app.core.errors import Known, NotFound
from app.store import users
from app.store.database import Database
from app.store.users import NewUser
from tests.store.samples import AT, CHEAP

NOW = datetime(2026, 3, 9, 9, 14, tzinfo=UTC)
PATEL = NewUser(
    user_id="u-1",
    name="j.patel",
    display_name="J. Patel",
    password="correct horse battery",
    roles=[Role.CLERK, Role.OFFICER],
    created_at=AT,
)


@pytest.fixture
def staffed(db: Database) -> Database:
    with db.atomic():
        users.add(db, PATEL, cost=CHEAP)
    return db


def knock(db: Database, password: str, name: str = "j.patel", at: datetime = NOW) -> bool:
    with db.atomic():
        return users.try_password(db, name, password, at) is not None


def test_a_person_signs_in_with_name_in_any_case_and_password(staffed: Database) -> None:
    with staffed.atomic():
        found = users.try_password(staffed, "J.PATEL", PATEL.password, NOW)
    assert found == users.by_name(staffed, "j.Patel") == users.get(staffed, "u-1")
    assert found is not None
    assert found.roles == {Role.CLERK, Role.OFFICER}


def test_wrong_password_and_unknown_name_are_answered_alike(staffed: Database) -> None:
    assert not knock(staffed, "wrong")
    assert not knock(staffed, PATEL.password, "nobody")


def test_ten_wrong_tries_in_five_minutes_close_the_door_for_that_name(staffed: Database) -> None:
    for _ in range(10):
        assert not knock(staffed, "wrong")
    with pytest.raises(Known, match="Wait five minutes") as refused:
        knock(staffed, PATEL.password)
    assert refused.value.code == "too_many_tries"
    assert not knock(staffed, "wrong", "someone else")
    assert knock(staffed, PATEL.password, at=NOW + timedelta(minutes=5, seconds=1))


def test_a_good_try_forgets_the_bad_ones(staffed: Database) -> None:
    for _ in range(3):
        for _ in range(9):
            assert not knock(staffed, "wrong")
        assert knock(staffed, PATEL.password)


def test_someone_who_left_cannot_sign_in_and_stays_on_the_list(staffed: Database) -> None:
    with staffed.atomic():
        users.set_active(staffed, "u-1", False)
    assert not knock(staffed, PATEL.password)
    assert [(user.name, user.active) for user in users.everyone(staffed)] == [("j.patel", False)]


def test_password_and_roles_can_be_replaced(staffed: Database) -> None:
    with staffed.atomic():
        users.set_password(staffed, "u-1", "another good one", cost=CHEAP)
        users.set_roles(staffed, "u-1", [])
    assert not knock(staffed, PATEL.password)
    assert knock(staffed, "another good one")
    assert users.get(staffed, "u-1").roles == frozenset()


def test_a_name_is_taken_in_any_case(staffed: Database) -> None:
    with pytest.raises(Known, match="already") as refused, staffed.atomic():
        users.add(staffed, replace(PATEL, user_id="u-2", name="J.Patel"), cost=CHEAP)
    assert refused.value.code == "name_taken"


def test_nobody_of_that_name_is_not_found(staffed: Database) -> None:
    for ask in (users.get, users.by_name):
        with pytest.raises(NotFound):
            ask(staffed, "nobody")
    with pytest.raises(NotFound), staffed.atomic():
        users.set_active(staffed, "nobody", False)
    with pytest.raises(NotFound), staffed.atomic():
        users.set_password(staffed, "nobody", "another good one", cost=CHEAP)


def test_no_password_is_kept(staffed: Database) -> None:
    kept = str(staffed.rows("SELECT * FROM users"))
    assert PATEL.password not in kept
    assert "$argon2id$" in kept
