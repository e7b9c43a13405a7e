"""A number somebody showed finds them next time."""

from __future__ import annotations

import pytest

from app.core.errors import BadInput, NotFound
from app.services import identifiers
from app.services.desk import Desk
from app.store import audit
from tests.desks import add_visitor


def test_a_number_is_kept_once_in_its_plain_form_and_audited_without_it(desk: Desk) -> None:
    patient = add_visitor(desk)
    for typed in ("a 012-345 67", "A01234567"):
        kept = identifiers.note_number(
            desk, patient.patient_id, kind="passport", number=typed, issuer="NGA"
        )
        assert (kept.number, kept.issuer) == ("A01234567", "NGA")
    noted = [one for one in identifiers.numbers_of(desk, patient.patient_id) if one.added_at]
    assert [(one.kind, one.number) for one in noted] == [("passport", "A01234567")]
    (last,) = audit.latest(desk.db, limit=1)
    assert (last.happening.act, last.happening.detail) == ("number_noted", {"kind": "passport"})


@pytest.mark.parametrize(
    ("kind", "number", "field"),
    [("passport", "A1", "number"), ("phone", "12", "number"), ("library", "A012345", "kind")],
)
def test_what_tells_nobody_apart_is_refused_in_words(
    desk: Desk, kind: str, number: str, field: str
) -> None:
    patient = add_visitor(desk)
    with pytest.raises(BadInput) as refused:
        identifiers.note_number(desk, patient.patient_id, kind=kind, number=number)
    assert refused.value.field == field


def test_nobody_gets_no_number(desk: Desk) -> None:
    with pytest.raises(NotFound):
        identifiers.note_number(desk, "nobody", kind="passport", number="A01234567")
