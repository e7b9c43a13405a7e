"""Opening a data folder: its store, its trust and everything a service needs, as one desk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from app.billing.blocks import blocks_of, first_reference
from app.core.errors import Known
from app.core.ports import Clock, Ids, stamp
from app.core.trust import Mode, Trust
from app.core.wording import Phrase
from app.library.access import denied_passwords, load_matrix
from app.library.backup import load_backup_terms, read_back_script
from app.library.casework import load_review_terms
from app.library.claims import load_claim_terms
from app.library.desk import load_desk_terms, load_visitor_page
from app.library.finance import read_finance_terms
from app.library.fonts import load_fonts
from app.library.forms import form_plans
from app.library.guide import load_guide
from app.library.insight import read_insight_terms
from app.library.languages import load_languages
from app.library.packs import built_in, load_publishers, read_kept, read_pack
from app.library.payments import read_payment_terms
from app.library.peers import read_peers
from app.library.places import load_places
from app.library.retention import load_retention
from app.library.scans import load_paper_terms, load_scan_terms
from app.library.site import TRUST_FILE, read_trust, trust_text, write_trust
from app.library.tariffs import load_market_forces, load_shelf
from app.library.templates import load_letter_words
from app.library.workbook import read_own_file, read_price_file
from app.machine import SystemIds
from app.services import away
from app.services.desk import Desk, PackReader, PriceReader
from app.services.packs import take_up
from app.services.press import Press
from app.services.price_shelf import take_up_prices
from app.shares import open_share
from app.store import meta, numbers, renewing
from app.store.crypto import STANDARD, Cost
from app.store.database import Database
from app.store.folder import DATABASE_FILE, NewStore, create_store, open_store
from app.store.key_file import Protection
from app.store.shutting import finish_wiping, take_back

__all__ = ["TRUST_FILE", "create_desk", "open_desk", "read_trust"]


def create_desk(
    folder: Path,
    *,
    mode: Mode,
    trust: Trust,
    device: str,
    place: str,
    clock: Clock,
    ids: Ids | None = None,
    protection: Protection | None = None,
    password_cost: Cost = STANDARD,
) -> Desk:
    """Make a new store in a folder and sit down at it, or leave the folder as it was.

    The device, D01 to D80, gets the blocks of numbers that are its own (finance.md 7.4). Raises
    BadInput `bad_device`, or Known as `app.store.folder.create_store` does.
    """
    blocks = blocks_of(device)
    ids = ids or SystemIds()
    new = NewStore(store_id=ids.new(), mode=mode, created_at=stamp(clock.now()))

    def introduce(db: Database) -> None:
        meta.put(db, meta.DEVICE_CODE, device)
        meta.put(db, meta.FIRST_REFERENCE, str(first_reference(device)))
        for kind, granted in blocks.items():
            for block in granted:
                numbers.grant(db, kind, first=block[0], last=block[-1])

    db = create_store(
        folder,
        new,
        protection or Protection(),
        fill=introduce,
        beside={TRUST_FILE: trust_text(trust, place)},
    )
    return _desk(db, trust=trust, place=place, clock=clock, ids=ids, password_cost=password_cost)


def open_desk(
    folder: Path,
    *,
    clock: Clock,
    ids: Ids | None = None,
    ask: Callable[[], str | None] = lambda: None,
) -> Desk:
    """Sit down at an existing store; nobody is signed in yet.

    `ask` gives the passphrase when the key needs one. Raises Known as
    `app.store.folder.open_store` and `app.library.site.read_trust` do, or `trust_missing`; or
    `locked_away` where a ward laptop has been too long away from the share.
    """
    try:
        trust, place = read_trust(folder)
    except Known as lost:
        if lost.code == "no_trust" and (folder / DATABASE_FILE).exists():
            raise _trust_missing(folder) from None
        raise
    try:
        db = open_store(folder, ask)
    except Known as shut:
        if shut.code == "wiped":
            finish_wiping(folder)  # it may have been cut off half way
        raise
    desk = _desk(db, trust=trust, place=place, clock=clock, ids=ids or SystemIds())
    try:
        away.keep_to_time(desk)
    except BaseException:
        db.close()
        raise
    return desk


def take_back_desk(folder: Path, secret: str, passphrase: str, *, clock: Clock) -> None:
    """Open a desk that was too long away to its people again, under a new passphrase.

    `secret` is the recovery key. Raises Known `not_away`, `wiped` or `wrong_passphrase`, BadInput
    `weak_passphrase`, and what `open_desk` raises.
    """
    trust, place = read_trust(folder)
    take_back(folder, secret, passphrase)
    with open_store(folder, lambda: passphrase) as db:
        away.take_back(_desk(db, trust=trust, place=place, clock=clock, ids=SystemIds()))


def _trust_missing(folder: Path) -> Known:
    return Known(
        "trust_missing",
        Phrase(
            "The file {path} is missing. Put it back from a backup of the folder: without it "
            "nobody knows whose desk this is.",
            path=folder.joinpath(TRUST_FILE),
        ),
    )


def _desk(
    db: Database,
    *,
    trust: Trust,
    place: str,
    clock: Clock,
    ids: Ids,
    password_cost: Cost = STANDARD,
) -> Desk:
    desk = Desk(
        db=db,
        pack=built_in(),
        packs=PackReader(built_in, read_pack, read_kept, load_publishers),
        shipped=load_shelf(),
        shipped_forces=load_market_forces(),
        shelf=load_shelf(),
        forces=load_market_forces(),
        price_files=PriceReader(read_price_file, read_own_file),
        terms=load_review_terms(),
        scans=load_scan_terms(),
        papers=load_paper_terms(),
        retention=load_retention(),
        finance=read_finance_terms(db.path.parent),
        insight=read_insight_terms(db.path.parent),
        peers=partial(read_peers, db.path.parent),
        payments=read_payment_terms(db.path.parent),
        page=load_visitor_page(),
        desk_terms=load_desk_terms(),
        places=load_places(),
        guide=load_guide,
        forms=form_plans,
        claim_terms=load_claim_terms,
        languages=load_languages,
        backup_terms=load_backup_terms(),
        read_back=read_back_script,
        matrix=load_matrix(),
        press=Press(load_fonts, load_letter_words),
        clock=clock,
        ids=ids,
        trust=trust,
        shares=open_share,
        keep_trust=partial(write_trust, db.path.parent),
        mode=meta.mode(db),
        device=meta.get(db, meta.DEVICE_CODE) or "",
        place=place,
        denied_passwords=denied_passwords(),
        password_cost=password_cost,
    )
    renewing.lay_down_news(db, now=int(clock.now().timestamp() * 1000))
    take_up(desk)
    take_up_prices(desk)
    return desk
