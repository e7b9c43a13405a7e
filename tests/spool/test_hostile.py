"""Files that mean harm, damage of any byte, and batches lost, swapped or played again."""

from __future__ import annotations

import itertools
import json
import os
import shutil
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.hub.ledger import Ledger
from app.spool.acknowledgement import disagreement
from app.spool.envelope import PlainBatch, csv_bytes, sha256
from app.spool.intake import Outcome, intake
from app.spool.manifest import FileEntry
from app.spool.outbound import read_answers, send
from app.spool.share import FolderShare
from tests.spool.made import MEMORY, Sender, clock, customer, customer_on, ledger_at, put

USUAL = Sender().usual(1)


def with_file(batch: PlainBatch, end: str, data: bytes, **claims: Any) -> PlainBatch:
    """The batch with another data file, and a manifest whose size and hash agree with it."""
    name = f"{batch.stem}_{end}"
    files = tuple((each, data if each == name else old) for each, old in batch.files)
    entries = tuple(
        replace(entry, bytes=len(data), sha256=sha256(data), **claims)
        if entry.name == name
        else entry
        for entry in batch.manifest.files
    )
    manifest = replace(batch.manifest, files=entries)
    return PlainBatch(batch.stem, files, manifest.to_bytes())


def code_for(batch: PlainBatch, share: FolderShare, ledger: Ledger) -> list[str]:
    put(batch, share)
    (taken,) = intake(share, ledger, clock()).taken
    return [reason.reason_code for reason in taken.reasons]


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\xff\xfe\x00",
        b'"',
        b"record_no\r\n1\r\n",
        b"\xef\xbb\xbf" + USUAL.files[0][1],
        USUAL.files[0][1] + USUAL.files[0][1].split(b"\r\n")[1] + b"\r\n",
        USUAL.files[0][1].replace(b"\r\n1,", b"\r\n7,"),
        csv_bytes(["x" * 200_000], []),
    ],
)
def test_e104_a_data_file_that_is_no_such_table_is_refused(
    data: bytes, share: FolderShare, ledger: Ledger
) -> None:
    assert code_for(with_file(USUAL, "CUS.csv", data), share, ledger) == ["E104"]


def test_e104_a_count_of_rows_that_is_not_so_is_refused(share: FolderShare, ledger: Ledger) -> None:
    same = USUAL.files[0][1]
    assert code_for(with_file(USUAL, "CUS.csv", same, rows=2), share, ledger) == ["E104"]


@pytest.mark.parametrize("end", ["CUS.csv", "INV.csv", "RCP.csv"])
def test_e105_a_control_total_that_is_not_so_is_refused(
    end: str, share: FolderShare, ledger: Ledger
) -> None:
    same = dict(USUAL.files)[f"{USUAL.stem}_{end}"]
    batch = with_file(USUAL, end, same, control_total_pence=80_001)
    assert code_for(batch, share, ledger) == ["E105"]


def test_e105_totals_that_do_not_follow_from_the_files_are_refused(
    share: FolderShare, ledger: Ledger
) -> None:
    totals = replace(USUAL.manifest.totals, refund_pence=-1)
    manifest = replace(USUAL.manifest, totals=totals)
    batch = PlainBatch(USUAL.stem, USUAL.files, manifest.to_bytes())
    assert code_for(batch, share, ledger) == ["E105"]


def test_e208_a_batch_in_another_currency_is_refused(share: FolderShare, ledger: Ledger) -> None:
    manifest = replace(USUAL.manifest, currency="EUR")
    batch = PlainBatch(USUAL.stem, USUAL.files, manifest.to_bytes())
    assert code_for(batch, share, ledger) == ["E208"]


@pytest.mark.parametrize("bytes_claimed", [-1, 10**14])
def test_a_size_no_file_can_have_is_refused(
    bytes_claimed: int, share: FolderShare, ledger: Ledger
) -> None:
    first, *rest = USUAL.manifest.files
    manifest = replace(USUAL.manifest, files=(replace(first, bytes=bytes_claimed), *rest))
    batch = PlainBatch(USUAL.stem, USUAL.files, manifest.to_bytes())
    assert code_for(batch, share, ledger) == ["E103"]


