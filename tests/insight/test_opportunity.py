"""The opportunity of twelve fictional trusts, beside the figures worked out elsewhere."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import replace
from math import exp
from pathlib import Path

import pytest

from app.core.errors import BadInput, Known
from app.insight.board import board
from app.insight.charts import Interval
from app.insight.gamma import below, quantile
from app.insight.opportunity import Found, Peer, opportunity, outlook
from app.library.peers import COLUMNS, PEERS_FILE, read_peers
from tests.insight.made_up import busy, terms

DATA = Path(__file__).parent / "data"


def rows(name: str) -> list[dict[str, str]]:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


PEERS = tuple(
    Peer(
        trust=row["trust"],
        activity=float(row["activity_000_weighted"]),
        exposure=float(row["exposure_index"]),
        identified=int(row["identified_cases"]),
        mean_charge=float(row["mean_charge_gbp"]),
        invoiced=int(row["invoiced_cases"]),
    )
    for row in rows("opportunity_example_inputs.csv")
)
EXPECTED: Mapping[str, Mapping[str, str]] = {
    row["trust"]: row for row in rows("opportunity_example_expected.csv")
}


@pytest.mark.parametrize("found", opportunity(PEERS), ids=lambda one: one.trust)
def test_the_worked_example_comes_out_to_a_tenth_of_a_per_cent(found: Found) -> None:
    row = EXPECTED[found.trust]
    for name, figure in (
        ("expected_cases", found.expected),
        ("sir_raw", found.raw),
        ("theta_posterior_mean", found.shrunken),
        ("expected_shortfall_theta", found.shortfall),
    ):
        assert figure == pytest.approx(float(row[name]), abs=1e-4), name
    for name, figure in (
        ("mean_charge_shrunk_gbp", found.mean_charge),
        ("opportunity_gbp", found.pounds),
        ("opportunity_p10_gbp", found.low),
        ("opportunity_p90_gbp", found.high),
    ):
        assert figure == pytest.approx(float(row[name]), rel=1e-3, abs=1), name


def test_all_together_come_to_the_sum_of_the_example() -> None:
    assert sum(one.pounds for one in opportunity(PEERS)) == pytest.approx(1_774_910, rel=1e-3)


def test_a_heavier_exposure_or_a_higher_level_leaves_more_to_find() -> None:
    def of_b(**changes: float) -> float:
        return next(one.pounds for one in opportunity(PEERS, **changes) if one.trust == "B")

    assert of_b(exposed=0.8) < of_b() < of_b(exposed=1.25)
    assert of_b(benchmark=0.60) < of_b() < of_b(benchmark=0.75)


def test_an_exposure_beyond_belief_is_held_to_its_bounds() -> None:
    wild = (replace(PEERS[0], exposure=400.0), *PEERS[1:])
    held = (replace(PEERS[0], exposure=4.0), *PEERS[1:])
    assert opportunity(wild) == opportunity(held)


def test_a_trust_without_activity_has_nothing_to_be_found() -> None:
    idle = replace(PEERS[0], activity=0.0, identified=0)
    assert opportunity((idle, *PEERS[1:]))[0].pounds == 0
    with pytest.raises(ValueError, match="no trust"):
        opportunity((idle,))
    with pytest.raises(ValueError, match="no activity"):
        opportunity((replace(PEERS[0], activity=0.0), *PEERS[1:]))


@pytest.mark.parametrize("x", [0.001, 0.5, 1.0, 3.0, 40.0])
def test_the_gamma_of_shape_one_is_the_exponential(x: float) -> None:
    assert below(x, 1.0, 2.0) == pytest.approx(1 - exp(-2 * x), abs=1e-12)


@pytest.mark.parametrize("shape", [0.3, 1.1, 9.0, 650.0])
@pytest.mark.parametrize("part", [0.01, 0.5, 0.99])
def test_a_quantile_leads_back_to_its_part(shape: float, part: float) -> None:
    assert below(quantile(part, shape, 3.0), shape, 3.0) == pytest.approx(part, abs=1e-9)
    assert below(0.0, shape, 3.0) == below(-1.0, shape, 3.0) == 0.0


def test_the_board_tells_it_between_its_bounds_and_with_the_weak_input_moved() -> None:
    told = board(busy(outlook=outlook(PEERS, "B")), terms())
    assert told.opportunity.figure == "£579k"
    assert told.opportunity.between == "eight times in ten between £529k and £628k a year"
    assert told.opportunity.chart is not None
    assert isinstance(told.opportunity.chart.shape, Interval)
    twin = told.opportunity.chart.twin
    assert twin in told.tables
    assert [row[0] for row in twin.rows][:2] == [
        "The level three in ten reach",
        "A fifth less to be expected",
    ]
    with pytest.raises(ValueError, match="not among"):
        outlook(PEERS, "Z")


def test_what_is_missing_is_said_where_there_are_no_peers() -> None:
    assert "Not worked out" in board(busy(), terms()).opportunity.missing
    assert board(busy(no_outlook="Line 3."), terms()).opportunity.missing == "Line 3."


def kept(folder: Path, text: str) -> Path:
    (folder / PEERS_FILE).write_text(text, encoding="utf-8")
    return folder


def test_the_peers_are_read_from_a_file_beside_the_store(tmp_path: Path) -> None:
    assert read_peers(tmp_path) == ()
    lines = [
        f"{one.trust.lower()},{one.activity},{one.exposure},{one.identified},"
        f"{one.mean_charge},{one.invoiced}"
        for one in PEERS
    ]
    assert read_peers(kept(tmp_path, "\n".join([",".join(COLUMNS), *lines]))) == PEERS


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("trust,activity\nA,1", "first line"),
        ("", "first line"),
        (f"{','.join(COLUMNS)}\nA,1,1,1,1,1\nB,1,1,x,1,1", "line 3"),
        (f"{','.join(COLUMNS)}\nA,nan,1,1,1,1", "line 2"),
        (f"{','.join(COLUMNS)}\nA,1,1,-1,1,1", "line 2"),
        (f"{','.join(COLUMNS)}\nA,1", "line 2"),
    ],
)
def test_a_file_of_peers_that_is_none_is_refused_with_its_line(
    tmp_path: Path, text: str, named: str
) -> None:
    with pytest.raises(BadInput, match=named) as refused:
        read_peers(kept(tmp_path, text))
    assert refused.value.code == "bad_peers"


def test_a_file_that_is_no_text_or_no_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / PEERS_FILE).write_bytes(b"\xff\xfe\x00")
    with pytest.raises(BadInput, match="plain text"):
        read_peers(tmp_path)
    (tmp_path / PEERS_FILE).unlink()
    (tmp_path / PEERS_FILE).mkdir()
    with pytest.raises(Known, match="cannot be read"):
        read_peers(tmp_path)
