"""Addresses of shares on servers: read, written, and never with a password in them."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.core.errors import BadInput
from app.spool.share import check_share, open_share
from app.spool.smb_address import SmbAddress, smb_address

_WORDS = st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters='\\/:*?"<>|;[]=,+'),
    min_size=1,
    max_size=20,
).filter(lambda text: text.strip(". ") != "")
_HOSTS = st.from_regex(r"[a-z0-9]{1,20}(\.[a-z]{2,5})?", fullmatch=True) | st.just("fe80::1")


def test_an_address_names_account_server_share_and_folder() -> None:
    found = smb_address("smb://RXX;desk%201@files.rxx.nhs.uk:4455/Finance/Over%20seas/in/")
    assert found == SmbAddress(
        domain="RXX",
        user="desk 1",
        host="files.rxx.nhs.uk",
        port=4455,
        share="Finance",
        folder=("Over seas", "in"),
    )
    assert found.account == "RXX\\desk 1"
    assert found.unc == r"\\files.rxx.nhs.uk\Finance"
    assert found.path("A.csv") == r"Over seas\in\A.csv"
    assert found.path() == r"Over seas\in"
    assert str(found) == "smb://RXX;desk%201@files.rxx.nhs.uk:4455/Finance/Over%20seas/in"


def test_the_port_is_that_of_the_protocol_and_the_domain_may_be_left_out() -> None:
    found = smb_address("SMB://me%40rxx.nhs.uk@files/finance")
    assert (found.port, found.domain, found.account) == (445, "", "me@rxx.nhs.uk")
    assert found.path("A.csv") == "A.csv"
    assert str(found) == "smb://me%40rxx.nhs.uk@files/finance"


@given(
    st.builds(
        SmbAddress,
        user=_WORDS,
        host=_HOSTS,
        share=_WORDS,
        folder=st.lists(_WORDS, max_size=3).map(tuple),
        domain=st.just("") | _WORDS,
        port=st.integers(1, 65_535),
    )
)
def test_an_address_written_down_is_read_as_itself(address: SmbAddress) -> None:
    assert smb_address(str(address)) == address


@given(st.text(max_size=60))
def test_whatever_is_typed_is_an_address_or_a_sentence(text: str) -> None:
    with suppress(BadInput):
        assert smb_address(f"smb://{text}").user


@pytest.mark.parametrize(
    ("url", "what"),
    [
        ("smb://me:hunter2@files/finance", "Leave the password out"),
        ("smb://RXX;me:hunter2@files/finance", "Leave the password out"),
        ("smb://me:@files/finance", "Leave the password out"),
        ("smb://files/finance", "account"),
        ("smb://@files/finance", "account"),
        ("smb://a;b;c@files/finance", "account"),
        ("smb://me@/finance", "server is missing"),
        ("smb://me@files", "share is missing"),
        ("smb://me@files/", "share is missing"),
        ("smb://me@files:port/finance", "port is a number"),
        ("smb://me@files:0/finance", "server is missing"),
        ("smb://me@files:70000/finance", "port is a number"),
        ("smb://me@files/finance/../secret", "names no folder"),
        ("smb://me@files/fin%5Cance", "names no folder"),
        ("smb://me@files/fin%2Fance", "names no folder"),
        ("smb://me@files/finance/%00", "names no folder"),
        ("smb://me@files/finance?x=1", "%3F"),
    ],
)
def test_another_address_is_refused_with_what_to_do_and_without_a_secret(
    url: str, what: str
) -> None:
    for opening in (open_share, check_share):
        with pytest.raises(BadInput) as refused:
            opening(url)
        assert refused.value.code == "bad_share"
        assert what in refused.value.message
        assert "hunter2" not in refused.value.message
