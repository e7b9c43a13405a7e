"""A letter on screen as it will be printed, inside the window."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QLabel, QWidget

from app.core.errors import Known
from app.services.paper import PrintedForm
from ui.language import told, tr
from ui.models.paper import by_hand_words
from ui.models.pdf import A4_POINTS, Pages, PdfModel
from ui.parts import parts
from ui.stylesheet import SCROLL_BAR
from ui.theme import current
from ui.views.pdf_out import PdfOut, image_of
from ui.widgets.announce import announce
from ui.widgets.button import Button, IconButton
from ui.widgets.layout import Column, Label, Row, clear
from ui.widgets.scroll import Scroll

CLOSE = tr("&Close")
SMALLER, LARGER = tr("Smaller"), tr("Larger")
DRAWING = tr("Drawing the letter")
SHOWN = tr("{title}, {count} pages. The same facts stand on the page you came from.")
SHOWN_ONE = tr("{title}, 1 page. The same facts stand on the page you came from.")
FORM = tr("Form {no}")
PAGE = tr("{title}, page {number} of {count}")
_STEPS = (0.75, 1.0, 1.25, 1.5, 2.0)
_USUAL = 1
_AROUND, _LEAST = 48, 300


class PdfPreview(QWidget):
    """Opens at reading width; Ctrl++ and Ctrl+- change it, Esc closes."""

    closed = Signal()

    def __init__(self, model: PdfModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._step, self._fitted = _USUAL, 0
        self.title = Label("", scale="title", weight="strong", wrap=True)
        self.words = Label("", role="text2", wrap=True)
        self.smaller = IconButton("zoom-out", SMALLER, key="Ctrl+-")
        self.larger = IconButton("zoom-in", LARGER, key="Ctrl++")
        self.out = PdfOut(model)
        self.close_button = Button(CLOSE, icon="x")
        self._sheets = Column(gap=16)
        stage = _Stage()
        around = Column(stage, margins=(24, 20, 24, 20))
        around.addLayout(self._sheets)
        around.addStretch(1)
        self._scroll = Scroll(stage)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._scroll.viewport().installEventFilter(self)
        head = Row(gap=12)
        head.addLayout(Column(gap=2).holding(self.title, self.words), 1)
        for button in (self.smaller, self.larger, self.out, self.close_button):
            head.addWidget(button)
        whole = Column(self, gap=12, margins=(24, 16, 24, 12))
        whole.addLayout(head)
        whole.addWidget(self._scroll, 1)
        self.smaller.clicked.connect(lambda: self._zoom(-1))
        self.larger.clicked.connect(lambda: self._zoom(1))
        self.close_button.clicked.connect(self.close_letter)
        self.out.told.connect(self._tell)
        model.drawn.connect(self._show)
        model.refused.connect(self._refuse)

    def open(self, title: str, file_id: str) -> None:
        """Read a kept letter and show it."""
        self._start(title)
        self.out.show()
        self._model.open(title, file_id, self._wanted())

    def show_pdf(
        self, title: str, pdf: bytes, words: str = "", *, file_id: str = "", draft: bool = False
    ) -> None:
        """Show a letter just made, kept as `file_id`; a draft goes to no printer and no folder."""
        self._start(title, words)
        self.out.setVisible(not draft)
        self._model.show(title, pdf, self._wanted(), file_id)

    def show_form(self, printed: PrintedForm) -> None:
        """Show a paper form just printed, and whether it may be posted."""
        title = FORM.format(no=printed.form_id)
        words = by_hand_words(printed)
        self.show_pdf(title, printed.pdf, words, file_id=printed.file_id)

    def sheets(self) -> list[QLabel]:
        """The pages on screen."""
        return [part for part in parts(self._sheets) if isinstance(part, QLabel)]

    def close_letter(self) -> None:
        """Nothing of the letter stays in the window."""
        clear(self._sheets)
        self._model.close()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Page keys move the paper."""
        bar = self._scroll.verticalScrollBar()
        steps = {
            Qt.Key.Key_Down: bar.singleStep() * 2,
            Qt.Key.Key_Up: -bar.singleStep() * 2,
            Qt.Key.Key_PageDown: bar.pageStep(),
            Qt.Key.Key_PageUp: -bar.pageStep(),
        }
        step = next((step for key, step in steps.items() if key == event.key()), None)
        if step is None or event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            super().keyPressEvent(event)
        else:
            bar.setValue(bar.value() + step)

    def eventFilter(self, _room: QObject, event: QEvent) -> bool:
        """Drawn again where there is another room for the page, be it that its bar grew."""
        if event.type() == QEvent.Type.Resize and self.isVisible() and self.sheets():
            before = self._fitted
            if self._wanted() != before:
                self._model.draw(self._fitted)
        return False

    def _start(self, title: str, words: str = "") -> None:
        clear(self._sheets)
        self._step = _USUAL
        self.title.setText(title)
        self._after = words
        self.words.setText(DRAWING)
        self._scroll.setAccessibleName(title)
        self.close_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _zoom(self, by: int) -> None:
        self._step = min(max(self._step + by, 0), len(_STEPS) - 1)
        self.smaller.setEnabled(self._step > 0)
        self.larger.setEnabled(self._step < len(_STEPS) - 1)
        self._model.draw(self._wanted())

    def _wanted(self) -> int:
        """Pixels across a page: reading size at this text size, whole on the screen it is on."""
        theme = current()
        points_to_pixels = 1.35
        wide = A4_POINTS * points_to_pixels * theme.text_size
        # A page is taller than the window: the bar that it brings is counted before it is there.
        to_come = 0 if self._scroll.verticalScrollBar().isVisible() else theme.px(SCROLL_BAR)
        room = self._scroll.viewport().width() - to_come - theme.px(_AROUND)
        whole = min(wide, room) if room > theme.px(_LEAST) else wide
        self._fitted = round(whole * _STEPS[self._step] * self.devicePixelRatioF())
        return self._fitted

    def _show(self, pages: Pages) -> None:
        clear(self._sheets)
        count = len(pages.pictures)
        for number, picture in enumerate(pages.pictures, start=1):
            pixmap = QPixmap.fromImage(image_of(picture))
            pixmap.setDevicePixelRatio(self.devicePixelRatioF())
            sheet = QLabel()
            sheet.setPixmap(pixmap)
            sheet.setFixedSize(pixmap.deviceIndependentSize().toSize())
            sheet.setAccessibleName(PAGE.format(title=pages.title, number=number, count=count))
            self._sheets.addWidget(sheet, 0, Qt.AlignmentFlag.AlignHCenter)
        words = SHOWN_ONE if count == 1 else SHOWN
        self.words.setText(self._after or words.format(title=pages.title, count=count))
        announce(self, self.words.text())

    def _tell(self, words: str) -> None:
        self.words.setText(words)
        announce(self, words)

    def _refuse(self, known: Known) -> None:
        self.words.setText(told(known))
        announce(self, told(known), assertive=True)

    _after = ""


class _Stage(QWidget):
    """The dark ground that paper lies on."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().colour("viewer_stage"))
        painter.end()
