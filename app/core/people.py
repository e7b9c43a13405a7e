"""The person in front of the desk, as far as the desk may know them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import date

from app.core.dates import age_in_years, show
from app.core.errors import BadInput
from app.core.nhs_number import NHSNumber

NOT_KNOWN = "Not known"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
_LONGEST_NAME = 120
_UNWRITABLE = ("Cc", "Cs")  # control characters, and halves of a broken character


def clean_name(text: str, field: str) -> str:
    """A name as given, in NFC; raises BadInput where a spreadsheet would run it."""
    name = unicodedata.normalize("NFC", " ".join(text.split()))
    if name.startswith(_FORMULA_STARTS):
        raise BadInput("bad_name", f"A name cannot begin with “{name[0]}”. Check it.", field)
    if len(name) > _LONGEST_NAME:
        raise BadInput("bad_name", f"Enter a name of at most {_LONGEST_NAME} letters.", field)
    if any(unicodedata.category(letter) in _UNWRITABLE for letter in name):
        raise BadInput("bad_name", "A name cannot hold control characters. Type it again.", field)
    return name


def search_key(text: str) -> str:
    """Letters without marks or case, so that a search for `muller` finds `Müller`."""
    plain = unicodedata.normalize("NFKD", text).casefold()
    bare = unicodedata.normalize("NFKD", plain)  # folding case can join letters to marks again
    return "".join(letter for letter in bare if not unicodedata.combining(letter))


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

    @property
    def name(self) -> str:
        """`Ada Okafor`, the order of letters."""
        return " ".join(part for part in (self.given_names, self.family_name) if part)

    @property
    def banner_name(self) -> str:
        """`OKAFOR, Ada (Mrs)`, the order of the banner (NHS CUI patient banner)."""
        title = f" ({self.title})" if self.title else ""
        given = f", {self.given_names}" if self.given_names else ""
        return f"{self.family_name.upper()}{given}{title}"

    @property
    def not_by_post(self) -> bool:
        """Whether letters are handed over and never posted (hazard H8)."""
        return self.safe_contact in ("do_not_post", "phone_only")

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
        if self.born is None:
            return NOT_KNOWN
        return f"{show(self.born)} ({age_in_years(self.born, self.died or today)}y)"
