"""`recoup form`: what is refused before anything is kept, each with one sentence."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.services import registration
from tests.desks import add_visitor, make_desk
from tests.scans.samples import jpeg
from tests.services.work import seated


@pytest.fixture
def data(tmp_path: Path) -> str:
    """A store with one case, R-1001."""
    desk = make_desk(tmp_path)
    with seated(desk, "clerk"):
        registration.begin(desk, add_visitor(desk).patient_id, "outpatient")
    desk.db.close()
    return str(tmp_path / "desk")


def _run(capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, dict[str, Any]]:
    code = main(["form", *words, "--now", "2026-03-09T12:00:00Z"])
    return code, json.loads(capsys.readouterr().out)


def test_a_form_goes_out_and_comes_back(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = str(tmp_path / "out")
    code, printed = _run(
        capsys,
        "print",
        "--data",
        data,
        "--user",
        "clerk",
        "--ref",
        "r-1001",
        "--out",
        out,
        "--large",
    )
    assert (code, printed["ref"], printed["form_id"]) == (0, "R-1001", "D01-1")
    assert Path(printed["path"]).read_bytes().startswith(b"%PDF")
    keyed = tmp_path / "keyed.json"
    keyed.write_text(json.dumps({"code": printed["code"].lower(), "answers": {"13": 1, "25": "2"}}))
    code, kept = _run(capsys, "key", str(keyed), "--data", data, "--user", "clerk")
    assert (code, kept["kept"], kept["late"]) == (0, 2, False)


def test_a_blank_form_is_keyed_with_the_case_it_turned_out_to_be_of(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, printed = _run(
        capsys, "print", "--data", data, "--user", "clerk", "--out", str(tmp_path / "out")
    )
    assert (printed["ref"], printed["code"][:19]) == ("", "RCP1:R1H:BLANK:PAF:")
    keyed = tmp_path / "keyed.json"
    keyed.write_text(json.dumps({"code": printed["code"], "answers": {}}))
    code, refused = _run(capsys, "key", str(keyed), "--data", data, "--user", "clerk")
    assert (code, refused["error"]["code"]) == (1, "no_case")
    keyed.write_text(json.dumps({"code": printed["code"], "answers": {}, "ref": "R-1001"}))
    assert _run(capsys, "key", str(keyed), "--data", data, "--user", "clerk")[0] == 0


def test_a_clinicians_form_needs_the_right_to_record_urgency(
    data: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ("print", "--kind", "clinician", "--ref", "R-1001", "--data", data)
    out = ("--out", str(tmp_path / "out"))
    code, refused = _run(capsys, *words, *out, "--user", "clerk")
    assert (code, refused["error"]["code"]) == (1, "not_allowed")
    _, printed = _run(capsys, *words, *out, "--user", "officer")
    keyed = tmp_path / "keyed.json"
    form = {
        "code": printed["code"],
        "answers": {"1": "2", "2": "1"},
        "signed": {"name": "Dr A. Roy", "on": "9/3/26"},
    }
    keyed.write_text(json.dumps(form))
    code, refused = _run(capsys, "key", str(keyed), "--data", data, "--user", "officer")
    assert (code, refused["error"]["code"]) == (1, "no_form")
    photo = tmp_path / "signed.jpg"
    photo.write_bytes(jpeg())
    form["signed_form"] = str(photo)
    keyed.write_text(json.dumps(form))
    code, kept = _run(capsys, "key", str(keyed), "--data", data, "--user", "officer")
    assert (code, kept["kept"]) == (0, 2)


@pytest.mark.parametrize(
    ("document", "code"),
    [
        ({}, "not_a_form"),
        ({"code": 7}, "bad_value"),
        ({"code": "{code}", "answers": ["1"]}, "bad_value"),
        ({"code": "{code}", "answers": {"1": ["2"]}}, "bad_value"),
        ({"code": "{code}", "answers": {"1": True}}, "bad_value"),
        ({"code": "{code}", "signed": "Ada"}, "bad_value"),
        ({"code": "{code}", "signed": {"who": "Ada"}}, "bad_value"),
        ({"code": "{code}", "answers": {"13": "9", "99": "1"}}, "problems"),
    ],
)
def test_what_cannot_be_keyed_is_refused_with_a_sentence(
    data: str,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    document: dict[str, object],
    code: str,
) -> None:
    _, printed = _run(
        capsys,
        *("print", "--data", data, "--user", "clerk", "--ref", "R-1001"),
        *("--out", str(tmp_path / "out")),
    )
    keyed = tmp_path / "keyed.json"
    keyed.write_text(json.dumps(document).replace("{code}", printed["code"]))
    found, refused = _run(capsys, "key", str(keyed), "--data", data, "--user", "clerk")
    assert (found, refused["error"]["code"]) == (1, code)
    assert refused["error"]["message"].endswith(".")


def test_file_and_folder_must_be_named(data: str, capsys: pytest.CaptureFixture[str]) -> None:
    for act, code in (("print", "no_folder"), ("key", "no_file")):
        found, refused = _run(capsys, act, "--data", data, "--user", "clerk")
        assert (found, refused["error"]["code"]) == (1, code)
