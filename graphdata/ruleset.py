"""The published rules of confidence as data: levels, flags, thresholds, and the cut through which a network is judged.

The thresholds are editorial choices. They are printed with every export, so they live here and nowhere in the code.
"""

from __future__ import annotations

from enum import IntEnum
from typing import Final

import msgspec

SINGLE_ORIGIN: Final = "SINGLE_ORIGIN"
ORIGINAL_NOT_READ: Final = "ORIGINAL_NOT_READ"
STRENGTHENED: Final = "STRENGTHENED_IN_TRANSMISSION"
CIRCULAR: Final = "CIRCULAR"
CONTESTED: Final = "CONTESTED"
DISPUTED_WEAKLY: Final = "DISPUTED_WEAKLY"
CONTRADICTED_BY_PRIMARY: Final = "CONTRADICTED_BY_PRIMARY"
OTHER_PERIOD: Final = "OPPOSING_CLAIM_OTHER_PERIOD"
DATED: Final = "DATED"
QUALIFIED: Final = "QUALIFIED"
ASSESSED_ONLY: Final = "ASSESSED_ONLY"

FLAGS: Final[dict[str, str]] = {
    SINGLE_ORIGIN: "Single origin",
    ORIGINAL_NOT_READ: "Original not read",
    STRENGTHENED: "Wording strengthened in transmission",
    CIRCULAR: "Documents cite one another in a circle",
    CONTESTED: "Contested",
    DISPUTED_WEAKLY: "Disputed, weakly",
    CONTRADICTED_BY_PRIMARY: "Contradicted by a primary item",
    OTHER_PERIOD: "Opposing claim speaks of another period",
    DATED: "Dated",
    QUALIFIED: "Qualified",
    ASSESSED_ONLY: "Rests on judgement only",
}


class Level(IntEnum):
    """Confidence that an aspect is so: ordinal, never a sum or a probability."""

    NONE = 0
    LOW = 1
    MODERATE = 2
    HIGH = 3

    @property
    def label(self) -> str:
        """The word that a reader sees."""
        return self.name.capitalize()


class Ruleset(msgspec.Struct, frozen=True):
    """The thresholds of one version of the rules."""

    version: str
    solid_letters: str
    solid_digit: int
    strong_letters: str
    strong_digit: int
    primary_letters: str
    high_classes: int
    high_blocs: int
    high_strong: int
    moderate_solid: int
    moderate_strong: int
    confirmed_digit: int
    possible_digit: int
    horizon_months: int
    most_steps: int
    unattributed_is_news: bool

    def is_solid(self, letter: str, digit: int) -> bool:
        """Return whether a grade is good enough to count."""
        return letter in self.solid_letters and digit <= self.solid_digit

    def is_strong(self, letter: str, digit: int) -> bool:
        """Return whether a grade is good enough to carry a level alone."""
        return letter in self.strong_letters and digit <= self.strong_digit


RULESET_1: Final = Ruleset(
    version="1",
    solid_letters="ABC",
    solid_digit=3,
    strong_letters="AB",
    strong_digit=2,
    primary_letters="AB",
    high_classes=2,
    high_blocs=2,
    high_strong=1,
    moderate_solid=2,
    moderate_strong=1,
    confirmed_digit=2,
    possible_digit=3,
    horizon_months=24,
    most_steps=2,
    unattributed_is_news=True,
)
RULESETS: Final[dict[str, Ruleset]] = {RULESET_1.version: RULESET_1}


class Cut(msgspec.Struct, frozen=True):
    """What is left in view: as of a date, as known by a date, up to a marking, without what is struck out."""

    as_of: str = ""
    known_by: str = ""
    ceiling: str = ""
    struck: frozenset[str] = frozenset()


class Override(msgspec.Struct, frozen=True):
    """Another level that the analyst assigns to a relation, with the reason; the computed one is kept beside it."""

    level: Level
    reason: str
