"""Single prices and factors that somebody entered; what was entered last counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from app.core.money import Money
from app.store.database import Database, Row
from app.store.values import from_day, to_day

_ADD_PRICE = """
    INSERT INTO own_prices (source, kind, code, name, unit, price_pence, factor_applies,
        effective_from, effective_to, entered_by, entered_at)
    VALUES (:source, :kind, :code, :name, :unit, :price_pence, :factor_applies, :effective_from,
        :effective_to, :entered_by, :entered_at)"""
_PRICES = """
    SELECT source, kind, code, name, unit, price_pence, factor_applies, effective_from,
        effective_to, entered_by, entered_at
    FROM own_prices ORDER BY seq"""
_ADD_FACTOR = """
    INSERT INTO own_factors (tariff_year, provider, factor, entered_by, entered_at)
    VALUES (:tariff_year, :provider, :factor, :entered_by, :entered_at)"""
_FACTORS = """
    SELECT tariff_year, provider, factor, entered_by, entered_at FROM own_factors ORDER BY seq"""


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredPrice:
    """One price as somebody entered it; without an amount it ends the one before."""

    source: str
    kind: str
    code: str
    name: str
    unit: str
    price: Money | None
    factor_applies: bool
    effective_from: date
    effective_to: date | None
    entered_by: str
    entered_at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EnteredFactor:
    """One provider's factor of a year as somebody entered it."""

    tariff_year: str
    provider: str
    factor: Decimal
    entered_by: str
    entered_at: str


def add_price(db: Database, entered: EnteredPrice) -> None:
    """Keep a price; the caller owns the transaction."""
    db.execute(
        _ADD_PRICE,
        {
            "source": entered.source,
            "kind": entered.kind,
            "code": entered.code,
            "name": entered.name,
            "unit": entered.unit,
            "price_pence": entered.price.pence if entered.price is not None else None,
            "factor_applies": int(entered.factor_applies),
            "effective_from": entered.effective_from.isoformat(),
            "effective_to": to_day(entered.effective_to),
            "entered_by": entered.entered_by,
            "entered_at": entered.entered_at,
        },
    )


def prices(db: Database) -> tuple[EnteredPrice, ...]:
    """Every price entered, oldest first."""
    return tuple(_price(row) for row in db.rows(_PRICES))


def add_factor(db: Database, entered: EnteredFactor) -> None:
    """Keep a factor; the caller owns the transaction."""
    db.execute(
        _ADD_FACTOR,
        {
            "tariff_year": entered.tariff_year,
            "provider": entered.provider,
            "factor": f"{entered.factor:.6f}",
            "entered_by": entered.entered_by,
            "entered_at": entered.entered_at,
        },
    )


def factors(db: Database) -> tuple[EnteredFactor, ...]:
    """Every factor entered, oldest first."""
    return tuple(
        EnteredFactor(**row | {"factor": Decimal(row["factor"])}) for row in db.rows(_FACTORS)
    )


def _price(row: Row) -> EnteredPrice:
    pence = row.pop("price_pence")
    return EnteredPrice(
        **row
        | {
            "price": None if pence is None else Money(pence),
            "factor_applies": bool(row["factor_applies"]),
            "effective_from": date.fromisoformat(row["effective_from"]),
            "effective_to": from_day(row["effective_to"]),
        }
    )
