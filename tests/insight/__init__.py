"""Tests of app/insight."""
