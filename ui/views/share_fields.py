"""Where the finance share is: its address, and the account's password where one is wanted."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from ui.language import tr
from ui.models.share_trial import wants_password
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Column

PASSWORD = tr("Password of the account")
PASSWORD_HINT = tr(
    "Kept in this computer’s key store, not in the records; empty uses the one kept there"
)


class ShareFields(QWidget):
    """Two fields; the second shows only for an address that wants it.

    where = ShareFields(label, hint, desk's share)
    where.address(), where.typed_password()
    """

    def __init__(
        self, label: str, hint: str, share: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.share = Field(label, LineEdit(share), hint=hint)
        self.password = Field(PASSWORD, LineEdit(password=True), hint=PASSWORD_HINT)
        Column(self, gap=12).holding(self.share, self.password)
        self.share.input.textChanged.connect(self._show_password)
        self.setFocusProxy(self.share)
        self._show_password(share)

    def address(self) -> str:
        """What was typed as the share."""
        return self.share.input.text()

    def typed_password(self) -> str:
        """The password typed, for an address that wants one."""
        return self.password.input.text() if wants_password(self.address()) else ""

    def forget_password(self) -> None:
        """Take it off the screen."""
        self.password.input.clear()

    def _show_password(self, share: str) -> None:
        self.password.setVisible(wants_password(share))
