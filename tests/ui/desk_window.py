"""The desk in its window, over a real store, worked by keys only."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.core.nhs_number import NHSNumber
from app.core.people import Address, Patient
from app.services import finding, particulars
from app.services.desk import Desk
from tests.desks import make_desk
from tests.ui.hands import press_letter
from ui import wording
from ui.changes import Changes
from ui.language import give_words
from ui.models.beside import Beside
from ui.models.desk import DeskModel
from ui.models.paper import PaperModel
from ui.models.pdf import PdfModel
from ui.models.registration import RegistrationModel
from ui.models.sign_in import SignInModel
from ui.shell import Shell
from ui.views.desk import DeskPage
from ui.views.sign_in import SignInView
from ui.widgets.rail import RailItem
from ui.work import Runner

KEY = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier
ADAS_NUMBER = "9993177423"


def settle() -> None:
    """Let layouts and the lookups' deferred work come to rest."""
    for _ in range(6):
        QApplication.processEvents()


def add_ada(desk: Desk) -> Patient:
    """The patient of the design's pictures."""
    return finding.add_patient(
        desk,
        Patient(
            patient_id="",
            family_name="Okafor",
            given_names="Ada",
            title="Mrs",
            gender="Female",
            born=date(1990, 3, 2),
            nhs_number=NHSNumber.parse(ADAS_NUMBER, "nhs_number"),
            address=Address(("22 Nowell Crescent",), "LS9 7TF", "GB"),
            interpreter="Yoruba",
            needs=("Large print letters",),
        ),
    )


class DeskWindow:
    """One window with a desk of its own. `keys` counts every key pressed."""

    def __init__(
        self, folder: Path, lane: Runner, *, booking: str = "", demo_password: str = ""
    ) -> None:
        self.desk = make_desk(folder)
        give_words(self.desk)
        self.keys = 0
        self.banner: list[Patient | None] = []
        self.changes = Changes()
        self.shell = Shell()
        self.model = DeskModel(self.desk, lane, self.changes, booking=booking)
        self.registration = RegistrationModel(self.desk, lane, self.changes)
        self.paper = PaperModel(self.desk, lane, self.changes)
        pdf = PdfModel(self.desk, lane, lane)
        beside = Beside.of(self.desk, lane, lane, self.changes)
        self.documents = beside.documents
        self.page = DeskPage(
            self.model,
            self.registration,
            self.paper,
            pdf,
            beside,
        )
        self.page.turned.connect(lambda on: self.shell.rail.setVisible(not on))
        self.sign_in = SignInView(
            SignInModel(lambda: self.desk, lane),
            trust=self.desk.trust.name,
            demo_password=demo_password,
        )
        self.page.patient_opened.connect(self._show_banner)
        self.page.patient_closed.connect(lambda: self._show_banner(None))
        rail = RailItem("desk", wording.DESK, "user-search")
        self.shell.add_page("desk", self.page, rail=rail, banner=True)
        self.shell.add_page("signin", self.sign_in, bare=True)
        self.shell.set_sync(wording.saved_here("09:00"), "cloud-up", wording.waiting(3))
        self.shell.set_user(f"J. Patel, {self.desk.place}")

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys, or type a text, where the focus is."""
        for key in keys:
            if isinstance(key, str):
                for letter in key:
                    QTest.keyClicks(self._target(), letter)
                    self._count()
            else:
                QTest.keyClick(self._target(), key)
                self._count()

    def press_alt(self, key: Qt.Key) -> None:
        """Press a key with Alt."""
        press_letter(key, on=self._target())
        self._count()

    def tab_to(self, wanted: QWidget) -> None:
        """Press Tab until a widget has the focus; raises AssertionError where it never gets it."""
        wanted = wanted.focusProxy() or wanted
        for _ in range(60):
            if QApplication.focusWidget() is wanted:
                return
            self.press(KEY.Key_Tab)
        raise AssertionError(f"Tab does not reach {wanted.accessibleName()}")

    def find_ada(self) -> None:
        """Search for Ada by her number; she stands on screen after it."""
        self.shell.show_page("desk")
        self.press(ADAS_NUMBER, KEY.Key_Return)

    def _target(self) -> QWidget:
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self.shell

    def _count(self) -> None:
        self.keys += 1
        QApplication.processEvents()

    def _show_banner(self, patient: Patient | None) -> None:
        self.banner.append(patient)
        self.shell.set_patient(patient, self.desk.today)


def to_the_visitor_page(window: DeskWindow) -> None:
    """Find Ada, and answer the ladder so that she is a visitor of Nigeria."""
    window.find_ada()
    window.press(KEY.Key_Return, KEY.Key_3, "nigeria", KEY.Key_Return, KEY.Key_Return)
    window.press(KEY.Key_1, KEY.Key_1)
    assert window.page.stack.currentWidget() is window.page.visitor


def kept(window: DeskWindow) -> dict[str, str]:
    """What the store holds of the visitor page, as shown."""
    step = window.registration.step
    assert step is not None
    page = particulars.visitor_page(window.desk, step.registration_id)
    return {field.id: field.value for group in page.groups for field in group.fields}
