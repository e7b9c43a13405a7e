"""An envelope put on the share, whatever lies under its name there.

Its name holds a part of its own hash, so other bytes under it are none of anybody's envelopes: a
server lost what it had taken, or somebody wrote there who should not. They are left as they are.
"""

from __future__ import annotations

from app.spool.share import AlreadyThere, Share
from app.spool.travel_names import next_copy

_MOST_NAMES = 20


def put(share: Share, name: str, file: bytes) -> str:
    """Put an envelope there and return the name it lies under: a copy's, where its own is taken.

    Raises ShareFault, and AlreadyThere where more names are taken than by any accident.
    """
    for _ in range(_MOST_NAMES):
        try:
            share.write_new(name, file)
        except AlreadyThere:
            name = next_copy(name)
        else:
            return name
    raise AlreadyThere(name)
