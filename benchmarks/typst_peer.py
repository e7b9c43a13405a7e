"""A letter in Typst, written as PDF/UA-1 by a compiler that stays warm.

Run by benchmarks.pdf in the peer's environment, which has typst and nothing of this project. The
first line read names the document, the fonts and the number to vary; it prints the first letter,
then for each line read the seconds of one. Every letter has a number of its own, since Typst keeps
what it has laid out before.
"""

from __future__ import annotations

import base64
import json
import sys
import time
from importlib import import_module
from typing import Any

WARM_UP = 5


def main() -> None:
    """Write one to compare, then time a round whenever a line comes in."""
    typst = import_module("typst")  # of the peer's environment
    asked = json.loads(sys.stdin.readline())
    compiler = typst.Compiler(
        root=asked["folder"], font_paths=[asked["fonts"]], ignore_system_fonts=True
    )
    source, number = asked["source"], asked["number"]

    def write(given: str) -> Any:
        return compiler.compile(
            input=source.replace(number, given).encode(), format="pdf", pdf_standards=["ua-1"]
        )

    print(base64.b64encode(write(number)).decode(), flush=True)
    made = 0
    for _ in range(WARM_UP):
        made += 1
        write(_other(number, made))
    for _ in sys.stdin:
        numbers = [_other(number, made + place) for place in range(1, asked["letters"] + 1)]
        made += len(numbers)
        begun = time.process_time()
        for other in numbers:
            write(other)
        print((time.process_time() - begun) / len(numbers), flush=True)


def _other(number: str, made: int) -> str:
    return f"{number[:-6]}{made:06}"


if __name__ == "__main__":
    main()
