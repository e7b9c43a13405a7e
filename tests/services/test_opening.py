"""A desk is made whole or not at all, and opened only where it is whole."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from app.core.errors import Known
from app.core.trust import Mode
from app.machine import FixedClock, SeededIds
from app.opening import create_desk, open_desk
from app.services.desk import Desk
from app.store.key_file import Protection
from tests.desks import MORNING, TRUST


def create(folder: Path, *, mode: Mode = Mode.TEST, protection: Protection | None = None) -> Desk:
    clock = FixedClock(MORNING)
    return create_desk(
        folder,
        mode=mode,
        trust=TRUST,
        device="D07",
        place="Desk 9",
        clock=clock,
        ids=SeededIds(1, clock),
        protection=protection,
    )


def refusal(act: Callable[[], object]) -> str:
    with pytest.raises(Known) as refused:
        act()
    return refused.value.code


def test_what_was_made_is_opened_again_with_the_same_trust_and_device(tmp_path: Path) -> None:
    made = create(tmp_path / "desk")
    made.db.close()
    again = open_desk(tmp_path / "desk", clock=FixedClock(MORNING))
    try:
        assert (again.trust, again.device, again.place, again.mode) == (
            TRUST,
            "D07",
            "Desk 9",
            Mode.TEST,
        )
        assert again.user is None
    finally:
        again.db.close()


def test_a_folder_with_a_desk_is_left_as_it_is(tmp_path: Path) -> None:
    create(tmp_path / "desk").db.close()
    (tmp_path / "desk" / "trust.toml").write_text("# edited by IT", encoding="utf-8")
    assert refusal(lambda: create(tmp_path / "desk")) == "exists"
    assert (tmp_path / "desk" / "trust.toml").read_text(encoding="utf-8") == "# edited by IT"


def test_a_refused_making_leaves_no_folder(tmp_path: Path) -> None:
    assert refusal(lambda: create(tmp_path / "live", mode=Mode.LIVE)) == "passphrase_needed"
    assert not (tmp_path / "live").exists()
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    assert refusal(lambda: create(tmp_path / "file" / "desk")) == "unwritable"


def test_a_desk_without_its_trust_says_what_to_put_back(tmp_path: Path) -> None:
    create(tmp_path / "desk").db.close()
    (tmp_path / "desk" / "trust.toml").unlink()
    opening = FixedClock(MORNING)
    assert refusal(lambda: open_desk(tmp_path / "desk", clock=opening)) == "trust_missing"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name = [", "bad_trust"),
        ("name = 5", "bad_trust"),
        ("", "bad_trust"),
    ],
)
def test_a_damaged_trust_file_is_named(tmp_path: Path, text: str, code: str) -> None:
    create(tmp_path / "desk").db.close()
    (tmp_path / "desk" / "trust.toml").write_text(text, encoding="utf-8")
    assert refusal(lambda: open_desk(tmp_path / "desk", clock=FixedClock(MORNING))) == code


@pytest.mark.parametrize(
    ("line", "instead"),
    [
        ("estimate_valid_days = 30", 'estimate_valid_days = "soon"'),
        ('market_forces_factor = "1.148886"', 'market_forces_factor = "much"'),
        ('phone = "020 7946 0000"', "phone = 5"),
        ('address_lines = ["1 Test Street"', "address_lines = [1"),
    ],
)
def test_a_wrong_value_in_the_trust_file_is_a_sentence_and_no_fault(
    tmp_path: Path, line: str, instead: str
) -> None:
    create(tmp_path / "desk").db.close()
    path = tmp_path / "desk" / "trust.toml"
    text = path.read_text(encoding="utf-8")
    assert line in text
    path.write_text(text.replace(line, instead), encoding="utf-8")
    assert refusal(lambda: open_desk(tmp_path / "desk", clock=FixedClock(MORNING))) == "bad_trust"
