"""Where the arrow keys go in a crowd, and who stands next to whom; the rules are those of graphdata.ego."""

from __future__ import annotations

from typing import Final

import numpy as np

from graphdata.crowd.crowd import Crowd, Ints
from graphdata.ego import AHEAD, NEIGHBOUR_COST, SIDEWAYS_COST, Heading

NAMED: Final = 40  # neighbours that are read out


def neighbours(crowd: Crowd, actor: int) -> Ints:
    """Return the actors at the other ends of an actor's lines, the most important line first, each once."""
    ends = crowd.strands.ends[crowd.lines_of(actor)]
    others = np.where(ends[:, 0] == actor, ends[:, 1], ends[:, 0])
    return np.array(list(dict.fromkeys(others.tolist())), dtype=np.int64)


def next_row(crowd: Crowd, actor: int, heading: Heading) -> int | None:
    """Return the actor an arrow key goes to, or nothing where none lies ahead."""
    across, down = (crowd.places - crowd.places[actor]).T
    ahead_x, ahead_y = AHEAD[heading]
    ahead = across * ahead_x + down * ahead_y
    aside = np.abs(across * ahead_y) + np.abs(down * ahead_x)
    cost = np.where(ahead > 0.0, np.hypot(ahead, SIDEWAYS_COST * aside), np.inf)
    cost[neighbours(crowd, actor)] *= NEIGHBOUR_COST
    best = int(np.argmin(cost))
    return best if np.isfinite(cost[best]) else None
