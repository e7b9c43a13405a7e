"""Payment files as they really come: preambles, signs, batches, and what must never be kept."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.core.errors import BadInput
from app.core.money import Money
from app.interop.remittance.card_numbers import holds_card_number, last_four
from app.interop.remittance.cells import read_amount, read_day
from app.interop.remittance.line import Hold, PaymentLine, Statement
from app.interop.remittance.payment_file import open_payments
from app.interop.remittance.reading import read_payments
from app.library.payments import load_payment_terms
from tests.interop import written

TERMS = load_payment_terms()
CARDS = (
    "4111111111111111",
    "4111 1111 1111 1111",
    "4111-1111-1111-1111",
    "4111.1111.1111.1111",
    "4111\u00a01111\u00a01111\u00a01111",
    "4111\u20131111\u20131111\u20131111",
    "\uff14" + "\uff11" * 15,
    "5555555555554444",
    "378282246310005",
    "3782 822463 10005",
    "30569309025904",
    "6011000990139424",
    "2223003122003222",
    "4222222222222",
)


def read(text: str) -> Statement:
    return read_payments(text.encode(), TERMS)


def refused(raw: bytes | str) -> BadInput:
    with pytest.raises(BadInput) as why:
        read_payments(raw if isinstance(raw, bytes) else raw.encode(), TERMS)
    return why.value


def only(found: Statement) -> PaymentLine:
    (line,) = found.lines
    return line


@pytest.mark.parametrize(
    ("written_as", "pence"),
    [
        ("1,234.50", 123_450),
        ("£12", 1_200),
        ("+3.1", 310),
        ("-3.00", -300),
        ("£-3.00", -300),
        ("-£3.00", -300),
        ("(3.00)", -300),
        ("3.00-", -300),
        ("3.00 CR", 300),
        ("3.00DR", -300),
        ("\u22123.00", -300),
        ("GBP 3.00", 300),
        ("3.00\u00a0GBP", 300),
        ("", 0),
    ],
)
def test_amounts_are_read_as_banks_write_them(written_as: str, pence: int) -> None:
    assert read_amount(written_as) == Money(pence)


@pytest.mark.parametrize(
    "wrong", ["12,50", "1.234,50", "--3", "(-3.00)", "-3.00DR", "3.005", "x", "1e3", "٣"]
)
def test_an_amount_that_could_be_another_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput, match="not an amount"):
        read_amount(wrong)


@pytest.mark.parametrize(
    "written_as",
    [
        *("09/03/2026", "9/3/26", "2026-03-09", "09 Mar 2026", "9-March-2026", "09.03.2026"),
        *("2026-03-09T10:00:00.123Z", "09/03/2026 10:15", "2026-03-09 10:15:00+01:00"),
    ],
)
def test_days_are_read_as_banks_write_them(written_as: str) -> None:
    assert read_day(written_as).isoformat() == "2026-03-09"


@pytest.mark.parametrize(
    "wrong", ["today", "+3w", "March 2026", "31/02/2026", "03/31/2026", "1/1/1999"]
)
def test_a_day_that_is_none_is_refused(wrong: str) -> None:
    with pytest.raises(BadInput):
        read_day(wrong)


def test_headings_may_stand_under_the_name_of_the_account() -> None:
    raw = (
        '"Account Name:","Made-up ****1234"\n"Account Balance:","£2,000.00"\n\n'
        '"Date","Transaction type","Description","Paid out","Paid in","Balance"\n'
        '"09 Mar 2026","Bank credit","RF53R1H26OV000123","","£1,100.50","£2,000.00"\n'
    ).encode("cp1252")
    line = only(read_payments(raw, TERMS))
    assert (line.amount, line.row) == (Money(110_050), 5)
    assert open_payments(raw, TERMS).total == Money(110_050)


def test_the_sign_may_stand_in_a_column_of_its_own() -> None:
    text = "Date,Details,Amount,CR/DR\n09/03/2026,a,5.00,CR\n09/03/2026,b,5.00,DR\n"
    assert [line.amount.pence for line in read(text).lines] == [500, -500]
    found = read(text.replace("DR\n", "XX\n", 2).replace("CR/XX", "CR/DR"))
    assert [fault.row for fault in found.faults] == [3]


def test_several_columns_of_words_are_read_together() -> None:
    text = "Date,Narrative #1,Narrative #2,Type,Debit,Credit\n09/03/2026,one,two,CHQ,,5.00\n"
    assert (only(read(text)).text, only(read(text)).method) == ("one two", "CHEQUE")


def test_rows_that_cannot_be_read_are_told_by_their_line_and_rows_without_money_left_out() -> None:
    text = (
        'Date,Description,Paid in,Paid out\n09/03/2026,"two\nlines",1.00,\n'
        "09/03/2026,both,1.00,1.00\n,Balance brought forward,,\nx,bad day,1.00,\n"
    )
    found = read(text)
    assert [line.row for line in found.lines] == [2]
    assert [fault.row for fault in found.faults] == [4, 6]
    assert [one.row for one in found.left_out] == [5]
    assert found.faults[1].message.startswith("Line 6:")


def test_a_running_balance_that_does_not_follow_is_told_and_newest_first_is_well() -> None:
    head = "Date,Description,Amount,Balance\n"
    rows = ["09/03/2026,a,1.00,11.00\n", "09/03/2026,b,2.00,13.00\n", "10/03/2026,c,3.00,16.00\n"]
    assert read(head + "".join(rows)).warnings == ()
    assert read(head + "".join(rows[::-1])).warnings == ()
    (said,) = read(head + rows[0] + rows[2]).warnings
    assert "may be missing" in said


def test_a_sum_beyond_any_payment_is_told_by_its_line() -> None:
    text = "Date,Description,Amount\n09/03/2026,a,999999999999.99\n09/03/2026,b,-1000000000\n"
    found = read(text)
    assert [fault.row for fault in found.faults] == [2, 3]
    assert "more than any payment" in found.faults[0].message


def test_money_of_another_currency_is_held() -> None:
    line = only(read("Date,Description,Amount,Currency\n09/03/2026,a,5.00,EUR\n"))
    assert (line.hold, line.warnings) == (Hold.OTHER_CURRENCY, ("In EUR, not in pounds.",))


@pytest.mark.parametrize("number", CARDS)
def test_a_card_number_in_any_cell_refuses_the_file_and_is_not_said_back(number: str) -> None:
    files = (
        f"Date,Description,Amount\n09/03/2026,ok,1.00\n09/03/2026,Card {number} paid,5.00\n",
        f"Terminal ID,Auth code,Gross,Date,Card number\nT1,A1,5.00,09/03/2026,{number}\n",
        f"Terminal ID,Auth code,Gross,Date,Whatever\nT1,A1,5.00,09/03/2026,{number}\n",
        f'{{"results": [{{"payment_id": "a", "amount": 1, "x": [{{"y": "{number}"}}]}}]}}',
        written.document(f"<Ntry><AddtlNtryInf>{number}</AddtlNtryInf></Ntry>"),
    )
    for text in files:
        why = refused(text)
        assert why.code == "card_number"
        assert number not in why.message
        assert number[-4:] not in why.message


def test_what_is_no_card_number_is_left_alone() -> None:
    for other in ("4111111111111112", "1234567890123456", "60161331926819 4", "RF53R1H26OV000123"):
        assert not holds_card_number(other)
    assert not holds_card_number("41111111111111111111")
    assert not holds_card_number("X4111111111111111")
    assert [last_four(one) for one in ("4242", "**** 4242", "411111******4242", "x", "42")] == [
        *("4242", "4242", "4242"),
        *("", ""),
    ]


def test_a_banks_own_numbers_may_look_like_a_cards() -> None:
    text = f"Date,Description,Amount,Transaction ID\n09/03/2026,a,5.00,{CARDS[0]}\n"
    assert only(read(text)).bank_id == CARDS[0]


def test_a_card_refund_is_below_zero_and_a_net_that_does_not_follow_is_told() -> None:
    head = "Terminal ID,Transaction number,Auth code,Type,Gross,Fee,Net,Settlement date\n"
    found = read(
        head
        + "T1,0042,A1,Refund,5.00,,,09/03/2026\nT1,0043,A2,Sale,5.00,0.10,4.80,09/03/2026\n"
        + "T1,,,Sale,5.00,,,09/03/2026\nT1,0044,A3,Sale,,,,09/03/2026\n"
    )
    assert [line.amount.pence for line in found.lines] == [-500, 500]
    assert "Gross less fee" in found.lines[1].warnings[0]
    assert ([one.row for one in found.faults], [one.row for one in found.left_out]) == ([4], [5])
    foreign = read("Terminal ID,Auth code,Gross,Date,Currency\nT1,A1,5.00,09/03/2026,USD\n")
    assert only(foreign).hold is Hold.OTHER_CURRENCY


def test_only_what_succeeded_in_govuk_pay_was_received_and_a_surcharge_pays_no_debt() -> None:
    head = "Reference,Amount,State,GOV.UK Payment ID,Date Created,Corporate Card Surcharge\n"
    found = read(
        head
        + "a,5.00,Success,p1,09 Mar 2026,0.25\nb,5.00,Declined,p2,09 Mar 2026,\n"
        + "c,0.00,Success,p3,09 Mar 2026,\nd,-5.00,Refund success,r1,09 Mar 2026,\n"
        + "e,5.00,,p4,09 Mar 2026,\nf,x,Success,p5,09 Mar 2026,\n"
    )
    assert [line.amount.pence for line in found.lines] == [500, -500]
    assert "£0.25" in found.lines[0].warnings[0]
    assert [one.row for one in found.left_out] == [3, 4, 6]
    assert [one.row for one in found.faults] == [7]


def test_search_results_of_govuk_pay_hold_whole_pence() -> None:
    def item(amount: str, more: str = "") -> str:
        return (
            f'{{"payment_id": "a", "amount": {amount}, "state": {{"status": "success"}},'
            f'"created_date": "2026-03-08T23:00:00Z"{more}}}'
        )

    captured = ', "settlement_summary": {"captured_date": "2026-03-09"}'
    line = only(read(item("1234", captured)))
    assert (line.amount, line.on.isoformat()) == (Money(1_234), "2026-03-09")
    for wrong in ("12.5", '"12"', "true", "-5", "1" * 14):
        assert [fault.row for fault in read(f"[{item(wrong)}]").faults] == [1], wrong
    assert read(f"[{item('null')}]").left_out[0].why == "No amount here."
    assert read('[{"payment_id": "a", "amount": 5}, 7]').left_out[0].row == 1
    assert read("[7]").faults[0].row == 1
    for other in ("[" * 100_000, "{", '{"results": 5}', "[" + "9" * 5_000 + "]"):
        assert refused(other).code == "bad_json"


def entry(amount: str = "42.10", sign: str = "CRDT", inside: str = "", day: str = "") -> str:
    booked = day or "<BookgDt><DtTm>2026-03-09T10:00:00+00:00</DtTm></BookgDt>"
    return (
        f'<Ntry><Amt Ccy="GBP">{amount}</Amt><CdtDbtInd>{sign}</CdtDbtInd>{booked}{inside}</Ntry>'
    )


def statement_of(*entries: str) -> Statement:
    return read(written.document("".join(entries)))


def part(amount: str, words: str, sign: str = "") -> str:
    given = f'<Amt Ccy="GBP">{amount}</Amt>' if amount else ""
    return f"<TxDtls>{given}{sign}<RmtInf><Ustrd>{words}</Ustrd></RmtInf></TxDtls>"


def test_a_batch_is_its_parts_where_they_add_up_and_waits_whole_where_they_do_not() -> None:
    whole = "<AcctSvcrRef>B1</AcctSvcrRef><NtryDtls>{}</NtryDtls>"
    split = statement_of(entry(inside=whole.format(part("40.00", "one") + part("2.10", "two"))))
    assert [(line.amount.pence, line.text, line.bank_id) for line in split.lines] == [
        (4_000, "one", "B1/1"),
        (210, "two", "B1/2"),
    ]
    debit = "<CdtDbtInd>DBIT</CdtDbtInd>"
    mixed = statement_of(
        entry(inside=whole.format(part("43.00", "in") + part("0.90", "out", debit)))
    )
    assert [line.amount.pence for line in mixed.lines] == [4_300, -90]
    pounds = '<AmtDtls><TxAmt><Amt Ccy="GBP">2.10</Amt></TxAmt></AmtDtls>'
    nested = f'<TxDtls><Amt Ccy="EUR">9.00</Amt>{pounds}</TxDtls>'
    bare = "<NtryDtls>{}</NtryDtls>".format(part("40.00", "one") + nested)
    assert [line.bank_id for line in statement_of(entry(inside=bare)).lines] == ["", ""]
    zero = whole.format(part("42.10", "one") + part("0.00", "none"))
    assert len(statement_of(entry(inside=zero)).lines) == 1
    for parts in (
        part("40.00", "one") + part("", "two"),
        part("1.00", "one") + part("2.00", "two"),
    ):
        line = only(statement_of(entry(inside=whole.format(parts))))
        assert (line.hold, line.amount.pence) == (Hold.NOT_SPLIT, 4_210)


def test_a_reversal_is_signed_by_its_entry_and_pending_entries_come_again() -> None:
    mark = "<RvslInd>true</RvslInd>"
    back = only(statement_of(entry(sign="DBIT", inside=mark)))
    assert (back.amount.pence, back.hold) == (-4_210, None)
    assert only(statement_of(entry(inside=mark))).hold is Hold.REVERSED
    waits = statement_of(entry(inside="<Sts>PDNG</Sts>"), entry("0.00"))
    assert [one.row for one in waits.left_out] == [1, 2]


def test_entries_that_cannot_be_read_are_told_by_their_number() -> None:
    found = statement_of(
        entry("x"), entry(sign="?"), entry(), entry("-1.00"), entry(day="<ValDt/>"), entry("")
    )
    assert [fault.row for fault in found.faults] == [1, 2, 4, 5, 6]
    assert found.faults[0].message.startswith("Entry 1:")
    assert only(found).row == 3


def test_another_currency_in_a_statement_is_held_and_more_zeros_are_no_matter() -> None:
    euros = entry("42.10000").replace("GBP", "EUR")
    assert only(statement_of(euros)).hold is Hold.OTHER_CURRENCY
    assert only(statement_of(entry("42.10000"))).amount == Money(4_210)


@pytest.mark.parametrize("closing", ["43.00", "42.10", "x"])
def test_balances_that_do_not_follow_from_the_entries_are_told(closing: str) -> None:
    def balance(code: str, amount: str) -> str:
        return (
            f"<Bal><Tp><CdOrPrtry><Cd>{code}</Cd></CdOrPrtry></Tp>"
            f'<Amt Ccy="GBP">{amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd></Bal>'
        )

    found = statement_of(balance("PRCD", "0.00"), balance("CLBD", closing), entry())
    assert len(found.warnings) == (closing == "43.00")


def test_other_xml_is_named_and_hostile_xml_refused() -> None:
    other = written.document("").replace("camt.053", "camt.054")
    assert "a camt.054" in refused(other).message
    assert "another XML" in refused("<html></html>").message
    bomb = '<!DOCTYPE a [<!ENTITY b "b"><!ENTITY c "&b;&b;">]>'
    outside = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]>'
    for doctype in (bomb, outside, "<!DOCTYPE a>"):
        text = written.document(entry()).replace("?>\n", f"?>{doctype}", 1)
        assert "document type or entities" in refused(text).message
    assert "deeper" in refused("<a>" * 1_000).message
    assert refused("<a><b></a>").code == "bad_xml"
    assert "encoding" in refused('<?xml version="1.0" encoding="none-such"?><a/>').message


def test_what_is_too_large_too_long_or_no_payment_file_is_refused_in_a_sentence() -> None:
    small = replace(TERMS, most_bytes=100, most_rows=2)
    head = "Date,Description,Amount\n"
    row = "09/03/2026,a,1.00\n"
    with pytest.raises(BadInput, match="larger than"):
        read_payments(b"x" * 101, small)
    with pytest.raises(BadInput, match="more than 2 rows"):
        read_payments((head + row * 3).encode(), small)
    roomy = replace(small, most_bytes=10_000)
    with pytest.raises(BadInput, match="more than 2 entries"):
        read_payments(written.document(entry() * 3).encode(), roomy)
    with pytest.raises(BadInput, match="more than 2 payments"):
        read_payments(b"[1, 2, 3]", roomy)
    for other in (b"", b" \n", b"\x81\x8d\x90", b"PK\x03\x04\x00\x00", b"hello", b"a,b\n1,2\n"):
        assert refused(other).code == "bad_file"
    long = refused(f'{head}09/03/2026,"{CARDS[0]}{"x" * 6_000},1.00\n')
    assert (long.code, CARDS[0] in long.message) == ("bad_file", False)
    assert refused(f'{head}09/03/2026,"{"x" * 200_000},1.00\n').code == "bad_file"
