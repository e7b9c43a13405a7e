"""One invoice as PDF against the same letter drawn by hand on a reportlab canvas.

`python -m benchmarks.pdf` from the root of the repository. Goal: at most 1.5 times the hand's
time. Each contestant runs in its own warm process; rounds alternate and the best of each counts;
before any timing the words of both letters are compared.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import IO

from app.billing.invoice import Invoice, Payer, PayerType, issue
from app.billing.line import InvoiceLine
from app.core.money import Money
from app.core.people import Address
from app.core.trust import Mode, Trust
from app.pricing.uplift import charge

ROUNDS, LETTERS_A_ROUND, WARM_UP = 25, 6, 5
GOAL = 1.5
FACTOR = Decimal("1.148886")
TRUST = Trust(
    name="Example Royal Hospitals NHS Trust",
    provider_code="R1H",
    reference_code="R1H",
    address_lines=("1 Long Lane", "Exampleton", "EX1 1AA"),
    phone="020 7946 0123",
    email="overseas.visitors@example.nhs.uk",
    payment_details=("By card: 020 7946 0199", "By bank: 00-00-00, account 00000000"),
)


def letter() -> Invoice:
    """Ten lines, some with a longer stay."""
    return issue(
        doc_no="R1H26OV000123",
        issued_on=date(2026, 4, 15),
        payer=Payer(
            customer_ref="P000001234",
            payer_type=PayerType.PATIENT,
            title="Mrs",
            given_names="Ada",
            family_name="Okafor",
            address=Address(("12 Acacia Road", "Exampleton"), "EX2 2BB", "United Kingdom"),
        ),
        patient_ref="H0012345",
        lines=tuple(_line(number) for number in range(1, 11)),
    )


def ours() -> Callable[[], bytes]:
    """The invoice as the program makes it."""
    from app.documents.invoice_pdf import invoice_pdf
    from app.library.fonts import load_fonts
    from app.library.templates import load_letter_words

    made, fonts, words = letter(), load_fonts(), load_letter_words()
    return lambda: invoice_pdf(made, trust=TRUST, mode=Mode.LIVE, fonts=fonts, words=words)


def by_hand() -> Callable[[], bytes]:
    """The same, line by line."""
    from app.library import resource_path
    from benchmarks.pdf_by_hand import draw, register

    register(resource_path("fonts"))
    made = letter()
    return lambda: draw(made, TRUST)


CONTESTANTS = {"recoup": ours, "canvas_by_hand": by_hand}


def main() -> None:
    """Compare, race, report one JSON line; exit 1 when the goal is missed."""
    letters = {name: make()() for name, make in CONTESTANTS.items()}
    words = {name: _words(pdf) for name, pdf in letters.items()}
    if words["recoup"] != words["canvas_by_hand"]:
        raise SystemExit("The two letters differ, so their times say nothing.")
    runners = {name: _start(name) for name in CONTESTANTS}
    best = dict.fromkeys(CONTESTANTS, float("inf"))
    for _ in range(ROUNDS):
        for name, runner in runners.items():
            best[name] = min(best[name], _round(runner))
    for runner in runners.values():
        runner.terminate()
        runner.wait()
    ratio = best["recoup"] / best["canvas_by_hand"]
    report = {
        "benchmark": "pdf",
        "milliseconds": {name: round(seconds * 1000, 2) for name, seconds in best.items()},
        "bytes": {name: len(pdf) for name, pdf in letters.items()},
        "pages": letters["recoup"].count(b"/Type /Page\n"),
        "ratio": round(ratio, 2),
        "goal": GOAL,
    }
    print(json.dumps(report))
    raise SystemExit(ratio > GOAL)


def contest(name: str) -> None:
    """In a contestant's process: draw a round for each line read, answer with seconds a letter."""
    draw = CONTESTANTS[name]()
    for _ in range(WARM_UP):
        draw()
    print("ready", flush=True)
    for _ in sys.stdin:
        begun = time.process_time()
        for _ in range(LETTERS_A_ROUND):
            draw()
        print((time.process_time() - begun) / LETTERS_A_ROUND, flush=True)


def _start(name: str) -> subprocess.Popen[str]:
    runner = subprocess.Popen(
        [sys.executable, "-m", "benchmarks.pdf", name],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    _answers(runner).readline()
    return runner


def _round(runner: subprocess.Popen[str]) -> float:
    asked = runner.stdin
    if asked is None:
        raise RuntimeError("the contestant takes no input")
    asked.write("\n")
    asked.flush()
    return float(_answers(runner).readline())


def _answers(runner: subprocess.Popen[str]) -> IO[str]:
    if runner.stdout is None:
        raise RuntimeError("the contestant gives no output")
    return runner.stdout


def _words(pdf: bytes) -> list[str]:
    """Every word of the letter, in no order: the two draw in different orders and turn the page
    at different lines."""
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_bounded() for page in document]
    return sorted(word for page in pages for word in page.split())


def _line(number: int) -> InvoiceLine:
    days = number % 3
    per_day = Money(25000) if days else None
    base = Money(700_000 + number * 1_111)
    net = charge(base=base, excess_days=days, per_day=per_day, mff=FACTOR, rate_percent=150)
    return InvoiceLine(
        line_no=number,
        service_from=date(2026, 3, number),
        service_to=date(2026, 3, number + 12),
        tariff_year="2025/26",
        edition="NHS Payment Scheme 2025/26",
        base=base,
        excess_days=days,
        per_day=per_day,
        mff=FACTOR,
        net=net,
    )


if __name__ == "__main__":
    if len(sys.argv) > 1:
        contest(sys.argv[1])
    else:
        main()
