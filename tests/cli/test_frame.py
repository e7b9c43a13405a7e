"""The frame of every command: exit codes, JSON, sentences, and never a traceback."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, date, datetime
from io import BytesIO, TextIOWrapper
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.cli import frame, main
from app.core.errors import BadInput, Known, NotFound
from app.machine import FixedClock, SystemClock

Probe = Callable[[Callable[[argparse.Namespace], int]], None]
ADA = "Adé 李 محمد"
UNREADABLE = "This JSON holds a number that cannot be read. Correct it."
TWICE = "The key “{}” stands twice in one object. Keep one."


@pytest.fixture
def probe(monkeypatch: pytest.MonkeyPatch) -> Probe:
    """A shelf with one command, `probe FILE`, that does what the test says."""

    def put(run: Callable[[argparse.Namespace], int]) -> None:
        def register(commands: frame.Subcommands) -> None:
            parser = frame.command(
                commands,
                "probe",
                run,
                purpose="Try the frame.",
                manual="Reads FILE and says nothing of it.",
                example="recoup probe answers.json",
            )
            parser.add_argument("file", nargs="?", default="-")
            frame.add_now(parser)

        shelf = ModuleType("app.cli.probe")
        vars(shelf)["register"] = register
        monkeypatch.setitem(sys.modules, "app.cli.probe", shelf)
        monkeypatch.setattr(frame, "SHELVES", ("probe",))

    return put


def echo(args: argparse.Namespace) -> int:
    """Print the JSON object that came in."""
    frame.print_json(frame.read_json(args.file))
    return frame.DONE


def say_the_day(args: argparse.Namespace) -> int:
    """Print the day and moment that `--now` gives."""
    clock = frame.clock_of(args)
    frame.print_json({"now": clock.now().isoformat(), "today": clock.today().isoformat()})
    return frame.DONE


def refusal(printed: str) -> dict[str, str]:
    """The `error` of a refusal, which is the whole of what was printed."""
    document = json.loads(printed)
    assert list(document) == ["error"]
    error: dict[str, str] = document["error"]
    return error


def stand_in(content: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    """Put bytes on standard input."""
    monkeypatch.setattr(sys, "stdin", TextIOWrapper(BytesIO(content), encoding="ascii"))


def test_a_command_that_is_done_exits_0_with_json_only_on_standard_output(
    probe: Probe, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    probe(echo)
    (tmp_path / "in.json").write_text(json.dumps({"name": ADA}), encoding="utf-8")
    assert main(["probe", str(tmp_path / "in.json")]) == 0
    out, err = capsys.readouterr()
    assert json.loads(out) == {"name": ADA}
    assert ADA in out  # as it went in, not as \u escapes
    assert err == ""


def test_a_refusal_exits_1_with_json_and_the_sentence_for_people(
    probe: Probe, capsys: pytest.CaptureFixture[str]
) -> None:
    def refuse(args: argparse.Namespace) -> int:
        raise Known("no_price", "There is no price for that year. Bring an edition.", "tariff_year")

    probe(refuse)
    assert main(["probe"]) == 1
    out, err = capsys.readouterr()
    assert refusal(out) == {
        "code": "no_price",
        "message": "There is no price for that year. Bring an edition.",
        "field": "tariff_year",
    }
    assert err == "There is no price for that year. Bring an edition.\n"


@pytest.mark.parametrize(
    "arguments",
    [[], ["nonsense"], ["probe", "a", "b"], ["probe", "--nonsense"], ["probe", "--now"]],
)
def test_wrong_usage_exits_2_and_prints_nothing_to_standard_output(
    probe: Probe, arguments: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    probe(echo)
    assert main(arguments) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert "usage: recoup" in err


@pytest.mark.parametrize(
    "fault", [RuntimeError("secret"), KeyError("x"), RecursionError(), OSError(5)]
)
def test_a_fault_of_ours_exits_3_and_shows_neither_traceback_nor_values(
    probe: Probe, fault: Exception, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(args: argparse.Namespace) -> int:
        raise fault

    probe(fail)
    assert main(["probe"]) == 3
    out, err = capsys.readouterr()
    assert refusal(out)["code"] == "internal"
    assert "This is a fault in Recoup" in err
    assert "Traceback" not in err
    assert "secret" not in out + err


def test_a_shelf_that_cannot_be_read_is_a_fault_and_no_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(frame, "SHELVES", ("not_written",))
    assert main(["probe"]) == 3
    assert refusal(capsys.readouterr().out)["code"] == "internal"


def test_ctrl_c_stops_with_a_sentence(probe: Probe, capsys: pytest.CaptureFixture[str]) -> None:
    def stop(args: argparse.Namespace) -> int:
        raise KeyboardInterrupt

    probe(stop)
    assert main(["probe"]) == 1
    assert capsys.readouterr().err == "Stopped. What was saved before is kept.\n"


def test_help_reads_like_a_manual_page(probe: Probe, capsys: pytest.CaptureFixture[str]) -> None:
    probe(echo)
    assert main(["probe", "--help"]) == 0
    page = capsys.readouterr().out
    for part in ("Try the frame.", "Reads FILE", "exit codes:", "internal fault", "example:"):
        assert part in page
    assert main(["--help"]) == 0
    assert "Try the frame." in capsys.readouterr().out


def test_standard_input_is_read_as_utf8_whatever_the_machine_says(
    probe: Probe, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    probe(echo)
    stand_in(json.dumps({"name": ADA}, ensure_ascii=False).encode(), monkeypatch)
    assert main(["probe", "-"]) == 0
    assert json.loads(capsys.readouterr().out) == {"name": ADA}


def test_a_byte_order_mark_is_passed_over(
    probe: Probe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    probe(echo)
    (tmp_path / "bom.json").write_bytes(b'\xef\xbb\xbf{"a": 1}')
    assert main(["probe", str(tmp_path / "bom.json")]) == 0
    stand_in(b'\xef\xbb\xbf{"a": 1}', monkeypatch)
    assert main(["probe"]) == 0
    assert capsys.readouterr().out.count('"a": 1') == 2


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b'{"a": 1,\n "b" 2}', "Line 2: this is not JSON (Expecting ':' delimiter). Correct it."),
        (b"", "Line 1: this is not JSON (Expecting value). Correct it."),
        (b"[1, 2]", "Give one JSON object in braces."),
        (b"[" * 100_000, "This JSON is nested too deeply. Take the nesting out."),
        (b'{"a": ' + b"9" * 5_000 + b"}", UNREADABLE),
        (b'{"a": NaN}', UNREADABLE),
        (b'{"a": -Infinity}', UNREADABLE),
        (b'{"a": 1, "b": {"c": 1, "c": 1}}', TWICE.format("c")),
        (b'{"a": true, "a": false}', TWICE.format("a")),
        (b'{"' + b"k" * 90 + b'": 1, "' + b"k" * 90 + b'": 1}', TWICE.format("k" * 59 + "…")),
    ],
)
def test_bad_json_is_refused_with_what_is_wrong(
    probe: Probe,
    content: bytes,
    sentence: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    probe(echo)
    stand_in(content, monkeypatch)
    assert main(["probe"]) == 1
    assert refusal(capsys.readouterr().out) == {
        "code": "bad_json",
        "message": sentence,
        "field": "file",
    }


def test_a_file_that_is_not_utf8_is_refused(
    probe: Probe,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    probe(echo)
    latin = tmp_path / "latin.json"
    latin.write_bytes('{"name": "Müller"}'.encode("latin-1"))
    assert main(["probe", str(latin)]) == 1
    error = refusal(capsys.readouterr().out)
    assert error["message"] == f"{latin} is not UTF-8 text. Save it as UTF-8."
    assert error["code"] == "bad_file"
    stand_in(latin.read_bytes(), monkeypatch)
    assert main(["probe"]) == 1
    assert refusal(capsys.readouterr().out)["message"].startswith("Standard input is not UTF-8")


def test_a_folder_in_place_of_a_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        frame.read_text(str(tmp_path))
    assert refused.value.as_dict() == {
        "code": "bad_file",
        "message": f"{tmp_path} is a folder. Name a file.",
        "field": "file",
    }


def test_a_file_that_is_not_there_is_not_found(tmp_path: Path) -> None:
    with pytest.raises(NotFound, match=r"There is no file .*gone\.json\. Check the name"):
        frame.read_text(str(tmp_path / "gone.json"))


def test_a_file_the_system_will_not_give_is_refused_in_its_words() -> None:
    with pytest.raises(BadInput, match="could not be read: File name too long"):
        frame.read_text("x" * 5_000)


def test_a_broken_file_name_is_refused_without_a_traceback(
    probe: Probe, capsys: pytest.CaptureFixture[str]
) -> None:
    probe(echo)
    assert main(["probe", "no\udcff.json"]) == 1
    out, err = capsys.readouterr()
    assert refusal(out)["message"] == "There is no file no\udcff.json. Check the name."
    assert "\\udcff" in err


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(content=st.binary(max_size=200) | st.text().map(str.encode))
def test_any_input_is_read_or_refused_and_the_answer_is_always_json(
    probe: Probe,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    content: bytes,
) -> None:
    probe(echo)
    stand_in(content, monkeypatch)
    assert main(["probe"]) in (0, 1)
    assert isinstance(json.loads(capsys.readouterr().out), dict)


documents: st.SearchStrategy[dict[str, Any]] = st.dictionaries(
    st.text(st.characters()),
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(st.characters()),
        lambda inner: st.lists(inner, max_size=3),
        max_leaves=5,
    ),
    max_size=4,
)


@settings(deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(document=documents)
def test_text_comes_out_as_it_went_in_half_characters_included(
    probe: Probe,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    document: dict[str, Any],
) -> None:
    probe(echo)
    went_in = json.dumps(document)
    stand_in(went_in.encode(), monkeypatch)
    assert main(["probe"]) == 0
    assert json.loads(capsys.readouterr().out) == json.loads(went_in)


@pytest.mark.parametrize(
    ("now", "moment", "today"),
    [
        ("2026-03-09T09:00:00Z", "2026-03-09T09:00:00+00:00", "2026-03-09"),
        ("2026-03-09T09:00:00", "2026-03-09T09:00:00+00:00", "2026-03-09"),
        ("2026-03-09", "2026-03-09T00:00:00+00:00", "2026-03-09"),
        ("2026-07-01T23:30:00Z", "2026-07-01T23:30:00+00:00", "2026-07-02"),
        ("2026-03-09T01:00:00+05:30", "2026-03-08T19:30:00+00:00", "2026-03-08"),
    ],
)
def test_now_sets_the_moment_the_command_lives_in(
    probe: Probe, now: str, moment: str, today: str, capsys: pytest.CaptureFixture[str]
) -> None:
    probe(say_the_day)
    assert main(["probe", "--now", now]) == 0
    assert json.loads(capsys.readouterr().out) == {"now": moment, "today": today}


@pytest.mark.parametrize(
    "now",
    [
        "soon",
        "",
        "2026-02-30",
        "9/3/2026",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:00-14:00",
    ],
)
def test_an_impossible_now_is_refused_with_an_example(
    probe: Probe, now: str, capsys: pytest.CaptureFixture[str]
) -> None:
    probe(say_the_day)
    assert main(["probe", "--now", now]) == 1
    assert refusal(capsys.readouterr().out) == {
        "code": "bad_date",
        "message": f"--now must be a moment such as 2026-03-09T09:00:00Z, not “{now}”.",
        "field": "now",
    }


def test_without_now_the_command_lives_today() -> None:
    clock = frame.clock_of(argparse.Namespace(now=None))
    assert isinstance(clock, SystemClock)
    fixed = frame.clock_of(argparse.Namespace(now="2026-03-09"))
    assert isinstance(fixed, FixedClock)
    assert fixed.today() == date(2026, 3, 9)
    assert fixed.now() == datetime(2026, 3, 9, tzinfo=UTC)


def test_the_same_input_gives_the_same_bytes(
    probe: Probe, capsys: pytest.CaptureFixture[str]
) -> None:
    probe(say_the_day)
    answers = []
    for _ in range(2):
        assert main(["probe", "--now", "2026-03-09T09:00:00Z"]) == 0
        answers.append(capsys.readouterr().out)
    assert answers[0] == answers[1]


# A real process whose one command prints more than a pipe holds.
CHATTY = """
import sys, types
from app.cli import frame
def register(commands):
    frame.command(commands, "chat", run, purpose="Chat.", manual="", example="recoup chat")
