"""Cases to report to the state: treatments entered, sheets shown, reports marked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal

from app.core.errors import BadInput
from app.core.wording import said
from app.pricing.request import LineRequest
from app.pricing.tariff import Admission
from app.services import claim_packs, claiming
from app.services.claim_packs import ClaimPack
from app.services.claiming import ClaimFile
from ui.language import tr
from ui.models.money import PanelModel
from ui.models.saving import save


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedTreatment:
    """A treatment as typed; where no HRG is typed it is the care as last estimated."""

    started: str
    ended: str
    hrg: str
    admission: str
    nights: str
    reason: str


class ClaimsModel(PanelModel):
    """Every case with a card, what each lacks, and what was reported."""

    to_enter = Signal(object, object)  # ClaimFile, (LineRequest, ...) as last estimated
    entered = Signal(object)  # ClaimFile
    sheet_made = Signal(object, bytes)  # ClaimFile, the PDF
    reported = Signal(object)  # ClaimFile
    packed = Signal(object)  # ClaimPack, to be saved into a folder
    saved = Signal(str)  # the folder

    def read(self) -> tuple[ClaimFile, ...]:
        """Every claim as it stands."""
        return claiming.claims(self._desk)

    def words(self) -> Mapping[str, str]:
        """The words of states and columns, from the terms of claims."""
        return said(self._desk.claims.words, tr)

    def prepare_treatment(self, claim: ClaimFile) -> None:
        """Read the care as last estimated; `to_enter` follows."""
        self._lane.run(
            partial(claiming.estimated_lines, self._desk, claim.registration_id),
            lambda lines: self.to_enter.emit(claim, lines),
            self.refuse,
        )

    def keep_treatment(
        self, claim: ClaimFile, typed: TypedTreatment, estimated: tuple[LineRequest, ...]
    ) -> None:
        """Keep a treatment as typed; `entered` or `refused` follows."""
        try:
            lines = (_line(typed),) if typed.hrg.strip() else estimated
        except BadInput as wrong:
            self.refuse(wrong)
            return
        self.once(
            lambda: claiming.keep_treatment(
                self._desk,
                claim.registration_id,
                started=typed.started,
                ended=typed.ended,
                lines=lines,
                reason=typed.reason,
            ),
            self.entered.emit,
        )

    def show_sheet(self, claim: ClaimFile) -> None:
        """Draw the sheet of a case; `sheet_made` follows."""
        self._lane.run(
            partial(claim_packs.sheet, self._desk, claim.registration_id),
            lambda pdf: self.sheet_made.emit(claim, pdf),
            self.refuse,
        )

    def make_pack(self) -> None:
        """Make the files of every claim that is ready; `packed` follows."""
        self.once(partial(claim_packs.pack, self._desk), self.packed.emit)

    def save_to(self, made: ClaimPack, folder: str) -> None:
        """Save the files of a pack into a folder; `saved` or `refused` follows."""

        def write() -> str:
            for name, content in made.files:
                save(Path(folder) / name, content)
            return folder

        self._lane.run(write, self.saved.emit, self.refuse)

    def mark_reported(self, claim: ClaimFile, portal_id: str) -> None:
        """Keep the portal's id; `reported` or `refused` follows."""
        self.once(
            partial(claiming.mark_reported, self._desk, claim.registration_id, portal_id),
            self.reported.emit,
        )


def _line(typed: TypedTreatment) -> LineRequest:
    """One service as typed; raises BadInput for what no service can be."""
    if not typed.admission:
        raise BadInput("no_admission", tr("Choose how the patient was admitted."), "admission")
    nights = typed.nights.strip() or "0"
    if not (nights.isascii() and nights.isdigit() and len(nights) <= 4):
        raise BadInput("bad_nights", tr("Enter the nights as a whole number."), "length_of_stay")
    return LineRequest(
        id="1",
        admission=Admission(typed.admission),
        hrg=typed.hrg.strip().upper(),
        length_of_stay=int(nights),
    )
