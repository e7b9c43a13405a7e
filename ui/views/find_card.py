"""The first thing on the desk: find the patient, read two identifiers back, open."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.core.errors import Known
from app.core.match import Match, Reason
from app.core.people import Patient
from app.services.particulars import Problems
from app.services.passports import Scanned
from ui.bound import bound
from ui.language import as_shown, told, tr
from ui.models.desk import DeskModel, Found, NewPatient
from ui.views.new_patient import HERE_FOR, HalfTyped, NewPatientPanel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.chip import KeyCap
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, is_enter
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.patient_words import reason_of
from ui.widgets.patients import PatientList
from ui.widgets.search import ListSearch
from ui.widgets.typed import Typed

FIND = tr("Find a patient")
NEW_PATIENT = tr("New patient")
HINT = tr("NHS number, hospital number, or surname and date of birth")
HELP = tr("Or a passport, card or phone number. No date of birth? Type: surname unknown.")
NOT_YET = tr("&Not on the system yet")
READ_BACK = tr("Read back two of these, such as name and date of birth. Then press Enter.")
NOBODY = tr("Nobody is found for “{text}”. Check it, or add the patient: Not on the system yet.")
NAME_ALONE = tr(
    "A name alone finds nobody. Add the date of birth to “{text}”, or the word “unknown”."
)
SIMILAR = tr("Similar patient: {who}. Make sure it is the right one.")
SIMILAR_ONE = tr("{name} ({why})")
RECORDS = tr("Compare &records")
CHOOSE_BOOKING = tr("Choose what they are here for, then press Enter.")
NEW_ONE = "new_patient"  # the place of its draft
_PAUSE_MS = 700
_ROWS = 20  # as many as an officer is shown
FOUND_ONE, FOUND_SOME = tr("1 patient found"), tr("{count} patients found")


class FindCard(Card):
    """Search, results, new patient: one of the three is the thing to do.

    `opened(patient_id, booking_id)` asks for a registration; `busy(bool)` says whether the card
    holds a patient, so that the lists below can make room. `records_wanted(Match)` asks for the
    records that could be the same person's, `passport_typed(lines)` for a reading.
    `passport_shown(patient_id, PassportReading)`: who was added showed that one.
    """

    opened = Signal(str, str)
    records_wanted = Signal(object)  # Match
    busy = Signal(bool)
    passport_typed = Signal(str)
    passport_shown = Signal(str, object)

    def __init__(self, model: DeskModel, parent: QWidget | None = None) -> None:
        super().__init__(FIND, margins=(24, 20, 16, 14), parent=parent)
        self.head.set_margins((0, 0, 16, 0))
        self._model = model
        self._soon = QTimer(self)  # rows are made once the page is there
        self._pause = QTimer(self)  # the count is read out once the person stops typing
        self._pause.setInterval(_PAUSE_MS)
        for timer in (self._soon, self._pause):
            timer.setSingleShot(True)
        self._picked: Match | None = None
        self.head.addWidget(KeyCap("F2"))
        self.search = ListSearch(FIND, HINT, on_card=True)
        self.words = Label("", role="text2", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.new_button = Button(NOT_YET, kind="text", icon="plus")
        self.results = PatientList(tr("Patients found"))
        self.similar = Label("", weight="label", role="warn_text", wrap=True)
        self.booking = Field(HERE_FOR, _Booking(model.bookings()))
        self.records = Button(RECORDS, icon="users", small=True)
        self.new_patient = NewPatientPanel(model.today(), model.bookings())
        self._left_at = ""  # when the panel was last closed on what had been typed in it
        self._typed = Typed(self, NEW_ONE, read=self._half_typed, show=self._go_back_to)
        self._build()
        self._wire()
        self.fresh()

    # What the page asks for

    def fresh(self) -> None:
        """The next patient: nothing is left of the one before, and nothing of them comes late."""
        self._pause.stop()
        self._model.type_ahead.stop()
        self._model.type_ahead.prepare()
        self._soon.start()
        self.search.clear()
        self.results.show_matches((), self._today())
        self.new_patient.forget()
        self._back_to_search()

    def go_on(self) -> None:
        """A panel that stood open when its writer locked the desk stands open again."""
        self._typed.take_up()

    def focus_search(self) -> None:
        """Go back to the search field, with what was typed selected."""
        self._back_to_search()
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def look_for(self, number: str) -> None:
        """Find whose number was scanned."""
        self._back_to_search()
        self.search.setText(number)
        self._look()

    def take_passport(self, scanned: Scanned) -> None:
        """Find who showed this document before; else fill a new patient's fields."""
        if scanned.known:
            self.look_for(scanned.reading.number)
            return
        self._back_to_search()
        self.search.clear()
        self._open_new()
        self.new_patient.fill(scanned.reading)

    def refuse_passport(self, known: Known) -> None:
        """Say which digit did not hold; what was typed for a new patient is kept behind it."""
        self.focus_search()
        self._say_problem(told(known))

    def close_panel(self) -> bool:
        """Esc: results and panel close, nothing typed is lost; True when something closed."""
        if self._results.isHidden() and self._panel.isHidden():
            return False
        self.focus_search()
        return True

    # Building

    def _build(self) -> None:
        below = Row(gap=8)
        below.addWidget(self.words, 1)
        below.addWidget(self.new_button)
        self._amber = QWidget()
        warned = Row(self._amber, gap=8)
        warned.addWidget(Icon("alert-triangle", role="warn_text"), 0, Qt.AlignmentFlag.AlignTop)
        warned.addWidget(self.similar, 1)
        self._results = QWidget()
        here_for = Row()
        here_for.addWidget(self.booking, 1)
        here_for.addStretch(1)
        here_for.addWidget(self.records, 0, Qt.AlignmentFlag.AlignBottom)
        self._ask = Label(READ_BACK, weight="label", wrap=True)
        Column(self._results, gap=12, margins=(0, 4, 0, 4)).holding(
            self._ask, self.results, self._amber, here_for
        )
        searching = QWidget()
        above = Column(gap=10, margins=(0, 0, 8, 0))
        above.holding(self.search, self.problem, self._results)
        Column(searching, gap=8).holding(above, below)
        self._searching, self._panel = searching, QWidget()
        Column(self._panel, margins=(0, 4, 8, 6)).addWidget(self.new_patient)
        self.body.addWidget(self._searching)
        self.body.addWidget(self._panel)
        self.booking.input.set_value(self._model.booking or None)

    def _wire(self) -> None:
        self._pause.timeout.connect(lambda: announce(self, self.words.text()))
        self._soon.timeout.connect(lambda: self.results.make_ready(_ROWS))
        self.search.returnPressed.connect(self._look)
        self.search.textEdited.connect(self._model.type_ahead.look)
        self.search.left_downwards.connect(self.results.setFocus)
        self.results.left_upwards.connect(self._return_to_search)
        self.results.settled.connect(self._leave_when_nobody)
        self._model.type_ahead.came.connect(self._show_typed)
        self._model.type_ahead.expected.connect(self.results.expect)
        self.new_button.clicked.connect(self._open_new)
        self.results.picked.connect(self._pick)
        self.records.clicked.connect(self._want_records)
        self.booking.input.chosen.connect(lambda _value: self.booking.set_error(""))
        self.booking.input.entered.connect(self._go_on)
        self.new_patient.saved.connect(self._save_new)
        self.new_patient.picked.connect(self._pick_similar)
        self.new_patient.closed.connect(self.focus_search)
        self.new_patient.cleared.connect(self._typed.done)
        self._model.booking_changed.connect(self.booking.input.set_value)
        self._model.found.connect(self._show_found)
        self._model.name_alone.connect(
            bound(self, lambda text: self._show_nobody(NAME_ALONE, text))
        )
        self._model.added.connect(self._pick_added)
        self._model.look_alikes.connect(self.new_patient.show_look_alikes)
        self._model.look_alikes.connect(bound(self, lambda _found: self._typed.come_back()))

    # What happens

    def refuse(self, known: Known) -> None:
        """Say a refusal where the person is looking."""
        if not self._panel.isHidden():
            self._typed.come_back()
            problems = known.problems if isinstance(known, Problems) else (known,)
            self.new_patient.show_problems(problems)
            return
        self._say_problem(told(known))

    def _look(self) -> None:
        text, passports = self.search.text(), self._model.passports
        unfinished = passports.unfinished(text)
        self._say_problem(as_shown(unfinished) if unfinished else "")
        if passports.looks_like(text):
            self.passport_typed.emit(text)
        elif not unfinished:  # what stands there is gone on with: a reader sends line by line
            self._model.find(text)

    def _show_found(self, text: str, found: Sequence[Found]) -> None:
        if not found:
            self._show_nobody(NOBODY, text)
            return
        self._picked = None
        self._say_problem("")
        self._show_patients([one.patient for one in found])
        self.results.setFocus()
        others = [
            SIMILAR_ONE.format(name=other.banner_name, why=reason_of(other))
            for one in found
            for other in one.similar
        ]
        self.similar.setText(SIMILAR.format(who="; ".join(dict.fromkeys(others))))
        self._amber.setVisible(bool(others))
        self._say_count(len(found))
        announce(self, f"{self.words.text()}. {READ_BACK}")

    def _show_nobody(self, words: str, text: str) -> None:
        self._picked = None
        self._say_problem("")
        self._results.hide()
        self._say_below(words.format(text=text.strip()), role="text")
        announce(self, self.words.text(), assertive=True)
        self.busy.emit(False)

    def _show_typed(self, text: str, found: Sequence[Match]) -> None:
        """What answers so far; the focus and what was typed stay where they are."""
        if text != self.search.text() or self._searching.isHidden():
            return
        self._picked = None
        if found:
            self._show_patients(found, typing=True)
            self._say_count(len(found))
            self._pause.start()
        elif not self._results.isHidden():
            self.results.show_matches((), self._today(), typing=True)
            self._say_below(HELP)

    def _leave_when_nobody(self) -> None:
        """Whoever typed has paused, and nobody answers: the lists come back."""
        if not self.results.rows and not self._results.isHidden():
            self._results.hide()
            self.busy.emit(False)

    def _show_patients(self, patients: Sequence[Match], *, typing: bool = False) -> None:
        if not typing:  # what is typed comes only where the search stands already
            self._show_panel(False)
        self.results.show_matches(patients, self._today(), typing=typing)
        if not self._amber.isHidden():
            self._amber.hide()
        self.booking.set_error("")
        if self._results.isHidden():
            self.records.setVisible(self._model.merging.may_join())
            self._results.show()
            self.busy.emit(True)

    def _want_records(self) -> None:
        match = self.results.current()
        if match is not None:
            self.records_wanted.emit(match)

    def _say_count(self, count: int) -> None:
        self._say_below(FOUND_ONE if count == 1 else FOUND_SOME.format(count=count))

    def _return_to_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def _pick(self, patient: Match) -> None:
        self._picked = patient
        self._go_on()

    def _pick_similar(self, patient: Match) -> None:
        """The clerk saw that it is somebody known: read back, as for any other patient."""
        self._picked = None
        self._show_patients([patient])
        self._say_count(1)
        self.results.setFocus()

    def _pick_added(self, patient: Patient) -> None:
        self._typed.done()
        self._picked = Match.of(patient, Reason.ADDED)
        if self.new_patient.passport is not None:
            self.passport_shown.emit(patient.patient_id, self.new_patient.passport)
        if self._booking_id():
            self._go_on()
            return
        self._show_patients([self._picked])
        self._say_below(HELP)
        self._go_on()

    def _go_on(self) -> None:
        booking = self._booking_id()
        if self._picked is None:
            self.results.setFocus()
        elif not booking:
            self.booking.set_error(CHOOSE_BOOKING)
            self.booking.input.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, CHOOSE_BOOKING)
        else:
            self._model.type_ahead.stop()
            self._model.set_booking(booking)
            self.opened.emit(self._picked.patient_id, booking)

    def _booking_id(self) -> str:
        return str(self.booking.input.value() or "")

    def _open_new(self) -> None:
        self._say_problem("")
        self._results.hide()
        self._show_panel(True)
        self.busy.emit(True)
        if self.new_patient.open(self._today(), self.search.text(), self._booking_id()):
            self.new_patient.say_kept(self._left_at)

    def _half_typed(self) -> HalfTyped | None:
        half = self.new_patient.standing(self.search.text(), self._model.time())
        return None if self._panel.isHidden() else half

    def _go_back_to(self, half: HalfTyped) -> None:
        self.search.setText(half.sought)
        self._open_new()
        self.new_patient.stand(half)

    def _show_panel(self, shown: bool) -> None:
        if self._panel.isHidden() != shown:
            return
        self._left_at = self._model.time()
        self._panel.setVisible(shown)
        self._searching.setVisible(not shown)
        self.set_title(NEW_PATIENT if shown else FIND)

    def _today(self) -> date:
        return self._model.today()

    def _save_new(self, typed: NewPatient, sure: bool) -> None:
        self.booking.input.set_value(self.new_patient.here_for.input.value())
        self._typed.hand_over()
        self._model.add(typed, sure=sure)

    def _say_below(self, words: str, *, role: str = "text2") -> None:
        """Under the search: in the ink of the text what was found to do, paler what is a help."""
        self.words.setText(words)
        self.words.set_role(role)

    def _say_problem(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        self.search.setProperty("wrong", "true" if words else "false")
        self.search.style().unpolish(self.search)
        self.search.style().polish(self.search)
        self.search.setAccessibleDescription(words)
        if words:
            announce(self, words, assertive=True)

    def _back_to_search(self) -> None:
        self._picked = None
        self._show_panel(False)
        self._results.hide()
        self._say_problem("")
        self._say_below(HELP)
        self.booking.set_error("")
        self.booking.input.set_value(self._model.booking or None)
        self.busy.emit(False)


class _Booking(Choice):
    """What they are here for; Enter goes on with the patient picked."""

    entered = Signal()

    def __init__(self, bookings: Sequence[tuple[str, str]]) -> None:
        super().__init__(bookings)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, letters and arrows choose."""
        if is_enter(event) and not event.isAutoRepeat():
            self.entered.emit()
            event.accept()
            return
        super().keyPressEvent(event)
