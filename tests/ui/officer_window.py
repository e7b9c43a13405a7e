"""The officers', clinicians' and finance's pages in one window, over a real store, by keys only."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.people import Patient
from app.services.desk import Desk
from tests.desks import add_visitor, make_desk, register_visitor, sign_in
from tests.ui.hands import press_letter
from ui import wording
from ui.changes import Changes
from ui.language import give_words, tr
from ui.models.case import CaseModel
from ui.models.clinician import ClinicianModel
from ui.models.documents import DocumentsModel
from ui.models.estimate import EstimateModel
from ui.models.guide import GuideModel
from ui.models.letters import LettersModel
from ui.models.paper import PaperModel
from ui.models.pdf import PdfModel
from ui.models.queue import QueueModel
from ui.models.queue_acts import QueueActs
from ui.models.queue_letters import QueueLetters
from ui.models.queue_order import CaseOrder
from ui.money_panels import panels_for
from ui.shell import Shell
from ui.views.case import CasePage
from ui.views.clinician import ClinicianPage
from ui.views.debt_list import DebtListPanel
from ui.views.money import MoneyPage
from ui.views.money_accounts import AccountsPanel
from ui.views.money_approvals import ApprovalsPanel
from ui.views.money_claims import ClaimsPanel
from ui.views.money_invoicing import InvoicingPanel
from ui.views.money_panel import MoneyPanel
from ui.views.money_payments import PaymentsPanel
from ui.views.queue import QueuePage
from ui.views.reminders import RemindersPanel
from ui.views.reports import ReportsPanel
from ui.widgets.choices import RadioList
from ui.widgets.rail import RailItem
from ui.work import Runner

P = TypeVar("P", bound=MoneyPanel)
KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
CTRL = Qt.KeyboardModifier.ControlModifier


def settle() -> None:
    """Let layouts come to rest."""
    for _ in range(8):
        QApplication.processEvents()


class OfficerWindow:
    """One window with a desk of its own, wired as the program wires it.

    Money reads its `files` in a lane of their own, where there is one.
    """

    def __init__(self, folder: Path, lane: Runner, *, files: Runner | None = None) -> None:
        self.desk: Desk = make_desk(folder)
        self.changes = Changes()
        self.shell = Shell()
        self.patients: list[Patient] = []
        self._lane, self._files = lane, files or lane
        self.shell.set_sync(wording.saved_here("09:00"), "cloud-up", wording.waiting(3))
        give_words(self.desk)

    @cached_property
    def queue_model(self) -> QueueModel:
        return QueueModel(self.desk, self._lane, self.changes)

    @cached_property
    def queue(self) -> QueuePage:
        page = QueuePage(
            self.queue_model,
            QueueActs(self.desk, self._lane, self.changes),
            QueueLetters(self.desk, self._lane, self._lane, self.changes),
        )
        page.undoable.connect(self.shell.offer_undo)
        page.case_opened.connect(self._open)
        self.shell.add_page("queue", page, rail=RailItem("queue", wording.QUEUE, "inbox"))
        return page

    @cached_property
    def case_model(self) -> CaseModel:
        return CaseModel(self.desk, self._lane, self.changes)

    @cached_property
    def documents(self) -> DocumentsModel:
        return DocumentsModel(self.desk, self._lane, self._lane, self.changes)

    @cached_property
    def case(self) -> CasePage:
        estimate = EstimateModel(self.desk, self._lane, self.changes)
        forms = PaperModel(self.desk, self._lane, self.changes)
        letters = LettersModel(self.desk, self._lane, self.changes)
        guide = GuideModel(self.desk, self._lane)
        page = CasePage(
            self.case_model, estimate, self._pdf(), forms, letters, self.documents, guide
        )
        page.patient_opened.connect(self._show)
        page.closed.connect(self._close)
        self.shell.add_page("case", page, banner=True)
        self.shell.banner.slot.addWidget(page.steps)
        return page

    @cached_property
    def clinician(self) -> ClinicianPage:
        page = ClinicianPage(ClinicianModel(self.desk, self._lane, self.changes))
        page.patient_opened.connect(self._show)
        page.patient_closed.connect(lambda: self._show(None))
        item = RailItem("clinician", tr("Urgency"), "stethoscope")
        self.shell.add_page("clinician", page, rail=item, banner=True)
        return page

    @cached_property
    def money(self) -> MoneyPage:
        page = MoneyPage(panels_for(self.desk, self._lane, self._files, self.changes))
        self.shell.add_page("money", page, rail=RailItem("money", wording.MONEY, "coin-pound"))
        return page

    @property
    def invoicing(self) -> InvoicingPanel:
        """Money's list of cases to invoice."""
        return self._panel("to_invoice", InvoicingPanel)

    @property
    def accounts(self) -> AccountsPanel:
        """Money's invoices."""
        return self._panel("accounts", AccountsPanel)

    @property
    def approvals(self) -> ApprovalsPanel:
        """What waits for a second person."""
        return self._panel("approvals", ApprovalsPanel)

    @property
    def claims(self) -> ClaimsPanel:
        """Cases to report to the state."""
        return self._panel("claims", ClaimsPanel)

    @property
    def reports(self) -> ReportsPanel:
        """Money's reports from the ledger."""
        return self._panel("reports", ReportsPanel)

    @property
    def reminders(self) -> RemindersPanel:
        """What may go today."""
        return self._panel("reminders", RemindersPanel)

    @property
    def debt_list(self) -> DebtListPanel:
        """What may be told to the Home Office."""
        return self._panel("debt_list", DebtListPanel)

    @property
    def payments(self) -> PaymentsPanel:
        return self._panel("payments", PaymentsPanel)

    def _panel(self, name: str, kind: type[P]) -> P:
        panel = self.money.panel(name)
        assert isinstance(panel, kind)
        return panel

    def _pdf(self) -> PdfModel:
        return PdfModel(self.desk, self._lane, self._lane)

    def sit_down(self, name: str, page: str) -> None:
        """Somebody signs in and opens a page; the rail shows what the program gives them."""
        sign_in(self.desk, name)
        assert self.desk.user is not None
        rails = {
            "officer": ("queue", "money"),
            "senior": ("queue", "money"),
            "finance": ("money",),
            "auditor": ("money",),
            "clinician": ("clinician",),
        }
        money = self.__dict__.pop("money", None)  # its panels are those of one person
        if money is not None:
            money.deleteLater()
        getattr(self, page)  # a page is built when somebody first needs it
        self.shell.allow(rails.get(name, ()))
        self.shell.set_user(f"{self.desk.user.display_name}, {self.desk.place}")
        self._show(None)
        self.shell.show_page(page)
        settle()

    def registered(self, *names: tuple[str, str], booking: str = "admission") -> list[str]:
        """Visitors who wait in the queue; somebody of the desk put them there."""
        sign_in(self.desk, "clerk")
        return [
            register_visitor(
                self.desk,
                add_visitor(self.desk, family_name=family, given_names=given),
                booking=booking,
            )
            for family, given in names
        ]

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys, or type a text, where the focus is."""
        for key in keys:
            if isinstance(key, str):
                QTest.keyClicks(self._target(), key)
            else:
                QTest.keyClick(self._target(), key)
            settle()

    def press_alt(self, key: Qt.Key) -> None:
        """Press a letter with Alt."""
        press_letter(key, on=self._target())
        settle()

    def press_ctrl(self, key: Qt.Key) -> None:
        """Press a key with Ctrl."""
        QTest.keyClick(self._target(), key, CTRL)
        settle()

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until a widget has the focus; raises AssertionError where it never gets it."""
        wanted = wanted.focusProxy() or wanted
        for _ in range(90):
            if QApplication.focusWidget() is wanted:
                return
            QTest.keyClick(self._target(), KEY.Key_Tab)
            QApplication.processEvents()
        raise AssertionError(f"Tab does not reach {wanted.accessibleName()}")

    def choose(self, choices: RadioList, place: int) -> None:
        """Tab to a list of choices, go to one with the arrows, and take it."""
        for _ in range(90):
            here = [number for number, one in enumerate(choices.buttons) if one.hasFocus()]
            if here:
                break
            QTest.keyClick(self._target(), KEY.Key_Tab)
            QApplication.processEvents()
        assert here, f"Tab does not reach {choices.accessibleName()}"
        step = KEY.Key_Down if place > here[0] else KEY.Key_Up
        self.press(*[step] * abs(place - here[0]), KEY.Key_Space)

    def close(self) -> None:
        """Take the window down and close the store."""
        self.shell.close()
        self.shell.deleteLater()
        settle()
        self.desk.db.close()

    def _target(self) -> QWidget:
        active = QApplication.activeWindow()
        if active is not None and not active.isVisible():
            # A list that closed; with no window system nobody gives the focus back to the window.
            self.shell.activateWindow()
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.shell

    def _open(self, registration_id: str, among: CaseOrder) -> None:
        self.case.open(registration_id, among)
        self.shell.show_page("case")
        settle()

    def _close(self) -> None:
        self._show(None)
        self.shell.show_page("queue")

    def _show(self, patient: Patient | None) -> None:
        if patient is not None:
            self.patients.append(patient)
        self.shell.set_patient(patient, self.desk.today)
