"""Pictures of the charging rules page and of the strip that tells an expired pack.

    python -m tests.pictures.packs /tmp/packs [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png` for the rules in date, past their day, and the
strip over the queue.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from app.machine import FixedClock
from app.services import packs, signin
from app.services.desk import Desk
from tests.desks import make_desk
from tests.packs import PackKey, edited_pack, trust_signer
from tests.pictures.looks import Look, asked_for, looks
from tests.services.work import chargeable
from tests.ui.officer_window import settle
from ui.office import Office
from ui.shell import Shell
from ui.views.settings import SettingsPage
from ui.work import Inline

PAST_ITS_DAY = datetime.fromisoformat("2026-04-01T09:00:00+00:00")


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    with tempfile.TemporaryDirectory() as place:
        desk = make_desk(Path(place))
        clock = desk.clock
        assert isinstance(clock, FixedClock)
        try:
            chargeable(desk)
            _install(desk)
            in_date = clock.now()
            for look in looks(folder, wanted):
                clock.set(in_date)
                _shoot(desk, look, folder, who="admin", name="packs")
                clock.set(PAST_ITS_DAY)
                _shoot(desk, look, folder, who="admin", name="packs-expired")
                _shoot(desk, look, folder, who="officer", name="packs-queue")
        finally:
            desk.db.close()


def _install(desk: Desk) -> None:
    key = PackKey()
    trust_signer(desk, key)
    signin.act_as(desk, "second.admin")
    packs.propose_signer(desk, "Law team of the region", PackKey().public)
    signin.act_as(desk, "admin")
    packs.install(desk, key.signed(edited_pack("2026.3", review_by=date(2026, 3, 31))))


def _shoot(desk: Desk, look: Look, folder: Path, *, who: str, name: str) -> None:
    user = signin.act_as(desk, who)
    shell = Shell()
    shell.resize(look.width, look.height)
    shell.show()
    shell.activateWindow()
    office = Office(desk, user, shell, records=Inline(), share=Inline())
    look.shoot(shell, _walk(shell, name), folder)
    office.leave()
    shell.close()
    shell.deleteLater()
    settle()


def _walk(shell: Shell, name: str) -> Iterator[str]:
    settings = shell.findChild(SettingsPage)
    if name != "packs-queue" and settings is not None:
        shell.show_page("settings")
        settings.open_section("rules")
    yield name


if __name__ == "__main__":
    main(*asked_for(__doc__))
