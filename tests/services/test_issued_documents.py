"""What was issued is never edited: not a column, not a row, not by any way around."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.billing.payment import Method
from app.core.money import Money
from app.services import receiving, refunding, two_people, writing_off
from app.services.desk import Desk
from app.store.driver import IntegrityError
from tests.services.conftest import opened_copy
from tests.services.work import credit, estimate, invoiced, seated

DOCUMENTS = (
    *("invoices", "receipts", "entries", "files", "estimates"),
    *("proposals", "rulings", "write_offs", "audit"),
)


@pytest.fixture(scope="module")
def issued(tmp_path_factory: pytest.TempPathFactory, made_once: Path) -> Iterator[Desk]:
    """A desk that gave out one of every document of money."""
    desk = opened_copy(made_once, tmp_path_factory.mktemp("issued") / "desk")
    case, bill = invoiced(desk)
    estimate(desk, case)
    _, lost = invoiced(desk, family_name="Mensah")
    with seated(desk, "finance"):
        receiving.take_payment(desk, bill.doc_no, amount=Money(10_000), method=Method.CASH)
        asked = writing_off.propose_write_off(
            desk, lost.doc_no, reason_code="untraceable", evidence="Letters came back."
        )
    with seated(desk, "senior"):
        writing_off.approve_write_off(desk, asked)
    credit(desk, bill.doc_no)
    with seated(desk, "senior"):
        (back,) = [one for one in two_people.waiting(desk) if one.act == two_people.REFUND]
        refunding.approve_refund(desk, back.proposal_id)
    yield desk
    desk.db.close()


def columns(desk: Desk, table: str) -> list[str]:
    return [row["name"] for row in desk.db.rows(f"SELECT name FROM pragma_table_info('{table}')")]


@pytest.mark.parametrize("table", DOCUMENTS)
def test_no_column_of_an_issued_document_can_be_changed(issued: Desk, table: str) -> None:
    before = issued.db.rows(f"SELECT * FROM {table}")
    assert before
    for column in columns(issued, table):
        with pytest.raises(IntegrityError, match="append-only"), issued.db.atomic():
            issued.db.execute(f"UPDATE {table} SET {column} = {column}")
        for change in (f"SET {column} = 'other'", f"SET {column} = NULL", f"SET {column} = 0"):
            for way in ("UPDATE", "UPDATE OR REPLACE", "UPDATE OR IGNORE"):
                with pytest.raises(IntegrityError), issued.db.atomic():
                    issued.db.execute(f"{way} {table} {change}")
    assert issued.db.rows(f"SELECT * FROM {table}") == before


@pytest.mark.parametrize("table", DOCUMENTS)
def test_no_issued_document_can_be_taken_away_or_put_in_anothers_place(
    issued: Desk, table: str
) -> None:
    before = issued.db.rows(f"SELECT * FROM {table}")
    names = ", ".join(columns(issued, table))
    for change in (
        f"DELETE FROM {table}",
        f"DELETE FROM {table} WHERE rowid = (SELECT max(rowid) FROM {table})",
        f"INSERT OR REPLACE INTO {table} ({names}) SELECT {names} FROM {table}",
    ):
        with pytest.raises(IntegrityError), issued.db.atomic():
            issued.db.execute(change)
    assert issued.db.rows(f"SELECT * FROM {table}") == before
