"""Judged in sets or row by row, in a file or on a server: the same is taken and refused."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.billing.page import Wanted
from app.billing.records import Action, CustomerRecord, InvoiceRecord, ReceiptRecord
from app.core.money import Money
from app.core.trust import Mode
from app.hub.file_engine import FileEngine
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.hub.sqlite_steps import LEDGER
from app.machine import SeededIds
from app.spool.envelope import PlainBatch
from app.spool.inspection import inspect
from app.spool.judgement import load
from app.spool.preparation import prepare
from app.store import meta
from app.store.database import in_memory
from tests.hub.postgres import Server
from tests.hub.row_by_row import PlainLedger, judge
from tests.spool.made import DAY, Sender, clock, credit, customer, invoice, receipt, refund

REFS = st.sampled_from(["P1", "P2", "P3"])
PENCE = st.sampled_from([80_000, 50_000, 1])
ODD_LINES = st.sampled_from(
    [
        *[dict[str, Any]()] * 4,
        {"currency": "EUR"},
        {"gl_account": "9"},
        {"vat_amount": Money(1)},
        {"doc_date": DAY.replace(year=2014)},
    ]
)
Choose = Callable[[st.SearchStrategy[Any]], Any]


@st.composite
def customers(draw: Choose) -> CustomerRecord:
    return customer(
        draw(REFS),
        addr1=draw(st.sampled_from(["1 Test Street", "2 New Road", " =odd", "=bad"])),
        action=draw(st.sampled_from([*Action])),
    )


@st.composite
def lines(draw: Choose) -> InvoiceRecord:
    serial = draw(st.integers(1, 3))
    made = invoice(
        serial,
        pence=draw(PENCE),
        customer_ref=draw(REFS),
        line_no=draw(st.sampled_from([1, 1, 1, 2])),
    )
    if draw(st.booleans()):
        made = credit(made, 900_000 + draw(st.integers(1, 3)))
    odd = draw(
        st.sampled_from(
            [
                {},
                {},
                {},
                {},
                {"currency": "EUR"},
                {"gl_account": "9"},
                {"vat_amount": Money(1)},
                {"doc_date": DAY.replace(year=2014)},
            ]
        )
    )
    return replace(made, **odd)


@st.composite
def money(draw: Choose) -> ReceiptRecord:
    made = receipt(draw(st.integers(1, 3)), pence=draw(PENCE), customer_ref=draw(REFS))
    if draw(st.booleans()):
        made = refund(made, 100 + draw(st.integers(1, 3)), amount=Money(-draw(PENCE)))
    return replace(made, **draw(st.sampled_from([{}, {}, {}, {"currency": "EUR"}])))


BATCHES = st.lists(
    st.tuples(
        st.lists(customers(), max_size=6),
        st.lists(lines(), max_size=8),
        st.lists(money(), max_size=6),
    ),
    min_size=1,
    max_size=4,
)


@pytest.fixture(scope="module")
def in_file() -> Iterator[Ledger]:
    database = in_memory(LEDGER)
    with database.atomic():
        meta.put(database, meta.MODE, Mode.TEST.value)
    with Ledger(FileEngine(database)) as ledger:
        yield ledger


@pytest.fixture(scope="module")
def on_server(postgres: Server) -> Iterator[Ledger]:
    with open_ledger(
        postgres.new_database(), mode=Mode.TEST, ids=SeededIds(7, clock()), clock=clock()
    ) as ledger:
        yield ledger


TRUSTS = count(1)  # a trust of its own for each example: an empty part of the same ledger


def _read(files: dict[str, bytes], name: str, _: int) -> bytes:
    return files[name]


def compare(ledger: Ledger, made: list[tuple[Any, Any, Any]]) -> None:
    trust = f"T{next(TRUSTS)}"
    plain = PlainLedger(codes={("gl_account", "4310")})
    ledger.allow_code(trust, "gl_account", "4310")
    sender = Sender(provider=trust)
    seen: list[PlainBatch] = []
    for customers, invoices, receipts in made:
        ours = [replace(line, gl_company=trust) for line in invoices]
        seen.append(sender.batch(customers, ours, receipts))
    for number, batch in enumerate([*seen, *seen]):  # and each once more, now that all is known
        files = dict(batch.files)
        inspected = inspect(batch.manifest, partial(_read, files))
        assert inspected.faults == ()
        expected = judge(inspected, plain)
        prepared = prepare(inspected, ledger)
        found = ledger.in_turn(trust, partial(load, prepared, ledger, f"SL{number}"))
        assert (found.accepted, found.rejected) == (expected.accepted, expected.rejected)
        assert found.pence == expected.pence
        assert found.in_order() == expected.in_order()
    page = ledger.page(
        trust,
        Wanted(
            customers=frozenset(plain.customers),
            documents=frozenset(plain.documents),
            receipts=frozenset(plain.receipts),
        ),
    )
    for ref, record in plain.customers.items():
        assert page.customer(ref) == replace(record, record_no=1, action=Action.ADD)
    for doc_no, of_it in plain.documents.items():
        assert page.document(doc_no) == of_it
    for receipt_no, one in plain.receipts.items():
        assert page.receipt(receipt_no) == one


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=BATCHES)
def test_a_file_decides_as_the_model_does(in_file: Ledger, made: Any) -> None:
    compare(in_file, made)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=BATCHES)
def test_a_server_decides_as_the_model_does(on_server: Ledger, made: Any) -> None:
    compare(on_server, made)
