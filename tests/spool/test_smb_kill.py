"""H10: a sender over SMB killed with each message, half of it out; a retry lands it once."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.spool.killer import Killer, Run
from tests.spool.samba import Samba

pytestmark = pytest.mark.slow

FILES = {
    "RECOUP_R1H_CUS.csv": b"customer\r\n" * 200_000,  # more than one message of data
    "RECOUP_R1H_INV.csv": b"invoice\r\n",
    "RECOUP_R1H_RCP.csv": b"receipt\r\n",
    "RECOUP_R1H_ZMAN.json": b'{"rows": 200002}',
}
POINTS_WANTED = 40


@pytest.fixture(scope="module")
def killer() -> Iterator[Killer]:
    with Killer("tests.spool.steps") as started:
        yield started


@pytest.fixture
def outbox(tmp_path: Path) -> Path:
    made = tmp_path / "outbox"
    made.mkdir()
    for name, data in FILES.items():
        (made / name).write_bytes(data)
    return made


def whole_files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What lies there under a name, not as a part: its bytes, and which file it is."""
    return {
        path.name: (path.read_bytes(), path.stat().st_ino)
        for path in folder.iterdir()
        if not path.name.endswith(".part")
    }


def test_h10_a_sender_over_smb_killed_at_every_message_lands_each_file_once(
    killer: Killer, samba: Samba, outbox: Path, proof: Callable[[str], None]
) -> None:
    points = killer.run("deliver", outbox, samba.address()).points
    assert len(points) >= POINTS_WANTED
    assert whole_files(samba.folder).keys() == FILES.keys()
    for at in range(1, len(points) + 1):
        folder = samba.empty()
        assert killer.run("deliver", outbox, samba.address(), at=at) == Run(True, points[:at])
        there = whole_files(folder)
        assert all(FILES[name] == data for name, (data, _) in there.items()), at
        assert list(FILES)[: len(there)] == sorted(there), "in order, the last one last"
        assert not killer.run("deliver", outbox, samba.address()).killed
        after = whole_files(folder)
        assert {name: data for name, (data, _) in after.items()} == FILES, at
        assert there.items() <= after.items(), f"killed at {at}: something was replaced"
    proof(f"sender over SMB killed at each of {len(points)} messages, each file landed once")
