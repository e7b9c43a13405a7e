"""Behind the sync button: where every record is, what was refused, what was not believed.

`closed()` to go back to where one was; `try_wanted()`, `cancel_wanted()`.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.bound import bound
from ui.delegates.rows import Rows
from ui.language import tr
from ui.models.exchange import NOT_SENT_FROM_DEMO, Missing, Stand, SyncWords
from ui.models.listing import Listing
from ui.models.whereabouts import Shown, WhereaboutsModel
from ui.views.aside_card import AsideCard
from ui.views.audit_words import moment
from ui.views.settings_panel import WIDE, SettingsPanel
from ui.views.share_words import ENVELOPES, REFUSED, envelope_line, refused_line
from ui.widgets.button import Button
from ui.widgets.card import Card
from ui.widgets.facts import Facts
from ui.widgets.layout import Label, Row
from ui.widgets.short_table import ShortTable
from ui.widgets.status import sync_ink

TITLE = tr("Where the records are")
LEAD = tr(
    "Everything is saved on this machine first, sealed, and stays here until the trust’s receipt "
    "names it. Nothing is lost while the share is away."
)
HERE, ON_SHARE, TAKEN = (
    tr("On this machine alone"),
    tr("On the share"),
    tr("Taken, with a receipt"),
)
CASE, CASES = tr("1 registration"), tr("{count} registrations")
SINCE = tr("{cases}, the oldest since {since}")
NONE = tr("None")
LEDGER, ROWS = (
    tr("For finance’s ledger"),
    tr("{waiting} waiting, {sent} sent, {taken} taken, {refused} refused"),
)
ANSWERED, NEVER = tr("Share last answered"), tr("Never yet")
NOT_JOINED = tr(
    "This machine has not joined its trust’s list of devices. Everything is safe here; ask the "
    "administrator to let it in, then it goes."
)
REVOKED = tr(
    "The administrator has taken this machine off the trust’s list of devices. What it sends is "
    "not believed any more; everything is safe here."
)
WAITING_FOR = tr("Waiting for an earlier file of {device}: number {wanted}. Behind it: {behind}.")
TRY, CANCEL, BACK = tr("&Try now"), tr("&Cancel"), tr("&Back")
REFUSED_TITLE, REFUSED_FIX, AGAIN = (
    tr("Refused by finance"),
    tr("Put the cause right first. Each goes out again as a new record, its number unchanged."),
    tr("&Send them again"),
)
ENVELOPES_TITLE, NO_ENVELOPES = tr("Envelopes of this machine"), tr("None was made yet.")
MARKED, RELEASED = tr("Kept what you found."), tr("The next exchange judges it again.")
SENT_AGAIN_ONE, SENT_AGAIN = (
    tr("1 record goes out with the next exchange."),
    tr("{count} records go out with the next exchange."),
)


class SharePage(SettingsPanel):
    """One column of cards; the first says it in sum."""

    widest = WIDE
    closed = Signal()
    try_wanted = Signal()
    cancel_wanted = Signal()

    def __init__(self, model: WhereaboutsModel, parent: QWidget | None = None) -> None:
        super().__init__(TITLE, LEAD, parent)
        self._model = model
        self.state = Card(" ", icon="cloud-up", gap=10)
        self.facts = Facts(TITLE, label_width=190)
        self.told = Label("", weight="strong", wrap=True)
        self.missing = Label("", wrap=True)
        self.try_now = Button(TRY, kind="primary", icon="refresh")
        self.cancel = Button(CANCEL, icon="x")
        self.back_button = Button(BACK, key="Esc")
        self.aside = AsideCard(model)
        self.refused_rows = Listing(REFUSED, self)
        self.refused_table = ShortTable(REFUSED_TITLE, [170, None])
        self.again = Button(AGAIN, icon="refresh")
        self.envelopes = Listing(ENVELOPES, self)
        self.table = ShortTable(ENVELOPES_TITLE, [60, None, 86, 150, 270])
        self.no_envelopes = Label(NO_ENVELOPES, wrap=True)
        self.fields = {"note": self.aside.found}
        self._build()
        self._wire()

    def refresh(self) -> None:
        """Read where everything is."""
        self._model.refresh()

    def take_focus(self) -> None:
        """On what one comes for."""
        target = self.try_now if self.try_now.isEnabled() else self.back_button
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def on_key(self, key: str) -> bool:
        """Esc goes back to where one was."""
        if not super().on_key(key) and key == "Esc":
            self.closed.emit()
        return key == "Esc"

    def show_words(self, words: SyncWords) -> None:
        """The same words as the button's."""
        said = f"{words.words} · {words.detail}" if words.detail else words.words
        self.state.set_title(said)
        self.state.set_icon(words.icon, sync_ink(words.icon))

    def show_busy(self, on: bool) -> None:
        """While an exchange goes on there is Cancel, and no second one is begun."""
        had_focus = self.try_now.hasFocus() or self.cancel.hasFocus()
        self.try_now.setEnabled(not on)
        self.cancel.setVisible(on)
        if had_focus:
            target = self.cancel if on else self.try_now
            target.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_missing(self, missing: Sequence[Missing]) -> None:
        """Chains of other machines that go on behind a gap."""
        said = [
            WAITING_FOR.format(device=one.device, wanted=one.wanted, behind=one.behind)
            for one in missing
        ]
        self.missing.setText("\n".join(said))
        self.missing.setVisible(bool(said))

    def follow(self, stand: Stand) -> None:
        """Tell what other machines owe, and read again what changed while the page is in sight."""
        self._show_missing(stand.missing)
        if self.isVisible():
            self.refresh()

    def _build(self) -> None:
        self.state.body.holding(self.told, self.facts, self.missing)
        acts = Row(gap=12).holding(self.try_now, self.cancel, self.back_button, None)
        self.state.body.addLayout(acts)
        self._refused = Card(REFUSED_TITLE, gap=10)
        self._refused.body.holding(Label(REFUSED_FIX, role="text2", wrap=True), self.refused_table)
        self._refused.body.addLayout(Row().holding(self.again, None))
        made = Card(ENVELOPES_TITLE, gap=10)
        made.body.holding(self.table, self.no_envelopes)
        for table, rows in ((self.refused_table, self.refused_rows), (self.table, self.envelopes)):
            table.setItemDelegate(Rows(table))
            table.setModel(rows)
        self.body.holding(self.state, self.aside, self._refused, made, None)
        for part in (self.told, self.missing, self.cancel, self.aside, self._refused, self.table):
            part.hide()

    def _wire(self) -> None:
        model = self._model
        self.try_now.clicked.connect(self.try_wanted)
        self.cancel.clicked.connect(self.cancel_wanted)
        self.back_button.clicked.connect(self.closed)
        self.again.clicked.connect(model.send_refused_again)
        model.shown.connect(self._show)
        model.marked.connect(bound(self, lambda: self.tell(MARKED)))
        model.released.connect(bound(self, lambda: self.tell(RELEASED)))
        model.again.connect(self._say_again)
        model.refused.connect(self.refuse)

    def _say_again(self, count: int) -> None:
        self.tell(SENT_AGAIN_ONE if count == 1 else SENT_AGAIN.format(count=count))

    def _show(self, shown: Shown) -> None:
        found = shown.whereabouts
        state, cases, ledger = found.state, found.state.cases, found.state.ledger
        rows = ROWS.format(
            waiting=ledger.waiting + ledger.unsent,
            sent=ledger.sent,
            taken=ledger.acknowledged,
            refused=ledger.attention,
        )
        money = ((LEDGER, rows),) if self._model.sees_refused else ()
        self.facts.show_facts(
            [
                (HERE, _cases(cases.here, cases.waiting_since)),
                (ON_SHARE, _cases(cases.on_share, cases.sent_since)),
                (TAKEN, _cases(found.taken)),
                *money,
                (ANSWERED, moment(state.last_contact) if state.last_contact else NEVER),
            ]
        )
        outside = NOT_SENT_FROM_DEMO if self._model.is_demo else NOT_JOINED
        self.told.setText(REVOKED if found.revoked else "" if state.joined else outside)
        self.told.setVisible(bool(self.told.text()))
        self.aside.show_files(shown.aside)
        self.refused_rows.show_rows([refused_line(one) for one in shown.refused])
        self._refused.setVisible(bool(shown.refused))
        self.envelopes.show_rows([envelope_line(one) for one in found.envelopes])
        self.table.setVisible(bool(found.envelopes))
        self.no_envelopes.setVisible(not found.envelopes)


def _cases(count: int, since: str = "") -> str:
    if not count:
        return NONE
    cases = CASE if count == 1 else CASES.format(count=count)
    return SINCE.format(cases=cases, since=moment(since)) if since else cases
