"""Step 13: the two indexes that reports fold over, each holding all a fold reads.

Aged debt reads an invoice's entries one after the other and its due day beside them, and never
the rows themselves, whose documents are large. No balance is kept: a sum beside the entries could
drift.
"""

from __future__ import annotations

STATEMENTS: tuple[str, ...] = (
    """CREATE INDEX entries_to_fold ON entries
       (account, doc_no, on_date, debit_pence, credit_pence, recognised_on)""",
    "CREATE INDEX invoices_to_fold ON invoices (doc_no, due_on, issued_on, customer_ref)",
)
