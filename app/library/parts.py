"""What the program is made of: its version, the packages it runs on, and their licences.

From source and from a wheel the installed packages say so themselves; the frozen folder has none
of their records, so its list is written where it is built (`installer/sbom.py`).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from typing import Any

from app.library import resource

OURS = "recoup"
FROZEN_LIST = "sbom.json"
_NAME = re.compile(r"[A-Za-z0-9._-]+")
_RUN = re.compile(r"[-_.]+")


@dataclass(frozen=True, slots=True, order=True)
class Part:
    """A package, its version and the licence it states."""

    name: str
    version: str
    licence: str


@cache
def parts() -> tuple[Part, ...]:
    """Recoup first, then every package it runs on, by name."""
    frozen = resource(FROZEN_LIST)
    if frozen.is_file():
        return _listed(json.loads(frozen.read_text(encoding="utf-8")))
    return of_packages(installed())


def version() -> str:
    """The version of the program."""
    return parts()[0].version


def of_packages(packages: Iterable[Distribution]) -> tuple[Part, ...]:
    """The parts that these packages are, Recoup first."""
    found = {Part(one.name, one.version, stated_licence(one)) for one in packages}
    return tuple(sorted(found, key=lambda part: (part.name != OURS, part.name.casefold())))


def installed() -> tuple[Distribution, ...]:
    """Recoup and all it needs at run time that is installed here.

    What another system alone would need is not, so it is left out.
    """
    found: dict[str, Distribution] = {}
    waiting = [OURS]
    while waiting:
        name = _RUN.sub("-", waiting.pop()).lower()
        if name in found:
            continue
        try:
            package = found[name] = distribution(name)
        except PackageNotFoundError:
            continue
        for need in package.requires or ():
            wanted = _NAME.match(need)
            if wanted is not None and "extra ==" not in need:
                waiting.append(wanted[0])
    return tuple(found.values())


def stated_licence(package: Distribution) -> str:
    """The licence a package states, in a few words."""
    for key in ("License-Expression", "License"):
        for stated in package.metadata.get_all(key) or ():
            return str(stated).splitlines()[0]
    classifiers = package.metadata.get_all("Classifier") or ()
    kinds = [row.rpartition(" :: ")[2] for row in classifiers if row.startswith("License")]
    return ", ".join(kinds) or "see the text"


def bill_of_materials(found: Iterable[Part]) -> dict[str, Any]:
    """The parts as a CycloneDX 1.6 document; the same parts make the same document."""
    ours, *others = found
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.6",
        "version": 1,
        "metadata": {"component": {**_component(ours), "type": "application"}},
        "components": [_component(part) for part in others],
    }


@cache
def sources() -> tuple[tuple[str, str], ...]:
    """What is shipped beside packages (fonts, icons, law and so on): headings and whole texts."""
    texts = [path.read_text("utf-8") for path in sorted(resource().glob("*/SOURCES.md"))]
    return tuple((text.splitlines()[0].lstrip("# "), text) for text in texts)


def _component(part: Part) -> dict[str, Any]:
    address = f"pkg:pypi/{_RUN.sub('-', part.name).lower()}@{part.version}"
    return {
        "type": "library",
        "bom-ref": address,
        "name": part.name,
        "version": part.version,
        "purl": address,
        "licenses": [{"license": {"name": part.licence}}],
    }


def _listed(document: dict[str, Any]) -> tuple[Part, ...]:
    rows = [document["metadata"]["component"], *document["components"]]
    return tuple(
        Part(row["name"], row["version"], row["licenses"][0]["license"]["name"]) for row in rows
    )
