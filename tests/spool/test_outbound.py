"""Sending and collecting answers, from the desk's side."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.billing.records import Kind
from app.core.errors import Known
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.spool.acknowledgement import (
    Answer,
    Reject,
    Status,
    disagreement,
    read_acknowledgement,
    with_rejects,
)
from app.spool.intake import intake
from app.spool.manifest import NotAsWritten
from app.spool.outbound import read_answers, send
from app.spool.share import AlreadyThere, FolderShare
from tests.spool.made import SAMPLE, Sender, clock, customer, invoice, put
from tests.spool.test_envelope import STEM, sample_batch


def test_the_manifest_is_written_last(share: FolderShare, monkeypatch: pytest.MonkeyPatch) -> None:
    written: list[str] = []
    write = FolderShare.write_new

    def note(self: FolderShare, name: str, data: bytes) -> None:
        written.append(name)
        write(self, name, data)

    monkeypatch.setattr(FolderShare, "write_new", note)
    batch = Sender().usual(1)
    send(batch, share)
    assert written == [name for name, _ in batch.all_files]
    assert written[-1].endswith("_MAN.json")


def test_sending_again_changes_nothing(share: FolderShare) -> None:
    batch = Sender().usual(1)
    send(batch, share)
    send(batch, share)
    assert {name: share.read(name) for name in share.list()} == dict(batch.all_files)


def test_another_batch_under_the_same_names_is_not_overwritten(share: FolderShare) -> None:
    send(Sender().usual(1), share)
    with pytest.raises(AlreadyThere):
        send(Sender().usual(2), share)


def test_what_the_share_gives_back_otherwise_does_not_count_as_sent(
    share: FolderShare, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = FolderShare.write_new

    def spoil(self: FolderShare, name: str, data: bytes) -> None:
        write(self, name, data)
        (folder / name).write_bytes(data[:-1] + b"?")

    monkeypatch.setattr(FolderShare, "write_new", spoil)
    batch = Sender().usual(1)
    with pytest.raises(Known) as refused:
        send(batch, share)
    assert refused.value.code == "read_back_differs"
    assert not share.exists(batch.stem.manifest)  # so that no reader takes it


def test_live_records_never_cross_the_share_unsealed(share: FolderShare) -> None:
    with pytest.raises(Known) as refused:
        send(Sender(mode=Mode.LIVE).usual(1), share)
    assert refused.value.code == "not_sealed"
    assert share.list() == ()


def test_answers_are_found_in_order_for_one_device_only(share: FolderShare, ledger: Ledger) -> None:
    mine, other = Sender(), Sender(device="D08")
    for number in (1, 2, 3):
        send(mine.usual(number), share)
    send(other.usual(9), share)
    intake(share, ledger, clock())
    found = read_answers(share, provider="R1H", device="D07").found
    assert [answer.sequence_no for answer in found] == [1, 2, 3]
    wanted = read_answers(share, provider="R1H", device="D07", wanted={2}).found
    assert [answer.sequence_no for answer in wanted] == [2]


def test_an_answer_that_cannot_be_read_is_named(share: FolderShare, folder: Path) -> None:
    sample = (SAMPLE / f"{STEM}_ACK.json").read_bytes()
    (folder / f"{STEM}_ACK.json").write_bytes(sample)  # its reject file has not come
    (folder / "RECOUP_R1H_D07_20260415_000043_ACK.json").write_bytes(sample)
    (folder / "RECOUP_R1H_D07_20260415_000044_ACK.json").write_bytes(b"{}")
    answers = read_answers(share, provider="R1H", device="D07")
    assert answers.found == ()
    assert len(answers.unreadable) == 3
    (folder / f"{STEM}_REJ.csv").write_bytes(b"not a table")
    assert len(read_answers(share, provider="R1H", device="D07").unreadable) == 3
    (folder / f"{STEM}_REJ.csv").write_bytes((SAMPLE / f"{STEM}_REJ.csv").read_bytes())
    assert len(read_answers(share, provider="R1H", device="D07").found) == 1


def sample_answer() -> Answer:
    answer = read_acknowledgement((SAMPLE / f"{STEM}_ACK.json").read_bytes())
    return with_rejects(answer, (SAMPLE / f"{STEM}_REJ.csv").read_bytes())


def test_the_sample_answer_is_read_and_rebuilt_byte_for_byte() -> None:
    answer = sample_answer()
    assert answer.status is Status.PARTIAL
    assert answer.rejected_rows(Kind.INVOICES) == {3}
    assert answer.ack_bytes() == (SAMPLE / f"{STEM}_ACK.json").read_bytes()
    assert answer.rej_bytes() == (SAMPLE / f"{STEM}_REJ.csv").read_bytes()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"null",
        b'{"format": "recoup-finance-ack", "format_version": 2}',
        (SAMPLE / f"{STEM}_ACK.json").read_bytes().replace(b"PARTIAL", b"LOST"),
        (SAMPLE / f"{STEM}_ACK.json").read_bytes().replace(b'"INV": 2', b'"INV": "2"'),
        (SAMPLE / f"{STEM}_ACK.json").read_bytes() + b"\n",
    ],
)
def test_an_acknowledgement_that_no_ledger_wrote_is_not_read(data: bytes) -> None:
    with pytest.raises(NotAsWritten):
        read_acknowledgement(data)


def test_a_reject_file_with_odd_rows_is_not_read() -> None:
    head = b"file_code,record_no,doc_no,reason_code,field,message\r\n"
    rows = (
        b"INV,three,,E204,,\r\n",
        b"INV,3\r\n",
        b"INV,0,,E204,,\r\n",
        b"INV,%d,,E,,\r\n" % 10**20,
    )
    for row in rows:
        with pytest.raises(NotAsWritten):
            with_rejects(sample_answer(), head + row)


def test_an_answer_is_held_against_what_was_sent() -> None:
    sent, answer = sample_batch(), sample_answer()
    assert disagreement(answer, sent) is None
    less = {Kind.CUSTOMERS: 1, Kind.INVOICES: 2, Kind.RECEIPTS: 2}
    other_cash = {Kind.INVOICES: 1365394, Kind.RECEIPTS: 1}
    for wrong in (
        replace(answer, sequence_no=41),
        replace(answer, manifest_sha256="0" * 64),
        replace(answer, accepted=less),
        replace(answer, status=Status.REJECTED),
        replace(answer, rejects=()),
        replace(answer, rejects=(Reject("INV", None, "", "E204", "", ""),)),
        replace(answer, accepted_pence=other_cash),
    ):
        assert disagreement(wrong, sent) is not None


def test_a_batch_rejected_whole_reconciles_with_nothing_accepted(
    share: FolderShare, ledger: Ledger
) -> None:
    batch = Sender(mode=Mode.DEMO).usual(1)
    put(batch, share)
    intake(share, ledger, clock())
    (answer,) = read_answers(share, provider="R1H", device="D07").found
    assert answer.status is Status.REJECTED
    assert disagreement(answer, batch) is None


def test_an_accepted_batch_reconciles(share: FolderShare, ledger: Ledger) -> None:
    batch = Sender().batch([customer()], [invoice(1), invoice(2)])
    send(batch, share)
    intake(share, ledger, clock())
    (answer,) = read_answers(share, provider="R1H", device="D07").found
    assert disagreement(answer, batch) is None
