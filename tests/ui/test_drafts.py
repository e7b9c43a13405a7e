"""ux 5: what is typed and kept nowhere yet outlasts a lock, for its writer alone (hazard H4)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.billing.payment import Method
from app.casework.letter_kinds import LetterKind
from app.casework.papers import PaperState
from app.casework.review import Choice
from app.pricing.tariff import Admission
from app.residency.questions import QuestionType
from app.services import (
    care_search,
    checking,
    emergency,
    estimating,
    invoicing,
    particulars,
    registration,
)
from app.services.desk import Desk
from app.services.finishing import Signing
from tests.desks import add_visitor, register_visitor, sign_in
from tests.ui.hands import press, write
from tests.ui.held_lane import HeldLane
from tests.ui.office_desk import desk as desk
from tests.ui.officer_cases import ON_THE_WARD, decide_to_charge, invoice, make_billable
from tests.ui.seats import Room, window_of_many
from ui.models.estimate import LineDraft
from ui.shell import Shell
from ui.views.account_forms import ActForm
from ui.views.audit_accesses import AccessesPanel
from ui.views.case import CasePage
from ui.views.clinician import ClinicianPage
from ui.views.finish import FinishView
from ui.views.letters import LettersPanel
from ui.views.money import MoneyPage
from ui.views.money_accounts import AccountsPanel
from ui.views.money_invoicing import InvoicingPanel
from ui.views.money_panel import MoneyPanel
from ui.views.settings import SettingsPage
from ui.views.settings_trust import TrustPanel
from ui.widgets.inputs import LineEdit

pytestmark = pytest.mark.ui
KEY = Qt.Key
P = TypeVar("P", bound=MoneyPanel)


@pytest.fixture
def room(qtbot: QtBot, desk: Desk, shell: Shell) -> Iterator[Room]:
    with window_of_many(qtbot, desk, shell) as one:
        yield one


def asked_for_countries(room: Room, family_name: str) -> str:
    """A parked registration whose open question wants countries."""
    sign_in(room.desk, "clerk")
    begun = registration.begin(
        room.desk, add_visitor(room.desk, family_name=family_name).patient_id, "outpatient"
    )
    registration.answer(room.desk, begun.registration_id, "s1_residence_12m", "abroad")
    registration.park(room.desk, begun.registration_id)
    return begun.registration_id


def test_ux_5_half_a_country_outlasts_a_lock_for_its_writer_alone(room: Room) -> None:
    okafor, adeyemi = (asked_for_countries(room, name) for name in ("Okafor", "Adeyemi"))
    room.sit("clerk", back_to=okafor)
    typing = room.on_ladder().question.countries.typing
    typing.setFocus()
    write("nig")
    press(KEY.Key_Escape, on=QApplication.activePopupWidget() or typing)
    assert typing.text() == "nig"
    room.lock()
    model = room.sit("officer").registration
    assert model is not None
    model.resume(okafor)
    assert room.on_ladder().question.countries.typing.text() == ""
    room.lock()
    room.sit("clerk", back_to=adeyemi)
    assert room.on_ladder().question.countries.typing.text() == ""
    room.lock()
    room.sit("clerk", back_to=okafor)
    assert room.on_ladder().question.countries.typing.text() == "nig"


def test_h4_half_a_country_goes_with_its_patient_and_comes_back_with_them(room: Room) -> None:
    okafor, adeyemi = (asked_for_countries(room, name) for name in ("Okafor", "Adeyemi"))
    room.sit("clerk", back_to=okafor)
    room.on_ladder().question.countries.typing.setText("nig")
    model = room.office.registration if room.office else None
    assert model is not None
    model.park()
    model.resume(adeyemi)
    assert room.on_ladder().question.countries.typing.text() == ""
    room.on_ladder().question.countries.typing.setText("gha")
    model.park()
    model.resume(okafor)
    assert room.on_ladder().question.countries.typing.text() == "nig"
    room.on_ladder().question.answers.rows[-1].click()  # not sure: half a word was no answer
    model.question_before()
    assert room.on_ladder().question.countries.typing.text() == ""


def on_signature(room: Room) -> FinishView:
    page = room.page
    assert room.office is not None
    model = room.office.registration
    assert model is not None
    assert model.step is not None
    page.beside.lay(page.beside.finish)
    page.beside.finish.open(model.step.registration_id)
    return page.beside.finish


def test_ux_5_what_is_typed_and_drawn_for_a_signature_outlasts_a_lock(room: Room) -> None:
    okafor, adeyemi = (asked_for_countries(room, name) for name in ("Okafor", "Adeyemi"))
    room.sit("clerk", back_to=okafor)
    room.on_ladder()
    card = on_signature(room).signature
    card.how.set_value(Signing.DRAWN)
    card.relation.input.setText("Daughter")
    card.pad.set_strokes((((10, 10), (500, 400)),))
    room.lock()
    assert room.shell.findChildren(FinishView) == []
    room.sit("clerk", back_to=adeyemi)
    room.on_ladder()
    card = on_signature(room).signature
    assert (card.relation.input.text(), card.pad.strokes()) == ("", ())
    assert card.name.input.text() == "Ada Adeyemi"
    room.lock()
    room.sit("clerk", back_to=okafor)
    room.on_ladder()
    card = on_signature(room).signature
    assert card.how.value() is Signing.DRAWN
    assert card.relation.input.text() == "Daughter"
    assert card.pad.strokes() == (((10, 10), (500, 400)),)
    assert not card.pad.isHidden()


def test_what_was_signed_is_not_offered_again_and_esc_keeps_what_is_typed(room: Room) -> None:
    okafor = asked_for_countries(room, "Okafor")
    room.sit("clerk", back_to=okafor)
    room.on_ladder()
    view = on_signature(room)
    view.signature.relation.input.setText("Daughter")
    view.close_panel()
    view = on_signature(room)
    assert view.signature.relation.input.text() == "Daughter"
    view.signature.keep.click()
    assert view.signature.at.isVisibleTo(view)
    room.lock()
    room.sit("clerk", back_to=okafor)
    room.on_ladder()
    assert on_signature(room).signature.relation.input.text() == ""


# Money


def two_cases(room: Room) -> tuple[str, str]:
    """Two visitors who are registered."""
    sign_in(room.desk, "clerk")
    okafor, adeyemi = (
        register_visitor(room.desk, add_visitor(room.desk, family_name=name))
        for name in ("Okafor", "Adeyemi")
    )
    return okafor, adeyemi


def in_money(room: Room, panel: type[P], name: str) -> P:
    """A panel of Money, with its first line chosen."""
    room.sit("finance")
    room.shell.show_page("money")
    page = room.shell.findChild(MoneyPage)
    assert isinstance(page, MoneyPage)
    page.open_panel(name)
    QApplication.processEvents()
    found = page.panel(name)
    assert isinstance(found, panel)
    return found


def test_ux_5_a_payment_half_typed_outlasts_a_lock_and_is_gone_once_taken(room: Room) -> None:
    invoice(room.desk, register_visitor(room.desk, add_visitor(room.desk)))
    accounts = in_money(room, AccountsPanel, "accounts")
    accounts.pay.click()
    accounts.payment.amount.input.setText("500")
    accounts.payment.method.input.set_value(Method.CASH.value)
    room.lock()
    accounts = in_money(room, AccountsPanel, "accounts")
    assert accounts.payment.amount.input.text() == ""
    accounts.pay.click()
    assert accounts.payment.amount.input.text() == "500"
    assert accounts.payment.method.input.value() == Method.CASH.value
    accounts.payment.reference.input.setText("T1")
    accounts.payment.go_on.click()
    accounts.check.confirm.click()
    room.lock()
    accounts = in_money(room, AccountsPanel, "accounts")
    accounts.pay.click()
    assert accounts.payment.amount.input.text() == ""
    assert accounts.payment.reference.input.text() == ""


def test_h5_a_credit_on_its_way_into_the_ledger_is_not_typed_a_second_time(room: Room) -> None:
    def asked() -> ActForm:
        accounts.page.wanted.emit("credit", {})
        return accounts.forms["credit"]

    invoice(room.desk, register_visitor(room.desk, add_visitor(room.desk)))
    lane = HeldLane(holds=False)
    room.records = lane
    accounts = in_money(room, AccountsPanel, "accounts")
    asked().fields["reason"].input.setPlainText("Lives here after all")
    asked().go_on.click()
    lane.holds = True
    accounts.check.confirm.click()
    room.lock()
    lane.holds = False
    lane.let_go()
    accounts = in_money(room, AccountsPanel, "accounts")
    assert asked().fields["reason"].input.text() == ""


def test_ux_5_a_payer_half_typed_outlasts_a_lock_and_another_case_for_its_case_alone(
    room: Room,
) -> None:
    for one in two_cases(room):
        make_billable(room.desk, one)
    sign_in(room.desk, "finance")
    first, second = invoicing.to_invoice(room.desk)
    payer = in_money(room, InvoicingPanel, "to_invoice").payer
    payer.ask(first, None)
    payer.name.input.setText("Lagoon Assurance")
    payer.address.input.setPlainText("1 Broad Street")
    payer.ask(second, None)
    assert (payer.typed().name, payer.typed().address) == ("", "")
    room.lock()
    payer = in_money(room, InvoicingPanel, "to_invoice").payer
    payer.ask(second, None)
    assert payer.typed().name == ""
    payer.ask(first, None)
    assert (payer.typed().name, payer.typed().address) == ("Lagoon Assurance", "1 Broad Street")


# Officers and clinicians


def case_of(room: Room, name: str, registration_id: str) -> CasePage:
    """The page of a case, opened by somebody who signs in."""
    room.sit(name)
    room.shell.show_page("case")
    page = room.shell.findChild(CasePage)
    assert isinstance(page, CasePage)
    page.open(registration_id)
    QApplication.processEvents()
    return page


def test_ux_5_a_second_persons_note_outlasts_a_lock_for_its_case_alone(room: Room) -> None:
    first, second = two_cases(room)
    for one in (first, second):
        make_billable(room.desk, one, checked=False)
        sign_in(room.desk, "senior")
        checking.look(room.desk, one, Choice.CHARGE)
    page = case_of(room, "senior", first)
    page.decision.check_note.input.setPlainText("Agreed with the pap")
    page.open(second)
    assert page.decision.check_note.input.text() == ""
    room.lock()
    page = case_of(room, "senior", first)
    assert page.decision.check_note.input.text() == "Agreed with the pap"
    page.decision.agree.click()
    page.check.confirm.click()
    room.lock()
    page = case_of(room, "senior", first)
    assert page.decision.check_note.input.text() == ""


def test_ux_5_a_letter_half_written_outlasts_a_lock_for_its_case_and_writer(room: Room) -> None:
    first, second = two_cases(room)
    page = case_of(room, "officer", first)
    letters = page.findChild(LettersPanel)
    assert isinstance(letters, LettersPanel)
    ref = registration.step(room.desk, first).ref
    other = registration.step(room.desk, second).ref
    letters.open_case(ref)
    letters.which.input.set_value(LetterKind.UNDERTAKING)
    letters.signer.input.setText("Grace Okaf")
    letters.missing.input.setPlainText("The marriage certif")
    letters.open_case(other)
    assert letters.signer.input.text() == ""
    assert "marriage" not in letters.missing.input.text()
    room.lock()
    letters = case_of(room, "senior", first).findChild(LettersPanel)
    assert isinstance(letters, LettersPanel)
    letters.open_case(ref)
    assert letters.signer.input.text() == ""
    room.lock()
    letters = case_of(room, "officer", first).findChild(LettersPanel)
    assert isinstance(letters, LettersPanel)
    letters.open_case(ref)
    assert letters.signer.input.text() == "Grace Okaf"
    assert letters.missing.input.text() == "The marriage certif"
    assert letters.which.input.value() == LetterKind.UNDERTAKING


def on_form(room: Room, ref: str) -> ClinicianPage:
    """The clinician's form of a case."""
    room.sit("clinician")
    room.shell.show_page("clinician")
    page = room.shell.findChild(ClinicianPage)
    assert isinstance(page, ClinicianPage)
    page.ref.input.setText(ref)
    page.open_button.click()
    return page


