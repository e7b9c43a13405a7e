"""What a newer program sends is kept, and stands whole after the upgrade."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from app.replica.record import Record, Subject, read_record
from app.services.desk import Desk
from app.store import absorbing, evidence, journal, meta, placing, registrations, renewing
from app.store.evidence import Evidence
from tests.desks import add_visitor, make_desk, register_visitor
from tests.store.test_replica import picture

NOW = 1_770_000_000_000


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[Desk]]:
    made = [make_desk(tmp_path / code, device=code) for code in ("D01", "D02", "D03", "D04")]
    yield made
    for desk in made:
        desk.db.close()


def records_of(desk: Desk) -> list[Record]:
    with desk.db.atomic():
        absorbing.absorb(desk.db, now=NOW)
    return [read_record(written.body) for _, written in journal.every(desk.db)]


def take(desk: Desk, records: list[Record]) -> None:
    with desk.db.atomic():
        absorbing.absorb(desk.db, now=NOW)
        placing.take_in(desk.db, [(one, one.to_bytes()) for one in records])


def show(desk: Desk, case: str, mark: str) -> None:
    seen = Evidence(
        evidence_id=mark,
        registration_id=case,
        type_code="passport",
        seen_on=desk.today,
        seen_by="u",
        relied_on=True,
        recorded_at=desk.moment,
    )
    with desk.db.atomic():
        evidence.add(desk.db, seen)


def newer(record: Record) -> Record:
    """As a program of two steps later would have written it."""
    rows: dict[str, Any] = {
        name: tuple((*r, "new") for r in rs) for name, rs in record.rows.items()
    }
    if record.subject is Subject.CASE:
        rows["of_the_future"] = (("r", 1),)
    cells = {name: {**cells, "of_the_future": "x"} for name, cells in record.cells.items()}
    return replace(record, schema=record.schema + 2, rows=rows, cells=cells)


def test_h10_records_of_a_newer_program_stand_the_same_in_every_order(desks: list[Desk]) -> None:
    clerk, *takers = desks
    case = register_visitor(clerk, add_visitor(clerk))
    first = records_of(clerk)
    for mark in ("e1", "e2"):
        show(clerk, case, mark)
        records_of(clerk)
    news = records_of(clerk)[len(first) :]
    assert len(news) == 2
    mixed = [[*first], [newer(news[0])], [news[1]]]
    for desk, order in zip(takers, list(permutations(mixed))[::2], strict=True):
        for some in (*order, *reversed(order)):
            take(desk, some)
        assert journal.unplaced(desk.db) == ()
    assert len({picture(desk, Subject.CASE, case) for desk in takers}) == 1
    kept = journal.records_of(takers[0].db, Subject.CASE, case)
    assert newer(news[0]) in kept  # whole, for the day this program knows more


def test_h10_after_an_upgrade_what_a_newer_program_sent_stands_whole(desks: list[Desk]) -> None:
    """The machine was of an older program, which left the last columns out of what it laid down."""
    clerk, upgraded, *_ = desks
    case = register_visitor(clerk, add_visitor(clerk))
    show(clerk, case, "e1")
    with clerk.db.atomic():
        registrations.assign(clerk.db, case, "u-officer")
    sent = records_of(clerk)
    narrow = [_without_news(one) for one in sent]
    take(upgraded, narrow)
    with upgraded.db.atomic():  # as the older program left it: the journal whole, its tables not
        for one in sent:
            upgraded.db.execute(
                "UPDATE journal SET body = ? WHERE actor = ? AND number = ?",
                (one.to_bytes(), one.actor, one.number),
            )
        knew = renewing.shape() | {"registrations": 20, "dispute_rulings": 3}
        meta.put(upgraded.db, "laid_down_shape", json.dumps(knew))
        meta.put(upgraded.db, "laid_down_schema", str(journal.SCHEMA - 1))
        registrations.set_category(upgraded.db, case, category="F", basis="Seen by us")
    assert registrations.get(upgraded.db, case).assigned_to is None
    assert renewing.lay_down_news(upgraded.db, now=NOW) > 0
    found = registrations.get(upgraded.db, case)
    assert (found.assigned_to, found.basis) == ("u-officer", "Seen by us")
    assert journal.state_of(upgraded.db, Subject.CASE, case).open == ()
    assert renewing.lay_down_news(upgraded.db, now=NOW) == 0


def _without_news(record: Record) -> Record:
    cells = {
        name: {column: value for column, value in cells.items() if column != "assigned_to"}
        for name, cells in record.cells.items()
    }
    return replace(record, cells=cells)
