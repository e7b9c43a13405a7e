"""Who comes in, as what, and who may change that: no own role, never without an administrator."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from app.access.roles import Role
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.machine import FixedClock
from app.services import finding, registration, signin
from app.services.desk import Desk
from app.store import audit, users
from tests.desks import PASSWORD, PEOPLE, add_visitor
from tests.services.work import invoiced, seated, visitor

SENTENCE = "Name or password is not right. Type both again."


def test_an_unknown_name_and_a_wrong_password_get_the_same_answer(desk: Desk) -> None:
    for name, password in (("clerk", "not this one"), ("nobody", PASSWORD), ("", "")):
        with pytest.raises(Known) as refused:
            signin.sign_in(desk, name, password)
        assert (refused.value.code, refused.value.message) == ("wrong_password", SENTENCE)
        assert desk.user is None, "who sat there before has left"


def test_ten_wrong_tries_in_five_minutes_make_the_name_wait(desk: Desk) -> None:
    for _ in range(10):
        with pytest.raises(Known):
            signin.sign_in(desk, "clerk", "not this one")
    with pytest.raises(Known) as refused:
        signin.sign_in(desk, "clerk", PASSWORD)
    assert refused.value.code == "too_many_tries"
    assert signin.sign_in(desk, "officer", PASSWORD).name == "officer"
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(minutes=6))
    assert signin.sign_in(desk, "clerk", PASSWORD).name == "clerk"


def test_every_sign_in_and_refusal_is_in_the_audit(desk: Desk) -> None:
    with pytest.raises(Known):
        signin.sign_in(desk, "clerk", "not this one")
    signin.sign_in(desk, "clerk", PASSWORD)
    signin.sign_out(desk)
    acts = [row.happening.act for row in audit.latest(desk.db, limit=3)]
    assert acts == ["signed_out", "signed_in", "sign_in_refused"]
    signin.sign_out(desk)
    assert [row.happening.act for row in audit.latest(desk.db, limit=1)] == ["signed_out"]


def test_nobody_changes_their_own_roles_or_stops_themselves(desk: Desk) -> None:
    with seated(desk, "admin"):
        with pytest.raises(NotAllowed, match="cannot change your own roles"):
            signin.set_roles(desk, "admin", [Role.ADMIN, Role.SENIOR])
        with pytest.raises(NotAllowed, match="cannot change your own roles"):
            signin.set_roles(desk, "ADMIN", [Role.ADMIN, Role.FINANCE])
        with pytest.raises(NotAllowed, match="cannot stop yourself"):
            signin.stop_person(desk, "admin")
    assert users.by_name(desk.db, "admin").roles == {Role.ADMIN}


def test_the_last_administrator_stays(desk: Desk) -> None:
    with seated(desk, "admin"):
        signin.add_person(
            desk, name="second", display_name="S. Admin", password=PASSWORD, roles=[Role.ADMIN]
        )
    with seated(desk, "second"):
        signin.stop_person(desk, "admin")
        with pytest.raises(NotAllowed):
            signin.stop_person(desk, "second")
    with pytest.raises(NotAllowed, match="may no longer act here"):
        signin.act_as(desk, "admin")
    with pytest.raises(Known):
        signin.sign_in(desk, "admin", PASSWORD)
    assert "admin" not in {person.name for person in signin.people(desk)}


def test_somebody_who_was_stopped_comes_back_as_the_same_person(desk: Desk) -> None:
    before = users.by_name(desk.db, "clerk")
    with seated(desk, "admin"):
        with pytest.raises(Known, match="clerk is not stopped"):
            signin.let_back_in(desk, "clerk", "another three words")
        signin.stop_person(desk, "clerk")
        assert [one.name for one in signin.stopped_people(desk)] == ["clerk"]
        with pytest.raises(Known, match="was here and was stopped"):
            signin.add_person(
                desk, name="clerk", display_name="C. L", password=PASSWORD, roles=[Role.CLERK]
            )
        with pytest.raises(BadInput):
            signin.let_back_in(desk, "clerk", "short")
        signin.let_back_in(desk, "clerk", "another three words")
        assert signin.stopped_people(desk) == ()
        last = audit.latest(desk.db, limit=1)[0].happening
        assert (last.act, last.subject) == ("person_let_back_in", before.user_id)
    with pytest.raises(Known):
        signin.sign_in(desk, "clerk", PASSWORD)
    assert signin.sign_in(desk, "clerk", "another three words").user_id == before.user_id
    assert users.by_name(desk.db, "clerk").roles == before.roles


def test_the_last_administrator_stays_also_where_another_session_would_take_the_role(
    desk: Desk,
) -> None:
    with seated(desk, "admin"):
        signin.add_person(
            desk, name="second", display_name="S. Admin", password=PASSWORD, roles=[Role.ADMIN]
        )
        admin = desk.user
    with seated(desk, "second"):
        signin.stop_person(desk, "admin")
    desk.user = admin  # a session that was open all the while
    for act in (
        lambda: signin.stop_person(desk, "second"),
        lambda: signin.set_roles(desk, "second", [Role.CLERK]),
    ):
        with pytest.raises(NotAllowed, match="last administrator"):
            act()


def test_the_first_administrator_comes_in_once(desk: Desk) -> None:
    with pytest.raises(NotAllowed, match="has an administrator already"):
        signin.first_administrator(desk, name="me", display_name="M. E", password=PASSWORD)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"name": ""}, "name"),
        ({"name": "two words"}, "name"),
        ({"name": "=cmd"}, "name"),
        ({"password": "short"}, "password"),
        ({"roles": []}, "roles"),
        ({"roles": [Role.CLINICIAN], "display_name": "Roy"}, "display_name"),
        ({"name": "CLERK"}, "name"),
    ],
)
def test_a_person_needs_a_name_a_password_and_a_role(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    given: dict[str, Any] = {
        "name": "new",
        "display_name": "",
        "password": PASSWORD,
        "roles": [Role.CLERK],
    }
    with seated(desk, "admin"), pytest.raises(Known) as refused:
        signin.add_person(desk, **(given | changes))
    assert refused.value.field == field
    assert {person.name for person in signin.people(desk)} == set(PEOPLE)


def test_roles_change_from_the_next_sign_in_and_never_to_none(desk: Desk) -> None:
    with seated(desk, "admin"):
        signin.set_roles(desk, "clerk", [Role.OFFICER])
        with pytest.raises(BadInput):
            signin.set_roles(desk, "clerk", [])
        with pytest.raises(NotFound):
            signin.set_roles(desk, "nobody", [Role.CLERK])
    assert signin.sign_in(desk, "clerk", PASSWORD).roles == {Role.OFFICER}


def test_a_clerk_finds_by_exact_match_and_an_officer_browses(desk: Desk) -> None:
    add_visitor(desk, family_name="Okafor")
    for text, clerk, officer in (
        ("okafor 2/3/90", 1, 1),
        ("Oka 2/3/90", 0, 1),
        ("okafor", 0, 1),
        ("oka", 0, 1),
        ("okafor 3/3/90", 0, 0),
        ("", 0, 0),
        ("H999999", 0, 0),
    ):
        assert len(finding.find(desk, text)) == clerk, text
        with seated(desk, "officer"):
            assert len(finding.find(desk, text)) == officer, text


def test_a_number_that_cannot_be_right_is_refused_in_words(desk: Desk) -> None:
    with pytest.raises(BadInput):
        finding.find(desk, "999 123 4560")


def test_finance_finds_only_those_with_an_account(desk: Desk) -> None:
    add_visitor(desk, family_name="Without")
    with seated(desk, "finance"):
        assert finding.find(desk, "without 2/3/90") == ()
    invoiced(desk, family_name="Billed")
    with seated(desk, "finance"):
        (found,) = finding.find(desk, "billed 2/3/90")
    assert found.family_name == "Billed"


def test_a_clinician_finds_by_the_reference_they_were_given(desk: Desk) -> None:
    case = visitor(desk)
    ref = registration.step(desk, case).ref
    with seated(desk, "clinician"):
        assert finding.find(desk, "okafor 2/3/90") == ()
        assert finding.find(desk, "R-9999") == ()
        (found,) = finding.find(desk, ref.lower())
    assert found.family_name == "Okafor"
    with seated(desk, "auditor"):
        assert finding.find(desk, ref) == ()


def test_an_auditor_sees_initials(desk: Desk) -> None:
    add_visitor(desk)
    with seated(desk, "auditor"):
        (found,) = finding.find(desk, "okafor 2/3/90")
    assert (found.family_name, found.given_names, found.born, found.nhs_number) == (
        *("OA…", ""),
        *(None, None),
    )
