"""Rows that a ledger is left at work on: all texts come back, and what it refuses is heard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from psycopg.errors import ForeignKeyViolation
from sqlalchemy import delete, select
from sqlalchemy.exc import IntegrityError

from app.billing.page import Wanted
from app.hub.ledger import Ledger
from app.hub.tables import batches, meta, periods
from tests.spool.made import clock, customer, invoice, post, receipt

_REFUSED = (ForeignKeyViolation, IntegrityError)
_TEXTS = st.lists(st.text("aN.x41é€😀\\\t\r\n\b\v\x1f ", max_size=8), min_size=1)
_MANY = 1_200  # more than go in one COPY


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(texts=_TEXTS)
@example(texts=["\\N", "\\.", "a\tb", "c\r\nd", "\\x41", ""])
def test_every_text_comes_back_as_it_was_sent(ledger: Ledger, texts: list[str]) -> None:
    rows = [(f"{place:03d}", text) for place, text in enumerate(texts)]
    ours, do = meta.c.key < "a", ledger.engine.connection.execute
    with ledger.atomic():
        do(delete(meta).where(ours))
        ledger.engine.add(meta, rows)
        found = [tuple(row) for row in do(select(meta).where(ours).order_by(meta.c.key))]
    assert found == rows


def test_numbers_days_bytes_and_nothing_come_back_as_they_were_sent(ledger: Ledger) -> None:
    today = clock().today()
    rows = [
        ("R1H", "a", "b", "c", "D01", -1, "ACCEPTED", "SL2026-000001", "", b"\\x00\0\t\n", None),
        ("R1H", "b", "b", "c", "D01", 7, "REJECTED", None, "", b"", b"\\"),
    ]
    with ledger.atomic():
        ledger.engine.add(batches, rows)
        ledger.engine.add(periods, [("R1H", today, today)])
        read = ledger.engine.connection.execute
        assert [tuple(row) for row in read(select(batches).order_by(batches.c.stem))] == rows
        assert [tuple(row) for row in read(select(periods))] == [("R1H", today, today)]


def test_more_than_any_buffer_on_the_way_takes(ledger: Ledger) -> None:
    rows = [("1", "a" * 10_000_000), ("2", "\t" * 10_000)]
    with ledger.atomic():
        ledger.engine.add(meta, rows)
        read = ledger.engine.connection.execute(select(meta).where(meta.c.key < "a"))
        assert sorted(map(tuple, read)) == rows


def _bill(ledger: Ledger) -> None:
    page = ledger.page("R1H", Wanted())
    page.add_document([invoice(1, customer_ref="NOBODY")], [b"x"])
    ledger.post("R1H", page.take_new(), "SL2026-000001")


def _bill_and_ask(ledger: Ledger) -> None:
    _bill(ledger)
    ledger.tip("R1H", "D01")


def _bill_and_money(ledger: Ledger) -> None:
    _bill(ledger)
    page = ledger.page("R1H", Wanted())
    page.add_receipt(receipt(1), b"x")
    ledger.post("R1H", page.take_new(), "SL2026-000001")


def _bill_and_fail(ledger: Ledger) -> None:
    _bill(ledger)
    raise IntegrityError("another", None, ValueError())


@pytest.mark.parametrize("act", [_bill, _bill_and_ask, _bill_and_money, _bill_and_fail])
def test_what_a_ledger_refuses_is_heard_in_time_and_nothing_of_the_turn_stays(
    ledger: Ledger, act: Callable[[Ledger], None]
) -> None:
    with pytest.raises(_REFUSED):
        ledger.in_turn("R1H", lambda: act(ledger))
    assert ledger.turns("R1H") == 0
    assert ledger.totals().lines == 0
    post(ledger, [customer()], [[invoice(1)]])
    assert ledger.totals().lines == 1


def test_many_rows_stand_or_fall_together(ledger: Ledger) -> None:
    refs = [f"P{number}" for number in range(_MANY)]
    post(ledger, [customer(ref) for ref in refs])
    bills = [[invoice(number, customer_ref=ref)] for number, ref in enumerate(refs, 1)]
    stray = [*bills[:-1], [invoice(_MANY, customer_ref="NOBODY")]]
    with pytest.raises(_REFUSED):
        post(ledger, documents=stray)
    assert ledger.totals().lines == 0
    post(ledger, documents=bills)
    assert (ledger.totals().customers, ledger.totals().lines) == (_MANY, _MANY)
