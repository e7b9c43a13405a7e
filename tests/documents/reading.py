"""What a reader of a PDF finds in it: words, fonts, pictures and what the file says of itself."""

from __future__ import annotations

import ctypes
import re

import pypdfium2
import pypdfium2.raw as pdfium
from PIL.Image import Image


def texts(pdf: bytes) -> list[str]:
    """The words of each page, line ends as spaces."""
    with pypdfium2.PdfDocument(pdf) as document:
        return [_plain(page.get_textpage().get_text_bounded()) for page in document]


def text(pdf: bytes) -> str:
    """The words of the whole letter."""
    return " ".join(texts(pdf))


def says(pdf: bytes) -> dict[str, str]:
    """Title, author and the like."""
    with pypdfium2.PdfDocument(pdf) as document:
        return {key: value for key, value in document.get_metadata_dict().items() if value}


def picture(pdf: bytes, *, page: int = 0, scale: float = 2.0) -> Image:
    """A page as it looks."""
    with pypdfium2.PdfDocument(pdf) as document:
        image: Image = document[page].render(scale=scale).to_pil()
        return image


def fonts(pdf: bytes) -> dict[str, bool]:
    """Each font used on any page, and whether it lies in the file."""
    found: dict[str, bool] = {}
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            for thing in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_TEXT]):
                font = pdfium.FPDFTextObj_GetFont(thing.raw)
                name = ctypes.create_string_buffer(256)
                pdfium.FPDFFont_GetBaseFontName(font, name, 256)
                found[name.value.decode()] = pdfium.FPDFFont_GetIsEmbedded(font) == 1
    return found


def named_fonts(pdf: bytes) -> set[str]:
    """Each font the file names anywhere, used or not."""
    return {name.decode() for name in re.findall(rb"/BaseFont\s*/([^\s/<>]+)", pdf)}


def _plain(found: str) -> str:
    return " ".join(found.replace("\ufffe", "-").split())
