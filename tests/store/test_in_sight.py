"""What people change is written over what they saw, and never over what waits or stands aside."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.core.nhs_number import NHSNumber
from app.core.people import Patient
from app.replica.record import Record, Subject, read_record
from app.services.desk import Desk
from app.store import (
    absorbing,
    diary,
    disputes,
    journal,
    patients,
    placing,
    registrations,
    shared_numbers,
    stays,
)
from tests.desks import add_visitor, make_desk, register_visitor

NOW = 1_770_000_000_000
NUMBER, OTHER = NHSNumber.parse("999 000 0018"), NHSNumber.parse("999 000 0026")
Brought = list[tuple[Record, bytes]]


@pytest.fixture
def desks(tmp_path: Path) -> Iterator[list[Desk]]:
    made = [make_desk(tmp_path / code, device=code) for code in ("D01", "D02", "D03", "D04")]
    yield made
    for desk in made:
        desk.db.close()


def absorb(desk: Desk) -> None:
    with desk.db.atomic():
        absorbing.absorb(desk.db, now=NOW)


def all_of(desk: Desk, *subjects: Subject) -> Brought:
    """A machine's records, of some subjects or of all."""
    absorb(desk)
    found = [(read_record(w.body), w.body) for _, w in journal.every(desk.db)]
    return [one for one in found if not subjects or one[0].subject in subjects]


def bring(records: Brought, target: Desk) -> None:
    absorb(target)
    with target.db.atomic():
        placing.take_in(target.db, records)


def test_h10_work_done_while_newer_records_wait_does_not_overwrite_them(desks: list[Desk]) -> None:
    """A colleague's change waits for a relative's record; an officer here writes meanwhile."""
    clerk, colleague, here, _ = desks
    case = register_visitor(clerk, add_visitor(clerk))
    for desk in (colleague, here):
        bring(all_of(clerk), desk)
    sister = add_visitor(colleague, family_name="Relative")
    with colleague.db.atomic():
        stays.link(
            colleague.db,
            case,
            relation="parent",
            patient_id=sister.patient_id,
            linked_by="u",
            linked_at=colleague.moment,
        )
        registrations.assign(colleague.db, case, "u-colleague")
        registrations.set_review(colleague.db, case, "decided")
    bring(all_of(colleague, Subject.CASE), here)  # the relative's own record has not come
    assert [one.about for one in journal.unplaced(here.db)] == [case]
    with here.db.atomic():
        registrations.set_category(here.db, case, category="F", basis="Seen the ticket home")
    absorb(here)
    for one, other in ((colleague, here), (here, colleague), (colleague, here)):
        bring(all_of(one), other)
    for desk in (colleague, here):
        assert journal.unplaced(desk.db) == ()
        found = registrations.get(desk.db, case)
        assert (found.assigned_to, found.review) == ("u-colleague", "decided")
        assert found.basis == "Seen the ticket home"
        assert disputes.told(desk.db, open_ones=True) == ()


def test_h10_a_mark_follows_its_diary_entry_when_an_older_entry_comes_before_it(
    desks: list[Desk],
) -> None:
    clerk, officer, third, _ = desks
    case = register_visitor(clerk, add_visitor(clerk))
    meet(clerk, officer)
    for desk, kind in ((clerk, "older"), (officer, "newer")):
        with desk.db.atomic():
            diary.add(
                desk.db, case, kind=kind, about_on=desk.today, due_on=desk.today, at=desk.moment
            )
    absorb(clerk)
    with officer.db.atomic():
        absorbing.absorb(officer.db, now=NOW + 10_000)
        newest = next(one for one in diary.of(officer.db, case) if one.kind == "newer")
        diary.mark(officer.db, [newest.entry_id], "done", by="u", at=officer.moment)
    meet(clerk, officer, third)
    for desk in (clerk, officer, third):
        assert journal.unplaced(desk.db) == ()
        marks = {one.kind: one.mark for one in diary.of(desk.db, case)}
        assert (marks["older"], marks["newer"]) == ("", "done")


def patient(desk: Desk, number: NHSNumber | None, name: str) -> Patient:
    found = add_visitor(desk, family_name=name)
    register_visitor(desk, found)
    set_number(desk, found.patient_id, number)
    return found


def set_number(desk: Desk, patient_id: str, number: NHSNumber | None) -> None:
    with desk.db.atomic():
        patients.update(desk.db, replace(patients.own(desk.db, patient_id), nhs_number=number))


def meet(*desks: Desk) -> None:
    for _ in range(2):
        for one in desks:
            for other in desks:
                if one is not other:
                    bring(all_of(one), other)


