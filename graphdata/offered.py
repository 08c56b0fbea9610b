"""What lists offer by name: the actors and sources of a network in their order, worked out once and kept with it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import NamedTuple

from graphdata.bulk import kept_with
from graphdata.citation import short
from graphdata.folding import fold
from graphdata.network import Network


class Named(NamedTuple):
    """A record by its id and what it is called; without both a line between."""

    id: str
    label: str


def actors_named(network: Network) -> tuple[Named, ...]:
    """Return the actors of a network by name."""
    return kept_with(network, "_actors_named", lambda: _by_name({each.id: each.label for each in network.actors}))


def sources_named(network: Network) -> tuple[Named, ...]:
    """Return the sources of a network in two or three words each, by name."""
    return kept_with(network, "_sources_named", lambda: _by_name({each.id: short(each) for each in network.sources}))


def source_labels(network: Network) -> Mapping[str, str]:
    """Return the sources of a network by id, in two or three words each, by name; titles tell like ones apart."""
    return kept_with(network, "_source_labels", lambda: _source_labels(network))


def _by_name(labels: Mapping[str, str]) -> tuple[Named, ...]:
    ordered = sorted(labels.items(), key=lambda pair: pair[1].casefold())
    return tuple(Named(key, label) for key, label in ordered)


def _source_labels(network: Network) -> dict[str, str]:
    named = {source.id: short(source) for source in network.sources}
    times = Counter(named.values())
    labels = {each.id: each.title if times[named[each.id]] > 1 else named[each.id] for each in network.sources}
    return dict(sorted(labels.items(), key=lambda pair: fold(pair[1])))
