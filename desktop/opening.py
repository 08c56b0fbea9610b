"""Opening a network: reading it and finding a place for every actor, as one task that can run beside the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from graphdata.arrangement import CLUSTERS, Arrangement
from graphdata.bulk import LARGE, Told, no_one, part_of
from graphdata.collector import keep_from_collector, without_collector
from graphdata.network import Network
from graphdata.places import Positions
from graphdata.storage.files import PACK_SUFFIX, TABLE_SUFFIXES, VIEW_SUFFIXES

if TYPE_CHECKING:
    from graphdata.questions.baseline import Baseline
    from graphdata.view import View

Progress = Callable[[float], None]
Known = Callable[[str], Positions]  # the places that are known of a dataset, by its id
LARGE_PACK: Final = 1024 * 1024  # bytes; the shipped network has a tenth of that
LARGE_FOLDER: Final = 1000  # dossiers
HEAD: Final = "network.toml"
ORDERED: Final = ("giver", "receiver", "kind", "summary")  # columns of words, which are slow to put in order
ASPECT: Final = 1.6  # width to height of a map that is made for no page or window of its own


def no_places(_dataset: str) -> Positions:
    """Return that no places of a dataset are known."""
    return {}


class Opened(NamedTuple):
    """A network with the places of its actors, and where it came from."""

    network: Network
    positions: Positions
    path: str


def is_picture(path: Path) -> bool:
    """Return whether a path names a file that may carry views, as pictures and lists do, rather than a network."""
    return path.suffix.lower() in VIEW_SUFFIXES and not path.is_dir()


def is_table(path: Path) -> bool:
    """Return whether a path names a list of claims, of which a network can be made."""
    return path.suffix.lower() in TABLE_SUFFIXES and path.is_file()


def is_large(path: Path) -> bool:
    """Return whether a network is so large that a window should stand before it is read."""
    if path.is_dir():
        return sum(1 for _ in zip(path.glob("relations/*.toml"), range(LARGE_FOLDER), strict=False)) == LARGE_FOLDER
    return path.is_file() and path.stat().st_size > LARGE_PACK


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


def make_ready(network: Network, told: Told = no_one) -> None:
    """Work out what the first view, its panels and the first search need, and leave it with the network."""
    from graphdata.calling import called_of
    from graphdata.facts import relation_places
    from graphdata.filter import Filter
    from graphdata.offered import actors_named, source_labels, sources_named
    from graphdata.ordering import ranks_of
    from graphdata.search import texts_of
    from graphdata.search_index import index_of
    from graphdata.shown import first_shown, prepare
    from graphdata.view import view_of

    told(0.0)
    view_of(network, Filter())
    told(0.5)
    prepare(first_shown(network))
    for key in ORDERED:
        ranks_of(first_shown(network).view, key)
    for named in (actors_named, sources_named, source_labels, called_of, relation_places):
        named(network)
    _ = (network.claim, network.relation, network.claims_of_source, network.degree)
    told(0.7)
    index_of(network)
    told(0.9)
    texts_of(network)


def other_placed(path: Path, view: View, positions: Positions) -> tuple[Baseline, Positions]:
    """Return another network to compare a view with, and places for the actors of both; raises DatasetError."""
    from graphdata.questions.baseline import Baseline
    from graphdata.questions.comparing import joined
    from graphdata.storage.reading import read_network

    baseline = Baseline(other=read_network(path))
    return baseline, placed(joined(baseline.view(view), view), positions)


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
