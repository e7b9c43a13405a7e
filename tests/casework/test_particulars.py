"""The visitor page as shipped: what a clerk may take, and no more."""

from __future__ import annotations

import pytest

from app.casework.particulars import FieldSpec, GroupSpec, Kind
from app.library.desk import load_visitor_page


@pytest.fixture(scope="module")
def page() -> tuple[GroupSpec, ...]:
    return load_visitor_page()


@pytest.fixture(scope="module")
def fields(page: tuple[GroupSpec, ...]) -> list[FieldSpec]:
    return [field for group in page for field in group.fields]


def test_the_page_has_its_four_groups(page: tuple[GroupSpec, ...]) -> None:
    assert [group.title for group in page] == ["Who", "Home abroad", "Stay in the UK", "Cover"]


def test_a_field_is_kept_in_one_place(fields: list[FieldSpec]) -> None:
    kept = [bool(field.patient) + bool(field.question) + bool(field.number) for field in fields]
    assert kept == [field.kind is not Kind.CARE for field in fields], "care goes with the booking"
    assert len({field.id for field in fields}) == len(fields)


def test_a_name_is_all_that_is_required(fields: list[FieldSpec]) -> None:
    assert [field.id for field in fields if field.required] == ["family_name"]


def test_a_choice_kept_with_the_patient_brings_its_choices(fields: list[FieldSpec]) -> None:
    for field in fields:
        assert bool(field.choices) == (field.kind is Kind.CHOICE and bool(field.patient))