def shown(desk: Desk, *who: Patient) -> list[str]:
    return [str(patients.own(desk.db, one.patient_id).nhs_number or "") for one in who]


def same_everywhere(desks: list[Desk]) -> bool:
    query = "SELECT patient_id, nhs_number FROM patients ORDER BY 1"
    shared = "SELECT nhs_number, patient_id FROM shared_nhs_numbers ORDER BY 1, 2"
    return len(
        {(tuple(d.db.tuples(query)), tuple(d.db.tuples(shared))) for d in desks}
    ) == 1 and all(journal.unplaced(desk.db) == () for desk in desks)


def test_h10_a_number_of_three_records_goes_to_the_next_when_its_holder_gives_it_up(
    desks: list[Desk],
) -> None:
    three = [patient(desk, NUMBER, f"One{at}") for at, desk in enumerate(desks[:3])]
    meet(*desks[:3])
    three.sort(key=lambda one: one.patient_id)
    assert shown(desks[2], *three) == [str(NUMBER), "", ""]
    set_number(desks[0], three[0].patient_id, OTHER)
    meet(*desks)
    for desk in desks:
        assert shown(desk, *three) == [str(OTHER), str(NUMBER), ""]
    assert same_everywhere(desks)
    set_number(desks[1], three[1].patient_id, None)
    meet(*desks)
    for desk in desks:
        assert shown(desk, *three) == [str(OTHER), "", str(NUMBER)]
    assert same_everywhere(desks)


def test_h10_a_number_that_somebody_takes_out_stays_out_everywhere(desks: list[Desk]) -> None:
    one = patient(desks[0], NUMBER, "Okafor")
    meet(*desks[:2])
    set_number(desks[1], one.patient_id, None)
    meet(*desks[:2])
    assert shown(desks[0], one) == shown(desks[1], one) == [""]


def test_h10_a_record_whose_number_another_shows_does_not_lose_it_by_other_work(
    desks: list[Desk],
) -> None:
    two = [patient(desk, NUMBER, f"One{at}") for at, desk in enumerate(desks[:2])]
    meet(*desks[:2])
    first, second = sorted(two, key=lambda one: one.patient_id)
    with desks[1].db.atomic():
        own = patients.own(desks[1].db, second.patient_id)
        patients.update(desks[1].db, replace(own, phone="+234 1"))
    meet(*desks)
    set_number(desks[0], first.patient_id, None)
    meet(*desks)
    assert shown(desks[3], first, second) == ["", str(NUMBER)]
    assert same_everywhere(desks)


@pytest.mark.parametrize("which", [min, max])
def test_h10_a_number_given_to_another_as_soon_as_nobody_showed_it_is_both_of_theirs(
    desks: list[Desk], which: Callable[[list[str]], str]
) -> None:
    """Nothing is exchanged between taking it from one record and giving it to the next."""
    two = [patient(desk, NUMBER, f"One{at}") for at, desk in enumerate(desks[:2])]
    meet(*desks[:2])
    first, second = sorted(two, key=lambda one: one.patient_id)
    set_number(desks[0], first.patient_id, None)
    third = which([patient(desks[0], None, f"Other{at}").patient_id for at in range(6)])
    set_number(desks[0], third, NUMBER)
    meet(*desks)
    held = sorted([second.patient_id, third])
    for desk in desks:
        assert [str(patients.own(desk.db, one).nhs_number or "") for one in held] == [
            str(NUMBER),
            "",
        ]
        assert shown(desk, first) == [""]
    assert same_everywhere(desks)
    set_number(desks[1], held[0], None)
    meet(*desks)
    assert str(patients.own(desks[2].db, held[1]).nhs_number) == str(NUMBER)


def test_h10_a_draft_keeps_the_number_that_a_record_from_elsewhere_shows_here(
    desks: list[Desk],
) -> None:
    here, there = desks[:2]
    drafts = [add_visitor(here, family_name=f"Draft{at}") for at in range(6)]
    others = [patient(there, None, f"One{at}") for at in range(6)]
    draft = max(drafts, key=lambda one: one.patient_id)
    other = min(others, key=lambda one: one.patient_id)
    set_number(here, draft.patient_id, NUMBER)
    set_number(there, other.patient_id, NUMBER)
    bring(all_of(there), here)
    register_visitor(here, draft)  # finished only now, and recorded for the first time
    meet(*desks[:3])
    assert other.patient_id < draft.patient_id  # so that the draft is the one that shows none
    holders = shared_numbers.sharers(desks[2].db, NUMBER.digits)
    assert holders == (other.patient_id, draft.patient_id)
    set_number(desks[2], other.patient_id, None)
    meet(*desks)
    for desk in desks:
        assert shown(desk, draft) == [str(NUMBER)]
