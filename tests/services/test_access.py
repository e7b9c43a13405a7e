"""Every service tried as every role, on a real desk, against the matrix (safety section 2, H3)."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

import pytest

import app.services
from app.access.roles import Extent, Role
from app.billing.payment import Method
from app.casework.review import Choice
from app.casework.urgency import Urgency
from app.core.errors import Known, NotAllowed
from app.core.money import Money
from app.core.people import Patient
from app.residency.questions import AnswerState
from app.services import (
    auditing,
    clinician,
    crediting,
    desk_lists,
    estimating,
    exchange,
    figures,
    filing,
    finding,
    invoicing,
    particulars,
    queue,
    recording,
    registration,
    review,
    signin,
)
from app.services.desk import SERVICES, WHOLE, Desk
from app.spool.envelope import PlainBatch
from app.spool.share import FolderShare
from app.store import evidence
from tests.desks import PASSWORD, add_visitor
from tests.services.conftest import opened_copy
from tests.services.work import (
    DAY_CASE,
    chargeable,
    decide,
    estimate,
    form,
    interview,
    invoiced,
    seated,
    visitor,
)

ROOT = Path(__file__).parents[2]
MODULES = [
    import_module(f"app.services.{found.name}") for found in iter_modules(app.services.__path__)
]

# Public functions that take a desk and are no act of the matrix, and why each may be so.
NOT_AN_ACT: Mapping[str, str] = {
    "exchange.sync_state": "counts without names; anyone at the desk may see how many wait",
    "signin.people": "the sign-in page lists names before anybody sits down",
    "signin.sign_in": "opens the door",
    "signin.sign_out": "closes it",
    "signin.act_as": "the command line's door: whoever has the store's key",
    "signin.first_administrator": "a store without people lets in its first, and only that one",
}
# Parts that several services share. They check nothing, so no screen or command may call them.
BEHIND_THE_COUNTER = frozenset(
    {
        "answers.answers_of",
        "answers.booking_of",
        "answers.case_of",
        "answers.find_out",
        "answers.given",
        "answers.last_saved",
        "answers.leaving_date_changed_at",
        "answers.save",
        "answers.shown",
        "answers.standing_of",
        "casefile.case_file",
        "casefile.decision_of",
        "casefile.prompt_line",
        "casefile.second_check_state",
        "crediting.credit_after_reversal",
        "crediting.propose_after_reversal",
        "determining.keep",
        "estimating.charge_that_stands",
        "filing.keep_pdf",
        "notifying.tell_finance_of_customer",
        "notifying.tell_finance_of_document",
        "notifying.tell_finance_of_receipt",
        "payers.by_hand",
        "payers.payer_of",
        "payers.with_reference",
        "posting.balance",
        "posting.is_open",
        "posting.keep_document",
        "posting.keep_receipt",
        "posting.number_of",
        "posting.open_invoice",
        "posting.open_invoices_of",
        "reopening.any_prompt_yes",
        "reopening.take_in",
        "second_look.reverses",
        "second_look.second_look_wanted",
        "timeline.timeline_of",
    }
)
# The window reads a case again that `open_case` has opened for the same person.
READ_AGAIN = {("ui/models/case.py", "casefile.case_file")}


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
    file_id: str
    batch: PlainBatch
    share: FolderShare


Call = Callable[[World], object]


def _own_draft(world: World) -> str:
    """A registration of one's own; the clerk's where one may open none."""
    with suppress(NotAllowed):
        begun = registration.begin(world.desk, world.patient.patient_id, "outpatient")
        return begun.registration_id
    return world.draft


CALLS: Mapping[str, Call] = {
    "auditing.verify": lambda w: auditing.verify(w.desk),
    "clinician.clinician_case": lambda w: clinician.clinician_case(w.desk, "R-1001"),
    "crediting.propose_credit": lambda w: crediting.propose_credit(
        w.desk, w.doc_no, "Charge not due."
    ),
    "crediting.credits_to_approve": lambda w: crediting.credits_to_approve(w.desk),
    "crediting.approve_credit": lambda w: crediting.approve_credit(w.desk, w.other_doc_no),
    "desk_lists.parked": lambda w: desk_lists.parked(w.desk),
    "desk_lists.ask_later": lambda w: desk_lists.ask_later(w.desk),
    "desk_lists.today": lambda w: desk_lists.today(w.desk),
    "desk_lists.usual_booking": lambda w: desk_lists.usual_booking(w.desk),
    "desk_lists.remember_booking": lambda w: desk_lists.remember_booking(w.desk, "outpatient"),
    "estimating.search": lambda w: estimating.search(w.desk, w.ready, "hip"),
    "estimating.preview": lambda w: estimating.preview(w.desk, w.ready, (DAY_CASE,)),
    "estimating.issue": lambda w: estimating.issue(
        w.desk, w.ready, lines=(DAY_CASE,), treatment="Planned operation"
    ),
    "estimating.payment_first_stands": lambda w: estimating.payment_first_stands(w.desk, w.ready),
    "exchange.sync": lambda w: exchange.sync(w.desk, w.share),
    "exchange.prepare": lambda w: exchange.prepare(w.desk),
    "exchange.mark_sent": lambda w: exchange.mark_sent(w.desk, w.batch),
    "exchange.unanswered": lambda w: exchange.unanswered(w.desk),
    "exchange.refused": lambda w: exchange.refused(w.desk),
    "exchange.send_again": lambda w: exchange.send_again(w.desk),
    "exchange.apply": lambda w: exchange.apply(w.desk, ()),
    "figures.categories": lambda w: figures.categories(w.desk),
    "filing.document": lambda w: filing.document(w.desk, w.file_id),
    "finding.find": lambda w: finding.find(w.desk, "okafor 2/3/90"),
    "finding.similar": lambda w: finding.similar(w.desk, w.patient),
    "finding.add_patient": lambda w: finding.add_patient(w.desk, w.patient),
    "finding.update_needs": lambda w: finding.update_needs(
        w.desk, w.patient.patient_id, interpreter="Yoruba", needs=()
    ),
    "invoicing.to_invoice": lambda w: invoicing.to_invoice(w.desk),
    "invoicing.preview": lambda w: invoicing.preview(w.desk, w.decided),
    "invoicing.issue": lambda w: invoicing.issue(w.desk, w.decided),
    "invoicing.accounts": lambda w: invoicing.accounts(w.desk),
    "invoicing.take_payment": lambda w: invoicing.take_payment(
        w.desk, w.doc_no, amount=Money(100), method=Method.CASH
    ),
    "particulars.visitor_page": lambda w: particulars.visitor_page(w.desk, w.ready),
    "particulars.country_names": lambda w: particulars.country_names(w.desk),
    "particulars.save_particulars": lambda w: particulars.save_particulars(
        w.desk, w.ready, {"phone": "020 7946 0001"}
    ),
    "particulars.continue_visitor": lambda w: particulars.continue_visitor(w.desk, w.draft),
    "queue.queue": lambda w: queue.queue(w.desk),
    "queue.queue_counts": lambda w: queue.queue_counts(w.desk),
    "queue.assign_to_me": lambda w: queue.assign_to_me(w.desk, (w.ready,)),
    "recording.record": lambda w: recording.record(
        w.desk, w.patient, booking="emergency", answers={}, could_not_ask="emergency"
    ),
    "recording.recorded": lambda w: recording.recorded(w.desk, "R-1001"),
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
    "registration.set_down": lambda w: registration.set_down(w.desk, w.draft),
    "registration.gather_drafts": lambda w: registration.gather_drafts(w.desk),
    "registration.resume": lambda w: registration.resume(w.desk, w.parked),
    "review.open_case": lambda w: review.open_case(w.desk, w.ready),
    "review.answer": lambda w: review.answer(w.desk, w.ready, "s2_purpose", "visit_family"),
    "review.set_leaving_date": lambda w: review.set_leaving_date(w.desk, w.ready, "+6w"),
    "review.evidence_types": lambda w: review.evidence_types(w.desk),
    "review.add_evidence": lambda w: review.add_evidence(w.desk, w.ready, type_code="passport"),
    "review.rely_on": lambda w: review.rely_on(w.desk, w.ready, w.evidence_id, False),
    "review.record_urgency": lambda w: review.record_urgency(
        w.desk,
        w.ready,
        urgency_value=Urgency.URGENT,
        clinician_name="Dr A. Roy",
        decided_on="today",
        document_ref="notes, page 4",
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
    "review.second_check": lambda w: review.second_check(
        w.desk, w.to_check, agree=True, note="Agreed."
    ),
    "signin.add_person": lambda w: signin.add_person(
        w.desk, name="new", display_name="N. New", password=PASSWORD, roles=[Role.CLERK]
    ),
    "signin.set_roles": lambda w: signin.set_roles(w.desk, "clerk", [Role.OFFICER]),
    "signin.stop_person": lambda w: signin.stop_person(w.desk, "clerk"),
}


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, made_once: Path) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("world")
    desk = opened_copy(made_once, folder / "desk")
    with seated(desk, "admin"):
        for role in Role:
            signin.add_person(
                desk,
                name=f"only_{role}",
                display_name=f"Only {role}",
                password=PASSWORD,
                roles=[role],
            )
    patient = add_visitor(desk, family_name="Okafor")
    draft = registration.begin(desk, patient.patient_id, "outpatient").registration_id
    parked = registration.begin(desk, patient.patient_id, "outpatient").registration_id
    registration.park(desk, parked)
    ready = chargeable(desk)
    decided = chargeable(desk)
    decide(desk, decided)
    file_id = estimate(desk, decided).file_id
    to_check = visitor(desk)
    form(desk, to_check)
    interview(desk, to_check, s2_protection="refused_final")
    decide(desk, to_check)
    _, one = invoiced(desk)
    _, other = invoiced(desk)
    with seated(desk, "finance"):
        crediting.propose_credit(desk, other.doc_no, "Charge not due.")
        (batch,) = exchange.prepare(desk)
    (folder / "share").mkdir()
    (seen, *_) = evidence.of(desk.db, ready)
    yield World(
        desk=desk,
        patient=patient,
        draft=draft,
        parked=parked,
        ready=ready,
        decided=decided,
        to_check=to_check,
        evidence_id=seen.evidence_id,
        doc_no=one.doc_no,
        other_doc_no=other.doc_no,
        file_id=file_id,
        batch=batch,
        share=FolderShare(folder / "share"),
    )
    desk.db.close()


class _Undo(Exception):
    """Takes back what a try has written."""


def _try(world: World, call: Call) -> Known | None:
    """What the call was refused with; whatever it wrote is taken back."""
    refused: Known | None = None
    with suppress(_Undo), world.desk.db.atomic():
        try:
            call(world)
        except Known as known:
            refused = known
        raise _Undo
    return refused


def _changes(desk: Desk) -> int:
    return int(desk.db.scalar("SELECT total_changes()"))


def _short(name: str) -> str:
    return name.removeprefix("app.services.")


def _may(desk: Desk, name: str, role: Role) -> bool:
    extent = desk.matrix.extent([role], SERVICES[name])
    return extent is Extent.FULL or (extent is Extent.LIMITED and name not in WHOLE)


def test_there_is_a_call_for_every_service() -> None:
    assert {_short(name) for name in SERVICES} == set(CALLS)


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_runs_for_the_roles_of_the_matrix_and_no_other(world: World, name: str) -> None:
    desk = world.desk
    for role in Role:
        signin.act_as(desk, f"only_{role}")
        before = _changes(desk)
        refused = _try(world, CALLS[_short(name)])
        if _may(desk, name, role):
            assert not isinstance(refused, NotAllowed), (role, refused)
        else:
            assert isinstance(refused, NotAllowed), role
            assert _changes(desk) == before, f"{role} was refused only after something was written"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_a_service_runs_for_nobody_who_has_not_signed_in(world: World, name: str) -> None:
    world.desk.user = None
    before = _changes(world.desk)
    refused = _try(world, CALLS[_short(name)])
    assert isinstance(refused, NotAllowed)
    assert "Sign in first" in refused.message
    assert _changes(world.desk) == before


def _public_functions() -> dict[str, Callable[..., object]]:
    """Every public function of a service module whose first argument is a desk."""
    found: dict[str, Callable[..., object]] = {}
    for module in MODULES:
        for name, function in vars(module).items():
            if name.startswith("_") or not inspect.isfunction(function):
                continue
            if inspect.unwrap(function).__module__ != module.__name__:
                continue
            first = next(iter(inspect.signature(function).parameters.values()), None)
            if first is not None and first.annotation == "Desk":
                found[f"{_short(module.__name__)}.{name}"] = function
    return found


def test_h3_a_function_of_a_desk_is_an_act_of_the_matrix_or_has_a_reason_not_to_be() -> None:
    acts = {_short(name) for name in SERVICES}
    assert set(_public_functions()) - acts == set(NOT_AN_ACT) | BEHIND_THE_COUNTER


def test_h3_no_screen_or_command_goes_behind_the_counter() -> None:
    used = set()
    for place in ("ui", "app/cli", "app/demo.py"):
        path = ROOT / place
        for file in path.rglob("*.py") if path.is_dir() else [path]:
            here = file.relative_to(ROOT).as_posix()
            used |= {(here, name) for name in _used_of_services(file) & BEHIND_THE_COUNTER}
    assert used <= READ_AGAIN


def _used_of_services(file: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("app.services."):
            names |= {f"{_short(str(node.module))}.{one.name}" for one in node.names}
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            names.add(f"{node.value.id}.{node.attr}")
    return names


def test_h3_clerk_finance_and_admin_cannot_record_urgency(world: World) -> None:
    for role in (Role.CLERK, Role.FINANCE, Role.ADMIN, Role.AUDITOR):
        signin.act_as(world.desk, f"only_{role}")
        assert isinstance(_try(world, CALLS["review.record_urgency"]), NotAllowed)
    for role in (Role.CLINICIAN, Role.OFFICER, Role.SENIOR):
        signin.act_as(world.desk, f"only_{role}")
        assert _try(world, CALLS["review.record_urgency"]) is None
