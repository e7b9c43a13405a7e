"""Desks of one trust in a folder of their own, for histories drawn over and over in one test."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from app.services.desk import Desk
from tests.desks import make_desk


@contextmanager
def machines(number: int) -> Iterator[list[Desk]]:
    """So many desks, D01 the first, gone afterwards with all they held."""
    with TemporaryDirectory() as folder, ExitStack() as stack:
        desks = [make_desk(Path(folder) / str(one), device=f"D0{one + 1}") for one in range(number)]
        for desk in desks:
            stack.callback(desk.db.close)
        yield desks
