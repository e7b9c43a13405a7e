from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from app.core.aside import Stopped
from app.core.errors import BadInput
from app.scans.page import Page
from app.scans.taking_in import take_in
from tests.scans.samples import SECRET, TERMS, jpeg, pdf, picture, saved


def opened(page: Page) -> Image.Image:
    return Image.open(BytesIO(page.content))


def is_dark(made: Image.Image, x: float, y: float) -> bool:
    level = made.convert("L").getpixel((round(x * (made.width - 1)), round(y * (made.height - 1))))
    assert isinstance(level, int)
    return level < 100


@pytest.mark.parametrize("name", ["JPEG", "PNG", "TIFF", "WEBP", "BMP"])
@pytest.mark.parametrize("mode", ["RGB", "L"])
def test_a_picture_of_each_format_becomes_one_plain_page(name: str, mode: str) -> None:
    (page,) = take_in(saved(picture(mode=mode), name), TERMS).pages
    made = opened(page)
    assert (made.format, page.media_type, made.size) == ("JPEG", "image/jpeg", (600, 400))
    assert (page.width, page.height) == made.size
    assert is_dark(made, 0.5, 0.02)
    assert not is_dark(made, 0.5, 0.9)


@pytest.mark.parametrize(
    ("mode", "name"),
    [
        ("1", "TIFF"),
        ("P", "PNG"),
        ("RGBA", "PNG"),
        ("LA", "PNG"),
        ("CMYK", "TIFF"),
        ("I;16", "PNG"),
    ],
)
def test_pictures_of_every_depth_are_taken(mode: str, name: str) -> None:
    made = picture(mode="L" if mode == "I;16" else mode)
    if mode == "I;16":
        made = made.point(lambda level: level * 257, "I").convert("I;16")
    (page,) = take_in(saved(made, name), TERMS).pages
    assert is_dark(opened(page), 0.5, 0.02)
    assert not is_dark(opened(page), 0.5, 0.9)


def test_a_fax_stays_sharp() -> None:
    (page,) = take_in(saved(picture(mode="1"), "TIFF"), TERMS).pages
    assert page.media_type == "image/png"


def test_what_is_seen_through_lies_on_white() -> None:
    clear = Image.new("RGBA", (40, 40), (0, 0, 0, 0))
    (page,) = take_in(saved(clear, "PNG"), TERMS).pages
    assert not is_dark(opened(page), 0.5, 0.5)


def test_a_large_picture_is_kept_no_finer_than_a_page_needs() -> None:
    (page,) = take_in(jpeg(4000, 3000), TERMS).pages
    assert (page.width, page.height) == (TERMS.longest_side, TERMS.longest_side * 3 // 4)


@pytest.mark.parametrize(
    ("way", "dark_at"), [(1, (0.5, 0.02)), (3, (0.5, 0.98)), (6, (0.98, 0.5)), (8, (0.02, 0.5))]
)
def test_a_picture_taken_on_its_side_is_turned_upright(
    way: int, dark_at: tuple[float, float]
) -> None:
    exif = Image.Exif()
    exif[0x0112] = way
    (page,) = take_in(jpeg(exif=exif), TERMS).pages
    assert (page.width > page.height) is (way in (1, 3))
    assert is_dark(opened(page), *dark_at)


def test_security_8_place_camera_and_comment_of_a_photo_are_dropped() -> None:
    exif = Image.Exif()
    exif[0x010F] = SECRET.decode()
    exif.get_ifd(0x8825)[0x0002] = (51.0, 30.0, 26.0)
    original = jpeg(exif=exif, comment=SECRET, icc_profile=SECRET * 3)
    assert SECRET in original
    (page,) = take_in(original, TERMS).pages
    made = opened(page)
    assert SECRET not in page.content
    assert not dict(made.getexif())
    assert not {"comment", "icc_profile", "exif"} & set(made.info)


def test_words_hidden_in_a_png_are_dropped() -> None:
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Author", SECRET.decode())
    (page,) = take_in(saved(picture(mode="1"), "PNG", pnginfo=words), TERMS).pages
    assert SECRET not in page.content


def test_the_pages_of_a_tiff_and_of_a_pdf_come_in_order() -> None:
    more = [picture(100 + number, 50) for number in range(1, 4)]
    tiff = saved(picture(100, 50), "TIFF", save_all=True, append_images=more)
    assert [page.width for page in take_in(tiff, TERMS).pages] == [100, 101, 102, 103]
    assert len(take_in(pdf(3), TERMS).pages) == 3


def test_a_pdf_with_a_blank_line_before_it_is_read() -> None:
    assert len(take_in(b"\r\n" + pdf(2), TERMS).pages) == 2


def test_a_page_of_a4_is_drawn_to_the_longest_side() -> None:
    (page,) = take_in(pdf(), TERMS).pages
    assert max(page.width, page.height) == TERMS.longest_side
    assert page.media_type == "image/jpeg"


def test_progress_is_told_page_by_page_and_cancel_stops() -> None:
    told: list[tuple[int, int]] = []

    def going_on(done: int, total: int) -> bool:
        told.append((done, total))
        return done < 2

    with pytest.raises(Stopped):
        take_in(pdf(5), TERMS, going_on)
    assert told == [(0, 5), (1, 5), (2, 5)]


def test_cancel_before_the_first_page_stops_too() -> None:
    with pytest.raises(Stopped):
        take_in(pdf(1), TERMS, lambda _done, _of: False)


def test_what_cannot_be_drawn_small_enough_is_drawn_coarser_or_refused() -> None:
    noise = Image.effect_noise((900, 900), 200).convert("RGB")
    from dataclasses import replace

    fine = take_in(saved(noise, "PNG"), TERMS).pages[0].content
    tight = replace(TERMS, most_page_bytes=len(fine) // 2)
    assert len(take_in(saved(noise, "PNG"), tight).pages[0].content) < len(fine)
    with pytest.raises(BadInput) as refused:
        take_in(saved(noise, "PNG"), replace(TERMS, most_kept_bytes=1000))
    assert refused.value.code == "too_much_to_keep"
