"""Pictures of the dashboard over the made-up morning and the months before it.

    python -m tests.pictures.dashboard /tmp/dashboard [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png`, with the real services behind.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from pathlib import Path

from app.demo import (
    DEFAULT_MOMENT,
    FIRST,
    PASSWORD,
    leave_some_waiting,
    live_the_months_before,
    live_the_morning,
    make_demo_desk,
)
from app.insight.board import board
from app.insight.opportunity import outlook
from app.services import signin
from app.services.desk import Desk
from tests.insight.made_up import busy, terms
from tests.insight.test_opportunity import PEERS
from tests.pictures.looks import asked_for, looks
from tests.ui.officer_window import settle
from ui.language import tr
from ui.office import Office
from ui.shell import Shell
from ui.views.dashboard import DashboardPage
from ui.views.money import MoneyPage
from ui.work import Inline

SEED = 1


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    with tempfile.TemporaryDirectory() as place:
        desk = make_demo_desk(Path(place) / "desk", moment=DEFAULT_MOMENT - FIRST, seed=SEED)
        live_the_months_before(desk, until=DEFAULT_MOMENT, seed=SEED)
        live_the_morning(desk, seed=SEED)
        leave_some_waiting(desk, seed=SEED)
        for look in looks(folder, wanted):
            shell = Shell()
            shell.resize(look.width, look.height)
            shell.show()
            shell.activateWindow()
            for name, walk in (("clerk", _own), ("finance", _walk)):
                user = signin.sign_in(desk, name, PASSWORD)
                office = Office(desk, user, shell, records=Inline(), share=Inline())
                look.shoot(shell, walk(shell, desk), folder)
                office.leave()
            shell.close()
            shell.deleteLater()
            settle()
        desk.db.close()


def _own(shell: Shell, _desk: Desk) -> Iterator[str]:
    shell.show_page("dashboard")
    yield "dashboard-own"


def _walk(shell: Shell, _desk: Desk) -> Iterator[str]:
    shell.show_page("dashboard")
    settle()
    page = shell.in_sight()  # the one before's goes with a later turn of the loop
    assert isinstance(page, DashboardPage)
    yield "dashboard"
    page.area.verticalScrollBar().setValue(10_000)
    yield "dashboard-foot"
    page.as_tables.click()
    page.area.verticalScrollBar().setValue(0)
    yield "dashboard-tables"
    page.as_tables.click()
    page._show(board(busy(outlook=outlook(PEERS, "B")), terms().in_words_of(tr)))
    yield "dashboard-peers"
    page.print.click()
    yield "dashboard-printed"
    money = shell.findChild(MoneyPage)
    assert money is not None
    shell.show_page("money")
    money.open_panel("accounts")
    yield "money"


if __name__ == "__main__":
    main(*asked_for(__doc__))
