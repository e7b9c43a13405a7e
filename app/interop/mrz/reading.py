"""Reading the lines of a travel document: all check digits hold, or nothing is filled in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.core.dates import long
from app.core.wording import Phrase, both, listed
from app.interop.mrz.check_digits import check_digit
from app.interop.mrz.dates import read_birth, read_expiry
from app.interop.mrz.document import BadMrz, PartDate, TravelDocument
from app.interop.mrz.layouts import FILLER, Check, Layout, Span, layout_of
from app.interop.mrz.lines import lines_of
from app.interop.mrz.names import read_names

_CALLED = {
    Check.NUMBER: Phrase("the document number"),
    Check.BIRTH: Phrase("the date of birth"),
    Check.EXPIRY: Phrase("the expiry date"),
    Check.OPTIONAL: Phrase("the optional data"),
    Check.COMPOSITE: Phrase("the document as a whole"),
}
_SEXES = {"F": "F", "M": "M", "X": "X", FILLER: ""}


def read_mrz(text: str, *, as_at: date) -> TravelDocument:
    """The document of these lines, its centuries and its running out seen from `as_at`.

    Raises BadMrz (code `bad_mrz`, or `bad_check_digit` with which one) and then fills nothing.
    Whatever is read wrong stays wrong: O is never taken for 0.
    """
    lines = lines_of(text)
    layout = layout_of(lines)
    number = _number(layout, lines)
    checks = _checks(layout, lines, number)
    failed = [name for name, holds in checks.items() if not holds]
    if failed:
        raise BadMrz("bad_check_digit", _which(failed), found=layout.format, checks=checks)
    try:
        return _filled(layout, lines, number, checks, as_at)
    except BadMrz as bad:
        raise BadMrz(bad.code, bad.message, found=layout.format, checks=checks) from None


@dataclass(frozen=True, slots=True)
class _Number:
    """A document number with its check digit; `tail` of it stood in the optional field."""

    text: str
    digit: str
    tail: int


def _number(layout: Layout, lines: Sequence[str]) -> _Number:
    """Up to nine characters; a longer one of TD1 and TD2 goes on in the optional field.

    Then a filler stands for its check digit, which follows its end there (9303-5 and -6, note j).
    """
    field, digit = layout.number.of(lines), layout.checks[Check.NUMBER].digit.of(lines)
    rest = layout.optional[0].of(lines).partition(FILLER)[0]
    if layout.long_numbers and digit == FILLER and FILLER not in field and len(rest) > 1:
        return _Number(field + rest[:-1], rest[-1], len(rest))
    return _Number(field.rstrip(FILLER), digit, 0)


def _checks(layout: Layout, lines: Sequence[str], number: _Number) -> dict[Check, bool]:
    found = {}
    for name, plan in layout.checks.items():
        over, digit = "".join(span.of(lines) for span in plan.over), plan.digit.of(lines)
        if name is Check.NUMBER and number.tail:
            over, digit = number.text, number.digit
        may_be_left_out = name in (Check.OPTIONAL, Check.NUMBER) and not over.strip(FILLER)
        found[name] = digit == check_digit(over) or (may_be_left_out and digit == FILLER)
    return found


def _filled(
    layout: Layout, lines: Sequence[str], number: _Number, checks: dict[Check, bool], as_at: date
) -> TravelDocument:
    if number.text.startswith(FILLER):  # no check digit tells it from 0, A, K or U
        raise BadMrz(
            "bad_mrz",
            "The document number in the lines has no first character, so nothing was filled in. "
            "Scan again, or type the details from the page.",
        )
    names = read_names(layout.names.of(lines))
    birth = read_birth(layout.birth.of(lines), as_at)
    expires = read_expiry(layout.expiry.of(lines), as_at)
    expired = expires is not None and expires < as_at
    return TravelDocument(
        format=layout.format,
        document_type=_letters(layout.document_type, lines, Phrase("kind of document")),
        issuer=_letters(layout.issuer, lines, Phrase("state that issued it")),
        nationality=_letters(layout.nationality, lines, Phrase("nationality")),
        surname=names.surname,
        given_names=names.given,
        truncated=names.truncated,
        document_number=number.text,
        birth=birth,
        sex=_sex(layout.sex.of(lines)),
        expires=expires,
        expired=expired,
        optional_data=_optional(layout, lines, number),
        checks=checks,
        warnings=(*names.remarks, *_remarks(birth, expires if expired else None)),
    )


def _remarks(birth: PartDate | None, ran_out: date | None) -> tuple[str, ...]:
    found = []
    if birth is None:
        found.append(Phrase("The document does not know the date of birth. Ask."))
    elif birth.whole is None:
        found.append(
            Phrase(
                "The document knows only a part of the date of birth, {birth}. Ask.", birth=birth
            )
        )
    if ran_out is not None:
        found.append(Phrase("It ran out on {day}. It still says who this is.", day=long(ran_out)))
    return tuple(found)


def _letters(span: Span, lines: Sequence[str], what: Phrase) -> str:
    text = span.of(lines).rstrip(FILLER)
    if not text or not all("A" <= one <= "Z" for one in text):
        raise BadMrz(
            "bad_mrz",
            Phrase(
                "The {what} should be letters, and the lines have “{text}”, so nothing was filled "
                "in. Scan again, or type the details from the page.",
                what=what,
                text=span.of(lines),
            ),
        )
    return text


def _sex(letter: str) -> str:
    if letter not in _SEXES:
        raise BadMrz(
            "bad_mrz",
            Phrase(
                "Where M, F or “<” stands for the sex, the lines have “{letter}”, so nothing was "
                "filled in. Scan again, or type the details from the page.",
                letter=letter,
            ),
        )
    return _SEXES[letter]


def _optional(layout: Layout, lines: Sequence[str], number: _Number) -> tuple[str, ...]:
    first, *others = (span.of(lines) for span in layout.optional)
    texts = (first[number.tail :], *others)
    return tuple(text.strip(FILLER) for text in texts if text.strip(FILLER))


def _which(failed: Sequence[Check]) -> Phrase:
    *others, last = (_CALLED[one] for one in failed)
    if not others:
        return Phrase(
            "The check digit of {field} does not hold, so nothing was filled in. Scan again, or "
            "compare the lines with the page: 0 and O, 1 and I are easily mistaken.",
            field=last,
        )
    return Phrase(
        "The check digits of {fields} do not hold, so nothing was filled in. Scan again, or "
        "compare the lines with the page: 0 and O, 1 and I are easily mistaken.",
        fields=both((listed(others), last)),
    )
