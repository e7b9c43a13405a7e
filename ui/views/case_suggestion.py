"""What the rules say, told after the officer has chosen and never before (hazard H12)."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.services.review import Suggestion
from ui.language import tr
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.layout import Icon, Label, Row

AGREE = tr("The rules agree with you")
SAY = tr("The rules say: {choice}")
STILL_ONE = tr("Still to find out: {fact}")
STILL = tr("{count} answers are still to find out. The interview puts the next one.")
SHOW_WHY, READ_RULE = tr("E&xplain"), tr("Read the clause")
UNCONFIRMED = tr("Not confirmed: {words}")


class SuggestionPanel(Card):
    """Made when a choice has been made; before that there is no such widget.

    `why_wanted()` for all the reasons, `rule_wanted(key)` for a page of the guide.
    """

    why_wanted = Signal()
    rule_wanted = Signal(str)

    def __init__(
        self,
        suggestion: Suggestion,
        fact_words: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(ground="tint", margins=(12, 4, 8, 4), gap=2, parent=parent)
        says = AGREE if suggestion.agrees else SAY.format(choice=suggestion.choice_label)
        self.verdict = Label(says, scale="small", weight="strong", role="action", wrap=True)
        self.show_why = Button(SHOW_WHY, kind="text", scale="small", small=True)
        self.show_why.clicked.connect(self.why_wanted)
        head = Row(gap=8)
        head.addWidget(Icon("scale", role="action", size=18))
        head.addWidget(self.verdict, 1)
        head.addWidget(self.show_why)
        self.body.addLayout(head)
        self._line(suggestion.words)
        if suggestion.missing:
            wanted = list(dict.fromkeys(fact_words(name) for name in suggestion.missing))
            one = STILL_ONE.format(fact=wanted[0])
            self._line(one if len(wanted) == 1 else STILL.format(count=len(wanted)))
        for words in suggestion.explanation.unconfirmed:
            self._doubt(UNCONFIRMED.format(words=words))
        self._law(suggestion)
        said = f"{says}. {suggestion.words} {suggestion.regulations}"
        self.setAccessibleName(said)
        announce(self, said)

    def _law(self, suggestion: Suggestion) -> None:
        """The regulations, and the page of the first rule beside them."""
        row = Row(gap=4)
        law = Label(suggestion.regulations, scale="small", weight="strong", wrap=True)
        row.addWidget(law, 1)
        pages = [ground.page for ground in suggestion.explanation.grounds if ground.page]
        if pages:
            self.read_rule = Button(READ_RULE, kind="text", scale="small", small=True)
            self.read_rule.clicked.connect(lambda: self.rule_wanted.emit(pages[0]))
            row.addWidget(self.read_rule)
        self.body.addLayout(row)

    def _line(self, words: str) -> None:
        if words:
            self.body.addWidget(Label(words, scale="small", wrap=True))

    def _doubt(self, words: str) -> None:
        row = Row(gap=8)
        row.addWidget(
            Icon("alert-triangle", role="warn_text", size=16), 0, Qt.AlignmentFlag.AlignTop
        )
        row.addWidget(Label(words, scale="small", weight="label", role="warn_text", wrap=True), 1)
        self.body.addLayout(row)
