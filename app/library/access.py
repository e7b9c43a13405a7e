"""The shelf of the access matrix."""

from __future__ import annotations

import tomllib
from functools import cache

from app.access.roles import Act, Extent, Matrix, Role
from app.library import resource


@cache
def load_matrix() -> Matrix:
    """Who may do what; a name the program does not know is a fault and raises ValueError."""
    table = tomllib.loads(resource("access.toml").read_text(encoding="utf-8"))
    return Matrix(
        {
            Act(act): {Role(role): Extent(extent) for role, extent in grants.items()}
            for act, grants in table.items()
        }
    )


@cache
def denied_passwords() -> frozenset[str]:
    """Passwords everybody tries first, in lower case."""
    lines = resource("denied_passwords.txt").read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))
