from __future__ import annotations

from app.library.law import load_law
from app.residency.paper_kinds import open_kinds, speaks_for

LAW = load_law()


def test_open_kinds_name_no_protected_ground() -> None:
    kinds = open_kinds(LAW.pack)
    assert {"passport", "ehic", "s1_non_uk"} <= set(kinds)
    assert not {"nrm_decision_letter", "arc_card", "mha_paperwork", "custody_confirmation"} & set(
        kinds
    )


def test_a_paper_speaks_for_the_questions_whose_facts_it_shows() -> None:
    assert "nationalities" in {
        fact
        for question in LAW.questions.all
        if question.id in speaks_for(LAW, "passport")
        for fact in question.sets
    }
    assert "s1_document" in speaks_for(LAW, "ehic")
    assert speaks_for(LAW, "unheard of") == frozenset()
