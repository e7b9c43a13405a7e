"""The critical reading of a law: each kind of fault is told with its entry and what to do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import Known
from app.library.lint import critical_reading, remarks
from app.library.new_pack import begin_pack
from app.library.packs import read_body
from app.library.remark import Remark, Severity
from tests.packs import PackKey, edited_pack, group

TODAY = date(2026, 11, 26)


def read(edit: Callable[[dict[str, Any]], object]) -> list[Remark]:
    return list(remarks(read_body(edited_pack("2027.1", edit)).law, TODAY))


def read_quickly(name: str) -> list[Remark]:
    return critical_reading(name, TODAY, thorough=False)


def question(shelves: dict[str, Any], code: str) -> dict[str, Any]:
    found: dict[str, Any] = next(
        row
        for shelf in ("stage_1", "stage_2", "clinician")
        for row in shelves[f"questions/{shelf}"]["question"]
        if row["id"] == code
    )
    return found


def service(shelves: dict[str, Any]) -> dict[str, Any]:
    first: dict[str, Any] = shelves["rules/services"]["service"][0]
    return first


def new_fact(shelves: dict[str, Any]) -> None:
    shelves["rules/facts"]["fact"]["left_handed"] = {
        "type": "bool",
        "decided_by": "clerk",
        "label": "Left-handed",
        "meaning": "Left-handed",
    }


def ruled_by_a_new_fact(shelves: dict[str, Any]) -> None:
    new_fact(shelves)
    group(shelves, "or_british")["when"]["all"].append({"fact": "left_handed", "op": "is_true"})


@pytest.mark.parametrize(
    ("edit", "code", "severity", "entry"),
    [
        (
            lambda s: group(s, "or_british").update(in_force_to="2015-04-05"),
            "dates_out_of_order",
            "refusal",
            "or_british",
        ),
        (
            lambda s: group(s, "or_british").update(
                look_back={
                    "reason": "r",
                    "regulation": "x",
                    "from": "2020-01-02",
                    "to": "2020-01-01",
                }
            ),
            "dates_out_of_order",
            "refusal",
            "or_british",
        ),
        (
            lambda s: group(s, "or_british").update(checked="2027-01-01"),
            "checked_later",
            "refusal",
            "or_british",
        ),
        (
            lambda s: group(s, "or_british").update(checked="2025-11-25"),
            "checked_long_ago",
            "note",
            "or_british",
        ),
        (
            lambda s: group(s, "or_british").update(confirmed=False, confirmation_note=""),
            "unconfirmed",
            "warning",
            "or_british",
        ),
        (
            lambda s: group(s, "or_british").update(source="a colleague"),
            "unsourced",
            "warning",
            "or_british",
        ),
        (
            lambda s: group(s, "or_british").update(evidence=["library_card"]),
            "unknown_evidence",
            "refusal",
            "or_british",
        ),
        (
            lambda s: group(s, "or_british").update(covers_family_through=["martians"]),
            "unknown_group",
            "refusal",
            "or_british",
        ),
        (
            lambda s: service(s).update(
                when={"fact": "service_type", "op": "eq", "value": "haircut"}
            ),
            "unknown_value",
            "refusal",
            "a_and_e",
        ),
        (new_fact, "unused_fact", "note", "left_handed"),
        (ruled_by_a_new_fact, "unasked_fact", "warning", "left_handed"),
        (
            lambda s: question(s, "s2_purpose").update(
                options=[{"value": "v", "label": "V", "sets": {"martian": True}}]
            ),
            "unknown_fact",
            "refusal",
            "s2_purpose",
        ),
        (
            lambda s: question(s, "s2_purpose").update(
                options=[{"value": "v", "label": "V", "sets": {"returned_to_live": "maybe"}}]
            ),
            "unknown_value",
            "refusal",
            "s2_purpose",
        ),
        (
            lambda s: question(s, "s2_purpose").update(
                options=[{"value": "v", "label": "V", "sets": {"is_british_citizen": True}}]
            ),
            "unannounced_fact",
            "warning",
            "s2_purpose",
        ),
        (
            lambda s: question(s, "s2_purpose").update(options=[{"value": "v", "label": "V"}]),
            "options_lead_nowhere",
            "warning",
            "s2_purpose",
        ),
        (
            lambda s: s["rules/evidence"]["supports"].update(library_card=["nationalities"]),
            "unknown_evidence",
            "refusal",
            "library_card",
        ),
        (
            lambda s: s["rules/evidence"]["supports"].update(passport=["shoe_size"]),
            "unknown_fact",
            "refusal",
            "passport",
        ),
        (dict, "idle_question", "note", "s2_contact"),
    ],
)
def test_a_fault_is_told_with_its_entry_and_what_to_do(
    edit: Callable[[dict[str, Any]], object], code: str, severity: str, entry: str
) -> None:
    found = [one for one in read(edit) if (one.code, one.id) == (code, entry)]
    assert [one.severity.value for one in found] == [severity]
    (remark,) = found
    assert remark.says.endswith((".", "”"))
    assert remark.do.endswith(".")


def test_a_listing_that_ends_before_it_begins_is_refused() -> None:
    def turn_round(shelves: dict[str, Any]) -> None:
        heads, *rows = shelves["countries/countries"]
        row = next(row for row in rows if row[heads.index("alpha2")] == "NO")
        row[heads.index("schedule2_from")], row[heads.index("schedule2_to")] = (
            "2021-01-02",
            "2021-01-01",
        )

    assert ("dates_out_of_order", "NO") in {(one.code, one.id) for one in read(turn_round)}


def test_a_group_that_charges_says_at_what_rate() -> None:
    def lose(shelves: dict[str, Any]) -> None:
        row = next(row for row in shelves["rules/groups"]["group"] if row["kind"] == "chargeable")
        row.pop("rate_percent")

    assert "no_rate" in {one.code for one in read(lose)}


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    begin_pack(tmp_path / "rules", "2027.1", TODAY)
    return tmp_path / "rules"


def test_all_faults_of_form_are_told_at_once(rules: Path) -> None:
    groups = rules / "rules" / "groups.toml"
    text = groups.read_text("utf-8")
    text = text.replace("in_force_from = 2015-04-06\n", "", 1).replace("source = ", "sauce = ", 1)
    groups.write_text(text.replace("checked = 2023-04-01\n", "", 2), "utf-8")
    found = read_quickly(str(rules))
    assert [one.code for one in found] == ["undated", "unsourced", "unchecked", "unchecked"]
    assert {one.severity for one in found} == {Severity.REFUSAL}
    assert found[0].id == "or_british"


@pytest.mark.parametrize("content", [b"\xff", b"group = ["])
def test_what_cannot_be_read_at_all_is_refused(rules: Path, content: bytes) -> None:
    (rules / "rules" / "groups.toml").write_bytes(content)
    with pytest.raises(Known, match=r"groups\.toml"):
        read_quickly(str(rules))


def test_a_pack_file_is_read_as_its_folder_is(tmp_path: Path) -> None:
    pack = tmp_path / "one.recoup-pack"
    pack.write_bytes(PackKey().signed(edited_pack("2027.1")))
    assert read_quickly(str(pack)) == read_quickly("builtin")


def test_a_new_pack_that_cannot_be_written_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(Known) as refused:
        begin_pack(tmp_path / "file" / "rules", "2027.1", TODAY)
    assert refused.value.code == "unwritable"
    assert [one.name for one in tmp_path.iterdir()] == ["file"]


@pytest.mark.slow
def test_what_does_nothing_is_found_by_trying_every_combination(rules: Path) -> None:
    services = rules / "rules" / "services.toml"
    text = services.read_text("utf-8")
    first = text[
        text.index("[[service]]") : text.index("[[service]]", text.index("[[service]]") + 1)
    ]
    never = first.replace('id = "a_and_e"', 'id = "never"').replace(
        "when = { all = [",
        'when = { all = [{ fact = "service_type", op = "eq", value = "maternity" },',
    )
    again = first.replace('id = "a_and_e"', 'id = "again"')
    services.write_text(f"{text}\n{never}\n{again}", "utf-8")
    exceptions = rules / "rules" / "exceptions.toml"
    excused = exceptions.read_text("utf-8").replace('"or_returning_british"', '"or_ilr"')
    exceptions.write_text(excused, "utf-8")
    found = {
        (one.code, one.id): one.severity
        for one in critical_reading(str(rules), TODAY, thorough=True)
        if one.code not in ("checked_long_ago", "unconfirmed")
    }
    assert found.pop(("unreachable", "never")) is Severity.REFUSAL
    assert found.pop(("overlapping", "again")) is Severity.WARNING
    assert found.pop(("overlapping", "or_returning_british")) is Severity.WARNING
    assert found.pop(("outdated_reason", "or_ilr")) is Severity.WARNING
    assert found.pop(("overlapping", "a_and_e")) is Severity.WARNING
    assert found.pop(("unreachable", "missionary_old")) is Severity.NOTE
    assert found.pop(("idle_question", "s2_contact")) is Severity.NOTE
    assert set(found.values()) == {Severity.NOTE}
