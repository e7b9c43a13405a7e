"""Records for officers' machines that joined later, or that a sender did not know of yet.

An envelope opens for those who were on its sender's list when it was sealed. Finance's side opens
all: it sends an officer's machine it meets for the first time all that was kept before, and from
then on what comes sealed to others alone. Sending twice does no harm: a record has one name.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from app.replica.record import Dot
from app.signatures import fingerprint
from app.spool.hub_book import HubBook
from app.spool.roster import Device, Duty, Roster
from app.spool.sealed import Content, Envelope
from app.spool.travel_content import pack_lines

LARGEST = 4 * 1024 * 1024  # bytes of records in one envelope, unless one record alone is larger
_MOST_SET_RIGHT = 16  # records sent each in an envelope of its own
_START: Dot = ("", 0)
_DONE: Dot = ("~", 0)  # behind every actor

Put = Callable[[Content, bytes, int, Device], None]  # content, packed, how many, for whom


@dataclass(frozen=True, slots=True)
class ServedAgain:
    """Who is to be sent what; each call within one turn of the book. `put` keeps an envelope."""

    book: HubBook
    roster: Roster
    put: Put

    @property
    def officers(self) -> tuple[Device, ...]:
        """The machines that see every case."""
        return self.roster.at_work(Duty.OFFICER)

    def meet(self) -> None:
        """Note the officers' machines that are new: what is kept by now is owed to them."""
        for device in self.officers:
            if self.book.served_to(_print(device)) is None:
                nothing_yet = not self.book.records_after(_START, 1)
                self.book.note_served(_print(device), _DONE if nothing_yet else _START)

    def hand_on(self, envelope: Envelope, lines: Sequence[bytes]) -> None:
        """Records that came sealed to others go on to whoever the sender did not know."""
        for device in self.officers:
            if lines and not envelope.is_for(device.keys.seal):
                self.put(Content.AGAIN, pack_lines(lines), len(lines), device)

    def set_right(self, dots: Sequence[Dot]) -> None:
        """Records that somebody may have been told falsely, to every officers' machine.

        Where they are many, all that is kept goes once more, a little with each run.
        """
        if len(dots) > _MOST_SET_RIGHT:
            owe_all(self.book, self.roster)
            return
        for dot in dots:
            true = self.book.bodies([dot])
            for device in self.officers if true else ():
                self.put(Content.AGAIN, pack_lines(true), len(true), device)

    def owing(self) -> Iterator[Device]:
        """The machines that have not been sent all yet."""
        return (one for one in self.officers if self.book.served_to(_print(one)) != _DONE)

    def serve(self, device: Device) -> bool:
        """Keep the next envelope for a machine; False where it has all now."""
        last = self.book.served_to(_print(device)) or _START
        if last == _DONE:
            return False
        some = self.book.records_after(last, LARGEST)
        if not some:
            self.book.note_served(_print(device), _DONE)
            return False
        self.put(Content.AGAIN, pack_lines(body for _, body in some), len(some), device)
        self.book.note_served(_print(device), some[-1][0])
        return True


def owe_all(book: HubBook, roster: Roster) -> None:
    """All that is kept is to be sent to every officers' machine once more; within one turn."""
    for device in roster.at_work(Duty.OFFICER):
        book.note_served(_print(device), _START)


def _print(device: Device) -> str:
    return fingerprint(device.keys.seal)