def run(args):
    frame.print_json({"long": ["word"] * 200_000})
    return 0
shelf = types.ModuleType("app.cli.chat")
shelf.register = register
sys.modules["app.cli.chat"] = shelf
frame.SHELVES = ("chat",)
sys.exit(frame.main(["chat"]))
"""


def test_a_reader_that_leaves_early_is_no_fault() -> None:
    chat = subprocess.Popen(
        [sys.executable, "-c", CHATTY], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    assert chat.stdout is not None
    assert chat.stderr is not None
    assert chat.stdout.read(1) == b"{"
    chat.stdout.close()
    said = chat.stderr.read()
    chat.stderr.close()
    assert (chat.wait(), said) == (0, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has an always full device")
def test_output_that_finds_no_room_is_a_sentence() -> None:
    for unbuffered in ("", "1"):
        with Path("/dev/full").open("wb") as full:
            chat = subprocess.run(
                [sys.executable, "-c", CHATTY],
                stdout=full,
                stderr=subprocess.PIPE,
                env=os.environ | {"PYTHONUNBUFFERED": unbuffered},
                check=False,
            )
        assert chat.returncode == 1
        assert chat.stderr.decode() == (
            "The answer could not be written: No space left on device. "
            "Make room, then run it again.\n"
        )


def test_the_module_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "app", "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0
    assert done.stdout.startswith("usage: recoup")
