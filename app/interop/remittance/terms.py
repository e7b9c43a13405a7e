"""What a trust can change about payment files without a programmer (resources/payments.toml)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from app.core.wording import Say, said

Headings = Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class PaymentTerms:
    """Headings and words of payment files, their limits, and the words of the waiting list."""

    bank: Headings
    card: Headings
    govuk: Headings
    words: Mapping[str, frozenset[str]]
    methods: Mapping[str, tuple[str, ...]]
    most_bytes: int
    most_rows: int
    near_days: int
    reasons: Mapping[str, str]
    matched_by: Mapping[str, str]
    formats: Mapping[str, str]
    from_finance: str  # what the text of a payment told by finance begins with, as it is kept

    def in_words_of(self, tr: Say) -> PaymentTerms:
        """The same in another language; headings and words of files stay as the files have them."""
        return replace(
            self,
            reasons=said(self.reasons, tr),
            matched_by=said(self.matched_by, tr),
            formats=said(self.formats, tr),
        )
