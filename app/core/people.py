"""The person in front of the desk, as far as the desk may know them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from app.core.dates import age_in_years, show
from app.core.errors import BadInput
from app.core.nhs_number import NHSNumber
from app.core.wording import Phrase

NOT_KNOWN = Phrase("Not known")
GENDERS = ("Female", "Male", "Indeterminate")  # as kept; the window says them in its language
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_NAME = 120
_UNWRITABLE = ("Cc", "Cs")  # control characters, and halves of a broken character
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_LARGE_PRINT = "large print"  # as a need is written, whatever else stands around it


def clean_name(text: str, field: str) -> str:
    """A name as given, in NFC; raises BadInput where a spreadsheet would run it.

    What nobody could see, such as a lone joiner, is no name: it comes back empty.
    """
    name = _tidied(text)
    if name.startswith(_FORMULA_STARTS):
        raise BadInput(
            "bad_name",
            Phrase("A name cannot begin with “{letter}”. Check it.", letter=name[0]),
            field,
        )
    if len(name) > _LONGEST_NAME:
        raise BadInput(
            "bad_name", Phrase("Enter a name of at most {most} letters.", most=_LONGEST_NAME), field
        )
    if _is_unwritable(name):
        raise BadInput("bad_name", "A name cannot hold control characters. Type it again.", field)
    return name if any(unicodedata.category(letter)[0] in "LNP" for letter in name) else ""


def clean_line(text: str, field: str) -> str:
    """A line of an address, a phone number or a reference as given, in NFC; raises BadInput.

    It may begin with `+` and its like: a ledger gets those with a space before them.
    """
    line = _tidied(text)
    if len(line) > _LONGEST_NAME:
        raise BadInput(
            "bad_text", Phrase("Enter at most {most} letters in a line.", most=_LONGEST_NAME), field
        )
    if _is_unwritable(line):
        raise BadInput("bad_text", "This holds control characters. Type it again.", field)
    return line


def clean_words(text: str, field: str, *, longest: int) -> str:
    """Several lines as given, in NFC, without empty ones at either end; raises BadInput."""
    words = "\n".join(_tidied(line) for line in text.splitlines()).strip()
    if len(words) > longest:
        raise BadInput("bad_text", Phrase("Enter at most {most} letters.", most=longest), field)
    if any(_is_unwritable(line) for line in words.split("\n")):
        raise BadInput("bad_text", "This holds control characters. Type it again.", field)
    return words


def _tidied(text: str) -> str:
    return unicodedata.normalize("NFC", " ".join(text.split()))


def _is_unwritable(text: str) -> bool:
    """Control characters, and signs that turn round the text after them, as a trick would."""
    return any(letter in _TURNING or unicodedata.category(letter) in _UNWRITABLE for letter in text)


def search_key(text: str) -> str:
    """Letters without marks or case, so that a search for `muller` finds `Müller`."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = unicodedata.normalize("NFKD", plain)  # folding case can join letters to marks again
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


def in_banner_order(family_name: str, given_names: str, title: str) -> str:
    """`OKAFOR, Ada (Mrs)`, the order of the banner (NHS CUI patient banner)."""
    called = f" ({title})" if title else ""
    given = f", {given_names}" if given_names else ""
    return f"{family_name.upper()}{given}{called}"


def born_and_age(born: date | None, on: date) -> str:
    """`02-Mar-1990 (36y)` as of a day, or `Not known`."""
    if born is None:
        return NOT_KNOWN
    return Phrase("{born} ({years}y)", born=show(born), years=age_in_years(born, on))


@dataclass(frozen=True, slots=True)
class Address:
    """Where letters go: free lines, a postcode where there is one, a country code."""

    lines: tuple[str, ...] = ()
    postcode: str = ""
    country: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Patient:
    """Identity and contact only; no diagnosis, ethnicity or photograph is held."""

    patient_id: str
    family_name: str
    given_names: str = ""
    title: str = ""
    gender: str = ""
    born: date | None = None
    nhs_number: NHSNumber | None = None
    hospital_number: str = ""
    address: Address = Address()
    address_abroad: Address = Address()
    phone: str = ""
    email: str = ""
    died: date | None = None
    interpreter: str = ""
    needs: tuple[str, ...] = ()
    safe_contact: str = ""  # "", "do_not_post", "phone_only", "post_only"
    safe_number: str = ""  # the only number to call, where there is one
    not_to: str = ""  # who must not be spoken to: "", "partner", "family", "anyone"

    @property
    def name(self) -> str:
        """`Ada Okafor`, the order of letters."""
        return " ".join(part for part in (self.given_names, self.family_name) if part)

    @property
    def banner_name(self) -> str:
        """`OKAFOR, Ada (Mrs)`, the order of the banner (NHS CUI patient banner)."""
        return in_banner_order(self.family_name, self.given_names, self.title)

    @property
    def not_by_post(self) -> bool:
        """Whether letters are handed over and never posted (hazard H8)."""
        return self.safe_contact in ("do_not_post", "phone_only")

    @property
    def reads_large_print(self) -> bool:
        """Whether large print is among what the patient needs."""
        return any(_LARGE_PRINT in need.casefold() for need in self.needs)

    @property
    def post_address(self) -> Address:
        """Where letters go: the address in the UK, else the one abroad."""
        return self.address if self.address.lines else self.address_abroad

    @property
    def initials(self) -> str:
        """Two letters, enough to tell parked registrations apart and no more."""
        return (self.family_name[:1] + self.given_names[:1]).upper()

    def born_with_age(self, today: date) -> str:
        """`02-Mar-1990 (36y)`, or `Not known`."""
        return born_and_age(self.born, self.died or today)
