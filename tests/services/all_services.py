"""Every module of the services, imported, so that `SERVICES` holds all of their acts."""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules

import app.services

MODULES = [
    import_module(f"app.services.{found.name}") for found in iter_modules(app.services.__path__)
]


def short(name: str) -> str:
    """`paper.print_form` of `app.services.paper.print_form`."""
    return name.removeprefix("app.services.")
