"""The embedded ledger as a file: encrypted, of one mode, only added to."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from app.billing.book import Answered, LedgerBook, Tip
from app.billing.page import Wanted
from app.core.errors import Known
from app.core.money import Money
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import SeededIds
from tests.spool.made import (
    clock,
    credit,
    credited_on,
    customer,
    customer_on,
    document_on,
    invoice,
    ledger_at,
    post,
    receipt,
    receipt_on,
)

IDS = SeededIds(7, clock())


def opened(url: str, mode: Mode | None = None, passphrase: str | None = None) -> Ledger:
    return open_ledger(url, mode=mode, ids=IDS, clock=clock(), ask=lambda: passphrase)


def refusal(url: str, mode: Mode | None = None, passphrase: str | None = None) -> str:
    with pytest.raises(Known) as refused:
        opened(url, mode, passphrase).close()
    return refused.value.code


def test_the_ledger_is_what_intake_asks_for(ledger: Ledger) -> None:
    book: LedgerBook = ledger
    assert book.mode is Mode.TEST


def test_records_come_back_as_they_were_kept(ledger: Ledger) -> None:
    payer = customer(given_names="Zoë", family_name="Müller, jr", addr2=" =odd\n")
    lines = (
        invoice(1, quantity=Decimal("2.50"), unit_price=Money(32_000)),
        invoice(1, line_no=2, gl_analysis1="NONEEA"),
    )
    paid = receipt(1, provider_ref="TID1-99")
    post(ledger, [payer], [lines], [paid])
    assert customer_on(ledger, payer.customer_ref) == payer
    assert document_on(ledger, lines[0].doc_no) == lines
    assert receipt_on(ledger, paid.receipt_no) == paid
    assert customer_on(ledger, "P9") is None
    assert document_on(ledger, "X") == ()
    assert receipt_on(ledger, "X") is None


def test_a_new_ledger_says_what_it_is_for_once_and_for_all(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/made/ledger.db"
    assert refusal(url) == "mode_needed"
    assert not (tmp_path / "made").exists()
    opened(url, Mode.DEMO).close()
    assert refusal(url, Mode.TEST) == "wrong_mode"
    with opened(str(tmp_path / "made" / "ledger.db")) as ledger:
        assert ledger.mode is Mode.DEMO


def test_a_live_ledger_needs_its_passphrase(tmp_path: Path) -> None:
    url = str(tmp_path / "live.db")
    assert refusal(url, Mode.LIVE) == "passphrase_needed"
    assert refusal(url, Mode.LIVE, "short") == "weak_passphrase"
    assert not (tmp_path / "live.db").exists()
    opened(url, Mode.LIVE, "four words of mine").close()
    assert refusal(url) == "passphrase_needed"
    assert refusal(url, None, "four words of yours") == "wrong_passphrase"
    with opened(url, None, "four words of mine") as ledger:
        assert ledger.mode is Mode.LIVE


@pytest.mark.parametrize("url", ["", "postgresql://host/ledger", "sqlite:///", "file:///x.db"])
def test_another_kind_of_ledger_is_refused(url: str) -> None:
    assert refusal(url, Mode.TEST) == "bad_ledger"


def test_a_file_that_is_no_ledger_is_refused_and_left(tmp_path: Path) -> None:
    ledger_at(tmp_path).close()
    (tmp_path / "ledger.db").write_bytes(b"something else entirely")
    assert refusal(str(tmp_path / "ledger.db")) == "not_a_database"
    assert (tmp_path / "ledger.db").read_bytes() == b"something else entirely"


def test_a_ledger_without_its_key_says_so(tmp_path: Path) -> None:
    ledger_at(tmp_path).close()
    (tmp_path / "ledger.db.key.json").unlink()
    assert refusal(str(tmp_path / "ledger.db")) == "key_file_missing"


def test_the_key_of_a_ledger_that_is_gone_is_kept_for_its_return(tmp_path: Path) -> None:
    with ledger_at(tmp_path) as ledger:
        post(ledger, [customer()])
    gone = (tmp_path / "ledger.db").rename(tmp_path / "moved.db")
    open_ledger(
        str(tmp_path / "ledger.db"), mode=Mode.DEMO, ids=SeededIds(8, clock()), clock=clock()
    ).close()
    (kept,) = tmp_path.glob("ledger.db.key.json.*")
    kept.rename(tmp_path / "moved.db.key.json")
    with opened(str(gone)) as back:
        assert back.totals().customers == 1


def test_no_name_stands_readable_in_any_file_of_the_ledger(tmp_path: Path) -> None:
    with ledger_at(tmp_path) as ledger:
        post(ledger, [customer(family_name="Canary-Bird")])
        files = [path.read_bytes() for path in tmp_path.iterdir()]
    files += [path.read_bytes() for path in tmp_path.iterdir()]
    assert not any(b"Canary" in data or b"SQLite format 3" in data for data in files)


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE documents SET gross_amount = 0",
        "DELETE FROM documents",
        "UPDATE receipts SET amount = 0",
        "DELETE FROM receipts",
        "UPDATE batches SET status = 'ACCEPTED'",
        "DELETE FROM batches",
        "UPDATE chains SET sequence_no = 9",
        "UPDATE meta SET value = 'live' WHERE key = 'mode'",
    ],
)
def test_what_is_on_the_ledger_cannot_be_altered(ledger: Ledger, sql: str) -> None:
    answered = Answered(
        stem="RECOUP_R1H_D07_20260415_000001",
        batch_id="B",
        manifest_sha256="0" * 64,
        provider_code="R1H",
        device_code="D07",
        sequence_no=1,
        status="REJECTED",
        ledger_batch_no=None,
        received_utc="2026-04-15T17:20:11Z",
        acknowledgement=b"{}",
        rejects=None,
    )
    post(ledger, [customer()], [[invoice(1)]], [receipt(1)])
    with ledger.atomic():
        ledger.keep_answer(answered)
        ledger.advance("R1H", "D07", Tip(1, "0" * 64))
    assert ledger.answers([answered.stem]) == {answered.stem: answered}
    with (
        pytest.raises(Exception, match=r"only added to|moves on by one|keeps its"),
        ledger.atomic(),
    ):
        ledger._engine.connection.exec_driver_sql(sql)


def test_batch_numbers_run_by_year_without_gaps(ledger: Ledger) -> None:
    with ledger.atomic():
        numbers = [ledger.next_batch_no("R1H", year) for year in (2026, 2026, 2027, 2026)]
    assert numbers == ["SL2026-000001", "SL2026-000002", "SL2027-000001", "SL2026-000003"]
    with pytest.raises(ZeroDivisionError):
        _take_a_number_and_fail(ledger)
    with ledger.atomic():
        assert ledger.next_batch_no("R1H", 2026) == "SL2026-000004"


def _take_a_number_and_fail(ledger: Ledger) -> None:
    with ledger.atomic():
        ledger.next_batch_no("R1H", 2026)
        raise ZeroDivisionError


def test_what_is_credited_and_refunded_is_summed(ledger: Ledger) -> None:
    assert credited_on(ledger, "R1H26OV000001") == Money(0)
    post(ledger, [customer()], [[invoice(1)], [credit(invoice(1))]])
    assert credited_on(ledger, "R1H26OV000001") == Money(-80_000)


def test_codes_and_periods_are_free_until_listed(ledger: Ledger) -> None:
    page = ledger.page("R1H", Wanted())
    assert page.codes_allowed("gl_account", {"1"})
    assert page.period_open(date(2015, 4, 6))
    assert not page.period_open(date(2015, 4, 5))
    ledger.allow_code("R1H", "gl_account", "2")
    ledger.allow_code("R1H", "gl_account", "2")
    ledger.open_period("R1H", date(2026, 4, 1), date(2026, 4, 30))
    page = ledger.page("R1H", Wanted())
    assert not page.codes_allowed("gl_account", {"1"})
    assert page.codes_allowed("gl_account", {"2"})
    assert page.period_open(date(2026, 4, 30))
    assert not page.period_open(date(2026, 5, 1))
    assert ledger.page("RJ1", Wanted()).codes_allowed("gl_account", {"1"})


def test_two_programs_do_not_hold_a_ledger_at_once(tmp_path: Path) -> None:
    with ledger_at(tmp_path):
        assert refusal(str(tmp_path / "ledger.db")) == "locked"


def test_a_sound_ledger_says_nothing_when_read_through(ledger: Ledger) -> None:
    post(ledger, [customer("P7")])
    assert ledger.check_integrity() == ()
