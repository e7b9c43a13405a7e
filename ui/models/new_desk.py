"""What setting up a desk asks for."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class NewDesk:
    """What setting up a desk asks for, as typed."""

    trust_name: str
    provider_code: str
    desk: str
    device: str
    passphrase: str
    passphrase_again: str
    name: str
    display_name: str
    password: str
