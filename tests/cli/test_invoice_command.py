"""`recoup invoice`: a case billed from the command line, or refused in one sentence."""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from app.cli import main
from tests.desks import make_desk
from tests.services.work import DAY_CASE, chargeable, decide, estimate

NOON = "2026-03-09T15:00:00Z"


@pytest.fixture(scope="module")
def to_bill(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with one case to bill, R-1001, and one nobody decided, R-1002."""
    folder = tmp_path_factory.mktemp("to-bill")
    desk = make_desk(folder)
    case = chargeable(desk)
    decide(desk, case)
    estimate(desk, case, DAY_CASE)
    chargeable(desk)
    desk.db.close()
    return folder / "desk"


@pytest.fixture
def data(tmp_path: Path, to_bill: Path) -> str:
    """A copy of it."""
    return str(copytree(to_bill, tmp_path / "desk"))


def run(
    capsys: pytest.CaptureFixture[str], data: str, asked: object, user: str = "finance"
) -> tuple[int, dict[str, Any]]:
    request = Path(data).parent / "bill.json"
    request.write_text(json.dumps(asked), encoding="utf-8")
    out = str(Path(data).parent / "out")
    code = main(
        ["invoice", str(request), "--data", data, "--out", out, "--user", user, "--now", NOON]
    )
    return code, json.loads(capsys.readouterr().out)


def test_a_case_is_billed_and_the_page_written(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code, made = run(capsys, data, {"case": "R-1001"})
    assert code == 0
    pdf = Path(made["path"]).read_bytes()
    assert (pdf[:5], sha256(pdf).hexdigest()) == (b"%PDF-", made["sha256"])
    assert (made["invoice_number"], made["total"]) == ("R1H25OV000001", "928.87")
    assert made["to_pay"] == made["total"]
    assert made["payment_reference"].endswith(made["invoice_number"])
    code, refused = run(capsys, data, {"case": "R-1001"})
    assert (code, refused["error"]["code"]) == (1, "already_invoiced")


def test_somebody_who_promised_to_pay_is_billed(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    payer = {"type": "INSURER", "name": "Lagoon Assurance", "address": ["1 Broad Street"]}
    code, made = run(capsys, data, {"case": "R-1001", "payer": payer})
    assert (code, made["invoice_number"]) == (0, "R1H25OV000001")


@pytest.mark.parametrize(
    ("asked", "user", "code"),
    [
        ({"case": "R-1002"}, "finance", "not_decided"),
        ({"case": "R-9999"}, "finance", "not_found"),
        ({}, "finance", "not_found"),
        ({"case": "R-1001", "amount": "1.00"}, "finance", "unknown_field"),
        ({"case": "R-1001", "payer": "me"}, "finance", "bad_value"),
        ({"case": "R-1001", "payer": {"type": "FRIEND"}}, "finance", "bad_value"),
        ({"case": "R-1001", "payer": {"sort": "INSURER"}}, "finance", "unknown_field"),
        ({"case": "R-1001", "payer": {"type": "INSURER", "address": "x"}}, "finance", "bad_value"),
        ({"case": "R-1001", "payer": {"type": "INSURER"}}, "finance", "no_payer"),
        ({"case": "R-1001", "through": "soon"}, "finance", "bad_date"),
        ({"case": "R-1001", "through": "2026-03-09"}, "finance", "not_yet"),
        ({"case": "R-1001"}, "officer", "not_allowed"),
    ],
)
def test_what_cannot_be_billed_is_refused_and_writes_nothing(
    data: str, capsys: pytest.CaptureFixture[str], asked: object, user: str, code: str
) -> None:
    status, refused = run(capsys, data, asked, user)
    assert (status, refused["error"]["code"]) == (1, code)
    assert not (Path(data).parent / "out").exists()


def test_an_invoice_whose_page_cannot_be_written_was_never_issued(
    data: str, capsys: pytest.CaptureFixture[str]
) -> None:
    in_the_way = Path(data).parent / "out" / "R1H25OV000001.pdf"
    in_the_way.mkdir(parents=True)
    code, refused = run(capsys, data, {"case": "R-1001"})
    assert (code, refused["error"]["code"]) == (1, "unwritable")
    in_the_way.rmdir()
    code, made = run(capsys, data, {"case": "R-1001"})
    assert (code, made["invoice_number"]) == (0, "R1H25OV000001")
