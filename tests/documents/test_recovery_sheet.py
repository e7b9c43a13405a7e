"""The sheet of the recovery key: one page, whole, and no patient on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pypdfium2 as pdfium

from app.documents.flow import RIGHT
from app.documents.recovery_sheet import (
    RecoverySheet,
    TrustKeySheet,
    recovery_sheet_pdf,
    trust_key_sheet_pdf,
)
from tests.desks import TRUST
from tests.documents.made_up import FONTS, WORDS
from tests.documents.reading import texts

KEY = "A1EB-4ZH5-NMBE-CCEM-0W39-D9G6-4N7V-RFH5"


def _sheet() -> bytes:
    wanted = RecoverySheet(
        key=KEY, trust=TRUST, desk="Desk 3", device="D07", printed_on=date(2026, 11, 26)
    )
    return recovery_sheet_pdf(wanted, FONTS, WORDS)


def test_every_group_of_the_key_stands_on_its_one_page() -> None:
    pages = texts(_sheet())
    assert len(pages) == 1
    for group in KEY.split("-"):
        assert group in pages[0]


def test_it_says_where_to_keep_it_and_how_it_is_used() -> None:
    page = " ".join(texts(_sheet())[0].split())
    assert "Desk 3 (D07)" in page
    assert "in a locked place away from the computer" in page
    assert "where it asks for the passphrase type this key" in page


def test_the_sheet_of_a_trusts_keys_has_the_key_and_the_fingerprint_on_one_page() -> None:
    wanted = TrustKeySheet(
        key=KEY, trust=TRUST, fingerprint="c016 0230 83cf 8a12", printed_on=date(2026, 11, 26)
    )
    pages = texts(trust_key_sheet_pdf(wanted, FONTS, WORDS))
    assert len(pages) == 1
    page = " ".join(pages[0].split())
    for words in (*KEY.split("-"), "c016 0230 83cf 8a12", TRUST.name, "apart from the key file"):
        assert words in page


def test_the_foot_of_a_trust_with_a_long_name_stays_between_the_margins() -> None:
    trust = replace(
        TRUST, name="Western Example and Northern Shires University Hospitals NHS Trust"
    )
    wanted = TrustKeySheet(key=KEY, trust=trust, fingerprint="c0", printed_on=date(2026, 11, 26))
    document = pdfium.PdfDocument(trust_key_sheet_pdf(wanted, FONTS, WORDS))
    words = document[0].get_textpage()
    seen = [place for place in range(words.count_chars()) if words.get_text_range(place, 1).strip()]
    ends = [words.get_charbox(place)[2] for place in seen]
    assert max(ends) <= RIGHT
