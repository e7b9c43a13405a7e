"""Money, debt list: debts that may be told to the Home Office, and the lists on their way."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from app.core.money import Money
from app.services.debt_exporting import Exported
from app.services.debt_reporting import Candidate, ListToSend
from ui.bound import bound
from ui.cells import Cell
from ui.days import show
from ui.language import tr
from ui.models.debt_list import DebtListModel, Entry
from ui.models.listing import Line
from ui.models.pdf import PdfModel
from ui.views.money_detail import NOTHING_CHOSEN
from ui.views.money_list import ListPanel
from ui.widgets.button import Button
from ui.widgets.check import Check

NOTHING = tr("No debt may be told to the Home Office, and no list waits.")
MAY, LATER = tr("May be told"), tr("Not now")
ADDS, TAKES_OFF = tr("To add"), tr("To take off")
WAITS, APPROVED = tr("Waits for approval"), tr("Approved")
ASK = tr("Nationality is not known, or the rule does not name it: ask before this is told.")
PREPARE, EXPORT = tr("&Prepare a list of {count}"), tr("E&xport what is approved")
CHECK_LIST, CONFIRM_LIST = tr("Check before the list is prepared"), tr("&Prepare the list")
LIST_THEN = tr("An officer approves it, and exports it. Nothing is sent by Recoup.")
CHECK_EXPORT, CONFIRM_EXPORT = tr("Check before the file is made"), tr("&Make the file")
EXPORT_THEN = tr("Each debt is judged again: what was paid, disputed or put to rest is left out.")
PREPARED = tr("Prepared. An officer approves it under To approve.")
MADE = tr("File made. Rows: {rows}. Left out: {left}.")
SAVE_TITLE, SAVED = tr("Save the debt list"), tr("Saved: {place}")
_COLUMNS = ((tr("Debt"), 134), (tr("Payer"), None), (tr("State"), 158))


class DebtListPanel(ListPanel[Entry]):
    """Prepared by finance, approved by another, exported by an officer."""

    def __init__(self, model: DebtListModel, pdf: PdfModel) -> None:
        super().__init__(model, pdf, label=tr("Debt list"), columns=_COLUMNS, nothing=NOTHING)
        self.model = model
        self._ready: tuple[Candidate, ...] = ()
        self._approved: tuple[ListToSend, ...] = ()
        model.prepared.connect(self._was_prepared)
        model.exported.connect(self._was_exported)
        model.saved.connect(bound(self, lambda place: self.tell(SAVED.format(place=place))))

    def line_of(self, thing: Entry) -> Line:
        """A debt, or a list with how many are on it."""
        if isinstance(thing, ListToSend):
            name, what = _list_name(thing), APPROVED if thing.approved else WAITS
            icon = "check" if thing.approved else "clock"
            first = Cell(TAKES_OFF if thing.is_withdrawal else ADDS)
        else:
            name, what = thing.payer, LATER if thing.why_not else MAY
            icon = "x" if thing.why_not else "flag"
            first = Cell(thing.doc_no)
        cells = (first, Cell(name, strong=True), Cell(what, icon=icon, icon_role="text2"))
        return Line(thing, cells, f"{first.text}, {name}, {what}")

    def key_of(self, thing: Entry) -> str:
        """The list, or the invoice."""
        return thing.report_id if isinstance(thing, ListToSend) else thing.doc_no

    def show_head(self, things: tuple[Entry, ...]) -> None:
        """What may be put on a list, and what may go out."""
        debts = [one for one in things if isinstance(one, Candidate)]
        self._ready = tuple(one for one in debts if not one.why_not)
        lists = [one for one in things if isinstance(one, ListToSend)]
        self._approved = tuple(one for one in lists if one.approved)

    def show_thing(self, thing: Entry | None) -> None:
        """A debt with what keeps it off the list, or a list with what is on it."""
        if thing is None:
            self.detail.put(name=NOTHING_CHOSEN)
        elif isinstance(thing, ListToSend):
            self._show_list_detail(thing)
        else:
            self._show_debt(thing)

    def _show_debt(self, debt: Candidate) -> None:
        prepare = Button(PREPARE.format(count=len(self._ready)), kind="primary", icon="flag")
        opens = Button(tr("&Open the account"), icon="folder")
        prepare.setEnabled(bool(self._ready))
        prepare.clicked.connect(self._check_list)
        opens.clicked.connect(lambda: self.account_wanted.emit(debt.doc_no))
        self.detail.put(
            name=debt.payer,
            what=tr("Invoice {doc_no} of {issued_on}").format(
                doc_no=debt.doc_no, issued_on=show(debt.issued_on)
            ),
            figure=str(debt.owed),
            of=tr("owed"),
            facts=tuple(
                (tr("Not now, {place}").format(place=place), why)
                for place, why in enumerate(debt.why_not, 1)
            )
            or ((tr("State"), MAY),),
            note=ASK if debt.ask and not debt.why_not else "",
            buttons=(prepare, opens),
        )

    def _show_list_detail(self, one: ListToSend) -> None:
        export = Button(EXPORT, kind="primary", icon="download")
        export.setEnabled(bool(self._approved))
        export.clicked.connect(self._check_export)
        rows = tuple(
            (row.doc_no, f"{row.body['full_name']}, {_amount(row.body['debt_amount'])}")
            for row in one.rows
        )
        self.detail.put(
            name=_list_name(one),
            what=tr("Prepared on {made_on}").format(made_on=show(one.made_on)),
            facts=((tr("State"), APPROVED if one.approved else WAITS), *rows),
            buttons=(export,),
        )

    def _check_list(self) -> None:
        self.tell("")
        facts = tuple((one.doc_no, f"{one.payer}, {one.owed}") for one in self._ready)
        check = Check(
            title=CHECK_LIST, facts=facts, then=LIST_THEN, confirm=CONFIRM_LIST, icon="flag"
        )
        doc_nos = [one.doc_no for one in self._ready]
        self.ask(check, lambda: self.model.prepare(doc_nos))

    def _check_export(self) -> None:
        self.tell("")
        facts = tuple((_list_name(one), one.reason or show(one.made_on)) for one in self._approved)
        check = Check(
            title=CHECK_EXPORT,
            facts=facts,
            then=EXPORT_THEN,
            confirm=CONFIRM_EXPORT,
            icon="download",
        )
        self.ask(check, self.model.export)

    def _was_prepared(self) -> None:
        self.back()
        self.tell(PREPARED)

    def _was_exported(self, made: Exported) -> None:
        said = MADE.format(rows=made.rows, left=len(made.left_out))
        self.tell(said)
        self.pages.setCurrentWidget(self.letter)
        self.letter.show_pdf(made.name, made.pdf, said)
        dialog = QFileDialog(self, SAVE_TITLE, str(Path.home()))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(made.name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda place: self.model.save_to(made.content, place))
        dialog.open()


def _amount(plain: str) -> str:
    return str(Money.parse(plain)) if plain else TAKES_OFF


def _list_name(one: ListToSend) -> str:
    count = len(one.rows)
    return tr("1 debt") if count == 1 else tr("{count} debts").format(count=count)
