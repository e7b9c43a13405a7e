"""The pages one signed-in person works on: built when they sit down, gone when they leave."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.access.roles import Act, Extent
from app.core.look import Look
from app.core.people import Patient
from app.services import desk_lists, packs, registration, signin
from app.services.desk import Desk, User
from ui.audit_panels import AUDIT, audit_page
from ui.backups import Backups
from ui.changes import Changes
from ui.comfort import Comfort
from ui.language import give_words, tr
from ui.models.backup import BackupModel
from ui.models.beside import Beside
from ui.models.case import CaseModel
from ui.models.clinician import ClinicianModel
from ui.models.conflicts import ConflictsModel
from ui.models.dashboard import DashboardModel
from ui.models.desk import DeskModel
from ui.models.documents import DocumentsModel
from ui.models.emergency import AccessesModel, EmergencyModel
from ui.models.estimate import EstimateModel
from ui.models.exchange import ExchangeModel
from ui.models.guide import GuideModel
from ui.models.letters import LettersModel
from ui.models.packs import PacksModel
from ui.models.paper import PaperModel
from ui.models.pdf import PdfModel
from ui.models.queue import QueueModel
from ui.models.queue_acts import QueueActs
from ui.models.queue_letters import QueueLetters
from ui.models.queue_order import CaseOrder
from ui.models.registration import RegistrationModel
from ui.models.whereabouts import WhereaboutsModel
from ui.money_panels import panels_for
from ui.scanning import Wedge
from ui.settings_panels import sections_for
from ui.sharing import Sharing
from ui.shell import Shell
from ui.views.case import CasePage
from ui.views.clinician import ClinicianPage
from ui.views.conflicts import ConflictsPage
from ui.views.dashboard import DashboardPage
from ui.views.desk import DeskPage
from ui.views.desk_passports import PASSPORT_NOT_HERE
from ui.views.elsewhere import ElsewherePage
from ui.views.emergency import EmergencyPage
from ui.views.guide import GuidePage
from ui.views.money import MoneyPage
from ui.views.queue import QueuePage
from ui.views.settings import SettingsPage
from ui.views.share_page import SharePage
from ui.widgets.rail import RailItem
from ui.wording import DASHBOARD, GUIDE, RAIL_ICONS, SETTINGS
from ui.work import Runner

_FIRST = (
    "queue",
    "audit",
    "money",
    "clinician",
    "desk",
    "settings",
    "elsewhere",
)  # what a role is there for


class Office(QObject):
    """What the roles allow, and no more: the services check again under every page (H3)."""

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
        back_to: str = "",
    ) -> None:
        """`back_to` is the registration this person had open when they locked the desk.

        Files are read and pages drawn in the lane `files`, so that a share that hangs holds none of
        it; where one lane is enough, the share's serves both. `copies` is for backups.
        """
        super().__init__()
        give_words(desk)
        self._comfort = comfort or Comfort(parent=self)
        self._desk, self._shell, self._records, self._share = desk, shell, records, share
        self._files = files or share
        self._copies = copies or self._files
        self._pages: list[str] = []
        self._loose: list[QWidget] = []
        self._papers: list[DocumentsModel] = []
        self.changes = Changes()
        self.exchange = ExchangeModel(desk, records, share, self.changes)
        self.registration: RegistrationModel | None = None
        self._desk_page: DeskPage | None = None
        self.wedge: Wedge | None = None  # passport and barcode readers, heard at the desk
        self._back_to = ""
        self._money: MoneyPage | None = None
        self._accesses: AccessesModel | None = None
        shell.set_user(f"{user.display_name}, {desk.place}")
        self._build()
        self._wire()
        records.run(lambda: packs.expiry_notice(desk), shell.tell_rules)
        shell.show_page(next(name for name in _FIRST if name in self._pages))
        self.exchange.refresh()
        if back_to and self.registration is not None:
            self._back_to = back_to
            records.run(self._parked, self._go_back)

    def leave(self) -> str:
        """Park what is open, sign out, and take every page out of the window.

        Returns which registration was open, to go back to; an empty text for none.
        """
        if self.wedge is not None:
            self.wedge.stop()
        self._backups.leave()
        left_open = self._park_what_is_open()
        for papers in self._papers:
            papers.close()
        self._records.run(self._sign_out)
        self._sharing.leave()
        self._comfort.worn.disconnect(self._go_on_as)
        self._shell.set_patient(None, self._desk.today)
        for name in self._pages:
            self._shell.remove_page(name)
        for widget in self._loose:
            widget.setParent(None)
            widget.deleteLater()
        self._shell.tell_rules("")
        self._shell.notice.hide()
        self._shell.undo.hide()
        return left_open

    def _build(self) -> None:
        if self._desk.may(Act.REGISTER):
            self._add_desk()
        if self._desk.may(Act.DECIDE_STATUS):
            self._add_queue()
        self._add_money()
        if self._desk.may(Act.EXPORT_BATCH):
            self._add_dashboard()
        if self._desk.may(Act.RECORD_URGENCY) and not self._desk.may(Act.DECIDE_STATUS):
            self._add_clinician()
        if self._desk.may(Act.READ_AUDIT):
            self._add_audit()
        if not self._pages and not self._desk.may(Act.ADMINISTER):
            self._add("elsewhere", ElsewherePage(), None)
        if self._desk.may(Act.READ_GUIDE):
            self._add_guide()
        if self._desk.may(Act.EMERGENCY_ACCESS) and not self._desk.may(Act.DECIDE_STATUS):
            self._add_emergency()
        self._add_share()
        self._add_settings()

    def _add_desk(self) -> None:
        model = DeskModel(self._desk, self._records, self.changes)
        self._records.run(lambda: registration.gather_drafts(self._desk))
        self._records.run(lambda: desk_lists.usual_booking(self._desk), model.set_booking)
        model.booking_changed.connect(self._remember_booking)
        self.registration = RegistrationModel(self._desk, self._records, self.changes)
        self._go_on_as(self._comfort.look)
        beside = Beside.of(self._desk, self._records, self._files, self.changes)
        self._papers.append(beside.documents)
        page = self._desk_page = DeskPage(
            model,
            self.registration,
            PaperModel(self._desk, self._records, self.changes),
            PdfModel(self._desk, self._records, self._files),
            beside,
        )
        page.turned.connect(lambda on: self._shell.rail.setVisible(not on))
        page.patient_opened.connect(self._patient)
        page.patient_closed.connect(lambda: self._patient(None))
        self.wedge = Wedge(self._shell)
        self.wedge.passport.connect(self._passport_scanned)
        self.wedge.offered = self._number_scanned
        self._add("desk", page, RailItem("desk", tr("Desk"), "user-search"), banner=True)

    def _passport_scanned(self, lines: str) -> None:
        if self._desk_page is not None and self._shell.page() == "desk":
            self._desk_page.take_passport(lines)
        else:
            self._shell.notice.say(PASSPORT_NOT_HERE)

    def _number_scanned(self, number: str) -> bool:
        page = self._desk_page if self._shell.page() == "desk" else None
        return page is not None and page.take_number(number)

    def _add_queue(self) -> None:
        queue = QueueModel(self._desk, self._records, self.changes)
        pages = QueuePage(
            queue,
            QueueActs(self._desk, self._records, self.changes),
            QueueLetters(self._desk, self._records, self._files, self.changes),
        )
        case = CasePage(
            CaseModel(self._desk, self._records, self.changes),
            EstimateModel(self._desk, self._records, self.changes),
            PdfModel(self._desk, self._records, self._files),
            PaperModel(self._desk, self._records, self.changes),
            LettersModel(self._desk, self._records, self.changes),
            self._documents(),
            GuideModel(self._desk, self._records),
        )
        pages.case_opened.connect(lambda one, among: self._open_case(case, one, among))
        pages.undoable.connect(self._shell.offer_undo)
        self._add_conflicts(pages, case)
        case.patient_opened.connect(self._patient)
        case.closed.connect(lambda: self._close_case("queue"))
        case.invoice_wanted.connect(self._to_invoice)
        queue.counted.connect(lambda counts: self._shell.set_count("queue", counts["new"]))
        self._shell.banner.slot.addWidget(case.steps)
        self._loose.append(case.steps)
        self._add("queue", pages, RailItem("queue", tr("Queue"), "inbox"))
        self._add("case", case, None, banner=True)

    def _add_conflicts(self, queue: QueuePage, case: CasePage) -> None:
        """What two machines said differently: counted on the queue, settled on its own page."""
        model = ConflictsModel(self._desk, self._records, self.changes)
        page = ConflictsPage(model)
        model.counted.connect(queue.show_conflicts)
        model.proposed.connect(queue.show_pairs)
        self.changes.changed.connect(model.count)
        queue.conflicts_wanted.connect(lambda: self._shell.show_page("conflicts"))
        page.closed.connect(lambda: self._shell.show_page("queue"))
        page.case_opened.connect(lambda one: self._open_case(case, one, None))
        self._add("conflicts", page, None)
        model.count()
        model.look_for_pairs()  # once a sitting, and with the list: it reads every patient

    def _add_money(self) -> None:
        panels = panels_for(self._desk, self._records, self._files, self.changes)
        if panels:
            self._money = MoneyPage(panels)
            self._add("money", self._money, RailItem("money", tr("Money"), "coin-pound"))

    def _add_dashboard(self) -> None:
        model = DashboardModel(self._desk, self._records, self.changes)
        page = DashboardPage(model, PdfModel(self._desk, self._records, self._files))
        self._add("dashboard", page, RailItem("dashboard", DASHBOARD, RAIL_ICONS[DASHBOARD]))

    def _add_clinician(self) -> None:
        page = ClinicianPage(ClinicianModel(self._desk, self._records, self.changes))
        page.patient_opened.connect(self._patient)
        page.patient_closed.connect(lambda: self._patient(None))
        item = RailItem("clinician", tr("Urgency"), "stethoscope")
        self._add("clinician", page, item, banner=True)

    def _add_audit(self) -> None:
        accesses = AccessesModel(self._desk, self._records, self.changes)
        page = audit_page(self._desk, self._records, accesses)
        self._add("audit", page, RailItem("audit", AUDIT, "shield-check"))
        if self._desk.extent(Act.READ_AUDIT) is Extent.FULL:
            self._accesses = accesses

    def _add_emergency(self) -> None:
        page = EmergencyPage(EmergencyModel(self._desk, self._records, self.changes))
        page.patient_opened.connect(self._patient)
        page.patient_closed.connect(lambda: self._patient(None))
        item = RailItem("emergency", tr("Emergency"), "alert-circle", at_foot=True)
        self._add("emergency", page, item, banner=True)

    def _add_settings(self) -> None:
        model = PacksModel(self._desk, self._records)
        model.notice.connect(self._shell.tell_rules)
        backup = BackupModel(self._desk, self._records, self._copies)
        plans = sections_for(
            self._desk,
            self._records,
            self._share,
            self.changes,
            files=self._files,
            comfort=self._comfort,
            packs=model,
            backup=backup,
        )
        page = SettingsPage(plans)
        item = RailItem("settings", SETTINGS, RAIL_ICONS[SETTINGS], at_foot=True)
        self._add("settings", page, item)
        self._backups = Backups(self._desk, self._shell, backup, lambda: self._to_backup(page))

    def _to_backup(self, page: SettingsPage) -> None:
        self._shell.show_page("settings")
        page.open_section("backup")

    def _add_share(self) -> None:
        """Behind the sync button for all; on the rail for who looks at what was not believed."""
        model = WhereaboutsModel(self._desk, self._records, self.changes)
        page = SharePage(model)
        self._sharing = Sharing(self._shell, self.exchange, page, lambda: self._pages[0])
        on_rail = RailItem("share", tr("Share"), "cloud-up", at_foot=True)
        self._add("share", page, on_rail if model.sees_aside else None)

    def _add_guide(self) -> None:
        page = GuidePage(GuideModel(self._desk, self._records))
        self._add("guide", page, RailItem("guide", GUIDE, RAIL_ICONS[GUIDE]))

    def _documents(self) -> DocumentsModel:
        """Papers are drawn in the lane of papers; after a lock none is held."""
        model = DocumentsModel(self._desk, self._records, self._files, self.changes)
        self._papers.append(model)
        return model

    def _to_invoice(self) -> None:
        """From a case to the list of what to invoice, for a person who decides and bills."""
        if self._money is not None:
            self._money.open_panel("to_invoice")
            self._close_case("money")

    def _open_case(self, case: CasePage, registration_id: str, among: CaseOrder | None) -> None:
        case.open(registration_id, among=among)
        self._shell.show_page("case")
        self._shell.rail.open("queue")

    def _close_case(self, page: str) -> None:
        self._patient(None)
        self._shell.show_page(page)

    def _remember_booking(self, booking: str) -> None:
        self._records.run(lambda: desk_lists.remember_booking(self._desk, booking))

    def _add(
        self, name: str, page: QWidget, item: RailItem | None, *, banner: bool = False
    ) -> None:
        self._shell.add_page(name, page, rail=item, banner=banner)
        self._pages.append(name)

    def _wire(self) -> None:
        self._comfort.worn.connect(self._go_on_as)
        if self._accesses is not None:
            self._accesses.counted.connect(lambda count: self._shell.set_count("audit", count))
            self.changes.changed.connect(self._accesses.count)
            self._accesses.count()

    def _patient(self, patient: Patient | None) -> None:
        self._shell.set_patient(patient, self._desk.today)

    def _park_what_is_open(self) -> str:
        model = self.registration
        if model is None or model.step is None or not model.is_draft:
            return ""
        if self._desk_page is not None:
            self._desk_page.visitor.save_pending()
        open_one = model.step.registration_id
        self._records.run(lambda: registration.set_down(self._desk, open_one))
        return open_one

    def _go_on_as(self, look: Look) -> None:
        """Whether the next question opens by itself once one is answered."""
        if self.registration is not None:
            self.registration.auto_advance = look.auto_advance

    def _parked(self) -> frozenset[str]:
        return frozenset(one.registration_id for one in desk_lists.parked(self._desk))

    def _go_back(self, parked: frozenset[str]) -> None:
        """To what was begun before the lock, where nobody has taken it up since."""
        model = self.registration
        if model is not None and model.step is None and self._back_to in parked:
            self._shell.show_page("desk")
            model.resume(self._back_to)

    def _sign_out(self) -> None:
        signin.sign_out(self._desk)
