"""When one slide holds more lines than an audience can follow: what to say, and which other decks to offer."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Literal, NamedTuple

from graphdata.parts import READ_AT_ONCE, by_actor, by_domain
from graphdata.rows import counted
from graphdata.ties import Tie
from graphdata.view import View

DeckKind = Literal["whole", "ego", "domain", "matrix", "picture"]
DECK_LABELS: Final[dict[DeckKind, str]] = {
    "whole": "One slide with all lines",
    "ego": "A slide for each of the most related actors, with its neighbours",
    "domain": "A slide for each domain",
    "matrix": "Who gives to whom as a table",
    "picture": "The map as one picture, with everything in the notes",
}


class Offer(NamedTuple):
    """Another way to show the same lines: its key, its words, and how many slides come before the annex."""

    key: DeckKind
    label: str
    slides: int

    @property
    def option(self) -> str:
        """What to add on the command line."""
        return f"--deck {self.key}"


class Crowding(NamedTuple):
    """What to tell of a slide with too many lines, and what to offer instead."""

    advice: str
    offers: tuple[Offer, ...]
    pairs: int = 0

    @property
    def in_words(self) -> str:
        """The advice for a terminal: a line for each offer, and one for fewer lines on the same slide."""
        said = [(each.option, each.label) for each in self.offers]
        if self.pairs:
            said.append(("--combine pairs", f"One line for each pair of actors ({self.pairs} lines)"))
        return "\n".join([self.advice, *(f"  {option:16}{label}" for option, label in said)])


def crowding_of(view: View, ties: Sequence[Tie]) -> Crowding | None:
    """Return what to say and to offer where there are too many lines for one slide, nothing where there are few."""
    if len(ties) <= READ_AT_ONCE:
        return None
    advice = f"{len(ties)} lines are on one slide; an audience can follow about {READ_AT_ONCE}. Instead:"
    pairs = len({frozenset((tie.giver, tie.receiver)) for tie in ties})
    return Crowding(advice, tuple(_offers(view, ties)), pairs if pairs < len(ties) else 0)


def _offers(view: View, ties: Sequence[Tie]) -> list[Offer]:
    """Return the offers, those by parts with their number of slides."""
    parts: dict[DeckKind, int] = {"ego": len(by_actor(view, ties)), "domain": len(by_domain(view, ties))}
    found = [
        Offer(key, f"{DECK_LABELS[key]} ({counted(n, 'slide', 'slides')})", n) for key, n in parts.items() if n > 1
    ]
    return [*found, *(Offer(key, DECK_LABELS[key], 1) for key in ("matrix", "picture"))]
