"""What the killed processes do: each a plain function of text, repeatable after any death."""

from __future__ import annotations

import importlib
from datetime import datetime
from pathlib import Path

from app.cli.intake_errand import Errand, run_errand
from app.core.trust import Mode
from app.hub.opening import open_ledger
from app.library.ledgers import load_mapping
from app.machine import FixedClock, SeededIds
from app.spool.envelope import PlainBatch, restore
from app.spool.intake import intake
from app.spool.outbound import send as put_on_share
from app.spool.share import open_share
from tests.spool.means import means

for _heavy in ("sqlite_utils", "sqlalchemy.dialects.sqlite", "app.spool.smb_share"):
    importlib.import_module(_heavy)  # once in the server, not anew in every run


def keep(batch: PlainBatch, outbox: Path) -> None:
    """Stands in for the desk's store: a batch's exact bytes on disk before any is sent."""
    kept = outbox / str(batch.stem)
    kept.mkdir(parents=True)
    for place, (name, data) in enumerate(batch.all_files):
        (kept / f"{place} {name}").write_bytes(data)


def kept_batches(outbox: Path) -> list[PlainBatch]:
    """The batches again, in order of their numbers."""
    return [
        restore((path.name.split(" ", 1)[1], path.read_bytes()) for path in sorted(kept.iterdir()))
        for kept in sorted(outbox.iterdir())
    ]


def send(outbox: str, share: str) -> None:
    """Send everything kept, whether or not some of it was sent before."""
    for batch in kept_batches(Path(outbox)):
        put_on_share(batch, open_share(share))


def deliver(folder: str, share: str) -> None:
    """Write every file of a folder to a share that wants a password, in order of their names."""
    opened = open_share(share, means())
    for path in sorted(Path(folder).iterdir()):
        opened.write_new(path.name, path.read_bytes())


def take(share: str, ledger: str, now: str) -> None:
    """Take everything on the share."""
    clock = FixedClock(datetime.fromisoformat(now))
    with open_ledger(ledger, mode=Mode.TEST, ids=SeededIds(7, clock), clock=clock) as opened:
        intake(open_share(share), opened, clock)


def bring(share: str, ledger: str, inbox: str, now: str) -> None:
    """Take everything on the share, and bring it to the ledger's inbox."""
    clock = FixedClock(datetime.fromisoformat(now))
    errand = Errand(
        share=open_share(share),
        inbox=open_share(inbox),
        mapping=load_mapping("oracle_autoinvoice"),
    )
    with open_ledger(ledger, mode=Mode.TEST, ids=SeededIds(7, clock), clock=clock) as opened:
        run_errand(errand, opened, clock)
