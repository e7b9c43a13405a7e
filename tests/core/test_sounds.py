"""Names that are said alike meet; names that are not do not."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.names import fold
from app.core.sounds import sound_alike, sound_keys

WORDS = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz"), min_size=1, max_size=14)


@pytest.mark.parametrize(
    "names",
    [
        "Nguyen Nguyễn",
        "Mohammed Muhammad Mohamed محمد",
        "Kowalski Kovalsky Ковальский",
        "Ahmed Ahmad أحمد",
        "Yusuf Yousef يوسف",
        "Joseph Yusuf",
        "Michael Mikhail",
        "George Jorge",
        "Wiśniewski Vishnevsky",
        "Tchaikovsky Чайковский",
        "Kovačević Kovacevich",
        "Hussein Husain حسين",
        "Smith Schmidt",
        "Stephen Steven",
        "Catherine Katherine",
        "Wright Rite",
        "Knight Nite",
        "Xu Shu",
        "Omar Umar عمر",
        "Djamal Jamal",
        "Zhang Jang",
        "Zhenya Zhenia",
        "Psaras Saras",
        "Alexander Aleksandr",
        "Reyes Rees",
        "Cecilia Sesilia",
    ],
)
def test_names_said_alike_have_a_key_in_common(names: str) -> None:
    for one, other in pairwise(map(fold, names.split())):
        assert sound_alike(one, other), (sound_keys(one), sound_keys(other))


@pytest.mark.parametrize(
    ("one", "other"),
    [("smith", "jones"), ("brown", "green"), ("ali", "lee"), ("martin", "morris")],
)
def test_other_names_have_none(one: str, other: str) -> None:
    assert not sound_alike(one, other)


def test_what_holds_no_latin_letter_has_no_sound() -> None:
    assert sound_keys("李敏") == ()
    assert not sound_alike("李敏", "李明")


@given(WORDS)
def test_a_key_is_a_few_capitals(word: str) -> None:
    for key in sound_keys(word):
        assert key.isascii()
        assert key.isupper()
        assert len(key) <= 8
    assert sound_alike(word, word) == (len(word) > 1 and bool(sound_keys(word)))
