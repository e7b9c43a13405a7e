"""The ledger's inbox: each batch's files, once, whole, the control file last.

What is to be written is kept first, in the transaction of the hub's own database; the inbox comes
after. A batch goes through these states, and a crash between any two is healed by the next run:

    WAITING   its accepted rows are kept; nothing was written
    WRITING   its files are made, and kept byte for byte; some may lie in the inbox
    OFFERED   all but the control file lie there
    WRITTEN   the control file was seen there, or the ledger has taken the files since

From OFFERED on the ledger may take the files at any moment, so what is gone then was taken. A
ledger's loader takes the control file away last, or all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import Protocol, TypeVar

from app.billing.ledger_files.filling import Unfit
from app.billing.ledger_files.mapping import LedgerMapping
from app.billing.records import Kind
from app.core.ports import Clock, stamp
from app.spool.accepted import Posted, Readable, accepted, batch_as_sent, keys_of
from app.spool.envelope import Files, restore
from app.spool.intake import IntakeReport, Taken
from app.spool.ledger_files import ledger_files
from app.spool.share import AlreadyThere, Share, ShareFault

_T = TypeVar("_T")
_MOST_REASONS = 3
_SETTLED = timedelta(minutes=10)


class State(StrEnum):
    """How far a batch has come on its way into the inbox."""

    BEFORE = "before"  # taken before there was an inbox: never written
    WAITING = "waiting"
    WRITING = "writing"
    OFFERED = "offered"
    WRITTEN = "written"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owed:
    """A batch that the inbox has not got yet."""

    provider: str
    stem: str
    ledger_batch_no: str
    state: State
    files: Files


class InboxBook(Protocol):
    """What must be remembered of an inbox; kept by `app.hub.inbox`."""

    def in_turn(self, provider: str, act: Callable[[], _T]) -> _T:
        """One transaction, shut to other writers of the trust."""

    def begin(self) -> None:
        """Batches taken before the first run with an inbox are marked as such, once."""

    def known(self, stems: Collection[str]) -> frozenset[str]:
        """Those of some batches that were kept for the inbox, or came before there was one."""

    def posted(self, provider: str, documents: frozenset[str], receipts: frozenset[str]) -> Posted:
        """Where documents and receipts stand on the ledger."""

    def keep(self, owed: Owed) -> None:
        """Remember a batch that is new."""

    def missed(self, *, taken_before: str) -> Sequence[Owed]:
        """Batches taken before a moment that were never kept, made again from the ledger."""

    def owed(self) -> Sequence[Owed]:
        """What is not written, in the order of devices and their numbers."""

    def move(self, owed: Owed, state: State, files: Files) -> bool:
        """Note the next state; False where another run has gone on meanwhile."""

    def is_at(self, owed: Owed) -> bool:
        """Whether a batch is still in that state."""


@dataclass(frozen=True, slots=True)
class Left:
    """Why a batch is not in the inbox, in a sentence that says what to do."""

    stem: str
    code: str
    message: str


@dataclass(slots=True)
class InboxReport:
    """What one run did with the inbox."""

    written: list[str] = field(default_factory=list)
    left: list[Left] = field(default_factory=list)


class LedgerInbox:
    """Takes over what intake accepted, and brings it to the inbox."""

    def __init__(
        self, folder: Share, mapping: LedgerMapping, book: InboxBook, clock: Clock
    ) -> None:
        self._folder = folder
        self._mapping = mapping
        self._book = book
        self._clock = clock
        book.begin()

    def keep(self, files: Readable, report: IntakeReport) -> None:
        """Remember the accepted rows of batches that are new to the inbox."""
        loaded = {
            str(taken.stem): taken
            for taken in report.taken
            if taken.answer is not None and taken.answer.ledger_batch_no is not None
        }
        known = self._book.known(loaded)
        for stem, taken in loaded.items():
            if stem not in known:
                self._keep(files, taken)

    def write(self) -> InboxReport:
        """Write what is owed. What cannot be written is told, kept, and tried again next time."""
        report = InboxReport()
        self._keep_missed()
        for owed in self._book.owed():
            try:
                if self._bring(owed, report):
                    report.written.append(owed.stem)
            except _NameTaken as taken:
                report.left.append(Left(owed.stem, "name_taken", _name_taken(taken.name)))
            except ShareFault as away:
                report.left.append(Left(owed.stem, f"inbox_{_word(away)}", _away(away)))
                break  # it is the folder, not the batch
        return report

    def _keep(self, files: Readable, taken: Taken) -> None:
        answer, stem = taken.answer, taken.stem
        if answer is None:
            return
        batch = batch_as_sent(files, stem, answer.manifest_sha256)
        if batch is None:
            return  # gone from the share: made again from the ledger, as what was missed
        posted = self._book.posted(
            stem.provider, keys_of(batch, Kind.INVOICES), keys_of(batch, Kind.RECEIPTS)
        )
        owed = Owed(
            provider=stem.provider,
            stem=str(stem),
            ledger_batch_no=answer.ledger_batch_no or "",
            state=State.WAITING,
            files=accepted(batch, answer, posted).all_files,
        )
        self._book.in_turn(stem.provider, lambda: self._book.keep(owed))

    def _keep_missed(self) -> None:
        # Another run may have taken one a moment ago, and be about to keep it as it was sent.
        before = stamp(self._clock.now() - _SETTLED)
        for owed in self._book.missed(taken_before=before):
            self._book.in_turn(owed.provider, partial(self._book.keep, owed))

    def _bring(self, owed: Owed, report: InboxReport) -> bool:
        """One batch from where it stands to the end; whether this run brought it there."""
        at: Owed | None = owed
        if owed.state is State.WAITING:
            made = ledger_files(self._mapping, restore(owed.files), owed.ledger_batch_no)
            unfit = [one for one in made if isinstance(one, Unfit)]
            if unfit:
                report.left.append(Left(owed.stem, "unfit", _unfit(unfit)))
                return False
            files = tuple(one for one in made if not isinstance(one, Unfit))
            at = self._moved(owed, State.WRITING, files)
        if at is not None and at.state is State.WRITING:
            for name, data in at.files[:-1]:
                self._put(name, data)
            at = self._moved(at, State.OFFERED, at.files)
        if at is None:
            return False  # another run was quicker
        last = at
        return self._book.in_turn(last.provider, lambda: self._offer(last))

    def _moved(self, owed: Owed, state: State, files: Files) -> Owed | None:
        def act() -> bool:
            return self._book.move(owed, state, files)

        if not self._book.in_turn(owed.provider, act):
            return None
        return replace(owed, state=state, files=files)

    def _offer(self, owed: Owed) -> bool:
        """The control file, unless the ledger has begun to take what it covers."""
        if not self._book.is_at(owed):
            return False
        if all(self._folder.exists(name) for name, _ in owed.files[:-1]):
            self._put(*owed.files[-1])
        return self._book.move(owed, State.WRITTEN, ())

    def _put(self, name: str, data: bytes) -> None:
        """A file of a batch, with no part of it left by a run that was cut off."""
        try:
            self._folder.write_new(name, data)
        except AlreadyThere:
            raise _NameTaken(name) from None
        self._folder.sweep(name)


class _NameTaken(Exception):
    """Another file has the name."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def _unfit(reasons: Sequence[Unfit]) -> str:
    said = " ".join(one.sentence for one in reasons[:_MOST_REASONS])
    more = len(reasons) - _MOST_REASONS
    return f"{said} {more} more such rows." if more > 0 else said


def _name_taken(name: str) -> str:
    return (
        f"Another file named {name} lies in the ledger’s inbox and was left as it is. Move it "
        "aside; the next run writes this batch."
    )


_WORDS = {
    "share_full": "is full. Make room",
    "share_denied": "refuses this account. Give it the right to read and write there",
    "share_unfit": "is on a disk without hard links. Name a folder on another disk",
}


def _word(away: ShareFault) -> str:
    return away.code.removeprefix("share_")


def _away(away: ShareFault) -> str:
    what = _WORDS.get(away.code, "cannot be reached. Look whether it is there")
    return f"The ledger’s inbox {what}. Nothing is lost: the next run writes what waits."
