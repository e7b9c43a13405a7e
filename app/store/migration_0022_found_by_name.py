"""Step 22: the index of names holds all that a search shows, so that no record is read for it.

Twenty patients at each letter typed: from the index alone they are twenty rows side by side, from
the table twenty pages far apart. What the search shows is `patient_search._SHOWN`; a column that is
not here costs that, so what is shown and what is kept here belong together.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    "DROP INDEX patients_by_name",
    """CREATE INDEX patients_by_name ON patients (
        family_key, given_key, born,
        patient_id, family_name, given_names, title, died, nhs_number, postcode)""",
)
