"""The visitor page: four columns of particulars, each kept as it is left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.core.errors import Known
from app.services.countries import CountryName
from app.services.particulars import Problems, VisitorPage
from app.services.passports import PassportReading
from ui.language import told, tr
from ui.models.registration import RegistrationModel, Showing
from ui.views.aside import CouldNotAsk
from ui.views.particular import Particular
from ui.views.passport_panel import PassportPanel
from ui.views.question import WHY_SHORT, WhyCard
from ui.views.visitor_groups import FieldGroups
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.errors import ErrorSummary
from ui.widgets.finish_line import FinishLine
from ui.widgets.flow import Flow
from ui.widgets.from_passport import FROM_PASSPORT, FromPassport
from ui.widgets.layout import Icon, Label, Row
from ui.widgets.page import SplitPage
from ui.widgets.typed import Typed, typed_in
from ui.wording import (
    ANSWERS,
    CONTINUE,
    COULD_NOT_ASK,
    NEEDS,
    PARK,
    PRINT_FORM,
    WHY_WE_ASK,
)

TITLE = tr("Visitor details")
NOTICE = tr("Give the privacy notice first: why we ask, and who may see the answers.")
WHY = tr(
    "These details say who the patient is, how to reach them, and whether another country or an "
    "insurer covers their care."
)
FAIR = tr("Everyone with answers like these is asked the same, whoever they are.")
ENOUGH = tr(
    "A name and one contact are enough. Leave empty what the patient does not know or does not "
    "want to say."
)
READ_PASSPORT = tr("&Read from passport")


class VisitorView(SplitPage):
    """Made from the page the services give; nothing is called wrong before Continue.

    `form_wanted()` asks for the paper form of the open registration, `passport_given(lines)` for a
    reading, `card_wanted()` for the page on which a card is taken down.
    """

    form_wanted = Signal()
    needs_wanted = Signal()
    passport_given = Signal(str)  # its lines, typed
    card_wanted = Signal()
    _is_built = False  # what makes the page calls `restyle` before there is a head to arrange

    def __init__(
        self,
        model: RegistrationModel,
        reasons: Sequence[tuple[str, str]],
        today: Callable[[], date],
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(TITLE, parent=parent)
        self._model = model
        self._registration = ""
        self._expected: PassportReading | None = None
        self.summary = ErrorSummary()
        self._notice = QWidget()  # in a narrow window, which has no head
        self._groups = groups = FieldGroups(today)
        self._unsaved = Typed(
            *(self, "particulars"),
            read=groups.unsaved,
            show=groups.go_on_with,
        )
        self.why = WhyCard(FAIR)
        self.why.tell(WHY, ENOUGH)
        self.why_button = Button(WHY_SHORT, kind="text", key="F1", small=True, scale="small")
        self.why_button.setAccessibleName(WHY_WE_ASK)
        self.from_passport = FromPassport()
        self.passport = PassportPanel()
        self._lines = typed_in(self.passport, "passport_lines")
        self.passport_button = Button(READ_PASSPORT, icon="scan")
        self.could_not_ask = CouldNotAsk(reasons)
        self.could_not_button = Button(COULD_NOT_ASK, icon="hand-stop", key="F9")
        self.park_button = Button(PARK, icon="player-pause", key="F8")
        self.print_button = Button(PRINT_FORM, icon="printer", key="Ctrl+P")
        self.needs_button = Button(NEEDS, icon="language", small=True)
        self.finish_line = FinishLine(self.needs_button)
        self.answers_button = Button(ANSWERS, icon="chevron-left", key="Alt+Up")
        self.go_on = Button(
            CONTINUE, kind="primary", icon="chevron-right", key="Enter", main=True, trailing=True
        )
        self._build()
        self._is_built = True
        self._arrange_head()  # what has no place goes with no page

    @property
    def fields(self) -> dict[str, Particular]:
        """The fields of the page that is shown, by the names the services give them."""
        return self._groups.fields

    @property
    def cards(self) -> list[Card]:
        """A card for each group of them."""
        return self._groups.cards

    @property
    def card_button(self) -> Button | None:
        """The way to where a card is taken down, if the page has one."""
        return self._groups.card_button

    def show_step(self, showing: Showing) -> None:
        """The page of this registration; the same one keeps what is being typed."""
        self.could_not_ask.hide()
        self._groups.show()
        if showing.step.registration_id != self._registration:
            self._registration = showing.step.registration_id
            self.why.hide()
            self.summary.clear()
            self.from_passport.forget()
            self._lines.set_down()
            self._unsaved.follow(self._registration)
            self.passport.forget()
            self._lines.take_up(self._registration)
        self.passport.hide()
        self.go_on.show()
        self._model.read_particulars()

    def forget(self) -> None:
        """Nobody is open: nothing of the last patient stays on the page."""
        for typed in (self._lines, self._unsaved):
            typed.set_down()
        self._registration = ""
        self._expected = None
        self.summary.clear()
        self.from_passport.forget()
        self.passport.forget()
        self._groups.forget()

    def take_focus(self) -> None:
        """Where work goes on."""
        if not self.passport.isHidden():
            self.passport.open()
            return
        if self.could_not_ask.isHidden():
            self._groups.take_focus()

    def set_countries(self, names: Sequence[CountryName]) -> None:
        """The countries for the type-ahead."""
        self._groups.set_countries(names)

    def expect(self, reading: PassportReading) -> None:
        """The passport this patient was added with: what is still empty is filled from it."""
        self._expected = reading

    def fill(self, reading: PassportReading, *, only_empty: bool = False) -> None:
        """Put what a passport says into its fields, each marked and kept at once."""
        self._close_passport()
        read = {
            "given_names": reading.given_names,
            "family_name": reading.family_name,
            "born": reading.born,
            "nationalities": reading.nationality,
            "passport": reading.number if reading.kind == "passport" else "",
        }
        for name, text in read.items():
            one = self.fields.get(name)
            if one is not None and text and not (only_empty and one.text()):
                one.fill(text, FROM_PASSPORT)
        self.from_passport.show_reading(reading)
        self.save_pending()
        self.take_focus()

    def refuse(self, known: Known) -> None:
        """Everything to put right at once, beside its field and in the summary."""
        if not self.passport.isHidden():
            self.passport.refuse(known)
            return
        problems = known.problems if isinstance(known, Problems) else (known,)
        self._groups.clear_errors()
        first = next(iter(self.fields.values()), None)
        lines: list[tuple[str, QWidget]] = []
        for problem in problems:
            field = self.fields.get(problem.field or "", first)
            if field is not None:
                if problem.field in self.fields:
                    field.set_error(told(problem))
                lines.append((told(problem), field.input))
        self.summary.show_problems(lines)

    def offer(self, button: Button) -> None:
        """One more button at the foot."""
        self._offers.addWidget(button)

    def close_panel(self) -> bool:
        """Esc: back from the reasons to the page; True when they were open."""
        if self.why.put_away():
            return True
        if not self.passport.isHidden():
            self._close_passport()
            self.take_focus()
            return True
        if self.could_not_ask.isHidden():
            return False
        self.could_not_ask.hide()
        self.go_on.show()
        self._groups.show()
        self.take_focus()
        return True

    def save_pending(self) -> None:
        """Keep what stands in the field still being typed in."""
        changes = {name: one.text() for name, one in self.fields.items() if one.is_changed()}
        if changes:
            for name in changes:
                self.fields[name].sent()
            self._model.save_particulars(changes)

    def hideEvent(self, event: QHideEvent) -> None:
        """Locking or leaving the page loses nothing."""
        super().hideEvent(event)
        if self._model.is_draft:
            self.save_pending()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands in the head moves where the window is too narrow for one."""
        super().resizeEvent(event)
        self._arrange_head()

    def showEvent(self, event: QShowEvent) -> None:
        """The window may have changed behind another page."""
        super().showEvent(event)
        self._arrange_head()

    def restyle(self) -> None:
        """Take the sizes of the current theme."""
        super().restyle()
        if self._is_built:
            self._arrange_head()

    # Building

    def _build(self) -> None:
        notice = Row(self._notice, gap=8)
        notice.addWidget(Icon("info-circle", role="action"), 0, Qt.AlignmentFlag.AlignTop)
        notice.addWidget(Label(NOTICE, wrap=True), 1)
        self.set_title(TITLE)
        self.content.holding(
            *(self._notice, self.summary, self.why, self.from_passport, self.passport),
            *(self._groups, self.could_not_ask),
        )
        others = QWidget()
        wrapped = self._offers = Flow(others, gap=(8, 6))
        put_off = self.could_not_button, self.park_button
        for part in (*put_off, self.answers_button, self.print_button, self.why_button):
            wrapped.addWidget(part)
        self.footer.addWidget(others, 1, Qt.AlignmentFlag.AlignVCenter)
        self.footer.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignBottom)
        self.why_button.clicked.connect(self.why.toggle)
        self.why.left.connect(self.take_focus)
        self.passport_button.clicked.connect(self._open_passport)
        self.passport.lines_given.connect(self.passport_given)
        self.passport.closed.connect(self.close_panel)
        self.go_on.clicked.connect(self._continue)
        self.park_button.clicked.connect(self._park)
        self.answers_button.clicked.connect(self._back)
        self.print_button.clicked.connect(self._print)
        self.needs_button.clicked.connect(self.needs_wanted)
        self.could_not_button.clicked.connect(self._ask_why_not)
        self.could_not_ask.chosen.connect(self._model.could_not_ask)
        self.could_not_ask.closed.connect(self.close_panel)
        self._model.particulars_read.connect(self._show_page)
        self._model.understood.connect(self._groups.show_understood)
        self._model.care_found.connect(self._groups.offer_care)
        self._groups.left.connect(self._save_one)
        self._groups.searched.connect(self._model.search_care)
        self._groups.card_wanted.connect(self._open_card)

    def _show_page(self, page: VisitorPage) -> None:
        self._groups.show_groups(page.groups)
        self._unsaved.arrive()
        if self._expected is not None:
            expected, self._expected = self._expected, None
            self.fill(expected, only_empty=True)
        if self.isVisible():
            self.take_focus()

    def _arrange_head(self) -> None:
        self._notice.setVisible(self.is_narrow())
        self._place_finish_line()
        self._place_passport_button()

    def _place_passport_button(self) -> None:
        """At the end of the head, or on a line of its own where there is none."""
        narrow = self.is_narrow()
        home, other = (self.content, self.head) if narrow else (self.head, self.content)
        if home.indexOf(self.passport_button) >= 0:
            return
        other.removeWidget(self.passport_button)
        if narrow:
            leading = Qt.AlignmentFlag.AlignLeading
            self.content.insertWidget(2, self.passport_button, 0, leading)
        else:
            self.head.addWidget(self.passport_button)

    def _place_finish_line(self) -> None:
        """At the end of the head, or over the page where there is no room for a head."""
        narrow = self.is_narrow()
        home: QBoxLayout = self.content if narrow else self.head
        if home.indexOf(self.finish_line) < 0:
            (self.head if narrow else self.content).removeWidget(self.finish_line)
            if narrow:
                home.insertWidget(1, self.finish_line)
            else:  # after title, slack and note, on one line with the button that ends the head
                home.insertWidget(3, self.finish_line, 0, Qt.AlignmentFlag.AlignVCenter)

    # What happens

    def _save_one(self, name: str) -> None:
        one = self.fields.get(name)
        if one is not None and one.is_changed() and self._model.is_draft:
            one.sent()
            self._model.save_particulars({name: one.text()})

    def _continue(self) -> None:
        self._groups.clear_errors()
        self.summary.clear()
        self._model.continue_visitor(
            {name: one.text() for name, one in self.fields.items() if one.is_unsaved()}
        )

    def _park(self) -> None:
        self.save_pending()
        self._model.park()

    def _back(self) -> None:
        self.save_pending()
        self._model.question_before()

    def _print(self) -> None:
        self.save_pending()
        self.form_wanted.emit()

    def _open_passport(self) -> None:
        self.summary.clear()
        self._groups.hide()
        self.go_on.hide()
        self.passport.open()

    def _close_passport(self) -> None:
        self.passport.forget()
        self.passport.hide()
        self._groups.show()
        self.go_on.show()

    def _open_card(self) -> None:
        self.save_pending()
        self.card_wanted.emit()

    def _ask_why_not(self) -> None:
        self.save_pending()
        self.passport.hide()
        self.go_on.hide()  # a reason goes on by itself
        self._groups.hide()
        self.summary.clear()
        self.could_not_ask.open()