def test_ux_5_a_clinicians_form_half_filled_outlasts_a_lock_but_no_other_leaving_date(
    room: Room,
) -> None:
    first, second = two_cases(room)
    ref, other = (registration.step(room.desk, one).ref for one in (first, second))
    page = on_form(room, ref)
    page.form.urgency.set_value("urgent")
    page.form.none_of_these.setChecked(True)
    page.form.necessary.input.set_value("no")
    page.ref.input.setText(other)
    page.open_button.click()
    assert page.form.urgency.value() is None
    room.lock()
    page = on_form(room, ref)
    assert page.form.urgency.value() == "urgent"
    assert page.form.none_of_these.isChecked()
    assert page.form.necessary.input.value() == "no"
    room.lock()
    sign_in(room.desk, "clerk")
    particulars.save_particulars(room.desk, first, {"leaving": "+9w"})
    page = on_form(room, ref)
    assert page.form.urgency.value() is None, "urgency is judged beside the leaving date (H2)"


def test_what_a_clinician_saved_is_no_draft_any_more(room: Room) -> None:
    (first, _) = two_cases(room)
    ref = registration.step(room.desk, first).ref
    page = on_form(room, ref)
    page.form.urgency.set_value("urgent")
    page.form.none_of_these.setChecked(True)
    page.form.necessary.input.set_value("no")
    page.form.arose.input.set_value("no")
    page.form.save.click()
    assert page.saved.isVisibleTo(page)
    room.lock()
    assert on_form(room, ref).form.urgency.value() is None


