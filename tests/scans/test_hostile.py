"""Files made to do harm, and any bytes at all: pages, or one sentence (safety section 3.8)."""

from __future__ import annotations

from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.core.errors import BadInput, Known
from app.scans.page import Scan
from app.scans.taking_in import take_in
from tests.scans.samples import TERMS, acting_pdf, jpeg, pdf, picture, png_claiming, raw_pdf, saved

SCRIPT = "<< /S /JavaScript /JS (app.alert\\('canaryword'\\)) >>"
LAUNCH = "<< /S /Launch /F (calc.exe) >>"
SVG = b"<?xml version='1.0'?><svg xmlns='http://www.w3.org/2000/svg'><script>1</script></svg>"
HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 100


def refusal(content: bytes) -> BadInput:
    with pytest.raises(BadInput) as refused:
        take_in(content, TERMS)
    known = refused.value
    assert known.field == "file"
    assert known.message.endswith(".")
    for word in ("please", "invalid", "error", "oops"):
        assert word not in known.message.casefold()
    return known


@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"", "empty_file"),
        (b"MZ\x90\0" + b"\0" * 200, "not_a_document"),  # a program, whatever its name
        (SVG, "not_a_document"),
        (b"GIF89a" + b"\0" * 50, "not_a_document"),
        (b"PK\x03\x04" + b"\0" * 50, "not_a_document"),
        (b"<html><script>1</script></html>", "not_a_document"),
        (HEIC, "heic_file"),
        (jpeg()[:-400], "broken_picture"),
        (b"\xff\xd8\xff" + b"\0" * 500, "broken_picture"),
        (png_claiming(100, 100)[:60], "broken_picture"),
        (png_claiming(60_000, 60_000), "too_many_pixels"),
        (png_claiming(8_001, 8_000), "too_many_pixels"),
        (b"BM" + b"\xff" * 60, "broken_picture"),
        (b"%PDF-1.7\nnothing", "broken_pdf"),
        (pdf(password="secret"), "locked_pdf"),
        (pdf(21), "too_many_pages"),
        (raw_pdf("<< /Type /Catalog /Pages 2 0 R >>", "<< /Type /Pages /Kids [] /Count 0 >>"),
         "broken_pdf"),
    ],
)  # fmt: skip
def test_security_8_what_is_no_readable_document_is_refused_in_one_sentence(
    content: bytes, code: str
) -> None:
    assert refusal(content).code == code


def test_security_8_ten_megabytes_are_taken_and_one_byte_more_is_not() -> None:
    good = jpeg()
    whole = good + b"\0" * (TERMS.most_bytes - len(good))
    assert len(take_in(whole, TERMS).pages) == 1
    assert refusal(whole + b"\0").code == "too_large"


def test_a_tiff_of_very_many_pages_is_refused() -> None:
    small = picture(8, 8)
    tiff = saved(small, "TIFF", save_all=True, append_images=[small] * TERMS.most_pages)
    assert refusal(tiff).code == "too_many_pages"


@pytest.mark.parametrize(
    "content",
    [
        acting_pdf(SCRIPT),
        acting_pdf(LAUNCH),
        acting_pdf("<< /S /URI /URI (http://example.org/canaryword) >>"),
        acting_pdf(
            "<< /S /GoToE /T << /R /C /N (x) >> >>",
            "<< /Type /Filespec /F (x.exe) /EF << /F 5 0 R >> >>",
            "<< /Type /EmbeddedFile /Length 4 >>\nstream\nMZMZ\nendstream",
        ),
    ],
    ids=["javascript", "launch", "link", "embedded"],
)
def test_security_8_a_pdf_that_would_act_becomes_pictures_that_cannot(content: bytes) -> None:
    (page,) = take_in(content, TERMS).pages
    assert page.content.startswith(b"\xff\xd8\xff")
    for word in (b"JavaScript", b"canaryword", b"calc.exe", b"MZMZ", b"/OpenAction"):
        assert word not in page.content


def test_security_8_a_file_that_is_two_things_at_once_is_one_afterwards() -> None:
    for second in (pdf(), SVG, b"PK\x03\x04canaryword", b"<script>canaryword</script>"):
        (page,) = take_in(jpeg() + second, TERMS).pages
        assert second[:20] not in page.content
        assert Image.open(BytesIO(page.content)).format == "JPEG"


def test_a_page_without_end_or_of_no_size_is_bounded() -> None:
    for box in ("0 0 14400 14400", "0 0 200000 3", "0 0 0.001 0.001", "0 0 0 0"):
        content = raw_pdf(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            f"<< /Type /Page /Parent 2 0 R /MediaBox [{box}] >>",
        )
        try:
            pages = take_in(content, TERMS).pages
        except Known:
            continue
        assert all(max(one.width, one.height) <= TERMS.longest_side for one in pages)


HEADS = [b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"II*\0", b"MM\0*", b"BM", b"%PDF-1.7\n",
         b"RIFF\x40\0\0\0WEBP", HEIC[:12]]  # fmt: skip
SEEDS = [jpeg(40, 30), saved(picture(40, 30), "PNG"), saved(picture(40, 30), "TIFF"),
         saved(picture(40, 30), "WEBP"), saved(picture(40, 30), "BMP"), pdf()]  # fmt: skip


def taken_in(content: bytes) -> Scan | Known:
    try:
        return take_in(content, TERMS)
    except Known as known:
        return known


def pages_or_one_sentence(content: bytes) -> None:
    found = taken_in(content)
    if isinstance(found, Known):
        assert found.message.endswith(".")
        assert "\n" not in found.message
        return
    for page in found.pages:
        made = Image.open(BytesIO(page.content))
        made.load()
        assert made.size == (page.width, page.height)
        assert max(made.size) <= TERMS.longest_side


@settings(max_examples=150, deadline=None)
@given(st.sampled_from(HEADS), st.binary(max_size=300))
def test_security_8_any_bytes_give_pages_or_one_sentence(head: bytes, rest: bytes) -> None:
    pages_or_one_sentence(head + rest)


@settings(max_examples=200, deadline=None)
@given(st.sampled_from(SEEDS), st.data())
def test_security_8_any_damage_to_a_file_gives_pages_or_one_sentence(
    seed: bytes, data: st.DataObject
) -> None:
    content = bytearray(seed)
    for place in data.draw(st.lists(st.integers(0, len(seed) - 1), max_size=8)):
        content[place] = data.draw(st.integers(0, 255))
    pages_or_one_sentence(bytes(content[: data.draw(st.integers(1, len(seed)))]))
