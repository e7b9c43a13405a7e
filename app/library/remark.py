"""One remark on a law, for the person who keeps it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much a remark weighs."""

    REFUSAL = "refusal"
    WARNING = "warning"
    NOTE = "note"


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about one entry, and one that says what to do."""

    code: str
    severity: Severity
    kind: str
    id: str
    says: str
    do: str
