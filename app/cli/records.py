"""`recoup add`, `get` and `search`: a registration in, out and found, with no window."""

from __future__ import annotations

import argparse
from typing import Any

from app.access.roles import Act
from app.cli.frame import DONE, Subcommands, command, print_json, read_json
from app.cli.stores import add_store, opened
from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.core.match import Match
from app.core.nhs_number import NHSNumber
from app.core.people import Address, Patient
from app.services import finding, recording
from app.services.recording import Recorded

_TEXTS = ("family_name", "given_names", "title", "gender", "hospital_number", "phone", "email")


def register(commands: Subcommands) -> None:
    """Add `add`, `get` and `search`."""
    parser = command(
        commands,
        "add",
        _add,
        purpose="Put a registration in: patient, booking and the desk's answers.",
        manual='input, one JSON object: {"patient": {"family_name", "given_names"?, "born"?: ISO,\n'
        '  "nhs_number"?, "hospital_number"?, "title"?, "gender"?, "phone"?, "email"?,\n'
        '  "address"?: [lines], "postcode"?}, "booking": id, "answers": {question id: value}}.\n'
        "The opening questions are all needed, as at the desk; a visitor also needs a name and\n"
        'one contact. Where they could not be put, "could_not_ask" holds the reason (emergency,\n'
        "unconscious, too_unwell, distressed, interpreter_needed, safeguarding, declined) and\n"
        "all else may be missing.\n\n"
        "output: as `recoup get`.",
        example="recoup add registration.json --data desk --user jpatel",
    )
    parser.add_argument("file", metavar="FILE", help="a JSON file, or - for standard input")
    add_store(parser)
    parser = command(
        commands,
        "get",
        _get,
        purpose="Take a registration out by its reference.",
        manual="input: REF, as `recoup add` gave it.\n\n"
        'output: {"registration_id", "ref", "state", "outcome", "category", "basis",\n'
        '  "booking", "patient", "answers"}. Needs the rights of an officer.',
        example="recoup get R-1001 --data desk --user mad",
    )
    parser.add_argument("ref", metavar="REF", help="the reference, such as R-1001")
    add_store(parser)
    parser = command(
        commands,
        "search",
        _search,
        purpose="Find patients by a number, or by name and date of birth, and say why each.",
        manual="input: TEXT: an NHS, hospital, passport, card or phone number; or a name with a\n"
        "date of birth before or after it, or with the word unknown where none is known. Beside a\n"
        "date of birth, names that sound alike or are spelled nearly so count, in either order. A\n"
        "clerk finds by these only; an officer may also browse by part of a name or number.\n\n"
        'output: {"patients": [{"patient_id", "name", "born", "nhs_number", "reason"}]}, the\n'
        "surest first; the reason is in words.",
        example='recoup search "okafor 2/3/90" --data desk --user jpatel',
    )
    parser.add_argument("text", metavar="TEXT", help="a number, or a surname and date of birth")
    add_store(parser)


def _add(args: argparse.Namespace) -> int:
    document = read_json(args.file)
    patient = _patient(document.get("patient"))
    answers = document.get("answers", {})
    if not isinstance(answers, dict):
        raise BadInput("bad_value", "`answers` is an object of question ids and values.", "answers")
    with opened(args, Act.REGISTER) as desk:
        kept = recording.record(
            desk,
            patient,
            booking=str(document.get("booking", "")),
            answers=answers,
            could_not_ask=str(document.get("could_not_ask", "")),
        )
    print_json(_shown(kept))
    return DONE


def _get(args: argparse.Namespace) -> int:
    with opened(args, Act.DECIDE_STATUS) as desk:
        kept = recording.recorded(desk, args.ref)
    print_json(_shown(kept))
    return DONE


def _search(args: argparse.Namespace) -> int:
    with opened(args, Act.FIND_PATIENT) as desk:
        found = finding.find(desk, args.text)
    print_json({"contract_version": 1, "patients": [_match(match) for match in found]})
    return DONE


def _patient(given: object) -> Patient:
    if not isinstance(given, dict):
        raise BadInput("bad_value", "`patient` is an object with a family_name.", "patient")
    unknown = set(given) - {*_TEXTS, "born", "nhs_number", "address", "postcode"}
    if unknown:
        raise BadInput("unknown_field", f"A patient has no {sorted(unknown)[0]}.", "patient")
    texts = {name: given.get(name, "") for name in _TEXTS}
    postcode = given.get("postcode", "")
    if not all(isinstance(text, str) for text in (*texts.values(), postcode)):
        raise BadInput("bad_value", "A patient's fields are text.", "patient")
    lines = given.get("address", [])
    if not (isinstance(lines, list) and all(isinstance(line, str) for line in lines)):
        raise BadInput("bad_value", "`address` is a list of lines.", "address")
    number, born = given.get("nhs_number"), given.get("born")
    return Patient(
        patient_id="",
        nhs_number=NHSNumber.parse(str(number)) if number else None,
        born=parse_iso(str(born), "born") if born else None,
        address=Address(tuple(lines), postcode, "GB" if lines else ""),
        **texts,
    )


def _match(match: Match) -> dict[str, Any]:
    return {
        "patient_id": match.patient_id,
        "name": match.banner_name,
        "born": match.born,
        "nhs_number": match.shown_number if match.nhs_number else None,
        "reason": match.why,
    }


def _found(patient: Patient) -> dict[str, Any]:
    return {
        "patient_id": patient.patient_id,
        "name": patient.banner_name,
        "born": patient.born.isoformat() if patient.born else None,
        "nhs_number": str(patient.nhs_number) if patient.nhs_number else None,
    }


def _shown(kept: Recorded) -> dict[str, Any]:
    return {
        "contract_version": 1,
        "registration_id": kept.registration_id,
        "ref": kept.ref,
        "state": kept.state,
        "outcome": kept.outcome,
        "category": kept.category,
        "basis": kept.basis,
        "booking": kept.booking,
        "patient": _found(kept.patient),
        "answers": dict(kept.answers),
    }
