"""The finance side: what is taken, what comes back, and that doing it again changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.billing.book import Tip
from app.core.trust import Mode
from app.hub.ledger import Ledger
from app.machine import FixedClock
from app.spool.intake import AnswerFile, IntakeReport, Outcome, Taken, intake
from app.spool.share import FolderShare, ShareUnavailable
from tests.spool.made import (
    SAMPLE,
    Sender,
    clock,
    credit,
    customer,
    customer_on,
    invoice,
    post,
    put,
    receipt,
)
from tests.spool.test_envelope import STEM, sample_manifest


def take(share: FolderShare, ledger: Ledger) -> IntakeReport:
    return intake(share, ledger, clock())


def the_only(report: IntakeReport) -> Taken:
    (taken,) = report.taken
    return taken


def codes(taken: Taken) -> list[str]:
    return [reason.reason_code for reason in taken.reasons]


def bring_forward(ledger: Ledger) -> None:
    """What the sample's ledger held before: 41 batches, an invoice credited, its receipt."""
    old = replace(invoice(pence=92_887), doc_no="R1H25OV004410", customer_ref="P000000987")
    paid = replace(receipt(pence=92_887, customer_ref="P000000987"), receipt_no="R1HR000402")
    header = sample_manifest().header
    post(ledger, [customer("P000000987")], [[old]], [paid], batch_no="SL2025-000001")
    post(ledger, [], [[credit(old, 900_005)]], batch_no="SL2025-000002")
    with ledger.atomic():
        ledger.advance("R1H", "D07", Tip(41, header.previous_manifest_sha256))
        for _ in range(917):
            ledger.next_batch_no("R1H", 2026)


def test_the_sample_batch_gets_the_sample_answer_byte_for_byte(
    share: FolderShare, folder: Path, ledger: Ledger
) -> None:
    bring_forward(ledger)
    for end in ("CUS.csv", "INV.csv", "RCP.csv", "MAN.json"):
        (folder / f"{STEM}_{end}").write_bytes((SAMPLE / f"{STEM}_{end}").read_bytes())
    taken = the_only(take(share, ledger))
    assert taken.outcome is Outcome.PARTIAL
    for end in ("ACK.json", "REJ.csv"):
        assert (folder / f"{STEM}_{end}").read_bytes() == (SAMPLE / f"{STEM}_{end}").read_bytes()


def test_a_batch_is_loaded_and_acknowledged(share: FolderShare, ledger: Ledger) -> None:
    put(Sender().usual(1), share)
    taken = the_only(take(share, ledger))
    assert taken.outcome is Outcome.ACCEPTED
    assert taken.answer is not None
    assert taken.answer.ledger_batch_no == "SL2026-000001"
    totals = ledger.totals()
    assert (totals.customers, totals.documents, totals.receipts) == (1, 1, 1)
    assert (totals.charged_pence, totals.received_pence) == (80_000, 80_000)


def test_h10_taking_a_batch_twice_doubles_nothing(
    share: FolderShare, folder: Path, ledger: Ledger
) -> None:
    put(Sender().usual(1), share)
    take(share, ledger)
    before = ledger.totals(), {path.name: path.read_bytes() for path in folder.iterdir()}
    later = FixedClock(datetime(2027, 1, 1, tzinfo=UTC))
    again = the_only(intake(share, ledger, later))
    assert (again.outcome, again.answer_file) == (Outcome.DUPLICATE, AnswerFile.THERE)
    assert again.answer is not None
    assert again.answer.ledger_batch_no == "SL2026-000001"
    assert before == (
        ledger.totals(),
        {path.name: path.read_bytes() for path in folder.iterdir()},
    )


def test_an_answer_lost_on_the_way_is_written_again_from_the_ledger(
    share: FolderShare, folder: Path, ledger: Ledger
) -> None:
    put(Sender().batch([customer()], [invoice(currency="EUR")]), share)
    take(share, ledger)
    answers = {path: path.read_bytes() for path in folder.iterdir() if path.name[-7:-4] == "REJ"}
    answers |= {path: path.read_bytes() for path in folder.glob("*_ACK.json")}
    assert len(answers) == 2
    for path in answers:
        path.unlink()
    later = FixedClock(datetime(2027, 1, 1, tzinfo=UTC))
    again = the_only(intake(share, ledger, later))
    assert again.answer_file is AnswerFile.WRITTEN
    assert answers == {path: path.read_bytes() for path in answers}


def test_an_answers_name_taken_by_another_file_is_reported_and_left(
    share: FolderShare, ledger: Ledger
) -> None:
    batch = Sender().usual(1)
    put(batch, share)
    share.write_new(batch.stem.acknowledgement, b"mine")
    assert the_only(take(share, ledger)).answer_file is AnswerFile.BLOCKED
    assert share.read(batch.stem.acknowledgement) == b"mine"
    assert the_only(take(share, ledger)).answer_file is AnswerFile.BLOCKED


