"""Opening a network: reading it and finding a place for every actor, as one task that can run beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from desktop.arranging import Progress, arranged, placed
from desktop.readying import make_ready
from graphdata.arrangement import CLUSTERS
from graphdata.bulk import LARGE, no_one, part_of
from graphdata.collector import keep_from_collector, without_collector
from graphdata.network import Network
from graphdata.places import Positions
from graphdata.storage.files import PACK_SUFFIX

if TYPE_CHECKING:
    from graphdata.questions.baseline import Baseline
    from graphdata.view import View

Known = Callable[[str], Positions]  # the places that are known of a dataset, by its id
HEAD: Final = "network.toml"


def no_places(_dataset: str) -> Positions:
    """Return that no places of a dataset are known."""
    return {}


class Opened(NamedTuple):
    """A network with the places of its actors, and where it came from."""

    network: Network
    positions: Positions
    path: str


def opened(path: Path, progress: Progress | None = None, known: Known = no_places) -> Opened:
    """Return what a path holds; a pack may bring its places, else those known of the dataset are taken.

    Who has none is laid out. The first file of a folder of dossiers stands for the folder. Raises DatasetError.
    """
    from graphdata.storage.reading import read_network

    told = progress or no_one
    path = path.parent if path.name == HEAD and path.is_file() else path
    with without_collector():
        network = read_network(path, part_of(told, 0.0, 0.4))
        places = places_in(path, network, progress and part_of(told, 0.4, 0.6), known)
        if len(network.relations) >= LARGE:
            make_ready(network, part_of(told, 0.6, 1.0))
            keep_from_collector()
    return Opened(network, places, str(path))


def places_in(path: Path, network: Network, progress: Progress | None = None, known: Known = no_places) -> Positions:
    """Return the places of the actors of a network read from a path: those that its pack brings, known or new ones."""
    from graphdata.storage.pack import positions_in_pack

    places = positions_in_pack(path) if path.suffix == PACK_SUFFIX else {}
    if set(places) == {actor.id for actor in network.drawn}:
        return places
    found = known(network.id)
    drawn = [actor.id for actor in network.drawn]
    there = {key: found[key] for key in drawn if key in found}
    return placed(network, there) if there else arranged(network, CLUSTERS, progress)


def other_placed(path: Path, view: View, positions: Positions) -> tuple[Baseline, Positions]:
    """Return another network to compare a view with, and places for the actors of both; raises DatasetError."""
    from graphdata.questions.baseline import Baseline
    from graphdata.questions.comparing import joined
    from graphdata.storage.reading import read_network

    baseline = Baseline(other=read_network(path))
    return baseline, placed(joined(baseline.view(view), view), positions)
