"""Contestants in processes of their own: a line to one begins a round, its answer is a line."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from types import MappingProxyType
from typing import IO


def start(*command: str, more: Mapping[str, str] = MappingProxyType({})) -> subprocess.Popen[str]:
    """A contestant's process; `more` goes into its environment."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, **more},
    )


def ask(runner: subprocess.Popen[str], line: str = "") -> None:
    """Let it begin."""
    if runner.stdin is None:
        raise RuntimeError("the contestant takes no input")
    runner.stdin.write(line + "\n")
    runner.stdin.flush()


def answer(runner: subprocess.Popen[str]) -> str:
    """What it says when it is done."""
    answers: IO[str] | None = runner.stdout
    if answers is None:
        raise RuntimeError("the contestant gives no output")
    return answers.readline()


def end(runner: subprocess.Popen[str]) -> None:
    """Stop it."""
    runner.terminate()
    runner.wait()
