"""`recoup retention`: two people, each act by whose task it is, every refusal one sentence."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from shutil import copytree
from typing import Any

import pytest

from app.casework.review import Choice
from app.cli import main
from app.core.trust import Mode
from app.services import documents
from app.services.documents import PaperShown
from tests.desks import make_desk
from tests.services.work import (
    SECOND_ADMIN,
    SIGNED_COPY,
    add_second_admin,
    decide,
    interview,
    ref_of,
    seated,
    visitor,
)

Run = Callable[..., dict[str, Any]]
TWO_YEARS_ON = "2028-03-20"


@pytest.fixture(scope="module")
def decided(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """A folder with one case that is not charged and has a copied paper, and its reference."""
    folder = tmp_path_factory.mktemp("decided")
    desk = make_desk(folder, mode=Mode.TEST)
    add_second_admin(desk)
    case = visitor(desk, family_name="Quartzberry")
    interview(desk, case)
    with seated(desk, "officer"):
        documents.note(desk, case, PaperShown(type_code="passport"), SIGNED_COPY)
    decide(desk, case, Choice.LIVES_HERE)
    ref = ref_of(desk, case)
    desk.db.close()
    return folder / "desk", ref


@pytest.fixture
def ref(decided: tuple[Path, str]) -> str:
    return decided[1]


@pytest.fixture
def run(tmp_path: Path, decided: tuple[Path, str], capsys: pytest.CaptureFixture[str]) -> Run:
    """An act on a copy of that folder, on a day, as somebody; its answer."""
    store = str(copytree(decided[0], tmp_path / "desk"))

    def runs(*words: str, user: str = "admin", on: str = TWO_YEARS_ON, code: int = 0) -> Any:
        told = ["retention", *words, "--data", store, "--user", user, "--now", f"{on}T10:00:00Z"]
        assert main(told) == code
        said = capsys.readouterr()
        if code == 1:
            assert said.err.count("\n") == 1
        return json.loads(said.out) if said.out else None

    return runs


def test_copies_are_listed_by_one_and_removed_by_another(run: Run, ref: str) -> None:
    on = "2026-07-01"
    (due,) = run("list", on=on)["copies"]
    assert (due["ref"], due["copies"], due["held_for"]) == (ref, 1, "")
    listed = run("propose", "copies", on=on)
    assert (listed["what"], listed["cases"]) == ("copies", 1)
    (waits,) = run("list", on=on)["waiting"]
    assert (waits["list"], waits["what"], waits["own"]) == (listed["list"], "copies", True)
    gone = run("approve", str(listed["list"]), user=SECOND_ADMIN, on=on)["certificate"]
    assert (gone["what"], gone["cases"], gone["copies"], gone["pages"]) == ("copies", 1, 1, 1)
    after = run("list", on=on)
    assert (after["copies"], after["waiting"]) == ([], [])
    assert after["certificates"] == [gone]
    assert run("report", user="auditor", on=on)["certificates"] == [gone]


def test_a_whole_case_goes_and_is_not_found_again(run: Run, ref: str) -> None:
    (due,) = run("list")["cases"]
    assert (due["ref"], due["why"], due["held_for"]) == (ref, "Not charged", "")
    number = str(run("propose", "cases")["list"])
    refused = run("approve", number, code=1)["error"]
    assert refused["code"] == "not_allowed"
    gone = run("approve", number, user=SECOND_ADMIN)["certificate"]
    assert (gone["what"], gone["cases"], gone["patients"]) == ("cases", 1, 1)
    assert "Quartzberry" not in json.dumps(gone)
    assert run("hold", ref, "--for", "appeal", code=1)["error"]["code"] == "not_found"
    assert run("approve", number, user=SECOND_ADMIN, code=1)["error"]["code"] == "not_found"


def test_a_hold_keeps_a_case_until_it_ends(run: Run, ref: str) -> None:
    (held,) = run("hold", ref.lower(), "--for", "inquiry", user="officer")["holds"]
    assert (held["ref"], held["kind"], held["label"]) == (ref, "inquiry", "Inquiry")
    assert [one["held_for"] for one in run("list")["cases"]] == ["Inquiry"]
    assert run("propose", "cases", code=1)["error"]["code"] == "nothing_due"
    assert run("hold", ref, "--for", "inquiry", code=1)["error"]["code"] == "no_change"
    assert run("release", ref, "--for", "inquiry")["holds"] == []
    assert run("release", ref, "--for", "inquiry", code=1)["error"]["code"] == "no_change"
    assert run("propose", "cases")["cases"] == 1


def test_every_refusal_is_one_sentence_that_says_what_to_do(run: Run, ref: str) -> None:
    run("propose", "cases")
    for words, user, code in (
        (("propose", "copies"), "admin", "waiting"),
        (("decline", "1"), "admin", "no_note"),
        (("decline", "7", "--because", "A wrong date"), "admin", "not_found"),
        (("hold", ref, "--for", "nothing"), "officer", "unknown_hold"),
        (("hold", ref), "officer", "unknown_hold"),
        (("release", "R-9999", "--for", "appeal"), "officer", "not_found"),
        (("list",), "officer", "not_allowed"),
        (("propose", "cases"), "clerk", "not_allowed"),
        (("approve", "1"), "senior", "not_allowed"),
        (("hold", ref, "--for", "appeal"), "clerk", "not_allowed"),
        (("report",), "admin", "not_allowed"),
    ):
        error = run(*words, user=user, code=1)["error"]
        assert error["code"] == code, words
        assert error["message"].endswith("."), words
    assert run("decline", "1", "--because", "A wrong date") == {
        "contract_version": 1,
        "list": 1,
        "declined": True,
    }


@pytest.mark.parametrize("number", ["0", "-1", "one", "1" * 30])
def test_what_is_no_number_of_a_list_is_wrong_usage(run: Run, number: str) -> None:
    run("approve", number, code=2)


def test_wrong_usage_says_what_belongs_there(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["retention", "approve", "first", "--data", "desk"]) == 2
    said = capsys.readouterr().err
    assert "LIST: give the number of a list, as list or propose gave it" in said
    assert "_number" not in said


@pytest.mark.parametrize(
    "odd", ["", "R-0", "../../etc/passwd", "R-1'; --", "R-\udcff", "\u202eR-1", "R" * 100_000]
)
def test_an_odd_reference_is_refused_without_being_said_again(run: Run, odd: str) -> None:
    error = run("hold", odd, "--for", "appeal", code=1)["error"]
    told = "There is no registration of that reference here. Check the reference."
    assert error["message"] == told


@pytest.mark.parametrize(
    ("words", "user"),
    [
        (("list",), "adm\udcffin"),
        (("decline", "1", "--because", "A wrong\udcff date"), "admin"),
    ],
)
def test_half_a_character_is_refused_with_nothing_done(
    run: Run, words: tuple[str, ...], user: str
) -> None:
    run("propose", "cases")
    assert run(*words, user=user, code=1)["error"] == {
        "code": "bad_text",
        "message": "Something given holds half a character. Type it anew.",
    }
    assert len(run("list")["waiting"]) == 1
