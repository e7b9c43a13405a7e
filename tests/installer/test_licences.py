"""Everything that is frozen brings a licence, or nothing is built."""

from __future__ import annotations

from importlib.metadata import PathDistribution, distribution
from pathlib import Path

import pytest

from installer import licences


def test_packages_are_found_by_the_modules_that_were_frozen() -> None:
    names = [package.name for package in licences.packages(["reportlab", "PySide6", "app", "json"])]
    assert names == ["recoup", "PySide6_Essentials", "reportlab"]


def test_qt_comes_with_the_texts_of_lgpl_and_gpl() -> None:
    texts = licences.texts(distribution("PySide6-Essentials"))
    assert [text.name for text in texts] == ["LGPL-3.0.txt", "GPL-3.0.txt"]
    assert "LESSER GENERAL PUBLIC LICENSE" in texts[0].read_text("utf-8")


def test_a_package_without_a_licence_stops_the_build(tmp_path: Path) -> None:
    info = tmp_path / "bare-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: bare\nVersion: 1.0\n")
    (info / "RECORD").write_text("bare-1.0.dist-info/METADATA,,\n")
    with pytest.raises(licences.NoLicence, match="bare"):
        licences.texts(PathDistribution(info))


def test_a_build_writes_a_folder_a_part_and_a_list_of_all(tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    licences.write(folder, modules=["reportlab", "sqlcipher3", "app"], files=[])
    assert sorted(path.name for path in folder.iterdir()) == [
        "Python",
        "README.txt",
        "recoup",
        "reportlab",
        "sqlcipher3",
    ]
    assert "MIT License" in (folder / "recoup" / "LICENSE").read_text("utf-8")
    assert "Python: PSF-2.0" in (folder / "README.txt").read_text("utf-8")


def test_building_again_leaves_no_licence_of_what_is_gone(tmp_path: Path) -> None:
    folder = tmp_path / "licences"
    licences.write(folder, modules=["segno"], files=[])
    licences.write(folder, modules=["reportlab"], files=[])
    assert not (folder / "segno").exists()
