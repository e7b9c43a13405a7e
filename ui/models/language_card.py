"""The language card: which languages there are, what may be shown in each, whom to call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal

from app.casework.language_card import Language
from app.casework.number_card import in_other_words
from app.core.people import search_key
from app.residency.questions import AnswerState, Question
from app.services import language_texts, needs
from app.services.desk import Desk
from ui.models.lane_model import LaneModel

LANGUAGE, CALLING = "language", "calling"
"""What the card's own texts are about (resources/languages.toml)."""


@dataclass(frozen=True, slots=True)
class Card:
    """All the card can show. `call` is the number of the trust's interpreters."""

    languages: tuple[Language, ...]
    english: Mapping[str, str]
    approved: Mapping[str, Mapping[str, str]]
    call: str
    rule: str

    def text(self, language: Language, about: str) -> str:
        """A text in a language, or nothing where nobody has approved one (hazard H11)."""
        return self.approved.get(language.code, {}).get(about, "")

    def question(
        self, language: Language, question: Question
    ) -> tuple[str, tuple[tuple[str | AnswerState, str], ...]] | None:
        """A question with its numbered answers, or None unless every word of it is approved."""
        return in_other_words(question, self.approved.get(language.code, {}))


def matching(languages: tuple[Language, ...], typed: str) -> tuple[Language, ...]:
    """Languages by their number on the card, or by how either name begins, then by what it holds.

    The number is the place in the whole list, from 1.
    """
    wanted = search_key(typed.strip())
    if not wanted:
        return languages
    if wanted.isdecimal():
        return tuple(one for place, one in enumerate(languages, 1) if str(place).startswith(wanted))
    ranked = [
        (min(found), one)
        for one in languages
        if (found := [place for place in _places(one, wanted) if place >= 0])
    ]
    return tuple(one for _, one in sorted(ranked, key=lambda pair: pair[0] > 0))


def _places(language: Language, wanted: str) -> tuple[int, int]:
    return search_key(language.name).find(wanted), search_key(language.own).find(wanted)


class LanguageModel(LaneModel):
    """Reads the card once it is first turned; records the language picked as the need it is."""

    loaded = Signal(object)  # Card
    recorded = Signal(object)  # Patient
    refused = Signal(object)  # Known

    def load(self) -> None:
        """Read languages and approved texts; what was approved a minute ago is shown."""
        self._lane.run(partial(_read, self._desk), self.loaded.emit, self.refused.emit)

    def record(self, patient_id: str, language: Language) -> None:
        """Keep the language as the interpreter the patient needs."""
        job = partial(needs.record_interpreter, self._desk, patient_id, language.name)
        self._lane.run(job, self._recorded, self.refused.emit)

    def _recorded(self, patient: object) -> None:
        self.recorded.emit(patient)
        self._changes.changed.emit()


def _read(desk: Desk) -> Card:
    card = language_texts.language_card(desk)
    return Card(
        languages=card.languages,
        english=card.texts,
        approved=language_texts.approved_texts(desk),
        call=desk.trust.interpreter_phone or desk.trust.phone,
        rule=desk.desk_terms.interpreter_rule,
    )
