"""What is wrong with a dataset, said to the person who has to mend it: place, finding, remedy."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

import msgspec

Severity = Literal["error", "warning"]


class Problem(msgspec.Struct, frozen=True, order=True):
    """One finding: where it is, what is wrong there, and what to do about it."""

    place: str
    message: str
    remedy: str
    rule: str
    severity: Severity = "error"
    accepted: str = ""

    def __str__(self) -> str:
        """Return the finding as one line for a terminal or a log."""
        tail = f" Accepted: {self.accepted}" if self.accepted else ""
        return f"{self.severity}: {self.place}: {self.message} {self.remedy}".rstrip() + f" [{self.rule}]{tail}"


class EntenteError(Exception):
    """The base of every error that a user is told in words."""


class DatasetError(EntenteError):
    """A network could not be read; carries every problem that was found, not the first alone."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems in the order of their places."""
        self.problems: tuple[Problem, ...] = tuple(sorted(problems))
        super().__init__("\n".join(str(problem) for problem in self.problems))


def errors_in(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Return the problems that forbid opening the network."""
    return tuple(problem for problem in problems if problem.severity == "error")
