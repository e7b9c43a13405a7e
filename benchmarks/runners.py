"""Contestants in processes of their own: a line to one begins a round, its answer is a line."""

from __future__ import annotations

import subprocess
from typing import IO


def start(*command: str) -> subprocess.Popen[str]:
    """A contestant's process."""
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


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
