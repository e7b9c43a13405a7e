"""Accepted rows in the shape of a trust's own ledger, by a mapping that is read and not coded."""
