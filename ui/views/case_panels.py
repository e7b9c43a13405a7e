"""What stands on a case page: much of it, so that each is made in a turn of the loop of its own.

panels = CasePanels(model, estimate, letters, documents, guide)
for _ in panels.one_by_one(): ...        # one more is made
page = CasePage(..., panels=panels)      # and whatever is still missing
"""

from __future__ import annotations

from datetime import date
from functools import cached_property

from ui.models.case import CaseModel
from ui.models.case_time import TimeModel
from ui.models.documents import DocumentsModel
from ui.models.estimate import EstimateModel
from ui.models.guide import GuideModel
from ui.models.letters import LettersModel
from ui.one_by_one import OneByOne
from ui.views.case_decision import DecisionPanel
from ui.views.case_evidence import EvidencePanel
from ui.views.case_facts import CaseFacts
from ui.views.case_interview import InterviewPanel
from ui.views.case_urgency import UrgencyForm
from ui.views.estimate import EstimatePanel
from ui.views.guide import GuidePage
from ui.views.letters import LettersPanel


class CasePanels(OneByOne):
    """Left, right, the parts of the middle, and what lies over it."""

    def __init__(
        self,
        model: CaseModel,
        estimate: EstimateModel,
        letters: LettersModel,
        documents: DocumentsModel,
        guide: GuideModel,
    ) -> None:
        self._model, self._estimate, self._letters = model, estimate, letters
        self._documents, self._guide = documents, guide
        self.time = TimeModel(model)

    @cached_property
    def decision(self) -> DecisionPanel:
        """The right."""
        return DecisionPanel(self._model)

    @cached_property
    def facts(self) -> CaseFacts:
        """The left."""
        return CaseFacts(self.time, self._today, self._model.desk.terms.key_answers)

    @cached_property
    def evidence(self) -> EvidencePanel:
        """The middle, as the next three."""
        return EvidencePanel(self._documents, self._today)

    @cached_property
    def interview(self) -> InterviewPanel:
        """What the officer asks."""
        return InterviewPanel(self._today)

    @cached_property
    def estimate(self) -> EstimatePanel:
        """What care would cost."""
        return EstimatePanel(self._estimate)

    @cached_property
    def letters(self) -> LettersPanel:
        """What went to the patient, and what is next."""
        return LettersPanel(self._letters, self._today)

    @cached_property
    def guide(self) -> GuidePage:
        """The rules, read beside the case."""
        return GuidePage(self._guide, beside=True)

    @cached_property
    def urgency(self) -> UrgencyForm:
        """The clinician's form, over the page."""
        return UrgencyForm(self._today, self._documents.another())

    def _today(self) -> date:
        return self._model.desk.today
