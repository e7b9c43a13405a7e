"""The trust's letterhead and logo: looked at before they are kept, and checked on a page."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from app.services.trust_settings import LetterheadForm
from ui.language import tr
from ui.models.pdf import PdfModel
from ui.models.trust import TrustModel
from ui.views.pdf_preview import PdfPreview
from ui.views.settings_panel import SettingsPanel
from ui.views.trust_form import TrustForm, facts
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.flow import Flow
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Label, Row
from ui.widgets.logo_box import LogoBox
from ui.widgets.typed import Beside, typed_in

TITLE = tr("Trust and letterhead")
LEAD = tr("Every letter, invoice and form begins with this.")
CODES, ODS, REFERENCE = tr("Codes of the trust"), tr("ODS code"), tr("In document numbers")
FIXED = tr("Invoices and batches bear these, so they stay as they were set up.")
LETTERHEAD, LOGO = tr("Letterhead"), tr("Logo")
LOGO_WHY = tr("A PNG or JPEG picture. It is drawn anew, without what else its file may hold.")
FILE, CHOOSE = tr("Picture file"), tr("Choose a picture")
USE, DROP = tr("&Use this logo"), tr("Print no logo")
SEE = tr("&See a letter")
KEEP = tr("&Check and keep")
CHECK_TITLE = tr("Check what letters will say")
THEN = tr("It holds from the next letter on. What was issued keeps what it was issued with.")
CONFIRM = tr("&Keep this letterhead")
NONE = tr("None")
SAMPLE = tr("How a letter begins")
PICTURES = tr("Pictures (*.png *.jpg *.jpeg)")


class TrustPanel(SettingsPanel):
    """The form, then the logo; a check page and a page of a letter lie over them."""

    def __init__(self, model: TrustModel, pdf: PdfModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.form = TrustForm()
        self.codes = Facts(CODES, label_width=170)
        self.see = Button(SEE, icon="file-text")
        self.keep = Button(KEEP, kind="primary", icon="check")
        self.logo = LogoBox()
        self.file = Field(FILE, LineEdit(), hint=LOGO_WHY)
        self.choose = Button(CHOOSE, icon="folder")
        self.use = Button(USE, icon="check")
        self.drop = Button(DROP, kind="text", icon="x")
        self.letter = PdfPreview(pdf)
        self.fields = {**self.form.fields, "logo": self.file, "file": self.file}
        self._read = False
        self._kept: LetterheadForm | None = None
        self._typed = typed_in(
            self.form, "letterhead", beside=Beside(LETTERHEAD, lambda: self._kept)
        )
        self._picture = typed_in(self.file, "logo").of_person()
        self._build()
        self._wire()

    def refresh(self) -> None:
        """What letters say now; what is being typed stays."""
        if not self._read:
            self._model.refresh()

    def take_focus(self) -> None:
        """On the trust's name."""
        self.form.name.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_key(self, key: str) -> bool:
        """Esc closes the letter, or the check page."""
        if key == "Esc" and self.pages.currentWidget() is self.letter:
            self.letter.close_letter()
            return True
        return super().on_key(key)

    def _build(self) -> None:
        head = Card(LETTERHEAD, gap=12)
        head.body.addWidget(self.form)
        buttons = QWidget()
        row = Flow(buttons, gap=(12, 8))
        row.addWidget(self.keep)
        row.addWidget(self.see)
        head.body.addWidget(buttons)
        logo = Card(LOGO, gap=12)
        logo.body.addLayout(Row().holding(self.logo, None))
        logo.body.addWidget(self.file)
        below = QWidget()
        row = Flow(below, gap=(12, 8))
        for button in (self.choose, self.use, self.drop):
            row.addWidget(button)
        logo.body.addWidget(below)
        codes = Card(CODES, gap=8)
        codes.body.holding(self.codes, Label(FIXED, scale="small", role="text2", wrap=True))
        self.body.holding(head, logo, codes, None)
        self.pages.addWidget(self.letter)

    def _wire(self) -> None:
        self.keep.clicked.connect(lambda: self._model.check(self.form.value()))
        self.see.clicked.connect(lambda: self._model.show_page(self.form.value()))
        self.choose.clicked.connect(self._choose)
        self.use.clicked.connect(lambda: self._model.set_logo(self.file.input.text()))
        self.file.input.returnPressed.connect(self.use.click)
        self.drop.clicked.connect(self._model.drop_logo)
        self.letter.closed.connect(self.back)
        self._model.shown.connect(self._show)
        self._model.logo.connect(self._show_logo)
        self._model.checked.connect(self._check)
        self._model.page.connect(self._show_page)
        self._model.told.connect(self._done)
        self._model.refused.connect(self.refuse)

    def _show(self, form: LetterheadForm) -> None:
        self._read, self._kept = True, form
        self._typed.set_down()  # a logo kept meanwhile leaves what is typed where it was
        self.form.show_form(form)
        trust = self._model.trust
        self._typed.take_up(trust.provider_code)
        self.codes.show_facts([(ODS, trust.provider_code), (REFERENCE, trust.reference_code)])

    def _show_logo(self, png: bytes | None) -> None:
        self.logo.show_logo(png)
        self.drop.setVisible(bool(png))

    def _check(self, form: LetterheadForm) -> None:
        self.clear_problems()
        self.ask(
            Check(title=CHECK_TITLE, facts=facts(form, NONE), then=THEN, confirm=CONFIRM),
            lambda: self._model.keep(form),
        )

    def _show_page(self, pdf: bytes) -> None:
        self.clear_problems()
        self._before = self.window().focusWidget()
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(SAMPLE, pdf, draft=True)

    def _done(self, words: str) -> None:
        self.file.input.clear()
        self._picture.done()
        if self.pages.currentWidget() is self.check:
            self._typed.done()
            self.back()
        self.tell(words)

    def _choose(self) -> None:
        dialog = QFileDialog(self, LOGO, str(Path.home()), PICTURES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file.input.setText)
        dialog.open()
