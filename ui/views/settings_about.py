"""About: version, rules and prices in use, parts and licences, sources, clinical safety."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QPlainTextEdit, QWidget

from app.library.safety import Hazard
from ui.cells import Cell
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.about import AboutModel, AboutShown
from ui.models.listing import Line, Listing
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, Notes
from ui.widgets.layout import Column, Label, Row
from ui.widgets.short_table import ShortTable

TITLE = tr("About Recoup")
LEAD = tr("Free software under the MIT licence. It decides nothing: people do.")
PROGRAM, VERSION, RULES, UNTIL, PRICES = (
    tr("This program"),
    tr("Version"),
    tr("Charging rules"),
    tr("Read again by"),
    tr("Price lists"),
)
SAFETY = tr("Clinical safety")
SAFETY_WHY = tr(
    "What Recoup is built against. The whole log, with the tests behind each control, is "
    "docs/hazards.md of the source. The trust’s own safety case (DCB0160) is the trust’s."
)
HAZARD = tr("{no}: {hazard}")
PARTS = tr("Parts and licences")
PARTS_WHY = tr("The packages Recoup runs on. Qt and PySide6 may be exchanged for your own build.")
COLUMNS = (tr("Package"), tr("Version"), tr("Licence"))
SAVE, SAVE_TITLE = tr("&Save the list of parts"), tr("Save the list of parts (CycloneDX)")
SOURCES = tr("Where fonts, icons, law and lists come from")
SOURCE = tr("Show the sources of")
SOURCE_TEXT = tr("Sources and licences")
_FILE = "recoup.cdx.json"


class AboutPanel(SettingsPanel):
    """The page itself takes the focus, so that the arrows read down it."""

    def __init__(self, model: AboutModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self._texts: dict[str, str] = {}
        self.facts = Facts(PROGRAM, label_width=150)
        self.parts = Listing(COLUMNS, self)
        self.parts_table = _table(PARTS, [200, 110, None], self.parts)
        self._hazards = Column(gap=8)
        self.save = Button(SAVE, icon="download")
        self.source = Field(SOURCE, Choice())
        self.text = Field(SOURCE_TEXT, Notes(lines=8))
        self.text.input.setReadOnly(True)
        self.sheet.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet.setAccessibleName(TITLE)
        self.text.input.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._build()
        self.save.clicked.connect(self._save)
        self.source.input.chosen.connect(lambda name: self._show_source(str(name)))
        model.shown.connect(self._show)
        model.told.connect(self.tell)
        model.refused.connect(self.refuse)

    def refresh(self) -> None:
        """Read what is installed."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On the page, to be read."""
        self.sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        program = Card(PROGRAM, gap=8)
        program.body.addWidget(self.facts)
        safety = Card(SAFETY, gap=10)
        safety.body.addWidget(Label(SAFETY_WHY, role="text2", wrap=True))
        safety.body.addLayout(self._hazards)
        parts = Card(PARTS, gap=10)
        parts.body.holding(Label(PARTS_WHY, role="text2", wrap=True), self.parts_table)
        parts.body.addLayout(Row().holding(self.save, None))
        sources = Card(SOURCES, gap=10)
        sources.body.holding(self.source, self.text)
        self.body.holding(program, safety, parts, sources, None)

    def _show(self, shown: AboutShown) -> None:
        facts = [(VERSION, shown.version), (RULES, shown.rules), (UNTIL, shown.rules_until)]
        if shown.prices:
            facts.append((PRICES, "; ".join(shown.prices)))
        self.facts.show_facts(facts)
        self.parts.show_rows([_line(one.name, one.version, one.licence) for one in shown.parts])
        if not self._texts:
            for one in shown.hazards:
                self._hazards.addLayout(_hazard(one))
            self._texts = dict(shown.sources)
            self.source.input.set_choices([(name, name) for name in self._texts])
            first = next(iter(self._texts))
            self.source.input.set_value(first)
            self._show_source(first)

    def _show_source(self, name: str) -> None:
        self.text.input.setPlainText(self._texts[name])

    def _save(self) -> None:
        dialog = QFileDialog(self, SAVE_TITLE, str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(_FILE)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self._model.save)
        dialog.open()


def _hazard(one: Hazard) -> Column:
    words = HAZARD.format(no=one.no, hazard=one.hazard)
    return Column(gap=1).holding(
        Label(words, weight="strong", wrap=True), Label(one.control, role="text2", wrap=True)
    )


def _table(name: str, widths: list[int | None], listing: Listing) -> ShortTable:
    table = ShortTable(name, widths)
    table.setItemDelegate(Rows(table))
    table.setModel(listing)
    return table


def _line(*texts: str) -> Line:
    cells = tuple(Cell(text, strong=not place) for place, text in enumerate(texts))
    return Line(texts[0], cells, ", ".join(texts))
