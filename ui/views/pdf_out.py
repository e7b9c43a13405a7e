"""A letter on its way out of the window: to the printer, or into a folder the person names, as it
is or as a page for a browser.

Pages go to the printer as they are on the page, so those of the demo say DEMO there too (H14).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from ui.bound import bound
from ui.language import tr
from ui.models.pdf import Pages, PdfModel, Picture
from ui.widgets.button import Button, IconButton
from ui.widgets.flow import Flow
from ui.widgets.layout import Row

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

PRINT, SAVE, SAVE_PAGE = tr("Print"), tr("Save a copy"), tr("Save for a browser")
PRINTED, SAVED = (
    tr("Sent to the printer."),
    tr("Saved. Keep the copy where only your team can read it."),
)
NOT_PRINTED = tr("The printer did not take it. Check the printer, then print again.")
_KINDS, _PAGES = tr("PDF (*.pdf)"), tr("Page for a browser (*.html)")


class PdfOut(QWidget):
    """Buttons for the letter shown: Ctrl+P prints, Ctrl+S saves, Ctrl+Shift+S saves its words as a
    page for a browser. `told(words)` says what was done; nothing is opened over the window but the
    system's own dialogs. `in_words` is for a sheet that is made to be printed and locked away,
    which nobody reads in a browser."""

    told = Signal(str)

    def __init__(
        self, model: PdfModel, *, in_words: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self.print_button, self.save_button = (
            Button(words, icon=icon, key=key, small=True)
            if in_words
            else IconButton(icon, words, key=key)
            for icon, words, key in (("printer", PRINT, "Ctrl+P"), ("download", SAVE, "Ctrl+S"))
        )
        self.printer: QPrinter | None = None
        if in_words:  # words under each other where there is no room
            flow = Flow(self, gap=(12, 8))
            flow.addWidget(self.print_button)
            flow.addWidget(self.save_button)
        else:
            self.page_button = IconButton("world", SAVE_PAGE, key="Ctrl+Shift+S")
            Row(self, gap=12).holding(self.print_button, self.save_button, self.page_button)
            self.page_button.clicked.connect(self._choose_place_of_page)
        self.print_button.clicked.connect(self._choose_printer)
        self.save_button.clicked.connect(self._choose_folder)
        model.printable.connect(self._print)
        model.saved.connect(bound(self, lambda _path: self.told.emit(SAVED)))

    def print_on(self, printer: QPrinter) -> None:
        """Send the letter to a printer that was chosen."""
        self.printer = printer
        self._model.draw_for_printer()

    def save_to(self, path: str) -> None:
        """Save the letter under a name that was chosen."""
        self._model.save(path)

    def save_page_to(self, path: str) -> None:
        """Save the letter's page for a browser under a name that was chosen."""
        self._model.save_page(path)

    def _choose_printer(self) -> None:
        # Only once somebody prints: it would slow down every start.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self._model.file_name)
        dialog = QPrintDialog(printer, self)
        dialog.accepted.connect(lambda: self.print_on(printer))
        show_dialog(dialog)

    def _choose_folder(self) -> None:
        dialog = QFileDialog(self, SAVE, self._model.file_name, _KINDS)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(self.save_to)
        _ask_where(dialog)

    def _choose_place_of_page(self) -> None:
        dialog = QFileDialog(self, SAVE_PAGE, self._model.page_name, _PAGES)
        dialog.setDefaultSuffix("html")
        dialog.fileSelected.connect(self.save_page_to)
        _ask_where(dialog)

    def _print(self, pages: Pages) -> None:
        printer, self.printer = self.printer, None
        if printer is None:
            return
        printer.setFullPage(True)  # the letter brings its own margins
        painter = QPainter()
        if not painter.begin(printer):
            self.told.emit(NOT_PRINTED)
            return
        for number, picture in enumerate(pages.pictures):
            if number:
                printer.newPage()
            painter.drawImage(painter.viewport(), image_of(picture))
        painter.end()
        if printer.outputFileName():  # where there is no printer, a file is offered in its place
            self._model.was_saved(printer.outputFileName())
        else:
            self._model.was_printed()
            self.told.emit(PRINTED)


def image_of(picture: Picture) -> QImage:
    """One page for the screen or the printer."""
    return QImage(
        picture.pixels,
        picture.width,
        picture.height,
        picture.stride,
        QImage.Format.Format_RGB32,
    )


def _ask_where(dialog: QFileDialog) -> None:
    dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
    show_dialog(dialog)


def show_dialog(dialog: QDialog) -> None:
    """Over this window, without a loop of its own that would hold up everything else."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.show()
