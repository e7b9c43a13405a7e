"""Emergency access, the auditor's screen and retention, worked by keys over a real desk."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.machine import FixedClock
from app.services import auditing, documents, emergency, retention, signin
from app.services.auditing import AuditLine
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.store import registrations
from tests.desks import PASSWORD, make_desk
from tests.packs import PackKey, trust_signer
from tests.services.test_redetermining import resident
from tests.services.work import SECOND_ADMIN, SIGNED_COPY, chargeable, decide, seated
from tests.ui.hands import press, write
from tests.ui.held_lane import HeldLane
from tests.ui.officer_window import settle
from ui.models.retention import RetentionModel
from ui.office import Office
from ui.shell import Shell
from ui.views.audit_accesses import NOTHING, AccessesPanel
from ui.views.audit_chain import STOPPED, ChainPanel
from ui.views.audit_patients import AuditPatientsPanel
from ui.views.audit_rows import AuditRowsPanel
from ui.views.emergency import EmergencyPage
from ui.views.retention import RetentionPanel
from ui.views.settings import SettingsPage
from ui.work import Inline

pytestmark = pytest.mark.ui

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
WHY = "The ward asks whom to ring tonight."


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = make_desk(tmp_path)
    yield made
    made.db.close()


@contextmanager
def sitting(qtbot: QtBot, desk: Desk, name: str) -> Iterator[Shell]:
    user = signin.sign_in(desk, name, PASSWORD)
    shell = Shell()
    qtbot.addWidget(shell)
    shell.show()
    shell.activateWindow()
    office = Office(desk, user, shell, records=Inline(), share=Inline())
    settle()
    yield shell
    office.leave()
    settle()


def parts(shell: Shell) -> SettingsPage:
    return next(one for one in shell.findChildren(SettingsPage) if one.isVisible())


def tab_to(wanted: QWidget) -> None:
    wanted = wanted.focusProxy() or wanted
    for _ in range(60):
        if QApplication.focusWidget() is wanted:
            return
        press(KEY.Key_Tab)
    raise AssertionError(f"Tab does not reach {wanted.accessibleName()}")


def all_words(widget: QWidget) -> str:
    return " ".join(label.text() for label in widget.findChildren(QLabel) if label.isVisible())


def test_section_2_a_clerk_reads_one_case_in_an_emergency_by_keys(qtbot: QtBot, desk: Desk) -> None:
    case = chargeable(desk)
    decide(desk, case)
    ref = registrations.get(desk.db, case).ref
    with sitting(qtbot, desk, "clerk") as shell:
        shell.show_page("emergency")
        settle()
        page = shell.findChild(EmergencyPage)
        assert page is not None
        assert not shell.banner.isVisible()
        write(ref)
        press(KEY.Key_Return)
        assert "in your own words" in page.why.problem()
        assert page.ref.input.text() == ref, "nothing typed is cleared"
        tab_to(page.why.input)
        write(WHY)
        press(KEY.Key_R, ALT)
        qtbot.wait(150)
        assert shell.banner.isVisible()
        shown = all_words(page)
        assert "30-Mar-2026" in shown
        assert "£" not in shown
        press(KEY.Key_Escape)
        assert not shell.banner.isVisible()
        assert "30-Mar-2026" not in all_words(page)
    with seated(desk, "auditor"):
        assert [one.reason for one in emergency.accesses_to_look_at(desk)] == [WHY]


def test_section_2_nobody_whose_role_opens_cases_or_looks_at_accesses_has_the_page(
    qtbot: QtBot, desk: Desk
) -> None:
    for name in ("officer", "senior", "admin", "auditor"):
        with sitting(qtbot, desk, name) as shell:
            assert "emergency" not in shell.rail.buttons


def test_section_2_the_auditors_screen_is_headed_by_emergency_accesses(
    qtbot: QtBot, desk: Desk
) -> None:
    case = chargeable(desk)
    ref = registrations.get(desk.db, case).ref
    with seated(desk, "clerk"):
        emergency.open_in_emergency(desk, ref, WHY)
    with sitting(qtbot, desk, "auditor") as shell:
        assert shell.page() == "audit"
        assert shell.rail.buttons["audit"].count == 1
        page = parts(shell)
        assert page.names()[0] == "accesses"
        panel = page.section("accesses")
        assert isinstance(panel, AccessesPanel)
        assert WHY in all_words(panel)
        assert panel.rows.index(0, 2).data() == desk.device
        assert "Okafor" not in all_words(panel)
        page.enter()
        press(KEY.Key_Return)
        press(KEY.Key_M, ALT)
        qtbot.wait(150)
        assert panel.note.problem() == "Say what you found, in a few words."
        write("The ward confirms it.")
        press(KEY.Key_M, ALT)
        qtbot.wait(150)
        assert panel.said.text() == f"Looked at: the access to case {ref}."
        assert NOTHING in all_words(panel)
        assert shell.rail.buttons["audit"].count == 0


def test_the_audit_is_narrowed_and_paged_by_keys(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "PAGE_OF_ROWS", 5)
    case = chargeable(desk)
    ref = registrations.get(desk.db, case).ref
    with sitting(qtbot, desk, "auditor") as shell:
        page = parts(shell)
        page.open_section("rows")
        panel = page.section("rows")
        assert isinstance(panel, AuditRowsPanel)
        assert panel.rows.rowCount() == 5
        first = panel.rows.thing_at(0)
        tab_to(panel.older)
        press(KEY.Key_Return)
        assert panel.where.text() == "Page 2"
        press(KEY.Key_W, ALT)
        qtbot.wait(150)
        assert panel.rows.thing_at(0) == first
        panel.case.input.setFocus()
        write(ref)
        press(KEY.Key_Return)
        for row in range(5):
            line = panel.rows.thing_at(row)
            assert isinstance(line, AuditLine)
            assert line.ref == ref
        panel.since.input.setFocus()
        write("31/2/26")
        press(KEY.Key_Return)
        assert "no such day" in panel.since.problem()


def test_an_auditor_finds_a_patients_cases_masked_and_reads_what_was_done(
    qtbot: QtBot, desk: Desk
) -> None:
    case = chargeable(desk)
    ref = registrations.get(desk.db, case).ref
    with sitting(qtbot, desk, "auditor") as shell:
        page = parts(shell)
        page.open_section("patients")
        panel = page.section("patients")
        assert isinstance(panel, AuditPatientsPanel)
        write("Okafor 2/3/1990")
        press(KEY.Key_Return)
        assert panel.found.rowCount() == 1
        assert "Ada" not in all_words(panel)
        tab_to(panel.refs)
        press(KEY.Key_Return)
        rows = page.section("rows")
        assert isinstance(rows, AuditRowsPanel)
        assert rows.isVisible()
        assert rows.case.input.text() == ref


def test_security_7_verifying_shows_progress_and_can_be_stopped(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(auditing, "ROWS_A_STEP", 10)
    chargeable(desk)
    with sitting(qtbot, desk, "auditor") as shell:
        page = parts(shell)
        page.open_section("chain")
        panel = page.section("chain")
        assert isinstance(panel, ChainPanel)
        press(KEY.Key_Return)
        assert panel.far.text().startswith("10 of ")
        assert panel.cancel.hasFocus()
        press(KEY.Key_Return)
        assert panel.result.text() == STOPPED
        assert panel.verify.hasFocus()
        press(KEY.Key_Return)
        qtbot.waitUntil(lambda: panel.result.text().startswith("The audit is whole"))


def test_a_senior_officer_reads_of_own_cases_and_an_administrator_only_verifies(
    qtbot: QtBot, desk: Desk
) -> None:
    with sitting(qtbot, desk, "senior") as shell:
        shell.show_page("audit")
        assert parts(shell).names() == ("accesses", "rows", "chain", "retention")
    with sitting(qtbot, desk, "admin") as shell:
        assert "audit" not in shell.rail.buttons
        shell.show_page("settings")
        assert "chain" in parts(shell).names()
    for name in ("clerk", "officer", "finance", "clinician"):
        with sitting(qtbot, desk, name) as shell:
            assert "audit" not in shell.rail.buttons


@pytest.mark.slow
def test_retention_two_administrators_remove_copies_by_keys(qtbot: QtBot, desk: Desk) -> None:
    trust_signer(desk, PackKey())  # with it comes a second administrator
    case = chargeable(desk)
    held = chargeable(desk, family_name="Held")
    for one in (case, held):
        with seated(desk, "officer"):
            documents.note(desk, one, PaperShown(type_code="passport"), SIGNED_COPY)
        decide(desk, one)
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=90))
    with sitting(qtbot, desk, "admin") as shell:
        panel = _retention(shell)
        tab_to(panel.ref.input)
        write(registrations.get(desk.db, held).ref)
        tab_to(panel.kind.input)
        press(KEY.Key_Down)
        press(KEY.Key_H, ALT)
        qtbot.wait(150)
        assert panel.holds.rowCount() == 1
        press(KEY.Key_L, ALT)
        qtbot.wait(150)
        press(KEY.Key_L, ALT)  # the check page's own
        qtbot.wait(150)
        assert panel.said.text() == "The list waits for another administrator."
        assert not panel.approve.isEnabled(), "nobody approves their own list"
        assert "Okafor" not in all_words(panel)
    with sitting(qtbot, desk, SECOND_ADMIN) as shell:
        panel = _retention(shell)
        assert panel.approve.hasFocus()
        press(KEY.Key_Return)
        press(KEY.Key_R, ALT)
        qtbot.wait(150)
        assert panel.said.text() == "Removed. Copies: 1. Cases: 1. The certificate is below."
        assert panel.certificates.rowCount() == 1
    with seated(desk, "auditor"):
        (certificate,) = retention.report(desk).certificates
    assert (certificate.copies, certificate.held) == (1, 0)


@pytest.mark.slow
def test_retention_two_administrators_remove_whole_cases_by_keys(qtbot: QtBot, desk: Desk) -> None:
    trust_signer(desk, PackKey())  # with it comes a second administrator
    case = resident(desk)
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=365))
    with sitting(qtbot, desk, "admin") as shell:
        panel = _retention(shell)
        assert panel.cases.rowCount() == 1
        for _ in range(2):  # the page's button, then the check page's own
            press(KEY.Key_C, ALT)
            qtbot.wait(150)
        assert panel.said.text() == "The list waits for another administrator."
        assert "Whole cases that go: 1." in panel.waiting_words.text()
        assert "Okafor" not in all_words(panel)
    with sitting(qtbot, desk, SECOND_ADMIN) as shell:
        panel = _retention(shell)
        press(KEY.Key_Return)
        press(KEY.Key_R, ALT)
        qtbot.wait(150)
        assert panel.said.text() == "Removed. Whole cases: 1. The certificate is below."
        assert panel.cases.rowCount() == 0
        assert panel.no_case_due.isVisible()
    assert (
        desk.db.scalar("SELECT count(*) FROM registrations WHERE registration_id = ?", (case,)) == 0
    )


def test_retention_others_at_the_records_wait_for_a_few_cases_of_a_list_at_most(
    desk: Desk, qtbot: QtBot
) -> None:
    trust_signer(desk, PackKey())
    cases = [resident(desk) for _ in range(25)]
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=365))
    with seated(desk, "admin"):
        retention.propose_cases(desk)
    lane, said, left = HeldLane(), list[str](), list[int]()
    with seated(desk, SECOND_ADMIN):
        model = RetentionModel(desk, lane)
        model.told.connect(said.append)
        model.approve(retention.retention(desk).waiting[0])
        model.approve(retention.retention(desk).waiting[0])  # pressed again: not taken
        lane.run(lambda: sum(_stands(desk, case) for case in cases), left.append)
        assert lane.waiting == 2
        lane.let_one_go()
        lane.let_one_go()
        assert 0 < left[0] < len(cases)
        lane.let_go()
    assert said == ["Removed. Whole cases: 25. The certificate is below."]
    assert not any(_stands(desk, case) for case in cases)


def _stands(desk: Desk, case: str) -> bool:
    found = desk.db.scalar("SELECT 1 FROM registrations WHERE registration_id = ?", (case,))
    return found is not None


def _retention(shell: Shell) -> RetentionPanel:
    shell.show_page("settings")
    page = parts(shell)
    page.open_section("retention")
    settle()
    panel = page.section("retention")
    assert isinstance(panel, RetentionPanel)
    return panel
