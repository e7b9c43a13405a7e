"""Formats of others, read into plain values: pure, with no files and no store behind them."""
