"""What somebody saw: each document with its dates, relied on or not; none is compulsory."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.core.errors import Known
from app.services.paper_lines import EvidenceLine
from ui.language import tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.choices import TickBox
from ui.widgets.field import Field
from ui.widgets.inputs import DateEdit, LineEdit
from ui.widgets.layout import Column, Grid, Icon, Label, Row, Rule, clear
from ui.widgets.lookup import Lookup, Option
from ui.widgets.scroll import Scroll

NONE_YET = tr("Nothing was shown yet. No document is compulsory; ask, and note what was offered.")
NO_EVIDENCE = tr("&No evidence offered")
ADD_TITLE = tr("Add what you saw")
WHAT, DETAIL, EXPIRES = tr("What was shown"), tr("Detail, such as the last digits"), tr("Expires")
HINT = tr("Type a word, such as passport")
RELIED_ON = tr("Relied on")
ADD = tr("A&dd evidence")
ENTER_CARD = tr("&Enter a card or certificate")
ADDED = tr("Evidence added.")
CHOOSE_WHAT = tr("Choose what was shown: type a word and take it from the list.")


class EvidencePanel(QWidget):
    """`added(type_code, detail, expires, relied_on)` and `weighed(evidence_id, relied_on)`.

    `card_wanted`: a card is to be taken down field by field, for finance's report.
    """

    added = Signal(str, str, str, bool)
    weighed = Signal(str, bool)
    card_wanted = Signal()

    def __init__(
        self,
        types: Sequence[tuple[str, str]],
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.lines: list[EvidenceRow] = []
        self.nothing = Label(NONE_YET, role="text2", wrap=True)
        self.no_evidence = TickBox(NO_EVIDENCE)
        self.what = Field(WHAT, Lookup(placeholder=HINT))
        self.what.input.set_options([Option(code, words, (code,)) for code, words in types])
        self.detail = Field(DETAIL, LineEdit())
        self.expires = Field(EXPIRES, DateEdit(today, placeholder="14/7/26"))
        self.relied_on = TickBox(RELIED_ON)
        self.relied_on.setChecked(True)
        self.add = Button(ADD, icon="plus")
        self.card = Button(ENTER_CARD, icon="id")
        self._rows = Column(gap=0)
        inside = QWidget()
        Column(inside, gap=10, margins=(0, 0, 6, 8)).holding(
            *(self.nothing, self._rows, self.no_evidence, Rule(), self._form(), Rule()),
            Row().holding(self.card, None),
            None,
        )
        Column(self).addWidget(Scroll(inside))
        self.add.clicked.connect(self._add)
        self.card.clicked.connect(self.card_wanted)
        for line in (self.detail.input, self.expires.input):
            line.returnPressed.connect(self._add)

    def show_evidence(self, lines: Sequence[EvidenceLine]) -> None:
        """What was seen, newest last; a tick under the keys keeps the focus."""
        ringed = next((row.evidence_id for row in self.lines if row.relied_on.hasFocus()), "")
        clear(self._rows)
        self.lines = []
        for line in lines:
            row = EvidenceRow(line)
            row.relied_on.clicked.connect(
                lambda on, name=line.evidence_id: self.weighed.emit(name, bool(on))
            )
            self.lines.append(row)
            self._rows.addWidget(row)
            if line.evidence_id == ringed:
                row.relied_on.setFocus(Qt.FocusReason.OtherFocusReason)
        self.nothing.setVisible(not lines)
        relied = any(line.relied_on for line in lines)
        self.no_evidence.setVisible(not relied)
        if relied:
            self.no_evidence.setChecked(False)

    def was_added(self) -> None:
        """The form is ready for the next document."""
        self.what.input.clear()
        self.detail.input.clear()
        self.expires.input.clear()
        self.relied_on.setChecked(True)
        self.what.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, ADDED)

    def refuse(self, known: Known) -> bool:
        """Say a refusal beside its field; False where it belongs to none here."""
        if known.field == "type_code":
            self._wrong(self.what, known.message)
        elif known.field == "expires":
            self._wrong(self.expires, known.message)
        else:
            return False
        return True

    def take_focus(self) -> None:
        """The first thing to do here."""
        target: QWidget = self.lines[0].relied_on if self.lines else self.what.input
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _form(self) -> QWidget:
        form = QWidget()
        grid = Grid(gap=(12, 8))
        grid.addWidget(self.detail, 0, 0)
        grid.addWidget(self.expires, 0, 1)
        grid.setColumnStretch(0, 3)
        grid.setColumnStretch(1, 2)
        Column(form, gap=8).holding(
            Label(ADD_TITLE, weight="strong"),
            self.what,
            grid,
            Row(gap=12).holding(self.relied_on, None, self.add),
        )
        return form

    def _add(self) -> None:
        for field in (self.what, self.expires):
            field.set_error("")
        code = self.what.input.value()
        if code is None:
            self._wrong(self.what, CHOOSE_WHAT)
            return
        self.added.emit(
            str(code),
            self.detail.input.text(),
            self.expires.input.text(),
            self.relied_on.isChecked(),
        )

    def _wrong(self, field: Field[Lookup] | Field[DateEdit], words: str) -> None:
        field.set_error(words)
        field.input.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, assertive=True)


class EvidenceRow(QWidget):
    """A document: its kind, its dates, and whether the decision relies on it."""

    def __init__(self, line: EvidenceLine) -> None:
        super().__init__()
        self.evidence_id = line.evidence_id
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        dates = [tr("Seen {seen}.").format(seen=line.seen)] if line.seen else []
        dates += [tr("Expires {expires}.").format(expires=line.expires)] if line.expires else []
        detail = [f"{line.detail.rstrip('.')}."] if line.detail else []
        self.relied_on = TickBox(RELIED_ON)
        self.relied_on.setChecked(line.relied_on)
        self.relied_on.setAccessibleName(f"{RELIED_ON}: {line.label}")
        words = Column(gap=0).holding(
            Label(line.label, weight="strong", wrap=True),
            Label(" ".join([*detail, *dates]), scale="small", role="text2", wrap=True),
        )
        row = Row(gap=10, margins=(0, 6, 0, 6))
        row.addWidget(Icon("file-text", role="text2"), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)
        row.addWidget(self.relied_on)
        Column(self).holding(row, Rule())
