"""What is owed, by whom, and what was paid: snapshots and entries, never edited. Pure."""
