"""The desk of one sitting: its page, who is open on it, and the readers that are heard there."""

from __future__ import annotations

from collections.abc import Generator

from PySide6.QtCore import QObject

from app.core.look import Look
from app.core.people import Patient
from app.services import desk_lists, registration
from app.services.desk import Desk
from ui.changes import Changes
from ui.models.beside import Beside
from ui.models.desk import DeskModel
from ui.models.paper import PaperModel
from ui.models.pdf import PdfModel
from ui.models.registration import RegistrationModel
from ui.scanning import Wedge
from ui.shell import Shell
from ui.views.desk import DeskPage
from ui.views.desk_panels import DeskPanels
from ui.views.desk_passports import PASSPORT_NOT_HERE
from ui.views.find_card import NEW_ONE
from ui.work import Runner


class DeskWing(QObject):
    """`make()` makes the page, a part at each step; then it is `page`, and may `listen()`."""

    page: DeskPage

    def __init__(
        self, desk: Desk, shell: Shell, records: Runner, files: Runner, changes: Changes
    ) -> None:
        super().__init__()
        self._desk, self._shell, self._records, self._files = desk, shell, records, files
        self._changes = changes
        self._model = DeskModel(desk, records, changes)
        self._back_to = ""
        records.run(lambda: registration.gather_drafts(desk))
        records.run(lambda: desk_lists.usual_booking(desk), self._model.set_booking)
        self._model.booking_changed.connect(self._remember_booking)
        self.registration = RegistrationModel(desk, records, changes)
        self._beside = Beside.of(desk, records, files, changes)
        self.documents = self._beside.documents
        self.wedge: Wedge | None = None

    def make(self) -> Generator[None]:
        """The page."""
        panels = DeskPanels(self._model, self.registration, self._beside)
        yield from panels.one_by_one()
        page = self.page = DeskPage(
            self._model,
            self.registration,
            PaperModel(self._desk, self._records, self._changes),
            PdfModel(self._desk, self._records, self._files),
            self._beside,
            panels=panels,
        )
        page.turned.connect(lambda on: self._shell.rail.setVisible(not on))
        page.patient_opened.connect(self._patient)
        page.patient_closed.connect(lambda: self._patient(None))

    def listen(self) -> None:
        """To passport and barcode readers."""
        self.wedge = Wedge(self.page)  # and goes with it
        self.wedge.passport.connect(self._passport_scanned)
        self.wedge.offered = self._number_scanned

    def go_on_as(self, look: Look) -> None:
        """Whether the next question opens by itself once one is answered."""
        self.registration.auto_advance = look.auto_advance

    def go_back_to(self, registration_id: str) -> None:
        """To what was begun before the lock and nobody has taken up since, or to a new patient who
        was half typed."""
        self._back_to = registration_id
        if self._shell.drafts.holds(NEW_ONE):
            self._shell.show_page("desk")
        elif registration_id:
            self._records.run(self._parked, self._go_back)

    def leave(self) -> str:
        """Hear no reader any more, keep and park what is open; which one is to be gone back to."""
        if self.wedge is not None:
            self.wedge.stop()
        self.page.beside.keep_on_leaving()
        return self._park_what_is_open() or self._back_to

    def _patient(self, patient: Patient | None) -> None:
        self._shell.set_patient(patient, self._desk.today)

    def _remember_booking(self, booking: str) -> None:
        self._records.run(lambda: desk_lists.remember_booking(self._desk, booking))

    def _passport_scanned(self, lines: str) -> None:
        if self._shell.page() == "desk":
            self.page.take_passport(lines)
        else:
            self._shell.notice.say(PASSPORT_NOT_HERE)

    def _number_scanned(self, number: str) -> bool:
        return self._shell.page() == "desk" and self.page.take_number(number)

    def _park_what_is_open(self) -> str:
        model = self.registration
        if model.step is None or not model.is_draft:
            return ""
        self.page.visitor.save_pending()
        open_one = model.step.registration_id
        self._records.run(lambda: registration.set_down(self._desk, open_one))
        return open_one

    def _parked(self) -> frozenset[str]:
        return frozenset(one.registration_id for one in desk_lists.parked(self._desk))

    def _go_back(self, parked: frozenset[str]) -> None:
        model, back_to, self._back_to = self.registration, self._back_to, ""
        if model.step is None and back_to in parked:
            self._shell.show_page("desk")
            model.resume(back_to)
