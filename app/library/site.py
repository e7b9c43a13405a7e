"""trust.toml: the trust a desk serves. An administrator sets it in the window; IT staff may edit it
while Recoup is closed."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

from app.core.errors import BadInput, Known
from app.core.trust import Trust, says_when_to_pay
from app.core.wording import Phrase

TRUST_FILE = "trust.toml"
_LARGEST = 64 * 1024
_MOST_DAYS = 3_650
_CODE = re.compile(r"[A-Z0-9]{1,12}", re.ASCII)
_REFERENCE_CODE = re.compile(r"[A-Z0-9]{3}", re.ASCII)
_FACTOR = re.compile(r"[0-9](\.[0-9]{1,9})?", re.ASCII)
_LINE = re.compile(r"at line ([0-9]+)")


def read_trust(folder: Path) -> tuple[Trust, str]:
    """The trust's names and codes, and the name of this desk.

    Raises Known `no_trust` or `unreadable`, or BadInput `bad_trust` naming the line at fault.
    """
    path = folder / TRUST_FILE
    try:
        with path.open("rb") as file:
            text = file.read(_LARGEST).decode("utf-8-sig")  # Notepad puts a mark before it
    except (FileNotFoundError, NotADirectoryError):
        raise Known(
            "no_trust",
            Phrase(
                "There is no Recoup desk in {folder}. Check the name of the folder.", folder=folder
            ),
        ) from None
    except OSError as refused:
        raise Known(
            "unreadable",
            Phrase(
                "{path} cannot be read: {reason}. Ask IT to put that right.",
                path=path,
                reason=refused.strerror,
            ),
        ) from None
    except UnicodeDecodeError:
        raise _bad(path, Phrase("it is not UTF-8 text")) from None
    try:
        table = tomllib.loads(text)
    except (ValueError, RecursionError) as odd:
        line = _LINE.search(str(odd))
        raise _bad(
            path,
            Phrase("line {number} is not TOML", number=line[1])
            if line
            else Phrase("it is not TOML"),
        ) from None
    try:
        return _trust_from(table), _text(table, "desk", "Desk 1")
    except ValueError as odd:
        raise _bad(path, str(odd)) from None


def trust_text(trust: Trust, place: str) -> str:
    """The file's text for a new desk."""
    lines = [
        "# The trust this desk serves. Change it while Recoup is closed.",
        f"desk = {_quoted(place)}",
        f"name = {_quoted(trust.name)}",
        f"provider_code = {_quoted(trust.provider_code)}",
        f"reference_code = {_quoted(trust.reference_code)}",
        f"provider_type = {_quoted(trust.provider_type)}",
        f"address_lines = {_list(trust.address_lines)}",
        f"phone = {_quoted(trust.phone)}",
        f"email = {_quoted(trust.email)}",
        f"interpreter_phone = {_quoted(trust.interpreter_phone)}",
        f"payment_details = {_list(trust.payment_details)}",
        f"gl_account = {_quoted(trust.gl_account)}",
        f"gl_cost_centre = {_quoted(trust.gl_cost_centre)}",
        f"estimate_valid_days = {trust.estimate_valid_days}",
        f"second_check_from_pence = {trust.second_check_from_pence}",
        f"share = {_quoted(trust.share)}",
        f"site = {_quoted(trust.site)}",
    ]
    if trust.market_forces_factor is not None:
        lines.append(f"market_forces_factor = {_quoted(f'{trust.market_forces_factor:f}')}")
    return "\n".join(lines) + "\n"


def write_trust(folder: Path, trust: Trust, place: str) -> None:
    """Put the file there whole, in place of the one before; raises Known `unwritable`."""
    path = folder / TRUST_FILE
    beside = path.with_name(f"{TRUST_FILE}.part")
    try:
        with beside.open("wb") as file:
            file.write(trust_text(trust, place).encode())
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except OSError as refused:
        beside.unlink(missing_ok=True)
        raise Known(
            "unwritable",
            Phrase(
                "{path} could not be written: {reason}. Nothing was changed. Ask IT for the right "
                "to write there.",
                path=path,
                reason=refused.strerror,
            ),
        ) from None


def _trust_from(table: Mapping[str, Any]) -> Trust:
    return Trust(
        name=_text(table, "name"),
        provider_code=_code(table, "provider_code", _CODE, "up to 12 capitals and digits"),
        reference_code=_code(table, "reference_code", _REFERENCE_CODE, "3 capitals or digits"),
        provider_type=_text(table, "provider_type"),
        address_lines=_texts(table, "address_lines"),
        phone=_text(table, "phone"),
        email=_text(table, "email"),
        interpreter_phone=_text(table, "interpreter_phone", ""),
        payment_details=_how_to_pay(table),
        gl_account=_text(table, "gl_account"),
        gl_cost_centre=_text(table, "gl_cost_centre"),
        market_forces_factor=_factor(table),
        estimate_valid_days=_whole(table, "estimate_valid_days", 1, _MOST_DAYS),
        second_check_from_pence=_whole(table, "second_check_from_pence", 0, 10**12),
        share=_text(table, "share", ""),
        site=_text(table, "site", ""),
    )


def _text(table: Mapping[str, Any], name: str, otherwise: str | None = None) -> str:
    text = table.get(name, otherwise)
    if not isinstance(text, str):
        raise ValueError(f"{name} must be there, a text in quotation marks")
    return text


def _texts(table: Mapping[str, Any], name: str) -> tuple[str, ...]:
    texts = table.get(name)
    if not isinstance(texts, list) or not all(isinstance(text, str) for text in texts):
        raise ValueError(f"{name} must be there, a list of texts")
    return tuple(texts)


def _how_to_pay(table: Mapping[str, Any]) -> tuple[str, ...]:
    """Ways to pay, printed under a sum: a trust's own words may not ask for payment before care
    (hazard H1)."""
    lines = _texts(table, "payment_details")
    if says_when_to_pay(lines):
        raise ValueError("payment_details must say how to pay, and nothing of paying before care")
    return lines


def _code(table: Mapping[str, Any], name: str, pattern: re.Pattern[str], wanted: str) -> str:
    code = _text(table, name)
    if not pattern.fullmatch(code):
        raise ValueError(f"{name} must be {wanted}")
    return code


def _whole(table: Mapping[str, Any], name: str, least: int, most: int) -> int:
    number = table.get(name)
    if type(number) is not int or not least <= number <= most:
        raise ValueError(f"{name} must be a whole number from {least} to {most}")
    return number


def _factor(table: Mapping[str, Any]) -> Decimal | None:
    """The trust's own factor as exact decimals: a bare number would be rounded on the way in."""
    text = table.get("market_forces_factor")
    if text is None:
        return None
    if isinstance(text, str) and _FACTOR.fullmatch(text) and Decimal(text) > 0:
        return Decimal(text)
    raise ValueError('market_forces_factor must be such as "1.148886", in quotation marks')


def _bad(path: Path, what: str) -> BadInput:
    return BadInput(
        "bad_trust",
        Phrase(
            "{path} cannot be used: {what}. Correct it, or put back the copy from your last "
            "backup.",
            path=path,
            what=what,
        ),
        "trust",
    )


_ESCAPED = {code: f"\\u{code:04X}" for code in (*range(0x20), 0x7F)} | {
    ord("\\"): "\\\\",
    ord('"'): '\\"',
}


def _quoted(text: str) -> str:
    return f'"{text.translate(_ESCAPED)}"'


def _list(texts: tuple[str, ...]) -> str:
    return "[" + ", ".join(map(_quoted, texts)) + "]"
