"""The made-up trust of the proofs."""

from __future__ import annotations

from tests.services.sealed_fixtures import clerk as clerk
from tests.services.sealed_fixtures import trust as trust