@pytest.mark.parametrize(
    "name", ["../../secret.csv", "/etc/passwd", "RECOUP_R1H_D07_20260415_000002_CUS.csv", ""]
)
def test_e102_a_manifest_that_points_elsewhere_is_refused_and_nothing_there_is_read(
    name: str, share: FolderShare, ledger: Ledger, tmp_path: Path
) -> None:
    (tmp_path / "secret.csv").write_bytes(USUAL.files[0][1])
    first, *rest = USUAL.manifest.files
    manifest = replace(USUAL.manifest, files=(replace(first, name=name), *rest))
    batch = PlainBatch(USUAL.stem, USUAL.files, manifest.to_bytes())
    assert code_for(batch, share, ledger) == ["E102"]


def test_e102_more_or_fewer_files_than_three_are_refused(
    share: FolderShare, ledger: Ledger
) -> None:
    extra = FileEntry("x.csv", 0, "0" * 64, 0, 0)
    for entries in (USUAL.manifest.files[:2], (*USUAL.manifest.files, extra), ()):
        manifest = replace(USUAL.manifest, files=entries)
        sender = Sender(device=f"D{len(entries)}")
        stem = replace(USUAL.stem, device=sender.device)
        header = replace(manifest.header, device_code=sender.device, batch_id=sender.ids.new())
        put(PlainBatch(stem, (), replace(manifest, header=header).to_bytes()), share)
    report = intake(share, ledger, clock())
    assert [taken.reasons[0].reason_code for taken in report.taken] == ["E102"] * 3


def test_a_link_in_the_place_of_a_data_file_is_not_followed(
    share: FolderShare, folder: Path, ledger: Ledger, tmp_path: Path
) -> None:
    put(USUAL, share)
    name, data = USUAL.files[0]
    (tmp_path / "elsewhere").write_bytes(data)
    (folder / name).unlink()
    (folder / name).symlink_to(tmp_path / "elsewhere")
    (taken,) = intake(share, ledger, clock()).taken
    assert [reason.reason_code for reason in taken.reasons] == ["E102"]


@pytest.mark.parametrize(
    "content", [b"", b"{}", b"[[[[", b"\x00" * 100, b"\xff" * 10, b'{"a": NaN}', b" " * 10**6]
)
def test_a_manifest_that_is_none_is_refused_without_an_answer_and_holds_nothing_else_up(
    content: bytes, share: FolderShare, folder: Path, ledger: Ledger
) -> None:
    (folder / USUAL.stem.manifest).write_bytes(content)
    put(Sender(device="D08").usual(2), share)
    taken, other = intake(share, ledger, clock()).taken
    assert (taken.outcome, taken.reasons[0].reason_code) == (Outcome.REFUSED, "E103")
    assert not share.exists(USUAL.stem.acknowledgement)
    assert other.outcome is Outcome.ACCEPTED


def test_strangers_on_the_share_are_left_alone(
    share: FolderShare, folder: Path, ledger: Ledger
) -> None:
    for name in ("Thumbs.db", "notes.txt", ".hidden", "RECOUP_lower_d07_1_2_MAN.json"):
        (folder / name).write_bytes(b"?")
    (folder / "RECOUP_R1H_D09_20260415_000001_MAN.json").mkdir()
    os.mkfifo(folder / "RECOUP_R1H_D10_20260415_000001_MAN.json")
    before = sorted(path.name for path in folder.iterdir())
    assert intake(share, ledger, clock()).taken == ()
    assert sorted(path.name for path in folder.iterdir()) == before


def test_a_formula_in_a_cell_never_reaches_the_ledger(share: FolderShare, ledger: Ledger) -> None:
    unsafe = USUAL.files[0][1].replace(b"1 Test Street", b"=cmd|' /C calc'!A0")
    assert code_for(with_file(USUAL, "CUS.csv", unsafe), share, ledger)[0] == "E201"
    assert ledger.totals().customers == 0


