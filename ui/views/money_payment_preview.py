"""What taking in a payment file would do, before it is done; then how far it is."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from app.billing.matching import State
from app.services.remitting import PaymentIn, Preview, RowFault
from ui.cells import Cell
from ui.days import show
from ui.delegates.rows import Rows
from ui.language import as_shown, tr
from ui.models.listing import Line, Listing
from ui.models.money_payments import nothing_new
from ui.theme import current
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.layout import Column, Label, Row
from ui.widgets.progress import ProgressSteps
from ui.widgets.scroll import Scroll
from ui.widgets.table import Table

LOOKING = tr("Looking at the file")
ONE, SOME = tr("{kind}: 1 payment"), tr("{kind}: {count} payments")
MATCHES, LOOKS, KNOWN = tr("Would be matched"), tr("Would wait for a person"), tr("Known already")
LEFT_OUT = tr("No payment received")
COUNT = "{count}, {total}"
FAULTY = tr("Nothing of this file can be taken in until every row can be read.")
MORE = tr("{count} more rows cannot be read.")
TAKE, BACK, STOP = tr("&Take them in"), tr("&Back, nothing is taken in"), tr("&Stop")
DONE_OF = tr("{done} of {of}")
_COLUMNS = (
    (tr("What it says"), None),
    (tr("Day"), 104),
    (tr("Amount"), 112),
    (tr("What becomes of it"), 190),
)
_DAY = 1
_WORDS = {
    State.MATCHED: tr("For {to}"),
    State.WAITING: tr("Waits"),
    State.KNOWN: tr("Known already"),
}
_ICONS = {State.MATCHED: "circle-check", State.WAITING: "clock", State.KNOWN: "check"}
_DASHES, _MOST_FAULTS, _LEAST_TABLE, _NARROW = 20, 5, 180, 640


class PreviewPage(QWidget):
    """`wanted(Preview)` takes it in, `stop` ends that or the looking, `back` leaves it alone."""

    back = Signal()
    stop = Signal()
    wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.preview: Preview | None = None
        self.going = False
        self.card = Card(" ", scale="screen", gap=12, margins=(28, 22, 28, 24))
        self.said = Label("", weight="strong", wrap=True)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.facts = Facts(tr("What would be done"), label_width=210)
        self.listing = Listing([head for head, _ in _COLUMNS], self)
        self.table = Table(
            tr("Payments of the file"), [width for _, width in _COLUMNS], dense=False
        )
        self.table.setModel(self.listing)
        self.table.setItemDelegate(Rows(self.table))
        self.why = Label("", role="text2", wrap=True)
        self.progress = ProgressSteps()
        self.far = Label("", role="text2")
        self.take = Button(TAKE, kind="primary", icon="check", main=True)
        self.go_back = Button(BACK, main=True)
        self.cancel = Button(STOP, main=True, icon="x")
        body = self.card.body
        for part in (self.said, self.problem, self.facts):
            body.addWidget(part)
        body.addWidget(self.table, 1)
        body.addLayout(Row(margins=(0, 6, 0, 0)).holding(self.why))
        body.addLayout(Row(gap=12).holding(self.progress, self.far))
        body.addLayout(Row(gap=12).holding(self.take, self.cancel, self.go_back, None))
        inside = QWidget()
        Column(inside, margins=(24, 16, 24, 16)).addWidget(self.card, 1)
        Column(self).addWidget(Scroll(inside))
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._show_why())
        self.take.clicked.connect(self._take)
        self.cancel.clicked.connect(self.stop)
        self.go_back.clicked.connect(self.back)
        self._show_going(False)
        self.restyle()

    def restyle(self) -> None:
        """The list keeps some rows at any text size; where it is narrow, its days give way."""
        theme = current()
        narrow = self.width() < theme.px(_NARROW)
        widths = [width for _, width in _COLUMNS]
        self.table.setColumnHidden(_DAY, narrow)
        self.table.set_widths([*widths[:_DAY], 0, *widths[_DAY + 1 :]] if narrow else widths)
        self.table.setMinimumHeight(theme.px(_LEAST_TABLE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrow page, or a wide one again."""
        super().resizeEvent(event)
        self.restyle()

    def look(self) -> None:
        """A file is being looked at."""
        self.preview = None
        self.card.set_title(LOOKING)
        self._put(self.said, "")
        self._put(self.problem, "")
        self._put(self.why, "")
        self.facts.show_facts(())
        self.table.hide()
        self.show_progress(0, 1)
        self.far.setText("")
        self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)

    def ask(self, preview: Preview) -> None:
        """Show what a file would do; a file that brings nothing new has nothing to take."""
        self.preview = preview
        statement = preview.file.statement
        known = nothing_new(preview)
        faults = statement.faults
        self.card.set_title(
            (ONE if len(preview.payments) == 1 else SOME).format(
                kind=preview.kind, count=len(preview.payments)
            )
        )
        self._put(self.said, known)
        self._put(self.problem, _problems(faults, [as_shown(one) for one in statement.warnings]))
        self.facts.show_facts(_facts(preview))
        self.listing.show_things(preview.payments, _line)
        self.table.go_to(0)
        self.table.setVisible(bool(preview.payments))
        self._show_why()
        self._show_going(False)
        self.take.setVisible(not known and not faults and bool(preview.payments))
        first = self.take if self.take.isVisibleTo(self) else self.go_back
        (self.table if preview.payments else first).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, known or self.facts.text())

    def show_progress(self, done: int, of: int) -> None:
        """How many of the payments are through."""
        self._show_going(True)
        self.progress.show_progress(done * _DASHES // max(of, 1), _DASHES)
        self.progress.setAccessibleDescription(DONE_OF.format(done=done, of=of))
        self.far.setText(DONE_OF.format(done=done, of=of))

    def ended(self) -> None:
        """The file is through, stopped or refused."""
        self._show_going(False)

    def _take(self) -> None:
        if self.preview is not None and not self.going:
            self._show_going(True)
            self.cancel.setFocus(Qt.FocusReason.OtherFocusReason)
            self.wanted.emit(self.preview)

    def _show_why(self) -> None:
        one = self.listing.thing_at(self.table.row())
        self._put(self.why, as_shown(one.why) if isinstance(one, PaymentIn) else "")

    def _show_going(self, going: bool) -> None:
        self.going = going
        for part in (self.progress, self.far, self.cancel):
            part.setVisible(going)
        for part in (self.take, self.go_back):
            part.setVisible(not going)

    @staticmethod
    def _put(label: Label, words: str) -> None:
        label.setText(words)
        label.setVisible(bool(words))


def _facts(preview: Preview) -> list[tuple[str, str]]:
    facts = [
        (label, COUNT.format(count=found[0], total=found[1]))
        for label, state in ((MATCHES, State.MATCHED), (LOOKS, State.WAITING), (KNOWN, State.KNOWN))
        if (found := preview.sums.get(state))
    ]
    left_out = len(preview.file.statement.left_out)
    return [*facts, (LEFT_OUT, str(left_out))] if left_out else facts


def _problems(faults: Sequence[RowFault], warnings: list[str]) -> str:
    said = list(warnings)
    if faults:
        said += [*(as_shown(fault.message) for fault in faults[:_MOST_FAULTS]), FAULTY]
    if len(faults) > _MOST_FAULTS:
        said.insert(-1, MORE.format(count=len(faults) - _MOST_FAULTS))
    return "\n".join(said)


def _line(one: PaymentIn) -> Line:
    becomes = _WORDS[one.state].format(to=one.to)
    role = "success" if one.state is State.MATCHED else "text2"
    return Line(
        one,
        (
            Cell(one.said or one.payer),
            Cell(show(one.on)),
            Cell(one.sum, strong=True, right=True),
            Cell(becomes, icon=_ICONS[one.state], icon_role=role),
        ),
        f"{show(one.on)}, {one.sum}, {one.said} {one.payer}, {becomes}. {as_shown(one.why)}",
    )
