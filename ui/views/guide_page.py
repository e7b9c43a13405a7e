"""One page of the guide: what a rule says in plain words, and beside it the law it rests on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.services.reference import Page, PageKind, Told
from ui.language import spoken, tr
from ui.theme import Scale, current
from ui.widgets.card import SIDE, Card
from ui.widgets.chip import Chip
from ui.widgets.flow import Flow
from ui.widgets.layout import Column, Icon, Label, Row, clear
from ui.widgets.reader import Reader

IN_SHORT, COVERS, ASKS, ENDS = (
    tr("In short"),
    tr("It covers"),
    tr("It holds when"),
    tr("It ends when"),
)
AT_THE_DESK, EVIDENCE, EXAMPLES = tr("At the desk"), tr("Evidence"), tr("Examples")
EVIDENCE_NOTE = tr("Any of these supports it. None is compulsory, and care does not wait for it.")
NO_EVIDENCE = tr("No document is named for this.")
THE_LAW, WHO, DOUBT = tr("The law"), tr("Who says so"), tr("How sure this is")
CONFIRMED = tr("Compared with the law.")
NOT_CONFIRMED = tr("Not confirmed: ask the overseas visitor manager before relying on it.")
SOURCE, CHECKED = tr("Source: {source}"), tr("Last compared on {day}.")
DOUBTFUL, PRIVATE = tr("Not confirmed"), tr("Private")
HOLDS, FAILS = tr("Holds"), tr("Does not hold")
_HELD, _FAILED = (HOLDS, "check", "success"), (FAILS, "x", "text2")
_SIDE_WIDTH, _WIDE_FROM = 284, 700
_LOW_UNDER = 240  # of its height: the title scrolls with the text


class GuidePageView(QWidget):
    """Title and chip, the text, the side cards; one column where there is no room for two.

    Where the page is low the title scrolls away with the text, so that neither is cut.
    """

    def __init__(self, *, scale: Scale = "screen", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = Label("", scale=scale, weight="strong", wrap=True)
        self._chips = QWidget()
        self._chip_row = Flow(self._chips)
        self._text = Card(margins=(24, 18, 24, 20), gap=6)
        self._evidence = Card(EVIDENCE, scale="body", margins=(24, 14, 24, 18), gap=6)
        self._examples = Card(EXAMPLES, scale="body", margins=(24, 14, 24, 18), gap=8)
        self._law = Card(THE_LAW, icon="scale", scale="body", margins=SIDE, gap=6)
        self._who = Card(WHO, icon="user", scale="body", margins=SIDE, gap=6)
        self._doubt = Card(DOUBT, icon="info-circle", scale="body", margins=SIDE, gap=6)
        main, side = QWidget(), QWidget()
        Column(main, gap=14).holding(self._text, self._examples, self._evidence, None)
        Column(side, gap=14).holding(self._law, self._who, self._doubt, None)
        self._side = side
        self._columns = Row(gap=14)
        self._columns.addWidget(main, 1)
        self._columns.addWidget(side)
        inside = QWidget()
        self._scrolled = Column(inside, gap=6, margins=(2, 2, 6, 6)).holding(self._columns)
        self.reader = Reader(tr("Page of the guide"), inside)
        self._head = QWidget()
        Column(self._head, gap=6, margins=(8, 0, 8, 0)).holding(self.title, self._chips)
        self._whole = Column(self, gap=6).holding(self._head)
        self._whole.addWidget(self.reader, 1)

    def show_page(self, page: Page) -> None:
        """Another page."""
        self.title.setText(page.title)
        self._show_chips(page)
        self._show_text(page)
        self._show_examples(page.examples)
        self._show_evidence(page)
        self._show_side(page)
        self.reader.show_top(f"{page.title}. {page.in_short or page.covers}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Two columns or one."""
        super().resizeEvent(event)
        self.restyle()

    def restyle(self) -> None:
        """Measure again in the current theme."""
        theme = current()
        wide = self.width() >= theme.px(_WIDE_FROM)
        across = QBoxLayout.Direction.LeftToRight
        self._columns.setDirection(across if wide else QBoxLayout.Direction.TopToBottom)
        self._side.setMinimumWidth(theme.px(_SIDE_WIDTH) if wide else 0)
        self._side.setMaximumWidth(theme.px(_SIDE_WIDTH) if wide else 16_777_215)
        low = self.height() < theme.px(_LOW_UNDER)
        home, other = (self._scrolled, self._whole) if low else (self._whole, self._scrolled)
        if home.indexOf(self._head) < 0:
            other.removeWidget(self._head)
            home.insertWidget(0, self._head)

    def text(self) -> str:
        """Everything the page shows, as read out."""
        return " ".join(label.text() for label in self.findChildren(Label) if label.text())

    def _show_chips(self, page: Page) -> None:
        clear(self._chip_row)
        self._chip_row.addWidget(Chip(page.chip, "free_service" if page.free else "neutral"))
        if not page.confirmed:
            self._chip_row.addWidget(Chip(DOUBTFUL, "on_hold"))
        if page.sensitive:
            self._chip_row.addWidget(Chip(PRIVATE, "neutral", icon="lock"))

    def _show_text(self, page: Page) -> None:
        body = self._text.body
        clear(body)
        self._part(IN_SHORT, page.in_short)
        self._part(COVERS, page.covers)
        self._list(ASKS, page.asks, "check", "success")
        self._list(ENDS, page.ends, "x", "text2")
        self._part(AT_THE_DESK, page.at_the_desk)

    def _part(self, heading: str, words: str) -> None:
        if words:
            self._text.body.addWidget(Label(heading, weight="strong", wrap=True))
            self._text.body.addWidget(Label(words, wrap=True))

    def _list(self, heading: str, lines: Sequence[str], icon: str, role: str) -> None:
        if lines:
            self._text.body.addWidget(Label(heading, weight="strong", wrap=True))
            for line in lines:
                self._text.body.addLayout(_marked(icon, role, line))

    def _show_examples(self, examples: Sequence[Told]) -> None:
        clear(self._examples.body)
        self._examples.setVisible(bool(examples))
        for told in examples:
            said, icon, role = _HELD if told.holds else _FAILED
            result = f" ({told.result})" if told.result else ""
            line = Column(gap=2).holding(
                Label(f"{said}{result}", scale="small", weight="label", role="text2"),
                Label(told.text, wrap=True),
            )
            row = Row(gap=10)
            row.addWidget(Icon(icon, role=role), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(line, 1)
            self._examples.body.addLayout(row)

    def _show_evidence(self, page: Page) -> None:
        body = self._evidence.body
        clear(body)
        self._evidence.setVisible(page.kind is not PageKind.DISEASE)
        note = EVIDENCE_NOTE if page.evidence else NO_EVIDENCE
        body.addWidget(Label(note, scale="small", role="text2", wrap=True))
        for line in page.evidence:
            body.addLayout(_marked("file-text", "text2", line))

    def _show_side(self, page: Page) -> None:
        for card in (self._law, self._who, self._doubt):
            clear(card.body)
        self._law.setVisible(bool(page.regulation))
        self._law.body.holding(
            Label(page.regulation, scale="small", wrap=True),
            Label(page.dates, scale="small", role="text2", wrap=True),
        )
        self._who.setVisible(bool(page.witnesses))
        for witness in page.witnesses:
            self._who.body.addWidget(Label(witness.role, scale="small", weight="strong", wrap=True))
            self._who.body.addWidget(Label("; ".join(witness.facts), scale="small", wrap=True))
        self._doubt.setVisible(bool(page.source or page.note))
        lines = [CONFIRMED if page.confirmed else NOT_CONFIRMED, page.note]
        lines.append(CHECKED.format(day=spoken(page.checked)) if page.checked else "")
        for line in filter(None, lines):
            self._doubt.body.addWidget(Label(line, scale="small", wrap=True))
        if page.source:
            source = SOURCE.format(source=_breakable(page.source))
            self._doubt.body.addWidget(Label(source, scale="small", role="text2", wrap=True))


def _marked(icon: str, role: str, words: str) -> Row:
    row = Row(gap=10)
    row.addWidget(Icon(icon, role=role, size=18), 0, Qt.AlignmentFlag.AlignTop)
    row.addWidget(Label(words, wrap=True), 1)
    return row


def _breakable(address: str) -> str:
    """An address that may be broken at its marks, so that a narrow card does not cut it."""
    for mark in ("/", "-", "."):
        address = address.replace(mark, f"{mark}\u200b")
    return address
