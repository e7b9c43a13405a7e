"""`recoup estimate`, from outside."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main

REQUEST: dict[str, Any] = {
    "provider": "R1H",
    "mff": "1.148886",
    "tariff_year": "2018/19",
    "edition": None,
    "rounding": "pence",
    "lines": [{"id": "1", "hrg": "AA22C", "admission": "non_elective", "length_of_stay": 110}],
}


class _StandardInput:
    def __init__(self, kept: bytes) -> None:
        self.buffer = io.BytesIO(kept)


def _run(
    document: object, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> tuple[int, dict[str, Any]]:
    kept = document if isinstance(document, bytes) else json.dumps(document).encode()
    monkeypatch.setattr("sys.stdin", _StandardInput(kept))
    code = main(["estimate", "-"])
    out: dict[str, Any] = json.loads(capsys.readouterr().out)
    return code, out


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Any:
    return lambda document: _run(document, monkeypatch, capsys)


def test_the_example_of_the_contract_is_priced_with_its_working(run: Any) -> None:
    code, out = run(REQUEST)
    (line,) = out["lines"]
    assert code == 0
    assert {key: line[key] for key in ("id", "hrg", "tariff_year", "base", "per_day")} == {
        "id": "1",
        "hrg": "AA22C",
        "tariff_year": "2018/19",
        "base": "9859.00",
        "per_day": "240.00",
    }
    assert (line["trim_days"], line["excess_days"], line["multiplier"]) == (98, 12, "1.50")
    assert line["mff"] == "1.148886"
    assert line["low"] == line["likely"] == line["high"] == line["charge"] == "21953.49"
    assert (out["total"], out["currency"], out["ignored"]) == ("21953.49", "GBP", [])
    assert "2017/18" in line["source"]
    assert "estimate, not a bill" in out["statement"]


@pytest.mark.parametrize(
    ("rounding", "total"), [("pence", "12495.86"), ("whole_pound", "12496.50")]
)
def test_both_roundings_give_the_worked_numbers(run: Any, rounding: str, total: str) -> None:
    line = {"id": "a", "hrg": "HN12F", "admission": "elective", "date": "2026-03-09"}
    _, out = run({**REQUEST, "tariff_year": "2025/26", "rounding": rounding, "lines": [line]})
    assert out["total"] == total


def test_a_root_gives_a_range(run: Any) -> None:
    line = {"id": "a", "root": "HN12", "admission": "elective"}
    _, out = run({**REQUEST, "tariff_year": "2025/26", "lines": [line]})
    (priced,) = out["lines"]
    assert (priced["low"], priced["high"]) == ("12495.86", "23954.27")
    assert priced["charge"] == priced["likely"] == out["total"] == "14234.70"


def test_care_that_is_free_is_priced_and_costs_nothing(run: Any) -> None:
    _, out = run({**REQUEST, "lines": [{**REQUEST["lines"][0], "rate_percent": 0}]})
    (free,) = out["lines"]
    assert (free["charge"], out["total"]) == ("0.00", "0.00")
    assert free["base"] != "0.00"


@pytest.mark.parametrize(
    ("change", "line", "refusal"),
    [
        ({"tariff_year": "2024/25"}, {}, "no_price"),
        ({"edition": "another"}, {}, "no_price"),
        ({}, {"hrg": "AA27Z"}, "no_price"),
        ({}, {"hrg": "HN99Z"}, "no_price"),
        ({}, {"date": "2019-04-01"}, "wrong_year"),
        ({"mff": None}, {}, "no_mff"),
        ({"mff": 1.148886}, {}, "bad_request"),
        ({}, {"rate_percent": 75}, "bad_line"),
        ({"tariff_year": "2018"}, {}, "bad_tariff_year"),
    ],
)
def test_what_cannot_be_priced_is_refused_with_a_code_and_exit_1(
    run: Any, change: dict[str, object], line: dict[str, object], refusal: str
) -> None:
    code, out = run({**REQUEST, **change, "lines": [{**REQUEST["lines"][0], **line}]})
    assert code == 1
    assert out["error"]["code"] == refusal


def test_the_same_request_gives_the_same_bytes(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "request.json"
    file.write_text(json.dumps(REQUEST), encoding="utf-8")
    main(["estimate", str(file)])
    first = capsys.readouterr().out
    main(["estimate", str(file), "--json"])
    assert capsys.readouterr().out == first


@pytest.mark.parametrize("broken", [b"{", b"[]", b"\xff"])
def test_a_file_that_is_no_request_is_refused(run: Any, broken: bytes) -> None:
    code, out = run(broken)
    assert code == 1
    assert out["error"]["message"]


def test_the_help_reads_like_a_manual_page(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["estimate", "--help"]) == 0
    shown = capsys.readouterr().out
    assert all(word in shown for word in ("input", "output", "exit codes", "example"))
