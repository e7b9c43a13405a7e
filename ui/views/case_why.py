"""Why the rules say what they say: facts and their evidence, papers, what would change it (H12)."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.explaining import Explanation, Ground, Papers
from ui.language import spoken, tr
from ui.widgets.button import Button
from ui.widgets.layout import Column, Icon, Label, Row, Rule, clear
from ui.widgets.reader import Reader

RESTS_ON, PAPERS = tr("It rests on"), tr("Papers relied on")
WOULD_SETTLE = tr("Any one of these answers would settle it")
WOULD_SUPPORT = tr("Papers that would support it, any one of each")
OTHERWISE = tr("The nearest other outcome")
DOUBTS, NOTES = tr("Not confirmed"), tr("To note")
READ = tr("Read this rule")
READ_NAMED = tr("Read this rule: {words}")
FACT = "{label}: {value}"


class WhyPanel(QWidget):
    """`rule_wanted(key)` opens a page of the guide. It is empty before the officer has chosen."""

    rule_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inside = QWidget()
        self._body = Column(self._inside, gap=8, margins=(2, 2, 8, 8))
        self.reader = Reader(tr("Why the rules say so"), self._inside)
        Column(self).addWidget(self.reader)

    def show_explanation(self, why: Explanation) -> None:
        """What the rules make of the recorded facts."""
        clear(self._body)
        for ground in why.grounds:
            self._ground(ground)
        if why.nearest:
            self._part(OTHERWISE, [why.nearest], icon="scale")
        self._part(WOULD_SETTLE, why.settles, icon="help-circle")
        self._part(WOULD_SUPPORT, [_papers(one) for one in why.papers], icon="file-text")
        self._part(NOTES, why.notes, icon="info-circle")
        self._part(DOUBTS, why.unconfirmed, icon="alert-triangle", role="warn_text")
        self._body.addStretch(1)
        self.reader.show_top(tr("Why the rules say so. {text}").format(text=self.text()))

    def forget(self) -> None:
        """Another case, or another choice to come: nothing of the last is left."""
        clear(self._body)
        self.reader.show_top(tr("Why the rules say so"))

    def take_focus(self) -> None:
        """Onto the text, to be read down by keys."""
        self.reader.setFocus(Qt.FocusReason.OtherFocusReason)

    def text(self) -> str:
        """Everything shown, as read out."""
        shown = self._inside.findChildren(Label)
        return " ".join(label.text() for label in shown if not label.isHidden())

    def _ground(self, ground: Ground) -> None:
        body = self._body
        body.addWidget(Label(ground.words, weight="strong", wrap=True))
        law = " · ".join(part for part in (ground.regulation, spoken(ground.dates)) if part)
        body.addWidget(Label(law, scale="small", role="text2", wrap=True))
        if ground.page:
            read = Button(READ, kind="text", icon="book", scale="small", small=True)
            read.setAccessibleName(READ_NAMED.format(words=ground.words))
            read.clicked.connect(lambda _=False, key=ground.page: self.rule_wanted.emit(key))
            body.addLayout(Row().holding(read, None))
        if ground.facts:
            body.addWidget(Label(RESTS_ON, scale="small", weight="strong"))
        for fact in ground.facts:
            said = FACT.format(label=fact.label, value=spoken(fact.value))
            line = Column(gap=0).holding(
                Label(said, scale="small", wrap=True),
                Label(fact.source, scale="small", role="text2", wrap=True),
            )
            if fact.papers:
                line.addWidget(Label(fact.papers, scale="small", wrap=True))
            row = Row(gap=8)
            row.addWidget(Icon("check", role="success", size=16), 0, Qt.AlignmentFlag.AlignTop)
            row.addLayout(line, 1)
            body.addLayout(row)
        if ground.papers:
            body.addWidget(Label(PAPERS, scale="small", weight="strong"))
            body.addWidget(Label(ground.papers, scale="small", wrap=True))
        body.addWidget(Rule())

    def _part(self, heading: str, lines: Sequence[str], *, icon: str, role: str = "text2") -> None:
        if not lines:
            return
        self._body.addWidget(Label(heading, scale="small", weight="strong", wrap=True))
        for words in lines:
            row = Row(gap=8)
            row.addWidget(Icon(icon, role=role, size=16), 0, Qt.AlignmentFlag.AlignTop)
            row.addWidget(Label(words, scale="small", wrap=True), 1)
            self._body.addLayout(row)


def _papers(one: Papers) -> str:
    return f"{one.label}: {'; or '.join(one.any_of)}."
