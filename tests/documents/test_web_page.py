"""Each document's page for a browser says what its PDF says, and no name can break out of it."""

from __future__ import annotations

import re
from contextlib import suppress
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.casework.letter_kinds import LetterKind
from app.core.errors import Known
from app.core.trust import Mode
from app.documents.number_card import InTheirLanguage
from app.documents.told import told
from app.documents.web_page import web_page
from tests.documents.letters import one_of_each
from tests.documents.made_up import WORDS, estimate_bytes, letter, patient, receipt_bytes
from tests.documents.tagged import Part, tree
from tests.documents.test_archive import MORE_NAMES, logo, papers
from tests.documents.test_chart import printed as board
from tests.documents.test_claim_sheet import drawn as claim_sheet
from tests.documents.test_number_card import LANGUAGES
from tests.documents.test_number_card import printed as number_card
from tests.documents.test_report_pdf import drawn as report
from tests.documents.test_script import NAMES
from tests.documents.web import Node, read

HOSTILE = (
    "</title><script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "<!-- ]]> --> &amp; &lt;b&gt;",
    "{style} %s \\(x\\) 100%",
)
_HARMLESS = {"lang", "dir", "charset", "name", "content", "http-equiv", "class", "value", "scope"}
# What a browser would act on or fetch: the page has none of it.
_ACTS = ("script", "img", "link", "iframe", "object", "form", "a", "svg", "base", "video")


@cache
def every() -> dict[str, bytes]:
    """Every letter and form, and one of each other kind of document."""
    arabic = LANGUAGES.language("ar")
    assert arabic is not None
    return {
        **papers(),
        "with a logo": receipt_bytes(logo=logo("RGB")),
        "number card": number_card("s1_residence_12m"),
        "number card, Arabic": number_card(
            "s1_document", theirs=InTheirLanguage(language=arabic, call="0113 496 0000")
        ),
        "report": report(mode=Mode.DEMO),
        "claim": claim_sheet(),
        "dashboard": board(),
    }


def page_of(pdf: bytes) -> Node:
    return read(web_page(told(pdf)))


def letters_in(words: str) -> str:
    """Words without the spaces between them: names that wrapped are still the same name."""
    return "".join(words.split())


def spoken(part: Part) -> str:
    """What a screen reader says of a PDF, less the dots and numbers before its items.

    Of a figure it says what the figure shows, and not the words drawn in it.
    """
    if part.role == "Figure":
        return part.alt
    counted = part.role == "L" and all(
        re.fullmatch(r"•|(X )?\d+", label.text) for label in part.of("Lbl")
    )
    said = [part.words]
    for kid in part.kids:
        if counted and kid.role == "LI":
            for one in kid.kids:
                is_label = one.role == "Lbl"
                said.append(re.sub(r"(•|\d+)$", "", one.text) if is_label else spoken(one))
        else:
            said.append(spoken(kid))
    return " ".join(filter(None, said))


def test_ux_7_15_every_document_has_a_twin_for_a_browser_with_the_same_words() -> None:
    for name, pdf in every().items():
        (main,) = page_of(pdf).every("main")
        assert letters_in(main.words) == letters_in(spoken(tree(pdf))), name


def test_its_title_and_language_are_those_of_the_pdf() -> None:
    for name, pdf in every().items():
        page = page_of(pdf)
        with pikepdf.open(BytesIO(pdf)) as file:
            (title,) = page.every("title")
            assert title.words == str(file.docinfo.Title), name
            (html,) = page.every("html")
            assert html.attributes["lang"] == str(file.Root.Lang), name
            assert html.attributes["dir"] == "ltr"


def test_headings_lists_and_tables_are_told_as_what_they_are() -> None:
    for name, pdf in every().items():
        whole, page = tree(pdf), page_of(pdf)
        for role, element in (("H1", "h1"), ("H2", "h2"), ("Table", "table"), ("TR", "tr")):
            assert len(whole.of(role)) == len(page.every(element)), f"{name}: {element}"
        scopes = {"Column": "col", "Row": "row"}
        assert [scopes[part.scope] for part in whole.of("TH")] == [
            cell.attributes["scope"] for cell in page.every("th")
        ], name
        assert len(whole.of("LI")) == len(page.every("li", "dt")), name
        for listed in page.every("ol"):
            numbers = [item.attributes["value"] for item in listed.every("li")]
            assert numbers == [str(number) for number in range(1, len(numbers) + 1)], name


