"""Measurements against named peers: each contestant in a process of its own, results compared."""