def test_files_without_a_manifest_are_no_batch_yet(share: FolderShare, ledger: Ledger) -> None:
    batch = Sender().usual(1)
    for name, data in batch.files:
        share.write_new(name, data)
    assert take(share, ledger).taken == ()
    share.write_new(batch.stem.manifest, batch.manifest_bytes)
    assert the_only(take(share, ledger)).outcome is Outcome.ACCEPTED


def test_batches_of_two_devices_do_not_wait_for_each_other(
    share: FolderShare, ledger: Ledger
) -> None:
    late, other = Sender(), Sender(device="D08")
    late.usual(1)  # never arrives
    put(late.usual(2), share)
    put(other.usual(3), share)
    outcomes = {taken.stem.device: taken.outcome for taken in take(share, ledger).taken}
    assert outcomes == {"D07": Outcome.HELD, "D08": Outcome.ACCEPTED}


def test_e106_a_gap_holds_later_batches_until_it_is_filled(
    share: FolderShare, ledger: Ledger
) -> None:
    sender = Sender()
    first, second, third = (sender.usual(number) for number in (1, 2, 3))
    put(first, share)
    put(third, share)
    report = take(share, ledger)
    assert [taken.outcome for taken in report.taken] == [Outcome.ACCEPTED, Outcome.HELD]
    assert codes(report.taken[1]) == ["E106"]
    assert not share.exists(third.stem.acknowledgement)
    put(second, share)
    report = take(share, ledger)
    assert [taken.outcome for taken in report.taken] == [
        *(Outcome.DUPLICATE, Outcome.ACCEPTED, Outcome.ACCEPTED)
    ]
    assert ledger.totals().batches == 3


def test_e101_a_batch_id_reused_with_other_content_is_rejected_and_the_chain_goes_on(
    share: FolderShare, ledger: Ledger
) -> None:
    sender = Sender()
    first = sender.usual(1)
    put(first, share)
    put(sender.batch([customer()], batch_id=first.manifest.header.batch_id), share)
    put(sender.usual(3), share)
    report = take(share, ledger)
    assert [taken.outcome for taken in report.taken] == [
        *(Outcome.ACCEPTED, Outcome.REJECTED, Outcome.ACCEPTED)
    ]
    assert codes(report.taken[1]) == ["E101"]
    assert customer_on(ledger, "P000000001") == customer("P000000001")


def test_e101_a_manifest_altered_after_it_was_taken_changes_nothing(
    share: FolderShare, folder: Path, ledger: Ledger
) -> None:
    batch = Sender().usual(1)
    put(batch, share)
    take(share, ledger)
    answer = share.read(batch.stem.acknowledgement)
    altered = batch.manifest_bytes.replace(b"17:05:00Z", b"17:05:01Z")
    (folder / batch.stem.manifest).write_bytes(altered)
    taken = the_only(take(share, ledger))
    assert (taken.outcome, codes(taken)) == (Outcome.REJECTED, ["E101"])
    assert share.read(batch.stem.acknowledgement) == answer
    (folder / batch.stem.manifest).write_bytes(b"{}")
    assert codes(the_only(take(share, ledger))) == ["E101"]
    assert ledger.totals().batches == 1


@pytest.mark.parametrize(
    ("end", "damage", "code"),
    [
        ("CUS.csv", None, "E102"),
        ("INV.csv", b"", "E103"),
        ("RCP.csv", b"longer", "E103"),
    ],
)
def test_a_missing_or_altered_file_rejects_the_whole_batch_and_the_chain_goes_on(
    share: FolderShare, folder: Path, ledger: Ledger, end: str, damage: bytes | None, code: str
) -> None:
    sender = Sender()
    batch = sender.usual(1)
    put(batch, share)
    path = folder / f"{batch.stem}_{end}"
    if damage is None:
        path.unlink()
    else:
        path.write_bytes(damage)
    put(sender.usual(2), share)
    report = take(share, ledger)
    assert [taken.outcome for taken in report.taken] == [Outcome.REJECTED, Outcome.ACCEPTED]
    assert codes(report.taken[0]) == [code]
    assert ledger.totals().batches == 1
    answer = report.taken[0].answer
    assert answer is not None
    assert (answer.ledger_batch_no, set(answer.accepted.values())) == (None, {0})
    assert set(answer.rejected.values()) == {1}


