"""Packs of law at this desk: which is in use, taking in a new one, and whose signature counts.

A pack is never removed or changed once it is here: the cases made with it are worked out again
with it. A signature counts where the program's publisher made it, or a signer whom one
administrator proposed and another confirmed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.access.roles import Act
from app.core.dates import show
from app.core.errors import BadInput, Known, NotAllowed, NotFound
from app.core.wording import Phrase, phrases
from app.replica.record import Subject
from app.residency.law_pack import LawPack
from app.services.answers import LEAVING
from app.services.desk import Desk, service
from app.signatures import fingerprint
from app.store import law_packs, placing, signers, users
from app.store.law_packs import KeptPack
from app.store.replicated import KINDS
from app.store.signers import PackSigner
from app.store.signing import read_public_key

_LONGEST_NAME = 80
_STATES = phrases({"proposed": "proposed", "trusted": "trusted", "withdrawn": "withdrawn"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PackShown:
    """A pack as an administrator sees it; nobody signed the law that came with the program."""

    version: str
    valid_from: date
    valid_to: date
    signed_by: str
    in_use: bool
    expired: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SignerShown:
    """A signer of the trust's own; `own`: proposed by the person who looks."""

    signer: str
    name: str
    state: str  # a code of `_STATES`
    proposed_by: str
    own: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class PacksShown:
    """The law at this desk: the pack in use, all that are here, and the trust's signers."""

    in_use: PackShown
    unconfirmed: int
    rules: int
    packs: tuple[PackShown, ...]
    signers: tuple[SignerShown, ...]


def take_up(desk: Desk) -> None:
    """Use the newest installed pack whose first day has come, else the program's own law.

    A pack may have come with another machine's cases, under whatever name it gave the signer: it
    is the law here only where the bytes hold under a key that counts here. Nobody is kept from
    signing in by one that does not.
    """
    for kept in law_packs.begun(desk.db, desk.today):
        if desk.pack.signer and desk.pack.id == kept.pack_id:
            return
        pack = _as_told(desk, kept) if _counts_here(desk, kept) else None
        if pack is not None:
            desk.pack = pack
            return
    desk.pack = desk.packs.built_in()


def pack_of(desk: Desk, pack_id: str) -> LawPack:
    """A pack that some case was made with; raises Known `damaged_pack`, and what is told of a file
    that is none."""
    return desk.packs.kept(law_packs.raw(desk.db, pack_id))


def next_begins(desk: Desk) -> date | None:
    """The first day of the law that is kept here to follow; None where none is.

    It is read with every case that is written up, so no pack is read twice for it.
    """
    ahead = (kept for kept in law_packs.installed(desk.db) if kept.valid_from > desk.today)
    return next(
        (
            kept.valid_from
            for kept in sorted(ahead, key=lambda kept: kept.valid_from)
            if _counts_here(desk, kept) and _is_as_told(desk, kept)
        ),
        None,
    )


def _counts_here(desk: Desk, kept: KeptPack) -> bool:
    """Whether whoever is told to have signed it counts, or counted when it was kept."""
    known = signers.get(desk.db, kept.signer)
    if known is None or known.confirmed_by is None:
        return kept.signer in desk.packs.publishers()
    return known.withdrawn_at is None or kept.kept_at <= known.withdrawn_at


def _as_told(desk: Desk, kept: KeptPack) -> LawPack | None:
    """The pack, where its bytes are so: who signed it, and from when to when it holds."""
    try:
        pack = pack_of(desk, kept.pack_id)
    except Known:
        return None
    manifest = pack.manifest
    said = (manifest.version, manifest.valid_from, manifest.valid_to, pack.signer)
    return pack if said == kept.told else None


def _is_as_told(desk: Desk, kept: KeptPack) -> bool:
    """Whether `_as_told` gives a pack, which the same bytes and words do for good."""
    told = (kept.pack_id, *kept.told)
    if told not in desk.law_read:
        try:
            law_packs.raw(desk.db, kept.pack_id)
        except Known:
            return False  # its own bytes may still come in place of these
        desk.law_read[told] = _as_told(desk, kept) is not None
    return desk.law_read[told]


def keep_in_use(desk: Desk) -> str:
    """See that the pack in use is kept for good; returns its id. The caller owns the transaction.

    The program's own law is kept at its first case: the next program brings another.
    """
    pack = desk.pack
    if not law_packs.has(desk.db, pack.id) or not _seen_to_stand(desk, pack):
        _keep(desk, pack)
    return pack.id


