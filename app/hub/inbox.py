"""What the hub remembers of the ledger's inbox. It fulfils `app.spool.ledger_inbox.InboxBook`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import suppress
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Select, Table, and_, insert, literal, select, update
from sqlalchemy.exc import IntegrityError

from app.hub import statements as say
from app.hub.among import among, askable, by_key
from app.hub.inbox_tables import inbox_batches
from app.hub.ledger import Ledger
from app.hub.missed import missed
from app.hub.tables import batches, documents, meta, receipts
from app.spool.accepted import Posted
from app.spool.envelope import Files
from app.spool.ledger_inbox import Owed, State
from app.spool.travel_content import files_of, pack_files

_T = TypeVar("_T")
_BEGUN = "inbox_begun"
_OWED = (State.WAITING.value, State.WRITING.value, State.OFFERED.value)
_OF = inbox_batches.c
_MARK_EARLIER = insert(inbox_batches).from_select(
    [column.name for column in _OF],
    select(
        batches.c.provider_code,
        batches.c.stem,
        batches.c.ledger_batch_no,
        literal(State.BEFORE.value),
        literal(0),
        literal(b""),
    ).where(batches.c.ledger_batch_no.is_not(None)),
)


class HubInbox:
    """The inbox's memory in the ledger's database."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._connection = ledger.engine.connection

    def in_turn(self, provider: str, act: Callable[[], _T]) -> _T:
        """One transaction, shut to other writers of the trust."""
        return self._ledger.in_turn(provider, act)

    def begin(self) -> None:
        """Batches taken before the first run with an inbox are marked as such, once."""
        if self._all(select(meta.c.key).where(meta.c.key == _BEGUN)):
            return
        with suppress(IntegrityError), self._ledger.atomic():  # another run begins just now
            self._connection.execute(insert(meta), [{"key": _BEGUN, "value": "yes"}])
            self._connection.execute(_MARK_EARLIER)

    def known(self, stems: Collection[str]) -> frozenset[str]:
        """Those of some batches that were kept for the inbox, or came before there was one."""
        rows = self._all(select(_OF.stem).where(among(_OF.stem, say.KEYS)), {say.KEYS: list(stems)})
        return frozenset(row[0] for row in rows)

    def posted(
        self, provider: str, documents_: frozenset[str], receipts_: frozenset[str]
    ) -> Posted:
        """Where documents and receipts stand on the ledger."""
        return Posted(
            self._places(documents, "doc_no", provider, documents_),
            self._places(receipts, "receipt_no", provider, receipts_),
        )

    def keep(self, owed: Owed) -> None:
        """Remember a batch, unless another run did meanwhile."""
        if owed.stem not in self.known([owed.stem]):
            row = (
                *(owed.provider, owed.stem, owed.ledger_batch_no, owed.state.value),
                *(len(owed.files), pack_files(owed.files)),
            )
            self._ledger.engine.add(inbox_batches, [row])

    def missed(self, *, taken_before: str) -> Sequence[Owed]:
        """Batches that runs without an inbox took, made again from the ledger."""
        return missed(self._ledger, taken_before=taken_before)

    def owed(self) -> Sequence[Owed]:
        """What is not written, in the order of devices and their numbers."""
        rows = [
            row
            for trust in self._ledger.trusts()
            for row in self._all(
                select(inbox_batches)
                .where(_OF.provider_code == trust, _OF.state.in_(_OWED))
                .order_by(_OF.stem)
            )
        ]
        return [
            Owed(
                provider=provider,
                stem=stem,
                ledger_batch_no=batch_no,
                state=State(state),
                files=files_of(bytes(files), count),
            )
            for provider, stem, batch_no, state, count, files in rows
        ]

    def move(self, owed: Owed, state: State, files: Files) -> bool:
        """Note the next state; False where another run has gone on meanwhile."""
        moved = self._connection.execute(
            update(inbox_batches)
            .where(_this(owed.provider, owed.stem), _OF.state == owed.state.value)
            .values(state=state.value, file_count=len(files), files=pack_files(files))
        )
        return moved.rowcount == 1

    def is_at(self, owed: Owed) -> bool:
        """Whether a batch is still in that state."""
        found = self._all(select(_OF.state).where(_this(owed.provider, owed.stem)))
        return found == [(owed.state.value,)]

    def _places(
        self, table: Table, key: str, provider: str, wanted: frozenset[str]
    ) -> Mapping[str, str]:
        statement = select(table.c[key], table.c.ledger_batch_no).where(
            table.c.provider_code == provider, by_key(table.c[key], say.KEYS)
        )
        return {row[0]: row[1] for row in self._all(statement, {say.KEYS: askable(wanted)})}

    def _all(
        self, statement: Select[Any], given: Mapping[str, Any] | None = None
    ) -> list[tuple[Any, ...]]:
        with self._ledger.atomic():
            return [tuple(row) for row in self._connection.execute(statement, given or {})]


def _this(provider: str, stem: str) -> ColumnElement[bool]:
    return and_(_OF.provider_code == provider, _OF.stem == stem)
