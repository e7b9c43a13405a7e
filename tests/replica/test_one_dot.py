"""Of two contents under one dot the writer's own stands, in whichever order they come."""

from __future__ import annotations

from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.replica.bringing_back import CARRIED
from app.replica.one_dot import (
    Brought,
    Contradiction,
    Envelope,
    Kept,
    Origin,
    Ruling,
    dots_claimed,
    hashes,
    rule,
    settle,
)
from app.replica.record import Dot, Record, Subject

OUT = frozenset({"document_pages"})
WRITER, LIAR, SERVER, OWN = "aa" * 8, "bb" * 8, "cc" * 8, "dd" * 8
TRUE = Record(
    actor=WRITER,
    number=3,
    stamp=9,
    subject=Subject.PATIENT,
    about="p-1",
    schema=29,
    cells={"patients": {"family_name": "Okafor"}},
)
FALSE = replace(TRUE, cells={"patients": {"family_name": "Forged"}})
EMPTY = replace(TRUE, cells={})
COPY = replace(
    TRUE,
    subject=Subject.DOCUMENT,
    cells={},
    rows={"document_images": (("image", 1),), "document_pages": (("page", "00"),)},
)
NO_PAGES = replace(COPY, rows={"document_images": (("image", 1),)})


def brought(*records: Record) -> list[Brought]:
    return [(one, one.to_bytes()) for one in records]


def carrying(*records: Record) -> Record:
    rows = tuple((one.to_bytes().decode(),) for one in records)
    return replace(TRUE, actor=LIAR, number=8, cells={}, rows={CARRIED: rows})


class Machine:
    """What a machine keeps and was told, envelope by envelope."""

    def __init__(self) -> None:
        self.kept: dict[Dot, Kept] = {}
        self.told: list[Contradiction] = []

    def take(self, envelope: Envelope, origin: Origin, *records: Record) -> None:
        known = {dot: self.kept[dot] for dot in dots_claimed(brought(*records)) & set(self.kept)}
        settled = settle(
            brought(*records), known, origin=origin, envelope=envelope, out=OUT, own=OWN
        )
        for one, _ in (*settled.fresh, *settled.instead):
            self.kept[one.dot] = Kept(one, origin, envelope)
        for dot in settled.confirmed:
            self.kept[dot] = replace(self.kept[dot], origin=origin, brought_in=envelope)
        self.told += settled.contradicted

    def let_go(self, dot: Dot) -> None:
        before = self.kept[dot]
        left = replace(before.record, rows={}, cells={})
        was = before.was or hashes(before.record, out=OUT)
        self.kept[dot] = replace(before, record=left, was=was)


SAYINGS = (
    ((WRITER, 1), Origin.WRITER, TRUE),
    ((LIAR, 1), Origin.HEARD, FALSE),
    ((LIAR, 2), Origin.HEARD, EMPTY),
    ((SERVER, 1), Origin.SERVED, TRUE),
)


@pytest.mark.parametrize("order", list(permutations(SAYINGS)))
def test_h10_the_writers_content_stands_in_every_order_and_the_liar_is_told(
    order: tuple[tuple[Envelope, Origin, Record], ...],
) -> None:
    machine = Machine()
    for envelope, origin, record in order:
        machine.take(envelope, origin, record)
    assert machine.kept[TRUE.dot].record == TRUE
    assert machine.kept[TRUE.dot].origin is Origin.WRITER
    # Where it was emptied before nobody can tell from what.
    assert {one.false_in for one in machine.told} <= {(LIAR, 1)}
    assert machine.told or order.index(SAYINGS[2]) < order.index(SAYINGS[1])


@given(st.permutations(SAYINGS), st.integers(0, 3))
def test_h10_what_was_let_go_of_at_any_moment_is_never_filled_with_another_content(
    order: list[tuple[Envelope, Origin, Record]], at: int
) -> None:
    machine = Machine()
    for place, (envelope, origin, record) in enumerate(order):
        machine.take(envelope, origin, record)
        if place >= at:
            machine.let_go(TRUE.dot)
    machine.take((LIAR, 3), Origin.HEARD, FALSE)
    assert machine.kept[TRUE.dot].record in (EMPTY, TRUE)