def test_the_reject_file_cannot_be_used_to_smuggle_a_formula(
    share: FolderShare, ledger: Ledger
) -> None:
    unsafe = USUAL.files[1][1].replace(b"R1H26OV000001,", b"=1+1,", 1)
    batch = with_file(USUAL, "INV.csv", unsafe)
    put(batch, share)
    intake(share, ledger, clock())
    assert b",=1+1" not in (share.read(batch.stem.rejects) or b"")
    assert b", =1+1" in (share.read(batch.stem.rejects) or b"")


@settings(deadline=None, max_examples=100)
@given(data=st.data())
def test_damage_to_any_byte_is_refused_or_seen_by_the_sender_and_never_loads_other_rows(
    data: st.DataObject, empty_ledger: Path
) -> None:
    """A manifest's hash is not in itself: damage to its identifier or time of day alone is taken,
    with the same rows, under an answer whose hash is not the sender's; the chain shows it too."""
    sender = Sender()
    batch, following = sender.usual(1), sender.usual(2)
    name, whole = data.draw(st.sampled_from(batch.all_files))
    place = data.draw(st.integers(0, len(whole) - 1))
    other = data.draw(st.integers(0, 255).filter(lambda byte: byte != whole[place]))
    damaged = whole[:place] + bytes([other]) + whole[place + 1 :]
    with TemporaryDirectory(dir=MEMORY) as made:
        share, ledger_folder = FolderShare(Path(made) / "share"), Path(made) / "ledger"
        (Path(made) / "share").mkdir()
        shutil.copytree(empty_ledger, ledger_folder)
        put(batch, share)
        (Path(made) / "share" / name).write_bytes(damaged)
        with ledger_at(ledger_folder) as ledger:
            (taken,) = intake(share, ledger, clock()).taken
            if taken.outcome is Outcome.ACCEPTED:
                assert name == batch.stem.manifest
                (answer,) = read_answers(share, provider="R1H", device="D07").found
                assert disagreement(answer, batch) is not None
                assert customer_on(ledger, "P000000001") == customer()
                put(following, share)
                later = intake(share, ledger, clock()).taken[1]
                assert [reason.reason_code for reason in later.reasons] == ["E107"]
            else:
                assert taken.reasons
                assert ledger.totals().batches == 0
            # The true batch put back in its place is never taken a second time.
            (Path(made) / "share" / name).write_bytes(whole)
            before = ledger.totals()
            intake(share, ledger, clock())
            assert ledger.totals().lines <= max(before.lines, 1)


@settings(deadline=None, max_examples=25)
@given(order=st.permutations([0, 1, 2, 3]), missing_at_first=st.sets(st.integers(0, 3)))
def test_batches_in_any_order_with_any_missing_are_taken_once_and_in_sequence(
    order: list[int], missing_at_first: set[int], empty_ledger: Path
) -> None:
    sender = Sender()
    batches = [sender.usual(number) for number in range(1, 5)]
    with TemporaryDirectory(dir=MEMORY) as made:
        (Path(made) / "share").mkdir()
        share = FolderShare(Path(made) / "share")
        shutil.copytree(empty_ledger, Path(made) / "ledger")
        with ledger_at(Path(made) / "ledger") as ledger:
            for place in order:
                if place not in missing_at_first:
                    send(batches[place], share)
                    intake(share, ledger, clock())
            in_sequence = list(itertools.takewhile(lambda n: n not in missing_at_first, range(4)))
            assert ledger.totals().batches == len(in_sequence)
            assert ledger.tip("R1H", "D07").sequence_no == len(in_sequence)
            for batch in batches:
                send(batch, share)
            intake(share, ledger, clock())
            assert ledger.totals().batches == 4
            numbers = [
                json.loads(share.read(batch.stem.acknowledgement) or b"")["ledger_batch_no"]
                for batch in batches
            ]
            assert numbers == [f"SL2026-{number:06d}" for number in range(1, 5)]
