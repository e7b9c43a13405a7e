"""What the finance hub must remember of sealed envelopes; kept by `app.hub.travel`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.billing.records import ReceiptRecord
from app.replica.one_dot import Brought, Contradiction, Origin
from app.replica.record import Dot
from app.spool.travel import Incoming, PutAside

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Receipt:
    """An envelope that was taken: of which actor and device, its hash, and what finance answered.

    `answers` are the files of the answer, packed; empty for an envelope without a batch. While one
    is `held`, because a batch before its own has not come, its sender is not told that it was
    taken: they keep its bytes, and put its file back where the share lost it.
    """

    actor: str
    device: str
    sequence: int
    sha256: str
    answers: bytes
    held: bool = False


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An envelope of the hub, kept byte for byte."""

    sequence: int
    name: str
    sha256: str
    file: bytes


class HubBook(Incoming, Protocol):
    """One trust's memory of envelopes."""

    @property
    def actor(self) -> str:
        """The life of this hub."""

    def lives(self) -> Collection[str]:
        """This life, and those that ended when the database came back from a copy."""

    def begin_life(self, ended: str) -> None:
        """Go on as another writer, with a chain of its own, unless that life has ended already."""

    def chain(self) -> Mapping[int, str]:
        """The hash of every envelope of this life, by its number in the chain."""

    def newest(self) -> bytes | None:
        """The newest envelope of this life; None where it has none yet."""

    def answer_again(self) -> None:
        """Every receipt is to be given out once more."""

    def in_chain(self, sequence: int) -> int:
        """The number, from 1, of this life's envelope in its own chain."""

    def in_turn(self, act: Callable[[], _T]) -> _T:
        """One transaction, shut to other writers of the trust; begun anew where that is asked."""

    def take(
        self, receipt: Receipt, records: Sequence[Brought], origin: Origin
    ) -> Sequence[Contradiction] | None:
        """Keep an envelope's records and its receipt; None where another intake was quicker.

        `origin` is how far its sender is believed; returns where it contradicts what was kept.
        """

    def bodies(self, dots: Collection[Dot]) -> Sequence[bytes]:
        """The records of those dots that are kept, as they came."""

    def actors_of(self, device: str) -> Sequence[str]:
        """The lives of a machine of which something was taken, in order."""

    def came_as(self, actor: str, sequence: int) -> tuple[str, str] | None:
        """Device and hash of an envelope that was taken."""

    def records_after(self, last: Dot, most: int) -> Sequence[tuple[Dot, bytes]]:
        """The next records by actor and number, up to so many bytes; at least one where any is."""

    def served_to(self, key_print: str) -> Dot | None:
        """Up to which record a machine was sent what came before it; None: it was never met."""

    def note_served(self, key_print: str, last: Dot) -> None:
        """Remember up to which record a machine was sent what came before it."""

    def put_aside(self, found: PutAside, at: str) -> None:
        """Remember a file that was not believed."""

    def unanswered(self) -> tuple[Receipt, ...]:
        """The receipts that no envelope carries yet, by device."""

    def held(self) -> tuple[Receipt, ...]:
        """The receipts that are kept back, in the order of their chains."""

    def release(self, receipt: Receipt) -> None:
        """Its batch has been judged: give out a receipt that was kept back, with the answer."""

    def last_out(self) -> tuple[int, str]:
        """The number of the hub's newest envelope, counted through all lives, and the hash that
        the next one of this life follows."""

    def put_out(self, outgoing: Outgoing, answered: Sequence[Receipt]) -> None:
        """Keep a new envelope of the hub with the receipts it carries."""

    def unsent(self) -> tuple[Outgoing, ...]:
        """The hub's envelopes that the share was not seen to hold."""

    def sent(self) -> tuple[tuple[int, str, str], ...]:
        """Number, name and hash of the hub's envelopes that the share did hold, newest first."""

    def send_under(self, sequence: int, name: str) -> None:
        """The file is gone or spoilt: it is to be sent again, under this name."""

    def mark_sent(self, sequence: int, at: str) -> None:
        """The share gave it back as it was written."""

    def payments_to_tell(self, device: str) -> tuple[tuple[int, ReceiptRecord], ...]:
        """What finance took itself and the device was not told, with its number."""

    def told(self, device: str, number: int) -> None:
        """A device was told of payments up to a number."""
