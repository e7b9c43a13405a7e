"""Names in every script a desk meets."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import Known
from app.documents.flow import BODY, Flow
from app.documents.script import Run, clean, runs, width_of
from tests.documents.made_up import FONTS

_SHOWN = (
    st.characters(min_codepoint=0x20, max_codepoint=0x7E)
    | st.characters(min_codepoint=0xC0, max_codepoint=0x24F)
    | st.characters(min_codepoint=0x391, max_codepoint=0x3A9, exclude_characters="\u03a2")
    | st.characters(min_codepoint=0x410, max_codepoint=0x44F)
    | st.characters(min_codepoint=0x627, max_codepoint=0x64A)
    | st.characters(min_codepoint=0x5D0, max_codepoint=0x5EA)
    | st.characters(min_codepoint=0x905, max_codepoint=0x939)
    | st.characters(min_codepoint=0x4E00, max_codepoint=0x9F00)
    | st.characters(min_codepoint=0xE01, max_codepoint=0xE2E)
    | st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
    | st.sampled_from("\u0301\u0300\u0323\u093f\u094d\u0941  ()7")
)


NAMES = {
    "bengali": "শ্রীমতী ক্ষমা ঠাকুর",
    "punjabi": "ਗੁਰਪ੍ਰੀਤ ਸਿੰਘ",
    "gujarati": "નરેન્દ્ર પટેલ",
    "odia": "ଜଗନ୍ନାଥ ପଣ୍ଡା",
    "tamil": "சுப்பிரமணியன் கௌசல்யா",
    "telugu": "వెంకటేశ్వర్లు రెడ్డి",
    "kannada": "ಕೃಷ್ಣಪ್ಪ ಶ್ರೀನಿವಾಸ",
    "malayalam": "കൃഷ്ണൻകുട്ടി",
    "sinhala": "ශ්‍රී ක්‍රිෂාන්ති",
    "thai": "สมชาย ใจดี น้ำผึ้ง",
    "lao": "ບຸນມີ ສີສຸວັນ",
    "tibetan": "བསྟན་འཛིན་རྒྱ་མཚོ",
    "burmese": "အောင်ဆန်းစုကြည်",
    "khmer": "ហ៊ុន សែន ស្រីពៅ",
    "amharic": "ተስፋዬ ገብረሥላሴ",
    "georgian": "გიორგი მამარდაშვილი",
    "armenian": "Արամ Խաչատրյան",
    "hangul": "김민수 이영희",
}


def _faces(found: tuple[Run, ...]) -> list[str]:
    return [piece.face for run in found for piece in run.pieces]


def _drawn(found: tuple[Run, ...]) -> str:
    return "".join(piece.text for run in found for piece in run.pieces)


def test_a_plain_name_is_one_run_of_the_text_face() -> None:
    (run,) = runs("Ada Okafor", FONTS)
    assert [piece.text for piece in run.pieces] == ["Ada Okafor"]
    assert run.said is None


@pytest.mark.parametrize("name", ["Wiśniewski-Żółć", "Nguyễn Thị Ánh", "Ọláìyá", "Παππάς", "Їжак"])
def test_latin_greek_and_cyrillic_names_stay_in_the_text_face(name: str) -> None:
    for bold in (False, True):
        assert len(set(_faces(runs(name, FONTS, bold=bold)))) == 1
        assert _drawn(runs(name, FONTS, bold=bold)) == name


def test_a_yoruba_mark_is_set_over_its_dotted_letter() -> None:
    (run,) = runs("Adébáyọ\u0300", FONTS)
    assert run.said == "Adébáyọ\u0300"
    before, mark = run.pieces[0], run.pieces[-1]
    assert before.text == "Adébáyọ"
    assert mark.text == "\u0300"
    assert mark.x != pytest.approx(width_of("Adébáyọ", FONTS))  # moved back over the letter


def test_arabic_letters_join_and_run_leftwards() -> None:
    (run,) = runs("محمد", FONTS)
    assert _faces((run,)) == ["Recoup-NotoSansArabic-Regular"]
    # final dal, medial meem, medial hah, initial meem: the order of the eye
    assert _drawn((run,)) == "\ufeaa\ufee4\ufea4\ufee3"


def test_lam_with_alef_joins_but_no_name_becomes_a_picture() -> None:
    assert "\ufefc" in _drawn(runs("علاء", FONTS))
    assert "\ufdf2" not in _drawn(runs("عبد الله", FONTS))


def test_two_arabic_names_keep_their_order_when_read_leftwards() -> None:
    first, second = _drawn(runs("محمد", FONTS)), _drawn(runs("علي", FONTS))
    assert _drawn(runs("محمد علي", FONTS)) == f"{second} {first}"


def test_brackets_and_numbers_stand_right_in_a_leftward_line() -> None:
    assert _drawn(runs("שד 12 (7)", FONTS)) == "(7) 12 דש"


def test_a_bracketed_leftward_name_closes_its_bracket_in_a_rightward_line() -> None:
    assert _drawn(runs("Flat 3, שד (7)", FONTS)) == "Flat 3, (7) דש"


def test_a_leftward_name_between_latin_words_turns_round_alone() -> None:
    assert _drawn(runs("Mr שלום x", FONTS)) == "Mr " + "שלום"[::-1] + " x"


def test_persian_words_with_a_joiner_stay_one_span() -> None:
    (run,) = runs("بی\u200cبی", FONTS)
    assert "\u200c" not in _drawn((run,))


def test_hebrew_points_are_left_off() -> None:
    assert _drawn(runs("דָּוִד", FONTS)) == "דוד"


def test_devanagari_is_shaped_and_keeps_what_was_written() -> None:
    (run,) = runs("प्रियंका", FONTS)
    assert run.said == "प्रियंका"
    assert len(_drawn((run,))) < len("प्रियंका")  # letters came together
    assert set(_faces((run,))) == {"Recoup-NotoSansDevanagari-Regular"}


def test_chinese_goes_to_its_own_face_and_figures_stay() -> None:
    assert _faces(runs("路88号", FONTS)) == [
        "Recoup-DroidSansFallbackFull",
        "Recoup-LiberationSans-Regular",
        "Recoup-DroidSansFallbackFull",
    ]


def test_a_script_without_a_font_is_named_and_says_what_to_do() -> None:
    with pytest.raises(Known, match="Latin letters, a name as the passport shows") as refused:
        runs("ᏣᎳᎩ", FONTS)
    assert refused.value.code == "no_letters"
    assert "cherokee" in refused.value.message


@pytest.mark.parametrize("name", NAMES.values(), ids=NAMES.keys())
def test_a_name_is_drawn_whole_and_kept_as_written(name: str) -> None:
    found = runs(name, FONTS)
    assert all(place > 0 for place in (run.width for run in found))
    assert "".join(run.said or "".join(p.text for p in run.pieces) for run in found) == name
    faces = set(_faces(found)) - {"Recoup-LiberationSans-Regular"}
    assert len(faces) == 1


def test_letters_that_combine_are_set_by_their_own_rules() -> None:
    (thai,) = runs("น้ำ", FONTS)  # the tone mark goes above the vowel and both above the letter
    assert thai.width < width_of("น", FONTS) * 3
    (tamil,) = runs("கௌ", FONTS)  # one vowel, written on both sides of its letter
    assert len(_drawn((tamil,))) == 3
    (burmese,) = runs("ကြ", FONTS)  # the mark that follows is drawn round its letter
    assert burmese.said == "ကြ"


@pytest.mark.parametrize("picture", ["🙂", "👩‍👧", "🇳🇬", "👍🏽", "⛱️"])
def test_a_picture_no_face_has_is_left_out_and_holds_up_no_bill(picture: str) -> None:
    assert _drawn(runs(f"Ada {picture}Okafor", FONTS)) == "Ada Okafor"
    assert width_of(f"Ada {picture}Okafor", FONTS) == width_of("Ada Okafor", FONTS)
    assert _drawn(runs("© 20°", FONTS)) == "© 20°"


def test_a_letter_its_scripts_font_lacks_is_refused_too() -> None:
    with pytest.raises(Known) as refused:
        runs("प\u0301", FONTS)
    assert refused.value.code == "no_letters"


def test_signs_that_turn_text_around_are_dropped() -> None:
    assert clean("Ada\u202e Oka\ufefffor\u200e\ufe0f\n") == "Ada Okafor "


@given(st.text(_SHOWN, max_size=40), st.booleans())
@settings(deadline=None, max_examples=300)
def test_any_mix_of_scripts_is_drawn_or_refused_by_name(text: str, bold: bool) -> None:
    try:
        found = runs(text, FONTS, bold=bold)
    except Known:  # a mark on a letter whose font lacks it
        with pytest.raises(Known, match="Letters cannot show"):
            width_of(text, FONTS, bold=bold)
    else:
        assert sum(run.width for run in found) == pytest.approx(width_of(text, FONTS, bold=bold))


@given(st.text(st.sampled_from("abc Mw-é李明 "), max_size=120), st.integers(30, 300))
@settings(deadline=None)
def test_wrapping_loses_no_letter_and_no_line_is_too_wide(text: str, width: int) -> None:
    flow = Flow(FONTS, BODY, top=0)
    lines = list(flow.wrap(text, width, size=12))
    assert "".join(lines).replace(" ", "") == unicodedata.normalize("NFC", text).replace(" ", "")
    assert all(width_of(line, FONTS) * 12 / 1000 <= width + 0.001 for line in lines)


@pytest.mark.parametrize("name", [NAMES["thai"], NAMES["tamil"], NAMES["burmese"]])
def test_wrapping_never_parts_a_mark_from_its_letter(name: str) -> None:
    word = name.replace(" ", "") * 3
    for width in range(20, 120, 7):
        lines = list(Flow(FONTS, BODY, top=0).wrap(word, width, size=12))
        assert "".join(lines) == unicodedata.normalize("NFC", word)
        assert not any(unicodedata.category(line[0]).startswith("M") for line in lines)


def test_wrapping_keeps_the_words() -> None:
    flow = Flow(FONTS, BODY, top=0)
    assert list(flow.wrap("one two  three", 50, size=12)) == ["one two", "three"]
    assert list(flow.wrap("", 50, size=12)) == [""]
