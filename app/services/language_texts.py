"""Texts of the language card in other languages: shown only once a person has approved them (H11).

The program translates nothing. An administrator enters what a named translator wrote, another one
approves it, and any may withdraw it. Where the English of a text is changed, what was translated
before no longer says the same, so it is not shown until it has been entered and approved anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from app.access.roles import Act
from app.casework.language_card import LanguageCard
from app.casework.number_card import texts_to_translate
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.people import clean_name, clean_words
from app.services.desk import Desk, service
from app.store import translations, users
from app.store.translations import APPROVED, WITHDRAWN, NewTranslation, StoredTranslation

EVERYONE = "everyone"  # what that text of resources/languages.toml is about
LONGEST = 600  # letters that a patient can be asked to read on a screen


@dataclass(frozen=True, slots=True, kw_only=True)
class TextShown:
    """One text as the table of the settings shows it; `state` is waiting, approved, withdrawn or
    outdated: its English was changed since."""

    translation_id: int
    language: str
    about: str
    english: str
    words: str
    translator: str
    translated_on: date
    entered_by: str
    state: str
    ruled_by: str
    ruled_on: date | None
    own: bool  # entered by whoever is looking


@service(Act.REGISTER)
def language_card(desk: Desk) -> LanguageCard:
    """The languages there are, each in its own script, and the English of the texts."""
    return _card(desk)


@service(Act.REGISTER)
def approved_texts(desk: Desk) -> Mapping[str, Mapping[str, str]]:
    """What may be shown to a patient: by code of the language, then by what the text is about.

    The only door to a text in another language, so that none is shown unapproved (H11).
    """
    found: dict[str, dict[str, str]] = {}
    texts = _card(desk).texts
    for stored in translations.everything(desk.db):
        if _state(texts, stored) == APPROVED:
            found.setdefault(stored.new.language, {})[stored.new.about] = stored.new.words
    return found


@service(Act.ADMINISTER)
def texts(desk: Desk) -> tuple[TextShown, ...]:
    """Every text entered, by language, with what became of it."""
    names = {one.user_id: one.display_name for one in users.everyone(desk.db)}
    english = _card(desk).texts
    return tuple(
        _shown(desk, stored, names, english) for stored in translations.everything(desk.db)
    )


@service(Act.ADMINISTER)
def card_to_translate(desk: Desk) -> LanguageCard:
    """Languages and English texts, for whoever enters a translation."""
    return _card(desk)


@service(Act.ADMINISTER)
def enter_text(
    desk: Desk, *, language: str, about: str, words: str, translator: str, translated_on: date
) -> int:
    """Keep what a translator wrote, to be approved by another administrator; returns its id.

    Raises BadInput for a language or text there is not, no words, no full name of the translator,
    or a day still to come.
    """
    card = _card(desk)
    if card.language(language) is None:
        raise BadInput("unknown_language", "Choose a language from the list.", "language")
    if about not in card.texts:
        raise BadInput("unknown_text", "Choose which text this translates.", "about")
    kept = clean_words(words, "words", longest=LONGEST)
    if not kept:
        raise BadInput("no_words", "Enter the translated text.", "words")
    name = clean_name(translator, "translator")
    if len(name.split()) < 2:
        raise BadInput("no_translator", "Give the translator’s first and last name.", "translator")
    if translated_on > desk.today:
        raise BadInput("bad_date", "The day of translation cannot lie ahead.", "translated_on")
    with desk.db.atomic():
        number = translations.add(
            desk.db,
            NewTranslation(
                language=language,
                about=about,
                english=card.texts[about],
                words=kept,
                translator=name,
                translated_on=translated_on,
                entered_by=desk.person.user_id,
                entered_at=desk.moment,
            ),
        )
        desk.audit("text_entered", str(number), {"language": language, "about": about})
    return number


@service(Act.ADMINISTER)
def approve_text(desk: Desk, translation_id: int) -> None:
    """Let a text be shown to patients; never one's own. Raises NotFound, NotAllowed, or Known
    `changed` where it does not wait any more."""
    stored = _stored(desk, translation_id)
    if stored.new.entered_by == desk.person.user_id:
        raise NotAllowed("You entered this text. Ask another administrator to approve it.")
    if _state(_card(desk).texts, stored) != "waiting":
        raise Known("changed", "This text does not wait for approval any more.", "text")
    with desk.db.atomic():
        for other in translations.everything(desk.db):  # one text of a kind is shown, not two
            same = (other.new.language, other.new.about) == (stored.new.language, stored.new.about)
            if same and other.ruling == APPROVED:
                _rule(desk, other, WITHDRAWN)
        _rule(desk, stored, APPROVED)


@service(Act.ADMINISTER)
def withdraw_text(desk: Desk, translation_id: int) -> None:
    """Show a text no more; raises NotFound, or Known `changed` where it was withdrawn before."""
    stored = _stored(desk, translation_id)
    if stored.ruling == WITHDRAWN:
        raise Known("changed", "This text was withdrawn before.", "text")
    with desk.db.atomic():
        _rule(desk, stored, WITHDRAWN)


def _rule(desk: Desk, stored: StoredTranslation, ruling: str) -> None:
    number = stored.translation_id
    translations.rule(desk.db, number, ruling, by=desk.person.user_id, at=desk.moment)
    detail = {"language": stored.new.language, "about": stored.new.about}
    desk.audit(f"text_{ruling}", str(number), detail)


def _stored(desk: Desk, translation_id: int) -> StoredTranslation:
    stored = translations.get(desk.db, translation_id)
    if stored is None:
        raise NotFound("There is no such text. Open the list again.", "text")
    return stored


def _card(desk: Desk) -> LanguageCard:
    """The card with the questions of the rule pack in use: a translated one is put as it stands."""
    card = desk.languages()
    return replace(card, texts={**card.texts, **texts_to_translate(desk.law.questions)})


def _state(english: Mapping[str, str], stored: StoredTranslation) -> str:
    if stored.ruling == WITHDRAWN:
        return WITHDRAWN
    if english.get(stored.new.about) != stored.new.english:
        return "outdated"
    return stored.ruling or "waiting"


def _shown(
    desk: Desk,
    stored: StoredTranslation,
    names: Mapping[str, str],
    english: Mapping[str, str],
) -> TextShown:
    new = stored.new
    return TextShown(
        translation_id=stored.translation_id,
        language=new.language,
        about=new.about,
        english=new.english,
        words=new.words,
        translator=new.translator,
        translated_on=new.translated_on,
        entered_by=names.get(new.entered_by, ""),
        state=_state(english, stored),
        ruled_by=names.get(stored.ruled_by, ""),
        ruled_on=date.fromisoformat(stored.ruled_at[:10]) if stored.ruled_at else None,
        own=new.entered_by == desk.person.user_id,
    )
