"""Pictures of the officers', clinicians' and finance's screens, with the real services.

    python -m tests.pictures.officer /tmp/officer [light dark contrast] [100 200 1024]

writes `<screen>-<scheme>-<text size>-<width>.png` for the queue, the case and its parts, check
pages, the clinician's form, letters and money.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from app.billing.payment import Method
from app.casework.letter_kinds import LetterKind
from app.core.money import Money
from app.machine import FixedClock
from app.services import estimating, holding, needs, queue_acts, receiving, review
from app.services.desk import Desk
from app.services.needs import Needs
from app.store import invoices
from tests.desks import MORNING, sign_in
from tests.pictures.looks import asked_for, looks
from tests.services.claims_of import covered, take_down, treat
from tests.services.statements import statement_of_a_day
from tests.ui.officer_cases import HIP, invoice, make_billable, make_ready
from tests.ui.officer_window import KEY, OfficerWindow, settle
from ui.work import Inline

PEOPLE = (
    *(("Okafor", "Ada"), ("Lee", "Min"), ("Nguyễn", "Thị Hoa"), ("Kowalska", "Łucja")),
    *(("Silva", "João"), ("Haddad", "Rami"), ("Østergaard", "Pia")),
    *(("Adebayo-Williams", "Oluwaseun"), ("García López", "Inés"), ("Singh", "Harpreet")),
    *(("Müller", "Jonas"), ("Diallo", "Aïssatou"), ("Brown", "Patricia"), ("Şahin", "Emre")),
)


def main(folder: Path, wanted: tuple[str, ...]) -> None:
    """Write every picture of the schemes and sizes wanted; with none named, all."""
    walks = (
        *(_queue, _case, _estimate, _letters, _decided),
        *(_clinician, _money, _payments, _placing, _claims),
    )
    for look in looks(folder, wanted):
        for walk in walks:
            with open_window(look.width, look.height) as room:
                look.shoot(room.shell, walk(room), folder)


@contextmanager
def open_window(width: int, height: int) -> Iterator[OfficerWindow]:
    """An officers’ window, for as long as the block lasts."""
    with tempfile.TemporaryDirectory() as folder:
        room = OfficerWindow(Path(folder), Inline())
        room.shell.resize(width, height)
        room.shell.show()
        room.shell.activateWindow()
        settle()
        try:
            yield room
        finally:
            room.close()


def a_queue(room: OfficerWindow) -> list[str]:
    """A fortnight's cases: some late, one private, some taken on."""
    cases: list[str] = []
    desk = room.desk
    for day, person in enumerate(PEOPLE):
        desk.clock = FixedClock(MORNING - timedelta(days=(len(PEOPLE) - day) // 2))
        cases += room.registered(person)
    desk.clock = FixedClock(MORNING)
    sign_in(desk, "senior")
    queue_acts.assign(desk, cases[3:5], desk.person.user_id)
    sign_in(desk, "officer")
    queue_acts.assign(desk, cases[::4], desk.person.user_id)
    review.answer(desk, cases[2], "s2_nrm", "positive_reasonable_grounds")
    review.answer(desk, cases[5], "s2_permission_dates", ["2025-06-01", "2026-03-16"])
    review.answer(desk, cases[0], "s2_british_or_irish", "british")
    return cases


def _queue(room: OfficerWindow) -> Iterator[str]:
    a_queue(room)
    room.sit_down("officer", "queue")
    room.shell.set_count("queue", 14)
    room.press(KEY.Key_Down, KEY.Key_Space)
    yield "queue"
    room.queue_model.add_filter("age", "adult")
    room.queue_model.add_filter("site", "R1H")
    room.press_alt(KEY.Key_F)
    yield "queue-filter"
    room.press(KEY.Key_Escape)
    room.press_alt(KEY.Key_V)
    room.press("Adults", KEY.Key_Return)
    room.press_alt(KEY.Key_N)
    room.press("today", KEY.Key_Tab, KEY.Key_Return)
    yield "queue-snooze"
    room.press(KEY.Key_Escape)
    room.press_ctrl(KEY.Key_7)
    yield "queue-diary"
    room.press_ctrl(KEY.Key_6)
    yield "queue-empty"
    room.press_ctrl(KEY.Key_1)
    room.press(KEY.Key_Home, KEY.Key_Space, KEY.Key_Down, KEY.Key_Space)
    room.press_alt(KEY.Key_D)
    yield "queue-letters"
    room.press(KEY.Key_Escape)


def _with_needs(desk: Desk, registration_id: str) -> None:
    patient = review.open_case(desk, registration_id).patient
    wanted = Needs(interpreter="Yoruba", formats=("Large print letters",))
    needs.record(desk, patient.patient_id, wanted)


def _case(room: OfficerWindow) -> Iterator[str]:
    one = room.registered(("Okafor", "Ada"), ("Lee", "Min"))[0]
    sign_in(room.desk, "officer")
    _with_needs(room.desk, one)
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    yield "case-new"
    room.case.facts.prompts[4].click()
    yield "case-question"
    room.press(KEY.Key_Escape)
    room.case.work.show_tab("interview")
    room.case.interview.guided.take_focus()
    yield "case-interview"
    room.press(KEY.Key_2, KEY.Key_2)
    yield "case-interview-next"
    room.case.interview.show_all()
    yield "case-questions"
    room.case.decision.save.click()
    settle()
    room.case.decision.choices.buttons[3].click()
    room.case.decision.save.click()
    yield "case-problems"
    room.case.decision.record_urgency.click()
    yield "urgency-copied"
    room.case.urgency.save.click()
    yield "urgency-problem"
    room.press(KEY.Key_Escape)
    make_ready(room.desk, one)
    review.add_evidence(
        room.desk, one, type_code="proof_residence_abroad", relied_on=False, expires="11/9/29"
    )
    room.case.open(one, room.queue_model.order(one, 0))
    settle()
    room.case.decision.choices.buttons[3].click()
    room.case.decision.certified.click()
    room.case.decision.reason.input.set_value("V2")
    room.case.decision.words.input.setPlainText(
        "Spoke with patient and sister through interpreter. Returns 30 March."
    )
    yield "case-suggested"
    room.case.work.show_tab("decision")
    yield "case-decision"
    room.case.work.show_tab("why")
    yield "case-why"
    room.case.on_key("F1")
    yield "case-guide"
    room.case.on_key("Esc")
    room.case.decision.save.click()
    yield "case-check"


def _estimate(room: OfficerWindow) -> Iterator[str]:
    """A version given out, then another with a range; care found by misspelt words."""
    one = room.registered(("Okafor", "Ada"))[0]
    make_ready(room.desk, one)
    estimating.issue(room.desk, one, lines=(HIP,), treatment="Hip operation")
    room.sit_down("officer", "queue")
    room.press(KEY.Key_Return)
    panel = room.case.estimate
    room.case.work.show_tab("estimate")
    yield "estimate-begun"
    panel.search.setFocus()
    room.press("hip replacemnt", KEY.Key_Return)
    yield "estimate-found"
    panel.results.setFocus()
    room.press(KEY.Key_Return, KEY.Key_Down)
    panel.adding.longest.input.setText("7")
    yield "estimate-picked"
    panel.adding.add.click()
    panel.treatment.input.setText("Hip operations")
    yield "estimate-line"
    panel.read_first.click()
    yield "estimate-draft"
    room.press(KEY.Key_Escape)
    room.case.work.show_tab("estimate")
    panel.issue.click()
    yield "estimate-check"
    room.case.check.confirm.click()
    yield "estimate-letter"
    room.press(KEY.Key_Escape)
    room.case.work.show_tab("estimate")
    yield "estimate-versions"


def _letters(room: OfficerWindow) -> Iterator[str]:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one)
    room.sit_down("officer", "queue")
    room.case.open(one)
    room.shell.show_page("case")
    room.case.work.show_tab("letters")
    panel = room.case.work.letters
    panel.which.input.set_value(LetterKind.REQUEST_FOR_INFORMATION)
    panel.which.input.chosen.emit(LetterKind.REQUEST_FOR_INFORMATION)
    panel.missing.input.setPlainText("Your passport\nTwo papers that show where you live")
    yield "letters-request"
    panel.see.click()
    yield "letters-seen-first"
    room.press(KEY.Key_Escape)
    panel.write.click()
    yield "letters-written"
    room.press(KEY.Key_Escape)
    panel.which.input.set_value(LetterKind.UNDERTAKING)
    panel.which.input.chosen.emit(LetterKind.UNDERTAKING)
    panel.signer.input.setText("Ngozi Eze")
    panel.write.click()
    yield "letters-problem"
    issued = invoice(room.desk, one)
    room.sit_down("finance", "money")
    room.money.open_panel("accounts")
    room.accounts.open_account(issued)
    room.accounts.page.buttons["letters"].click()
    yield "letters-of-account"


def _decided(room: OfficerWindow) -> Iterator[str]:
    one = room.registered(("Okafor", "Ada"))[0]
    make_billable(room.desk, one, checked=False)
    room.sit_down("senior", "queue")
    room.case.open(one)
    room.shell.show_page("case")
    settle()
    room.case.work.show_tab("decision")
    yield "case-second-look"
    room.case.decision.choices.buttons[4].click()
    room.case.decision.show_first.click()
    yield "case-second-check"
    room.case.decision.check_note.input.setPlainText("The passport is not hers: ask again.")
    room.case.decision.send_back.click()
    settle()
    room.case.check.confirm.click()
    room.sit_down("officer", "queue")
    holding.rest_letters(room.desk, one, "dispute", "Says the dates are wrong.")
    room.case.open(one)
    room.shell.show_page("case")
    settle()
    room.case.work.show_tab("decision")
    yield "case-returned"
    room.case.work.show_tab("facts")
    room.case.facts.rest.change.click()
    yield "case-rest"


def _clinician(room: OfficerWindow) -> Iterator[str]:
    room.registered(("Okafor", "Ada"))
    room.sit_down("clinician", "clinician")
    yield "clinician-find"
    room.press("R-1001", KEY.Key_Return)
    yield "clinician-form"
    room.clinician.form.urgency.buttons[1].click()
    room.clinician.form.save.click()
    yield "clinician-saved"


def _money(room: OfficerWindow) -> Iterator[str]:
    cases = room.registered(*PEOPLE[:4])
    invoice(room.desk, cases[0])
    make_billable(room.desk, cases[1])
    make_billable(room.desk, cases[2], checked=False)
    room.sit_down("finance", "money")
    yield "money-to-invoice"
    room.invoicing.detail.buttons[0].click()
    yield "money-check"
    room.invoicing.check.confirm.click()
    yield "money-letter"
    room.press(KEY.Key_Escape)
    room.press_ctrl(KEY.Key_2)
    yield "money-invoices"
    room.accounts.pay.click()
    room.accounts.payment.amount.input.setText("99,999")
    room.accounts.payment.go_on.click()
    yield "money-payment"
    room.press(KEY.Key_Escape)
    room.money.open_panel("reports")
    yield "reports-debt"
    room.reports.list.go_to(3)
    yield "reports-note"
    room.desk.clock = FixedClock(MORNING + timedelta(days=25))
    room.reports.close_month.click()
    yield "reports-close"


def _payments(room: OfficerWindow) -> Iterator[str]:
    cases = room.registered(*PEOPLE[:4])
    bills = [invoice(room.desk, case) for case in cases[:3]]
    room.sit_down("finance", "money")
    room.money.open_panel("payments")
    yield "payments-none"
    file = room.desk.db.path.parent / "statement.csv"
    file.write_bytes(statement_of_a_day(room.desk, bills))
    room.payments.take_file.click()
    yield "payments-file"
    room.payments.file.file.input.setText(str(file))
    room.payments.file.go_on.click()
    yield "payments-preview"
    room.payments.preview.show_progress(4, 9)
    yield "payments-going"
    shown = room.payments.preview.preview
    assert shown is not None
    room.payments.preview.ask(shown)
    room.payments.preview.take.click()
    yield "payments"
    room.payments.detail.buttons[0].click()
    yield "payments-check"
    room.press(KEY.Key_Escape)
    room.payments.detail.buttons[-1].click()
    room.payments.aside.go_on.click()
    yield "payments-aside"
    room.press(KEY.Key_Escape)
    room.payments.take_file.click()
    room.payments.file.file.input.setText(str(file))
    room.payments.file.go_on.click()
    yield "payments-again"


def _placing(room: OfficerWindow) -> Iterator[str]:
    bills = [invoice(room.desk, case) for case in room.registered(*PEOPLE[:2])]
    payer = invoices.get(room.desk.db, bills[0]).customer_ref
    receiving.take_unallocated(room.desk, payer, amount=Money(50_000), method=Method.FPS)
    room.sit_down("finance", "money")
    room.money.open_panel("payments")
    yield "placing"
    room.payments.detail.buttons[0].click()
    yield "placing-form"
    room.payments.place.which.input.set_value("")
    room.payments.place.which.input.chosen.emit("")
    room.payments.place.number.input.setText(bills[1])
    room.payments.place.amount.input.setText("9,999")
    room.payments.place.go_on.click()
    yield "placing-wrong"
    room.payments.place.number.input.setText(bills[0])
    room.payments.place.amount.input.setText("450")
    room.payments.place.go_on.click()
    yield "placing-check"
    room.payments.check.confirm.click()
    yield "placing-done"
    room.payments.detail.buttons[1].click()
    yield "placing-back"


def _claims(room: OfficerWindow) -> Iterator[str]:
    sign_in(room.desk, "clerk")
    case = covered(room.desk)
    covered(room.desk, family_name="Nguyễn")
    room.sit_down("officer", "queue")
    room.case.open(case)
    room.shell.show_page("case")
    settle()
    room.case.evidence.card.click()
    room.case.card.save.click()
    yield "case-card"
    take_down(room.desk, case, card_number="123")
    room.sit_down("finance", "money")
    room.money.open_panel("claims")
    room.claims.detail.buttons[0].click()
    yield "claims-treatment"
    room.press(KEY.Key_Escape)
    treat(room.desk, case)
    room.sit_down("finance", "money")
    room.money.open_panel("claims")
    yield "claims"


if __name__ == "__main__":
    main(*asked_for(__doc__))
