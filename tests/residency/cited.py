"""Which paragraphs of SI 2015/238 a citation names, written as in the names of tests.

`SI 2015/238 reg 9(1)(f)(ii); reg 8(1)-(2); SI 2017/756 reg 10(a)` names `reg_9_1_f_ii` and
`reg_8_1_to_2`; the regulations of other instruments are not of this law.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_INSTRUMENT = r"SI (?P<si>\d{4}/\d+)"
_PARAGRAPHS = r"(?:\([0-9a-zA-Z]{1,4}\))+"
_PLACE = rf"(?:\d+[A-Z]*(?:{_PARAGRAPHS})?|{_PARAGRAPHS})(?:-{_PARAGRAPHS})?"
_PLACES = re.compile(rf"{_INSTRUMENT}|\bregs? (?P<places>{_PLACE}(?:(?:, | and ){_PLACE})*)")
_OURS = "2015/238"


def cited(citation: str) -> Iterator[str]:
    """Every paragraph of the charging regulations that the citation names."""
    law = _OURS
    for clause in _clauses(citation):
        for found in _PLACES.finditer(clause):
            if found["si"]:
                law = found["si"]
            elif law == _OURS:
                yield from _named(found["places"])
        law = _OURS


def _clauses(citation: str) -> list[str]:
    """Its parts, what stands in brackets as a remark apart from what it is about."""
    remarks = re.sub(r"\((?=[^()]* )([^()]*(?:\([^()]*\)[^()]*)*)\)", r";\1;", citation)
    return re.split(r";", remarks)


def _named(places: str) -> Iterator[str]:
    regulation, paragraph = "", ""
    for place in re.split(r", | and ", places):
        first, _, last = place.partition("-")
        number = re.match(r"\d+[A-Z]*", first)
        parts = re.findall(r"\(([0-9a-zA-Z]+)\)", first)
        if number:
            regulation = number[0]
        elif not parts[0][0].isdigit():  # a letter goes on under the paragraph before it
            parts = [paragraph, *parts]
        paragraph = parts[0] if parts else ""
        end = re.findall(r"\(([0-9a-zA-Z]+)\)", last)
        yield "_".join(["reg", regulation, *parts, *(["to", *end] if end else [])]).lower()
