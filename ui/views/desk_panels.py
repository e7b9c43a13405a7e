"""The screens of a registration: each is made in a turn of the loop of its own.

panels = DeskPanels(model, registration, beside)
for _ in panels.one_by_one(): ...        # one more is made
page = DeskPage(..., panels=panels)      # and whatever is still missing
"""

from __future__ import annotations

from functools import cached_property

from ui.models.beside import Beside
from ui.models.desk import DeskModel
from ui.models.registration import RegistrationModel
from ui.one_by_one import OneByOne
from ui.views.desk_start import DeskStart
from ui.views.ladder import LadderView
from ui.views.outcome import OutcomeView
from ui.views.papers_shown import PapersShown
from ui.views.visitor import VisitorView


class DeskPanels(OneByOne):
    """In the order in which a patient comes to them."""

    def __init__(self, model: DeskModel, registration: RegistrationModel, beside: Beside) -> None:
        self._model, self._registration, self._beside = model, registration, beside
        self._offered = tuple(model.desk.terms.could_not_ask.items())

    @cached_property
    def start(self) -> DeskStart:
        """Where a patient is found."""
        return DeskStart(self._model, self._beside.feedback)

    @cached_property
    def ladder(self) -> LadderView:
        """The three questions that everyone is asked."""
        return LadderView(self._registration, self._offered)

    @cached_property
    def visitor(self) -> VisitorView:
        """What is asked of who does not live here."""
        return VisitorView(self._registration, self._offered, self._model.today)

    @cached_property
    def outcome(self) -> OutcomeView:
        """What came of it."""
        return OutcomeView(self._registration, self._model.desk.terms.why_not_asked_at_the_desk)

    @cached_property
    def papers(self) -> PapersShown:
        """What the patient has shown."""
        return PapersShown(self._beside.documents, self._model.today)
