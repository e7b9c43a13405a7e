"""ux.md 7 from outside: a screen reader's view of the running program on a real X screen."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest

from app.demo import PASSWORD
from tests.journeys import outside, screen
from tests.journeys.outside import Bus, Seen
from tests.journeys.portal import DARK, HIGH, LIGHT, USUAL, Portal
from tests.journeys.screen import Screen
from tests.journeys.waiting_room import make_desk_that_knows_jane_smith
from ui.theme import Scheme, Theme

MISSING = " and ".join(filter(None, (screen.missing_tools(), outside.missing_tools())))
pytestmark = [
    pytest.mark.journey,
    pytest.mark.ui,
    pytest.mark.slow,
    pytest.mark.skipif(bool(MISSING), reason=f"{MISSING} is missing; `make dev` installs it"),
]
# What the system asks for in turn, and what is worn then.
FOLLOWED: tuple[tuple[str, int, Scheme], ...] = (
    ("color-scheme", DARK, "dark"),
    ("contrast", HIGH, "contrast"),
    ("contrast", USUAL, "dark"),
    ("color-scheme", LIGHT, "light"),
)
# What Tab stops at, by the roles AT-SPI has for them.
WORKED = {
    *("push button", "text", "password text", "combo box", "check box", "radio button", "table"),
    *("page tab list", "page tab", "toggle button", "list", "tree table", "list item", "label"),
    *("filler", "panel", "scroll pane", "group", "link", "menu item", "document text", "image"),
}


def test_ux_7_a_reader_finds_every_control_by_name_role_and_order(tmp_path: Path) -> None:
    folder = make_desk_that_knows_jane_smith(tmp_path / "desk")
    with Bus() as bus, Screen(tmp_path / "screen", environment=bus.environment) as shown:
        shown.start("-m", "ui", "--data", str(folder), "--look", "light")

        names = _named(bus.tree())
        assert names.index("Name") < names.index("Password") < names.index("Sign in")
        assert _tab_round(bus, shown)[:3] == ["Name", "Password", "Sign in"]

        _sign_in(shown, "clerk")
        desk = bus.tree()
        assert {"Desk", "Guide"} <= set(_named(desk))
        assert any(one.role == "push button" and one.name.startswith("Lock") for one in desk)
        shown.type("Smith 14/7/85")
        shown.look(lambda: shown.press("Return"))
        assert any("SMITH, Jane" in one.name for one in bus.tree() if one.showing)
        shown.look(lambda: shown.press("Return"))
        shown.look(lambda: shown.press("o"))
        shown.look(lambda: shown.press("Return"))

        ladder = _named(bus.tree())
        first = next(name for name in ladder if "In the UK all the time" in name)
        last = next(name for name in ladder if "Not answered" in name)
        assert ladder.index(first) < ladder.index(last)
        focused = bus.focused()
        assert focused is not None
        assert "In the UK all the time" in focused.name

        shown.look(lambda: shown.press("F12"))
        shown.press("shift+Tab")  # the name of whoever locked it stands there, to be typed over
        _sign_in(shown, "officer")
        queue = _named(bus.tree())
        assert any(name.startswith("Queue") for name in queue)
        assert queue.index("Desk") < next(place for place, one in enumerate(queue) if "open" in one)


def test_ux_7_8_outcome_save_sync_and_errors_are_said_and_only_errors_and_treat_first_interrupt(
    tmp_path: Path,
) -> None:
    folder = make_desk_that_knows_jane_smith(tmp_path / "desk")
    with Bus() as bus, Screen(tmp_path / "screen", environment=bus.environment) as shown:
        shown.start("-m", "ui", "--data", str(folder), "--look", "light")
        with bus.ears() as reader:
            shown.type("clerk")
            shown.press("Tab")
            shown.type("not this one")
            shown.look(lambda: shown.press("Return"))
            assert reader.hear("Name or password is not right").assertive

            shown.type(PASSWORD)  # the name stands there still
            shown.look(lambda: shown.press("Return"))
            shown.type("Smith 14/7/85")
            for key in ("Return", "Return", "o", "Return", "1", "1", "1", "Return"):
                shown.look(partial(shown.press, key))
            outcome = reader.hear("Book in as normal.")
            assert "No follow-up" in outcome.words
            assert not outcome.assertive
            assert not reader.hear("Saved here").assertive
            assert not reader.hear("Nothing to send").assertive

            shown.look(partial(shown.press, "F2"))
            shown.type("999 317 7424")  # the last digit is not its own
            shown.look(partial(shown.press, "Return"))
            assert reader.hear("has a mistyped digit").assertive

            shown.look(partial(shown.press, "F2"))
            shown.look(partial(shown.press, "BackSpace"))
            shown.look(partial(shown.press, "alt+n"))
            shown.press("Tab")
            shown.type("Unknown")
            for key in (*["Tab"] * 5, "e", "Return"):  # here for the emergency department
                shown.look(partial(shown.press, key))
            shown.look(partial(shown.press, "F9"))
            shown.look(partial(shown.press, "1"))
            outcome = reader.hear("only a clinician decides urgency")
            assert outcome.words.startswith("Book in as normal. Treat first. ")
            assert outcome.assertive


def test_ux_7_9_dark_mode_and_high_contrast_of_the_system_are_followed_live(
    tmp_path: Path,
) -> None:
    folder = make_desk_that_knows_jane_smith(tmp_path / "desk")
    with Bus() as bus, Portal(bus.environment) as system:
        environment = bus.environment | system.environment
        with Screen(tmp_path / "screen", environment=environment) as shown:
            shown.start("-m", "ui", "--data", str(folder))
            assert _ground(shown) == _page("light")
            shown.type("cle")
            for setting, value, scheme in FOLLOWED:
                shown.look(partial(system.prefers, setting, value))
                assert _ground(shown) == _page(scheme), (setting, value)
            focused = bus.focused()
            assert focused is not None
            assert focused.name == "Name", "the focus stays where it was"


def _ground(shown: Screen) -> tuple[int, ...]:
    """The colour of the page, below everything on it."""
    picture = shown.picture()
    found = picture.getpixel((4, picture.height - 4))
    assert isinstance(found, tuple)
    return found


def _page(scheme: Scheme) -> tuple[int, ...]:
    colour = Theme(scheme).colour("page")
    return colour.red(), colour.green(), colour.blue()


def _sign_in(shown: Screen, name: str) -> None:
    shown.type(name)
    shown.press("Tab")
    shown.type(PASSWORD)
    shown.look(lambda: shown.press("Return"))


def _named(tree: list[Seen]) -> list[str]:
    """The names of what can be worked, in order; each has one, and a role a reader knows."""
    worked = [one for one in tree if one.focusable and one.showing]
    assert worked
    assert [one for one in worked if not one.name or one.role not in WORKED] == []
    return [one.name for one in worked]


def _tab_round(bus: Bus, shown: Screen) -> list[str]:
    """The names Tab comes to, from the first field on."""
    met: list[str] = []
    while (now := bus.focused()) is not None and now.name not in met:
        met.append(now.name)
        shown.press("Tab")
        shown.rest()
    return met
