"""Passport lines read by ours and by the `mrz` package 0.6.2: every field and every check digit.

`python -m benchmarks.passport_lines` from the root of the repository. Goal: no difference over
100,000 made-up documents of all five formats, and none over the same with one character changed.
It is a comparison and times nothing. `--record` renews tests/interop/mrz_peer_answers.jsonl, the
smaller sample that the tests hold ours against wherever the package is not there.

The package is GPL, so it lives in an environment of its own. It knows no document numbers of more
than nine characters and no partly unknown birthdays: of those, what it does know is compared. It
is told the format, which ours finds out from the first letter, and takes a digit in the second
place of the kind of document, which ours does not.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from random import Random
from typing import Any

from app.interop.mrz.document import BadMrz, TravelDocument
from app.interop.mrz.reading import read_mrz
from benchmarks.peers import environment
from tests.interop.mrz_written import DAY, Written, damaged, made_up

DOCUMENTS, SEED, SAMPLE = 100_000, 9303, 150
PACKAGE = "mrz==0.6.2"
ROOT = Path(__file__).parents[1]
ANSWERS = ROOT / "tests" / "interop" / "mrz_peer_answers.jsonl"
Question = tuple[str, list[str]]


def questions(count: int) -> Iterator[Question]:
    """Documents as written, each followed by itself with one character changed."""
    chance = Random(SEED)
    for _ in range(count):
        document: Written = made_up(chance)
        yield document.format, list(document.lines)
        yield document.format, list(damaged(chance, document.lines))


def peer_answers(python: Path, asked: Sequence[Question]) -> list[dict[str, Any]]:
    """What the package says of each."""
    run = subprocess.run(
        [str(python), str(ROOT / "benchmarks" / "passport_lines_peer.py")],
        input="".join(json.dumps(one) + "\n" for one in asked),
        stdout=subprocess.PIPE,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def differences(form: str, lines: Sequence[str], theirs: dict[str, Any]) -> list[str]:
    """Where ours and the package do not agree on a document."""
    found = _read("\n".join(lines))
    checks, ours = found.checks, found.format
    if ours is None or "refused" in theirs:
        return [] if ours is None and "refused" in theirs else ["read by one of them only"]
    if ours != form:
        visa = lines[0].startswith("V")
        return [] if visa is not form.startswith("MRV") else ["another format"]
    apart = [
        name.value
        for name, holds in checks.items()
        if holds != theirs["checks"][name.value]
        and not (name == "document_number" and _long(lines))
    ]
    if isinstance(found, TravelDocument):
        apart += _fields_apart(found, theirs, long=_long(lines))
        return [*apart, "names"] if "identifier" in theirs["wrong"] else apart
    if all(checks.values()) and not theirs["wrong"] and not lines[0][1].isdigit():
        apart.append("refused by ours only")
    return apart


def _read(text: str) -> TravelDocument | BadMrz:
    try:
        return read_mrz(text, as_at=DAY)
    except BadMrz as bad:
        return bad


def _fields_apart(ours: TravelDocument, theirs: dict[str, Any], *, long: bool) -> list[str]:
    birth = theirs["birth_date"].rstrip("<")
    known = str(ours.birth).replace("-", "")[2:] if ours.birth else ""
    number = ours.document_number[:9] if long else ours.document_number
    pairs = {
        "surname": (ours.surname, theirs["surname"].strip()),
        "given_names": (ours.given_names, theirs["name"].strip()),
        "issuer": (ours.issuer, theirs["country"]),
        "nationality": (ours.nationality, theirs["nationality"]),
        "birth": (known, birth),
        "expires": (f"{ours.expires:%y%m%d}" if ours.expires else "", theirs["expiry_date"]),
        "sex": (ours.sex, theirs["sex"].strip("<")),
        "document_type": (ours.document_type, theirs["document_type"]),
        "document_number": (number, theirs["document_number"]),
    }
    return [name for name, (one, other) in pairs.items() if one != other]


def _long(lines: Sequence[str]) -> bool:
    """Whether a filler stands for the check digit of the document number."""
    digit = lines[0][14] if len(lines) == 3 else lines[1][9]
    return digit == "<"


def main() -> int:
    """Compare, or renew the sample; one JSON line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--record", action="store_true", help="renew the sample of the tests")
    parser.add_argument("--documents", type=int, default=DOCUMENTS)
    args = parser.parse_args()
    python = environment("mrz", PACKAGE)
    if python is None:
        return 1
    asked = list(questions(SAMPLE if args.record else args.documents))
    answers = peer_answers(python, asked)
    if args.record:
        rows = zip(asked, answers, strict=True)
        ANSWERS.write_text("".join(json.dumps([*ask, said]) + "\n" for ask, said in rows), "utf-8")
    apart = [(differences(*ask, said), ask) for ask, said in zip(asked, answers, strict=True)]
    differ = [one for one in apart if one[0]]
    for what, ask in differ[:10]:
        print(what, ask, file=sys.stderr)
    line = {
        "benchmark": "passport_lines",
        "peer": PACKAGE,
        "documents": len(asked) // 2,
        "damaged": len(asked) // 2,
        "differ": len(differ),
        "goal": 0,
        "met": not differ,
    }
    print(json.dumps(line))
    return 0


if __name__ == "__main__":
    sys.exit(main())
