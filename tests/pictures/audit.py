"""Pictures of the auditor's screen, of reading a case in an emergency, and of the retention.

    python -m tests.pictures.audit /tmp/audit [light|dark|contrast] [100|200|1024]

writes `<screen>-<scheme>-<size>-<width>.png`.
"""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QLoggingCategory
from PySide6.QtTest import QTest

from app.core.look import Look
from app.machine import FixedClock
from app.services import documents, emergency, record_holds, retention, signin
from app.services.desk import Desk
from app.services.documents import PaperShown
from tests.desks import make_desk
from tests.packs import PackKey, trust_signer
from tests.pictures.looks import Look as Taken
from tests.pictures.looks import asked_for, looks
from tests.services.test_redetermining import resident
from tests.services.work import SECOND_ADMIN, SIGNED_COPY, chargeable, decide, seated
from tests.ui.officer_window import settle
from ui.comfort import Comfort
from ui.office import Office
from ui.shell import Shell
from ui.views.audit_accesses import AccessesPanel
from ui.views.audit_chain import ChainPanel
from ui.views.audit_patients import AuditPatientsPanel
from ui.views.emergency import EmergencyPage
from ui.views.retention import RetentionPanel
from ui.views.settings import SettingsPage
from ui.work import Inline

NAMES = ("Okafor", "Lee", "Nguyen", "Silva")
WHY = "The ward asks whom to ring tonight about the medicine."


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture."""
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    with tempfile.TemporaryDirectory() as place:
        desk = _lived_in(Path(place))
        try:
            for look in looks(folder, wanted):
                _sit(desk, "auditor", "audit", look, folder, _audit)
                _sit(desk, "clerk", "emergency", look, folder, _emergency)
                _sit(desk, "admin", "settings", look, folder, _retention)
                _sit(desk, SECOND_ADMIN, "settings", look, folder, _approving)
        finally:
            desk.db.close()


def _lived_in(place: Path) -> Desk:
    desk = make_desk(place)
    trust_signer(desk, PackKey())
    _long_ago(desk)
    cases = [chargeable(desk, family_name=name) for name in NAMES]
    with seated(desk, "officer"):
        for case in cases:
            documents.note(desk, case, PaperShown(type_code="passport"), SIGNED_COPY)
    for case in cases:
        decide(desk, case)
    with seated(desk, "clerk"):
        for ref, why in (("R-1004", WHY), ("R-1006", "A caller says she is in danger at home.")):
            emergency.open_in_emergency(desk, ref, why)
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=100))
    with seated(desk, "officer"):
        record_holds.hold_records(desk, "R-1005", "appeal")
        record_holds.hold_records(desk, "R-1002", "inquiry")
    with seated(desk, "admin"):
        first = retention.propose_removal(desk)
    with seated(desk, SECOND_ADMIN):
        retention.decline_removal(desk, first, "An inquiry may come.")
    return desk


def _long_ago(desk: Desk) -> None:
    """People of the year before with nothing to follow up."""
    assert isinstance(desk.clock, FixedClock)
    now = desk.clock.now()
    desk.clock.set(now - timedelta(days=400))
    for _ in range(3):
        resident(desk)
    desk.clock.set(now)


def _sit(
    desk: Desk,
    name: str,
    page: str,
    look: Taken,
    folder: Path,
    walk: Callable[[Shell], Iterator[str]],
) -> None:
    user = signin.act_as(desk, name)
    shell = Shell()
    shell.resize(look.width, look.height)
    shell.show()
    comfort = Comfort()
    comfort.look = Look(scheme=look.scheme, text_percent=round(look.size * 100))
    office = Office(desk, user, shell, records=Inline(), share=Inline(), comfort=comfort)
    shell.show_page(page)
    look.shoot(shell, walk(shell), folder)
    office.leave()
    shell.close()
    shell.deleteLater()
    settle()


def _pages(shell: Shell) -> SettingsPage:
    return next(one for one in shell.findChildren(SettingsPage) if one.isVisible())


def _audit(shell: Shell) -> Iterator[str]:
    page = _pages(shell)
    for name in page.names():
        page.open_section(name)
        yield f"audit-{name}"
        panel = page.section(name)
        if isinstance(panel, AccessesPanel):
            panel.mark.click()
            yield "audit-accesses-refused"
        if isinstance(panel, AuditPatientsPanel):
            QTest.keyClicks(panel.sought.input, "Okafor 2/3/1990")
            panel.look.click()
            yield "audit-patients-found"
        if isinstance(panel, ChainPanel):
            panel.verify.click()
            settle()
            yield "audit-chain-verified"


def _emergency(shell: Shell) -> Iterator[str]:
    page = shell.findChild(EmergencyPage)
    assert page is not None
    yield "emergency"
    page.read.click()
    yield "emergency-refused"
    page.ref.input.setText("R-1004")
    page.why.input.setPlainText(WHY)
    page.read.click()
    yield "emergency-case"
    page.put_away()


def _retention(shell: Shell) -> Iterator[str]:
    page = _pages(shell)
    page.open_section("retention")
    panel = page.section("retention")
    assert isinstance(panel, RetentionPanel)
    yield "retention-due"
    panel.propose.click()
    yield "retention-check"
    panel.back()
    panel.propose_cases.click()
    yield "retention-cases-check"
    panel.check.confirm.click()
    yield "retention-listed"
    panel.decline.click()
    yield "retention-refused"


def _approving(shell: Shell) -> Iterator[str]:
    page = _pages(shell)
    page.open_section("retention")
    panel = page.section("retention")
    assert isinstance(panel, RetentionPanel)
    yield "retention-to-approve"
    panel.approve.click()
    yield "retention-approve-check"
    panel.back()
    panel.why_not.input.setText("Pictures only, for once.")
    panel.decline.click()


if __name__ == "__main__":
    main(*asked_for(__doc__))
