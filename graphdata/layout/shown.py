"""Places for what is on show under a filter: its actors are arranged by themselves, the hidden ones make way."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Final

from msgspec.structs import replace

from graphdata.arrangement import Arrangement
from graphdata.footprint import footprint
from graphdata.layout.placement import positions_of
from graphdata.network import Actor, Network, Relation
from graphdata.places import Place, Positions

APART: Final = 40.0  # points between what is on show and those that made way for it


def positions_of_shown(
    network: Network,
    actors: Sequence[Actor],
    relations: Sequence[Relation],
    wanted: Arrangement,
    places: Mapping[str, Place],
    *,
    aspect: float = 1.6,
    pins: Mapping[str, Place] | None = None,
    previous: Mapping[str, Place] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Positions:
    """Return a place for every actor that is drawn: those on show arranged as if there were no others.

    The others keep the places they have, but for a gap that opens among them: so nothing lies over anything once the
    filter is dropped. Pins hold wherever they are.
    """
    if not actors or len(relations) == len(network.relations):
        return positions_of(network, wanted, aspect=aspect, pins=pins, previous=previous, progress=progress)
    part = replace(network, actors=tuple(actors), relations=tuple(relations))
    shown = positions_of(
        part, wanted, aspect=aspect, pins=pins, previous=previous, progress=progress, sized_by=network.degree
    )
    known = places if all(actor.id in places for actor in network.drawn) else positions_of(network, aspect=aspect)
    hidden = {actor.id: known[actor.id] for actor in network.drawn if actor.id not in shown}
    held = {key: place for key, place in (pins or {}).items() if key in hidden}
    return {**making_way(network, hidden, shown), **held, **shown}


def making_way(network: Network, hidden: Positions, shown: Positions) -> Positions:
    """Return the places of hidden actors, moved aside to the left and to the right of those on show."""
    begins = min(left for left, _ in _edges(network, shown).values())
    ends = max(right for _, right in _edges(network, shown).values())
    middle = (begins + ends) / 2.0
    edges = _edges(network, hidden)
    left = {key for key, (x, _) in hidden.items() if x < middle}
    to_left = begins - APART - max((edges[key][1] for key in left), default=0.0)
    to_right = ends + APART - min((edges[key][0] for key in hidden.keys() - left), default=0.0)
    return {key: (x + (to_left if key in left else to_right), y) for key, (x, y) in hidden.items()}


def _edges(network: Network, places: Positions) -> dict[str, tuple[float, float]]:
    """Return how far the room of each actor reaches to the left and to the right."""
    wide = {key: footprint(network.actor[key], network.degree[key])[0] for key in places}
    return {key: (x - wide[key] / 2.0, x + wide[key] / 2.0) for key, (x, _) in places.items()}
