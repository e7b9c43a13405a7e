"""Every clause of the regulations that a rule cites has a test named after it."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.library import resource
from tests.residency.cited import cited

HERE = Path(__file__).parent

_LISTED = """
reg_2 reg_3_1 reg_3_1a reg_3_2 reg_3_5 reg_3_6 reg_3_7 reg_4_1 reg_4_2 reg_4_3 reg_4_4 reg_4_4a
reg_5_3_a reg_6_1 reg_6_1a reg_6_2 reg_6a reg_7_2 reg_7_3 reg_7_3a reg_8_1 reg_8_2
reg_9_1_a reg_9_1_aa reg_9_1_c reg_9_1_d reg_9_1_e reg_9_1_f reg_9_1_g reg_9_2 reg_9a
reg_10_1 reg_10_2 reg_10_2a reg_10_3 reg_10_5 reg_10_6 reg_11 reg_11_3a reg_12 reg_12a reg_13
reg_13a reg_14 reg_15_a reg_15_aa reg_15_b reg_15_ba reg_15_c reg_15_d reg_15_da reg_15_e reg_16
reg_17 reg_18_a reg_18_b reg_18_c reg_18_d reg_19_1_a reg_19_1_b reg_20_1 reg_20_2 reg_21 reg_22_a
reg_22_b reg_22a reg_23 reg_24_1_a reg_24_1_b reg_24_2 reg_25_1 reg_25_1a reg_25_2 reg_25_2a
reg_25_3 reg_25_4
"""
LISTED = tuple(_LISTED.split())
"""The paragraphs that the text of the law lists, whether a rule cites them or not."""

ELSEWHERE = {
    "reg_3": "the duty as a whole: its paragraphs have their own tests",
    "reg_4": "who owes as a whole: its paragraphs have their own tests",
}
"""Cited, and not a clause of its own."""

NOT_OF_THIS_ENGINE = {
    "reg_3_1b": "who is asked first is who appears liable: the liable party of the finding",
    "reg_3_3": "each provider collects for its own services: an act of the money piece",
    "reg_3_3a": "each provider collects for its own services: an act of the money piece",
    "reg_3_4": "a receipt for a payment: tests/documents and tests/services/test_money.py",
    "reg_3_4a": "an advance above the charge is repaid: the account knows it, no finding does",
    "reg_3a": "the duty to record against the NHS number: the record is made by a person",
    "reg_5_2": "what a claim for repayment must bring: an act of the money piece",
    "reg_5_3_b": "paid ahead and not treated: the account knows it, no finding does",
    "reg_5_3_c": "paid ahead by somebody not liable: the account knows it, no finding does",
    "reg_7_3c": "which price is payable, not who pays: the pricing room's",
    "reg_7_3d": "which price is payable, not who pays: the pricing room's",
    "reg_7_3e": "which price is payable, not who pays: the pricing room's",
    "reg_7_3f": "which price is payable, not who pays: the pricing room's",
    "reg_7_3g": "which price is payable, not who pays: the pricing room's",
}
"""Paragraphs that decide nothing of who pays; why each is not tried here."""


def citations() -> Iterator[str]:
    """Every text in which the shelf of rules cites the law, look-backs and all."""
    for name in ("groups", "services", "diseases", "pack"):
        yield from _regulations(tomllib.loads(resource("rules", f"{name}.toml").read_text("utf-8")))


def _regulations(part: object) -> Iterator[str]:
    if isinstance(part, list):
        for one in part:
            yield from _regulations(one)
    elif isinstance(part, dict):
        for key, value in part.items():
            if key == "regulation":
                yield str(value)
            else:
                yield from _regulations(value)


def names_of_tests() -> set[str]:
    """The names of the tests of this folder's clause files, without `test_`."""
    trees = (ast.parse(path.read_text("utf-8")) for path in HERE.glob("test_clauses_*.py"))
    functions = (node for tree in trees for node in tree.body if isinstance(node, ast.FunctionDef))
    return {node.name.removeprefix("test_") for node in functions}


NAMES = names_of_tests()
CITED = sorted({clause for citation in citations() for clause in cited(citation)})


@pytest.mark.parametrize("clause", sorted({*CITED, *LISTED} - ELSEWHERE.keys()))
def test_a_clause_has_a_test_named_after_it(clause: str) -> None:
    assert any(name.startswith(f"{clause}_") for name in NAMES), (
        f"No test begins test_{clause}_: write one that holds and one that just does not."
    )


def test_what_is_tried_elsewhere_is_not_cited_by_any_rule() -> None:
    assert not NOT_OF_THIS_ENGINE.keys() & {*CITED, *LISTED}
    assert ELSEWHERE.keys() <= {*CITED}


@pytest.mark.parametrize(
    ("citation", "clauses"),
    [
        ("SI 2015/238 regs 3, 4, 7(3)", ["reg_3", "reg_4", "reg_7_3"]),
        (
            "SI 2015/238 reg 6(1A)(b)(i), (c)(i), (2)-(3) (SI 2022/1253)",
            ["reg_6_1a_b_i", "reg_6_1a_c_i", "reg_6_2_to_3"],
        ),
        ("SI 2015/238 reg 9(1)(aa), inserted by SI 2017/756 reg 10(a)", ["reg_9_1_aa"]),
        ("SI 2015/238 reg 23, omitted by SI 2017/756 reg 15", ["reg_23"]),
        ("SI 2015/238 reg 9(1)(f)(i); reg 8(1) (torture: art 1(1))", ["reg_9_1_f_i", "reg_8_1"]),
        ("Immigration Act 1971 s.8; SI 2015/238 reg 2 (overseas visitor)", ["reg_2"]),
        ("SI 2015/238 regs 12 and 13 as made", ["reg_12", "reg_13"]),
        ("DCB3017; SI 2015/238 reg 3(2) (reasonable enquiries)", ["reg_3_2"]),
        ("SI 2015/238 reg 13A(1)-(2), (5)-(6)", ["reg_13a_1_to_2", "reg_13a_5_to_6"]),
        ("SI 2011/1556, revoked by SI 2015/238 reg 27", ["reg_27"]),
    ],
)
def test_a_citation_names_its_clauses(citation: str, clauses: list[str]) -> None:
    assert list(cited(citation)) == clauses
