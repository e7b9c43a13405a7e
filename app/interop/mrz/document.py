"""What the lines of a travel document say, once every check digit holds."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from app.core.errors import BadInput
from app.interop.mrz.layouts import Check, Format


@dataclass(frozen=True, slots=True)
class PartDate:
    """A birthday as far as the document knows it: `month` and `day` may be unknown."""

    year: int
    month: int | None = None
    day: int | None = None

    @property
    def whole(self) -> date | None:
        """The day, or None where a part of it is unknown."""
        if self.month is None or self.day is None:
            return None
        return date(self.year, self.month, self.day)

    def __str__(self) -> str:
        """`1974-08-12`, `1974-08` or `1974`, as ISO 8601 shortens a date."""
        parts = [f"{self.year:04d}"]
        parts += [f"{part:02d}" for part in (self.month, self.day) if part is not None]
        return "-".join(parts)


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelDocument:
    """A passport, card or visa. Codes stand as printed: `D` for Germany, `GBO`, `XXA`."""

    format: Format
    document_type: str
    issuer: str
    nationality: str
    surname: str
    given_names: str
    truncated: bool
    document_number: str
    birth: PartDate | None  # None where the document does not know the year
    sex: str  # "F", "M", "X", or "" where it is not stated
    expires: date | None  # None where it does not run out
    expired: bool
    optional_data: tuple[str, ...]
    checks: Mapping[Check, bool]
    warnings: tuple[str, ...] = ()


class BadMrz(BadInput):
    """Lines that fill nothing, and why. `checks` says of each digit whether it holds."""

    def __init__(
        self,
        code: str,
        message: str,
        *,
        found: Format | None = None,
        checks: Mapping[Check, bool] | None = None,
    ) -> None:
        super().__init__(code, message, "mrz")
        self.format = found
        self.checks: Mapping[Check, bool] = dict(checks or {})


@dataclass(frozen=True, slots=True)
class Names:
    """The name field read: components with blanks between them."""

    surname: str
    given: str
    truncated: bool
    remarks: tuple[str, ...] = field(default=())
