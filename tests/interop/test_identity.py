"""Which payment a line is: the same in any file, and two where there were two."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from app.core.money import Money
from app.interop.remittance.identity import account_key, identities, likeness_of
from app.interop.remittance.line import Channel, PaymentLine

LINE = PaymentLine(
    on=date(2026, 3, 9),
    amount=Money(10_000),
    channel=Channel.BANK,
    text="Faster payment RF53 R1H26OV000123 A Okafor",
)


def marks(*lines: PaymentLine, kind: str = "bank_csv") -> list[str]:
    return [one.mark for one in identities(lines, kind)]


def test_equal_lines_are_as_many_payments_in_any_order() -> None:
    other = replace(LINE, text="Somebody else")
    assert len(set(marks(LINE, LINE, other))) == 3
    assert set(marks(LINE, LINE, other)) == set(marks(other, LINE, LINE))
    assert marks(LINE)[0] == marks(LINE, LINE)[0]


def test_the_words_around_a_reference_do_not_matter_and_other_words_do() -> None:
    assert likeness_of(LINE) == likeness_of(replace(LINE, text="rf53r1h26ov000123", payer="ADA"))
    bare = replace(LINE, text="Bill", payer="A Okafor")
    assert likeness_of(bare) == likeness_of(replace(bare, text="OKAFOR, A.", payer="bill"))
    assert likeness_of(bare) != likeness_of(replace(bare, payer="A Okafo"))


def test_another_day_sum_channel_or_account_is_another_payment() -> None:
    others = (
        replace(LINE, on=date(2026, 3, 10)),
        replace(LINE, amount=Money(10_001)),
        replace(LINE, channel=Channel.CARD),
        replace(LINE, own_account="12345678"),
    )
    assert len({marks(one)[0] for one in (LINE, *others)}) == 5


def test_the_banks_own_number_counts_where_every_line_has_one() -> None:
    one, two = replace(LINE, bank_id="X1"), replace(LINE, bank_id="X2")
    assert marks(one, two)[1] == marks(two)[0]
    assert marks(one) != marks(one, kind="camt053")  # who numbers is part of the number
    assert marks(one, LINE) == marks(LINE, LINE)


def test_a_card_terminals_number_comes_round_again_and_a_pay_id_never() -> None:
    later = date(2026, 4, 9)
    card = replace(LINE, channel=Channel.CARD, bank_id="T1/0042/A1")
    assert marks(card) != marks(replace(card, on=later))
    pay = replace(LINE, channel=Channel.GOVUK, bank_id="abc")
    assert marks(pay, kind="govuk_csv") == marks(replace(pay, on=later), kind="govuk_json")


def test_an_account_is_the_same_as_iban_and_in_digits() -> None:
    keys = {
        account_key(one) for one in ("GB29 NWBK 6016 1331 9268 19", "60-16-13 31926819", "31926819")
    }
    assert keys == {"31926819"}
    assert account_key("DE89 3704") == "DE893704"
