"""The pages one signed-in person works on: built when they sit down, gone when they leave."""

from __future__ import annotations

import sys
from collections.abc import Generator, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.access.roles import Act, Extent
from app.core.look import Look
from app.core.people import Patient
from app.services import packs, signin
from app.services.desk import Desk, User
from ui.audit_panels import audit_page
from ui.backups import Backups
from ui.bound import bound
from ui.changes import Changes
from ui.comfort import Comfort
from ui.desk_wing import DeskWing
from ui.drafts import Drafts
from ui.language import give_words, tr
from ui.models.backup import BackupModel
from ui.models.clinician import ClinicianModel
from ui.models.conflicts import ConflictsModel
from ui.models.dashboard import DashboardModel
from ui.models.documents import DocumentsModel
from ui.models.emergency import AccessesModel, EmergencyModel
from ui.models.exchange import ExchangeModel
from ui.models.guide import GuideModel
from ui.models.packs import PacksModel
from ui.models.pdf import PdfModel
from ui.models.queue import QueueModel
from ui.models.queue_order import CaseOrder
from ui.models.registration import RegistrationModel
from ui.models.whereabouts import WhereaboutsModel
from ui.money_panels import panels_for
from ui.places import FIRST, ON_RAIL
from ui.queue_panels import case_page, queue_page
from ui.settings_panels import sections_for
from ui.sharing import Sharing
from ui.shell import Shell
from ui.sitting import Sitting
from ui.turns import Turns
from ui.views.case import CasePage
from ui.views.clinician import ClinicianPage
from ui.views.conflicts import ConflictsPage
from ui.views.dashboard import DashboardPage
from ui.views.elsewhere import ElsewherePage
from ui.views.emergency import EmergencyPage
from ui.views.find_card import NEW_ONE
from ui.views.guide import GuidePage
from ui.views.money import MoneyPage
from ui.views.money_panel import PanelPlan
from ui.views.queue import QueuePage
from ui.views.settings import SettingsPage
from ui.views.share_page import SharePage
from ui.widgets.typed import set_down_all
from ui.wings import Making, Wings
from ui.work import Runner

DOES_NOT_OPEN = tr(
    "This page does not open: work on in the others, and start Recoup again when you can."
)


