"""What finance types about payment files: which file, what a payment is for, why it is not ours."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.core.errors import Known
from app.services.remitting import PaymentIn
from ui.days import show
from ui.language import told, tr
from ui.views.money_forms import MoneyForm
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Row

FILE_TITLE = tr("Take in a payment file")
FILE_WHY = tr(
    "A bank statement (CSV or camt.053), a card settlement (CSV) or an export of GOV.UK Pay. You "
    "see first what would be done. A payment that is known already is not taken in again."
)
FILE, CHOOSE, LOOK = tr("Payment file"), tr("C&hoose a file"), tr("&Look at the file")
NO_FILE = tr("Name the file.")
MATCH_TITLE = tr("Match a payment")
MATCH_WHY = tr("{amount} of {day}: “{said}”")
TO, TO_HINT = (
    tr("Number it is for"),
    tr("Invoice (or several, with spaces), estimate, customer reference, or receipt"),
)
MATCH = tr("&Go on to the check")
NO_NUMBER = tr("Enter the number of the invoice, estimate, customer or receipt.")
ASIDE_TITLE = tr("Set a payment aside")
REASON, REASON_HINT = tr("Why it is none of ours"), tr("Such as: lump sum of the card company")
ASIDE = tr("&Set it aside")
FILES = tr("Payment files (*.csv *.txt *.xml *.json);;All files (*)")


class FileForm(MoneyForm):
    """The file to look at."""

    def __init__(self) -> None:
        super().__init__(FILE_TITLE)
        self.file = Field(FILE, LineEdit())
        self.choose = Button(CHOOSE, icon="folder")
        self.go_on.set_words(LOOK)
        self.words.setText(FILE_WHY)
        self._fields.addWidget(self.file)
        self._fields.addLayout(Row().holding(self.choose, None))
        self.choose.clicked.connect(self._choose)
        self.file.input.returnPressed.connect(self.went_on)

    def ask(self) -> None:
        """The form, with the file that was named and not taken in."""
        self.begin(FILE_TITLE, self.file.input.clear)
        self.file.input.selectAll()  # another name takes its place
        self.clear_errors()
        self.file.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        self._say("")
        self.file.set_error("")

    def refuse(self, known: Known) -> None:
        """Whatever is wrong is wrong with the file."""
        self.file.set_error(told(known))
        self.file.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)

    def _choose(self) -> None:
        dialog = QFileDialog(self, FILE_TITLE, str(Path.home()), FILES)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.file.input.setText)
        dialog.open()


class _RulingForm(MoneyForm):
    """One field about one payment."""

    def __init__(self, title: str, field: Field[LineEdit], act: str, icon: str) -> None:
        super().__init__(title)
        self.payment: PaymentIn | None = None
        self.field = field
        self.go_on.set_words(act, icon)
        self._fields.addWidget(field)
        field.input.returnPressed.connect(self.went_on)

    def ask(self, payment: PaymentIn, typed: str = "") -> None:
        """The form for a payment."""
        self.payment = payment
        self.words.setText(
            MATCH_WHY.format(amount=payment.sum, day=show(payment.on), said=payment.said)
        )
        self.begin(payment.fingerprint, lambda: self.field.input.setText(typed))
        self.clear_errors()
        self.field.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def clear_errors(self) -> None:
        """Nothing is wrong so far."""
        self._say("")
        self.field.set_error("")

    def refuse(self, known: Known) -> None:
        """Beside the one field."""
        self.field.set_error(told(known))
        self.field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, told(known), assertive=True)


class MatchForm(_RulingForm):
    """What a payment is for, by its number."""

    def __init__(self) -> None:
        super().__init__(MATCH_TITLE, Field(TO, LineEdit(), hint=TO_HINT), MATCH, "check")


class AsideForm(_RulingForm):
    """Why a payment is none of ours."""

    def __init__(self) -> None:
        super().__init__(ASIDE_TITLE, Field(REASON, LineEdit(), hint=REASON_HINT), ASIDE, "check")
