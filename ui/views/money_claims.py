"""Money, claims: care that other states pay for, what each case lacks, what was reported."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.billing.claims.terms import Reporting
from app.pricing.request import LineRequest
from app.services.claim_packs import ClaimPack
from app.services.claiming import ClaimFile
from ui.bound import bound
from ui.cells import Cell
from ui.days import show
from ui.language import as_shown, tr
from ui.models.listing import Line
from ui.models.money_claims import ClaimsModel
from ui.models.pdf import PdfModel
from ui.views.money_claim_forms import PortalForm, TreatmentForm
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_list import ListPanel
from ui.widgets.button import Button
from ui.widgets.chip import Chip

NOTHING = tr(
    "No case to report. One comes here once an officer decides that a European card or an "
    "agreement covers it, or takes a card down."
)
PACK, SAVE_TITLE = tr("Save the &pack"), tr("Where to save the files of all claims that are ready")
SAVED = tr(
    "Saved in {folder}: upload the CSV files or key from the sheets, then mark each as reported."
)
TREATMENT, SHEET, MARK = tr("Enter the &treatment"), tr("See the &sheet"), tr("&Mark as reported")
NO_CARD, NO_CARD_SHORT = tr("Not taken down"), tr("None yet")
READY, REPORTED, AGAIN = tr("Ready to report"), tr("Reported"), tr("Changed since")
LACKING, ONE_LACKING = tr("{count} to put right"), tr("1 to put right")
ENTERED = tr("Kept. Full cost {cost}.")
MARKED = tr("{ref} is reported as {portal_id}.")
TITLE = tr("Claim sheet {ref}")
DRAWN = tr("{ref}, as it will be printed.")
LASTS = tr("still going on")
_SHORT = {
    Reporting.BILLED: tr("Charged, no claim"),
    Reporting.NONE: tr("Nothing to report"),
    Reporting.REGISTERED: tr("S1, registered once"),
    Reporting.UNDECIDED: tr("Waits for an officer"),
}
_COLUMNS = ((tr("Ref"), 76), (tr("Patient"), None), (tr("Document"), 104), (tr("State"), 156))


class ClaimsPanel(ListPanel[ClaimFile]):
    """The card is the officer's to take down; treatment, sheet and report are finance's."""

    def __init__(self, model: ClaimsModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label=tr("Claims"), columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        self.treatment = TreatmentForm(lambda: model.desk.today)
        self.portal = PortalForm()
        self.add_page(self.treatment)
        self.add_page(self.portal)
        self.treatment.went_on.connect(self._keep)
        self.portal.went_on.connect(self._mark)
        model.to_enter.connect(self._enter)
        model.entered.connect(self._was_entered)
        model.sheet_made.connect(self._show_sheet)
        model.reported.connect(self._was_reported)
        model.packed.connect(self._save_pack)
        model.saved.connect(bound(self, lambda folder: self.tell(SAVED.format(folder=folder))))

    def line_of(self, thing: ClaimFile) -> Line:
        """Reference, patient, document, state."""
        state = self._state(thing)
        icon = "circle-check" if thing.ready or state == REPORTED else "clock"
        document = thing.type_label or NO_CARD
        return Line(
            thing,
            (
                Cell(thing.claim.ref),
                Cell(thing.patient, strong=True),
                Cell(thing.type_short or NO_CARD_SHORT),
                Cell(state, icon=icon, icon_role="success" if thing.ready else "text2"),
            ),
            f"{thing.claim.ref}, {thing.patient}, {document}, {state}",
        )

    def key_of(self, thing: ClaimFile) -> str:
        """The case."""
        return thing.registration_id

    def show_thing(self, thing: ClaimFile | None) -> None:
        """What it is worth, what it lacks, and what can be done."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        tells = thing.reporting.goes_into_a_pack
        self.detail.put(
            name=thing.patient,
            what=f"{thing.claim.ref}, {thing.type_label or NO_CARD}",
            facts=self._facts(thing),
            note="\n".join(as_shown(one.sentence) for one in thing.findings) if tells else "",
            chip=self._chip(thing),
            buttons=self._buttons(thing),
        )

    def _facts(self, thing: ClaimFile) -> tuple[tuple[str, str], ...]:
        words, treatment = self.model.words(), thing.claim.treatment
        facts = [(tr("Reporting"), words[thing.reporting.value])]
        if treatment is not None:
            ended = show(treatment.ended) if treatment.ended else LASTS
            facts.append(
                (
                    tr("Treatment"),
                    tr("{started} to {ended}").format(started=show(treatment.started), ended=ended),
                )
            )
            facts += [(tr("Care"), line) for line in treatment.care]
        if thing.worth is not None:
            facts.append((words["state_value"], str(thing.worth.state_value)))
            facts.append((words["trust_income"], str(thing.worth.trust_income)))
        if thing.claim.portal_id:
            facts.append((tr("Reported as"), thing.claim.portal_id))
        return tuple(facts)

    def _state(self, thing: ClaimFile) -> str:
        """What stands in the list: the first thing there is to know."""
        if thing.changed_since:
            return AGAIN
        if thing.claim.portal_id:
            return REPORTED
        if not thing.reporting.goes_into_a_pack:
            return _SHORT[thing.reporting]
        if thing.ready:
            return READY
        lacks = sum(one.stops for one in thing.findings)
        return ONE_LACKING if lacks == 1 else LACKING.format(count=lacks)

    def _chip(self, thing: ClaimFile) -> Chip:
        kind = "done" if thing.ready or self._state(thing) == REPORTED else "neutral"
        return Chip(self._state(thing), kind)

    def _buttons(self, thing: ClaimFile) -> tuple[Button, ...]:
        if thing.claim.entitlement is None or thing.reporting is Reporting.BILLED:
            return ()
        mark = Button(MARK, kind="primary" if thing.ready else "secondary", icon="check")
        treat = Button(
            TREATMENT, kind="secondary" if thing.claim.treatment else "primary", icon="pencil"
        )
        sheet = Button(SHEET, icon="file-text")
        mark.setEnabled(thing.ready)
        sheet.setEnabled(thing.claim.treatment is not None)
        mark.clicked.connect(lambda: self._open_portal(thing))
        treat.clicked.connect(lambda: self.model.prepare_treatment(thing))
        sheet.clicked.connect(lambda: self.model.show_sheet(thing))
        if not thing.ready:
            return treat, sheet, mark
        pack = Button(PACK, icon="download")
        pack.clicked.connect(self.model.make_pack)
        return mark, pack, sheet, treat

    # Acts

    def _enter(self, claim: ClaimFile, estimated: tuple[LineRequest, ...]) -> None:
        self.open_page(self.treatment)
        self.treatment.ask(claim, estimated)

    def _keep(self) -> None:
        self.treatment.clear_errors()
        if self.treatment.claim is not None:
            self.model.keep_treatment(
                self.treatment.claim, self.treatment.typed(), self.treatment.estimated
            )

    def _was_entered(self, claim: ClaimFile) -> None:
        self.treatment.done()
        self.back()
        if claim.claim.treatment is not None:
            self.tell(ENTERED.format(cost=claim.claim.treatment.cost))

    def _show_sheet(self, claim: ClaimFile, pdf: bytes) -> None:
        self.pages.setCurrentWidget(self.letter)
        title = TITLE.format(ref=claim.claim.ref)
        self.letter.show_pdf(title, pdf, DRAWN.format(ref=claim.claim.ref))

    def _save_pack(self, made: ClaimPack) -> None:
        dialog = QFileDialog(self, SAVE_TITLE, str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda folder: self.model.save_to(made, folder))
        dialog.open()

    def _open_portal(self, claim: ClaimFile) -> None:
        self.open_page(self.portal)
        self.portal.ask(claim)

    def _mark(self) -> None:
        if self.portal.claim is not None:
            self.model.mark_reported(self.portal.claim, self.portal.portal_id.input.text())

    def _was_reported(self, claim: ClaimFile) -> None:
        self.portal.done()
        self.back()
        self.tell(MARKED.format(ref=claim.claim.ref, portal_id=claim.claim.portal_id))
