"""ux 5, safety 3.3: what is half typed outlasts a lock, in every field there is to type in.

Each place is opened, filled, locked; somebody else signs in, opens what they may and leaves; its
writer comes back, opens it again and finds it as it stood. A field of the source that no place
reaches has to stand in one of the short lists below, with the reason.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import TypeVar

import pytest
from PySide6.QtWidgets import QApplication, QWidget

import ui
from app.casework.letter_kinds import LetterKind
from app.casework.review import Choice as Found
from app.core.match import Match, Reason
from app.core.people import Patient
from app.machine import FixedClock
from app.pricing.estimate import LineRequest
from app.pricing.tariff import Admission
from app.residency.questions import QuestionType
from app.services import (
    care_search,
    checking,
    documents,
    emergency,
    estimating,
    merging,
    paper,
    registration,
    retention,
    stays,
)
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.services.finishing import Signing
from app.services.quarantine import AsideFile
from tests.desks import add_visitor, make_desk, register_visitor, sign_in
from tests.services.price_files import price_file
from tests.services.work import (
    SECOND_ADMIN,
    SIGNED_COPY,
    add_second_admin,
    chargeable,
    decide,
    seated,
)
from tests.ui import typed_fields
from tests.ui.officer_cases import invoice, make_billable
from tests.ui.officer_window import settle
from tests.ui.seats import Room
from tests.ui.typed_fields import Site, fields_of, fill, site_of, value_of
from ui import theme
from ui.models.people import PersonRow
from ui.shell import Shell
from ui.theme import Theme
from ui.views.account_forms import form_of
from ui.views.audit_accesses import AccessesPanel
from ui.views.case import CasePage
from ui.views.case_dated import DatedCard
from ui.views.case_family import FamilyCard
from ui.views.case_rest import RestCard
from ui.views.case_stay import StayCard
from ui.views.clinician import ClinicianPage
from ui.views.emergency import EmergencyPage
from ui.views.estimate_adding import AddCare
from ui.views.letters import LettersPanel
from ui.views.money import MoneyPage
from ui.views.money_accounts import AccountsPanel
from ui.views.money_approvals import ApprovalsPanel
from ui.views.money_claims import ClaimsPanel
from ui.views.money_forms import MoneyForm
from ui.views.money_invoicing import InvoicingPanel
from ui.views.money_payments import PaymentsPanel
from ui.views.packs import PacksPage
from ui.views.prices import PricesPanel
from ui.views.queue import QueuePage
from ui.views.records import RecordsPage
from ui.views.retention import RetentionPanel
from ui.views.settings import SettingsPage
from ui.views.settings_backup import BackupPanel
from ui.views.settings_desk import DeskPlacePanel
from ui.views.settings_machines import MachinesPanel
from ui.views.settings_people import PeoplePanel
from ui.views.settings_share import SharePanel
from ui.views.settings_texts import TextsPanel
from ui.views.settings_trust import TrustPanel
from ui.views.share_page import SharePage
from ui.views.visitor import VisitorView
from ui.widgets.field import Field
from ui.widgets.inputs import Choice, LineEdit, Notes

pytestmark = [pytest.mark.ui, pytest.mark.slow]

W = TypeVar("W", bound=QWidget)
WORDS = "half a wo"
NOT_KEPT = {
    "nobody has signed in yet, so there is nobody to keep it for": """
        views/first_run_join JoinForm.choice
        views/first_run_join PrintedKey.again
        views/first_run_steps KeyForm.key_store
        views/first_run_steps StartForm.choice
        views/first_run_steps __init__.desk
        views/first_run_steps __init__.device
        views/first_run_steps __init__.logo_file
        views/first_run_steps __init__.provider_code
        views/first_run_steps __init__.recovery_again
        views/first_run_steps __init__.trust_name
        views/sign_in SignInView.name""",
    "it looks for something and records nothing": """
        views/audit_patients AuditPatientsPanel.sought
        views/audit_rows AuditRowsPanel.act
        views/audit_rows AuditRowsPanel.case
        views/audit_rows AuditRowsPanel.since
        views/audit_rows AuditRowsPanel.until
        views/audit_rows AuditRowsPanel.who
        views/clinician ClinicianPage.ref
        views/estimate EstimatePanel.search
        views/find_card FindCard.search
        views/guide GuidePage.search
        views/language_card _Languages.wanted
        views/paper KeyFormView.code
        views/paper KeyFormView.ref
        views/queue_bars FiltersBar.search""",
    "it chooses what is shown and records nothing": """
        views/case_interview InterviewPanel.section
        views/dashboard DashboardPage.month
        views/dashboard DashboardPage.site
        views/queue_strips FilterStrip._by
        views/queue_strips FilterStrip._value
        views/queue_strips SortStrip._by
        views/reports ReportsPanel.day
        views/reports ReportsPanel.pick
        views/reports ReportsPanel.small
        views/reports ReportsPanel.year
        views/settings SettingsPage.choice
        views/settings_about AboutPanel.source
        views/settings_about AboutPanel.text
        widgets/sections Sections.list""",
    "it is kept as soon as it is chosen": """
        views/evidence_viewer EvidenceViewer.relied_on
        views/finish _FormOut.how
        views/finish _Notice.tick
        widgets/finish_line FinishLine.tick
        views/settings_look LookPanel.advance
        views/settings_look LookPanel.colours
        views/settings_look LookPanel.lock
        views/settings_look LookPanel.motion
        views/settings_look LookPanel.roomy
        views/settings_look LookPanel.sizes""",
    "one choice and its act, which is asked anew beside the record as it is (hazards H4, H12)": """
        views/case_decision DecisionPanel.choices
        views/case_decision DecisionPanel.reason
        views/copy_removal CopyRemoval.reasons
        views/find_card FindCard.booking
        views/queue_strips AssignStrip._to""",
    "it stands for another until the trust's own choices are read": """
        views/conflict_card ConflictCard.choices
        views/needs NeedsView.contact
        views/needs NeedsView.not_to""",
}
ELSEWHERE = {  # a test of its own walks the same way
    "views/conflict_card ConflictCard.why": (
        "tests.ui.test_conflicts",
        "test_ux_5_a_reason_half_written_outlasts_a_lock_for_its_writer_alone",
    ),
}


@dataclass
class Cases:
    """Whom the desk knows, each as far along as a place needs it."""

    visitor: str  # registered, nobody has decided
    ref: str  # of the same
    other: str  # the same, whom nothing is typed about
    staying: str  # with a stay on record
    urgent: str  # came as an emergency
    to_check: str  # waits for a second person
    billed: str
    provisional: str  # priced by an average that a senior officer confirms
    parked: str  # on the visitor page
    twin: Patient  # of whom there is a second record, alike
    joined: Patient  # into whom another was joined
    code: str  # of a form on paper
    prices: Path  # a list of them


@dataclass
class Seat:
    """Somebody at the window, and the cases there are."""

    room: Room
    cases: Cases

    def page(self, name: str, kind: type[W]) -> W:
        """A page of theirs, in sight."""
        self.room.shell.show_page(name)
        return self.find(kind)

    def find(self, kind: type[W]) -> W:
        """The one widget of this kind in the window."""
        QApplication.processEvents()
        found = self.room.shell.findChild(kind)
        assert isinstance(found, kind), kind
        return found

    def section(self, name: str, kind: type[W]) -> W:
        """A part of the settings."""
        self.page("settings", SettingsPage).open_section(name)
        return self.find(kind)

    def money(self, name: str, kind: type[W]) -> W:
        """A panel of Money."""
        page = self.page("money", MoneyPage)
        page.open_panel(name)
        panel = page.panel(name)
        assert isinstance(panel, kind)
        QApplication.processEvents()
        return panel

    def case(self, registration_id: str) -> CasePage:
        """The page of a case."""
        page = self.page("case", CasePage)
        page.open(registration_id)
        QApplication.processEvents()
        return page


Open = Callable[[Seat], QWidget]
PLACES: dict[str, dict[str, Open]] = defaultdict(dict)


def place(who: str, name: str = "") -> Callable[[Open], Open]:
    """Filled in one sitting with the others of the same person."""

    def keep(opens: Open) -> Open:
        PLACES[who][name or opens.__name__] = opens
        return opens

    return keep


# The desk


@place("clerk")
def new_patient(seat: Seat) -> QWidget:
    finder = seat.room.page.start.finder
    if not finder.new_patient.isVisible():
        finder.new_button.click()
    return finder.new_patient


@place("clerk, at the passport")
def passport_lines(seat: Seat) -> QWidget:
    visitor = on_visitor_page(seat)
    if visitor.passport.isHidden():
        visitor.passport_button.click()
    return visitor.passport.lines


@place("clerk, a visitor open")
def particulars_of_a_visitor(seat: Seat) -> QWidget:
    visitor = on_visitor_page(seat)
    visitor.close_panel()
    return visitor


@place("clerk, a visitor open")
def signature(seat: Seat) -> QWidget:
    on_visitor_page(seat)
    beside = seat.room.page.beside
    beside.lay(beside.finish)
    beside.finish.open(seat.cases.parked)
    return beside.finish.signature


@place("clerk, needs open")
def needs(seat: Seat) -> QWidget:
    on_visitor_page(seat)
    beside = seat.room.page.beside
    assert seat.room.office is not None
    model = seat.room.office.registration
    assert model is not None
    assert model.step is not None
    beside.lay(beside.needs)
    beside.needs.open(model.step.patient.patient_id)
    return beside.needs


def on_visitor_page(seat: Seat) -> VisitorView:
    page = seat.room.page
    seat.room.shell.show_page("desk")
    if page.stack.currentWidget() is page.interruption:
        page.interruption.go_on.click()
    page.stack.setCurrentWidget(page.visitor)
    return page.visitor


@place("clerk, signing")
def name_of_a_witness(seat: Seat) -> QWidget:
    signature(seat)
    card = seat.room.page.beside.finish.signature
    if card.how.value() is not Signing.TYPED:
        card.how.buttons[0].click()
    return card.witness


@place("clerk, keying")
def paper_form(seat: Seat) -> QWidget:
    page = seat.room.page.key_form
    seat.room.page.start.key_form.click()
    page.code.input.setText(seat.cases.code)
    page.code.input.returnPressed.emit()
    return page.sheet


@place("officer, comparing")
def why_two_are_one(seat: Seat) -> QWidget:
    records = records_of(seat, seat.cases.twin)
    records.similar.picked.emit(records.similar.current())
    return records.compare


@place("officer, comparing")
def why_two_are_parted(seat: Seat) -> QWidget:
    return records_of(seat, seat.cases.joined).reason


def records_of(seat: Seat, patient: Patient) -> RecordsPage:
    seat.room.shell.show_page("desk")
    page = seat.room.page
    page.start.finder.records_wanted.emit(Match.of(patient, Reason.ADDED))
    return page.records


@place("clerk")
def reason_of_an_emergency(seat: Seat) -> QWidget:
    return seat.page("emergency", EmergencyPage)


# The case


@place("officer")
def note_of_a_decision(seat: Seat) -> QWidget:
    return seat.case(seat.cases.visitor).decision.words


@place("officer")
def nothing_offered(seat: Seat) -> QWidget:
    page = seat.case(seat.cases.visitor)
    page.work.show_tab("evidence")
    return page.evidence.no_evidence


@place("officer")
def letters_rest(seat: Seat) -> QWidget:
    return unfolded(seat.case(seat.cases.visitor).facts.rest)


@place("officer")
def stay(seat: Seat) -> QWidget:
    return unfolded(seat.case(seat.cases.staying).facts.stay)


@place("officer")
def change_during_a_stay(seat: Seat) -> QWidget:
    return unfolded(seat.case(seat.cases.staying).facts.dated)


@place("officer")
def family(seat: Seat) -> QWidget:
    return unfolded(seat.case(seat.cases.staying).facts.family)


def unfolded(card: StayCard | DatedCard | FamilyCard | RestCard) -> QWidget:
    if not fields_of(card):
        card.change.click()
    return card


@place("officer")
def last_day_of_a_stay(seat: Seat) -> QWidget:
    return stay_on_a_ward(seat).last


@place("officer")
def day_on_a_ward(seat: Seat) -> QWidget:
    return stay_on_a_ward(seat).ward


def stay_on_a_ward(seat: Seat) -> StayCard:
    card = seat.case(seat.cases.urgent).facts.stay
    unfolded(card)
    return card


@place("officer")
def leaving_date(seat: Seat) -> QWidget:
    leaving = seat.case(seat.cases.visitor).facts.leaving
    if leaving.isHidden():
        leaving.change.click()
    return leaving


@place("officer")
def signed_form(seat: Seat) -> QWidget:
    page = seat.case(seat.cases.billed)
    page.decision.record_urgency.click()
    return page.urgency


@place("officer")
def grounds_of_a_signed_form(seat: Seat) -> QWidget:
    page = seat.case(seat.cases.other)
    page.decision.record_urgency.click()
    return next(iter(page.urgency.single.values()))


@place("officer")
def tick_of_a_decision(seat: Seat) -> QWidget:
    return seat.case(seat.cases.visitor).decision.certified


for part in ("visit", "several", "same_visit"):

    def part_of_an_outpatient_line(part: str, seat: Seat) -> QWidget:
        adding = begun_line(seat, seat.cases.other, "cardiology")
        found = getattr(adding, part)
        assert isinstance(found, QWidget)
        return found

    place("officer", f"{part} of a line")(partial(part_of_an_outpatient_line, part))


@place("officer")
def units_of_a_line(seat: Seat) -> QWidget:
    return begun_line(seat, seat.cases.staying, "XC04Z").units


def begun_line(seat: Seat, case: str, words: str) -> AddCare:
    adding = seat.case(case).estimate.adding
    if adding.care is None:
        (found, *_) = care_search.care(seat.room.desk, case, words)
        adding.pick(found)
    if adding.admission.input.value() is None:
        adding.admission.input.setCurrentIndex(0)
        adding.admission.input.activated.emit(0)
    return adding


@place("senior")
def why_a_price_is_confirmed(seat: Seat) -> QWidget:
    return seat.case(seat.cases.provisional).estimate.why


@place("officer")
def care_line(seat: Seat) -> QWidget:
    estimate = seat.case(seat.cases.visitor).estimate
    if estimate.adding.care is None:
        (found, *_) = care_search.care(seat.room.desk, seat.cases.visitor, "hip")
        estimate.adding.pick(found)
    return estimate.adding


@place("officer")
def treatment(seat: Seat) -> QWidget:
    return seat.case(seat.cases.visitor).estimate.treatment


@place("officer")
def letter(seat: Seat) -> QWidget:
    page = seat.case(seat.cases.visitor)
    page.work.show_tab("letters")
    return page.work.letters


@place("officer")
def papers_asked_for(seat: Seat) -> QWidget:
    return request(seat).missing


@place("officer")
def day_to_answer_by(seat: Seat) -> QWidget:
    return request(seat).reply_by


def request(seat: Seat) -> LettersPanel:
    letters = seat.case(seat.cases.other).work.letters
    if letters.which.input.value() is not LetterKind.REQUEST_FOR_INFORMATION:
        letters.which.input.set_value(LetterKind.REQUEST_FOR_INFORMATION)
        letters.which.input.chosen.emit(LetterKind.REQUEST_FOR_INFORMATION)
    return letters


@place("officer")
def day_a_paper_ends(seat: Seat) -> QWidget:
    return seat.case(seat.cases.other).evidence.form.expires


@place("officer")
def paper_shown(seat: Seat) -> QWidget:
    page = seat.case(seat.cases.visitor)
    page.work.show_tab("evidence")
    return page.evidence.form


@place("officer")
def card_of_a_case(seat: Seat) -> QWidget:
    page = seat.case(seat.cases.visitor)
    page.evidence.card.click()
    return page.card


def question(kind: QuestionType, seat: Seat) -> QWidget:
    page = seat.case(seat.cases.visitor)
    page.work.show_tab("interview")
    ranked = seat.room.desk.law.questions.ranked
    fits = [one for one in ranked if one.type is kind and one.asked_by == "officer"]
    asked = max(fits, key=lambda one: len(one.options))  # so many that they stand in a list
    page.interview.ask(asked, "")
    return page.interview.editor


for one in (QuestionType.TEXT, QuestionType.DATE, QuestionType.MULTI_CHOICE, QuestionType.CHOICE):
    place("officer", f"question of {one.name}")(partial(question, one))


@place("officer")
def put_away(seat: Seat) -> QWidget:
    strip = seat.page("queue", QueuePage).asking.snooze
    strip.start([seat.cases.visitor])
    return strip


@place("officer")
def name_of_a_view(seat: Seat) -> QWidget:
    strip = seat.page("queue", QueuePage).asking.save
    strip.start()
    return strip


@place("auditor")
def what_was_found_of_an_access(seat: Seat) -> QWidget:
    panel = seat.page("audit", AccessesPanel)
    panel.refresh()
    return panel.note


@place("officer")
def what_was_found_of_a_file(seat: Seat) -> QWidget:
    page = seat.page("share", SharePage)
    told = dict.fromkeys(("do", "device", "looked_at", "looked_by", "note"), "")
    of_the_share = AsideFile(
        name="a.bin",
        code="bad_seal",
        words="Not read.",
        seen_at=seat.room.desk.moment,
        judgeable=False,
        asked=False,
        **told,
    )
    page.aside.show_files((of_the_share,))
    return page.aside.found


@place("senior")
def second_persons_note(seat: Seat) -> QWidget:
    return seat.case(seat.cases.to_check).decision.check_note


@place("clinician")
def clinicians_form(seat: Seat) -> QWidget:
    page = seat.page("clinician", ClinicianPage)
    page.ref.input.setText(seat.cases.ref)
    page.open_button.click()
    return page.form


# Money


def money_form(form: MoneyForm, about: str) -> QWidget:
    """A form of Money about something of this name."""
    for choice in form.findChildren(Choice):
        if not choice.count():
            choice.set_choices([("one", "One"), ("two", "Two")])
    for hidden in form.findChildren(Field):
        hidden.show()
    form.begin(about, lambda: _empty(form))
    return form


def _empty(form: MoneyForm) -> None:
    for line in form.findChildren(LineEdit):
        line.clear()
    for choice in form.findChildren(Choice):
        choice.set_value(None)
    for notes in form.findChildren(Notes):
        notes.clear()


for act in ("promise", "plan", "undertaking", "died", "write_off", "hold", "lift"):

    def act_of_an_account(act: str, seat: Seat) -> QWidget:
        panel = seat.money("accounts", AccountsPanel)
        if act not in panel.forms:
            panel.forms[act] = form_of(act, seat.room.desk.finance, lambda: seat.room.desk.today)
            panel.add_page(panel.forms[act])
        return money_form(panel.forms[act], act)

    place("finance", f"{act} of an account")(partial(act_of_an_account, act))


@place("finance")
def payment(seat: Seat) -> QWidget:
    return money_form(seat.money("accounts", AccountsPanel).payment, "an account")


@place("finance")
def payer(seat: Seat) -> QWidget:
    return money_form(seat.money("to_invoice", InvoicingPanel).payer, "a case")


for name in ("file", "match", "aside", "place"):

    def form_of_payments(name: str, seat: Seat) -> QWidget:
        form = getattr(seat.money("payments", PaymentsPanel), name)
        assert isinstance(form, MoneyForm)
        return money_form(form, "a payment")

    place("finance", f"{name} of payments")(partial(form_of_payments, name))


@place("finance")
def treatment_claimed(seat: Seat) -> QWidget:
    return money_form(seat.money("claims", ClaimsPanel).treatment, "a claim")


@place("finance")
def claim_reported(seat: Seat) -> QWidget:
    return money_form(seat.money("claims", ClaimsPanel).portal, "a claim")


@place("senior")
def declined(seat: Seat) -> QWidget:
    return money_form(seat.money("approvals", ApprovalsPanel).decline, "a proposal")


# Settings


@place("admin")
def letterhead(seat: Seat) -> QWidget:
    return seat.section("trust", TrustPanel)


@place("admin")
def site_and_desk(seat: Seat) -> QWidget:
    return seat.section("place", DeskPlacePanel)


@place("admin")
def somebody_to_let_in(seat: Seat) -> QWidget:
    panel = seat.section("people", PeoplePanel)
    panel.add.click()
    return panel.form


@place("admin")
def what_somebody_may_do(seat: Seat) -> QWidget:
    panel = seat.section("people", PeoplePanel)
    panel.back()
    rows = [panel.people.thing_at(row) for row in range(panel.people.rowCount())]
    names = [row.person.name for row in rows if isinstance(row, PersonRow)]
    panel.table.opened.emit(names.index("senior"))
    return panel.person


@place("admin")
def translation(seat: Seat) -> QWidget:
    return seat.section("texts", TextsPanel)


@place("admin")
def finance_share(seat: Seat) -> QWidget:
    return seat.section("share", SharePanel)


@place("admin")
def machines(seat: Seat) -> QWidget:
    return seat.section("machines", MachinesPanel)


@place("admin")
def rule_pack(seat: Seat) -> QWidget:
    return seat.section("rules", PacksPage)


@place("admin")
def prices(seat: Seat) -> QWidget:
    return seat.section("prices", PricesPanel)


@place("admin, at a list")
def list_of_prices(seat: Seat) -> QWidget:
    take_in = seat.section("prices", PricesPanel).take_in
    if take_in.preview.isHidden():
        take_in.file.input.setText(str(seat.cases.prices))
        take_in.read.click()
        settle()
    return take_in.preview


@place("admin")
def why_nothing_is_removed(seat: Seat) -> QWidget:
    panel = seat.section("retention", RetentionPanel)
    settle()
    return panel.why_not


@place("admin")
def record_held(seat: Seat) -> QWidget:
    return seat.section("retention", RetentionPanel)


@place("admin")
def backup(seat: Seat) -> QWidget:
    return seat.section("backup", BackupPanel)


# The walk


@dataclass
class Walked:
    """What was lost where, and which fields of the source were filled."""

    faults: dict[str, list[str]]
    met: set[Site]


@pytest.fixture(scope="module")
def walked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Walked]:
    worn = theme.current()
    folder = tmp_path_factory.mktemp("everywhere")
    desk = make_desk(folder)
    found = Walked(defaultdict(list), set())
    with typed_fields.watched():
        cases = _cases(desk, folder)
        for who in PLACES:
            shell = Shell()
            shell.show()
            _walk(Seat(Room(desk, shell), cases), who, found)
            shell.close()
            shell.deleteLater()
    yield found
    theme.apply(qapp, worn)
    desk.db.close()


def _walk(seat: Seat, who: str, found: Walked) -> None:
    name = who.partition(",")[0]
    back_to = seat.cases.parked if "," in who else ""
    stood: dict[str, list[object]] = {}
    seat.room.sit(name, back_to=back_to)
    for here, opens in PLACES[who].items():
        form = opens(seat)
        settle()
        fill(form, words=WORDS)
        stood[here] = _standing(form, found.met)
        theme.apply(_program(), Theme("dark", 2.0, motion=False))
        settle()
        _compare(here, "after another look", form, stood[here], found)
        theme.apply(_program(), Theme(motion=False))
    seat.room.lock()
    for other in ("officer", "clerk", "admin"):
        if other != name:
            seat.room.sit(other, back_to=back_to if other == "clerk" else "")
            found.faults["seen by another"] += [
                f"{who}: {other} has {site_of(one)}"
                for one in seat.room.shell.findChildren(LineEdit)
                if WORDS in one.text()
            ]
            seat.room.lock()
    seat.room.sit(name, back_to=back_to)
    for here, opens in PLACES[who].items():
        form = opens(seat)
        settle()
        _compare(here, "after a lock", form, stood[here], found)
    seat.room.lock()


def _standing(form: QWidget, met: set[Site]) -> list[object]:
    """Each field, which of those of its site it is, and what stands in it."""
    found: list[object] = []
    seen = Counter[Site]()
    for one in fields_of(form):
        site = site_of(one)
        met.add(site)
        seen[site] += 1
        if not _is_hidden(one):
            found.append((str(site), seen[site], value_of(one)))
    return found


def _compare(here: str, when: str, form: QWidget, stood: list[object], found: Walked) -> None:
    now = _standing(form, found.met)
    found.faults[here] += [f"{when}: {one}" for one in stood if one not in now]
    found.faults["passwords"] += [
        f"{here} {when}: {site_of(one)}"
        for one in fields_of(form)
        if when == "after a lock" and _is_hidden(one) and value_of(one)
    ]


def _is_hidden(one: QWidget) -> bool:
    return isinstance(one, LineEdit) and one.echoMode() == LineEdit.EchoMode.Password


def _program() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app


def _cases(desk: Desk, folder: Path) -> Cases:
    sign_in(desk, "clerk")
    names = ("Okafor", "Adeyemi", "Lee", "Khan", "Moreau", "Silva")
    visitor, other, staying, to_check, priced, billed = (
        register_visitor(desk, add_visitor(desk, family_name=name)) for name in names
    )
    urgent = register_visitor(
        desk, add_visitor(desk, family_name="Costa", born_years_ago=50), booking="emergency"
    )
    parked = _on_visitor_page(desk, add_visitor(desk, family_name="Nowak"))
    code = paper.print_pre_attendance(desk, registration.step(desk, parked).ref).code
    twin = add_visitor(desk, family_name="Haddad")
    add_visitor(desk, family_name="Haddad")
    joined, gone = (add_visitor(desk, family_name="Osei", born_years_ago=44) for _ in range(2))
    sign_in(desk, "officer")
    merging.merge(desk, gone.patient_id, into=joined.patient_id, reason="One passport")
    ref = registration.step(desk, visitor).ref
    stays.set_stay(desk, staying, first="1/3/26", last="8/3/26", ward="")
    average = LineRequest(
        id="1", admission=Admission.CRITICAL_CARE, hrg="XC04Z", units=3, provisional=True
    )
    estimating.issue(desk, priced, lines=(average,), treatment="Intensive care")
    make_billable(desk, to_check, checked=False)
    sign_in(desk, "finance")
    emergency.open_in_emergency(desk, ref, "The officer is away and the ward asks")
    sign_in(desk, "senior")
    checking.look(desk, to_check, Found.CHARGE)
    invoice(desk, billed)
    _listed_to_be_removed(desk)
    prices = folder / "prices.csv"
    prices.write_bytes(price_file(9999))
    return Cases(
        *(visitor, ref, other, staying, urgent, to_check, billed),
        *(priced, parked, twin, joined, code, prices),
    )


def _listed_to_be_removed(desk: Desk) -> None:
    """By another administrator, a copy whose time is over."""
    add_second_admin(desk)
    case = chargeable(desk, family_name="Tembo")
    with seated(desk, "officer"):
        documents.note(desk, case, PaperShown(type_code="passport"), SIGNED_COPY)
    decide(desk, case)
    assert isinstance(desk.clock, FixedClock)
    desk.clock.set(desk.clock.now() + timedelta(days=100))
    with seated(desk, SECOND_ADMIN):
        retention.propose_removal(desk)


def _on_visitor_page(desk: Desk, patient: Patient) -> str:
    begun = registration.begin(desk, patient.patient_id, "outpatient").registration_id
    registration.answer(desk, begun, "s1_residence_12m", "abroad")
    registration.answer(desk, begun, "s1_countries_12m", ("NG",))
    registration.answer(desk, begun, "s1_document", "none")
    registration.answer(desk, begun, "s1_existing_banner", "no")
    registration.park(desk, begun)
    return begun


@pytest.mark.parametrize("here", [one for places in PLACES.values() for one in places])
def test_ux_5_what_is_half_typed_stands_there_after_a_lock_and_another_look(
    here: str, walked: Walked
) -> None:
    assert walked.faults[here] == []


def test_h4_nobody_else_sees_a_word_of_what_somebody_half_typed(walked: Walked) -> None:
    assert walked.faults["seen by another"] == []


def test_safety_3_2_no_password_is_kept_through_a_lock(walked: Walked) -> None:
    assert walked.faults["passwords"] == []


def test_ux_5_a_field_is_kept_through_a_lock_or_says_why_not(walked: Walked) -> None:
    for module in walk_packages(ui.__path__, "ui."):
        if not module.name.endswith("__main__"):
            import_module(module.name)
    there = set(typed_fields.sites().values())
    said = {_site(line) for names in NOT_KEPT.values() for line in names.split("\n") if line}
    elsewhere = {_site(line) for line in ELSEWHERE}
    passwords = typed_fields.takes_passwords()
    explained = said | elsewhere | passwords
    assert sorted(map(str, there - walked.met - explained)) == [], "new, and kept nowhere"
    assert sorted(map(str, explained - there)) == [], "gone from the source"
    assert sorted(map(str, explained & walked.met - passwords)) == [], "kept after all"
    for line, (where, test) in ELSEWHERE.items():
        assert callable(getattr(import_module(where), test)), line


def test_no_field_is_made_but_those_that_the_walk_knows() -> None:
    made = [one for one in typed_fields.raw_fields() if not one.startswith("widgets/inputs.py")]
    assert made == []


def _site(line: str) -> Site:
    module, _, name = line.strip().partition(" ")
    return Site(module, name)
