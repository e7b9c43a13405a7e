"""Letters: choose one, say what only you know, see it, write it; and who was told what."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QWidget

from app.casework.letter_kinds import LetterKind
from app.core.dates import parse_iso
from app.core.errors import BadInput, Known
from app.services.letter_register import Told
from app.services.letters import LetterChoices
from ui.bound import bound
from ui.days import show
from ui.language import told, tr
from ui.models.letters import LettersModel
from ui.widgets.announce import announce
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.choices import TickBox
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, DateEdit, LineEdit, Notes
from ui.widgets.layout import Column, Label, Row, Rule, clear
from ui.widgets.scroll import Scroll
from ui.widgets.typed import Typed

WHICH, MISSING, REPLY_BY = tr("Which letter"), tr("What is missing, one to a line"), tr("Reply by")
SIGNER = tr("Who undertakes to pay, where that is not the patient")
RELATION = tr("How they are related to the patient")
LARGE = tr("Large print")
SEE, WRITE = tr("&Look at it first"), tr("&Write the letter")
CHOOSE = tr("Choose a letter first.")
BACK, TITLE = tr("&Back to the account"), tr("Letters")
WHOSE = tr("{payer}, invoice {doc_no}, case {ref}")
TOLD, NOTHING = tr("Who was told what"), tr("Nothing has been given out yet.")
NOT_SENT = tr("Not marked as sent")
WAYS = {"posted": tr("Posted"), "handed": tr("Handed over"), "emailed": tr("Emailed")}
READERS = {"patient": tr("the patient"), "doctor": tr("the clinician")}
STILL = tr("Told of a charge that was taken off, and not told so yet: {readers}.")
_ASKS = (LetterKind.REQUEST_FOR_INFORMATION, LetterKind.REQUEST_REMINDER)
_DATED = (*_ASKS, LetterKind.ADVICE_REQUEST)
_INSET = 4  # beside the fields, for the ring of the focus


class LettersPanel(QWidget):
    """`read_wanted(title, file_id)` asks to read a paper given out before."""

    read_wanted = Signal(str, str)

    def __init__(
        self, model: LettersModel, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._given = LetterChoices()
        self._wanted: LetterKind | None = None
        self._see: dict[str, Button] = {}
        self._marked = self._about = ""
        self.which = Field(WHICH, Choice())
        self.missing = Field(MISSING, Notes(lines=4))
        self.reply_by = Field(REPLY_BY, DateEdit(today))
        self.signer = Field(SIGNER, LineEdit())
        self.relation = Field(RELATION, LineEdit())
        self.large = TickBox(LARGE)
        self.problem = Label("", weight="strong", role="error", wrap=True)
        self.see = Button(SEE, icon="file-text")
        self.write = Button(WRITE, kind="primary", icon="mail")
        self.still = Label("", weight="strong", role="warn_text", wrap=True)
        self._list = QWidget()
        self._papers = Column(self._list, gap=2)
        self._typed = Typed(self, "letter", read=self._filled, show=self._put)
        self._build()
        self._wire()
        self._show_fields()
        self._say("")
        self._show_told((), ())

    def open_case(
        self,
        ref: str,
        doc_no: str = "",
        given: LetterChoices | None = None,
        *,
        wanted: LetterKind | None = None,
    ) -> None:
        """Take up a case, or an invoice of it; `given` is what the page around it knows.

        `wanted` is the letter somebody asked for already.
        """
        self._typed.set_down()
        self._about = f"{ref} {doc_no}"
        self._given = given or LetterChoices()
        self._wanted = wanted
        self.which.input.set_value(None)
        for field in (self.signer, self.relation, self.reply_by):
            field.input.clear()
        self.missing.input.setPlainText("")
        self._show_fields()
        self._say("")
        self._model.open(ref, doc_no)

    def refuse(self, known: Known) -> None:
        """Say what to put right, beside the field it is about."""
        fields: dict[str, Field[Notes] | Field[DateEdit] | Field[LineEdit]] = {
            "missing": self.missing,
            "reply_by": self.reply_by,
            "signer": self.signer,
            "relation": self.relation,
        }
        field = fields.get(known.field or "")
        if field is not None and field.isVisible():
            field.set_error(told(known))
            field.input.setFocus()
            announce(self, told(known), assertive=True)
        else:
            self._say(told(known))

    def take_focus(self) -> None:
        """Which letter."""
        self.which.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        foot = Row(gap=12).holding(self.write, self.see, None)
        inside = QWidget()
        Column(inside, gap=10, margins=(_INSET, 4, 6, 8)).holding(
            *(self.which, self.missing, self.reply_by, self.signer, self.relation),
            *(self.large, self.problem, foot, Rule(), self.still, self._list, None),
        )
        Column(self).addWidget(Scroll(inside))

    def _wire(self) -> None:
        self.which.input.chosen.connect(lambda _kind: self._show_fields())
        self.see.clicked.connect(lambda: self._act(self._model.preview))
        self.write.clicked.connect(lambda: self._act(self._model.write))
        self._model.offered.connect(self._offer)
        self._model.usual.connect(self._show_usual)
        self._model.written.connect(bound(self, lambda *_letter: self._typed.done()))
        self._model.told.connect(self._show_told)
        self._model.refused.connect(self.refuse)

    def _offer(self, kinds: Sequence[tuple[LetterKind, str]]) -> None:
        self.which.input.set_choices(kinds)
        self.which.input.set_value(self._wanted)
        self._show_fields()

    def _show_usual(self, usual: LetterChoices) -> None:
        self.missing.input.setPlainText("\n".join(usual.missing))
        self.large.setChecked(bool(usual.large_print))
        self._typed.take_up(self._about)

    def _filled(self) -> tuple[object, ...]:
        texts = (one.input.text() for one in (self.missing, self.signer, self.relation))
        return (
            self.which.input.value(),
            *texts,
            self.reply_by.input.text(),
            self.large.isChecked(),
        )

    def _put(self, filled: tuple[object, str, str, str, str, bool]) -> None:
        """As it stood; a letter that is asked for by name stays the one chosen."""
        which, missing, signer, relation, reply_by, large = filled
        if self._wanted is None:
            self.which.input.set_value(which)
        self.missing.input.setPlainText(missing)
        self.signer.input.setText(signer)
        self.relation.input.setText(relation)
        self.reply_by.input.setText(reply_by)
        self.large.setChecked(large)
        self._show_fields()

    def _kind(self) -> LetterKind | None:
        """The letter chosen; the box hands its name back as plain text."""
        name = self.which.input.value()
        return LetterKind(str(name)) if name is not None else None

    def _show_fields(self) -> None:
        """Only what the chosen letter asks for."""
        kind = self._kind()
        self._clear_errors()
        self.missing.setVisible(kind in _ASKS)
        self.reply_by.setVisible(kind in _DATED)
        for field in (self.signer, self.relation):
            field.setVisible(kind is LetterKind.UNDERTAKING)

    def _act(self, act: Callable[[LetterKind, LetterChoices], None]) -> None:
        self._say("")
        self._clear_errors()
        kind = self._kind()
        if kind is None:
            self.which.set_error(CHOOSE)
            self.which.input.setFocus()
            announce(self, CHOOSE, assertive=True)
            return
        try:
            choices = self._choices(kind)
        except BadInput as wrong:
            self.refuse(BadInput(wrong.code, wrong.message, "reply_by"))
            return
        act(kind, choices)

    def _choices(self, kind: LetterKind) -> LetterChoices:
        """What the fields say; raises BadInput for a day that is none."""
        chosen = replace(self._given, large_print=self.large.isChecked())
        if kind in _ASKS:
            chosen = replace(chosen, missing=tuple(self.missing.input.text().splitlines()))
        if kind in _DATED:
            chosen = replace(chosen, reply_by=self.reply_by.input.value())
        if kind is LetterKind.UNDERTAKING:
            signer, relation = self.signer.input.text(), self.relation.input.text()
            chosen = replace(chosen, signer=signer, relation=relation)
        return chosen

    def _show_told(self, papers: Sequence[Told], waiting: Sequence[str]) -> None:
        focus = QApplication.focusWidget()
        was_here = focus is not None and self._list.isAncestorOf(focus)
        self._see = {}
        clear(self._papers)
        self.still.setText(STILL.format(readers=", ".join(map(_reader, waiting))))
        self.still.setVisible(bool(waiting))
        self._papers.addWidget(Label(TOLD, weight="strong"))
        if not papers:
            self._papers.addWidget(Label(NOTHING, role="text2", wrap=True))
        for paper in reversed(papers):
            self._papers.addWidget(self._row(paper))
        if was_here and self._marked in self._see:  # the button pressed is gone
            self._see[self._marked].setFocus()

    def _row(self, paper: Told) -> QWidget:
        """One paper: what, to whom and when, how it went out, and what can be done with it."""
        on = show(parse_iso(paper.at[:10]))
        told = tr("To {reader}, {on}. {sent_words}.").format(
            reader=_reader(paper.to_whom), on=on, sent_words=_sent_words(paper)
        )
        part = QWidget()
        row = Row(part, gap=8, margins=(0, 4, 0, 4))
        words = Column().holding(
            Label(paper.title, wrap=True), Label(told, scale="small", role="text2", wrap=True)
        )
        row.addLayout(words, 1)
        see = _small(
            tr("See"), paper.title, lambda: self.read_wanted.emit(paper.title, paper.file_id)
        )
        self._see[paper.file_id] = see
        row.addWidget(see)
        for how in ("posted", "handed"):
            if not paper.sent:
                row.addWidget(_small(WAYS[how], paper.title, self._marking(paper, how)))
        return part

    def _marking(self, paper: Told, how: str) -> Callable[[], object]:
        def mark() -> None:
            self._marked = paper.file_id
            self._model.mark_sent(paper.file_id, how)

        return mark

    def _clear_errors(self) -> None:
        for field in (self.which, self.missing, self.reply_by, self.signer, self.relation):
            field.set_error("")

    def _say(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
        if words:
            announce(self, words, assertive=True)


class LettersPage(QWidget):
    """The same on a page of its own, for an account; `back()` to where it was opened."""

    back = Signal()

    def __init__(
        self, model: LettersModel, today: Callable[[], date], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.panel = LettersPanel(model, today)
        self.close_button = Button(BACK, icon="chevron-left")
        self.who = Label("", role="text2", wrap=True)
        card = Card(TITLE, scale="screen")
        card.head.set_margins((_INSET, 0, 8, 0))
        card.body.addLayout(Row(margins=(_INSET, 0, 0, 0)).holding(self.who))
        card.body.addWidget(self.panel, 1)
        column = Column(self, gap=14, margins=(24, 12, 24, 16))
        column.addLayout(Row().holding(self.close_button, None))
        column.addWidget(card, 1)
        self.close_button.clicked.connect(self.back)

    def open(self, ref: str, doc_no: str, payer: str, *, wanted: LetterKind | None = None) -> None:
        """The letters of an invoice; whose it is stands over them (hazard H4)."""
        self.who.setText(WHOSE.format(payer=payer, doc_no=doc_no, ref=ref))
        self.panel.open_case(ref, doc_no, wanted=wanted)
        self.panel.which.input.setFocus()


def _small(words: str, title: str, act: Callable[[], object]) -> Button:
    button = Button(words, kind="text", scale="small", small=True)
    button.setAccessibleName(f"{words}: {title}")
    button.clicked.connect(lambda: act())
    return button


def _reader(to_whom: str) -> str:
    return READERS.get(to_whom, tr("payer {to_whom}").format(to_whom=to_whom))


def _sent_words(paper: Told) -> str:
    if not paper.sent:
        return NOT_SENT
    last = paper.sent[-1]
    return f"{WAYS[last.how]} {show(last.sent_on)}"