def test_h10_of_two_that_hand_on_alike_the_later_word_of_whose_part_it_is_stands() -> None:
    assert rule(Kept(FALSE, Origin.SERVED), TRUE, Origin.SERVED, out=OUT) is Ruling.FALSE_HERE
    assert rule(Kept(TRUE, Origin.HEARD), FALSE, Origin.HEARD, out=OUT) is Ruling.FALSE_CAME


def test_h10_less_of_a_record_is_no_other_content_unless_its_writer_sealed_it_so() -> None:
    assert rule(Kept(COPY, Origin.HEARD), NO_PAGES, Origin.SERVED, out=OUT) is Ruling.SAME
    assert rule(Kept(COPY, Origin.HEARD), NO_PAGES, Origin.WRITER, out=OUT) is Ruling.FALSE_HERE
    assert rule(Kept(NO_PAGES, Origin.HEARD), COPY, Origin.SERVED, out=OUT) is Ruling.MORE
    assert rule(Kept(NO_PAGES), COPY, Origin.HEARD, out=OUT) is Ruling.SAME
    gone = Kept(replace(COPY, rows={}), was=hashes(COPY, out=OUT))
    for one in (COPY, NO_PAGES, replace(COPY, rows={})):
        assert rule(gone, one, Origin.HEARD, out=OUT) is Ruling.SAME
    bent = replace(COPY, rows={"document_images": (("image", 2),)})
    assert rule(gone, bent, Origin.HEARD, out=OUT) is Ruling.FALSE_CAME


def test_h10_what_brings_back_may_have_let_go_of_pages() -> None:
    whole, less = carrying(COPY), carrying(NO_PAGES)
    assert rule(Kept(whole), less, Origin.HEARD, out=OUT) is Ruling.SAME


def test_h10_a_machine_is_told_by_nobody_what_it_wrote_itself() -> None:
    machine = Machine()
    machine.take((LIAR, 1), Origin.SERVED, replace(TRUE, actor=OWN))
    assert machine.kept == {}
    assert machine.told == [Contradiction((OWN, TRUE.number), (LIAR, 1))]


def test_h10_what_is_brought_back_with_another_content_is_told_and_mended_by_who_has_it() -> None:
    here = {TRUE.dot: Kept(TRUE)}
    settled = settle(
        brought(carrying(FALSE)), here, origin=Origin.WRITER, envelope=(LIAR, 4), out=OUT
    )
    assert settled.contradicted == [Contradiction(TRUE.dot, (LIAR, 4))]
    assert settled.to_mend == [TRUE]
    gone = {TRUE.dot: Kept(EMPTY, was=hashes(TRUE, out=OUT))}
    settled = settle(
        brought(carrying(FALSE)), gone, origin=Origin.WRITER, envelope=(LIAR, 4), out=OUT
    )
    assert (settled.contradicted, settled.to_mend) == (
        [Contradiction(TRUE.dot, (LIAR, 4))],
        [],
    )
    for carried in (TRUE, replace(TRUE, number=77)):
        settled = settle(
            brought(carrying(carried)), here, origin=Origin.WRITER, envelope=(LIAR, 4), out=OUT
        )
        assert settled.contradicted == []


def test_h10_in_one_envelope_nothing_is_said_anew() -> None:
    machine = Machine()
    machine.take((SERVER, 1), Origin.SERVED, TRUE, TRUE, FALSE)
    assert machine.kept[TRUE.dot].record == TRUE
    assert machine.told == [Contradiction(TRUE.dot, (SERVER, 1))]
    machine.take((SERVER, 2), Origin.SERVED, FALSE, TRUE)
    assert machine.kept[TRUE.dot].record == FALSE
