"""`recoup letter` and `recoup letters`: a letter out as a PDF, and the register of who was told."""

from __future__ import annotations

import argparse
from typing import Any

from app.access.roles import Act
from app.casework.letter_kinds import LetterKind
from app.cli.frame import DONE, Subcommands, command, print_json
from app.cli.stores import add_store, new_folders, opened, write_file
from app.core.dates import parse_iso
from app.core.errors import BadInput
from app.services import collection, letter_register, letters
from app.services.desk import Desk
from app.services.letter_register import Told
from app.services.letters import LetterChoices
from app.services.press import sha256

_WRITE = """A letter of the toolbox, from what the store holds. It is kept and in the register,
and goes to --out under its kind and number. It is refused where it would not be true: no
reminder before the day is over, none of what is not owed, no notice of a charge nobody decided.
An instalment agreement is written where the plan is agreed.

input: KIND and what the letter is ABOUT.
  about a case, R-1042: request_for_information, request_reminder, not_chargeable, chargeable,
    advice_request, assisted_conception, undertaking (an officer)
  about an invoice, by its number or that of its case: undertaking, statement, refund_letter,
    explanation (finance)
  about an invoice that is late, by its number, and only when it is due and nothing rests:
    reminder_1, reminder_2, reminder_3, letter_before_action, debt_warning (finance)
  about nobody: leaflet, poster, quick_card_clerk, quick_card_nurse, quick_card_doctor. No copy of
    these is kept.

  --preview      write the PDF and keep nothing
  --large-print  18 point; also used where the patient needs large print
  --missing      what a request asks for, once for each paper
  --reply-by     the day to reply by, where not the usual one
  --signer       who undertakes to pay where that is not the patient, with --relation

output: {"path", "kind", "number", "by_hand", "file_id", "sha256"}. by_hand is true where nothing
  may be posted to this patient: hand the letter over. file_id is null where no copy is kept."""

_REGISTER = """The papers of a case that name its patient or payer: what went to whom, when and how.
With --sent a paper is marked as posted, handed or emailed; posting is refused where nothing may
be posted.

input: REF, the case. --sent FILE_ID and --how posted|handed|emailed, with --on DAY, to mark one.

output: {"ref", "papers": [{"kind", "title", "doc_no", "to", "at", "file_id", "put_right",
  "sent": [{"how", "on"}]}], "still_to_tell": [...]}. still_to_tell are readers who were told of a
  charge that was taken off, and have had no explanation since."""


_KINDS = [kind.value for kind in LetterKind if kind is not LetterKind.INSTALMENT_AGREEMENT]


def register(commands: Subcommands) -> None:
    """Add `letter` and `letters`."""
    parser = command(
        commands,
        "letter",
        _letter,
        purpose="Write a letter as a PDF: request, notice, reminder, agreement, statement.",
        manual=_WRITE,
        example="recoup letter reminder_1 R1H26OV000123 --data desk --user fin --out letters",
    )
    parser.add_argument("kind", choices=_KINDS, metavar="KIND")
    parser.add_argument("about", metavar="ABOUT", nargs="?", default="", help="case or invoice")
    parser.add_argument("--out", metavar="DIR", required=True, help="where the PDF goes")
    parser.add_argument("--preview", action="store_true", help="keep nothing in the store")
    parser.add_argument("--large-print", action="store_true", help="18 point")
    parser.add_argument("--missing", metavar="TEXT", action="append", default=[])
    parser.add_argument("--reply-by", metavar="ISO", default="")
    parser.add_argument("--signer", metavar="NAME", default="")
    parser.add_argument("--relation", metavar="WORDS", default="")
    add_store(parser)
    parser = command(
        commands,
        "letters",
        _letters,
        purpose="Who was told what about a case; mark a paper as posted or handed over.",
        manual=_REGISTER,
        example="recoup letters R-1042 --data desk --user mad",
    )
    parser.add_argument("ref", metavar="REF", help="the case, such as R-1042")
    parser.add_argument("--sent", metavar="FILE_ID", default="", help="a paper that went out")
    parser.add_argument("--how", default="", help="posted, handed or emailed")
    parser.add_argument("--on", metavar="DAY", default="today", help="the day; today unless said")
    add_store(parser)


