"""Who is near whom: ego networks, an actor's neighbours, and the actor an arrow key walks to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from math import hypot
from typing import TYPE_CHECKING, Final, Literal

from graphdata.network import Relation

if TYPE_CHECKING:
    from graphdata.view import View

Heading = Literal["left", "right", "up", "down"]
Place = tuple[float, float]
AHEAD: Final[dict[Heading, Place]] = {"left": (-1.0, 0.0), "right": (1.0, 0.0), "up": (0.0, -1.0), "down": (0.0, 1.0)}
SIDEWAYS_COST: Final = 2.0  # a step aside counts this often beside a step ahead
NEIGHBOUR_COST: Final = 0.5  # a neighbour seems half as far as a stranger


def ego_network(relations: Iterable[Relation], centre: str, steps: int) -> set[str]:
    """Return the actors within so many steps of one, whichever way the relations point; the centre is among them."""
    pairs = [(relation.giver, relation.receiver) for relation in relations]
    reached = {centre}
    for _ in range(steps):
        fresh = {end for pair in pairs if not reached.isdisjoint(pair) for end in pair}
        if fresh <= reached:
            break
        reached |= fresh
    return reached


def neighbours(view: View, actor_id: str) -> tuple[str, ...]:
    """Return the actors on show that share a relation with one, most relations first, then by name."""
    giver, receiver = view.facts.fixed.giver, view.facts.fixed.receiver
    gives, takes = (each.among((actor_id,)) & (view.hiding == 0) for each in (giver, receiver))
    shared = Counter(receiver.words[code] for code in receiver.codes[gives].tolist())
    shared.update(giver.words[code] for code in giver.codes[takes & ~gives].tolist())
    names = {other: view.network.actor[other].label for other in shared if other in view.network.actor}
    return tuple(sorted(shared, key=lambda other: (-shared[other], names.get(other, ""), other)))


def next_actor(
    positions: Mapping[str, Place], current: str, heading: Heading, near: Collection[str] = frozenset()
) -> str | None:
    """Return the actor an arrow key goes to: ahead, close and little aside, neighbours first; y grows downwards."""
    if current not in positions:
        return min(positions, default=None)
    costs = {other: _cost(positions[current], place, heading, other in near) for other, place in positions.items()}
    ahead = [(cost, other) for other, cost in costs.items() if cost is not None and other != current]
    return min(ahead, default=(0.0, None))[1]


def _cost(start: Place, end: Place, heading: Heading, is_near: bool) -> float | None:
    """Return how far off a place seems to someone heading one way, or nothing where it does not lie ahead."""
    across, down = end[0] - start[0], end[1] - start[1]
    ahead_x, ahead_y = AHEAD[heading]
    ahead, aside = across * ahead_x + down * ahead_y, abs(across * ahead_y) + abs(down * ahead_x)
    if ahead <= 0.0:
        return None
    return hypot(ahead, SIDEWAYS_COST * aside) * (NEIGHBOUR_COST if is_near else 1.0)
