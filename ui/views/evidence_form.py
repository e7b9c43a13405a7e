"""What was shown: its kind, how it stands, its number and dates, and a copy where there is one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.casework.papers import PaperState
from app.core.errors import Known
from app.services.documents import PaperShown
from app.services.reading_files import Scan
from ui.language import told, tr
from ui.widgets.announce import announce
from ui.widgets.attach import AttachBox
from ui.widgets.button import Button
from ui.widgets.choices import RadioList, TickBox
from ui.widgets.field import Field
from ui.widgets.inputs import DateEdit, LineEdit
from ui.widgets.layout import Column, Grid, Label, Row
from ui.widgets.lookup import Lookup, Option
from ui.widgets.typed import Typed

TITLE = tr("Add what you saw")
WHAT, NUMBER, DETAIL = tr("What was shown"), tr("Its number"), tr("Detail, if it helps")
EXPIRES, BY = tr("Expires"), tr("Will be brought by")
HINT = tr("Type a word, such as passport")
HOW = tr("How it stands")
STATES = (
    (PaperState.SEEN, tr("Seen")),
    (PaperState.COPIED, tr("Seen and copied")),
    (PaperState.PROMISED, tr("Will bring later")),
)
RELIED_ON = tr("Relied on")
ADD, BACK = tr("A&dd it"), tr("Back to the papers")
CHOOSE_WHAT = tr("Choose what was shown: type a word and take it from the list.")
NO_COPY = tr("Attach the copy, or choose “Seen”.")
READY_ONE, READY = tr("1 page ready to keep."), tr("{count} pages ready to keep.")


class EvidenceForm(QWidget):
    """`filled(PaperShown, Scan | None)` on Add; `back()` to the papers there are."""

    filled = Signal(object, object)
    back = Signal()

    def __init__(
        self,
        today: Callable[[], date],
        *,
        officer: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scan: Scan | None = None
        self._officer = officer
        self.what = Field(WHAT, Lookup(placeholder=HINT))
        self.how = RadioList(HOW, STATES)
        self.number = Field(NUMBER, LineEdit())
        self.expires = Field(EXPIRES, DateEdit(today, placeholder="14/7/26"))
        self.by = Field(BY, DateEdit(today, placeholder="+1w"))
        self.detail = Field(DETAIL, LineEdit())
        self.copy = AttachBox()
        self.ready = Label("", weight="strong", wrap=True)
        self.relied_on = TickBox(RELIED_ON)
        self.add = Button(ADD, icon="plus")
        self.go_back = Button(BACK, kind="text", icon="chevron-left")
        self.setAcceptDrops(True)
        self._build()
        self.how.chosen.connect(self._show_state)
        self.add.clicked.connect(self._add)
        self.go_back.clicked.connect(self.back)
        for field in (self.number, self.expires, self.by, self.detail):
            field.input.returnPressed.connect(self._add)
        self.fresh()
        self._typed = Typed(self, "paper", read=self._filled, show=self._put)

    def set_kinds(self, kinds: Sequence[tuple[str, str]]) -> None:
        """What can be chosen."""
        self.what.input.set_options([Option(code, words, (code,)) for code, words in kinds])

    def fresh(self) -> None:
        """Empty, and nothing chosen but the commonest: a paper that lies on the desk."""
        for field in (self.what, self.number, self.expires, self.by, self.detail):
            field.input.clear()
        self._clear_errors()
        self.copy.refuse("")
        self._scan = None
        self.ready.hide()
        self.relied_on.setChecked(self._officer)
        self.how.set_value(PaperState.SEEN)
        self._show_state()

    def begin(self, registration_id: str) -> None:
        """The papers of somebody else, or nobody’s: a paper half noted stays with its patient."""
        self._typed.set_down()
        self.fresh()
        self._typed.take_up(registration_id)

    def added(self) -> None:
        """The paper is kept."""
        self.fresh()
        self._typed.done()

    def show_scan(self, scan: Scan) -> None:
        """A file's pages are drawn: they are kept when the paper is added."""
        self._scan = scan
        count = len(scan.pages)
        self.ready.setText(READY_ONE if count == 1 else READY.format(count=count))
        self.ready.show()
        self.copy.ended()
        self.how.set_value(PaperState.COPIED)
        self._show_state()
        announce(self, self.ready.text())

    def take_focus(self) -> None:
        """The keys go to what was shown."""
        self.what.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def refuse(self, known: Known) -> bool:
        """Say a refusal beside its field; False where it belongs to none here."""
        fields: dict[str | None, Field[Lookup] | Field[LineEdit] | Field[DateEdit]] = {
            "type_code": self.what,
            "number": self.number,
            "expires": self.expires,
            "promised_by": self.by,
        }
        if known.field == "file":
            self.copy.refuse(told(known))
            return True
        field = fields.get(known.field)
        if field is not None:
            self._wrong(field, told(known))
        return field is not None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be let go anywhere here."""
        self.copy.drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """It is attached."""
        self.copy.drop(event)

    def _build(self) -> None:
        grid = Grid(gap=(12, 8))
        grid.addWidget(self.number, 0, 0)
        grid.addWidget(self.expires, 0, 1)
        grid.addWidget(self.by, 0, 1)
        grid.addWidget(self.detail, 1, 0, 1, 2)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        end = Row(gap=12).holding(self.relied_on, None, self.go_back, self.add)
        Column(self, gap=8).holding(
            *(Label(TITLE, weight="strong"), self.what, self.how, grid, self.copy, self.ready),
            end,
        )
        self.relied_on.setVisible(self._officer)  # in its row: alone it would flash up

    def _show_state(self, _chosen: object = None) -> None:
        later = self.how.value() is PaperState.PROMISED
        self.by.setVisible(later)
        self.expires.setVisible(not later)
        self.copy.setVisible(not later)
        self.ready.setVisible(not later and self._scan is not None)

    def _filled(self) -> tuple[object, ...]:
        texts = tuple(one.text() for one in self._lines())
        return (texts, self.how.value(), self.relied_on.isChecked())

    def _put(self, filled: tuple[tuple[str, ...], object, bool]) -> None:
        texts, how, relied_on = filled
        for line, text in zip(self._lines(), texts, strict=True):
            line.setText(text)
        self.how.set_value(how)
        self.relied_on.setChecked(relied_on)
        self._show_state()

    def _lines(self) -> tuple[LineEdit, ...]:
        fields = (self.number, self.detail, self.expires, self.by)
        return (self.what.input, *(field.input for field in fields))

    def _add(self) -> None:
        self._clear_errors()
        code, state = self.what.input.value(), self.how.value()
        if code is None:
            self._wrong(self.what, CHOOSE_WHAT)
            return
        if state is PaperState.COPIED and self._scan is None:
            self.copy.refuse(NO_COPY)
            self.copy.attach.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        later = state is PaperState.PROMISED
        paper = PaperShown(
            type_code=str(code),
            state=PaperState.PROMISED if later else PaperState.SEEN,
            number=self.number.input.text(),
            detail=self.detail.input.text(),
            expires="" if later else self.expires.input.text(),
            promised_by=self.by.input.text() if later else "",
            relied_on=self.relied_on.isChecked() and not later,
        )
        self.filled.emit(paper, None if later else self._scan)

    def _clear_errors(self) -> None:
        for field in (self.what, self.number, self.expires, self.by):
            field.set_error("")

    def _wrong(self, field: Field[Lookup] | Field[LineEdit] | Field[DateEdit], words: str) -> None:
        field.set_error(words)
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)
