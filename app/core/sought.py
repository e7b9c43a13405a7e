"""What somebody typed into the one search box: a number, a name, a day of birth, or several."""

from __future__ import annotations

import re
from dataclasses import astuple, dataclass
from datetime import date

from app.core.dates import parse_date, show
from app.core.errors import BadInput
from app.core.names import PARTICLES, fold, words_of
from app.core.nhs_number import NHSNumber
from app.core.numbers import plain_number, plain_phone

_UNKNOWN = re.compile(
    r"(?:^|\s)(?:(?:d\.?o\.?b\.?|date of birth|born)\s+)?(?:unknown|not\s+known|n/?k|unk)$",
    re.IGNORECASE,
)
_WHOLE_YEAR = re.compile(r"\d{4}")  # `2/3/19` may be on its way to 1990
_BORN_ON = re.compile(r"\b(?:d\.?o\.?b\b\.?|date of birth)[\s:]*(?=\d)", re.IGNORECASE)
_TEN_DIGITS = re.compile(r"^\d{10}$")
_MOST_DATE_WORDS = 4  # `14th of July 1980`
_LEAST_NUMBER = 4  # letters and digits: shorter ones tell nobody apart


@dataclass(frozen=True, slots=True, kw_only=True)
class Sought:
    """What is looked for. Everything that the text could mean is filled."""

    text: str
    numbers: tuple[str, ...] = ()  # plain forms it could be a number in
    nhs_number: NHSNumber | None = None
    name: str = ""  # folded
    words: tuple[str, ...] = ()  # that tell the name apart
    born: date | None = None
    birth_not_known: bool = False

    @property
    def looks_like_nhs_number(self) -> bool:
        """Ten digits, right or not."""
        return bool(self.numbers) and bool(_TEN_DIGITS.match(self.numbers[0]))

    @property
    def is_name_alone(self) -> bool:
        """A name and nothing with it: no day of birth, no “unknown”, no number."""
        dated = self.born is not None or self.birth_not_known
        return bool(self.words) and not dated and not any(one.isdigit() for one in self.text)

    @property
    def is_whole(self) -> bool:
        """Whether it names one person: a valid NHS number, or a name with a whole day of birth.

        Other numbers are whole only when the person says so (Enter): nothing in them tells.
        """
        dated = self.born is not None and _WHOLE_YEAR.search(self.text) is not None
        return self.nhs_number is not None or bool(self.words and dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Particulars:
    """The fields of a new patient that were typed already, as text."""

    family_name: str = ""
    given_names: str = ""
    born: str = ""
    nhs_number: str = ""

    def are_of_another(self, standing: Particulars) -> bool:
        """Whether these name somebody, and nothing of them is what stands in a record begun
        before: it is the next patient then (hazard H4)."""
        told = [pair for pair in zip(astuple(self), astuple(standing), strict=True) if pair[0]]
        begun = any(one.strip() for one in astuple(standing))
        return bool(told) and begun and all(_bare(one) != _bare(other) for one, other in told)


def read(text: str, today: date) -> Sought:
    """Read what was typed; never raises. `today` tells the century of a short year."""
    tidy = " ".join(text.split())
    name, born, not_known = _parted(tidy, today)
    folded = fold(name)
    numbers = _numbers(tidy) if not folded or (born is None and not not_known) else ()
    ten = next((one for one in numbers if _TEN_DIGITS.match(one)), None)
    return Sought(
        text=tidy,
        numbers=numbers,
        nhs_number=_valid(ten) if ten else None,
        name=folded,
        words=words_of(folded),
        born=born,
        birth_not_known=not_known,
    )


def as_new_patient(text: str, today: date) -> Particulars:
    """What was typed to find somebody, as it begins their record: nothing is typed twice.

    The surname stands first, as the box asks for it, or before a comma.
    """
    wanted = read(text, today)
    if wanted.numbers:
        whole = wanted.text if wanted.looks_like_nhs_number else ""
        return Particulars(nhs_number=whole)
    name, born, _ = _parted(wanted.text, today)
    family, comma, given = (part.strip() for part in name.partition(","))
    if not comma:
        words = family.split()
        place = next((n for n, word in enumerate(words) if fold(word) not in PARTICLES), 0) + 1
        family, given = " ".join(words[:place]), " ".join(words[place:])
    return Particulars(
        family_name=_capitals(family),
        given_names=_capitals(given),
        born=show(born) if born else "",
    )


def _bare(text: str) -> str:
    return fold(text).replace(" ", "")


def _capitals(name: str) -> str:
    """A name typed in small letters as names are written; any other stays as it was typed."""
    return name.title() if name.islower() else name


def _parted(tidy: str, today: date) -> tuple[str, date | None, bool]:
    """The name, the day of birth (before or after it), or that it is not known."""
    if (found := _UNKNOWN.search(tidy)) and found.start() > 0:
        return tidy[: found.start()], None, True
    if not any(letter.isdigit() for letter in tidy):
        return tidy, None, False
    words = _BORN_ON.sub("", tidy).split()
    for count in range(min(_MOST_DATE_WORDS, len(words)), 0, -1):
        for day, rest in ((words[-count:], words[:-count]), (words[:count], words[count:])):
            born = _day(" ".join(day), today)
            if born is not None:
                return " ".join(rest), born, False
    return tidy, None, False


def _day(text: str, today: date) -> date | None:
    if not text[0].isdigit():  # no `+3w`, `today` or `July 2026`: nobody is born so
        return None
    try:
        born = parse_date(text, today, past=True)
    except BadInput:
        return None
    return born if born <= today else None


def _numbers(tidy: str) -> tuple[str, ...]:
    if not any(letter.isdigit() for letter in tidy):
        return ()
    forms = (plain_number(tidy), plain_phone(tidy))
    return tuple(dict.fromkeys(one for one in forms if len(one) >= _LEAST_NUMBER))


def _valid(digits: str) -> NHSNumber | None:
    try:
        return NHSNumber.parse(digits)
    except BadInput:
        return None
