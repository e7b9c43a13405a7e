"""Two devices of one trust never give two documents the same number."""

from __future__ import annotations

from itertools import combinations

import pytest

from app.billing.blocks import BLOCK, blocks_of, device_number, first_reference
from app.billing.blocks import DEVICES as HOW_MANY
from app.billing.reference import CREDIT_NOTE_SERIALS, INVOICE_SERIALS
from app.core.errors import BadInput

DEVICES = tuple(f"D{number:02d}" for number in range(1, HOW_MANY + 1))
KINDS = ("invoice", "credit_note", "receipt", "write_off", "estimate", "customer")


@pytest.mark.parametrize("kind", KINDS)
def test_no_two_devices_share_a_serial(kind: str) -> None:
    taken: dict[int, str] = {}
    for device in DEVICES:
        for block in blocks_of(device)[kind]:
            assert len(block) in (BLOCK, BLOCK - 1)  # there is no number 0
            for serial in block:
                assert taken.setdefault(serial, device) == device


@pytest.mark.parametrize("device", DEVICES)
def test_every_device_keeps_to_the_serials_of_each_kind(device: str) -> None:
    blocks = blocks_of(device)
    assert set(blocks) == set(KINDS)
    assert all(serial in INVOICE_SERIALS for block in blocks["invoice"] for serial in block)
    assert all(serial in CREDIT_NOTE_SERIALS for block in blocks["credit_note"] for serial in block)
    assert sum(map(len, blocks["invoice"])) >= 11_000
    assert sum(map(len, blocks["receipt"])) >= 11_999


def test_the_first_device_begins_at_one() -> None:
    blocks = blocks_of("D01")
    assert blocks["invoice"][:2] == (range(1, 1_000), range(80_000, 81_000))
    assert blocks["credit_note"] == (range(900_000, 901_000), range(980_000, 981_000))
    assert blocks_of("D02")["invoice"][0] == range(1_000, 2_000)


def test_case_references_of_two_devices_lie_far_apart() -> None:
    firsts = [first_reference(device) for device in DEVICES]
    assert firsts[:2] == [1_001, 101_001]
    assert all(abs(one - other) >= 100_000 for one, other in combinations(firsts, 2))


@pytest.mark.parametrize(
    "code", ["", "D00", "D1", "D001", "D81", "D100", "d01", "W07", "07", "D٠٧", "D-1", "D07 "]
)
def test_a_code_that_names_no_device_is_refused(code: str) -> None:
    with pytest.raises(BadInput) as refused:
        device_number(code)
    assert refused.value.code == "bad_device"
    assert "D01 to D80" in refused.value.message
