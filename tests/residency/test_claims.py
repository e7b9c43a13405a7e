"""What counts as a later claim on a case closed by the officer's certificate."""

from __future__ import annotations

from datetime import date

import pytest

from app.library.law import load_law
from app.residency.claims import later_claims
from app.residency.facts import FactValue

LAW = load_law()
DAY = LAW.pack.day(date(2026, 3, 9))
Facts = dict[str, FactValue]


@pytest.mark.parametrize(
    ("before", "now", "claimed"),
    [
        ({}, {}, ()),
        ({}, {"asylum_application_undetermined": True}, ("asylum_application_undetermined",)),
        ({}, {"asylum_application_undetermined": False}, ()),
        ({"ship_crew": False}, {"ship_crew": True}, ("ship_crew",)),
        ({"ship_crew": True}, {"ship_crew": True}, ()),
        ({"ship_crew": True}, {}, ("ship_crew",)),
        ({"asylum_application_undetermined": False}, {}, ("asylum_application_undetermined",)),
        ({}, {"modern_slavery_decision": "none"}, ()),
        ({}, {"modern_slavery_decision": "referred"}, ("modern_slavery_decision",)),
        ({}, {"condition_caused_by_violence": "torture"}, ()),  # a clinician's, never lapses
        ({}, {"names": "Ada"}, ()),  # no rule asks for it
    ],
)
def test_h5_a_claim_is_what_reads_otherwise_than_not_claimed(
    before: Facts, now: Facts, claimed: tuple[str, ...]
) -> None:
    assert later_claims(before, now, LAW, DAY) == claimed
