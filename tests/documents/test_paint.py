"""The file a letter becomes: the same bytes each time, everything inside, told what it is."""

from __future__ import annotations

import hashlib
import subprocess
import sys
from io import BytesIO

import pypdfium2
import pytest
from PIL import Image

from app.core.trust import Mode
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
from tests.documents.reading import fonts, named_fonts, picture, says, text, texts

_ALONE = """
import hashlib
from tests.documents.made_up import estimate_bytes, letter, patient
made = letter(patient=patient("प्रियंका", "Nguyễn"))
print(hashlib.sha256(estimate_bytes(made)).hexdigest())
"""


def test_the_same_letter_is_the_same_file() -> None:
    assert every_letter.__wrapped__() == every_letter(Mode.LIVE)


def test_what_was_drawn_before_leaves_no_trace_in_a_later_file() -> None:
    for name in ("त्रिपाठी", "ज्ञानेश्वर", "王小明", "محمد", "Wiśniewska", "Ánh"):
        estimate_bytes(letter(patient=patient(name)))
    here = estimate_bytes(letter(patient=patient("प्रियंका", "Nguyễn")))
    alone = subprocess.run(
        [sys.executable, "-c", _ALONE], capture_output=True, text=True, check=True
    ).stdout.strip()
    assert hashlib.sha256(here).hexdigest() == alone


def test_names_in_every_script_lie_in_the_file_with_their_fonts() -> None:
    names = ("محمد علي", "דוד", "प्रिया", "王小明", "Ọláìyá Adébáyọ\u0300", "Nguyễn")
    for name in names:
        pdf = invoice_bytes(invoice(to=payer(name, "Lee")))
        assert all(fonts(pdf).values())
        assert name.split(maxsplit=1)[0] in text(pdf)


def test_no_font_that_is_not_inside_is_even_named() -> None:
    for pdf in every_letter(Mode.DEMO).values():
        assert all("+" in name for name in named_fonts(pdf))  # a subset, hence inside
        assert not any("Helvetica" in name for name in named_fonts(pdf))


def test_ux_7_15_the_file_says_its_title_language_day_and_trust() -> None:
    pdf = invoice_bytes()
    assert says(pdf) == {
        "Title": "Invoice R1H26OV000123",
        "Author": "Example Royal Hospitals NHS Trust",
        "Creator": "Recoup",
        "Producer": "Recoup",
        "CreationDate": "D:20260415000000Z",
        "ModDate": "D:20260415000000Z",
    }
    assert b"/Lang (en-GB)" in pdf
    assert b"/DisplayDocTitle true" in pdf


def test_pages_are_a4_and_numbered() -> None:
    pdf = invoice_bytes()
    pages = texts(pdf)
    for number, page in enumerate(pages, 1):
        assert f"Invoice R1H26OV000123 · Page {number} of {len(pages)}" in page
    with pypdfium2.PdfDocument(pdf) as document:
        assert document[0].get_size() == pytest.approx((595.28, 841.89), abs=0.01)


def test_an_invoice_stays_small() -> None:
    ten = (billed(line_no=number, excess_days=number % 3) for number in range(1, 11))
    assert len(invoice_bytes(invoice(*ten))) <= 60_000


def test_a_box_marks_the_logos_place_until_a_logo_is_set() -> None:
    assert "Your trust’s logo" in text(receipt_bytes())
    kept = BytesIO()
    Image.new("RGB", (80, 40), (200, 0, 0)).save(kept, "PNG")
    pdf = receipt_bytes(logo=kept.getvalue())
    assert "Your trust’s logo" not in text(pdf)
    page = picture(pdf, scale=1)
    right = page.crop((380, 30, 560, 110)).getcolors(maxcolors=100_000) or []
    assert any(colour == (200, 0, 0) for _, colour in right)


def test_no_words_run_off_the_page() -> None:
    wide = invoice_bytes(invoice(to=payer("W" * 110, "M" * 110)), mode=Mode.DEMO, large_print=True)
    with pypdfium2.PdfDocument(wide) as document:
        for page in document:
            for thing in page.get_objects():
                left, _, right, _ = thing.get_bounds()
                assert left >= -0.5
                assert right <= 595.78


def test_starting_the_program_reads_no_drawing_library() -> None:
    code = (
        "import sys, app.documents.estimate_letter, app.documents.invoice_pdf\n"
        "import app.documents.credit_note_pdf, app.documents.receipt_pdf\n"
        "from app.library.fonts import load_fonts\n"
        "from app.library.templates import load_letter_words\n"
        "load_fonts(), load_letter_words()\n"
        "print({'reportlab', 'uharfbuzz', 'segno', 'bidi', 'arabic_reshaper'} & set(sys.modules))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "set()"
