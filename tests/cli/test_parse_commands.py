"""`recoup parse mrz|ehic|nhs-number|postcode|date`: one item an object, several an array."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main

PASSPORT = """P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10
"""


@pytest.fixture
def parse(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    def run(kind: str, text: str, *words: str, code: int = 0) -> Any:
        file = tmp_path / "in.txt"
        file.write_bytes(text.encode())
        assert main(["parse", kind, str(file), *words]) == code
        return json.loads(capsys.readouterr().out)

    return run


def test_a_passport_is_read_with_every_field_of_the_contract(parse: Any) -> None:
    found = parse("mrz", PASSPORT, "--as-at", "2011-01-01")
    assert found["valid"] is True
    assert found["normalised"] == found["document_number"] == "L898902C3"
    assert found["format"] == "TD3"
    assert (found["issuer"], found["nationality"], found["country_iso3"]) == ("UTO", "UTO", None)
    assert (found["surname"], found["given_names"]) == ("ERIKSSON", "ANNA MARIA")
    assert (found["birth_date"], found["sex"]) == ("1974-08-12", "F")
    assert (found["expiry_date"], found["expired"]) == ("2012-04-15", False)
    assert found["truncated"] is False
    assert set(found["checks"].values()) == {True}
    assert parse("mrz", PASSPORT, "--as-at", "2026-01-01")["expired"] is True


def test_codes_of_passports_become_countries(parse: Any) -> None:
    for code, iso3 in (
        ("D<<", "DEU"),
        ("GBO", "GBR"),
        ("RKS", "XKX"),
        ("FRA", "FRA"),
        ("XXA", None),
    ):
        found = parse("mrz", PASSPORT.replace("6UTO7", f"6{code}7"))
        assert found["nationality"] == code.strip("<")
        assert found["country_iso3"] == iso3


def test_a_failed_digit_fills_nothing(parse: Any) -> None:
    found = parse("mrz", PASSPORT.replace("7408122", "7408123"))
    assert found["valid"] is False
    assert found["checks"]["birth_date"] is False
    assert found["checks"]["document_number"] is True
    filled = {"valid", "warnings", "format", "checks"}
    assert all(value is None for name, value in found.items() if name not in filled)
    assert "date of birth" in found["warnings"][0]


def test_several_documents_stand_apart_by_an_empty_line(parse: Any) -> None:
    one, other = parse("mrz", f"{PASSPORT}\n{PASSPORT.replace('L8', 'M8')}")
    assert one["valid"]
    assert not other["valid"]


def test_numbers_postcodes_and_days(parse: Any) -> None:
    right, wrong = parse("nhs-number", "999 317 7423\n\n999 317 7424\n")
    assert right["normalised"] == "9993177423"
    assert right["shown"] == "999 317 7423"
    assert right["made_up"] is True
    assert wrong["valid"] is False
    assert wrong["normalised"] is None
    assert parse("postcode", "ls97tf")["normalised"] == "LS9 7TF"
    assert parse("postcode", "Lagos")["valid"] is False
    assert parse("date", "+3w", "--as-at", "2026-03-09")["normalised"] == "2026-03-30"
    assert parse("date", "July 2026", "--as-at", "2026-03-09")["shown"] == "31-Jul-2026"
    assert parse("date", "31/2/26")["valid"] is False


def test_a_card_by_its_number_or_by_the_fields_printed_on_it(parse: Any) -> None:
    assert parse("ehic", "80276 00001 12345 67890")["normalised"] == "80276000011234567890"
    card = {"2": "DE", "3": "Meyer", "9": "2025-01-01", "holder": {"family_name": "Schmidt"}}
    found = parse("ehic", json.dumps(card, indent=1), "--as-at", "2026-03-09")
    assert found["state"] == "DE"
    assert "ran out" in found["problems"]["expires"]
    assert "Schmidt" in found["problems"]["family_name"]
    assert "copy it from the document" in found["problems"]["personal_id"]
    assert parse("ehic", '{"type": "prc", "valid_from": "2026-03-01"}')["type"] == "prc"


@pytest.mark.parametrize(
    "line",
    [
        *('{"type": "card"}', '{"type": 7}', '{"9": "soon"}', '{"colour": "blue"}', "{broken"),
        *('{"2": "US"}', '{"holder": {"born": "x"}}'),
    ],
)
def test_a_card_that_no_field_can_hold_is_not_valid(parse: Any, line: str) -> None:
    found = parse("ehic", line)
    assert found["valid"] is False
    assert found["warnings"][0].endswith(".")


@pytest.mark.parametrize("kind", ["mrz", "ehic", "nhs-number", "postcode", "date"])
def test_nothing_and_no_text_are_refused(parse: Any, tmp_path: Path, kind: str) -> None:
    assert parse(kind, " \n", code=1)["error"]["code"] == "bad_file"
    assert parse(kind, "x", "--as-at", "soon", code=1)["error"]["field"] == "as_at"


@pytest.mark.parametrize("kind", ["mrz", "ehic", "nhs-number", "postcode", "date"])
def test_bytes_that_are_no_text_are_refused(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, kind: str
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\xfe\x00")))
    assert main(["parse", kind, "-"]) == 1
    assert json.loads(capsys.readouterr().out)["error"]["code"] == "bad_file"
