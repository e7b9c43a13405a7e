"""After any sequence of acts, every place that holds a sum holds the same one (H9, H10)."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from app.billing.ledger import Account
from app.billing.payment import Method
from app.billing.rows import FORMULA_STARTS
from app.core.errors import Known
from app.core.money import ZERO, Money
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.hub.opening import open_ledger
from app.machine import FixedClock, SeededIds
from app.opening import open_desk
from app.services import exchange, invoicing, receiving
from app.services.desk import Desk
from app.services.filing import Issued
from app.spool.intake import intake
from app.spool.names import manifest_stem
from app.spool.share import FolderShare, ShareUnavailable
from app.spool.verification import verify
from app.store import batches, entries, invoices, outbox, receipts
from tests.desks import MORNING, QUICK, make_desk
from tests.documents.reading import text
from tests.services.conftest import opened_copy
from tests.services.work import (
    DAY_CASE,
    HIP,
    chargeable,
    check,
    credit,
    decide,
    estimate,
    invoice,
    later,
    seated,
)

CASES = ("Okafor", "Mensah", "Diallo")


class Morning:
    """Three cases that may be billed, a share and a ledger; each act may be refused."""

    def __init__(self, folder: Path, original: Path) -> None:
        self.desk = opened_copy(original / "desk", folder / "desk")
        self.cases: list[str] = json.loads((original / "cases.json").read_text())
        self.share_folder = folder / "share"
        self.share_folder.mkdir()
        self.share = FolderShare(self.share_folder)
        clock = FixedClock(MORNING)
        self.ledger: Ledger = open_ledger(
            str(folder / "finance" / "l.db"), mode=Mode.TEST, ids=SeededIds(3, clock), clock=clock
        )
        self._reopened = 0

    def bill(self, place: int, _: int) -> None:
        """An invoice for a case."""
        made = invoice(self.desk, self.cases[place])
        on_paper(made)

    def pay(self, place: int, share: int) -> None:
        """A part of what is owed on the latest invoice, `share` in hundredths, or too much."""
        account = self.accounts()[place]
        amount = Money(account.balance.pence * share // 100)
        later(self.desk)
        with seated(self.desk, "finance"):
            made = receiving.take_payment(
                self.desk, account.doc_no, amount=amount, method=Method.FPS, provider_ref="x"
            )
        on_paper(made)

    def credit(self, place: int, _: int) -> None:
        """An invoice taken back in full."""
        made = credit(self.desk, self.accounts()[place].doc_no)
        on_paper(made)

    def send(self, *_: int) -> None:
        """What waits goes to the share."""
        with seated(self.desk, "finance"):
            exchange.sync(self.desk, self.share)

    def cut_off(self, *_: int) -> None:
        """The share is gone when the desk sends."""
        with seated(self.desk, "finance"), pytest.raises(ShareUnavailable):
            exchange.sync(self.desk, FolderShare(self.share_folder / "gone"))

    def take_in(self, *_: int) -> None:
        """The ledger takes what lies on the share."""
        intake(self.share, self.ledger, self.desk.clock)

    def lose_answers(self, *_: int) -> None:
        """Somebody tidies the ledger's answers away."""
        for answer in self.share_folder.glob("*_ACK.json"):
            answer.unlink()

    def reopen(self, *_: int) -> None:
        """The desk is closed and opened."""
        folder, clock, before = self.desk.db.path.parent, self.desk.clock, self.desk.user
        assert isinstance(clock, FixedClock)
        self.desk.db.close()
        self._reopened += 1  # else the seed would give the same identifiers again
        ids = SeededIds(100 + self._reopened, clock)
        self.desk = open_desk(folder, clock=clock, ids=ids)
        self.desk.password_cost = QUICK
        self.desk.user = before

    def accounts(self) -> tuple[invoicing.Account, ...]:
        with seated(self.desk, "finance"):
            found = invoicing.accounts(self.desk)
        if not found:
            raise Known("nothing", "Nothing is billed yet.")
        return found * len(CASES)

    def close(self) -> None:
        self.desk.db.close()
        self.ledger.close()


ACTS: dict[str, Callable[[Morning, int, int], None]] = {
    "bill": Morning.bill,
    "pay": Morning.pay,
    "credit": Morning.credit,
    "send": Morning.send,
    "cut off": Morning.cut_off,
    "take in": Morning.take_in,
    "lose answers": Morning.lose_answers,
    "reopen": Morning.reopen,
}


