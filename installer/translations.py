"""The window's catalogues: every word gathered into one file, and the files a window can load.

    python -m installer.translations            # what `make translations` does
    python -m installer.translations --pseudo DIR

`resources/translations/recoup_en.ts` holds every word of the window in one place: those of reports,
charts, lists and statuses too, which are data (`app/library/worded.py`), and the sentences of the
services (`installer/sentences.py`). A translator copies it to
`recoup_LANGUAGE.ts` and fills it in Qt Linguist; here it becomes a `.qm`. The pseudo language `qps`
reads from right to left and is a third longer: it proves that no layout leans on English. It is
made when asked for and never shipped.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.etree.ElementTree import Element, ElementTree, parse

import PySide6

from app.library.worded import worded
from installer.sentences import sentences

ROOT = Path(__file__).resolve().parent.parent
SHELF = ROOT / "resources" / "translations"
ENGLISH = "recoup_en.ts"
_TOOLS = Path(PySide6.__file__).parent
_HELD = re.compile(r"(\{[^}]*\}|%\d|\n)")
_FLIP, _BACK = "\u202e", "\u202c"


def gather(into: Path) -> None:
    """Every word of `ui/`, its data and the services as a catalogue, and no other."""
    files = sorted(str(path.relative_to(ROOT)) for path in (ROOT / "ui").rglob("*.py"))
    with TemporaryDirectory() as folder:
        data = Path(folder) / "data.py"
        data.write_text(
            "".join(f"tr({_quoted(text)})\n" for text in (*worded(ROOT), *sentences())), "utf-8"
        )
        files.append(str(data))
        _run("lupdate", "-silent", "-no-obsolete", "-locations", "none", *files, "-ts", str(into))


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


def compiled(source: Path, into: Path) -> None:
    """A catalogue as the window loads it."""
    _run("lrelease", "-silent", str(source), "-qm", str(into))


def pseudo(folder: Path) -> Path:
    """The pseudo language as a window loads it: longer words, each written from right to left."""
    tree: ElementTree[Element] = parse(SHELF / ENGLISH)
    root = tree.getroot()
    root.set("language", "qps")
    for message in root.iter("message"):
        word, shown = message.find("source"), message.find("translation")
        if word is not None and shown is not None:
            shown.text = turned(word.text or "")
            shown.attrib.pop("type", None)
    source, made = folder / "recoup_qps.ts", folder / "recoup_qps.qm"
    tree.write(source, encoding="utf-8", xml_declaration=True)
    compiled(source, made)
    return made


def turned(text: str) -> str:
    """`Find {count}` with each run of words turned and lengthened, what is filled in left as is."""
    parts = _HELD.split(text)
    return "".join(part if _HELD.fullmatch(part) else _turned(part) for part in parts)


def _turned(part: str) -> str:
    if not part.strip():
        return part
    longer = "·" * (len(part.strip()) // 4)
    return f"{_FLIP}{part}{longer}{_BACK}"


def _run(tool: str, *arguments: str) -> None:
    done = subprocess.run(
        [str(_TOOLS / tool), *arguments], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if done.returncode:
        raise SystemExit(f"{tool} did not finish: {done.stderr or done.stdout}")


def main() -> int:
    """Gather, then build the window's file of each language but English."""
    parser = argparse.ArgumentParser(description="Build the window's catalogues.")
    parser.add_argument("--pseudo", metavar="DIR", help="make the pseudo language there instead")
    folder = parser.parse_args().pseudo
    if folder is not None:
        pseudo(Path(folder))
        return 0
    gather(SHELF / ENGLISH)
    for source in sorted(SHELF.glob("recoup_*.ts")):
        if source.name != ENGLISH:
            compiled(source, source.with_suffix(".qm"))
    return 0


if __name__ == "__main__":
    sys.exit(main())
