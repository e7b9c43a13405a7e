"""One ledger, two places to keep it: whatever holds of the file holds of the server.

The tests of `tests/spool` that need nothing but a share and a ledger run here again over both.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest

from app.billing.page import Wanted
from app.core.errors import Known
from app.core.money import Money
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import SeededIds
from app.spool.intake import Outcome
from app.spool.share import FolderShare
from tests.spool import test_intake, test_rows
from tests.spool.made import (
    Sender,
    clock,
    credit,
    customer,
    customer_on,
    document_on,
    invoice,
    post,
    put,
    receipt,
    receipt_on,
)
from tests.spool.test_intake import take

_OF_INTAKE = [
    test_intake.test_the_sample_batch_gets_the_sample_answer_byte_for_byte,
    test_intake.test_a_batch_is_loaded_and_acknowledged,
    test_intake.test_h10_taking_a_batch_twice_doubles_nothing,
    test_intake.test_an_answer_lost_on_the_way_is_written_again_from_the_ledger,
    test_intake.test_e106_a_gap_holds_later_batches_until_it_is_filled,
    test_intake.test_e101_a_batch_id_reused_with_other_content_is_rejected_and_the_chain_goes_on,
    test_intake.test_e107_a_number_used_twice_is_rejected,
    test_intake.test_e108_a_batch_far_along_another_modes_chain_is_not_held,
    test_intake.test_a_copy_under_another_name_is_a_duplicate_or_not_believed,
]
_OF_ROWS = [
    each for name, each in vars(test_rows).items() if name.startswith("test_") and callable(each)
]


@pytest.mark.parametrize("holds", [*_OF_INTAKE, *_OF_ROWS], ids=lambda each: each.__name__[5:])
def test_what_holds_of_intake_holds_over_both(
    holds: Callable[..., None], share: FolderShare, ledger: Ledger, folder: object
) -> None:
    given = {"share": share, "ledger": ledger, "folder": folder}
    wanted = {name: given[name] for name in given if name in holds.__annotations__}
    holds(**wanted)


def test_records_come_back_as_they_were_kept(ledger: Ledger) -> None:
    payer = customer(given_names="Zoë 王", family_name="Müller, jr", addr2=" =odd\n\t\\N")
    lines = (
        invoice(1, quantity=Decimal("2.50"), unit_price=Money(32_000)),
        invoice(1, line_no=2, gl_analysis1="NONEEA"),
    )
    paid = receipt(1, provider_ref="TID1-99")
    post(ledger, [payer], [lines], [paid])
    assert customer_on(ledger, payer.customer_ref) == payer
    assert document_on(ledger, lines[0].doc_no) == lines
    assert receipt_on(ledger, paid.receipt_no) == paid


def test_two_trusts_share_a_ledger_and_no_number(share: FolderShare, ledger: Ledger) -> None:
    here, there = Sender(), Sender(provider="RJ1")
    put(here.batch([customer()], [invoice(1)]), share)
    put(
        there.batch([customer(family_name="Another")], [invoice(1, gl_company="RJ1", pence=5)], []),
        share,
    )
    report = take(share, ledger)
    assert [taken.outcome for taken in report.taken] == [Outcome.ACCEPTED] * 2
    numbers = {taken.answer.ledger_batch_no for taken in report.taken if taken.answer}
    assert numbers == {"SL2026-000001"}  # each trust's own series
    assert ledger.totals().documents == 2
    kept = customer_on(ledger, "P000000001", "RJ1")
    assert kept is not None
    assert kept.family_name == "Another"


def test_a_ledger_says_what_it_is_for_once_and_for_all(url: str) -> None:
    ids = SeededIds(3, clock())
    with pytest.raises(Known) as refused:
        open_ledger(url, mode=None, ids=ids, clock=clock())
    assert refused.value.code == "mode_needed"
    open_ledger(url, mode=Mode.DEMO, ids=ids, clock=clock()).close()
    with pytest.raises(Known) as refused:
        open_ledger(url, mode=Mode.LIVE, ids=ids, clock=clock())
    assert refused.value.code == "wrong_mode"
    with open_ledger(url, mode=None, ids=ids, clock=clock()) as again:
        assert again.mode is Mode.DEMO


def test_what_no_ledger_can_keep_comes_back(share: FolderShare, ledger: Ledger) -> None:
    put(Sender().batch([customer("P1"), customer("P2", addr1="a\0b")]), share)
    (taken,) = take(share, ledger).taken
    assert [reason.reason_code for reason in taken.reasons] == ["E201"]
    assert ledger.totals().customers == 1


def test_each_trusts_years_are_told_apart(ledger: Ledger) -> None:
    old = date(2025, 3, 31)
    bills = [invoice(1), invoice(2, pence=500, doc_date=old), credit(invoice(1))]
    post(ledger, [customer()], [[bill] for bill in bills], [receipt(1, pence=300)])
    post(ledger, [customer()], [[invoice(1, gl_company="RJ1")]], provider="RJ1")
    money = [
        (one.provider, str(one.year), one.documents, one.charged_pence, one.outstanding_pence)
        for one in ledger.by_trust_and_year()
    ]
    assert money == [
        ("R1H", "2024/25", 1, 500, 500),
        ("R1H", "2026/27", 2, 80_000, -300),
        ("RJ1", "2026/27", 1, 80_000, 80_000),
    ]


def test_a_turn_that_fails_leaves_nothing(ledger: Ledger) -> None:
    page = ledger.page("R1H", Wanted())
    page.keep_customer(customer(), b"x")
    new = page.take_new()

    def act() -> None:
        ledger.post("R1H", new, "SL2026-000001")
        ledger.next_batch_no("R1H", 2026)
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        ledger.in_turn("R1H", act)
    assert ledger.totals().customers == 0
    with ledger.atomic():
        assert ledger.next_batch_no("R1H", 2026) == "SL2026-000001"
