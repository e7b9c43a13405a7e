"""The name of a file, typed or chosen in the system's own dialog.

place = FileField("&Grant file", choose="C&hoose it", hint="As the administrator gave it to you")
place.text()
FileField("&Key file", choose="Ch&oose where", saving="recoup-R1H.keys")     # a new file
"""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QWidget

from ui.views.pdf_out import show_dialog
from ui.widgets.button import Button
from ui.widgets.field import Field
from ui.widgets.inputs import LineEdit
from ui.widgets.layout import Row


class FileField(QWidget):
    """`field` is what a problem stands beside; `saving` names a new file, else one is opened."""

    def __init__(
        self,
        label: str,
        *,
        choose: str,
        hint: str = "",
        saving: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._saving = saving
        self.field = Field(label, LineEdit(), hint=hint)
        self.button = Button(choose, icon="folder")
        row = Row(self, gap=12)
        row.addWidget(self.field, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignBottom)
        self.setFocusProxy(self.field)
        self.button.clicked.connect(self._choose)

    def text(self) -> str:
        """What is named."""
        return self.field.input.text()

    def clear(self) -> None:
        """Nothing is named any more."""
        self.field.input.clear()

    def _choose(self) -> None:
        dialog = QFileDialog(self, self.button.text().replace("&", ""), self._saving)
        if self._saving:
            dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
            dialog.selectFile(self._saving)
        else:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(self.field.input.setText)
        show_dialog(dialog)