def test_ux_5_a_letterhead_half_typed_outlasts_a_lock(room: Room) -> None:
    def letterhead() -> TrustPanel:
        room.sit("admin")
        room.shell.show_page("settings")
        page = room.shell.findChild(SettingsPage)
        assert isinstance(page, SettingsPage)
        page.open_section("trust")
        panel = room.shell.findChild(TrustPanel)
        assert isinstance(panel, TrustPanel)
        return panel

    panel = letterhead()
    before = panel.form.name.input.text()
    panel.form.phone.input.setText("0113 4")
    room.lock()
    panel = letterhead()
    assert panel.form.name.input.text() == before
    assert panel.form.phone.input.text() == "0113 4"


def test_ux_5_an_answer_half_typed_outlasts_a_lock_another_question_and_another_case(
    room: Room,
) -> None:
    first, second = two_cases(room)
    page = case_of(room, "officer", first)
    texts = [one for one in room.desk.law.questions.ranked if one.type is QuestionType.TEXT]
    typed, other = [one for one in texts if one.asked_by == "officer"][:2]
    interview = page.interview

    def line() -> LineEdit:
        return interview.editor.findChildren(LineEdit)[-1]  # those before it are on their way out

    interview.ask(typed, "")
    line().setText("14 Elm")
    interview.ask(other, "")
    assert line().text() == ""
    page.open(second)
    interview.ask(typed, "")
    assert line().text() == ""
    room.lock()
    interview = case_of(room, "officer", first).interview
    interview.ask(typed, "")
    assert line().text() == "14 Elm"
    interview.editor.keep.click()
    room.lock()
    interview = case_of(room, "officer", first).interview
    interview.ask(typed, "14 Elm")
    assert line().text() == "", "what was given is told, and never typed beforehand"


