"""H10: the wire to a real server cut after every kind of byte, and stalled: a retry lands it once.

The receiver of SMB acts on whole messages alone, each a length of four bytes, a header of 52 and
what is sealed in it. So the places to break one are: before it, inside and after each of these,
one byte short of its end, and at its end; in every message, both ways.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Thread

import pytest

from app.machine import SeededRandomness
from app.spool.attended import AttendedShare
from app.spool.deadline import Attendant
from app.spool.share import ShareFault
from app.spool.smb_address import smb_address
from app.spool.smb_line import SmbLine
from app.spool.smb_share import SmbShare
from tests.spool.fault_proxy import Fault, FaultProxy, Way
from tests.spool.means import means
from tests.spool.samba import PASSWORD, Samba

FILES = {"RECOUP_R1H_CUS.csv": b"customer\r\n" * 300, "RECOUP_R1H_MAN.json": b'{"rows": 300}'}
POSITIONS_WANTED, STALLS_WANTED = 300, 20
_LENGTH, _HEADER = 4, 52
_HANGS = 60.0  # seconds after which a call that should long have ended is said to hang

pytestmark = pytest.mark.slow


@dataclass(frozen=True)
class Message:
    """One message of a clean run: which way it went, from which byte, how long."""

    way: Way
    start: int
    size: int

    def places(self) -> set[int]:
        """Where it may break: counts of bytes that still pass, from the start of the run."""
        inside = (0, 1, _LENGTH - 1, _LENGTH, _LENGTH + 1, _LENGTH + _HEADER, self.size // 2)
        return {self.start + min(at, self.size) for at in (*inside, self.size - 1, self.size)}


@pytest.fixture(scope="module")
def wire(samba_started: Samba) -> Iterator[FaultProxy]:
    with FaultProxy(samba_started.port) as proxy:
        yield proxy


@dataclass
class Desk:
    """Sends over the wire, with a connection of its own each time, as after a cut."""

    samba: Samba
    wire: FaultProxy
    attempts: int = 0

    def send(self, *, deadline: float = 20.0) -> None:
        """Every file, in order, the last one the manifest."""
        address = smb_address(self.samba.address(port=self.wire.port))
        terms = replace(means().terms, deadline=deadline)
        chance = SeededRandomness(self.attempts)
        self.attempts += 1
        # All of one width, so that every run is as long as the first.
        marks = iter(lambda: 10**11 + chance.below(10**11), None)
        line = SmbLine(address, seconds=deadline + 5, guids=iter(lambda: chance.below(2**128), -1))
        attendant = Attendant(deadline, idle=terms.idle, interrupt=line.cut, at_rest=line.close)
        share = SmbShare(
            address, line, password=lambda: PASSWORD, marks=marks, progress=attendant.progress
        )
        attended = AttendedShare(share, attendant)
        try:
            for name, data in FILES.items():
                attended.write_new(name, data)
        finally:
            line.close()

    def send_until_it_fails(self, *, deadline: float) -> type[ShareFault] | None:
        """What the desk is told; None where it all went through before the wire broke."""
        try:
            self.send(deadline=deadline)
        except ShareFault as fault:
            return type(fault)
        return None


@pytest.fixture
def desk(samba: Samba, wire: FaultProxy) -> Desk:
    wire.heal()
    return Desk(samba, wire)


def messages_of(desk: Desk) -> list[Message]:
    """All messages of a clean run."""
    desk.wire.records = True
    desk.wire.passed.clear()
    desk.send()
    desk.wire.records = False
    found = []
    for way in Way:
        stream = b"".join(data for went, data in desk.wire.passed if went is way)
        start = 0
        while start < len(stream):
            size = _LENGTH + struct.unpack_from(">I", stream, start)[0]
            found.append(Message(way, start, size))
            start += size
        assert start == len(stream)
    return found


def within_time(act: Callable[[], object]) -> None:
    """Do it in a thread of its own; it must end by itself."""
    raised: list[BaseException] = []

    def run() -> None:
        try:
            act()
        except BaseException as caught:
            raised.append(caught)

    thread = Thread(target=run, daemon=True)
    thread.start()
    thread.join(_HANGS)
    assert not thread.is_alive(), "it hangs"
    if raised:
        raise raised[0]


def whole_files(folder: Path) -> dict[str, tuple[bytes, int]]:
    """What lies there under a name, not as a part: its bytes, and which file it is."""
    return {
        path.name: (path.read_bytes(), path.stat().st_ino)
        for path in folder.iterdir()
        if not path.name.endswith(".part")
    }


def break_and_retry(desk: Desk, way: Way, at: int, fault: Fault, *, deadline: float) -> bool:
    """One break, checked; then a retry over a sound wire, checked. Whether the break was felt."""
    folder = desk.samba.empty()
    desk.wire.break_after(way, at, fault)
    told: list[type[ShareFault] | None] = []
    within_time(lambda: told.append(desk.send_until_it_fails(deadline=deadline)))
    felt = desk.wire.broke
    desk.wire.heal()
    there = whole_files(folder)
    where = f"{fault} {way} after {at} bytes"
    assert all(FILES[name] == data for name, (data, _) in there.items()), where
    assert list(there) == [] or next(iter(FILES)) in there, f"{where}: the manifest alone"
    within_time(desk.send)
    after = whole_files(folder)
    assert {name: data for name, (data, _) in after.items()} == FILES, where
    assert there.items() <= after.items(), f"{where}: something was replaced"
    assert told[0] is not None or there.keys() == FILES.keys(), where
    return felt


def test_h10_a_wire_cut_at_every_kind_of_byte_lands_each_file_once(
    desk: Desk, proof: Callable[[str], None]
) -> None:
    messages = messages_of(desk)
    places = sorted({(message.way, at) for message in messages for at in message.places()})
    assert len(places) >= POSITIONS_WANTED
    felt = [break_and_retry(desk, way, at, Fault.CUT, deadline=20.0) for way, at in places]
    assert sum(felt) >= POSITIONS_WANTED
    proof(f"wire cut at {sum(felt)} places of {len(messages)} messages, each file landed once")


def test_h10_a_server_that_stalls_holds_nobody_past_the_deadline(
    desk: Desk, proof: Callable[[str], None]
) -> None:
    messages = messages_of(desk)
    places = [(message.way, message.start + message.size // 2) for message in messages[::2]]
    assert len(places) >= STALLS_WANTED
    felt = [break_and_retry(desk, way, at, Fault.STALL, deadline=0.5) for way, at in places]
    assert sum(felt) >= STALLS_WANTED
    proof(f"wire stalled at {sum(felt)} places, no call outlived its deadline, each landed once")


@pytest.mark.skipif(
    "RECOUP_EVERY_BYTE" not in os.environ, reason="an hour: RECOUP_EVERY_BYTE=1, or =23 of them"
)
def test_h10_a_wire_cut_after_every_single_byte_lands_each_file_once(
    desk: Desk, proof: Callable[[str], None]
) -> None:
    """Of all control messages; with a number n above 1, after every n-th byte."""
    messages = messages_of(desk)
    control = [message for message in messages if message.size < 1_000]
    places = [
        (message.way, message.start + at) for message in control for at in range(message.size)
    ]
    places = places[:: int(os.environ["RECOUP_EVERY_BYTE"])]
    felt = [break_and_retry(desk, way, at, Fault.CUT, deadline=20.0) for way, at in places]
    proof(f"wire cut after each of {sum(felt)} bytes of {len(control)} control messages")
