"""What the program is: version, rules and prices, parts and their licences, clinical safety."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.access.roles import Act
from app.core.errors import Known
from app.library import parts
from app.library.parts import Part
from app.library.safety import Hazard, load_hazards
from app.services.desk import Desk
from ui.days import show
from ui.language import tr
from ui.models.lane_model import LaneModel
from ui.work import Runner

SAVED = tr("The list of parts is saved at {path}.")
NOT_SAVED = tr("It could not be saved there: {why}. Choose another folder.")


@dataclass(frozen=True, slots=True, kw_only=True)
class AboutShown:
    """Facts of the program and of this desk, and every part it is made of."""

    version: str
    rules: str
    rules_until: str
    prices: tuple[str, ...]
    parts: tuple[Part, ...]
    sources: tuple[tuple[str, str], ...]  # headings and texts
    hazards: tuple[Hazard, ...]


class AboutModel(LaneModel):
    """`shown(AboutShown)` after opening, `told` where the list was saved."""

    shown = Signal(object)
    told = Signal(str)
    refused = Signal(object)  # Known

    def __init__(self, desk: Desk, lane: Runner, parent: QObject | None = None) -> None:
        super().__init__(desk, lane, parent=parent)

    def refresh(self) -> None:
        """Read what is installed."""
        self._lane.run(self._read, self._tell, self._refuse)

    def save(self, path: str) -> None:
        """Write the list of parts (CycloneDX) where the person says: whole, or not at all."""
        self._run_once(lambda: _write(Path(path)), self._saved, self._refuse)

    def _read(self) -> AboutShown:
        pack = self._desk.pack.manifest
        return AboutShown(
            version=parts.version(),
            rules=pack.version,
            rules_until=show(pack.valid_to),
            prices=_editions(self._desk) if self._desk.may(Act.SEE_PRICES) else (),
            parts=parts.parts(),
            sources=parts.sources(),
            hazards=tuple(hazard.in_words_of(tr) for hazard in load_hazards()),
        )

    def _tell(self, shown: AboutShown) -> None:
        self.shown.emit(shown)

    def _saved(self, path: str) -> None:
        self.told.emit(SAVED.format(path=path))

    def _refuse(self, known: Known) -> None:
        self.refused.emit(known)


def _editions(desk: Desk) -> tuple[str, ...]:
    """The lists priced with, newest year last; a clerk is told of none (hazard H1)."""
    return tuple(f"{one.tariff_year}, {one.edition}" for one in desk.shelf.editions)


def _write(path: Path) -> str:
    document = json.dumps(parts.bill_of_materials(parts.parts()), indent=1) + "\n"
    beside = path.with_name(f"{path.name}.part")
    try:
        beside.write_text(document, encoding="utf-8")
        beside.replace(path)
    except OSError as refused:
        beside.unlink(missing_ok=True)
        raise Known("unwritable", NOT_SAVED.format(why=refused.strerror)) from None
    return str(path)
