"""What a large network is made ready for while it is read: its first view, panels and search, which would wait."""

from __future__ import annotations

from typing import Final

from graphdata.bulk import Told, no_one
from graphdata.network import Network

ORDERED: Final = ("giver", "receiver", "kind", "summary")  # columns of words, which are slow to put in order


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
