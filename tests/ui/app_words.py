"""Which texts that the program makes go past the catalogue of the window, and why they may.

A literal or an f-string of `app/` that a person would read is a text of the catalogue
(`installer.sentences` gathers phrases and refusals), or it is English whatever the window speaks:
that is a fault, or by design, with the reason here. The command line and the hub speak English,
and so do papers and letters until a named translator approved another text of theirs.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Container, Iterator, Mapping
from pathlib import Path

from installer.sentences import ENGLISH_BY_DESIGN
from tests.ui.words import texts

APP = Path(__file__).resolve().parents[2] / "app"
_PAPERS = ("documents",)
_PROGRAMMERS = {  # what is given to these is read by the program or by a programmer
    *("RuntimeError", "ValueError", "KeyError", "TypeError", "LookupError", "AssertionError"),
    *("OSError", "EOFError", "NotImplementedError", "compile", "strftime", "strptime", "cast"),
    *("TypeVar", "getLogger", "debug", "info", "warning", "exception", "ZoneInfo"),
}
# In the room of SQL only what is a sentence is for people.
_SENTENCE = re.compile(r"[A-Z“{][^=<(]*\s[^=<(]*\.")


def past(catalogue: Container[str]) -> Iterator[tuple[str, str]]:
    """`services/queue.py` and `Private, open to see` for each text that it does not hold."""
    for path in sorted(APP.rglob("*.py")):
        room, *_ = path.relative_to(APP).parts
        if room in (*ENGLISH_BY_DESIGN, *_PAPERS):
            continue
        tree = ast.parse(path.read_text("utf-8"))
        for _, text in texts(tree, not_shown=_PROGRAMMERS):
            if text not in catalogue and (room != "store" or _SENTENCE.fullmatch(text)):
                yield path.relative_to(APP).as_posix(), text


def reasons(file: str, text: str) -> list[str]:
    """The lines of the list that a text falls under."""
    return [
        line
        for line in BY_DESIGN
        if file.startswith(line.partition(": ")[0]) and text.startswith(line.partition(": ")[2])
    ]


_FINANCE = "told to finance and IT, by the command line and in what comes back to them"
_FILES = "headings and words as files have them"
_KEPT = "kept in the records word for word"
_TYPED = "what people type on a paper or in a field"
_PROGRAM = "read by the program"
_PACK = "told to who keeps the rule pack, by the command line"
_CITED = "cited word for word on estimates and in the list of prices"
BY_DESIGN: Mapping[str, str] = {  # a file or folder, and how a text of it begins
    "billing/debt/outward.py": "the list goes to the Home Office",
    "billing/ledger_files/": _FINANCE,
    "billing/line.py": "the only words that a line may carry to the ledger",
    "billing/reports/journal.py": "a journal in the words of its format",
    "casework/forms.py": "printed on the form, and kept as it was printed",
    "casework/keying.py": _TYPED,
    "core/dates.py": "days as the NHS writes them",
    "core/match.py": "the window has words of its own, ui/widgets/patient_words.py",
    "core/names.py": _PROGRAM,
    "core/people.py": "a need is found by it, and kinds of signs",
    "interop/remittance/camt053.py": _FILES,
    "interop/remittance/identity.py": _PROGRAM,
    "library/in_force.py": _PACK,
    "library/lint": _PACK,
    "library/new_pack.py": _PACK,
    "library/packs.py": "who signed the pack that ships, as its file names it",
    "library/parts.py": "licences as packages state them",
    "library/shape.py": _PACK,
    "library/site.py": "settings as their file has them",
    "library/xlsx.py": _FILES,
    "pricing/attendances.py": _FILES,
    "pricing/book.py": _FILES,
    "pricing/currencies.py": _FILES,
    "pricing/factor_sheet.py": _FILES,
    "pricing/items.py": _FILES,
    "pricing/made_up.py": _CITED,
    "pricing/own_reader.py": _FILES,
    "pricing/reader.py": _FILES,
    "replica/record.py": "of a record that is not believed: told to IT",
    "residency/first_hit.py": _PROGRAM,
    "residency/wording.py: the list of countries": "stands in a note of the rule pack",
    "scans/taking_in.py": _PROGRAM,
    "services/debt_reporting.py": _KEPT,
    "services/diary.py": _KEPT,
    "services/keying.py: Differs from what the team recorded.": _KEPT,
    "services/particulars.py": _TYPED,
    "services/price_lists.py: NHS England": "a name",
    "services/price_shelf.py": _CITED,
    "services/queue_place.py": _KEPT,
    "services/reference.py": "the law by its own name",
    "services/refunding.py": _KEPT,
    "services/registration.py: stage 1": _KEPT,
    "services/two_people.py": _KEPT,
    "setting_up.py: Desk 1": "a name until somebody gives another",
    "setting_up.py": _PROGRAM,
    "spool/accepted.py": _FINANCE,
    "spool/acknowledgement.py": _FINANCE,
    "spool/envelope.py": _FINANCE,
    "spool/inspection.py": _FINANCE,
    "spool/intake.py": _FINANCE,
    "spool/judgement.py": _FINANCE,
    "spool/ledger_inbox.py": _FINANCE,
    "spool/manifest.py": _FINANCE,
    "spool/outbound.py": _FINANCE,
    "spool/roster.py": _PROGRAM,
    "spool/smb_line.py": _FINANCE,
    "spool/verification.py": _FINANCE,
    "store/": "why a record waits, kept with it and told to IT",
    "worker.py": _PROGRAM,
}
