"""A server that goes away in the middle: one clear sentence, and nothing half done."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import psycopg
import pytest

from app.billing.page import Wanted
from app.core.errors import Known
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import SeededIds
from tests.hub.postgres import Server
from tests.spool.made import clock, customer, post

_END = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'recoup'"


def opened(url: str) -> Ledger:
    return open_ledger(url, mode=Mode.TEST, ids=SeededIds(7, clock()), clock=clock())


@pytest.fixture
def url(postgres: Server) -> str:
    return postgres.new_database()


@pytest.fixture
def ledger(url: str) -> Iterator[Ledger]:
    with opened(url) as made:
        yield made


def cut(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(f"{_END} AND datname = current_database()".encode())


def _begun(ledger: Ledger, url: str) -> None:
    page = ledger.page("R1H", Wanted())
    page.keep_customer(customer(), b"x")
    new = page.take_new()

    def act() -> None:
        ledger.post("R1H", new, "SL2026-000001")
        cut(url)

    ledger.in_turn("R1H", act)


def _asked(ledger: Ledger, url: str) -> None:
    cut(url)
    ledger.turns("R1H")


@pytest.mark.parametrize("act", [_begun, _asked])
def test_a_lost_server_is_told_each_time_and_a_ledger_opened_anew_has_nothing_half_done(
    ledger: Ledger, url: str, act: Callable[[Ledger, str], None]
) -> None:
    for does in (lambda: act(ledger, url), lambda: ledger.turns("R1H")):
        with pytest.raises(Known) as lost:
            does()
        assert lost.value.code == "ledger_unavailable"
    with opened(url) as again:
        assert again.totals().customers == 0
        post(again, [customer()])
        assert again.totals().customers == 1


def test_two_ledgers_of_one_server_are_kept_apart(ledger: Ledger, postgres: Server) -> None:
    with opened(postgres.new_database()) as other:
        post(ledger, [customer()])
        assert (ledger.totals().customers, other.totals().customers) == (1, 0)
