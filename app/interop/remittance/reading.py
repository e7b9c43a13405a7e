"""One door for every payment file: what it is, is found out from what stands in it."""

from __future__ import annotations

from app.core.errors import BadInput
from app.core.wording import Phrase
from app.interop.remittance import bank_csv, card_csv, govuk_csv
from app.interop.remittance.camt053 import read_camt053
from app.interop.remittance.govuk_json import read_govuk_json
from app.interop.remittance.line import Statement
from app.interop.remittance.table import cut
from app.interop.remittance.terms import PaymentTerms

# GOV.UK Pay's export and a card settlement have dates and amounts too, so the bank comes last.
_TABLES = (
    (govuk_csv.find_table, govuk_csv.read_govuk_csv),
    (card_csv.find_table, card_csv.read_card_csv),
    (bank_csv.find_table, bank_csv.read_bank_csv),
)
_NOT_KNOWN = Phrase(
    "This is no payment file that Recoup reads. Bring a bank statement as CSV or camt.053, a "
    "card settlement as CSV, or an export of GOV.UK Pay. Where a bank has other headings, ask "
    "IT to add them to payments.toml."
)


def read_payments(raw: bytes, terms: PaymentTerms) -> Statement:
    """A payment file of any known format. Its name does not matter.

    Raises BadInput: `too_large` or `too_long`; `bad_file` for what is none of them or cannot be
    read; `bad_xml`, `bad_json`; `card_number` where any cell holds a whole one. Rows that cannot
    be read stand in `faults`.
    """
    if len(raw) > terms.most_bytes:
        most = terms.most_bytes // 1_000_000
        raise BadInput(
            "too_large",
            Phrase(
                "This file is larger than {most} MB. Bring it in shorter periods.",
                most=most,
            ),
            "file",
        )
    if not raw.strip():
        raise BadInput("bad_file", "This file is empty. Choose another.", "file")
    if raw.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        return read_camt053(raw.removeprefix(b"\xef\xbb\xbf").lstrip(), terms)
    text = _decoded(raw)
    if text.lstrip().startswith(("{", "[")):
        return read_govuk_json(text, terms)
    return _read_table(text, terms)


def _read_table(text: str, terms: PaymentTerms) -> Statement:
    cut_up = list(cut(text, most_rows=terms.most_rows))
    for find, read in _TABLES:
        for rows in cut_up:
            table = find(rows, terms)
            if table is not None:
                return read(table, terms)
    raise BadInput("bad_file", _NOT_KNOWN, "file")


def _decoded(raw: bytes) -> str:
    """Text by its mark, else UTF-8, else the Windows-1252 in which older banks write a pound."""
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff"))
    for encoding in ("utf-16",) if wide else ("utf-8-sig", "cp1252"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\x00" not in text:
            return text
    raise BadInput("bad_file", _NOT_KNOWN, "file")
