"""The papers of a registration, one by one: the page on a dark stage, details below it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget

from app.casework.papers import PaperState
from app.services.paper_lines import EvidenceLine
from ui.language import spoken, tr
from ui.models.documents import PageShown
from ui.widgets.announce import announce
from ui.widgets.attach import AttachBox
from ui.widgets.button import Button, IconButton
from ui.widgets.choices import TickBox
from ui.widgets.layout import Column, Label, Row
from ui.widgets.paper_cards import PaperCards, PaperOnCard
from ui.widgets.stage import Stage

EVIDENCE, PAPER, PLACE = tr("Evidence"), tr("Paper"), tr("{place} of {count}")
SMALLER, LARGER, TURN = tr("Zoom out"), tr("Zoom in"), tr("Turn clockwise")
RELIED_ON, NOT_READ, READ = tr("Relied on"), tr("Not read"), tr("Read")
SEEN, COPIED, DUE, LATE = tr("Seen, no copy"), tr("Copied"), tr("Due {day}"), tr("Late, due {day}")
NO_COPY = tr("No copy was kept. One can be attached below.")
TAKEN_OUT = tr("The copy was taken out: {reason}")
WILL_COME = tr("To be brought by {day}. Nothing to look at yet.")
DRAWING = tr("Opening the page")
PAGE = tr("{paper}, page {number} of {count}")
NUMBER_ENDS, NUMBER_IS, HAS_NUMBER = (
    *(tr("Number ends {end}."), tr("Number {number}.")),
    tr("Number kept."),
)
EXPIRES, EXPIRED, SEEN_ON = tr("Expires {day}."), tr("Expired {day}."), tr("Seen {day}.")
SHOW_NUMBER, HIDE_NUMBER = tr("Show number"), tr("Hide number")
HAS_COME, TAKE_OUT = tr("It has come"), tr("Take out copy")


class EvidenceViewer(QWidget):
    """Asks for pages and acts by signals; holds one page at a time, and none when hidden."""

    page_wanted = Signal(str, int)  # evidence_id, page from 1
    weighed = Signal(str, bool)  # evidence_id, relied on
    number_wanted = Signal(str)
    come = Signal(object)  # EvidenceLine
    removal_wanted = Signal(object)  # EvidenceLine

    def __init__(self, *, officer: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._officer = officer
        self.lines: tuple[EvidenceLine, ...] = ()
        self._open, self._page = "", 1
        self._read: set[str] = set()  # since the lines were told
        self.place = Label("", scale="small", role="text2")
        self.smaller = IconButton("zoom-out", SMALLER, small=True)
        self.larger = IconButton("zoom-in", LARGER, small=True)
        self.turn = IconButton("rotate-clockwise", TURN, small=True)
        self.stage = Stage(PAPER)
        self.cards = PaperCards()
        self.title = Label("", weight="strong", wrap=True)
        self.details = Label("", scale="small", role="text2", wrap=True)
        self.relied_on = TickBox(RELIED_ON)
        self.number = Button(SHOW_NUMBER, kind="text", scale="small", small=True)
        self.has_come = Button(HAS_COME, icon="check", small=True)
        self.take_out = Button(TAKE_OUT, kind="text", scale="small", small=True)
        self.copy = AttachBox()
        self.setAcceptDrops(True)
        self._build()
        self._wire()

    # What is shown

    def show_lines(self, lines: Sequence[EvidenceLine]) -> None:
        """The papers as they stand now; the one that is open stays open."""
        self.lines = tuple(lines)
        here = self.line()
        if here is None and self.lines:
            self._begin_at(self._first().evidence_id)
        elif here is not None:
            self._page = min(self._page, max(here.pages, 1))
        self._show()

    def open(self, evidence_id: str, page: int = 1) -> None:
        """Another paper, from its first page or a later one."""
        if any(one.evidence_id == evidence_id for one in self.lines):
            self._begin_at(evidence_id, page)
            self._show()

    def line(self) -> EvidenceLine | None:
        """The paper that is open."""
        return next((one for one in self.lines if one.evidence_id == self._open), None)

    def show_page(self, shown: PageShown) -> None:
        """A page that was asked for; one that is late for another paper is let go."""
        line = self.line()
        if line is None or (shown.evidence_id, shown.number) != (self._open, self._page):
            return
        name = self._page_name(line)
        self.stage.show_picture(shown.image, name)
        self._read.add(shown.evidence_id)
        self.cards.show_papers([self._on_card(one) for one in self.lines], self._open)
        announce(self, name)

    def show_number(self, evidence_id: str, number: str) -> None:
        """The whole number, until another paper is opened or it is hidden again."""
        line = self.line()
        if line is not None and evidence_id == self._open:
            self.number.set_words(HIDE_NUMBER)
            self.details.setText(_details(line, NUMBER_IS.format(number=number)))
            announce(self, self.details.text())

    def forget(self) -> None:
        """Nobody is open: no page, no number, no word of a paper is left."""
        self.lines, self._open, self._page = (), "", 1
        self._read.clear()
        self.stage.forget()
        self.cards.show_papers((), "")
        for label in (self.place, self.title, self.details):
            label.clear()

    def turn_over(self, by: int) -> None:
        """Another page of the same paper."""
        line = self.line()
        if line is not None and 1 <= self._page + by <= line.pages:
            self._page += by
            self._show_page_of(line)

    def take_focus(self) -> None:
        """Onto the stage: its keys look at what is open."""
        self.stage.setFocus(Qt.FocusReason.OtherFocusReason)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """A file may be let go anywhere here."""
        self.copy.drag(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """It is attached."""
        self.copy.drop(event)

    # Within

    def _begin_at(self, evidence_id: str, page: int = 1) -> None:
        """Another paper lies upright; pages of the same one stay as they were turned."""
        if evidence_id != self._open:
            self.stage.forget()
        self._open, self._page = evidence_id, page

    def _first(self) -> EvidenceLine:
        """What there is something to look at in, before what there is not."""
        return next((one for one in self.lines if one.pages), self.lines[0])

    def _show(self) -> None:
        line = self.line()
        self.cards.show_papers([self._on_card(one) for one in self.lines], self._open)
        if line is None:
            return
        place = self.lines.index(line) + 1
        self.place.setText(PLACE.format(place=place, count=len(self.lines)))
        self.number.set_words(SHOW_NUMBER)
        self.number.setVisible(line.has_number)
        promised = line.state is PaperState.PROMISED
        self.has_come.setVisible(promised)
        self.copy.setVisible(True)
        self.take_out.setVisible(bool(line.pages))
        self.relied_on.setVisible(self._officer and not promised)
        self.relied_on.setChecked(line.relied_on)
        self.relied_on.setAccessibleName(f"{RELIED_ON}: {line.short}")
        for button in (self.smaller, self.larger, self.turn):
            button.setEnabled(bool(line.pages))
        self._show_page_of(line)

    def _show_page_of(self, line: EvidenceLine) -> None:
        self.title.setText(self._page_name(line))
        self.title.setToolTip(line.label)
        self.details.setText(_details(line, _number_words(line)))
        if line.pages:
            self.stage.show_words(DRAWING)
            self.page_wanted.emit(line.evidence_id, self._page)
        else:
            self.stage.show_words(_why_nothing(line))

    def _page_name(self, line: EvidenceLine) -> str:
        if line.pages < 2:
            return line.short
        return PAGE.format(paper=line.short, number=self._page, count=line.pages)

    def _on_card(self, line: EvidenceLine) -> PaperOnCard:
        return PaperOnCard(
            evidence_id=line.evidence_id,
            title=line.short,
            words=_standing(
                line, officer=self._officer, read=line.read or line.evidence_id in self._read
            ),
            alert=line.late,
        )

    def _toggle_number(self) -> None:
        line = self.line()
        if line is None:
            return
        if self.number.text() == SHOW_NUMBER:
            self.number_wanted.emit(line.evidence_id)
        else:
            self.number.set_words(SHOW_NUMBER)
            self.details.setText(_details(line, _number_words(line)))

    def _build(self) -> None:
        head = Row(gap=6).holding(
            *(Label(EVIDENCE if self._officer else PAPER, weight="strong"), self.place, None),
            *(self.smaller, self.larger, self.turn),
        )
        told = Row(gap=12)
        told.addWidget(self.title, 1)
        told.addWidget(self.relied_on)
        below = Column(gap=0)
        below.addLayout(told)
        below.addWidget(self.details)
        for part in (self.has_come, self.number, self.take_out):
            self.copy.offer.addWidget(part)
        column = Column(self, gap=8)
        column.addLayout(head)
        column.addWidget(self.stage, 1)
        column.addWidget(self.cards)
        column.addLayout(below)
        column.addWidget(self.copy)

    def _wire(self) -> None:
        self.smaller.clicked.connect(self.stage.smaller)
        self.larger.clicked.connect(self.stage.larger)
        self.turn.clicked.connect(self.stage.rotate_right)
        self.stage.page_wanted.connect(self.turn_over)
        self.cards.chosen.connect(self.open)
        self.relied_on.clicked.connect(lambda on: self.weighed.emit(self._open, bool(on)))
        self.number.clicked.connect(self._toggle_number)
        self.has_come.clicked.connect(lambda: self.come.emit(self.line()))
        self.take_out.clicked.connect(lambda: self.removal_wanted.emit(self.line()))


def _standing(line: EvidenceLine, *, officer: bool, read: bool) -> str:
    """How a paper stands, in two or three words."""
    if line.state is PaperState.PROMISED:
        return (LATE if line.late else DUE).format(day=spoken(line.promised))
    if line.relied_on and officer:
        return RELIED_ON
    if not line.pages:
        return SEEN
    if not officer:
        return COPIED
    return READ if read else NOT_READ


def _number_words(line: EvidenceLine) -> str:
    if line.number_ends:
        return NUMBER_ENDS.format(end=line.number_ends)
    return HAS_NUMBER if line.has_number else ""


def _details(line: EvidenceLine, number: str) -> str:
    ends = EXPIRED if line.expired else EXPIRES
    return " ".join(
        part
        for part in (
            number,
            ends.format(day=spoken(line.expires)) if line.expires else "",
            f"{line.detail.rstrip('.')}." if line.detail else "",
            SEEN_ON.format(day=spoken(line.seen)) if line.seen else "",
        )
        if part
    )


def _why_nothing(line: EvidenceLine) -> str:
    if line.state is PaperState.PROMISED:
        return WILL_COME.format(day=spoken(line.promised))
    return TAKEN_OUT.format(reason=line.removed) if line.removed else NO_COPY
