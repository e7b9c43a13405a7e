"""Two laptops off the network, ten thousand invoices each: no gap, no clash."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from itertools import groupby

import pytest

from app.billing.blocks import BLOCK, blocks_of
from app.billing.reference import check, document_number, parse_reference, payment_reference
from app.core.dates import financial_year_start
from app.core.errors import Known
from app.services.desk import Desk
from app.services.posting import number_of
from app.store import numbers
from tests.desks import make_desk

EACH = 10_000
LAPTOPS = ("D01", "D02")


@pytest.fixture(scope="module")
def laptops(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Desk, Desk]]:
    """Neither knows of the other: no share, no network, a store each."""
    one, two = (make_desk(tmp_path_factory.mktemp(code), device=code) for code in LAPTOPS)
    yield one, two
    for desk in (one, two):
        desk.db.close()


@pytest.fixture(scope="module")
def taken(laptops: tuple[Desk, Desk]) -> tuple[list[int], list[int]]:
    """The serials of ten thousand invoices of each, taken from its store one by one."""
    one, two = (_take(desk, "invoice", EACH) for desk in laptops)
    return one, two


class _PowerCut(Exception):
    """The act is lost before it was done."""


def _take(desk: Desk, kind: str, count: int) -> list[int]:
    """Numbers as the services take them; before each hundred an act is lost, numbers and all."""
    got: list[int] = []
    while len(got) < count:
        with suppress(_PowerCut), desk.db.atomic():
            for _ in range(1 + len(got) % 7):
                numbers.take_next(desk.db, kind)
            raise _PowerCut
        with desk.db.atomic():
            got += [numbers.take_next(desk.db, kind) for _ in range(100)]
    return got


@pytest.mark.slow
def test_no_number_of_two_laptops_is_the_same(taken: tuple[list[int], list[int]]) -> None:
    one, two = taken
    assert len(set(one)) == len(set(two)) == EACH
    assert not set(one) & set(two)


@pytest.mark.slow
def test_no_laptop_leaves_a_gap_in_its_blocks(
    laptops: tuple[Desk, Desk], taken: tuple[list[int], list[int]]
) -> None:
    for code, desk, serials in zip(LAPTOPS, laptops, taken, strict=True):
        assert serials == sorted(serials)
        for block, found in groupby(serials, key=lambda serial: serial // BLOCK):
            whole = [one for one in blocks_of(code)["invoice"] if one[-1] // BLOCK == block]
            used = list(found)
            assert used == list(whole[0])[: len(used)]
        used_up = [row for row in numbers.blocks(desk.db) if row.kind == "invoice"]
        assert sum(row.next - row.first for row in used_up) == EACH


@pytest.mark.slow
def test_every_reference_holds_and_belongs_to_its_document(
    laptops: tuple[Desk, Desk], taken: tuple[list[int], list[int]]
) -> None:
    references = set()
    for desk, serials in zip(laptops, taken, strict=True):
        for serial in serials:
            doc_no = number_of(desk, serial)
            reference = payment_reference(doc_no)
            assert check(reference)
            assert parse_reference(reference).doc_no == doc_no
            references.add(reference)
    assert len(references) == 2 * EACH


def test_the_other_kinds_never_meet_either(laptops: tuple[Desk, Desk]) -> None:
    for kind in ("receipt", "credit_note", "estimate", "customer", "write_off"):
        one, two = (_take(desk, kind, 600) for desk in laptops)
        assert not set(one) & set(two)
        assert one == list(range(one[0], one[0] + 600))


@pytest.mark.slow
def test_a_laptop_whose_numbers_are_used_up_says_so_and_gives_out_none(
    laptops: tuple[Desk, Desk], taken: tuple[list[int], list[int]]
) -> None:
    desk, serials = laptops[0], taken[0]
    with desk.db.atomic():
        while numbers.left(desk.db, "invoice"):
            serials.append(numbers.take_next(desk.db, "invoice"))
    assert set(serials) == {one for block in blocks_of("D01")["invoice"] for one in block}
    with pytest.raises(Known) as refused, desk.db.atomic():
        numbers.take_next(desk.db, "invoice")
    assert refused.value.code == "numbers_exhausted"
    assert "another desk" in refused.value.message


def test_a_number_names_the_year_its_serial_was_taken_in(laptops: tuple[Desk, Desk]) -> None:
    desk = laptops[0]
    year = financial_year_start(desk.today)
    assert number_of(desk, 7) == document_number("R1H", year, 7) == "R1H25OV000007"
