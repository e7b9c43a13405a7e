"""What the ledger says, as figures: each report folds entries and keeps no sum of its own."""
