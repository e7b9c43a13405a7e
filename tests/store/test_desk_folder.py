"""A desk's folder as its unlucky owner meets it: trust.toml, keys, a making that fails."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from app.core.errors import BadInput, Known
from app.core.trust import Mode, Trust
from app.library.site import TRUST_FILE, read_trust, trust_text
from app.machine import FixedClock
from app.opening import create_desk, open_desk
from app.services import auditing
from app.services.desk import Desk
from app.store import key_file, numbers
from app.store.folder import DATABASE_FILE
from app.store.key_file import KEY_FILE
from app.store.lock import FolderLock
from tests.desks import MORNING, QUICK, TRUST, make_desk, sign_in
from tests.mounts import small_disk

CLOCK = FixedClock(MORNING)


def make(folder: Path, *, mode: Mode = Mode.TEST, device: str = "D01") -> Desk:
    return create_desk(folder, mode=mode, trust=TRUST, device=device, place="Desk 3", clock=CLOCK)


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("made") / "desk"
    make(folder).db.close()
    return folder


@pytest.fixture
def desk_folder(made_once: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(made_once, tmp_path / "desk"))


def refusal(folder: Path) -> Known:
    with pytest.raises(Known) as refused:
        open_desk(folder, clock=CLOCK)
    return refused.value


def files_of(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.name[-4:] != "lock"}


def test_a_desk_is_made_whole_in_one_step(desk_folder: Path) -> None:
    assert set(files_of(desk_folder)) == {DATABASE_FILE, KEY_FILE, TRUST_FILE}
    desk = open_desk(desk_folder, clock=CLOCK)
    assert (desk.trust, desk.place, desk.device, desk.mode) == (TRUST, "Desk 3", "D01", Mode.TEST)
    assert numbers.left(desk.db, "credit_note") == 2_000
    desk.db.close()


def test_a_desk_that_cannot_be_made_leaves_the_folder_as_it_was(tmp_path: Path) -> None:
    with pytest.raises(Known):
        make(tmp_path / "live", mode=Mode.LIVE)  # no passphrase
    with pytest.raises(BadInput):
        make(tmp_path / "badly", device="desk 3")
    (tmp_path / "held").mkdir()
    lock = FolderLock(tmp_path / "held")
    with pytest.raises(Known):
        make(tmp_path / "held")
    lock.release()
    assert [path.name for path in tmp_path.rglob("*")] == ["held", "recoup.lock"]


def test_what_a_lost_database_left_behind_is_kept_for_its_return(desk_folder: Path) -> None:
    (desk_folder / DATABASE_FILE).unlink()
    before = files_of(desk_folder)
    make(desk_folder, device="D02").db.close()
    after = files_of(desk_folder)
    assert {name: after[f"{name}.old-1"] for name in before} == before


def test_a_making_that_fails_at_its_last_step_puts_back_what_made_way(
    desk_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (desk_folder / DATABASE_FILE).unlink()
    before = files_of(desk_folder)
    rename = Path.replace

    def full(path: Path, target: Path) -> Path:
        if Path(target).name == DATABASE_FILE:
            raise OSError(28, "No space left on device")
        return rename(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(Known) as refused:
        make(desk_folder)
    assert refused.value.code == "disk_full"
    assert files_of(desk_folder) == before


def test_a_lost_trust_file_is_not_taken_for_a_folder_without_a_desk(desk_folder: Path) -> None:
    (desk_folder / TRUST_FILE).unlink()
    lost = refusal(desk_folder)
    assert lost.code == "trust_missing"
    assert "Put it back" in lost.message
    assert refusal(desk_folder / "nothing").code == "no_trust"


def test_a_key_nobody_may_read_is_not_called_damaged(desk_folder: Path) -> None:
    key_file.read(desk_folder / KEY_FILE)
    refused = OSError(13, "Permission denied")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Path, "open", _refusing(refused))
        with pytest.raises(Known) as told:
            key_file.read(desk_folder / KEY_FILE)
    assert told.value.code == "unreadable"


def _refusing(fault: OSError) -> object:
    def refuse(*_: object, **__: object) -> None:
        raise fault

    return refuse


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ('reference_code = "R1H"', 'reference_code = "R1HXX"'),
        ('reference_code = "R1H"', 'reference_code = "r1h"'),
        ('provider_code = "R1H"', 'provider_code = "../x"'),
        ('market_forces_factor = "1.148886"', 'market_forces_factor = "NaN"'),
        ('market_forces_factor = "1.148886"', 'market_forces_factor = "-2"'),
        ('market_forces_factor = "1.148886"', 'market_forces_factor = "１"'),
        ('market_forces_factor = "1.148886"', 'market_forces_factor = "one"'),
        ('market_forces_factor = "1.148886"', "market_forces_factor = 1.148886"),
        ("estimate_valid_days = 30", "estimate_valid_days = inf"),
        ("estimate_valid_days = 30", "estimate_valid_days = -30"),
        ("estimate_valid_days = 30", "estimate_valid_days = 99999999999"),
        ("estimate_valid_days = 30", "estimate_valid_days = true"),
        ("second_check_from_pence = 500000", "second_check_from_pence = 5000.00"),
        ('phone = "020 7946 0000"', "phone = 2079460000"),
        ('address_lines = ["1 Test Street", "London", "E1 1ZZ"]', "address_lines = [1]"),
        ('name = "St Anne\'s Made-up Hospitals"', ""),
        ('desk = "Desk 3"', "desk = 3"),
    ],
)
def test_a_setting_that_cannot_hold_is_named(desk_folder: Path, line: str, instead: str) -> None:
    path = desk_folder / TRUST_FILE
    text = path.read_text(encoding="utf-8")
    assert line in text
    path.write_text(text.replace(line, instead), encoding="utf-8")
    refused = refusal(desk_folder)
    assert refused.code == "bad_trust"
    assert line.split(" = ")[0] in refused.message


def test_a_slip_in_trust_toml_is_shown_by_its_line(desk_folder: Path) -> None:
    path = desk_folder / TRUST_FILE
    path.write_text(path.read_text(encoding="utf-8").replace('"London"', '"London'))
    assert "line 7" in refusal(desk_folder).message
    path.write_bytes(b"\xff\xfe")
    assert "UTF-8" in refusal(desk_folder).message
    path.unlink()
    path.mkdir()
    assert refusal(desk_folder).code == "unreadable"


def test_the_mark_notepad_puts_before_a_file_is_no_slip(desk_folder: Path) -> None:
    path = desk_folder / TRUST_FILE
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    assert read_trust(desk_folder)[0] == TRUST


@pytest.mark.parametrize("name", ['Ж "x" \\ y\n\tz\x00\x7f', "", "日本'''"])
def test_any_name_of_a_trust_is_read_back_as_it_was(tmp_path: Path, name: str) -> None:
    trust = replace(TRUST, name=name, address_lines=(name, name), market_forces_factor=None)
    (tmp_path / TRUST_FILE).write_text(trust_text(trust, name), encoding="utf-8", newline="\n")
    assert read_trust(tmp_path) == (trust, name)
    tiny = Trust(
        name="x", provider_code="X", reference_code="X00", market_forces_factor=Decimal("0.00001")
    )
    (tmp_path / TRUST_FILE).write_text(trust_text(tiny, ""), encoding="utf-8")
    assert read_trust(tmp_path)[0] == tiny


def test_a_copy_of_a_closed_folder_is_a_desk_of_its_own(tmp_path: Path) -> None:
    desk = make_desk(tmp_path)
    desk.db.close()
    copied = shutil.copytree(tmp_path / "desk", tmp_path / "copy")
    one, other = open_desk(tmp_path / "desk", clock=CLOCK), open_desk(copied, clock=CLOCK)
    assert one.db.check_integrity() == other.db.check_integrity() == ()
    one.db.close()
    other.db.close()


@pytest.mark.parametrize("place", [0.3, 0.5, 0.7, 0.99])
def test_verifying_finds_an_altered_byte_in_any_page(tmp_path: Path, place: float) -> None:
    make_desk(tmp_path).db.close()
    path = tmp_path / "desk" / DATABASE_FILE
    content = bytearray(path.read_bytes())
    content[int(len(content) * place)] ^= 1
    path.write_bytes(content)
    with pytest.raises(Known) as refused:
        _verify(tmp_path / "desk")
    assert refused.value.code == "damaged"


def _verify(folder: Path) -> None:
    desk = open_desk(folder, clock=CLOCK)
    desk.password_cost = QUICK
    try:
        sign_in(desk, "auditor")
        auditing.verify(desk)
    finally:
        desk.db.close()


def test_a_folder_nobody_may_look_into_is_told_as_such(
    desk_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Path, "open", _refusing(OSError(13, "Permission denied")))
    monkeypatch.setattr(Path, "is_file", _refusing(OSError(13, "Permission denied")))
    assert refusal(desk_folder).code == "unreadable"


@pytest.fixture
def full_soon(tmp_path: Path) -> Iterator[Path]:
    """A disk of 3 MB, where this account may mount one."""
    with small_disk(tmp_path, "3m") as place:
        yield place


def test_a_disk_that_is_full_is_told_and_nothing_is_lost(made_once: Path, full_soon: Path) -> None:
    folder = Path(shutil.copytree(made_once, full_soon / "desk"))
    before = files_of(folder)
    with (full_soon / "fill").open("wb", buffering=0) as fill:
        for size in (4096, 1):
            while _wrote(fill.write, bytes(size)):
                pass
    assert refusal(folder).code == "disk_full"
    with pytest.raises(Known) as refused:
        make(full_soon / "new")
    assert refused.value.code == "disk_full"
    assert not (full_soon / "new").exists()
    (full_soon / "fill").unlink()
    open_desk(folder, clock=CLOCK).db.close()
    assert files_of(folder).keys() == before.keys()


def _wrote(write: object, data: bytes) -> bool:
    assert callable(write)
    try:
        return bool(write(data))
    except OSError:
        return False
