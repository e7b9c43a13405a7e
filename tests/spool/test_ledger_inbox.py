"""What finance's ledger finds in its inbox: accepted rows, once, whole, the control file last."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path

import pytest

from app.billing.records import Kind
from app.hub.ledger import Ledger
from app.spool.envelope import PlainBatch
from app.spool.intake import intake
from app.spool.names import stem_in
from app.spool.share import FolderShare, ShareDenied, ShareFull
from app.spool.verification import verify
from tests.spool.inboxes import Inbox
from tests.spool.made import SAMPLE, Sender, clock, credit, customer, invoice, put, receipt
from tests.spool.test_intake import bring_forward

STEM = "RECOUP_R1H_D07_20260415_000042"
GOLDEN = Path(__file__).parent / "ledger_files"
SHIPPED = ("neutral", "oracle_autoinvoice", "fixed_position")


@pytest.fixture
def inbox(share: FolderShare, tmp_path: Path, ledger: Ledger) -> Inbox:
    made = tmp_path / "inbox"
    made.mkdir()
    return Inbox(share, made, ledger)


def lay_sample(inbox: Inbox, folder: Path) -> None:
    bring_forward(inbox.ledger)
    inbox.run()  # so that the inbox is older than the sample
    for end in ("CUS.csv", "INV.csv", "RCP.csv", "MAN.json"):
        (folder / f"{STEM}_{end}").write_bytes((SAMPLE / f"{STEM}_{end}").read_bytes())


@pytest.mark.parametrize("mapping", SHIPPED)
def test_the_sample_batch_becomes_the_ledgers_files_byte_for_byte(
    inbox: Inbox, folder: Path, mapping: str
) -> None:
    lay_sample(inbox, folder)
    report = inbox.run(mapping)
    assert (report.written, report.left) == ([STEM], [])
    wanted = {path.name: path.read_bytes() for path in (GOLDEN / mapping).iterdir()}
    assert {name: (inbox.folder / name).read_bytes() for name in inbox.names} == wanted


def test_a_refused_row_never_reaches_the_ledger(inbox: Inbox, folder: Path) -> None:
    lay_sample(inbox, folder)
    inbox.run()
    bills = (inbox.folder / f"{STEM}_INV.csv").read_text("utf-8")
    assert "R1H26OV000123" in bills
    assert "R1H26OV900007" not in bills
    stem = stem_in(STEM)
    assert stem is not None
    assert verify(FolderShare(inbox.folder), stem).is_sound


def test_a_batch_accepted_whole_is_handed_on_byte_for_byte(inbox: Inbox) -> None:
    batch = Sender().usual(1)
    put(batch, inbox.share)
    assert inbox.run().written == [str(batch.stem)]
    for name, data in batch.all_files:
        assert (inbox.folder / name).read_bytes() == data


def test_a_rejected_batch_writes_nothing(inbox: Inbox) -> None:
    batch = Sender().usual(1)
    put(batch, inbox.share)
    (inbox.share._folder / batch.stem.data(Kind.INVOICES)).write_bytes(b"odd")
    assert inbox.run().written == []
    assert inbox.names == []


@pytest.mark.parametrize("mapping", SHIPPED)
def test_the_control_file_counts_and_hashes_the_others(inbox: Inbox, mapping: str) -> None:
    bill = invoice(1)
    put(Sender().batch([customer()], [bill, credit(bill)], [receipt(1)]), inbox.share)
    inbox.run(mapping)
    (control,) = [name for name in inbox.names if name.endswith(".json")]
    told = json.loads((inbox.folder / control).read_bytes())
    assert len(told["files"]) == len(inbox.names) - 1
    for entry in told["files"]:
        data = (inbox.folder / entry["name"]).read_bytes()
        assert (len(data), sha256(data).hexdigest()) == (entry["bytes"], entry["sha256"])
    assert [entry["rows"] for entry in told["files"]] == [1, 2, 1]
    assert [entry["control_total_pence"] for entry in told["files"]] == [0, 0, 80_000]


def test_h10_a_batch_again_writes_nothing_even_when_the_ledger_took_its_files(
    inbox: Inbox,
) -> None:
    put(Sender().usual(1), inbox.share)
    assert len(inbox.run().written) == 1
    inbox.empty()
    again = inbox.run()
    assert (again.written, again.left, inbox.names) == ([], [], [])


def test_h10_what_stood_on_the_ledger_before_is_not_written_a_second_time(inbox: Inbox) -> None:
    sender, bill, paid = Sender(), invoice(1), receipt(1)
    put(sender.batch([customer()], [bill], [paid]), inbox.share)
    inbox.run()
    put(sender.batch([customer()], [bill, invoice(2)], [paid]), inbox.share)
    inbox.run("oracle_autoinvoice")
    (lines,) = inbox.folder.glob("*_RA_INTERFACE_LINES_ALL.csv")
    assert "R1H26OV000002" in lines.read_text("utf-8")
    assert "R1H26OV000001" not in lines.read_text("utf-8")
    (receipts,) = inbox.folder.glob("*_RECEIPTS.csv")
    assert len(receipts.read_text("utf-8").splitlines()) == 1


def test_batches_from_before_there_was_an_inbox_stay_out_of_it(inbox: Inbox) -> None:
    sender = Sender()
    put(sender.usual(1), inbox.share)
    intake(inbox.share, inbox.ledger, clock())
    later = sender.usual(2)
    assert inbox.run().written == []
    put(later, inbox.share)
    assert inbox.run().written == [str(later.stem)]


def test_a_batch_taken_by_a_run_without_the_inbox_is_brought_by_the_next(inbox: Inbox) -> None:
    inbox.run()
    batch = Sender().usual(1)
    put(batch, inbox.share)
    intake(inbox.share, inbox.ledger, clock())
    assert inbox.run().written == [str(batch.stem)]


def test_h10_a_batch_whose_files_are_gone_is_made_again_from_the_ledger(inbox: Inbox) -> None:
    inbox.run()
    sender, bill = Sender(), invoice(1)
    batch = sender.batch([customer()], [bill, credit(bill), invoice(2)], [receipt(1)])
    put(batch, inbox.share)
    intake(inbox.share, inbox.ledger, clock())
    for path in inbox.share._folder.iterdir():
        path.unlink()
    assert inbox.run(later=9).written == []
    assert inbox.run(later=11).written == [str(batch.stem)]
    found = verify(FolderShare(inbox.folder), batch.stem)
    assert found.is_sound
    assert found.manifest is not None
    assert found.manifest.totals == batch.manifest.totals
    assert found.manifest.header.batch_id == batch.manifest.header.batch_id
    assert inbox.run(later=30).written == []


def test_a_name_taken_by_another_file_is_told_and_left_and_later_batches_go_on(
    inbox: Inbox,
) -> None:
    sender = Sender()
    first, second = sender.usual(1), sender.usual(2)
    odd = inbox.folder / first.stem.data(Kind.INVOICES)
    odd.write_bytes(b"another")
    put(first, inbox.share)
    put(second, inbox.share)
    report = inbox.run()
    (left,) = report.left
    assert left.code == "name_taken"
    assert f"Another file named {odd.name} lies in the ledger’s inbox" in left.message
    assert report.written == [str(second.stem)]
    assert odd.read_bytes() == b"another"
    odd.unlink()
    assert inbox.run().written == [str(first.stem)]


def test_a_value_that_the_ledger_has_no_room_for_is_told_before_anything_is_written(
    inbox: Inbox,
) -> None:
    batch = Sender().batch([customer(addr1="A" * 61)], [invoice(1)], [])
    put(batch, inbox.share)
    (left,) = inbox.run("fixed_position").left
    assert left.code == "unfit"
    assert "Payer P000000001: addr1 is 61 characters long and the column has 60." in left.message
    assert inbox.names == []
    assert inbox.run("oracle_autoinvoice").written == [str(batch.stem)]


class Refusing(FolderShare):
    """An inbox that fails at its n-th write."""

    fault: type[Exception] = ShareFull
    writes_left = 0

    def write_new(self, name: str, data: bytes) -> None:
        if self.writes_left == 0:
            raise self.fault
        self.writes_left -= 1
        super().write_new(name, data)


@pytest.mark.parametrize("writes", range(4))
def test_h10_a_full_disk_is_told_and_the_next_run_writes_the_rest(
    inbox: Inbox, writes: int
) -> None:
    batch = Sender().usual(1)
    put(batch, inbox.share)
    full = Refusing(inbox.folder)
    full.writes_left = writes
    report = inbox.run(into=full)
    assert report.written == []
    (left,) = report.left
    assert left.code == "inbox_full"
    assert left.message == (
        "The ledger’s inbox is full. Make room. Nothing is lost: the next run writes what waits."
    )
    assert not [name for name in inbox.names if name.endswith("MAN.json")]
    assert inbox.run().written == [str(batch.stem)]
    assert len(inbox.names) == 4


def test_an_inbox_that_refuses_or_is_away_says_so(inbox: Inbox) -> None:
    put(Sender().usual(1), inbox.share)
    denied = Refusing(inbox.folder)
    denied.fault = ShareDenied
    assert "refuses this account" in inbox.run(into=denied).left[0].message
    away = FolderShare(inbox.folder / "gone")
    assert "cannot be reached" in inbox.run(into=away).left[0].message
    assert len(inbox.run().written) == 1


class Dying(FolderShare):
    """A process that ends at its n-th write, before or after the file has its name."""

    writes_left = 0
    after = False

    def write_new(self, name: str, data: bytes) -> None:
        self.writes_left -= 1
        if self.writes_left < 0 and not self.after:
            raise KeyboardInterrupt
        super().write_new(name, data)
        if self.writes_left < 0:
            raise KeyboardInterrupt


def killed_at(inbox: Inbox, write: int, *, after: bool) -> PlainBatch:
    batch = Sender().usual(1)
    put(batch, inbox.share)
    dying = Dying(inbox.folder)
    dying.writes_left, dying.after = write, after
    with pytest.raises(KeyboardInterrupt):
        inbox.run("oracle_autoinvoice", into=dying)
    return batch


@pytest.mark.parametrize("after", [False, True])
@pytest.mark.parametrize("write", range(4))
def test_h10_a_run_that_ends_at_any_write_is_healed_by_the_next_with_the_same_bytes(
    inbox: Inbox, write: int, after: bool
) -> None:
    batch = killed_at(inbox, write, after=after)
    # The mapping was changed meanwhile: what was begun is finished as it was begun.
    assert inbox.run("fixed_position").written == [str(batch.stem)]
    ends = sorted(name.rpartition("_")[2] for name in inbox.names if not name.endswith(".part"))
    assert ends == ["ALL.csv", "CTL.json", "CUSTOMERS.csv", "RECEIPTS.csv"]
    inbox.empty()
    assert inbox.run("oracle_autoinvoice").written == []
    assert inbox.names == []


def test_h10_what_the_ledger_took_before_the_note_of_it_is_not_written_again(inbox: Inbox) -> None:
    killed_at(inbox, 3, after=True)  # the control file lies there, and nobody noted it
    inbox.empty()
    inbox.run()
    assert inbox.names == []
