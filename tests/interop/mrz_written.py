"""Made-up travel documents of all five formats, written as an issuer prints them.

    document = made_up(Random(7))
    read_mrz("\\n".join(document.lines), as_at=DAY)        # must give document.says

It shares no code with the reader: widths, places and check digits are written out once more here.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from random import Random

DAY = date(2026, 3, 9)
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"
_WIDTHS = {"TD1": 30, "TD2": 36, "TD3": 44, "MRV-A": 44, "MRV-B": 36}
_TYPES = {
    "TD1": ("I", "ID", "AC", "C", "IR"),
    "TD2": ("I", "ID", "AC", "C", "A"),
    "TD3": ("P", "PD", "PO", "PM"),
    "MRV-A": ("V", "VA", "VC"),
    "MRV-B": ("V", "VB", "VD"),
}
_STATES = (
    *("NGA", "D", "FRA", "GBR", "GBD", "GBN", "GBO", "GBP", "GBS", "RKS", "UNO", "UNA", "XXA"),
    *("XXB", "XXC", "XXX", "IND", "PAK", "USA", "IRL", "NLD", "UTO", "EUE", "XOM", "CIV", "MMR"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """The lines, and what a reader of them must say."""

    format: str
    lines: tuple[str, ...]
    document_type: str
    issuer: str
    nationality: str
    surname: str
    given_names: str
    truncated: bool
    document_number: str
    birth: str  # ISO, shortened where a part is unknown; "" where all is
    sex: str
    expires: date

    @property
    def is_long(self) -> bool:
        """Whether the number ends, with its check digit, in the optional field."""
        return len(self.document_number) > 9


def made_up(chance: Random, form: str | None = None) -> Written:
    """One document, of this format or of any."""
    form = form or chance.choice(tuple(_WIDTHS))
    kind = chance.choice(_TYPES[form])
    issuer, nationality = chance.choice(_STATES), chance.choice(_STATES)
    names = _names(chance)
    number = _number(chance, long=form in ("TD1", "TD2") and chance.random() < 0.25)
    birth_field, birth = _birth(chance)
    expires = DAY + timedelta(days=chance.randint(-3000, 4000))
    expiry_field = expires.strftime("%y%m%d")
    sex = chance.choice("MF<")
    dates = birth_field, expiry_field
    if form == "TD1":
        lines, field = _three_lines(chance, kind, issuer, nationality, names, number, sex, dates)
    else:
        lines, field = _two_lines(
            chance, form, kind, issuer, nationality, names, number, sex, dates
        )
    surname, given, truncated = _as_read(field)
    return Written(
        format=form,
        lines=lines,
        document_type=kind,
        issuer=issuer,
        nationality=nationality,
        surname=surname,
        given_names=given,
        truncated=truncated,
        document_number=number,
        birth=birth,
        sex=sex.strip("<"),
        expires=expires,
    )


def digit(text: str) -> str:
    """The check digit, the way the standard's example does it: value times weight, summed."""
    total = 0
    for place, one in enumerate(text):
        value = int(one) if one.isdigit() else 0 if one == "<" else ord(one) - 55
        total += value * (7 if place % 3 == 0 else 3 if place % 3 == 1 else 1)
    return str(total % 10)


def _two_lines(
    chance: Random,
    form: str,
    kind: str,
    issuer: str,
    nationality: str,
    names: str,
    number: str,
    sex: str,
    dates: tuple[str, str],
) -> tuple[tuple[str, ...], str]:
    width = _WIDTHS[form]
    field = names[: width - 5].ljust(width - 5, "<")
    first = kind.ljust(2, "<") + issuer.ljust(3, "<") + field
    birth, expiry = dates
    room = {"TD2": 7, "TD3": 14, "MRV-A": 16, "MRV-B": 8}[form]
    head, optional = _number_field(chance, number, room)
    second = head + nationality.ljust(3, "<") + birth + digit(birth) + sex + expiry + digit(expiry)
    second += optional
    if form == "TD3":
        empty = not optional.strip("<")
        second += "<" if empty and chance.random() < 0.5 else digit(optional)
    if form in ("TD2", "TD3"):
        second += digit(second[:10] + second[13:20] + second[21:])
    return (first, second), field


def _three_lines(
    chance: Random,
    kind: str,
    issuer: str,
    nationality: str,
    names: str,
    number: str,
    sex: str,
    dates: tuple[str, str],
) -> tuple[tuple[str, ...], str]:
    birth, expiry = dates
    head, optional = _number_field(chance, number, 15)
    first = kind.ljust(2, "<") + issuer.ljust(3, "<") + head + optional
    second = birth + digit(birth) + sex + expiry + digit(expiry) + nationality.ljust(3, "<")
    second += _filled(chance, 11)
    second += digit(first[5:] + second[:7] + second[8:15] + second[18:])
    field = names[:30].ljust(30, "<")
    return (first, second, field), field


def _number_field(chance: Random, number: str, room: int) -> tuple[str, str]:
    """Number, check digit, and the optional field, in which a long number ends."""
    if len(number) > 9:
        return number[:9] + "<", (number[9:] + digit(number)).ljust(room, "<")
    field = number.ljust(9, "<")
    return field + digit(field), _filled(chance, room)


def _filled(chance: Random, room: int) -> str:
    if chance.random() < 0.5:
        return "<" * room
    return _code(chance, chance.randint(1, room)).ljust(room, "<")


def _number(chance: Random, *, long: bool) -> str:
    return _code(chance, chance.randint(10, 14) if long else chance.randint(5, 9))


def _code(chance: Random, length: int) -> str:
    return "".join(chance.choice(_LETTERS + _DIGITS) for _ in range(length))


def _names(chance: Random) -> str:
    surname = "<".join(_name(chance) for _ in range(chance.choice((1, 1, 1, 2, 3))))
    given = "<".join(_name(chance) for _ in range(chance.choice((0, 1, 1, 2, 4))))
    return f"{surname}<<{given}" if given else surname


def _name(chance: Random) -> str:
    return "".join(chance.choice(_LETTERS) for _ in range(chance.randint(1, 12)))


def _as_read(field: str) -> tuple[str, str, bool]:
    surname, _, given = field.partition("<<")
    return (
        surname.replace("<", " ").strip(),
        " ".join(given.replace("<", " ").split()),
        field[-1] != "<",
    )


def _birth(chance: Random) -> tuple[str, str]:
    day = DAY - timedelta(days=chance.randint(1, 36_000))
    unknown = chance.random()
    if unknown < 0.02:
        return "<<<<<<", ""
    if unknown < 0.05:
        return day.strftime("%y<<<<"), day.strftime("%Y")
    if unknown < 0.08:
        return day.strftime("%y%m<<"), day.strftime("%Y-%m")
    return day.strftime("%y%m%d"), day.isoformat()


def damaged(chance: Random, lines: tuple[str, ...]) -> tuple[str, ...]:
    """The same with one character changed, wherever."""
    row, at = chance.randrange(len(lines)), chance.randrange(len(lines[0]))
    others = [one for one in _LETTERS + _DIGITS + "<" if one != lines[row][at]]
    changed = lines[row][:at] + chance.choice(others) + lines[row][at + 1 :]
    return (*lines[:row], changed, *lines[row + 1 :])
