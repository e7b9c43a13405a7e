"""Why a case is before an officer again, as a code that a list can turn into words."""

from __future__ import annotations

PRIVATE = "private"  # a protected ground: the list says no more (hazard H8)
RULES_CHANGED = "rules_changed"
DIARY = "diary"
NEW_CLAIM = "new_claim"
RETURNED = "returned"  # a second person sent it back with a comment
