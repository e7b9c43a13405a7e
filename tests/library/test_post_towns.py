"""The list of post towns that is shipped (resources/places/SOURCES.md says whence)."""

from __future__ import annotations

import csv
import re

import pytest

from app.core.people import clean_line
from app.core.post_towns import town_key
from app.library import resource
from app.library.post_towns import load_post_towns

TOWNS = load_post_towns()


@pytest.mark.parametrize(
    ("postcode", "towns"),
    [
        ("LS9 7TF", ("Leeds",)),  # St James's
        ("SW1A 2AA", ("London",)),
        ("NE1 4LP", ("Newcastle upon Tyne",)),
        ("EH14 1DJ", ("Balerno", "Currie", "Edinburgh", "Juniper Green")),
        ("GL17 0AA", ("Drybrook", "Longhope", "Lydbrook", "Mitcheldean", "Ruardean")),
        ("BT29 4AB", ("Belfast", "Crumlin")),
        ("JE2 3QS", ("Jersey",)),
        ("S99 2AA", ("Sheffield",)),  # boxes and large users
        ("ZZ99 3VZ", ()),
    ],
)
def test_a_postcode_has_its_post_towns(postcode: str, towns: tuple[str, ...]) -> None:
    assert TOWNS.of(postcode) == towns


def test_every_row_is_a_town_once_in_order_with_districts_as_postcodes_have_them() -> None:
    text = resource("places", "post_towns.csv").read_text(encoding="utf-8")
    rows = list(csv.DictReader(text.splitlines()))
    names = [row["post_town"] for row in rows]
    assert len(names) == len({town_key(name) for name in names}) == 1481
    assert names == sorted(names, key=str.casefold)
    for row in rows:
        assert clean_line(row["post_town"], "town") == row["post_town"]
        for part in row["districts"].split():
            assert re.fullmatch(r"[A-Z]{1,2}[0-9]{1,2}(-[0-9]{1,2}|[A-Z])?", part), row


def test_no_more_than_eight_towns_share_a_district_and_each_is_found_by_its_name() -> None:
    for name in ("Leeds", "King's Lynn", "Y Felinheli", "St Neots", "Bo'ness"):
        assert name in TOWNS.like(name.lower().replace("'", ""))
