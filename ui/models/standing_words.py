"""How far the record of a case has come, in a word with an icon (ux.md 5)."""

from __future__ import annotations

from collections.abc import Mapping

from app.services.travel_state import Standing
from ui.language import tr

STANDINGS: Mapping[Standing, str] = {
    Standing.DRAFT: tr("Draft"),
    Standing.HERE: tr("Saved here"),
    Standing.ON_SHARE: tr("On the share"),
    Standing.TAKEN: tr("Taken"),
    Standing.CAME: tr("Came in"),
}
STANDING_ICONS: Mapping[Standing, str] = {
    Standing.DRAFT: "pencil",
    Standing.HERE: "clock",
    Standing.ON_SHARE: "cloud-up",
    Standing.TAKEN: "cloud-check",
    Standing.CAME: "inbox",
}
