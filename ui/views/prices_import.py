"""Taking a price list in: choose the file, see what it holds, accept it or leave it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.errors import Known
from app.services.price_lists import PUBLISHER, OwnPreview, Preview
from ui.language import as_shown, told, tr
from ui.models.prices import GUIDE, LOCAL, SCHEME, PricesModel
from ui.views.prices_words import found_facts, own_facts, sample_facts
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit
from ui.widgets.layout import Column, Label, Row
from ui.widgets.typed import typed_in

TITLE = tr("Take in a price list")
WHY = tr(
    "The trust’s own workbook (“Annex A”, .xlsx) or its sheets as comma-separated text. It is read "
    "whole and shown first; nothing counts before you accept it. Estimates and invoices already "
    "given keep their prices."
)
FILE, HOLDS, YEAR = (
    tr("Price &file"),
    tr("What it &holds"),
    tr("Tariff &year, where the file does not say"),
)
CHOOSE, READ, READING = (
    tr("&Choose a file"),
    tr("&Read the file"),
    tr("Reading the file. This takes seconds."),
)
CANCEL, STOPPED = tr("Cancel"), tr("Stopped. Nothing was taken in; the prices are as they were.")
KINDS = (
    (SCHEME, tr("Prices or factors of the NHS Payment Scheme")),
    (LOCAL, tr("The trust’s own prices")),
    (GUIDE, tr("Guide prices")),
)
LOOK = tr("Look before you accept")
NAME, PUBLISHED, BY = tr("&Name of the list"), tr("&Published on"), tr("Published &by")
ACCEPT, LEAVE = tr("&Accept and use it"), tr("&Leave it")
NO_FILE, SOME_ROWS = tr("Name the file."), tr("The first rows")
MISSING = tr("Not in this file: {missing}.")
UNUSED = tr("Left unread: {sheets}.")
NO_YEAR = tr("The file does not say of which year it is. Enter the year above and read it again.")


class TakeInCard(Card):
    """A file, then what it holds and the two ways on; Enter presses the one that comes next."""

    asked = Signal()

    def __init__(self, model: PricesModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, margins=(24, 20, 24, 24), gap=12, parent=parent)
        self._model = model
        self._preview: Preview | OwnPreview | None = None
        self.file = Field(FILE, LineEdit())
        self.holds = Field(HOLDS, Choice(KINDS))
        self.year = Field(YEAR, LineEdit(placeholder="2026/27"))
        self.read = Button(READ, kind="primary", icon="table", key="Enter", main=True)
        self.cancel = Button(CANCEL, icon="x", key="Esc", main=True)
        self.choose = Button(CHOOSE, icon="folder", main=True)
        self.reading = Label(READING, weight="label", wrap=True)
        self.said = Label("", weight="label", wrap=True)
        self.asking, self.preview = QWidget(), QWidget()
        self.found, self.sample = Facts(LOOK, label_width=180), Facts(SOME_ROWS, label_width=180)
        self.missing = Label("", wrap=True)
        self.unused = Label("", role="text2", wrap=True)
        self.name = Field(NAME, LineEdit())
        self.published = Field(PUBLISHED, DateEdit(lambda: model.desk.today, past=True))
        self.by = Field(BY, LineEdit())
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.accept = Button(ACCEPT, kind="primary", icon="check", key="Enter", main=True)
        self.leave = Button(LEAVE, main=True)
        self._build()
        self._typed = typed_in(self.asking, "price_list").of_person()
        self._about_list = typed_in(self.preview, "list_read")
        self._wire()
        self.forget()

    def take_focus(self) -> None:
        """Where work starts."""
        self.file.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Nothing read; the fields of the file stay."""
        self._about_list.set_down()
        self._preview = None
        self.preview.hide()
        self.asking.show()
        for words in (self.said, self.problem):
            words.hide()

    def tell(self, words: str) -> None:
        """What was done with the file."""
        self._about_list.done()
        self.forget()
        self.file.set_error("")
        self.holds.set_error("")
        self.file.input.setText("")
        self.year.input.setText("")
        self._typed.done()
        self.said.setText(words)
        self.said.show()
        self.take_focus()

    def on_key(self, key: str) -> bool:
        """Esc stops the reading of a file."""
        stops = key == "Esc" and not self.reading.isHidden()
        if stops:
            self._stop()
        return stops

    def refuse(self, known: Known) -> None:
        """The one sentence, at the field it is about."""
        field = self._field_of(known)
        if field is None:
            self.problem.setText(told(known))
            self.problem.show()
            return
        field.set_error(told(known))
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _field_of(self, known: Known) -> Field[LineEdit] | Field[DateEdit] | Field[Choice] | None:
        if self._preview is None:
            if known.field == "holds":
                return self.holds
            return self.year if known.field == "tariff_year" else self.file
        match known.field:
            case "edition":
                return self.name
            case "published_on":
                return self.published
            case "publisher":
                return self.by
            case _:
                return None

    def _build(self) -> None:
        asking = Column(self.asking, gap=12)
        asking.addWidget(Label(WHY, role="text2", wrap=True))
        asking.holding(self.file, self.holds, self.year)
        asking.addLayout(Row(gap=12).holding(self.read, self.cancel, self.choose, None))
        self.body.addWidget(self.asking)
        self.body.addWidget(self.reading)
        self.body.addWidget(self.said)
        self.body.addWidget(self.preview)
        self.reading.hide()
        self.cancel.hide()
        self.holds.input.set_value(SCHEME)
        column = Column(self.preview, gap=12)
        column.addWidget(Label(LOOK, scale="title", weight="strong", wrap=True))
        column.addWidget(self.found)
        column.addWidget(self.missing)
        column.addWidget(self.unused)
        column.addWidget(Label(SOME_ROWS, weight="strong", wrap=True))
        column.addWidget(self.sample)
        column.addWidget(self.name)
        column.addLayout(Row(gap=12).holding(self.published, self.by))
        column.addWidget(self.problem)
        column.addLayout(Row(gap=12).holding(self.accept, self.leave, None))

    def _wire(self) -> None:
        self.read.clicked.connect(self._read)
        self.cancel.clicked.connect(self._stop)
        self.choose.clicked.connect(self._choose)
        self.accept.clicked.connect(self._accept)
        self.leave.clicked.connect(self._leave)
        self._model.read.connect(self._show)
        self._model.busy.connect(self._busy)

    def _choose(self) -> None:
        forms = tr("Price lists (*.xlsx *.csv);;All files (*)")
        dialog = QFileDialog(self, TITLE, str(Path.home()), forms)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file.input.setText)
        dialog.open()

    def _read(self) -> None:
        self.asked.emit()
        self.said.hide()
        for field in (self.file, self.holds, self.year):
            field.set_error("")
        path = self.file.input.text().strip()
        if not path:
            self.refuse(Known("no_file", NO_FILE))
            return
        holds = str(self.holds.input.value() or SCHEME)
        self._model.open_file(path, holds, self.year.input.text())

    def _busy(self, busy: bool) -> None:
        """Cancel stands where the reading was begun, and takes the focus from there."""
        had_focus = self.read.hasFocus() or self.cancel.hasFocus()
        self.reading.setVisible(busy)
        self.read.setVisible(not busy)
        self.cancel.setVisible(busy)
        if had_focus:
            target = self.cancel if busy else self.read
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        if busy:
            announce(self, READING)

    def _stop(self) -> None:
        self._model.leave()
        self.said.setText(STOPPED)
        self.said.show()
        announce(self, STOPPED)

    def _show(self, preview: Preview | OwnPreview) -> None:
        own = isinstance(preview, OwnPreview)
        if isinstance(preview, OwnPreview):
            self.found.show_facts(own_facts(preview))
            self.sample.show_facts(sample_facts(preview.items))
            self._put("", "")
            self.name.input.setText(Path(preview.file_name).stem)
        elif preview.tariff_year is None:
            self.refuse(Known("no_year", NO_YEAR, "tariff_year"))
            return
        else:
            book = preview.book
            self.found.show_facts(found_facts(preview))
            self.sample.show_facts(sample_facts(book))
            missing = "; ".join(map(as_shown, book.missing))
            unused = ", ".join(f"{one.sheet} ({as_shown(one.why)})" for one in book.unused)
            self._put(
                missing and MISSING.format(missing=missing), unused and UNUSED.format(sheets=unused)
            )
            self.name.input.setText(book.title or Path(preview.file_name).stem)
            self.by.input.setText(PUBLISHER)
        self._preview = preview
        for field in (self.published, self.by):
            field.setVisible(not own)
        self._clear_errors()
        self.published.input.setText("")
        self._about_list.take_up(preview.file_name)
        self.asking.hide()
        self.preview.show()
        first = self.name if own else self.published
        first.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"{LOOK}. {self.found.text()}. {self.missing.text()}")

    def _clear_errors(self) -> None:
        self.problem.hide()
        for field in (self.name, self.published, self.by):
            field.set_error("")

    def _put(self, missing: str, unused: str) -> None:
        self.missing.setText(missing)
        self.missing.setVisible(bool(missing))
        self.unused.setText(unused)
        self.unused.setVisible(bool(unused))

    def _accept(self) -> None:
        self.asked.emit()
        self._clear_errors()
        match self._preview:
            case OwnPreview():
                self._model.accept_own(self._preview, self.name.input.text())
            case Preview():
                self._model.accept(
                    self._preview,
                    name=self.name.input.text(),
                    published=self.published.input.text(),
                    publisher=self.by.input.text(),
                )

    def _leave(self) -> None:
        self._model.leave()
        self.forget()
        self.take_focus()
