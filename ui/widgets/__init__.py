"""The parts screens are built from; `ui/theme.py` says how they look."""
