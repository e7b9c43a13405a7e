"""Machines of the trust: how this one stands, who is on the list, letting in and taking off."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.core.dates import parse_iso
from app.core.errors import Known
from app.services.own_standing import Standing
from ui.bound import bound
from ui.cells import Cell
from ui.days import show
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.enrolment import EnrolmentModel
from ui.models.listing import Line, Listing
from ui.models.machines import (
    Asked,
    Device,
    MachinesModel,
    duties_in_words,
)
from ui.views.holder_fields import HolderFields
from ui.views.join_fields import JoinFields
from ui.views.settings_panel import SettingsPanel
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.check import Check
from ui.widgets.facts import Facts
from ui.widgets.layout import Label, Row
from ui.widgets.short_table import ShortTable

TITLE = tr("Machines of the trust")
LEAD = tr(
    "One signed list says which machines belong together. What they send, only they can read; "
    "what waits for others waits here until this machine is on it."
)
THIS, TAKE_IN = tr("This machine"), tr("Take the grant &in")
LIST, EMPTY = (
    tr("On the list"),
    tr("This machine believes no list yet, so there is nothing to show."),
)
COLUMNS = (tr("Code"), tr("Name"), tr("For"), tr("Since"))
HOLDER, HOLDER_WHY = (
    tr("For whoever holds the trust’s key file"),
    tr("The passphrase is asked for each act and not kept. Put the stick away afterwards."),
)
OFF = tr("Taken off {day}: {why}")


class MachinesPanel(SettingsPanel):
    """Three cards; granting and taking off are checked on a page of their own first."""

    def __init__(
        self, own: EnrolmentModel, model: MachinesModel, parent: QWidget | None = None
    ) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._own, self._model = own, model
        self.facts = Facts(THIS, label_width=190)
        self.join = JoinFields(own)
        self.take_in = Button(TAKE_IN, icon="check")
        self.machines = Listing(COLUMNS, self)
        self.table = ShortTable(LIST, [80, None, 180, 240])
        self.empty = Label(EMPTY, role="text2", wrap=True)
        self.holder = HolderFields()
        self.fields = self.join.fields | self.holder.fields
        self._build()
        self.take_in.clicked.connect(self._join)
        self.holder.look.clicked.connect(self._look_at)
        self.holder.take_off.clicked.connect(self._check_take_off)
        own.shown.connect(self._show)
        own.told.connect(bound(self, lambda _words: self.join.typed.done()))
        model.shown.connect(self._show)
        model.read.connect(self._check_let_in)
        for one in (own, model):
            one.told.connect(self._done)
            one.refused.connect(self.refuse)

    def refresh(self) -> None:
        """Read how this machine stands, and the list."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On the first field."""
        self.join.name.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def _build(self) -> None:
        this = Card(THIS, gap=12)
        this.body.holding(self.facts, self.join)
        this.body.addLayout(Row().holding(self.take_in, None))
        self.table.setItemDelegate(Rows(self.table))
        self.table.setModel(self.machines)
        listed = Card(LIST, gap=10)
        listed.body.holding(self.empty, self.table)
        holder = Card(HOLDER, gap=10)
        holder.body.holding(Label(HOLDER_WHY, role="text2", wrap=True), self.holder)
        self.body.holding(this, listed, holder, None)

    def _show(self, standing: Standing) -> None:
        self.facts.show_facts(_facts(standing))
        self.join.show_standing(standing)
        devices = () if standing.listed is None else standing.listed.devices
        self.machines.show_rows([_line(one) for one in devices])
        self.empty.setVisible(not devices)
        self.table.setVisible(bool(devices))

    def _join(self) -> None:
        self.clear_problems()
        self._own.join(self.join.grant.text())

    def _look_at(self) -> None:
        self.clear_problems()
        holder = self.holder
        self._model.look_at(holder.request.text(), holder.duties(), holder.grant.text())

    def _check_let_in(self, asked: Asked) -> None:
        facts = [
            (tr("Machine"), f"{asked.request.name} ({asked.request.code})"),
            (tr("For"), duties_in_words(asked.duties)),
            (tr("Fingerprint"), asked.fingerprint),
        ]
        if asked.replaces:
            facts.append((tr("In place of"), asked.replaces))
        check = Check(
            title=tr("Compare the fingerprint"),
            facts=tuple(facts),
            then=tr(
                "Ask whoever made the request to read theirs to you. Let it in only where both "
                "are the same."
            ),
            confirm=tr("They agree: &let it in"),
        )
        self.ask(check, lambda: self._model.let_in(asked, self.holder.key_file()))

    def _check_take_off(self) -> None:
        self.clear_problems()
        device = self.machines.thing_at(self.table.row())
        if not isinstance(device, Device) or device.is_revoked:
            self.refuse(Known("no_device", tr("Choose a machine that is on the list.")))
            return
        because = self.holder.because.input.text()
        check = Check(
            title=tr("Check which machine is taken off"),
            facts=(
                (tr("Machine"), f"{device.name} ({device.code})"),
                (tr("Why"), because),
            ),
            then=tr(
                "For good: what it sends from now on is believed by nobody. What it sent before "
                "stays."
            ),
            confirm=tr("&Take it off the list"),
        )
        self.ask(check, lambda: self._model.take_off(device.code, because, self.holder.key_file()))

    def _done(self, words: str) -> None:
        if self.pages.currentWidget() is self.check:
            self.back()
        self.holder.forget()
        self.tell(words)


def _facts(standing: Standing) -> tuple[tuple[str, str], ...]:
    if standing.revoked:
        state = tr("Taken off the list: it sends nothing any more")
    elif standing.joined:
        state = tr("On the list since {day}").format(day=_day(standing.since))
    elif standing.asked:
        state = tr("Asked, not let in yet: everything waits here")
    else:
        state = tr("Not asked yet: everything waits here")
    facts = [(tr("Standing"), state)]
    if standing.joined:
        facts.append((tr("For"), duties_in_words(standing.duties)))
    if standing.fingerprint:
        facts.append((tr("Its fingerprint"), standing.fingerprint))
    if standing.renewing:
        facts.append((tr("New keys"), tr("Asked for; the older ones still count")))
    if standing.root:
        facts.append((tr("Trust’s fingerprint"), standing.root))
    return tuple(facts)


def _line(device: Device) -> Line:
    since = _day(device.granted_at)
    if device.is_revoked:
        since = OFF.format(day=_day(device.revoked_at), why=device.revoked_because)
    cells = (
        Cell(device.code),
        Cell(device.name, strong=not device.is_revoked),
        Cell(duties_in_words(device.duties)),
        Cell(since),
    )
    return Line(device, cells, ", ".join(cell.text for cell in cells))


def _day(moment: str) -> str:
    return show(parse_iso(moment[:10]))