def _letter(args: argparse.Namespace) -> int:
    kind = LetterKind(args.kind)
    if not kind.is_for_everyone and not args.about.strip():
        raise BadInput("no_subject", "Name the case or the invoice the letter is about.", "about")
    if kind.is_for_everyone and args.about.strip():
        raise BadInput("about_nobody", "This paper is about nobody. Leave the case out.", "about")
    choices = _choices(args)
    act = kind.acts[0] if len(kind.acts) == 1 else Act.VIEW_ESTIMATE
    # In one transaction: a letter whose page cannot be written was not written.
    with new_folders(args.out) as (folder,), opened(args, act) as desk, desk.db.atomic():
        name, pdf, shown = _made(desk, kind, args, choices)
        path = folder / name
        write_file(path, pdf)
    print_json({"contract_version": 1, "path": str(path), "kind": kind.value, **shown})
    return DONE


def _made(
    desk: Desk, kind: LetterKind, args: argparse.Namespace, choices: LetterChoices
) -> tuple[str, bytes, dict[str, Any]]:
    if kind.is_for_everyone or args.preview:
        number = "" if kind.is_for_everyone else args.about.strip().upper()
        pdf = _seen(desk, kind, args, choices)
        name = f"{kind.value}-{number}.pdf" if number else f"{kind.value}.pdf"
        shown = {"number": number, "by_hand": False, "file_id": None, "sha256": sha256(pdf)}
        return name, pdf, shown
    if kind.follows_an_account:
        written = collection.send(desk, args.about.strip().upper(), kind.value)
        assert written is not None  # every step that is a letter writes one
    else:
        written = letters.write(desk, kind, args.about, choices)
    return (
        written.name,
        written.pdf,
        {
            "number": written.number,
            "by_hand": written.by_hand,
            "file_id": written.file_id,
            "sha256": sha256(written.pdf),
        },
    )


def _seen(desk: Desk, kind: LetterKind, args: argparse.Namespace, choices: LetterChoices) -> bytes:
    if kind.is_for_everyone:
        return letters.leaflet(desk, kind, large_print=args.large_print)
    if kind.follows_an_account:
        return collection.preview(desk, args.about.strip().upper(), kind.value)
    return letters.preview(desk, kind, args.about, choices)


def _choices(args: argparse.Namespace) -> LetterChoices:
    return LetterChoices(
        missing=tuple(args.missing),
        reply_by=parse_iso(args.reply_by, "reply_by") if args.reply_by else None,
        signer=args.signer,
        relation=args.relation,
        large_print=True if args.large_print else None,
    )


def _letters(args: argparse.Namespace) -> int:
    with opened(args, Act.VIEW_ESTIMATE) as desk:
        if args.sent:
            letter_register.mark_sent(desk, args.ref, args.sent, args.how, args.on)
        papers = letter_register.told(desk, args.ref)
        waiting = letter_register.still_to_tell(desk, args.ref)
    print_json(
        {
            "contract_version": 1,
            "ref": args.ref.strip().upper(),
            "papers": list(map(_shown, papers)),
            "still_to_tell": list(waiting),
        }
    )
    return DONE


def _shown(paper: Told) -> dict[str, Any]:
    return {
        "kind": paper.kind,
        "title": paper.title,
        "doc_no": paper.doc_no,
        "to": paper.to_whom,
        "at": paper.at,
        "file_id": paper.file_id,
        "put_right": paper.put_right,
        "sent": [{"how": one.how, "on": one.sent_on.isoformat()} for one in paper.sent],
    }
