"""Money, reminders: what may go today, and what somebody must look at before anything goes."""

from __future__ import annotations

from app.services.collection import Batch, Due
from app.services.letters import WrittenLetter
from ui.cells import Cell
from ui.days import show
from ui.language import tr
from ui.models.listing import Line
from ui.models.pdf import PdfModel
from ui.models.reminders import RemindersModel
from ui.views.account_words import ACTS
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_list import ListPanel
from ui.widgets.button import Button
from ui.widgets.check import Check

NOTHING = tr("Nothing is due today. What rests or is promised is not on this list.")
WRITE, REFER, SEE, OPEN = (
    tr("&Write it"),
    tr("&Refer it"),
    tr("&See it first"),
    tr("&Open the account"),
)
WRITE_ALL, ALL_TITLE = tr("Write &all {count} letters"), tr("Check before all are written")
CONFIRM_ALL = tr("&Write all of them")
LOOK = tr("No letter goes before somebody looked. Open the account, and say what was done.")
BATCH_THEN = tr("Each is dated today and kept in the register. Printing and posting them is yours.")
WRITTEN, REFERRED = tr("{count} letters written."), tr("Referred.")
PREVIEW, NOT_WRITTEN = tr("As it would be written"), tr("Nothing was written or sent yet.")
_COLUMNS = ((tr("Invoice"), 134), (tr("Payer"), None), (tr("What"), 190))


class RemindersPanel(ListPanel[Due]):
    """A letter is seen, checked and written; a task leads to its account."""

    def __init__(self, model: RemindersModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label=tr("Reminders"), columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        self._letters: tuple[Due, ...] = ()
        model.previewed.connect(self._show_preview)
        model.written.connect(self._show_written)
        model.batch_written.connect(self._tell_batch)

    def line_of(self, thing: Due) -> Line:
        """Invoice, payer, what."""
        icon = ("mail" if thing.is_letter else "flag") if thing.step else "phone"
        return Line(
            thing,
            (
                Cell(thing.doc_no),
                Cell(thing.payer, strong=True),
                Cell(thing.what, icon=icon, icon_role="text2"),
            ),
            tr("{doc_no}, {payer}, {what}, {owed} owed").format(
                doc_no=thing.doc_no, payer=thing.payer, what=thing.what, owed=thing.owed
            ),
        )

    def key_of(self, thing: Due) -> str:
        """The invoice and what is due on it."""
        return f"{thing.doc_no} {thing.what}"

    def show_head(self, things: tuple[Due, ...]) -> None:
        """Kept for the batch."""
        self._letters = tuple(one for one in things if one.is_letter)

    def show_thing(self, thing: Due | None) -> None:
        """What is due, and what can be done with it."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
            return
        self.detail.put(
            name=thing.payer,
            what=tr("Invoice {doc_no} of {issued_on}").format(
                doc_no=thing.doc_no, issued_on=show(thing.issued_on)
            ),
            figure=str(thing.owed),
            of=tr("owed"),
            facts=((tr("Due today"), thing.what),)
            if thing.step
            else ((tr("To look at"), thing.what),),
            note="" if thing.step else LOOK,
            buttons=self._buttons(thing),
        )

    def _buttons(self, due: Due) -> tuple[Button, ...]:
        opens = Button(OPEN, kind="secondary" if due.step else "primary", icon="folder")
        opens.clicked.connect(lambda: self.account_wanted.emit(due.doc_no))
        buttons = [opens]
        if due.step:
            write = Button(WRITE if due.is_letter else REFER, kind="primary", icon="mail")
            write.clicked.connect(lambda: self._check(due))
            buttons.insert(0, write)
        if due.is_letter:
            see = Button(SEE, icon="search")
            see.clicked.connect(lambda: self.model.preview(due))
            buttons.insert(1, see)
        if len(self._letters) > 1:
            every = Button(WRITE_ALL.format(count=len(self._letters)), icon="mail")
            every.clicked.connect(self._check_all)
            buttons.append(every)
        return tuple(buttons)

    def _check(self, due: Due) -> None:
        self.tell("")
        words = ACTS["send"]
        facts = (
            (tr("Invoice"), due.doc_no),
            (tr("Payer"), due.payer),
            (tr("Goes"), due.what),
            (tr("Owed"), str(due.owed)),
        )
        check = Check(
            title=words.title, facts=facts, then=words.then, confirm=words.confirm, icon="mail"
        )
        self.ask(check, lambda: self.model.send(due))

    def _check_all(self) -> None:
        self.tell("")
        kinds = dict.fromkeys(one.what for one in self._letters)
        facts = tuple((kind, str(sum(one.what == kind for one in self._letters))) for kind in kinds)
        check = Check(
            title=ALL_TITLE, facts=facts, then=BATCH_THEN, confirm=CONFIRM_ALL, icon="mail"
        )
        self.ask(check, self.model.send_all)

    def _show_preview(self, pdf: bytes) -> None:
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(PREVIEW, pdf, NOT_WRITTEN, draft=True)

    def _show_written(self, written: WrittenLetter | None) -> None:
        self.back()
        if written is None:
            self.tell(REFERRED)
            return
        self.pages.setCurrentWidget(self.letter)
        done, kept = ACTS["send"].done, written.file_id
        self.letter.show_pdf(written.number, written.pdf, done, file_id=kept)

    def _tell_batch(self, batch: Batch) -> None:
        self.back()
        self.tell(WRITTEN.format(count=len(batch.written)))
        self.say(" ".join(f"{doc_no}: {why}" for doc_no, why in batch.refused))