def test_e103_one_letter_changed_for_another_is_seen(
    share: FolderShare, folder: Path, ledger: Ledger
) -> None:
    batch = Sender().usual(1)
    put(batch, share)
    path = folder / batch.files[0][0]
    path.write_bytes(path.read_bytes().replace(b"Visitor", b"Visitir"))
    taken = the_only(take(share, ledger))
    assert [(reason.reason_code, reason.field) for reason in taken.reasons] == [("E103", "sha256")]


def test_e107_a_broken_chain_is_rejected_and_the_next_batch_goes_on(
    share: FolderShare, ledger: Ledger
) -> None:
    sender = Sender()
    put(sender.usual(1), share)
    put(sender.batch([customer("P000000002")], previous_manifest_sha256="f" * 64), share)
    put(sender.usual(3), share)
    report = take(share, ledger)
    assert codes(report.taken[1]) == ["E107"]
    assert report.taken[2].outcome is Outcome.ACCEPTED
    assert customer_on(ledger, "P000000002") is None


def test_e107_a_number_used_twice_is_rejected(share: FolderShare, ledger: Ledger) -> None:
    put(Sender().usual(1), share)
    put(Sender(seed=5).batch([customer("P9")], created_utc="2026-04-16T08:00:00Z"), share)
    report = take(share, ledger)
    assert [taken.outcome for taken in report.taken] == [Outcome.ACCEPTED, Outcome.REJECTED]
    assert codes(report.taken[1]) == ["E107"]
    assert [taken.outcome for taken in take(share, ledger).taken] == [Outcome.DUPLICATE] * 2


def test_e107_another_batch_in_a_taken_ones_place_is_rejected(
    share: FolderShare, folder: Path, ledger: Ledger
) -> None:
    first, other = Sender().usual(1), Sender(seed=5).usual(2)
    put(first, share)
    take(share, ledger)
    for name, data in other.all_files:
        (folder / name).write_bytes(data)
    assert codes(the_only(take(share, ledger))) == ["E107"]
    assert ledger.totals().batches == 1


@pytest.mark.parametrize("mode", [Mode.LIVE, Mode.DEMO])
def test_e108_a_batch_of_another_mode_never_enters_nor_takes_a_number(
    share: FolderShare, folder: Path, ledger: Ledger, mode: Mode
) -> None:
    stray = Sender(mode=mode, seed=3).usual(9)
    put(stray, share)
    taken = the_only(take(share, ledger))
    assert (taken.outcome, codes(taken)) == (Outcome.REJECTED, ["E108"])
    assert ledger.tip("R1H", "D07") == Tip()
    for path in folder.iterdir():
        path.unlink()
    put(Sender().batch([customer()], created_utc="2026-04-16T08:00:00Z"), share)
    assert the_only(take(share, ledger)).outcome is Outcome.ACCEPTED


def test_e108_a_batch_far_along_another_modes_chain_is_not_held(
    share: FolderShare, ledger: Ledger
) -> None:
    put(Sender(mode=Mode.DEMO, sequence_no=6).usual(7), share)
    assert codes(the_only(take(share, ledger))) == ["E108"]


def test_a_copy_under_another_name_is_a_duplicate_or_not_believed(
    share: FolderShare, ledger: Ledger
) -> None:
    batch = Sender().usual(1)
    copy = f"{str(batch.stem)[:-1]}2_MAN.json"
    share.write_new(copy, batch.manifest_bytes)
    taken = the_only(take(share, ledger))
    assert (taken.outcome, codes(taken)) == (Outcome.REFUSED, ["E102"])
    put(batch, share)
    assert [taken.outcome for taken in take(share, ledger).taken] == [
        *(Outcome.ACCEPTED, Outcome.DUPLICATE)
    ]
    assert ledger.totals().batches == 1


def test_a_share_that_goes_away_in_the_middle_loses_nothing(
    share: FolderShare, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    sender = Sender()
    put(sender.usual(1), share)
    put(sender.usual(2), share)

    def fail(*_: object) -> None:
        raise ShareUnavailable

    with monkeypatch.context() as broken:
        broken.setattr(FolderShare, "write_new", fail)
        with pytest.raises(ShareUnavailable):
            take(share, ledger)
    report = take(share, ledger)
    assert [taken.answer_file for taken in report.taken] == [AnswerFile.WRITTEN] * 2
    assert ledger.totals().batches == 2


def test_a_fault_in_the_middle_of_loading_leaves_the_ledger_as_it_was(
    share: FolderShare, ledger: Ledger, monkeypatch: pytest.MonkeyPatch
) -> None:
    put(Sender().usual(1), share)
    before = ledger.totals()

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(Ledger, "keep_answer", fail)
        with pytest.raises(ZeroDivisionError):
            take(share, ledger)
    assert ledger.totals() == before
    assert take(share, ledger).taken[0].outcome is Outcome.ACCEPTED
