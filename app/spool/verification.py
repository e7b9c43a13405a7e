"""One batch looked at by itself, with no ledger: is it whole, and would its rows hold?"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.billing.book import FIRST
from app.billing.records import Kind
from app.core.errors import NotFound
from app.core.wording import Phrase
from app.spool.acknowledgement import Reject
from app.spool.envelope import sha256
from app.spool.inspection import inspect, whole_batch
from app.spool.manifest import LARGEST_MANIFEST, Manifest, NotAsWritten, read_manifest
from app.spool.names import Stem, manifest_stem
from app.spool.share import Share


class Chain(StrEnum):
    """How a batch stands to the device's batch before it."""

    FIRST = "first"
    FOLLOWS = "follows"
    BROKEN = "broken"
    UNSEEN = "previous batch is not here"


@dataclass(frozen=True, slots=True, kw_only=True)
class Verified:
    """What was found. Sound means without refusals; the ledger may still know better."""

    stem: Stem
    manifest_sha256: str
    manifest: Manifest | None
    chain: Chain | None
    refusals: tuple[Reject, ...]

    @property
    def is_sound(self) -> bool:
        """Whether nothing speaks against the batch."""
        return not self.refusals


def verify(share: Share, stem: Stem) -> Verified:
    """Hold a batch against its manifest and its rows against the format. Changes nothing.

    Raises NotFound where there is no such manifest, or ShareFault.
    """
    data = share.read(stem.manifest, LARGEST_MANIFEST)
    if data is None:
        raise NotFound(
            Phrase(
                "There is no {name} there, so no batch. Check folder and name.", name=stem.manifest
            ),
            "batch",
        )
    try:
        manifest = read_manifest(data)
    except NotAsWritten as odd:
        return _unsound(stem, data, whole_batch("E103", "manifest", f"the manifest {odd}"))
    if manifest.header.stem != stem:
        return _unsound(
            stem, data, whole_batch("E102", "manifest", "lies under another batch's name")
        )
    inspected = inspect(manifest, share.read)
    chain = _chain(manifest, share)
    refusals = list(inspected.faults)
    if chain is Chain.BROKEN:
        refusals.append(
            whole_batch("E107", "previous_manifest_sha256", "the chain of hashes is broken")
        )
    refusals += [
        Reject(row.kind, row.record_no, row.key, fault.code, fault.field, fault.message)
        for kind in Kind
        for row in inspected.rows.get(kind, ())
        for fault in row.faults
    ]
    return Verified(
        stem=stem,
        manifest_sha256=sha256(data),
        manifest=manifest,
        chain=chain,
        refusals=tuple(refusals),
    )


def _unsound(stem: Stem, data: bytes, reason: Reject) -> Verified:
    return Verified(
        stem=stem, manifest_sha256=sha256(data), manifest=None, chain=None, refusals=(reason,)
    )


def _chain(manifest: Manifest, share: Share) -> Chain:
    header = manifest.header
    if header.sequence_no == 1:
        return Chain.FIRST if header.previous_manifest_sha256 == FIRST else Chain.BROKEN
    for name in share.list():
        before = manifest_stem(name)
        if before is not None and (before.provider, before.device, before.sequence_no + 1) == (
            header.provider_code,
            header.device_code,
            header.sequence_no,
        ):
            found = share.read(name, LARGEST_MANIFEST)
            if found is not None and sha256(found) == header.previous_manifest_sha256:
                return Chain.FOLLOWS
            return Chain.BROKEN
    return Chain.UNSEEN
