"""Finding a place for every actor, as a task that can run beside the window and be called off."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.network import Network
from graphdata.places import Positions

if TYPE_CHECKING:
    from graphdata.view import View

Progress = Callable[[float], None]
ASPECT: Final = 1.6  # width to height of a map that is made for no page or window of its own


def placed(network: Network, positions: Positions) -> Positions:
    """Return places for every actor that is drawn: those there are, and new ones beside them for the others."""
    if all(actor.id in positions for actor in network.drawn):
        return positions
    return arranged(network, CLUSTERS, None, positions, positions)


def arranged_on_show(
    view: View,
    wanted: Arrangement,
    places: Positions,
    progress: Progress | None = None,
    previous: Positions | None = None,
    pins: Positions | None = None,
    aspect: float = ASPECT,
) -> Positions:
    """Return places for every actor, arranged for those on show, given where all are; progress may raise to stop it."""
    from graphdata.layout.shown import positions_of_shown

    shown = (view.network, view.actors, view.relations)
    return positions_of_shown(*shown, wanted, places, aspect=aspect, pins=pins, previous=previous, progress=progress)


def arranged(
    network: Network,
    wanted: Arrangement,
    progress: Progress | None = None,
    previous: Positions | None = None,
    pins: Positions | None = None,
    aspect: float = ASPECT,
) -> Positions:
    """Return places for every actor; the progress function may raise to stop the layout."""
    from graphdata.layout.placement import positions_of  # numpy's slower half: not needed where a pack brings places

    return positions_of(network, wanted, aspect=aspect, pins=pins, previous=previous, progress=progress)
