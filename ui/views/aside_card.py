"""Files of the share that were not believed: which, why, and what somebody found who looked."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.services.quarantine import AsideFile
from ui.delegates.rows import Rows
from ui.language import as_shown, tr
from ui.models.listing import Listing
from ui.models.whereabouts import WhereaboutsModel
from ui.views.audit_words import moment
from ui.views.share_words import ASIDE, aside_line
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.field import Field
from ui.widgets.inputs import Notes
from ui.widgets.layout import Label, Row
from ui.widgets.short_table import ShortTable
from ui.widgets.typed import Typed

TITLE = tr("Files that were not believed")
LEAD = tr(
    "What is not believed is not taken in, and nothing else waits for it. Each file stays where it "
    "is; tell IT of one you cannot explain."
)
ONE = tr("The file chosen")
NAME, WHY, TO_DO, FOUND = tr("File"), tr("Why"), tr("What to do"), tr("Found")
NOTE, NOTE_HINT = tr("What you found"), tr("Such as whom you asked, and what became of it.")
MARK, JUDGE = tr("&Mark as looked at"), tr("&Judge it again")
WHY_AGAIN = tr("Judge it again once the cause is put right, such as a device let in since.")
ASKED = tr("The next exchange judges it again. It stays here until it is believed.")
NOT_AGAIN = tr("Nothing of it waits to be judged again.")
_MAY_BREAK = "\N{ZERO WIDTH SPACE}"  # a file's name is longer than a narrow card is wide
LOOKED = tr("{who}, {when}: {note}")


class AsideCard(Card):
    """The list, and under it the one chosen with its acts."""

    def __init__(self, model: WhereaboutsModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, gap=10, parent=parent)
        self._model = model
        self.rows = Listing(ASIDE, self)
        self.table = ShortTable(TITLE, [84, None, 70, 168, 190])
        self.table.setItemDelegate(Rows(self.table))
        self.table.setModel(self.rows)
        self.facts = Facts(ONE, label_width=90)
        self.found = Field(NOTE, Notes(lines=2), hint=NOTE_HINT)
        self.mark = Button(MARK, icon="shield-check")
        self.judge = Button(JUDGE, icon="rotate-clockwise")
        self.body.holding(Label(LEAD, role="text2", wrap=True), self.table, self.facts, self.found)
        self.again = Label(WHY_AGAIN, role="text2", scale="small", wrap=True)
        self.body.holding(self.again)
        self.body.addLayout(Row(gap=12).holding(self.mark, self.judge, None))
        note = self.found.input
        self._typed = Typed(self, "aside", read=note.text, show=note.setPlainText)
        self.table.selectionModel().currentRowChanged.connect(
            lambda here, _before: self._show_one(here.row())
        )
        self.table.opened.connect(
            lambda _row: self.found.input.setFocus(Qt.FocusReason.OtherFocusReason)
        )
        self.mark.clicked.connect(self._mark)
        self.judge.clicked.connect(self._judge)

    def show_files(self, files: tuple[AsideFile, ...]) -> None:
        """Other files; those nobody has looked at come first. Without any the card goes."""
        place = max(self.table.row(), 0)
        self.rows.show_rows([aside_line(one) for one in files])
        self.setVisible(bool(files))
        self.table.go_to(min(place, max(len(files) - 1, 0)))
        self._show_one(self.table.row())

    def _show_one(self, place: int) -> None:
        one = self.rows.thing_at(place)
        self._typed.set_down()
        self.found.input.clear()
        self.found.set_error("")
        if not isinstance(one, AsideFile):
            return
        if not one.looked_at:
            self._typed.take_up(one.name)
        facts = [
            (NAME, one.name.replace("_", f"_{_MAY_BREAK}")),
            (WHY, f"{one.code}: {as_shown(one.words)}"),
        ]
        if one.do:
            facts.append((TO_DO, as_shown(one.do)))
        if one.looked_at:
            said = LOOKED.format(who=one.looked_by, when=moment(one.looked_at), note=one.note)
            facts.append((FOUND, said))
        self.facts.show_facts(facts)
        self.found.setVisible(not one.looked_at)
        self.mark.setVisible(not one.looked_at)
        can_ask = one.judgeable and not one.asked
        self.judge.setVisible(can_ask)
        self.again.setText(WHY_AGAIN if can_ask else ASKED if one.asked else NOT_AGAIN)

    def _chosen(self) -> AsideFile | None:
        one = self.rows.thing_at(self.table.row())
        return one if isinstance(one, AsideFile) else None

    def _mark(self) -> None:
        one = self._chosen()
        if one is not None:
            self._model.mark(one.name, self.found.input.text())

    def _judge(self) -> None:
        one = self._chosen()
        if one is not None:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes once it is asked
            self._model.judge_again(one.name)
