"""Passwords: length first, a deny list for the short, nothing else demanded."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.access.credentials import MOST_TRIES, TRIES_WINDOW_SECONDS, check_password
from app.core.errors import BadInput
from app.library.access import denied_passwords

DENIED = frozenset({"password1", "hospital", "passwordpassword"})


@settings(deadline=None)
@given(st.text(min_size=12))
def test_twelve_characters_of_any_kind_are_enough(password: str) -> None:
    check_password(password, DENIED)


@settings(deadline=None)
@given(st.text(max_size=7))
def test_fewer_than_eight_are_refused(password: str) -> None:
    with pytest.raises(BadInput, match="Choose at least 12 characters, such as three words") as no:
        check_password(password, DENIED)
    assert (no.value.code, no.value.field) == ("weak_password", "password")


@pytest.mark.parametrize("password", ["password1", "PassWord1", "HOSPITAL"])
def test_a_short_one_that_everybody_tries_is_refused(password: str) -> None:
    with pytest.raises(BadInput, match="on every attacker's list") as refused:
        check_password(password, DENIED)
    assert (refused.value.code, refused.value.field) == ("weak_password", "password")


def test_eight_that_nobody_tries_are_enough() -> None:
    check_password("tulip-47", DENIED)


def test_no_composition_rule_and_no_maximum_stand_in_the_way() -> None:
    check_password("three calm words", DENIED)
    check_password("ä" * 5_000, DENIED)


def test_the_shipped_deny_list_bites_at_the_length_it_is_for() -> None:
    shipped = denied_passwords()
    assert "password" in shipped
    assert all(entry == entry.casefold() for entry in shipped)
    with pytest.raises(BadInput, match="on every attacker's list"):
        check_password("Password", shipped)


def test_ten_tries_in_five_minutes_are_the_most() -> None:
    assert (MOST_TRIES, TRIES_WINDOW_SECONDS) == (10, 5 * 60)
