"""Opening a network: reading it and finding a place for every actor, as one task that can run beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from graphdata.network import Network
from graphdata.places import Positions
from graphdata.storage.files import PACK_SUFFIX, VIEW_SUFFIXES
from graphdata.storage.pack import positions_in_pack
from graphdata.storage.reading import read_network

if TYPE_CHECKING:
    from graphdata.layout.arrange import Mode

Progress = Callable[[float], None]


class Opened(NamedTuple):
    """A network with the places of its actors, and where it came from."""

    network: Network
    positions: Positions
    path: str


def is_picture(path: Path) -> bool:
    """Return whether a path names a file that may carry a view, rather than a network."""
    return path.suffix.lower() in VIEW_SUFFIXES and not path.is_dir()


def opened(path: Path, progress: Progress | None = None) -> Opened:
    """Return what a path holds; a pack may bring its places, anything else is laid out. Raises DatasetError."""
    network = read_network(path)
    places = positions_in_pack(path) if path.suffix == PACK_SUFFIX else {}
    if set(places) != {actor.id for actor in network.drawn}:
        places = arranged(network, "clusters", progress)
    return Opened(network, places, str(path))


def arranged(
    network: Network,
    mode: Mode,
    progress: Progress | None = None,
    previous: Positions | None = None,
    pins: Positions | None = None,
) -> Positions:
    """Return places for every actor; the progress function may raise to stop the layout."""
    from graphdata.layout.placement import positions_of  # numpy's slower half: not needed where a pack brings places

    def cancelled() -> bool:
        if progress:
            progress(0.5)
        return False

    return positions_of(network, mode, pins=pins, previous=previous, cancelled=cancelled)
