"""What is known beside the prices: the rules, people's own words, the names of specialties."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.pricing.lay_words import NO_LAY_WORDS, LayWords
from app.pricing.rules import NO_RULES, PriceRules

_SUBCHAPTER = 2  # letters of an HRG code


# No slots: a guide is one object shared by every shelf, compared by being the same.
@dataclass(frozen=True, eq=False)
class PricingGuide:
    """Read once; the same for every list."""

    rules: PriceRules = NO_RULES
    lay_words: LayWords = NO_LAY_WORDS
    subchapters: Mapping[str, str] = field(default_factory=dict)
    treatment_functions: Mapping[str, str] = field(default_factory=dict)

    def specialty_name(self, specialty: str) -> str:
        """The name of a subchapter (HN) or treatment function (110); the code where unknown."""
        names = self.subchapters if specialty.isalpha() else self.treatment_functions
        return names.get(specialty, specialty)

    def specialty_of_code(self, code: str) -> str:
        """The name of the subchapter an HRG lies in, empty where it is none."""
        return self.subchapters.get(code[:_SUBCHAPTER], "")


NO_GUIDE = PricingGuide()
