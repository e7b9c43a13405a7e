"""How IT reads the records without the program: on one page, with the script's hash."""

from __future__ import annotations

from datetime import date
from hashlib import sha256

from app.core.trust import Mode
from app.documents.reading_back import ReadingBack, reading_back_pdf
from app.library.backup import read_back_script
from tests.desks import TRUST
from tests.documents.made_up import FONTS, WORDS
from tests.documents.reading import texts


def _page() -> str:
    wanted = ReadingBack(
        trust=TRUST,
        mode=Mode.LIVE,
        desk="Desk 3",
        device="D07",
        data="C:\\ProgramData\\Recoup\\data",
        backups="\\\\files\\backups",
        script="read_back.py",
        sha256=sha256(read_back_script()).hexdigest(),
        printed_on=date(2026, 11, 26),
    )
    (page,) = texts(reading_back_pdf(wanted, fonts=FONTS, words=WORDS))
    return " ".join(page.split())


def test_security_10_the_page_says_where_what_lies_and_every_step() -> None:
    page = _page()
    assert "C:\\ProgramData\\Recoup\\data" in page
    assert "\\\\files\\backups" in page
    assert "python read_back.py records FOLDER --out NEW" in page
    assert "Argon2id" in page


def test_security_10_the_page_bears_the_hash_of_the_script() -> None:
    digest = sha256(read_back_script()).hexdigest()
    page = _page()
    assert all(digest[at : at + 8] in page for at in range(0, 64, 8))
