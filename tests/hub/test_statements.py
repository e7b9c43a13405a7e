"""What is said to a server, engines that speak PostgreSQL's tongue understand, trust by trust."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Executable, event, make_url
from sqlalchemy.schema import CreateIndex, CreateTable
from sqlalchemy.sql import ClauseElement

from app.core.trust import Mode
from app.hub import figures, payments, statements
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.hub.tables import metadata
from app.hub.travel import HubTravel
from app.machine import FixedClock, SeededIds
from app.services import meeting
from app.services.desk import Desk
from app.spool.hub_keys import HubKeys
from app.spool.roster import Duty
from app.spool.sealed_intake import sealed_intake
from app.store import whole_cases
from tests.desks import MORNING, add_visitor, register_visitor
from tests.hub.postgres import Server
from tests.services.sealed import MadeUpTrust, machine
from tests.services.work import invoiced

HUB = Path(statements.__file__).parent
OF_FILES = {"sqlite_steps.py", "file_engine.py"}  # said to no server
FORBIDDEN = (  # CockroachDB has none of the first, Citus cannot spread the next, or keys would hop
    *("advisory", "listen", "notify", "plpgsql", "trigger", "function", "rule", "deferrable"),
    *("deferred", "serial", "bigserial", "identity", "nextval", "sequence", "lock table"),
    *("temp", "temporary", "unlogged", "savepoint", "cursor with hold", "tablespace", "vacuum"),
    *("ctid", "xmin", "materialized", "inherits", "exclude", "generated"),
)
WHOLE_LEDGER = {"MODE", "SHAPE", "TRUSTS", "ANSWERS"}  # of no one trust; ANSWERS names several
DIALECT = make_url("postgresql+psycopg://").get_dialect()()


def said(statement: ClauseElement) -> str:
    return " ".join(str(statement.compile(dialect=DIALECT)).lower().split())


NAMED = {
    name: said(each)
    for module in (statements, payments)
    for name, each in vars(module).items()
    if isinstance(each, Executable) and isinstance(each, ClauseElement)
}
TOTALS = {
    name: said(each)
    for name, each in vars(figures).items()
    if isinstance(each, Executable) and isinstance(each, ClauseElement)
}
SHAPES = {table.name: said(CreateTable(table)) for table in metadata.sorted_tables} | {
    str(index.name): said(CreateIndex(index))
    for table in metadata.sorted_tables
    for index in table.indexes
}


@pytest.mark.parametrize("word", FORBIDDEN)
def test_no_statement_holds_what_other_engines_lack(word: str) -> None:
    whole = re.compile(rf"\b{word}\b")
    for name, text in (NAMED | TOTALS | SHAPES).items():
        assert not whole.search(text.replace("sequence_no", "")), name


@pytest.mark.parametrize("path", sorted(HUB.glob("*.py")), ids=lambda path: path.name)
def test_no_sql_is_written_as_text_but_for_copy(path: Path) -> None:
    if path.name in OF_FILES:
        return
    text = path.read_text("utf-8")
    assert "exec_driver_sql" not in text
    assert re.findall(r"(?<![\w.])text\(", text) == []
    assert [line for line in re.findall(r"SQL\(\"(\w+)", text) if line != "COPY"] == []


@pytest.mark.parametrize("name", sorted(set(NAMED) - WHOLE_LEDGER))
def test_every_statement_names_one_trust(name: str) -> None:
    assert "provider_code = " in NAMED[name] or "(provider_code, " in NAMED[name]


@pytest.mark.parametrize("table", [t for t in metadata.sorted_tables if t.name != "meta"], ids=str)
def test_every_key_begins_with_the_trust(table: object) -> None:
    found = metadata.tables[str(table)]
    assert next(iter(found.primary_key)).name == "provider_code"
    for constraint in found.foreign_key_constraints:
        assert constraint.column_keys[0] == "provider_code"
    for index in found.indexes:
        assert next(iter(index.columns)).name == "provider_code"


def test_what_is_said_while_envelopes_are_taken_is_of_one_trust_and_understood_by_all(
    trust: MadeUpTrust, hub: HubKeys, desk: Desk, postgres: Server
) -> None:
    """Every statement that really reaches a server, those made on the way among them."""
    said_there: list[str] = []

    def heard(*told: Any) -> None:
        said_there.append(" ".join(told[2].lower().split()))

    clock = FixedClock(MORNING)
    late = machine(trust, "D05", Duty.OFFICER, user="officer")
    with open_ledger(
        postgres.new_database(), mode=Mode.TEST, ids=SeededIds(5, clock), clock=clock
    ) as ledger:
        event.listen(ledger.engine.connection, "before_cursor_execute", heard)
        for _ in range(2):  # the first meets the machines, the second is told of a removal
            case = register_visitor(desk, add_visitor(desk))
            invoiced(desk)
            meeting.meet(desk, trust.share)
            take(ledger, trust, hub)
            with desk.db.atomic():
                whole_cases.take_away(desk.db, case, now=1_800_000_000_000)
        meeting.meet(late, trust.share)
        take(ledger, trust, hub)
        book = HubTravel(ledger, hub.trust)
        book.in_turn(lambda: book.begin_life(book.actor))
    late.db.close()
    assert len(said_there) > 100
    for text in set(said_there):
        for word in FORBIDDEN:
            assert not re.search(rf"\b{word}\b", text.replace("sequence_no", "")), text
        assert "provider_code" in text or re.search(r"\bmeta\b", text), text


def take(ledger: Ledger, trust: MadeUpTrust, hub: HubKeys) -> None:
    """One run of finance's side."""
    book = HubTravel(ledger, hub.trust)
    report = sealed_intake(trust.share, hub, ledger, book, FixedClock(MORNING))
    assert report.put_aside == []
