"""Any interleaving of removals and work on several machines ends alike, and loses no work.

Work that a removal had not seen is there in the end, and so is the case it was done on.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from app.replica.record import Subject
from app.services.desk import Desk
from app.store import documents, journal, patients, registrations, removals, whole_cases
from tests.desks import add_visitor, register_visitor
from tests.services.removing import is_here
from tests.store.machines import machines
from tests.store.samples import AT
from tests.store.test_replica import NOW, absorb, bring, picture
from tests.store.whole_store import document, page

MACHINES = 3
COPY = "i-of-all"
_STEP = st.one_of(
    st.tuples(st.just("work"), st.integers(0, MACHINES - 1), st.just(0)),
    st.tuples(st.just("assign"), st.integers(0, MACHINES - 1), st.integers(0, 3)),
    st.tuples(st.just("again"), st.integers(0, MACHINES - 1), st.just(0)),
    st.tuples(st.just("copy"), st.integers(0, MACHINES - 1), st.just(0)),
    st.tuples(st.just("uncopy"), st.integers(0, MACHINES - 1), st.just(0)),
    st.tuples(st.just("remove"), st.integers(0, MACHINES - 1), st.just(0)),
    st.tuples(st.just("bring"), st.integers(0, MACHINES - 1), st.integers(0, MACHINES - 1)),
)


@contextmanager
def officers() -> Iterator[list[Desk]]:
    """Officers' machines that all have one case with a copy of a paper."""
    with machines(MACHINES) as desks:
        case = register_visitor(desks[0], add_visitor(desks[0]))
        add_copy(desks[0], case, COPY)
        for desk in desks[1:]:
            bring(desks[0], desk)
        yield desks


def add_copy(desk: Desk, case: str, image_id: str) -> None:
    with desk.db.atomic():
        copy = replace(document(image_id), registration_id=case)
        documents.add(desk.db, copy, [page()])


def take_copy_out(desk: Desk) -> None:
    with desk.db.atomic():
        documents.remove(desk.db, COPY, reason="time", by="u", at=AT)


def has_pages(desk: Desk, image_id: str) -> bool:
    pages = desk.db.scalar("SELECT count(*) FROM document_pages WHERE image_id = ?", (image_id,))
    return bool(pages)


def only_case(desk: Desk) -> str:
    return str(desk.db.scalar("SELECT registration_id FROM registrations"))


def marks(desk: Desk) -> set[str]:
    return {row[0] for row in desk.db.tuples("SELECT kind FROM record_holds")}


def remove(desk: Desk, case: str) -> None:
    absorb(desk)
    with desk.db.atomic():
        whole_cases.take_away(desk.db, case, now=NOW)


def settle(desks: Sequence[Desk]) -> None:
    for _ in range(3):
        for source in desks:
            for target in desks:
                if source is not target:
                    bring(source, target)


@pytest.mark.slow
@example([("remove", 0, 0), ("work", 1, 0), ("work", 2, 0), ("bring", 0, 1), ("remove", 0, 0)])
@example([("work", 1, 0), ("remove", 0, 0), ("remove", 1, 0), ("again", 2, 0), ("assign", 2, 1)])
@example([("work", 0, 0), ("uncopy", 0, 0), ("remove", 1, 0)])
@example([("copy", 1, 0), ("bring", 1, 2), ("remove", 0, 0), ("uncopy", 2, 0)])
@example(
    [
        ("assign", 2, 1),
        ("again", 1, 0),
        ("remove", 0, 0),
        ("bring", 2, 1),
        ("again", 2, 0),
        ("remove", 2, 0),
    ]
)
@given(st.lists(_STEP, min_size=3, max_size=14))
@settings(max_examples=12, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_removals_and_work_unknowing_of_each_other_converge_and_lose_nothing(
    steps: list[tuple[str, int, int]],
) -> None:
    with officers() as desks:
        case = only_case(desks[0])
        patient = registrations.get(desks[0].db, case).patient_id
        written: set[str] = set()
        seen: set[str] = set()
        added: set[str] = set()  # copies, which are subjects of their own
        gone: set[str] = set()
        new: list[str] = []
        for at, (act, one, other) in enumerate(steps):
            desk = desks[one]
            if act == "bring":
                if one != other:
                    bring(desk, desks[other])
            elif act == "again":
                if desk.db.scalar("SELECT 1 FROM patients WHERE patient_id = ?", (patient,)):
                    new.append(register_visitor(desk, patients.get(desk.db, patient)))
            elif is_here(desk, case):
                if act == "remove":
                    here = marks(desk)
                    copies = {
                        row[0] for row in desk.db.tuples("SELECT image_id FROM document_images")
                    }
                    remove(desk, case)
                    if not is_here(desk, case):
                        seen |= here
                        gone |= copies - {
                            row[0] for row in desk.db.tuples("SELECT image_id FROM document_images")
                        }
                elif act == "copy":
                    add_copy(desk, case, f"i-{at}")
                    added.add(f"i-{at}")
                elif act == "uncopy":
                    if has_pages(desk, COPY):
                        take_copy_out(desk)
                elif act == "assign":
                    with desk.db.atomic():
                        registrations.assign(desk.db, case, f"u-{other}")
                else:
                    written.add(f"mark-{at}")
                    with desk.db.atomic():
                        removals.hold(desk.db, case, f"mark-{at}", begins=True, by="u", at=AT)
        settle(desks)
        assert len({picture(desk, Subject.CASE, case) for desk in desks}) == 1
        assert len({picture(desk, Subject.DOCUMENT, COPY) for desk in desks}) == 1
        for copy in added:
            assert len({picture(desk, Subject.DOCUMENT, copy) for desk in desks}) == 1
        assert len({picture(desk, Subject.PATIENT, patient) for desk in desks}) == 1
        for desk in desks:
            assert journal.unplaced(desk.db) == ()
            assert desk.db.rows("PRAGMA foreign_key_check") == []
            assert marks(desk) >= written - seen
            assert is_here(desk, case) or written <= seen
            assert all(has_pages(desk, one) for one in added - gone)
            assert all(is_here(desk, one) for one in new)
            assert absorb(desk) == 0
