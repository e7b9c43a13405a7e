"""A batch asks for its keys through the index, so that a large ledger costs it no more."""

from __future__ import annotations

from collections.abc import Iterator

import psycopg
import pytest
from sqlalchemy import Executable
from sqlalchemy.sql import ClauseElement

from app.billing.page import Wanted
from app.billing.records import Kind
from app.core.trust import Mode
from app.hub import statements as say
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import SeededIds
from tests.hub.postgres import Server
from tests.spool.made import clock, customer, invoice, post

HOLDS, ASKED = 20_000, 2_000
FILLING = """INSERT INTO customers
    SELECT 'R1H', 'P' || n, 'PATIENT', '', '', '', '', '', '', '', '', '', '', '', '',
    decode(md5(n::text), 'hex') FROM generate_series(1, %(holds)s) n"""


@pytest.fixture(scope="module")
def large(postgres: Server) -> Iterator[Ledger]:
    url = postgres.new_database()
    with open_ledger(url, mode=Mode.TEST, ids=SeededIds(7, clock()), clock=clock()) as opened:
        with psycopg.connect(url, autocommit=True) as connection:
            connection.execute(FILLING, {"holds": HOLDS})
            connection.execute("ANALYZE customers")
        yield opened


@pytest.mark.parametrize("statement", [say.CUSTOMER_CONTENTS, say.CUSTOMERS, say.PAYERS])
def test_many_keys_are_looked_up_and_no_table_is_read_through(
    large: Ledger, statement: Executable
) -> None:
    assert isinstance(statement, ClauseElement)
    keys = [f"P{number}" for number in range(1, ASKED + 1)]
    connection = large.engine.connection
    said = statement.compile(dialect=connection.dialect)
    values = said.construct_params({"provider": "R1H", say.KEYS: "\x1f".join(keys)})
    with large.atomic():
        found = connection.exec_driver_sql(f"EXPLAIN {said}", values)
        plan = "\n".join(row[0] for row in found)
    assert "Index" in plan
    assert "Seq Scan" not in plan
    assert len(large.contents("R1H", {Kind.CUSTOMERS: keys})[Kind.CUSTOMERS]) == ASKED


def test_a_key_that_no_ledger_can_hold_finds_nothing(ledger: Ledger) -> None:
    post(ledger, [customer()], [(invoice(1),)], [])
    ref = customer().customer_ref
    odd = {f"{ref}\0", f"{ref}\x1f{ref}", f"{ref}\x1f", "", "'", '"', "{}", "NULL", f"{ref},{ref}"}
    assert ledger.contents("R1H", {Kind.CUSTOMERS: odd}) == {Kind.CUSTOMERS: {}}
    assert ledger.page("R1H", Wanted(payers=frozenset(odd | {ref}))).knows(ref)
