"""What all commands share: exit codes, JSON out, sentences for people on standard error."""

from __future__ import annotations

import argparse
import json
import os
import sys
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from importlib import import_module
from pathlib import Path
from typing import Any, NoReturn

from app.core.errors import BadInput, Known, NotFound
from app.core.ports import Clock
from app.machine import FixedClock, SystemClock

DONE, REFUSED, USAGE, FAULT = 0, 1, 2, 3
Subcommands = Any  # argparse keeps the type of its sub-parser collection private
Run = Callable[[argparse.Namespace], int]

# Modules with a `register(commands)`; a command that is not there yet is absent, never a stub.
SHELVES: tuple[str, ...] = (
    "law",
    "law_packs",
    "pricing",
    "invoicing",
    "debts",
    "claims",
    "parsing",
    "prices",
    "payments",
    "records",
    "redetermination",
    "paper",
    "letters",
    "webpages",
    "sending",
    "exchange",
    "ledger",
    "devices",
    "backups",
    "retention",
    "reports",
    "people",
    "demo",
    "about",
)

_ABOUT = """Who pays for NHS hospital care under the Charges to Overseas Visitors Regulations 2015:
questions, law, estimates, invoices and the finance share.

input: a JSON file, or - for standard input; some commands also name folders. --data DIR is the
  folder that holds a store and its keys; a command that opens one acts as --user NAME.

output: one JSON document on standard output; words for people on standard error. Each command
  says its own: recoup COMMAND --help."""

EXIT_CODES = """exit codes:
  0  done (an undetermined outcome is done)
  1  understood but refused: {"error": {"code", "message", "field"?}} on standard output
  2  wrong usage
  3  internal fault"""

_HALF_A_CHARACTER = "surrogates not allowed"  # Python's reason for what no text can hold


class Unwritten(Exception):
    """The answer found no room. `strerror` says why, as that of an OSError does."""

    def __init__(self, strerror: str | None) -> None:
        super().__init__(strerror)
        self.strerror = strerror


def command(
    commands: Subcommands,
    name: str,
    run: Run | None,
    *,
    purpose: str,
    manual: str,
    example: str,
) -> argparse.ArgumentParser:
    """Add a sub-command whose help reads like a manual page: purpose, in and out, example.

    One that only heads others has nothing of its own to run.
    """
    parser: argparse.ArgumentParser = commands.add_parser(
        name,
        help=purpose,
        description=f"{purpose}\n\n{manual}",
        epilog=f"{EXIT_CODES}\n\nexample:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--json", action="store_true", help="JSON, as every command answers")
    if run is not None:
        parser.set_defaults(run=run)
    return parser


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code. A traceback never reaches the user."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            # Half a character, as broken file names hold, goes out as `\udc80`: JSON's own form.
            stream.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    try:
        code = _obey(arguments)
        sys.stdout.flush()
        return code
    except BrokenPipeError:  # the reader has seen enough, as `head` has
        _let_go_of_output()
        return DONE
    except (Unwritten, OSError) as refused:
        _let_go_of_output()
        tell(f"The answer could not be written: {refused.strerror}. Make room, then run it again.")
        return REFUSED


def _obey(arguments: Sequence[str] | None) -> int:
    try:
        args = _parser().parse_args(arguments)
        run: Run = args.run
        return run(args)
    except SystemExit as left:  # argparse has said why
        return left.code if isinstance(left.code, int) else USAGE
    except Known as known:
        return _refuse(known)
    except (Unwritten, BrokenPipeError):
        raise
    except UnicodeEncodeError as fault:
        if fault.reason != _HALF_A_CHARACTER:
            return _fault(fault)
        return _refuse(
            BadInput("bad_text", "Something given holds half a character. Type it anew.")
        )
    except KeyboardInterrupt:
        tell("Stopped. What was saved before is kept.")
        return REFUSED
    except Exception as fault:  # the one place where a fault of ours becomes a sentence
        return _fault(fault)


def _refuse(known: Known) -> int:
    print_json({"error": known.as_dict()})
    tell(known.message)
    return REFUSED


def _fault(fault: Exception) -> int:
    kind = type(fault).__name__
    print_json({"error": {"code": "internal", "message": f"A fault in the program ({kind})."}})
    tell(f"This is a fault in Recoup ({kind}), not in what you entered. Nothing was half-done.")
    return FAULT


