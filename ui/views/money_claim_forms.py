"""What finance types of a claim: the treatment, and the id that the portal gave it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.billing.claims.claim import Treatment
from app.core.errors import Known
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.services.claiming import ClaimFile
from ui.language import as_shown, told, tr
from ui.models.money_claims import TypedTreatment
from ui.views.money_forms import MoneyForm
from ui.widgets.announce import announce
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit
from ui.widgets.layout import Grid

TREATMENT_TITLE = tr("Enter the treatment")
STARTED, ENDED = tr("Start date"), tr("End date, once it has ended")
HRG, HRG_HINT = tr("HRG as coded, such as HN12F"), tr("Left empty: {care}.")
NOTHING_ESTIMATED = tr("Nothing was estimated for this case: enter what was coded.")
ADMISSION, NIGHTS = tr("How the patient was admitted"), tr("Nights")
REASON = tr("Reason, where it cost more than £10,000")
FULL_COST = tr("The full cost is worked out at 100 per cent of the price of its year.")
KEEP = tr("&Keep the treatment")
PORTAL_TITLE = tr("Mark as reported")
PORTAL_ID = tr("Treatment id, as the portal gives it")
PORTAL_WORDS = tr("{ref}, {patient}. Key or upload it on the portal first.")
MARK = tr("&Mark as reported")


class TreatmentForm(MoneyForm):
    """Dates, care, and why it cost more than usual."""

    def __init__(self, today: Callable[[], date]) -> None:
        super().__init__(TREATMENT_TITLE)
        self.claim: ClaimFile | None = None
        self.estimated: tuple[LineRequest, ...] = ()
        self.started = Field(STARTED, DateEdit(today, placeholder="14/7/26"))
        self.ended = Field(ENDED, DateEdit(today, placeholder="21/7/26"))
        self.hrg = Field(HRG, LineEdit(), hint=NOTHING_ESTIMATED)
        admissions = [(one.value, as_shown(one.words).capitalize()) for one in Admission]
        self.admission = Field(ADMISSION, Choice(admissions))
        self.nights = Field(NIGHTS, LineEdit(placeholder="0"))
        self.reason = Field(REASON, LineEdit())
        grid = Grid(gap=(16, 12))
        cells: tuple[QWidget, ...] = (self.started, self.ended, self.admission, self.nights)
        for place, field in enumerate(cells):
            grid.addWidget(field, place // 2, place % 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self._fields.addWidget(self.hrg)
        self._fields.addLayout(grid)
        self._fields.addWidget(self.reason)
        self.go_on.setText(KEEP)
        for line in self._lines():
            line.returnPressed.connect(self.went_on)

    def ask(self, claim: ClaimFile, estimated: tuple[LineRequest, ...]) -> None:
        """The form for a case, begun from what was kept before."""
        self.claim, self.estimated = claim, estimated
        kept = claim.claim.treatment
        self.words.setText(f"{claim.claim.ref}, {claim.patient}. {FULL_COST}")
        self.begin(claim.claim.ref, lambda: self._fill(kept))
        self.hrg.set_hint(
            HRG_HINT.format(care=_care(estimated)) if estimated else NOTHING_ESTIMATED
        )
        self.clear_errors()
        self.hrg.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _fill(self, kept: Treatment | None) -> None:
        self.started.input.set_value(kept.started if kept else None)
        self.ended.input.set_value(kept.ended if kept else None)
        self.reason.input.setText(kept.reason if kept else "")
        self.hrg.input.clear()
        self.nights.input.clear()
        self.admission.input.set_value(None)

    def typed(self) -> TypedTreatment:
        """What stands in the fields."""
        return TypedTreatment(
            started=self.started.input.text(),
            ended=self.ended.input.text(),
            hrg=self.hrg.input.text(),
            admission=str(self.admission.input.value() or ""),
            nights=self.nights.input.text(),
            reason=self.reason.input.text(),
        )

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        self._say("")
        for field in self._by_name().values():
            field.set_error("")

    def refuse(self, known: Known) -> None:
        """Beside the field at fault; the care's own refusals beside the HRG."""
        self.clear_errors()
        field = self._by_name().get(known.field or "")
        if field is None:
            super().refuse(known)
            return
        field.set_error(told(known))
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)

    def _by_name(self) -> dict[str, Field[LineEdit] | Field[DateEdit] | Field[Choice]]:
        return {
            "started": self.started,
            "ended": self.ended,
            "hrg": self.hrg,
            "lines": self.hrg,
            "admission": self.admission,
            "length_of_stay": self.nights,
            "reason": self.reason,
        }

    def _lines(self) -> tuple[LineEdit, ...]:
        return (
            *(self.started.input, self.ended.input, self.hrg.input),
            *(self.nights.input, self.reason.input),
        )


class PortalForm(MoneyForm):
    """One number, from the portal."""

    def __init__(self) -> None:
        super().__init__(PORTAL_TITLE)
        self.claim: ClaimFile | None = None
        self.portal_id = Field(PORTAL_ID, LineEdit())
        self._fields.addWidget(self.portal_id)
        self.go_on.setText(MARK)
        self.portal_id.input.returnPressed.connect(self.went_on)

    def ask(self, claim: ClaimFile) -> None:
        """The form for a case."""
        self.claim = claim
        self.words.setText(PORTAL_WORDS.format(ref=claim.claim.ref, patient=claim.patient))
        self.begin(claim.claim.ref, self.portal_id.input.clear)
        self.portal_id.set_error("")
        self._say("")
        self.portal_id.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, known: Known) -> None:
        """Beside the number."""
        self.portal_id.set_error(told(known))
        self.portal_id.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)


def _care(lines: tuple[LineRequest, ...]) -> str:
    """The care as last estimated, in a few words."""
    named = (
        f"{line.hrg or line.root or line.tfc}, {as_shown(line.admission.words)}" for line in lines
    )
    return tr("as last estimated, ") + "; ".join(named)
