"""`recoup law`, from outside: a policy officer's and an administrator's day."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any

import pytest

from app.cli import main
from app.opening import open_desk
from app.store import determinations, inputs, law_packs
from tests.desks import PASSWORD, make_desk, sign_in
from tests.packs import PackKey, edited_pack
from tests.services.work import SECOND_ADMIN, chargeable

Run = Callable[..., tuple[int, Any]]
NOW = ("--now", "2026-03-09T09:00:00Z")


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("RECOUP_KEY_PASSPHRASE", PASSWORD)

    def _run(*arguments: str) -> tuple[int, Any]:
        capsys.readouterr()
        code = main(["law", *arguments])
        return code, json.loads(capsys.readouterr().out)

    return _run


@pytest.fixture
def rules(run: Run) -> Path:
    assert run("new", "my-rules", "--version", "2027.1", *NOW)[0] == 0
    return Path("my-rules")


def refused(run: Run, *arguments: str) -> str:
    code, answer = run(*arguments)
    assert code == 1
    assert "\n" not in answer["error"]["message"]
    return str(answer["error"]["code"])


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_day_before_and_the_day_of_an_amendment_differ_by_it(run: Run) -> None:
    _, before = run("--on", "2017-10-22")
    _, after = run("--on", "2017-10-23")
    codes = [{one["code"] for one in day["services"]} for day in (before, after)]
    assert codes[1] - codes[0] == {"palliative_charity"}
    _, found = run("diff", "2017-10-22", "2017-10-23")
    assert {"kind": "services", "code": "palliative_charity"}.items() <= found["added"][0].items()


def test_everything_in_force_that_day_says_from_when_to_when(run: Run) -> None:
    code, day = run("--on", "2019-01-08")
    assert code == 0
    for kind in ("groups", "services", "diseases", "agreements", "rates", "questions"):
        assert day[kind], kind
        for entry in day[kind]:
            assert (entry["valid_from"] or "") <= "2019-01-08" <= (entry["valid_to"] or "9999")
    surcharge = [one for one in day["rates"] if one["code"].startswith("immigration_health_charge")]
    assert [one["adult_pounds_per_year"] for one in surcharge] == ["400"]


def test_a_question_holds_as_long_as_a_rule_that_turns_on_it(run: Run) -> None:
    asked = [
        {question["code"] for question in run("--on", day)[1]["questions"]}
        for day in ("2017-08-20", "2017-08-21")
    ]
    assert asked[0] - asked[1] == {"s2_ship_flag"}


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (("--on", "2015-04-05"), "date_out_of_range"),
        (("--on", "soon"), "bad_date"),
        (("diff", "2015-04-05", "2016-01-01"), "date_out_of_range"),
        (("diff", "2016-01-01", "builtin"), "bad_value"),
        (("diff", "2016-13-01", "2016-01-01"), "bad_date"),
        (("diff", "builtin", "nowhere"), "not_found"),
        (("check", "nowhere"), "not_found"),
        (("check", "."), "bad_pack"),
        (("verify", "nowhere"), "not_found"),
        (("verify", "."), "bad_file"),
        (("new", ".", "--version", "1"), "exists"),
        (("new", "rules", "--version", "one two"), "bad_value"),
        (("sign", ".", "--key", "nowhere", "--by", "me", "--out", "x"), "not_found"),
    ],
)
def test_what_makes_no_sense_is_refused(run: Run, arguments: tuple[str, ...], code: str) -> None:
    assert refused(run, *arguments) == code


def test_the_built_in_law_has_no_refusal(run: Run) -> None:
    code, found = run("check", "builtin", "--quick", "--now", "2026-11-26T09:00:00Z")
    assert code == 0
    assert found["clean"]
    assert found["counts"]["refusal"] == 0


def test_a_new_folder_differs_from_the_built_in_law_by_its_version(run: Run, rules: Path) -> None:
    _, found = run("diff", "builtin", str(rules))
    (changed,) = found["changed"]
    assert found["added"] == found["removed"] == []
    fields = {one["field"]: one["to"] for one in changed["fields"]}
    assert fields == {"version": "2027.1", "used_from": "2026-03-09"}


def test_a_change_shows_field_by_field(run: Run, rules: Path) -> None:
    replace(
        rules / "rules" / "groups.toml",
        'label = "British citizen living in the UK"',
        'label = "Briton"',
    )
    _, found = run("diff", "builtin", str(rules))
    changed = next(one for one in found["changed"] if one["code"] == "or_british")
    assert changed["kind"] == "groups"
    (field,) = changed["fields"]
    assert (field["field"], field["to"]) == ("label", "Briton")


def test_a_pack_is_made_checked_and_read_back(run: Run, rules: Path) -> None:
    _, key = run("keygen", "--out", "law.key")
    assert Path("law.key").stat().st_mode & 0o077 == 0
    assert b"ENCRYPTED" in Path("law.key").read_bytes()
    sign = ("sign", str(rules), "--key", "law.key", "--by", "Law team", *NOW)
    code, made = run(*sign, "--out", "one.recoup-pack")
    assert code == 0
    run(*sign, "--out", "two.recoup-pack")
    assert Path("one.recoup-pack").read_bytes() == Path("two.recoup-pack").read_bytes()
    _, found = run("verify", "one.recoup-pack", *NOW)
    assert found["signer"] == made["signer"] == key["signer"]
    assert (found["made_by"], found["made_at"]) == ("Law team", "2026-03-09T09:00:00Z")
    _, late = run("verify", "one.recoup-pack", "--now", "2030-01-01T00:00:00Z")
    assert (found["expired"], late["expired"]) == (False, True)
    _, same = run("diff", str(rules), "one.recoup-pack")
    assert same["added"] == same["removed"] == same["changed"] == []


def test_a_key_is_never_written_over_and_wants_a_passphrase(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("keygen", "--out", "law.key")
    assert refused(run, "keygen", "--out", "law.key") == "exists"
    monkeypatch.setenv("RECOUP_KEY_PASSPHRASE", "short")
    assert refused(run, "keygen", "--out", "other.key") == "weak_passphrase"
    monkeypatch.delenv("RECOUP_KEY_PASSPHRASE")
    assert refused(run, "keygen", "--out", "other.key") == "no_passphrase"
    assert not Path("other.key").exists()


def test_another_passphrase_another_file_or_a_faulty_folder_signs_nothing(
    run: Run, rules: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run("keygen", "--out", "law.key")
    Path("odd.key").write_text("no key")
    sign = ("sign", str(rules), "--by", "Law team", "--out", "p", "--key")
    assert refused(run, *sign, "odd.key") == "bad_key"
    assert refused(run, *sign, "law.key.pub") == "bad_key"
    monkeypatch.setenv("RECOUP_KEY_PASSPHRASE", "three other words")
    assert refused(run, *sign, "law.key") == "bad_key"
    monkeypatch.setenv("RECOUP_KEY_PASSPHRASE", PASSWORD)
    replace(rules / "rules" / "groups.toml", "checked = 2023-04-01\n", "")
    assert refused(run, *sign, "law.key") == "not_clean"
    assert not Path("p").exists()


@pytest.fixture
def store(tmp_path: Path) -> Path:
    make_desk(tmp_path).db.close()
    return tmp_path / "desk"


def test_a_pack_is_installed_once_two_administrators_let_the_signer_in(
    run: Run, store: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key = PackKey()
    Path("key.pub").write_bytes(key.public)
    Path("one.recoup-pack").write_bytes(key.signed(edited_pack("2027.1")))
    at = ("--data", str(store), *NOW)
    monkeypatch.setenv("RECOUP_NEW_PASSWORD", PASSWORD)
    add = ("users", "add", "--name", SECOND_ADMIN, "--display", "B. Second", "--role", "admin")
    assert main([*add, "--user", "admin", *at]) == 0
    install = ("install", "one.recoup-pack", "--user", "admin", *at)
    assert refused(run, *install) == "unknown_signer"
    propose = ("signer", "propose", "--key", "key.pub", "--name", "Law team", "--user", "admin")
    assert run(*propose, *at)[1]["state"] == "proposed"
    confirm = ("signer", "confirm", "--signer", key.signer)
    assert refused(run, *confirm, "--user", "admin", *at) == "not_allowed"
    assert run(*confirm, "--user", SECOND_ADMIN, *at)[1]["state"] == "trusted"
    code, shown = run(*install)
    assert (code, shown["in_use"], shown["signed_by"]) == (0, True, "Law team")
    _, listed = run("packs", "--user", "admin", *at)
    assert listed["in_use"]["version"] == "2027.1"
    withdrawn = run("signer", "withdraw", "--key", "key.pub", "--user", "admin", *at)[1]
    assert withdrawn["state"] == "withdrawn"
    assert refused(run, "signer", "propose", "--user", "admin", *at) == "bad_value"
    assert refused(run, "signer", "confirm", "--user", "admin", *at) == "bad_value"


def test_who_may_not_administer_installs_nothing(run: Run, store: Path) -> None:
    Path("one.recoup-pack").write_bytes(PackKey().signed(edited_pack("2027.1")))
    for user in ("clerk", "officer", "auditor"):
        code = refused(
            run, "install", "one.recoup-pack", "--data", str(store), "--user", user, *NOW
        )
        assert code == "not_allowed"


ODD_BODIES: tuple[Any, ...] = (
    7,
    [],
    {},
    {"today": "2026-03-09"},
    {"today": "soon", "case": {"facts": {}, "lines": [], "certified": False}},
    {"today": 7, "case": {"facts": {}, "lines": [], "certified": False}},
    {"today": "2026-03-09", "case": {"facts": [], "lines": [], "certified": False}},
    {"today": "2026-03-09", "case": {"facts": {}, "lines": 3, "certified": False}},
    {"today": "2026-03-09", "case": {"facts": {}, "lines": [{}], "certified": False}},
    {"today": "2026-03-09", "case": {"facts": {"date_of_birth": "0000-99-99"}, "lines": []}},
    {"today": "2026-03-09", "case": {"facts": {"date_of_birth": "never"}, "lines": []}},
    {"today": "2026-03-09", "case": {"facts": {"a": {"b": []}}, "lines": [{"id": {}}]}},
    {"today": "2026-03-09", "case": json.loads("[" * 500 + "]" * 500)},
)


def test_h9_a_replay_goes_on_past_what_cannot_be_made_again_and_tells_each(
    run: Run, tmp_path: Path
) -> None:
    """What stands with a case may have been written by another machine, or on a bad disk."""
    desk = make_desk(tmp_path, user="officer")
    case = chargeable(desk)
    sound = determinations.of(desk.db, case)
    body = inputs.body_of(desk.db, sound[-1].determination_id)
    asked = [(body, 7), (body, ["charging_category"]), *((one, {}) for one in ODD_BODIES)]
    with desk.db.atomic():
        law_packs.add(
            desk.db,
            law_packs.KeptPack(
                pack_id="f" * 64,
                version="2026.1",
                valid_from=desk.today,
                valid_to=desk.today,
                signer="",
                kept_by="u-9",
                kept_at=desk.moment,
            ),
            b"other bytes",
        )
        for at, (kept, result) in enumerate([*asked, (body, {"rules_version": "2026.1"})]):
            values = asdict(sound[-1]) | {"determination_id": f"d-{at}", "result": result}
            determinations.add(desk.db, determinations.StoredDetermination(**values))
            pack_id = "f" * 64 if at == len(asked) else desk.pack.id
            inputs.add(desk.db, f"d-{at}", pack_id=pack_id, asked_on=desk.today, body=kept)
    desk.db.close()
    other = open_desk(tmp_path / "desk", clock=desk.clock)
    sign_in(other, "officer")
    last = chargeable(other, family_name="Silva")
    after = len(determinations.of(other.db, last))
    other.db.close()
    replay = ("replay", "--data", str(tmp_path / "desk"), "--user", "auditor", *NOW)
    code, found = run(*replay)
    assert code == 1
    assert found["same"] == len(sound) + after
    assert found["determinations"] == len(sound) + after + len(asked) + 1
    assert (found["without_input"], found["different"]) == (0, [])
    assert [one["seq"] for one in found["odd"]] == [
        len(sound) + 1 + at for at in range(len(asked) + 1)
    ]
    assert found["odd"][-1]["rules_version"] == "2026.1"
    assert "cannot be read here" in found["odd"][-1]["why"]
    assert {one["why"] for one in found["odd"][:-1]} == {found["odd"][0]["why"]}
    code, one = run(
        "replay", "--ref", "R-1002", "--data", str(tmp_path / "desk"), "--user", "auditor", *NOW
    )
    assert (code, one["odd"], one["same"]) == (0, [], after)
