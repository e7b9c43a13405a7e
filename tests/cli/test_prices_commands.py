"""`recoup parse tariff` and `recoup prices`: what is answered, what is refused, with which code."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from tests.desks import make_desk
from tests.pricing.workbooks import workbook
from tests.services.price_files import OWN_PRICES, PRICES

Run = Callable[..., tuple[int, Any]]
NOW = ("--now", "2026-03-09T16:00:00Z")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Run:
    def run(*words: str) -> tuple[int, Any]:
        code = main([*words])
        return code, json.loads(capsys.readouterr().out)

    return run


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[str, ...]:
    """A store, and the words that open it as its administrator."""
    make_desk(tmp_path).db.close()
    monkeypatch.chdir(tmp_path)
    (tmp_path / "prices.csv").write_bytes(PRICES)
    (tmp_path / "own.csv").write_bytes(OWN_PRICES)
    return ("--data", str(tmp_path / "desk"), "--user", "admin", *NOW)


def test_a_workbook_is_one_object_with_its_sheets_counts_and_five_rows(
    run: Run, tmp_path: Path
) -> None:
    file = tmp_path / "annex-a.xlsx"
    file.write_bytes(workbook())
    code, out = run("parse", "tariff", str(file))
    assert code == 0
    assert (out["valid"], out["normalised"], len(out["sample"])) == (True, "2025/26", 5)
    assert out["counts"] == {
        "admitted": 4,
        "attendances": 6,
        "maternity": 2,
        "unbundled": 2,
        "other_unit_price": 2,
        "emergency": 1,
        "factors": 2,
    }
    assert out["unused"] == [{"sheet": "Notes", "why": "holds no prices that are known"}]
    code, out = run("parse", "tariff", str(file), "--items")
    assert len(out["items"]) == out["total"] == 19
    assert {one["holds"] for one in out["items"]} == set(out["counts"])
    assert all(isinstance(one.get("price", ""), str) for one in out["items"])


@pytest.mark.parametrize(
    ("raw", "words", "refusal"),
    [
        (PRICES.replace(b"7251", b"-7251"), (), "bad_tariff"),
        (PRICES.replace(b"HC72A", b"HN12F"), (), "bad_tariff"),
        (PRICES.replace(b"Day case spell", b"Something"), (), "bad_tariff"),
        (PRICES, ("--year", "2026/27"), "wrong_year"),
        (PRICES, ("--year", "soon"), "bad_tariff_year"),
        (PRICES, ("--lacks", "colour"), "bad_value"),
        (b"", (), "bad_file"),
        (b"PK\x03\x04", (), "bad_file"),
        (OWN_PRICES, (), "other_kind"),
    ],
)
def test_a_file_is_refused_whole_with_a_code(
    run: Run, tmp_path: Path, raw: bytes, words: tuple[str, ...], refusal: str
) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(raw)
    code, out = run("parse", "tariff", str(file), *words)
    assert (code, out["error"]["code"]) == (1, refusal)


def test_a_column_said_to_be_missing_may_be(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "prices.csv"
    file.write_bytes(PRICES.replace(b"Day case spell", b"Something"))
    assert run("parse", "tariff", str(file), "--lacks", "day case")[0] == 0


def test_a_preview_keeps_nothing_and_a_list_needs_its_day(run: Run, store: tuple[str, ...]) -> None:
    code, out = run("prices", "import", "prices.csv", "--preview", *store)
    assert (code, out["accepted"], out["total"]) == (0, False, 2)
    code, out = run("prices", "import", "own.csv", "--own", "local", "--preview", *store)
    assert (code, out["accepted"], out["total"]) == (0, False, 2)
    assert run("prices", "list", *store)[1]["own"] == []
    code, out = run("prices", "import", "prices.csv", *store)
    assert (code, out["error"]["code"]) == (1, "bad_date")


@pytest.mark.parametrize(
    ("words", "refusal"),
    [
        (("import",), "no_name"),
        (("show", "NONE"), "not_found"),
        (("set", "--name", "Pump"), "bad_amount"),
        (("set", "--name", "Pump", "--price", "1", "--kind", "toy"), "bad_value"),
        (("end", "NONE"), "not_found"),
        (("factor", "one", "--year", "2025/26"), "bad_mff"),
        (("factor", "1.1"), "bad_tariff_year"),
    ],
)
def test_what_cannot_be_done_is_refused_with_a_code(
    run: Run, store: tuple[str, ...], words: tuple[str, ...], refusal: str
) -> None:
    code, out = run("prices", *words, *store)
    assert (code, out["error"]["code"]) == (1, refusal)


def test_finance_lists_and_takes_nothing_in(run: Run, store: tuple[str, ...]) -> None:
    words = tuple("finance" if word == "admin" else word for word in store)
    assert run("prices", "list", *words)[0] == 0
    code, out = run("prices", "import", "prices.csv", *words)
    assert (code, out["error"]["code"]) == (1, "not_allowed")


def test_an_hrg_is_shown_with_its_prices_of_the_day(run: Run, store: tuple[str, ...]) -> None:
    code, out = run("prices", "show", "HN12F", "--on", "2025-05-01", *store)
    assert (code, out["tariff_year"], out["hrg"]["combined"]) == (0, "2025/26", "7251.00")
    assert {one["source"] for one in out["items"]} == {"provisional national average cost"}
