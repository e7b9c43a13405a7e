"""What an administrator sets of the trust: letterhead, logo, this desk's place, its finance share.

Names and codes that documents and batches bear are not among them: IT sets those up once. What is
set holds for the next letter; what was issued keeps what it was issued with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import partial

from app.access.roles import Act
from app.core.errors import BadInput
from app.core.people import clean_line, clean_name
from app.core.trust import Trust, says_when_to_pay
from app.core.wording import Phrase
from app.documents.letterhead_page import letterhead_pdf
from app.documents.logo import clean_logo
from app.documents.page import Letterhead
from app.services.desk import Desk, service
from app.spool.share import check_share
from app.spool.smb_address import is_smb, smb_address
from app.store import logos, share_keys

_MOST_LINES = 6
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_PHONE = re.compile(r"\+?[0-9][0-9 ()-]{6,24}", re.ASCII)


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterheadForm:
    """What letters say of the trust, as typed; one line of an address or a way to pay each."""

    name: str
    address_lines: tuple[str, ...]
    phone: str
    email: str
    payment_details: tuple[str, ...]


@service(Act.ADMINISTER)
def letterhead(desk: Desk) -> LetterheadForm:
    """What letters say now."""
    trust = desk.trust
    return LetterheadForm(
        name=trust.name,
        address_lines=trust.address_lines,
        phone=trust.phone,
        email=trust.email,
        payment_details=trust.payment_details,
    )


@service(Act.ADMINISTER)
def set_letterhead(desk: Desk, form: LetterheadForm) -> Trust:
    """Let letters say this from now on; raises BadInput, or Known `unwritable`."""
    return _keep(desk, _with(desk.trust, checked(form)), "letterhead_set")


@service(Act.ADMINISTER)
def letterhead_page(desk: Desk, form: LetterheadForm | None = None) -> bytes:
    """A page as every letter begins, as PDF: of what is set, or of what is about to be."""
    trust = desk.trust if form is None else _with(desk.trust, checked(form))
    head = Letterhead(trust=trust, mode=desk.mode, logo=desk.logo)
    return desk.press.draw(partial(letterhead_pdf, head, on=desk.today))


@service(Act.ADMINISTER)
def set_logo(desk: Desk, file: bytes | None) -> bytes | None:
    """Print this picture on letters from now on, or none; returns it as kept. Raises BadInput."""
    png = None if file is None else clean_logo(file)
    with desk.db.atomic():
        logos.add(desk.db, png or b"", by=desk.person.user_id, at=desk.moment)
        desk.audit("logo_set", "", {"bytes": len(png or b"")})
    return png


@service(Act.ADMINISTER)
def logo(desk: Desk) -> bytes | None:
    """The logo in use as a PNG, or None."""
    return desk.logo


@service(Act.ADMINISTER)
def set_place(desk: Desk, *, place: str, site: str) -> None:
    """Name this desk and where it stands: new registrations bear both. Raises BadInput."""
    named = clean_name(place, "place")
    if not named:
        raise BadInput("no_place", "Name this desk, such as Desk 3.", "place")
    trust = replace(desk.trust, site=clean_name(site, "site"))
    _keep(desk, trust, "place_set", place=named)


@service(Act.ADMINISTER)
def set_share(desk: Desk, share: str, *, password: str = "") -> bool:
    """Send to this share from now on; nothing typed sets up none. Raises BadInput `bad_share`.

    A password for an `smb://` address goes into the machine's key store, not into the records;
    False where there is no key store, so that it will be asked again.
    """
    wanted = clean_line(share, "share")
    if wanted:
        check_share(wanted)
    _keep(desk, replace(desk.trust, share=wanted), "share_set")
    if password and is_smb(wanted):
        return share_keys.keep(smb_address(wanted).server_account, password)
    return True


@service(Act.ADMINISTER)
def share_was_tried(desk: Desk, share: str, outcome: str) -> None:
    """Write down that a share was tried, and what came of it."""
    with desk.db.atomic():
        desk.audit("share_tried", "", {"share": share, "outcome": outcome})


def checked(form: LetterheadForm) -> LetterheadForm:
    """A letterhead as it may be kept, of a trust set up or yet to be; raises BadInput."""
    name = clean_line(form.name, "name")
    if not name:
        raise BadInput("no_trust_name", "Enter the name of the trust.", "name")
    phone, email = clean_line(form.phone, "phone"), clean_line(form.email, "email")
    if phone and not _PHONE.fullmatch(phone):
        raise BadInput("bad_phone", "Enter a phone number, such as 020 7946 0000.", "phone")
    if email and not _EMAIL.fullmatch(email):
        raise BadInput("bad_email", "Enter an email address, such as overseas@trust.uk.", "email")
    ways = _lines(form.payment_details, "payment_details")
    if says_when_to_pay(ways):
        words = "Say how to pay, and nothing of paying before care."
        raise BadInput("when_to_pay", words, "payment_details")
    return LetterheadForm(
        name=name,
        address_lines=_lines(form.address_lines, "address_lines"),
        phone=phone,
        email=email,
        payment_details=ways,
    )


def _lines(lines: tuple[str, ...], field: str) -> tuple[str, ...]:
    kept = tuple(line for line in (clean_line(line, field) for line in lines) if line)
    if len(kept) > _MOST_LINES:
        raise BadInput("bad_text", Phrase("Enter at most {most} lines.", most=_MOST_LINES), field)
    return kept


def _with(trust: Trust, form: LetterheadForm) -> Trust:
    return replace(
        trust,
        name=form.name,
        address_lines=form.address_lines,
        phone=form.phone,
        email=form.email,
        payment_details=form.payment_details,
    )


def _keep(desk: Desk, trust: Trust, act: str, *, place: str | None = None) -> Trust:
    """Written down, then written out: a file that cannot be written takes the audit line back."""
    where = desk.place if place is None else place
    before = {name: getattr(desk.trust, name) for name in _SET} | {"place": desk.place}
    after = {name: getattr(trust, name) for name in _SET} | {"place": where}
    changed = {name: [before[name], after[name]] for name in after if before[name] != after[name]}
    with desk.db.atomic():
        desk.audit(act, "", changed)
        desk.keep_trust(trust, where)
    desk.trust, desk.place = trust, where
    return trust


_SET = ("name", "address_lines", "phone", "email", "payment_details", "site", "share")
