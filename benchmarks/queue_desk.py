"""A desk over a store of the queue's benchmarks, an officer signed in, its diary worked out."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.services import queue
from app.services.desk import Desk
from app.services.diary import WRITTEN_FOR
from app.services.queue_place import NOTED_FOR
from app.store import meta
from benchmarks.queue_data import opened
from tests.desks import make_desk, sign_in


@contextmanager
def seated(count: int) -> Iterator[Desk]:
    """Everything of a desk, over so many flagged cases."""
    with tempfile.TemporaryDirectory() as folder, opened(count) as filled:
        desk = make_desk(Path(folder))
        sign_in(desk, "officer")
        queue.queue_counts(desk)
        worked_out = {name: meta.get(desk.db, name) or "" for name in (WRITTEN_FOR, NOTED_FOR)}
        own, desk.db = desk.db, filled
        with filled.atomic():
            for name, edition in worked_out.items():
                meta.put(filled, name, edition)
        try:
            yield desk
        finally:
            desk.db = own
            own.close()
