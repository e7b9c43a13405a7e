"""Two versions of one case: told on the queue and above the case, and settled by a person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.casework.review import Choice
from app.core.errors import Known
from app.core.people import Patient
from app.services import (
    conflict_report,
    disputes,
    estimating,
    invoicing,
    joining_proposals,
    merging,
    signin,
)
from app.services.desk import Desk
from app.spool.roster import Duty
from tests.desks import add_visitor, register_visitor
from tests.services.sealed import MadeUpTrust, machine
from tests.services.work import DAY_CASE, decide, interview, seated
from tests.ui.officer_window import settle
from tests.ui.share_window import exchange, sits_down, with_share
from ui import theme
from ui.drafts import Drafts
from ui.office import Office
from ui.shell import Shell
from ui.theme import Theme
from ui.views.case import CasePage
from ui.views.conflict_card import ConflictCard
from ui.views.conflicts import ConflictsPage
from ui.views.queue import QueuePage
from ui.widgets.layout import Label
from ui.work import Inline

pytestmark = pytest.mark.ui
NOTE = "Seen the ticket home."
RAW = ("decisions", "registrations", "basis", "second_check", "service_type", "assigned_to")


@pytest.fixture
def disputed(trust: MadeUpTrust) -> Iterator[tuple[Desk, str]]:
    """An officer's machine with a case that another officer decided too, and the case."""
    desk, case = disputed_case(trust)
    yield desk, case
    desk.db.close()


def disputed_case(trust: MadeUpTrust) -> tuple[Desk, str]:
    clerk = machine(trust, "D01", Duty.DESK)
    officer = with_share(machine(trust, "D02", Duty.OFFICER, user="officer"), trust)
    second = machine(trust, "D03", Duty.OFFICER, user="senior")
    case = register_visitor(clerk, add_visitor(clerk))
    exchange(clerk, trust)
    for one in (officer, second):
        exchange(one, trust)
        interview(one, case)
    decide(officer, case, Choice.CANNOT_TELL)
    decide(second, case, Choice.CANNOT_TELL, by="senior", note=NOTE)
    for one in (second, officer):
        exchange(one, trust)
    for one in (clerk, second):
        one.db.close()
    return officer, case


@pytest.fixture
def shell(qtbot: QtBot) -> Shell:
    made = Shell()
    qtbot.addWidget(made)
    made.resize(1366, 768)
    made.show()
    return made


def words_of(part: object) -> str:
    settle()
    assert hasattr(part, "findChildren")
    return "\n".join(one.text() for one in part.findChildren(Label) if one.isVisible())


def test_h10_both_versions_stand_above_the_case_and_a_person_chooses_with_a_reason(
    disputed: tuple[Desk, str], shell: Shell
) -> None:
    desk, registration_id = disputed
    office = sits_down(desk, shell, "officer")
    queue, case = shell.findChild(QueuePage), shell.findChild(CasePage)
    assert queue is not None
    assert case is not None
    count = disputes.count_conflicts(desk)[0]
    assert queue.two.text() == f"&Two versions ({count})"
    case.open(registration_id)
    shell.show_page("case")
    said = words_of(case.two.bar)
    assert NOTE in said or f"+ {count - 1} more" in said
    assert "D02" in said
    assert "D03" in said
    assert not any(raw in said for raw in RAW)
    with pytest.raises(Known) as told:
        estimating.issue(desk, registration_id, lines=(DAY_CASE,), treatment="Planned operation")
    assert told.value.code == "in_dispute"
    case.two.bar.compare.click()
    card = case.two.card
    for _ in range(count):
        assert "Version A" in words_of(card)
        assert not any(raw in words_of(card) for raw in RAW)
        card.choose.click()
        assert "Choose a version first." in words_of(card)
        QTest.keyClick(card.choices.buttons[0], Qt.Key.Key_Space)
        card.choose.click()
        assert "Say in a few words" in card.why.error.text()
        card.why.input.setPlainText("We looked at it together.")
        card.choose.click()
    assert not case.two.bar.isVisible()
    assert disputes.count_conflicts(desk) == (0, count)
    assert queue.two.text() == "Wha&t conflicted"
    office.leave()


def test_ux_5_a_reason_half_written_outlasts_a_lock_for_its_writer_alone(
    disputed: tuple[Desk, str], shell: Shell
) -> None:
    desk, registration_id = disputed
    drafts = {name: Drafts() for name in ("officer", "senior")}

    def compared(name: str) -> tuple[Office, ConflictCard]:
        user = signin.act_as(desk, name)
        office = Office(desk, user, shell, records=Inline(), share=Inline(), drafts=drafts[name])
        case = shell.findChild(CasePage)
        assert case is not None
        case.open(registration_id)
        shell.show_page("case")
        case.two.bar.compare.click()
        return office, case.two.card

    def lock(office: Office) -> None:
        office.leave()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    office, card = compared("officer")
    card.why.input.setPlainText("We looked at it toge")
    lock(office)
    office, card = compared("senior")
    assert card.why.input.text() == ""
    lock(office)
    office, card = compared("officer")
    assert card.why.input.text() == "We looked at it toge"
    office.leave()