def _let_go_of_output() -> None:
    """Whatever is still unwritten goes nowhere; else Python complains of it while it ends."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, sys.stdout.fileno())
    os.close(nowhere)


def print_json(document: object) -> None:
    """One JSON document to standard output, UTF-8, same keys in the same order each time.

    Raises Unwritten where there is no room for it.
    """
    text = json.dumps(document, ensure_ascii=False, indent=2)
    try:
        print(text)
    except BrokenPipeError:
        raise
    except OSError as refused:
        raise Unwritten(refused.strerror) from refused


def tell(sentence: str) -> None:
    """Words for people go to standard error."""
    print(sentence, file=sys.stderr)


def read_text(name: str) -> str:
    """A file's text, or standard input for `-`; raises NotFound or BadInput."""
    called = "Standard input" if name == "-" else name
    try:
        if name == "-":
            return sys.stdin.buffer.read().decode("utf-8-sig")
        return Path(name).read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        raise NotFound(f"There is no file {name}. Check the name.", "file") from None
    except IsADirectoryError:
        raise BadInput("bad_file", f"{name} is a folder. Name a file.", "file") from None
    except UnicodeDecodeError:
        raise BadInput(
            "bad_file", f"{called} is not UTF-8 text. Save it as UTF-8.", "file"
        ) from None
    except OSError as refused:
        raise BadInput(
            "bad_file", f"{called} could not be read: {refused.strerror}.", "file"
        ) from None


def read_bytes(name: str, *, most: int) -> bytes:
    """A file's bytes, or standard input's for `-`; one more than `most` at the most.

    Who asked refuses what is too large. Raises NotFound or BadInput.
    """
    if name == "-":
        return sys.stdin.buffer.read(most + 1)
    from app.library.sources import read_file

    return read_file(Path(name), most=most)


def read_json(name: str) -> dict[str, Any]:
    """A JSON object from a file or standard input; raises BadInput with the line at fault."""
    return parse_json(read_text(name))


def parse_json(text: str, *, first_line: int = 1) -> dict[str, Any]:
    """A JSON object from its text, which begins on `first_line` of a file.

    Raises BadInput, with the line at fault where there is one. A key that stands twice is
    refused: which of two facts holds is not for the order of a file to say.
    """
    try:
        document = json.loads(text, parse_constant=_no_number, object_pairs_hook=_once_each)
    except json.JSONDecodeError as wrong:
        line = first_line + wrong.lineno - 1
        raise _bad_json(f"Line {line}: this is not JSON ({wrong.msg}). Correct it.") from None
    except ValueError:  # NaN, or more digits than Python reads
        raise _bad_json("This JSON holds a number that cannot be read. Correct it.") from None
    except RecursionError:
        raise _bad_json("This JSON is nested too deeply. Take the nesting out.") from None
    if not isinstance(document, dict):
        raise _bad_json("Give one JSON object in braces.")
    return document


def _bad_json(sentence: str) -> BadInput:
    return BadInput("bad_json", sentence, "file")


def _no_number(name: str) -> NoReturn:
    raise ValueError(name)


def _once_each(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    table = dict(pairs)
    if len(table) < len(pairs):
        seen: set[str] = set()
        for key, _ in pairs:
            if key in seen:
                called = key if len(key) <= 60 else f"{key[:59]}…"
                raise _bad_json(f"The key “{called}” stands twice in one object. Keep one.")
            seen.add(key)
    return table


def add_now(parser: argparse.ArgumentParser) -> None:
    """`--now`: live at that moment, so that the same input gives the same bytes."""
    parser.add_argument(
        "--now", metavar="ISO", help="live at this moment, such as 2026-03-09T09:00:00Z"
    )


def clock_of(args: argparse.Namespace) -> Clock:
    """The clock that `--now` asks for, else this machine's; raises BadInput."""
    now: str | None = args.now
    if now is None:
        return SystemClock()
    try:
        moment = datetime.fromisoformat(now)
        if not 1900 < moment.year < 9999:  # the calendar's ends hold in no other time zone
            raise ValueError
    except ValueError:
        raise BadInput(
            "bad_date", f"--now must be a moment such as 2026-03-09T09:00:00Z, not “{now}”.", "now"
        ) from None
    return FixedClock(moment if moment.tzinfo else moment.replace(tzinfo=UTC))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="recoup",
        description=_ABOUT,
        epilog=f"{EXIT_CODES}\n\nexample:\n  recoup determine case.json --on 2026-03-09",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for shelf in SHELVES:
        import_module(f"app.cli.{shelf}").register(commands)
    return parser
