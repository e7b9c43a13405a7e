"""The shelf of the share: how long is waited, and when something is tried again."""

from __future__ import annotations

import tomllib
from datetime import timedelta
from functools import cache

from app.library import resource
from app.spool.terms import ShareTerms, WatchTerms


@cache
def load_share_terms() -> ShareTerms:
    """The times of resources/share.toml."""
    table = tomllib.loads(resource("share.toml").read_text(encoding="utf-8"))
    return ShareTerms(
        deadline=table["deadline_seconds"],
        idle=table["idle_seconds"],
        part_age=timedelta(hours=table["part_hours"]),
        first_wait=table["first_wait_seconds"],
        longest_wait=table["longest_wait_seconds"],
        growth=table["growth"],
        spread=table["spread"],
        sign_in_wait=table["sign_in_wait_seconds"],
        every=table["every_seconds"],
        after_work=table["after_work_seconds"],
    )


@cache
def load_watch_terms() -> WatchTerms:
    """How often finance's side looks."""
    table = tomllib.loads(resource("share.toml").read_text(encoding="utf-8"))
    return WatchTerms(every=table["watch_every_seconds"], glance=table["watch_glance_seconds"])
