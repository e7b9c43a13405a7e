"""The charging rules of this desk, for an administrator: in use, installing, who may sign."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.core.errors import Known
from app.services.packs import PackShown, PacksShown, SignerShown
from ui.days import show
from ui.language import tr
from ui.models.packs import PacksModel
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Icon, Label, Row, Rule, clear
from ui.widgets.typed import typed_in

TITLE = tr("Charging rules")
IN_USE = tr("In use: {version}")
USED = tr("Used for new cases from {since}. A person reads the law again by {until}.")
EXPIRED = tr(
    "They were to be read again by {until}. Install the new pack, or ask its maker for one."
)
SIGNED = tr("Signed by {name}.")
OWN_LAW = tr("They came with the program.")
UNCONFIRMED = tr("{some} of {all} rules are not fully confirmed; each says why in the guide.")
INSTALL_TITLE = tr("Install a rule pack")
INSTALL_WHY = tr(
    "New cases are determined with it from its first day on. Cases made before keep the rules "
    "they were made with. A pack that was changed, or that nobody here trusts, is not taken."
)
FILE, CHOOSE, INSTALL = tr("Pack file"), tr("Choose a file"), tr("Install")
PACKS_TITLE, NO_PACKS = tr("Installed here"), tr("None yet.")
SIGNERS_TITLE = tr("Signers of this trust")
NO_SIGNERS = tr("None. Packs of the program’s publisher need none.")
COMPARE = tr("Compare these letters with those the signer told you, then confirm.")
STATES = {
    "proposed": tr("Proposed by {name}; another administrator confirms it."),
    "trusted": tr("Trusted."),
    "withdrawn": tr("Withdrawn."),
}
CONFIRM = tr("Confirm {name}")
ELSEWHERE = tr(
    "On the command line: signers proposed and withdrawn with “recoup law signer”, packs made with "
    "“recoup law sign”."
)
NO_FILE = tr("Name the file of the pack.")


class PacksPage(SettingsPanel):
    """One column of cards; Tab goes from the file to its buttons, then to what can be confirmed."""

    def __init__(self, model: PacksModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, parent=parent)
        self._model = model
        self.in_use = Card(" ", margins=(24, 20, 24, 24), gap=8)
        self.file = Field(FILE, LineEdit())
        self.choose = Button(CHOOSE, icon="folder")
        self.install = Button(INSTALL, kind="primary", main=True, icon="check", key="Enter")
        self.packs = Card(PACKS_TITLE, gap=8)
        self.signers = Card(SIGNERS_TITLE, gap=8)
        self.fields = {"file": self.file}
        self._typed = typed_in(self.file, "pack").of_person()
        self._tabbed: QWidget = self.choose  # after which the next button is reached by Tab
        self._build()
        self.choose.clicked.connect(self._choose)
        self.install.clicked.connect(self._install)
        model.shown.connect(self._show)
        model.told.connect(self._tell)
        model.refused.connect(self._refuse)

    def refresh(self) -> None:
        """Read what is installed."""
        self._model.refresh()

    def take_focus(self) -> None:
        """Where a file is named."""
        self.file.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        taking = Card(INSTALL_TITLE, margins=(24, 20, 24, 24), gap=12)
        taking.body.addWidget(Label(INSTALL_WHY, role="text2", wrap=True))
        taking.body.addWidget(self.file)
        taking.body.addLayout(Row(gap=12).holding(self.install, self.choose, None))
        self.body.holding(self.in_use, taking, self.packs, self.signers)
        self.body.addWidget(Label(ELSEWHERE, role="text2", wrap=True))
        self.body.addStretch(1)

    def _show(self, shown: PacksShown) -> None:
        self._show_in_use(shown)
        clear(self.packs.body)
        for pack in shown.packs:
            self.packs.body.addWidget(Label(_pack_line(pack), wrap=True))
        if not shown.packs:
            self.packs.body.addWidget(Label(NO_PACKS, role="text2"))
        focus = QApplication.focusWidget()
        confirmed = focus is not None and self.signers.isAncestorOf(focus)
        clear(self.signers.body)
        self._tabbed = self.choose
        for place, signer in enumerate(shown.signers):
            if place:
                self.signers.body.addWidget(Rule())
            self._add_signer(signer)
        if not shown.signers:
            self.signers.body.addWidget(Label(NO_SIGNERS, role="text2", wrap=True))
        if confirmed:  # the button that had the focus is gone
            self.take_focus()

    def _show_in_use(self, shown: PacksShown) -> None:
        pack = shown.in_use
        self.in_use.set_title(IN_USE.format(version=pack.version))
        clear(self.in_use.body)
        days = {"since": show(pack.valid_from), "until": show(pack.valid_to)}
        if pack.expired:
            row = Row(gap=8)
            row.addWidget(Icon("alert-triangle", role="warn_text"), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(
                Label(EXPIRED.format(**days), weight="strong", role="warn_text", wrap=True), 1
            )
            self.in_use.body.addLayout(row)
        else:
            self.in_use.body.addWidget(Label(USED.format(**days), wrap=True))
        signed = SIGNED.format(name=pack.signed_by) if pack.signed_by else OWN_LAW
        self.in_use.body.addWidget(Label(signed, wrap=True))
        count = UNCONFIRMED.format(some=shown.unconfirmed, all=shown.rules)
        self.in_use.body.addWidget(Label(count, role="text2", wrap=True))

    def _add_signer(self, signer: SignerShown) -> None:
        body = self.signers.body
        body.addWidget(Label(signer.name, weight="strong", wrap=True))
        body.addWidget(Label(_letters(signer.signer), wrap=True))
        body.addWidget(
            Label(STATES[signer.state].format(name=signer.proposed_by), role="text2", wrap=True)
        )
        if signer.state == "proposed" and not signer.own:
            body.addWidget(Label(COMPARE, wrap=True))
            confirm = Button(CONFIRM.format(name=signer.name), icon="shield-check")
            confirm.clicked.connect(lambda: self._model.confirm(signer.signer))
            body.addLayout(Row().holding(confirm, None))
            QWidget.setTabOrder(self._tabbed, confirm)
            self._tabbed = confirm

    def _choose(self) -> None:
        dialog = QFileDialog(
            self, INSTALL_TITLE, str(Path.home()), tr("Rule packs (*.recoup-pack)")
        )
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file.input.setText)
        dialog.open()

    def _install(self) -> None:
        self.clear_problems()
        path = self.file.input.text().strip()
        if not path:
            self._refuse(Known("no_file", NO_FILE))
            return
        self._model.install(path)

    def _tell(self, words: str) -> None:
        self.file.input.setText("")
        self._typed.done()
        self.tell(words)

    def _refuse(self, known: Known) -> None:
        """Whatever is refused here is about the file."""
        self.refuse(Known(known.code, known.message, "file"))


def _pack_line(pack: PackShown) -> str:
    state = tr(", in use") if pack.in_use else ""
    days = tr("{valid_from} to {valid_to}").format(
        valid_from=show(pack.valid_from), valid_to=show(pack.valid_to)
    )
    return tr("{version}, {days}, signed by {signed_by}{state}").format(
        version=pack.version, days=days, signed_by=pack.signed_by, state=state
    )


def _letters(signer: str) -> str:
    """In groups of four, to be read out."""
    return " ".join(signer[at : at + 4] for at in range(0, len(signer), 4))
