"""What a passport said besides the fields it filled, and what to look at on its page."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.passports import PassportReading
from ui.language import as_shown, tr
from ui.widgets.announce import announce
from ui.widgets.layout import Icon, Label, Row

FROM_PASSPORT = tr("from passport")
KINDS = {
    "passport": tr("Passport {number}"),
    "identity_card": tr("Identity card {number}"),
    "visa": tr("Visa {number}"),
}
NATIONALITY = tr("Nationality {country}")
FILLED = tr("Filled from the passport.")


class FromPassport(QWidget):
    """Facts, then remarks, in one line where there is room; hidden while nothing was read."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = Label("", wrap=True)
        row = Row(self, gap=8)
        row.addWidget(Icon("scan", role="action"), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.hide()

    def show_reading(self, reading: PassportReading) -> None:
        """Say what was read, aloud too."""
        said = [KINDS[reading.kind].format(number=reading.number)] if reading.number else []
        if reading.nationality:
            said.append(NATIONALITY.format(country=reading.nationality))
        said.append(FROM_PASSPORT)
        self.words.setText(f"{', '.join(said)}. {' '.join(map(as_shown, reading.remarks))}")
        self.show()
        announce(self, f"{FILLED} {self.words.text()}")

    def forget(self) -> None:
        """Nothing of a passport stays on the page."""
        self.words.setText("")
        self.hide()
