"""Pages that lie over a registration: needs, language card, notice and signature; cards printed.

They are laid over the page they were called from and give it back, with the focus where it stood.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from app.casework.letter_kinds import LetterKind
from app.services.registration import Step
from ui.models.beside import Beside
from ui.models.paper import PaperModel
from ui.models.registration import RegistrationModel, Showing
from ui.views.card_page import CardPage
from ui.views.finish import FinishView
from ui.views.ladder import LadderView
from ui.views.language_card import LanguageCardView
from ui.views.needs import NeedsView
from ui.views.outcome import OutcomeView
from ui.views.paper import KeyFormView
from ui.views.visitor import VisitorView
from ui.widgets.laid_over import LaidOver


class DeskBeside(QObject):
    """One page at a time lies over the registration's own; `turned(bool)` as the desk tells it."""

    turned = Signal(bool)

    def __init__(
        self,
        beside: Beside,
        registration: RegistrationModel,
        paper: PaperModel,
        *,
        pages: QStackedWidget,
        ladder: LadderView,
        visitor: VisitorView,
        outcome: OutcomeView,
        take_focus: Callable[[], None],
    ) -> None:
        super().__init__(pages)
        self._registration, self._paper, self._beside = registration, paper, beside
        self._pages, self._ladder, self._visitor = pages, ladder, visitor
        self._take_focus = take_focus
        self._over = LaidOver(pages)
        self.finish = FinishView(beside.finish)
        pages.addWidget(self.finish)
        for asking in (ladder, visitor, outcome):
            asking.needs_wanted.connect(self._open_needs)
        ladder.card_wanted.connect(self._print_card)
        visitor.form_wanted.connect(self._print_form)
        outcome.form_wanted.connect(self._print_form)
        outcome.leaflet_wanted.connect(self._print_leaflet)
        self.finish.form_wanted.connect(self._print_form)
        visitor.finish_line.given.connect(beside.finish.give_notice)
        visitor.finish_line.opened.connect(self._open_finish)
        beside.finish.read.connect(visitor.finish_line.show_page)
        beside.needs.recorded.connect(registration.follow)
        beside.language.recorded.connect(registration.follow)
        self.finish.closed.connect(self.uncover)

    @cached_property
    def needs(self) -> NeedsView:
        """Made when somebody first asks for it, as few patients have any."""
        view = NeedsView(self._beside.needs)
        view.closed.connect(self.uncover)
        self._pages.addWidget(view)
        return view

    @cached_property
    def language(self) -> LanguageCardView:
        """Made when the screen is first turned to a patient."""
        view = LanguageCardView(self._beside.language)
        view.answered.connect(self._registration.answer)
        view.put_aside.connect(self._registration.set_aside)
        view.closed.connect(self.turn_back)
        self._pages.addWidget(view)
        return view

    def is_turned(self) -> bool:
        """Whether the screen is the patient's now."""
        return isinstance(self._shown(), LanguageCardView)

    def lay(self, page: QWidget) -> None:
        """Show a page, and remember where the person was."""
        if self._shown() is self._visitor:
            self._visitor.save_pending()
        self._over.lay(page)

    def uncover(self) -> None:
        """Back to where the person was, with the focus there."""
        if not self._over.is_covered:
            return
        page, focused = self._over.uncover()
        if page is self._visitor:
            self._registration.read_particulars()
        if not focused:
            self._take_focus()

    def forget(self) -> None:
        """The person went on: there is no way back, and the screen is the clerk's again.

        Needs, or a card, that stand on their page are kept first.
        """
        if self.is_turned():
            self.turned.emit(False)
        self._over.forget()
        page = self._shown()
        if isinstance(page, NeedsView):
            page.close_panel()
        elif isinstance(page, CardPage):
            page.keep_on_leaving()

    def keep_on_leaving(self) -> None:
        """The desk is locked or closed: needs, a card, a paper form that stand there are kept."""
        page = self._shown()
        if isinstance(page, NeedsView | CardPage | KeyFormView):
            page.keep_on_leaving()

    def turn(self, step: Step | None) -> None:
        """The language card over what is shown, with the question that is open on the ladder."""
        asking = step is not None and self._shown() is self._ladder
        self.lay(self.language)
        self.turned.emit(True)
        self.language.turn(
            step.question if asking and step is not None else None,
            step.patient if step is not None else None,
        )

    def turn_back(self) -> None:
        """The screen is the clerk's again."""
        self.turned.emit(False)
        self.uncover()

    def speaks_on(self, showing: Showing) -> bool:
        """Whether the next question stays on the turned screen, in the patient's language."""
        if not self.is_turned():
            return False
        self._ladder.show_step(showing)
        if self.language.show_question(showing.step.question):
            return True
        self.forget()
        return False

    def follow(self, step: Step) -> None:
        """The visitor page of this registration is shown: its notice and signature with it."""
        self._beside.finish.open(step.registration_id)

    def after_letter(self) -> bool:
        """A form printed from the page of signatures goes back there; True when it did."""
        if not self._over.is_covered:
            return False
        self._pages.setCurrentWidget(self.finish)
        self.finish.take_focus()
        return True

    def close_panel(self) -> bool:
        """Esc on one of these pages; True when one was closed."""
        page = self._shown()
        if self.is_turned():
            self.turn_back()
        elif isinstance(page, NeedsView):
            page.close_panel()
        elif page is self.finish:
            self.finish.close_panel()
        else:
            return False
        return True

    def _shown(self) -> QWidget | None:
        return self._pages.currentWidget()

    def _open_needs(self) -> None:
        if self._registration.step is not None:
            self.lay(self.needs)
            self.needs.open(self._registration.step.patient.patient_id)

    def _open_finish(self) -> None:
        if self._registration.step is not None:
            self.lay(self.finish)
            self.finish.open(self._registration.step.registration_id)
            self.finish.take_focus()

    def _print_card(self, question_id: str, title: str) -> None:
        """The number card of the question on screen, as this patient reads."""
        step = self._registration.step
        large = step is not None and step.patient.reads_large_print
        interpreter = "" if step is None else step.patient.interpreter
        self._paper.print_card(title, question_id, interpreter=interpreter, large_print=large)

    def _print_form(self) -> None:
        """The paper form of the patient who is open."""
        if self._registration.step is not None:
            self._paper.print_for(self._registration.step.ref)

    def _print_leaflet(self) -> None:
        self._paper.print_leaflet(LetterKind.LEAFLET)
