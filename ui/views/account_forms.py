"""The forms of an account's acts: a few labelled fields each, read as text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.billing.terms import FinanceTerms
from app.core.errors import Known
from ui.language import told, tr
from ui.views.account_words import ACTS
from ui.views.money_forms import MoneyForm
from ui.widgets.announce import announce
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit, Notes

Fields = Mapping[str, Field[Any]]
NO_BANK = tr("Never bank details, only how much.")


class ActForm(MoneyForm):
    """One act's fields; what was typed stays until another account asks."""

    def __init__(self, act: str, fields: Fields) -> None:
        super().__init__(ACTS[act].title)
        self.act = act
        self.fields = fields
        self._given: dict[str, str] = {}
        for field in fields.values():
            self._fields.addWidget(field)
            if isinstance(field.input, LineEdit):
                field.input.returnPressed.connect(self.went_on)

    def ask(self, about: str, given: Mapping[str, str]) -> None:
        """The form; `given` is what the act knows already, such as which hold."""
        self._given = dict(given)
        note = ACTS[self.act].note
        self.words.setText(f"{about} {note}".strip())
        self.begin((about, self._given), self._empty)
        self.clear_errors()
        first = next(iter(self.fields.values()))
        first.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _empty(self) -> None:
        for field in self.fields.values():
            _empty(field.input)

    def typed(self) -> dict[str, str]:
        """What stands in the fields, by their names."""
        return self._given | {name: _text(field.input) for name, field in self.fields.items()}

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        self._say("")
        for field in self.fields.values():
            field.set_error("")

    def refuse(self, known: Known) -> None:
        """Beside the field at fault."""
        field = self.fields.get(known.field or "")
        if field is None:
            super().refuse(known)
            return
        field.set_error(told(known))
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)


def form_of(act: str, terms: FinanceTerms, today: Callable[[], date]) -> ActForm:
    """A new form for an act; raises KeyError for one that asks nothing."""
    return ActForm(act, _FIELDS[act](terms, today))


def _promise(_terms: FinanceTerms, today: Callable[[], date]) -> Fields:
    return {
        "amount": Field(tr("Amount promised"), LineEdit(placeholder="1,234.50")),
        "by": Field(tr("By which day"), DateEdit(today, placeholder=tr("14/7/26 or +2w"))),
    }


def _plan(terms: FinanceTerms, today: Callable[[], date]) -> Fields:
    plan = terms.debt.plan
    return {
        "amount": Field(tr("Each instalment"), LineEdit(placeholder="1,234.50")),
        "first_on": Field(tr("First day"), DateEdit(today, placeholder=tr("14/7/26 or +2w"))),
        "every": Field(tr("How often"), Choice(list(plan.intervals.items()))),
        "band": Field(
            tr("What the person can afford"), Choice(list(plan.bands.items())), hint=NO_BANK
        ),
    }


def _undertaking(_terms: FinanceTerms, _today: Callable[[], date]) -> Fields:
    return {
        "name": Field(tr("Who signed"), LineEdit()),
        "relation": Field(tr("Who they are to the patient"), LineEdit()),
    }


def _died(_terms: FinanceTerms, today: Callable[[], date]) -> Fields:
    return {"died_on": Field(tr("Day of death"), DateEdit(today, past=True, placeholder="14/7/26"))}


def _write_off(terms: FinanceTerms, _today: Callable[[], date]) -> Fields:
    reasons = list(terms.write_off.reasons.items())
    return {
        "reason_code": Field(tr("Why it cannot be collected"), Choice(reasons)),
        "evidence": Field(tr("What shows it"), Notes(lines=3)),
    }


def _hold(terms: FinanceTerms, _today: Callable[[], date]) -> Fields:
    holds = [(one.kind.value, one.label) for one in terms.debt.holds.values() if one.by_hand]
    return {
        "kind": Field(tr("Which hold"), Choice(holds)),
        "reason": Field(tr("Why"), Notes(lines=3)),
    }


def _because(label: str) -> Callable[[FinanceTerms, Callable[[], date]], Fields]:
    return lambda _terms, _today: {"reason": Field(label, Notes(lines=3))}


_FIELDS: Mapping[str, Callable[[FinanceTerms, Callable[[], date]], Fields]] = {
    "promise": _promise,
    "plan": _plan,
    "undertaking": _undertaking,
    "died": _died,
    "write_off": _write_off,
    "decline": lambda _terms, _today: {"note": Field(tr("Why not"), Notes(lines=3))},
    "credit": _because(tr("Why the charge is not due")),
    "refund": _because(tr("Why it goes back")),
    "end_plan": _because(tr("Why it ends")),
    "hold": _hold,
    "lift": _because(tr("Why it ends")),
    "follow_up": _because(tr("What was done")),
}


def _text(field: QWidget) -> str:
    if isinstance(field, Choice):
        return str(field.value() or "")
    assert isinstance(field, LineEdit | Notes)
    return field.text()


def _empty(field: QWidget) -> None:
    if isinstance(field, Choice):
        field.set_value(None)
    elif isinstance(field, Notes):
        field.setPlainText("")
    elif isinstance(field, LineEdit):
        field.clear()