def _seen_to_stand(desk: Desk, pack: LawPack) -> bool:
    """Whether what is kept under its name is that pack; read once in a sitting."""
    if desk.law_seen != pack.id and law_packs.stands(desk.db, _described(desk, pack)):
        desk.law_seen = pack.id
    return desk.law_seen == pack.id


def expiry_notice(desk: Desk) -> str:
    """What everybody at the desk is told once the law should have been read again, else nothing."""
    if not desk.pack.manifest.has_expired(desk.today):
        return ""
    day = show(desk.pack.manifest.valid_to)
    return Phrase(
        "The rules here were to be read again by {day}. Work goes on; every result says so. Ask "
        "your administrator for the new rule pack.",
        day=day,
    )


@service(Act.ADMINISTER)
def packs(desk: Desk) -> PacksShown:
    """Every pack and signer at this desk."""
    rules = desk.law.pack.rules
    return PacksShown(
        in_use=_shown(desk, _described(desk, desk.pack)),
        unconfirmed=sum(not rule.confirmed for rule in rules),
        rules=len(rules),
        packs=tuple(_shown(desk, kept) for kept in law_packs.installed(desk.db)),
        signers=tuple(_signer_shown(desk, one) for one in signers.everyone(desk.db)),
    )


@service(Act.ADMINISTER)
def install(desk: Desk, raw: bytes) -> PackShown:
    """Take in a signed pack; used from its first day on, all of it or none.

    Raises Known `bad_signature`, `unknown_signer`, `newer_pack`, `expired_pack`, `same_version`,
    or BadInput `bad_pack`.
    """
    pack = desk.packs.signed(raw)
    manifest = pack.manifest
    _require_trusted(desk, pack.signer)
    if manifest.has_expired(desk.today):
        raise Known(
            "expired_pack",
            Phrase(
                "This pack was to be read again by {day}. Ask for a newer one.",
                day=show(manifest.valid_to),
            ),
            "file",
        )
    if _is_taken(desk, manifest.version):
        raise Known(
            "same_version",
            Phrase(
                "A pack of version {version} is here already. A changed pack needs a version of "
                "its own: rules_version in rules/pack.toml.",
                version=manifest.version,
            ),
            "file",
        )
    _require_questions(desk, pack)
    with desk.db.atomic():
        _keep(desk, pack)
        desk.audit("pack_installed", pack.id, {"version": manifest.version, "signer": pack.signer})
    take_up(desk)
    return _shown(desk, _described(desk, pack))


@service(Act.ADMINISTER)
def propose_signer(desk: Desk, name: str, public_key: bytes) -> SignerShown:
    """Bring in a key of the trust's own; it counts once another administrator confirms it.

    Raises BadInput `bad_key` or `no_name`, or Known `known_signer`.
    """
    name = " ".join(name.split())
    if not name or len(name) > _LONGEST_NAME or not name.isprintable():
        raise BadInput("no_name", "Say whose key this is, in a few words.", "name")
    key = read_public_key(public_key)
    signer = fingerprint(key)
    if signer in desk.packs.publishers():
        raise Known("known_signer", "This is the publisher's key. It counts already.", "key")
    before = signers.get(desk.db, signer)
    if before is not None:
        raise Known(
            "known_signer",
            Phrase("This key is here already: {state}.", state=_STATES[_state(before)]),
            "key",
        )
    proposal = PackSigner(
        signer=signer,
        name=name,
        public_key=key,
        proposed_by=desk.person.user_id,
        proposed_at=desk.moment,
    )
    with desk.db.atomic():
        signers.propose(desk.db, proposal)
        desk.audit("signer_proposed", signer, {"name": name})
    return _signer_shown(desk, proposal)


@service(Act.ADMINISTER)
def confirm_signer(desk: Desk, signer: str) -> SignerShown:
    """Say that a proposed key is the trust's; never by the person who proposed it."""
    proposal = _signer(desk, signer)
    if proposal.proposed_by == desk.person.user_id:
        raise NotAllowed("You proposed this signer. Ask another administrator to confirm it.")
    if _state(proposal) != "proposed":
        raise Known(
            "not_proposed",
            Phrase("This signer is {state}.", state=_STATES[_state(proposal)]),
            "signer",
        )
    with desk.db.atomic():
        signers.confirm(desk.db, proposal.signer, by=desk.person.user_id, at=desk.moment)
        desk.audit("signer_confirmed", proposal.signer, {"name": proposal.name})
    return _signer_shown(desk, _signer(desk, signer))


