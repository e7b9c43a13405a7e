"""A desk in mid-morning, and one call of every service upon it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.access.roles import Role
from app.billing.payment import Method
from app.billing.reports.report import Column, Kind, Report
from app.casework.letter_kinds import LetterKind
from app.casework.papers import PaperState
from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.errors import Known, NotAllowed
from app.core.look import Look
from app.core.money import Money
from app.core.people import Patient
from app.insight.board import board
from app.replica.record import Subject
from app.residency.questions import AnswerState
from app.scans.page import Page, Scan
from app.services import (
    account,
    auditing,
    backing_up,
    calibrating,
    calling,
    card_capture,
    care_search,
    checking,
    claim_packs,
    claiming,
    clinical_record,
    clinician,
    closing,
    collection,
    conflict_report,
    countries,
    crediting,
    dashboard,
    debt_exporting,
    debt_reporting,
    desk_lists,
    diary,
    dispatching,
    disputes,
    documents,
    due_cases,
    due_copies,
    emergency,
    enrolling,
    estimate_standing,
    estimating,
    exchange,
    explaining,
    feedback,
    figures,
    filing,
    finding,
    finishing,
    first_machine,
    form_drafts,
    holding,
    identifiers,
    interviewing,
    invoicing,
    joining_proposals,
    keying,
    language_texts,
    letter_register,
    letters,
    looks,
    meeting,
    merging,
    needs,
    number_card,
    open_forms,
    overriding,
    own_prices,
    own_signin,
    own_standing,
    packs,
    paper,
    particulars,
    passports,
    payments_waiting,
    placing,
    plans,
    price_lists,
    price_shelf,
    quarantine,
    queue,
    queue_acts,
    queue_filters,
    queue_letters,
    receiving,
    record_holds,
    recording,
    redetermining,
    reference,
    refunding,
    registration,
    remitting,
    replaying,
    reporting,
    retention,
    review,
    signin,
    stays,
    taking_in,
    to_finance,
    travel_state,
    trust_settings,
    two_people,
    writing_off,
)
from app.services.desk import Desk
from app.services.disputes import Conflict
from app.services.form_reading import Signature
from app.spool.envelope import PlainBatch
from app.spool.share import FolderShare
from app.spool.travel import Gathered
from app.store import registrations, users
from app.store.audit import Walked
from app.store.queue import Key
from app.store.signing import new_private_key, public_pem
from tests.desks import PASSWORD, TRUST
from tests.insight.made_up import busy
from tests.insight.made_up import terms as insight_terms
from tests.services.price_files import OWN_PRICES, PRICES, read_own, read_prices
from tests.services.statements import STATEMENT, opened, take_in
from tests.services.work import DAY_CASE

PASSPORT = """P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10"""  # the specimen of ICAO 9303 part 4


@dataclass(frozen=True)
class World:
    """A desk in mid-morning, with something for every service to act on."""

    desk: Desk
    patient: Patient
    draft: str
    parked: str
    ready: str  # interviewed, not decided
    decided: str  # to charge, estimated, to be invoiced
    to_check: str  # waits for a second look
    evidence_id: str
    doc_no: str
    other_doc_no: str  # with a proposal to credit it
    estimate_no: str  # nothing was paid against it
    customer_ref: str
    waiting_receipt: str  # its money is on no invoice
    refund: int  # proposals
    write_off: int
    payment: str  # of a file, waiting for a person
    debt_report: int
    file_id: str
    form_code: str
    clinical_code: str
    batch: PlainBatch
    share: FolderShare
    pack: bytes  # signed by somebody trusted
    proposed_signer: str
    text: int  # in another language, to be approved
    access: str  # in an emergency; nobody has looked at it
    removal: int  # a list that waits for a second person


Call = Callable[[World], object]
FORM = trust_settings.LetterheadForm(
    name=TRUST.name,
    address_lines=TRUST.address_lines,
    phone=TRUST.phone,
    email=TRUST.email,
    payment_details=TRUST.payment_details,
)
COPY = Scan("JPEG", (Page(2, 1, "image/jpeg", b"a picture"),))
BOARD = board(busy(), insight_terms())
REPORT = Report(
    name="aged-debt",
    title="Debt by age",
    sentence="",
    as_of=date(2026, 3, 9),
    columns=(Column("Age", Kind.TEXT),),
    rows=(("Not due yet",),),
)


def _own_draft(world: World) -> str:
    """A registration of one's own; the clerk's where one may open none."""
    with suppress(NotAllowed):
        begun = registration.begin(world.desk, world.patient.patient_id, "outpatient")
        return begun.registration_id
    return world.draft


def _own_paper(world: World) -> tuple[str, str]:
    """A registration of one's own with a copied paper; an officer's where one may open none."""
    case = _own_draft(world)
    with suppress(NotAllowed):
        (paper,) = documents.note(world.desk, case, documents.PaperShown(type_code="passport"))
        documents.attach(world.desk, case, paper.evidence_id, COPY)
        return case, paper.evidence_id
    return world.ready, world.evidence_id


def _read_in_emergency(world: World) -> object:
    opened = emergency.open_in_emergency(
        world.desk, _ref(world, world.ready), "The ward asks whom to ring tonight."
    )
    return emergency.read_in_emergency(world.desk, opened.access_id)


def _own_view(world: World) -> str:
    return queue_filters.save_view(world.desk, "Mine", queue.Wanted()).view_id


def _ref(world: World, case: str) -> str:
    return registrations.get(world.desk.db, case).ref


def _other(world: World) -> str:
    """Another patient than the world's own."""
    return registrations.get(world.desk.db, world.decided).patient_id


