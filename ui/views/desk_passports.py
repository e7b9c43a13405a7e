"""Passports at the desk: read at the search and on the visitor page, and nowhere else."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.core.errors import Known
from app.services.passports import PassportReading, Scanned
from app.services.registration import Place, Step
from ui.language import tr
from ui.models.passport import PassportModel
from ui.models.registration import RegistrationModel
from ui.views.desk_start import DeskStart
from ui.views.visitor import VisitorView

PASSPORT_NOT_HERE = tr(
    "Passport lines were scanned. They are used at the search and on the visitor page."
)


class DeskPassports(QObject):
    """Brings what is scanned or typed to the page that can use it.

    A new patient's passport is kept until their visitor page opens, and never for anybody else.
    """

    def __init__(
        self,
        model: PassportModel,
        registration: RegistrationModel,
        *,
        pages: QStackedWidget,
        start: DeskStart,
        visitor: VisitorView,
        refuse: Callable[[Known], None],
    ) -> None:
        super().__init__(pages)
        self._model, self._registration, self._pages = model, registration, pages
        self._start, self._visitor, self._say = start, visitor, refuse
        self._of_new: tuple[str, PassportReading] | None = None
        start.finder.passport_typed.connect(self.take)
        start.finder.passport_shown.connect(self._keep)
        visitor.passport_given.connect(self.take)
        model.read_out.connect(self._found)
        model.read_for_open.connect(self._fill)
        model.refused.connect(self._refuse)

    def take(self, lines: str) -> None:
        """Read these lines: for the search, or for who is open on the visitor page."""
        step = self._registration.step
        if self._is_at(self._start):
            self._model.read(lines)
        elif self._is_at(self._visitor) and step is not None:
            self._model.read_for(step.registration_id, lines)
        else:
            self._say(Known("not_here", PASSPORT_NOT_HERE))

    def expect(self, step: Step) -> None:
        """A page opens for this patient: on theirs, what is empty is filled from their passport."""
        if self._of_new is not None and step.place is Place.VISITOR:
            patient_id, reading = self._of_new
            self._of_new = None
            if patient_id == step.patient.patient_id:
                self._visitor.expect(reading)

    def _found(self, scanned: Scanned) -> None:
        """Soon: the Enter that ended the lines must not press what is opened by them."""
        QTimer.singleShot(0, self, lambda: self._show_found(scanned))

    def _show_found(self, scanned: Scanned) -> None:
        if self._is_at(self._start):
            self._start.finder.take_passport(scanned)

    def _fill(self, registration_id: str, reading: PassportReading) -> None:
        """Fill the page of the registration it was read for, and no other (hazard H4)."""
        step = self._registration.step
        if step is not None and step.registration_id == registration_id:
            self._visitor.fill(reading)
            self._model.keep(step.patient.patient_id, reading)

    def _keep(self, patient_id: str, reading: PassportReading) -> None:
        self._of_new = (patient_id, reading)
        self._model.keep(patient_id, reading)

    def _refuse(self, known: Known) -> None:
        if self._is_at(self._start):
            self._start.finder.refuse_passport(known)
        else:
            self._say(known)

    def _is_at(self, page: QWidget) -> bool:
        return self._pages.currentWidget() is page
