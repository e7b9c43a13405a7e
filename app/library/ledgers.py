"""The shelf of ledger mappings, and a trust's own mapping file."""

from __future__ import annotations

import tomllib
from pathlib import Path

from app.billing.ledger_files.mapping import LedgerMapping
from app.billing.ledger_files.reading import read_mapping
from app.core.errors import BadInput
from app.core.wording import Phrase, listed
from app.library import resource
from app.library.sources import read_file

LARGEST_MAPPING = 1 << 20
SUFFIX = ".toml"


def mapping_names() -> tuple[str, ...]:
    """The mappings that come with the program."""
    return tuple(sorted(path.stem for path in resource("ledgers").glob(f"*{SUFFIX}")))


def load_mapping(named: str) -> LedgerMapping:
    """A mapping by its name on the shelf, or by the name of a file that ends in `.toml`.

    Raises BadInput `bad_mapping` or `bad_file`, NotFound.
    """
    if named in mapping_names():
        return _read(named, resource("ledgers", f"{named}{SUFFIX}").read_bytes())
    if not named.endswith(SUFFIX):
        raise BadInput(
            "unknown_mapping",
            Phrase(
                "There is no mapping “{named}”. Name one of {names}, or a file that ends in .toml.",
                named=named,
                names=listed(mapping_names()),
            ),
            "mapping",
        )
    data = read_file(Path(named), most=LARGEST_MAPPING)
    if len(data) > LARGEST_MAPPING:
        raise BadInput(
            "bad_mapping", Phrase("{named} is too large to be a mapping.", named=named), "mapping"
        )
    return _read(Path(named).stem, data)


def _read(name: str, data: bytes) -> LedgerMapping:
    try:
        table = tomllib.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as odd:  # TOML of no form, or brackets without end
        raise BadInput(
            "bad_mapping",
            Phrase(
                "The mapping {name} is not sound TOML: {odd}. Correct that line.",
                name=name,
                odd=odd,
            ),
            "mapping",
        ) from None
    return read_mapping(name, table)
