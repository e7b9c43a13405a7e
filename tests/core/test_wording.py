"""A phrase is its English text and can be said in another language."""

from __future__ import annotations

import json
import pickle

import pytest

from app.core.wording import (
    Phrase,
    both,
    can_stand_for,
    either,
    in_words_of,
    listed,
    refilled,
    term,
    within,
)

_GERMAN = {
    "{count} records are left.": "Noch {count} Sätze.",
    "{what} Try again.": "Noch einmal: {what}",
    "Sign in first.": "Zuerst anmelden.",
}


def _tr(text: str) -> str:
    return _GERMAN.get(text, text)


def test_a_phrase_is_the_english_text_it_says() -> None:
    phrase = Phrase("{count} records are left.", count=3)
    assert phrase == "3 records are left."
    assert json.dumps([phrase]) == '["3 records are left."]'
    with pytest.raises(KeyError):
        Phrase("{count} records are left.")


def test_a_phrase_is_put_together_anew_in_another_language() -> None:
    inner = Phrase("{count} records are left.", count=3)
    assert inner.in_words_of(_tr) == "Noch 3 Sätze."
    outer = Phrase("{what} Try again.", what=inner)
    assert outer == "3 records are left. Try again."
    assert in_words_of(outer, _tr) == "Noch einmal: Noch 3 Sätze."
    assert in_words_of("Sign in first.", _tr) == "Zuerst anmelden."
    assert in_words_of("Ward 7", _tr) == "Ward 7"


def test_what_a_phrase_holds_can_be_said_by_itself() -> None:
    inner = Phrase("{count} records are left.", count=3)
    outer = Phrase("{what} Try again.", what=inner)
    assert in_words_of(within(outer, "what"), _tr) == "Noch 3 Sätze."
    assert within(outer, "who") == outer
    assert within("Sign in first.", "what") == "Sign in first."


def test_what_is_filled_in_is_never_read_as_a_place() -> None:
    phrase = Phrase("{count} records are left.", count="{count} {0}")
    assert phrase == "{count} {0} records are left."
    assert phrase.in_words_of(_tr) == "Noch {count} {0} Sätze."


def test_a_phrase_crosses_to_another_process_whole() -> None:
    phrase = pickle.loads(pickle.dumps(Phrase("{count} records are left.", count=3)))
    assert phrase == "3 records are left."
    assert in_words_of(phrase, _tr) == "Noch 3 Sätze."


def test_a_list_is_set_apart_by_each_language() -> None:
    german = {
        **_GERMAN,
        "{first}, {last}": "{first}; {last}",
        "{first} or {last}": "{first} / {last}",
    }
    names = listed(["a", Phrase("Sign in first."), "c"])
    assert names == "a, Sign in first., c"
    assert in_words_of(names, lambda text: german.get(text, text)) == "a; Zuerst anmelden.; c"
    assert (listed(["a"]), listed([])) == ("a", "")
    assert both(["a", "b"]) == "a and b"
    ways = either(one for one in ("a", "b", "c"))
    assert ways == "a or b or c"
    assert in_words_of(ways, lambda text: german.get(text, text)) == "a / b / c"


def test_a_word_of_a_list_is_said_within_a_sentence() -> None:
    phrase = Phrase("{what} Try again.", what=term("Sign in first."))
    assert phrase.in_words_of(_tr) == "Noch einmal: Zuerst anmelden."


def test_a_place_is_filled_anew_where_there_is_one() -> None:
    phrase = refilled(Phrase("{count} records are left.", count=3), count=4)
    assert in_words_of(phrase, _tr) == "Noch 4 Sätze."
    assert refilled(phrase, name="5") == phrase
    assert refilled("Sign in first.", count=4) == "Sign in first."


@pytest.mark.parametrize(
    "translated",
    [
        "Sätze.",  # the number is left out
        "{zahl} Sätze.",
        "{} Sätze.",
        "{0} Sätze.",
        "{count} von {all} Sätzen.",
        "{count.__class__} Sätze.",
        "{count[0]} Sätze.",
        "{count!r} Sätze.",
        "{count:>900000000} Sätze.",
        "{count:{count}} Sätze.",
        "{count Sätze.",
        "{count}} Sätze.",
    ],
)
def test_a_translation_with_other_places_cannot_stand_for_its_text(translated: str) -> None:
    assert not can_stand_for(translated, "{count} records are left.")


def test_a_translation_may_turn_its_places_about_and_say_one_twice() -> None:
    assert can_stand_for("{b}: {a}, {b}", "{a} of {b}")
    assert can_stand_for("Das sind {{ und }}.", "closes each {{ with a }}")
    assert can_stand_for("Zuerst anmelden.", "Sign in first.")
    assert can_stand_for("{", "{")
    assert not can_stand_for("{who} anmelden.", "Sign in first.")
