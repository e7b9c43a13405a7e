"""Recoup: find, decide, price and account for chargeable overseas visitors, with no window."""
