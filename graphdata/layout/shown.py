"""Places for what is on show under a filter: its actors are arranged among themselves, the hidden ones round them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from msgspec.structs import replace

from graphdata.arrangement import Arrangement
from graphdata.bulk import no_one, part_of
from graphdata.layout.placement import positions_of
from graphdata.network import Actor, Network, Relation
from graphdata.places import Place, Positions


def positions_of_shown(
    network: Network,
    actors: Sequence[Actor],
    relations: Sequence[Relation],
    wanted: Arrangement,
    *,
    aspect: float = 1.6,
    pins: Mapping[str, Place] | None = None,
    previous: Mapping[str, Place] | None = None,
    progress: Callable[[float], None] | None = None,
) -> Positions:
    """Return a place for every actor that is drawn: those on show as if there were no others, which find room beside.

    So an arrangement is of what it is asked for, and nothing lies over anything once the filter is dropped.
    """
    held, told = dict(pins or {}), progress or no_one
    if actors and len(relations) < len(network.relations):
        part = replace(network, actors=tuple(actors), relations=tuple(relations))
        half, sizes = part_of(told, 0.0, 0.5), network.degree
        first = positions_of(part, wanted, aspect=aspect, pins=pins, previous=previous, progress=half, sized_by=sizes)
        held, previous, told = {**held, **first}, None, part_of(told, 0.5, 1.0)
    return positions_of(network, wanted, aspect=aspect, pins=held, previous=previous, progress=told)