def test_two_versions_stand_side_by_side_where_there_is_room_and_are_never_cut(
    disputed: tuple[Desk, str], shell: Shell
) -> None:
    desk, registration_id = disputed
    office = sits_down(desk, shell, "officer")
    case = shell.findChild(CasePage)
    assert case is not None
    case.open(registration_id)
    shell.show_page("case")
    case.two.bar.compare.click()

    def heads() -> list[Label]:
        settle()
        return [one for one in case.two.card.sides.findChildren(Label) if "Version" in one.text()]

    first, second = heads()
    assert [first.text(), second.text()] == ["Version A", "Version B"]
    assert first.y() == second.y()
    assert first.x() < second.x()
    assert "Version A: " in case.two.card.sides.accessibleName()
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    shell.resize(shell.minimumSize())
    theme.apply(app, Theme("light", 2.0, motion=False))
    first, second = heads()
    assert first.x() == second.x()
    assert first.y() < second.y()
    theme.apply(app, Theme("light", 1.0, motion=False))
    office.leave()


def test_h10_a_case_in_dispute_is_not_invoiced(disputed: tuple[Desk, str]) -> None:
    desk, registration_id = disputed
    with seated(desk, "finance"), pytest.raises(Known) as told:
        invoicing.issue(desk, registration_id)
    assert told.value.code == "in_dispute"


def test_the_list_settles_them_and_its_report_says_who_chose(
    disputed: tuple[Desk, str], shell: Shell, tmp_path: Path
) -> None:
    desk, _ = disputed
    office = sits_down(desk, shell, "officer")
    queue, page = shell.findChild(QueuePage), shell.findChild(ConflictsPage)
    assert queue is not None
    assert page is not None
    queue.two.click()
    assert shell.page() == "conflicts"
    assert not shell.banner.isVisible(), "a list of several patients"
    assert page.table.hasFocus()
    while page.rows.rowCount():
        QTest.keyClick(page.table, Qt.Key.Key_Return)
        QTest.keyClick(page.card.choices.buttons[1], Qt.Key.Key_Space)
        page.card.why.input.setPlainText("The later visit counts.")
        page.card.choose.click()
    report = conflict_report.report(desk)
    assert report.rows
    assert {row[3] for row in report.rows} == {"M. Adeyemi"}
    assert {row[5] for row in report.rows} == {"The later visit counts."}
    assert "OKAFOR" not in str(report.rows)
    for name in ("conflicts.csv", "conflicts.pdf"):
        page._model.save_to(str(tmp_path / name))
        assert (tmp_path / name).stat().st_size > 100
    QTest.keyClick(page.back_button, Qt.Key.Key_Escape)
    assert shell.page() == "queue"
    office.leave()


def test_h4_one_patient_put_in_at_two_machines_is_proposed_compared_and_joined_by_a_person(
    trust: MadeUpTrust, shell: Shell
) -> None:
    clerks = [machine(trust, device, Duty.DESK) for device in ("D01", "D04")]
    officer = with_share(machine(trust, "D02", Duty.OFFICER, user="officer"), trust)
    for clerk in clerks:
        register_visitor(clerk, add_visitor(clerk))
        exchange(clerk, trust)
        clerk.db.close()
    exchange(officer, trust)
    office = sits_down(officer, shell, "officer")
    queue, page = shell.findChild(QueuePage), shell.findChild(ConflictsPage)
    assert queue is not None
    assert page is not None
    assert queue.two.accessibleName() == "Perhaps one person (1)"
    queue.two.click()
    assert page.pairs.rowCount() == 1
    page.compare.click()
    assert page.pages.currentWidget() is page.records
    settle()
    QTest.keyClick(page.records.back, Qt.Key.Key_Escape)
    assert page.pages.currentWidget() is page.own_page
    one, other = (patient.patient_id for patient in _pair(officer))
    merging.merge(officer, one, into=other, reason="Saw the passport.")
    page.refresh()
    assert page.pairs.rowCount() == 0
    office.leave()
    officer.db.close()


def _pair(desk: Desk) -> tuple[Patient, Patient]:
    (proposal,) = joining_proposals.proposals(desk)
    return proposal.one, proposal.other
