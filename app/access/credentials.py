"""What a password must be: long, or at least not one that everybody tries first."""

from __future__ import annotations

from app.core.errors import BadInput
from app.core.wording import Phrase

LONG_ENOUGH = 12
SHORTEST = 8
MOST_TRIES = 10
TRIES_WINDOW_SECONDS = 300


def check_password(password: str, denied: frozenset[str]) -> None:
    """Accept 12 characters or more, or 8 with a deny list; no composition rule and no maximum.

    Raises BadInput with what to do. Policy: safety-and-security section 3 item 2.
    """
    if len(password) < SHORTEST:
        raise BadInput(
            "weak_password",
            Phrase("Choose at least {count} characters, such as three words.", count=LONG_ENOUGH),
            "password",
        )
    if len(password) < LONG_ENOUGH and password.casefold() in denied:
        raise BadInput(
            "weak_password",
            "That password is on every attacker's list. Choose three words of your own.",
            "password",
        )
