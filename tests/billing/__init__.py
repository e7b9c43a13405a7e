"""Invoices, credit notes, references, receipts and entries."""
