"""Whose signature on a pack this trust believes: proposed, confirmed by another, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass

from app.store.database import Database, Row

_PROPOSE = """
    INSERT INTO pack_signers (signer, name, public_key, proposed_by, proposed_at)
    VALUES (:signer, :name, :public_key, :proposed_by, :proposed_at)"""
_CONFIRM = """
    INSERT INTO pack_signer_confirmations (signer, confirmed_by, confirmed_at) VALUES (?, ?, ?)"""
_WITHDRAW = """
    INSERT INTO pack_signer_withdrawals (signer, withdrawn_by, withdrawn_at) VALUES (?, ?, ?)"""
_ALL = """
    SELECT signer, name, public_key, proposed_by, proposed_at, confirmed_by, confirmed_at,
        withdrawn_by, withdrawn_at
    FROM pack_signers
        LEFT JOIN pack_signer_confirmations USING (signer)
        LEFT JOIN pack_signer_withdrawals USING (signer)"""
_EVERY = f"{_ALL} ORDER BY proposed_at, signer"
_ONE = f"{_ALL} WHERE signer = ?"


@dataclass(frozen=True, slots=True, kw_only=True)
class PackSigner:
    """A key, who brought it in, who confirmed it, and who took it back."""

    signer: str
    name: str
    public_key: bytes
    proposed_by: str
    proposed_at: str
    confirmed_by: str | None = None
    confirmed_at: str | None = None
    withdrawn_by: str | None = None
    withdrawn_at: str | None = None

    @property
    def trusted(self) -> bool:
        """Whether packs under this key may be installed."""
        return self.confirmed_by is not None and self.withdrawn_by is None


def propose(db: Database, signer: PackSigner) -> None:
    """Keep a proposal; the caller owns the transaction and has asked `get`."""
    db.execute(
        _PROPOSE,
        {
            "signer": signer.signer,
            "name": signer.name,
            "public_key": signer.public_key,
            "proposed_by": signer.proposed_by,
            "proposed_at": signer.proposed_at,
        },
    )


def confirm(db: Database, signer: str, *, by: str, at: str) -> None:
    """Keep a confirmation; a trigger refuses the proposer's own."""
    db.execute(_CONFIRM, (signer, by, at))


def withdraw(db: Database, signer: str, *, by: str, at: str) -> None:
    """Trust the key no more; packs installed before stay."""
    db.execute(_WITHDRAW, (signer, by, at))


def get(db: Database, signer: str) -> PackSigner | None:
    """One signer by the name of the key, or None."""
    row = db.one(_ONE, (signer,))
    return None if row is None else _from_row(row)


def everyone(db: Database) -> tuple[PackSigner, ...]:
    """All signers, proposed and withdrawn ones included."""
    return tuple(_from_row(row) for row in db.rows(_EVERY))


def _from_row(row: Row) -> PackSigner:
    return PackSigner(**row)