@service(Act.ADMINISTER)
def withdraw_signer(desk: Desk, signer: str) -> SignerShown:
    """Trust a key no more, at once and for good; packs installed before stay in use."""
    known = _signer(desk, signer)
    if known.withdrawn_by is not None:
        raise Known("not_proposed", "This signer is withdrawn already.", "signer")
    with desk.db.atomic():
        signers.withdraw(desk.db, known.signer, by=desk.person.user_id, at=desk.moment)
        desk.audit("signer_withdrawn", known.signer, {"name": known.name})
    return _signer_shown(desk, _signer(desk, signer))


def _is_taken(desk: Desk, version: str) -> bool:
    """Whether law that counts here is of this version; what other machines say is not asked."""
    return version == desk.packs.built_in().manifest.version or any(
        kept.version == version and _counts_here(desk, kept) and _is_as_told(desk, kept)
        for kept in law_packs.installed(desk.db)
    )


def _keep(desk: Desk, pack: LawPack) -> None:
    if law_packs.has(desk.db, pack.id):  # what another machine told under this name is not so
        placing.take_away(desk.db, KINDS[Subject.PACK], pack.id)
    law_packs.add(desk.db, _described(desk, pack), pack.raw)


def _described(desk: Desk, pack: LawPack) -> KeptPack:
    return KeptPack(
        pack_id=pack.id,
        version=pack.manifest.version,
        valid_from=pack.manifest.valid_from,
        valid_to=pack.manifest.valid_to,
        signer=pack.signer,
        kept_by=desk.person.user_id,
        kept_at=desk.moment,
    )


def _require_trusted(desk: Desk, signer: str) -> None:
    if signer in desk.packs.publishers():
        return
    known = signers.get(desk.db, signer)
    if known is not None and known.trusted:
        return
    why = (
        Phrase("nobody here knows")
        if known is None
        else Phrase("is only {state} here", state=_STATES[_state(known)])
    )
    raise Known(
        "unknown_signer",
        Phrase(
            "This pack is signed with a key that {why} ({signer}). An administrator proposes the "
            "signer and another one confirms it.",
            why=why,
            signer=signer,
        ),
        "file",
    )


def _require_questions(desk: Desk, pack: LawPack) -> None:
    """What the desk's own pages ask must be asked by the law too, or they could not open."""
    asked = {prompt.question_id for prompt in desk.terms.prompts} | {LEAVING}
    asked |= {spec.question for group in desk.page for spec in group.fields if spec.question}
    for question in sorted(asked):
        if question not in pack.law.questions:
            raise BadInput(
                "bad_pack",
                Phrase(
                    "This pack lacks the question {question}, which the desk asks. Add it again.",
                    question=question,
                ),
                "file",
            )


def _shown(desk: Desk, kept: KeptPack) -> PackShown:
    return PackShown(
        version=kept.version,
        valid_from=kept.valid_from,
        valid_to=kept.valid_to,
        signed_by=_signed_by(desk, kept.signer),
        in_use=kept.pack_id == desk.pack.id,
        expired=desk.today > kept.valid_to,
    )


def _signed_by(desk: Desk, signer: str) -> str:
    if not signer:
        return ""
    known = signers.get(desk.db, signer)
    return known.name if known is not None else desk.packs.publishers().get(signer, signer)


def _signer(desk: Desk, signer: str) -> PackSigner:
    known = signers.get(desk.db, signer)
    if known is None:
        raise NotFound("There is no signer of that fingerprint here. Check it.", "signer")
    return known


def _signer_shown(desk: Desk, signer: PackSigner) -> SignerShown:
    return SignerShown(
        signer=signer.signer,
        name=signer.name,
        state=_state(signer),
        proposed_by=users.get(desk.db, signer.proposed_by).display_name,
        own=signer.proposed_by == desk.person.user_id,
    )


def _state(signer: PackSigner) -> str:
    if signer.withdrawn_by is not None:
        return "withdrawn"
    return "trusted" if signer.trusted else "proposed"
