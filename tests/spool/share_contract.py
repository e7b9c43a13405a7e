"""What every share promises, whatever carries it: one suite, run against each transport.

A module of tests names a class `TestX(ShareContract)` and gives the fixtures `share`, the share,
and `folder`, the same place as its server sees it.
"""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.spool.share import AlreadyThere, Share
from app.spool.trial import Step, Trial

DAY = 86_400.0


class ShareContract:
    """The promises, each a test."""

    def test_a_file_is_written_whole_and_leaves_no_part(self, share: Share, folder: Path) -> None:
        share.write_new("A_MAN.json", b"content")
        assert (folder / "A_MAN.json").read_bytes() == b"content"
        assert share.list() == ("A_MAN.json",)
        assert share.exists("A_MAN.json")
        assert share.read("A_MAN.json") == b"content"

    @pytest.mark.parametrize("size", [0, 1, 65_536, (1 << 20) + 1, 5_000_001])
    def test_every_size_comes_back_as_it_was_written(self, share: Share, size: int) -> None:
        data = bytes(range(251)) * (size // 251 + 1)
        share.write_new("A.bin", data[:size])
        assert share.read("A.bin") == data[:size]

    def test_writing_the_same_again_is_done_already(self, share: Share) -> None:
        share.write_new("A.csv", b"same")
        share.write_new("A.csv", b"same")
        assert share.list() == ("A.csv",)

    @pytest.mark.parametrize("other", [b"other", b"", b"same and more", b"sam"])
    def test_h10_no_file_is_ever_overwritten(self, share: Share, other: bytes) -> None:
        share.write_new("A.csv", b"same")
        with pytest.raises(AlreadyThere) as refused:
            share.write_new("A.csv", other)
        assert refused.value.code == "already_there"
        assert share.read("A.csv") == b"same"
        assert share.list() == ("A.csv",)

    def test_h10_a_file_that_came_meanwhile_is_not_overwritten(
        self, share: Share, folder: Path
    ) -> None:
        """Many at once write one name: the first to give it has it, the others hear of it."""
        heard: list[str] = []

        def write(number: int) -> None:
            try:
                share.write_new("A.csv", b"%d" % number * 100_000)
                heard.append("done")
            except AlreadyThere:
                heard.append("there")

        writers = [threading.Thread(target=write, args=(number,)) for number in range(6)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert sorted(heard) == ["done"] + ["there"] * 5
        assert share.list() == ("A.csv",)
        assert len(set((folder / "A.csv").read_bytes())) == 1

    def test_a_folder_under_a_files_name_is_left_as_it_is(self, share: Share, folder: Path) -> None:
        (folder / "A.csv").mkdir()
        (folder / "A.csv" / "inside").write_bytes(b"kept")
        assert share.read("A.csv") is None
        assert not share.exists("A.csv")
        assert share.list() == ()
        with pytest.raises(AlreadyThere):
            share.write_new("A.csv", b"content")
        assert (folder / "A.csv" / "inside").read_bytes() == b"kept"

    def test_what_is_not_there_is_nothing(self, share: Share) -> None:
        assert share.read("absent.csv") is None
        assert not share.exists("absent.csv")
        assert share.list() == ()

    def test_a_reader_is_never_given_more_than_it_asked_for(
        self, share: Share, folder: Path
    ) -> None:
        with (folder / "huge.csv").open("wb") as file:
            file.truncate(1 << 40)
        assert len(share.read("huge.csv", 10) or b"") == 11

    def test_a_list_is_of_names_that_begin_so(self, share: Share, folder: Path) -> None:
        for name in ("AB.csv", "A.csv", "ABC.csv", "B.csv", "aB.csv"):
            (folder / name).write_bytes(b"")
        assert share.list("AB") == ("AB.csv", "ABC.csv")
        assert share.list("AB.") == ("AB.csv",)
        assert share.list("Z") == ()
        assert len(share.list()) == 5
        for wild in ("*", "A*", "?", "<", "a/b", "a\\b"):
            with pytest.raises(ValueError, match="begins no name"):
                share.list(wild)

    @pytest.mark.parametrize("name", ["../A", "a/b", "", ".hidden", "a\\b", "a b", "x" * 200])
    def test_a_name_that_could_lead_elsewhere_is_a_fault_of_the_caller(
        self, share: Share, name: str
    ) -> None:
        for act in (
            lambda: share.write_new(name, b""),
            lambda: share.read(name),
            lambda: share.exists(name),
        ):
            with pytest.raises(ValueError, match="no name for a file"):
                act()

    def test_what_a_cut_off_attempt_left_stands_in_nobodys_way(
        self, share: Share, folder: Path
    ) -> None:
        for mark in range(1, 4):
            (folder / f"A.csv.{mark}.part").write_bytes(b"con")
        share.write_new("A.csv", b"content")
        assert share.read("A.csv") == b"content"
        share.sweep("A")
        assert share.list() == ("A.csv",)

    def test_sweeping_leaves_young_parts_of_files_that_have_not_arrived(
        self, share: Share, folder: Path
    ) -> None:
        (folder / "B.csv.1.part").write_bytes(b"con")
        share.sweep("B")
        assert share.list() == ("B.csv.1.part",)

    def test_sweeping_takes_parts_older_than_any_attempt_and_nothing_else(
        self, share: Share, folder: Path
    ) -> None:
        old = ("B.csv.1.part", "B.csv", "C.csv.2.part", "B.part", "B.csv.x.part", "B.csv.part")
        for name in old:
            (folder / name).write_bytes(b"con")
            os.utime(folder / name, (0, 0))
        (folder / "B2.csv.3.part").write_bytes(b"young")
        share.sweep("B")
        left = sorted(path.name for path in folder.iterdir())
        assert left == sorted({*old, "B2.csv.3.part"} - {"B.csv.1.part"})

    def test_only_a_file_of_a_trial_is_ever_taken_away(self, share: Share, folder: Path) -> None:
        (folder / "RECOUP_R1H.csv").write_bytes(b"kept")
        with pytest.raises(ValueError, match="no file of a trial"):
            share.remove_trial("RECOUP_R1H.csv")
        with pytest.raises(ValueError, match="no name"):
            share.remove_trial("recoup-trial-/../RECOUP_R1H.csv")
        assert (folder / "RECOUP_R1H.csv").exists()

    def test_a_trial_writes_reads_back_and_takes_away(self, share: Share, folder: Path) -> None:
        (folder / "RECOUP_R1H.csv").write_bytes(b"kept")
        trial = Trial(share, "one")
        trial.do(Step.WRITE)
        assert len(share.list()) == 2
        trial.do(Step.READ)
        trial.do(Step.REMOVE)
        assert share.list() == ("RECOUP_R1H.csv",)
        trial.do(Step.REMOVE)

    @settings(
        max_examples=25,
        deadline=None,
        suppress_health_check=[
            HealthCheck.function_scoped_fixture,
            HealthCheck.differing_executors,
        ],
    )
    @given(
        acts=st.lists(
            st.tuples(st.sampled_from(["A.csv", "B.csv", "AB.csv"]), st.binary(max_size=3)),
            max_size=12,
        )
    )
    def test_h10_the_first_bytes_of_a_name_are_its_bytes_for_good(
        self, share: Share, folder: Path, acts: list[tuple[str, bytes]]
    ) -> None:
        for path in folder.iterdir():
            path.unlink()
        first: dict[str, bytes] = {}
        for name, data in acts:
            if first.setdefault(name, data) == data:
                share.write_new(name, data)
            else:
                with pytest.raises(AlreadyThere):
                    share.write_new(name, data)
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == first
        assert share.list() == tuple(sorted(first))
