"""A case as a list may show it: what lists of cases read of it, whatever puts it on them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

# Of a registration `r` and of its patient `p`, as their records read today.
LISTED = """r.registration_id, r.ref, p.family_name, p.given_names, r.service_date, r.flag_reason,
        r.assigned_to"""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedCase:
    """Whose case, which, when the care was, why it was flagged and who has it."""

    registration_id: str
    ref: str
    family_name: str
    given_names: str
    service_date: date | None
    flag_reason: str
    assigned_to: str | None
