"""What is left of records whose time is over: their places, and what somebody else did."""

from __future__ import annotations

from dataclasses import replace

from app.replica.fold import fold, outlived
from app.replica.record import Record
from tests.replica.histories import ACTORS, COPY, TAKES_OUT

REMOVAL = replace(
    COPY,
    actor=ACTORS[1],
    stamp=2,
    after=(COPY.dot,),
    rows={"image_removals": (("i-1", "time"),)},
)
END = replace(REMOVAL, rows={}, gone=True)


def left(*records: Record) -> tuple[Record, ...]:
    return outlived(records, fold(records), takes_out=TAKES_OUT)


def test_retention_a_removal_takes_the_pages_and_leaves_the_details() -> None:
    kept = replace(COPY, rows={"document_images": (("i-1",),)})
    assert left(COPY, REMOVAL) == (kept,)
    assert left(REMOVAL, kept) == ()


def test_retention_a_removal_that_comes_first_waits_for_what_it_takes() -> None:
    assert left(REMOVAL) == ()
    assert left(COPY) == ()


def test_retention_what_is_gone_keeps_its_places_alone() -> None:
    assert left(COPY, END) == (replace(COPY, rows={}),)
    assert left(replace(COPY, rows={}), END) == ()


def test_retention_what_somebody_did_meanwhile_keeps_it_all() -> None:
    meanwhile = replace(COPY, actor=ACTORS[1], number=2, stamp=3, after=(COPY.dot,), rows={})
    other = replace(meanwhile, rows={"document_images": (("i-1", "x"),)})
    assert left(COPY, END, other) == ()
