"""Pictures of the page behind the sync button, of two versions of a case, of files put
aside, and of the list of machines.

    python -m tests.pictures.share /tmp/share [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png`, with real machines on a real folder behind.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLoggingCategory

from app.core.look import Look
from app.services import signin
from app.services.desk import Desk
from app.spool.roster import Duty
from tests.desks import add_visitor, register_visitor
from tests.pictures.looks import Look as Taken
from tests.pictures.looks import asked_for, looks
from tests.services.sealed import machine, made_up_trust
from tests.ui.officer_window import settle
from tests.ui.share_window import exchange, with_share
from tests.ui.test_conflicts import disputed_case
from ui.comfort import Comfort
from ui.office import Office
from ui.shell import Shell
from ui.views.case import CasePage
from ui.views.conflicts import ConflictsPage
from ui.views.queue import QueuePage
from ui.views.settings import SettingsPage
from ui.views.settings_machines import MachinesPanel
from ui.views.share_page import SharePage
from ui.work import Inline


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture."""
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    for look in looks(folder, wanted):
        with tempfile.TemporaryDirectory() as place:
            trust = made_up_trust(Path(place))
            officer, case = disputed_case(trust)
            clerk = with_share(machine(trust, "D04", Duty.DESK), trust)
            register_visitor(clerk, add_visitor(clerk, family_name="Silva"))
            exchange(clerk, trust)
            newest = max((trust.folder / "share").glob("*_D04_*.env"))
            whole = newest.read_bytes()
            newest.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
            register_visitor(clerk, add_visitor(clerk, family_name="Nguyen"))
            try:
                _sit(officer, "officer", look, folder, partial(_officer, registration_id=case))
                _sit(clerk, "clerk", look, folder, _clerk)
                _sit(clerk, "admin", look, folder, _administrator)
            finally:
                officer.db.close()
                clerk.db.close()


def _sit(
    desk: Desk, name: str, look: Taken, folder: Path, walk: Callable[[Shell], Iterator[str]]
) -> None:
    user = signin.act_as(desk, name)
    shell = Shell()
    shell.resize(look.width, look.height)
    shell.show()
    shell.activateWindow()
    comfort = Comfort()
    comfort.look = Look(scheme=look.scheme, text_percent=round(look.size * 100))
    office = Office(desk, user, shell, records=Inline(), share=Inline(), comfort=comfort)
    office.exchange.keep_up()
    look.shoot(shell, walk(shell), folder)
    office.leave()
    shell.close()
    shell.deleteLater()
    settle()


def _administrator(shell: Shell) -> Iterator[str]:
    shell.show_page("settings")
    page = shell.findChild(SettingsPage)
    assert page is not None
    page.open_section("machines")
    settle()
    yield "machines-listed"
    part = page.section("machines")
    assert isinstance(part, MachinesPanel)
    part.sheet.verticalScrollBar().setValue(10_000)
    settle()
    yield "machines-listed-foot"


def _clerk(shell: Shell) -> Iterator[str]:
    shell.sync_pressed.emit()
    settle()
    yield "share-clerk"


def _officer(shell: Shell, registration_id: str) -> Iterator[str]:
    shell.show_page("queue")
    settle()
    yield "two-versions-queue"
    queue, case = shell.findChild(QueuePage), shell.findChild(CasePage)
    listed, share = shell.findChild(ConflictsPage), shell.findChild(SharePage)
    assert queue is not None
    assert case is not None
    assert listed is not None
    assert share is not None
    case.open(registration_id)
    shell.show_page("case")
    settle()
    yield "two-versions-case"
    case.two.bar.compare.click()
    settle()
    yield "two-versions-compare"
    case.two.card.choose.click()
    settle()
    yield "two-versions-compare-refused"
    case._back_to_work()
    case.leave()
    queue.two.click()
    settle()
    yield "two-versions-list"
    while listed.rows.rowCount():
        listed.card.choices.buttons[0].setChecked(True)
        listed.card.why.input.setPlainText("We looked at it together.")
        listed.card.choose.click()
    settle()
    yield "two-versions-settled"
    shell.sync_pressed.emit()
    settle()
    yield "share-officer"
    share.sheet.verticalScrollBar().setValue(10_000)
    settle()
    yield "share-officer-foot"
    share.aside.mark.click()
    settle()
    yield "share-aside-refused"


if __name__ == "__main__":
    main(*asked_for(__doc__))
