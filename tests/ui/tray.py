"""A printer that is installed nowhere: what it takes lies in a file that a test can read."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtPrintSupport import QPrinter


class Tray(QPrinter):
    """Prints on paper, as far as the program is told."""

    def __init__(self, paper: Path) -> None:
        super().__init__()
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(paper))

    def outputFileName(self) -> str:
        """A printer writes into no file."""
        return ""
