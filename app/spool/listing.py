"""The list of devices on the share: finding the newest edition, and putting the next one there.

Every edition stays under its own number and none is replaced, so that two administrators who let
machines in at one time cannot undo each other: the second is told.
"""

from __future__ import annotations

from collections.abc import Container
from contextlib import suppress

from app.core.errors import Known
from app.core.wording import Phrase
from app.spool.roster import LARGEST_ROSTER, read_roster
from app.spool.share import AlreadyThere, Share
from app.spool.travel_names import roster_name, roster_number, roster_trust


def newest_list(share: Share, trust: str, *, root: bytes | None = None) -> bytes | None:
    """The newest edition of a trust's list on the share, signed with `root` where that is known.

    None where there is none; a file that is no such list is passed over. Raises ShareFault.
    """
    numbered = sorted(
        (number, name)
        for name in share.list()
        if (number := roster_number(name, trust)) is not None
    )
    for _, name in reversed(numbered):
        file = share.read(name, LARGEST_ROSTER)
        with suppress(Known):
            read_roster(file or b"", root=root)
            return file
    return None


def trusts_on(share: Share) -> tuple[str, ...]:
    """The codes of the trusts that have a list of devices there; raises ShareFault."""
    return tuple(sorted({found for name in share.list() if (found := roster_trust(name))}))


def publish(share: Share, file: bytes) -> str:
    """Put an edition on the share under its number; returns the file's name there.

    The same edition twice counts as done. Raises Known `number_taken` where another edition has
    that number, ShareFault, or Known `bad_roster`.
    """
    edition = read_roster(file)
    name = roster_name(edition)
    try:
        share.write_new(name, file)
    except AlreadyThere:
        raise Known(
            "number_taken",
            Phrase(
                "Edition {number} of the list lies on the share already, made by somebody else "
                "meanwhile. Nothing was changed; do the same again, and it begins with theirs.",
                number=edition.number,
            ),
            "roster",
        ) from None
    return name


def put_back(share: Share, file: bytes, there: Container[str]) -> None:
    """Put the edition a machine believes on a share that does not have it: any machine mends it.

    `there` are the names the share was just seen to hold. Raises ShareFault.
    """
    name = roster_name(read_roster(file))
    if name not in there:
        with suppress(AlreadyThere):  # somebody was quicker
            share.write_new(name, file)
