"""How table rows are painted."""
