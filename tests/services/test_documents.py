"""Papers shown: noted, copied, looked at, promised, taken out again (safety sections 2, 3)."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.casework.papers import PaperState
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.scans.page import Scan
from app.scans.taking_in import take_in
from app.services import diary, documents, queue_acts, registration, review
from app.services.desk import Desk
from app.services.documents import PaperShown
from app.services.paper_lines import EvidenceLine
from app.store import audit
from tests.desks import add_visitor, register_visitor
from tests.scans.samples import jpeg, pdf
from tests.services.work import chargeable, days_later, decide, seated, visitor

PASSPORT = PaperShown(type_code="passport", number="a 0123 4567", expires="11/9/29")
PROMISED = PaperShown(type_code="ehic", state=PaperState.PROMISED)


def scan(desk: Desk, content: bytes = b"") -> Scan:
    return take_in(content or jpeg(), desk.scans)


def draft(desk: Desk) -> str:
    return registration.begin(desk, add_visitor(desk).patient_id, "outpatient").registration_id


def copied(desk: Desk, case: str, content: bytes = b"") -> EvidenceLine:
    """A passport noted and copied; the last paper of the case."""
    *_, paper = documents.note(desk, case, PASSPORT)
    *_, paper = documents.attach(desk, case, paper.evidence_id, scan(desk, content))
    return paper


def acts(desk: Desk, case: str) -> list[str]:
    return [row.happening.act for row in audit.latest(desk.db, subject=case)]


def test_a_paper_is_noted_without_a_copy_and_nothing_rests_on_it_yet(desk: Desk) -> None:
    (paper,) = documents.note(desk, draft(desk), PASSPORT)
    assert (paper.state, paper.pages, paper.relied_on) == (PaperState.SEEN, 0, False)
    assert (paper.seen, paper.expires) == ("09-Mar-2026", "11-Sep-2029")


def test_a_ticket_is_noted_though_no_rule_asks_for_one(desk: Desk) -> None:
    (paper,) = documents.note(desk, draft(desk), PaperShown(type_code="ticket"))
    assert (paper.short, paper.label) == ("Ticket", "Ticket or booking that shows when they travel")


def test_security_8_a_number_is_shown_by_its_end_and_told_whole_only_when_asked(desk: Desk) -> None:
    case = draft(desk)
    (paper,) = documents.note(desk, case, PASSPORT)
    assert (paper.has_number, paper.number_ends) == (True, "4567")
    assert "number_shown" not in acts(desk, case)
    assert documents.number_of(desk, case, paper.evidence_id) == "A01234567"
    assert acts(desk, case)[0] == "number_shown"
    assert not [row for row in audit.latest(desk.db, limit=999) if "A0123" in str(row)]


def test_a_copy_is_kept_page_by_page_and_each_look_is_audited(desk: Desk) -> None:
    case = draft(desk)
    paper = copied(desk, case, pdf(2))
    paper = documents.attach(desk, case, paper.evidence_id, scan(desk))[0]
    assert (paper.state, paper.pages) == (PaperState.COPIED, 3)
    pages = [documents.page_of(desk, case, paper.evidence_id, number) for number in (1, 2, 3)]
    assert pages[2].width == 600
    assert acts(desk, case)[:4] == ["document_viewed"] * 3 + ["document_attached"]
    with pytest.raises(NotFound):
        documents.page_of(desk, case, paper.evidence_id, 4)


def test_a_paper_holds_only_so_many_pages(desk: Desk) -> None:
    case = draft(desk)
    paper = copied(desk, case, pdf(15))
    with pytest.raises(BadInput) as refused:
        documents.attach(desk, case, paper.evidence_id, scan(desk, pdf(6)))
    assert (refused.value.code, refused.value.field) == ("too_many_pages", "file")
    assert documents.shown(desk, case)[0].pages == 15


def test_taking_a_copy_out_keeps_the_details_and_says_why(desk: Desk) -> None:
    case = draft(desk)
    paper = copied(desk, case)
    with pytest.raises(BadInput):
        documents.remove_copy(desk, case, paper.evidence_id, "just because")
    (after,) = documents.remove_copy(desk, case, paper.evidence_id, "wrong_patient")
    assert (after.state, after.pages, after.number_ends) == (PaperState.SEEN, 0, "4567")
    assert after.removed == "It belongs to another patient"
    assert acts(desk, case)[0] == "image_removed"
    with pytest.raises(NotFound):
        documents.page_of(desk, case, paper.evidence_id, 1)
    with pytest.raises(Known, match="no copy"):
        documents.remove_copy(desk, case, paper.evidence_id, "asked")
    assert documents.attach(desk, case, paper.evidence_id, scan(desk))[0].pages == 1


def test_security_1_a_copy_leaves_nothing_readable_on_the_disk(desk: Desk) -> None:
    case = draft(desk)
    paper = copied(desk, case)
    content = documents.page_of(desk, case, paper.evidence_id, 1).content
    folder = desk.db.path.parent

    def on_disk(folder: Path) -> bytes:
        return b"".join(one.read_bytes() for one in folder.rglob("*") if one.is_file())

    assert content[-200:] not in on_disk(folder)
    assert content[:40] not in on_disk(folder)
    documents.remove_copy(desk, case, paper.evidence_id, "asked")
    assert content[-200:] not in on_disk(folder)


@pytest.mark.parametrize(
    ("paper", "field"),
    [
        (PaperShown(type_code="nothing"), "type_code"),
        (PaperShown(type_code="passport", number="?"), "number"),
        (PaperShown(type_code="passport", expires="soon"), "expires"),
        (replace(PROMISED, promised_by="1/1/20"), "promised_by"),
        (replace(PROMISED, promised_by="soon"), "promised_by"),
    ],
)
def test_a_wrong_field_is_named_and_nothing_is_kept(
    desk: Desk, paper: PaperShown, field: str
) -> None:
    case = draft(desk)
    with pytest.raises(BadInput) as refused:
        documents.note(desk, case, paper)
    assert refused.value.field == field
    assert documents.shown(desk, case) == ()


# Who may see what (safety section 2)


def test_a_clerk_sees_papers_of_their_own_registrations_alone(desk: Desk) -> None:
    with seated(desk, "officer"):
        others = draft(desk)
        paper = copied(desk, others)
    for act in (
        lambda: documents.shown(desk, others),
        lambda: documents.note(desk, others, PASSPORT),
        lambda: documents.page_of(desk, others, paper.evidence_id, 1),
        lambda: documents.attach(desk, others, paper.evidence_id, scan(desk)),
        lambda: documents.remove_copy(desk, others, paper.evidence_id, "asked"),
        lambda: documents.number_of(desk, others, paper.evidence_id),
    ):
        with pytest.raises(NotAllowed):
            act()


def test_a_clerk_sees_them_until_the_registration_has_gone_to_the_team(desk: Desk) -> None:
    case = register_visitor(desk, add_visitor(desk))
    paper = copied(desk, case)
    assert documents.page_of(desk, case, paper.evidence_id, 1)
    with seated(desk, "officer"):
        queue_acts.assign(desk, (case,), desk.person.user_id)
    with pytest.raises(NotAllowed, match="Ask them"):
        documents.page_of(desk, case, paper.evidence_id, 1)
    later = register_visitor(desk, add_visitor(desk, family_name="Bello"))
    days_later(desk, 1)
    with pytest.raises(NotAllowed):
        documents.shown(desk, later)


def test_a_clerk_never_sees_papers_of_a_protected_ground(desk: Desk) -> None:
    case = draft(desk)
    assert "nrm_decision_letter" not in dict(documents.kinds(desk))
    with seated(desk, "officer"):
        assert "nrm_decision_letter" in dict(documents.kinds(desk))
        documents.note(desk, case, PaperShown(type_code="nrm_decision_letter"))
        documents.note(desk, case, PASSPORT)
        assert len(documents.shown(desk, case)) == 2
    assert documents.shown(desk, case) == ()
    with pytest.raises(BadInput):
        documents.note(desk, case, PaperShown(type_code="nrm_decision_letter"))


@pytest.mark.parametrize("who", ["finance", "admin", "auditor", "clinician"])
def test_section_2_finance_admin_and_auditor_never_see_a_document(desk: Desk, who: str) -> None:
    case = draft(desk)
    paper = copied(desk, case)
    with seated(desk, who):
        for act in (
            lambda: documents.page_of(desk, case, paper.evidence_id, 1),
            lambda: documents.shown(desk, case),
            lambda: documents.number_of(desk, case, paper.evidence_id),
        ):
            with pytest.raises(NotAllowed):
                act()


# Promises


def test_a_promise_becomes_a_day_and_is_kept_by_saying_so(desk: Desk) -> None:
    case = draft(desk)
    (paper,) = documents.note(desk, case, PROMISED)
    assert (paper.state, paper.promised, paper.seen) == (PaperState.PROMISED, "16-Mar-2026", "")
    (paper,) = documents.change(
        desk, case, paper.evidence_id, PaperShown(type_code="ehic", expires="1/1/28")
    )
    assert (paper.state, paper.promised, paper.seen) == (PaperState.SEEN, "", "09-Mar-2026")
    (paper,) = documents.attach(desk, case, paper.evidence_id, scan(desk))
    assert paper.state is PaperState.COPIED


def test_a_copy_of_what_was_promised_keeps_the_promise(desk: Desk) -> None:
    case = draft(desk)
    (paper,) = documents.note(desk, case, PROMISED)
    (paper,) = documents.attach(desk, case, paper.evidence_id, scan(desk))
    assert (paper.state, paper.promised, paper.late) == (PaperState.COPIED, "", False)


def test_a_late_promise_stands_in_the_officers_diary_and_brings_the_case_back(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "clerk"):
        documents.note(desk, case, PROMISED)
    with seated(desk, "officer"):
        (entry,) = [one for one in diary.diary(desk) if "promised" in one.why]
        assert entry.why == "A paper promised for 16-Mar-2026 has not come"
        assert entry.due_on.isoformat() == "2026-03-17"
        assert not review.open_case(desk, case).evidence[0].late
        days_later(desk, 9)
        assert review.open_case(desk, case).evidence[0].late


def test_a_promise_that_is_kept_leaves_the_diary(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        (paper,) = documents.note(desk, case, PROMISED)
        documents.change(desk, case, paper.evidence_id, PaperShown(type_code="ehic"))
        assert not [one for one in diary.diary(desk) if "promised" in one.why]


def test_h8_a_late_promise_names_no_protected_ground_on_a_list(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        documents.note(
            desk, case, PaperShown(type_code="nrm_decision_letter", state=PaperState.PROMISED)
        )
        days_later(desk, 9)
        (entry,) = [one for one in diary.diary(desk) if "promised" in one.why]
        assert "Referral" not in entry.why


# Beside the answer


def test_a_paper_stands_beside_the_answers_it_speaks_for(desk: Desk) -> None:
    case = visitor(desk)
    with seated(desk, "officer"):
        before = review.open_case(desk, case)
        assert not [line for line in before.answers if line.papers]
        paper = copied(desk, case)
        after = review.open_case(desk, case)
        beside = [line.label for line in after.answers if paper.evidence_id in line.papers]
        assert beside
        assert len(beside) < len(after.answers)


def test_an_officer_relies_on_a_copied_paper_and_decides(desk: Desk) -> None:
    case = chargeable(desk)
    with seated(desk, "officer"):
        paper = copied(desk, case)
        review.rely_on(desk, case, paper.evidence_id, True)
    decided = decide(desk, case)
    assert decided.decision is not None
    assert [line.pages for line in decided.evidence if line.relied_on] == [0, 1]
