"""Whatever hangs on a case or a patient goes with it, or keeps it: no table is forgotten."""

from __future__ import annotations

from app.store import local_parts, migration_0030_emergencies, needed_here
from app.store.database import in_memory
from app.store.migration_0028_whole_cases import OWN_OF_A_CASE
from app.store.migrations import STORE
from app.store.replicated import KINDS

# The case or the patient stays while one of these has a row of theirs; or it is kept up by itself.
KEEPS = {"invoices", "customers", "patient_merges"}
# Of step 28, without what travels since step 30 and with what came then.
OWN = {*OWN_OF_A_CASE, "emergency_looked_elsewhere"} - set(migration_0030_emergencies.TRAVELS)
FOLLOWS = {"patient_name_ways", "patient_aliases", "shared_nhs_numbers", "queue_facts"}


def test_every_table_that_rests_on_a_case_or_a_patient_goes_with_it_or_keeps_it() -> None:
    travels = {table.name for kind in KINDS.values() for table in kind.tables}
    travels |= {row.name for kind in KINDS.values() for row in kind.rows}
    with in_memory(STORE) as db:
        resting = {
            row[0]
            for row in db.each(
                "SELECT t.name FROM sqlite_master t, pragma_foreign_key_list(t.name) f "
                "WHERE t.type = 'table' AND f.[table] IN ('registrations', 'patients')"
            )
        }
    assert resting >= KEEPS | FOLLOWS
    assert resting - travels - KEEPS - FOLLOWS - OWN == set()


def test_what_is_a_machines_own_of_a_case_is_named_where_it_goes() -> None:
    said = " ".join(local_parts._TAKE_AWAY)
    assert all(f"FROM {table} " in said for table in OWN)
    assert all(one in needed_here._RESTS_ON_CASE for one in ("invoices", "customers"))
