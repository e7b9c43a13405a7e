"""Taking a file in: choose, drop or paste it; how far its pages are drawn, and Cancel.

box = AttachBox()                                # its owner hands on what is dropped on it
box.file_chosen.connect(model.draw_file)         # a path
box.image_pasted.connect(model.draw_image)       # a QImage
box.cancelled.connect(model.cancel)
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, QTimer, Signal
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from app.core.unbroken import aloud
from ui.language import tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Icon, Label, Row
from ui.widgets.progress import ProgressSteps

ATTACH, PASTE, CANCEL = tr("Attach a cop&y"), tr("Paste"), tr("Cancel")
CHOOSE = tr("Choose a picture or PDF")
_ENDINGS = ("jpg", "jpeg", "png", "tif", "tiff", "webp", "bmp", "pdf")
KINDS = tr("Pictures and PDF ({endings})").format(
    endings=" ".join(f"*.{ending}" for ending in _ENDINGS)
)
ANY_FILE = tr("All files (*)")
OR_DROP = tr("A picture or PDF can also be dropped here.")
OPENING = tr("Opening the file")
FAR = tr("Page {done} of {count} is ready")
SHOWN_AFTER_MS = 600  # a file that is done sooner shows no progress


class AttachBox(QWidget):
    """Its owner accepts drops and hands dragEnterEvent to `drag`, dropEvent to `drop`."""

    file_chosen = Signal(str)
    image_pasted = Signal(object)  # QImage; null where there was none
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.attach = Button(ATTACH, icon="file-text", scale="small", small=True)
        self.paste = Button(PASTE, kind="text", key="Ctrl+V", scale="small", small=True)
        self.cancel = Button(CANCEL, icon="x")
        self.progress = ProgressSteps()
        self.far = Label("", scale="small", role="text2")
        self.problem = Label("", scale="small", weight="strong", role="error", wrap=True)
        self.attach.setToolTip(OR_DROP)
        self._offer, self._going, self._wrong = QWidget(), QWidget(), QWidget()
        self.offer = Flow(self._offer, gap=(6, 4))  # whoever owns it adds acts of the same kind
        for part in (self.attach, self.paste):
            self.offer.addWidget(part)
        Row(self._going, gap=10).holding(
            Column(gap=4).holding(self.far, self.progress), self.cancel, None
        )
        line = Row(self._wrong, gap=6)
        line.addWidget(Icon("alert-circle", role="error", size=16), 0, Qt.AlignmentFlag.AlignTop)
        line.addWidget(self.problem, 1)
        Column(self, gap=6).holding(self._wrong, self._offer, self._going)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SHOWN_AFTER_MS)
        self._soon.timeout.connect(lambda: self.show_going(going=True))
        self.show_going(going=False)
        self._wrong.hide()
        self.attach.clicked.connect(self._choose)
        self.paste.clicked.connect(self.take_pasted)
        self.cancel.clicked.connect(self._cancel)

    def started(self) -> None:
        """A file is being opened: progress is shown unless it is done at once."""
        self._wrong.hide()
        self.far.setText(OPENING)
        self.progress.show_progress(0, 1)
        self._soon.start()

    def show_progress(self, done: int, count: int) -> None:
        """So many of its pages are drawn."""
        self.progress.show_progress(done, count)
        self.far.setText(FAR.format(done=done, count=count))

    def show_going(self, *, going: bool) -> None:
        """The progress with Cancel, or the ways to choose."""
        self._going.setVisible(going)
        self._offer.setVisible(not going)
        if going and self.attach.hasFocus():
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def ended(self) -> None:
        """Done or stopped: another may be chosen."""
        had_focus = self.cancel.hasFocus()
        self._soon.stop()
        self.show_going(going=False)
        if had_focus:
            self.attach.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, words: str) -> None:
        """One sentence on why nothing was attached."""
        self.ended()
        self.problem.setText(words)
        self._wrong.setVisible(bool(words))
        self.attach.setAccessibleDescription(aloud(words))
        if words:
            announce(self, words, assertive=True)

    def take(self, path: str) -> None:
        """A file was chosen or dropped."""
        self.started()
        self.file_chosen.emit(path)

    def take_pasted(self) -> None:
        """What the clipboard holds: a file, or a picture."""
        paths = _files_in(QGuiApplication.clipboard().mimeData())
        if paths:
            self.take(paths[0])
            return
        self.started()
        self.image_pasted.emit(QGuiApplication.clipboard().image())

    def drag(self, event: QDropEvent) -> None:
        """Something is dragged over whoever owns this: files may be let go there."""
        if _files_in(event.mimeData()) and not self.isHidden():
            event.acceptProposedAction()

    def drop(self, event: QDropEvent) -> None:
        """It was let go: the first file is taken."""
        self.drag(event)
        if event.isAccepted():
            self.take(_files_in(event.mimeData())[0])

    def _choose(self) -> None:
        dialog = QFileDialog(self, CHOOSE, str(Path.home()), f"{KINDS};;{ANY_FILE}")
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(self.take)
        dialog.open()

    def _cancel(self) -> None:
        self.cancelled.emit()
        self.ended()


def _files_in(held: QMimeData | None) -> list[str]:
    """The files of a drop or of the clipboard, which may hold nothing at all."""
    return [] if held is None else [one.toLocalFile() for one in held.urls() if one.isLocalFile()]
