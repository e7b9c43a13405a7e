"""A share that vanishes between two envelopes: a server that dies, a mount that is taken away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from app.services import dispatching, meeting
from app.services.desk import Desk
from app.spool.share import LARGEST_FILE, FolderShare, Share, ShareUnavailable, open_share
from app.spool.travel_names import own_prefix
from app.store import registrations
from tests.desks import add_visitor, register_visitor
from tests.mounts import mount, unmount
from tests.services.sealed import MadeUpTrust
from tests.spool.made import MEMORY
from tests.spool.means import means
from tests.spool.samba import SMBD, Samba

NAMES = ("Okafor", "Adeleke", "Silva")


class Vanishing:
    """A real share, and something that happens to it once the first envelope has arrived."""

    def __init__(self, share: Share, vanish: Callable[[], None]) -> None:
        self._share, self._vanish = share, vanish
        self.arrived: list[str] = []

    def list(self, prefix: str = "") -> tuple[str, ...]:
        return self._share.list(prefix)

    def exists(self, name: str) -> bool:
        return self._share.exists(name)

    def read(self, name: str, largest: int = LARGEST_FILE) -> bytes | None:
        return self._share.read(name, largest)

    def write_new(self, name: str, data: bytes) -> None:
        self._share.write_new(name, data)
        self.arrived.append(name)
        if len(self.arrived) == 1:
            self._vanish()

    def sweep(self, prefix: str) -> None:
        self._share.sweep(prefix)

    def remove_trial(self, name: str) -> None:
        self._share.remove_trial(name)


def envelopes_waiting(trust: MadeUpTrust, clerk: Desk) -> list[str]:
    """Three cases, each in an envelope of its own that nobody has sent."""
    meeting.meet(clerk, trust.share)  # whoever joined meanwhile is to read them
    cases = []
    for name in NAMES:
        cases.append(register_visitor(clerk, add_visitor(clerk, family_name=name)))
        dispatching.seal_waiting(clerk)
    assert len(dispatching.unsent(clerk)) == len(NAMES)
    return cases


@pytest.fixture
def server() -> Iterator[Samba]:
    if not Path(SMBD).exists():
        pytest.skip("no Samba on this machine: apt-get install samba")
    with TemporaryDirectory(dir=MEMORY) as folder, Samba(Path(folder)) as started:
        yield started


def test_h10_a_server_killed_between_two_envelopes_has_each_once_when_it_is_back(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, server: Samba
) -> None:
    cases = envelopes_waiting(trust, clerk)
    for file in trust.share.list():
        (server.folder / file).write_bytes(trust.share.read(file) or b"")
    before = len(list(server.folder.glob(f"{own_prefix('R1H', clerk.device)}*")))
    prefix = own_prefix("R1H", clerk.device)
    share = Vanishing(open_share(server.address(), means(deadline=2)), server.stop)
    with pytest.raises(ShareUnavailable):
        meeting.meet(clerk, share)
    assert len(dispatching.unsent(clerk)) == len(NAMES) - 1
    assert len(list(server.folder.glob(f"{prefix}*.part"))) == 0
    server.start()
    back = open_share(server.address(), means())
    met = meeting.meet(clerk, back)
    assert (met.sent, met.spoilt) == (len(NAMES) - 1, 0)
    assert meeting.meet(clerk, back).sent == 0
    assert len([one for one in back.list(prefix) if not one.endswith(".part")]) == (
        before + len(NAMES)
    )
    assert meeting.meet(officer, back).put_aside == 0
    for case in cases:
        assert registrations.get(officer.db, case).review == "waiting"


def test_h10_what_was_written_where_a_mount_had_been_is_sent_again_once_it_is_back(
    trust: MadeUpTrust, clerk: Desk, officer: Desk, tmp_path: Path
) -> None:
    """An empty folder is left where the share was mounted, and takes whatever is written."""
    with TemporaryDirectory(dir=MEMORY) as one, TemporaryDirectory(dir=MEMORY) as other:
        disk, place = Path(one), Path(other)
        cases = envelopes_waiting(trust, clerk)
        for file in trust.share.list():
            (disk / file).write_bytes(trust.share.read(file) or b"")
        mount(place, "--bind", str(disk))
        share = Vanishing(FolderShare(place), partial(unmount, place))
        try:
            meeting.meet(clerk, share)
            lost = share.arrived[1:]
            assert lost
            assert set(lost).isdisjoint(path.name for path in disk.iterdir())
            for path in place.iterdir():
                path.unlink()  # and nobody will look there again
        finally:
            mount(place, "--bind", str(disk))
        try:
            mounted = FolderShare(place)
            for _ in range(len(NAMES)):
                meeting.meet(clerk, mounted)
            meeting.meet(officer, mounted)
        finally:
            unmount(place)
    for case in cases:
        assert registrations.get(officer.db, case).review == "waiting"
