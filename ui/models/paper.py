"""Paper forms in the window: printed for the case on screen, opened by their code, keyed back."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import Signal

from app.access.roles import Role
from app.casework.form_code import FormKind, read_code
from app.casework.forms import ItemKind
from app.casework.keying import is_blank
from app.casework.letter_kinds import LetterKind
from app.core.dates import parse_date
from app.core.errors import BadInput, Known
from app.services import form_drafts, keying, letters, number_card, open_forms, paper
from app.services.desk import Desk
from app.services.form_reading import Signature
from app.services.keying import Keyed
from app.services.open_forms import FormLine, OpenForm
from app.services.paper import PrintedForm
from app.services.reading_files import Scan
from ui.days import show
from ui.language import tr
from ui.models.lane_model import LaneModel

NO_SUCH_BOX = tr("No such number")
ON_RECORD = tr("On record: {answered}")
SIGNING = ("received_on", "signed_by", "signed_on", "relation")
"""The fields below the numbers."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FilledPaper:
    """What was keyed: text by number, and the words beside them."""

    answers: Mapping[str, str]
    received_on: str = ""
    signed_by: str = ""
    signed_on: str = ""
    relation: str = ""
    signed_form: Scan | str | None = None  # the copy of a clinician’s form; never part of a draft

    @property
    def typed(self) -> dict[str, str]:
        """Everything typed, by number and by the name of each other field."""
        others = {name: str(getattr(self, name)) for name in SIGNING}
        return {name: text for name, text in {**self.answers, **others}.items() if text.strip()}


class PaperModel(LaneModel):
    """Prints a form, opens one by its code, keys it back; one form at a time."""

    printed = Signal(object)  # PrintedForm
    leaflet = Signal(str, object)  # what it is, and its PDF; it names nobody
    opened = Signal(object)  # OpenForm
    keyed = Signal(object)  # Keyed
    refused = Signal(object)  # Known

    def today(self) -> date:
        """Today's date at the hospital."""
        return self._desk.today

    def transcribes(self) -> bool:
        """Whether a clinician’s form is copied here from paper, by whoever is no clinician."""
        return self._desk.user is not None and Role.CLINICIAN not in self._desk.user.roles

    def print_for(self, ref: str) -> None:
        """Print the questions before a visit for a case."""
        self._act(partial(paper.print_pre_attendance, self._desk, ref), self._printed)

    def print_blank(self) -> None:
        """Print the same form without a case."""
        self._act(partial(paper.print_blank, self._desk), self._printed)

    def print_leaflet(self, kind: LetterKind) -> None:
        """Make the leaflet, the poster or a quick card."""
        title = self._desk.press.words.letters[kind.value].name
        job = partial(letters.leaflet, self._desk, kind)
        self._act(job, lambda pdf: self.leaflet.emit(title, pdf))

    def print_card(
        self, title: str, question_id: str, *, interpreter: str, large_print: bool
    ) -> None:
        """Make the patient's number card of a question, for who needs that interpreter."""
        job = partial(
            number_card.print_card,
            self._desk,
            question_id,
            interpreter=interpreter,
            large_print=large_print,
        )
        self._act(job, lambda pdf: self.leaflet.emit(title, pdf))

    def print_clinician(self, ref: str) -> None:
        """Print the clinician's form of a case."""
        self._act(partial(paper.print_clinician, self._desk, ref), self._printed)

    def open(self, code: str, ref: str = "") -> None:
        """Open a form by its code; `ref` names the case of one printed blank."""
        self._act(partial(_open, self._desk, code, ref), self.opened.emit)

    def key(self, form: OpenForm, filled: FilledPaper) -> None:
        """Keep what was keyed; a second press while the first is kept does nothing."""
        self._act(partial(_key, self._desk, form, filled), self._keyed)

    def set_aside(self, form: OpenForm, filled: FilledPaper) -> None:
        """Keep what is typed so far, on disk, for whoever types; nothing is said of it."""
        self._lane.run(partial(_set_aside, self._desk, form, filled), _said, self._refuse)

    def _act(self, job: Callable[[], object], then: Callable[[object], None]) -> None:
        self._run_once(job, then, self._refuse)

    def _printed(self, printed: object) -> None:
        self.printed.emit(printed)
        self._changes.changed.emit()

    def _keyed(self, keyed: object) -> None:
        self.keyed.emit(keyed)
        self._changes.changed.emit()

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


def meaning(line: FormLine, typed: str, today: date) -> str:
    """What a number means as it is typed: the words beside the boxes, or the day understood."""
    if is_blank(typed):
        return ON_RECORD.format(answered=line.answered) if line.answered else ""
    if line.kind in (ItemKind.CHOICE, ItemKind.SEVERAL):
        return ", ".join(_box(line, one) for one in typed.replace(",", " ").split())
    if line.kind is ItemKind.DATE:
        try:
            return show(parse_date(typed, today))
        except BadInput:
            return ""
    return ""


def _box(line: FormLine, typed: str) -> str:
    place = int(typed) if typed.isascii() and typed.isdecimal() and len(typed) < 4 else 0
    return line.boxes[place - 1] if 1 <= place <= len(line.boxes) else NO_SUCH_BOX


def _open(desk: Desk, code: str, ref: str) -> OpenForm:
    if read_code(code).kind is FormKind.CLINICIAN:
        return open_forms.open_clinical_form(desk, code)
    return open_forms.open_form(desk, code, ref=ref)


def _key(desk: Desk, form: OpenForm, filled: FilledPaper) -> Keyed:
    signed = Signature(name=filled.signed_by, on=filled.signed_on, relation=filled.relation)
    if form.kind is FormKind.CLINICIAN:
        return keying.key_clinical_form(
            desk,
            form.code,
            filled.answers,
            signed=signed,
            received_on=filled.received_on,
            signed_form=filled.signed_form,
        )
    return keying.key_back(
        desk,
        form.code,
        filled.answers,
        received_on=filled.received_on,
        signed=signed,
        ref=form.ref,
    )


def _set_aside(desk: Desk, form: OpenForm, filled: FilledPaper) -> None:
    if form.kind is FormKind.CLINICIAN:
        form_drafts.keep_typed_clinical(desk, form.code, filled.typed)
    else:
        form_drafts.keep_typed(desk, form.code, filled.typed, ref=form.ref)


def _said(_: object) -> None:
    """A draft that was kept is no news."""


def by_hand_words(printed: PrintedForm) -> str:
    """What stands beside the preview of a form."""
    kept = tr("Kept with the case.") if printed.ref else tr("Printed without a case.")
    return (
        tr("{kept} Hand it over: nothing may be posted to this patient.").format(kept=kept)
        if printed.by_hand
        else kept
    )
