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

    def gone(self) -> tuple[Device, ...]:
        """The machines taken off the list of which not all was handed on, by their newest keys."""
        return tuple(one for one in self.roster.gone() if self.book.served_to(_gone(one)) != _DONE)

    def serve_of_gone(self, device: Device) -> bool:
        """Keep the next of what a machine sent before it was taken off, for all officers' machines.

        Whoever had not taken it from that machine by then believes it no more. False where all is
        handed on.
        """
        last = self.book.served_to(_gone(device)) or _START
        for actor in self.book.actors_of(device.code):
            behind = self.book.records_after(max(last, (actor, 0)), LARGEST)
            some = [(dot, body) for dot, body in behind if dot[0] == actor]
            if some:
                for officer in self.officers:
                    lines = pack_lines(body for _, body in some)
                    self.put(Content.AGAIN, lines, len(some), officer)
                self.book.note_served(_gone(device), some[-1][0])
                return True
        self.book.note_served(_gone(device), _DONE)
        return False


def owe_all(book: HubBook, roster: Roster) -> None:
    """All that is kept is to be sent to every officers' machine once more; within one turn."""
    for device in roster.at_work(Duty.OFFICER):
        book.note_served(_print(device), _START)


def _gone(device: Device) -> str:
    return f"gone_{fingerprint(device.keys.verify)}"


def _print(device: Device) -> str:
    return fingerprint(device.keys.seal)
