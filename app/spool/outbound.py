"""The desk's side: put a batch on the share, look that it lies there, collect the answers."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from app.core.errors import Known
from app.core.trust import Mode
from app.core.wording import Phrase
from app.spool.acknowledgement import (
    LARGEST_ACKNOWLEDGEMENT,
    Answer,
    is_answer_to,
    read_acknowledgement,
    with_rejects,
)
from app.spool.envelope import PlainBatch
from app.spool.manifest import NotAsWritten
from app.spool.share import Share


@dataclass(frozen=True, slots=True)
class Answers:
    """What the ledger has answered, and names of files that could not be read as an answer."""

    found: tuple[Answer, ...]
    unreadable: tuple[str, ...] = ()


def send(batch: PlainBatch, share: Share) -> None:
    """Put a batch on the share, the manifest last; when this returns, it lies there whole.

    Every file is read back and compared. Sending again, after a crash or for no reason, changes
    nothing. Raises Known `not_sealed` for live records (this format is plain), ShareFault,
    AlreadyThere, or Known `read_back_differs`.
    """
    if batch.manifest.header.mode is Mode.LIVE:
        raise Known(
            "not_sealed",
            "Live records wait here until batches can be sealed. Nothing was sent.",
            "mode",
        )
    for name, data in batch.files:
        share.write_new(name, data)
    for name, data in batch.files:
        _check(share, name, data)
    share.write_new(batch.stem.manifest, batch.manifest_bytes)
    _check(share, batch.stem.manifest, batch.manifest_bytes)
    share.sweep(str(batch.stem))


def read_answers(
    share: Share, *, provider: str, device: str, wanted: Container[int] | None = None
) -> Answers:
    """The answers to one device's batches, in order of sequence; only `wanted` ones if given.

    An answer that cannot be read is named, not skipped in silence. Raises ShareFault.
    """
    found, unreadable = [], []
    for name in share.list():
        stem = is_answer_to(name, provider=provider, device=device)
        if stem is None or (wanted is not None and stem.sequence_no not in wanted):
            continue
        try:
            answer = _read_answer(share, name)
            if answer.sequence_no != stem.sequence_no:
                raise NotAsWritten("answers another batch than its name says")
            found.append(answer)
        except NotAsWritten:
            unreadable.append(name)
    return Answers(tuple(sorted(found, key=lambda answer: answer.sequence_no)), tuple(unreadable))


def _read_answer(share: Share, name: str) -> Answer:
    data = share.read(name, LARGEST_ACKNOWLEDGEMENT)
    if data is None:
        raise NotAsWritten("is not there")
    answer = read_acknowledgement(data)
    if answer.reject_file is None:
        return answer
    rejects = name.replace("_ACK.json", "_REJ.csv")
    if answer.reject_file != rejects:
        raise NotAsWritten("names another reject file than its own")
    listed = share.read(rejects)
    if listed is None:
        raise NotAsWritten("lacks its reject file")
    return with_rejects(answer, listed)


def _check(share: Share, name: str, data: bytes) -> None:
    if share.read(name, len(data)) != data:
        raise Known(
            "read_back_differs",
            Phrase(
                "The share gave {name} back with other content than was written. It does not count "
                "as sent; ask IT to look at the share, then send again.",
                name=name,
            ),
            "share",
        )
