"""Prices, factors, the uplift and estimates."""
