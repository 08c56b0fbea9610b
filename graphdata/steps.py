"""Work in steps of a millisecond or two: generators that yield between them, and return what they have made.

A window that takes such a step between two looks at its events stays awake; who has no window takes them all at once.
"""

from __future__ import annotations

from collections.abc import Callable, Generator
from functools import wraps
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Made = TypeVar("Made")
Steps = Generator[None, None, Made]


def at_once(steps: Generator[None, None, Made]) -> Made:
    """Return what is made in steps, without a pause."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            made: Made = end.value
            return made


def unpaused(stepwise: Callable[Given, Generator[None, None, Made]]) -> Callable[Given, Made]:
    """Return the function that makes without a pause what another one makes in steps."""

    @wraps(stepwise)
    def made(*args: Given.args, **kwargs: Given.kwargs) -> Made:
        return at_once(stepwise(*args, **kwargs))

    return made
