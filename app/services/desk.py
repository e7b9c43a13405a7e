"""The desk a person sits at: the store, the law, the prices, the clock, and who they are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any, Concatenate, ParamSpec, Protocol, TypeVar

from app.access.roles import Act, Extent, Matrix, Role
from app.billing.claims.terms import ClaimTerms
from app.billing.terms import FinanceTerms
from app.casework.desk_terms import DeskTerms
from app.casework.form_code import FormKind
from app.casework.forms import FormPlan
from app.casework.language_card import LanguageCard
from app.casework.papers import PaperTerms
from app.casework.particulars import GroupSpec
from app.casework.retention import RetentionTerms
from app.casework.review import ReviewTerms
from app.core.aside import HERE, Aside
from app.core.errors import NotAllowed
from app.core.places import PlaceNames
from app.core.ports import Clock, Ids, stamp
from app.core.trust import Mode, Trust
from app.core.wording import Phrase, Say
from app.insight.opportunity import Peer
from app.insight.terms import InsightTerms
from app.interop.remittance.terms import PaymentTerms
from app.pricing.book import PriceBook
from app.pricing.currencies import ItemPrice, PriceSource
from app.pricing.market_forces import MarketForces
from app.pricing.reader import Column
from app.pricing.tariff import Shelf
from app.residency.guide import Guide
from app.residency.law import Law
from app.residency.law_pack import LawPack
from app.scans.terms import ScanTerms
from app.services.press import Press
from app.spool.backoff import Standing
from app.store import audit, logos
from app.store.audit import Happening
from app.store.backup_terms import BackupTerms
from app.store.crypto import STANDARD, Cost
from app.store.database import Database

if TYPE_CHECKING:
    from app.spool.share import Share

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class User:
    """The person signed in."""

    user_id: str
    name: str
    display_name: str
    roles: frozenset[Role]


@dataclass(frozen=True, slots=True)
class PackReader:
    """What a desk needs to take in a pack of law; it reads no file itself."""

    built_in: Callable[[], LawPack]
    signed: Callable[[bytes], LawPack]
    kept: Callable[[bytes], LawPack]
    publishers: Callable[[], Mapping[str, str]]  # names by the fingerprints of their keys


@dataclass(frozen=True, slots=True)
class PriceReader:
    """What a desk needs to take in a price file; it reads no file itself."""

    # bytes, name of the file, year it is said to be of, columns it is known to lack
    published: Callable[[bytes, str, str | None, frozenset[Column]], PriceBook]
    # bytes, whose prices they are, the days for rows that name none
    own: Callable[[bytes, PriceSource, date, date | None], tuple[ItemPrice, ...]]


class ShareDoor(Protocol):
    """Opens the finance share; made by `app.shares`, which knows deadlines and passwords."""

    def __call__(self, url: str, *, password: str | None = None) -> Share:
        """The share at an address, with a password if that is not the one kept; raises BadInput."""


@dataclass(slots=True, kw_only=True)
class Desk:
    """Everything a service needs; made once by `app.opening`, then handed to each call."""

    db: Database
    pack: LawPack  # the law in use
    packs: PackReader
    shipped: Shelf  # the prices that came with the program
    shipped_forces: MarketForces
    shelf: Shelf  # with those of the trust: what is priced with
    forces: MarketForces
    price_files: PriceReader
    terms: ReviewTerms
    scans: ScanTerms  # what is taken in of a paper's copy
    papers: PaperTerms  # promises, and why a copy is taken out
    retention: RetentionTerms  # how long records are kept, and what holds them longer
    finance: FinanceTerms
    insight: InsightTerms  # goals, bounds and words of the dashboard
    peers: Callable[[], tuple[Peer, ...]]  # read each time: the file comes once a year
    payments: PaymentTerms  # headings of payment files, words of the waiting list
    page: tuple[GroupSpec, ...]  # the visitor page
    desk_terms: DeskTerms  # needs, safe contact, the privacy notice
    places: PlaceNames  # demonyms, former names, codes of passports
    guide: Callable[[], Guide]  # read when somebody first looks something up
    forms: Callable[[LawPack], Mapping[FormKind, FormPlan]]  # the paper forms of a pack
    claim_terms: Callable[[], ClaimTerms]  # read when somebody first looks at claims
    languages: Callable[[], LanguageCard]  # read when somebody first turns the card
    backup_terms: BackupTerms  # how often records are copied, and how long copies stay
    read_back: Callable[[], bytes]  # the script that lies in each copy
    matrix: Matrix
    press: Press
    clock: Clock
    ids: Ids
    trust: Trust
    shares: ShareDoor  # opens the finance share
    keep_trust: Callable[[Trust, str], None]  # writes the trust's file with the name of this desk
    mode: Mode
    device: str
    place: str
    denied_passwords: frozenset[str] = frozenset()
    password_cost: Cost = STANDARD
    user: User | None = None
    share_standing: Standing = field(default_factory=Standing)  # outlasts whoever is signed in
    law_seen: str = ""  # the pack last seen to be kept with its own bytes
    law_read: dict[tuple[object, ...], bool] = field(default_factory=dict)  # a pack as told: is it?
    opened_in_emergency: set[str] = field(default_factory=set)  # in this sitting, gone with it
    aside: Aside = HERE  # where files are read, which touches no record

    @property
    def law(self) -> Law:
        """The law that new cases are determined with."""
        return self.pack.law

    @property
    def claims(self) -> ClaimTerms:
        """What is reported to the state, and how."""
        return self.claim_terms()

    @property
    def today(self) -> date:
        """Today's date at the hospital."""
        return self.clock.today()

    @property
    def acts(self) -> int:
        """How many acts the records have seen; what was read under another number may be old.

        The one thing about the records that any thread may ask: it is a number, and reads nothing.
        """
        return self.db.acts

    @property
    def moment(self) -> str:
        """This moment as it is stored."""
        return stamp(self.clock.now())

    @property
    def logo(self) -> bytes | None:
        """The trust's logo for what it prints, a PNG; None leaves the space for one."""
        return logos.newest(self.db)

    @property
    def person(self) -> User:
        """Who acts; raises NotAllowed where nobody has signed in."""
        if self.user is None:
            raise NotAllowed("Nobody is signed in at this desk. Sign in first.")
        return self.user

    def speak(self, tr: Say) -> None:
        """Say what comes as data in another language from now on.

        What is law, what a letter or a list for another body says, and what is kept in the records
        word for word stay as they are. Text that `tr` does not know, a trust's own, stays too.
        """
        self.terms = self.terms.in_words_of(tr)
        self.papers = self.papers.in_words_of(tr)
        self.retention = self.retention.in_words_of(tr)
        self.finance = self.finance.in_words_of(tr)
        self.insight = self.insight.in_words_of(tr)
        self.payments = self.payments.in_words_of(tr)
        self.page = tuple(group.in_words_of(tr) for group in self.page)
        self.desk_terms = self.desk_terms.in_words_of(tr)

    def seat(self, user: User | None) -> None:
        """Let somebody sit down, or nobody; what was opened in an emergency ends with a sitting."""
        self.user = user
        self.opened_in_emergency.clear()

    def extent(self, act: Act) -> Extent:
        """How far the person's roles let them go; raises NotAllowed."""
        return self.matrix.require(self.person.roles, act)

    def may(self, act: Act) -> bool:
        """Whether to offer an act at all; the services check again."""
        return self.user is not None and self.matrix.extent(self.user.roles, act) is not None

    def audit(self, act: str, subject: str, detail: Mapping[str, Any] | None = None) -> None:
        """Add the audit line of what the open transaction does."""
        audit.record(
            self.db,
            Happening(
                at=self.moment,
                user_id=self.user.user_id if self.user else "",
                user_name=self.user.name if self.user else "",
                device=self.device,
                act=act,
                subject=subject,
                detail=dict(detail or {}),
            ),
        )


SERVICES: dict[str, Act] = {}
WHOLE: set[str] = set()  # those of them that a limited grant does not reach


def service(
    act: Act, *, whole: bool = False
) -> Callable[[Callable[Concatenate[Desk, P], R]], Callable[Concatenate[Desk, P], R]]:
    """Mark a function as one act of the matrix: it runs only for those who may (hazard H3).

    The check is here, under every screen and command, so that a hidden button is never the only
    thing in the way. `SERVICES` lists them all for the test that tries each as every role.
    `whole` keeps those out who are granted the act only within a limit.
    """

    def mark(
        function: Callable[Concatenate[Desk, P], R],
    ) -> Callable[Concatenate[Desk, P], R]:
        name = f"{function.__module__}.{function.__qualname__}"
        SERVICES[name] = act
        if whole:
            WHOLE.add(name)

        @wraps(function)
        def checked(desk: Desk, /, *args: P.args, **kwargs: P.kwargs) -> R:
            if desk.extent(act) is Extent.LIMITED and whole:
                raise NotAllowed(
                    Phrase(
                        "Your role may do a part of this only ({act}). Ask a colleague whose task "
                        "it is.",
                        act=act.words,
                    )
                )
            return function(desk, *args, **kwargs)

        return checked

    return mark