class Office(QObject):
    """What the roles allow, and no more: the services check again under every page (H3).

    The page a person begins with is made first, a part a turn, and shown with the whole rail: then
    they are `seated`. The others are made in turns of their own, or when they are chosen before
    their turn. `built` says that all are there, `failed` that there is none to begin with.
    """

    seated = Signal()
    built = Signal()
    failed = Signal()

    def __init__(
        self,
        desk: Desk,
        user: User,
        shell: Shell,
        *,
        records: Runner,
        share: Runner,
        files: Runner | None = None,
        copies: Runner | None = None,
        comfort: Comfort | None = None,
        turns: Turns | None = None,
        back_to: str = "",
        drafts: Drafts | None = None,
    ) -> None:
        """`back_to` is the registration this person had open when they locked the desk, `drafts`
        what they had typed and not kept; what they leave is put there.

        Without `turns` every page is made at once. In the lane `files` files are read and pages
        drawn, so that a share that hangs holds none of it, and `copies` is for backups; where one
        lane is enough, the share's serves all three.
        """
        super().__init__()
        give_words(desk)
        self._comfort = comfort or Comfort(parent=self)
        self._desk, self._shell, self._to_the_end = desk, shell, records
        self._copies, self._sitting = copies or files or share, Sitting()
        lanes = (records, share, files or share)
        self._records, self._share, self._files = map(self._sitting.lane, lanes)
        self._loose: list[QWidget] = []
        self._papers: list[DocumentsModel] = []
        self.changes = Changes()
        self.exchange = ExchangeModel(desk, records, share, self.changes)
        self._sharing = Sharing(shell, self.exchange, lambda: self._home)
        self.at_desk: DeskWing | None = None
        self._money: MoneyPage | None = None
        self._queue: QueuePage | None = None
        self._case: CasePage | None = None
        shell.drafts = Drafts() if drafts is None else drafts
        self._backups: Backups | None = None
        self._model_of_share = WhereaboutsModel(desk, self._records, self.changes)
        shell.set_user(f"{user.display_name}, {desk.place}")
        shell.sync_pressed.connect(self._open_share)
        self._comfort.worn.connect(self._go_on_as)
        planned = self._planned()
        self._wings = Wings(planned)
        on_rail = [name for name in planned if self._is_on_rail(name)]
        shell.expect([ON_RAIL[name] for name in on_rail], self._make)
        homes = [name for name in (*FIRST, *on_rail) if name in planned]
        self._home, self._back_to, self.is_seated = homes[0], back_to, False
        building = self._build(homes)
        if turns is not None:
            turns.later(partial(self._sitting.do, partial(self._go_on, building, turns)))
        else:
            for _ in building:
                pass

    @property
    def registration(self) -> RegistrationModel | None:
        """Who is open at the desk, once there is one."""
        return None if self.at_desk is None else self.at_desk.registration

    def leave(self) -> str:
        """Park what is open, sign out, and take every page out of the window.

        Returns which registration was open, to go back to; an empty text for none.
        """
        left_open = (self.at_desk.leave() if self.at_desk is not None else "") or self._back_to
        if self._case is not None:
            self._case.keep_on_leaving()
        if self._backups is not None:
            self._backups.leave()
        for papers in self._papers:
            papers.close()
        set_down_all(self._shell)
        self._shell.drafts = Drafts()
        self._sitting.end()
        self._to_the_end.run(partial(signin.sign_out, self._desk))
        self._shell.sync_pressed.disconnect(self._open_share)
        self._sharing.leave()
        self._comfort.worn.disconnect(self._go_on_as)
        self._shell.set_patient(None, self._desk.today)
        self._shell.expect((), None)
        self._shell.take_pages_out()
        for widget in self._loose:
            widget.setParent(None)
            widget.deleteLater()
        self._shell.tell_rules("")
        self._shell.notice.hide()
        self._shell.undo.withdraw()
        return left_open

    def _planned(self) -> dict[str, Making]:
        """How to make what this person works with, each by its page, in the order of the rail."""
        may = self._desk.may
        decides = may(Act.DECIDE_STATUS)
        panels = panels_for(self._desk, self._records, self._files, self.changes)
        work: dict[str, tuple[bool, Making]] = {
            "desk": (may(Act.REGISTER), self._add_desk),
            "queue": (decides, self._add_queue),
            "case": (decides, self._add_case),
            "conflicts": (decides, self._add_conflicts),
            "money": (bool(panels), partial(self._add_money, panels)),
            "dashboard": (may(Act.EXPORT_BATCH), self._add_dashboard),
            "clinician": (may(Act.RECORD_URGENCY) and not decides, self._add_clinician),
            "audit": (may(Act.READ_AUDIT), self._add_audit),
        }
        stranded = not any(there for there, _ in work.values()) and not may(Act.ADMINISTER)
        work |= {
            "elsewhere": (stranded, lambda: self._shell.add_page("elsewhere", ElsewherePage())),
            "guide": (may(Act.READ_GUIDE), self._add_guide),
            "emergency": (may(Act.EMERGENCY_ACCESS) and not decides, self._add_emergency),
            "share": (True, self._add_share),
            "settings": (True, self._add_settings),
        }
        return {name: make for name, (there, make) in work.items() if there}

    def _is_on_rail(self, name: str) -> bool:
        """The share is behind the sync button for all, and here for who looks at what it holds."""
        return name in ON_RAIL and (name != "share" or self._model_of_share.sees_aside)

    def _make(self, name: str) -> bool:
        """Make what somebody asks for, where it is not there yet; whether it is, or they know."""
        made = self._wings.make(name)
        if not made:
            self._shell.notice.say(DOES_NOT_OPEN)
        return made

    def find_patient(self) -> None:
        """F2 on any page: the desk's search, for whoever works at one."""
        if self._desk.may(Act.REGISTER) and self._make("desk") and self.at_desk is not None:
            self._shell.show_page("desk")
            self.at_desk.page.next_patient()

    def _go_on(self, building: Generator[None], turns: Turns) -> None:
        """A part in a turn of its own, and what was made before it is dressed in another."""
        try:
            goes_on = next(building, True) is None
        except Exception:  # whatever it is
            if self.is_seated:
                raise
            sys.excepthook(*sys.exc_info())
            self.failed.emit()
            return
        if goes_on:
            for what in (self._shell.dress_next, partial(self._go_on, building, turns)):
                turns.later(partial(self._sitting.do, what))

    def _build(self, homes: Sequence[str]) -> Generator[None]:
        """The first page there is, what its person had open when they locked, then the others."""
        for home in homes:
            if (yield from self._wings.in_parts(home)):
                break
        else:
            raise LookupError("no page opens to begin with")
        self._shell.show_page(home)
        if home != homes[0]:
            self._shell.notice.say(DOES_NOT_OPEN)
        self._home, self.is_seated = home, True
        self._records.run(lambda: packs.expiry_notice(self._desk), self._shell.tell_rules)
        if self.at_desk is not None:
            self.at_desk.listen()  # to readers, now that no key is held back any more
        self.seated.emit()
        yield
        if self._back_to or self._shell.drafts.holds(NEW_ONE):
            yield from self._wings.in_parts("desk")
            if self._make("desk") and self.at_desk is not None:
                self.at_desk.go_back_to(self._back_to)
                self._back_to = ""
        while self._make_part():
            yield

    def _make_part(self) -> bool:
        """After the last one the share is asked how it stands."""
        if self._sitting.is_over:
            return False
        more = self._wings.make_part()
        if not more:
            self.exchange.refresh()
            self.built.emit()
        return more

    def _add_desk(self) -> Generator[None]:
        wing = DeskWing(self._desk, self._shell, self._records, self._files, self.changes)
        wing.go_on_as(self._comfort.look)
        self._papers.append(wing.documents)
        yield from wing.make()
        self.at_desk = wing
        self._shell.add_page("desk", wing.page, banner=True)
        if self.is_seated:
            wing.listen()

    def _add_queue(self) -> None:
        queue = QueueModel(self._desk, self._records, self.changes)
        page = queue_page(queue, self._desk, self._records, self._files, self.changes)
        self._queue = page
        page.case_opened.connect(self._open_case)
        page.undoable.connect(self._shell.offer_undo)
        page.conflicts_wanted.connect(self._open_conflicts)
        queue.counted.connect(
            bound(page, lambda counts: self._shell.set_count("queue", counts["new"]))
        )
        self._shell.add_page("queue", page)

    def _add_case(self) -> Generator[None]:
        papers = DocumentsModel(self._desk, self._records, self._files, self.changes)
        self._papers.append(papers)  # drawn in the lane of papers; after a lock none is held
        case = yield from case_page(self._desk, self._records, self._files, self.changes, papers)
        self._case = case
        case.patient_opened.connect(self._patient)
        case.closed.connect(lambda: self._close_case("queue"))
        case.invoice_wanted.connect(self._to_invoice)
        self._shell.banner.slot.addWidget(case.steps)
        self._loose.append(case.steps)
        self._shell.add_page("case", case, banner=True)

    def _add_conflicts(self) -> None:
        """What two machines said differently: counted on the queue, settled on its own page."""
        model = ConflictsModel(self._desk, self._records, self.changes)
        page = ConflictsPage(model)
        if self._queue is not None:
            model.counted.connect(self._queue.show_conflicts)
            model.proposed.connect(self._queue.show_pairs)
        self.changes.changed.connect(model.count)
        page.closed.connect(lambda: self._shell.show_page("queue"))
        page.case_opened.connect(lambda one: self._open_case(one, None))
        self._shell.add_page("conflicts", page)
        model.count()
        model.look_for_pairs()  # once a sitting, and with the list: it reads every patient

    def _add_money(self, panels: Sequence[PanelPlan]) -> None:
        self._money = MoneyPage(panels)
        self._shell.add_page("money", self._money)

    def _add_dashboard(self) -> None:
        model = DashboardModel(self._desk, self._records, self.changes)
        printed = PdfModel(self._desk, self._records, self._files)
        self._shell.add_page("dashboard", DashboardPage(model, printed))

    def _add_clinician(self) -> None:
        page = ClinicianPage(ClinicianModel(self._desk, self._records, self.changes))
        page.patient_opened.connect(self._patient)
        page.patient_closed.connect(lambda: self._patient(None))
        self._shell.add_page("clinician", page, banner=True)

    def _add_audit(self) -> None:
        accesses = AccessesModel(self._desk, self._records, self.changes)
        page = audit_page(self._desk, self._records, accesses)
        self._shell.add_page("audit", page)
        if self._desk.extent(Act.READ_AUDIT) is Extent.FULL:
            tell = partial(self._shell.set_count, "audit")
            accesses.counted.connect(bound(page, tell))
            self.changes.changed.connect(accesses.count)
            accesses.count()

    def _add_emergency(self) -> None:
        page = EmergencyPage(EmergencyModel(self._desk, self._records, self.changes))
        page.patient_opened.connect(self._patient)
        page.patient_closed.connect(lambda: self._patient(None))
        self._shell.add_page("emergency", page, banner=True)

    def _add_settings(self) -> None:
        model = PacksModel(self._desk, self._records)
        model.notice.connect(self._shell.tell_rules)
        backup = BackupModel(self._desk, self._to_the_end, self._copies)
        plans = sections_for(
            *(self._desk, self._records, self._share, self.changes),
            files=self._files,
            comfort=self._comfort,
            packs=model,
            backup=backup,
        )
        page = SettingsPage(plans)
        self._shell.add_page("settings", page)
        self._backups = Backups(self._desk, self._shell, backup, lambda: self._to_backup(page))

    def _to_backup(self, page: SettingsPage) -> None:
        self._shell.show_page("settings")
        page.open_section("backup")

    def _add_share(self) -> None:
        page = SharePage(self._model_of_share)
        self._sharing.take(page)
        self._shell.add_page("share", page)

    def _add_guide(self) -> None:
        self._shell.add_page("guide", GuidePage(GuideModel(self._desk, self._records)))

    def _to_invoice(self) -> None:
        """From a case to the list of what to invoice, for a person who decides and bills."""
        if self._make("money") and self._money is not None:
            self._money.open_panel("to_invoice")
            self._close_case("money")

    def _open_case(self, registration_id: str, among: CaseOrder | None) -> None:
        if self._make("case") and self._case is not None:
            self._case.open(registration_id, among=among)
            self._shell.show_page("case")
            self._shell.rail.open("queue")

    def _open_share(self) -> None:
        if self._make("share"):
            self._sharing.open()

    def _open_conflicts(self) -> None:
        if self._make("conflicts"):
            self._shell.show_page("conflicts")

    def _close_case(self, page: str) -> None:
        self._patient(None)
        self._shell.show_page(page)

    def _patient(self, patient: Patient | None) -> None:
        self._shell.set_patient(patient, self._desk.today)

    def _go_on_as(self, look: Look) -> None:
        if self.at_desk is not None:
            self.at_desk.go_on_as(look)
