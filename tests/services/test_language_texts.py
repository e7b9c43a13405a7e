"""H11: a text in another language is shown only once two people have answered for it."""

from __future__ import annotations

import unicodedata
from datetime import timedelta
from typing import Any

import pytest

from app.casework.language_card import LanguageCard
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.library.languages import load_languages
from app.services import language_texts, signin
from app.services.desk import Desk
from app.store import audit
from tests.packs import PackKey, trust_signer
from tests.services.work import SECOND_ADMIN, seated

POLISH = "Pytamy wszystkich o to samo.\nPokaż numer odpowiedzi."


def enter(desk: Desk, **changes: Any) -> int:
    given: dict[str, Any] = {
        "language": "pl",
        "about": "everyone",
        "words": POLISH,
        "translator": "Ewa Nowak",
        "translated_on": desk.today,
    }
    return language_texts.enter_text(desk, **(given | changes))


@pytest.fixture
def two(desk: Desk) -> Desk:
    """A desk with two administrators; the clerk sits at it."""
    trust_signer(desk, PackKey())
    return desk


def approved(desk: Desk, **changes: Any) -> int:
    with seated(desk, "admin"):
        number = enter(desk, **changes)
    with seated(desk, SECOND_ADMIN):
        language_texts.approve_text(desk, number)
    return number


def test_h11_unapproved_text_cannot_be_displayed(two: Desk) -> None:
    assert language_texts.approved_texts(two) == {}
    with seated(two, "admin"):
        number = enter(two)
        with pytest.raises(NotAllowed, match="another administrator"):
            language_texts.approve_text(two, number)
    assert language_texts.approved_texts(two) == {}, "entered is not approved"
    with seated(two, SECOND_ADMIN):
        language_texts.approve_text(two, number)
    assert language_texts.approved_texts(two) == {"pl": {"everyone": POLISH}}
    with seated(two, "admin"):
        language_texts.withdraw_text(two, number)
    assert language_texts.approved_texts(two) == {}, "withdrawn is not shown"
    for act in (language_texts.withdraw_text, language_texts.approve_text):
        with seated(two, SECOND_ADMIN), pytest.raises(Known):
            act(two, number)


def test_h11_a_text_whose_english_was_changed_is_not_shown(two: Desk) -> None:
    approved(two)
    card = load_languages()
    changed = LanguageCard(card.languages, {**card.texts, "everyone": "Other words."})
    two.languages = lambda: changed
    assert language_texts.approved_texts(two) == {}
    with seated(two, "admin"):
        assert [one.state for one in language_texts.texts(two)] == ["outdated"]


def test_a_newer_text_takes_the_place_of_the_one_before(two: Desk) -> None:
    first = approved(two)
    approved(two, words="Nowy tekst.")
    assert language_texts.approved_texts(two)["pl"] == {"everyone": "Nowy tekst."}
    with seated(two, "admin"):
        states = {one.translation_id: one.state for one in language_texts.texts(two)}
    assert states[first] == "withdrawn"


def test_the_table_names_who_translated_entered_and_approved(two: Desk) -> None:
    approved(two)
    with seated(two, "admin"):
        (row,) = language_texts.texts(two)
    assert (row.translator, row.entered_by, row.ruled_by) == ("Ewa Nowak", "A. Admin", "B. Second")
    assert (row.state, row.ruled_on, row.own) == ("approved", two.today, True)
    acts = [one.happening.act for one in audit.latest(two.db, limit=20)]
    assert {"text_entered", "text_approved"} <= set(acts)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"language": "xx"}, "language"),
        ({"about": "money"}, "about"),
        ({"words": "  \n "}, "words"),
        ({"words": "a" * 601}, "words"),
        ({"words": "ab\u202ecd"}, "words"),
        ({"translator": "Ewa"}, "translator"),
        ({"translator": ""}, "translator"),
    ],
)
def test_a_text_without_its_parts_is_refused(
    desk: Desk, changes: dict[str, Any], field: str
) -> None:
    with seated(desk, "admin"):
        with pytest.raises(BadInput) as refused:
            enter(desk, **changes)
        assert refused.value.field == field
        assert language_texts.texts(desk) == ()


def test_a_translation_of_tomorrow_and_one_there_is_not_are_refused(desk: Desk) -> None:
    with seated(desk, "admin"):
        with pytest.raises(BadInput):
            enter(desk, translated_on=desk.today + timedelta(days=1))
        with pytest.raises(NotFound):
            language_texts.approve_text(desk, 99)


def test_languages_are_named_in_their_own_script_and_direction() -> None:
    card = load_languages()
    assert len(card.languages) >= 40
    assert len({one.code for one in card.languages}) == len(card.languages)
    for one in card.languages:
        ways = {unicodedata.bidirectional(letter) for letter in one.own}
        assert one.rtl == bool(ways & {"R", "AL"}), one.name
        assert one.name.isascii()
    arabic = card.language("ar")
    assert arabic is not None
    assert (arabic.name, arabic.rtl) == ("Arabic", True)
    assert card.language("xx") is None


def test_the_card_is_for_those_who_have_a_desk(desk: Desk) -> None:
    assert language_texts.language_card(desk).texts.keys() >= {"language", "everyone"}
    signin.act_as(desk, "finance")
    with pytest.raises(NotAllowed):
        language_texts.approved_texts(desk)
