"""The window on a real X server, started as a person starts it and worked with real keys.

The other journeys run on Qt's offscreen platform; this one shows that the xcb platform, the X
keyboard and the program's own start and end do the same.
"""

from __future__ import annotations

import signal
from functools import partial
from pathlib import Path

import pytest

from app.demo import PASSWORD
from app.machine import SystemClock
from app.opening import open_desk
from app.store import audit, registrations
from tests.journeys.screen import Screen, missing_tools
from tests.journeys.waiting_room import make_desk_that_knows_jane_smith

pytestmark = [
    pytest.mark.journey,
    pytest.mark.ui,
    pytest.mark.slow,
    pytest.mark.skipif(
        bool(missing_tools()), reason=f"{missing_tools()} is missing; `make dev` installs it"
    ),
]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A demo desk where Jane Smith is known already."""
    return make_desk_that_knows_jane_smith(tmp_path / "desk")


def test_a_resident_is_booked_in_with_real_keys_on_a_real_screen(
    folder: Path, tmp_path: Path
) -> None:
    with Screen(tmp_path / "screen") as screen:
        window = screen.start("-m", "ui", "--data", str(folder), "--look", "light")

        screen.type("clerk")
        screen.press("Tab")
        screen.type(PASSWORD)
        screen.look(lambda: screen.press("Return"))  # the desk, its search in focus
        screen.type("Smith 14/7/85")
        screen.look(lambda: screen.press("Return"))  # she stands on the screen
        screen.look(lambda: screen.press("Return"))  # what is she here for?
        screen.look(lambda: screen.press("o"))
        screen.look(lambda: screen.press("Return"))  # the first question
        for key in ("1", "1", "1", "Return"):
            screen.look(partial(screen.press, key))
        outcome = screen.picture()
        window.terminate()  # no window manager, so no button to close it: the hard way
        assert window.wait(60) == -signal.SIGTERM

    outcome.save(tmp_path / "outcome.png")  # pytest keeps the folders of its last runs
    check_booked_in(folder)


def check_booked_in(folder: Path) -> None:
    """The store the ended program left opens, is sound, and holds the registration."""
    desk = open_desk(folder, clock=SystemClock())
    try:
        assert audit.verify(desk.db).sound
        smith = registrations.by_ref(desk.db, "R-1001")
        assert (smith.state, smith.category) == ("finished", "A")
        assert smith.basis == "stage 1, no indication"
        last = audit.latest(desk.db, limit=1)[0].happening
        assert (last.user_name, last.act) == ("clerk", "registered")
    finally:
        desk.db.close()