def test_ux_5_what_an_auditor_half_wrote_of_an_access_outlasts_a_list_read_again_and_a_lock(
    room: Room,
) -> None:
    ref = registration.step(room.desk, two_cases(room)[0]).ref
    sign_in(room.desk, "finance")
    emergency.open_in_emergency(room.desk, ref, "The officer is away and the ward asks")

    def accesses() -> AccessesPanel:
        room.sit("auditor")
        room.shell.show_page("audit")
        panel = room.shell.findChild(AccessesPanel)
        assert isinstance(panel, AccessesPanel)
        panel.refresh()
        return panel

    panel = accesses()
    panel.note.input.setPlainText("Asked the wa")
    panel.refresh()
    assert panel.note.input.text() == "Asked the wa"
    room.lock()
    assert accesses().note.input.text() == "Asked the wa"


def test_ux_5_an_estimate_half_made_outlasts_a_lock_until_another_one_is_issued(
    room: Room,
) -> None:
    first, second = two_cases(room)
    for one in (first, second):
        decide_to_charge(room.desk, one)
    (care,) = [one for one in care_search.care(room.desk, first, "HN12F") if one.code == "HN12F"]
    page = case_of(room, "officer", first)
    page.estimate.adding.added.emit(LineDraft(care=care, admission=Admission.DAY_CASE))
    page.estimate.treatment.input.setText("Hip opera")
    page.open(second)
    assert page.estimate.estimate is None
    assert page.estimate.treatment.input.text() == ""
    room.lock()
    page = case_of(room, "senior", first)
    assert page.estimate.estimate is None
    room.lock()
    page = case_of(room, "officer", first)
    assert page.estimate.treatment.input.text() == "Hip opera"
    assert page.estimate.estimate is not None
    assert [line.id for line in page.estimate.estimate.lines] == ["1"]
    room.lock()
    sign_in(room.desk, "senior")
    estimating.issue(room.desk, first, lines=(ON_THE_WARD,), treatment="Hip, with a stay")
    page = case_of(room, "officer", first)
    assert page.estimate.treatment.input.text() == "Hip, with a stay"


def test_ux_5_a_paper_half_noted_outlasts_a_lock_for_its_patient_alone(room: Room) -> None:
    first, second = two_cases(room)
    form = case_of(room, "officer", first).evidence.form
    form.what.input.setText("pass")
    form.how.set_value(PaperState.PROMISED)
    form.detail.input.setText("With the br")
    room.shell.findChildren(CasePage)[-1].open(second)
    assert (form.what.input.text(), form.detail.input.text()) == ("", "")
    assert form.how.value() is PaperState.SEEN
    room.lock()
    page = case_of(room, "officer", first)
    form = page.evidence.form
    assert (form.what.input.text(), form.detail.input.text()) == ("pass", "With the br")
    assert form.how.value() is PaperState.PROMISED
    form.what.input.setText("passport")
    form.by.input.setText("+1w")
    form.add.click()
    assert form.detail.input.text() == ""
    room.lock()
    assert case_of(room, "officer", first).evidence.form.detail.input.text() == ""
