"""Passport lines read by the `mrz` package, which is GPL and so never part of the program.

Run by benchmarks.passport_lines in the peer's environment, which holds that package and nothing of
this project. Each line read is a JSON list of a format and the lines of a document; each line
written is what the package makes of them.
"""

from __future__ import annotations

import json
import sys
from importlib import import_module
from typing import Any

_MODULES = {"TD1": "td1", "TD2": "td2", "TD3": "td3", "MRV-A": "mrva", "MRV-B": "mrvb"}
_FIELDS = ("surname", "name", "country", "nationality", "birth_date", "expiry_date", "sex")
_VERDICTS = (
    "document_number",
    *("document_type", "country", "nationality", "birth_date", "expiry_date", "sex"),
    "identifier",
)
_DIGITS = {
    "document_number": "document_number_hash",
    "birth_date": "birth_date_hash",
    "expiry_date": "expiry_date_hash",
    "optional_data": "optional_data_hash",
    "composite": "final_hash",
}


def main() -> None:
    """Answer line by line."""
    readers = {}
    for form, module in _MODULES.items():
        loaded = import_module(f"mrz.checker.{module}")  # of the peer's environment
        readers[form] = getattr(loaded, f"{module.upper()}CodeChecker")
    for line in sys.stdin:
        form, lines = json.loads(line)
        print(json.dumps(_read(readers[form], lines)), flush=False)


def _read(reader: Any, lines: list[str]) -> dict[str, Any]:
    try:
        found = reader("\n".join(lines))
    except Exception as refused:  # whatever the package raises is its answer
        return {"refused": type(refused).__name__}
    fields = found.fields()
    return {
        **{name: getattr(fields, name) for name in _FIELDS},
        "document_type": fields.document_type,
        "document_number": fields.document_number,
        "wrong": [name for name in _VERDICTS if not getattr(found, name)],
        "checks": {
            name: bool(getattr(found, digit))
            for name, digit in _DIGITS.items()
            if hasattr(found, digit)
        },
    }


if __name__ == "__main__":
    main()
