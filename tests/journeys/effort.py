"""What a task costs a person at the keyboard, by a keystroke-level model (ux.md 8).

0.28 s a key, 1.35 s a thought before each deliberate step, 3 s an answer spoken by the patient: the
model is Card, Moran and Newell's in the round figures of ux.md, which calls them general knowledge.
Nobody was timed: the figures compare layouts and promise no minutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import ParamSpec, TypeVar

from PySide6.QtCore import Qt

from tests.journeys.keyboard import Keyboard
from ui.main import Window

P = ParamSpec("P")
R = TypeVar("R")

A_KEY, A_THOUGHT, A_SPOKEN_ANSWER = 0.28, 1.35, 3.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Effort:
    """One task: keys that steer, letters of free text, thoughts, answers the patient spoke."""

    task: str
    keys: int
    letters: int
    thoughts: int
    spoken: int

    @property
    def seconds(self) -> float:
        """By the model."""
        typed = self.keys + self.letters
        return round(A_KEY * typed + A_THOUGHT * self.thoughts + A_SPOKEN_ANSWER * self.spoken, 1)


class Person(Keyboard):
    """Counts while they work: each call of a key, a letter or a walk with Tab is one thought."""

    def __init__(self, window: Window) -> None:
        super().__init__(window)
        self.letters = self.thoughts = self.spoken = 0
        self._within = False
        self.done: list[Effort] = []

    @contextmanager
    def at(self, task: str) -> Iterator[None]:
        """A task, from the first key to the last; one taken up again is counted on."""
        self.pressed = self.letters = self.thoughts = self.spoken = 0
        yield
        before = next((one for one in self.done if one.task == task), None)
        if before is not None:
            self.done.remove(before)
        self.done.append(
            Effort(
                task=task,
                keys=self.pressed - self.letters + (before.keys if before else 0),
                letters=self.letters + (before.letters if before else 0),
                thoughts=self.thoughts + (before.thoughts if before else 0),
                spoken=self.spoken + (before.spoken if before else 0),
            )
        )

    def hear(self, answers: int = 1) -> None:
        """The patient answers aloud: with a number, where there is a card."""
        self.spoken += answers

    def reach(self) -> None:
        """Reach for the reader: a thought, and no key of theirs."""
        self.thoughts += 1

    def press(self, *keys: Qt.Key | str) -> None:
        """Press keys; a text of several letters is free text."""
        self.letters += sum(len(key) for key in keys if isinstance(key, str) and len(key) > 1)
        self._think(super().press, *keys)

    def alt(self, letter: str) -> None:
        """A letter with Alt."""
        self._think(super().alt, letter)

    def pick(self, letter: str) -> None:
        """A letter in a list."""
        self._think(super().pick, letter)

    def ctrl(self, letter: str) -> None:
        """A key with Ctrl."""
        self._think(super().ctrl, letter)

    def tab_to(self, name: str) -> None:
        """A walk with Tab is one thought, however long it is."""
        self._think(super().tab_to, name)

    def arrow_to(self, name: str) -> None:
        """So is one with the arrows."""
        self._think(super().arrow_to, name)

    def answer(self, words: str) -> None:
        """The number beside an answer."""
        self._think(super().answer, words)

    def _think(self, act: Callable[P, R], *args: P.args, **kwargs: P.kwargs) -> R:
        """Count one thought for the outermost act; those inside belong to it."""
        outer = not self._within
        self.thoughts += outer
        self._within = True
        try:
            return act(*args, **kwargs)
        finally:
            self._within = not outer
