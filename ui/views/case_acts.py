"""The acts of a case that are looked at on a page of their own before anything follows."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from app.core.errors import Known
from app.pricing.estimate import Estimate
from ui.language import tr
from ui.models.case import CaseModel
from ui.models.estimate import EstimateModel
from ui.views.case_checks import decision_check, estimate_check, finance_check, second_check
from ui.views.case_decision import DecisionPanel
from ui.widgets.check import Check, CheckPage

CHOOSE = tr("Choose what you find.")


class CheckedActs(QObject):
    """`opened()` when the page asks; `judged(problems)`: what is to be put right first, if any."""

    opened = Signal()
    judged = Signal(object)

    def __init__(
        self, model: CaseModel, estimate: EstimateModel, decision: DecisionPanel, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._model, self._estimate, self._decision = model, estimate, decision
        self.page = CheckPage()

    def decide(self, *, no_evidence: bool) -> None:
        """The officer's decision as it stands on screen."""
        self._decision.clear_errors()
        decision = self._decision.filled(no_evidence=no_evidence)
        if decision is None:
            self.judged.emit((Known("no_choice", CHOOSE, "choice"),))
            return
        lacks = self._model.lacks(decision)
        self.judged.emit(lacks)
        if lacks or (case := self._model.case) is None:
            return
        check = decision_check(
            case,
            decision,
            choice=dict(self._model.choices())[decision.choice],
            reason=dict(self._model.reasons(decision.choice))[decision.reason_code],
            certificate=self._model.desk.terms.certificate,
        )
        self._ask(check, lambda: self._model.decide(decision))

    def look_second(self, agree: bool, note: str) -> None:
        """A second person's word on it."""
        self._decision.clear_errors()
        self.judged.emit(())
        case = self._model.case
        if case is None or case.decision is None:
            return
        check = second_check(case, case.decision, agree=agree, note=note)
        self._ask(check, lambda: self._model.second_check(agree=agree, note=note))

    def invoice(self) -> None:
        """An officer checks, then hands the case to finance; who bills as well goes on at once."""
        case = self._model.case
        if case is None:
            return
        if self._model.may_invoice():
            self._model.send_to_finance()
        else:
            self._ask(finance_check(case), self._model.send_to_finance)

    def issue(self, estimate: Estimate, treatment: str) -> None:
        """An estimate that becomes a letter."""
        case = self._model.case
        if case is not None:
            check = estimate_check(case, estimate, treatment)
            self._ask(check, lambda: self._estimate.issue(treatment))

    def _ask(self, check: Check, confirmed: Callable[[], object]) -> None:
        self.opened.emit()
        self.page.ask(check, confirmed)