def test_each_row_of_a_table_has_a_cell_for_every_column_even_an_empty_one() -> None:
    for name, pdf in every().items():
        for table in page_of(pdf).every("table"):
            wide = {len(row.every("th", "td")) for row in table.every("tr")}
            assert len(wide) == 1, name


def test_amounts_stand_under_each_other_at_the_right() -> None:
    marked = {
        cell.words.strip()
        for pdf in every().values()
        for cell in page_of(pdf).every("td")
        if cell.attributes.get("class") == "sum"
    }
    assert any(words.startswith("£") for words in marked)
    assert not any(re.search(r"[A-Za-z]", words) for words in marked)


def test_a_page_acts_on_nothing_and_fetches_nothing() -> None:
    for name, pdf in every().items():
        page = page_of(pdf)
        assert page.every(*_ACTS) == [], name
        found = {key for node in page.every() for key in node.attributes}
        assert found <= _HARMLESS, name
        (style,) = page.every("style")
        assert not re.search(r"url|import|@font-face", style.words), name


def test_a_demo_says_so_before_all_else() -> None:
    (main,) = page_of(papers()["demo, invoice"]).every("main")
    assert main.every("p")[0].words.strip() == WORDS.common.say("demo")
    (main,) = page_of(papers()["live, invoice"]).every("main")
    assert "DEMO" not in main.words


@pytest.mark.parametrize("name", [*NAMES.values(), *MORE_NAMES.values()])
def test_a_name_in_any_script_stands_there_as_it_was_written(name: str) -> None:
    (main,) = page_of(estimate_bytes(letter(patient=patient(name)))).every("main")
    assert letters_in(name) in letters_in(main.words)


def test_a_name_read_from_the_right_keeps_its_order_among_other_words() -> None:
    page = page_of(estimate_bytes(letter(patient=patient("محمد علي"))))
    assert "محمد علي" in [kid.words for kid in page.every("bdi")]


@pytest.mark.parametrize("name", HOSTILE)
def test_no_name_is_taken_for_part_of_the_page(name: str) -> None:
    page = page_of(estimate_bytes(letter(patient=patient(name))))
    assert page.every(*_ACTS) == []
    (main,) = page.every("main")
    assert letters_in(name) in letters_in(main.words)


@settings(max_examples=25, deadline=None)
@given(st.text(st.characters(min_codepoint=33, max_codepoint=382), min_size=1, max_size=60))
def test_whatever_a_name_holds_the_page_says_what_the_pdf_says(name: str) -> None:
    try:
        pdf = estimate_bytes(letter(patient=patient(name)))
    except Known:
        return  # a sign that no face has: no letter was made
    page = page_of(pdf)
    assert page.every(*_ACTS) == []
    (main,) = page.every("main")
    assert letters_in(main.words) == letters_in(spoken(tree(pdf)))


def test_a_file_that_asks_for_what_no_reader_knows_is_refused_in_the_same_sentence() -> None:
    ours = one_of_each()[LetterKind.STATEMENT.value]
    with pytest.raises(Known, match="Only letters that Recoup wrote"):
        told(ours.replace(b"/FlateDecode", b"/FlateDecoqe"))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_whatever_is_altered_in_a_file_it_is_told_or_refused(data: st.DataObject) -> None:
    altered = bytearray(one_of_each()[LetterKind.STATEMENT.value])
    for _ in range(data.draw(st.integers(1, 30))):
        place = data.draw(st.integers(0, len(altered) - 1))
        altered[place] = data.draw(st.integers(0, 255))
    with suppress(Known):
        web_page(told(bytes(altered)))


def test_a_file_that_is_no_document_of_ours_is_refused_in_a_sentence() -> None:
    ours = one_of_each()[LetterKind.STATEMENT.value]
    for given_ in (b"", b"%PDF-1.7", b"no pdf", ours[:-2000], ours[:500] + b"x" * 9000):
        with pytest.raises(Known, match="Only letters that Recoup wrote") as refused:
            told(given_)
        assert refused.value.code == "no_twin"
