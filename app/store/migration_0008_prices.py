"""Step 8: the trust's own prices: accepted lists with their rows, single prices, factors.

All are only ever added to. A list stays for the estimates and bills made with it; a single price
or factor entered later counts from then on, and one without an amount ends what stood before.
"""

from __future__ import annotations

from app.store.checks import append_only, day, flag, moment, one_of

_LISTS = (
    f"""CREATE TABLE price_lists (
        list_id TEXT PRIMARY KEY,
        seq INTEGER NOT NULL UNIQUE CHECK (seq >= 1),
        kind TEXT NOT NULL {one_of("kind", "edition", "factors", "local", "guide")},
        tariff_year TEXT NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
        published_on TEXT NOT NULL {day("published_on")},
        effective_from TEXT NOT NULL {day("effective_from")},
        effective_to TEXT {day("effective_to")},
        publisher TEXT NOT NULL CHECK (publisher <> ''),
        file_sha256 TEXT NOT NULL CHECK (length(file_sha256) = 64),
        content_sha256 TEXT NOT NULL CHECK (length(content_sha256) = 64),
        row_count INTEGER NOT NULL CHECK (row_count >= 1),
        squeezed BLOB NOT NULL,
        accepted_by TEXT NOT NULL,
        accepted_at TEXT NOT NULL {moment("accepted_at")},
        CHECK (effective_to IS NULL OR effective_from <= effective_to),
        CHECK ((tariff_year <> '') = (kind IN ('edition', 'factors')))
    ) STRICT""",
    "CREATE UNIQUE INDEX price_lists_by_name ON price_lists (kind, tariff_year, name)",
)
_SINGLE = (
    f"""CREATE TABLE own_prices (
        seq INTEGER PRIMARY KEY,
        source TEXT NOT NULL {one_of("source", "local", "guide price")},
        kind TEXT NOT NULL CHECK (kind <> ''),
        code TEXT NOT NULL,
        name TEXT NOT NULL CHECK (name <> ''),
        unit TEXT NOT NULL,
        price_pence INTEGER CHECK (price_pence BETWEEN 0 AND 20000000),
        factor_applies INTEGER NOT NULL {flag("factor_applies")},
        effective_from TEXT NOT NULL {day("effective_from")},
        effective_to TEXT {day("effective_to")},
        entered_by TEXT NOT NULL,
        entered_at TEXT NOT NULL {moment("entered_at")},
        CHECK (effective_to IS NULL OR effective_from <= effective_to)
    ) STRICT""",
    f"""CREATE TABLE own_factors (
        seq INTEGER PRIMARY KEY,
        tariff_year TEXT NOT NULL CHECK (tariff_year <> ''),
        provider TEXT NOT NULL CHECK (provider <> ''),
        factor TEXT NOT NULL CHECK (factor GLOB '[0-2].[0-9][0-9][0-9][0-9][0-9][0-9]'),
        entered_by TEXT NOT NULL,
        entered_at TEXT NOT NULL {moment("entered_at")}
    ) STRICT""",
)

STATEMENTS: tuple[str, ...] = (
    *_LISTS,
    *_SINGLE,
    *append_only("price_lists"),
    *append_only("own_prices"),
    *append_only("own_factors"),
)
