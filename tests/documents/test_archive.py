"""Every letter is PDF/A-2b, as pikepdf judges, and told part by part to a screen reader."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from io import BytesIO

import pikepdf
import pytest
from pikepdf import pdfa
from PIL import Image

from app.core.trust import Mode
from tests.documents.letters import one_of_each
from tests.documents.made_up import (
    billed,
    estimate_bytes,
    every_letter,
    invoice,
    invoice_bytes,
    letter,
    patient,
    payer,
    receipt_bytes,
)
from tests.documents.tagged import Part, tree, untold
from tests.documents.test_forms import clinicians_form, patients_form
from tests.documents.test_script import NAMES

MORE_NAMES = {
    "arabic": "محمد علي",
    "hebrew": "דוד כהן",
    "hindi": "प्रियंका श्रीवास्तव",
    "chinese": "王小明",
    "yoruba": "Ọláìyá Adébáyọ\u0300",
    "vietnamese": "Nguyễn Thị Ánh",
    "polish": "Żółć Wiśniewski",
    "greek": "Παππάς",
}


def logo(mode: str) -> bytes:
    """A picture in colours of this kind."""
    kept = BytesIO()
    Image.new(mode, (80, 40), 128 if mode == "L" else (200, 0, 0, 100)[: len(mode)]).save(
        kept, "JPEG" if mode == "CMYK" else "PNG"
    )
    return kept.getvalue()


@cache
def papers() -> dict[str, bytes]:
    """Every letter and form, live and of the demo, normal and large."""
    return {
        **{f"live, {name}": pdf for name, pdf in every_letter(Mode.LIVE).items()},
        **{f"demo, {name}": pdf for name, pdf in every_letter(Mode.DEMO).items()},
        **one_of_each(),
        **{
            f"demo, large, {name}": pdf
            for name, pdf in one_of_each(Mode.DEMO, large_print=True).items()
        },
        "patient's form": patients_form(),
        "patient's form, large, demo": patients_form(large_print=True, mode=Mode.DEMO),
        "clinician's form": clinicians_form(maternity=True),
        "clinician's form, large": clinicians_form(large_print=True),
    }


def _refusals(pdf: bytes) -> list[str]:
    report = pdfa.validate_written(BytesIO(pdf), "2b")
    assert report.passed == (not report.findings)
    return [str(finding) for finding in report.findings]


@pytest.mark.slow
def test_every_letter_and_form_is_fit_for_the_archive() -> None:
    for name, pdf in papers().items():
        assert _refusals(pdf) == [], name


@pytest.mark.parametrize("name", (NAMES | MORE_NAMES).values(), ids=(NAMES | MORE_NAMES).keys())
def test_a_name_in_any_script_is_fit_for_the_archive_and_told_as_written(name: str) -> None:
    pdf = invoice_bytes(invoice(to=payer(name, "Lee")))
    assert _refusals(pdf) == []
    assert f"Mrs {name} Lee" in tree(pdf).text
    assert untold(pdf) == []


@pytest.mark.parametrize("mode", ["RGB", "RGBA", "L", "CMYK"])
def test_a_logo_of_any_kind_is_fit_for_the_archive_and_has_words_of_its_own(mode: str) -> None:
    pdf = receipt_bytes(logo=logo(mode))
    assert _refusals(pdf) == []
    assert [figure.alt for figure in tree(pdf).of("Figure")] == [
        "Logo of Example Royal Hospitals NHS Trust"
    ]
    assert untold(pdf) == []
    assert b"ASCII85" not in pdf


def test_the_judge_itself_finds_fault() -> None:
    kept = BytesIO()
    with pikepdf.open(BytesIO(receipt_bytes())) as document:
        del document.Root.OutputIntents
        document.save(kept)
    assert _refusals(kept.getvalue())


def test_nothing_is_drawn_that_is_neither_told_nor_decoration() -> None:
    for name, pdf in papers().items():
        assert untold(pdf) == [], name


def test_the_tree_begins_with_the_letter_and_its_headings_are_in_order() -> None:
    for name, pdf in papers().items():
        told = tree(pdf)
        assert told.role == "Document", name
        headings = [part.role for part in told.every() if part.role in ("H1", "H2")]
        assert headings[0] == "H1", name
        assert headings.count("H1") == 1, name
        assert all(part.words for part in told.every() if part.role in ("H1", "H2", "P")), name


def test_every_cell_has_a_header_and_every_list_its_items() -> None:
    for name, pdf in papers().items():
        told = tree(pdf)
        for table in told.of("Table"):
            assert [row.role for row in table.kids] == ["TR"] * len(table.kids), name
            for row in table.kids:
                assert {cell.role for cell in row.kids} <= {"TH", "TD"}, name
                assert all(cell.scope for cell in row.of("TH")), name
            by_column = all(cell.scope == "Column" for cell in table.kids[0].kids)
            by_row = all(row.kids[0].scope == "Row" for row in table.kids)
            assert by_column or by_row, name
        for listed in told.of("L"):
            assert listed.kids, name
            for item in listed.kids:
                assert [part.role for part in item.kids] == ["Lbl", "LBody"], name
        assert all(figure.alt for figure in told.of("Figure")), name


def test_an_invoice_is_read_in_the_order_it_is_understood() -> None:
    told = tree(invoice_bytes())
    read = told.text
    places = [
        read.index(words)
        for words in (
            "Example Royal Hospitals NHS Trust",
            "Mrs Ada Okafor",
            "Invoice number R1H26OV000123",
            "To pay on receipt £12,495.86",
            "What this is for",
            "How to pay",
            "RF53 R1H2 6OV0 0012 3",
            "If you cannot pay this now",
        )
    ]
    assert places == sorted(places)
    assert "Page 1 of" not in read
    (square,) = told.of("Figure")
    assert square.alt == "A square with the payment reference, for a phone’s camera"


def test_rows_of_money_are_one_table_headed_by_their_words() -> None:
    first, *_, last = tree(invoice_bytes(invoice(billed(excess_days=2)))).of("Table")
    assert [[cell.words for cell in row.kids] for row in first.kids] == [
        ["NHS price for 2025/26", "£7,251.00"],
        ["2 days more, at £250.00 a day", "£500.00"],
        ["Times 1.148886 (market forces factor), times 150 per cent", "£13,357.52"],
    ]
    assert [cell.words for cell in last.kids[0].kids] == ["To pay", "£13,357.52"]


def test_h14_the_demo_is_told_first_and_once() -> None:
    for name, pdf in every_letter(Mode.DEMO).items():
        told = tree(pdf)
        assert told.kids[0].text == "DEMO: made-up people, not a real letter", name
        assert told.text.count("DEMO") == 1, name


def test_the_head_of_a_form_is_told_once_and_its_boxes_by_their_numbers() -> None:
    told = tree(patients_form())
    assert [part.words for part in told.of("H1")] == ["Questions before your visit"]
    for choices in _choices(told):
        assert [item.kids[0].words for item in choices.kids] == [
            str(number) for number in range(1, len(choices.kids) + 1)
        ]


def _choices(told: Part) -> Iterator[Part]:
    return (part for part in told.of("L") if part.kids[0].kids[0].words == "1")


def test_what_is_drawn_leads_back_to_its_part() -> None:
    for pdf in (invoice_bytes(invoice(to=payer("محمد علي", "Lee"))), patients_form()):
        with pikepdf.open(BytesIO(pdf)) as document:
            pages = document.Root.StructTreeRoot.ParentTree.Nums
            for number, page in enumerate(document.pages):
                assert int(pages[2 * number]) == int(page.obj.StructParents) == number
                for stretch, part in enumerate(pages[2 * number + 1]):
                    assert any(_is(kid, stretch, page, part) for kid in part.K)


def _is(kid: pikepdf.Object | int, stretch: int, page: pikepdf.Page, part: pikepdf.Object) -> bool:
    if isinstance(kid, pikepdf.Dictionary):
        return kid.get("/MCID") == stretch and kid.Pg.objgen == page.obj.objgen
    return kid == stretch and part.Pg.objgen == page.obj.objgen


def test_files_that_differ_are_known_by_different_numbers() -> None:
    numbers = set()
    for name in ("Ada", "Min"):
        with pikepdf.open(BytesIO(estimate_bytes(letter(patient=patient(name))))) as document:
            numbers.add(bytes(document.trailer.ID[0]))
    assert len(numbers) == 2


def test_every_stream_ends_on_a_line_of_its_own() -> None:
    for pdf in (invoice_bytes(), receipt_bytes(logo=logo("RGBA"))):
        ends = [place.start() for place in re.finditer(rb"endstream", pdf)]
        assert len(ends) >= 8
        assert all(pdf[end - 1 : end] == b"\n" for end in ends)


def test_the_catalogue_says_how_to_show_and_read_the_file() -> None:
    with pikepdf.open(BytesIO(invoice_bytes())) as document:
        root = document.Root
        assert bool(root.MarkInfo.Marked)
        assert str(root.Lang) == "en-GB"
        assert bool(root.ViewerPreferences.DisplayDocTitle)
        assert all(page.obj.Tabs == "/S" for page in document.pages)
        with document.open_metadata() as told:
            assert told["dc:title"] == "Invoice R1H26OV000123"
            assert told["pdfaid:part"] == "2"
            assert told["pdfaid:conformance"] == "B"
            assert told["xmp:CreateDate"] == "2026-04-15T00:00:00Z"
