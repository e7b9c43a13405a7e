"""camt.053, the bank's statement of ISO 20022, versions .001.02 and later.

A credit is money in and a debit money out, whatever the reversal mark says: by the standard a
credit taken back is a debit with that mark. An entry of several transactions is as many payments
where the file gives each its amount and these add up to the entry; else it waits whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from itertools import count
from xml.etree.ElementTree import Element

from app.core.errors import BadInput
from app.core.money import ZERO, Money
from app.core.wording import Phrase
from app.interop.remittance.bank_csv import method_of
from app.interop.remittance.card_numbers import refuse_card_numbers
from app.interop.remittance.cells import in_pounds, read_amount, read_day, shortened, tidy
from app.interop.remittance.gathering import Gathering
from app.interop.remittance.line import Channel, Hold, PaymentLine, Statement
from app.interop.remittance.safe_xml import (
    all_at,
    name_of,
    namespace_of,
    parse_xml,
    text_at,
)
from app.interop.remittance.terms import PaymentTerms

KIND = "camt053"
NOT_BOOKED = Phrase("Not booked yet: it comes again when it is.")
NO_MONEY = Phrase("No amount in this entry.")
_NAMESPACE = re.compile(r"urn:iso:std:iso:20022:tech:xsd:camt\.053\.001\.\d{2}", re.ASCII)
_OTHER = re.compile(r"urn:iso:std:iso:20022:tech:xsd:([a-z]{4}\.\d{3})\.", re.ASCII)
_OPENING, _CLOSING = ("OPBD", "PRCD"), ("CLBD",)
_NO_WORDS = ("NONREF", "NOTPROVIDED")
_MORE_ZEROS = re.compile(r"(\.\d{2})0+", re.ASCII)
# The bank's own numbers are only ever kept as hashes, and many would pass for a card's.
_HASHED = ("AcctSvcrRef", "NtryRef", "IBAN", "Id", "UETR", "TxId", "InstrId", "MsgId", "PmtInfId")


def read_camt053(raw: bytes, terms: PaymentTerms) -> Statement:
    """Every entry of every statement; raises BadInput `bad_xml`, `too_long` or `card_number`."""
    root = parse_xml(raw)
    _check_kind(root)
    gathering = Gathering(KIND, called=Phrase("Entry"))
    counted = count(1)
    for statement in all_at(root, "BkToCstmrStmt/Stmt"):
        own = text_at(statement, "Acct/Id/IBAN", "Acct/Id/Othr/Id")
        before = len(gathering.lines)
        for entry in all_at(statement, "Ntry"):
            number = next(counted)
            if number > terms.most_rows:
                raise BadInput(
                    "too_long",
                    Phrase("This file holds more than {most:,} entries.", most=terms.most_rows),
                    "file",
                )
            refuse_card_numbers(_texts(entry), 0)
            gathering.take(number, partial(_read, entry, own, terms))
        gathering.warnings += _about_balances(statement, gathering.lines[before:], gathering)
    return gathering.statement()


def _check_kind(root: Element) -> None:
    namespace = namespace_of(root)
    if name_of(root) == "Document" and _NAMESPACE.fullmatch(namespace):
        return
    other = _OTHER.match(namespace)
    called = Phrase("a {kind}", kind=other[1]) if other else Phrase("another XML")
    raise BadInput(
        "bad_xml",
        Phrase("This is {name}. Bring the bank's statement, a camt.053.", name=called),
        "file",
    )


def _read(entry: Element, own: str, terms: PaymentTerms) -> tuple[PaymentLine, ...] | str:
    if text_at(entry, "Sts/Cd", "Sts") not in ("BOOK", ""):
        return NOT_BOOKED
    amount = _signed(entry, _amount(text_at(entry, "Amt")))
    if amount == ZERO:
        return NO_MONEY
    parts = all_at(entry, "NtryDtls/TxDtls")
    whole = _line(entry, parts, amount, own, terms)
    if len(parts) < 2:
        return (whole,)
    amounts = [_part_amount(part, entry) for part in parts]
    known = [one for one in amounts if one is not None]
    if len(known) < len(parts) or Money.total(known) != amount:
        return (replace(whole, hold=whole.hold or Hold.NOT_SPLIT),)
    return tuple(
        replace(
            _line(entry, [part], one, own, terms),
            bank_id=f"{whole.bank_id}/{place}" if whole.bank_id else "",
        )
        for place, (part, one) in enumerate(zip(parts, known, strict=True), start=1)
        if one != ZERO
    )


def _line(
    entry: Element, parts: list[Element], amount: Money, own: str, terms: PaymentTerms
) -> PaymentLine:
    other = "Dbtr" if amount > ZERO else "Cdtr"
    paths = [
        f"RltdPties/{side}{way}" for side in (other, f"Ultmt{other}") for way in ("/Nm", "/Pty/Nm")
    ]
    account = [f"RltdPties/{other}Acct/Id/{kind}" for kind in ("IBAN", "Othr/Id")]
    one = parts[0] if len(parts) == 1 else None
    foreign = in_pounds(_currency(entry))
    back = amount > ZERO and text_at(entry, "RvslInd") in ("true", "1")
    return PaymentLine(
        on=read_day(text_at(entry, "BookgDt/Dt", "BookgDt/DtTm", "ValDt/Dt", "ValDt/DtTm")[:10]),
        amount=amount,
        channel=Channel.BANK,
        text=_words(entry, parts),
        payer="" if one is None else tidy(text_at(one, *paths)),
        payer_account="" if one is None else tidy(text_at(one, *account)),
        own_account=tidy(own),
        bank_id=_bank_id(entry, one),
        method=method_of(text_at(entry, "BkTxCd/Prtry/Cd"), terms),
        hold=Hold.OTHER_CURRENCY if foreign else Hold.REVERSED if back else None,
        warnings=foreign,
    )


def _words(entry: Element, parts: list[Element]) -> str:
    paths = (
        "RmtInf/Strd/CdtrRefInf/Ref",
        "RmtInf/Ustrd",
        "RmtInf/Strd/RfrdDocInf/Nb",
        "RmtInf/Strd/AddtlRmtInf",
        "Refs/EndToEndId",
        "AddtlTxInf",
    )
    found = [one.text or "" for part in parts for path in paths for one in all_at(part, path)]
    found += [one.text or "" for one in all_at(entry, "AddtlNtryInf")]
    said = dict.fromkeys(tidy(words) for words in found)
    return tidy(" ".join(words for words in said if words and words not in _NO_WORDS))


def _bank_id(entry: Element, part: Element | None) -> str:
    of_part = "" if part is None else text_at(part, "Refs/AcctSvcrRef", "Refs/TxId")
    found = (text_at(entry, "AcctSvcrRef"), of_part)
    return tidy(next((one for one in found if one and one not in _NO_WORDS), ""))


def _amount(written: str) -> Money:
    words = _MORE_ZEROS.sub(r"\1", written.strip())
    amount = read_amount(words)
    if not words or amount < ZERO:
        raise BadInput(
            "bad_amount",
            Phrase("“{text}” is no amount of an entry.", text=shortened(words)),
            "amount",
        )
    return amount


def _signed(element: Element, amount: Money) -> Money:
    sign = text_at(element, "CdtDbtInd")
    if sign not in ("CRDT", "DBIT"):
        raise BadInput("bad_amount", "It says neither credit nor debit.", "sign")
    return amount if sign == "CRDT" else -amount


def _part_amount(part: Element, entry: Element) -> Money | None:
    """A transaction's own amount in the entry's currency, or None where it is not given."""
    for path in ("Amt", "AmtDtls/TxAmt/Amt"):
        for found in all_at(part, path):
            if found.get("Ccy") == _currency(entry):
                signed = part if all_at(part, "CdtDbtInd") else entry
                return _signed(signed, _amount(found.text or ""))
    return None


def _currency(entry: Element) -> str:
    return next((one.get("Ccy", "") for one in all_at(entry, "Amt")), "")


def _about_balances(
    statement: Element, lines: list[PaymentLine], gathering: Gathering
) -> Iterator[str]:
    """Say so where the balances and the entries between them do not agree."""
    opening, closing = _balance(statement, _OPENING), _balance(statement, _CLOSING)
    if opening is None or closing is None or gathering.faults:
        return
    entries = Money.total(line.amount for line in lines)
    if opening + entries != closing:
        yield Phrase(
            "{opening} at the opening and {entries} of entries are not {closing} at the closing. "
            "Entries may be missing from this file.",
            opening=opening,
            entries=entries,
            closing=closing,
        )


def _balance(statement: Element, codes: tuple[str, ...]) -> Money | None:
    for code in codes:
        for balance in all_at(statement, "Bal"):
            if text_at(balance, "Tp/CdOrPrtry/Cd") == code:
                try:
                    return _signed(balance, _amount(text_at(balance, "Amt")))
                except BadInput:
                    return None
    return None


def _texts(entry: Element) -> Iterator[str]:
    for one in entry.iter():
        if one.text and name_of(one) not in _HASHED:
            yield one.text
