"""What a person who signs in will need is read while they type their name.

The pages and what is behind them are four hundred modules: read when somebody has signed in, they
hold the window for as long as a second. Those of `app` are read in the lane of records, other work
between them, and the law of the desk with them; then those of the window a few a turn, each after
what it needs itself. Whoever is quicker sits down once all is read. What cannot be read now is
read again by then, and holds up nothing that comes after it.

    readying = Readying(records, turns, window)
    readying.begin()
    readying.once_done(sit_down)
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from importlib import import_module

from PySide6.QtCore import QObject

from ui.turns import Turns
from ui.work import Runner

# Names, and not what a folder holds: the frozen window cannot list its folders. Each brings what it
# needs; `tests/ui/test_readying.py` finds what is missing and what brings too much at once.
BEHIND = (
    "app.core.post_towns",
    "app.documents.web_page",
    "app.library.parts",
    "app.library.safety",
    "app.library.sources",
    "app.services.account",
    "app.services.auditing",
    "app.services.backing_up",
    "app.services.calling",
    "app.services.card_capture",
    "app.services.checking",
    "app.services.claim_packs",
    "app.services.clinician",
    "app.services.closing",
    "app.services.collection",
    "app.services.conflict_report",
    "app.services.dashboard",
    "app.services.debt_exporting",
    "app.services.desk_lists",
    "app.services.emergency",
    "app.services.finding",
    "app.services.finishing",
    "app.services.first_machine",
    "app.services.form_drafts",
    "app.services.holding",
    "app.services.joining_proposals",
    "app.services.keying",
    "app.services.looks",
    "app.services.merging",
    "app.services.needs",
    "app.services.number_card",
    "app.services.overriding",
    "app.services.own_prices",
    "app.services.own_signin",
    "app.services.own_standing",
    "app.services.paper",
    "app.services.passports",
    "app.services.payments_waiting",
    "app.services.placing",
    "app.services.plans",
    "app.services.price_lists",
    "app.services.quarantine",
    "app.services.queue_acts",
    "app.services.queue_letters",
    "app.services.reading_files",
    "app.services.reference",
    "app.services.remitting",
    "app.services.reporting",
    "app.services.retention",
    "app.services.stays",
    "app.services.taking_in",
    "app.services.to_finance",
    "app.services.travel_state",
    "app.services.writing_off",
    "app.setting_up",
    "app.spool.trial",
)
PAGES = (
    "ui.models.beside",
    "ui.models.money_accounts",
    "ui.views.account_payment",
    "ui.views.case_dated",
    "ui.views.case_decision",
    "ui.views.dashboard_cards",
    "ui.views.dashboard",
    "ui.views.money_approvals",
    "ui.views.papers_panel",
    "ui.views.ladder",
    "ui.views.money_accounts",
    "ui.views.case_facts",
    "ui.views.guide",
    "ui.views.retention",
    "ui.views.settings_machines",
    "ui.views.share_page",
    "ui.views.visitor",
    "ui.views.card_page",
    "ui.views.paper",
    "ui.views.desk_beside",
    "ui.views.queue_list",
    "ui.views.queue",
    "ui.views.settings_share",
    "ui.widgets.patients",
    "ui.views.find_card",
    "ui.views.conflicts",
    "ui.views.prices",
    "ui.views.clinician",
    "ui.views.estimate",
    "ui.views.case_layout",
    "ui.views.case",
    "ui.views.money_payments",
    "ui.views.settings_people",
    "ui.views.desk_passports",
    "ui.views.desk",
    "ui.views.money_claims",
    "ui.money_panels",
    "ui.views.settings_trust",
    "ui.backups",
    "ui.scanning",
    "ui.views.audit_accesses",
    "ui.views.audit_chain",
    "ui.audit_panels",
    "ui.views.money",
    "ui.views.packs",
    "ui.views.settings_about",
    "ui.views.settings_look",
    "ui.settings_panels",
    "ui.office",
)


class Readying(QObject):
    """Made in the window's thread; begins once the desk is open."""

    def __init__(self, records: Runner, turns: Turns, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._records, self._turns = records, turns
        self._behind, self._pages = deque(BEHIND), deque(PAGES)
        self._has_begun = False
        self._waiting: list[Callable[[], object]] = []

    def begin(self, *laws: Callable[[], object]) -> None:
        """Read all of it, once, and the law by which an opened desk asks."""
        for law in laws:
            self._records.run(partial(_try, law))
        if not self._has_begun:
            self._has_begun = True
            self._read_behind()

    def is_done(self) -> bool:
        """Whether signing in reads nothing any more."""
        return not self._pages

    def once_done(self, thing: Callable[[], object]) -> None:
        """Do a thing once signing in reads nothing any more: at once, where it is so far."""
        if self.is_done():
            thing()
        else:
            self._waiting.append(thing)

    def _read_behind(self, _before: object = None) -> None:
        if self._behind:
            self._records.run(partial(_read, self._behind.popleft()), self._read_behind)
        else:
            self._turns.later(self._read_page)

    def _read_page(self) -> None:
        _read(self._pages.popleft())
        if self._pages:
            self._turns.later(self._read_page)
            return
        waiting, self._waiting = self._waiting, []
        for thing in waiting:
            self._turns.later(thing)


def _read(name: str) -> None:
    _try(partial(import_module, name))


def _try(reading: Callable[[], object]) -> None:
    with suppress(Exception):  # whoever needs it reads it again, and is told then
        reading()
