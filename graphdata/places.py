"""Where actors are on the map: points with y downwards, the middle of an actor's outline."""

from __future__ import annotations

Place = tuple[float, float]
Positions = dict[str, Place]
