"""Pictures of the charging rules page and of the strip that tells an expired pack.

    python -m tests.pictures.packs /tmp/packs

writes `packs-`, `expired-` and `queue-<scheme>-<size>.png`, light and dark, 100 % and 200 %.
"""

from __future__ import annotations

import os
import sys
import tempfile
from datetime import date, datetime
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLoggingCategory
from PySide6.QtWidgets import QApplication

from app.machine import FixedClock
from app.services import packs, signin
from app.services.desk import Desk
from tests.desks import make_desk
from tests.packs import PackKey, edited_pack, trust_signer
from tests.services.work import chargeable
from ui import theme
from ui.office import Office
from ui.shell import Shell
from ui.theme import Scheme, Theme
from ui.views.settings import SettingsPage
from ui.work import Inline

SCHEMES: tuple[Scheme, ...] = ("light", "dark")


def main(folder: Path) -> None:
    """Write every picture."""
    folder.mkdir(parents=True, exist_ok=True)
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    app = theme.application()
    with tempfile.TemporaryDirectory() as place:
        desk = make_desk(Path(place))
        try:
            chargeable(desk)
            _install(desk)
            for scheme in SCHEMES:
                for size in (1.0, 2.0):
                    theme.apply(app, Theme(scheme, size, motion=False))
                    _shoot(desk, "admin", folder / f"packs-{scheme}-{size:.0%}.png")
            assert isinstance(desk.clock, FixedClock)
            desk.clock.set(datetime.fromisoformat("2026-04-01T09:00:00+00:00"))
            for scheme in SCHEMES:
                for size in (1.0, 2.0):
                    theme.apply(app, Theme(scheme, size, motion=False))
                    _shoot(desk, "admin", folder / f"expired-{scheme}-{size:.0%}.png")
                    _shoot(desk, "officer", folder / f"queue-{scheme}-{size:.0%}.png")
        finally:
            desk.db.close()
    app.quit()


def _install(desk: Desk) -> None:
    key = PackKey()
    trust_signer(desk, key)
    signin.act_as(desk, "second.admin")
    packs.propose_signer(desk, "Law team of the region", PackKey().public)
    signin.act_as(desk, "admin")
    packs.install(desk, key.signed(edited_pack("2026.3", review_by=date(2026, 3, 31))))


def _shoot(desk: Desk, name: str, path: Path) -> None:
    user = signin.act_as(desk, name)
    shell = Shell()
    shell.show()
    office = Office(desk, user, shell, records=Inline(), share=Inline())
    settings = shell.findChild(SettingsPage)
    if name == "admin" and settings is not None:
        shell.show_page("settings")
        settings.open_section("rules")
    _settle()
    shell.grab().save(str(path))
    office.leave()
    shell.close()
    shell.deleteLater()
    _settle()


def _settle() -> None:
    for _ in range(8):
        QApplication.processEvents()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
