"""A pack is read whole or refused in one sentence; same law, same bytes."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.core.errors import Known
from app.library import resource
from app.library.packs import (
    LARGEST,
    built_in,
    load_publishers,
    pack_folder,
    read_folder,
    read_kept,
    read_pack,
)
from app.library.shelves import ROOMS
from app.residency.determination import determine
from app.residency.law_pack import LawPack
from tests.packs import PackKey, edited_pack, group
from tests.residency.given import TODAY, published

KEY = PackKey()
PACK = KEY.signed(edited_pack("2026.12.1"))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for room in ROOMS:
        shutil.copytree(resource(room), tmp_path / room)
    return tmp_path


def refused(raw: bytes) -> Known:
    with pytest.raises(Known) as known:
        read_pack(raw)
    assert "\n" not in known.value.message
    return known.value


def refused_edit(edit: Callable[[dict[str, Any]], object]) -> Known:
    return refused(KEY.signed(edited_pack("2026.12.1", edit)))


def option(shelves: dict[str, Any]) -> dict[str, Any]:
    """The first choice of the question why somebody is here."""
    rows = shelves["questions/stage_2"]["question"]
    first: dict[str, Any] = next(row for row in rows if row["id"] == "s2_purpose")["options"][0]
    return first


def refused_document(edit: Callable[[dict[str, Any]], object]) -> Known:
    document = json.loads(edited_pack("2026.12.1"))
    edit(document)
    return refused(KEY.signed(json.dumps(document).encode()))


def test_the_law_of_a_pack_is_the_law_of_the_folder_it_was_made_of() -> None:
    ours, again = built_in().law, read_kept(built_in().raw).law
    assert again.facts.all == ours.facts.all
    assert again.questions.all == ours.questions.all
    assert again.outcomes == ours.outcomes
    assert again.pack.groups == ours.pack.groups
    assert again.pack.services == ours.pack.services
    assert again.pack.standing == ours.pack.standing
    assert again.pack.countries == ours.pack.countries


def test_a_pack_finds_what_the_built_in_law_finds() -> None:
    pack = read_kept(built_in().raw)
    for one in published():
        ours = determine(one.case, built_in().law, TODAY)
        assert determine(one.case, pack.law, TODAY).as_json() == ours.as_json()


def test_the_same_folder_gives_the_same_bytes(folder: Path) -> None:
    made = pack_folder(folder, made_at="2026-12-01T09:00:00Z", made_by="Law team")
    assert made == pack_folder(folder, made_at="2026-12-01T09:00:00Z", made_by="Law team")
    assert b"\n" not in made
    assert KEY.signed(made) == KEY.signed(made)


def test_a_signed_pack_says_who_signed_it_and_when_it_holds() -> None:
    pack = read_pack(PACK)
    assert pack.signer == KEY.signer
    assert pack.manifest.version == pack.law.pack.rules_version == "2026.12.1"
    assert pack.manifest.made_by == "Tests"
    assert pack.raw == PACK


def test_the_publishers_key_ships() -> None:
    assert list(load_publishers().values()) == ["recoup publisher"]


def test_h9_a_changed_byte_of_a_pack_is_refused() -> None:
    body = len(edited_pack("2026.12.1"))
    for place in (0, 12, 300, body // 2, body - 1):
        changed = bytes([PACK[place] ^ 1])
        known = refused(PACK[:place] + changed + PACK[place + 1 :])
        assert known.code == "bad_signature", place


def test_a_signature_of_another_key_is_refused() -> None:
    body, _, tail = PACK.partition(b"\n")
    other = json.loads(PackKey().signed(body).partition(b"\n")[2])
    mixed = {**json.loads(tail), "public_key": other["public_key"]}
    assert refused(body + b"\n" + json.dumps(mixed).encode()).code == "bad_signature"


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"\n",
        b"{}",
        b"{}\n{}",
        b"{}\nnull",
        b'{}\n{"public_key": 1, "signature": 2}',
        b'{}\n{"public_key": "&", "signature": "&"}',
        PACK[:-20],
        b"x" * (LARGEST + 1),
        b"{}\n" + b"[" * 100_000,
    ],
    ids=range(10),
)
def test_a_file_that_is_no_pack_is_refused(raw: bytes) -> None:
    assert refused(raw).code == "bad_pack"


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe",
        b"[]",
        b"{}",
        b'{"recoup_pack": 1}',
        b'{"recoup_pack": 1, "recoup_pack": 1}',
        b'{"recoup_pack": 1.0}',
        b'{"recoup_pack": NaN}',
        b'{"recoup_pack": 1, "manifest": {}, "shelves": [], "more": 1}',
        b"[" * 200_000,
        b'{"recoup_pack": ' + b"9" * 10_000 + b"}",
    ],
    ids=range(10),
)
def test_hostile_bytes_are_refused_even_when_signed(body: bytes) -> None:
    assert refused(KEY.signed(body)).code in ("bad_pack", "newer_pack")


def test_a_pack_of_another_format_asks_for_a_newer_program() -> None:
    known = refused_document(lambda document: document.update(recoup_pack=2))
    assert known.code == "newer_pack"
    assert "Update the program" in known.message


@pytest.mark.parametrize(
    "tree",
    [
        {"fact": "urgency", "op": "sounds_like", "value": "urgent"},
        {"any": [{"all": [{"fact": "urgency", "op": "between", "value": 1}]}]},
    ],
)
def test_a_comparison_this_program_does_not_know_asks_for_a_newer_one(tree: object) -> None:
    known = refused_edit(lambda shelves: group(shelves, "or_british").update(when=tree))
    assert known.code == "newer_pack"
    assert "or_british" in known.message


def test_a_kind_of_question_this_program_does_not_know_asks_for_a_newer_one() -> None:
    known = refused_edit(
        lambda shelves: shelves["questions/stage_1"]["question"][0].update(type="slider")
    )
    assert known.code == "newer_pack"


@pytest.mark.parametrize(
    ("edit", "told"),
    [
        (lambda s: s.pop("rules/groups"), "rules/groups is missing"),
        (lambda s: s.update({"rules/groups": 7}), "rules/groups"),
        (lambda s: s["rules/groups"].update(group=[]), "no [[group]]"),
        (lambda s: s["rules/groups"]["group"].append(7), "not a table"),
        (lambda s: group(s, "or_british").pop("label"), "or_british: It has no label"),
        (lambda s: group(s, "or_british").update(label=7), "or_british: label holds “7”"),
        (lambda s: group(s, "or_british").update(scope="moon"), "'moon'"),
        (lambda s: group(s, "or_british").update(when=[]), "when holds"),
        (lambda s: group(s, "or_british").update(id="or_ilr"), "The id stands twice"),
        (
            lambda s: group(s, "or_british").update(when={"fact": "eyes", "op": "is_true"}),
            "no such fact",
        ),
        (
            lambda s: group(s, "or_british").update(when={"all": ["is_british_citizen"]}),
            "is no condition",
        ),
        (
            lambda s: s["questions/stage_2"]["question"][6].update(
                show_when={"question": "s2_eyes", "op": "eq", "value": "yes"}
            ),
            "no such question",
        ),
        (lambda s: s["questions/stage_2"].update(question=7), "no [[question]]"),
        (lambda s: s["rules/statements"]["patient"].update(charged=["a"]), "[patient]"),
        (lambda s: s["rules/evidence"].pop("evidence"), "[evidence]"),
        (lambda s: s["rules/evidence"].update(supports=5), "[supports]"),
        (lambda s: s["rules/evidence"].update(supports={"passport": [5]}), "[supports]"),
        (lambda s: s["rules/surcharge_rates"][1].pop(), "longer or shorter"),
        (lambda s: group(s, "or_british").update(evidence=[7]), "evidence holds more than texts"),
        (lambda s: option(s).pop("label"), "is no option"),
        (lambda s: option(s).update(sets=["x"]), "is no option"),
        (lambda s: option(s).update(sets={"returned_to_live": None}), "is no option"),
        (
            lambda s: group(s, "or_british").update(
                when={"fact": "age_years", "op": "lt", "value": "ten"}
            ),
            "compares age_years with “ten”",
        ),
        (lambda s: s["countries/countries"].pop(0), "countries"),
        (lambda s: s["countries/countries"][1].pop(), "longer or shorter"),
        (lambda s: s["rules/pack"]["charge"].pop("text"), "text is missing"),
        (lambda s: s["rules/pack"].update(rules_version="other"), "differ in version"),
        (lambda s: s["rules/facts"].pop("fact"), "no [[fact]]"),
        (lambda s: s["questions/stage_1"].pop("routing"), "no [[routing]]"),
        (lambda s: s["rules/diseases"]["disease"][0].update(colour="red"), "colour"),
        (lambda s: s["questions/forms"].pop("clinician_form"), "clinician_form is missing"),
        (lambda s: s["questions/outcomes"]["outcome"][0].update(leaflet=3), "There is no step 3"),
    ],
    ids=range(32),
)
def test_a_pack_with_a_gap_is_refused_by_the_name_of_the_gap(
    edit: Callable[[dict[str, Any]], object], told: str
) -> None:
    known = refused_edit(edit)
    assert known.code == "bad_pack"
    assert told in known.message


@pytest.mark.parametrize(
    ("key", "value", "told"),
    [
        ("valid_from", "soon", "no day"),
        ("valid_from", 7, "pack"),
        ("version", 7, "short text"),
        ("made_by", "x" * 300, "short text"),
        ("valid_to", "2020-01-01", "before it begins"),
    ],
)
def test_a_manifest_that_makes_no_sense_is_refused(key: str, value: object, told: str) -> None:
    known = refused_document(lambda document: document["manifest"].update({key: value}))
    assert known.code == "bad_pack"
    assert told in known.message


def read(folder: Path) -> LawPack:
    return read_folder(folder)


def test_a_folder_is_read_as_the_pack_it_would_make(folder: Path) -> None:
    assert read(folder).law.pack.groups == built_in().law.pack.groups


@pytest.mark.parametrize(
    ("file", "content", "told"),
    [
        ("rules/groups.toml", b"group = [", "groups"),
        ("rules/groups.toml", b"\xff", "UTF-8"),
        ("rules/extra.toml", b"x = 1.5", "rules/extra"),
        ("rules/extra.toml", b'x = "2026-03-09"', "take them away"),
    ],
)
def test_a_folder_with_a_fault_is_refused_by_the_name_of_the_file(
    folder: Path, file: str, content: bytes, told: str
) -> None:
    (folder / file).write_bytes(content)
    with pytest.raises(Known) as known:
        read(folder)
    assert known.value.code == "bad_pack"
    assert told in known.value.message


def test_a_folder_without_rules_is_no_pack(tmp_path: Path) -> None:
    with pytest.raises(Known, match="no folder “rules”"):
        read(tmp_path)


def test_a_folder_without_a_shelf_is_refused(folder: Path) -> None:
    (folder / "questions" / "stage_2.toml").unlink()
    with pytest.raises(Known, match="questions/stage_2"):
        read(folder)
