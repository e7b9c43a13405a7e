"""What is written is read again, in every format; what is no such file is refused in a sentence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.core.money import Money
from app.interop.remittance.cells import tidy
from app.interop.remittance.line import Channel, PaymentLine
from app.interop.remittance.payment_file import open_payments
from app.interop.remittance.reading import read_payments
from app.library.payments import load_payment_terms
from tests.interop import written

TERMS = load_payment_terms()
WORDS = st.text("AbcxyzÀžß'&£,;\" 7", min_size=1, max_size=20).map(tidy).filter(bool)
PENCE = st.integers(1, 99_999_999) | st.integers(-99_999_999, -1)
DAYS = st.dates(date(2015, 4, 6), date(2035, 12, 31))
CODES = st.text("ABCXYZ019", min_size=3, max_size=8)
FOUR = st.text("0123456789", min_size=4, max_size=4)
Write = Callable[[Sequence[PaymentLine]], str]


def bank(*, payer_account: bool = False, numbered: bool = False) -> st.SearchStrategy[PaymentLine]:
    return st.builds(
        PaymentLine,
        on=DAYS,
        amount=st.builds(Money, PENCE),
        channel=st.just(Channel.BANK),
        text=WORDS,
        payer=WORDS,
        payer_account=CODES if payer_account else st.just(""),
        bank_id=CODES if numbered else st.just(""),
        method=st.just("BACS"),
    )


@st.composite
def cards(draw: st.DrawFn) -> PaymentLine:
    terminal, number, code = draw(CODES), draw(CODES), draw(CODES)
    whole = f"{terminal}/{number}/{code}"
    return PaymentLine(
        on=draw(DAYS),
        amount=Money(draw(PENCE)),
        channel=Channel.CARD,
        text=draw(WORDS),
        bank_id=whole,
        provider_refs=tuple(dict.fromkeys((whole, number, code))),
        method="CARD_TERMINAL",
        last_four=draw(FOUR),
        fee=Money(draw(st.integers(0, 500))),
    )


@st.composite
def govuk(draw: st.DrawFn) -> PaymentLine:
    named = "p" + draw(st.text("abcxyz019", min_size=5, max_size=25))
    return PaymentLine(
        on=draw(DAYS),
        amount=Money(draw(PENCE)),
        channel=Channel.GOVUK,
        text=draw(WORDS),
        payer=draw(WORDS),
        bank_id=named,
        provider_refs=(named,),
        method="GOVUK_PAY",
        last_four=draw(FOUR),
    )


FORMATS: list[tuple[str, st.SearchStrategy[PaymentLine], Write]] = [
    ("bank_csv", bank(), written.in_two_columns),
    ("bank_csv", bank(), written.with_a_sign),
    ("card_csv", cards(), written.settlement),
    ("govuk_csv", govuk(), written.govuk_export),
    ("govuk_json", govuk(), written.govuk_search),
    ("camt053", bank(payer_account=True, numbered=True), written.statement),
    ("camt053", bank(payer_account=True), lambda some: written.statement(some, version="08")),
]


@pytest.mark.parametrize(("kind", "payments", "write"), FORMATS)
@settings(max_examples=40)
@given(data=st.data())
def test_what_is_written_is_read_again(
    kind: str, payments: st.SearchStrategy[PaymentLine], write: Write, data: st.DataObject
) -> None:
    lines = data.draw(st.lists(payments, min_size=1, max_size=6))
    found = read_payments(write(lines).encode(), TERMS)
    assert (found.kind, found.faults, found.left_out, found.warnings) == (kind, (), (), ())
    assert [replace(line, row=0) for line in found.lines] == lines


@settings(max_examples=40)
@given(bank().map(lambda line: [line]), st.sampled_from(["utf-8-sig", "utf-16", "cp1252"]))
def test_a_statement_is_read_in_the_encodings_that_banks_use(
    lines: list[PaymentLine], encoding: str
) -> None:
    raw = written.in_two_columns(lines).encode(encoding, errors="ignore")
    plain = written.in_two_columns(lines).encode(encoding, errors="ignore").decode(encoding)
    assert read_payments(raw, TERMS).lines == read_payments(plain.encode(), TERMS).lines


@settings(max_examples=40)
@given(st.binary(max_size=400))
def test_any_bytes_are_read_or_refused_in_a_sentence(raw: bytes) -> None:
    _is_read_or_refused(raw)


SAMPLE = [
    PaymentLine(
        on=date(2026, 3, 9),
        amount=Money(12_345),
        channel=Channel.BANK,
        text="RF53R1H26OV000123",
        payer="A. Okafor",
        bank_id="T1/0042/A1B2C3",
        last_four="4242",
    )
]


@pytest.mark.parametrize("write", [write for _, _, write in FORMATS])
@settings(max_examples=40)
@given(data=st.data())
def test_a_file_with_any_bytes_in_its_midst_is_read_or_refused_in_a_sentence(
    write: Write, data: st.DataObject
) -> None:
    raw = bytearray(write(SAMPLE).encode())
    for _ in range(data.draw(st.integers(1, 4))):
        place = data.draw(st.integers(0, len(raw)))
        raw[place : place + data.draw(st.integers(0, 30))] = data.draw(st.binary(max_size=20))
    _is_read_or_refused(bytes(raw))


def _is_read_or_refused(raw: bytes) -> None:
    with suppress(BadInput):
        file = open_payments(raw, TERMS)
        assert len(file.identities) == len(file.statement.lines)
        assert all(fault.message.endswith(".") for fault in file.statement.faults)
