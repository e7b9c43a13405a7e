"""Backups: where they go, how they stand, one now, and a test of the newest."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.backing_up import BackupState
from ui.language import tr
from ui.models.backup import BackupModel, warning
from ui.models.pdf import PdfModel
from ui.views.pdf_preview import PdfPreview
from ui.views.settings_panel import SettingsPanel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Icon, Label, Row
from ui.widgets.typed import Beside, Typed
from ui.widgets.waiting import Waiting

TITLE = tr("Backup")
LEAD = tr("A copy of all records each hour, encrypted as they are, while people go on working.")
FOLDER, HINT = (
    tr("Folder for backups"),
    tr("On another disk, or a folder of the share; empty makes none"),
)
CHOOSE, KEEP = tr("Choose a &folder"), tr("&Keep")
STANDS = tr("How backups stand")
LAST, WHERE, WRONG = tr("Last good backup"), tr("Where it lies"), tr("What came in the way")
NONE_YET = tr("None yet")
NOW, TEST = tr("Back up &now"), tr("&Test the newest")
STAYS = tr(
    "Kept are those of the last {hours} hours, one a day for {days} days and one a week for "
    "{weeks} weeks."
)
PAGE_TITLE = tr("Without Recoup")
PAGE_WHY = tr(
    "Each backup holds a script that reads it without Recoup. Print the page that says how, and "
    "lock it away with the recovery key."
)
PAGE = tr("&See the page")
PAGE_NAME = tr("How to read these records without Recoup")
AGAIN = tr("Restoring is for IT: recoup restore --from BACKUP --data NEWFOLDER")


class BackupPanel(SettingsPanel):
    """The folder, how backups stand with what can be done now, and the page for IT over them."""

    def __init__(self, model: BackupModel, pdf: PdfModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.folder = Field(FOLDER, LineEdit(), hint=HINT)
        self.choose = Button(CHOOSE, icon="folder")
        self.keep = Button(KEEP, kind="primary", icon="check", key="Enter")
        self.facts = Facts(STANDS, label_width=170)
        self.now = Button(NOW, icon="shield-check")
        self.test = Button(TEST, icon="refresh")
        self.waiting = Waiting()
        self.icon = Icon("circle-check", role="success")
        self.words = Label("", weight="label", wrap=True)
        self.see = Button(PAGE, icon="file-text")
        self.page = PdfPreview(pdf)
        self.fields = {"folder": self.folder}
        self._is_typed = False
        self._holding: str | None = None  # the folder, once it is read
        self._typed = Typed(
            self,
            "backup",
            read=self._typing,
            show=self._chosen,
            beside=Beside(FOLDER, lambda: self._holding),
        )
        self._build()
        self._wire()

    def refresh(self) -> None:
        """How they stand; what is being typed stays."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On the folder."""
        self.folder.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_key(self, key: str) -> bool:
        """Esc closes the page."""
        if key == "Esc" and self.pages.currentWidget() is self.page:
            self.page.close_letter()
            return True
        return super().on_key(key)

    def _build(self) -> None:
        where = Card(gap=12)
        where.body.addWidget(self.folder)
        where.body.addWidget(_row(self.keep, self.choose))
        stands = Card(STANDS, gap=10)
        self.outcome = QWidget()
        row = Row(self.outcome, gap=8)
        row.addWidget(self.icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)
        self.outcome.hide()
        terms = self._model.desk.backup_terms
        stays = STAYS.format(hours=terms.hours, days=terms.days, weeks=terms.weeks)
        stands.body.holding(self.facts, Label(stays, role="text2", wrap=True))
        stands.body.holding(_row(self.now, self.test), self.waiting, self.outcome)
        without = Card(PAGE_TITLE, gap=10)
        without.body.holding(Label(PAGE_WHY, role="text2", wrap=True))
        without.body.holding(Label(AGAIN, role="text2", wrap=True), _row(self.see))
        self.body.holding(where, stands, without, None)
        self.pages.addWidget(self.page)

    def _wire(self) -> None:
        self.folder.input.textEdited.connect(self._type)
        self.folder.input.returnPressed.connect(self.keep.click)
        self.choose.clicked.connect(self._choose)
        self.keep.clicked.connect(self._keep)
        self.now.clicked.connect(self._model.start)
        self.test.clicked.connect(self._model.try_newest)
        self.see.clicked.connect(self._model.show_page)
        self.waiting.cancelled.connect(self._model.cancel)
        self.page.closed.connect(self.back)
        self._model.state.connect(self._show)
        self._model.step.connect(self.waiting.show_step)
        self._model.ended.connect(self._end)
        self._model.page.connect(self._show_page)
        self._model.told.connect(self._kept)
        self._model.refused.connect(self.refuse)

    def _show(self, state: BackupState) -> None:
        first, self._holding = self._holding is None, state.folder
        if not self._is_typed:
            self.folder.input.setText(state.folder)
        if first:
            self._typed.take_up()
        late = warning(state)
        rows = [(LAST, self._model.last_in_words(state) or NONE_YET)]
        if state.last_folder:
            rows.append((WHERE, state.last_folder))
        if state.problem:
            rows.append((WRONG, state.problem))
        self.facts.show_facts(rows)
        self.lead.setText(f"{LEAD} {late}." if late else LEAD)

    def _type(self, _text: str) -> None:
        self._is_typed = True

    def _choose(self) -> None:
        dialog = QFileDialog(self, FOLDER, self.folder.input.text() or str(Path.home()))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(self._chosen)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _chosen(self, folder: str) -> None:
        self._is_typed = True
        self.folder.input.setText(folder)

    def _typing(self) -> str | None:
        return self.folder.input.text() if self._is_typed else None

    def _keep(self) -> None:
        self.clear_problems()
        self._model.set_folder(self.folder.input.text())

    def _kept(self, words: str) -> None:
        self._is_typed = False
        self.tell(words)

    def _end(self, well: bool, words: str) -> None:
        asked = self.waiting.cancel.hasFocus()
        self.waiting.end()
        name, role = ("circle-check", "success") if well else ("alert-circle", "error")
        self.icon.set(name, role=role)
        self.words.setText(words)
        self.words.set_role("text" if well else "error")
        self.outcome.show()
        if asked:
            self.now.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=not well)

    def _show_page(self, pdf: bytes) -> None:
        self.clear_problems()
        self._before = self.window().focusWidget()
        self.pages.setCurrentWidget(self.page)
        self.page.show_pdf(PAGE_NAME, pdf)


def _row(*buttons: Button) -> QWidget:
    whole = QWidget()
    row = Flow(whole, gap=(12, 8))
    for button in buttons:
        row.addWidget(button)
    return whole