_PLAN = plans.PlanWanted(
    first_on=date(2026, 3, 20), amount=Money(10_000), every="month", band="under_200"
)
CONFLICT = Conflict(
    subject=Subject.CASE,
    about="0",
    ref="",
    patient="",
    table="registrations",
    column="review",
    sides=(),
)
CALLS: Mapping[str, Call] = {
    "account.owed": lambda w: account.owed(w.desk),
    "account.account": lambda w: account.account(w.desk, w.doc_no),
    "account.lines": lambda w: account.lines(w.desk),
    "collection.due_today": lambda w: collection.due_today(w.desk),
    "collection.preview": lambda w: collection.preview(w.desk, w.doc_no, "reminder_1"),
    "collection.send": lambda w: collection.send(w.desk, w.doc_no, "reminder_1"),
    "collection.print_batch": lambda w: collection.print_batch(w.desk),
    "collection.start_claim": lambda w: collection.start_claim(w.desk, w.doc_no),
    "debt_reporting.candidates": lambda w: debt_reporting.candidates(w.desk),
    "debt_reporting.prepare": lambda w: debt_reporting.prepare(w.desk, (w.doc_no,)),
    "debt_reporting.approve": lambda w: debt_reporting.approve(w.desk, w.debt_report),
    "debt_reporting.lists": lambda w: debt_reporting.lists(w.desk),
    "debt_exporting.export": lambda w: debt_exporting.export(w.desk),
    "holding.place_hold": lambda w: holding.place_hold(
        w.desk, w.doc_no, "dispute", "Says the dates are wrong."
    ),
    "holding.rests": lambda w: holding.rests(w.desk, w.ready),
    "holding.rest_letters": lambda w: holding.rest_letters(
        w.desk, w.ready, "vulnerable", "Told us in private."
    ),
    "holding.let_letters_go": lambda w: holding.let_letters_go(
        w.desk, w.ready, "vulnerable", "Settled now."
    ),
    "holding.lift_hold": lambda w: holding.lift_hold(w.desk, w.doc_no, "dispute", "Settled now."),
    "holding.record_death": lambda w: holding.record_death(w.desk, w.doc_no, w.desk.today),
    "holding.follow_up": lambda w: holding.follow_up(w.desk, w.doc_no, "Spoke to her."),
    "plans.promise": lambda w: plans.promise(w.desk, w.doc_no, amount=Money(100), by=w.desk.today),
    "plans.preview_plan": lambda w: plans.preview_plan(w.desk, w.doc_no, _PLAN),
    "plans.agree_plan": lambda w: plans.agree_plan(w.desk, w.doc_no, _PLAN),
    "plans.end_plan": lambda w: plans.end_plan(w.desk, w.doc_no, "Went home."),
    "plans.sign_undertaking": lambda w: plans.sign_undertaking(
        w.desk, w.doc_no, name="B. Okafor", relation="brother"
    ),
    "auditing.verify_on": lambda w: auditing.verify_on(w.desk, Walked()),
    "auditing.rows": lambda w: auditing.rows(w.desk, auditing.AuditWanted(ref="R-1001")),
    "auditing.choices": lambda w: auditing.choices(w.desk),
    "auditing.cases_of": lambda w: auditing.cases_of(w.desk, w.patient.patient_id),
    "emergency.open_in_emergency": lambda w: emergency.open_in_emergency(
        w.desk, "R-1001", "The ward asks whom to ring tonight."
    ),
    "emergency.read_in_emergency": _read_in_emergency,
    "emergency.accesses_to_look_at": lambda w: emergency.accesses_to_look_at(w.desk),
    "emergency.count_to_look_at": lambda w: emergency.count_to_look_at(w.desk),
    "emergency.mark_looked_at": lambda w: emergency.mark_looked_at(
        w.desk, w.access, "The ward was rung back."
    ),
    "due_cases.stretch": lambda w: due_cases.stretch(w.desk),
    "due_cases.count_stretch": lambda w: due_cases.count_stretch(w.desk),
    "due_copies.stretch": lambda w: due_copies.stretch(w.desk),
    "due_copies.count_stretch": lambda w: due_copies.count_stretch(w.desk),
    "retention.report": lambda w: retention.report(w.desk),
    "retention.retention": lambda w: retention.retention(w.desk),
    "retention.propose_cases": lambda w: retention.propose_cases(w.desk),
    "retention.propose_removal": lambda w: retention.propose_removal(w.desk),
    "retention.approve_some": lambda w: retention.approve_some(w.desk, w.removal),
    "retention.approve_removal": lambda w: retention.approve_removal(w.desk, w.removal),
    "retention.decline_removal": lambda w: retention.decline_removal(
        w.desk, w.removal, "Not this week."
    ),
    "record_holds.hold_kinds": lambda w: record_holds.hold_kinds(w.desk),
    "record_holds.held_cases": lambda w: record_holds.held_cases(w.desk),
    "record_holds.hold_records": lambda w: record_holds.hold_records(w.desk, "R-1001", "appeal"),
    "record_holds.release_records": lambda w: record_holds.release_records(
        w.desk, "R-1001", "appeal"
    ),
    "auditing.compare_with_share": lambda w: auditing.compare_with_share(w.desk, w.share),
    "auditing.verify": lambda w: auditing.verify(w.desk),
    "claim_packs.pack": lambda w: claim_packs.pack(w.desk),
    "claim_packs.sheet": lambda w: claim_packs.sheet(w.desk, w.decided),
    "claiming.claims": lambda w: claiming.claims(w.desk),
    "claiming.entitlement_form": lambda w: claiming.entitlement_form(w.desk, w.decided),
    "claiming.estimated_lines": lambda w: claiming.estimated_lines(w.desk, w.decided),
    "claiming.keep_entitlement": lambda w: claiming.keep_entitlement(
        w.desk, w.decided, "ehic", {"state": "DE"}
    ),
    "claiming.keep_treatment": lambda w: claiming.keep_treatment(
        w.desk, w.decided, started="2/3/26", ended="2/3/26", lines=(DAY_CASE,)
    ),
    "claiming.mark_reported": lambda w: claiming.mark_reported(w.desk, w.decided, "OVT-1"),
    "clinical_record.read_none_of_these": lambda w: clinical_record.read_none_of_these(
        w.desk, w.draft, source="clinic letter, page 2", dated_on="today"
    ),
    "clinician.clinician_case": lambda w: clinician.clinician_case(w.desk, "R-1001"),
    "closing.last_closed": lambda w: closing.last_closed(w.desk),
    "closing.next_to_close": lambda w: closing.next_to_close(w.desk),
    "closing.preview_close": lambda w: closing.preview_close(w.desk, "2026-02"),
    "closing.close_month": lambda w: closing.close_month(w.desk, "2026-02"),
    "crediting.propose_credit": lambda w: crediting.propose_credit(
        w.desk, w.doc_no, "Charge not due."
    ),
    "crediting.approve_credit": lambda w: crediting.approve_credit(w.desk, w.other_doc_no),
    "desk_lists.parked": lambda w: desk_lists.parked(w.desk),
    "desk_lists.ask_later": lambda w: desk_lists.ask_later(w.desk),
    "desk_lists.today": lambda w: desk_lists.today(w.desk),
    "desk_lists.usual_booking": lambda w: desk_lists.usual_booking(w.desk),
    "desk_lists.remember_booking": lambda w: desk_lists.remember_booking(w.desk, "outpatient"),
    "diary.diary": lambda w: diary.diary(w.desk),
    "diary.rules_until": lambda w: diary.rules_until(w.desk),
    "documents.kinds": lambda w: documents.kinds(w.desk),
    "documents.shown": lambda w: documents.shown(w.desk, _own_draft(w)),
    "documents.note": lambda w: documents.note(
        w.desk, _own_draft(w), documents.PaperShown(type_code="passport")
    ),
    "documents.change": lambda w: documents.change(
        w.desk,
        *_own_paper(w),
        documents.PaperShown(type_code="passport", state=PaperState.PROMISED),
    ),
    "documents.attach": lambda w: documents.attach(w.desk, *_own_paper(w), COPY),
    "documents.page_of": lambda w: documents.page_of(w.desk, *_own_paper(w), 1),
    "documents.number_of": lambda w: documents.number_of(w.desk, *_own_paper(w)),
    "documents.removal_reasons": lambda w: documents.removal_reasons(w.desk),
    "documents.remove_copy": lambda w: documents.remove_copy(w.desk, *_own_paper(w), "asked"),
    "calibrating.calibration": lambda w: calibrating.calibration(w.desk),
    "care_search.planned": lambda w: care_search.planned(w.desk, w.ready),
    "care_search.care": lambda w: care_search.care(w.desk, w.ready, "hip"),
    "estimate_standing.confirm_provisional": lambda w: estimate_standing.confirm_provisional(
        w.desk, "R1HE000001", "Agreed with the price team."
    ),
    "estimating.begun": lambda w: estimating.begun(w.desk, w.ready),
    "estimating.draft": lambda w: estimating.draft(
        w.desk, w.ready, lines=(DAY_CASE,), treatment="Planned operation"
    ),
    "estimating.preview": lambda w: estimating.preview(w.desk, w.ready, (DAY_CASE,)),
    "estimating.issue": lambda w: estimating.issue(
        w.desk, w.ready, lines=(DAY_CASE,), treatment="Planned operation"
    ),
    "estimating.payment_first_stands": lambda w: estimating.payment_first_stands(w.desk, w.ready),
    "disputes.open_conflicts": lambda w: disputes.open_conflicts(w.desk),
    "disputes.settled_conflicts": lambda w: disputes.settled_conflicts(w.desk),
    "disputes.count_conflicts": lambda w: disputes.count_conflicts(w.desk),
    "disputes.conflicts_of": lambda w: disputes.conflicts_of(w.desk, w.ready),
    "conflict_report.report": lambda w: conflict_report.report(w.desk),
    "conflict_report.printed": lambda w: conflict_report.printed(w.desk),
    "conflict_report.spreadsheet": lambda w: conflict_report.spreadsheet(w.desk),
    "disputes.choose": lambda w: disputes.choose(w.desk, CONFLICT, ("0" * 16, 1), "seen both"),
    "backing_up.state": lambda w: backing_up.state(w.desk),
    "backing_up.set_folder": lambda w: backing_up.set_folder(w.desk, ""),
    "backing_up.job": lambda w: backing_up.job(w.desk, place=w.desk.db.path.parent),
    "backing_up.note_done": lambda w: backing_up.note_done(
        w.desk, backing_up.Done(w.desk.db.path, w.desk.moment, 1, 0)
    ),
    "backing_up.note_failed": lambda w: backing_up.note_failed(w.desk, Known("disk_full", "Full.")),
    "backing_up.reading_back_page": lambda w: backing_up.reading_back_page(w.desk),
    "backing_up.note_tested": lambda w: backing_up.note_tested(w.desk, w.desk.db.path),
    "enrolling.request": lambda w: enrolling.request(w.desk, "Ward 7 laptop"),
    "enrolling.renew_keys": lambda w: enrolling.renew_keys(w.desk, "Ward 7 laptop"),
    "enrolling.hear": lambda w: enrolling.hear(w.desk, b"{}"),
    "first_machine.found_here": lambda w: first_machine.found_here(
        w.desk, name="Desk 3", passphrase="", recovery_key="", keep=len
    ),
    "enrolling.join": lambda w: enrolling.join(w.desk, b"{}"),
    "travel_state.travel_state": lambda w: travel_state.travel_state(w.desk),
    "travel_state.whereabouts": lambda w: travel_state.whereabouts(w.desk),
    "travel_state.standings": lambda w: travel_state.standings(w.desk, (w.ready,)),
    "travel_state.refused_rows": lambda w: travel_state.refused_rows(w.desk),
    "quarantine.put_aside": lambda w: quarantine.put_aside(w.desk),
    "quarantine.count_new": lambda w: quarantine.count_new(w.desk),
    "quarantine.mark_looked_at": lambda w: quarantine.mark_looked_at(w.desk, "a", "Told IT."),
    "quarantine.judge_again": lambda w: quarantine.judge_again(w.desk, "a"),
    "own_standing.standing": lambda w: own_standing.standing(w.desk),
    "dispatching.seal_waiting": lambda w: dispatching.seal_waiting(w.desk),
    "dispatching.record": lambda w: dispatching.record(w.desk),
    "dispatching.unsent": lambda w: dispatching.unsent(w.desk),
    "dispatching.to_send": lambda w: dispatching.to_send(w.desk, 1),
    "dispatching.mark_sent": lambda w: dispatching.mark_sent(
        w.desk, dispatching.OnShare(1, "RECOUP")
    ),
    "dispatching.to_check": lambda w: dispatching.to_check(w.desk),
    "dispatching.send_again": lambda w: dispatching.send_again(w.desk, ()),
    "taking_in.where_we_stand": lambda w: taking_in.where_we_stand(w.desk),
    "taking_in.take": lambda w: taking_in.take(w.desk, Gathered((), (), frozenset(), more=False)),
    "taking_in.note_away": lambda w: taking_in.note_away(w.desk),
    "meeting.send": lambda w: meeting.send(w.desk, w.share),
    "meeting.meet": lambda w: meeting.meet(w.desk, w.share),
    "exchange.sync": lambda w: exchange.sync(w.desk, w.share),
    "exchange.prepare": lambda w: exchange.prepare(w.desk),
    "exchange.mark_sent": lambda w: exchange.mark_sent(w.desk, w.batch),
    "exchange.unanswered": lambda w: exchange.unanswered(w.desk),
    "exchange.refused": lambda w: exchange.refused(w.desk),
    "exchange.send_again": lambda w: exchange.send_again(w.desk),
    "exchange.apply": lambda w: exchange.apply(w.desk, ()),
    "explaining.why_decided": lambda w: explaining.why_decided(w.desk, w.decided),
    "dashboard.to_choose": lambda w: dashboard.to_choose(w.desk),
    "dashboard.dashboard": lambda w: dashboard.dashboard(w.desk),
    "dashboard.own_count": lambda w: dashboard.own_count(w.desk),
    "dashboard.printed_dashboard": lambda w: dashboard.printed_dashboard(w.desk, BOARD),
    "dashboard.dashboard_sheet": lambda w: dashboard.dashboard_sheet(w.desk, BOARD),
    "figures.categories": lambda w: figures.categories(w.desk),
    "filing.copied": lambda w: filing.copied(w.desk, w.file_id, "printed"),
    "filing.document": lambda w: filing.document(w.desk, w.file_id),
    "identifiers.note_number": lambda w: identifiers.note_number(
        w.desk, w.patient.patient_id, kind="passport", number="P 123 456"
    ),
    "identifiers.numbers_of": lambda w: identifiers.numbers_of(w.desk, w.patient.patient_id),
    "finding.find": lambda w: finding.find(w.desk, "okafor 2/3/90"),
    "joining_proposals.proposals": lambda w: joining_proposals.proposals(w.desk),
    "merging.compare": lambda w: merging.compare(w.desk, w.patient.patient_id, _other(w)),
    "merging.merge": lambda w: merging.merge(
        w.desk, w.patient.patient_id, into=_other(w), reason="Same passport seen"
    ),
    "merging.unmerge": lambda w: merging.unmerge(w.desk, w.patient.patient_id, reason="Not so"),
    "merging.joined_to": lambda w: merging.joined_to(w.desk, w.patient.patient_id),
    "finding.read_through": lambda w: finding.read_through(w.desk),
    "finding.reads_whole": lambda w: finding.reads_whole(w.desk, "okafor 2/3/90"),
    "finding.similar_to": lambda w: finding.similar_to(w.desk, w.patient.patient_id),
    "finding.similar": lambda w: finding.similar(w.desk, w.patient),
    "finding.add_patient": lambda w: finding.add_patient(w.desk, w.patient),
    "finishing.finish_page": lambda w: finishing.finish_page(w.desk, w.ready),
    "finishing.give_notice": lambda w: finishing.give_notice(w.desk, w.ready),
    "finishing.hand_over": lambda w: finishing.hand_over(
        w.desk, w.ready, finishing.Handover.PRINTED
    ),
    "finishing.sign": lambda w: finishing.sign(
        w.desk, w.ready, finishing.Signed(how=finishing.Signing.ON_PAPER, name="Ada Okafor")
    ),
    "interviewing.interview": lambda w: interviewing.interview(w.desk, w.ready),
    "invoicing.to_invoice": lambda w: invoicing.to_invoice(w.desk),
    "invoicing.case_of": lambda w: invoicing.case_of(w.desk, "R-1001"),
    "invoicing.invoice": lambda w: invoicing.invoice(w.desk, w.doc_no),
    "invoicing.preview": lambda w: invoicing.preview(w.desk, w.decided),
    "invoicing.issue": lambda w: invoicing.issue(w.desk, w.decided),
    "invoicing.issue_interim": lambda w: invoicing.issue_interim(
        w.desk, w.decided, through=w.desk.today
    ),
    "invoicing.accounts": lambda w: invoicing.accounts(w.desk),
    "letters.leaflet": lambda w: letters.leaflet(w.desk),
    "letters.kinds": lambda w: letters.kinds(w.desk, of_account=False),
    "letters.usual": lambda w: letters.usual(w.desk, "R-1001"),
    "letters.preview": lambda w: letters.preview(w.desk, LetterKind.UNDERTAKING, "R-1001"),
    "letters.write": lambda w: letters.write(w.desk, LetterKind.UNDERTAKING, "R-1001"),
    "letter_register.told": lambda w: letter_register.told(w.desk, "R-1001"),
    "letter_register.still_to_tell": lambda w: letter_register.still_to_tell(w.desk, "R-1001"),
    "letter_register.mark_sent": lambda w: letter_register.mark_sent(
        w.desk, _ref(w, w.decided), w.file_id, "handed"
    ),
    "needs.needs_page": lambda w: needs.needs_page(w.desk, w.patient.patient_id),
    "needs.record": lambda w: needs.record(w.desk, w.patient.patient_id, needs.Needs()),
    "needs.record_interpreter": lambda w: needs.record_interpreter(
        w.desk, w.patient.patient_id, "Yoruba"
    ),
    "number_card.card_of": lambda w: number_card.card_of(w.desk, "s1_document"),
    "number_card.print_card": lambda w: number_card.print_card(w.desk, "s1_document"),
    "own_prices.enter_price": lambda w: own_prices.enter_price(
        w.desk, own_prices.OwnPrice(name="Stent", price=Money(100_00))
    ),
    "own_prices.end_price": lambda w: own_prices.end_price(w.desk, code="STENT"),
    "own_prices.enter_factor": lambda w: own_prices.enter_factor(
        w.desk, "2025/26", Decimal("1.148886")
    ),
    "packs.packs": lambda w: packs.packs(w.desk),
    "price_lists.read": lambda w: price_lists.read(w.desk, PRICES),
    "price_lists.accept": lambda w: price_lists.accept(
        w.desk, read_prices(PRICES), edition="Own", published_on=w.desk.today
    ),
    "price_lists.read_own": lambda w: price_lists.read_own(
        w.desk, OWN_PRICES, kind="local", since=w.desk.today
    ),
    "price_lists.accept_own": lambda w: price_lists.accept_own(
        w.desk, read_own(OWN_PRICES, w.desk.today), name="Own"
    ),
    "price_shelf.price_of": lambda w: price_shelf.price_of(w.desk, "HN12F", on=w.desk.today),
    "price_shelf.shown": lambda w: price_shelf.shown(w.desk),
    "packs.install": lambda w: packs.install(w.desk, w.pack),
    "packs.propose_signer": lambda w: packs.propose_signer(
        w.desk, "Law team", public_pem(new_private_key(PASSWORD), PASSWORD)
    ),
    "packs.confirm_signer": lambda w: packs.confirm_signer(w.desk, w.proposed_signer),
    "packs.withdraw_signer": lambda w: packs.withdraw_signer(w.desk, w.proposed_signer),
    "overriding.overrides": lambda w: overriding.overrides(w.desk),
    "overriding.this_month": lambda w: overriding.this_month(w.desk),
    "form_drafts.keep_typed": lambda w: form_drafts.keep_typed(w.desk, w.form_code, {"1": "x"}),
    "form_drafts.keep_typed_clinical": lambda w: form_drafts.keep_typed_clinical(
        w.desk, w.form_code, {"1": "1"}
    ),
    "keying.key_back": lambda w: keying.key_back(w.desk, w.form_code, {}),
    "keying.key_clinical_form": lambda w: keying.key_clinical_form(
        w.desk,
        w.clinical_code,
        {"1": "2"},
        signed=Signature(name="Dr A. Roy", on="today"),
        signed_form=COPY,
    ),
    "open_forms.open_form": lambda w: open_forms.open_form(w.desk, w.form_code),
    "open_forms.open_clinical_form": lambda w: open_forms.open_clinical_form(
        w.desk, w.clinical_code
    ),
    "paper.print_blank": lambda w: paper.print_blank(w.desk),
    "paper.print_clinician": lambda w: paper.print_clinician(w.desk, "R-1001"),
    "paper.print_pre_attendance": lambda w: paper.print_pre_attendance(w.desk, "R-1001"),
    "particulars.visitor_page": lambda w: particulars.visitor_page(w.desk, w.ready),
    "countries.country_names": lambda w: countries.country_names(w.desk),
    "card_capture.card_form": lambda w: card_capture.card_form(w.desk, w.ready),
    "card_capture.keep_card": lambda w: card_capture.keep_card(
        w.desk, w.ready, "ehic", {"card_number": "80276000011234567890"}
    ),
    "card_capture.passport_enough": lambda w: card_capture.passport_enough(w.desk, w.ready),
    "passports.read_passport": lambda w: passports.read_passport(w.desk, PASSPORT),
    "passports.read_passport_of": lambda w: passports.read_passport_of(w.desk, w.ready, PASSPORT),
    "passports.note_passport": lambda w: passports.note_passport(
        w.desk, w.patient.patient_id, passports.read_passport(w.desk, PASSPORT).reading
    ),
    "particulars.save_particulars": lambda w: particulars.save_particulars(
        w.desk, w.ready, {"phone": "020 7946 0001"}
    ),
    "particulars.continue_visitor": lambda w: particulars.continue_visitor(w.desk, w.draft),
    "queue.queue": lambda w: queue.queue(w.desk),
    "queue.queue_counts": lambda w: queue.queue_counts(w.desk),
    "queue.page": lambda w: queue.page(w.desk, queue.Wanted()),
    "queue.total": lambda w: queue.total(w.desk, queue.Wanted()),
    "queue.standing": lambda w: queue.standing(w.desk, queue.Wanted(), w.ready),
    "queue.beside": lambda w: queue.beside(
        w.desk, queue.Wanted(), queue.Standing(w.ready, Key(0, 0)), after=True
    ),
    "queue_acts.assignees": lambda w: queue_acts.assignees(w.desk),
    "queue_acts.assign": lambda w: queue_acts.assign(
        w.desk, (w.ready,), users.by_name(w.desk.db, "officer").user_id
    ),
    "queue_acts.take_back_assigning": lambda w: queue_acts.take_back_assigning(
        w.desk, queue_acts.Assigned("", "", ((w.ready, None),))
    ),
    "queue_acts.snooze": lambda w: queue_acts.snooze(
        w.desk, (w.ready,), until="+3d", reason="Letter sent"
    ),
    "queue_acts.wake": lambda w: queue_acts.wake(w.desk, (w.ready,)),
    "queue_filters.filters": lambda w: queue_filters.filters(w.desk),
    "queue_filters.own_views": lambda w: queue_filters.own_views(w.desk),
    "queue_filters.save_view": lambda w: queue_filters.save_view(w.desk, "Mine", queue.Wanted()),
    "queue_filters.rename_view": lambda w: queue_filters.rename_view(w.desk, _own_view(w), "Ours"),
    "queue_filters.delete_view": lambda w: queue_filters.delete_view(w.desk, _own_view(w)),
    "queue_letters.ask_for_document": lambda w: queue_letters.ask_for_document(w.desk, w.ready),
    "queue_letters.letters_to_print": lambda w: queue_letters.letters_to_print(w.desk, w.ready),
    "recording.record": lambda w: recording.record(
        w.desk, w.patient, booking="emergency", answers={}, could_not_ask="emergency"
    ),
    "recording.recorded": lambda w: recording.recorded(w.desk, "R-1001"),
    "redetermining.redetermine": lambda w: redetermining.redetermine(
        w.desk, w.desk.pack, apply=True
    ),
    "reference.guide": lambda w: reference.guide(w.desk),
    "receiving.take_payment": lambda w: receiving.take_payment(
        w.desk, w.doc_no, amount=Money(100), method=Method.CASH
    ),
    "receiving.take_advance": lambda w: receiving.take_advance(
        w.desk, w.estimate_no, amount=Money(100), method=Method.CASH
    ),
    "receiving.take_unallocated": lambda w: receiving.take_unallocated(
        w.desk, w.customer_ref, amount=Money(100), method=Method.CASH
    ),
    "receiving.allocate": lambda w: receiving.allocate(
        w.desk, w.waiting_receipt, w.doc_no, Money(100)
    ),
    "receiving.unallocated_money": lambda w: receiving.unallocated_money(w.desk),
    "placing.places": lambda w: placing.places(w.desk, w.waiting_receipt),
    "placing.look": lambda w: placing.look(w.desk, w.waiting_receipt, w.doc_no),
    "placing.place": lambda w: placing.place(w.desk, w.waiting_receipt, w.doc_no, Money(100)),
    "receiving.payment_returned": lambda w: receiving.payment_returned(w.desk, w.waiting_receipt),
    "remitting.preview": lambda w: remitting.preview(w.desk, opened(w.desk, STATEMENT)),
    "remitting.take_in": lambda w: take_in(w.desk, STATEMENT),
    "payments_waiting.waiting": lambda w: payments_waiting.waiting(w.desk),
    "payments_waiting.put_aside": lambda w: payments_waiting.put_aside(w.desk),
    "payments_waiting.sums": lambda w: payments_waiting.sums(w.desk),
    "payments_waiting.match_by_hand": lambda w: payments_waiting.match_by_hand(
        w.desk, w.payment, w.doc_no
    ),
    "payments_waiting.set_aside": lambda w: payments_waiting.set_aside(
        w.desk, w.payment, "None of ours."
    ),
    "refunding.refundable": lambda w: refunding.refundable(w.desk, w.waiting_receipt),
    "refunding.propose_refund": lambda w: refunding.propose_refund(
        w.desk, w.waiting_receipt, "Paid by mistake."
    ),
    "refunding.approve_refund": lambda w: refunding.approve_refund(w.desk, w.refund),
    "registration.begin": lambda w: registration.begin(w.desk, w.patient.patient_id, "outpatient"),
    "registration.step": lambda w: registration.step(w.desk, w.draft),
    "registration.answer": lambda w: registration.answer(
        w.desk, w.draft, "s1_residence_12m", "uk_all"
    ),
    "registration.set_aside": lambda w: registration.set_aside(
        w.desk, w.draft, "s1_residence_12m", AnswerState.REFUSED
    ),
    "registration.could_not_ask": lambda w: registration.could_not_ask(
        w.desk, w.draft, "unconscious"
    ),
    "registration.finish": lambda w: registration.finish(w.desk, w.draft),
    "registration.park": lambda w: registration.park(w.desk, _own_draft(w)),
    "registration.left_parked": lambda w: registration.left_parked(
        w.desk, w.patient.patient_id, "outpatient"
    ),
    "registration.set_down": lambda w: registration.set_down(w.desk, w.draft),
    "registration.gather_drafts": lambda w: registration.gather_drafts(w.desk),
    "registration.resume": lambda w: registration.resume(w.desk, w.parked),
    "replaying.replay": lambda w: replaying.replay(w.desk),
    "reporting.listed": lambda w: reporting.listed(w.desk),
    "reporting.report": lambda w: reporting.report(w.desk, "aged-debt"),
    "reporting.statement": lambda w: reporting.statement(w.desk, "P000001001", since=w.desk.today),
    "reporting.journal": lambda w: reporting.journal(w.desk),
    "reporting.spreadsheet": lambda w: reporting.spreadsheet(w.desk, REPORT),
    "reporting.printed": lambda w: reporting.printed(w.desk, REPORT),
    "review.open_case": lambda w: review.open_case(w.desk, w.ready),
    "review.answer": lambda w: review.answer(w.desk, w.ready, "s2_purpose", "visit_family"),
    "review.set_leaving_date": lambda w: review.set_leaving_date(w.desk, w.ready, "+6w"),
    "review.add_evidence": lambda w: review.add_evidence(w.desk, w.ready, type_code="passport"),
    "calling.note_call": lambda w: calling.note_call(w.desk, w.ready, "no_answer"),
    "review.rely_on": lambda w: review.rely_on(w.desk, w.ready, w.evidence_id, False),
    "review.record_urgency": lambda w: review.record_urgency(
        w.desk,
        w.ready,
        urgency_value=Urgency.URGENT,
        clinician_name="Dr A. Roy",
        decided_on="today",
        signed_form=COPY,
    ),
    "review.choose": lambda w: review.choose(w.desk, w.ready, Choice.CHARGE, True),
    "review.decide": lambda w: review.decide(
        w.desk,
        w.ready,
        choice=Choice.CHARGE,
        reason_code="V2",
        note="Visits her sister.",
        certified=True,
        no_evidence_offered=False,
    ),
    "checking.second_looks": lambda w: checking.second_looks(w.desk, w.ready),
    "checking.look": lambda w: checking.look(w.desk, w.to_check, Choice.CHARGE),
    "checking.second_check": lambda w: checking.second_check(
        w.desk, w.to_check, agree=True, note="Agreed."
    ),
    "feedback.became_of": lambda w: feedback.became_of(w.desk),
    "feedback.mark_read": lambda w: feedback.mark_read(w.desk, w.desk.moment),
    "to_finance.hand_over": lambda w: to_finance.hand_over(w.desk, w.decided),
    "two_people.waiting": lambda w: two_people.waiting(w.desk),
    "two_people.decline": lambda w: two_people.decline(w.desk, w.debt_report, "Not now."),
    "writing_off.propose_write_off": lambda w: writing_off.propose_write_off(
        w.desk, w.doc_no, reason_code="untraceable", evidence="Letters came back."
    ),
    "writing_off.approve_write_off": lambda w: writing_off.approve_write_off(w.desk, w.write_off),
    "writing_off.losses": lambda w: writing_off.losses(w.desk, w.desk.today, w.desk.today),
    "writing_off.approval_limit": lambda w: writing_off.approval_limit(w.desk, "senior"),
    "writing_off.set_approval_limit": lambda w: writing_off.set_approval_limit(
        w.desk, "senior", Money(100)
    ),
    "stays.time_inside": lambda w: stays.time_inside(w.desk, w.ready),
    "stays.set_stay": lambda w: stays.set_stay(w.desk, w.ready, first="1/3/26"),
    "stays.answer_from": lambda w: stays.answer_from(
        w.desk, w.ready, "s2_purpose", "work", since="today"
    ),
    "stays.take_back_answer_from": lambda w: stays.take_back_answer_from(
        w.desk, w.ready, "s2_purpose", since=w.desk.today
    ),
    "stays.link_family": lambda w: stays.link_family(
        w.desk, w.ready, relation="parent", patient_id=w.patient.patient_id
    ),
    "signin.add_person": lambda w: signin.add_person(
        w.desk, name="new", display_name="N. New", password=PASSWORD, roles=[Role.CLERK]
    ),
    "signin.set_roles": lambda w: signin.set_roles(w.desk, "clerk", [Role.OFFICER]),
    "signin.stop_person": lambda w: signin.stop_person(w.desk, "clerk"),
    "signin.stopped_people": lambda w: signin.stopped_people(w.desk),
    "signin.let_back_in": lambda w: signin.let_back_in(w.desk, "clerk", "another three words"),
    "signin.reset_password": lambda w: signin.reset_password(
        w.desk, "clerk", "another three words"
    ),
    "own_signin.has_pin": lambda w: own_signin.has_pin(w.desk),
    "own_signin.set_pin": lambda w: own_signin.set_pin(w.desk, "482913", password=PASSWORD),
    "own_signin.drop_pin": lambda w: own_signin.drop_pin(w.desk),
    "own_signin.end_shift": lambda w: own_signin.end_shift(w.desk),
    "own_signin.change_password": lambda w: own_signin.change_password(
        w.desk, old=PASSWORD, new="another three words"
    ),
    "looks.look": lambda w: looks.look(w.desk),
    "looks.keep_look": lambda w: looks.keep_look(w.desk, Look(scheme="dark")),
    "trust_settings.letterhead": lambda w: trust_settings.letterhead(w.desk),
    "trust_settings.set_letterhead": lambda w: trust_settings.set_letterhead(w.desk, FORM),
    "trust_settings.letterhead_page": lambda w: trust_settings.letterhead_page(w.desk, FORM),
    "trust_settings.logo": lambda w: trust_settings.logo(w.desk),
    "trust_settings.set_logo": lambda w: trust_settings.set_logo(w.desk, None),
    "trust_settings.set_place": lambda w: trust_settings.set_place(
        w.desk, place=w.desk.place, site=w.desk.trust.site
    ),
    "trust_settings.set_share": lambda w: trust_settings.set_share(w.desk, w.desk.trust.share),
    "trust_settings.share_was_tried": lambda w: trust_settings.share_was_tried(
        w.desk, "/share", "well"
    ),
    "language_texts.language_card": lambda w: language_texts.language_card(w.desk),
    "language_texts.approved_texts": lambda w: language_texts.approved_texts(w.desk),
    "language_texts.texts": lambda w: language_texts.texts(w.desk),
    "language_texts.card_to_translate": lambda w: language_texts.card_to_translate(w.desk),
    "language_texts.enter_text": lambda w: language_texts.enter_text(
        w.desk,
        language="pl",
        about="everyone",
        words="Pytamy wszystkich o to samo.",
        translator="Ewa Nowak",
        translated_on=w.desk.today,
    ),
    "language_texts.approve_text": lambda w: language_texts.approve_text(w.desk, w.text),
    "language_texts.withdraw_text": lambda w: language_texts.withdraw_text(w.desk, w.text),
}
