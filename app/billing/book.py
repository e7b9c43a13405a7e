"""What intake needs of a finance ledger; `app.hub.ledger` keeps it, in a file or on a server.

The ledger remembers what it answered, so that an answer lost on the way to the share is written
again byte for byte, and a batch that comes twice is known.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol, TypeVar

from app.billing.page import Contents, New, Page, Wanted
from app.billing.records import Kind
from app.core.trust import Mode

_T = TypeVar("_T")
FIRST = "0" * 64  # stands for the manifest before a device's first


@dataclass(frozen=True, slots=True)
class Tip:
    """The last batch of a device that was taken or rejected in its turn."""

    sequence_no: int = 0
    manifest_sha256: str = FIRST


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """A batch dealt with, and the exact answer it was given."""

    stem: str
    batch_id: str
    manifest_sha256: str
    provider_code: str
    device_code: str
    sequence_no: int
    status: str
    ledger_batch_no: str | None
    received_utc: str
    acknowledgement: bytes
    rejects: bytes | None


class LedgerBook(Protocol):
    """A ledger in one mode, that many may write at once: a trust's batches go in one by one.

    Everything but the mode belongs to one trust (`provider`). Reads see what the open turn has
    written.
    """

    @property
    def mode(self) -> Mode:
        """Live, demo or test, for good."""

    def in_turn(self, provider: str, act: Callable[[], _T]) -> _T:
        """Do an act as one transaction, shut to other writers of that trust from its beginning.

        The act is begun anew where the ledger could not let it stand beside another; so it must
        do nothing but read and write the ledger.
        """

    def turns(self, provider: str) -> int:
        """How many turns a trust has had, an open one included.

        Between two equal counts nothing of the trust was changed.
        """

    def answers(self, stems: Sequence[str]) -> dict[str, Answered]:
        """The answers given under those names, as far as there are any."""

    def knows_batch(self, provider: str, batch_id: str) -> bool:
        """Whether that identifier was answered under any name."""

    def tip(self, provider: str, device: str) -> Tip:
        """Where a device's chain stands."""

    def advance(self, provider: str, device: str, tip: Tip) -> None:
        """Move a device's chain on by one."""

    def next_batch_no(self, provider: str, year: int) -> str:
        """The ledger's own number for a batch, without gaps."""

    def keep_answer(self, answered: Answered) -> None:
        """Remember an answer for good."""

    def contents(self, provider: str, keys: Mapping[Kind, Collection[str]]) -> Contents:
        """The rows that stand under those keys, by their hashes."""

    def page(self, provider: str, wanted: Wanted) -> Page:
        """What the ledger knows of the things named."""

    def post(self, provider: str, new: New, ledger_batch_no: str) -> None:
        """Write what is new on a page; the ledger may be at work on it until the turn ends.

        So much of a batch may be written while the rest is judged.
        """
