"""`recoup form print` and `form key`: the paper twin of the questions, out and back."""

from __future__ import annotations

import argparse
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from app.access.roles import Act
from app.casework.form_code import FormKind, read_code
from app.cli.frame import DONE, Subcommands, command, print_json, read_bytes, read_json
from app.cli.stores import add_store, new_folders, opened, write_file
from app.core.errors import BadInput
from app.services import keying, paper
from app.services.desk import Desk
from app.services.form_reading import Signature
from app.services.keying import Keyed
from app.services.paper import PrintedForm
from app.services.reading_files import Scan, read_file

_MANUAL = """The paper twin of the questions: the same questions with the same numbers, as a PDF
with a code that ties it to its case, and the answers on it keyed back by those numbers.

ACT print, input: the store of --data and a case by its reference. Without --ref the
pre-attendance form is printed blank, for a day when the program is down; its case is named when
it is keyed. The PDF is kept in the store and written to --out under the number of the form.

  --kind   pre_attendance: what the patient is asked before a visit (a clerk or an officer)
           clinician: how urgent the care is, beside the leaving date (officer or clinician)
  --large  18 point; also used where the patient needs large print

output: {"path", "form_id", "code", "kind", "ref", "by_hand", "sha256"}. by_hand is true where
  nothing may be posted to this patient: hand the form over.

ACT key, input, one JSON object in FILE: {"code": the line beside the square on the form,
  "answers": {"1": "2", ...}: what stands at each number, "received_on"?, "signed"?: {"name",
  "on", "relation"?}, "ref"?: the case of a form printed blank, "signed_form"?: the picture or PDF
  of a clinician's signed form, kept with the case; an officer must name it}. A tick is keyed as
  the number printed beside its box ("2"), several as "1 3", a day as 14/7/26, two days as
  "1/2/24 to 3/4/26", countries by name or code with commas between. A number left out was left
  blank: no answer, and never a no. All is kept, or none.

output: {"form_id", "ref", "kept", "blank", "notes", "for_the_team", "late", "words"}. notes are
  numbers kept beside the answers; for_the_team are left to the overseas visitor team; late says
  that the form was keyed after the day of the service.

refusals: not_a_form, bad_check (a sign was misread), another_trust, another_desk, unknown_form,
  other_form, other_case, no_case, problems (nothing was kept; the message is the first)."""


def register(commands: Subcommands) -> None:
    """Add `form`."""
    parser = command(
        commands,
        "form",
        lambda args: _print(args) if args.act == "print" else _key(args),
        purpose="Print a paper form of a case, or key one back.",
        manual=_MANUAL,
        example="recoup form print --data desk --user jpatel --ref R-1001 --out forms",
    )
    parser.add_argument("act", choices=("print", "key"), help="out, or back")
    parser.add_argument("file", metavar="FILE", nargs="?", help="key: a JSON file, or - for input")
    parser.add_argument("--ref", metavar="REF", default="", help="print: the case, as R-1001")
    parser.add_argument(
        "--kind",
        choices=[kind.value for kind in FormKind],
        default=FormKind.PRE_ATTENDANCE.value,
        help="print: which form; pre_attendance unless said",
    )
    parser.add_argument("--out", metavar="DIR", help="print: where the PDF goes")
    parser.add_argument("--large", action="store_true", help="print: large print")
    add_store(parser)


def _print(args: argparse.Namespace) -> int:
    if not args.out:
        raise BadInput("no_folder", "Say where the form goes: --out DIR.", "out")
    kind = FormKind(args.kind)
    act = Act.RECORD_URGENCY if kind is FormKind.CLINICIAN else Act.REGISTER
    with new_folders(args.out) as (folder,), opened(args, act) as desk:
        printed = _printed(desk, kind, args.ref, large=args.large)
        path = folder / printed.name
        write_file(path, printed.pdf)
    print_json(_shown_print(printed, path))
    return DONE


def _printed(desk: Desk, kind: FormKind, ref: str, *, large: bool) -> PrintedForm:
    if kind is FormKind.CLINICIAN:
        return paper.print_clinician(desk, ref, large_print=large)
    if not ref.strip():
        return paper.print_blank(desk, large_print=large)
    return paper.print_pre_attendance(desk, ref, large_print=large)


def _key(args: argparse.Namespace) -> int:
    if not args.file:
        raise BadInput("no_file", "Name the file that holds what was keyed.", "file")
    document = read_json(args.file)
    code = read_code(_text(document, "code"))
    answers = _answers(document.get("answers", {}))
    signed = _signature(document.get("signed", {}))
    received_on = _text(document, "received_on")
    clinical = code.kind is FormKind.CLINICIAN
    with opened(args, Act.RECORD_URGENCY if clinical else Act.REGISTER) as desk:
        if clinical:
            keyed = keying.key_clinical_form(
                desk,
                str(code),
                answers,
                signed=signed,
                received_on=received_on,
                signed_form=_signed_form(desk, document),
            )
        else:
            keyed = keying.key_back(
                desk,
                str(code),
                answers,
                received_on=received_on,
                signed=signed,
                ref=_text(document, "ref"),
            )
    print_json(_shown_keyed(keyed))
    return DONE


def _text(document: Mapping[str, object], key: str) -> str:
    value = document.get(key, "")
    if not isinstance(value, str):
        raise BadInput("bad_value", f"`{key}` is text.", key)
    return value


def _answers(given: object) -> dict[str, str]:
    """What was typed at each number; a bare number is taken as the text of it."""
    if not isinstance(given, dict):
        raise BadInput("bad_value", "`answers` is an object of numbers and texts.", "answers")
    plain = {
        number: str(text) if isinstance(text, int) and not isinstance(text, bool) else text
        for number, text in given.items()
    }
    wrong = [number for number, text in plain.items() if not isinstance(text, str)]
    if wrong:
        raise BadInput("bad_value", "Give what was keyed as text, such as “2”.", wrong[0])
    return plain


def _signed_form(desk: Desk, document: Mapping[str, Any]) -> Scan | None:
    """The copy of the signed paper, drawn anew; None where no file is named."""
    name = _text(document, "signed_form")
    if not name:
        return None
    content = read_bytes(name, most=desk.scans.most_bytes)
    return read_file(content, desk.scans, lambda _done, _of: True)


def _signature(given: object) -> Signature:
    if not isinstance(given, dict) or not given.keys() <= {"name", "on", "relation"}:
        raise BadInput("bad_value", "`signed` holds name, on and relation.", "signed")
    return Signature(**{key: _text(given, key) for key in given})


def _shown_print(printed: PrintedForm, path: Path) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "path": str(path),
        "form_id": printed.form_id,
        "code": printed.code,
        "kind": printed.kind.value,
        "ref": printed.ref,
        "by_hand": printed.by_hand,
        "sha256": printed.sha256,
    }


def _shown_keyed(keyed: Keyed) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "form_id": keyed.form_id,
        "ref": keyed.ref,
        "kept": keyed.kept,
        "blank": keyed.blank,
        "notes": list(keyed.notes),
        "for_the_team": list(keyed.for_the_team),
        "late": keyed.late,
        "words": keyed.words,
    }
