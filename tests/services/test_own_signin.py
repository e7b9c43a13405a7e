"""PINs open a desk within a shift and not beyond; everybody keeps their own password and look."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.access.pins import MOST_PIN_TRIES
from app.core.errors import BadInput, Known, NotAllowed
from app.core.look import Look
from app.machine import FixedClock
from app.services import looks, own_signin, signin
from app.services.desk import Desk
from app.store import audit, database
from tests.desks import PASSWORD, sign_in
from tests.services.work import seated

PIN = "482913"
NEW = "four other quiet words"


@pytest.fixture
def with_pin(desk: Desk) -> Desk:
    """The clerk chose a PIN and left the seat."""
    own_signin.set_pin(desk, PIN, password=PASSWORD)
    signin.sign_out(desk)
    return desk


def wait(desk: Desk, hours: float) -> None:
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(hours=hours))


def test_security_3_2_a_pin_unlocks_within_a_shift(with_pin: Desk) -> None:
    assert [one.name for one in own_signin.on_shift(with_pin)] == ["clerk"]
    wait(with_pin, 11.9)
    assert own_signin.let_in(with_pin, "Clerk", PIN).name == "clerk"
    assert audit.latest(with_pin.db, limit=1)[0].happening.act == "unlocked_by_pin"


def test_security_3_2_after_the_shift_it_takes_the_password(with_pin: Desk) -> None:
    wait(with_pin, 12.1)
    assert own_signin.on_shift(with_pin) == ()
    with pytest.raises(Known, match="only within your shift"):
        own_signin.let_in(with_pin, "clerk", PIN)
    assert with_pin.user is None
    own_signin.let_in(with_pin, "clerk", PASSWORD)
    signin.sign_out(with_pin)
    own_signin.let_in(with_pin, "clerk", PIN)


def test_a_clock_set_back_opens_nothing(with_pin: Desk) -> None:
    wait(with_pin, -1)
    assert own_signin.on_shift(with_pin) == ()


def test_security_3_2_five_wrong_pins_take_the_password(with_pin: Desk) -> None:
    for left in range(MOST_PIN_TRIES - 1, -1, -1):
        with pytest.raises(Known) as refused:
            own_signin.let_in(with_pin, "clerk", "000001")
        assert (f"{left} tr" in refused.value.message) is (left > 0)
    with pytest.raises(Known, match="only within your shift"):
        own_signin.let_in(with_pin, "clerk", PIN)
    assert own_signin.let_in(with_pin, "clerk", PASSWORD).name == "clerk"
    signin.sign_out(with_pin)
    assert own_signin.let_in(with_pin, "clerk", PIN).name == "clerk"


def test_a_right_pin_forgets_the_wrong_tries(with_pin: Desk) -> None:
    for _ in range(3):
        for _ in range(MOST_PIN_TRIES - 1):
            with pytest.raises(Known):
                own_signin.let_in(with_pin, "clerk", "000001")
        own_signin.let_in(with_pin, "clerk", PIN)
        signin.sign_out(with_pin)


def test_nobody_elses_pin_and_no_unknown_name_opens(with_pin: Desk) -> None:
    for name in ("officer", "nobody", ""):
        with pytest.raises(Known, match="only within your shift"):
            own_signin.let_in(with_pin, name, PIN)


def test_a_pin_is_set_only_with_the_password_and_never_a_plain_one(desk: Desk) -> None:
    with pytest.raises(Known, match="not your password"):
        own_signin.set_pin(desk, PIN, password="not this one")
    with pytest.raises(BadInput):
        own_signin.set_pin(desk, "123456", password=PASSWORD)
    assert not own_signin.has_pin(desk)
    assert desk.person.name == "clerk", "a wrong try takes nobody out of the seat"


def test_a_pin_dropped_or_a_shift_ended_opens_nothing(desk: Desk) -> None:
    own_signin.set_pin(desk, PIN, password=PASSWORD)
    own_signin.end_shift(desk)
    assert own_signin.on_shift(desk) == ()
    sign_in(desk, "clerk")
    assert len(own_signin.on_shift(desk)) == 1
    own_signin.drop_pin(desk)
    assert own_signin.on_shift(desk) == ()


def test_an_administrators_reset_and_stop_end_pin_and_shift(desk: Desk) -> None:
    for name in ("clerk", "officer"):
        sign_in(desk, name)
        own_signin.set_pin(desk, PIN, password=PASSWORD)
    with seated(desk, "admin"):
        signin.reset_password(desk, "clerk", NEW)
        signin.stop_person(desk, "officer")
        with pytest.raises(NotAllowed):
            signin.reset_password(desk, "admin", NEW)
        with pytest.raises(BadInput):
            signin.reset_password(desk, "clerk", "short")
    assert own_signin.on_shift(desk) == ()
    with pytest.raises(Known):
        sign_in(desk, "clerk")
    assert signin.sign_in(desk, "clerk", NEW).name == "clerk"
    assert not own_signin.has_pin(desk)


def test_a_person_changes_their_own_password_with_the_one_they_have(desk: Desk) -> None:
    with pytest.raises(Known, match="not your password"):
        own_signin.change_password(desk, old=NEW, new=NEW)
    with pytest.raises(BadInput):
        own_signin.change_password(desk, old=PASSWORD, new="short")
    own_signin.change_password(desk, old=PASSWORD, new=NEW)
    assert signin.sign_in(desk, "clerk", NEW).name == "clerk"


def test_no_pin_is_kept(with_pin: Desk) -> None:
    rows = with_pin.db.rows("SELECT * FROM pins")
    assert PIN not in str(rows)
    assert str(rows[0]["pin_hash"]).startswith("$argon2id$")
    assert isinstance(with_pin.db, database.Database)


def test_everybody_keeps_their_own_look(desk: Desk) -> None:
    assert looks.look(desk) is None
    looks.keep_look(desk, Look(scheme="dark", text_percent=150, roomy=True, auto_advance=False))
    with seated(desk, "officer"):
        assert looks.look(desk) is None
        looks.keep_look(desk, Look(lock_minutes=15, motion=False))
    looks.keep_look(desk, Look(scheme="contrast", text_percent=200, auto_advance=False))
    assert looks.look(desk) == Look(scheme="contrast", text_percent=200, auto_advance=False)
    with seated(desk, "officer"):
        assert looks.look(desk) == Look(lock_minutes=15, motion=False)
