"""Trying a share: written, read back, taken away; nothing else there is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.core.errors import Known
from app.spool.share import FolderShare, ShareUnavailable
from app.spool.trial import Step, Trial


def test_first_run_a_share_is_written_read_back_and_cleaned(tmp_path: Path) -> None:
    (tmp_path / "RECOUP_R1H.csv").write_bytes(b"kept")
    trial = Trial(FolderShare(tmp_path), "one")
    trial.do(Step.WRITE)
    assert len(list(tmp_path.iterdir())) == 2
    trial.do(Step.READ)
    trial.do(Step.REMOVE)
    assert [path.name for path in tmp_path.iterdir()] == ["RECOUP_R1H.csv"]
    trial.do(Step.REMOVE)


def test_a_share_that_changes_what_it_keeps_is_found(tmp_path: Path) -> None:
    trial = Trial(FolderShare(tmp_path), "one")
    trial.do(Step.WRITE)
    (found,) = tmp_path.iterdir()
    found.write_bytes(b"other")
    with pytest.raises(Known, match="not what was written"):
        trial.do(Step.READ)
    found.unlink()
    with pytest.raises(Known, match="not what was written"):
        trial.do(Step.READ)


def test_a_share_that_is_not_there_is_said(tmp_path: Path) -> None:
    trial = Trial(FolderShare(tmp_path / "gone"), "one")
    with pytest.raises(ShareUnavailable):
        trial.do(Step.WRITE)


def test_only_a_file_of_a_trial_is_ever_taken_away(tmp_path: Path) -> None:
    (tmp_path / "RECOUP_R1H.csv").write_bytes(b"kept")
    with pytest.raises(ValueError, match="no file of a trial"):
        FolderShare(tmp_path).remove_trial("RECOUP_R1H.csv")
    with pytest.raises(ValueError, match="no name"):
        FolderShare(tmp_path).remove_trial("recoup-trial-/../RECOUP_R1H.csv")
    assert (tmp_path / "RECOUP_R1H.csv").exists()