@pytest.fixture(scope="session")
def ready(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed desk with three cases decided, checked and estimated."""
    folder = tmp_path_factory.mktemp("ready")
    desk = make_desk(folder)
    cases = []
    for place, name in enumerate(CASES):
        case = chargeable(desk, family_name=name)
        decide(desk, case)
        estimate(desk, case, HIP if place == 0 else DAY_CASE)
        if place == 0:
            check(desk, case)
        cases.append(case)
    desk.db.close()
    (folder / "cases.json").write_text(json.dumps(cases))
    return folder


@contextmanager
def morning(ready: Path) -> Iterator[Morning]:
    with TemporaryDirectory() as name:
        made = Morning(Path(name), ready)
        try:
            yield made
        finally:
            made.close()
            shutil.rmtree(name, ignore_errors=True)


def on_paper(made: Issued) -> None:
    """The sum is printed as it was booked."""
    read = text(made.pdf)
    assert made.doc_no in read
    assert str(made.total if made.total >= ZERO else -made.total) in read


def documents(desk: Desk, kind: str) -> Money:
    kept = invoices.newest(desk.db, limit=1_000)
    return Money.total(row.total for row in kept if row.doc_type == kind)


def money_in(desk: Desk) -> Money:
    kept = invoices.newest(desk.db, limit=1_000)
    return Money.total(one.amount for row in kept for one in receipts.of(desk.db, row.doc_no))


def queued(desk: Desk, kind: str, amount: str) -> Money:
    rows = [row for state in outbox.STATES for row in outbox.in_state(desk.db, state)]
    return Money.total(Money.parse(str(r.record[amount])) for r in rows if r.kind == kind)


def agrees(morning: Morning) -> None:
    """Documents, entries, accounts, paper, outbox, batches: one sum."""
    desk = morning.desk
    charged = documents(desk, invoices.INVOICE)
    credited, received = documents(desk, invoices.CREDIT_NOTE), money_in(desk)
    stands = entries.balances(desk.db)
    assert Money.total(stands.values()) == ZERO
    assert stands.get(Account.RECEIVABLES.value, ZERO) == charged + credited - received
    assert stands.get(Account.INCOME.value, ZERO) == -(charged + credited)
    assert stands.get(Account.CASH.value, ZERO) == received
    assert queued(desk, "INV", "gross_amount") == charged + credited
    assert queued(desk, "RCP", "amount") == received
    with seated(desk, "finance"):
        for account in invoicing.accounts(desk):
            assert account.balance == account.total - account.credited - account.paid
            assert account.balance >= ZERO or account.state == "Cancelled"
    _batches_agree(morning)


def _batches_agree(morning: Morning) -> None:
    desk = morning.desk
    kept = [
        one
        for state in (batches.SENT, batches.ACKNOWLEDGED)
        for one in batches.in_state(desk.db, state)
    ]
    for batch in kept:
        rows = outbox.of_batch(desk.db, batch.sequence_no)
        stem = manifest_stem(f"{batch.stem}_MAN.json")
        assert stem is not None
        found = verify(morning.share, stem)
        assert found.is_sound
        assert found.manifest is not None
        totals = found.manifest.totals
        assert totals.invoice_gross_pence + totals.credit_note_gross_pence == _pence(
            rows, "INV", "gross_amount"
        )
        assert totals.receipt_pence + totals.refund_pence == _pence(rows, "RCP", "amount")


def _pence(rows: Any, kind: str, amount: str) -> int:
    return Money.total(Money.parse(str(r.record[amount])) for r in rows if r.kind == kind).pence


def arrives(morning: Morning) -> None:
    """Once all is sent and answered, the ledger holds what the desk holds, to the penny."""
    morning.send()
    morning.take_in()
    morning.send()
    desk, totals = morning.desk, morning.ledger.totals()
    assert exchange.sync_state(desk).words in ("All acknowledged", "Nothing to send")
    assert totals.charged_pence == documents(desk, invoices.INVOICE).pence
    assert totals.credited_pence == documents(desk, invoices.CREDIT_NOTE).pence
    assert totals.received_pence == money_in(desk).pence
    assert totals.documents == len(invoices.newest(desk.db, limit=1_000))
    assert all(not row.doc_no.startswith(FORMULA_STARTS) for row in invoices.newest(desk.db))


@given(
    acts=st.lists(
        st.tuples(
            st.sampled_from([*ACTS, "bill", "pay", "send"]),
            st.integers(0, len(CASES) - 1),
            st.integers(-1, 130),
        ),
        min_size=3,
        max_size=14,
    )
)
@settings(
    deadline=None,
    max_examples=15,
    phases=(Phase.explicit, Phase.reuse, Phase.generate),  # shrinking would take many minutes
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@pytest.mark.slow
def test_h9_every_sum_agrees_after_any_acts_and_reaches_the_ledger_once(
    ready: Path, acts: list[tuple[str, int, int]]
) -> None:
    with morning(ready) as here:
        for name, place, share in acts:
            with suppress(Known):  # a second bill, too much paid: refused, and nothing changes
                ACTS[name](here, place, share)
            agrees(here)
        arrives(here)
        agrees(here)
        before = here.ledger.totals()
        arrives(here)  # once more changes nothing
        assert here.ledger.totals() == before
