"""The figures of a trust's peers, from a file of its own beside its store."""

from __future__ import annotations

import csv
from io import StringIO
from math import isfinite
from pathlib import Path

from app.core.errors import Known
from app.core.wording import Phrase
from app.insight.opportunity import Peer
from app.library.own_settings import refused

PEERS_FILE = "peers.csv"
_FIRST_LINE = "trust,activity,exposure,identified,mean_charge,invoiced"
COLUMNS = tuple(_FIRST_LINE.split(","))
_LARGEST, _MOST = 256 * 1024, 1_000


def read_peers(folder: Path) -> tuple[Peer, ...]:
    """A line for each trust, the desk's own too; none where there is no such file.

    Raises Known `unreadable`, BadInput `bad_peers` naming the line at fault.
    """
    path = folder / PEERS_FILE
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")
    except FileNotFoundError:
        return ()
    except UnicodeDecodeError:
        raise refused(path, "bad_peers", Phrase("it is not plain text")) from None
    except OSError as fault:
        raise Known(
            "unreadable",
            Phrase(
                "{path} cannot be read: {reason}. Ask IT to put that right.",
                path=path,
                reason=fault.strerror,
            ),
        ) from None
    rows = csv.DictReader(StringIO(text, newline=""))
    if tuple(rows.fieldnames or ()) != COLUMNS:
        raise refused(path, "bad_peers", Phrase("its first line is not {line}", line=_FIRST_LINE))
    found: list[Peer] = []
    try:
        found.extend(_peer(row) for row, _ in zip(rows, range(_MOST), strict=False))
    except (ValueError, TypeError, csv.Error):
        raise refused(
            path, "bad_peers", Phrase("line {number} is not figures", number=len(found) + 2)
        ) from None
    return tuple(found)


def _peer(row: dict[str, str]) -> Peer:
    peer = Peer(
        trust=row["trust"].strip().upper(),
        activity=float(row["activity"]),
        exposure=float(row["exposure"]),
        identified=int(row["identified"]),
        mean_charge=float(row["mean_charge"]),
        invoiced=int(row["invoiced"]),
    )
    figures = (peer.activity, peer.exposure, peer.identified, peer.mean_charge, peer.invoiced)
    if not all(isfinite(one) and 0 <= one <= 10**9 for one in figures):
        raise ValueError("a figure out of bounds")
    return peer
