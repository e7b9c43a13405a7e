"""The licences of everything the frozen folder carries, gathered where it is built.

Packages bring theirs with them, Debian keeps those of its libraries, and the few that ship no
text have it in `installer/licences`. Something without a licence stops the build.
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Collection, Iterable
from importlib.metadata import Distribution, distribution, packages_distributions
from pathlib import Path

from app.library.parts import stated_licence

_KEPT = Path(__file__).parent / "licences"
_TEXT = re.compile(r"(un)?licen[cs]e|copying|notice", re.IGNORECASE)
_CODE = {".py", ".pyc", ".pyi"}
# These wheels name their licence and ship no text of it.
_SHIPS_NO_TEXT = {
    "PySide6_Essentials": ("LGPL-3.0.txt", "GPL-3.0.txt"),
    "shiboken6": ("LGPL-3.0.txt", "GPL-3.0.txt"),
}
_OWN = ("app", "ui", "resources")
_FIRST_PAGE = """What Recoup brings along
========================

Recoup is MIT, see recoup/. The window uses Qt and PySide6 under the LGPL 3: they lie here as
files of their own, which you may exchange for your own build; their source is at
https://code.qt.io/. Fonts, icons, prices and law have their sources and licences beside them in
resources/.

"""


class NoLicence(Exception):
    """A part of the folder whose licence was not found."""


def write(folder: Path, *, modules: Iterable[str], files: Iterable[Path]) -> None:
    """A folder a part, and a list of them all; raises NoLicence.

    `modules` are the top-level names frozen, `files` the libraries beside them.
    """
    shutil.rmtree(folder, ignore_errors=True)
    listed = {"Python": ("PSF-2.0", [_KEPT / "Python.txt"])}
    for package in packages(modules):
        listed[package.name] = (stated_licence(package), texts(package))
    for name, text in _debian_texts(files).items():
        listed[f"debian-{name}"] = ("see the text", [text])
    for name, (_, found) in listed.items():
        place = folder / name
        place.mkdir(parents=True)
        for number, text in enumerate(found):
            kept = text.name if text.name not in _names(found[:number]) else f"{number}-{text.name}"
            shutil.copyfile(text, place / kept)
    rows = [f"{name}: {licence}" for name, (licence, _) in sorted(listed.items())]
    (folder / "README.txt").write_text(_FIRST_PAGE + "\n".join(rows) + "\n", encoding="utf-8")


def packages(modules: Iterable[str]) -> list[Distribution]:
    """The installed packages that these modules come from, Recoup first."""
    origin = packages_distributions()
    names = {name for module in modules if module not in _OWN for name in origin.get(module, ())}
    return [distribution("recoup"), *(distribution(name) for name in sorted(names))]


def texts(package: Distribution) -> list[Path]:
    """The licence files of a package; raises NoLicence where there is none."""
    kept = [_KEPT / name for name in _SHIPS_NO_TEXT.get(package.name, ())]
    own = [
        Path(str(package.locate_file(file)))
        for file in package.files or ()
        if _is_licence(file.parts) and "fonts" not in file.parts
    ]
    if not kept + own:
        raise NoLicence(
            f"{package.name} states “{stated_licence(package)}” and brings no text of it."
        )
    return kept + own


def _is_licence(parts: Collection[str]) -> bool:
    *folders, name = parts
    in_place = any(folder in ("licenses", "LICENSES") for folder in folders)
    return Path(name).suffix not in _CODE and (in_place or _TEXT.match(name) is not None)


def _debian_texts(files: Iterable[Path]) -> dict[str, Path]:
    """The copyright files of the Debian packages that these libraries were copied from."""
    inside = Path(sys.prefix).resolve(), Path(sys.base_prefix).resolve()
    foreign = {
        path
        for file in files
        if (path := file.resolve()).is_relative_to("/usr/lib")
        and not any(path.is_relative_to(own) for own in inside if own != Path("/usr"))
    }
    if not foreign or shutil.which("dpkg") is None:
        return {}
    # /lib is a link to /usr/lib, and dpkg knows a file by the name it was shipped under.
    asked = [str(path) for path in foreign] + [f"*{path.name}" for path in foreign]
    answer = subprocess.run(["dpkg", "-S", *asked], capture_output=True, text=True, check=False)
    owners = {line.partition(":")[0] for line in answer.stdout.splitlines() if ": /" in line}
    found = {name: Path("/usr/share/doc", name, "copyright") for name in sorted(owners)}
    return {name: text for name, text in found.items() if text.is_file()}


def _names(paths: Iterable[Path]) -> list[str]:
    return [path.name for path in paths]
