"""Texts of the language card in other languages, for an administrator; and what letters exist."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.casework.language_card import LanguageCard
from app.core.errors import Known
from app.services import language_texts
from app.services.desk import Desk
from app.services.language_texts import TextShown
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

ENTERED = tr("Entered. It is shown to patients once another administrator has approved it.")
APPROVED = tr("Approved: the language card shows it from now on.")
WITHDRAWN = tr("Withdrawn: the language card shows it no more.")
_DOCUMENTS = (
    tr("Estimate"),
    tr("Invoice"),
    tr("Credit note"),
    tr("Receipt"),
    tr("Pre-attendance form"),
    tr("Clinician’s form"),
)


@dataclass(frozen=True, slots=True)
class TextsShown:
    """The languages with their English texts, what was entered, and the letters there are."""

    card: LanguageCard
    texts: tuple[TextShown, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NewText:
    """A translation as typed."""

    language: str
    about: str
    words: str
    translator: str
    translated_on: date


class LanguageTextsModel(LaneModel):
    """`shown(TextsShown)` after opening and after each act, `told` what was done."""

    shown = Signal(object)
    told = Signal(str)
    refused = Signal(object)  # Known

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(desk, lane, parent=parent)

    def today(self) -> date:
        """The day at the hospital, for a date that is typed."""
        return self._desk.today

    def refresh(self) -> None:
        """Read what was entered."""
        self._lane.run(partial(_read, self._desk), self._tell, self._refuse)

    def enter(self, new: NewText) -> None:
        """Keep a translation, to be approved by another administrator."""
        job = partial(
            language_texts.enter_text,
            self._desk,
            language=new.language,
            about=new.about,
            words=new.words,
            translator=new.translator,
            translated_on=new.translated_on,
        )
        self._run_once(job, lambda _: self._done(ENTERED), self._refuse)

    def approve(self, text: TextShown) -> None:
        """Let it be shown to patients."""
        job = partial(language_texts.approve_text, self._desk, text.translation_id)
        self._run_once(job, lambda _: self._done(APPROVED), self._refuse)

    def withdraw(self, text: TextShown) -> None:
        """Show it no more."""
        job = partial(language_texts.withdraw_text, self._desk, text.translation_id)
        self._run_once(job, lambda _: self._done(WITHDRAWN), self._refuse)

    def _done(self, words: str) -> None:
        self.told.emit(words)
        self.refresh()

    def _tell(self, shown: TextsShown) -> None:
        self.shown.emit(shown)

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


def _read(desk: Desk) -> TextsShown:
    names = tuple(plan.name for plan in desk.press.words.letters.values())
    return TextsShown(
        language_texts.card_to_translate(desk), language_texts.texts(desk), (*_DOCUMENTS, *names)
    )
