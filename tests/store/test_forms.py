"""Paper forms in the store: as printed, as keyed back, and only ever added to."""

from __future__ import annotations

from app.store import forms
from app.store.database import Database
from tests.store.samples import TODAY
from tests.store.whole_store import NOTE, fill


def test_a_form_and_what_was_keyed_from_it_come_back_as_they_went_in(db: Database) -> None:
    assert forms.next_number(db) == 1
    fill(db)
    kept = forms.find(db, "D07-1")
    assert kept is not None
    assert kept.items == [{"number": 1, "question": "s1_lived"}]
    assert (kept.registration_id, kept.leaving_date) == ("r-1", None)
    (back,) = forms.returns(db, "D07-1")
    assert forms.returns_of(db, "r-1") == (back,)
    assert (back.received_on, back.late, back.keyed) == (TODAY, False, {"1": NOTE})
    assert forms.next_number(db) == 2


def test_a_form_nobody_printed_is_not_there(db: Database) -> None:
    assert forms.find(db, "D07-9") is None
    assert forms.returns(db, "D07-9") == ()
