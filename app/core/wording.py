"""Words that come as data and that a window may say in another language."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TypeVar

Say = Callable[[str], str]  # a text in the language spoken, its places still unfilled
K = TypeVar("K")


def said(words: Mapping[K, str], tr: Say) -> dict[K, str]:
    """The same list in another language: each text as `tr` says it, under its own code."""
    return {code: tr(text) for code, text in words.items()}
