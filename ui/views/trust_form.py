"""What letters say of a trust, as a form: for the settings, and for a trust that is being set up.

form = TrustForm()
form.show_form(LetterheadForm(...))
form.value()                                     # LetterheadForm, as typed
"""

from __future__ import annotations

from typing import Any

from PySide6.QtWidgets import QWidget

from app.services.trust_settings import LetterheadForm
from ui.language import tr
from ui.widgets.address import AddressLines
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit, Notes
from ui.widgets.layout import Column

NAME = tr("Name of the trust")
ADDRESS, ADDRESS_HINT = tr("Address"), tr("A line each, the postcode last")
PHONE, EMAIL = tr("Phone"), tr("Email")
PAYING, PAYING_HINT = (
    tr("How to pay"),
    tr("A way each, such as the bank details. Letters print them under a sum."),
)
LABELS = {
    "name": NAME,
    "address_lines": ADDRESS,
    "phone": PHONE,
    "email": EMAIL,
    "payment_details": PAYING,
}


class TrustForm(QWidget):
    """Five fields in the order in which a letter prints them; `fields` by the name of each part."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = Field(NAME, LineEdit())
        self.address = Field(ADDRESS, AddressLines(lines=4), hint=ADDRESS_HINT)
        self.phone = Field(PHONE, LineEdit())
        self.email = Field(EMAIL, LineEdit())
        self.paying = Field(PAYING, Notes(lines=3), hint=PAYING_HINT)
        self.fields: dict[str, Field[Any]] = {
            "name": self.name,
            "address_lines": self.address,
            "phone": self.phone,
            "email": self.email,
            "payment_details": self.paying,
        }
        Column(self, gap=12).holding(*self.fields.values())

    def value(self) -> LetterheadForm:
        """What is typed."""
        return LetterheadForm(
            name=self.name.input.text(),
            address_lines=tuple(self.address.input.text().splitlines()),
            phone=self.phone.input.text(),
            email=self.email.input.text(),
            payment_details=tuple(self.paying.input.text().splitlines()),
        )

    def show_form(self, form: LetterheadForm) -> None:
        """Fill in what is set."""
        self.name.input.setText(form.name)
        self.address.input.setPlainText("\n".join(form.address_lines))
        self.phone.input.setText(form.phone)
        self.email.input.setText(form.email)
        self.paying.input.setPlainText("\n".join(form.payment_details))


def facts(form: LetterheadForm, none: str) -> tuple[tuple[str, str], ...]:
    """The form as facts of a check page; `none` for what is left empty."""
    values = {
        "name": form.name,
        "address_lines": ", ".join(form.address_lines),
        "phone": form.phone,
        "email": form.email,
        "payment_details": "; ".join(form.payment_details),
    }
    return tuple((LABELS[name], value or none) for name, value in values.items())
