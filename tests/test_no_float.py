"""Binary floats never touch money (finance.md 2.3): no module of the money can make one.

A float comes from a literal, from `float`, from a true division, from `math` and the like, or out
of a library. The first four are looked for in the source; in ratios, exact `Fraction`s are divided
by `Fraction(part, whole)` and decimals by their own method, never by a stroke.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
ROOMS = ("app/billing", "app/pricing", "app/interop")
MONEY_ALONE = ("app/core/money.py", "app/store/entries.py", "app/store/folds.py")
SERVICES = "app/services"
# A spreadsheet's numbers come as floats; these tell them by their type and take their digits.
READERS = ("app/pricing/cells.py", "app/pricing/factor_sheet.py")
NAMED = "the type float"
FLOATING = frozenset({"math", "cmath", "statistics", "numpy", "random"})


def money_modules() -> list[Path]:
    """The pure rooms of money, and every service that handles `Money`."""
    rooms = [file for room in ROOMS for file in (ROOT / room).rglob("*.py")]
    services = [
        file
        for file in (ROOT / SERVICES).rglob("*.py")
        if "app.core.money" in file.read_text("utf-8")
    ]
    return sorted([*rooms, *services, *(ROOT / name for name in MONEY_ALONE)])


def floats_in(source: str) -> Iterator[tuple[int, str]]:
    """Line and kind of everything that is or makes a float."""
    for node in ast.walk(ast.parse(source)):
        match node:
            case ast.Constant(value=float() | complex()):
                yield node.lineno, "a float written down"
            case ast.Call(func=ast.Name(id="float")):
                yield node.lineno, "a call of float"
            case ast.Name(id="float"):
                yield node.lineno, NAMED
            case ast.BinOp(op=ast.Div()) | ast.AugAssign(op=ast.Div()):
                yield node.lineno, "a true division"
            case ast.Import(names=names) if any(one.name in FLOATING for one in names):
                yield node.lineno, "a library of floats"
            case ast.ImportFrom(module=str() as module) if module in FLOATING:
                yield node.lineno, "a library of floats"
            case ast.Attribute(attr="from_float" | "truediv"):
                yield node.lineno, "a float on its way in"


@pytest.mark.parametrize(
    "file", money_modules(), ids=lambda file: file.relative_to(ROOT).as_posix()
)
def test_no_module_of_the_money_makes_a_float(file: Path) -> None:
    found = list(floats_in(file.read_text("utf-8")))
    if file.relative_to(ROOT).as_posix() in READERS:
        assert {kind for _, kind in found} == {NAMED}
    else:
        assert found == []


@pytest.mark.parametrize(
    "slip",
    [
        "total = pence * 1.5",
        "total = Decimal(0.37)",
        "pounds = float(text)",
        "def share(part: float) -> None: ...",
        "rate = part / whole",
        "rate /= 100",
        "import math",
        "from statistics import mean",
        "amount = Decimal.from_float(x)",
    ],
)
def test_each_way_to_make_one_is_found(slip: str) -> None:
    assert list(floats_in(slip))


def test_exact_arithmetic_is_let_be() -> None:
    exact = "whole = (abs(pence) + 50_000) // 100_000\nshare = Decimal('0.37') * Fraction(1, 3)"
    assert list(floats_in(exact)) == []
    assert len(money_modules()) > 40
