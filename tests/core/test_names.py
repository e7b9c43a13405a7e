"""Names are found however they are typed: marks, articles, order and alphabet aside."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.names import PARTICLES, fold, name_keys, variants, words_of
from app.core.scripts import PLAIN_LETTERS

TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=24)
NAMES = st.text(st.sampled_from("abcdelno'- ÉŁøß"), max_size=20)


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("nguyen", "Nguyễn"),
        ("LUKASZ", "Łukasz"),
        ("sorensen", "Sørensen"),
        ("obrien", "O’Brien"),
        ("al hassan", "Al-Hassan"),
        ("strasse", "Straße"),
        ("ivanov", "Иванов"),
        ("georgios", "Γεώργιος"),
        ("mhmd", "محمد"),
        ("smith jones", "  Smith--Jones "),
    ],
)
def test_what_is_typed_and_what_is_kept_fold_to_the_same(typed: str, kept: str) -> None:
    assert fold(typed) == fold(kept) == typed.lower()


@pytest.mark.parametrize("name", ["李敏", "अनुष्का", "สมชาย", "ගිහාන්"])
def test_a_script_without_a_table_is_found_as_written(name: str) -> None:
    assert fold(name) == fold(unicodedata.normalize("NFD", name)) != ""


@given(TEXT)
def test_folding_twice_is_folding_once(text: str) -> None:
    once = fold(text)
    assert fold(once) == once == " ".join(once.split())
    assert fold(text.upper()) == fold(text.upper().lower())


def test_a_joiner_nobody_sees_parts_no_name() -> None:
    assert fold("An\u200dna") == "anna"


def test_no_letter_of_a_table_is_out_of_reach() -> None:
    for number, plain in PLAIN_LETTERS.items():
        letter = unicodedata.normalize("NFKD", chr(number)).casefold()
        assert (letter, str(plain).isascii()) == (chr(number), True)


@pytest.mark.parametrize(
    ("folded", "words"),
    [
        ("al hassan", ("hassan",)),
        ("van der berg", ("berg",)),
        ("o brien", ("obrien",)),
        ("de la", ("de", "la")),
        ("garcia marquez", ("garcia", "marquez")),
        ("ali ali", ("ali",)),
        ("", ()),
    ],
)
def test_particles_tell_nobody_apart_where_there_is_more(
    folded: str, words: tuple[str, ...]
) -> None:
    assert words_of(folded) == words


def test_a_word_stands_for_itself_with_and_without_its_article() -> None:
    assert {"hassan", "alhassan", "elhassan"} <= set(variants("hassan"))
    assert {"hassan", "alhassan", "elhassan"} <= set(variants("alhassan"))
    assert variants("li") == ("li",)


@given(NAMES, NAMES)
def test_every_word_of_a_name_is_a_way_to_it(family: str, first: str) -> None:
    keys = name_keys(family, first)
    ways = dict(keys.ways)
    assert (keys.family, keys.given) == (fold(family), fold(first))
    for word in (*words_of(keys.family), *words_of(keys.given)):
        assert word in ways
    assert all(word and word == fold(word) for word, _ in keys.ways)
    assert {rest for _, rest in keys.ways} <= {keys.family, keys.given}


def test_a_name_of_two_words_is_found_joined() -> None:
    keys = name_keys("Al-Hassan", "Omar bin Khalid")
    assert keys.ways == (
        ("hassan", "omar bin khalid"),
        ("alhassan", "omar bin khalid"),
        ("omar", "al hassan"),
        ("khalid", "al hassan"),
    )
    assert "bin" in PARTICLES
